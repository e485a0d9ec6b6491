//! From the second page on: whose page this is, and which.

use cv::{Field, Language, Shown};

use super::super::content::{self, Text};
use super::super::look::SideGround;
use super::super::spans::{Hand, cell};
use super::super::words;
use super::{Columns, Frame};
use crate::layout::input::{Align, Cell, Flow, Form, Furniture, Pt, Row, key, pt};
use crate::pages::Role;

pub(super) struct Running {
    name: Option<String>,
    numbers: bool,
    lang: Language,
    hand: Hand,
    /// From the left margin.
    x: Pt,
    width: Pt,
    y: Pt,
}

impl Running {
    pub(super) fn new(frame: &Frame, shown: Shown<'_>, form: Form, columns: Columns) -> Running {
        let design = shown.design();
        let name = content::one_line(shown.basics().text(Field::Name), " ");
        // A tinted column stays free, as it is on the first page.
        let (x, width) = match &frame.look.side {
            Some(side) if side.ground == SideGround::Tinted => columns.main,
            _ => columns.all,
        };
        Running {
            name: design.running_name.then(|| name.into_owned()),
            numbers: design.page_numbers,
            lang: frame.lang,
            hand: frame.hand(frame.look.running),
            x: x - form.left,
            width,
            y: form.height - form.bottom + pt(16.0),
        }
    }

    pub(super) fn on<'a>(&self, page: usize, pages: usize) -> Furniture<'a> {
        if page == 1 {
            return Vec::new();
        }
        let text = |text: String| vec![self.hand.span(Text::new(text.into(), None))];
        let half = Pt(self.width.0 / 2);
        let mut cells = Vec::new();
        if let Some(name) = &self.name {
            cells.push(cell(Role::Paragraph, self.x, half, text(name.clone())));
        }
        if self.numbers {
            let number = words::page_of(self.lang, page as u64, pages as u64);
            cells.push(Cell {
                align: Align::End,
                ..cell(Role::Paragraph, self.x + half, half, text(number))
            });
        }
        let row = Row {
            leading: pt(12.0),
            size: None,
            cells,
            rules: Vec::new(),
            image: None,
            begins: true,
            begins_list: false,
        };
        vec![(self.y, Flow::new(key(page as u64, u64::MAX), row))]
    }
}
