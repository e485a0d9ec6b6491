//! What the planted person does: everything that people do, by the functions
//! that they do it with. Only what needs a device, or would have a letter sent,
//! is written as those functions would.

use cv::{Document, Edit, Id, PersonalField, Redaction};
use privacy::disclosure::DisclosureGround;
use privacy::regime::Residence;
use privacy::report::Reason;
use privacy::{Actor, ConsentPurpose, PersonId, Purpose, Role};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;
use vault::Secret;

use super::person::{self, Words};
use super::{CanaryError, KEY_HEAD, MARK, revealed, terms};
use crate::accounts::{Declaration, uuid};
use crate::clock::DAY;
use crate::consent::{self, Agreement, ConsentBy};
use crate::documents::Saved;
use crate::entity::ticket::Kind;
use crate::entity::{disclosure, login, mail as mail_row, passkey, person_key, sign_in};
use crate::export::{ExportState, Held, Made, Press};
use crate::failure::Failure;
use crate::letter::{Letter, MailLang};
use crate::page_reports::NewReport;
use crate::personal::PersonalDetail;
use crate::place::{self, Place};
use crate::publications::{LinkPassword, LinkTerms, Publishing, Slug};
use crate::sealed::{DISCLOSURE_CONTENT, LOGIN_TOTP, PASSKEY_CREDENTIAL, PASSKEY_NAME};
use crate::sessions::{Agent, Who};
use crate::sign_up::{Finished, SignUp};
use crate::store::Store;
use crate::{disclosures, mail, tickets};

/// Who was planted.
#[derive(Default)]
pub(super) struct Planted {
    pub(super) words: Words,
    /// What only their browser and their letters may know.
    pub(super) secrets: Vec<(&'static str, Vec<u8>)>,
    /// Their key, as it is stored.
    pub(super) wrapped: Vec<u8>,
    /// A hold of theirs, and its key as it is stored.
    pub(super) hold: Option<(Uuid, Vec<u8>)>,
}

impl Planted {
    fn secret(&mut self, name: &'static str, secret: &Secret) {
        self.secrets.push((name, revealed(secret)));
    }
}

impl Store {
    /// Saves, publishes, becomes a member, has a word in everything.
    pub(super) async fn live(
        &self,
        person: PersonId,
        planted: &mut Planted,
    ) -> Result<(), CanaryError> {
        let actor = Actor::Person(person);
        let id = Uuid::now_v7();
        let (blank, full) = person::documents(&mut planted.words);
        self.cv_create(actor, id, &blank).await?;
        let edits = cv::diff(&blank, &full);
        let saved = self.cv_save(actor, id, 1, Uuid::now_v7(), &edits).await?;
        let Saved::Taken(version) = saved else {
            return Err(CanaryError::Lame("save"));
        };
        // What was planted is there: had it not been kept, nothing could be found.
        let stored = self.cv_load(actor, Purpose::KeepSaved, id, None).await?;
        if stored.is_none_or(|stored| stored.document != full) {
            return Err(CanaryError::Lame("keep every word"));
        }
        let version = self.tell_details(actor, id, version, planted).await?;
        let slug = Slug::parse(&planted.words.plant("slug"));
        let slug = slug.ok_or(CanaryError::Lame("choose an address"))?;
        let mut everything = Redaction::none();
        for field in PersonalField::ALL {
            everything.show_detail(field);
        }
        let published = self
            .page_publish(actor, id, version, &everything, &slug)
            .await?;
        // With every personal detail: one that is not there cannot be found either.
        match published {
            Publishing::Done(page) if page.redaction == everything => {
                // Under the address that it has now: it gets another one.
                let report = NewReport {
                    reason: Reason::Fraud,
                    text: planted.words.plant("report of the page"),
                    email: Some(format!(
                        "{}@merit.example",
                        planted.words.plant("reporter's address")
                    )),
                };
                self.report_take(&slug, &report).await?;
                self.have_link(actor, id, page.id, planted).await?;
            }
            _ => return Err(CanaryError::Lame("publish")),
        }
        let file = cv::PhotoFile(Uuid::new_v4().as_u128());
        let photo = self.photo_put(actor, file, person::picture()).await?;
        // A stretch from its middle, where it is like no other picture.
        let stretch = photo.len() / 2..photo.len() / 2 + 32;
        let stretch = photo
            .get(stretch)
            .ok_or(CanaryError::Lame("have a photo"))?;
        planted.secrets.push(("photo", stretch.to_vec()));
        let browser = self.session_create(person).await?;
        planted.secret("owner link's session", &browser);
        let who = self.become_member(person, planted).await?;
        self.cv_rename(&who, id, &planted.words.plant("name of a CV"))
            .await?;
        self.version_take(actor, id, &planted.words.plant("name of a version"))
            .await?;
        self.have_devices(person, planted).await?;
        self.have_places(person, planted).await?;
        self.have_letters(person, planted).await?;
        self.have_copy(&who, planted).await?;
        self.have_hold(person, id, planted).await?;
        self.be_looked_at(person, planted).await?;
        let key = person_key::Entity::find_by_id(uuid(person))
            .one(self.keys.write())
            .await
            .map_err(Failure::from)?
            .filter(|key| key.wrapped.len() > KEY_HEAD);
        planted.wrapped = key.ok_or(CanaryError::Lame("have a key"))?.wrapped;
        Ok(())
    }

