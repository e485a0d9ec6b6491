//! A backup is made, brought back beside the real data, and opened. Then it is gone
//! again. Nobody reads in it but for this: whether what is sealed opens.

use std::fs;
use std::path::Path;

use sea_orm::{EntityTrait, QuerySelect};

use crate::documents;
use crate::entity::document;
use crate::restore::{Source, restore};
use crate::store::{Options, Store};

/// Documents that are opened.
const SOME: u64 = 20;

impl Store {
    pub(super) async fn proves_restore(&self, options: &Options) -> bool {
        let folder = options.folder.join("drill.tmp");
        // Left by one that was cut off.
        let _ = fs::remove_dir_all(&folder);
        let drilled = self.drill(options, &folder).await;
        let removed = fs::remove_dir_all(&folder);
        if let Err(error) = &removed {
            tracing::error!(%error, "what was brought back for the self-proof");
        }
        match drilled {
            Ok(opened) => opened && removed.is_ok(),
            Err(why) => {
                tracing::error!(reason = %why, "the restore drill of the self-proof");
                false
            }
        }
    }

    async fn drill(&self, options: &Options, folder: &Path) -> Result<bool, String> {
        let said = |error: &dyn std::fmt::Display| error.to_string();
        let root = options
            .root
            .read(&options.folder)
            .map_err(|error| said(&error))?;
        let root = root.ok_or("there is no root key")?;
        let (from, to) = (folder.join("backup"), folder.join("back"));
        let made = self.backup_quietly(&from, u16::MAX).await;
        let made = made.map_err(|error| said(&error))?;
        let there = Options {
            root: crate::keys::RootSource::Given(root),
            clock: self.clock.clone(),
            ..Options::in_folder(&to)
        };
        let source = Source {
            folder: from,
            data: None,
            without_ledger: false,
        };
        let restored = restore(&there, &source).await;
        let restored = restored.map_err(|error| said(&error))?;
        let store = Store::open(&there)
            .await
            .map_err(|error| said(&error))?
            .store;
        let opened = store.open_some().await.map_err(|error| said(&error))?;
        // Keys whose account came after the data was read stay away.
        let rows = 1..=made.rows;
        Ok(opened && rows.contains(&restored.rows))
    }

    /// Opens some documents. Nothing of them is kept.
    async fn open_some(&self) -> Result<bool, crate::failure::Failure> {
        let rows = document::Entity::find()
            .limit(SOME)
            .all(self.data.read())
            .await?;
        for row in &rows {
            let key = self.key(row.account_id).await?;
            documents::open(&key, row)?;
        }
        Ok(true)
    }
}
