//! `merit check`: each fault with its remedy, and an installation without any.

use crate::http::{Folder, Server, merit};
use crate::saving::{LINK, begin, document};
use crate::tls::{certificate, settings};
use backend::{Options, RootSource, Store, Uuid, Who};
use privacy::register::{Register, interests, purpose_name, read};
use privacy::{Date, PersonId, Role};
use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// What it prints, and whether there was an error.
fn check(data: &Path, options: &[&str]) -> (String, bool) {
    let output = merit()
        .args(["check", "--data"])
        .arg(data)
        .args(options)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let code = output.status.code();
    let errors = text(output.stderr);
    assert!(matches!(code, Some(0 | 1)), "{errors}");
    // What a fault's last line says is all that is on standard error.
    assert_eq!(
        errors.lines().count(),
        usize::from(code == Some(1)),
        "{errors}"
    );
    (text(output.stdout), code == Some(1))
}

/// The line of a fault, and the one of its remedy.
fn told(said: &str, fault: &str, remedy: &str) {
    let mut lines = said.lines().skip_while(|line| !line.contains(fault));
    assert!(lines.next().is_some(), "{fault}\n{said}");
    let next = lines.next().unwrap_or_default();
    assert!(
        next.starts_with("    ") && next.contains(remedy),
        "{remedy}\n{said}"
    );
}

fn mode(path: &Path, mode: u32) {
    set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Somebody weighs each legitimate interest, as staff do on their page.
fn weigh(data: &Path, root: &Path) {
    let day = |days: i64| {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        Date::of(i64::try_from(now.as_millis()).unwrap()).days_later(days)
    };
    let officer = Who {
        person: PersonId([0; 16]),
        session: Uuid::nil(),
        role: Role::PrivacyOfficer,
        member: true,
        proved: true,
        two_factors: true,
    };
    let options = Options {
        root: RootSource::File(root.to_owned()),
        ..Options::in_folder(data)
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open(&options).await.unwrap().store;
        for purpose in interests() {
            let typed = |name: &str| match name {
                "purpose" => purpose_name(purpose),
                "decision" => "outweighs".to_owned(),
                "on" => day(0).to_string(),
                "review" => day(300).to_string(),
                _ => "x".to_owned(),
            };
            let entry = read(Register::Assessments, typed, day(0)).unwrap();
            let added = store.register_add(&officer, Register::Assessments, &entry);
            added.await.unwrap();
        }
    });
}

/// Everything as it should be: settings, keys apart, nobody else may look.
fn sound(name: &str) -> Folder {
    let folder = Folder::new(name);
    let data = folder.0.join("data");
    let root = folder.0.join("root.key");
    let server = Server::start_in(&data, &["--root-key", root.to_str().unwrap()]);
    begin(&server, LINK, &document(&[]));
    drop(server);
    weigh(&data, &root);
    let settings = format!(
        "origin = \"https://merit.example\"\nproxy = [\"127.0.0.1\"]\nroot_key = {root:?}\n\
         [operator]\nname = \"Example AB\"\nregistration_number = \"556000-0000\"\n\
         address = \"Storgatan 1\"\nemail = \"privacy@merit.example\"\ncountry = \"SE\"\n\
         [hosting]\nname = \"Example Hosting GmbH\"\ncountry = \"DE\"\n\
         [mail]\nhost = \"smtp.example\"\nfrom = \"merit@merit.example\"\n\
         provider = \"Example Mail AB\"\ncountry = \"SE\"\n[security]\ncontact = \"security@merit.example\"\n"
    );
    std::fs::write(data.join("merit.toml"), settings).unwrap();
    folder
}

#[test]
fn an_installation_without_a_fault_has_none_told() {
    let folder = sound("check-sound");
    let (said, failed) = check(&folder.0.join("data"), &[]);
    assert!(!failed, "{said}");
    // Only a machine's full disk could say more.
    let more: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("warning") && !line.contains("the disk of"))
        .collect();
    assert!(more.is_empty(), "{said}");
    assert!(
        said.lines().last().unwrap().starts_with("No error, "),
        "{said}"
    );
}

#[test]
fn nothing_is_made_by_looking() {
    let folder = Folder::new("check-nothing");
    let data = folder.0.join("data");
    let (said, failed) = check(&data, &[]);
    assert!(!failed, "{said}");
    assert!(!data.exists());
    told(&said, "cannot say who is responsible", "[operator]");
    told(&said, "no SMTP server", "set [mail]");
    told(&said, "no letter can confirm", "invitation");
}

#[test]
fn what_is_open_to_others_is_told_with_the_command_that_closes_it() {
    let folder = sound("check-open");
    let data = folder.0.join("data");
    let root = folder.0.join("root.key");
    mode(&data, 0o755);
    mode(&root, 0o644);
    let file = data.join("merit.toml");
    let mut settings = std::fs::read_to_string(&file).unwrap();
    settings = settings.replace(
        "[security]",
        "user = \"u\"\npassword = \"hush\"\n[security]",
    );
    std::fs::write(&file, settings).unwrap();
    mode(&file, 0o640);
    std::fs::write(folder.0.join("merit-backup.tar"), "").unwrap();
    let (said, failed) = check(&data, &[]);
    assert!(failed, "{said}");
    told(
        &said,
        "the data folder",
        &format!("chmod 700 {}", data.display()),
    );
    told(
        &said,
        "the root key",
        &format!("chmod 600 {}", root.display()),
    );
    told(
        &said,
        "the file of settings",
        &format!("chmod 600 {}", file.display()),
    );
    told(&said, "lies beside a backup", "on another machine");
    assert!(!said.contains("hush"), "{said}");
}

