//! What is hidden goes from running text as well: other people's telephone numbers,
//! the owner's own, and in an anonymous CV the name.

use cv::{
    Document, Field, Id, Inline, Language, Redaction, RichText, Section, SectionKind, Span, Value,
    file_name, redacted,
};
use proptest::prelude::*;

use crate::support::with_basics;

/// A CV of Åsa Öst whose summary says something.
fn saying(text: &str) -> Document {
    let mut document = with_basics(&[
        (Field::Name, "Åsa Maria Öst"),
        (Field::Email, "asa.ost@example.se"),
        (Field::Phone, "+46 70-123 45 67"),
        (Field::Address, "Storgatan 1"),
        (Field::City, "Umeå"),
        (Field::Url, "https://asaost.example"),
    ]);
    put(&mut document, SectionKind::Summary, Field::Summary, text);
    document
}

/// Writes a rich text, in the notation of the form, into the first item of a section.
fn put(document: &mut Document, kind: SectionKind, field: Field, text: &str) {
    let sections = &mut document.sections;
    let section = sections.iter_mut().find(|section| section.kind == kind);
    let section = section.unwrap();
    if section.items.is_empty() {
        section.items.push(cv::Item::new(Id(77)));
    }
    let value = Value::Rich(cv::rich::notation::read(text));
    section.items[0].fields.insert(field, value);
}

/// What others read in a section's first item.
fn read(document: &Document, redaction: &Redaction, kind: SectionKind, field: Field) -> String {
    let copy = redacted(document, redaction);
    assert_eq!(copy.check(), Ok(()));
    let section = copy.sections.iter().find(|section| section.kind == kind);
    let item = section.and_then(|section| section.items.first());
    let rich = item.and_then(|item| item.rich(field));
    rich.map(cv::rich::notation::write).unwrap_or_default()
}

fn summary(text: &str, redaction: &Redaction) -> String {
    read(
        &saying(text),
        redaction,
        SectionKind::Summary,
        Field::Summary,
    )
}

fn reference(text: &str, redaction: &Redaction) -> String {
    let mut document = saying("");
    put(
        &mut document,
        SectionKind::References,
        Field::Reference,
        text,
    );
    read(
        &document,
        redaction,
        SectionKind::References,
        Field::Reference,
    )
}

#[test]
fn what_is_hidden_of_the_owner_is_hidden_in_texts() {
    let usual = Redaction::usual();
    for number in [
        "070-123 45 67",
        "+46701234567",
        "46701234567",
        "0046 70 123 45 67",
        "(070) 123 45 67",
    ] {
        assert_eq!(summary(&format!("Ring {number}!"), &usual), "Ring …!");
    }
    let chat = "Ring https://wa.me/46701234567!";
    assert_eq!(summary(chat, &usual), "Ring https://wa.me/…!");
    let chat = "Ring [mig](https://wa.me/46701234567)!";
    assert_eq!(summary(chat, &usual), "Ring mig!");
    assert_eq!(
        summary("Bor på Storgatan 1, Umeå.", &usual),
        "Bor på …, Umeå."
    );
    // The e-mail is shown until it is hidden, in whichever letters.
    let mail = "Skriv till Asa.Ost@example.se.";
    assert_eq!(summary(mail, &usual), mail);
    let mut hidden = usual;
    hidden.hide(Field::Email).unwrap();
    assert_eq!(summary(mail, &hidden), "Skriv till ….");
    let linked = "Skriv [till mig](mailto:asa.ost@example.se), **070-123** 45 67.";
    assert_eq!(summary(linked, &hidden), "Skriv till mig, **…**.");
}

#[test]
fn what_concerns_others_is_hidden_until_their_consent_is_confirmed() {
    let text = "Bo Ek, chef, Acme AB, 08-123 456 78, bo@acme.example";
    assert_eq!(reference(text, &Redaction::none()), text);
    let mut confirmed = Redaction::usual();
    confirmed.set_shows_contacts(true);
    assert_eq!(reference(text, &confirmed), text);
    let usual = Redaction::usual();
    assert_eq!(reference(text, &usual), "Bo Ek, chef, Acme AB, …, …");
    // In a reference a number is more likely to be one.
    assert_eq!(reference("Bo Ek 22 33 44 55", &usual), "Bo Ek …");
    // What only announced them goes with them.
    let lines = "Bo Ek\n\n- Tel: 08-123 456 78\n- E-post: bo@acme.example\n- Chef";
    assert_eq!(reference(lines, &usual), "Bo Ek\n- Chef");
    assert_eq!(reference("Tel. 08-123 456 78", &usual), "");
    let link = "[Bo Ek](mailto:bo@acme.example) och [Ida](tel:+4681234567)";
    assert_eq!(reference(link, &usual), "Bo Ek och Ida");
    // Elsewhere too, and also what nobody confirmed long ago.
    let old: Redaction = cv::format::read("[]").unwrap();
    assert_eq!(summary("Min chef: bo@acme.example", &old), "Min chef: …");
}

