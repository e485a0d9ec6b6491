//! The examples: complete, clean, and typographically right.

use cv::{Document, Language, SectionKind, Shape, Value, example};

use crate::support::{ids_from, import, shown_texts, template, words};

fn read(language: Language) -> Document {
    example(language, template(), ids_from(0))
}

const FILES: [(Language, &str); 2] = [
    (Language::Swedish, include_str!("../../examples/sv.json")),
    (Language::English, include_str!("../../examples/en.json")),
];

#[test]
fn every_section_and_nearly_every_field_is_used() {
    for (language, file) in FILES {
        let document = read(language);
        assert_eq!(document.language, language);
        assert_eq!(document.check(), Ok(()));
        assert!(import(file).report.is_empty());
        let kinds: Vec<_> = document.shown().sections().map(|s| s.kind()).collect();
        let usual = SectionKind::ALL.into_iter().filter(|kind| kind.is_usual());
        assert_eq!(kinds, usual.collect::<Vec<_>>());
        for section in &document.sections {
            let fields = section.kind.fields().iter();
            for (field, _) in fields.filter(|(_, shape)| *shape != Shape::Flag) {
                let used = section.items.iter().any(|i| i.fields.contains_key(field));
                assert!(used, "{:?} {:?}", section.kind, field);
            }
        }
        // Two pages with every heading in use are some 400 to 600 words.
        let count: usize = shown_texts(&document).iter().map(|t| words(t).len()).sum();
        assert!((380..620).contains(&count), "{count}");
    }
}

#[test]
fn they_go_around_unchanged() {
    for (language, _) in FILES {
        let document = read(language);
        let exported = cv::export_shown(document.shown());
        assert_eq!(exported.notes, []);
        let again = import(&exported.json);
        assert!(again.report.is_empty());
        assert_eq!(again.document, document);
    }
}

/// Addresses that belong to nobody (RFC 2606).
#[test]
fn every_address_is_an_example() {
    for (language, file) in FILES {
        for item in read(language).items() {
            for value in item.fields.values() {
                if let Value::Text(text) = value
                    && (text.contains("://") || text.contains('@'))
                {
                    assert!(text.contains("example.com"), "{text}");
                }
            }
        }
        assert!(!file.contains("http://"));
    }
}

#[test]
fn typography() {
    for (language, _) in FILES {
        for text in shown_texts(&read(language)) {
            let chars: Vec<char> = text.chars().collect();
            for three in chars.windows(3) {
                let (before, at, after) = (three[0], three[1], three[2]);
                let digits = before.is_ascii_digit() && after.is_ascii_digit();
                assert!(
                    !(digits && at == ' ') || language == Language::English,
                    "{text}"
                );
                assert!(before != ' ' || at != ' ', "{text}");
                if language == Language::Swedish {
                    assert!(!(before.is_ascii_digit() && at == '%'), "{text}");
                    assert!(!(before == ' ' && at == '%'), "{text}");
                }
            }
            let wrong = match language {
                Language::Swedish => ["\"", "'", "“", "..."],
                _ => ["\"", "'", "”.”", "..."],
            };
            assert!(wrong.iter().all(|wrong| !text.contains(wrong)), "{text}");
        }
    }
}
