//! What registers, grounds and reasons are in words.

use privacy::disclosure::DisclosureGround;
use privacy::register::{Decision, Register};
use privacy::succession::SuccessionReason;
use texts::{Lang, registers as t};

pub fn register(register: Register, lang: Lang) -> &'static str {
    match register {
        Register::Assessments => t::assessments(lang),
        Register::Instructions => t::instructions(lang),
        Register::Laws => t::laws(lang),
        Register::Authorities => t::authorities(lang),
    }
}

pub(super) fn register_text(register: Register, lang: Lang) -> &'static str {
    match register {
        Register::Assessments => t::assessments_text(lang),
        Register::Instructions => t::instructions_text(lang),
        Register::Laws => t::laws_text(lang),
        Register::Authorities => t::authorities_text(lang),
    }
}

/// What a field of an entry is called.
pub fn field(register: Register, name: &str, lang: Lang) -> &'static str {
    match (register, name) {
        (_, "purpose") => t::field_purpose(lang),
        (_, "interest") => t::field_interest(lang),
        (_, "necessity") => t::field_necessity(lang),
        (_, "balance") => t::field_balance(lang),
        (_, "decision") => t::field_decision(lang),
        (_, "summary_sv") => t::field_summary_sv(lang),
        (_, "summary_en") => t::field_summary_en(lang),
        (Register::Assessments, "on") => t::field_decided_on(lang),
        (Register::Instructions, "on") => t::field_asked_on(lang),
        (Register::Laws, "on") => t::field_in_force(lang),
        (Register::Authorities, "on") => t::field_looked_on(lang),
        (_, "review") => t::field_review(lang),
        (_, "from") => t::field_from(lang),
        (_, "what") => t::field_what(lang),
        (_, "done") => t::field_done(lang),
        (_, "done_on") => t::field_done_on(lang),
        (_, "where") => t::field_where(lang),
        (_, "law") => t::field_law(lang),
        (_, "source") => t::field_source(lang),
        (_, "changed") => t::field_changed(lang),
        (_, "country") => t::field_country(lang),
        (_, "address") => t::field_address(lang),
        _ => t::field_name(lang),
    }
}

pub fn decision(decision: Decision, lang: Lang) -> &'static str {
    match decision {
        Decision::Outweighs => t::decision_outweighs(lang),
        Decision::WithMeasures => t::decision_with_measures(lang),
        Decision::Outweighed => t::decision_outweighed(lang),
    }
}

pub fn ground(ground: DisclosureGround, lang: Lang) -> &'static str {
    match ground {
        DisclosureGround::Order => t::ground_order(lang),
        DisclosureGround::Safety => t::ground_safety(lang),
        DisclosureGround::Claim => t::ground_claim(lang),
        DisclosureGround::Adviser => t::ground_adviser(lang),
    }
}

pub(super) fn reason(reason: SuccessionReason, lang: Lang) -> &'static str {
    match reason {
        SuccessionReason::Sale => t::reason_sale(lang),
        SuccessionReason::Merger => t::reason_merger(lang),
        SuccessionReason::Insolvency => t::reason_insolvency(lang),
        SuccessionReason::Renamed => t::reason_renamed(lang),
    }
}
