//! The live pages in the browser.
//!
//! A module of its own beside the app: it starts when it arrives, and the form
//! never waits for it. It holds a replica of the document, sets it anew after
//! every edit (only what changed is shaped), and patches the pages' elements.
//! It knows the pages and nothing else of the site.

use std::collections::BTreeMap;
use std::rc::Rc;

use cv::{Details, Document, Id, Language, PersonalField, Redaction};
use typeset::pages::Place;
use typeset::{Engine, Face, FontData, Fonts, Pages, svg, template};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

mod patch;
mod view;

use view::View;

/// So many lines on the last page, or fewer, are hardly worth one.
const FEW: u32 = 8;

#[wasm_bindgen]
pub struct Preview {
    engine: Engine,
    /// Sets the first page in other templates, so that the document's own rows
    /// stay known to the other one.
    gallery: Engine,
    document: Option<Document>,
    /// The owner's own, which files are made of.
    pages: Option<Rc<Pages>>,
    /// What others would see, while it is on show in the place of those.
    seen: Option<Seen>,
    view: Option<View>,
    /// Where the photo's bytes are for this browser.
    photo: Option<String>,
    /// The language of the last document whose pages were made beside the open one.
    beside: Language,
    /// The personal details that are at hand, by the references that documents
    /// hold.
    values: BTreeMap<Id, String>,
}

/// The document as somebody else would see it.
struct Seen {
    redaction: Redaction,
    pages: Option<Rc<Pages>>,
}

