//! What the operator has decided, typed and checked once, at the start.
//!
//! A value comes from the command line, else from the environment, else from
//! the file `merit.toml`, else it is what is usual. Every setting is in one list
//! (`settings`). What is unknown, of another type or senseless is refused before
//! anything else happens, all of it at once, each with its place and what it
//! must be. No secret is ever printed.

mod clauses;
mod egress;
mod mail;
mod production;
mod responsible;
mod retention;
mod settings;
pub(crate) mod show;
mod sources;
mod terms;

pub(crate) use clauses::Clauses;
pub(crate) use mail::{Mail, MailTls, Smtp, Transport};
pub(crate) use sources::Given;
pub(crate) use terms::OwnTerms;

use backend::{RootKey, RootSource};
use privacy::Periods;
use privacy::{Controller, Egress, Party};
use serde::Deserialize;
use sources::Sources;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Everything that is configured.
#[derive(Clone, Debug)]
pub(crate) struct Configuration {
    pub(crate) listen: SocketAddr,
    /// The folder for data.
    pub(crate) data: PathBuf,
    /// The address that people see.
    pub(crate) origin: Option<Origin>,
    /// Said in so many words: what only a developer may do is allowed.
    pub(crate) development: bool,
    /// Who runs this server, for the privacy policy.
    pub(crate) operator: Controller,
    /// Whom they have entrusted something to.
    pub(crate) parties: Vec<Party>,
    /// The copies of what allows transfers to them.
    pub(crate) clauses: Vec<Clauses>,
    /// The agreement with those on whose behalf data is handled: whether it is a PDF, and
    /// what is in it.
    pub(crate) agreement: Option<(bool, Arc<[u8]>)>,
    /// Which other machines may be called.
    pub(crate) egress: Egress,
    /// The operator's own terms of service, in place of those of the program.
    pub(crate) terms: Option<OwnTerms>,
    pub(crate) sign_up: SignUp,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub(crate) proxy: Vec<IpAddr>,
    /// PostgreSQL for the data, in place of SQLite in the folder.
    pub(crate) database_url: Option<Secret>,
    /// PostgreSQL for the keys of persons.
    pub(crate) keys_url: Option<Secret>,
    /// Where the root key is.
    pub(crate) root: RootSource,
    /// The erasure ledger's file, if it is not in the folder.
    pub(crate) ledger: Option<PathBuf>,
    /// How many MiB the data may take in SQLite.
    pub(crate) most_mib: Option<u32>,
    pub(crate) mail: Mail,
    pub(crate) tls: Option<Tls>,
    pub(crate) security: Security,
    pub(crate) limits: Limits,
    /// Days between asking to be erased and being gone.
    pub(crate) erasure_days: u16,
    /// How long is kept what the operator may decide about.
    pub(crate) periods: Periods,
    /// Days of notice for a change of the policy.
    pub(crate) notice_days: u16,
    /// The file that knows where networks are.
    pub(crate) places: Option<PathBuf>,
    /// Whether somebody under 18 may have an account when a guardian has consented.
    pub(crate) minors: bool,
    /// The hour, in UTC, in which the server proves what it promises. None: never.
    pub(crate) proof_hour: Option<u8>,
    /// The file that was read, and whether a secret is in it.
    pub(crate) file: Option<(PathBuf, bool)>,
    /// The file that the SMTP password came from.
    pub(crate) password_file: Option<PathBuf>,
}

/// Who may make an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SignUp {
    Open,
    /// Whoever an administrator has invited.
    Invitation,
    Closed,
}

/// The files of the server's own TLS.
#[derive(Clone, Debug)]
pub(crate) struct Tls {
    pub(crate) certificate: PathBuf,
    pub(crate) key: PathBuf,
}

/// What `/.well-known/security.txt` says.
#[derive(Clone, Debug)]
pub(crate) struct Security {
    /// `mailto:` or `https://`.
    pub(crate) contact: Option<String>,
    pub(crate) policy: Option<String>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// First saves from one network in an hour.
    pub(crate) new_accounts: u32,
    /// Every other limit of an address is multiplied by this: for a school whose
    /// pupils all come from one.
    pub(crate) times: u32,
}

