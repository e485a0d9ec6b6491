//! What the inventory's values are in words.

use privacy::inventory::{
    Category, Consequence, Entry, Erasure, Need, Protection, Recipient, Sensitive, Source, Subject,
};
use privacy::policy::Aspect;
use privacy::transfer::Mechanism;
use privacy::{Event, LegalBasis, Party, PartyRole, Purpose, Retention, Start, Then};
use texts::{Lang, cases as c, inventory as t, privacy as p, why as w};

pub fn category(category: Category, lang: Lang) -> &'static str {
    match category {
        Category::Identity => t::category_identity(lang),
        Category::Contact => t::category_contact(lang),
        Category::Online => t::category_online(lang),
        Category::Career => t::category_career(lang),
        Category::Education => t::category_education(lang),
        Category::Skills => t::category_skills(lang),
        Category::Image => t::category_image(lang),
        Category::FreeText => t::category_free_text(lang),
        Category::OtherPerson => t::category_other_person(lang),
        Category::Protected => t::category_protected(lang),
        Category::Salary => t::category_salary(lang),
        Category::Place => t::category_place(lang),
        Category::Technical => t::category_technical(lang),
        Category::Preference => t::category_preference(lang),
    }
}

pub fn subject(subject: Subject, lang: Lang) -> &'static str {
    match subject {
        Subject::Writer => t::subject_writer(lang),
        Subject::Referee => t::subject_referee(lang),
        Subject::Visitor => t::subject_visitor(lang),
        Subject::Staff => t::subject_staff(lang),
    }
}

pub fn source(source: Source, lang: Lang) -> &'static str {
    match source {
        Source::Entered => t::source_entered(lang),
        Source::Made => t::source_made(lang),
        Source::Chosen => t::source_chosen(lang),
    }
}

pub fn purpose(purpose: Purpose, lang: Lang) -> &'static str {
    match purpose {
        Purpose::MakeCv => p::purpose_make_cv(lang),
        Purpose::KeepDraft => p::purpose_keep_draft(lang),
        Purpose::RememberChoice => p::purpose_remember_choice(lang),
        Purpose::KeepSaved => p::purpose_keep_saved(lang),
        Purpose::Publish => p::purpose_publish(lang),
        Purpose::Count => texts::statistics::purpose_count(lang),
        Purpose::Moderate => texts::abuse::purpose_moderate(lang),
        Purpose::Recognise => p::purpose_recognise(lang),
        Purpose::SignIn => p::purpose_sign_in(lang),
        Purpose::Protect => p::purpose_protect(lang),
        Purpose::Account => p::purpose_account(lang),
        Purpose::Notify => p::purpose_notify(lang),
        Purpose::Export => p::purpose_export(lang),
        Purpose::Rights => p::purpose_rights(lang),
        Purpose::Hold => p::purpose_hold(lang),
        Purpose::Operate => t::purpose_operate(lang),
    }
}

pub fn legal_basis(basis: LegalBasis, lang: Lang) -> &'static str {
    match basis {
        LegalBasis::Contract => p::basis_contract(lang),
        LegalBasis::Consent => p::basis_consent(lang),
        LegalBasis::LegitimateInterest => p::basis_legitimate_interest(lang),
        LegalBasis::LegalObligation => p::basis_legal_obligation(lang),
        LegalBasis::StrictlyNecessary => p::basis_strictly_necessary(lang),
    }
}

/// The interest that is weighed, where one is the basis.
pub fn interest(purpose: Purpose, basis: LegalBasis, lang: Lang) -> Option<&'static str> {
    if basis != LegalBasis::LegitimateInterest {
        return None;
    }
    Some(match purpose {
        Purpose::Export => p::purpose_export(lang),
        Purpose::Hold => t::interest_hold(lang),
        Purpose::Count => texts::statistics::interest_count(lang),
        Purpose::Operate => t::interest_operate(lang),
        Purpose::Protect | Purpose::SignIn | Purpose::Recognise | Purpose::Account => {
            t::interest_protect(lang)
        }
        _ => t::interest_naming(lang),
    })
}

pub fn recipient(recipient: Recipient, lang: Lang) -> &'static str {
    match recipient {
        Recipient::ServerInPassing => t::recipient_in_passing(lang),
        Recipient::ServerWithRequests => t::recipient_with_requests(lang),
        Recipient::ServerKept => t::recipient_kept(lang),
        Recipient::Everyone => t::recipient_everyone(lang),
        Recipient::MailServers => t::recipient_mail(lang),
    }
}

pub fn need(need: Need, lang: Lang) -> &'static str {
    match need {
        Need::Optional => t::need_optional(lang),
        Need::OptIn => t::need_opt_in(lang),
        Need::Mandatory(without) => match without {
            Consequence::NoDraft => t::need_no_draft(lang),
            Consequence::NotSaved => t::need_not_saved(lang),
            Consequence::NotPublished => t::need_not_published(lang),
            Consequence::NotRecognised => t::need_not_recognised(lang),
            Consequence::NoSignIn => t::need_no_sign_in(lang),
            Consequence::NoAccount => t::need_no_account(lang),
            Consequence::NotProtected => t::need_not_protected(lang),
            Consequence::NoLetter => t::need_no_letter(lang),
            Consequence::NotAnswered => c::need_not_answered(lang),
            Consequence::NoAnswer => t::need_no_answer(lang),
            Consequence::NotChanged => w::need_not_changed(lang),
            Consequence::NotOpened => w::need_not_opened(lang),
        },
    }
}

