//! What a letter says, in which order: whom it is to, from where and when, what it is
//! about, and the text.

use cv::{DateForm, Field, Kind, Language, Shown, ShownItem};

use super::super::{dates, words};
use super::{Body, Entry, Part, Text, inline, line_place, one_line};
use crate::template::typography::refined;

pub(crate) struct Letter<'a> {
    /// Each on a line of its own.
    pub(crate) recipient: Vec<Part<'a>>,
    /// Place and date.
    pub(crate) dated: Part<'a>,
    pub(crate) subject: Part<'a>,
    pub(crate) salutation: Part<'a>,
    pub(crate) body: Vec<Body<'a>>,
    pub(crate) closing: Part<'a>,
    pub(crate) signature: Part<'a>,
    pub(crate) enclosures: Part<'a>,
}

/// What a document of this name is called: "CV – Astrid Lindgren".
pub(crate) fn title(shown: Shown<'_>, name: &str) -> String {
    let lang = shown.language();
    let what = match shown.kind() {
        Kind::Letter => words::letter::title(lang),
        Kind::Cv | Kind::Profile => words::title(lang),
    };
    match name {
        "" => what.to_owned(),
        name => words::titled(what, name),
    }
}

/// Who signs a letter that says nothing else: who sends it.
pub(crate) fn signer(shown: Shown<'_>) -> Part<'_> {
    match shown.kind() {
        Kind::Letter => line(shown.basics(), Field::Name, shown.language()),
        Kind::Cv | Kind::Profile => Part::new(),
    }
}

/// What a letter says. It is signed by `signer`, unless it says by whom.
pub(crate) fn letter<'a>(item: ShownItem<'a>, lang: Language, signer: &Part<'a>) -> Letter<'a> {
    let mut text = Entry::blank(item, lang);
    text.rich(Field::Body);
    let mut signature = line(item, Field::Signature, lang);
    if signature.is_empty() {
        signature.clone_from(signer);
    }
    Letter {
        recipient: recipient(item, lang),
        dated: dated(item, lang),
        subject: line(item, Field::Subject, lang),
        salutation: line(item, Field::Salutation, lang),
        closing: line(item, Field::Closing, lang),
        signature,
        enclosures: enclosures(&text),
        body: text.body,
    }
}

/// The same as one of many entries, for files that know of no letters.
pub(super) fn entry<'a>(item: ShownItem<'a>, lang: Language) -> Entry<'a> {
    let Letter {
        recipient,
        subject,
        salutation,
        body,
        closing,
        signature,
        enclosures,
        ..
    } = letter(item, lang, &Part::new());
    let mut entry = Entry::blank(item, lang);
    entry.push(subject);
    recipient.into_iter().for_each(|part| entry.push(part));
    entry.text(Field::Location);
    entry.date(Field::Date);
    let paragraph = |part: Part<'a>| (!part.is_empty()).then_some(Body::Paragraph(part));
    entry.body.extend(paragraph(salutation));
    entry.body.extend(body);
    entry.body.extend(paragraph(closing));
    entry.body.extend(paragraph(signature));
    if !enclosures.is_empty() {
        entry.body.push(Body::Labelled(enclosures));
    }
    entry
}

fn line<'a>(item: ShownItem<'a>, field: Field, lang: Language) -> Part<'a> {
    let text = one_line(item.text(field), " ");
    match text.is_empty() {
        true => Part::new(),
        false => vec![Text::of(item, field, refined(text, lang))],
    }
}

/// The company and the person, in the order in which the language has them, and the
/// lines of the address.
fn recipient(item: ShownItem<'_>, lang: Language) -> Vec<Part<'_>> {
    let mut names = [Field::Organization, Field::Recipient];
    if words::letter::person_first(lang) {
        names.reverse();
    }
    let mut lines: Vec<Part<'_>> = names.map(|field| line(item, field, lang)).into();
    lines.extend(item.lines(Field::Address).map(|text| {
        let place = line_place(item, Field::Address, text.id);
        inline(&text.text, place, lang)
    }));
    lines.retain(|part| !part.is_empty());
    lines
}

/// A letter tells its day, whatever the CV tells of others.
fn dated(item: ShownItem<'_>, lang: Language) -> Part<'_> {
    let mut part = line(item, Field::Location, lang);
    let Some(when) = item.when(Field::Date) else {
        return part;
    };
    let form = match item.design().dates {
        Some(DateForm::Iso) => DateForm::Iso,
        _ => DateForm::Long,
    };
    let date = dates::when(lang, Some(form), when);
    if date.is_empty() {
        return part;
    }
    if !part.is_empty() {
        let between = words::letter::before_date(lang, form, when);
        part.push(Text::new(between.into(), None));
    }
    let mut text = Text::of(item, Field::Date, date.into());
    text.whole = true;
    part.push(text);
    part
}

fn enclosures<'a>(entry: &Entry<'a>) -> Part<'a> {
    let item = entry.item;
    let listed = entry.listed(Field::Enclosures);
    if listed.is_empty() {
        return listed;
    }
    let several = item.lines(Field::Enclosures).nth(1).is_some();
    let label = words::letter::enclosures(entry.lang, several);
    let label = words::labelled(entry.lang, label, "");
    let mut part = vec![Text::of(item, Field::Enclosures, label.into())];
    part.extend(listed);
    part
}