/// Scheme, host and port, as browsers write them in `Origin`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Origin(String);

impl Origin {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// Host and port.
    fn authority(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, rest)| rest)
    }

    /// The host alone: `merit.example`, `[::1]`.
    pub(crate) fn host(&self) -> &str {
        let authority = self.authority();
        match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|c| c.is_ascii_digit()) => host,
            _ => authority,
        }
    }

    /// Whether it is this machine, as browsers see it.
    pub(crate) fn is_local(&self) -> bool {
        let host = self.host();
        let name = host.trim_start_matches('[').trim_end_matches(']');
        let address = name.parse::<IpAddr>();
        host == "localhost"
            || host.ends_with(".localhost")
            || address.is_ok_and(|address| address.is_loopback())
    }
}

impl TryFrom<String> for Origin {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Origin, Self::Error> {
        let host = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
            .ok_or("must start with https:// or http://")?;
        let wrong = |c: char| "/?#@\\\"'<>".contains(c) || c.is_whitespace() || c.is_control();
        if host.is_empty() || !host.is_ascii() || host.contains(wrong) {
            return Err("must be only scheme, host and port, with no slash at the end");
        }
        Ok(Origin(text.to_ascii_lowercase()))
    }
}

impl std::str::FromStr for Origin {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Origin, Self::Err> {
        Origin::try_from(text.to_owned())
    }
}

/// A text that nobody sees by accident.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub(crate) struct Secret(Zeroizing<String>);

impl Secret {
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Secret {
        Secret(Zeroizing::new(text))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

/// Why the configuration is refused: a line for each fault.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refused(pub(crate) Vec<String>);

impl std::error::Error for Refused {}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("; "))
    }
}

impl Configuration {
    /// Reads file and environment.
    ///
    /// # Errors
    /// [`Refused`] names every fault.
    pub(crate) fn load(given: Given) -> Result<Configuration, Refused> {
        Configuration::read(Sources::gather(given))
    }

    fn read(mut from: Sources) -> Result<Configuration, Refused> {
        let tls = tls(&mut from);
        let security = Security {
            contact: contact(&mut from),
            policy: policy(&mut from),
        };
        let most_mib = from.read::<u32>("most_mib");
        if most_mib == Some(0) {
            from.wrong("most_mib");
        }
        let times = from.read("limits.times").unwrap_or(1);
        if !(1..=1_000_000).contains(&times) {
            from.wrong("limits.times");
        }
        let origin: Option<Origin> = from.read("origin");
        let mut mail = Mail::read(&mut from, origin.as_ref());
        let [database_url, keys_url] =
            ["database_url", "keys_url"].map(|key| postgres(&mut from, key));
        let parties = responsible::parties(&mut from);
        let egress = egress::read(
            &mut from,
            &mail.transport,
            [&database_url, &keys_url],
            &parties,
        );
        if let Transport::Smtp(smtp) = &mut mail.transport {
            smtp.egress = egress.clone();
        }
        let listen = SocketAddr::from(([127, 0, 0, 1], 3000));
        let configuration = Configuration {
            listen: from.read("listen").unwrap_or(listen),
            data: from.read("data").unwrap_or_default(),
            origin,
            development: from.read("development").unwrap_or_default(),
            operator: responsible::controller(&mut from),
            parties,
            clauses: clauses::read(&mut from),
            agreement: clauses::agreement(&mut from),
            egress,
            terms: terms::read(&mut from),
            sign_up: from.read("sign_up").unwrap_or(SignUp::Open),
            proxy: from.read("proxy").unwrap_or_default(),
            database_url,
            keys_url,
            root: root(&mut from),
            ledger: from.read("ledger"),
            most_mib,
            mail,
            tls,
            security,
            limits: Limits {
                new_accounts: from.read("limits.new_accounts").unwrap_or_default(),
                times,
            },
            erasure_days: retention::erasure_days(&mut from),
            periods: retention::periods(&mut from),
            notice_days: retention::notice_days(&mut from),
            places: from.read("places.file"),
            minors: from.read("minors.guardian_consent").unwrap_or_default(),
            proof_hour: retention::proof_hour(&mut from),
            file: from
                .file
                .clone()
                .map(|file| (file, from.file_has_secrets())),
            password_file: from.read("mail.password_file"),
        };
        from.sound()?;
        Ok(configuration)
    }

