//! A word processor's file (Office Open XML): its paragraphs in their order,
//! with what their styles say they are.
//!
//! Of the archive only the text, the heads of pages and the names of styles are
//! read. Macros, pictures and whatever a relationship points to stay untouched;
//! deleted text and hidden text are not text.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::ImportError;
use super::archive::Archive;
use super::plain::{Line, Mark};
use super::xml::{self, NoTree, at, child};

/// Paragraphs that are read.
const LINES: usize = super::plain::LINES;

/// The lines of a file, `None` if the archive is none of a word processor.
///
/// # Errors
/// The text cannot be read.
pub(super) fn lines(archive: &mut Archive<'_>) -> Result<Option<Vec<Line>>, ImportError> {
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    let part = |wanted: &dyn Fn(&str) -> bool| names.iter().position(|name| wanted(name));
    let main = part(&|name| name == "word/document.xml")
        .or_else(|| part(&|name| name.starts_with("word/document") && name.ends_with(".xml")));
    let Some(main) = main else {
        return Ok(None);
    };
    let mut styles = Styles::default();
    if let Some(at) = part(&|name| name == "word/styles.xml") {
        read(archive, at, |root| styles = Styles::of(root))?;
    }
    let mut lines = Vec::new();
    // People put their names and addresses there. The same head may be there for
    // the first page, odd and even ones.
    for number in 1..=3 {
        let head = format!("word/header{number}.xml");
        if let Some(at) = part(&|name| name == head) {
            let mut more = Vec::new();
            read(archive, at, |root| paragraphs(root, &styles, &mut more))?;
            more.retain(|line| !lines.contains(line));
            lines.append(&mut more);
        }
    }
    read(archive, main, |root| match child(root, "body") {
        Some(body) => paragraphs(body, &styles, &mut lines),
        None => paragraphs(root, &styles, &mut lines),
    })?;
    Ok(Some(lines))
}

fn read(
    archive: &mut Archive<'_>,
    index: usize,
    visit: impl FnOnce(Node<'_, '_>),
) -> Result<(), ImportError> {
    let bytes = archive.read(index)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| ImportError::BrokenArchive)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let tree = xml::parse(text).map_err(|error| match error {
        NoTree::Broken { .. } => ImportError::BrokenArchive,
        NoTree::TooLarge => ImportError::TooLarge(crate::limits::Exceeded::ArchiveBytes),
    })?;
    visit(tree.root_element());
    Ok(())
}

/// What the styles of a file are, by their ids.
#[derive(Default)]
struct Styles(BTreeMap<String, Mark>);

impl Styles {
    fn of(root: Node<'_, '_>) -> Styles {
        let styles = xml::children(root, "style").filter_map(|style| {
            let name = value(child(style, "name")?)?.to_lowercase();
            let outline = at(style, &["pPr", "outlineLvl"]).and_then(value);
            let level = outline.and_then(|level| level.parse::<u8>().ok());
            let mark = if name == "title" {
                Mark::Title
            } else if let Some(level) = name.strip_prefix("heading ") {
                Mark::Heading(level.trim().parse().unwrap_or(9))
            } else if let Some(level) = level.filter(|level| *level < 9) {
                Mark::Heading(level + 1)
            } else if name.starts_with("list") || at(style, &["pPr", "numPr"]).is_some() {
                Mark::Bullet
            } else {
                return None;
            };
            Some((attribute(style, "styleId")?.to_owned(), mark))
        });
        Styles(styles.collect())
    }
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let found = node.attributes().find(|a| a.name() == name);
    found.map(|a| a.value())
}

fn value<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    attribute(node, "val")
}

/// Elements whose content is no text of the file, or the same text once more.
const SKIPPED: [&str; 9] = [
    "Fallback",
    "del",
    "moveFrom",
    "instrText",
    "pPr",
    "rPr",
    "sectPr",
    "tblPr",
    "footnotePr",
];

/// Appends the paragraphs within an element. Elements are at most as deep as
/// `xml` lets them be.
fn paragraphs(node: Node<'_, '_>, styles: &Styles, lines: &mut Vec<Line>) {
    for part in node.children().filter(Node::is_element) {
        let name = part.tag_name().name();
        if lines.len() >= LINES {
            return;
        }
        if name == "p" && part.tag_name().namespace().is_none_or(is_word) {
            paragraph(part, styles, lines);
        }
        if !SKIPPED.contains(&name) {
            // Boxes with text of their own stand within paragraphs.
            paragraphs(part, styles, lines);
        }
    }
}

/// Drawings have paragraphs by the same name.
fn is_word(namespace: &str) -> bool {
    namespace.ends_with("/wordprocessingml/main") || namespace.contains("wordprocessingml/2006")
}

fn paragraph(node: Node<'_, '_>, styles: &Styles, lines: &mut Vec<Line>) {
    let mut words = Words::default();
    words.read(node);
    let properties = child(node, "pPr");
    let get = |path: &[&str]| properties.and_then(|p| at(p, path)).and_then(value);
    let style = get(&["pStyle"]).and_then(|id| styles.0.get(id)).copied();
    let number = get(&["numPr", "numId"]);
    let mark = match style {
        Some(mark @ (Mark::Title | Mark::Heading(_))) => mark,
        _ if number.is_some_and(|number| number != "0") => Mark::Bullet,
        Some(Mark::Bullet) if number.is_none() => Mark::Bullet,
        _ if words.strong && !words.weak => Mark::Strong,
        _ => Mark::Plain,
    };
    for line in words.text.lines() {
        lines.extend(Line::new(line, mark));
    }
}

/// The text of a paragraph, and whether all of it is bold.
#[derive(Default)]
struct Words {
    text: String,
    strong: bool,
    weak: bool,
}

impl Words {
    fn read(&mut self, node: Node<'_, '_>) {
        for part in node.children().filter(Node::is_element) {
            match part.tag_name().name() {
                "t" => self.text.push_str(part.text().unwrap_or_default()),
                "tab" | "ptab" => self.text.push('\t'),
                "br" | "cr" => self.text.push('\n'),
                "noBreakHyphen" => self.text.push('-'),
                "r" => self.run(part),
                // Boxes are paragraphs of their own.
                "txbxContent" => {}
                name if SKIPPED.contains(&name) => {}
                _ => self.read(part),
            }
        }
    }

    fn run(&mut self, run: Node<'_, '_>) {
        let is_on = |name: &str| {
            let on = at(run, &["rPr", name]).map(|node| value(node).unwrap_or("1"));
            on.is_some_and(|value| !matches!(value, "0" | "false" | "none"))
        };
        if is_on("vanish") {
            return;
        }
        let before = self.text.len();
        self.read(run);
        if self
            .text
            .get(before..)
            .is_some_and(|text| !text.trim().is_empty())
        {
            let strong = is_on("b");
            self.strong |= strong;
            self.weak |= !strong;
        }
    }
}
