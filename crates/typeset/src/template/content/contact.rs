//! The ways to reach a person.

use std::borrow::Cow;

use cv::rich::safe_link;
use cv::{Field, Language, SectionKind, ShownItem};

use super::{Part, Text, entry, one_line};
use crate::icons::Icon;
use crate::layout::shown_target;

/// An address of so many characters goes to the next line rather than break;
/// in the widest letters it is still no wider than a page.
const WHOLE_ADDRESS: usize = 56;

/// E-mail, telephone, site, address.
pub(crate) fn contact(basics: ShownItem<'_>) -> Vec<Part<'_>> {
    let text = |field| one_line(basics.text(field), ", ");
    let mut parts = Vec::new();
    let mut push = |field, shown: Cow<'_, str>, link: Option<String>| {
        if !shown.is_empty() {
            let mut text = Text::of(basics, field, shown.into_owned().into());
            text.link = link.map(Cow::Owned);
            text.whole = true;
            parts.push(vec![text]);
        }
    };
    let email = text(Field::Email);
    let mailto = email.contains('@').then(|| format!("mailto:{email}"));
    push(Field::Email, email, mailto.and_then(|m| safe_link(&m)));
    let phone = text(Field::Phone);
    // The zero of "+46 (0)70" is not dialled from abroad.
    let dialled = phone.replace("(0)", if phone.starts_with('+') { "" } else { "0" });
    let number: String = dialled
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    // Two numbers, or one with words in it, are nothing that can be dialled.
    let dialable = |c: char| c.is_ascii_digit() || " \u{a0}+-–.()".contains(c);
    let tel = (number.len() > 2 && dialled.chars().all(dialable)).then(|| format!("tel:{number}"));
    push(Field::Phone, phone, tel);
    let url = text(Field::Url);
    let target = safe_link(&url);
    let shown = match &target {
        Some(target) => shown_target(target).to_owned().into(),
        None => url,
    };
    push(Field::Url, shown, target);

    let mut address: Part<'_> = Vec::new();
    for (field, before) in [
        (Field::Address, ""),
        (Field::PostalCode, ", "),
        (Field::City, " "),
        (Field::Region, ", "),
        (Field::CountryCode, ", "),
    ] {
        let text = text(field);
        if text.is_empty() {
            continue;
        }
        // Only a postal code stands before its city without a comma.
        let before = match (before, basics.text(Field::PostalCode)) {
            (" ", "") => ", ",
            (before, _) => before,
        };
        if !address.is_empty() {
            address.push(Text::new(Cow::Borrowed(before), None));
        }
        let mut text = Text::of(basics, field, text);
        text.whole = field == Field::PostalCode;
        address.push(text);
    }
    let chars: usize = address.iter().map(|text| text.text.chars().count()).sum();
    if chars <= WHOLE_ADDRESS {
        address.iter_mut().for_each(|text| text.whole = true);
    }
    if !address.is_empty() {
        parts.push(address);
    }
    parts
}

/// What may be drawn before a way to reach a person.
pub(crate) fn icon(way: &Part<'_>) -> Icon {
    let field = way.iter().find_map(|text| text.place);
    let field = field.and_then(|place| Field::from_json(place.field));
    match field {
        Some(Field::Email) => Icon::Mail,
        Some(Field::Phone) => Icon::Phone,
        Some(Field::Url) => Icon::Web,
        Some(Field::Network | Field::Username) => {
            let text: String = way.iter().map(|text| text.text.as_ref()).collect();
            let text = text.to_lowercase();
            let code = ["github", "gitlab", "codeberg", "bitbucket", "stack"];
            match code.iter().any(|name| text.contains(name)) {
                true => Icon::Code,
                false => Icon::Profile,
            }
        }
        _ => Icon::Place,
    }
}

/// A network and a name there, as one part.
pub(crate) fn profile(item: ShownItem<'_>, lang: Language) -> Part<'_> {
    let mut part = Vec::new();
    for mut texts in entry(SectionKind::Profiles, item, lang).parts {
        if !part.is_empty() {
            part.push(Text::new(" ".into(), None));
        }
        part.append(&mut texts);
    }
    part.iter_mut().for_each(|text| text.whole = true);
    part
}
