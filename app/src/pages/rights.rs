//! Which rights somebody has by the law of the place where they live, and how soon
//! they are answered: a page with a plain form, for everybody, and the part of "My
//! data" in which that place is said.

use leptos::prelude::*;
use privacy::regime::{AS_OF, Clock, DataRight, Decided, Due, Law, Regime, Residence, State, due};
use privacy::transfer::Country;
use privacy::{Asked, Date};
use texts::{Lang, data, rights as t};

use super::account::date;
use super::landing::{Footer, Header};
use super::privacy::{country, why, why_id};
use super::storage::listed;
use crate::language::lang;
use crate::page::Page;

/// Where the place that somebody says is sent.
pub const STATE: &str = "/account/residence";
/// The field that names a place, in forms and in the page's address.
pub const LIVES: &str = "lives";

/// What the page shows. The server provides it.
#[derive(Clone, Copy, Debug)]
pub struct RightsView {
    pub lives: Option<Residence>,
    pub today: Date,
}

/// Where somebody says that they live, and when they said so. The server provides it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stated(pub Option<(Residence, i64)>);

/// What a place is called.
pub fn place(residence: Residence, lang: Lang) -> String {
    let named = |state: &'static str| format!("{}: {state}", t::lives_us(lang));
    match residence {
        Residence::Country(it) if it.code() == "US" => t::lives_us_other(lang).to_owned(),
        Residence::Country(it) => country(it, lang),
        Residence::State(State::California) => named(t::state_california(lang)),
        Residence::State(State::Colorado) => named(t::state_colorado(lang)),
        Residence::State(State::Connecticut) => named(t::state_connecticut(lang)),
        Residence::State(State::Utah) => named(t::state_utah(lang)),
        Residence::State(State::Virginia) => named(t::state_virginia(lang)),
        Residence::Elsewhere => t::lives_elsewhere(lang).to_owned(),
    }
}

/// The list to choose a place from, for any form: Sweden first, then by name, what
/// is elsewhere last. Below it stands why it is asked for.
fn residence_field(asked: Asked, chosen: Option<Residence>, lang: Lang) -> impl IntoView {
    let sweden = Country::new("SE").map(Residence::Country);
    let mut all: Vec<(Residence, String)> = Residence::all()
        .into_iter()
        .map(|it| (it, place(it, lang)))
        .collect();
    all.sort_by_cached_key(|(it, name)| {
        let last = *it == Residence::Elsewhere;
        (last, Some(*it) != sweden, sorting(name))
    });
    let options = all.into_iter().map(|(it, name)| {
        let selected = Some(it) == chosen;
        view! { <option value=it.to_string() selected=selected>{name}</option> }
    });
    view! {
        <label class="field">
            <span>{t::lives(lang)}</span>
            <select name=LIVES aria-describedby=why_id(asked)>
                <option value="" selected=chosen.is_none()>{t::lives_unsaid(lang)}</option>
                {options.collect_view()}
            </select>
        </label>
        {why(asked, lang)}
    }
}

/// The Swedish letters after z, in their order; other accents beside their letters.
fn sorting(name: &str) -> String {
    let letter = |c: char| match c {
        'å' => '\u{e000}',
        'ä' => '\u{e001}',
        'ö' => '\u{e002}',
        c => c,
    };
    name.to_lowercase().chars().map(letter).collect()
}

#[component]
pub(super) fn RightsPage() -> impl IntoView {
    let lang = lang();
    let view = use_context::<RightsView>().unwrap_or(RightsView {
        lives: None,
        today: Date::of(0),
    });
    let RightsView { lives, today } = view;
    let regimes = lives.unwrap_or(Residence::Elsewhere).regimes(today);
    let found = due(&regimes, today);
    let to = match lives {
        Some(lives) => format!("{}?{LIVES}={lives}", Page::Rights.path()),
        None => Page::Rights.path().to_owned(),
    };
    view! {
        <Header page=Page::Rights to/>
        <main class="prose wide" id="main">
            <h1>{t::title(lang)}</h1>
            <p class="lead">{t::lead(lang)}</p>
            <form method="get" action=Page::Rights.path() class="stack">
                {residence_field(Asked::PlaceOfLaw, lives, lang)}
                <p class="detail">{t::lives_hint(lang)}</p>
                <button class="button primary">{t::show(lang)}</button>
            </form>
            <h2>{t::due_title(lang)}</h2>
            {answered(&found, lang)}
            <p>
                {t::all_have(lang)}
                " "
                <a href=Page::MyData.path()>{data::title(lang)}</a>
            </p>
            <h2>{t::laws(lang)}</h2>
            {regimes.into_iter().map(|regime| law(regime, today, lang)).collect_view()}
            <p class="detail">{t::as_of(lang, AS_OF)}</p>
        </main>
        <Footer/>
    }
}

