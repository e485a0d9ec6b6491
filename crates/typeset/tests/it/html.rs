//! Web pages: the words of the pages, and nothing that a person wrote as markup.

mod looks;

use cv::{Document, Field, Language, RichText, Value, When, export_shown};
use proptest::prelude::*;
use typeset::html::{Links, Named, Variant, page};
use typeset::template::ALL;

use crate::arbitrary::{self, HOSTILE};
use crate::documents::{Place, SAMPLES, blank, engine, ids, marked, populated, sample, template};
use crate::markup::{Markup, read};

const LINKS: Links<'static> = Links {
    photo: None,
    pdf: Some("/cv/ingrid.pdf"),
    json: Some("/cv/ingrid.json"),
    vcard: Some("/cv/ingrid.vcf"),
    text: Some("/cv/ingrid.txt"),
    home: Some("/"),
    report: Some("/report/ingrid"),
    named: Some(Named {
        address: "/privacy/request?page=ingrid",
        words: "I am named here",
        lang: "en",
    }),
    index: false,
    here: Some("https://merit.example/cv/ingrid"),
    picture: Some("https://merit.example/cv/ingrid.png"),
    variants: &[
        Variant {
            language: Language::Swedish,
            address: "https://merit.example/cv/ingrid",
        },
        Variant {
            language: Language::German,
            address: "https://merit.example/cv/ingrid/de",
        },
    ],
};

/// What a page may consist of.
const ELEMENTS: [&str; 33] = [
    "html", "head", "meta", "title", "link", "script", "style", "body", "main", "header", "footer",
    "section", "article", "address", "h1", "h2", "h3", "h4", "div", "p", "ul", "ol", "li", "dl",
    "dt", "dd", "span", "a", "strong", "em", "time", "br", "bdi",
];

/// The attributes that an element may have.
fn allowed(element: &str) -> &'static [&'static str] {
    match element {
        "html" => &["lang", "dir"],
        "meta" => &["charset", "name", "property", "content"],
        "link" => &["rel", "href", "type", "hreflang"],
        "script" => &["type"],
        "a" => &["href", "rel", "type", "lang"],
        "time" => &["datetime"],
        "section" => &["aria-labelledby"],
        "h2" => &["id", "dir"],
        "head" | "title" | "style" | "body" | "main" | "header" | "footer" | "address"
        | "strong" | "em" | "br" | "bdi" => &[],
        _ => &["class", "dir"],
    }
}

/// Reads a page and checks what holds for every one, whatever is in it.
fn sound(document: &Document) -> Result<Markup, TestCaseError> {
    let made = page(document.shown(), &LINKS);
    let markup = read(&made.html);
    prop_assert_eq!(markup.styles.len(), 1);
    prop_assert_eq!(markup.titles.len(), 1);
    let named = !document
        .shown()
        .basics()
        .text(Field::Name)
        .trim()
        .is_empty();
    prop_assert!(markup.data.len() <= usize::from(named));
    let mut ids = Vec::new();
    for (name, attributes) in &markup.elements {
        prop_assert!(ELEMENTS.contains(&name.as_str()), "<{}>", name);
        for (attribute, value) in attributes {
            let known = allowed(name).contains(&attribute.as_str());
            prop_assert!(known, "{} of <{}>", attribute, name);
            match attribute.as_str() {
                "href" => {
                    let scheme =
                        ["https://", "http://", "mailto:", "tel:", "/"]
                            .iter()
                            .any(|start| {
                                value
                                    .get(..start.len())
                                    .is_some_and(|s| s.eq_ignore_ascii_case(start))
                            });
                    prop_assert!(scheme, "{}", value);
                }
                "class" => {
                    let plain = |c: char| c.is_ascii_lowercase() || c == ' ';
                    prop_assert!(value.chars().all(plain), "{}", value);
                }
                "dir" if name == "html" => {
                    prop_assert!(document.language.is_rtl());
                    prop_assert_eq!(value, "rtl");
                }
                "dir" => prop_assert_eq!(value, "auto"),
                "id" => ids.push(value.clone()),
                "aria-labelledby" => {
                    let named = made.html.contains(&format!("id=\"{value}\""));
                    prop_assert!(named, "{}", value);
                }
                _ => {}
            }
            prop_assert!(!value.contains(|c: char| c.is_control()), "{:?}", value);
        }
    }
    // Sections are numbered: nothing tells two versions of a document apart.
    let numbered = |(index, id): (usize, &String)| {
        let number = id.strip_prefix('s').and_then(|n| n.parse::<usize>().ok());
        number.is_some_and(|n| n > index && n <= document.sections.len())
    };
    prop_assert!(ids.iter().enumerate().all(numbered), "{:?}", ids);
    let override_marks = [
        '\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{feff}',
    ];
    prop_assert!(!made.html.contains(override_marks));
    let broken = |c: char| c.is_control() && c != '\n';
    prop_assert!(!made.html.contains(broken), "{:?}", made.html);
    Ok(markup)
}

