//! A person: how the account stands, what is masked and can be opened, and what can
//! be done with it.

use backend::{Attempt, AttemptBy, PersonShown, PersonState};
use leptos::prelude::*;
use privacy::{Class, Masked, OPEN_MINUTES, Role};
use texts::{Lang, account, console as t};

use super::{acts, reason};
use crate::pages::account::{date, masked_name, role_name, time};
use crate::pages::storage::listed;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct PersonView {
    pub shown: PersonShown,
    /// What is open, as it is shown.
    pub opened: Vec<Opened>,
}

/// Something that is open.
#[derive(Clone, Debug)]
pub enum Opened {
    Address(Option<String>),
    SignIns(Vec<Attempt>),
    /// The words of each CV and letter.
    Documents(Vec<String>),
    /// The paths of public pages.
    Pages(Vec<String>),
}

impl Opened {
    fn what(&self) -> Masked {
        match self {
            Opened::Address(_) => Masked::Address,
            Opened::SignIns(_) => Masked::SignIns,
            Opened::Documents(_) => Masked::Documents,
            Opened::Pages(_) => Masked::Pages,
        }
    }
}

/// What can be opened on this page.
const MASKED: [Masked; 4] = [
    Masked::Address,
    Masked::SignIns,
    Masked::Pages,
    Masked::Documents,
];

pub(super) fn section(view: PersonView, lang: Lang) -> impl IntoView {
    let PersonView { shown, opened } = view;
    let id = shown.account.to_string();
    let masks = MASKED.map(|what| {
        let content = opened.iter().find(|opened| opened.what() == what);
        let until = shown.open.iter().find(|(known, _)| *known == what);
        match content.zip(until) {
            Some((content, (_, until))) => open(what, content, *until, lang).into_any(),
            None => masked(what, &id, shown.restricted, lang).into_any(),
        }
    });
    view! {
        <p class="detail"><code>{id.clone()}</code></p>
        {listed(facts(&shown, lang))}
        <section>
            <h2>{t::masked_title(lang)}</h2>
            <p>{t::masked_text(lang, u64::from(OPEN_MINUTES))}</p>
            {shown.restricted.then(|| view! { <p><strong>{t::said_restricted(lang)}</strong></p> })}
            <ul class="lines">{masks.into_iter().collect_view()}</ul>
            {(!shown.open.is_empty()).then(|| view! {
                <form method="post" action=format!("/admin/person/{id}/mask")>
                    <button class="button">{t::mask_again(lang)}</button>
                </form>
            })}
        </section>
        {acts::section(&shown, lang)}
    }
}

fn facts(shown: &PersonShown, lang: Lang) -> Vec<(&'static str, String)> {
    let state = match shown.state {
        PersonState::Anonymous => t::state_anonymous(lang),
        PersonState::Member => t::state_member(lang),
        PersonState::Blocked => t::state_blocked(lang),
        PersonState::Erasing => t::state_erasing(lang),
    };
    let class = shown.class.map_or("–", |class| class_name(class, lang));
    let mut facts = vec![
        (t::fact_state(lang), state.to_owned()),
        (t::fact_class(lang), class.to_owned()),
        (t::fact_created(lang), date(shown.created_at)),
        (t::fact_used(lang), date(shown.used_at)),
        (t::fact_documents(lang), shown.documents.to_string()),
        (t::fact_pages(lang), shown.public_pages.to_string()),
        (t::fact_sessions(lang), shown.sessions.to_string()),
        (t::fact_holds(lang), shown.holds.to_string()),
    ];
    if shown.role != Role::Member {
        facts.push((account::role(lang), role_name(shown.role, lang).to_owned()));
    }
    if shown.restricted {
        facts.push((t::fact_limits(lang), t::limits_restricted(lang).to_owned()));
    }
    if shown.limited {
        facts.push((t::fact_limits(lang), t::limits_sensitive(lang).to_owned()));
    }
    if let Some(at) = shown.leaving_at {
        facts.push((t::fact_leaving(lang), date(at)));
    }
    facts
}

