//! The post: by which way letters leave, whom they are from, and where their
//! links lead.

use super::compose::{Envelope, message};
use super::fault::{Fault, Kind};
use super::mailbox::{self, Mailbox};
use super::smtp::{Line, Smtp};
use super::words::Words;
use crate::configuration::{self, Transport};
use anyhow::{Context, Result};
use backend::Uuid;
use lettre::{Address, message};
use std::path::Path;
use std::sync::Arc;

/// How letters leave.
pub(crate) struct Post {
    pub(super) way: Way,
    from: message::Mailbox,
    /// What links begin with: scheme, host and port.
    pub(super) origin: Arc<str>,
}

pub(super) enum Way {
    Smtp(Smtp),
    /// Development without a mail server.
    Mailbox(Arc<Mailbox>),
    /// None: letters wait for the operator.
    Nowhere,
}

impl Post {
    /// `data` is the folder of the data.
    ///
    /// # Errors
    /// What is configured cannot be; or, in development, the mailbox cannot be made.
    pub(crate) fn new(
        mail: &configuration::Mail,
        development: bool,
        data: &Path,
        origin: &str,
    ) -> Result<Post> {
        let way = match &mail.transport {
            Transport::Smtp(smtp) => Way::Smtp(Smtp::new(smtp, &mail.from)?),
            Transport::Mailbox if development => {
                let mailbox = Mailbox::open(data).with_context(|| {
                    format!("cannot make the folder mailbox in {}", data.display())
                })?;
                Way::Mailbox(Arc::new(mailbox))
            }
            Transport::Mailbox => Way::Nowhere,
        };
        Ok(Post {
            way,
            from: mail.from.clone(),
            origin: origin.into(),
        })
    }

    /// Sees that nothing readable of development's is left in the data folder.
    ///
    /// # Errors
    /// It cannot be removed.
    pub(crate) fn tidy(&self, data: &Path) -> Result<()> {
        if matches!(self.way, Way::Mailbox(_)) {
            return Ok(());
        }
        let removed = mailbox::remove(data).with_context(|| {
            format!(
                "cannot remove the folder mailbox in {}, whose letters anybody here can read",
                data.display()
            )
        })?;
        if removed {
            tracing::info!("removed the readable letters that development had left");
        }
        Ok(())
    }

    /// The mailbox to show, in development.
    pub(crate) fn mailbox(&self) -> Option<Arc<Mailbox>> {
        match &self.way {
            Way::Mailbox(mailbox) => Some(Arc::clone(mailbox)),
            Way::Smtp(_) | Way::Nowhere => None,
        }
    }

    /// Whether letters leave at all.
    pub(crate) fn leaves(&self) -> bool {
        !matches!(self.way, Way::Nowhere)
    }

    /// Sends a letter. `at` is when it was written.
    pub(super) async fn send(
        &self,
        line: &mut Line,
        id: Uuid,
        to: &str,
        at: i64,
        words: &Words,
    ) -> Result<(), Fault> {
        let fault = |error| Fault::new(Kind::Address, error);
        let to: Address = to.parse().map_err(fault)?;
        let envelope = Envelope {
            id,
            from: &self.from,
            to,
            at,
        };
        let message = message(words, envelope).map_err(|error| Fault::new(Kind::Address, error))?;
        match &self.way {
            Way::Smtp(smtp) => smtp.send(line, &message).await,
            Way::Mailbox(mailbox) => {
                let mailbox = Arc::clone(mailbox);
                let source = message.formatted();
                // The disk may make us wait.
                let put = tokio::task::spawn_blocking(move || mailbox.put(at, id, &source));
                match put.await {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(error)) => Err(Fault::new(Kind::Folder, error)),
                    Err(error) => Err(Fault::new(Kind::Folder, error)),
                }
            }
            Way::Nowhere => Err(Fault::new(
                Kind::Unreachable,
                "no mail server is configured",
            )),
        }
    }
}
