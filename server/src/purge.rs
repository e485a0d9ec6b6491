//! `merit purge`: what a running server does every hour, now; or, with
//! `--dry-run`, what it would do.

use anyhow::{Result, bail};
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
        tell(&store, &swept)?;
        match swept.failed() {
            [] => Ok(()),
            failed => {
                let names: Vec<&str> = failed.iter().map(|rule| rule.name()).collect();
                bail!(
                    "the others are done, but these could not be, as the log says: {}",
                    names.join(", ")
                )
            }
        }
    })
}

/// A line for each rule, with how long it waits where that is a number of days, and
/// with how many stay because they are held.
fn tell(store: &Store, swept: &Swept) -> Result<()> {
    for rule in Rule::ALL {
        let count = swept.by(rule);
        let name = rule.name();
        let mut line = match rule.days(store.periods()) {
            Some(days) => format!("{count:>8}  {name} ({days} days)"),
            None => format!("{count:>8}  {name}"),
        };
        let held = swept.held(rule);
        if held > 0 {
            line.push_str(&format!("; {held} more are held"));
        }
        print(&line)?;
    }
    Ok(())
}
