//! What a copy consists of: a list of parts, each in a file of its own. What is
//! kept as rows needs no part: the inventory brings it into `rows.rs`, which
//! names the files of the parts before it.

use super::making::Making;
use super::{Press, cvs, photos, published, rows};
use crate::failure::Failure;

/// A part of a copy, in the order in which they are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Cvs,
    Photos,
    Published,
    Rows,
}

impl Part {
    pub(super) const ALL: [Part; 4] = [Part::Cvs, Part::Photos, Part::Published, Part::Rows];

    /// How many steps it takes.
    pub(super) async fn steps(self, making: &Making<'_>) -> Result<usize, Failure> {
        Ok(match self {
            Part::Cvs => cvs::ids(making).await?.len(),
            Part::Photos => photos::ids(making).await?.len(),
            Part::Published => published::ids(making).await?.len(),
            Part::Rows => rows::shown(making.store, making.account()).len(),
        })
    }

    pub(super) async fn write(
        self,
        making: &mut Making<'_>,
        press: &impl Press,
    ) -> Result<(), Failure> {
        match self {
            Part::Cvs => cvs::write(making, press).await,
            Part::Photos => photos::write(making).await,
            Part::Published => published::write(making).await,
            Part::Rows => rows::write(making).await,
        }
    }
}