/// By when somebody is answered who asks today.
fn answered(found: &Due, lang: Lang) -> impl IntoView + use<> {
    let day = found.answer.to_string();
    let answer = match found.decided {
        Decided::Policy => t::due_policy(lang, day),
        Decided::Law(regime) => t::due_law(lang, day, regime.law().title),
    };
    let confirmed = found
        .confirmation
        .map(|day| t::due_confirmation(lang, day.to_string()));
    let opted = found
        .opt_out
        .map(|day| t::due_opt_out(lang, day.to_string()));
    view! {
        <p><strong>{answer}</strong></p>
        <ul class="points-list">
            <li>{t::due_extended(lang, found.extended.to_string())}</li>
            {confirmed.map(|text| view! { <li>{text}</li> })}
            {opted.map(|text| view! { <li>{text}</li> })}
        </ul>
        <p class="detail">{t::due_days(lang)}</p>
    }
}

fn law(regime: Regime, today: Date, lang: Lang) -> impl IntoView {
    let law = regime.law();
    let heading = format!("law-{}", regime.name());
    let rows = regime.gives(today).map(|it| {
        view! {
            <tr>
                <td>{name(it.right, lang)}</td>
                <td data-head=t::section(lang)>{it.section}</td>
            </tr>
        }
    });
    view! {
        <section aria-labelledby=heading.clone()>
            <h3 id=heading.clone()>{law.title}</h3>
            <p>
                {t::since(lang, law.since)}
                " "
                <a href=law.source>{t::read(lang)}</a>
            </p>
            {listed(clocks(law, lang))}
            <p>
                {t::authority(lang)}
                ": "
                <a href=law.authority.1>{law.authority.0}</a>
            </p>
            <table class="log">
                <caption class="visually-hidden">{t::rights_of(lang, law.title)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::right(lang)}</th>
                        <th scope="col">{t::section(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}

/// How soon, and how it is made sure who asks.
fn clocks(law: &Law, lang: Lang) -> Vec<(&'static str, String)> {
    let with = |time: Clock, section: &str| format!("{} ({section})", length(time, lang));
    let mut rows = vec![
        (t::answer(lang), with(law.answer, law.answer_section)),
        (t::extension(lang), with(law.extension, law.answer_section)),
    ];
    if let Some((time, section)) = law.confirmation {
        rows.push((t::confirmation(lang), with(time, section)));
    }
    if let Some((time, section)) = law.opt_out {
        rows.push((t::opt_out_within(lang), with(time, section)));
    }
    let appeal = match law.appeal {
        Some(appeal) => format!(
            "{} ({})",
            t::appeal_within(lang, length(appeal.answer, lang)),
            appeal.section
        ),
        None => t::appeal_none(lang).to_owned(),
    };
    rows.push((t::appeal(lang), appeal));
    let unverified = match law.opt_out_unverified {
        true => format!(" {}", t::verification_none(lang)),
        false => String::new(),
    };
    let verified = format!(
        "{}{unverified} ({})",
        t::verification_text(lang),
        law.verification_section
    );
    rows.push((t::verification(lang), verified));
    rows
}

fn length(clock: Clock, lang: Lang) -> String {
    match clock {
        Clock::Days(count) => t::clock_days(lang, u64::from(count)),
        Clock::Months(count) => t::clock_months(lang, u64::from(count)),
        Clock::BusinessDays(count) => t::clock_business(lang, u64::from(count)),
    }
}

fn name(right: DataRight, lang: Lang) -> &'static str {
    match right {
        DataRight::Know => t::right_know(lang),
        DataRight::Access => t::right_access(lang),
        DataRight::Correct => t::right_correct(lang),
        DataRight::Erase => t::right_erase(lang),
        DataRight::Restrict => t::right_restrict(lang),
        DataRight::Object => t::right_object(lang),
        DataRight::Portability => t::right_portability(lang),
        DataRight::LimitSensitive => t::right_limit_sensitive(lang),
        DataRight::OptOut => t::right_opt_out(lang),
        DataRight::Withdraw => t::right_withdraw(lang),
        DataRight::Complain => t::right_complain(lang),
    }
}

/// The part of "My data" in which somebody says where they live.
pub(super) fn residence_section(lang: Lang) -> impl IntoView {
    let Stated(stated) = use_context::<Stated>().unwrap_or_default();
    let now = match stated {
        Some((at, when)) => t::mine_is(lang, date(when), place(at, lang)),
        None => t::mine_none(lang).to_owned(),
    };
    let page = match stated {
        Some((at, _)) => format!("{}?{LIVES}={at}", Page::Rights.path()),
        None => Page::Rights.path().to_owned(),
    };
    view! {
        <section id="residence">
            <h2>{t::mine_title(lang)}</h2>
            <p>{t::mine_text(lang)}</p>
            <p><strong>{now}</strong></p>
            <form method="post" action=STATE class="stack">
                {residence_field(Asked::Residence, stated.map(|(at, _)| at), lang)}
                <button class="button">{t::mine_save(lang)}</button>
            </form>
            {stated.is_some().then(|| view! {
                <form method="post" action=STATE>
                    <button class="button plain" name=LIVES value="">{t::mine_forget(lang)}</button>
                </form>
            })}
            <p><a href=page>{t::mine_page(lang)}</a></p>
        </section>
    }
}
