//! The parts of the console: one list, of which the front page is made. A part that
//! is added adds a line.

use leptos::prelude::*;
use privacy::{Right, Role};
use texts::{Lang, abuse, account, cases, console as t, registers};

/// A part of the console.
pub struct Part {
    pub path: &'static str,
    /// Who has it reaches the part.
    pub right: Right,
    name: fn(Lang) -> &'static str,
    what: fn(Lang) -> &'static str,
}

/// In the order in which they are shown.
pub static PARTS: &[Part] = &[
    Part {
        path: "/admin/cases",
        right: Right::Cases,
        name: cases::desk_title,
        what: cases::desk_lead,
    },
    Part {
        path: "/admin/reports",
        right: Right::Reports,
        name: abuse::reports_title,
        what: abuse::reports_text,
    },
    Part {
        path: "/admin/registers",
        right: Right::Registers,
        name: registers::title,
        what: registers::lead,
    },
    Part {
        path: "/admin/minors",
        right: Right::Persons,
        name: t::minors_title,
        what: t::minors_what,
    },
    Part {
        path: "/admin/approvals",
        right: Right::Persons,
        name: t::approvals_title,
        what: t::approvals_what,
    },
    Part {
        path: "/admin/holds",
        right: Right::Holds,
        name: t::holds_title,
        what: t::holds_what,
    },
    Part {
        path: "/admin/retention",
        right: Right::Oversight,
        name: t::retention_title,
        what: t::retention_what,
    },
    Part {
        path: "/admin/proof",
        right: Right::Oversight,
        name: t::proof_title,
        what: t::proof_what,
    },
    Part {
        path: "/admin/audit",
        right: Right::Audit,
        name: account::audit_title,
        what: account::audit_text,
    },
];

/// The parts that a role reaches.
#[component]
pub fn Navigation(role: Role, lang: Lang) -> impl IntoView {
    let parts = PARTS.iter().filter(|part| role.has(part.right));
    let lines = parts.map(|part| {
        view! {
            <li>
                <div>
                    <a href=part.path>{(part.name)(lang)}</a>
                    <span class="detail">{(part.what)(lang)}</span>
                </div>
            </li>
        }
    });
    view! {
        <section>
            <h2>{t::parts_title(lang)}</h2>
            <ul class="lines">{lines.collect_view()}</ul>
        </section>
    }
}
