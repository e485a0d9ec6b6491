//! How often a public page was opened, for its owner alone: small charts, which the
//! server draws, and the same numbers as tables.

use leptos::prelude::*;
use texts::{Lang, statistics as t};

use crate::language::lang;
use crate::page::{Page, share_path, statistics_path};
use crate::pages::account::frame;

/// What the page shows. The server provides it.
#[derive(Clone, Debug)]
pub struct StatisticsView {
    /// The document's id.
    pub document: String,
    /// The page's id.
    pub page: String,
    /// The page's address, for people to read.
    pub address: String,
    /// The oldest first.
    pub days: Vec<Counted>,
    /// The oldest first.
    pub months: Vec<Counted>,
    /// Nothing is counted, because its owner does not want it.
    pub uncounted: bool,
}

/// What was counted in a day or in a month.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    /// `2026-11-29`, or `2026-11`.
    pub name: String,
    pub opened: u64,
    pub pdf: u64,
    pub card: u64,
    pub data: u64,
    pub text: u64,
    /// By programs.
    pub bots: u64,
}

impl Counted {
    fn files(&self) -> u64 {
        self.pdf + self.card + self.data + self.text
    }
}

#[component]
pub(in crate::pages) fn StatisticsPage() -> impl IntoView {
    let lang = lang();
    let Some(view) = use_context::<StatisticsView>() else {
        return crate::pages::notice::Notice(crate::pages::notice::NoticeProps {
            page: Page::NotFound,
            title: texts::site::not_found_title(lang),
            text: texts::site::not_found_text(lang).into(),
        })
        .into_any();
    };
    let to = statistics_path(&view.document, &view.page);
    let content = view! {
        <p><a href=share_path(&view.document)>"← "{t::back(lang)}</a></p>
        <h1>{t::title(lang)}</h1>
        <p class="lead">{t::lead(lang, &view.address)}</p>
        {view.uncounted.then(|| view! {
            <p class="complaint">
                {t::uncounted(lang)}
                " "
                <a href=format!("{}#limits", Page::MyData.path())>{t::uncounted_link(lang)}</a>
            </p>
        })}
        <section>
            {chart("opened", t::opened_days(lang), &view.days, |it| it.opened, lang)}
            {chart("files", t::files_days(lang), &view.days, Counted::files, lang)}
            {table(
                [t::table_days(lang), t::table_days_before(lang), t::column_day(lang)],
                &view.days,
                DAYS,
                lang,
            )}
        </section>
        <section>
            {chart("months", t::opened_months(lang), &view.months, |it| it.opened, lang)}
            {table(
                [t::table_months(lang), t::table_months_before(lang), t::column_month(lang)],
                &view.months,
                MONTHS,
                lang,
            )}
        </section>
        <section>
            <h2>{t::how_title(lang)}</h2>
            <ul class="points-list">
                <li>{t::how_counted(lang)}</li>
                <li>{t::how_not(lang)}</li>
                <li>{t::how_bots(lang)}</li>
                <li>{t::how_who(lang)}</li>
            </ul>
        </section>
    };
    frame(Page::Statistics, to, content.into_any()).into_any()
}

/// The height of a chart, in its own units.
const HEIGHT: f64 = 100.0;
/// Of a bar and of the space behind it.
const STEP: f64 = 10.0;
const BAR: f64 = 7.0;

/// Bars, of which the highest reaches the top. What is in them is said in words, and
/// stands in the table below.
fn chart(
    id: &'static str,
    name: &'static str,
    counted: &[Counted],
    count: fn(&Counted) -> u64,
    lang: Lang,
) -> impl IntoView + use<> {
    let counts: Vec<u64> = counted.iter().map(count).collect();
    let total: u64 = counts.iter().sum();
    let most = counts.iter().copied().max().unwrap_or_default();
    let end = |counted: Option<&Counted>| counted.map(|it| it.name.clone()).unwrap_or_default();
    let (first, last) = (end(counted.first()), end(counted.last()));
    let width = STEP * counts.len() as f64;
    let bars = counts.into_iter().enumerate().map(|(place, count)| {
        // A day with a single opening is to be seen beside one with a thousand.
        let part = count as f64 / most.max(1) as f64;
        let height = if count == 0 {
            0.0
        } else {
            (part * HEIGHT).max(2.0)
        };
        let left = STEP * place as f64 + (STEP - BAR) / 2.0;
        view! {
            <rect
                x=format!("{left:.1}")
                y=format!("{:.1}", HEIGHT - height)
                width=format!("{BAR:.1}")
                height=format!("{height:.1}")
            ></rect>
        }
    });
    let bars = bars.collect_view();
    view! {
        <h2 id=id>{name}</h2>
        <svg
            role="img"
            aria-label=t::chart(lang, &first, &last, most, name, total)
            viewBox=format!("0 0 {width:.0} {:.0}", HEIGHT + 2.0)
            width="100%"
            height="110"
            preserveAspectRatio="none"
            fill="var(--accent)"
        >
            {bars}
            <rect x="0" y=format!("{HEIGHT:.0}") width=format!("{width:.0}") height="1" opacity="0.5"></rect>
        </svg>
        <p class="detail">{t::caption(lang, &first, &last, most, total)}</p>
    }
}

/// The rows of a table that are there at once; on a phone each is as high as a card.
const DAYS: usize = 14;
const MONTHS: usize = 3;

/// The newest first: so many, and those before them when somebody wants them.
fn table(
    [title, before, column]: [&'static str; 3],
    counted: &[Counted],
    shown: usize,
    lang: Lang,
) -> impl IntoView + use<> {
    let (older, newer) = counted.split_at(counted.len().saturating_sub(shown));
    let older = (!older.is_empty()).then(|| {
        view! {
            <details>
                <summary class="button plain">{before}</summary>
                {rows(column, older, lang)}
            </details>
        }
    });
    view! {
        <h3>{title}</h3>
        {rows(column, newer, lang)}
        {older}
    }
}

fn rows(column: &'static str, counted: &[Counted], lang: Lang) -> impl IntoView + use<> {
    let heads = [
        t::opened(lang),
        t::column_pdf(lang),
        t::column_card(lang),
        t::column_data(lang),
        t::column_text(lang),
        t::programs(lang),
    ];
    let rows = counted.iter().rev().map(|it| {
        let numbers = [it.opened, it.pdf, it.card, it.data, it.text, it.bots];
        let cells = heads
            .iter()
            .zip(numbers)
            .map(|(head, number)| view! { <td data-head=*head>{number}</td> })
            .collect_view();
        view! {
            <tr>
                <th scope="row">{it.name.clone()}</th>
                {cells}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table class="log">
            <thead>
                <tr>
                    <th scope="col">{column}</th>
                    {heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
