//! What an operator does with accounts at the machine itself, without being a
//! member: the first administrator, and links for whom letters do not reach.

use crate::command_line::{Account, AccountCommand, Stores};
use crate::configuration::Configuration;
use crate::serve::runtime;
use crate::terminal::print;
use anyhow::{Context, Result, bail};
use backend::{Failure, RoleChange, Store};
use privacy::Role;

/// `merit account`.
pub(crate) fn account(command: AccountCommand) -> Result<()> {
    match command {
        AccountCommand::Role(given) => role(given.stores, &given.address, &given.role),
        AccountCommand::Link(given) => link(given),
        AccountCommand::Invite(given) => invite(given.stores, &given.role),
    }
}

/// The store, and what stands before the path of a link.
async fn open(stores: Stores) -> Result<(Store, String)> {
    let configuration = stores.configuration()?;
    let store = Store::open(&configuration.stores()).await?.store;
    Ok((store, origin(&configuration)))
}

/// What people see of the server, as far as is configured.
pub(crate) fn origin(configuration: &Configuration) -> String {
    match &configuration.origin {
        Some(origin) => origin.as_str().to_owned(),
        None => format!("http://localhost:{}", configuration.listen.port()),
    }
}

fn role(stores: Stores, address: &str, name: &str) -> Result<()> {
    let role = known(name)?;
    runtime()?.block_on(async {
        let (store, _) = open(stores).await?;
        match store.operator_role(address, role).await? {
            RoleChange::Done => {
                store.audit_checkpoint().await?;
                print(&format!(
                    "The role is {} from the next sign-in on; all sessions of the account are ended.",
                    role.name()
                ))?;
            }
            RoleChange::NoSuchMember => bail!(
                "no member has this address: they sign up first, or follow a link that `merit account invite` makes"
            ),
            RoleChange::LastAdministrator => {
                bail!("this is the last administrator: give the role to somebody else first")
            }
        }
        Ok(())
    })
}

/// A new password, without a letter.
fn link(given: Account) -> Result<()> {
    runtime()?.block_on(async {
        let (store, origin) = open(given.stores).await?;
        let link = match store.operator_reset_link(&given.address).await {
            Ok(secret) => format!("{origin}/reset/{}", secret.reveal()),
            Err(Failure::Missing) => bail!(
                "no member has this address. Of somebody who is about to sign up, `merit mail list` shows the letter where no mail server is configured"
            ),
            Err(failure) => return Err(failure).context("there is no link"),
        };
        store.audit_checkpoint().await?;
        print("Whoever has this link sets the password of the account, for a day:")?;
        print(&link)?;
        Ok(())
    })
}

fn invite(stores: Stores, name: &str) -> Result<()> {
    let role = known(name)?;
    runtime()?.block_on(async {
        let (store, origin) = open(stores).await?;
        let secret = store.operator_invite(role).await?;
        store.audit_checkpoint().await?;
        print("Whoever has this link makes an account with it, once and within seven days:")?;
        // Whoever is to run the server may have no mail there yet.
        let path = if role.is_staff() {
            "setup"
        } else {
            "invitation"
        };
        print(&format!("{origin}/{path}/{}", secret.reveal()))?;
        Ok(())
    })
}

fn known(name: &str) -> Result<Role> {
    let names: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
    let role = Role::from_name(name);
    role.with_context(|| {
        format!(
            "there is no role {name}: choose one of {}",
            names.join(", ")
        )
    })
}

/// While there is no administrator, the way to become it is shown at the start.
pub(crate) async fn set_up(store: &Store, origin: &str) -> Result<()> {
    if store.has_administrator().await? {
        return Ok(());
    }
    let secret = store.operator_invite(Role::Administrator).await?;
    print(&format!(
        "There is no administrator yet. Whoever opens this link becomes it: {origin}/setup/{}",
        secret.reveal()
    ))?;
    Ok(())
}
