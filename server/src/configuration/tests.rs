use super::mail::{MailTls, Smtp};
use super::settings::{Form, SETTINGS};
use super::sources::{Given, Sources};
use super::*;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;

mod responsible;
mod terms;

/// A file of one test's own.
struct Written(PathBuf);

impl Written {
    fn new(name: &str, text: &str) -> Written {
        let path = std::env::temp_dir().join(format!("merit-{}-{name}", std::process::id()));
        std::fs::write(&path, text).expect("a file can be written");
        Written(path)
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn given(file: Option<&Path>) -> Given {
    // A folder without a file of its own.
    let mut given = Given::in_file(file.map(Path::to_owned));
    given.set("data", Some("/nowhere/at/all"));
    given
}

fn sources(file: Option<&Path>, variables: &[(&str, &str)]) -> Sources {
    let variables = variables
        .iter()
        .map(|(name, value)| (OsString::from(name), OsString::from(value)));
    Sources::gather_from(given(file), variables.collect())
}

fn read(name: &str, text: &str) -> Result<Configuration, Vec<String>> {
    let file = Written::new(name, text);
    let read = Configuration::read(sources(Some(&file.0), &[]));
    let here = file.0.display().to_string();
    read.map_err(|Refused(faults)| {
        let without = |fault: String| fault.replace(&here, "merit.toml");
        faults.into_iter().map(without).collect()
    })
}

fn environment(variables: &[(&str, &str)]) -> Result<Configuration, Vec<String>> {
    Configuration::read(sources(None, variables)).map_err(|Refused(faults)| faults)
}

/// The documented file with every line alive.
fn sample() -> String {
    let text = include_str!("../../../docs/merit.toml");
    let alive = |line: &str| match line.strip_prefix("# ") {
        Some(rest)
            if rest
                .split_once(" = ")
                .is_some_and(|(key, _)| !key.contains(' ')) =>
        {
            rest.to_owned()
        }
        _ => line.to_owned(),
    };
    // It stands in the place of `root_key`; the others are files that are read.
    let left_out = [
        "root_key_line",
        "document = ",
        "agreement = ",
        "version = ",
        "sv = ",
        "en = ",
    ];
    let lines = text.lines().filter(|line| {
        !left_out
            .iter()
            .any(|key| line.starts_with(&format!("# {key}")))
    });
    lines.map(alive).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_documented_file_has_every_setting_with_its_variable_and_is_accepted() {
    let mut section = "";
    let mut documented = BTreeSet::new();
    for line in include_str!("../../../docs/merit.toml").lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
        }
        let Some((key, rest)) = line.trim_start_matches("# ").split_once(" = ") else {
            continue;
        };
        let variable = rest.rsplit_once("# ").map_or("", |(_, variable)| variable);
        let key = match section {
            "" => key.to_owned(),
            section => format!("{section}.{key}"),
        };
        documented.insert((key, variable.to_owned()));
    }
    let all = SETTINGS.map(|setting| (setting.key.to_owned(), setting.variable.to_owned()));
    assert_eq!(documented, BTreeSet::from(all));

    // Its alternatives stand against one another, and nothing else is wrong.
    let without = |left_out: &str| {
        let text = sample();
        let lines = text.lines().filter(|line| !line.starts_with(left_out));
        lines.collect::<Vec<_>>().join("\n")
    };
    let faults = read("sample", &without("password = ")).expect_err("two ways to the server");
    assert!(
        faults
            .iter()
            .all(|it| it.contains("mail.url already") || it.contains("smtp cannot be read")),
        "{faults:?}"
    );
    let text = without("url = \"smtps").replace("password_file = ", "# ");
    let configuration = read("sample-parts", &text).expect("it is right");
    assert_eq!(configuration.sign_up, SignUp::Open);
    assert_eq!(configuration.limits.times, 1);
    let Transport::Smtp(smtp) = configuration.mail.transport else {
        panic!("an SMTP server is configured");
    };
    assert_eq!(
        (&*smtp.host, smtp.port, smtp.tls),
        ("smtp.merit.example", 587, MailTls::StartTls)
    );
}

#[test]
fn later_places_stand_before_earlier_ones() {
    let file = Written::new(
        "places",
        "listen = \"127.0.0.1:1\"\nmost_mib = 5\n[operator]\nname = \"file\"",
    );
    let variables = [
        ("MERIT_LISTEN", "127.0.0.1:2"),
        ("MERIT_PROXY", "10.0.0.1, 10.0.0.2"),
    ];
    let all = variables.map(|(name, value)| (OsString::from(name), OsString::from(value)));
    let mut given = given(Some(&file.0));
    given.set("listen", Some("127.0.0.1:3"));
    let configuration =
        Configuration::read(Sources::gather_from(given, all.into())).expect("right");
    assert_eq!(configuration.listen.port(), 3);
    let configuration = Configuration::read(sources(Some(&file.0), &variables)).expect("right");
    assert_eq!(configuration.listen.port(), 2);
    assert_eq!(configuration.operator.name.as_deref(), Some("file"));
    assert_eq!(configuration.most_mib, Some(5));
    assert_eq!(configuration.proxy.len(), 2);
    let configuration = environment(&[]).expect("right");
    assert_eq!(configuration.listen.port(), 3000);
    assert!(!configuration.development && !configuration.is_production());
}

#[test]
fn every_fault_is_told_with_its_place_and_what_is_expected() {
    let text = "\
listen = \"nowhere\"
orign = \"https://merit.example\"
proxy = [\"10.0.0.1\", \"x\"]
most_mib = \"many\"
development = 1
mail = 3
sign_up = \"perhaps\"
database_url = 5
data = [\"a\"]
[limits]
times = 0
new_accounts = -3
[security]
contact = \"not an address\"
policy = \"http://merit.example\"
[tls]
key = \"key.pem\"
[mial]
host = \"x\"";
    let mut faults = read("faults", text).expect_err("much is wrong");
    faults.sort();
    let expected = [
        "merit.toml: database_url: must be an address that starts with postgres://",
        "merit.toml: development: must be true or false, not 1",
        "merit.toml: limits.new_accounts: must be a number: first saves that one network may make in an hour, not -3",
        "merit.toml: limits.times: must be a number from 1 to 1000000, not 0",
        "merit.toml: listen: must be an address and a port, such as 127.0.0.1:3000, not \"nowhere\"",
        "merit.toml: mail: is a section: write [mail] and its settings below",
        "merit.toml: mial: there is no such setting (there is mail)",
        "merit.toml: most_mib: must be a number of MiB, 1 or more, not \"many\"",
        "merit.toml: orign: there is no such setting (there is origin)",
        "merit.toml: proxy: must be addresses of proxies, such as [\"127.0.0.1\"], not [\"10.0.0.1\", \"x\"]",
        "merit.toml: security.contact: must be an e-mail address, or an address that starts with https://, not \"not an address\"",
        "merit.toml: security.policy: must be an address that starts with https://, not \"http://merit.example\"",
        "merit.toml: sign_up: must be \"open\", \"invitation\" or \"closed\", not \"perhaps\"",
        "merit.toml: tls.key: needs tls.certificate beside it",
    ];
    for fault in expected {
        assert!(faults.iter().any(|it| it == fault), "{fault}\n{faults:#?}");
    }

    let variables = [
        ("MERIT_ORGIN", "https://merit.example"),
        ("MERIT_MOST_MIB", "x"),
        ("MERIT_ORIGIN", "https://merit.example/"),
        ("MERIT_TEST_ANYTHING", "x"),
        ("MERIT", "x"),
        ("HOME", "x"),
    ];
    let faults = environment(&variables).expect_err("three are wrong");
    assert_eq!(
        faults,
        [
            "environment: MERIT_ORGIN: there is no such setting (there is MERIT_ORIGIN)",
            "environment: MERIT_MOST_MIB: must be a number of MiB, 1 or more, not \"x\"",
            "environment: MERIT_ORIGIN: must be scheme, host and port alone, such as \
             https://merit.example, with no slash at the end, not \"https://merit.example/\"",
        ]
    );
}

#[test]
fn a_file_that_cannot_be_read_is_told_without_its_lines() {
    let faults = read(
        "syntax",
        "listen = \"127.0.0.1:1\"\n[mail]\npassword = \"hush\nx",
    );
    let faults = faults.expect_err("it is not TOML");
    assert!(
        faults[0].starts_with("merit.toml: line 3: is not TOML: "),
        "{faults:?}"
    );
    assert!(!faults[0].contains("hush"), "{faults:?}");
    let absent = Path::new("/nowhere/merit.toml");
    let Err(Refused(faults)) = Configuration::read(sources(Some(absent), &[])) else {
        panic!("there is no such file");
    };
    assert_eq!(
        faults,
        ["/nowhere/merit.toml: there is no such file, which --config names"]
    );
}

#[test]
fn secrets_are_printed_nowhere() {
    const WORD: &str = "hush-hush";
    let url = format!("postgres://u:{WORD}@127.0.0.1/m");
    let mail = format!("smtps://u:{WORD}@smtp.merit.example");
    let variables = [
        ("DATABASE_URL", &*url),
        ("MERIT_KEYS_URL", &*url),
        ("MERIT_MAIL_URL", &*mail),
        ("MERIT_MAIL_FROM", "merit@merit.example"),
    ];
    let configuration = environment(&variables).expect("it is right");
    let shown = format!("{configuration:?}");
    assert!(!shown.contains(WORD), "{shown}");
    let lines = super::show::show_sources(sources(None, &variables)).expect("it is right");
    assert!(!lines.join("\n").contains(WORD));
    assert!(lines.contains(&"# database_url is a secret  # environment: DATABASE_URL".to_owned()));

    // Nor where they are wrong.
    for setting in SETTINGS
        .iter()
        .filter(|setting| setting.form == Form::Secret)
    {
        let wrong = [(setting.variable, WORD)];
        let faults = environment(&wrong).expect_err("each needs more than this");
        assert!(!faults.join(" ").contains(WORD), "{faults:?}");
    }
}

#[test]
fn what_is_shown_is_a_file_that_says_the_same() {
    let text = sample()
        .replace("password_file", "# ")
        .replace("url = \"smtps", "# ");
    let file = Written::new("shown", &text);
    let lines = super::show::show_sources(sources(Some(&file.0), &[])).expect("it is right");
    let again = read("shown-again", &lines.join("\n"));
    // The password is not among them.
    let faults = again.expect_err("a secret is missing");
    assert_eq!(
        faults,
        ["merit.toml: mail.user: needs mail.password_file or mail.password beside it"]
    );
}

#[test]
fn the_parts_of_mail_belong_together() {
    let mail = |text: &str| read("mail", &format!("[mail]\n{text}")).map(|it| it.mail);
    let refused = |text: &str, word: &str| {
        let faults = mail(text).expect_err(text);
        assert!(
            faults.iter().any(|fault| fault.contains(word)),
            "{text}: {faults:?}"
        );
    };
    let from = "from = \"Merit <merit@merit.example>\"\n";
    assert!(matches!(
        mail("").expect("letters wait").transport,
        Transport::Mailbox
    ));
    refused("host = \"smtp.example\"", "needs mail.from");
    refused(&format!("{from}user = \"u\""), "mail.user: needs mail.host");
    refused(
        &format!("{from}host = \"h\"\nuser = \"u\""),
        "needs mail.password_file or",
    );
    refused(
        &format!("{from}host = \"h\"\npassword = \"p\""),
        "needs mail.user",
    );
    refused(
        &format!("{from}host = \"h\"\ntls = \"yes\""),
        "\"starttls\", \"tls\" or \"none\"",
    );
    refused(
        &format!("{from}host = \"h\"\nport = 70000"),
        "from 1 to 65535",
    );
    refused(
        &format!("{from}host = \"h h\""),
        "the name of an SMTP server",
    );
    refused("from = \"nobody\"", "an e-mail address");
    refused(&format!("{from}url = \"https://h\""), "smtps://");
    refused(&format!("{from}url = \"smtp://u@h\""), "smtps://");
    refused(
        &format!("{from}url = \"smtp://h\"\nport = 5"),
        "mail.port: is said by mail.url",
    );
    refused(
        &format!("{from}host = \"h\"\nuser = \"u\"\npassword_file = \"/nowhere/x\""),
        "cannot be read",
    );
    let url = format!("{from}url = \"smtp://merit%40x:a%3Ab@smtp.example:2525\"");
    let Transport::Smtp(smtp) = mail(&url).expect("it is right").transport else {
        panic!("a server is configured");
    };
    let credentials = Some(("merit@x".to_owned(), Secret::from("a:b".to_owned())));
    assert_eq!(
        smtp,
        Smtp {
            host: "smtp.example".into(),
            port: 2525,
            tls: MailTls::StartTls,
            credentials,
            egress: privacy::Egress::default(),
        }
    );
    let password = Written::new("password", "from a file\n");
    let text = format!(
        "{from}host = \"h\"\ntls = \"tls\"\nuser = \"u\"\npassword_file = {:?}",
        password.0
    );
    let Transport::Smtp(smtp) = mail(&text).expect("it is right").transport else {
        panic!("a server is configured");
    };
    assert_eq!(smtp.port, 465);
    assert_eq!(smtp.credentials.expect("both").1.reveal(), "from a file");
}

#[test]
fn what_strangers_reach_is_held_to_more() {
    let operator = [
        ("MERIT_OPERATOR_NAME", "Example AB"),
        ("MERIT_OPERATOR_ADDRESS", "Storgatan 1"),
        ("MERIT_OPERATOR_EMAIL", "privacy@merit.example"),
        ("MERIT_MAIL_PROVIDER", "Example Mail AB"),
        ("MERIT_MAIL_COUNTRY", "SE"),
    ];
    let faults = |variables: &[(&str, &str)]| {
        let all = [variables, &operator].concat();
        let configuration = environment(&all).expect("each value alone is right");
        configuration.serving_faults()
    };
    let everywhere = ("MERIT_LISTEN", "0.0.0.0:3000");
    let none: [&str; 0] = [];
    assert_eq!(faults(&[]), none);
    assert_eq!(
        faults(&[("MERIT_ORIGIN", "http://localhost:3000"), everywhere]),
        none
    );
    assert_eq!(
        faults(&[("MERIT_ORIGIN", "https://merit.example"), everywhere]),
        none
    );
    assert_eq!(faults(&[everywhere, ("MERIT_DEVELOPMENT", "true")]), none);
    let told = |variables: &[(&str, &str)], words: &str| {
        let faults = faults(variables);
        assert!(
            faults.len() == 1 && faults[0].contains(words),
            "{variables:?}: {faults:?}"
        );
    };
    told(&[everywhere], "--origin https://merit.example");
    told(
        &[("MERIT_ORIGIN", "http://merit.example")],
        "must start with https://",
    );
    told(
        &[("MERIT_ORIGIN", "http://localhost.evil.example")],
        "must start with https://",
    );
    let https = ("MERIT_ORIGIN", "https://merit.example");
    let keys = ("MERIT_KEYS_URL", "postgres://me:mine@127.0.0.1/k");
    let sample = "postgres://merit:change-me@127.0.0.1/merit";
    told(
        &[https, ("DATABASE_URL", sample), keys],
        "database_url: is the documentation's example",
    );
    let mail = [
        https,
        ("MERIT_MAIL_HOST", "smtp.example"),
        ("MERIT_MAIL_FROM", "merit@merit.example"),
        ("MERIT_MAIL_USER", "merit"),
        ("MERIT_MAIL_PASSWORD", "change-me"),
    ];
    told(&mail, "mail.password: is the documentation's example");
    told(
        &[https, mail[1], mail[2], ("MERIT_MAIL_TLS", "none")],
        "mail.tls: must be",
    );
    let local = ("MERIT_MAIL_HOST", "127.0.0.1");
    assert_eq!(
        faults(&[https, local, mail[2], ("MERIT_MAIL_TLS", "none")]),
        none
    );
    let root = "# nothing\nmerit-root-1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
    let root = Written::new("zeros", root);
    let root = root.0.to_str().expect("its name is UTF-8");
    told(&[https, ("MERIT_ROOT_KEY_FILE", root)], "nothing but zeros");
    let tls = [("MERIT_TLS_CERTIFICATE", "c"), ("MERIT_TLS_KEY", "k")];
    told(&tls, "is needed with [tls]");
    told(
        &[tls[0], tls[1], ("MERIT_ORIGIN", "http://localhost")],
        "because [tls] is configured",
    );
}

#[test]
fn an_origin_is_scheme_host_and_port() {
    let origin = |text: &str| text.parse::<Origin>();
    for (text, host, local) in [
        ("https://Merit.Example", "merit.example", false),
        ("http://localhost:3000", "localhost", true),
        ("http://[::1]:3000", "[::1]", true),
        ("http://127.9.9.9", "127.9.9.9", true),
        ("http://merit.localhost", "merit.localhost", true),
        ("http://localhost.example", "localhost.example", false),
    ] {
        let origin = origin(text).expect(text);
        assert_eq!((origin.host(), origin.is_local()), (host, local), "{text}");
    }
    for text in [
        "merit.example",
        "ftp://x",
        "https://",
        "https://x/",
        "https://a@b",
        "https://å",
        "http://a b",
    ] {
        assert!(origin(text).is_err(), "{text}");
    }
}
