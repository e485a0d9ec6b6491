//! What its owner wants others not to see.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::document::PersonalField;
use crate::id::Id;
use crate::schema::{self, Field};

/// Which of the basics, sections and items others do not see, and which personal
/// details they do. Who hides the picture's address hides the photo with it.
///
/// Other people's telephone numbers and e-mail addresses are hidden as long as the
/// owner has not confirmed that they may be shown: a referee has not been asked by
/// us. A hidden telephone number, e-mail or street address of the owner's is hidden
/// in every text, too.
///
/// Of personal details nothing is written: whoever publishes some keeps them apart,
/// and so knows which they are. There is no empty default on purpose: whoever makes
/// one says what it hides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Redaction {
    hidden: BTreeSet<Field>,
    /// Sections and items, by their ids in the document.
    places: BTreeSet<Id>,
    shows_contacts: bool,
    anonymous: bool,
    details: BTreeSet<PersonalField>,
}

/// How it is written. The first ones were a list of the names of hidden fields; who
/// wrote those has confirmed nothing about other people.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Fields(Vec<Field>),
    Whole {
        fields: Vec<Field>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        places: Vec<Id>,
        #[serde(default, skip_serializing_if = "is_false")]
        shows_contacts: bool,
        #[serde(default, skip_serializing_if = "is_false")]
        anonymous: bool,
    },
}

fn is_false(value: &bool) -> bool {
    !value
}

/// The field is not one that can be hidden alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} cannot be hidden", .0.json())]
pub struct NotHideable(pub Field);

/// Of the basics, what an anonymous CV is without. The name has a word in its place.
const NAMING: [Field; 6] = [
    Field::Email,
    Field::Phone,
    Field::Url,
    Field::Address,
    Field::PostalCode,
    Field::Image,
];

impl Redaction {
    /// Hides nothing that a document holds. Personal details stay at home all the
    /// same: those are shown one by one.
    pub fn none() -> Redaction {
        Redaction {
            hidden: BTreeSet::new(),
            places: BTreeSet::new(),
            shows_contacts: true,
            anonymous: false,
            details: BTreeSet::new(),
        }
    }

    /// What a new link hides until its owner shows it: where a person can be called
    /// and found at home, what concerns others, and all personal details.
    pub fn usual() -> Redaction {
        Redaction {
            hidden: [Field::Phone, Field::Address, Field::PostalCode].into(),
            shows_contacts: false,
            ..Redaction::none()
        }
    }

    /// Hides who it is, and nothing of what they can do.
    pub fn anonymous() -> Redaction {
        Redaction {
            shows_contacts: false,
            anonymous: true,
            ..Redaction::none()
        }
    }

    /// All fields that can be hidden: the basics, but for the name. In the order
    /// in which a form asks for them.
    pub fn fields() -> impl Iterator<Item = Field> {
        let fields = schema::BASICS.iter().map(|(field, _)| *field);
        fields.filter(|field| *field != Field::Name)
    }

    pub fn hides(&self, field: Field) -> bool {
        self.hidden.contains(&field) || self.anonymous && NAMING.contains(&field)
    }

    /// The fields that its owner hides, each once.
    pub fn hidden(&self) -> impl Iterator<Item = Field> {
        self.hidden.iter().copied()
    }

    /// Whether it hides a section or an item by its id.
    pub fn hides_place(&self, place: Id) -> bool {
        self.places.contains(&place)
    }

    /// The hidden sections and items, each once.
    pub fn places(&self) -> impl Iterator<Item = Id> {
        self.places.iter().copied()
    }

    /// Whether its owner has confirmed that other people's telephone numbers and
    /// e-mail addresses may be shown. In an anonymous CV none are.
    pub fn shows_contacts(&self) -> bool {
        self.shows_contacts && !self.anonymous
    }

    pub fn is_anonymous(&self) -> bool {
        self.anonymous
    }

    pub fn shows_detail(&self, field: PersonalField) -> bool {
        self.details.contains(&field) && !self.anonymous
    }

    /// The same with all personal details at home.
    #[must_use]
    pub fn without_details(mut self) -> Redaction {
        self.details.clear();
        self
    }

    pub fn show_detail(&mut self, field: PersonalField) {
        self.details.insert(field);
    }

    /// # Errors
    /// When the field is not one of [`Redaction::fields`].
    pub fn hide(&mut self, field: Field) -> Result<(), NotHideable> {
        if !Redaction::fields().any(|known| known == field) {
            return Err(NotHideable(field));
        }
        self.hidden.insert(field);
        Ok(())
    }

    pub fn show(&mut self, field: Field) {
        self.hidden.remove(&field);
    }

    /// Hides a section or an item. An id of neither hides nothing.
    pub fn hide_place(&mut self, place: Id) {
        self.places.insert(place);
    }

    pub fn show_place(&mut self, place: Id) {
        self.places.remove(&place);
    }

    pub fn set_shows_contacts(&mut self, shows: bool) {
        self.shows_contacts = shows;
    }

    pub fn set_anonymous(&mut self, anonymous: bool) {
        self.anonymous = anonymous;
    }
}

impl TryFrom<Vec<Field>> for Redaction {
    type Error = NotHideable;

    /// Hides these fields and what concerns others.
    fn try_from(fields: Vec<Field>) -> Result<Redaction, NotHideable> {
        let mut redaction = Redaction::none();
        redaction.shows_contacts = false;
        fields
            .into_iter()
            .try_for_each(|field| redaction.hide(field))?;
        Ok(redaction)
    }
}

impl TryFrom<Written> for Redaction {
    type Error = NotHideable;

    fn try_from(written: Written) -> Result<Redaction, NotHideable> {
        match written {
            Written::Fields(fields) => Redaction::try_from(fields),
            Written::Whole {
                fields,
                places,
                shows_contacts,
                anonymous,
            } => Ok(Redaction {
                places: places.into_iter().collect(),
                shows_contacts,
                anonymous,
                ..Redaction::try_from(fields)?
            }),
        }
    }
}

impl From<Redaction> for Written {
    fn from(redaction: Redaction) -> Written {
        Written::Whole {
            fields: redaction.hidden.into_iter().collect(),
            places: redaction.places.into_iter().collect(),
            shows_contacts: redaction.shows_contacts,
            anonymous: redaction.anonymous,
        }
    }
}
