//! What is kept of somebody only if they agree to it first.
//!
//! Each purpose has a text that says what they agree to (`texts::consent`) and a
//! version of it. Whoever agreed to another version has not agreed to this one:
//! before more is collected they are asked anew.

use cv::PersonalField;

/// A purpose that needs its owner's consent (GDPR, Article 6(1)(a)). Several, because
/// nobody who names a salary should have to agree to more: consent is given for
/// each purpose by itself (recital 43).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConsentPurpose {
    /// Keep nationality, gender, date and place of birth, civil status: grounds
    /// of discrimination, which no employer needs.
    PersonalDetails,
    /// Keep an expectation of salary.
    Salary,
    /// Keep beside each attempt to sign in the country and town that it came from.
    SignInPlace,
}

/// Consent lasts for so many days, and is then asked for anew.
pub const CONSENT_DAYS: u16 = 730;
/// What was kept under a consent that has ended by its time goes after so many
/// days more, in which its owner can agree again.
pub const LAPSED_DAYS: u16 = 30;

impl ConsentPurpose {
    pub const ALL: [ConsentPurpose; 3] = [
        ConsentPurpose::PersonalDetails,
        ConsentPurpose::Salary,
        ConsentPurpose::SignInPlace,
    ];
    /// Those that personal details are kept for.
    pub const OF_DETAILS: [ConsentPurpose; 2] =
        [ConsentPurpose::PersonalDetails, ConsentPurpose::Salary];

    /// The name that is stored.
    pub const fn name(self) -> &'static str {
        match self {
            ConsentPurpose::PersonalDetails => "personal_details",
            ConsentPurpose::Salary => "salary",
            ConsentPurpose::SignInPlace => "sign_in_place",
        }
    }

    pub fn from_name(name: &str) -> Option<ConsentPurpose> {
        ConsentPurpose::ALL
            .into_iter()
            .find(|purpose| purpose.name() == name)
    }

    /// The version of the text that is shown now: the day from which it holds.
    /// Who changes the text's meaning changes this, in both languages at once.
    pub const fn version(self) -> &'static str {
        match self {
            ConsentPurpose::PersonalDetails | ConsentPurpose::Salary => "2026-11-28",
            ConsentPurpose::SignInPlace => "2026-11-29",
        }
    }

    /// The purpose that has to be agreed to before a field is kept.
    pub const fn of(field: PersonalField) -> ConsentPurpose {
        match field {
            PersonalField::Nationality
            | PersonalField::Gender
            | PersonalField::BirthDate
            | PersonalField::BirthPlace
            | PersonalField::CivilStatus => ConsentPurpose::PersonalDetails,
            PersonalField::Salary => ConsentPurpose::Salary,
        }
    }
}
