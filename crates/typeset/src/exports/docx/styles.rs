//! The styles: what a title, a heading, a detail looks like.

use std::fmt::Write as _;

use super::{MAIN, Setting, XML, twips};
use crate::svg::Escaped;

/// Bullets and numbers of lists. Levels below the first are for who goes on writing.
const ABSTRACT: &str = concat!(
    "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>",
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:pStyle w:val=\"ListBullet\"/>",
    "<w:lvlText w:val=\"\u{2022}\"/><w:lvlJc w:val=\"left\"/>",
    "<w:pPr><w:ind w:left=\"284\" w:hanging=\"227\"/></w:pPr></w:lvl>",
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>",
    "<w:lvlText w:val=\"\u{2013}\"/><w:lvlJc w:val=\"left\"/>",
    "<w:pPr><w:ind w:left=\"568\" w:hanging=\"227\"/></w:pPr></w:lvl>",
    "</w:abstractNum>",
    "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>",
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"ListNumber\"/>",
    "<w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/>",
    "<w:pPr><w:ind w:left=\"340\" w:hanging=\"340\"/></w:pPr></w:lvl>",
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/>",
    "<w:lvlText w:val=\"%2)\"/><w:lvlJc w:val=\"left\"/>",
    "<w:pPr><w:ind w:left=\"680\" w:hanging=\"340\"/></w:pPr></w:lvl>",
    "</w:abstractNum>",
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>",
);

/// The number of the first numbered list among lists: that of bullets and that of the
/// style come before.
pub(super) const FIRST_NUMBERED: usize = 3;

/// The lists of a file: one for all bullets, and one for each numbered list, so that
/// each begins with 1.
pub(super) fn numbering(numbered: usize) -> String {
    let mut out = format!("{XML}<w:numbering xmlns:w=\"{MAIN}\">{ABSTRACT}");
    for number in FIRST_NUMBERED..FIRST_NUMBERED + numbered {
        let _ = write!(
            out,
            "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"1\"/>\
             <w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
        );
    }
    out + "</w:numbering>"
}

/// Where what is said of a word starts.
const WORD: i32 = 2_270;

/// A paragraph style in numbers: sizes in half points, space in twips.
struct Style {
    id: &'static str,
    name: &'static str,
    next: &'static str,
    display: bool,
    bold: bool,
    size: i32,
    color: u32,
    before: i32,
    after: i32,
    keep: bool,
    /// The level of a heading, from 0.
    outline: Option<u8>,
    /// Further paragraph properties: before, and after those of spacing.
    more: [String; 2],
}

pub(super) fn write(setting: &Setting) -> String {
    let dress = setting.dress;
    let display = if dress.serif { "Georgia" } else { "Calibri" };
    let mut out = format!(
        "{XML}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>\
         <w:color w:val=\"{:06X}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>\
         <w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>\
         <w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/></w:style>",
        dress.ink,
        size = scaled(21, setting.size),
        language = Escaped(&setting.language),
    );
    for style in styles(setting) {
        paragraph(&mut out, &style, display, setting);
    }
    let _ = write!(
        out,
        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Dates\"><w:name w:val=\"Dates\"/><w:qFormat/>\
         <w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:color w:val=\"{muted:06X}\"/><w:sz w:val=\"{small}\"/><w:szCs w:val=\"{small}\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
         <w:rPr><w:u w:val=\"single\" w:color=\"{accent:06X}\"/></w:rPr></w:style></w:styles>",
        muted = dress.muted,
        accent = dress.accent,
        small = scaled(20, setting.size),
    );
    out
}

