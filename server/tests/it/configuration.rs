//! Settings from outside: file, environment, `merit config`, and what is refused
//! before anything is made.

use crate::http::{Folder, Server, merit};
use std::path::Path;
use std::process::{Output, Stdio};

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn refused(output: &Output) -> String {
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.lines().all(|line| line.starts_with("merit: ")),
        "{said}"
    );
    said
}

fn serve(data: &Path, variables: &[(&str, &str)], options: &[&str]) -> Output {
    merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .args(options)
        .envs(variables.iter().copied())
        .env("RUST_LOG", "off")
        .stdout(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn a_file_in_the_data_folder_is_read_and_the_command_line_stands_before_it() {
    let data = Folder::new("settings");
    let file = data.0.join("merit.toml");
    std::fs::write(
        &file,
        "[operator]\nname = \"Anna & Co\"\n[limits]\nnew_accounts = 0\n",
    )
    .unwrap();
    let server = Server::start_in(&data.0, &[]);
    assert!(server.get("/privacy").text().contains("Anna &amp; Co"));
    let first = crate::saving::begin(&server, crate::saving::LINK, &crate::saving::document(&[]));
    assert_eq!(first.json(), "TooMany");
    assert_eq!(first.status, 429);
    // Before the file stands the environment, and before both the command line.
    let environment = [
        ("MERIT_OPERATOR_NAME", "Bo Ek"),
        ("MERIT_NEW_ACCOUNTS", "0"),
    ];
    let server = Server::start_with(&data.0, &["--new-accounts", "9"], &environment);
    let page = server.get("/privacy").text();
    assert!(page.contains("Bo Ek") && !page.contains("Anna"));
    let link = crate::saving::LINK;
    let first = crate::saving::begin(&server, link, &crate::saving::document(&[]));
    assert_eq!(first.status, 200);

    let elsewhere = data.0.join("other.toml");
    std::fs::write(&elsewhere, "[operator]\nname = \"Cleo\"").unwrap();
    let config = elsewhere.to_str().unwrap();
    let server = Server::start_in(&data.0, &["--config", config]);
    assert!(server.get("/privacy").text().contains("Cleo"));
}

#[test]
fn every_fault_is_told_before_anything_is_made() {
    let folder = Folder::new("settings-refused");
    let file = folder.0.join("merit.toml");
    std::fs::write(
        &file,
        "lisen = \"x\"\nsign_up = 3\n[mail]\nport = 0\npassword = 7\n",
    )
    .unwrap();
    let config = file.to_str().unwrap();
    let data = folder.0.join("data");
    let said = refused(&serve(
        &data,
        &[("MERIT_PROXI", "x")],
        &["--config", config],
    ));
    for word in [
        "lisen",
        "sign_up",
        "mail.port",
        "mail.password",
        "MERIT_PROXI",
    ] {
        assert!(
            said.lines().any(|line| line.contains(word)),
            "{word}: {said}"
        );
    }
    assert!(said.contains(config), "{said}");
    assert!(!data.exists());

    let said = refused(&serve(&data, &[("MERIT_CONFIG", "/nowhere.toml")], &[]));
    assert!(
        said.contains("/nowhere.toml") && said.contains("MERIT_CONFIG"),
        "{said}"
    );
    for options in [
        ["--origin", "http://merit.example"],
        ["--listen", "0.0.0.0:0"],
    ] {
        let output = merit()
            .arg("serve")
            .arg("--data")
            .arg(&data)
            .args(options)
            .stdout(Stdio::null())
            .output();
        let said = refused(&output.unwrap());
        assert!(said.contains("https://"), "{options:?}: {said}");
    }
    assert!(!data.exists());
}

#[test]
fn what_holds_is_shown_without_secrets() {
    let data = Folder::new("settings-shown");
    let file = data.0.join("merit.toml");
    let settings = "keys_url = \"postgres://u:hush@127.0.0.1/k\"\n[mail]\nhost = \"smtp.example\"\n\
                    from = \"merit@merit.example\"\nuser = \"u\"\npassword = \"hush\"\n";
    std::fs::write(&file, settings).unwrap();
    let output = merit()
        .args(["config", "--listen", "127.0.0.1:5", "--data"])
        .arg(&data.0)
        .env("MERIT_ORIGIN", "https://merit.example")
        .env("DATABASE_URL", "postgres://u:hush@127.0.0.1/m")
        .output()
        .unwrap();
    let shown = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let place = file.display();
    for line in [
        "listen = \"127.0.0.1:5\"  # command line: listen",
        "origin = \"https://merit.example\"  # environment: MERIT_ORIGIN",
        "# database_url is a secret  # environment: DATABASE_URL",
        &format!("# password is a secret  # {place}: mail.password"),
        &format!("host = \"smtp.example\"  # {place}: mail.host"),
        "sign_up = \"open\"  # the usual",
        "# registration_number is not set",
    ] {
        assert!(shown.lines().any(|it| it == line), "{line}\n{shown}");
    }
    assert!(!shown.contains("hush"), "{shown}");

    // Nor when the database does not answer.
    let urls = [
        ("DATABASE_URL", "postgres://u:hush@127.0.0.1:1/m"),
        ("MERIT_KEYS_URL", "postgres://u:hush@127.0.0.1:1/k"),
    ];
    let other = Folder::new("settings-database");
    let said = refused(&serve(&other.0, &urls, &[]));
    assert!(said.contains("_URL") && !said.contains("hush"), "{said}");
    let urls = [
        ("DATABASE_URL", "postgres://u:hush@[::1/m"),
        ("MERIT_KEYS_URL", "postgres://u:hush@[::1/m"),
    ];
    let said = refused(&serve(&other.0, &urls, &[]));
    assert!(!said.contains("hush"), "{said}");
}
