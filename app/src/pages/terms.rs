//! The terms of service: the text that holds now, and those that were shown
//! before, so that whoever accepted one can read it again.
//!
//! A text is as plain as Markdown can be: headings, lists, paragraphs. All else in
//! it stands as it was written, escaped.

use std::sync::Arc;

use leptos::prelude::*;
use texts::{changes, terms as t};

use super::account::date;
use super::landing::{Footer, Header};
use crate::language::{Lang, lang};
use crate::page::{Page, terms_path};

/// The terms of a server. It provides them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The day from which they hold: YYYY-MM-DD.
    pub version: String,
    /// Every text that was ever shown here, the newest first.
    pub all: Vec<Text>,
    /// The hashes of those that hold now.
    pub now: Vec<String>,
    /// The version that will hold next, and its hashes.
    pub coming: Option<(String, Vec<String>)>,
}

/// The terms of a server over time: a text holds from its day on, and not before.
#[derive(Clone, Debug)]
pub struct HeldTerms {
    now: Arc<Terms>,
    /// What holds from a moment on: milliseconds since 1970.
    next: Option<(i64, Arc<Terms>)>,
}

impl HeldTerms {
    pub fn new(now: Terms, next: Option<(i64, Terms)>) -> HeldTerms {
        HeldTerms {
            now: Arc::new(now),
            next: next.map(|(from, terms)| (from, Arc::new(terms))),
        }
    }

    /// Those that hold at a moment.
    pub fn at(&self, moment: i64) -> Arc<Terms> {
        match &self.next {
            Some((from, next)) if moment >= *from => next.clone(),
            _ => self.now.clone(),
        }
    }
}

/// A text that is, or was, shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What names it: 64 hexadecimal digits.
    pub hash: String,
    pub version: String,
    pub lang: Lang,
    pub text: String,
    /// When it was first shown: milliseconds since 1970.
    pub since: i64,
}

impl Terms {
    /// The text that holds now, in a language.
    pub fn text(&self, lang: Lang) -> Option<&Text> {
        let mut now = self.all.iter().filter(|it| self.now.contains(&it.hash));
        now.find(|it| it.lang == lang)
    }

    /// The version that will hold, and its text in a language.
    pub fn coming(&self, lang: Lang) -> Option<(&str, &Text)> {
        let (version, hashes) = self.coming.as_ref()?;
        let mut texts = self.all.iter().filter(|it| hashes.contains(&it.hash));
        Some((version, texts.find(|it| it.lang == lang)?))
    }

    /// A text by its hash.
    pub fn named(&self, hash: &str) -> Option<&Text> {
        self.all.iter().find(|it| it.hash == hash)
    }

    /// What somebody accepts who has ticked a box: the text that it names by its hash,
    /// whichever language the page has that comes next; else the version, in that.
    #[cfg(feature = "ssr")]
    pub fn ticked(&self, value: &str, lang: Lang) -> Option<backend::AcceptedTerms> {
        match self.named(value) {
            Some(text) if self.now.contains(&text.hash) => self.accepted(&text.version, text.lang),
            _ => self.accepted(value, lang),
        }
    }

    /// What somebody accepts who has read the text in a language. None if they have
    /// read another version than that which holds now.
    #[cfg(feature = "ssr")]
    pub fn accepted(&self, version: &str, lang: Lang) -> Option<backend::AcceptedTerms> {
        let text = self.text(lang).filter(|it| it.version == version)?;
        Some(backend::AcceptedTerms {
            version: text.version.clone(),
            text_hash: text.hash.clone(),
            lang: lang.tag().to_owned(),
        })
    }
}

/// The text behind an address. The server provides it.
#[derive(Clone, Debug)]
pub struct Shown(pub Text);

/// Whether who looks at the editor has something to answer. The server provides it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked(pub bool);

pub(super) fn terms() -> Arc<Terms> {
    use_context::<Arc<Terms>>().unwrap_or_default()
}

