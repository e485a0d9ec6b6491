//! What a form of the console has done, or why it was not taken.

use leptos::prelude::*;
use texts::{Lang, console as t};

macro_rules! said {
    ($($said:ident $tag:literal $is_done:literal $message:ident),* $(,)?) => {
        /// What is said above a part of the console.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Said { $($said),* }

        impl Said {
            /// The word for it in an address.
            pub fn tag(self) -> &'static str {
                match self { $(Said::$said => $tag),* }
            }

            /// What a word in an address says.
            pub fn from_tag(tag: &str) -> Option<Said> {
                match tag { $($tag => Some(Said::$said),)* _ => None }
            }

            /// Whether something was done.
            pub fn is_done(self) -> bool {
                match self { $(Said::$said => $is_done),* }
            }

            fn message(self, lang: Lang) -> &'static str {
                match self { $(Said::$said => t::$message(lang)),* }
            }
        }
    };
}

said! {
    Opened "opened" true said_opened,
    Masked "masked" true said_masked,
    SignedOut "signed-out" true said_signed_out,
    NoReason "no-reason" false said_no_reason,
    Restricted "restricted" false said_restricted,
    NobodyFound "nobody" false said_nobody,
    Blocked "blocked" true said_blocked,
    Unblocked "unblocked" true said_unblocked,
    MinorErased "minor-erased" true said_minor_erased,
    MinorNotSure "not-sure" false said_not_sure,
    Settled "settled" true said_settled,
    GuardianRecorded "guardian" true said_guardian,
    WorksHere "works-here" false said_works_here,
    Proposed "proposed" true said_proposed,
    NotProposed "not-proposed" false said_not_proposed,
    Confirmed "confirmed" true said_confirmed,
    ConfirmedPartly "partly" false said_partly,
    OwnProposal "own" false said_own,
    TooLate "too-late" false said_too_late,
    Declined "declined" true said_declined,
    HoldReviewed "reviewed" true said_reviewed,
    HoldEnded "ended" true said_ended,
    NoDay "no-day" false said_no_day,
    Proving "proving" true said_proving,
    InvitationWithdrawn "invitation-withdrawn" true said_invitation,
    CaseClosed "case-closed" true said_case,
}

impl Said {
    pub(super) fn shown(self, lang: Lang) -> impl IntoView {
        let text = self.message(lang);
        match self.is_done() {
            true => view! { <p class="good" role="status">{text}</p> }.into_any(),
            false => view! { <p class="complaint" role="alert">{text}</p> }.into_any(),
        }
    }
}
