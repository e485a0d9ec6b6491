//! A case begins: it is written with its first step and its receipt, sealed, in one
//! transaction. Nothing here looks up whose an address is.

use privacy::case::clock::due;
use privacy::case::{Matter, Proof, Requester, State, Step, Way};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};
use uuid::Uuid;
use vault::{Index, PersonKey};

use super::{
    CASE_CODE_DAYS, CASE_ZONE, Request, RequestRefused, Said, Words, is_nothing_without_words,
    long_text, needs_identity, new_code, new_number, seal, words_of,
};
use crate::accounts::{day, lock};
use crate::clock::DAY;
use crate::entity::{account, case_event, privacy_case};
use crate::failure::Failure;
use crate::letter::{Letter, MailLang};
use crate::name::one_line;
use crate::sealed::{CASE_EVENT_CONTENT, PRIVACY_CASE_CONTENT};
use crate::sessions::Who;
use crate::sign_in::stored_email;
use crate::store::Store;
use crate::{Event, audit, mail};

/// A case that is about to be written.
pub(super) struct New {
    pub(super) matter: Matter,
    pub(super) requester: Requester,
    pub(super) way: Way,
    pub(super) proof: Option<Proof>,
    pub(super) received_at: i64,
    pub(super) words: Words,
}

impl Store {
    /// Takes a request. Whoever asks by an address alone gets the same answer,
    /// after the same work, whosever it is.
    pub async fn case_ask(
        &self,
        who: Option<&Who>,
        request: &Request,
    ) -> Result<Result<(), RequestRefused>, Failure> {
        let text = long_text(&request.text);
        if text.is_empty() && is_nothing_without_words(request.matter) {
            return Ok(Err(RequestRefused::NoText));
        }
        let named = request.named.as_ref();
        let name = named.map(|named| one_line(&named.name, 200));
        if name.as_ref().is_some_and(String::is_empty) {
            return Ok(Err(RequestRefused::NoName));
        }
        let some = |text: &str| Some(one_line(text, 200)).filter(|text| !text.is_empty());
        let mut words = Words {
            email: None,
            lang: request.lang.tag().to_owned(),
            text,
            name,
            phone: named.and_then(|named| some(&named.phone)),
            page: named.and_then(|named| some(&named.page)),
            post: None,
        };
        let member = who.filter(|who| who.member);
        let (account, key) = match member {
            Some(who) => {
                let (login, key) = self.login(who.member()?).await?;
                words.email = stored_email(&login, &key)?.map(|email| email.to_string());
                (login.account_id, key)
            }
            None => {
                let Some(email) = vault::normal_email(&request.email) else {
                    return Ok(Err(RequestRefused::NoAddress));
                };
                words.email = Some(email);
                self.case_account().await?
            }
        };
        let proof = member.and_then(|who| match (who.proved, who.two_factors) {
            (true, true) => Some(Proof::Passkey),
            (true, false) => Some(Proof::SignIn),
            (false, _) => None,
        });
        let new = New {
            matter: request.matter,
            requester: match (named, member) {
                (Some(_), _) => Requester::Named,
                (None, Some(_)) => Requester::Member,
                (None, None) => Requester::Visitor,
            },
            way: Way::Form,
            proof,
            received_at: self.clock.now(),
            words,
        };
        let transaction = self.data.begin().await?;
        match member {
            Some(_) => {
                lock(account, &transaction).await?;
            }
            None => self.case_account_write(&transaction, account).await?,
        }
        self.case_write(&transaction, (account, &key), new, None)
            .await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// The key of an account for a case alone, before anything that it seals.
    pub(super) async fn case_account(&self) -> Result<(Uuid, PersonKey), Failure> {
        let id = Uuid::now_v7();
        let key = self.new_key(id).await?;
        Ok((id, key))
    }

    /// The row of that account. Its owner has declared nothing, and need not.
    pub(super) async fn case_account_write(
        &self,
        transaction: &DatabaseTransaction,
        id: Uuid,
    ) -> Result<(), Failure> {
        let now = self.clock.now();
        let row = account::ActiveModel {
            id: Set(id),
            state: Set(account::State::Anonymous),
            created_at: Set(now),
            used_at: Set(day(now)),
            adult_at: Set(0),
            policy_version: Set(String::new()),
            policy_at: Set(0),
        };
        account::Entity::insert(row)
            .exec_without_returning(transaction)
            .await?;
        Ok(())
    }

    /// Writes a case, its first step and the receipt. Returns its id.
    pub(super) async fn case_write(
        &self,
        transaction: &DatabaseTransaction,
        (account, key): (Uuid, &PersonKey),
        new: New,
        staff: Option<&Who>,
    ) -> Result<Uuid, Failure> {
        let id = Uuid::now_v7();
        let now = self.clock.now();
        let needs = needs_identity(new.matter, new.requester);
        let email = new.words.email.clone();
        let code = (needs && new.proof.is_none() && email.is_some()).then(new_code);
        let state = match (new.proof, needs) {
            (Some(_), _) => State::Verified,
            (None, true) if code.is_some() => State::IdentityAsked,
            (None, _) => State::Received,
        };
        let answer = due(new.matter, CASE_ZONE.day(new.received_at)).answer;
        let due_at = CASE_ZONE.ends(answer);
        let number = new_number();
        let lang = MailLang::from_tag(&new.words.lang);
        let index = email
            .as_deref()
            .map(|email| self.vault.index(Index::Email, email).to_vec());
        let row = privacy_case::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            number: Set(number.clone()),
            matter: Set(new.matter.name().to_owned()),
            requester: Set(new.requester.name().to_owned()),
            way: Set(new.way.name().to_owned()),
            state: Set(state.name().to_owned()),
            proof: Set(new.proof.map(|proof| proof.name().to_owned())),
            email_index: Set(index),
            content: Set(seal(key, PRIVACY_CASE_CONTENT, id, &new.words)?),
            received_at: Set(new.received_at),
            entered_at: Set(now),
            due_at: Set(due_at),
            extended_at: Set(None),
            reminded: Set(0),
            code_hash: Set(code
                .as_deref()
                .map(|it| vault::recovery_digest(it).to_vec())),
            code_until_at: Set(code.as_ref().map(|_| now + CASE_CODE_DAYS * DAY)),
            code_tries: Set(0),
            scanned_at: Set(None),
            answered_at: Set(None),
            closed_at: Set(None),
        };
        privacy_case::Entity::insert(row)
            .exec_without_returning(transaction)
            .await?;
        let case = (account, id);
        self.case_note(transaction, key, case, Step::Receive, staff, "")
            .await?;
        if let Some(email) = email {
            let letter = Letter::CaseReceived {
                number,
                matter: new.matter.name().to_owned(),
                due: due_at,
                code: code.unwrap_or_default(),
            };
            mail::queue(transaction, self, key, account, &email, lang, letter).await?;
        }
        let event = Event {
            actor: staff.map(|who| Uuid::from_bytes(who.person.0)),
            action: audit::Action::CaseOpened,
            subject: Some(account),
        };
        audit::note(transaction, self, event).await?;
        Ok(id)
    }