fn class_name(class: Class, lang: Lang) -> &'static str {
    match class {
        Class::Visitor => t::class_visitor(lang),
        Class::Lead => t::class_lead(lang),
        Class::Saver => t::class_saver(lang),
        Class::Member => t::class_member(lang),
        Class::Subscriber => t::class_subscriber(lang),
        Class::Referee => t::class_referee(lang),
        Class::Staff => t::class_staff(lang),
    }
}

fn masked(what: Masked, id: &str, restricted: bool, lang: Lang) -> impl IntoView + use<> {
    let form = (!restricted).then(|| {
        view! {
            <details>
                <summary class="link">{t::open_it(lang)}</summary>
                <form method="post" action=format!("/admin/person/{id}/open") class="stack">
                    <input type="hidden" name="what" value=what.name()/>
                    {reason("reason", t::reason(lang))}
                    <p class="detail">{t::reason_text(lang)}</p>
                    <button class="button">{t::open_it(lang)}</button>
                </form>
            </details>
        }
    });
    view! {
        <li data-masked=what.name()>
            <div>
                <strong>{masked_name(what, lang)}</strong>
                <span class="detail" aria-hidden="true">"••••••••"</span>
                <span class="visually-hidden">{t::is_masked(lang)}</span>
            </div>
            {form}
        </li>
    }
}

fn open(what: Masked, content: &Opened, until: i64, lang: Lang) -> impl IntoView + use<> {
    let none = || view! { <p>{t::open_none(lang)}</p> }.into_any();
    let content = match content {
        Opened::Address(Some(address)) => view! { <p>{address.clone()}</p> }.into_any(),
        Opened::Address(None) => none(),
        Opened::SignIns(lines) if lines.is_empty() => none(),
        Opened::SignIns(lines) => sign_ins(lines, lang).into_any(),
        Opened::Documents(texts) if texts.is_empty() => none(),
        Opened::Documents(texts) => texts
            .iter()
            .map(|text| view! { <pre class="opened">{text.clone()}</pre> })
            .collect_view()
            .into_any(),
        Opened::Pages(paths) if paths.is_empty() => none(),
        Opened::Pages(paths) => paths
            .iter()
            .map(|path| view! { <p><a href=path.clone()>{path.clone()}</a></p> })
            .collect_view()
            .into_any(),
    };
    view! {
        <li data-opened=what.name()>
            <div>
                <strong>{masked_name(what, lang)}</strong>
                <span class="detail">{t::open_until(lang, time(until))}</span>
                {content}
            </div>
        </li>
    }
}

fn sign_ins(lines: &[Attempt], lang: Lang) -> impl IntoView + use<> {
    let rows = lines.iter().map(|line| {
        let how = match line.by {
            AttemptBy::Password => account::by_password(lang),
            AttemptBy::SecondFactor => account::by_second_factor(lang),
            AttemptBy::Passkey => account::by_passkey(lang),
            AttemptBy::Mail => account::by_mail(lang),
        };
        let agent = match &line.agent {
            Some(agent) => account::browser_on_system(lang, &agent.browser, &agent.system),
            None => account::browser_unknown(lang).to_owned(),
        };
        let outcome = match line.done {
            true => account::outcome_done(lang),
            false => account::outcome_refused(lang),
        };
        view! {
            <tr>
                <td>{time(line.at)}</td>
                <td data-head=account::how(lang)>{how}</td>
                <td data-head=account::from_where(lang)>{agent}</td>
                <td data-head=account::outcome(lang)>{outcome}</td>
            </tr>
        }
    });
    view! {
        <table class="log">
            <thead>
                <tr>
                    <th scope="col">{account::when_utc(lang)}</th>
                    <th scope="col">{account::how(lang)}</th>
                    <th scope="col">{account::from_where(lang)}</th>
                    <th scope="col">{account::outcome(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
