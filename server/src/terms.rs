//! The terms of service that this server shows: the operator's own, or those that
//! come with the program, filled in with who the operator is.

use app::language::Lang;
use app::pages::privacy::country;
use app::pages::terms::{HeldTerms, Terms, Text};
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use backend::{MailLang, Store, StoredTerms, TermsText, terms_unchanged};
use leptos::prelude::provide_context;
use privacy::{Controller, Date};
use texts::terms as t;

use crate::configuration::Configuration;
use crate::router::Site;
use crate::visit::Visit;

/// The version of the program's own text. Who changes what it means changes this.
pub(crate) const VERSION: &str = "2026-11-28";

/// The texts that are configured on this server, one a language.
pub(crate) fn texts(configuration: &Configuration) -> [TermsText; 2] {
    match &configuration.terms {
        Some(own) => [
            one(&own.version, MailLang::Sv, own.sv.clone()),
            one(&own.version, MailLang::En, own.en.clone()),
        ],
        None => programs(configuration),
    }
}

/// Those that come with the program.
fn programs(configuration: &Configuration) -> [TermsText; 2] {
    [(MailLang::Sv, Lang::Sv), (MailLang::En, Lang::En)]
        .map(|(tag, lang)| one(VERSION, tag, template(&configuration.operator, lang)))
}

fn one(version: &str, lang: MailLang, text: String) -> TermsText {
    TermsText {
        version: version.to_owned(),
        lang,
        text,
    }
}

/// The day from which configured terms hold, if that is still to come.
pub(crate) fn coming(configuration: &Configuration, today: Date) -> Option<Date> {
    let own = configuration.terms.as_ref()?;
    Date::parse(&own.version).filter(|day| *day > today)
}

/// What holds until configured terms do: what was shown last and holds already, else
/// what comes with the program.
pub(crate) fn until_then(
    configuration: &Configuration,
    stored: &[StoredTerms],
    today: Date,
) -> Vec<TermsText> {
    let held = |it: &&StoredTerms| Date::parse(&it.text.version).is_some_and(|day| day <= today);
    // The newest is first.
    let last = stored.iter().find(held).map(|it| &it.text.version);
    match last {
        Some(version) => {
            let of = stored.iter().filter(|it| it.text.version == *version);
            [MailLang::Sv, MailLang::En]
                .into_iter()
                .filter_map(|lang| of.clone().find(|it| it.text.lang == lang))
                .map(|it| it.text.clone())
                .collect()
        }
        None => programs(configuration).to_vec(),
    }
}

/// Keeps what is configured beside what held before, and returns what holds, and from
/// when something else does.
///
/// # Errors
/// If the operator's text was changed, and its version was not.
pub(crate) async fn keep(
    store: &Store,
    configuration: &Configuration,
) -> anyhow::Result<HeldTerms> {
    let texts = texts(configuration);
    let today = Date::of(store.now());
    let coming = coming(configuration, today);
    // An announced text that was replaced before its day never held.
    store
        .terms_forget_unheld(&today.to_string(), &texts[0].version)
        .await?;
    if configuration.terms.is_some() {
        terms_unchanged(&texts, &store.terms().await?)?;
    }
    let now = match coming {
        Some(_) => until_then(configuration, &store.terms().await?, today),
        None => texts.to_vec(),
    };
    store.terms_keep(&now).await?;
    let stored = store.terms_keep(&texts).await?;
    let all: Vec<Text> = stored.into_iter().map(shown).collect();
    let terms = |texts: &[TermsText], coming| Terms {
        version: texts[0].version.clone(),
        now: hashes(texts),
        all: all.clone(),
        coming,
    };
    Ok(match coming {
        None => HeldTerms::new(terms(&texts, None), None),
        Some(day) => {
            let announced = (texts[0].version.clone(), hashes(&texts));
            let next = (day.starts(), terms(&texts, None));
            HeldTerms::new(terms(&now, Some(announced)), Some(next))
        }
    })
}

fn hashes(texts: &[TermsText]) -> Vec<String> {
    texts.iter().map(TermsText::hash).collect()
}

