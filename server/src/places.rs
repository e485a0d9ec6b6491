//! Where networks are: a file in the MaxMind DB format that the operator has put on
//! this machine, read into memory at the start. Nobody is asked, and nothing leaves it.
//!
//! It is looked into only for an account whose owner agrees (`backend::Places`).

use std::net::IpAddr;
use std::path::Path;

use anyhow::{Context, Result};
use backend::{Place, Places};
use maxminddb::{PathElement, Reader};

pub(crate) struct NetworkPlaces(Reader<Vec<u8>>);

impl NetworkPlaces {
    /// Reads the file.
    ///
    /// # Errors
    /// It is not there, or no such database; with what to do about it.
    pub(crate) fn open(file: &Path) -> Result<NetworkPlaces> {
        let place = file.display();
        let reader = Reader::open_readfile(file).with_context(|| {
            format!(
                "places.file: {place} cannot be read as a MaxMind DB: put the file there anew, or take the setting away"
            )
        })?;
        // Any database of the format has networks; what we need is countries.
        let kind = &reader.metadata().database_type;
        anyhow::ensure!(
            kind.contains("City") || kind.contains("Country"),
            "places.file: {place} is a database of another kind ({kind}): one of cities or countries is needed"
        );
        Ok(NetworkPlaces(reader))
    }
}

impl Places for NetworkPlaces {
    fn place(&self, address: IpAddr) -> Option<Place> {
        let found = self.0.lookup(address.to_canonical()).ok()?;
        let text = |path: &[&'static str]| {
            let path: Vec<PathElement<'_>> = path.iter().map(|key| PathElement::Key(key)).collect();
            found.decode_path::<String>(&path).ok().flatten()
        };
        Some(Place {
            country: text(&["country", "iso_code"])?,
            town: text(&["city", "names", "en"]),
        })
    }
}
