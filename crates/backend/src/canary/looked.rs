//! What those who work here write of somebody: why they looked, why the account is
//! blocked, how a guardian has consented, what was proposed; and a case that is closed,
//! with a step and something that was found.

use privacy::{Masked, PersonId, Role};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;
use vault::Column;

use super::life::Planted;
use crate::accounts::uuid;
use crate::clock::DAY;
use crate::entity::{
    approval, block, case_event, case_hit, guardian_consent, opened, privacy_case,
};
use crate::failure::Failure;
use crate::sealed::{
    APPROVAL_PARAMETERS, BLOCK_REASON, CASE_EVENT_CONTENT, CASE_HIT_CONTENT, GUARDIAN_CONSENT_NOTE,
    OPENED_REASON, PRIVACY_CASE_CONTENT,
};
use crate::store::Store;

impl Store {
    pub(super) async fn be_looked_at(
        &self,
        person: PersonId,
        planted: &mut Planted,
    ) -> Result<(), Failure> {
        let account = uuid(person);
        let key = self.key(account).await?;
        let now = self.clock.now();
        let words = &mut planted.words;
        let mut sealed = |column: Column, row: Uuid, what: &str| {
            key.seal(column, row.into_bytes(), words.plant(what).as_bytes())
        };
        let id = Uuid::now_v7();
        let row = opened::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            by_hash: Set(vec![0; 32]),
            role: Set(Role::PrivacyOfficer.name().to_owned()),
            what: Set(Masked::Address.name().to_owned()),
            reason: Set(sealed(OPENED_REASON, id, "reason of who looked")),
            opened_at: Set(now),
            until_at: Set(now),
        };
        opened::Entity::insert(row)
            .exec_without_returning(self.data.write())
            .await?;
        let row = block::ActiveModel {
            account_id: Set(account),
            reason: Set(sealed(BLOCK_REASON, account, "reason of a block")),
            blocked_at: Set(now),
        };
        block::Entity::insert(row)
            .exec_without_returning(self.data.write())
            .await?;
        let row = guardian_consent::ActiveModel {
            account_id: Set(account),
            note: Set(sealed(GUARDIAN_CONSENT_NOTE, account, "guardian's consent")),
            recorded_at: Set(now),
        };
        guardian_consent::Entity::insert(row)
            .exec_without_returning(self.data.write())
            .await?;
        let case = Uuid::now_v7();
        // Closed: nobody works on it, and no job takes it up.
        let row = privacy_case::ActiveModel {
            account_id: Set(account),
            id: Set(case),
            number: Set(case.simple().to_string()[20..].to_owned()),
            matter: Set(String::new()),
            requester: Set(String::new()),
            way: Set(String::new()),
            state: Set("closed".to_owned()),
            proof: Set(None),
            email_index: Set(None),
            content: Set(sealed(PRIVACY_CASE_CONTENT, case, "words of a case")),
            received_at: Set(now),
            entered_at: Set(now),
            due_at: Set(now),
            extended_at: Set(None),
            reminded: Set(0),
            code_hash: Set(None),
            code_until_at: Set(None),
            code_tries: Set(0),
            scanned_at: Set(Some(now)),
            answered_at: Set(Some(now)),
            closed_at: Set(Some(now)),
        };
        privacy_case::Entity::insert(row)
            .exec_without_returning(self.data.write())
            .await?;
        let id = Uuid::now_v7();
        let row = case_event::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            case_id: Set(case),
            at: Set(now),
            step: Set(String::new()),
            staff_id: Set(None),
            content: Set(sealed(CASE_EVENT_CONTENT, id, "step of a case")),
        };
        case_event::Entity::insert(row)
            .exec_without_returning(self.data.write())
            .await?;
        let row = case_hit::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            case_id: Set(case),
            owner_id: Set(account),
            document_id: Set(id),
            found_at: Set(now),
            content: Set(sealed(CASE_HIT_CONTENT, id, "what a case has found")),
        };
        case_hit::Entity::insert(row)
            .exec_without_returning(self.data.write())
            .await?;
        // Which nobody can confirm any more.
        let id = Uuid::now_v7();
        let row = approval::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            action: Set("minors".to_owned()),
            parameters: Set(sealed(APPROVAL_PARAMETERS, id, "proposal")),
            proposed_at: Set(now - DAY),
            expires_at: Set(now),
            decided_hash: Set(None),
            decided_at: Set(None),
            outcome: Set("waiting".to_owned()),
        };
        approval::Entity::insert(row)
            .exec_without_returning(self.data.write())
            .await?;
        Ok(())
    }
}
