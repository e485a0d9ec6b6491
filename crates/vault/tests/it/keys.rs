use proptest::prelude::*;
use vault::{Column, Index, Opening, RootKey, Secret, Vault};

const CONTENT: Column = Column {
    table: "document",
    name: "content",
    schema: 1,
};

fn vault() -> Vault {
    Vault::new(&RootKey::generate())
}

proptest! {
    #[test]
    fn what_is_sealed_opens_in_its_place_alone(
        text in proptest::collection::vec(any::<u8>(), 0..200),
        person in any::<[u8; 16]>(),
        row in any::<[u8; 16]>(),
        other in any::<[u8; 16]>(),
        at in any::<prop::sample::Index>(),
        bit in 0..8u8,
    ) {
        prop_assume!(row != other);
        let vault = vault();
        let (key, wrapped) = vault.new_person_key(person);
        let sealed = key.seal(CONTENT, row, &text);
        let key = vault.unwrap(person, &wrapped, None).expect("just wrapped");
        prop_assert_eq!(&**key.open(CONTENT, row, &sealed).expect("just sealed"), &text[..]);

        let elsewhere = [
            Column { table: "publication", ..CONTENT },
            Column { name: "slug", ..CONTENT },
            Column { table: "documentc", name: "ontent", ..CONTENT },
            Column { schema: 2, ..CONTENT },
        ];
        for column in elsewhere {
            prop_assert_eq!(key.open(column, row, &sealed).err(), Some(Opening));
        }
        prop_assert_eq!(key.open(CONTENT, other, &sealed).err(), Some(Opening));
        let (stranger, theirs) = vault.new_person_key(other);
        prop_assert_eq!(stranger.open(CONTENT, row, &sealed).err(), Some(Opening));
        prop_assert!(vault.unwrap(person, &theirs, None).is_err());

        // Any bit counts, and so does any byte that is missing.
        let mut changed = sealed.clone();
        changed[at.index(sealed.len())] ^= 1 << bit;
        prop_assert_eq!(key.open(CONTENT, row, &changed).err(), Some(Opening));
        let short = &sealed[..at.index(sealed.len())];
        prop_assert_eq!(key.open(CONTENT, row, short).err(), Some(Opening));
    }
}

#[test]
fn another_root_key_opens_nothing_and_indexes_otherwise() {
    let (ours, theirs) = (vault(), vault());
    let (_, wrapped) = ours.new_person_key([7; 16]);
    assert!(theirs.unwrap([7; 16], &wrapped, None).is_err());
    assert_ne!(ours.check(), theirs.check());
    let index = |vault: &Vault| vault.index(Index::Slug, "anna-karlsson");
    assert_eq!(index(&ours), index(&ours));
    assert_ne!(index(&ours), index(&theirs));
    assert_ne!(index(&ours), ours.index(Index::Slug, "anna-karlssom"));
}

proptest! {
    /// While a key is being replaced both open, the newer one seals, and
    /// afterwards the older one is worth nothing.
    #[test]
    fn a_key_that_is_replaced_leaves_nothing_behind(
        text in proptest::collection::vec(any::<u8>(), 0..200),
        person in any::<[u8; 16]>(),
        row in any::<[u8; 16]>(),
    ) {
        let vault = vault();
        let (first, wrapped) = vault.new_person_key(person);
        let old = first.seal(CONTENT, row, &text);
        let next = vault.next_person_key(&first);
        let both = vault.unwrap(person, &wrapped, Some(&next)).expect("just wrapped");
        prop_assert_eq!(&**both.open(CONTENT, row, &old).expect("of the first"), &text[..]);

        let new = both.reseal(CONTENT, row, &old).expect("it opens").expect("it is old");
        prop_assert_eq!(both.reseal(CONTENT, row, &new), Ok(None));
        prop_assert_eq!(&**both.open(CONTENT, row, &new).expect("of the second"), &text[..]);
        // Sealed anew, but nowhere else.
        prop_assert!(both.reseal(CONTENT, [row[0].wrapping_add(1); 16], &old).is_err());

        let second = vault.unwrap(person, &next, None).expect("just wrapped");
        prop_assert_eq!(&**second.open(CONTENT, row, &new).expect("its own"), &text[..]);
        prop_assert!(second.open(CONTENT, row, &old).is_err());
        prop_assert!(second.reseal(CONTENT, row, &old).is_err());
        prop_assert!(first.open(CONTENT, row, &new).is_err());

        // The epoch is in what is authenticated: to claim another one does not help.
        let mut claimed = old.clone();
        claimed[1..5].copy_from_slice(&new[1..5]);
        prop_assert!(both.open(CONTENT, row, &claimed).is_err());
        prop_assert!(second.open(CONTENT, row, &claimed).is_err());
    }
}

#[test]
fn another_root_key_wraps_the_same_key() {
    let (old, new) = (vault(), vault());
    let (key, wrapped) = old.new_person_key([7; 16]);
    let sealed = key.seal(CONTENT, [1; 16], b"the same");
    let again = old.rewrap(&new, [7; 16], &wrapped).expect("just wrapped");
    let key = new.unwrap([7; 16], &again, None).expect("just wrapped");
    let opened = key.open(CONTENT, [1; 16], &sealed).expect("as before");
    assert_eq!(&**opened, b"the same");
    assert!(old.unwrap([7; 16], &again, None).is_err());
    assert!(old.rewrap(&new, [8; 16], &wrapped).is_err());
    assert!(new.rewrap(&old, [7; 16], &wrapped).is_err());
}

#[test]
fn the_same_text_is_never_sealed_alike() {
    let (key, _) = vault().new_person_key([1; 16]);
    let seal = || key.seal(CONTENT, [2; 16], b"the same");
    assert_ne!(seal(), seal());
}

#[test]
fn a_secret_is_read_back_and_shows_itself_to_nobody() {
    let secret = Secret::generate();
    let text = secret.reveal();
    assert_eq!(text.len(), 43);
    let read: Secret = text.parse().expect("its own text");
    assert_eq!(read.digest(), secret.digest());
    assert_eq!(format!("{secret:?}"), "Secret");
    for wrong in [
        "",
        "short",
        &text[1..],
        &format!("{text}A"),
        "ä".repeat(21).as_str(),
    ] {
        assert!(wrong.parse::<Secret>().is_err(), "{wrong}");
    }
}
