//! Why a letter was not delivered, and what helps.

use std::fmt;

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The address is none, or the mail server says that nobody has it.
    Address,
    /// There is no connection to the mail server.
    Unreachable,
    /// It did not answer in time.
    Silent,
    /// The connection cannot be encrypted: an unknown certificate, another name.
    Tls,
    /// It does not offer STARTTLS.
    NoStartTls,
    /// It does not take the user's name and password.
    Credentials,
    /// It says: later.
    Later,
    /// It does not take the letter.
    Refused,
    /// The mailbox folder cannot be written.
    Folder,
}

/// A letter was not delivered.
pub(super) struct Fault {
    pub(super) kind: Kind,
    /// The mail server's reply code (RFC 5321, section 4.2).
    pub(super) code: Option<u16>,
    /// What was said, in which the address may be: for the operator's terminal,
    /// never for a log.
    pub(super) said: String,
}

/// A debug print may end in a log.
impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fault({:?}, {:?})", self.kind, self.code)
    }
}

impl Fault {
    pub(super) fn new(kind: Kind, said: impl fmt::Display) -> Fault {
        Fault {
            kind,
            code: None,
            said: said.to_string(),
        }
    }

    /// For the log.
    pub(super) fn reason(&self) -> &'static str {
        match self.kind {
            Kind::Address => "the address is not taken",
            Kind::Unreachable => "no connection to the mail server",
            Kind::Silent => "the mail server does not answer in time",
            Kind::Tls => "the connection to the mail server cannot be encrypted",
            Kind::NoStartTls => "the mail server does not offer STARTTLS",
            Kind::Credentials => "the mail server does not take user and password",
            Kind::Later => "the mail server wants it later",
            Kind::Refused => "the mail server refuses it",
            Kind::Folder => "the mailbox folder cannot be written",
        }
    }

    /// Whether another attempt could help.
    pub(super) fn may_pass(&self) -> bool {
        self.kind != Kind::Address
    }

    /// Whether the next letter would fare no better.
    pub(super) fn concerns_all(&self) -> bool {
        !matches!(self.kind, Kind::Address | Kind::Later | Kind::Refused)
    }

    /// What the operator can do.
    pub(super) fn remedy(&self) -> &'static str {
        match self.kind {
            Kind::Address => "check the address",
            Kind::Unreachable => {
                "check mail.host and mail.port, and that a firewall lets this machine connect there"
            }
            Kind::Silent => {
                "check mail.port and mail.tls: port 465 goes with \"tls\", 587 with \"starttls\""
            }
            Kind::Tls => {
                "check that mail.host is the name in the mail server's certificate, that the machine \
                 trusts who issued it (package ca-certificates), and mail.tls: port 465 goes with \
                 \"tls\", 587 with \"starttls\""
            }
            Kind::NoStartTls => {
                "set mail.tls to \"tls\" and mail.port to 465, or use another mail server"
            }
            Kind::Credentials => "check mail.user and mail.password",
            Kind::Later => "try again in some minutes; Merit does so by itself",
            Kind::Refused => {
                "check that this mail server sends for the address in mail.from, and what it says above"
            }
            Kind::Folder => {
                "check who may write into the data folder, and that the disk is not full"
            }
        }
    }
}
