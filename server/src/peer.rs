//! Which address a request came from: the connection's, or, behind a proxy of
//! ours, what that says.

use app::service::caller::Peer;
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::HeaderName;
use hyper::body::Incoming;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::task::{Context, Poll};
use tower::Service;

const FORWARDED: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The router, for one connection.
#[derive(Clone)]
pub(crate) struct WithPeer {
    router: Router,
    connected: IpAddr,
    proxies: Arc<[IpAddr]>,
}

impl WithPeer {
    /// `proxies` are ours, and believed.
    pub(crate) fn new(router: Router, connected: IpAddr, proxies: Arc<[IpAddr]>) -> WithPeer {
        WithPeer {
            router,
            connected,
            proxies,
        }
    }
}

impl Service<axum::http::Request<Incoming>> for WithPeer {
    type Response = <Router as Service<Request>>::Response;
    type Error = <Router as Service<Request>>::Error;
    type Future = <Router as Service<Request>>::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        <Router as Service<Request>>::poll_ready(&mut self.router, context)
    }

    fn call(&mut self, request: axum::http::Request<Incoming>) -> Self::Future {
        let mut request = request.map(axum::body::Body::new);
        let peer = peer(self.connected, request.headers(), &self.proxies);
        request.extensions_mut().insert(Peer(peer));
        self.router.call(request)
    }
}

/// The last address in the list that is none of our proxies'. What stands
/// before it a client may have written itself.
fn peer(connected: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let ours = |address: IpAddr| proxies.iter().any(|proxy| proxy.to_canonical() == address);
    let connected = connected.to_canonical();
    if !ours(connected) {
        return connected;
    }
    let list = headers.get_all(FORWARDED).iter().rev();
    for address in list.flat_map(|value| value.to_str().unwrap_or("?").rsplit(',')) {
        match read(address.trim()) {
            Some(address) if ours(address) => {}
            Some(address) => return address,
            // Whatever our proxy means by that, it is no reason to believe what
            // stands before it.
            None => break,
        }
    }
    connected
}

/// An address, with or without a port.
fn read(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse().ok().map(|address: SocketAddr| address.ip());
    let address = text.parse().ok().or_else(with_port)?;
    Some(address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::peer;
    use axum::http::{HeaderMap, HeaderValue};
    use std::net::IpAddr;

    #[test]
    fn only_our_proxies_are_believed_and_only_their_last_word() {
        let ip = |text: &str| text.parse::<IpAddr>().expect("an address");
        let mut headers = HeaderMap::new();
        let list = HeaderValue::from_static("10.9.9.9, 192.0.2.7, 10.0.0.2");
        headers.insert("x-forwarded-for", list);
        let proxies = [ip("10.0.0.1"), ip("10.0.0.2")];
        assert_eq!(
            peer(ip("203.0.113.5"), &headers, &proxies),
            ip("203.0.113.5")
        );
        assert_eq!(peer(ip("10.0.0.1"), &headers, &proxies), ip("192.0.2.7"));
        assert_eq!(
            peer(ip("10.0.0.1"), &HeaderMap::new(), &proxies),
            ip("10.0.0.1")
        );
        assert_eq!(peer(ip("10.0.0.1"), &headers, &[]), ip("10.0.0.1"));
    }
}