#[test]
fn figures_that_call_nobody_stay() {
    let usual = Redaction::usual();
    for text in [
        "Omsatte 12 000 000 kr 2019-2021.",
        "01.02.2020 – 03.04.2021, 03 2019 - 05 2020, 2019-01-02",
        "ISBN 978-91-0-012345-6, ISSN 0028-0836, 0000-0002-1825-0097",
        "Org.nr 556012-3456, bankgiro 123-4567, artikel A0709876543",
        "Budget 0,75 miljoner, 0.125, 100 000 - 200 000",
        "https://example.com/0709876543/a och @handle",
    ] {
        assert_eq!(summary(text, &usual), text);
    }
    for text in ["Budget 12 000 000 kr", "Chef 2009-2015"] {
        assert_eq!(reference(text, &usual), text);
    }
}

#[test]
fn an_anonymous_cv_does_not_say_who_it_is() {
    let anonymous = Redaction::anonymous();
    for (text, left) in [
        ("Åsa Öst är ingenjör.", "Kandidat är ingenjör."),
        (
            "Åsas team i öst, Östs bok",
            "Kandidats team i öst, Kandidats bok",
        ),
        ("Jag, ÅSA-MARIA, kan", "Jag, Kandidat, kan"),
        (
            "Se github.com/asa-ost och kod.example.",
            "Se … och kod.example.",
        ),
        (
            "Som @asaost, på https://www.asaost.example/x.",
            "Som …, på ….",
        ),
        ("[Min sida](https://asaost.example)", "Min sida"),
        (
            "[Acme](https://acme.example)",
            "[Acme](https://acme.example)",
        ),
        ("Född 19811218-9876, 070-123 45 67", "Född …, …"),
    ] {
        let mut document = saying(text);
        document.language = Language::Swedish;
        let said = read(&document, &anonymous, SectionKind::Summary, Field::Summary);
        assert_eq!(said, left, "{text}");
    }
    let mut document = saying("");
    let mut profiles = Section::new(Id(500), SectionKind::Profiles);
    let mut account = cv::Item::new(Id(501));
    let name = Value::Text("asaost".into());
    account.fields.insert(Field::Username, name);
    profiles.items.push(account);
    document.sections.push(profiles);
    let copy = redacted(&document, &anonymous);
    assert!(copy.sections.is_empty());
    let left: Vec<(Field, &str)> = copy
        .basics
        .fields
        .keys()
        .map(|field| (*field, copy.basics.text(*field)))
        .collect();
    assert_eq!(left, [(Field::Name, "Candidate"), (Field::City, "Umeå")]);
    assert_eq!(file_name(copy.shown()), "Candidate-CV");
    // Confirmed or not, nobody else's data is in it.
    let mut confirmed = anonymous;
    confirmed.set_shows_contacts(true);
    assert_eq!(reference("Bo Ek, bo@acme.example", &confirmed), "Bo Ek, …");
}

#[test]
fn a_text_that_is_full_has_room_for_another_word() {
    let mut document = saying("");
    let name = Value::Text("Bo".into());
    document.basics.fields.insert(Field::Name, name);
    let text = "Bo i ".repeat(cv::limits::FIELD_CHARS / 5);
    let full = Value::Rich(RichText::plain(text.trim()));
    let summary = document.sections.iter_mut();
    let summary = summary.filter(|section| section.kind == SectionKind::Summary);
    for section in summary {
        section.items[0].fields.insert(Field::Summary, full.clone());
    }
    let copy = redacted(&document, &Redaction::anonymous());
    assert_eq!(copy.check(), Ok(()));
    assert!(!cv::export_full(&copy).contains("Bo"));
}

/// A piece of a text that a person writes, and what stands before it.
fn piece() -> impl Strategy<Value = (&'static str, &'static str)> {
    let told = vec![
        "070-123 45 67",
        "asa.ost@example.se",
        "Åsa",
        "Öst",
        "Storgatan 1",
        "bo@acme.example",
        "08-987 65 43",
        "+46 8 987 65 43",
    ];
    let between = vec![
        " ", ", ", "\n", " (", ") ", ": ", " 2019 ", " kvar ", " Tel. ",
    ];
    (prop::sample::select(between), prop::sample::select(told))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever stands beside it, and however it is cut into spans.
    #[test]
    fn nothing_that_is_hidden_is_left(
        pieces in prop::collection::vec((piece(), any::<bool>(), 0..4_usize), 0..12),
    ) {
        let mut inline = Inline::default();
        for ((between, told), bold, at) in pieces {
            inline.push(Span::plain(between));
            // A part of it looks otherwise.
            let at = told.char_indices().nth(at).map_or(0, |(at, _)| at);
            inline.push(Span { bold, ..Span::plain(&told[..at]) });
            inline.push(Span::plain(&told[at..]));
        }
        let text = inline.text();
        let mut document = saying("");
        let rich = Value::Rich(RichText(vec![cv::Block::Paragraph(inline)]));
        let summary = document.sections.iter_mut().find(|s| s.kind == SectionKind::Summary);
        summary.unwrap().items[0].fields.insert(Field::Summary, rich);
        let copy = redacted(&document, &Redaction::anonymous());
        let left: String = copy
            .items()
            .filter_map(|item| item.rich(Field::Summary))
            .map(RichText::text)
            .collect();
        for told in ["Åsa", "Öst", "Storgatan 1", "@", "123 45", "987 65", "45 67", "65 43"] {
            prop_assert!(!left.contains(told), "{told}: {text:?} {left:?}");
        }
        // And nothing else is taken with it.
        let kept = |text: &str| text.matches("kvar").count();
        prop_assert_eq!(kept(&left), kept(&text), "{:?} {:?}", text, left);
    }
}
