//! TLS from files: the certificate and the key that `[tls]` names, read again
//! at SIGHUP and when they change on the disk, so that a renewed certificate
//! needs no restart.

use crate::configuration::Tls;
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime};
use tokio::signal::unix::{SignalKind, signal};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{Error as PemError, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(10);

/// Who we are to browsers, until the files change.
#[derive(Clone)]
pub(crate) struct Identity(Arc<RwLock<Arc<ServerConfig>>>);

impl Identity {
    /// Reads the files, and keeps reading them.
    ///
    /// # Errors
    /// As [`read`].
    pub(crate) fn keep(files: Tls) -> Result<Identity> {
        let identity = Identity(Arc::new(RwLock::new(Arc::new(read(&files)?))));
        let mut hangup = signal(SignalKind::hangup()).context("cannot wait for SIGHUP")?;
        let kept = identity.clone();
        tokio::spawn(async move {
            let mut seen = states(&files);
            loop {
                let asked = tokio::select! {
                    _ = hangup.recv() => true,
                    () = tokio::time::sleep(LOOK) => false,
                };
                let now = states(&files);
                // The two are written one after the other: a pair that does not
                // match is looked at again when the second comes.
                if asked || now != seen {
                    kept.renew(&files);
                    seen = now;
                }
            }
        });
        Ok(identity)
    }

    fn renew(&self, files: &Tls) {
        match read(files) {
            Ok(config) => {
                *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(config);
                tracing::info!("the certificate was read again");
            }
            // The old one is better than none.
            Err(error) => tracing::error!(error = format!("{error:#}"), "the certificate"),
        }
    }

    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        let config = self.0.read().unwrap_or_else(PoisonError::into_inner);
        TlsAcceptor::from(Arc::clone(&config))
    }
}

/// What tells one state of the files from another.
fn states(files: &Tls) -> [Option<(SystemTime, u64)>; 2] {
    [&files.certificate, &files.key].map(|path| {
        let state = std::fs::metadata(path).ok()?;
        Some((state.modified().ok()?, state.len()))
    })
}

/// Reads both files.
///
/// # Errors
/// A file that is missing or not PEM, a key that is not the certificate's: which
/// file, and what is expected.
pub(crate) fn read(files: &Tls) -> Result<ServerConfig> {
    let certificates = certificates(&files.certificate)?;
    let key = PrivateKeyDer::from_pem_file(&files.key)
        .map_err(|error| unreadable(error, "a private key"))
        .with_context(|| format!("tls.key: {}", files.key.display()))?;
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .context("TLS")?
        .with_no_client_auth()
        .with_single_cert(certificates, key);
    let mut config = config.with_context(|| {
        let key = files.key.display();
        format!("tls.key: {key} does not belong to the certificate")
    })?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

/// The certificates of a PEM file, the server's own first.
///
/// # Errors
/// As [`read`].
pub(crate) fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>> {
    let read = || -> Result<_> {
        let all = CertificateDer::pem_file_iter(path)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|error| unreadable(error, "a certificate"))?;
        if all.is_empty() {
            bail!("there is no certificate in it: lines that begin -----BEGIN CERTIFICATE-----");
        }
        Ok(all)
    };
    read().with_context(|| format!("tls.certificate: {}", path.display()))
}

fn unreadable(error: PemError, what: &str) -> anyhow::Error {
    match error {
        PemError::Io(error) => anyhow::anyhow!("cannot be read: {error}"),
        PemError::NoItemsFound => anyhow::anyhow!("there is no {} in it", &what[2..]),
        _ => anyhow::anyhow!("is not PEM with {what}"),
    }
}
