//! What was promised, line by line, and what shows that it is kept.

mod words;

use leptos::prelude::*;
use privacy::promises::{Check, LAST, Promise, Running, State, Unbuilt, all};
use texts::{Lang, promises as t};

use super::landing::{Footer, Header};
use crate::language::lang;
use crate::page::Page;

/// What the server found when it last looked at itself.
#[derive(Clone, Debug, Default)]
pub struct Inspected(pub Vec<Look>);

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub running: Running,
    pub well: bool,
    /// The time, in UTC, as people write it.
    pub at: String,
}

impl Inspected {
    fn look(&self, running: Running) -> Option<&Look> {
        self.0.iter().find(|look| look.running == running)
    }

    /// How a promise stands on this server.
    pub fn standing(&self, promise: &Promise) -> Standing {
        match promise.state {
            State::Kept => Standing::Kept,
            State::Abstained => Standing::Abstained,
            State::NotBuilt => Standing::NotBuilt,
            State::Checked => {
                let running = promise.checks.iter().filter_map(|check| match check {
                    Check::Running(running) => Some(*running),
                    Check::Test { .. } => None,
                });
                let looks: Vec<Option<&Look>> = running.map(|it| self.look(it)).collect();
                if looks.iter().flatten().any(|look| !look.well) {
                    Standing::Failed
                } else if looks.iter().any(Option::is_none) {
                    Standing::Waiting
                } else {
                    Standing::Checked
                }
            }
        }
    }

    /// When the last of what a promise is checked by was looked at.
    pub fn checked_at(&self, promise: &Promise) -> Option<&str> {
        let checks = promise.checks.iter().filter_map(|check| match check {
            Check::Running(running) => self.look(*running),
            Check::Test { .. } => None,
        });
        checks.map(|look| look.at.as_str()).max()
    }
}

/// How a promise stands on a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// By the tests of this version.
    Kept,
    /// By what the server found.
    Checked,
    /// What the server found is not as it should be.
    Failed,
    /// The server has not looked yet.
    Waiting,
    Abstained,
    NotBuilt,
}

impl Standing {
    pub fn is_kept(self) -> bool {
        matches!(
            self,
            Standing::Kept | Standing::Checked | Standing::Abstained
        )
    }

    fn words(self, lang: Lang) -> &'static str {
        match self {
            Standing::Kept => t::promise_kept(lang),
            Standing::Checked => t::promise_checked(lang),
            Standing::Failed => t::promise_failed(lang),
            Standing::Waiting => t::promise_waiting(lang),
            Standing::Abstained => t::promise_abstained(lang),
            Standing::NotBuilt => t::promise_missing(lang),
        }
    }

    /// What the style knows it by.
    fn name(self) -> &'static str {
        match self {
            Standing::Kept | Standing::Checked => "kept",
            Standing::Abstained => "abstained",
            Standing::Failed => "failed",
            Standing::Waiting | Standing::NotBuilt => "missing",
        }
    }
}

#[component]
pub(super) fn Promises() -> impl IntoView {
    let lang = lang();
    let inspected = use_context::<Inspected>().unwrap_or_default();
    let standings: Vec<Standing> = all().map(|it| inspected.standing(&it)).collect();
    let count = |wanted: fn(&Standing) -> bool| {
        u64::try_from(standings.iter().filter(|it| wanted(it)).count()).unwrap_or_default()
    };
    let abstained = count(|it| *it == Standing::Abstained);
    let kept = count(|it| it.is_kept());
    let missing = count(|it| *it == Standing::NotBuilt);
    let looked_for = count(|it| matches!(it, Standing::Failed | Standing::Waiting));
    view! {
        <Header page=Page::Promises/>
        <main class="prose wide" id="main">
            <h1>{t::promises_title(lang)}</h1>
            <p class="lead">{t::promises_lead(lang)}</p>
            <p>{t::promises_count(lang, abstained, u64::from(LAST), kept, missing)}</p>
            {(looked_for > 0).then(|| view! { <p>{t::promises_looked_for(lang, looked_for)}</p> })}
            {waiting(lang)}
            <p><a href="/promises.json">{t::promises_json(lang)}</a></p>
            <ol class="promises">
                {all().map(|promise| described(&promise, &inspected, lang)).collect_view()}
            </ol>
        </main>
        <Footer/>
    }
}

/// Those that are not kept, by what they wait for.
fn waiting(lang: Lang) -> impl IntoView {
    let parts = Unbuilt::ALL.map(|part| {
        let numbers = all().filter(|promise| promise.waits_for == Some(part));
        let links: Vec<_> = numbers
            .map(|promise| {
                let number = promise.number;
                view! { " " <a href=format!("#r{number}")>{format!("R{number}")}</a> }
            })
            .collect();
        view! { <li>{words::why_not(part, lang)} {links}</li> }
    });
    view! {
        <section aria-labelledby="not-built">
            <h2 id="not-built">{t::promises_not_built(lang)}</h2>
            <ul class="points-list">{parts.into_iter().collect_view()}</ul>
        </section>
    }
}

fn described(promise: &Promise, inspected: &Inspected, lang: Lang) -> impl IntoView + use<> {
    let standing = inspected.standing(promise);
    let checks: Vec<_> = promise
        .checks
        .iter()
        .map(|check| shown(check, inspected, lang))
        .collect();
    let how = match promise.waits_for {
        Some(part) => Some(words::why_not(part, lang)),
        None => words::how(promise.number, lang),
    };
    let number = format!("R{}", promise.number);
    let id = number.to_lowercase();
    view! {
        <li id=id data-standing=standing.name()>
            <h2>
                <span class="number">{number}</span>
                " "
                {words::promise(promise.number, lang)}
            </h2>
            <p class="standing">{standing.words(lang)}</p>
            {how.map(|how| view! { <p>{how}</p> })}
            {(!checks.is_empty()).then(|| view! {
                <p class="checks">{t::promise_check(lang)} ": " {checks}</p>
            })}
        </li>
    }
}

/// A test by the name under which it is run, or what the server looked at, and when.
fn shown(check: &Check, inspected: &Inspected, lang: Lang) -> impl IntoView + use<> {
    match check {
        Check::Test { .. } => view! { <code>{check.name()}</code> " " }.into_any(),
        Check::Running(running) => {
            let what = match running {
                Running::Databases => t::running_databases(lang),
                Running::AuditLog => t::running_audit(lang),
                Running::Sweep => t::running_sweep(lang),
            };
            let at = inspected.look(*running).map(|look| look.at.clone());
            let at = at.map(|at| format!(", {}", t::promise_checked_at(lang, at)));
            view! { <span>{what} {at} ". "</span> }.into_any()
        }
    }
}
