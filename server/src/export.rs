//! The job that makes the copies that people ask for: woken when one is asked for
//! here, and looking by itself for those of other processes and those that an
//! end of the program has left.

use app::pages::held;
use app::service::pdf;
use backend::{Failure, Held, Made, MailLang, Press, Store};
use cv::Document;
use std::time::Duration;
use texts::Lang;
use tokio::sync::watch;

/// How often it looks by itself.
const LOOK: Duration = Duration::from_secs(10);

/// Makes copies until the other end of `stop` is dropped.
pub(crate) async fn make(store: Store, mut stop: watch::Receiver<()>) {
    loop {
        match next(&store, &mut stop).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(failure) => tracing::error!(%failure, "a copy could not be made"),
        }
        tokio::select! {
            _ = stop.changed() => return,
            () = store.export_asked() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Makes the next copy that is due. Returns whether there was one.
async fn next(store: &Store, stop: &mut watch::Receiver<()>) -> Result<bool, Failure> {
    if stop.has_changed().is_err() {
        return Ok(false);
    }
    let Some(job) = store.export_take().await? else {
        return Ok(false);
    };
    let made = tokio::select! {
        // Whoever starts next begins it anew.
        _ = stop.changed() => {
            store.export_leave(&job).await?;
            return Ok(false);
        }
        made = store.export_make(&job, &Typeset) => made?,
    };
    match made {
        Made::Ready => tracing::info!(attempt = job.attempts, "a copy was made"),
        Made::Unwanted => tracing::info!("a copy is not wanted any more"),
    }
    Ok(true)
}

/// Pages by the code that makes all pages.
struct Typeset;

impl Press for Typeset {
    async fn pdf(&self, document: Document, photo: Option<Vec<u8>>) -> Option<Vec<u8>> {
        // Whoever waits for a page goes first; there is always a next turn.
        let place = loop {
            if let Some(place) = pdf::place().await {
                break place;
            }
        };
        let made = tokio::task::spawn_blocking(move || {
            let _place = place;
            pdf::file(document.shown(), photo.as_deref())
        });
        made.await.ok().flatten()
    }

    fn page(&self, lang: MailLang, held: &Held) -> String {
        let lang = match lang {
            MailLang::Sv => Lang::Sv,
            MailLang::En => Lang::En,
        };
        held::page(lang, held)
    }
}
