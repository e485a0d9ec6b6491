use proptest::prelude::*;
use vault::{Index, RootKey, Vault, normal_email};

#[test]
fn an_address_is_the_same_however_it_is_typed() {
    let anna = Some("anna.karlsson+cv@example.com".to_owned());
    for typed in [
        "anna.karlsson+cv@example.com",
        " Anna.Karlsson+CV@Example.COM\n",
        "ANNA.KARLSSON+CV@EXAMPLE.COM",
    ] {
        assert_eq!(normal_email(typed), anna, "{typed}");
    }
    // The ring above as a character of its own, and as part of the letter.
    let asa = Some("åsa@öberg.example".to_owned());
    for typed in ["A\u{30a}sa@O\u{308}berg.example", "Åsa@Öberg.Example"] {
        assert_eq!(normal_email(typed), asa, "{typed}");
    }
}

#[test]
fn what_is_no_address_is_none() {
    let long_local = format!("{}@example.com", "a".repeat(65));
    let long_domain = format!("a@{}com", "abcdefgh.".repeat(30));
    for wrong in [
        "",
        "@",
        "anna",
        "anna@",
        "@example.com",
        "anna@example",
        "anna@example.",
        "anna@.com",
        "anna@exa mple.com",
        "an na@example.com",
        "anna@-example.com",
        "anna@example-.com",
        ".anna@example.com",
        "anna.@example.com",
        "anna@example.com, eva@example.com",
        "anna@example.com\r\nBcc: eva@example.com",
        "\"anna\"@example.com",
        "anna@eva@example.com",
        "anna@[127.0.0.1]",
        "an\u{202e}na@example.com",
        "an\u{200b}na@example.com",
        "an\0na@example.com",
        &long_local,
        &long_domain,
        &"a".repeat(100_000),
    ] {
        assert_eq!(normal_email(wrong), None, "{wrong:?}");
    }
}

proptest! {
    /// The normal form is its own normal form, or a member could be two.
    #[test]
    fn normal_is_normal(local in "\\PC{1,12}", domain in "\\PC{1,8}") {
        if let Some(address) = normal_email(&format!("{local}@{domain}.example")) {
            prop_assert_eq!(normal_email(&address), Some(address.clone()));
            prop_assert_eq!(normal_email(&format!("  {address}\t")), Some(address));
        }
    }
}

#[test]
fn every_kind_of_index_has_a_key_of_its_own() {
    let vault = Vault::new(&RootKey::generate());
    let [slug, email, credential] = [Index::Slug, Index::Email, Index::Credential]
        .map(|of| vault.index(of, "anna@example.com"));
    assert!(slug != email && email != credential && credential != slug);
    assert_eq!(email, vault.index(Index::Email, "anna@example.com"));
    assert_ne!(email, vault.index(Index::Email, "eva@example.com"));
}
