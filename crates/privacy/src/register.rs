//! The operator's registers: what an authority may ask to see, and what staff write
//! down as it happens. Each is a list of dated entries to which lines are only added;
//! the newest about something is what holds. What is wrong is put right by another
//! entry, so that it can be shown what was known when.
//!
//! They are rows and no configuration, because they grow while the server runs and are
//! written by those who look after people's rights, not by who has the machine.
//! What the operator fixes before the server starts (who is responsible, to whom data
//! goes and what allows it) is configuration: [`crate::controller`], [`crate::transfer`].
//!
//! An entry is about laws, purposes and organisations. The form asks for no names of
//! persons; what is written is sealed all the same.

use std::collections::BTreeMap;

use crate::inventory;
use crate::purpose::{LegalBasis, Purpose};
use crate::retention::Date;
use crate::transfer::Country;

/// One of the registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Register {
    /// Why a legitimate interest outweighs (GDPR, article 6(1)(f)).
    Assessments,
    /// What those have asked for on whose behalf data is handled (article 28(3)(a)).
    Instructions,
    /// Which laws have changed, and what was done about it.
    Laws,
    /// When somebody last looked whether the authorities' addresses are right.
    Authorities,
}

/// What a field of an entry takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A line of text.
    Line,
    /// Several lines.
    Text,
    Day,
    /// A purpose with a legitimate interest.
    Interest,
    Decision,
    Country,
    /// An address that begins with https.
    Address,
}

/// A field of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub name: &'static str,
    pub takes: Takes,
    pub needed: bool,
}

/// Characters of a line and of a text.
pub const LINE: usize = 200;
pub const TEXT: usize = 4000;
/// Somebody looks at an assessment again after so many days at most.
pub const REVIEW_DAYS: u16 = 366;

const fn needed(name: &'static str, takes: Takes) -> Asked {
    Asked {
        name,
        takes,
        needed: true,
    }
}

const fn optional(name: &'static str, takes: Takes) -> Asked {
    Asked {
        needed: false,
        ..needed(name, takes)
    }
}

static ASSESSMENT: &[Asked] = &[
    needed("purpose", Takes::Interest),
    needed("interest", Takes::Text),
    needed("necessity", Takes::Text),
    needed("balance", Takes::Text),
    needed("decision", Takes::Decision),
    needed("summary_sv", Takes::Text),
    needed("summary_en", Takes::Text),
    needed("on", Takes::Day),
    needed("review", Takes::Day),
];
static INSTRUCTION: &[Asked] = &[
    needed("from", Takes::Line),
    needed("on", Takes::Day),
    needed("what", Takes::Text),
    optional("done", Takes::Text),
    optional("done_on", Takes::Day),
];
static LAW: &[Asked] = &[
    needed("where", Takes::Line),
    needed("law", Takes::Line),
    needed("on", Takes::Day),
    optional("source", Takes::Address),
    needed("changed", Takes::Text),
    optional("done", Takes::Text),
    optional("review", Takes::Day),
];
static AUTHORITY: &[Asked] = &[
    needed("country", Takes::Country),
    optional("name", Takes::Line),
    optional("address", Takes::Address),
    needed("on", Takes::Day),
];

impl Register {
    pub const ALL: [Register; 4] = [
        Register::Assessments,
        Register::Instructions,
        Register::Laws,
        Register::Authorities,
    ];

    /// As it is stored, and as it stands in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Register::Assessments => "assessments",
            Register::Instructions => "instructions",
            Register::Laws => "laws",
            Register::Authorities => "authorities",
        }
    }

    pub fn from_name(name: &str) -> Option<Register> {
        Register::ALL.into_iter().find(|it| it.name() == name)
    }

    /// What an entry consists of. The first field says what it is about, and `on` and
    /// `review` are the days that are looked for.
    pub fn asked(self) -> &'static [Asked] {
        match self {
            Register::Assessments => ASSESSMENT,
            Register::Instructions => INSTRUCTION,
            Register::Laws => LAW,
            Register::Authorities => AUTHORITY,
        }
    }
}

/// What was decided after weighing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// The interest outweighs.
    Outweighs,
    /// It outweighs with the measures that the assessment names.
    WithMeasures,
    /// It does not: the use has to end.
    Outweighed,
}

