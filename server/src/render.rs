//! `merit templates` and `merit render`: a CV file in, a finished file out,
//! with the code that the browser runs and therefore with its bytes.

use crate::command_line::Render;
use crate::terminal;
use anyhow::{Context, Result, anyhow, bail};
use cv::{Document, Id, Kind, Language, Paper};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use typeset::exports::{self, Format};
use typeset::pdf::{self, Part};
use typeset::{Engine, Pages, template};

/// Prints the name of each template and what people call it, the default first.
pub(crate) fn templates() -> Result<()> {
    for template in template::ALL {
        terminal::print(&format!("{}\t{}", template.name, template.title))?;
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Form {
    Pdf,
    Svg,
    Text,
    Json,
    /// What is made without pages.
    Other(&'static Format),
}

/// Reads a CV, tells on standard error what could not be read as it stood, and
/// writes the file.
pub(crate) fn render(options: &Render) -> Result<()> {
    let form = form(&options.output)?;
    let template = match options.template.as_deref() {
        None => None,
        Some(name) => Some(template::named(name).with_context(|| {
            format!("there is no template {name:?}; `merit templates` lists those there are")
        })?),
    };
    let paper = match options.paper.as_deref() {
        None => None,
        Some("a4") => Some(Paper::A4),
        Some("letter") => Some(Paper::Letter),
        Some(other) => bail!("there is no paper {other:?}; there are a4 and letter"),
    };
    let language = match options.lang.as_deref() {
        None => None,
        Some(tag) => Some(
            Language::from_tag(tag)
                .with_context(|| format!("there is no language {tag:?}; there are sv and en"))?,
        ),
    };
    let same = |path: &Path| fs::canonicalize(path).ok();
    let output = same(&options.output);
    if let Some(output) = output
        && options
            .input
            .iter()
            .any(|input| same(input).as_ref() == Some(&output))
    {
        bail!(
            "{} is the CV itself; name another output",
            options.output.display()
        );
    }
    if options.input.len() > 1 && !matches!(form, Form::Pdf) {
        bail!("two documents make one PDF; other files are made of one");
    }

    let mut documents = Vec::with_capacity(options.input.len());
    for input in &options.input {
        let mut document = read(input, language.unwrap_or(Language::English))?;
        if let Some(template) = template
            && template.name != document.template.name
        {
            document.template = template.for_document();
        }
        document.paper = paper.unwrap_or(document.paper);
        document.language = language.unwrap_or(document.language);
        if document.is_letter() && !suits_letters(form) {
            bail!(
                "{} is a letter, which {} has no place for; end it with .pdf, .svg, .txt, .docx, \
                 .html or .md",
                input.display(),
                options.output.display()
            );
        }
        documents.push(document);
    }

    // Whatever a file holds, the answer is one line and not a crash.
    std::panic::set_hook(Box::new(|_| {}));
    let inputs: Vec<String> = options
        .input
        .iter()
        .map(|i| i.display().to_string())
        .collect();
    let bytes = catch_unwind(AssertUnwindSafe(|| match documents.as_slice() {
        [document] => write(document, form),
        documents => together(documents),
    }))
    .unwrap_or_else(|_| {
        Err(anyhow!(
            "this CV could not be set; please report it as a defect"
        ))
    })
    .with_context(|| inputs.join(" "))?;
    fs::write(&options.output, bytes)
        .with_context(|| format!("cannot write {}", options.output.display()))
}

/// Whether a letter has such a file. JSON Resume has no place for one.
fn suits_letters(form: Form) -> bool {
    match form {
        Form::Pdf | Form::Svg | Form::Text => true,
        Form::Json => false,
        Form::Other(format) => format.suits(Kind::Letter),
    }
}

/// What the output's ending asks for.
fn form(output: &Path) -> Result<Form> {
    let ending = output
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or("");
    Ok(match ending.to_ascii_lowercase().as_str() {
        "pdf" => Form::Pdf,
        "svg" => Form::Svg,
        "txt" => Form::Text,
        "json" => Form::Json,
        other => match exports::ending(other) {
            Some(format) => Form::Other(format),
            None => bail!(
                "{}: the ending decides what is made; end it with .pdf, .svg, .txt, .json, \
                 .docx, .html, .md, .xml or .vcf",
                output.display()
            ),
        },
    })
}

fn read(input: &Path, language: Language) -> Result<Document> {
    let name = input.display();
    let file = fs::read(input).with_context(|| format!("cannot read {name}"))?;
    // The document lives only as long as this program: counting gives ids enough.
    let mut last = 0;
    let ids = || {
        last += 1;
        Id(last)
    };
    let template = template::default().for_document();
    let headings = &template::words::kind_of_heading;
    let imported = cv::import_knowing(file, language, template, headings, ids)
        .with_context(|| name.to_string())?;
    if imported.source.is_guess() {
        terminal::tell(&format!(
            "{name}: text without fields; what is what was guessed, so look through the result"
        ));
    }
    for note in &imported.report.notes {
        terminal::tell(&format!("{name}: {note}"));
    }
    if imported.report.more > 0 {
        terminal::tell(&format!("{name}: and {} notes more", imported.report.more));
    }
    Ok(imported.document)
}

fn write(document: &Document, form: Form) -> Result<Vec<u8>> {
    if let Form::Other(format) = form {
        return Ok(format.write(document.shown(), None));
    }
    if let Form::Json = form {
        let exported = cv::export_shown(document.shown());
        for note in &exported.notes {
            terminal::tell(&format!("output: {note}"));
        }
        return Ok(exported.json.into_bytes());
    }
    let fonts = typeset::Fonts::embedded();
    let mut engine = Engine::new(fonts.clone())?;
    let pages = engine.layout(document.shown());
    tell_missing(&pages);
    if document.template.layout != pages.layout {
        terminal::tell(&format!(
            "set in the layout {}; the CV names {:?}, so lines may break elsewhere",
            pages.layout, document.template.layout
        ));
    }
    Ok(match form {
        Form::Pdf => {
            let source = cv::export_shown(document.shown()).json;
            let options = typeset::pdf::Options {
                source: Some(&source),
                ..typeset::pdf::Options::default()
            };
            typeset::pdf::write(&pages, &fonts, &options)?
        }
        Form::Svg => typeset::svg::document(&pages, &fonts, None)?.into_bytes(),
        Form::Text | Form::Json | Form::Other(_) => typeset::text::write(&pages).into_bytes(),
    })
}

/// One PDF of several documents, each with its data, as the browser makes it.
fn together(documents: &[Document]) -> Result<Vec<u8>> {
    let letters: Vec<bool> = documents.iter().map(Document::is_letter).collect();
    if letters != [true, false] {
        bail!("one file can be made of a letter and the CV that it goes with, in this order");
    }
    let fonts = typeset::Fonts::embedded();
    let mut engine = Engine::new(fonts.clone())?;
    let made: Vec<(Pages, String)> = documents
        .iter()
        .map(|document| {
            let source = cv::export_shown(document.shown()).json;
            (engine.layout(document.shown()), source)
        })
        .collect();
    let parts: Vec<Part<'_>> = made
        .iter()
        .zip(documents)
        .map(|((pages, source), document)| {
            tell_missing(pages);
            Part {
                pages,
                name: match document.kind {
                    Kind::Letter => pdf::LETTER_NAME,
                    Kind::Cv | Kind::Profile => pdf::SOURCE_NAME,
                },
                source: Some(source),
                photo: None,
            }
        })
        .collect();
    Ok(pdf::together(&parts, &fonts, &pdf::Options::default())?)
}

/// Characters that no font of ours has show as boxes.
fn tell_missing(pages: &Pages) {
    if !pages.missing.is_empty() {
        let missing: String = pages.missing.iter().collect();
        terminal::tell(&format!(
            "the fonts lack these characters, boxes stand for them: {missing}"
        ));
    }
}
