//! The values of cases in words.

use privacy::case::clock::Urgency;
use privacy::case::{Matter, Proof, Requester, State, Step, Topic, Way};
use texts::{Lang, cases as t};

pub fn matter(matter: Matter, lang: Lang) -> &'static str {
    match matter {
        Matter::Know => t::matter_know(lang),
        Matter::Confirm => t::matter_confirm(lang),
        Matter::Copy => t::matter_copy(lang),
        Matter::Correct => t::matter_correct(lang),
        Matter::Erase => t::matter_erase(lang),
        Matter::Restrict => t::matter_restrict(lang),
        Matter::Object => t::matter_object(lang),
        Matter::Portability => t::matter_portability(lang),
        Matter::Limit => t::matter_limit(lang),
        Matter::OptOut => t::matter_opt_out(lang),
        Matter::Withdraw => t::matter_withdraw(lang),
        Matter::Complaint => t::matter_complaint(lang),
        Matter::Policy => t::matter_policy(lang),
        Matter::Practices => t::matter_practices(lang),
        Matter::Unsubscribe => t::matter_unsubscribe(lang),
    }
}

/// The beginning of an answer. That something is erased is said only where it is.
pub fn template(matter: Matter, erased: bool, site: &str, lang: Lang) -> String {
    match matter {
        Matter::Erase if erased => {
            let parts = [
                t::template_erase(lang),
                t::template_erased(lang),
                t::template_erased_kept(lang),
            ];
            return parts.join(" ");
        }
        Matter::Know => return t::template_know(lang, site),
        Matter::Confirm => t::template_confirm(lang),
        Matter::Copy => t::template_copy(lang),
        Matter::Correct => t::template_correct(lang),
        Matter::Erase => t::template_erase(lang),
        Matter::Restrict => t::template_restrict(lang),
        Matter::Object => t::template_object(lang),
        Matter::Portability => t::template_portability(lang),
        Matter::Limit => t::template_limit(lang),
        Matter::OptOut => t::template_opt_out(lang),
        Matter::Withdraw => t::template_withdraw(lang),
        Matter::Complaint => t::template_complaint(lang),
        Matter::Policy => t::template_policy(lang),
        Matter::Practices => t::template_practices(lang),
        Matter::Unsubscribe => t::template_unsubscribe(lang),
    }
    .to_owned()
}

pub(super) fn topic(topic: Topic, lang: Lang) -> &'static str {
    match topic {
        Topic::Policy => t::topic_policy(lang),
        Topic::Practices => t::topic_practices(lang),
        Topic::Complaint => t::topic_complaint(lang),
        Topic::Delete => t::topic_delete(lang),
        Topic::Unsubscribe => t::topic_unsubscribe(lang),
    }
}

pub(super) fn state(state: State, lang: Lang) -> &'static str {
    match state {
        State::Received => t::state_received(lang),
        State::IdentityAsked => t::state_identity_asked(lang),
        State::Verified => t::state_verified(lang),
        State::InWork => t::state_in_work(lang),
        State::Extended => t::state_extended(lang),
        State::Answered => t::state_answered(lang),
        State::Refused => t::state_refused(lang),
        State::Closed => t::state_closed(lang),
    }
}

pub(super) fn proof(proof: Option<Proof>, lang: Lang) -> &'static str {
    match proof {
        None => t::proof_none(lang),
        Some(Proof::SignIn) => t::proof_sign_in(lang),
        Some(Proof::Passkey) => t::proof_passkey(lang),
        Some(Proof::MailedCode) => t::proof_mailed_code(lang),
        Some(Proof::Operator) => t::proof_operator(lang),
    }
}

pub(super) fn way(way: Way, lang: Lang) -> &'static str {
    match way {
        Way::Form => t::way_form(lang),
        Way::Mail => t::way_mail(lang),
        Way::Post => t::way_post(lang),
    }
}

pub(super) fn requester(requester: Requester, lang: Lang) -> &'static str {
    match requester {
        Requester::Member => t::requester_member(lang),
        Requester::Visitor => t::requester_visitor(lang),
        Requester::Named => t::requester_named(lang),
    }
}

pub(super) fn urgency(urgency: Urgency, lang: Lang) -> &'static str {
    match urgency {
        Urgency::Calm => t::desk_calm(lang),
        Urgency::Soon => t::desk_soon(lang),
        Urgency::Pressing => t::desk_pressing(lang),
        Urgency::Late => t::desk_late_one(lang),
    }
}

pub fn step(step: Step, lang: Lang) -> &'static str {
    match step {
        Step::Receive => t::step_receive(lang),
        Step::AskIdentity => t::step_ask_identity(lang),
        Step::Fail => t::step_fail(lang),
        Step::Verify => t::step_verify(lang),
        Step::Take => t::step_take(lang),
        Step::Extend => t::step_extend(lang),
        Step::Answer => t::step_answer(lang),
        Step::Refuse => t::step_refuse(lang),
        Step::Close => t::step_close(lang),
        Step::Open => t::step_open(lang),
        Step::Scan => t::step_scan(lang),
        Step::AskOwner => t::step_ask_owner(lang),
        Step::Hide => t::step_hide(lang),
        Step::Erase => t::step_erase(lang),
        Step::Note => t::step_note(lang),
        Step::Remind => t::step_remind(lang),
    }
}
