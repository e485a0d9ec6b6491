//! `[operator]`, and those whom the operator has entrusted something to:
//! `[hosting]`, the provider in `[mail]`, `[backups]`. The policy, the record of
//! processing and the page about recipients are made from it.

use super::sources::Sources;
use privacy::register::parse_day;
use privacy::transfer::{Country, Mechanism, NoTransfer, Safeguards, Transfer};
use privacy::{Controller, Date, Party, PartyRole};

/// The settings of one party: its name, country, and what allows the transfer.
const PARTIES: [(PartyRole, [&str; 3]); 3] = [
    (
        PartyRole::Hosting,
        ["hosting.name", "hosting.country", "hosting.mechanism"],
    ),
    (
        PartyRole::Mail,
        ["mail.provider", "mail.country", "mail.mechanism"],
    ),
    (
        PartyRole::Backups,
        ["backups.name", "backups.country", "backups.mechanism"],
    ),
];

pub(super) fn controller(from: &mut Sources) -> Controller {
    let mut text = |key| {
        from.read(key)
            .filter(|text: &String| !text.trim().is_empty())
    };
    let country: Option<String> = text("operator.country");
    let controller = Controller {
        name: text("operator.name"),
        registration_number: text("operator.registration_number"),
        address: text("operator.address"),
        email: text("operator.email"),
        officer: text("operator.officer"),
        representative: text("operator.representative"),
        country: country.as_deref().and_then(Country::new),
    };
    if country.is_some() && controller.country.is_none() {
        from.wrong("operator.country");
    }
    let email = controller.email.as_deref();
    if email.is_some_and(|it| it.parse::<lettre::Address>().is_err()) {
        from.wrong("operator.email");
    }
    controller
}

pub(super) fn parties(from: &mut Sources) -> Vec<Party> {
    let parties = PARTIES.into_iter();
    parties
        .filter_map(|(role, keys)| party(from, role, keys))
        .collect()
}

fn party(from: &mut Sources, role: PartyRole, keys: [&str; 3]) -> Option<Party> {
    let [named, country_key, mechanism_key] = keys;
    let name: Option<String> = from.read(named);
    let country: Option<String> = from.read(country_key);
    let mechanism: Option<String> = from.read(mechanism_key);
    let Some(name) = name else {
        for key in [country_key, mechanism_key] {
            if from.value(key).is_some() {
                from.fault(key, &format!("needs {named} beside it"));
            }
        }
        return None;
    };
    let Some(country) = country else {
        from.fault(named, &format!("needs {country_key} beside it"));
        return None;
    };
    let Some(country) = Country::new(&country) else {
        from.wrong(country_key);
        return None;
    };
    let mechanism = match mechanism.map(|it| Mechanism::from_name(&it)) {
        Some(None) => {
            from.wrong(mechanism_key);
            return None;
        }
        Some(mechanism) => mechanism,
        None => None,
    };
    let safeguards = safeguards(from, role);
    match Transfer::new(country, mechanism) {
        Ok(transfer) => Some(Party {
            role,
            name,
            transfer,
            safeguards,
        }),
        Err(NoTransfer::NoMechanism) => {
            let words = format!(
                "{} is outside the EEA: say in {mechanism_key} what allows data to go there, or choose \
                 somebody else",
                country.code()
            );
            from.fault(country_key, &words);
            None
        }
        Err(NoTransfer::NotAdequate) => {
            let words = format!(
                "the Commission has not decided that {} protects data adequately: another mechanism \
                 has to allow it",
                country.code()
            );
            from.fault(mechanism_key, &words);
            None
        }
    }
}

/// What is noted of a transfer.
fn safeguards(from: &mut Sources, role: PartyRole) -> Safeguards {
    let key = |name: &str| format!("{}.{name}", role.name());
    let module: Option<u8> = from.read(&key("module"));
    if module.is_some_and(|module| !(1..=4).contains(&module)) {
        from.wrong(&key("module"));
    }
    let mut text = |name: &str| {
        let text: Option<String> = from.read(&key(name));
        text.filter(|text| !text.trim().is_empty())
    };
    let (annexes, assessment, reason) = (text("annexes"), text("assessment"), text("reason"));
    let mut day = |name: &str| -> Option<Date> {
        let text: String = from.read(&key(name))?;
        let day = parse_day(&text);
        if day.is_none() {
            from.wrong(&key(name));
        }
        day
    };
    Safeguards {
        module,
        signed: day("signed"),
        annexes,
        assessment,
        reason,
        review: day("review"),
    }
}