#[wasm_bindgen]
impl Preview {
    /// Without fonts: the status says which a document needs.
    ///
    /// # Errors
    /// Memory is exhausted.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Preview, JsError> {
        Ok(Preview {
            engine: Engine::new(Fonts::new())?,
            gallery: Engine::new(Fonts::new())?,
            document: None,
            pages: None,
            seen: None,
            view: None,
            photo: None,
            beside: Language::English,
            values: BTreeMap::new(),
        })
    }

    /// Shows the pages within `container`, whose content is replaced. `label`
    /// names a page to screen readers; `{page}` and `{pages}` in it become
    /// numbers. Attaching again moves the pages or changes the label.
    pub fn attach(&mut self, container: &Element, label: Option<String>) {
        self.view = View::new(container, label);
        self.show();
    }

    /// The address of the photo's bytes, such as one that begins with `blob:`, or
    /// none while they are not here: then a pale ground stands in its place. The
    /// pages on show have it at once.
    pub fn set_photo(&mut self, address: Option<String>) {
        if self.photo != address {
            self.photo = address;
            self.show();
        }
    }

    /// The values of personal details: a JSON object by the references of
    /// documents. They take the place of those that were there; the pages on show
    /// have them after [`Preview::refresh`].
    ///
    /// # Errors
    /// It is not such an object.
    pub fn set_details(&mut self, values: &str) -> Result<(), JsError> {
        self.values = cv::format::read(values)?;
        Ok(())
    }

    /// Shows the document as others would see it: by the redaction of a link and with
    /// the personal details that it shows, as JSON (`[redaction, [field]]`), or with
    /// `null` as its owner sees it. Lines name the same places as before, and
    /// [`Preview::pages`] are the owner's all the time. Returns the status, whose
    /// `pages` are those on show.
    ///
    /// # Errors
    /// It is not a redaction and such fields.
    pub fn see_as(&mut self, seen: &str) -> Result<String, JsError> {
        let seen: Option<(Redaction, Vec<PersonalField>)> = cv::format::read(seen)?;
        self.seen = seen.map(|(mut redaction, details)| {
            for field in details {
                redaction.show_detail(field);
            }
            Seen {
                redaction,
                pages: None,
            }
        });
        Ok(self.layout())
    }

    /// Takes a document, in our own form (`cv::format::save`), and shows it.
    /// Returns the status: see [`Preview::apply`].
    ///
    /// # Errors
    /// It is not a document of this or an older format.
    pub fn open(&mut self, document: &str) -> Result<String, JsError> {
        self.document = Some(cv::format::load(document)?);
        Ok(self.layout())
    }

    /// Makes an edit (`cv::format::save_edit`) and shows what it changed.
    ///
    /// Returns the status as JSON: `pages`, their number; `few`, how many lines
    /// the last one has, if they are hardly worth a page, and then `single`, the
    /// places of texts whose last line is a single word; `missing`, an array
    /// of the characters that no font has; `lacking`, what is to be added before the
    /// pages are those of the document, each a `face` (its `number`, its `file` and
    /// what CSS calls it, `css`) or `patterns` (`language` and `file`); `layout_version`; `breaks`, the
    /// fingerprint of where lines and pages break.
    ///
    /// # Errors
    /// The edit does not fit the replica, which is as it was: the app opens its
    /// document again.
    pub fn apply(&mut self, edit: &str) -> Result<String, JsError> {
        let edit = cv::format::load_edit(edit)?;
        let document = self
            .document
            .as_mut()
            .ok_or_else(|| JsError::new("no document is open"))?;
        cv::apply(document, &edit)?;
        Ok(self.layout())
    }

    /// Adds the file of a face. [`Preview::refresh`] sets the document with it.
    ///
    /// # Errors
    /// There is no such face, or the file is of another edition than this program.
    pub fn add_face(&mut self, number: u8, file: Vec<u8>) -> Result<(), JsError> {
        let face = Face::new(number).ok_or_else(|| JsError::new("there is no such face"))?;
        let file = FontData::from(file);
        self.gallery.add(face, file.clone())?;
        Ok(self.engine.add(face, file)?)
    }

    /// Adds the hyphenation patterns of a language, by its BCP 47 tag.
    ///
    /// # Errors
    /// There is no such language, or the file is of another edition than this program.
    pub fn set_patterns(&mut self, language: &str, file: Vec<u8>) -> Result<(), JsError> {
        let language = Language::from_tag(language);
        let language = language.ok_or_else(|| JsError::new("there is no such language"))?;
        self.gallery.set_patterns(language, file.clone())?;
        Ok(self.engine.set_patterns(language, file)?)
    }

    /// Sets the open document anew, with faces that were added. Returns the status.
    pub fn refresh(&mut self) -> String {
        self.layout()
    }

    /// The finished pages, as the PDF writer takes them. Empty before a
    /// document is open.
    ///
    /// # Errors
    /// Memory is exhausted.
    pub fn pages(&self) -> Result<Vec<u8>, JsError> {
        match &self.pages {
            Some(pages) => Ok(postcard::to_allocvec(&**pages)?),
            None => Ok(Vec::new()),
        }
    }
}

#[wasm_bindgen]
impl Preview {
    /// The first page of the open document in another template, as the markup of
    /// an `<svg>`. Empty before a document is open.
    pub fn thumbnail(&mut self, template: &str) -> String {
        let (Some(document), Some(template)) = (&self.document, template::named(template)) else {
            return String::new();
        };
        let mut document = document.clone();
        document.template = template.for_document();
        let details = Details::of(&document, &self.values);
        let pages = self.gallery.layout(document.shown().with(&details));
        svg::page(&pages, 0, svg::Audience::Picture, self.photo.as_deref())
    }

    /// The faces that the last thumbnail lacks, as in the status.
    pub fn thumbnail_lacks(&self) -> String {
        match &self.document {
            Some(document) => listed(&self.gallery, document.language),
            None => String::new(),
        }
    }

    /// The pages of another document, in our own form, as the PDF writer takes them.
    /// Nothing on show changes. `values` are as for [`Preview::set_details`].
    ///
    /// # Errors
    /// It is not a document of this or an older format, or memory is exhausted.
    pub fn pages_beside(&mut self, document: &str, values: &str) -> Result<Vec<u8>, JsError> {
        let document = cv::format::load(document)?;
        let details = Details::of(&document, &cv::format::read(values)?);
        let pages = self.gallery.layout(document.shown().with(&details));
        self.beside = document.language;
        Ok(postcard::to_allocvec(&pages)?)
    }

