//! How people reach the server, and how it reaches them.

use super::{Finding, error, warning};
use crate::configuration::{Configuration, SignUp, Transport};
use crate::tls;
use privacy::PartyRole;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

/// A certificate that ends sooner is worth a word: its renewal has failed.
const RENEWED_DAYS: i64 = 14;
/// The list of adequacy decisions is looked at again after so many days.
const ADEQUACY_DAYS: i64 = 366;

pub(super) fn findings(configuration: &Configuration) -> Vec<Finding> {
    let faults = configuration.serving_faults().into_iter();
    let mut findings: Vec<Finding> = faults
        .map(|fault| error(fault, "`merit serve` does not start before that"))
        .collect();
    findings.extend(certificate(configuration));
    if configuration.development {
        findings.push(warning(
            "development is on: http is allowed, and anybody reads letters at /dev/mail",
            "set development = false as soon as others can reach this server",
        ));
    }
    findings.extend(responsible(configuration));
    if configuration.is_https() && configuration.tls.is_none() && configuration.proxy.is_empty() {
        findings.push(warning(
            "origin is https, so a proxy stands before, but proxy is not set: all visitors count as \
             one address, and one of them can use up what all may do",
            "set proxy = [\"127.0.0.1\"], or whatever address the proxy connects from, and have it \
             send X-Forwarded-For",
        ));
    }
    if matches!(configuration.mail.transport, Transport::Mailbox) {
        findings.push(warning(
            "no SMTP server is configured: letters wait in the database and reach nobody",
            "set [mail]; without it, `merit mail list` shows letters for you to pass on",
        ));
        if configuration.sign_up == SignUp::Open {
            findings.push(warning(
                "anybody may sign up, and no letter can confirm that an address is theirs",
                "set [mail], or sign_up = \"invitation\"",
            ));
        }
    }
    if configuration.is_production() && configuration.security.contact.is_none() {
        findings.push(warning(
            "/.well-known/security.txt does not exist: who finds a hole has nobody to tell",
            "set contact in [security]",
        ));
    }
    findings
}

/// What the privacy policy and the record of processing cannot say yet. Without what
/// is an error here, a server that strangers reach does not start.
fn responsible(configuration: &Configuration) -> Vec<Finding> {
    let mut findings = Vec::new();
    let production = configuration.is_production();
    if !production && !configuration.operator.missing().is_empty() {
        findings.push(warning(
            "the privacy policy cannot say who is responsible",
            "set name, address and email in [operator]; a server that others reach does not start without them",
        ));
    }
    if production && configuration.operator.registration_number.is_none() {
        findings.push(warning(
            "the privacy policy names no registration number",
            "set registration_number in [operator], unless you are a private person",
        ));
    }
    for party in &configuration.parties {
        let there = configuration.clauses.iter().any(|it| it.role == party.role);
        if !production && party.transfer.needs_copy() && !there {
            let role = party.role.name();
            findings.push(warning(
                format!(
                    "the page about recipients has no copy of what allows data to go to {}",
                    party.name
                ),
                format!(
                    "set document in [{role}]; a server that others reach does not start without it"
                ),
            ));
        }
    }
    let today = privacy::Date::of(time::OffsetDateTime::now_utc().unix_timestamp() * 1000);
    for party in &configuration.parties {
        let role = party.role.name();
        if party.safeguards.is_overdue(today) {
            findings.push(warning(
                format!(
                    "what allows data to go to {} is past the day of its review",
                    party.name
                ),
                format!("look at it again, and set review in [{role}] to the next day"),
            ));
        }
        let lacking = party.safeguards.lacking(party.transfer);
        if !production && !lacking.is_empty() {
            let names: Vec<&str> = lacking.iter().map(|it| it.name()).collect();
            findings.push(warning(
                format!("what allows data to go to {} is not complete", party.name),
                format!(
                    "set {} in [{role}]; a server that others reach does not start without it",
                    names.join(", ")
                ),
            ));
        }
    }
    let looked = privacy::register::parse_day(privacy::transfer::ADEQUATE_AS_OF);
    let adequate = configuration
        .parties
        .iter()
        .any(|party| party.transfer.mechanism() == Some(privacy::transfer::Mechanism::Adequacy));
    if adequate && looked.is_some_and(|day| day.days_later(ADEQUACY_DAYS) < today) {
        findings.push(warning(
            "the list of adequacy decisions in this version is more than a year old",
            "see whether the Commission has changed it, and install a newer version of Merit",
        ));
    }
    if production && configuration.terms.is_none() && configuration.operator.country.is_none() {
        findings.push(warning(
            "the terms of service cannot say which country's law applies",
            "set country in [operator], or your own terms in [terms]",
        ));
    }
    let hosted = configuration.parties.iter();
    if production && !hosted.map(|it| it.role).any(|it| it == PartyRole::Hosting) {
        findings.push(warning(
            "the page about recipients says that nobody houses this server for you",
            "set name and country in [hosting], unless it is your own machine in your own rooms",
        ));
    }
    findings
}

fn certificate(configuration: &Configuration) -> Option<Finding> {
    let files = configuration.tls.as_ref()?;
    if let Err(fault) = tls::read(files) {
        return Some(error(
            format!("{fault:#}"),
            "put PEM files there that the server's user can read: the whole chain, and its key",
        ));
    }
    let chain = tls::certificates(&files.certificate).ok()?;
    let place = files.certificate.display();
    let Ok((_, certificate)) = X509Certificate::from_der(chain.first()?) else {
        let fault = format!("tls.certificate: {place} is no X.509 certificate");
        return Some(error(fault, "get one from a certificate authority"));
    };
    let validity = certificate.validity();
    let now = time::OffsetDateTime::now_utc();
    let (from, until) = (
        validity.not_before.to_datetime(),
        validity.not_after.to_datetime(),
    );
    let days = (until - now).whole_days();
    let renew = "renew it; Merit reads the new files by itself";
    if until <= now {
        let fault = format!("tls.certificate: {place} has expired on {}", until.date());
        Some(error(fault, renew))
    } else if from > now {
        let fault = format!(
            "tls.certificate: {place} is not valid before {}",
            from.date()
        );
        Some(error(fault, "set this machine's clock, or wait"))
    } else if days < RENEWED_DAYS {
        let fault = format!("tls.certificate: {place} expires on {}", until.date());
        Some(warning(fault, renew))
    } else {
        None
    }
}
