//! The pages of an account: plain pages with forms, which work without a
//! script. Only passkeys need one, and show themselves when it is there.

mod acceptance;
mod consents;
mod data;
mod devices;
mod erasure;
mod export;
mod fields;
mod policy;
mod second_factor;
mod settings;
mod sign;

use leptos::prelude::*;
use privacy::Date;
use texts::{Lang, account as t, consent};

use super::landing::{Footer, Header};
use crate::page::Page;

pub use acceptance::{AcceptanceLine, AcceptanceView};
pub use consents::{AddedText, ConsentView, ConsentsView, HistoryLine, Place, State, agreement};
pub use data::{
    By as SeenBy, DataView, HeldLine, HoldLine, LimitsView, OpenedLine, SeenLine, objectionable,
};
pub use devices::{AttemptLine, By, DeviceLine, Devices};
pub use erasure::{EraseView, ErasureView, ReportView, StaysLine};
pub use export::{CopyLine, CopyState, ExportView, copy_path};
pub use policy::{ChangeAnswer, ChangeAnswers, ChangeNotice, Coming, ComingChange, LeaveView};
pub(super) use policy::{LeavePage, PolicyChangePage, banner, described};
pub use second_factor::{RecoveryCodes, TotpSetUp};
pub use settings::{PasskeyLine, SettingsView};

pub(super) use acceptance::AcceptancePage;
pub(super) use consents::ConsentsPage;
pub(super) use data::DataPage;
#[cfg(feature = "ssr")]
pub(super) use data::masked_name;
pub(super) use devices::DevicesPage;
pub(super) use erasure::{ErasePage, ErasurePage, gone_name, ground_name};
pub(super) use export::ExportPage;
pub(super) use fields::{asking, check, staff_field};
pub(super) use second_factor::{RecoveryCodesPage, SecondFactorPage};
pub(super) use settings::{SettingsPage, role_name};
pub(super) use sign::{
    AskReset, CheckMail, ChoosePassword, Code, ConfirmEmail, Prove, SetUp, SignInPage, SignUpPage,
};

/// Who looks at a plain page, for its head. The server provides it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Visitor {
    /// Nobody, or who has an owner link.
    #[default]
    Nobody,
    Member,
    /// Somebody who works here.
    Staff,
}

/// What a form is shown with. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Where it is sent, if that depends on who has asked.
    pub action: String,
    /// What was typed, by field.
    pub values: Vec<(&'static str, String)>,
    pub problem: Option<Problem>,
    /// Something was done, and is said.
    pub done: Option<Done>,
}

impl Form {
    pub(super) fn value(&self, name: &str) -> String {
        let known = self.values.iter().find(|(known, _)| *known == name);
        known.map(|(_, value)| value.clone()).unwrap_or_default()
    }
}

/// Why a form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    NoAddress,
    NotDeclared,
    NoInvitation,
    OnlyInvited,
    Closed,
    WrongSignIn,
    WrongPassword,
    WrongCode,
    ResetFirst,
    /// The time for a second factor is over.
    TooLate,
    TooShort,
    TooLong,
    Common,
    Guessable,
    Differ,
    Gone,
    Taken,
    NeedsFactor,
    NoSuchMember,
    LastAdministrator,
    NotErased,
    Passkey,
    NoPasskeys,
    LastWayIn,
    /// An owner link that is not of what is saved here.
    WrongLink,
    /// Of CVs or passkeys.
    Full,
    /// What they agree to is another text than the one they have read.
    OtherText,
    /// The terms or the policy are newer than what they have read.
    StaleTerms,
    /// Neither of the two is ticked.
    NothingTicked,
    /// An objection that others' safety outweighs.
    HasRole,
    /// No place of the list.
    NoPlace,
    /// Those who run the server have blocked the account.
    Blocked,
}

impl Problem {
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            Problem::NoAddress => t::problem_address(lang),
            Problem::NotDeclared => t::problem_declared(lang),
            Problem::NoInvitation => t::problem_invitation(lang),
            Problem::OnlyInvited => t::problem_only_invited(lang),
            Problem::Closed => t::problem_closed(lang),
            Problem::WrongSignIn => t::problem_sign_in(lang),
            Problem::WrongPassword => t::problem_password(lang),
            Problem::WrongCode => t::problem_code(lang),
            Problem::ResetFirst => t::problem_reset_first(lang),
            Problem::TooLate => t::problem_too_late(lang),
            Problem::TooShort => t::problem_short(lang),
            Problem::TooLong => t::problem_long(lang),
            Problem::Common => t::problem_common(lang),
            Problem::Guessable => t::problem_guessable(lang),
            Problem::Differ => t::problem_differ(lang),
            Problem::Gone => t::problem_gone(lang),
            Problem::Taken => t::problem_taken(lang),
            Problem::NeedsFactor => t::problem_needs_factor(lang),
            Problem::NoSuchMember => t::problem_no_member(lang),
            Problem::LastAdministrator => t::problem_last_administrator(lang),
            Problem::NotErased => t::problem_not_erased(lang),
            Problem::Passkey => t::problem_passkey(lang),
            Problem::NoPasskeys => t::problem_no_passkeys(lang),
            Problem::LastWayIn => t::problem_last_way_in(lang),
            Problem::WrongLink => texts::erasure::link_wrong(lang),
            Problem::Full => t::problem_full(lang),
            Problem::OtherText => consent::problem_text(lang),
            Problem::StaleTerms => texts::terms::asked_stale(lang),
            Problem::NothingTicked => texts::terms::asked_nothing(lang),
            Problem::HasRole => texts::data::object_role(lang),
            Problem::NoPlace => texts::rights::mine_problem(lang),
            Problem::Blocked => texts::console::problem_blocked(lang),
        }
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    PasswordReset,
    PasswordChanged,
    EmailAsked,
    EmailChanged,
    SecondFactorOff,
    SessionEnded,
    Moved,
    NotMoved,
    Kept,
    Compromised,
    PasskeyAdded,
    PasskeyRemoved,
    RoleChanged,
    SetUp,
    ConsentGiven,
    ConsentWithdrawn,
    LimitsChanged,
    Accepted,
    ResidenceSaved,
    ResidenceGone,
}