fn words(text: &str) -> Vec<&str> {
    let dots = ["·", "•"];
    text.split_whitespace()
        .filter(|w| !dots.contains(w))
        .collect()
}

#[test]
fn every_field_of_every_section_is_on_the_page() {
    let (document, marks) = populated();
    let html = page(document.shown(), &LINKS).html;
    let markup = read(&html);
    let hrefs: String = attribute(&markup, "href").collect();
    let seen = |mark: &str| markup.text.contains(mark) || hrefs.contains(mark);
    let lost: Vec<Place> = marks
        .iter()
        .filter(|(_, mark)| !seen(mark))
        .map(|(place, _)| *place)
        .collect();
    // Photographs are not shown yet.
    assert_eq!(lost, [Place::Basics(Field::Image)]);
}

fn attribute<'a>(markup: &'a Markup, name: &'a str) -> impl Iterator<Item = &'a str> {
    let all = markup
        .elements
        .iter()
        .flat_map(|(_, attributes)| attributes);
    all.filter(move |(n, _)| n == name)
        .map(|(_, value)| value.as_str())
}

#[test]
fn the_words_are_those_of_the_pages_in_their_order() {
    let mut engine = engine();
    let all = SAMPLES
        .iter()
        .flat_map(|name| ALL.iter().map(move |it| (name, it)));
    for (name, template) in all {
        let mut document = sample(name);
        document.template = template.for_document();
        if document.basics.text(Field::Name).is_empty() {
            // Without a name the web page has a heading that pages have not.
            let name = Value::Text("Name".into());
            document.basics.fields.insert(Field::Name, name);
        }
        let pages = engine.layout(document.shown());
        // The rest of a row that goes on over a page was read with its start.
        let rows = pages.reading().filter(|placed| placed.start == 0);
        let cells = rows.flat_map(|placed| &placed.row.cells);
        let cells = cells.filter(|cell| !cell.role.is_mark());
        let mut set: Vec<&str> = cells.flat_map(|cell| words(&cell.text)).collect();
        let markup = read(&page(document.shown(), &Links::default()).html);
        let mut read = words(&markup.text);
        let made = read.split_off(read.len() - 3);
        assert!(["Made", "Gjord"].contains(&made[0]));
        if template.name == "rudbeck" {
            // There a date stands before its title, which on a web page is a heading
            // and comes first.
            set.sort_unstable();
            read.sort_unstable();
        }
        assert_eq!(read, set, "{name} in {}", template.name);
    }
}

/// A value of a field that holds nothing but hostile text.
fn hostile(value: &mut Value, text: &str) {
    let inline = |inline: &mut cv::Inline| {
        inline.0 = vec![cv::Span {
            text: text.into(),
            bold: true,
            italic: true,
            link: Some(text.into()),
        }];
    };
    match value {
        Value::Text(old) | Value::When(When::Odd(old)) => *old = text.into(),
        Value::When(when) => *when = When::Odd(text.into()),
        Value::Rich(rich) => {
            *rich = RichText::plain(text);
            for block in &mut rich.0 {
                if let cv::Block::Paragraph(text) = block {
                    inline(text);
                }
            }
        }
        Value::Lines(lines) => lines.iter_mut().for_each(|line| inline(&mut line.text)),
    }
}

