//! What a server that strangers reach must not be: reached by http, ignorant of
//! its own address, or protected by keys that are printed in a manual.

use backend::RootPlace;
use privacy::PartyRole;
use privacy::controller::Missing;

use super::mail::MailTls;
use super::{Configuration, Refused, Secret, Transport};
use std::sync::LazyLock;

/// The documented file. Its values are known to all the world.
const SAMPLE: &str = include_str!("../../../docs/merit.toml");

/// Every secret that the documentation shows.
static KNOWN: LazyLock<Vec<String>> = LazyLock::new(|| {
    const SECRETS: [&str; 4] = ["password", "url", "database_url", "keys_url"];
    let values = SAMPLE.lines().filter_map(|line| {
        let (key, value) = line.trim_start_matches(['#', ' ']).split_once(" = \"")?;
        let (value, _) = value.split_once('"')?;
        SECRETS.contains(&key).then(|| value.to_owned())
    });
    values.collect()
});

/// A root key of zeros alone, as its file has it.
const ZEROS: &str = "merit-root-1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

impl Configuration {
    /// Whether strangers reach this server: it is not said that it is a
    /// developer's, and it is not on this machine alone.
    pub(crate) fn is_production(&self) -> bool {
        let local = match &self.origin {
            Some(origin) => origin.is_local(),
            None => self.listen.ip().is_loopback(),
        };
        !self.development && !local
    }

    /// # Errors
    /// [`Refused`] where `merit serve` must not start.
    pub(crate) fn allow_serving(&self) -> Result<(), Refused> {
        let faults = self.serving_faults();
        match faults.is_empty() {
            true => Ok(()),
            false => Err(Refused(faults)),
        }
    }

    /// Why `merit serve` must not start, each fault with its remedy.
    pub(crate) fn serving_faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut fault = |text: &str| faults.push(text.to_owned());
        match &self.origin {
            None if self.tls.is_some() => {
                fault(
                    "origin: is needed with [tls]: the address that people see, as https://merit.example",
                );
            }
            Some(origin) if self.tls.is_some() && !origin.is_https() => {
                fault("origin: must start with https://, because [tls] is configured");
            }
            _ => {}
        }
        if !self.is_production() {
            return faults;
        }
        match &self.origin {
            None if self.tls.is_none() => fault(
                "origin: is missing, and others than this machine can connect: say the address that people \
                 see, as --origin https://merit.example, or listen on 127.0.0.1, or set development = true",
            ),
            Some(origin) if self.tls.is_none() && !origin.is_https() => fault(
                "origin: must start with https://: over http anybody on the way reads passwords and CVs; \
                 let a proxy or [tls] encrypt, or set development = true",
            ),
            _ => {}
        }
        for missing in self.operator.missing() {
            fault(match missing {
                Missing::Name => {
                    "operator.name: is missing: the privacy policy has to say who runs this server"
                }
                Missing::Address => {
                    "operator.address: is missing: the privacy policy has to say where to write to"
                }
                Missing::Email => {
                    "operator.email: is missing: the privacy policy has to say where to ask"
                }
            });
        }
        for party in &self.parties {
            let there = self.clauses.iter().any(|it| it.role == party.role);
            if party.transfer.needs_copy() && !there {
                let role = party.role.name();
                fault(&format!(
                    "{role}.document: is missing: whoever asks may have a copy of what allows data to go to \
                     {} ({}), so say where a PDF or a text of it is, without its secrets",
                    party.name,
                    party.transfer.country().code()
                ));
            }
        }
        for party in &self.parties {
            for lacking in party.safeguards.lacking(party.transfer) {
                fault(&format!(
                    "{}.{}: is missing: data may go to {} ({}) only when it is noted",
                    party.role.name(),
                    lacking.name(),
                    party.name,
                    party.transfer.country().code()
                ));
            }
        }
        let known = |secret: &Option<Secret>| {
            let secret = secret.as_ref().map(Secret::reveal);
            secret.is_some_and(|secret| KNOWN.iter().any(|known| known == secret))
        };
        if known(&self.database_url) {
            fault("database_url: is the documentation's example: write your own");
        }
        if known(&self.keys_url) {
            fault("keys_url: is the documentation's example: write your own");
        }
        if let Transport::Smtp(smtp) = &self.mail.transport {
            let password = smtp
                .credentials
                .as_ref()
                .map(|(_, password)| password.clone());
            if known(&password) {
                fault("mail.password: is the documentation's example: write your own");
            }
            let local = smtp
                .host
                .parse()
                .is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
            let local = local || smtp.host == "localhost";
            if !local && !self.parties.iter().any(|it| it.role == PartyRole::Mail) {
                fault(
                    "mail.provider: is missing: the privacy policy has to say who carries letters, and \
                     mail.country where",
                );
            }
            if smtp.tls == MailTls::None && !local {
                fault(
                    "mail.tls: must be \"starttls\" or \"tls\": without them anybody on the way reads \
                     every letter and the links in it",
                );
            }
        }
        let zeros = match self.root.place(&self.data) {
            RootPlace::File(path) => std::fs::read_to_string(path)
                .is_ok_and(|text| text.lines().any(|line| line.trim() == ZEROS)),
            RootPlace::Environment => {
                std::env::var("MERIT_ROOT_KEY").is_ok_and(|line| line.trim() == ZEROS)
            }
        };
        if zeros {
            fault(
                "root_key: is nothing but zeros, which is no key: restore the real one, or remove the file \
                 if nothing was ever saved, and the next start makes one",
            );
        }
        faults
    }
}
