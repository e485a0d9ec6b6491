//! The form's fields, one component for each shape of value.
//!
//! Each is bound to a place in the document by item and field. What is typed
//! becomes an edit at once; what changes elsewhere (undo, another tab) is shown
//! at once. Fields whose text is a notation for something else (dates, rich
//! text) keep what was typed while it does not mean anything yet.

mod date;
mod lines;
pub(super) mod rich;
mod text;
pub(super) mod ticks;

#[cfg(feature = "hydrate")]
pub(crate) use rich::announce_input;

use cv::{Field, Id, SectionKind, Shape};
use leptos::prelude::*;

use super::label;
use super::later::Later;
use super::linked::LinkedPlace;
use crate::editor::told;
use crate::language::lang;

/// Lists of what is offered in a field, by their ids. They come later.
pub(crate) const FLUENCY: &str = "fluencies";
pub(crate) const LEVELS: &str = "levels";
pub(crate) const SALUTATIONS: &str = "salutations";
pub(crate) const CLOSINGS: &str = "closings";

/// The element that a target in the form has as its `id`.
pub(crate) fn element_id(item: Id, field: Field) -> String {
    format!("f-{item}-{}", field.json())
}

/// The same for a line of a list.
pub(crate) fn line_element_id(line: Id) -> String {
    format!("l-{line}")
}

/// The fields of an item, as the schema lists them.
#[component]
pub(crate) fn FieldSet(
    item: Id,
    /// `None` for the basics.
    kind: Option<SectionKind>,
) -> impl IntoView {
    let later = expect_context::<Later>();
    let specs = kind.map_or(cv::schema::BASICS, SectionKind::fields);
    let fields = specs.iter().map(|(field, shape)| {
        let (field, shape) = (*field, *shape);
        match shape {
            Shape::Rich => rich::RichField(rich::RichFieldProps { item, kind, field }).into_any(),
            Shape::Date | Shape::End => date::DateField(date::DateFieldProps {
                item,
                kind,
                field,
                shape,
            })
            .into_any(),
            Shape::Flag => later.flag(item, field).into_any(),
            Shape::Words if field == Field::Classes => later.classes(item, field).into_any(),
            Shape::Lines | Shape::Words => lines::LinesField(lines::LinesFieldProps {
                item,
                kind,
                field,
                shape,
            })
            .into_any(),
            _ => text::TextField(text::TextFieldProps {
                item,
                kind,
                field,
                shape,
            })
            .into_any(),
        }
    });
    view! { <div class="fields">{fields.collect_view()}{later.linked(LinkedPlace::Entry(item))}</div> }
}

/// What stands around every field: its label, its help and its complaint.
#[component]
fn Labelled(
    item: Id,
    kind: Option<SectionKind>,
    field: Field,
    /// What is wrong with what stands in the field, if anything is.
    #[prop(into, default = Signal::stored(None))]
    complaint: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let id = element_id(item, field);
    let lang = lang();
    let hint = label::hint(kind, field, lang);
    view! {
        <div class=format!("field field-{}", field.json())>
            <label for=id.clone()>{label::field(kind, field, lang)}</label>
            {children()}
            {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
            <p class="complaint" id=format!("{id}-complaint") aria-live="polite">
                {told(move || complaint.get())}
            </p>
        </div>
    }
}

/// The ids of the texts that describe a field, for `aria-describedby`.
fn described_by(item: Id, kind: Option<SectionKind>, field: Field) -> String {
    let id = element_id(item, field);
    match label::hint(kind, field, lang()) {
        Some(_) => format!("{id}-hint {id}-complaint"),
        None => format!("{id}-complaint"),
    }
}