impl Done {
    const ALL: [Done; 20] = [
        Done::PasswordReset,
        Done::PasswordChanged,
        Done::EmailAsked,
        Done::EmailChanged,
        Done::SecondFactorOff,
        Done::SessionEnded,
        Done::Moved,
        Done::NotMoved,
        Done::Kept,
        Done::Compromised,
        Done::PasskeyAdded,
        Done::PasskeyRemoved,
        Done::RoleChanged,
        Done::SetUp,
        Done::ConsentGiven,
        Done::ConsentWithdrawn,
        Done::LimitsChanged,
        Done::Accepted,
        Done::ResidenceSaved,
        Done::ResidenceGone,
    ];

    /// The word for it in an address.
    pub fn tag(self) -> &'static str {
        match self {
            Done::PasswordReset => "password-reset",
            Done::PasswordChanged => "password-changed",
            Done::EmailAsked => "email-asked",
            Done::EmailChanged => "email-changed",
            Done::SecondFactorOff => "second-factor-off",
            Done::SessionEnded => "session-ended",
            Done::Moved => "moved",
            Done::NotMoved => "not-moved",
            Done::Kept => "kept",
            Done::Compromised => "compromised",
            Done::PasskeyAdded => "passkey-added",
            Done::PasskeyRemoved => "passkey-removed",
            Done::RoleChanged => "role-changed",
            Done::SetUp => "set-up",
            Done::ConsentGiven => "consent-given",
            Done::ConsentWithdrawn => "consent-withdrawn",
            Done::LimitsChanged => "limits-changed",
            Done::Accepted => "accepted",
            Done::ResidenceSaved => "residence-saved",
            Done::ResidenceGone => "residence-gone",
        }
    }

    /// What a word in an address says was done.
    pub fn from_tag(tag: &str) -> Option<Done> {
        Done::ALL.into_iter().find(|done| done.tag() == tag)
    }

    fn message(self, lang: Lang) -> &'static str {
        match self {
            Done::PasswordReset => t::done_password_reset(lang),
            Done::PasswordChanged => t::done_password_changed(lang),
            Done::EmailAsked => t::done_email_asked(lang),
            Done::EmailChanged => t::done_email_changed(lang),
            Done::SecondFactorOff => t::done_second_factor_off(lang),
            Done::SessionEnded => t::done_session_ended(lang),
            Done::Moved => t::done_moved(lang),
            Done::NotMoved => t::done_not_moved(lang),
            Done::Kept => texts::erasure::kept(lang),
            Done::Compromised => t::done_compromised(lang),
            Done::PasskeyAdded => t::done_passkey_added(lang),
            Done::PasskeyRemoved => t::done_passkey_removed(lang),
            Done::RoleChanged => t::done_role_changed(lang),
            Done::SetUp => t::done_set_up(lang),
            Done::ConsentGiven => consent::done_given(lang),
            Done::ConsentWithdrawn => consent::done_withdrawn(lang),
            Done::LimitsChanged => consent::done_limits(lang),
            Done::Accepted => texts::terms::asked_done(lang),
            Done::ResidenceSaved => texts::rights::mine_done(lang),
            Done::ResidenceGone => texts::rights::mine_gone(lang),
        }
    }
}

fn form() -> Form {
    use_context::<Form>().unwrap_or_default()
}

/// A page around its content: head, a column, foot.
pub(super) fn frame(page: Page, to: String, content: AnyView) -> impl IntoView {
    view! {
        <Header page to/>
        <main class="account" id="main">{content}</main>
        <Footer/>
    }
}

/// What went wrong, or what was done.
pub(super) fn said(form: &Form, lang: Lang) -> impl IntoView + use<> {
    let problem = form.problem.map(|problem| problem.message(lang));
    let done = form.done.map(|done| done.message(lang));
    view! {
        {problem.map(|text| view! { <p class="complaint" role="alert">{text}</p> })}
        {done.map(|text| view! { <p class="good" role="status">{text}</p> })}
    }
}

/// A time, to the minute and in UTC, which the page says.
pub(super) fn time(milliseconds: i64) -> String {
    let minutes = milliseconds.rem_euclid(86_400_000) / 60_000;
    format!(
        "{} {:02}:{:02}",
        Date::of(milliseconds),
        minutes / 60,
        minutes % 60
    )
}

/// A day, in UTC.
pub(super) fn date(milliseconds: i64) -> String {
    Date::of(milliseconds).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Done, time};

    #[test]
    fn times_are_written_as_dates() {
        for (milliseconds, text) in [
            (0, "1970-01-01 00:00"),
            (951_782_399_999, "2000-02-28 23:59"),
            (951_782_400_000, "2000-02-29 00:00"),
            (1_764_288_000_000, "2025-11-28 00:00"),
            (4_107_542_400_000, "2100-03-01 00:00"),
        ] {
            assert_eq!(time(milliseconds), text);
        }
    }

    #[test]
    fn what_was_done_comes_back_from_its_address() {
        assert_eq!(Done::from_tag(Done::Moved.tag()), Some(Done::Moved));
        assert_eq!(Done::from_tag("<script>"), None);
    }
}