fn shown(stored: StoredTerms) -> Text {
    let StoredTerms { hash, text, since } = stored;
    Text {
        hash,
        version: text.version,
        lang: match text.lang {
            MailLang::Sv => Lang::Sv,
            MailLang::En => Lang::En,
        },
        text: text.text,
        since,
    }
}

/// The program's own text. A name or address that would begin a heading or a list is
/// part of a sentence here, and stays it.
fn template(operator: &Controller, lang: Lang) -> String {
    let one_line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let known = operator.name.as_ref().map(one_line);
    let name = known.clone().unwrap_or_else(|| t::unnamed(lang).to_owned());
    let law = match operator.country {
        Some(of) => t::law_of(lang, country(of, lang)),
        None => t::law_seat(lang, name.clone()),
    };
    let mut contact = vec![name.clone()];
    let more = [
        &operator.registration_number,
        &operator.address,
        &operator.email,
    ];
    contact.extend(more.into_iter().flatten().map(one_line));
    let contact = contact.iter().map(|it| format!("- {it}"));
    let contact = contact.collect::<Vec<_>>().join("\n");
    let rules = [t::use_law(lang), t::use_harm(lang), t::use_break(lang)];
    let rules = rules.map(|rule| format!("- {rule}")).join("\n");
    let chapters: [(&str, Vec<&str>); 10] = [
        (
            t::service(lang),
            vec![t::service_text(lang), t::service_backup(lang)],
        ),
        (t::who(lang), vec![t::who_text(lang)]),
        (
            t::content(lang),
            vec![t::content_text(lang), t::content_others(lang)],
        ),
        (t::not_allowed(lang), vec![&rules, t::use_then(lang)]),
        (t::end(lang), vec![t::end_text(lang)]),
        (
            t::liability(lang),
            vec![t::liability_text(lang), t::liability_law(lang)],
        ),
        (t::privacy(lang), vec![t::privacy_text(lang)]),
        (t::changes(lang), vec![t::changes_text(lang)]),
        (t::law(lang), vec![&law, t::law_consumer(lang)]),
        (t::contact(lang), vec![&contact]),
    ];
    let mut text = t::lead(lang, name);
    for (heading, paragraphs) in chapters {
        text.push_str("\n\n# ");
        text.push_str(heading);
        for paragraph in paragraphs {
            text.push_str("\n\n");
            text.push_str(paragraph);
        }
    }
    text.push('\n');
    text
}

pub(crate) fn routes() -> Router<Site> {
    Router::new().route("/terms/{hash}", get(text))
}

/// `GET /terms/{hash}`: a text that was shown once.
async fn text(visit: Visit, Path(hash): Path<String>) -> Response {
    let page = app::page::Page::TermsText;
    let Some(text) = visit.site.service.terms().named(&hash).cloned() else {
        return visit.failed(&backend::Failure::Missing, page);
    };
    visit.page(page, move || {
        provide_context(app::pages::terms::Shown(text));
    })
}

#[cfg(test)]
mod tests {
    use app::language::Lang;
    use backend::{MailLang, TermsText};
    use privacy::Controller;

    use super::{VERSION, template};

    /// Whoever accepted has accepted these words and no others. A text that means
    /// something else needs another version, in both languages at once: people are
    /// asked anew; then write the beginnings of both hashes here.
    #[test]
    fn a_changed_text_has_another_version() {
        let operator = Controller {
            name: Some("# Example\nAB".to_owned()),
            ..Controller::default()
        };
        let texts = [(MailLang::Sv, Lang::Sv), (MailLang::En, Lang::En)].map(|(lang, words)| {
            let text = template(&operator, words);
            // A name begins no heading of its own.
            assert_eq!(
                text.lines().filter(|line| line.starts_with("# ")).count(),
                10
            );
            TermsText {
                version: VERSION.to_owned(),
                lang,
                text,
            }
        });
        let marks = texts.map(|text| text.hash()[..16].to_owned());
        assert_eq!(
            (VERSION, marks.each_ref().map(String::as_str)),
            ("2026-11-28", ["38a9069103115332", "3ecb1cfb29343197"])
        );
    }
}
