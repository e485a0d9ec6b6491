//! What the root key is used for that is nobody's data: keyed hashes,
//! signatures, long texts in chunks.

use vault::{CHUNK_TAG, Chunks, MacKey, RootKey, Signer, Use, Vault, is_signed};
use zeroize::Zeroizing;

fn vault() -> Vault {
    Vault::new(
        &RootKey::parse("merit-root-1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8").expect("a key"),
    )
}

const USES: [Use; 4] = [Use::Audit, Use::Checkpoint, Use::Ledger, Use::Backup];

#[test]
fn each_use_has_a_key_of_its_own_and_always_the_same() {
    let vault = vault();
    let keys = USES.map(|of| *vault.key_for(of));
    assert_eq!(keys, USES.map(|of| *vault.key_for(of)));
    let moved = vault.under(&RootKey::generate());
    for (at, key) in keys.iter().enumerate() {
        assert!(!keys[..at].contains(key));
        assert_ne!(*key, *Vault::new(&RootKey::generate()).key_for(USES[at]));
        // Another root key changes what is encrypted under it and nothing else.
        let same = *key == *moved.key_for(USES[at]);
        assert_eq!(same, USES[at] != Use::Backup, "{:?}", USES[at]);
    }
}

#[test]
fn a_hash_is_of_its_parts_and_of_its_key() {
    let key = || MacKey::new(Zeroizing::new([7; 32]));
    let mac = key().mac(&[b"ab", b"c"]);
    assert!(key().is(&[b"ab", b"c"], &mac));
    for other in [&[&b"a"[..], b"bc"][..], &[b"abc"], &[b"ab", b"c", b""], &[]] {
        assert!(!key().is(other, &mac), "{other:?}");
    }
    assert!(!key().is(&[b"ab", b"c"], &mac[..31]));
    assert!(!key().part("x").is(&[b"ab", b"c"], &mac));
    assert_ne!(key().part("x").mac(&[]), key().part("y").mac(&[]));
    assert_ne!(*key().part("x").into_key(), [7; 32]);
}

/// The length of the part stands before it.
#[test]
fn a_hash_is_hmac_sha_256() {
    use hmac::{Hmac, KeyInit, Mac};
    let mut other = <Hmac<sha2::Sha256> as KeyInit>::new_from_slice(&[0x0b; 32]).expect("a key");
    other.update(&[0, 0, 0, 0, 0, 0, 0, 8]);
    other.update(b"Hi There");
    let expected: [u8; 32] = other.finalize().into_bytes().into();
    let key = MacKey::new(Zeroizing::new([0x0b; 32]));
    assert_eq!(key.mac(&[b"Hi There"]), expected);
}

#[test]
fn a_signature_is_of_one_message_and_one_key() {
    let signer = Signer::new(&Zeroizing::new([7; 32]));
    let signature = signer.sign(b"the end");
    let public = signer.public();
    assert!(is_signed(&public, b"the end", &signature));
    assert!(!is_signed(&public, b"the end.", &signature));
    assert!(!is_signed(&public, b"the end", &signature[..63]));
    assert!(!is_signed(&public, b"the end", &[0; 64]));
    let other = Signer::new(&Zeroizing::new([8; 32])).public();
    assert!(!is_signed(&other, b"the end", &signature));
    assert!(!is_signed(&[0xff; 32], b"the end", &signature));
}

/// RFC 8032, section 7.1, test 2.
#[test]
fn a_signature_is_ed25519() {
    let hex = |text: &str| -> Vec<u8> {
        let digits = text.as_bytes().chunks(2);
        let byte = |d: &[u8]| u8::from_str_radix(std::str::from_utf8(d).expect("digits"), 16);
        digits.map(|d| byte(d).expect("digits")).collect()
    };
    let seed = hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    let signer = Signer::new(&Zeroizing::new(seed.try_into().expect("32 bytes")));
    assert_eq!(
        signer.public().to_vec(),
        hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    );
    let expected = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
                    085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
    assert_eq!(signer.sign(&[0x72]).to_vec(), hex(expected));
}

#[test]
fn chunks_open_in_their_order_and_in_no_other() {
    let (key, start) = (Zeroizing::new([7; 32]), Chunks::start());
    let chunks = || Chunks::new(&key, start, b"a header");
    let mut seal = chunks();
    let sealed = [
        seal.seal(b"one", false),
        seal.seal(b"two", false),
        seal.seal(b"", true),
    ];
    assert_eq!(sealed[0].len(), 3 + CHUNK_TAG);
    let mut open = chunks();
    for (chunk, (plain, last)) in
        sealed
            .iter()
            .zip([(&b"one"[..], false), (b"two", false), (b"", true)])
    {
        assert_eq!(open.open(chunk, last).expect("it opens").as_slice(), plain);
    }
    // The second first, the first as the last, another header, start or key.
    assert!(chunks().open(&sealed[1], false).is_err());
    assert!(chunks().open(&sealed[0], true).is_err());
    for mut other in [
        Chunks::new(&key, start, b"another header"),
        Chunks::new(&key, Chunks::start(), b"a header"),
        Chunks::new(&Zeroizing::new([8; 32]), start, b"a header"),
    ] {
        assert!(other.open(&sealed[0], false).is_err());
    }
    let mut open = chunks();
    open.open(&sealed[0], false).expect("it opens");
    assert!(open.open(&sealed[2], true).is_err());
}