    /// A link with a name, a password, and another address than it had.
    async fn have_link(
        &self,
        actor: Actor,
        document: Uuid,
        link: Uuid,
        planted: &mut Planted,
    ) -> Result<(), CanaryError> {
        let words = &mut planted.words;
        let slug = Slug::parse(&words.plant("new slug"));
        let terms = LinkTerms {
            name: words.plant("name of a link"),
            password: LinkPassword::New(words.plant("password of a link").into()),
            ..LinkTerms::of(slug.ok_or(CanaryError::Lame("choose an address"))?)
        };
        match self.link_change(actor, document, link, &terms).await? {
            Publishing::Done(_) => Ok(()),
            _ => Err(CanaryError::Lame("change a link")),
        }
    }

    /// A word in every personal detail, once they have agreed to keep them, and each
    /// shown by a document. Returns the version that it has then.
    async fn tell_details(
        &self,
        actor: Actor,
        document: Uuid,
        version: u64,
        planted: &mut Planted,
    ) -> Result<u64, CanaryError> {
        for purpose in ConsentPurpose::ALL {
            let agreement = Agreement {
                version: purpose.version().to_owned(),
                lang: MailLang::Sv,
                by: ConsentBy::Editor,
            };
            self.consent_give(actor, purpose, &agreement).await?;
        }
        let mut shown = Vec::new();
        for (reference, field) in (1..).map(Id).zip(PersonalField::ALL) {
            let detail = PersonalDetail {
                reference,
                field,
                value: planted.words.plant(format!("values.{}", field.json())),
            };
            self.personal_put(actor, &detail).await?;
            shown.push(Edit::SetPersonal {
                field,
                reference: Some(reference),
            });
        }
        let saved = self
            .cv_save(actor, document, version, Uuid::now_v7(), &shown)
            .await?;
        match saved {
            Saved::Taken(version) => Ok(version),
            _ => Err(CanaryError::Lame("show personal details")),
        }
    }

    /// As by the link in a letter that was never sent.
    async fn become_member(
        &self,
        person: PersonId,
        planted: &mut Planted,
    ) -> Result<Who, CanaryError> {
        let account = uuid(person);
        let words = &mut planted.words;
        let email = format!("{}@merit.example", words.plant("e-mail"));
        let password = words.plant("password");
        let agent = Agent {
            browser: words.plant("browser"),
            system: words.plant("system"),
            address: None,
        };
        let wish = SignUp {
            email: email.clone(),
            declaration: Declaration {
                adult: true,
                policy_version: MARK.to_owned(),
                terms: Some(terms()),
            },
            lang: MailLang::Sv,
            from: Some(person),
            invitation: None,
        };
        let key = self.key(account).await?;
        let pending = self.pending(&wish, email, Role::Member);
        let data = self.data.write();
        let ticket = tickets::issue(data, self, &key, account, Kind::SignUp, &pending).await?;
        planted.secret("sign-up's link", &ticket);
        let finished = self.sign_up_finish(&ticket, &password, &agent).await?;
        let Finished::Done(token) = finished else {
            return Err(CanaryError::Lame("become a member"));
        };
        planted.secret("session", &token);
        let who = self.session_who(&token).await?;
        who.ok_or(CanaryError::Lame("stay signed in"))
    }

