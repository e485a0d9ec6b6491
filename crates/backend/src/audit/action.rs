//! What is recorded.

macro_rules! actions {
    ($($action:ident $name:literal $what:literal),* $(,)?) => {
        /// What is recorded. The list is closed, and an action's name is for
        /// ever: old rows have it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action { $(#[doc = $what] $action),* }

        impl Action {
            pub const ALL: &[Action] = &[$(Action::$action),*];

            /// As it stands in the database, at most 32 letters.
            pub fn name(self) -> &'static str {
                match self { $(Action::$action => $name),* }
            }

            pub fn parse(name: &str) -> Option<Action> {
                match name { $($name => Some(Action::$action),)* _ => None }
            }
        }
    };
}

actions! {
    SignedUp "signed_up" "Somebody has made an account.",
    SignedIn "signed_in" "Somebody has signed in.",
    SignInFailed "sign_in_failed" "Somebody has tried to, with a wrong password, passkey or code.",
    PasswordChanged "password_changed" "Somebody has changed their password.",
    PasswordReset "password_reset" "A password was set anew, by a link.",
    EmailChanged "email_changed" "Somebody has another address.",
    SecondFactorOn "second_factor_on" "From now on a code is asked for.",
    SecondFactorOff "second_factor_off" "A code is no longer asked for.",
    PasskeyAdded "passkey_added" "Somebody has one more passkey.",
    PasskeyRemoved "passkey_removed" "Somebody has one passkey less.",
    SessionEnded "session_ended" "One browser was signed out from another.",
    SessionsEnded "sessions_ended" "All browsers of an account were signed out.",
    Compromised "compromised" "Somebody has said that their account is in others' hands.",
    AccountErased "account_erased" "An account is gone, with everything of it.",
    ErasureAsked "erasure_asked" "Somebody wants their account erased.",
    ErasureCancelled "erasure_cancelled" "Somebody keeps the account that was to be erased.",
    CaseOpened "case_opened" "A case was opened that staff will look at.",
    CaseClosed "case_closed" "A case was closed.",
    RoleGranted "role_granted" "Somebody is staff.",
    RoleRemoved "role_removed" "Somebody is no longer staff.",
    Invited "invited" "Somebody was invited to make an account.",
    AuditRead "audit_read" "Somebody has read this log.",
    KeysRotated "keys_rotated" "The operator has changed keys.",
    BackedUp "backed_up" "The operator has made a backup.",
    Restored "restored" "All that is before this came back from a backup.",
    DocumentMoved "document_moved" "A CV was moved from one account to another.",
    ExportAsked "export_asked" "Somebody has asked for a copy of everything of theirs.",
    ExportTaken "export_taken" "Somebody has downloaded that copy.",
    ConsentGiven "consent_given" "Somebody has agreed to a use of their data.",
    ConsentWithdrawn "consent_withdrawn" "Somebody no longer agrees to it.",
    Restricted "restricted" "Somebody has restricted what is done with their data.",
    RestrictionLifted "restriction_lifted" "Somebody has lifted that.",
    Limited "limited" "Somebody has limited the use of sensitive data.",
    LimitLifted "limit_lifted" "Somebody has lifted that.",
    TermsAccepted "terms_accepted" "Somebody has accepted newer terms of service.",
    PolicyScheduled "policy_scheduled" "Somebody who works here has announced a change of the policy.",
    PolicyWithdrawn "policy_withdrawn" "Somebody who works here has taken such a change back.",
    ConsentEnded "consent_ended" "A consent has ended, as its text was changed and not agreed to anew.",
    PolicyRead "policy_read" "Somebody has read a newer policy.",
    ClausesTaken "clauses_taken" "A visitor, who is not named, has taken a copy of a recipient's clauses.",
    HeldForClaim "held_for_claim" "Something is held, because a legal claim needs it.",
    HeldForDuty "held_for_duty" "Something is held, because the law asks for it.",
    HeldByOrder "held_by_order" "Something is held, because an authority has ordered it.",
    HeldOnRequest "held_on_request" "Something is held, because its owner has asked for it.",
    HoldReviewed "hold_reviewed" "A hold was found to be still right.",
    HoldRead "hold_read" "What is held was read.",
    HoldOver "hold_over" "A hold has ended: its ground is over.",
    HoldMistaken "hold_mistaken" "A hold has ended: it was placed by mistake.",
    Objected "objected" "Somebody objects to a use of their data.",
    ObjectionLifted "objection_lifted" "Somebody no longer objects to it.",
    OptedOut "opted_out" "Somebody does not want their data sold or shared.",
    OptOutLifted "opt_out_lifted" "Somebody has taken that back.",
    ReportRead "report_read" "Somebody who works here has read what was reported of a public page.",
    ReportClosed "report_closed" "A report of a public page was found to need nothing.",
    PageTakenDown "page_taken_down" "A public page was taken down by somebody who works here.",
    PagePutBack "page_put_back" "A public page that was taken down may be shown again.",
    CaseRead "case_read" "Somebody who works here has read what somebody asks, or what is held of them for the answer.",
    CaseWorked "case_worked" "Somebody who works here has done something to a case.",
    ItemHidden "item_hidden" "An entry that names somebody else was taken out of a public page.",
    AddressRead "address_read" "Somebody who works here was shown an address.",
    LookedUp "looked_up" "Somebody who works here has looked an account up by its address.",
    Blocked "blocked" "Somebody who works here has blocked an account.",
    Unblocked "unblocked" "Somebody who works here has lifted a block.",
    MinorErased "minor_erased" "An account is erased because its owner is under 18.",
    AgeFlagged "age_flagged" "A date of birth says that somebody is under 18.",
    AgeSettled "age_settled" "Somebody who works here has found them to be 18 or older.",
    GuardianConsented "guardian_consented" "A guardian's consent was recorded.",
    Proposed "proposed" "Somebody has proposed what two are needed for.",
    Confirmed "confirmed" "A second one has confirmed it, and it was done.",
    Declined "declined" "It was declined, or taken back.",
    Dormant "dormant" "The owner of an unused account was told that it will go.",
    Opened "opened" "Somebody who works here has opened what was masked, and said why.",
    DisclosureProposed "disclosure_proposed" "Somebody proposes that something of a person's is disclosed.",
    DisclosureRefused "disclosure_refused" "It is not disclosed.",
    DisclosureConfirmed "disclosure_confirmed" "A second one agrees to a disclosure that its person may not know of yet.",
    Disclosed "disclosed" "Something of a person's was given to an authority or an adviser.",
    DisclosuresRead "disclosures_read" "Somebody has read the register of disclosures.",
    RegisterWritten "register_written" "Somebody has added to a register of the operator's.",
    SuccessionProposed "succession_proposed" "Somebody proposes that another one becomes responsible.",
    SuccessionAnnounced "succession_announced" "A second one agrees, and people are told.",
    SuccessionCancelled "succession_cancelled" "Nobody else becomes responsible.",
    SuccessionDone "succession_done" "Somebody else has become responsible.",
    AgreementTaken "agreement_taken" "A visitor, who is not named, has taken a copy of the data processing agreement.",
}

#[cfg(test)]
mod tests {
    use super::Action;

    #[test]
    fn names_are_read_back_and_fit_their_column() {
        for action in Action::ALL {
            assert_eq!(Action::parse(action.name()), Some(*action));
            assert!(action.name().len() <= 32, "{action:?}");
        }
        assert_eq!(Action::parse(""), None);
    }
}
