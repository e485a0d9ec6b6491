//! Connections: a loop of our own, because axum's waits for a request's head for
//! ever and takes any number of connections.

use crate::patience::Patient;
use crate::peer::WithPeer;
use crate::tls::Identity;
use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// How long a handshake of TLS may take.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// How long the head of a request may take to come, the first and every further
/// one on a connection.
const HEAD: Duration = Duration::from_secs(30);
/// A request's head, its line and all its headers, of so many bytes is not waited
/// for any longer. One that was read in one go may be twice as long.
const HEAD_BYTES: usize = 16 * 1024;
/// And how many headers.
const HEADERS: usize = 64;
/// How long the other end may take none of an answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Connections at once; others wait.
const CONNECTIONS: usize = 4096;

/// Answers whoever connects, until the signal to stop; then what is open is
/// answered to its end.
pub(crate) async fn answer(
    listener: TcpListener,
    router: Router,
    proxies: Arc<[IpAddr]>,
    identity: Option<Identity>,
    stopped: impl Future<Output = ()>,
) {
    let mut http = Builder::new(TokioExecutor::new()).http1_only();
    http.http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(HEAD_BYTES)
        .max_headers(HEADERS);
    let http = Arc::new(http);
    let open = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut stopped = std::pin::pin!(stopped);
    loop {
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            next = next => next,
            () = &mut stopped => break,
        };
        let Ok((stream, peer)) = accepted else {
            // No file handles left, for instance: that passes.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let service = WithPeer::new(router.clone(), peer.ip(), Arc::clone(&proxies));
        let (http, watcher, identity) = (Arc::clone(&http), open.watcher(), identity.clone());
        tokio::spawn(async move {
            let _place = place;
            let stream = Patient::new(stream, PATIENCE);
            let Some(identity) = identity else {
                return serve(&http, stream, service, watcher).await;
            };
            // Whoever speaks no TLS, or too slowly, is of no concern to us.
            if let Ok(Ok(stream)) = timeout(HANDSHAKE, identity.acceptor().accept(stream)).await {
                serve(&http, stream, service, watcher).await;
            }
        });
    }
    drop(listener);
    open.shutdown().await;
}

async fn serve(
    http: &Builder<TokioExecutor>,
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    service: WithPeer,
    watcher: Watcher,
) {
    let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    // How a connection ends is the visitor's affair.
    let _ = watcher.watch(connection.into_owned()).await;
}
