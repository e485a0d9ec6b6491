//! Where the server may connect to. It calls nobody but this machine, the operator's
//! own machines, and recipients that are registered: who is not in the register is
//! not called, whatever else is configured.
//!
//! Everything that opens a connection asks here first, with the host that it is about
//! to call; a test looks for every such place in the sources.

use std::net::IpAddr;

use crate::controller::PartyRole;

/// The hosts that may be called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Egress {
    hosts: Vec<(String, Whose)>,
}

/// Whose a host is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// This machine, or another one of the operator's own.
    Own,
    /// A registered recipient's.
    Party(PartyRole),
}

/// The host is in no register.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0} is not called: it belongs to no registered recipient. Name who runs it, in [mail] with provider and \
     country or in [hosting] with name and country, or add it to own_hosts if it is your own"
)]
pub struct Unregistered(pub String);

impl Egress {
    /// Registers a host.
    #[must_use]
    pub fn with(mut self, host: &str, whose: Whose) -> Egress {
        self.hosts.push((written(host), whose));
        self
    }

    /// Whether a host may be called, and whose it is.
    ///
    /// # Errors
    /// [`Unregistered`]
    pub fn permit(&self, host: &str) -> Result<Whose, Unregistered> {
        let host = written(host);
        if is_here(&host) {
            return Ok(Whose::Own);
        }
        let known = self.hosts.iter().find(|(known, _)| *known == host);
        known.map(|(_, whose)| *whose).ok_or(Unregistered(host))
    }
}

/// As hosts are compared: of one case, without the brackets of an address and the
/// full stop of a whole name.
fn written(host: &str) -> String {
    let host = host.trim_matches(['[', ']']).trim_end_matches('.');
    host.to_ascii_lowercase()
}

/// Whether a host is this machine: by name, by address, or by the path of a socket.
fn is_here(host: &str) -> bool {
    let address = host.parse::<IpAddr>();
    host == "localhost" || host.starts_with('/') || address.is_ok_and(|it| it.is_loopback())
}
