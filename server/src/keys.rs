//! `merit keys`: other keys in the place of those in use.

use crate::command_line::{Keys, RotatePerson, RotateRoot};
use crate::{serve, terminal};
use anyhow::{Result, bail};
use backend::{PersonsRotated, RootRotated, Whom};

pub(crate) fn keys(command: Keys) -> Result<()> {
    match command {
        Keys::RotateRoot(options) => rotate_root(options),
        Keys::RotatePerson(options) => rotate_person(options),
    }
}

fn rotate_root(RotateRoot { new_root, stores }: RotateRoot) -> Result<()> {
    let options = stores.options()?;
    let rotated = serve::runtime()?.block_on(backend::rotate_root(&options, &new_root))?;
    let RootRotated { old, persons } = rotated;
    let new = new_root.display();
    terminal::print(&format!(
        "All keys, {persons} of persons and the server's own, are wrapped under the root key {new}, \
         and nothing opens without it from now on."
    ))?;
    terminal::print(&format!(
        "Next: make a copy of it where the backups are not, and start the server with --root-key {new}, \
         or with its last line in MERIT_ROOT_KEY."
    ))?;
    terminal::print(&format!(
        "Keep the old root key ({old}), apart, until every backup from before now has expired: \
         they open with it alone. Then destroy it."
    ))?;
    Ok(())
}

fn rotate_person(options: RotatePerson) -> Result<()> {
    let RotatePerson {
        account,
        all: _,
        stores,
    } = options;
    let whom = account.map_or(Whom::All, Whom::One);
    let options = stores.options()?;
    let rotated = serve::runtime()?.block_on(backend::rotate_persons(&options, whom))?;
    let PersonsRotated { persons, failed } = rotated;
    let done = match persons {
        1 => "One person has a new key".to_owned(),
        persons => format!("{persons} persons have new keys"),
    };
    terminal::print(&format!(
        "{done}. What was sealed with the old is sealed with the new, and the old is destroyed."
    ))?;
    terminal::print(
        "Next: back up data and keys together. Older backups of the data open only with backups of the keys from before now.",
    )?;
    if failed.is_empty() {
        return Ok(());
    }
    let failed: Vec<String> = failed.iter().map(ToString::to_string).collect();
    bail!(
        "something of these accounts does not open, and was left as it was; restore it from a backup: {}",
        failed.join(", ")
    )
}
