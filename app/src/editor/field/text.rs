//! One line of text, an address, a telephone number.

use cv::{Edit, Field, Id, SectionKind, Shape, Value};
use leptos::prelude::*;
use texts::editor as t;

use super::{CLOSINGS, FLUENCY, LEVELS, Labelled, SALUTATIONS, described_by, element_id};
use crate::editor::editing::Editing;
use crate::editor::message;
use crate::editor::told;
use crate::language::lang;

#[component]
pub(super) fn TextField(
    item: Id,
    kind: Option<SectionKind>,
    field: Field,
    shape: Shape,
) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let lang = lang();
    let too_long = RwSignal::new(None::<String>);
    let complaint = Signal::derive(move || {
        too_long.get().or_else(|| {
            let text = editing.text(item, field);
            odd(shape, text.trim(), lang).map(str::to_owned)
        })
    });
    // What the document says counts again: undo, or another draft.
    Effect::new(move |_| {
        editing.text(item, field);
        too_long.set(None);
    });
    let on_input = move |event| {
        let text = event_target_value(&event);
        let done = editing.edit(Edit::SetField {
            item,
            field,
            value: Some(Value::Text(text)),
        });
        too_long.set(match done {
            true => None,
            false => editing
                .rejected
                .get_untracked()
                .map(|why| message::rejected(why, lang)),
        });
    };
    let (input_type, input_mode, autocomplete) = attributes(kind, field, shape);
    view! {
        <Labelled item kind field complaint>
            <input
                id=element_id(item, field)
                type=input_type
                inputmode=input_mode
                autocomplete=autocomplete
                list=offered(field)
                spellcheck=spelling(shape)
                aria-describedby=described_by(item, kind, field)
                aria-invalid=told(move || complaint.with(Option::is_some).then_some("true"))
                prop:value=told(move || editing.text(item, field))
                on:input=on_input
                on:blur=move |_| editing.pause()
            />
        </Labelled>
    }
}

/// The keyboard that a phone shows, and what a browser may fill in. The type
/// stays `text`: `email` and `url` inputs trim and refuse what people type.
fn attributes(
    kind: Option<SectionKind>,
    field: Field,
    shape: Shape,
) -> (&'static str, &'static str, &'static str) {
    let (input_type, mode) = match shape {
        Shape::Email => ("text", "email"),
        Shape::Phone => ("tel", "tel"),
        Shape::Url => ("text", "url"),
        _ => ("text", "text"),
    };
    let autocomplete = match (kind, field) {
        (None, Field::Name) => "name",
        (None, Field::Label) => "organization-title",
        (None, Field::Email) => "email",
        (None, Field::Phone) => "tel",
        (None, Field::Url) => "url",
        (None, Field::Address) => "address-line1",
        (None, Field::PostalCode) => "postal-code",
        (None, Field::City) => "address-level2",
        (None, Field::Region) => "address-level1",
        (None, Field::CountryCode) => "country",
        _ => "off",
    };
    (input_type, mode, autocomplete)
}

fn offered(field: Field) -> Option<&'static str> {
    match field {
        Field::Fluency => Some(FLUENCY),
        Field::Level => Some(LEVELS),
        Field::Salutation => Some(SALUTATIONS),
        Field::Closing => Some(CLOSINGS),
        _ => None,
    }
}

fn spelling(shape: Shape) -> &'static str {
    if shape == Shape::Text {
        "true"
    } else {
        "false"
    }
}

/// A doubt about a text that is kept as it is.
fn odd(shape: Shape, text: &str, lang: texts::Lang) -> Option<&'static str> {
    if text.is_empty() {
        return None;
    }
    match shape {
        Shape::Email => {
            let plausible = text.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && host.contains('.') && !host.contains('@')
            });
            (!plausible || text.contains(char::is_whitespace)).then(|| t::email_odd(lang))
        }
        Shape::Url => cv::rich::safe_link(text)
            .is_none()
            .then(|| t::url_odd(lang)),
        Shape::Country => {
            let two_letters = text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic());
            (!two_letters).then(|| t::country_odd(lang))
        }
        _ => None,
    }
}
