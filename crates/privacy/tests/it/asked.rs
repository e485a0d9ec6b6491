//! What forms ask for is what the inventory declares.

use std::collections::BTreeSet;

use privacy::Asked;
use privacy::inventory::{self, Linkability, Need};

#[test]
fn what_a_form_asks_for_is_in_the_inventory() {
    let names: BTreeSet<&str> = Asked::ALL.iter().map(|it| it.name()).collect();
    assert_eq!(names.len(), Asked::ALL.len());
    let asks_for = |path: &str, needed: bool| {
        let all = Asked::ALL.iter().filter(|it| it.path() == Some(path));
        all.filter(|it| matches!(it.need(), Need::Mandatory(_)) == needed)
            .count()
    };
    for asked in Asked::ALL {
        let Some(path) = asked.path() else {
            continue;
        };
        let entry = inventory::entry(path);
        let entry = entry.unwrap_or_else(|| panic!("{asked:?}: {path} is not declared"));
        match (asked.need(), entry.need) {
            // A field may stay empty whose answer is kept together with one that may not.
            (Need::Optional, Need::Mandatory(_)) => assert!(asks_for(path, true) > 0, "{path}"),
            // A passkey does it too; whoever chooses a password has to enter it.
            (Need::Mandatory(_), Need::Optional) => assert_eq!(path, "login.password"),
            (Need::OptIn, _) | (_, Need::OptIn) => panic!("{asked:?} is not asked like that"),
            (Need::Optional, Need::Optional) | (Need::Mandatory(_), Need::Mandatory(_)) => {}
        }
    }
}

/// Whatever of the contact details leads straight to whoever writes a CV has its
/// reason on the page that the editor's fields lead to.
#[test]
fn the_contact_details_of_the_editor_have_their_reasons() {
    let told: BTreeSet<_> = Asked::EDITOR.iter().filter_map(|it| it.path()).collect();
    let basics = inventory::DOCUMENT
        .iter()
        .filter(|entry| entry.path.starts_with("basics.") && entry.path != "basics.image");
    let direct = basics.filter(|entry| entry.linkability == Linkability::Direct);
    for entry in direct {
        assert!(told.contains(entry.path), "{}", entry.path);
    }
    assert!(told.contains("photo.file") && told.contains("basics.address"));
}
