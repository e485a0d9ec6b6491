//! `merit serve`.

use crate::command_line::{Serve, Stores};
use crate::configuration::Configuration;
use crate::inspection::Inspection;
use crate::mail::{self, Post};
use crate::places::NetworkPlaces;
use crate::registers::Announced;
use crate::tls::Identity;
use crate::{
    assets, cases, connections, counting, export, log, operator, policy, proof, router, terminal,
    terms,
};
use anyhow::{Context, Result, bail};
use backend::Store;
use privacy::promises::Running;
use std::fs;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// How long open answers may go on after the signal to stop.
const GRACE: Duration = Duration::from_secs(10);

/// How often what has had its time is deleted.
const SWEEP: Duration = Duration::from_secs(60 * 60);

/// Serves until SIGTERM or Ctrl-C.
pub(crate) fn serve(options: Serve) -> Result<()> {
    let configuration = options.configuration()?;
    configuration.allow_serving()?;
    log::start();
    let assets = assets::manifest()?;
    prepare_data_folder(&configuration.data)?;
    runtime()?.block_on(async {
        // Rendering spawns its tasks here; there is no other executor to refuse it.
        let _ = any_spawner::Executor::init_tokio();
        let mut stores = configuration.stores();
        if let Some(file) = &configuration.places {
            stores.places = Some(Arc::new(NetworkPlaces::open(file)?));
        }
        let opened = Store::open(&stores).await?;
        if let Some(path) = opened.new_root_key {
            terminal::print(&format!(
                "A new root key is in {}. Everything that people save is encrypted with it: \
                 keep a copy where the backups are not. Without it nobody can read anything, ever.",
                path.display()
            ))?;
        }
        let store = opened.store;
        if let (true, Some(name)) = (configuration.is_production(), &configuration.operator.name) {
            store.controller_is(name).await??;
        }
        let terms = terms::keep(&store, &configuration).await?;
        let announced = Announced::start(&store, &configuration.parties).await?;
        let inspection = Inspection::default();
        tokio::spawn(sweep(store.clone(), inspection.clone(), announced.clone()));
        tokio::spawn(policy::carry(store.clone()));
        tokio::spawn(cases::keep::keep(store.clone()));
        let (stores, hour) = (configuration.stores(), configuration.proof_hour);
        tokio::spawn(proof::nightly(store.clone(), stores, hour));
        let log = store.clone();
        tokio::spawn(async move { log.audit_keep().await });
        let log = store.clone();
        let identity = configuration.tls.clone().map(Identity::keep).transpose()?;
        let listener = listen(configuration.listen).await?;
        let address = readable(listener.local_addr()?);
        let scheme = identity.as_ref().map_or("http", |_| "https");
        let origin = match &configuration.origin {
            Some(origin) => origin.as_str().to_owned(),
            None => format!("{scheme}://{address}"),
        };
        let post = post(&configuration, &origin)?;
        operator::set_up(&store, &origin).await?;
        let proxies = configuration.proxy.clone().into();
        let router = router::router(router::Parts {
            assets,
            configuration,
            store: store.clone(),
            terms,
            inspection,
            announced,
            mailbox: post.mailbox(),
        });
        let (going, stop) = watch::channel(());
        let copies = tokio::spawn(export::make(store.clone(), stop.clone()));
        let counts = tokio::spawn(counting::write(store.clone(), stop.clone()));
        let delivery = tokio::spawn(mail::delivery::deliver(store, post, stop));
        terminal::print(&format!("Merit is ready on {scheme}://{address}"))?;
        connections::answer(listener, router, proxies, identity, stopped()).await;
        // The letter in hand is finished first.
        drop(going);
        let _ = delivery.await;
        let _ = copies.await;
        let _ = counts.await;
        if let Err(failure) = log.audit_checkpoint().await {
            tracing::error!(%failure, "the audit log's last checkpoint");
        }
        Ok(())
    })
}

/// `merit migrate`.
pub(crate) fn migrate(stores: Stores) -> Result<()> {
    let steps = runtime()?.block_on(backend::migrate(&stores.options()?))?;
    terminal::print(&match steps {
        0 => "The databases are up to date.".to_owned(),
        1 => "The databases are up to date, after one step.".to_owned(),
        steps => format!("The databases are up to date, after {steps} steps."),
    })?;
    Ok(())
}

/// The way by which letters leave.
fn post(configuration: &Configuration, origin: &str) -> Result<Arc<Post>> {
    let data = &configuration.data;
    let post = Post::new(&configuration.mail, configuration.development, data, origin)?;
    post.tidy(data)?;
    if post.mailbox().is_some() {
        terminal::print(&format!("Letters can be read at {origin}/dev/mail"))?;
    } else if !post.leaves() {
        tracing::warn!("no mail server is configured: `merit mail list` shows letters that wait");
    }
    Ok(Arc::new(post))
}

pub(crate) fn runtime() -> Result<Runtime> {
    // Pages that stream parts wait on one another; fewer workers can stall.
    let workers = std::thread::available_parallelism().map_or(4, |cores| cores.get().max(4));
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        .enable_all()
        .build()
        .context("cannot start the threads that serve")
}

/// Deletes what has had its time, from the start on and then every hour, and looks
/// whether all is well.
async fn sweep(store: Store, inspection: Inspection, announced: Announced) {
    loop {
        // Nobody goes who was not told.
        match store.warn_dormant().await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "owners of unused accounts were told"),
            Err(failure) => tracing::error!(%failure, "owners of unused accounts"),
        }
        let swept = store.sweep().await;
        let well = swept.as_ref().is_ok_and(|swept| swept.failed().is_empty());
        inspection.note(Running::Sweep, well);
        match swept {
            // Of the rules that failed the log says it already.
            Ok(swept) => {
                for (rule, count) in swept.iter() {
                    tracing::info!(rule = rule.name(), count, "swept");
                }
            }
            Err(failure) => tracing::error!(%failure, "the sweep"),
        }
        match store.links_remind().await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "owners were told that links end"),
            Err(failure) => tracing::error!(%failure, "owners of links that end"),
        }
        match store.holds_overdue().await {
            Ok(0) => {}
            Ok(count) => tracing::warn!(
                count,
                "holds are past the day on which somebody should have looked at them: see `merit hold list`"
            ),
            Err(failure) => tracing::error!(%failure, "holds cannot be counted"),
        }
        announced.keep(&store).await;
        inspection.look(&store).await;
        tokio::time::sleep(SWEEP).await;
    }
}

/// Makes the folder, for its owner's eyes alone, and sees that files can be
/// written there, so that nobody learns it from the first save.
fn prepare_data_folder(folder: &Path) -> Result<()> {
    let probe = folder.join(".writable");
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
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
