//! Several roles with one employer: what is said of it once, and what of each.
//!
//! Whoever wrote the jobs says of one that its employer is the same as above. They
//! stand together only if nothing else is told of it than the first one tells:
//! otherwise each stands by itself, as if nothing had been said.

use cv::{Field, Language, ShownItem};

use super::{Entry, one_line};

/// What an employer is told by.
const EMPLOYER: [Field; 3] = [Field::Name, Field::Url, Field::Description];

/// Whether a job goes on under the employer of the one that begins there.
pub(crate) fn continues(first: ShownItem<'_>, item: ShownItem<'_>) -> bool {
    let said = |item: ShownItem<'_>, field| one_line(item.text(field), " ").into_owned();
    item.is_set(Field::SameEmployer)
        && !said(first, Field::Name).is_empty()
        && EMPLOYER.into_iter().all(|field| {
            let own = said(item, field);
            own.is_empty() || own == said(first, field)
        })
}

/// The employer of a job, and what is told of it.
pub(crate) fn employer(item: ShownItem<'_>, lang: Language) -> Entry<'_> {
    let mut e = Entry::blank(item, lang);
    e.linked(Field::Name);
    e.text(Field::Description);
    e
}

/// A job without its employer.
pub(crate) fn role(item: ShownItem<'_>, lang: Language) -> Entry<'_> {
    let mut e = Entry::blank(item, lang);
    e.text(Field::Position);
    e.text(Field::Location);
    e.period();
    e.rich(Field::Summary);
    e.lines(Field::Highlights);
    e
}
