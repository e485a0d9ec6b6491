//! Cases: what anybody asks of whoever holds their data, with or without an
//! account.
//!
//! A member's case is of their account. Whoever asks by an address of e-mail alone
//! gets an account that is made for the case and that nobody can enter: so its
//! words are sealed with a key of their own, letters about it can be sent, and it
//! is erased like any other. Whether the address has an account is not even looked
//! up (`ask.rs`), so that neither an answer nor the time that it takes tells of it.
//!
//! What is told to somebody, or changed, waits until they have shown who they are
//! (`prove.rs`). Staff work on cases at the desk (`desk.rs`, `answer.rs`), where
//! what they say is masked until it is opened with a reason. Documents that name
//! somebody are searched for once, on their request (`named.rs`).

mod answer;
mod ask;
mod desk;
mod held;
mod hide;
mod named;
mod prove;
mod read;
mod remind;
mod wanted;

use privacy::case::{Matter, Proof, Requester, State, Step, Way, Zone};
use privacy::{Date, PersonId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::PersonKey;
use zeroize::Zeroizing;

use crate::entity::privacy_case;
use crate::failure::Failure;
use crate::letter::MailLang;
use crate::sealed::PRIVACY_CASE_CONTENT;

pub use answer::{CaseAction, StepRefused};
pub use desk::{CaseFile, CaseLine, EnterRefused, EnteredCase, OPEN_MINUTES, Opened};
pub use held::{CaseErased, HeldUnder};
pub use named::CaseHit;
pub(crate) use named::{bring_hits, forget_hits};
pub use prove::CODE_TRIES;
pub use read::{CaseDone, OwnCase};

/// The time by which the days of cases are counted.
pub const CASE_ZONE: Zone = Zone::Stockholm;
/// A mailed code is good for so many days.
pub const CASE_CODE_DAYS: i64 = 7;
/// Characters of what somebody writes.
pub const CASE_CHARACTERS: usize = 5000;

/// What somebody asks.
#[derive(Clone, Debug)]
pub struct Request {
    pub matter: Matter,
    /// As it was typed. A member's own address stands for it.
    pub email: String,
    pub lang: MailLang,
    pub text: String,
    /// Of whoever is named in somebody's CV; then the documents are searched.
    pub named: Option<Named>,
}

/// Whoever is named in somebody's CV.
#[derive(Clone, Debug, Default)]
pub struct Named {
    pub name: String,
    pub phone: String,
    /// The address of the public page, if that is where they saw it.
    pub page: String,
}

/// Why a request was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestRefused {
    NoAddress,
    /// A question or complaint without words.
    NoText,
    /// Nobody can be looked for without a name.
    NoName,
}

/// What is sealed in a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub email: Option<String>,
    pub lang: String,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Where a letter on paper goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
}

/// What is sealed in a step.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Said {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
}

/// Whether whoever asks has to show who they are. Nobody's documents are searched
/// for a stranger's sake without that.
fn needs_identity(matter: Matter, requester: Requester) -> bool {
    matter.needs_identity() || requester == Requester::Named
}

/// What says nothing without words.
fn is_nothing_without_words(matter: Matter) -> bool {
    matches!(
        matter,
        Matter::Policy | Matter::Practices | Matter::Complaint | Matter::Correct
    )
}

/// The parts of a row that `privacy` knows.
struct Known {
    matter: Matter,
    requester: Requester,
    way: Way,
    state: State,
    proof: Option<Proof>,
}

impl Known {
    fn of(row: &privacy_case::Model) -> Result<Known, Failure> {
        let damaged = || Failure::Damaged("privacy_case");
        Ok(Known {
            matter: Matter::from_name(&row.matter).ok_or_else(damaged)?,
            requester: Requester::from_name(&row.requester).ok_or_else(damaged)?,
            way: Way::from_name(&row.way).ok_or_else(damaged)?,
            state: State::from_name(&row.state).ok_or_else(damaged)?,
            proof: row.proof.as_deref().and_then(Proof::from_name),
        })
    }

    /// The state after a step, if it is possible.
    fn after(&self, step: Step) -> Option<State> {
        let needs = needs_identity(self.matter, self.requester);
        self.state.after(step, needs, self.proof.is_some())
    }
}

/// The day of a case's answer.
fn answer_day(due_at: i64) -> Date {
    CASE_ZONE.day(due_at - 1)
}

fn words_of(key: &PersonKey, row: &privacy_case::Model) -> Result<Words, Failure> {
    unseal(key, PRIVACY_CASE_CONTENT, row.id, &row.content)
}

fn seal<T: Serialize>(
    key: &PersonKey,
    column: vault::Column,
    id: Uuid,
    value: &T,
) -> Result<Vec<u8>, Failure> {
    let plain = serde_json::to_vec(value).map(Zeroizing::new);
    let plain = plain.map_err(|_| Failure::Damaged(column.table))?;
    Ok(key.seal(column, id.into_bytes(), &plain))
}

fn unseal<T: serde::de::DeserializeOwned>(
    key: &PersonKey,
    column: vault::Column,
    id: Uuid,
    sealed: &[u8],
) -> Result<T, Failure> {
    let plain = key.open(column, id.into_bytes(), sealed)?;
    serde_json::from_slice(&plain).map_err(|_| Failure::Damaged(column.table))
}

/// A code for a letter: 80 random bits, as recovery codes have.
fn new_code() -> String {
    vault::recovery_codes().swap_remove(0)
}

/// What a case is called: twelve random letters and digits.
fn new_number() -> String {
    new_code()
        .chars()
        .take(14)
        .collect::<String>()
        .to_uppercase()
}

/// A number as it was typed, in any way.
fn normal_number(text: &str) -> String {
    let letters = text.chars().filter(char::is_ascii_alphanumeric);
    let letters: Vec<char> = letters
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            letter => letter,
        })
        .collect();
    let groups = letters
        .chunks(4)
        .take(4)
        .map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join("-")
}

/// Many lines, without control characters, of at most [`CASE_CHARACTERS`].
fn long_text(text: &str) -> String {
    let kept = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = kept.chars().filter(|c| *c == '\n' || !c.is_control());
    let kept: String = kept.take(CASE_CHARACTERS).collect();
    kept.trim().to_owned()
}

fn person_id(account: Uuid) -> PersonId {
    PersonId(account.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::{long_text, new_number, normal_number};

    #[test]
    fn a_number_is_found_however_it_is_typed() {
        for _ in 0..100 {
            let number = new_number();
            assert_eq!(number.len(), 14, "{number}");
            let typed = number.to_lowercase().replace('-', " ").replace('0', "o");
            assert_eq!(normal_number(&typed), number);
        }
        assert_eq!(normal_number("x'; --"), "X");
    }

    #[test]
    fn a_text_keeps_its_lines_and_nothing_that_is_not_seen() {
        assert_eq!(long_text(" a\r\nb\u{0}\u{1b}c\rd \n"), "a\nbc\nd");
        assert_eq!(long_text(&"å".repeat(9000)).chars().count(), 5000);
    }
}
