//! What people ask about their data: the forms with which anybody asks, what a
//! member has asked, and the desk at which it is answered. Plain pages with forms,
//! which work without a script.

mod desk;
mod file;
mod own;
mod request;
pub mod words;

use privacy::case::{Matter, Proof, Requester, State, Step, Way};
use privacy::{Date, Role};
use texts::{Lang, cases as t};

pub use desk::DeskView;
pub use file::{FileView, HitView, OpenedView, account_path};
pub use own::OwnView;
pub use request::{CodeView, RequestView, self_service};

pub(super) use desk::DeskPage;
pub(super) use file::FilePage;
pub(super) use own::OwnCasesPage;
pub(super) use request::{CodePage, RequestPage, SentPage};

/// Why a form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Address,
    Text,
    Name,
    Matter,
    WrongCode,
    /// The day on which a request came.
    CameOn,
    NoReply,
    NotNow,
    NothingWritten,
    /// The day to which an answer is put off.
    Extended,
    NoAddress,
    Masked,
    /// The answer tells of an erasure that was not done.
    NotErased,
}

impl Problem {
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            Problem::Address => t::problem_address(lang),
            Problem::Text => t::problem_text(lang),
            Problem::Name => t::problem_name(lang),
            Problem::Matter => t::problem_matter(lang),
            Problem::WrongCode => t::code_wrong(lang),
            Problem::CameOn => t::desk_problem_day(lang),
            Problem::NoReply => t::desk_problem_reply(lang),
            Problem::NotNow => t::file_refused_now(lang),
            Problem::NothingWritten => t::file_refused_text(lang),
            Problem::Extended => t::file_refused_day(lang),
            Problem::NoAddress => t::file_refused_address(lang),
            Problem::Masked => t::file_refused_masked(lang),
            Problem::NotErased => t::file_refused_erased(lang),
        }
    }
}

/// A case in a list.
#[derive(Clone, Debug)]
pub struct LineView {
    pub account: String,
    pub id: String,
    pub number: String,
    pub matter: Matter,
    pub requester: Requester,
    pub way: Way,
    pub state: State,
    pub proof: Option<Proof>,
    pub received: Date,
    pub due: Date,
    pub act_by: Date,
    pub urgency: privacy::case::clock::Urgency,
    pub extendable: Option<Date>,
    pub to_scan: bool,
}

/// Something that was done to a case.
#[derive(Clone, Debug)]
pub struct DoneView {
    pub at: i64,
    pub step: Step,
    pub role: Option<Role>,
    pub text: String,
}

/// A text as it stands in a `<textarea>`, whose children Leptos writes as they are.
fn in_textarea(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    // The first line break of a textarea's text is not shown.
    format!("\n{escaped}")
}

#[cfg(test)]
mod tests {
    use super::in_textarea;

    #[test]
    fn nothing_leaves_a_textarea() {
        assert_eq!(
            in_textarea("</textarea><b>&amp;"),
            "\n&lt;/textarea>&lt;b>&amp;amp;"
        );
    }
}
