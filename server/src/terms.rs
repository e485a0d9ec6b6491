//! The terms of service that this server shows: the operator's own, or those that
//! come with the program, filled in with who the operator is.

use app::language::Lang;
use app::pages::privacy::country;
use app::pages::terms::{Terms, Text};
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use backend::{MailLang, Store, StoredTerms, TermsText, terms_unchanged};
use leptos::prelude::provide_context;
use privacy::Controller;
use texts::terms as t;

use crate::configuration::Configuration;
use crate::router::Site;
use crate::visit::Visit;

/// The version of the program's own text. Who changes what it means changes this.
pub(crate) const VERSION: &str = "2026-11-28";

/// The texts that hold on this server, one a language.
pub(crate) fn texts(configuration: &Configuration) -> [TermsText; 2] {
    let text = |version: &str, lang, text| TermsText {
        version: version.to_owned(),
        lang,
        text,
    };
    match &configuration.terms {
        Some(own) => [
            text(&own.version, MailLang::Sv, own.sv.clone()),
            text(&own.version, MailLang::En, own.en.clone()),
        ],
        None => [(MailLang::Sv, Lang::Sv), (MailLang::En, Lang::En)]
            .map(|(tag, lang)| text(VERSION, tag, template(&configuration.operator, lang))),
    }
}

/// Keeps what holds now beside what held before, and returns all of it.
///
/// # Errors
/// If the operator's text was changed, and its version was not.
pub(crate) async fn keep(store: &Store, configuration: &Configuration) -> anyhow::Result<Terms> {
    let texts = texts(configuration);
    if configuration.terms.is_some() {
        terms_unchanged(&texts, &store.terms().await?)?;
    }
    let stored = store.terms_keep(&texts).await?;
    Ok(Terms {
        version: texts[0].version.clone(),
        now: texts.iter().map(TermsText::hash).collect(),
        all: stored.into_iter().map(shown).collect(),
    })
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
    let Some(text) = visit.site.service.terms.named(&hash).cloned() else {
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