#[component]
pub(super) fn TermsPage() -> impl IntoView {
    let lang = lang();
    let terms = terms();
    let text = terms.text(lang).map(|it| it.text.clone());
    let now = terms.now.clone();
    let lines = terms.all.iter().map(|it| {
        let day = t::first_shown(lang, date(it.since), it.version.clone());
        let holds = now.contains(&it.hash).then(|| t::now(lang));
        view! {
            <li>
                <a href=terms_path(&it.hash) hreflang=it.lang.tag()>{day} " (" {it.lang.tag()} ")"</a>
                {holds.map(|words| view! { " " <strong>{words}</strong> })}
            </li>
        }
    });
    view! {
        <Header page=Page::Terms/>
        <main class="prose wide terms" id="main">
            <h1>{t::title(lang)}</h1>
            <p>{t::version(lang, terms.version.clone())}</p>
            {terms.coming(lang).map(|(day, text)| view! {
                <p>
                    <strong>{changes::terms_coming(lang, day.to_owned())}</strong>
                    " "
                    <a href=terms_path(&text.hash)>{changes::terms_coming_read(lang)}</a>
                </p>
            })}
            {text.map(|text| written(&text))}
            <h2>{t::earlier(lang)}</h2>
            <p>{t::earlier_text(lang)}</p>
            <ul class="points-list">{lines.collect_view()}</ul>
        </main>
        <Footer/>
    }
}

/// A text that was shown once, in the language that it was shown in.
#[component]
pub(super) fn TermsTextPage() -> impl IntoView {
    let lang = lang();
    let terms = terms();
    let shown = use_context::<Shown>().map(|Shown(text)| text);
    let to = shown.as_ref().map(|it| terms_path(&it.hash));
    let before = shown
        .as_ref()
        .is_some_and(|it| !terms.now.contains(&it.hash));
    let coming = terms.coming(lang).filter(|(day, _)| {
        let shown = shown.as_ref();
        shown.is_some_and(|it| it.version == *day)
    });
    let from = coming.map(|(day, _)| changes::terms_coming(lang, day.to_owned()));
    let before = before && from.is_none();
    view! {
        <Header page=Page::Terms to=to.unwrap_or_default()/>
        <main class="prose wide terms" id="main">
            <h1>{t::title(lang)}</h1>
            {before.then(|| view! { <p><strong>{t::shown_before(lang)}</strong></p> })}
            {from.map(|text| view! { <p><strong>{text}</strong></p> })}
            {shown.map(|it| view! {
                <p>{t::first_shown(lang, date(it.since), it.version.clone())}</p>
                <div lang=it.lang.tag()>{written(&it.text)}</div>
            })}
            <p><a href=Page::Terms.path()>{t::title(lang)}</a></p>
        </main>
        <Footer/>
    }
}

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Heading(String),
    Paragraph(String),
    List(Vec<String>),
}

/// The parts of a text. Lines that belong together are joined; an empty line, a
/// heading or the point of a list begins something new.
fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            open = false;
            continue;
        }
        let heading = line.trim_start_matches('#');
        if heading.len() < line.len() && heading.starts_with(' ') {
            parts.push(Part::Heading(heading.trim().to_owned()));
            open = false;
            continue;
        }
        let point = line.strip_prefix("- ").or_else(|| line.strip_prefix("* "));
        if let Some(point) = point {
            let point = point.trim().to_owned();
            match parts.last_mut() {
                Some(Part::List(points)) => points.push(point),
                _ => parts.push(Part::List(vec![point])),
            }
            open = true;
            continue;
        }
        let last = match parts.last_mut() {
            Some(Part::Paragraph(text)) if open => Some(text),
            Some(Part::List(points)) if open => points.last_mut(),
            _ => None,
        };
        match last {
            Some(text) => {
                text.push(' ');
                text.push_str(line);
            }
            None => parts.push(Part::Paragraph(line.to_owned())),
        }
        open = true;
    }
    parts
}

fn written(text: &str) -> impl IntoView + use<> {
    let parts = parts(text).into_iter().map(|part| match part {
        Part::Heading(text) => view! { <h2>{text}</h2> }.into_any(),
        Part::Paragraph(text) => view! { <p>{text}</p> }.into_any(),
        Part::List(points) => view! {
            <ul class="points-list">
                {points.into_iter().map(|point| view! { <li>{point}</li> }).collect_view()}
            </ul>
        }
        .into_any(),
    });
    parts.collect_view()
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};

    #[test]
    fn a_text_is_headings_lists_and_paragraphs_and_nothing_else() {
        let text = "Terms\n# One\r\nA line\nand its end\n\n- a\n  b\n- <b>c</b>\n\nLast #no heading\n#none";
        let of = |text: &str| text.to_owned();
        let expected = [
            Part::Paragraph(of("Terms")),
            Part::Heading(of("One")),
            Part::Paragraph(of("A line and its end")),
            Part::List(vec![of("a b"), of("<b>c</b>")]),
            Part::Paragraph(of("Last #no heading #none")),
        ];
        assert_eq!(parts(text), expected);
        assert!(parts("  \n\n").is_empty());
    }
}