    /// What the pages of [`Preview::pages_beside`] lack, as in the status.
    pub fn beside_lacks(&self) -> String {
        listed(&self.gallery, self.beside)
    }

    /// The gentlest design in which the document takes no more than `most` pages,
    /// as JSON; empty if none that reads well does. Changes nothing.
    pub fn fit(&mut self, most: usize) -> String {
        let Some(document) = &self.document else {
            return String::new();
        };
        let details = Details::of(document, &self.values);
        let design = self.engine.fit(document, &details, most);
        let json = design.map(|design| serde_json::to_string(&design));
        json.and_then(Result::ok).unwrap_or_default()
    }

    /// How many lines stand on the pages after so many.
    pub fn lines_after(&self, pages: usize) -> u32 {
        let shown = self.pages.as_ref();
        shown.map_or(0, |shown| shown.lines_after(pages))
    }
}

impl Preview {
    fn layout(&mut self) -> String {
        let Some(document) = &self.document else {
            return String::new();
        };
        let details = Details::of(document, &self.values);
        let pages = self.engine.layout(document.shown().with(&details));
        // A few lines alone on a page are what its owner wants to know of.
        let before = pages.pages.len().saturating_sub(1);
        let last = pages.lines_after(before);
        // Of those that others see they can do nothing about it.
        let few = before > 0 && last <= FEW && self.seen.is_none();
        let single = match few {
            true => pages.single_words(),
            false => Vec::new(),
        };
        let single: Vec<String> = single.iter().map(Place::to_string).collect();
        let missing: Vec<String> = pages.missing.iter().map(char::to_string).collect();
        let mut lacking = lacking(&self.engine, document.language);
        let mut count = pages.pages.len();
        if let Some(seen) = &mut self.seen {
            let copy = cv::seen(document, &seen.redaction);
            let details = details.redacted(&seen.redaction);
            // The other engine, so that the owner's own rows stay known to this one.
            let pages = self.gallery.layout(copy.shown().with(&details));
            for face in faces(&self.gallery) {
                if !lacking.contains(&face) {
                    lacking.push(face);
                }
            }
            count = pages.pages.len();
            seen.pages = Some(Rc::new(pages));
        }
        let status = serde_json::json!({
            "lacking": lacking,
            "pages": count,
            "few": few.then_some(last),
            "single": single,
            "missing": missing,
            "layout_version": pages.layout,
            "breaks": pages.fingerprint(),
        });
        self.pages = Some(Rc::new(pages));
        self.show();
        status.to_string()
    }

    fn show(&self) {
        let seen = self.seen.as_ref().and_then(|seen| seen.pages.as_ref());
        if let (Some(view), Some(pages)) = (&self.view, seen.or(self.pages.as_ref())) {
            view.show(pages, self.photo.as_deref());
        }
    }
}

fn listed(engine: &Engine, language: Language) -> String {
    serde_json::Value::Array(lacking(engine, language)).to_string()
}

/// What an engine lacked when it last set a document of a language.
fn lacking(engine: &Engine, language: Language) -> Vec<serde_json::Value> {
    let patterns = engine.needs_patterns(language).map(
        |file| serde_json::json!({ "patterns": { "language": language.tag(), "file": file } }),
    );
    faces(engine).chain(patterns).collect()
}

fn faces(engine: &Engine) -> impl Iterator<Item = serde_json::Value> {
    engine.lacking().into_iter().map(|face| {
        let style = if face.is_italic() { "italic " } else { "" };
        serde_json::json!({ "face": {
            "number": face.number(),
            "file": face.file(),
            "css": format!("{style}{} 1em \"{}\"", face.weight(), face.family()),
        } })
    })
}