#[test]
fn a_store_that_would_not_open_is_told() {
    let folder = sound("check-store");
    let data = folder.0.join("data");
    let root = folder.0.join("root.key");
    let kept = std::fs::read(&root).unwrap();
    let errors = |fault: &str, remedy: &str| {
        let (said, failed) = check(&data, &[]);
        assert!(failed, "{said}");
        told(&said, fault, remedy);
    };
    std::fs::remove_file(&root).unwrap();
    errors("root.key is missing", "from your copy");
    let other = Folder::new("check-store-other");
    drop(Server::start_in(&other.0, &[]));
    std::fs::copy(other.0.join("root.key"), &root).unwrap();
    errors("is another one", "put the right one back");
    std::fs::write(
        &root,
        "merit-root-1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
    )
    .unwrap();
    errors("nothing but zeros", "does not start");
    std::fs::write(&root, "hello").unwrap();
    errors("not a root key", "put the right one back");
    std::fs::write(&root, kept).unwrap();
    mode(&root, 0o600);
    assert!(!check(&data, &[]).1);

    let aside = folder.0.join("aside");
    for (file, fault) in [("keys.sqlite", "keys"), ("merit.sqlite", "data")] {
        for ending in ["", "-wal", "-shm"] {
            let name = data.join(format!("{file}{ending}"));
            let _ = std::fs::rename(&name, aside.with_extension(format!("x{ending}")));
        }
        errors(fault, "does not start");
        for ending in ["", "-wal", "-shm"] {
            let name = data.join(format!("{file}{ending}"));
            let _ = std::fs::rename(aside.with_extension(format!("x{ending}")), &name);
        }
    }
    assert!(!check(&data, &[]).1);
    let nowhere = "postgres://u:hush@127.0.0.1:1/m";
    let (said, failed) = check(&data, &["--database-url", nowhere, "--keys-url", nowhere]);
    assert!(failed && !said.contains("hush"), "{said}");
    told(
        &said,
        "the PostgreSQL database in database_url cannot be opened",
        "see that it is running",
    );
    let (said, _) = check(&data, &["--database-url", nowhere]);
    told(&said, "keys_url: is missing", "a second database");
}

#[test]
fn a_certificate_is_looked_at() {
    let folder = Folder::new("check-tls");
    settings(&folder.0);
    let errors = |fault: &str, remedy: &str| {
        let (said, failed) = check(&folder.0, &[]);
        assert!(failed, "{said}");
        told(&said, fault, remedy);
    };
    errors("certificate.pem: cannot be read", "PEM files");
    certificate(&folder.0, (2020, 1, 1), (2021, 1, 1));
    errors("has expired on 2021-01-01", "renew it");
    certificate(&folder.0, (2119, 1, 1), (2120, 1, 1));
    errors("is not valid before 2119-01-01", "clock");
    let soon = time::OffsetDateTime::now_utc() + time::Duration::days(3);
    let until = (soon.year(), u8::from(soon.month()), soon.day());
    certificate(&folder.0, (2020, 1, 1), until);
    mode(&folder.0.join("key.pem"), 0o644);
    let (said, _) = check(&folder.0, &[]);
    told(&said, "expires on", "renew it");
    told(&said, "the certificate's key", "chmod 600");
    certificate(&folder.0, (2020, 1, 1), (2120, 1, 1));
    mode(&folder.0.join("key.pem"), 0o600);
    mode(&folder.0, 0o700);
    let (said, failed) = check(&folder.0, &[]);
    assert!(!failed, "{said}");
}

#[test]
fn what_the_operator_may_have_meant_is_a_warning() {
    let folder = Folder::new("check-warnings");
    mode(&folder.0, 0o700);
    let (said, failed) = check(&folder.0, &["--origin", "https://merit.example"]);
    assert!(failed, "{said}");
    for key in ["name", "address", "email"] {
        let fault = format!("error: operator.{key}: is missing");
        told(&said, &fault, "does not start");
    }
    told(&said, "warning: the privacy policy names no", "[operator]");
    told(&said, "warning: the page about recipients", "[hosting]");
    told(
        &said,
        "warning: origin is https, so a proxy",
        "X-Forwarded-For",
    );
    told(&said, "warning: /.well-known/security.txt", "contact");
    let (said, _) = check(&folder.0, &["--origin", "http://merit.example"]);
    told(
        &said,
        "error: origin: must start with https://",
        "does not start",
    );
    std::fs::write(folder.0.join("merit.toml"), "development = true").unwrap();
    let (said, _) = check(&folder.0, &[]);
    told(&said, "warning: development is on", "development = false");
    std::fs::write(folder.0.join("merit.toml"), "development = 5").unwrap();
    let (said, failed) = check(&folder.0, &[]);
    assert!(failed, "{said}");
    told(
        &said,
        "development: must be true or false, not 5",
        "merit config",
    );
}
