//! What whoever runs the server has weighed where a legitimate interest is the basis
//! (GDPR, articles 6(1)(f) and 13(1)(d)): the public part of their assessments.

use leptos::prelude::*;
use privacy::Purpose;
use privacy::register::Decision;
use texts::{Lang, registers as t};

use super::words;

/// The assessments that hold. The server provides them.
#[derive(Clone, Debug, Default)]
pub struct Weighed(pub Vec<WeighedLine>);

/// One of them.
#[derive(Clone, Debug)]
pub struct WeighedLine {
    pub purpose: Purpose,
    pub decision: Decision,
    pub summary_sv: String,
    pub summary_en: String,
    /// YYYY-MM-DD.
    pub on: String,
    pub review: Option<String>,
}

pub(super) fn section(lang: Lang) -> impl IntoView {
    let Weighed(lines) = use_context::<Weighed>().unwrap_or_default();
    let none = lines.is_empty();
    let lines = lines.into_iter().map(|line| {
        let summary = match lang {
            Lang::Sv => line.summary_sv,
            Lang::En => line.summary_en,
        };
        let again = line
            .review
            .map(|day| format!(", {}", t::weighed_again(lang, day)));
        view! {
            <li>
                <h3>{words::purpose(line.purpose, lang)}</h3>
                <p>{summary}</p>
                <p>
                    {decided(line.decision, lang)}
                    ". "
                    {t::weighed_day(lang, line.on)}
                    {again}
                    "."
                </p>
            </li>
        }
    });
    view! {
        <h2 id="weighed">{t::weighed_title(lang)}</h2>
        <p>{t::weighed_text(lang)}</p>
        {none.then(|| view! { <p>{t::weighed_none(lang)}</p> })}
        <ul class="stored">{lines.collect_view()}</ul>
    }
}

fn decided(decision: Decision, lang: Lang) -> &'static str {
    match decision {
        Decision::Outweighs => t::decision_outweighs(lang),
        Decision::WithMeasures => t::decision_with_measures(lang),
        Decision::Outweighed => t::decision_outweighed(lang),
    }
}