    /// Where documents, accounts and keys lie.
    pub(crate) fn stores(&self) -> backend::Options {
        let text = |secret: &Option<Secret>| secret.as_ref().map(|it| it.reveal().to_owned());
        backend::Options {
            data_url: text(&self.database_url),
            keys_url: text(&self.keys_url),
            root: self.root.clone(),
            ledger: self.ledger.clone(),
            most_mib: self.most_mib,
            erasure_days: self.erasure_days,
            periods: self.periods.clone(),
            notice_days: self.notice_days,
            minors: self.minors,
            egress: self.egress.clone(),
            ..backend::Options::in_folder(&self.data)
        }
    }

    /// Whether people reach this server by HTTPS.
    pub(crate) fn is_https(&self) -> bool {
        self.origin.as_ref().is_some_and(Origin::is_https)
    }
}

/// The root key itself, or its file, and not both.
fn root(from: &mut Sources) -> RootSource {
    let line = from.read::<Secret>("root_key_line");
    let file = from.read::<PathBuf>("root_key");
    match (line, file) {
        (Some(_), Some(_)) => {
            from.fault(
                "root_key_line",
                "is set, and root_key too: keep one of them",
            );
            RootSource::InFolder
        }
        (Some(line), None) => match RootKey::parse(line.reveal()) {
            Ok(root) => RootSource::Given(Arc::new(root)),
            Err(_) => {
                from.wrong("root_key_line");
                RootSource::InFolder
            }
        },
        (None, Some(file)) => RootSource::File(file),
        (None, None) => RootSource::InFolder,
    }
}

fn tls(from: &mut Sources) -> Option<Tls> {
    let certificate = from.read::<PathBuf>("tls.certificate");
    let key = from.read::<PathBuf>("tls.key");
    match (certificate, key) {
        (Some(certificate), Some(key)) => Some(Tls { certificate, key }),
        (Some(_), None) => {
            from.fault("tls.certificate", "needs tls.key beside it");
            None
        }
        (None, Some(_)) => {
            from.fault("tls.key", "needs tls.certificate beside it");
            None
        }
        (None, None) => None,
    }
}

/// The contact as a URI (RFC 9116, section 2.5.3).
fn contact(from: &mut Sources) -> Option<String> {
    const KEY: &str = "security.contact";
    let text: String = from.read(KEY)?;
    let address = text.strip_prefix("mailto:").unwrap_or(&text);
    if is_web_address(&text) {
        Some(text)
    } else if address.parse::<lettre::Address>().is_ok() {
        Some(format!("mailto:{address}"))
    } else {
        from.wrong(KEY);
        None
    }
}

fn policy(from: &mut Sources) -> Option<String> {
    const KEY: &str = "security.policy";
    let text: String = from.read(KEY)?;
    if is_web_address(&text) {
        return Some(text);
    }
    from.wrong(KEY);
    None
}

fn is_web_address(text: &str) -> bool {
    let parsed = url::Url::parse(text);
    text.is_ascii() && parsed.is_ok_and(|url| url.scheme() == "https" && url.has_host())
}

fn postgres(from: &mut Sources, key: &str) -> Option<Secret> {
    let url: Secret = from.read(key)?;
    // What cannot be parsed would be quoted, with its password, by who tries.
    let parsed = url::Url::parse(url.reveal());
    if parsed.is_ok_and(|url| ["postgres", "postgresql"].contains(&url.scheme())) {
        return Some(url);
    }
    from.wrong(key);
    None
}

#[cfg(test)]
mod tests;
