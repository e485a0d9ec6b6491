//! Who is responsible for a server, and to whom they have entrusted what is on it
//! (GDPR, articles 4(7), 13(1) and 28). The operator says it once, in the
//! configuration; every page and record takes it from here.

use crate::transfer::{Country, Safeguards, Transfer};

/// Who decides what the data is used for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Controller {
    pub name: Option<String>,
    /// Under which it is registered. A private person has none.
    pub registration_number: Option<String>,
    /// Where it can be written to by post.
    pub address: Option<String>,
    /// Where it has its seat: the law of which country the terms are under.
    pub country: Option<Country>,
    pub email: Option<String>,
    /// How to reach the data protection officer, if there is one (article 37).
    pub officer: Option<String>,
    /// Who represents it in the EU, if it has no seat there (article 27).
    pub representative: Option<String>,
}

/// What a controller has to say of itself before strangers come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Name,
    Address,
    Email,
}

impl Controller {
    /// What is not said yet, and has to be (article 13(1)(a)).
    pub fn missing(&self) -> Vec<Missing> {
        let parts = [
            (&self.name, Missing::Name),
            (&self.address, Missing::Address),
            (&self.email, Missing::Email),
        ];
        let missing = parts.into_iter().filter(|(part, _)| part.is_none());
        missing.map(|(_, missing)| missing).collect()
    }
}

/// What somebody does for the controller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartyRole {
    /// Runs the machine that the server is on.
    Hosting,
    /// Carries letters to their addressees.
    Mail,
    /// Keeps backups, which it cannot read.
    Backups,
}

impl PartyRole {
    pub const ALL: [PartyRole; 3] = [PartyRole::Hosting, PartyRole::Mail, PartyRole::Backups];

    /// As it stands in addresses and in the configuration.
    pub const fn name(self) -> &'static str {
        match self {
            PartyRole::Hosting => "hosting",
            PartyRole::Mail => "mail",
            PartyRole::Backups => "backups",
        }
    }

    pub fn from_name(name: &str) -> Option<PartyRole> {
        PartyRole::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Somebody who handles data on the controller's behalf (article 4(8)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub role: PartyRole,
    pub name: String,
    /// Where it handles the data, and what allows that.
    pub transfer: Transfer,
    /// What is noted of that.
    pub safeguards: Safeguards,
}