/// How long, counted from when.
pub fn kept(retention: Retention, start: Start, lang: Lang) -> String {
    match retention {
        Retention::Days(days) if start == Start::Closed => {
            t::kept_after_closing(lang, u64::from(days.get()))
        }
        Retention::Days(days) => p::kept_days(lang, u64::from(days.get())),
        Retention::Unused(days) => p::kept_unused(lang, u64::from(days.get())),
        Retention::Until(event) => match event {
            Event::DraftErased => p::kept_draft_erased(lang),
            Event::SnapshotTaken => p::kept_snapshot_taken(lang),
            Event::ConsentWithdrawn => p::kept_consent_withdrawn(lang),
            Event::LastDraftErased => p::kept_last_draft_erased(lang),
            Event::UnsavedAgain => p::kept_unsaved_again(lang),
            Event::TabClosed => p::kept_tab_closed(lang),
            Event::BrowserClosed => p::kept_browser_closed(lang),
            Event::Replaced => p::kept_replaced(lang),
        }
        .to_owned(),
    }
}

pub fn then(then: Then, lang: Lang) -> &'static str {
    match then {
        Then::Deleted => t::then_deleted(lang),
        Then::Anonymised => t::then_anonymised(lang),
    }
}

pub fn protection(protection: Protection, lang: Lang) -> &'static str {
    match protection {
        Protection::OwnDevice => t::protection_device(lang),
        Protection::Gate => t::protection_gate(lang),
        Protection::Cookie => t::protection_cookie(lang),
        Protection::Sealed => p::protection_sealed(lang),
        Protection::Hashed => p::protection_hashed(lang),
        Protection::Operator => p::protection_operator(lang),
    }
}

pub fn sensitive(reason: Sensitive, lang: Lang) -> &'static str {
    match reason {
        Sensitive::Protected => t::sensitive_protected(lang),
        Sensitive::Salary => t::sensitive_salary(lang),
        Sensitive::Face => t::sensitive_face(lang),
        Sensitive::OtherPerson => t::sensitive_other_person(lang),
        Sensitive::MayHoldAnything => t::sensitive_free_text(lang),
        Sensitive::SignIn => t::sensitive_sign_in(lang),
    }
}

pub(in crate::pages) fn erase(entry: &Entry, lang: Lang) -> &'static str {
    match entry.erasure {
        Erasure::WithDraft => p::erase_with_draft(lang),
        Erasure::Withdrawal => p::erase_withdrawal(lang),
        Erasure::WithSaved => p::erase_with_saved(lang),
        Erasure::WithAccount => p::erase_with_account(lang),
        Erasure::WithTime => p::erase_with_time(lang),
        Erasure::WithEverything => p::erase_with_everything(lang),
    }
}

pub(super) fn aspect(aspect: Aspect, lang: Lang) -> &'static str {
    match aspect {
        Aspect::Category => t::fact_category(lang),
        Aspect::Subject => t::fact_subjects(lang),
        Aspect::Source => t::fact_sources(lang),
        Aspect::Purposes => t::fact_purposes(lang),
        Aspect::Recipients => t::fact_recipients(lang),
        Aspect::Need => t::fact_need(lang),
        Aspect::Retention => t::fact_kept(lang),
        Aspect::Protection => t::fact_protection(lang),
        Aspect::Log => t::fact_log(lang),
        Aspect::Export => t::fact_export(lang),
        Aspect::Erasure => t::fact_erasure(lang),
    }
}

pub fn party_role(role: PartyRole, lang: Lang) -> &'static str {
    match role {
        PartyRole::Hosting => t::party_hosting(lang),
        PartyRole::Mail => t::party_mail(lang),
        PartyRole::Backups => t::party_backups(lang),
    }
}

/// What allows the transfer to a party.
pub(in crate::pages) fn allowed(party: &Party, lang: Lang) -> String {
    let transfer = party.transfer;
    match transfer.mechanism() {
        None => t::mechanism_none(lang).to_owned(),
        Some(Mechanism::Adequacy) => {
            let day = transfer.country().adequate_since();
            t::mechanism_adequacy(lang, day.unwrap_or_default())
        }
        Some(Mechanism::StandardClauses) => t::mechanism_clauses(lang).to_owned(),
        Some(Mechanism::BindingRules) => t::mechanism_rules(lang).to_owned(),
        Some(Mechanism::CodeOfConduct) => texts::registers::mechanism_code(lang).to_owned(),
        Some(Mechanism::Certification) => t::mechanism_certification(lang).to_owned(),
        Some(Mechanism::Derogation) => {
            let reason = party.safeguards.reason.as_deref();
            texts::registers::mechanism_derogation(lang, reason.unwrap_or_default())
        }
    }
}