impl Decision {
    pub const ALL: [Decision; 3] = [
        Decision::Outweighs,
        Decision::WithMeasures,
        Decision::Outweighed,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Decision::Outweighs => "outweighs",
            Decision::WithMeasures => "with_measures",
            Decision::Outweighed => "outweighed",
        }
    }

    pub fn from_name(name: &str) -> Option<Decision> {
        Decision::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// The purposes for which something is handled by a legitimate interest, by what the
/// inventory declares of data that others than its owner keep.
pub fn interests() -> Vec<Purpose> {
    let kept = || inventory::all().filter(|entry| crate::record::is_kept_by_others(entry));
    let by_interest = |purpose: &Purpose| {
        let basis = (*purpose, LegalBasis::LegitimateInterest);
        kept().any(|entry| entry.purposes.contains(&basis))
    };
    Purpose::ALL.into_iter().filter(by_interest).collect()
}

/// A purpose as it is stored.
pub fn purpose_name(purpose: Purpose) -> String {
    format!("{purpose:?}")
}

/// One of [`interests`], by its name.
pub fn interest(name: &str) -> Option<Purpose> {
    let mut all = interests().into_iter();
    all.find(|purpose| purpose_name(*purpose) == name)
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Missing,
    Long,
    /// It is not what the field takes.
    Form,
    /// A day that is not over yet, where something has happened.
    Future,
    /// A day of review that is over, or too far away.
    Review,
}

/// An entry that can be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Valid {
    /// What it is about: the first field.
    pub about: String,
    pub on: Date,
    pub review: Option<Date>,
    /// Every field that was filled in.
    pub fields: BTreeMap<String, String>,
}

/// Reads an entry from what was typed.
///
/// # Errors
/// The first field that is wrong.
pub fn read(
    register: Register,
    typed: impl Fn(&str) -> String,
    today: Date,
) -> Result<Valid, (&'static str, Wrong)> {
    let mut fields = BTreeMap::new();
    for asked in register.asked() {
        let value = typed(asked.name).trim().to_owned();
        if value.is_empty() {
            match asked.needed {
                true => return Err((asked.name, Wrong::Missing)),
                false => continue,
            }
        }
        takes(asked.takes, &value).map_err(|wrong| (asked.name, wrong))?;
        fields.insert(asked.name.to_owned(), value);
    }
    let day = |name: &str| fields.get(name).and_then(|text| parse_day(text));
    let on = day("on").ok_or(("on", Wrong::Missing))?;
    // Laws may hold from a day that is to come; all else has happened.
    if on > today && register != Register::Laws {
        return Err(("on", Wrong::Future));
    }
    let review = match register {
        Register::Authorities => {
            let days = crate::authority::AUTHORITY_CHECK_DAYS;
            Some(on.days_later(i64::from(days)))
        }
        _ => day("review"),
    };
    let far = today.days_later(i64::from(REVIEW_DAYS));
    if register != Register::Authorities && review.is_some_and(|day| day <= today || day > far) {
        return Err(("review", Wrong::Review));
    }
    let first = register.asked().first().map_or("", |asked| asked.name);
    let about = fields.get(first).cloned().unwrap_or_default();
    let about = match register {
        Register::Authorities => about.to_ascii_uppercase(),
        _ => about,
    };
    Ok(Valid {
        about,
        on,
        review,
        fields,
    })
}

fn takes(what: Takes, value: &str) -> Result<(), Wrong> {
    let most = match what {
        Takes::Text => TEXT,
        _ => LINE,
    };
    if value.chars().count() > most {
        return Err(Wrong::Long);
    }
    let fits = match what {
        Takes::Line | Takes::Text => true,
        Takes::Day => parse_day(value).is_some(),
        Takes::Interest => interest(value).is_some(),
        Takes::Decision => Decision::from_name(value).is_some(),
        Takes::Country => Country::new(value).is_some(),
        Takes::Address => {
            let rest = value.strip_prefix("https://").unwrap_or_default();
            !rest.is_empty() && !value.contains(|c: char| c.is_whitespace() || "<>\"'".contains(c))
        }
    };
    fits.then_some(()).ok_or(Wrong::Form)
}

/// A day as forms write it: `2026-11-29`.
pub fn parse_day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = (year.len(), month.len(), day.len()) == (4, 2, 2) && parts.next().is_none();
    let digits = text.bytes().all(|c| c.is_ascii_digit() || c == b'-');
    if !whole || !digits {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
