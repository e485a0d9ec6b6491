//! `merit purge`: what a running server does every hour, now; or, with
//! `--dry-run`, what it would do.

use anyhow::Result;
use backend::{Rule, Store, Swept};

use crate::command_line::Purge;
use crate::serve::runtime;
use crate::terminal::print;

/// `merit purge`.
pub(crate) fn purge(command: Purge) -> Result<()> {
    let options = command.stores.options()?;
    runtime()?.block_on(async {
        let store = Store::open(&options).await?.store;
        if command.dry_run {
            let swept = store.sweep_preview().await?;
            tell(&store, &swept)?;
            print("Nothing was deleted.")?;
            return Ok(());
        }
        let swept = store.sweep().await?;
        store.audit_checkpoint().await?;
        tell(&store, &swept)
    })
}

/// A line for each rule, with how long it waits where that is a number of days.
fn tell(store: &Store, swept: &Swept) -> Result<()> {
    for rule in Rule::ALL {
        let count = swept.by(rule);
        let name = rule.name();
        print(&match rule.days(store.periods()) {
            Some(days) => format!("{count:>8}  {name} ({days} days)"),
            None => format!("{count:>8}  {name}"),
        })?;
    }
    Ok(())
}
