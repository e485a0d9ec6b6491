//! One page's content: an element for each row, of which only those that
//! changed are touched.

use std::collections::HashMap;
use std::rc::Rc;

use typeset::Pages;
use typeset::pages::{Ground, Placed};
use typeset::svg::{self, Audience, Fixed};
use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// The `<svg>` of a page, with one `<g>` a row.
pub(crate) struct Sheet {
    document: Document,
    svg: Element,
    size: Option<(f32, f32)>,
    /// As last written. A browser that is told of a language, be it the same, may
    /// look at the style of every text below it again.
    language: String,
    /// Behind the rows, and what it shows.
    ground: Element,
    grounds: Vec<Ground>,
    rows: Vec<Drawn>,
    /// The address of the photo that was last drawn.
    photo: Option<String>,
}

/// A row as it was last drawn.
struct Drawn {
    placed: Placed,
    element: Element,
}

impl Sheet {
    pub(crate) fn new(document: &Document, parent: &Element) -> Result<Sheet, JsValue> {
        let svg = document.create_element_ns(Some(SVG), "svg")?;
        let ground = document.create_element_ns(Some(SVG), "g")?;
        svg.append_child(&ground)?;
        parent.append_child(&svg)?;
        Ok(Sheet {
            document: document.clone(),
            svg,
            size: None,
            language: String::new(),
            ground,
            grounds: Vec::new(),
            rows: Vec::new(),
            photo: None,
        })
    }

    pub(crate) fn remove(self) {
        self.svg.remove();
    }

    /// Draws a page: rows that are as they were stay, those that only moved get
    /// a new place, others new content.
    pub(crate) fn show(
        &mut self,
        pages: &Pages,
        index: usize,
        photo: Option<&str>,
    ) -> Result<(), JsValue> {
        let other_photo = self.photo.as_deref() != photo;
        if other_photo {
            self.photo = photo.map(str::to_owned);
        }
        let size = (pages.width, pages.height);
        if self.size.replace(size) != Some(size) {
            let view = format!("0 0 {} {}", Fixed(size.0), Fixed(size.1));
            self.svg.set_attribute("viewBox", &view)?;
        }
        if self.language != pages.language {
            self.svg.set_attribute("lang", &pages.language)?;
            self.language.clone_from(&pages.language);
        }

        let page = pages.pages.get(index);
        let grounds = page.map_or(&[][..], |page| &page.grounds);
        if self.grounds != grounds {
            let mut markup = String::new();
            if let Some(page) = page {
                svg::grounds(&mut markup, page);
            }
            self.ground.set_inner_html(&markup);
            self.grounds = grounds.to_vec();
        }
        let wanted = page.map_or(&[][..], |page| &page.rows);
        let furniture = page.map_or(&[][..], |page| &page.furniture);
        let wanted: Vec<&Placed> = wanted.iter().chain(furniture).collect();

        // Most pages are as they were before a key: nothing of them is looked at closer.
        let stands = |(row, placed): (&Drawn, &&Placed)| {
            row.placed.key == placed.key
                && is_same(&row.placed, placed)
                && (row.placed.x, row.placed.y) == (placed.x, placed.y)
        };
        if !other_photo
            && self.rows.len() == wanted.len()
            && self.rows.iter().zip(&wanted).all(stands)
        {
            return Ok(());
        }

        // Rows that stay the same rows, by key; what else there was goes.
        let keys: HashMap<u64, usize> =
            wanted.iter().enumerate().map(|(n, p)| (p.key, n)).collect();
        let mut old: Vec<Drawn> = Vec::with_capacity(self.rows.len());
        let mut found: HashMap<u64, usize> = HashMap::new();
        for row in self.rows.drain(..) {
            if keys.contains_key(&row.placed.key) && !found.contains_key(&row.placed.key) {
                found.insert(row.placed.key, old.len());
                old.push(row);
            } else {
                row.element.remove();
            }
        }

        // `stands` are the elements in the order in which they stand, of which
        // those before `next` are where they should be.
        let mut taken = vec![false; old.len()];
        let mut next = 0;
        let mut rows = Vec::with_capacity(wanted.len());
        for placed in wanted {
            while next < old.len() && taken[next] {
                next += 1;
            }
            let before = old.get(next).map(|row| &row.element);
            let known = found.remove(&placed.key);
            let element = match known {
                Some(at) => {
                    taken[at] = true;
                    let row = &old[at];
                    let filled = other_photo && placed.row.image.is_some();
                    update(row, placed, photo, filled)?;
                    if at != next {
                        self.svg
                            .insert_before(&row.element, before.map(|e| e.as_ref()))?;
                    }
                    row.element.clone()
                }
                None => {
                    let element = self.document.create_element_ns(Some(SVG), "g")?;
                    fill(&element, placed, photo);
                    place(&element, placed)?;
                    self.svg
                        .insert_before(&element, before.map(|e| e.as_ref()))?;
                    element
                }
            };
            rows.push(Drawn {
                placed: placed.clone(),
                element,
            });
        }
        self.rows = rows;
        Ok(())
    }
}

/// Whether two placements show the same. The engine keeps rows, so that the same
/// row is the same allocation.
fn is_same(old: &Placed, new: &Placed) -> bool {
    Rc::ptr_eq(&old.row, &new.row)
        && (old.start, old.end, old.first) == (new.start, new.end, new.first)
}

/// Changes what differs. `anew` is for a row with another photo in the same place.
fn update(row: &Drawn, placed: &Placed, photo: Option<&str>, anew: bool) -> Result<(), JsValue> {
    if !is_same(&row.placed, placed) || anew {
        fill(&row.element, placed, photo);
    }
    if (row.placed.x, row.placed.y) != (placed.x, placed.y) {
        place(&row.element, placed)?;
    }
    Ok(())
}

fn fill(element: &Element, placed: &Placed, photo: Option<&str>) {
    let mut markup = String::new();
    svg::row(&mut markup, placed, Audience::Editor, photo);
    element.set_inner_html(&markup);
}

fn place(element: &Element, placed: &Placed) -> Result<(), JsValue> {
    let to = format!("translate({} {})", Fixed(placed.x), Fixed(placed.y));
    element.set_attribute("transform", &to)
}