    /// A code generator and a passkey.
    async fn have_devices(&self, person: PersonId, planted: &mut Planted) -> Result<(), Failure> {
        let account = uuid(person);
        let key = self.key(account).await?;
        let words = &mut planted.words;
        let sealed =
            |column, row: Uuid, word: String| key.seal(column, row.into_bytes(), word.as_bytes());
        let code = login::ActiveModel {
            account_id: Set(account),
            totp: Set(Some(sealed(
                LOGIN_TOTP,
                account,
                words.plant("code generator"),
            ))),
            ..Default::default()
        };
        code.update(self.data.write()).await?;
        let id = Uuid::now_v7();
        let row = passkey::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            // Of random bytes, which no passkey has.
            credential_index: Set([Uuid::new_v4().into_bytes(); 2].concat()),
            credential: Set(sealed(PASSKEY_CREDENTIAL, id, words.plant("passkey"))),
            name: Set(sealed(PASSKEY_NAME, id, words.plant("name of a passkey"))),
            created_at: Set(self.clock.now()),
            used_at: Set(None),
        };
        passkey::Entity::insert(row)
            .exec_without_returning(self.data.write())
            .await?;
        let given = Uuid::now_v7();
        let now = self.clock.now();
        let row = disclosure::ActiveModel {
            account_id: Set(account),
            id: Set(given),
            ground: Set(DisclosureGround::Order.name().to_owned()),
            content: Set(sealed(
                DISCLOSURE_CONTENT,
                given,
                disclosures::said(words.plant("what was disclosed")),
            )),
            proposed_at: Set(now),
            proposed_by: Set(vec![0; 32]),
            decided_at: Set(Some(now)),
            decided_by: Set(Some(vec![0; 32])),
            barred_until: Set(None),
            told_at: Set(Some(now)),
        };
        disclosure::Entity::insert(row)
            .exec_without_returning(self.data.write())
            .await?;
        Ok(())
    }

    /// Where they live, and where they have signed in from.
    async fn have_places(
        &self,
        person: PersonId,
        planted: &mut Planted,
    ) -> Result<(), CanaryError> {
        let (account, actor) = (uuid(person), Actor::Person(person));
        self.residence_state(actor, Some(Residence::Elsewhere))
            .await?;
        let key = self.key(account).await?;
        let attempt = sign_in::Entity::find()
            .filter(sign_in::Column::AccountId.eq(account))
            .one(self.data.read())
            .await
            .map_err(Failure::from)?
            .ok_or(CanaryError::Lame("sign in"))?;
        let place = Place {
            country: "ZZ".to_owned(),
            town: Some(planted.words.plant("town")),
        };
        let transaction = self.data.begin().await.map_err(Failure::from)?;
        let (purpose, now) = (ConsentPurpose::SignInPlace, self.clock.now());
        let token = consent::token(&transaction, account, purpose, now).await?;
        place::write(&token, &key, attempt.id, &place).await?;
        transaction.commit().await.map_err(Failure::from)?;
        Ok(())
    }

    /// Letters that are due tomorrow, and gone today: nobody sends them. And
    /// what the link in one would finish.
    async fn have_letters(&self, person: PersonId, planted: &mut Planted) -> Result<(), Failure> {
        let account = uuid(person);
        let key = self.key(account).await?;
        let words = &mut planted.words;
        let to = format!("{}@merit.example", words.plant("letter's address"));
        let wish = words.plant("new address");
        let letters = [
            Letter::Invitation {
                token: words.plant("letter's link"),
            },
            Letter::NewDevice {
                browser: words.plant("letter's browser"),
                system: words.plant("letter's system"),
                at: self.clock.now(),
            },
        ];
        let transaction = self.data.begin().await?;
        for letter in letters {
            mail::queue(&transaction, self, &key, account, &to, MailLang::Sv, letter).await?;
        }
        let tomorrow = self.clock.now() + DAY;
        mail_row::Entity::update_many()
            .col_expr(mail_row::Column::DueAt, Expr::value(tomorrow))
            .filter(mail_row::Column::AccountId.eq(account))
            .exec(&transaction)
            .await?;
        let ticket = tickets::issue(&transaction, self, &key, account, Kind::Email, &wish).await?;
        transaction.commit().await?;
        planted.secret("new address's link", &ticket);
        Ok(())
    }

    /// A copy of everything, in which a word stands unpacked: what is packed the
    /// search does not see into. No server makes it meanwhile.
    async fn have_copy(&self, who: &Who, planted: &mut Planted) -> Result<(), CanaryError> {
        let lame = CanaryError::Lame("have a copy of everything");
        let account = uuid(who.person);
        self.export_insert(account, who.session, MailLang::Sv, DAY)
            .await?;
        let Some(job) = self.export_begin_of(account).await? else {
            return Err(lame);
        };
        let word = Word(planted.words.plant("PDF in a copy"));
        if self.export_make(&job, &word).await? != Made::Ready {
            return Err(lame);
        }
        match self.export_shown(who).await? {
            Some(shown) if matches!(shown.state, ExportState::Ready { .. }) => Ok(()),
            _ => Err(lame),
        }
    }
}

/// Makes a word of every page.
struct Word(String);

impl Press for Word {
    async fn pdf(&self, _: Document, _: Option<Vec<u8>>) -> Option<Vec<u8>> {
        Some(self.0.clone().into_bytes())
    }

    fn page(&self, _: MailLang, _: &Held) -> String {
        self.0.clone()
    }
}
