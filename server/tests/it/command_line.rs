//! `merit templates` and `merit render`: files, refusals, exit codes.

use crate::http::{Folder, merit};
use std::path::Path;
use std::process::Output;

const RESUME: &str = r##"{
    "basics": { "name": "Åsa Öberg", "email": "asa@example.com", "summary": "Writes & <reads>" },
    "work": [{ "name": "Merit", "position": "Editor", "startDate": "sometime", "colour": 3 }]
}"##;

fn render(input: &Path, output: &Path, options: &[&str]) -> Output {
    merit()
        .arg("render")
        .arg(input)
        .arg("-o")
        .arg(output)
        .args(options)
        .output()
        .unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A refusal is one line on standard error, exit code 1 and no file.
fn refused(output: &Output, file: &Path) -> String {
    let text = errors(output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(
        text.starts_with("merit: ") && !text.contains("panicked"),
        "{text}"
    );
    assert!(!file.exists());
    text
}

#[test]
fn every_form_is_made_and_the_report_is_told() {
    let folder = Folder::new("forms");
    let input = folder.0.join("cv.json");
    std::fs::write(&input, RESUME).unwrap();
    for (ending, start) in [
        ("pdf", "%PDF-"),
        ("svg", "<svg "),
        ("txt", ""),
        ("json", "{"),
    ] {
        let file = folder.0.join("out").with_extension(ending);
        let output = render(&input, &file, &[]);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        assert!(errors(&output).contains("work[0].startDate: not a date, kept as text"));
        assert!(output.stdout.is_empty());
        let bytes = std::fs::read(&file).unwrap();
        assert!(bytes.starts_with(start.as_bytes()), "{ending}");
        if ending == "txt" {
            assert!(String::from_utf8(bytes).unwrap().contains("Åsa Öberg"));
        }
    }
}

/// The same files as in the browser, but for the text of pages, which only it reads.
#[test]
fn files_of_other_programs_are_read() {
    let folder = Folder::new("others");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples");
    let file = folder.0.join("out.txt");
    for (name, person, said) in [
        (
            "linkedin.zip",
            "Maja Lindqvist",
            "Profile.csv[0].Industry: left out",
        ),
        ("europass.xml", "Ines Marques", "Attachment: left out"),
        ("europass.pdf", "Ines Marques", "Attachment: left out"),
        ("europass-passport.xml", "Lars Nyman", "Birthdate: left out"),
        (
            "python-docx.docx",
            "Elin Norberg",
            "look through the result",
        ),
    ] {
        let output = render(&samples.join(name), &file, &[]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", errors(&output));
        assert!(
            errors(&output).contains(said),
            "{name}: {}",
            errors(&output)
        );
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(person), "{name}: {text}");
        std::fs::remove_file(&file).unwrap();
    }
    let pages = refused(&render(&samples.join("chromium.pdf"), &file, &[]), &file);
    assert!(pages.contains("not on the command line"), "{pages}");
}

#[test]
fn a_pdf_is_the_same_every_time() {
    let folder = Folder::new("same");
    let input = folder.0.join("cv.json");
    std::fs::write(&input, RESUME).unwrap();
    let [one, two] = ["one.pdf", "two.pdf"].map(|name| {
        let file = folder.0.join(name);
        render(&input, &file, &[]);
        std::fs::read(file).unwrap()
    });
    assert!(!one.is_empty() && one == two);
}

#[test]
fn paper_and_language_are_options() {
    let folder = Folder::new("options");
    let input = folder.0.join("cv.json");
    std::fs::write(&input, RESUME).unwrap();
    let made = |options: &[&str]| {
        let file = folder.0.join("out.svg");
        let output = render(&input, &file, options);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        std::fs::read_to_string(file).unwrap()
    };
    assert!(made(&["--paper", "a4"]).contains("width=\"595.28pt\""));
    assert!(made(&["--paper", "letter"]).contains("width=\"612pt\""));
    assert!(made(&["--lang", "sv"]).contains("xml:lang=\"sv\""));
    assert!(made(&["--template", "linne"]).contains("<svg "));
}

#[test]
fn bad_files_are_refused_with_what_is_wrong() {
    let folder = Folder::new("bad-files");
    let files: [(&str, &[u8], &str); 7] = [
        ("broken.json", b"{\n  \"basics\": {\n", "not JSON: line 3"),
        ("empty.json", b"", "empty"),
        ("list.json", b"[1, 2]", "not a CV"),
        (
            "latin.json",
            b"{\"basics\":{\"name\":\"\xc5sa\"}}",
            "not UTF-8",
        ),
        (
            "newer.json",
            br#"{"format":9999,"kind":"cv","basics":{},"sections":[]}"#,
            "9999",
        ),
        ("deep.json", &[b'['; 100_000], "not JSON"),
        ("large.json", &[b' '; 1024 * 1024 + 1], "too large"),
    ];
    let output_file = folder.0.join("out.pdf");
    for (name, bytes, said) in files {
        let input = folder.0.join(name);
        std::fs::write(&input, bytes).unwrap();
        let text = refused(&render(&input, &output_file, &[]), &output_file);
        assert!(text.contains(said) && text.contains(name), "{name}: {text}");
    }
    let absent = folder.0.join("absent.json");
    assert!(refused(&render(&absent, &output_file, &[]), &output_file).contains("cannot read"));
    assert!(refused(&render(&folder.0, &output_file, &[]), &output_file).contains("cannot read"));
}

#[test]
fn what_cannot_be_made_is_refused_before_anything_is_read() {
    let folder = Folder::new("bad-options");
    let input = folder.0.join("absent.json");
    let pdf = folder.0.join("out.pdf");
    let ending = folder.0.join("out.odt");
    assert!(
        refused(&render(&input, &ending, &[]), &ending)
            .contains(".pdf, .svg, .txt, .json, .docx, .html, .md, .xml or .vcf")
    );
    let cases = [
        (["--template", "curlicue"], "merit templates"),
        (["--paper", "a3"], "a4 and letter"),
        (["--lang", "tlh"], "sv and en"),
    ];
    for (options, said) in cases {
        assert!(
            refused(&render(&input, &pdf, &options), &pdf).contains(said),
            "{options:?}"
        );
    }
}

#[test]
fn a_cv_is_never_overwritten_and_an_unwritable_place_is_told() {
    let folder = Folder::new("overwrite");
    let input = folder.0.join("cv.json");
    std::fs::write(&input, RESUME).unwrap();
    let output = render(&input, &input, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(std::fs::read_to_string(&input).unwrap(), RESUME);
    let nowhere = folder.0.join("no-such-folder/out.pdf");
    let output = render(&input, &nowhere, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        errors(&output)
            .lines()
            .last()
            .unwrap()
            .contains("cannot write")
    );
}

#[test]
fn templates_are_listed_by_the_name_that_render_takes() {
    let output = merit().arg("templates").output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.lines().any(|line| line.starts_with("linne\t")),
        "{text}"
    );
}

#[test]
fn a_wrong_command_line_is_told_where_help_is() {
    for arguments in [
        &["rendr"][..],
        &["render"],
        &["serve", "--listen", "nowhere"],
        &[],
    ] {
        let output = merit().args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(errors(&output).contains("--help"), "{arguments:?}");
    }
}
