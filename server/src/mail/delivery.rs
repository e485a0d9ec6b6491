//! The job that delivers letters: woken when one is queued here, and looking by
//! itself for those of other processes and those whose pause is over.

use super::post::Post;
use super::smtp::Line;
use super::words::words;
use backend::{Letter, MailLang, Store, Undelivered, Uuid};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::watch;

/// How often it looks by itself.
const LOOK: Duration = Duration::from_secs(10);
/// Until a letter that was just queued can be seen: its transaction ends.
const SETTLE: Duration = Duration::from_millis(200);
/// A farewell is in no database. It is tried so often, with so long between.
const FAREWELL_PAUSES: [Duration; 2] = [Duration::from_secs(60), Duration::from_secs(15 * 60)];

/// Delivers until the other end of `stop` is dropped.
pub(crate) async fn deliver(store: Store, post: Arc<Post>, mut stop: watch::Receiver<()>) {
    loop {
        round(&store, &post, &stop).await;
        tokio::select! {
            _ = stop.changed() => return,
            () = store.mail_queued() => tokio::time::sleep(SETTLE).await,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Sends all that is due, one letter after the other on one connection.
pub(super) async fn round(store: &Store, post: &Arc<Post>, stop: &watch::Receiver<()>) {
    for (to, lang) in store.mail_farewells() {
        // Without a mail server nobody would ever read it, and nothing of who
        // was erased may wait.
        if post.leaves() {
            tokio::spawn(farewell(Arc::clone(post), to, lang));
        }
    }
    let mut line = Line::default();
    while post.leaves() && stop.has_changed().is_ok() {
        match next(store, post, &mut line).await {
            Ok(true) => {}
            Ok(false) => break,
            Err(failure) => {
                tracing::error!(%failure, "letters cannot be taken");
                break;
            }
        }
    }
    line.close().await;
}

/// Sends the next letter that is due. Returns whether to go on.
async fn next(store: &Store, post: &Post, line: &mut Line) -> Result<bool, backend::Failure> {
    let Some(mail) = store.mail_take(1).await?.pop() else {
        return Ok(false);
    };
    let words = words(&mail.letter, mail.lang, &post.origin);
    let kind = mail.letter.kind();
    let attempt = mail.attempts;
    let sent = post.send(line, mail.id, &mail.to, mail.created_at, &words);
    let Err(fault) = sent.await else {
        store.mail_done(&mail).await?;
        tracing::info!(kind, attempt, "a letter was delivered");
        return Ok(true);
    };
    let (reason, code) = (fault.reason(), fault.code);
    match store.mail_failed(&mail, fault.may_pass()).await? {
        Undelivered::Again(pause) => {
            let minutes = pause / 60_000;
            tracing::warn!(
                kind,
                attempt,
                reason,
                code,
                minutes,
                "a letter is tried again"
            );
        }
        Undelivered::GivenUp => {
            tracing::error!(kind, attempt, reason, code, "a letter was given up");
        }
    }
    Ok(!fault.concerns_all())
}

/// Tells somebody that their account is erased.
async fn farewell(post: Arc<Post>, to: String, lang: MailLang) {
    let letter = Letter::AccountErased;
    let words = words(&letter, lang, &post.origin);
    let id = Uuid::now_v7();
    let mut pauses = FAREWELL_PAUSES.into_iter();
    loop {
        let mut line = Line::default();
        let sent = post.send(&mut line, id, &to, now(), &words).await;
        line.close().await;
        let kind = letter.kind();
        let Err(fault) = sent else {
            tracing::info!(kind, "a letter was delivered");
            return;
        };
        let (reason, code) = (fault.reason(), fault.code);
        match pauses.next().filter(|_| fault.may_pass()) {
            Some(pause) => {
                let minutes = pause.as_secs() / 60;
                tracing::warn!(kind, reason, code, minutes, "a letter is tried again");
                tokio::time::sleep(pause).await;
            }
            None => {
                tracing::error!(kind, reason, code, "a letter was given up");
                return;
            }
        }
    }
}

/// Milliseconds since 1970.
pub(super) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_millis() as i64)
}
