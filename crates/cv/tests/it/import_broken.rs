//! Files that are damaged, locked, or made to take memory and time: an answer for
//! each, and quickly.

use std::time::{Duration, Instant};

use cv::limits::Exceeded;
use cv::{ImportError, Imported, Language};
use miniz_oxide::deflate::compress_to_vec as deflate;
use proptest::prelude::*;

use crate::support::{file, ids_from, template};

fn read(file: impl AsRef<[u8]>) -> Result<Imported, ImportError> {
    let begun = Instant::now();
    let read = cv::import(file, Language::English, template(), ids_from(0));
    // Far more than it takes, even without optimisation on a busy machine.
    assert!(begun.elapsed() < Duration::from_secs(20));
    if let Ok(imported) = &read {
        assert_eq!(imported.document.check(), Ok(()));
        assert_eq!(cv::limits::document(&imported.document), Ok(()));
    }
    read
}

fn read_text(text: &str) -> Result<Imported, ImportError> {
    let none = |_: &str| None;
    let read = cv::import_text(text, Language::English, template(), &none, ids_from(0));
    if let Ok(imported) = &read {
        assert_eq!(imported.document.check(), Ok(()));
        assert_eq!(cv::limits::document(&imported.document), Ok(()));
    }
    read
}

/// An archive as far as it matters here. `unfolded` is what its table says.
fn zip(entries: &[(&str, &[u8], usize)]) -> Vec<u8> {
    let (mut out, mut table) = (Vec::new(), Vec::new());
    for (name, content, unfolded) in entries {
        let at = u32::try_from(out.len()).unwrap();
        let packed = deflate(content, 9);
        let sizes = [packed.len(), *unfolded].map(|n| u32::try_from(n).unwrap().to_le_bytes());
        let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
        // Version, flags, method 8, time and date, checksum.
        let head = [20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let mut both = head.to_vec();
        both.extend(sizes.concat());
        both.extend(name_length);
        both.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&both);
        out.extend(name.as_bytes());
        out.extend(&packed);
        table.extend(b"PK\x01\x02\x14\x00");
        table.extend(&both);
        table.extend([0; 10]);
        table.extend(at.to_le_bytes());
        table.extend(name.as_bytes());
    }
    let start = u32::try_from(out.len()).unwrap().to_le_bytes();
    let length = u32::try_from(table.len()).unwrap().to_le_bytes();
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    out.extend(table);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend([count, count].concat());
    out.extend(length);
    out.extend(start);
    out.extend([0, 0]);
    out
}

fn archive(name: &str, content: &str) -> Vec<u8> {
    zip(&[(name, content.as_bytes(), content.len())])
}

const TOO_LARGE: Result<Imported, ImportError> = Err(ImportError::TooLarge(Exceeded::ArchiveBytes));

#[test]
fn archives_that_unfold_without_end_are_too_large() {
    let zeros = vec![b' '; 30_000_000];
    assert_eq!(read(zip(&[("Skills.csv", &zeros, zeros.len())])), TOO_LARGE);
    // Within the limit of a file, and a thousand times its packed form.
    let zeros = &zeros[..3_000_000];
    assert_eq!(read(zip(&[("Skills.csv", zeros, zeros.len())])), TOO_LARGE);
    // A table that lies about it.
    let lies = zip(&[("Skills.csv", zeros, 10_000)]);
    assert_eq!(read(lies), Err(ImportError::BrokenArchive));
    let names: Vec<String> = (0..6_000).map(|i| format!("{i}.txt")).collect();
    let many: Vec<_> = names
        .iter()
        .map(|name| (name.as_str(), &b"x"[..], 1))
        .collect();
    assert_eq!(read(zip(&many)), TOO_LARGE);
}

#[test]
fn archives_that_are_no_cv_say_so() {
    let nothing = Err(ImportError::NothingInArchive);
    assert_eq!(read(zip(&[])), nothing);
    assert_eq!(read(archive("messages.csv", "A\nb")), nothing);
    assert_eq!(read(archive("Courses.csv", "Name\nb")), nothing);
    let broken = Err(ImportError::BrokenArchive);
    assert_eq!(read(b"PK\x03\x04"), broken);
    assert_eq!(read(archive("word/document.xml", "<w:document")), broken);
    let mut locked = archive("Skills.csv", "Name\nRust");
    let at = locked.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    locked[at + 8] = 1;
    assert_eq!(read(locked), broken);
    assert_eq!(
        read(archive("word/document.xml", "<d><body><p/></body></d>")),
        Err(ImportError::NoText)
    );
    assert_eq!(
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"),
        Err(ImportError::OldWord)
    );
    assert!(read(archive("x/y/SKILLS.CSV", "Name\nRust")).is_ok());
}

#[test]
fn xml_that_is_no_cv_says_so() {
    assert_eq!(
        read("<Candidate>\n <a></b>"),
        Err(ImportError::NotXml { line: 2, column: 5 })
    );
    for other in ["<html><body/></html>", "\u{feff} <x/>"] {
        assert_eq!(read(other), Err(ImportError::NotACv), "{other}");
    }
    // Entities would be a way to other files, and to texts without end.
    let entity = "<!DOCTYPE x [<!ENTITY a \"b\">]><Candidate>&a;</Candidate>";
    assert!(matches!(read(entity), Err(ImportError::NotXml { .. })));
    assert!(read("<Candidate/>").is_ok());
    assert!(read("<SkillsPassport/>").is_ok());
}