#[test]
fn hostile_text_is_text() {
    let more = [
        "</style><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg onload=alert(1)>",
        "javascript:alert(1)",
        "java\u{0}script:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "https://example.se/\"onmouseover=\"alert(1)",
        "https://example.se/\u{202e}gpj.exe",
        "-->]]></title><!--",
        "evil\u{202e}txt.exe",
    ];
    for text in HOSTILE.into_iter().chain(more) {
        let (mut document, _) = populated();
        let sections = document.sections.iter_mut();
        for section in sections {
            section.heading = Some(text.into());
            let items = section.items.iter_mut();
            items.for_each(|item| item.fields.values_mut().for_each(|v| hostile(v, text)));
        }
        document
            .basics
            .fields
            .values_mut()
            .for_each(|v| hostile(v, text));
        document.template.name = text.into();
        let markup = sound(&document).unwrap();
        if more[..4].contains(&text) {
            let shown = text.replace('\u{0}', "");
            assert!(markup.text.matches(&shown).count() > 50, "{text}");
            assert!(markup.titles[0].starts_with(&shown), "{text}");
            assert!(!attribute(&markup, "href").any(|href| href.contains("alert")));
        }
        if text.contains('\u{202e}') {
            assert!(
                !attribute(&markup, "href").any(|href| href.contains("exe")),
                "{text}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_document_becomes_a_sound_page(document in arbitrary::document()) {
        sound(&document)?;
        // What leaves says the same as what its owner sees.
        let copy = cv::redacted(&document, &cv::Redaction::none());
        prop_assert_eq!(page(copy.shown(), &LINKS), page(document.shown(), &LINKS));
        prop_assert_eq!(export_shown(copy.shown()), export_shown(document.shown()));
    }
}

#[test]
fn robots_come_only_where_they_may() {
    let document = sample("svensk.jsonresume");
    let robots = "<meta name=\"robots\" content=\"noindex, noarchive\">";
    assert!(page(document.shown(), &LINKS).html.contains(robots));
    let listed = Links {
        index: true,
        ..LINKS
    };
    assert!(!page(document.shown(), &listed).html.contains("robots"));
}

#[test]
fn a_page_without_a_name_has_neutral_words() {
    let html = page(blank(Language::English).shown(), &Links::default()).html;
    let markup = read(&html);
    assert_eq!(markup.titles, ["CV"]);
    assert!(html.contains("<meta name=\"description\" content=\"CV\">"));
    assert_eq!(words(&markup.text), ["CV", "Made", "with", "Merit"]);
    assert!(!html.contains("href=\"/\""));
}

#[test]
fn titles_are_no_longer_than_anything_shows() {
    let mut document = blank(Language::English);
    let long = "word ".repeat(2000);
    for (field, shape) in cv::schema::BASICS {
        document.basics.fields.insert(*field, marked(*shape, &long));
    }
    let markup = read(&page(document.shown(), &LINKS).html);
    assert!(
        markup.titles[0].chars().count() <= 161,
        "{}",
        markup.titles[0]
    );
    assert!(attribute(&markup, "content").all(|text| text.chars().count() <= 161));
}

#[test]
fn words_alone_are_a_list_and_described_words_a_list_of_descriptions() {
    let html = |skills: serde_json::Value| {
        let file = serde_json::json!({ "skills": skills }).to_string();
        let imported = cv::import(file, Language::English, template(), ids());
        page(imported.unwrap().document.shown(), &LINKS).html
    };
    let name = |name: &str| serde_json::json!({ "name": name });
    let level = |name: &str| serde_json::json!({ "name": name, "level": "Good" });
    let lists = |html: &str| (html.contains("<dl"), html.contains("<ul class=\"words\">"));
    assert_eq!(
        lists(&html([name("Lean"), name("Rust")].into())),
        (false, true)
    );
    assert_eq!(
        lists(&html([level("Lean"), level("Rust")].into())),
        (true, false)
    );
    let mixed = html([level("Lean"), name("Rust")].into());
    assert_eq!(lists(&mixed), (false, false));
    assert!(mixed.contains("<ul class=\"grid\">"));
}

#[test]
fn a_small_page() {
    let file = r#"{
        "basics": { "name": "Åsa Ek", "label": "Snickare & ritare", "email": "asa@example.se",
            "phone": "070-123 45 67", "location": { "city": "Umeå" },
            "profiles": [{ "network": "GitHub", "username": "asa", "url": "https://github.com/asa" }] },
        "work": [{ "position": "Snickare", "name": "Ek AB", "url": "https://ek.example",
            "location": "Umeå", "startDate": "2019-03", "summary": "Bygger **hus**.",
            "highlights": ["Ett *stort* hus", "[Ett till](https://ek.example/hus)"] }],
        "certificates": [{ "name": "Körkort", "date": "2006" }],
        "languages": [{ "language": "svenska", "fluency": "modersmål" }]
    }"#;
    let imported = cv::import(file, Language::Swedish, template(), ids());
    let html = page(imported.unwrap().document.shown(), &LINKS).html;
    let (head, body) = html.split_once("<body>\n").unwrap();
    let head = head.split_once("<style>").unwrap().0;
    insta::assert_snapshot!(head, @r##"
    <!doctype html>
    <html lang="sv">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Åsa Ek – Snickare &amp; ritare</title>
    <meta name="description" content="Snickare &amp; ritare">
    <meta name="robots" content="noindex, noarchive">
    <link rel="icon" href="/icons/merit.svg" type="image/svg+xml">
    <link rel="canonical" href="https://merit.example/cv/ingrid">
    <link rel="alternate" hreflang="sv" href="https://merit.example/cv/ingrid">
    <link rel="alternate" hreflang="de" href="https://merit.example/cv/ingrid/de">
    <link rel="alternate" type="application/pdf" href="/cv/ingrid.pdf">
    <link rel="alternate" type="text/vcard" href="/cv/ingrid.vcf">
    <link rel="alternate" type="text/plain" href="/cv/ingrid.txt">
    <link rel="alternate" type="application/json" href="/cv/ingrid.json">
    <meta property="og:type" content="profile">
    <meta property="og:title" content="Åsa Ek – Snickare &amp; ritare">
    <meta property="og:description" content="Snickare &amp; ritare">
    <meta property="og:url" content="https://merit.example/cv/ingrid">
    <meta property="og:locale" content="sv_SE">
    <meta property="og:image" content="https://merit.example/cv/ingrid.png">
    <meta property="og:image:type" content="image/png">
    <meta property="og:image:width" content="1200">
    <meta property="og:image:height" content="630">
    <meta property="og:image:alt" content="Åsa Ek – Snickare &amp; ritare">
    <meta name="twitter:card" content="summary_large_image">
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"ProfilePage","inLanguage":"sv","mainEntity":{"@type":"Person","name":"Åsa Ek","jobTitle":"Snickare \u0026 ritare","email":"asa@example.se","telephone":"070-123 45 67","sameAs":"https://github.com/asa","address":{"@type":"PostalAddress","addressLocality":"Umeå"},"worksFor":{"@type":"Organization","name":"Ek AB"},"knowsLanguage":"svenska"}}</script>
    "##);
    insta::assert_snapshot!(body, @r##"
    <main>
    <header>
    <h1 dir="auto">Åsa Ek</h1>
    <p class="label" dir="auto">Snickare &amp; ritare</p>
    <address>
    <ul>
    <li dir="auto"><a href="mailto:asa@example.se">asa@example.se</a></li>
    <li dir="auto"><a href="tel:0701234567">070-123 45 67</a></li>
    <li dir="auto">Umeå</li>
    <li dir="auto">GitHub <a href="https://github.com/asa" rel="nofollow ugc noopener noreferrer">asa</a></li>
    </ul>
    </address>
    </header>
    <section aria-labelledby="s1">
    <h2 id="s1" dir="auto">Arbetslivserfarenhet</h2>
    <article class="entry">
    <div class="head">
    <h3 dir="auto">Snickare</h3>
    <p class="dates" dir="auto"><time datetime="2019-03">mars 2019</time> – pågående</p>
    </div>
    <p class="details" dir="auto"><a href="https://ek.example" rel="nofollow ugc noopener noreferrer">Ek AB</a>&nbsp;· Umeå</p>
    <p dir="auto">Bygger <strong>hus</strong>.</p>
    <ul>
    <li dir="auto">Ett <em>stort</em> hus</li>
    <li dir="auto"><a href="https://ek.example/hus" rel="nofollow ugc noopener noreferrer">Ett till</a></li>
    </ul>
    </article>
    </section>
    <section aria-labelledby="s2">
    <h2 id="s2" dir="auto">Språk</h2>
    <dl class="grid">
    <div>
    <dt class="word" dir="auto">svenska</dt>
    <dd dir="auto">modersmål</dd>
    </div>
    </dl>
    </section>
    <section aria-labelledby="s3">
    <h2 id="s3" dir="auto">Certifikat</h2>
    <article class="entry compact">
    <div class="head">
    <div>
    <h3 dir="auto">Körkort</h3>
    </div>
    <p class="dates" dir="auto"><time datetime="2006">2006</time></p>
    </div>
    </article>
    </section>
    </main>
    <footer>
    <ul>
    <li><a href="/cv/ingrid.pdf" type="application/pdf">Ladda ner PDF</a></li>
    <li><a href="/cv/ingrid.vcf" type="text/vcard">vCard</a></li>
    <li><a href="/cv/ingrid.txt" type="text/plain">TXT</a></li>
    <li><a href="/cv/ingrid.json" type="application/json">JSON Resume</a></li>
    </ul>
    <p>Hur ofta sidan öppnas räknas per dag, inte av vem. <a href="/report/ingrid" rel="nofollow">Anmäl sidan</a></p>
    <p><a href="/">Gjord med Merit</a></p>
    <p><a href="/privacy/request?page=ingrid" lang="en">I am named here</a></p>
    </footer>
    </body>
    </html>
    "##);
}
