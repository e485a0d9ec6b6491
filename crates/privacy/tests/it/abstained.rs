//! What might be done with people's data, and is not. A purpose or recipient that is
//! added turns these red, so that a promise is broken by nobody unawares.

use std::fs;
use std::path::{Path, PathBuf};

use privacy::inventory::{self, Recipient};
use privacy::{LegalBasis, PartyRole, Purpose};

#[test]
fn there_is_no_purpose_beside_these() {
    // Statistics, advertising, conclusions about people and debts are not among them.
    let purposes = Purpose::ALL.map(|purpose| format!("{purpose:?}"));
    let known = [
        "MakeCv",
        "KeepDraft",
        "RememberChoice",
        "KeepSaved",
        "Publish",
        "Recognise",
        "SignIn",
        "Protect",
        "Account",
        "Notify",
        "Export",
        "Rights",
        "Hold",
        "Operate",
    ];
    assert_eq!(purposes, known);
    for entry in inventory::all() {
        for (purpose, _) in entry.purposes {
            assert!(Purpose::ALL.contains(purpose), "{}", entry.path);
        }
    }
}

#[test]
fn there_is_no_recipient_beside_these() {
    for entry in inventory::all() {
        for recipient in entry.recipients {
            match recipient {
                Recipient::ServerInPassing
                | Recipient::ServerWithRequests
                | Recipient::ServerKept
                | Recipient::Everyone
                | Recipient::MailServers => {}
            }
        }
    }
    for role in PartyRole::ALL {
        match role {
            PartyRole::Hosting | PartyRole::Mail | PartyRole::Backups => {}
        }
    }
}

/// What somebody has agreed to stays with the server that they agreed with. Whoever
/// lets another recipient have data by consent turns this red, and has to make the
/// ledger's key name that recipient first.
#[test]
fn nothing_goes_to_anybody_by_consent() {
    let mut kept_by_consent = 0;
    for entry in inventory::all() {
        let by_consent = |(_, basis): &(Purpose, LegalBasis)| *basis == LegalBasis::Consent;
        if !entry.purposes.iter().any(by_consent) {
            continue;
        }
        kept_by_consent += 1;
        // What somebody ticks for one public page they publish themselves: nobody is
        // given it by us.
        if entry.path.starts_with("publication_detail.") || entry.path == "personal_detail.value" {
            assert!(
                entry
                    .purposes
                    .iter()
                    .all(|(it, _)| matches!(it, Purpose::Publish | Purpose::KeepSaved)),
                "{}",
                entry.path
            );
            assert!(!entry.recipients.contains(&Recipient::MailServers));
            continue;
        }
        for recipient in entry.recipients {
            let own_server = match recipient {
                Recipient::ServerInPassing
                | Recipient::ServerWithRequests
                | Recipient::ServerKept => true,
                Recipient::Everyone | Recipient::MailServers => false,
            };
            assert!(own_server, "{} goes to {recipient:?}", entry.path);
        }
        for (purpose, _) in entry.purposes {
            // To publish is to give to everybody, and to write is to give to a carrier.
            let to_others = matches!(purpose, Purpose::Publish | Purpose::Notify);
            assert!(!to_others, "{} is used to {purpose:?}", entry.path);
        }
    }
    assert!(kept_by_consent > 5, "{kept_by_consent}");
}

/// The words by which a program asks a browser, or a library, where somebody is or
/// was. None is in the code of the product.
#[test]
fn nobody_asks_where_somebody_is_or_comes_from() {
    let words = [
        "REFERER",
        "\"referer\"",
        "document.referrer",
        ".referrer()",
        "getCurrentPosition",
        "watchPosition",
        "Geolocation",
        "geoip",
        "maxmind",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in [
        "app/src",
        "server/src",
        "crates/backend/src",
        "public/scripts",
    ] {
        sources(&root.join(folder), &mut files);
    }
    assert!(files.len() > 100, "{}", files.len());
    for file in files {
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        for word in words {
            assert!(!text.contains(word), "{word} in {}", file.display());
        }
    }
    for entry in inventory::all() {
        for word in [
            "referer",
            "referrer",
            "latitude",
            "location_of",
            "country_of",
        ] {
            assert!(!entry.path.contains(word), "{}", entry.path);
        }
    }
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => sources(&path, files),
            false => files.push(path),
        }
    }
}
