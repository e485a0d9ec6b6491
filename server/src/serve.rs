//! `merit serve`.

use crate::command_line::Serve;
use crate::{assets, log, router};
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

/// How long open answers may go on after the signal to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until SIGTERM or Ctrl-C.
pub(crate) fn serve(options: Serve) -> Result<()> {
    log::start();
    let assets = assets::manifest()?;
    prepare_data_folder(&options.data)?;
    // Pages that stream parts wait on one another; fewer workers can stall.
    let workers = std::thread::available_parallelism().map_or(4, |cores| cores.get().max(4));
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        .enable_all()
        .build()
        .context("cannot start the threads that serve")?
        .block_on(async {
            // Rendering spawns its tasks here; there is no other executor to refuse it.
            let _ = any_spawner::Executor::init_tokio();
            let listener = listen(options.listen).await?;
            let address = listener.local_addr()?;
            println!("Merit is ready on http://{}", readable(address));
            let router = router::router(assets, options.origin);
            axum::serve(listener, router)
                .with_graceful_shutdown(stopped())
                .await
                .context("the server ended")
        })
}

/// Makes the folder and sees that files can be written there, so that nobody
/// learns it from the first save.
fn prepare_data_folder(folder: &Path) -> Result<()> {
    let probe = folder.join(".writable");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&probe, b""))
        .and_then(|()| fs::remove_file(&probe))
        .with_context(|| {
            format!(
                "cannot write into the data folder {}; choose another with --data",
                folder.display()
            )
        })
}

async fn listen(address: SocketAddr) -> Result<TcpListener> {
    match TcpListener::bind(address).await {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {} is in use by another program; choose another with --listen {}:PORT",
            address.port(),
            address.ip()
        ),
        Err(error) => Err(error).with_context(|| format!("cannot listen on {address}")),
    }
}

fn readable(address: SocketAddr) -> String {
    if address.ip().is_loopback() {
        format!("localhost:{}", address.port())
    } else {
        address.to_string()
    }
}

/// Resolves at SIGTERM or Ctrl-C; what is still open then gets a while.
async fn stopped() {
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => drop(terminate.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminated => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    tracing::info!("stopping");
    tokio::spawn(async {
        tokio::time::sleep(GRACE).await;
        std::process::exit(0);
    });
}
