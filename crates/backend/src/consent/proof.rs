//! What is left of consents when who gave them is erased: for each line of their
//! ledger a keyed hash, and nothing beside it but the day of the erasure.
//!
//! Whoever relies on consent has to be able to show it (GDPR, Article 7(1)), for
//! as long as somebody may ask ([`PROOF_DAYS`](privacy::inventory::PROOF_DAYS)).
//! The hash is over who it was, the purpose, the version of the text, the day and
//! what was said. Nobody gets from it to any of these; who is asked about one
//! person, one text and one day computes it again and looks whether it is there.
//! Its key is apart from that by which addresses are looked up, and where it is
//! destroyed the hashes say nothing any more.

use std::collections::HashMap;

use privacy::{CONSENT_DAYS, ConsentPurpose, Date};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;
use vault::{Index, MacKey, Use, normal_email};

use super::lines;
use crate::accounts::day;
use crate::entity::{consent_proof, login};
use crate::failure::Failure;
use crate::store::Store;

/// So many lines of one day are told apart when it is asked.
const OF_A_DAY: u32 = 4;
/// Hashes that are looked for at once.
const AT_ONCE: usize = 500;

/// Whom it is asked about.
#[derive(Clone, PartialEq, Eq)]
pub enum ProofOf {
    /// A member's address, as they wrote it.
    Address(String),
    /// Who had no address.
    Account(Uuid),
}

/// What the proofs say of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proven {
    /// There was consent, given on that day.
    Given(Date),
    /// It was withdrawn, on that day.
    Withdrawn(Date),
    /// Nothing: nobody has agreed, or the proof has had its time, or they are not
    /// erased.
    Nothing,
}

/// What a line said.
#[derive(Clone, Copy)]
enum Said<'a> {
    /// To this version of the text.
    Given(&'a str),
    /// Of whatever version.
    Withdrawn,
}

/// Who is meant, without a name: the look-up index of an address, or the id of an
/// account. They differ in length, so that neither is the other.
struct Whom(Vec<u8>);

/// The hash of a line. `place` counts the lines of the day from its end: what
/// stands at 0 is how the day ended.
fn hash(
    key: &MacKey,
    whom: &Whom,
    purpose: &str,
    said: Said<'_>,
    on: Date,
    place: u32,
) -> [u8; 32] {
    let (said, version) = match said {
        Said::Given(version) => ("given", version),
        Said::Withdrawn => ("withdrawn", ""),
    };
    key.mac(&[
        &whom.0,
        purpose.as_bytes(),
        said.as_bytes(),
        version.as_bytes(),
        &on.starts().to_be_bytes(),
        &place.to_be_bytes(),
    ])
}

/// Leaves the proofs of an account's consents, in the transaction that deletes it
/// and before it does.
pub(crate) async fn prove(
    transaction: &DatabaseTransaction,
    store: &Store,
    account: Uuid,
) -> Result<(), Failure> {
    let rows = lines(transaction, account).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let login = login::Entity::find_by_id(account).one(transaction).await?;
    let index = login.and_then(|login| login.email_index);
    let whom = Whom(index.unwrap_or_else(|| account.as_bytes().to_vec()));
    let key = store.proof_key();
    let made_at = day(store.clock.now());
    let mut places: HashMap<(String, Date), u32> = HashMap::new();
    // The newest first, so that they are counted from the day's end.
    for row in rows {
        let on = Date::of(row.at);
        let place = places.entry((row.purpose.clone(), on)).or_default();
        let said = match row.given {
            true => Said::Given(&row.version),
            false => Said::Withdrawn,
        };
        let proof = hash(&key, &whom, &row.purpose, said, on, *place);
        *place += 1;
        let row = consent_proof::ActiveModel {
            proof: Set(proof.to_vec()),
            made_at: Set(made_at),
        };
        // Somebody who is erased again, because an older database was put back.
        let there = OnConflict::column(consent_proof::Column::Proof)
            .do_nothing()
            .to_owned();
        consent_proof::Entity::insert(row)
            .on_conflict(there)
            .try_insert()
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

impl Store {
    fn proof_key(&self) -> MacKey {
        MacKey::new(self.vault.key_for(Use::Proof))
    }

    /// Whether somebody who is erased had agreed, on a day, to a version of a text:
    /// how that day ended.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it is no address.
    pub async fn consent_proven(
        &self,
        of: &ProofOf,
        purpose: ConsentPurpose,
        version: &str,
        on: Date,
    ) -> Result<Proven, Failure> {
        let whom = match of {
            ProofOf::Account(id) => Whom(id.as_bytes().to_vec()),
            ProofOf::Address(address) => {
                let normal = normal_email(address)
                    .ok_or_else(|| Failure::Refused("that is no address".to_owned()))?;
                Whom(self.vault.index(Index::Email, &normal).to_vec())
            }
        };
        let key = self.proof_key();
        let purpose = purpose.name();
        let mut asked: HashMap<[u8; 32], Proven> = HashMap::new();
        for back in 0..i64::from(CONSENT_DAYS) {
            let day = on.days_later(-back);
            for place in 0..OF_A_DAY {
                let given = hash(&key, &whom, purpose, Said::Given(version), day, place);
                asked.insert(given, Proven::Given(day));
            }
            let withdrawn = hash(&key, &whom, purpose, Said::Withdrawn, day, 0);
            asked.insert(withdrawn, Proven::Withdrawn(day));
        }
        let hashes: Vec<Vec<u8>> = asked.keys().map(|hash| hash.to_vec()).collect();
        let (mut given, mut withdrawn) = (None, None);
        for hashes in hashes.chunks(AT_ONCE) {
            let found = consent_proof::Entity::find()
                .filter(consent_proof::Column::Proof.is_in(hashes.iter().cloned()))
                .all(self.data.read())
                .await?;
            for row in found {
                let known = row.proof.as_slice().try_into().ok();
                match known.and_then(|hash: [u8; 32]| asked.get(&hash)) {
                    Some(Proven::Given(on)) => given = given.max(Some(*on)),
                    Some(Proven::Withdrawn(on)) => withdrawn = withdrawn.max(Some(*on)),
                    Some(Proven::Nothing) | None => {}
                }
            }
        }
        Ok(match (given, withdrawn) {
            // What a day ended with is what holds.
            (Some(given), Some(withdrawn)) if withdrawn >= given => Proven::Withdrawn(withdrawn),
            (Some(given), _) => Proven::Given(given),
            (None, Some(withdrawn)) => Proven::Withdrawn(withdrawn),
            (None, None) => Proven::Nothing,
        })
    }
}
