use std::fs;
use std::os::unix::fs::PermissionsExt;

use vault::{RootError, RootKey, Vault};

#[test]
fn a_root_key_survives_its_file_and_is_never_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("root.key");
    assert!(matches!(RootKey::read(&path), Err(RootError::Missing)));
    let root = RootKey::generate();
    root.write_new(&path).expect("a new file");
    let mode = fs::metadata(&path)
        .expect("it is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let read = RootKey::read(&path).expect("just written");
    assert_eq!(Vault::new(&read).check(), Vault::new(&root).check());
    assert!(matches!(
        RootKey::generate().write_new(&path),
        Err(RootError::Io(_))
    ));
    let still = RootKey::read(&path).expect("as it was");
    assert_eq!(Vault::new(&still).check(), Vault::new(&root).check());
}

#[test]
fn what_is_no_root_key_is_said_to_be_none() {
    for text in [
        "",
        "merit-root-1:",
        "merit-root-1:AAAA",
        "merit-root-2:x",
        "hello",
    ] {
        assert!(
            matches!(RootKey::parse(text), Err(RootError::Malformed)),
            "{text}"
        );
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("root.key");
    fs::write(&path, [0xff, 0xfe]).expect("a file");
    assert!(matches!(RootKey::read(&path), Err(RootError::Malformed)));
}