#[test]
fn xml_beyond_measure_is_refused_at_once() {
    let too_large = Err(ImportError::TooLarge(Exceeded::DocumentBytes));
    assert_eq!(read("<a>".repeat(200_000)), too_large);
    let attributes: String = (0..80_000).map(|i| format!("a{i}='' ")).collect();
    assert_eq!(read(format!("<Candidate {attributes}/>")), too_large);
    let nested: String = (0..30_000).map(|i| format!("<a xmlns:b{i}='c'>")).collect();
    assert_eq!(read(nested), too_large);
    assert_eq!(
        read(format!("<Candidate>{}</Candidate>", "<a/>".repeat(500_000))),
        too_large
    );
    assert_eq!(read(vec![b'<'; 9_000_000]), too_large);
    let deep = format!("<body>{}{}</body>", "<x>".repeat(900), "</x>".repeat(900));
    assert!(read(archive("word/document.xml", &deep)).is_err());
}

#[test]
fn huge_cells_and_many_rows_are_cut_with_a_note() {
    let cell: String = (0..300_000)
        .map(|i| char::from(b'a' + (i % 23) as u8))
        .collect();
    let rows: String = (0..30_000)
        .map(|i| format!("skill {i} {}\n", i * 7919))
        .collect();
    let table = format!("Name\n\"{cell}\"\n{rows}");
    let imported = read(archive("Skills.csv", &table)).unwrap();
    let told: String = imported
        .report
        .notes
        .iter()
        .map(|n| format!("{n}\n"))
        .collect();
    assert!(told.contains("cut at"), "{told}");
    assert!(told.contains("more than a document holds"), "{told}");
    // Quotes that are never closed, and a row of a million cells.
    assert!(read(archive("Skills.csv", "Name\n\"open, and\nopen")).is_ok());
    let wide: String = (0..400_000).map(|i| format!("{},", i % 9973)).collect();
    assert!(read(archive("Skills.csv", &format!("{wide}\n{wide}"))).is_ok());
}

#[test]
fn text_without_end_takes_no_time() {
    let begun = Instant::now();
    assert_eq!(read_text(" \n\u{c}"), Err(ImportError::NoText));
    for text in [
        "2019 ".repeat(200_000),
        "x 2019 – 2020\n".repeat(60_000),
        "Experience\n".repeat(90_000),
        "a ".repeat(500_000),
        "- x\n•\n".repeat(100_000),
        "a@b.c|".repeat(150_000),
        "Skills\n".to_owned() + &"(,".repeat(300_000),
        "1 2 3 jan feb 2019 – till now nu - 2020 x\n".repeat(20_000),
    ] {
        assert!(read_text(&text).is_ok());
    }
    assert!(
        begun.elapsed() < Duration::from_secs(60),
        "{:?}",
        begun.elapsed()
    );
    assert!(read_text(&"x".repeat(2_000_000)).is_err());
}

fn any_sample() -> impl Strategy<Value = Vec<u8>> {
    let names = [
        "linkedin.zip",
        "europass.xml",
        "europass-passport.xml",
        "europass.pdf",
        "python-docx.docx",
        "libreoffice.docx",
    ];
    prop::sample::select(names.map(file).to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Cut short, overwritten, doubled: an answer, and no crash.
    #[test]
    fn damaged_files_never_stop_the_program(
        whole in any_sample(),
        cut in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        junk in prop::collection::vec(any::<u8>(), 0..30),
        gone in 0..30_usize,
    ) {
        let _ = read(&whole[..cut.index(whole.len())]);
        let mut changed = whole;
        let at = at.index(changed.len());
        let end = (at + gone).min(changed.len());
        changed.splice(at..end, junk);
        let _ = read(&changed);
    }

    /// What stands inside of an archive is as little to be trusted.
    #[test]
    fn any_content_of_an_archive_is_read_or_refused(
        content in prop::collection::vec(any::<u8>(), 0..300),
        cells in "([A-Z][a-z]{1,6} ?[A-Za-z]{0,4}|[\",\n&;<>-]|2019){0,60}",
        name in prop::sample::select(vec![
            "Profile.csv", "Positions.csv", "Recommendations_Received.csv",
            "Email Addresses.csv", "word/document.xml", "word/styles.xml",
        ]),
    ) {
        let _ = read(zip(&[(name, &content, content.len())]));
        let _ = read(archive(name, &cells));
        let columns = "First Name,Last Name,Websites,Twitter Handles,Started On,Text\n";
        let _ = read(archive(name, &format!("{columns}{cells}")));
    }

    #[test]
    fn any_text_is_read_or_refused(
        text in "(\\PC{0,12}|Experience|Utbildning|KONTAKT|2019|–|\n|\t|, |• |a@b.se|070-1234567){0,40}",
    ) {
        let _ = read_text(&text);
        let paragraphs: String = text
            .lines()
            .map(|line| format!("<p><t>{}</t></p>", line.replace(['<', '&'], "")))
            .collect();
        let _ = read(archive("word/document.xml", &format!("<d><body>{paragraphs}</body></d>")));
    }
}
