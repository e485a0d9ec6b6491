//! What personal details are called in the interface, and why somebody asks for them.

use cv::PersonalField;
use texts::{Lang, details as t};

/// What a personal detail is called in the interface.
pub(crate) fn detail_name(field: PersonalField, lang: Lang) -> &'static str {
    match field {
        PersonalField::Nationality => t::nationality(lang),
        PersonalField::Gender => t::gender(lang),
        PersonalField::BirthDate => t::birth_date(lang),
        PersonalField::BirthPlace => t::birth_place(lang),
        PersonalField::CivilStatus => t::civil_status(lang),
        PersonalField::Salary => t::salary(lang),
    }
}

/// Why somebody may ask for it.
pub(super) fn why(field: PersonalField, lang: Lang) -> &'static str {
    match field {
        PersonalField::Nationality => t::nationality_why(lang),
        PersonalField::Gender => t::gender_why(lang),
        PersonalField::BirthDate => t::birth_date_why(lang),
        PersonalField::BirthPlace => t::birth_place_why(lang),
        PersonalField::CivilStatus => t::civil_status_why(lang),
        PersonalField::Salary => t::salary_why(lang),
    }
}