fn styles(setting: &Setting) -> Vec<Style> {
    let dress = setting.dress;
    let form = setting.form;
    let width = twips(form.width - form.left - form.right);
    let plain = Style {
        id: "BodyText",
        name: "Body Text",
        next: "BodyText",
        display: false,
        bold: false,
        size: 21,
        color: dress.ink,
        before: 0,
        after: 60,
        keep: false,
        outline: None,
        more: Default::default(),
    };
    let right = format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs>");
    vec![
        Style {
            id: "Title",
            name: "Title",
            display: true,
            size: 52,
            after: 40,
            keep: true,
            ..plain.clone_of()
        },
        Style {
            id: "Subtitle",
            name: "Subtitle",
            size: 25,
            color: dress.accent,
            after: 100,
            keep: true,
            ..plain.clone_of()
        },
        Style {
            id: "Contact",
            name: "Contact",
            size: 20,
            color: dress.muted,
            after: 20,
            ..plain.clone_of()
        },
        Style {
            id: "Heading1",
            name: "heading 1",
            display: true,
            size: 28,
            color: dress.accent,
            before: 320,
            after: 80,
            keep: true,
            outline: Some(0),
            more: [
                format!(
                    "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"{:06X}\"/></w:pBdr>",
                    dress.hairline
                ),
                String::new(),
            ],
            ..plain.clone_of()
        },
        Style {
            id: "Heading2",
            name: "heading 2",
            bold: true,
            size: 22,
            before: 140,
            after: 0,
            keep: true,
            outline: Some(1),
            more: [right.clone(), String::new()],
            ..plain.clone_of()
        },
        Style {
            id: "Heading3",
            name: "heading 3",
            bold: true,
            before: 100,
            after: 0,
            keep: true,
            outline: Some(2),
            ..plain.clone_of()
        },
        Style {
            id: "Details",
            name: "Details",
            size: 20,
            color: dress.muted,
            after: 40,
            ..plain.clone_of()
        },
        Style {
            id: "EntryLine",
            name: "Entry line",
            before: 40,
            after: 20,
            ..plain.clone_of()
        },
        Style {
            id: "Word",
            name: "Word",
            after: 30,
            more: [
                format!("<w:tabs><w:tab w:val=\"left\" w:pos=\"{WORD}\"/></w:tabs>"),
                format!("<w:ind w:left=\"{WORD}\" w:hanging=\"{WORD}\"/>"),
            ],
            ..plain.clone_of()
        },
        Style {
            id: "ListBullet",
            name: "List Bullet",
            next: "ListBullet",
            after: 30,
            more: [
                "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>".to_owned(),
                String::new(),
            ],
            ..plain.clone_of()
        },
        Style {
            id: "ListNumber",
            name: "List Number",
            next: "ListNumber",
            after: 30,
            more: [
                "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>".to_owned(),
                String::new(),
            ],
            ..plain.clone_of()
        },
        Style {
            id: "Address",
            name: "Address",
            after: 0,
            ..plain.clone_of()
        },
        Style {
            id: "AddressStart",
            name: "Address start",
            next: "Address",
            before: 480,
            after: 0,
            ..plain.clone_of()
        },
        Style {
            id: "LetterDate",
            name: "Letter date",
            before: 360,
            ..plain.clone_of()
        },
        Style {
            id: "LetterText",
            name: "Letter text",
            next: "LetterText",
            before: 80,
            after: 120,
            ..plain.clone_of()
        },
        Style {
            id: "Signature",
            name: "Signature",
            before: 720,
            after: 480,
            ..plain.clone_of()
        },
        Style {
            id: "Footer",
            name: "footer",
            next: "Footer",
            size: 17,
            color: dress.muted,
            after: 0,
            more: [right, String::new()],
            ..plain.clone_of()
        },
        plain,
    ]
}

impl Style {
    /// What a style takes over from a plain one.
    fn clone_of(&self) -> Style {
        Style {
            more: Default::default(),
            ..*self
        }
    }
}

fn paragraph(out: &mut String, style: &Style, display: &str, setting: &Setting) {
    // Names that word processors do not know by themselves.
    let custom = matches!(
        style.id,
        "Contact"
            | "Details"
            | "EntryLine"
            | "Word"
            | "Address"
            | "AddressStart"
            | "LetterDate"
            | "LetterText"
    );
    let custom = if custom { " w:customStyle=\"1\"" } else { "" };
    let _ = write!(
        out,
        "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:next w:val=\"{}\"/><w:qFormat/><w:pPr>",
        style.id, style.name, style.next
    );
    if style.keep {
        out.push_str("<w:keepNext/><w:keepLines/>");
    }
    let [first, last] = &style.more;
    let _ = write!(
        out,
        "{first}<w:spacing w:before=\"{}\" w:after=\"{}\"/>{last}",
        scaled(style.before, setting.gaps),
        scaled(style.after, setting.gaps)
    );
    if let Some(level) = style.outline {
        let _ = write!(out, "<w:outlineLvl w:val=\"{level}\"/>");
    }
    out.push_str("</w:pPr><w:rPr>");
    if style.display {
        let _ = write!(
            out,
            "<w:rFonts w:ascii=\"{display}\" w:hAnsi=\"{display}\" w:cs=\"{display}\"/>"
        );
    }
    if style.bold {
        out.push_str("<w:b/><w:bCs/>");
    }
    let size = scaled(style.size, setting.size);
    let _ = write!(
        out,
        "<w:color w:val=\"{:06X}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>",
        style.color
    );
}

fn scaled(value: i32, thousandths: i32) -> i32 {
    (value * thousandths + 500) / 1000
}
