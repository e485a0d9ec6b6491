//! How whoever asks shows who they are: by having just signed in, by a code that
//! was sent to their address, or by what staff have found out. No document is
//! ever kept for it.

use privacy::case::{Proof, State, Step};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;
use vault::PersonKey;

use super::{CASE_CODE_DAYS, Known, new_code, normal_number};
use crate::accounts::lock;
use crate::clock::DAY;
use crate::entity::privacy_case;
use crate::failure::Failure;
use crate::letter::Letter;
use crate::sessions::Who;
use crate::store::Store;

/// After so many wrong codes only staff can send another.
pub const CODE_TRIES: i32 = 5;

impl Store {
    /// Whoever has typed a code has the mailbox that it was sent to. False for a
    /// wrong one, one that was used, has expired or was tried too often, and
    /// where there is no such case: which of these is not said.
    pub async fn case_code(&self, number: &str, code: &str) -> Result<bool, Failure> {
        let transaction = self.data.begin().await?;
        let numbered = privacy_case::Entity::find()
            .filter(privacy_case::Column::Number.eq(normal_number(number)));
        let Some(row) = numbered.clone().one(&transaction).await? else {
            return Ok(false);
        };
        // The account before the case, as whoever works on it does.
        lock(row.account_id, &transaction).await?;
        let row = numbered.lock_exclusive().one(&transaction).await?;
        let Some(row) = row else { return Ok(false) };
        let known = Known::of(&row)?;
        let now = self.clock.now();
        let good = row.code_until_at.is_some_and(|until| now < until);
        let (true, Some(hash)) = (good && row.code_tries < CODE_TRIES, &row.code_hash) else {
            return Ok(false);
        };
        let key = self.key(row.account_id).await?;
        let case = (row.account_id, row.id);
        // Hashes of 80 random bits: how long comparing takes tells nothing of them.
        let done = *hash == vault::recovery_digest(code);
        let step = if done { Step::Verify } else { Step::Fail };
        let Some(state) = known.after(step) else {
            return Ok(false);
        };
        let mut changed = privacy_case::ActiveModel {
            account_id: Set(row.account_id),
            id: Set(row.id),
            code_tries: Set(row.code_tries + 1),
            ..Default::default()
        };
        if done {
            changed.state = Set(state.name().to_owned());
            changed.proof = Set(Some(Proof::MailedCode.name().to_owned()));
            changed.code_hash = Set(None);
            changed.code_until_at = Set(None);
        }
        changed.update(&transaction).await?;
        self.case_note(&transaction, &key, case, step, None, "")
            .await?;
        transaction.commit().await?;
        Ok(done)
    }

    /// A member shows by having just signed in, or by a passkey, that a case of
    /// their account is theirs.
    ///
    /// # Errors
    /// [`Failure::Unproved`], [`Failure::Missing`] if they have no such case, or
    /// it waits for nothing.
    pub async fn case_verify(&self, who: &Who, id: Uuid) -> Result<(), Failure> {
        let account = who.proved()?;
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let row = privacy_case::Entity::find_by_id((account, id))
            .one(&transaction)
            .await?
            .ok_or(Failure::Missing)?;
        let state = Known::of(&row)?.after(Step::Verify);
        let proof = match who.two_factors {
            true => Proof::Passkey,
            false => Proof::SignIn,
        };
        let state = state.ok_or(Failure::Missing)?;
        verified(&transaction, &row, state, proof).await?;
        self.case_note(&transaction, &key, (account, id), Step::Verify, None, "")
            .await?;
        Ok(transaction.commit().await?)
    }

    /// Sends a new code, which voids the one before. False without an address.
    pub(super) async fn case_send_code(
        &self,
        transaction: &DatabaseTransaction,
        key: &PersonKey,
        row: &privacy_case::Model,
        state: State,
    ) -> Result<bool, Failure> {
        let code = new_code();
        let changed = privacy_case::ActiveModel {
            account_id: Set(row.account_id),
            id: Set(row.id),
            state: Set(state.name().to_owned()),
            code_hash: Set(Some(vault::recovery_digest(&code).to_vec())),
            code_until_at: Set(Some(self.clock.now() + CASE_CODE_DAYS * DAY)),
            code_tries: Set(0),
            ..Default::default()
        };
        changed.update(transaction).await?;
        let letter = Letter::CaseCode {
            number: row.number.clone(),
            code,
        };
        self.case_letter(transaction, key, row, letter).await
    }
}

/// From here on whoever has asked is known.
pub(super) async fn verified(
    transaction: &DatabaseTransaction,
    row: &privacy_case::Model,
    state: State,
    proof: Proof,
) -> Result<(), Failure> {
    let changed = privacy_case::ActiveModel {
        account_id: Set(row.account_id),
        id: Set(row.id),
        state: Set(state.name().to_owned()),
        proof: Set(Some(proof.name().to_owned())),
        code_hash: Set(None),
        code_until_at: Set(None),
        ..Default::default()
    };
    changed.update(transaction).await?;
    Ok(())
}
