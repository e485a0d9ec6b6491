//! XML that is well-formed by construction, and has no empty elements where
//! there is nothing to say.

use std::fmt::Write as _;

use crate::svg::Escaped;

pub(super) struct Xml {
    out: String,
    depth: usize,
}

impl Xml {
    pub(super) fn new() -> Xml {
        Xml {
            out: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned(),
            depth: 0,
        }
    }

    /// A part, for [`Xml::append`].
    pub(super) fn within() -> Xml {
        Xml {
            out: String::new(),
            depth: 0,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    pub(super) fn append(&mut self, part: Xml) {
        for line in part.out.lines() {
            self.indent();
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    /// An element around others. `attributes` are escaped.
    pub(super) fn inside(&mut self, tag: &str, attributes: &str, content: impl FnOnce(&mut Xml)) {
        self.indent();
        let space = if attributes.is_empty() { "" } else { " " };
        let _ = writeln!(self.out, "<{tag}{space}{attributes}>");
        self.depth += 1;
        content(self);
        self.depth -= 1;
        self.indent();
        let _ = writeln!(self.out, "</{tag}>");
    }

    /// An element around others, if there are any.
    pub(super) fn group(&mut self, tag: &str, content: impl FnOnce(&mut Xml)) {
        let mut part = Xml::within();
        content(&mut part);
        if !part.is_empty() {
            self.inside(tag, "", |xml| xml.append(part));
        }
    }

    /// An element with a text, if there is one.
    pub(super) fn text(&mut self, tag: &str, text: &str) {
        self.with(tag, "", text);
    }

    pub(super) fn with(&mut self, tag: &str, attributes: &str, text: &str) {
        if !text.is_empty() {
            self.indent();
            let space = if attributes.is_empty() { "" } else { " " };
            let text = Escaped(text);
            let _ = writeln!(self.out, "<{tag}{space}{attributes}>{text}</{tag}>");
        }
    }

    pub(super) fn empty(&mut self, tag: &str, attributes: &str) {
        self.indent();
        let _ = writeln!(self.out, "<{tag} {attributes}/>");
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }
}
