//! `[mail]`: by which way letters leave, and whom they are from.

use super::sources::Sources;
use super::{Origin, Secret};
use lettre::message::Mailbox;
use privacy::Egress;
use serde::Deserialize;
use std::path::PathBuf;

#[derive(Clone, Debug)]
pub(crate) struct Mail {
    pub(crate) transport: Transport,
    /// Whom letters are from.
    pub(crate) from: Mailbox,
}

#[derive(Clone, Debug)]
pub(crate) enum Transport {
    /// No server is configured: letters wait in the data folder.
    Mailbox,
    Smtp(Smtp),
}

/// An SMTP server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Smtp {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) tls: MailTls,
    /// User and password.
    pub(crate) credentials: Option<(String, Secret)>,
    /// Who may be called.
    pub(crate) egress: Egress,
}

/// How the connection to the SMTP server is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum MailTls {
    /// By STARTTLS, and not used without it.
    StartTls,
    /// From its first byte on.
    Tls,
    /// Not at all.
    None,
}

impl MailTls {
    fn port(self) -> u16 {
        match self {
            MailTls::StartTls => 587,
            MailTls::Tls => 465,
            MailTls::None => 25,
        }
    }
}

impl Mail {
    pub(super) fn read(from: &mut Sources, origin: Option<&Origin>) -> Mail {
        let transport = match smtp(from) {
            Some(smtp) => Transport::Smtp(smtp),
            None => Transport::Mailbox,
        };
        let sender = sender(from);
        if sender.is_none() && matches!(transport, Transport::Smtp(_)) {
            let key = if from.value("mail.url").is_some() {
                "mail.url"
            } else {
                "mail.host"
            };
            from.fault(
                key,
                "needs mail.from beside it: the address that letters are from",
            );
        }
        Mail {
            transport,
            from: sender.unwrap_or_else(|| nobody(origin)),
        }
    }
}

/// The sender of letters that nobody but the operator reads.
fn nobody(origin: Option<&Origin>) -> Mailbox {
    let host = origin.map_or("localhost", Origin::host);
    let address = lettre::Address::new("merit", host)
        .or_else(|_| lettre::Address::new("merit", "localhost"))
        .expect("localhost is a domain");
    Mailbox::new(Some("Merit".to_owned()), address)
}

fn sender(from: &mut Sources) -> Option<Mailbox> {
    let text: String = from.read("mail.from")?;
    let parsed = text.parse().ok();
    if parsed.is_none() {
        from.wrong("mail.from");
    }
    parsed
}

/// The parts that stand in place of a URL, or in the URL's.
const PARTS: [&str; 6] = [
    "mail.host",
    "mail.port",
    "mail.tls",
    "mail.user",
    "mail.password",
    "mail.password_file",
];

fn smtp(from: &mut Sources) -> Option<Smtp> {
    if let Some(url) = from.read::<Secret>("mail.url") {
        for part in PARTS {
            if from.value(part).is_some() {
                from.fault(
                    part,
                    "is said by mail.url already: leave one of the two out",
                );
            }
        }
        let smtp = from_url(url.reveal());
        if smtp.is_none() {
            from.wrong("mail.url");
        }
        return smtp;
    }
    let tls = from.read("mail.tls").unwrap_or(MailTls::StartTls);
    let port: Option<u16> = from.read("mail.port");
    if port == Some(0) {
        from.wrong("mail.port");
    }
    let user: Option<String> = from.read("mail.user");
    let password = password(from);
    let Some(host) = from.read::<String>("mail.host") else {
        for part in PARTS {
            if from.value(part).is_some() {
                from.fault(part, "needs mail.host beside it");
            }
        }
        return None;
    };
    if url::Host::parse(&host).is_err() {
        from.wrong("mail.host");
    }
    let credentials = match (user, password) {
        (Some(user), Some(password)) => Some((user, password)),
        (Some(_), None) => {
            from.fault(
                "mail.user",
                "needs mail.password_file or mail.password beside it",
            );
            None
        }
        (None, Some(_)) => {
            let key = PARTS[4..].iter().find(|key| from.value(key).is_some());
            from.fault(key.unwrap_or(&"mail.password"), "needs mail.user beside it");
            None
        }
        (None, None) => None,
    };
    Some(Smtp {
        host,
        port: port.unwrap_or(tls.port()),
        tls,
        credentials,
        egress: Egress::default(),
    })
}

fn password(from: &mut Sources) -> Option<Secret> {
    const FILE: &str = "mail.password_file";
    let written: Option<Secret> = from.read("mail.password");
    let Some(path) = from.read::<PathBuf>(FILE) else {
        return written;
    };
    if written.is_some() {
        from.fault(
            FILE,
            "is said by mail.password already: leave one of the two out",
        );
    }
    match std::fs::read_to_string(&path) {
        Ok(text) if text.trim().is_empty() => {
            from.fault(FILE, &format!("{} is empty", path.display()));
            None
        }
        // An editor ends the last line.
        Ok(text) => Some(Secret::from(text.trim_end_matches(['\r', '\n']).to_owned())),
        Err(error) => {
            from.fault(FILE, &format!("{} cannot be read: {error}", path.display()));
            None
        }
    }
}

/// `smtps://USER:PASSWORD@HOST:PORT`; `smtp://` is with STARTTLS.
fn from_url(text: &str) -> Option<Smtp> {
    let url = url::Url::parse(text).ok()?;
    let tls = match url.scheme() {
        "smtps" => MailTls::Tls,
        "smtp" => MailTls::StartTls,
        _ => return None,
    };
    let plain = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    let host = url.host_str().filter(|host| !host.is_empty() && plain)?;
    let credentials = match (url.username(), url.password()) {
        ("", None) => None,
        (user, Some(password)) if !user.is_empty() => {
            Some((decoded(user)?, Secret::from(decoded(password)?)))
        }
        _ => return None,
    };
    Some(Smtp {
        host: host.to_owned(),
        port: url.port().unwrap_or(tls.port()),
        tls,
        credentials,
        egress: Egress::default(),
    })
}

/// A part of a URL without its percent signs.
fn decoded(part: &str) -> Option<String> {
    let mut bytes = part.bytes();
    let mut out = Vec::new();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => {
                let digits = [bytes.next()?, bytes.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(out).ok()
}
