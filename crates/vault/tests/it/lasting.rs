//! Keys that outlive the root key, and what a new root key changes.

use std::collections::BTreeSet;

use vault::{Index, Lasting, RootKey, Use, Vault};

const USES: [Use; 5] = [
    Use::Audit,
    Use::Checkpoint,
    Use::Ledger,
    Use::Report,
    Use::Backup,
];

/// What a start does with a vault: the stored keys take the place of new ones.
fn opened(root: &RootKey, stored: &[(Lasting, Vec<u8>)]) -> Vault {
    let mut vault = Vault::new(root);
    for (which, wrapped) in stored {
        vault.adopt(*which, wrapped).expect("its own");
    }
    vault
}

fn stored(vault: &Vault) -> Vec<(Lasting, Vec<u8>)> {
    let wrapped = |which| (which, vault.wrapped(which));
    Lasting::ALL.into_iter().map(wrapped).collect()
}

/// Everything that lasting keys decide.
fn all(vault: &Vault) -> Vec<[u8; 32]> {
    let kinds = [Index::Slug, Index::Email, Index::Credential];
    let mut all: Vec<_> = kinds.map(|of| vault.index(of, "anna")).into();
    all.extend(USES[..4].iter().map(|what| *vault.key_for(*what)));
    all
}

#[test]
fn lasting_keys_survive_a_restart_and_another_root_key() {
    let (root, newer) = (RootKey::generate(), RootKey::generate());
    let first = Vault::new(&root);
    let again = opened(&root, &stored(&first));
    assert_eq!(all(&again), all(&first));

    let rotated = first.under(&newer);
    assert_eq!(all(&rotated), all(&first));
    let restarted = opened(&newer, &stored(&rotated));
    assert_eq!(all(&restarted), all(&first));
    assert_eq!(restarted.check(), Vault::new(&newer).check());
    assert_ne!(restarted.check(), first.check());
    // A backup opens with the root key of its time, and without any database.
    let backup = |vault: &Vault| *vault.key_for(Use::Backup);
    assert_ne!(backup(&restarted), backup(&first));
    assert_eq!(backup(&first), backup(&Vault::new(&root)));

    // The old root key does not open what the new one wraps.
    for (which, wrapped) in stored(&rotated) {
        assert!(Vault::new(&root).adopt(which, &wrapped).is_err());
    }
}

#[test]
fn no_two_keys_are_the_same() {
    let vault = Vault::new(&RootKey::generate());
    let keys: BTreeSet<_> = USES.iter().map(|what| *vault.key_for(*what)).collect();
    assert_eq!(keys.len(), USES.len());
    assert_ne!(all(&vault), all(&Vault::new(&RootKey::generate())));
    let names: BTreeSet<_> = Lasting::ALL.iter().map(|which| which.name()).collect();
    assert_eq!(names.len(), Lasting::ALL.len());
    // The column has room for so many characters.
    assert!(names.iter().all(|name| name.len() <= 32));
}

#[test]
fn a_wrapped_lasting_key_is_that_one_alone() {
    let mut vault = Vault::new(&RootKey::generate());
    let before = all(&vault);
    let audit = vault.wrapped(Lasting::Audit);
    assert!(vault.adopt(Lasting::Ledger, &audit).is_err());
    assert!(vault.adopt(Lasting::Audit, &audit[1..]).is_err());
    let (_, person) = vault.new_person_key([0; 16]);
    assert!(vault.adopt(Lasting::Audit, &person).is_err());
    assert!(vault.unwrap([0; 16], &audit, None).is_err());
    assert_eq!(all(&vault), before);
}

/// The index of a server from before these keys were stored: HMAC-SHA-256 with
/// the key "merit blind index 1" of this root key, computed by other means.
#[test]
fn public_pages_of_old_are_still_found() {
    let root = "merit-root-1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    let root = RootKey::parse(root).expect("a key");
    let old = Vault::before_lasting_keys(&root);
    let index = old.index(Index::Slug, "anna-karlsson");
    let hex: String = index.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        hex,
        "c1a1f45e34b67b69b56355dc4491d96b83d1d9ff281f2fb3b905087c5ea06e0a"
    );
    let stored = stored(&old);
    assert_eq!(all(&opened(&root, &stored)), all(&old));
}