    /// Notes a step of a case, sealed with its person's key.
    pub(super) async fn case_note(
        &self,
        transaction: &DatabaseTransaction,
        key: &PersonKey,
        (account, case): (Uuid, Uuid),
        step: Step,
        staff: Option<&Who>,
        text: &str,
    ) -> Result<(), Failure> {
        let id = Uuid::now_v7();
        let said = Said {
            role: staff.map(|who| who.role.name().to_owned()),
            text: text.to_owned(),
        };
        let row = case_event::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            case_id: Set(case),
            at: Set(self.clock.now()),
            step: Set(step.name().to_owned()),
            staff_id: Set(staff.map(|who| Uuid::from_bytes(who.person.0))),
            content: Set(seal(key, CASE_EVENT_CONTENT, id, &said)?),
        };
        case_event::Entity::insert(row)
            .exec_without_returning(transaction)
            .await?;
        Ok(())
    }

    /// Writes to whoever has asked, if there is an address.
    pub(super) async fn case_letter(
        &self,
        transaction: &DatabaseTransaction,
        key: &PersonKey,
        row: &privacy_case::Model,
        letter: Letter,
    ) -> Result<bool, Failure> {
        let words = words_of(key, row)?;
        let Some(email) = &words.email else {
            return Ok(false);
        };
        let lang = MailLang::from_tag(&words.lang);
        mail::queue(transaction, self, key, row.account_id, email, lang, letter).await?;
        Ok(true)
    }
}
