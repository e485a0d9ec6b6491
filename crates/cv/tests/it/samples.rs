//! Files that nobody on this project wrote: what is told about each, and that
//! nothing of them is lost in silence.

use cv::import::Source;
use cv::{Field, Imported, SectionKind, What, When};
use serde_json::Value as Json;

use crate::support::{SAMPLES, import, lines, outline, sample, section, words};

pub(crate) fn read(name: &str) -> Imported {
    let imported = import(sample(name));
    assert_eq!(imported.document.check(), Ok(()));
    assert_eq!(imported.report.more, 0);
    imported
}

#[test]
fn clean_files_have_nothing_to_tell() {
    for name in [
        "01-official-sample.jsonresume",
        "02-complete-fixture.jsonresume",
        "03-career-changer.jsonresume",
    ] {
        let imported = read(name);
        assert_eq!(imported.source, Source::JsonResume);
        assert_eq!(lines(&imported), "", "{name}");
    }
    // The second has every section that JSON Resume knows, and jobs that go on.
    let document = read("02-complete-fixture.jsonresume").document;
    let usual = SectionKind::ALL.into_iter().filter(|kind| kind.is_usual());
    assert_eq!(document.shown().sections().count(), usual.count());
    let work = &section(&document, SectionKind::Work).items;
    assert_eq!(work[0].when(Field::EndDate), Some(&When::Ongoing));
    assert_eq!(
        work[1].when(Field::EndDate),
        Some(&When::Date("2021-02-28".parse().unwrap()))
    );
}

#[test]
fn old_names() {
    let imported = read("04-legacy-v0-jane-fullstacker.jsonresume");
    assert_eq!(imported.source, Source::JsonResume);
    insta::assert_snapshot!(lines(&imported), @"
    basics.location.address: several lines joined to one
    basics.picture: another name for image
    basics.website: another name for url
    work[0].company: another name for name
    work[0].website: another name for url
    work[1].company: another name for name
    work[1].website: another name for url
    work[2].company: another name for name
    work[3].company: another name for name
    education[0].gpa: another name for score
    education[1].gpa: another name for score
    education[2].gpa: another name for score
    volunteer[0].website: another name for url
    volunteer[0].flavor: left out: there is no place for it
    volunteer[1].website: another name for url
    volunteer[1].flavor: left out: there is no place for it
    languages[0].level: another name for fluency
    languages[1].level: another name for fluency
    languages[1].years: left out: there is no place for it
    publications[0].website: another name for url
    publications[1].website: another name for url
    publications[2].website: another name for url
    awards[0].flavor: left out: there is no place for it
    awards[1].flavor: left out: there is no place for it
    interests[0].summary: moved to keywords
    interests[1].summary: moved to keywords
    ");
    let head: String = outline(&imported.document)
        .split_inclusive('\n')
        .take(28)
        .collect();
    insta::assert_snapshot!(head, @"
    basics
        name: Jane Q. Fullstacker
        label: Senior Developer
        image: jane_doe.png
        email: jdoe@onecoolstartup.io
        phone: 1-650-999-7777
        url: http://janef.me/blog
        address: Jane Fullstacker, 123 Somewhere Rd., Mountain View, CA 94035
        postalCode: 94035
        city: Mountain View
        region: CA
        countryCode: US
    profiles
        url: https://github.com/janef-was-here
        network: GitHub
        username: janef-was-here
    profiles
        url: https://twitter.com/janef-was-here
        network: Twitter
        username: janef-was-here
    summary
        summary: **Imaginary full-stack software developer with 6+ years industry experience** specializing in cloud-driven web applications and middleware. A native of southern CA, Jane enjoys hiking, mystery novels, and the company of Rufus, her two year old beagle.
    work
        name: Area 52
        url: https://area52.io/does-not-exist
        position: Head Code Ninja
        startDate: 2013-09
        endDate: Ongoing
    ");
}

#[test]
fn missing_fields() {
    let imported = read("05-missing-fields-jane-incomplete.jsonresume");
    insta::assert_snapshot!(lines(&imported), @"
    education[0].gpa: another name for score
    education[1].gpa: another name for score
    languages[0].level: another name for fluency
    languages[1].level: another name for fluency
    publications[0].website: another name for url
    publications[1].website: another name for url
    interests[0].summary: moved to keywords
    interests[1].summary: moved to keywords
    ");
}

#[test]
fn an_empty_file_is_a_blank_document() {
    let imported = read("06-empty.jsonresume");
    assert_eq!(lines(&imported), "");
    assert!(imported.document.is_blank());
}

/// Every word of a file is in the document, or the report says that it, or
/// what it stands in, was left out.
#[test]
fn nothing_is_lost_in_silence() {
    let mut checked = 0;
    for name in SAMPLES {
        let imported = read(name);
        let kept = words(&cv::export_full(&imported.document));
        let left_out: Vec<&str> = imported
            .report
            .notes
            .iter()
            .filter(|note| matches!(note.what, What::LeftOut { .. }))
            .map(|note| note.path.as_str())
            .collect();
        let file: Json = serde_json::from_slice(&sample(name)).unwrap();
        texts(&file, String::new(), &mut |path, text| {
            // What is not about the person: the file, and another program's look.
            let technical = [
                "$schema",
                "meta",
                "metadata",
                "id",
                "icon",
                "iconColor",
                "type",
            ];
            let is_technical = |part: &str| technical.contains(&part);
            let is_look = imported.source == Source::ReactiveResume
                && (path.starts_with("picture.")
                    || path.ends_with(".name") && path.split('.').count() == 3
                    || path.ends_with(".label"));
            if path.split(['.', '[']).any(is_technical) || is_look {
                return;
            }
            if left_out.iter().any(|left| path.starts_with(left)) {
                return;
            }
            let text = without_tags(text);
            for word in words(&text) {
                checked += 1;
                // A month's name became its number.
                let is_date = path.ends_with(".period") || path.ends_with(".date");
                let found = kept.contains(&word);
                assert!(
                    found || is_date && word.parse::<u16>().is_err(),
                    "{name}: {word} of {path}"
                );
            }
        });
    }
    assert!(checked > 3_000, "{checked}");
}

fn texts(json: &Json, path: String, visit: &mut impl FnMut(&str, &str)) {
    match json {
        Json::String(text) => visit(&path, text),
        Json::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(i, json)| texts(json, format!("{path}[{i}]"), visit));
        }
        Json::Object(object) => object.iter().for_each(|(name, json)| {
            let dot = if path.is_empty() { "" } else { "." };
            texts(json, format!("{path}{dot}{name}"), visit);
        }),
        _ => {}
    }
}

fn without_tags(text: &str) -> String {
    let mut out = text.to_owned();
    for tag in ["p", "ul", "li", "strong"] {
        out = out
            .replace(&format!("<{tag}>"), " ")
            .replace(&format!("</{tag}>"), " ");
    }
    out
}
