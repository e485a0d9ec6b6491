//! The way to a mail server: SMTP (RFC 5321) with TLS.
//!
//! One connection is kept for as long as there are letters to send. Not
//! `lettre`'s pool: that takes a connection back which was given up in the middle
//! of a letter.

use super::fault::{Fault, Kind};
use crate::configuration::{self, MailTls};
use anyhow::{Context, Result, bail};
use lettre::Message;
use lettre::message::Mailbox;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use privacy::Egress;
use std::error::Error as _;
use std::net::IpAddr;
use std::time::Duration;
use tokio_rustls::rustls;

/// How long each step may take: connect, encrypt, sign in, send.
const STEP: Duration = Duration::from_secs(30);

/// A mail server.
pub(super) struct Smtp {
    pub(super) host: String,
    pub(super) port: u16,
    wrapped: Option<TlsParameters>,
    start_tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
    /// What we call ourselves.
    hello: ClientId,
    egress: Egress,
}

/// A connection between one letter and the next.
#[derive(Default)]
pub(super) struct Line(Option<AsyncSmtpConnection>);

impl Smtp {
    /// # Errors
    /// Without encryption to another machine: anybody on the way could read the
    /// letters, and use the links in them.
    pub(super) fn new(settings: &configuration::Smtp, from: &Mailbox) -> Result<Smtp> {
        let host = settings.host.clone();
        let parameters = || {
            TlsParameters::new(host.trim_matches(['[', ']']).to_owned())
                .context("the certificates that this machine trusts cannot be read")
        };
        let (wrapped, start_tls) = match settings.tls {
            MailTls::Tls => (Some(parameters()?), None),
            MailTls::StartTls => (None, Some(parameters()?)),
            MailTls::None if is_loopback(&host) => (None, None),
            MailTls::None => bail!(
                "mail.tls: must be \"starttls\" or \"tls\": without them anybody on the way to {host} \
                 reads every letter and the links in it"
            ),
        };
        settings.egress.permit(&host)?;
        let credentials = settings
            .credentials
            .as_ref()
            .map(|(user, password)| Credentials::new(user.clone(), password.reveal().to_owned()));
        let domain = from.email.domain();
        Ok(Smtp {
            port: settings.port,
            wrapped,
            start_tls,
            credentials,
            hello: match domain.is_ascii() && domain.contains('.') {
                true => ClientId::Domain(domain.to_owned()),
                false => ClientId::default(),
            },
            host,
            egress: settings.egress.clone(),
        })
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Fault> {
        let permit = self.egress.permit(&self.host);
        permit.map_err(|refused| Fault::new(Kind::Unreachable, refused.to_string()))?;
        let address = (self.host.trim_matches(['[', ']']), self.port);
        let tls = self.wrapped.clone();
        let connect = AsyncSmtpConnection::connect_tokio1(address, None, &self.hello, tls, None);
        let mut line = in_time(connect, unreachable).await?;
        if let Some(tls) = &self.start_tls {
            if !line.can_starttls() {
                line.abort().await;
                return Err(Fault::new(Kind::NoStartTls, "STARTTLS is not offered"));
            }
            in_time(line.starttls(tls.clone(), &self.hello), unreachable).await?;
        }
        if let Some(credentials) = &self.credentials {
            let sign_in = line.auth(DEFAULT_MECHANISMS, credentials);
            in_time(sign_in, |error| {
                match error.is_permanent() || error.is_client() {
                    true => Kind::Credentials,
                    false => unreachable(error),
                }
            })
            .await?;
        }
        Ok(line)
    }

    /// Sends a message, and keeps the connection on `line`.
    pub(super) async fn send(&self, line: &mut Line, message: &Message) -> Result<(), Fault> {
        let mut connection = match line.0.take() {
            Some(connection) => connection,
            None => self.connect().await?,
        };
        // Who keeps us waiting, or says no, is not used again: nobody knows how
        // much of a letter it has.
        let source = message.formatted();
        in_time(connection.send(message.envelope(), &source), refused).await?;
        line.0 = Some(connection);
        Ok(())
    }
}

impl Line {
    /// Says goodbye.
    pub(super) async fn close(&mut self) {
        if let Some(mut connection) = self.0.take() {
            // Whether it is heard changes nothing.
            let _ = tokio::time::timeout(STEP, connection.quit()).await;
        }
    }
}

async fn in_time<T>(
    step: impl Future<Output = Result<T, Error>>,
    kind: impl FnOnce(&Error) -> Kind,
) -> Result<T, Fault> {
    match tokio::time::timeout(STEP, step).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(Fault {
            kind: kind(&error),
            code: error.status().map(Into::into),
            said: error.to_string(),
        }),
        Err(_) => Err(Fault::new(
            Kind::Silent,
            format!("no answer within {} seconds", STEP.as_secs()),
        )),
    }
}

/// What a failure means before there is a connection to send on.
fn unreachable(error: &Error) -> Kind {
    match is_tls(error) {
        true => Kind::Tls,
        false => Kind::Unreachable,
    }
}

/// What a failure means while a letter is sent.
fn refused(error: &Error) -> Kind {
    if error.is_transient() {
        Kind::Later
    } else if error.is_permanent() {
        // "Bad destination" (RFC 3463, section 3.2). Any other refusal may be of
        // us, and pass when that is put right.
        let said = error.source().map(ToString::to_string).unwrap_or_default();
        match said.trim_start().starts_with("5.1.") {
            true => Kind::Address,
            false => Kind::Refused,
        }
    } else if error.is_client() {
        // It does not take addresses with other letters than ASCII.
        Kind::Address
    } else {
        Kind::Unreachable
    }
}

/// Whether TLS itself is what failed, however deep that lies.
fn is_tls(error: &Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        let inner = error
            .downcast_ref::<std::io::Error>()
            .and_then(|error| error.get_ref());
        if error.is::<rustls::Error>() || inner.is_some_and(|inner| inner.is::<rustls::Error>()) {
            return true;
        }
        cause = error.source();
    }
    error.is_tls()
}

/// Whether a host is this machine.
fn is_loopback(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}
