//! Which other machines the server may call: those of recipients that are named, and
//! those that the operator calls their own. See `privacy::egress`.

use privacy::egress::Whose;
use privacy::{Egress, Party, PartyRole};

use super::sources::Sources;
use super::{Secret, Transport};

pub(super) fn read(
    from: &mut Sources,
    transport: &Transport,
    databases: [&Option<Secret>; 2],
    parties: &[Party],
) -> Egress {
    const OWN: &str = "own_hosts";
    let own: Vec<String> = from.read(OWN).unwrap_or_default();
    let is_host = |host: &String| {
        let odd = |c: char| c.is_whitespace() || c.is_control() || "/@?#*\"'".contains(c);
        !host.is_empty() && !host.contains(odd)
    };
    if !own.iter().all(is_host) {
        from.wrong(OWN);
    }
    let mut egress = Egress::default();
    for host in &own {
        egress = egress.with(host, Whose::Own);
    }
    let named = |role: PartyRole| parties.iter().any(|party| party.role == role);
    if let Transport::Smtp(smtp) = transport
        && named(PartyRole::Mail)
    {
        egress = egress.with(&smtp.host, Whose::Party(PartyRole::Mail));
    }
    if named(PartyRole::Hosting) {
        for url in databases.into_iter().flatten() {
            for host in hosts(url.reveal()) {
                egress = egress.with(&host, Whose::Party(PartyRole::Hosting));
            }
        }
    }
    egress
}

/// The hosts that a database's address names: in its place, and as a parameter.
fn hosts(url: &str) -> Vec<String> {
    let Ok(url) = url::Url::parse(url) else {
        return Vec::new();
    };
    let parameters = url.query_pairs();
    let parameters = parameters.filter(|(name, _)| name == "host" || name == "hostaddr");
    let place = url.host_str().map(str::to_owned);
    place
        .into_iter()
        .chain(parameters.map(|(_, host)| host.into_owned()))
        .collect()
}
