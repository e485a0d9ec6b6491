//! `merit hold`: what is kept for a claim or a duty though its owner, or its time,
//! would have it gone; and `merit consent proof`, which asks what is left of the
//! consents of those who are erased.

use anyhow::{Context, Result, bail};
use backend::{Failure, HoldEnd, HoldRefused, HoldShown, NewHold, ProofOf, Proven, Store, Uuid};
use privacy::erasure::Gone;
use privacy::hold::{Ground, HOLD_REVIEW_DAYS};
use privacy::{ConsentPurpose, Date};

use crate::command_line::{ConsentProof, Hold, HoldEnds, HoldOne, HoldPlace, HoldReview, Stores};
use crate::serve::runtime;
use crate::terminal::print;

/// `merit hold`.
pub(crate) fn hold(command: Hold) -> Result<()> {
    match command {
        Hold::Place(given) => place(given),
        Hold::List(stores) => list(stores),
        Hold::Read(given) => read(given),
        Hold::Review(given) => review(given),
        Hold::End(given) => end(given),
    }
}

fn place(given: HoldPlace) -> Result<()> {
    let mut new = NewHold {
        account: Uuid::nil(),
        kind: kind(&given.kind)?,
        row: given.item,
        ground: ground(&given.ground)?,
        note: given.reason,
        review: given.review.as_deref().map(day).transpose()?,
        barred: false,
    };
    let options = given.stores.options()?;
    runtime()?.block_on(async {
        let store = Store::open(&options).await?.store;
        new.account = match given.whose.parse() {
            Ok(id) => id,
            Err(_) => {
                let account = store.operator_account(&given.whose).await?;
                account.context("no member has this address")?
            }
        };
        match store.operator_hold_place(&new).await? {
            Ok(id) => {
                store.audit_checkpoint().await?;
                print(&format!(
                    "Hold {id}. What is held of the account stays when it is erased, encrypted with a key of the hold's own."
                ))?;
                Ok(())
            }
            Err(refused) => bail!("nothing is held: {}", why(refused)),
        }
    })
}

fn list(stores: Stores) -> Result<()> {
    let options = stores.options()?;
    runtime()?.block_on(async {
        let store = Store::open(&options).await?.store;
        let holds = store.operator_holds().await?;
        for hold in &holds {
            print(&line(hold))?;
            print(&format!(
                "    {}",
                hold.note.as_deref().unwrap_or("its reason does not open")
            ))?;
        }
        if holds.is_empty() {
            print("Nothing is held.")?;
        }
        Ok(())
    })
}

fn line(hold: &HoldShown) -> String {
    let whose = match hold.account {
        Some(account) => format!("of account {account}"),
        None => "of somebody who is erased".to_owned(),
    };
    let item = match hold.row {
        Some(row) => format!(" {row}"),
        None => String::new(),
    };
    let overdue = match hold.overdue {
        true => ", OVERDUE",
        false => "",
    };
    format!(
        "{}  {}{item} {whose}; ground: {}; held since {}, looked at again by {}{overdue}; {} kept",
        hold.id,
        hold.kind.table(),
        hold.ground.name(),
        Date::of(hold.placed_at),
        hold.review,
        hold.items,
    )
}

fn read(given: HoldOne) -> Result<()> {
    let options = given.stores.options()?;
    runtime()?.block_on(async {
        let store = Store::open(&options).await?.store;
        let items = store.operator_hold_read(given.id).await;
        let items = items.map_err(missing)?;
        store.audit_checkpoint().await?;
        for item in &items {
            print(&item.json)?;
        }
        if items.is_empty() {
            print("Nothing of it was deleted yet: it is in its owner's account.")?;
        }
        Ok(())
    })
}

fn review(given: HoldReview) -> Result<()> {
    let next = given.review.as_deref().map(day).transpose()?;
    let options = given.stores.options()?;
    runtime()?.block_on(async {
        let store = Store::open(&options).await?.store;
        let reviewed = store.operator_hold_review(given.id, next).await;
        match reviewed.map_err(missing)? {
            Ok(()) => {
                store.audit_checkpoint().await?;
                print("It is still right, and the log says so.")?;
                Ok(())
            }
            Err(refused) => bail!("nothing is changed: {}", why(refused)),
        }
    })
}

fn end(given: HoldEnds) -> Result<()> {
    let why = match given.reason.as_str() {
        "over" => HoldEnd::Over,
        "mistake" => HoldEnd::Mistaken,
        other => bail!("there is no reason {other}: choose over or mistake"),
    };
    let options = given.stores.options()?;
    runtime()?.block_on(async {
        let store = Store::open(&options).await?.store;
        let ended = store.operator_hold_end(given.id, why).await;
        let finished = ended.map_err(missing)?;
        store.audit_checkpoint().await?;
        print(match finished {
            true => {
                "The hold has ended. Its key is destroyed, and what it kept of who is erased is gone."
            }
            false => {
                "The hold has ended. Its key could not be destroyed now: the next `merit purge`, or the \
                 running server, does it."
            }
        })?;
        Ok(())
    })
}

/// `merit consent proof`.
pub(crate) fn proof(command: ConsentProof) -> Result<()> {
    let of = match (command.address, command.account) {
        (Some(address), _) => ProofOf::Address(address),
        (None, Some(account)) => ProofOf::Account(account),
        (None, None) => bail!("say whom it is about: --address or --account"),
    };
    let names: Vec<&str> = ConsentPurpose::ALL.iter().map(|it| it.name()).collect();
    let purpose = ConsentPurpose::from_name(&command.purpose);
    let purpose = purpose.with_context(|| {
        let purpose = &command.purpose;
        format!(
            "there is no purpose {purpose}: choose one of {}",
            names.join(", ")
        )
    })?;
    let on = day(&command.day)?;
    let version = command.version;
    let options = command.stores.options()?;
    runtime()?.block_on(async {
        let store = Store::open(&options).await?.store;
        let proven = store.consent_proven(&of, purpose, &version, on).await?;
        print(&match proven {
            Proven::Given(since) => {
                format!("On {on} there was consent to version {version}, given on {since}.")
            }
            Proven::Withdrawn(since) => {
                format!("On {on} there was no consent: it was withdrawn on {since}.")
            }
            Proven::Nothing => format!(
                "Nothing shows consent to version {version} on {on}: there was none, its proof has had its time, or the account is not erased."
            ),
        })?;
        Ok(())
    })
}

fn missing(failure: Failure) -> anyhow::Error {
    match failure {
        Failure::Missing => anyhow::anyhow!("there is no such hold: `merit hold list` shows them"),
        failure => failure.into(),
    }
}

fn why(refused: HoldRefused) -> String {
    match refused {
        HoldRefused::NoReview => {
            "say with --review by which day somebody looks whether it is still right".to_owned()
        }
        HoldRefused::ReviewPast => "the day of the review has to come yet".to_owned(),
        HoldRefused::ReviewFar => {
            format!("the review is at most {HOLD_REVIEW_DAYS} days away")
        }
        HoldRefused::Note => format!(
            "say why, in at most {} characters",
            backend::HOLD_NOTE_CHARACTERS
        ),
        HoldRefused::Kind => "this kind cannot be held".to_owned(),
        HoldRefused::NoSuchItem => "there is no such account, or no such item in it".to_owned(),
    }
}

fn kind(name: &str) -> Result<Gone> {
    let known = Gone::ALL.iter().filter(|kind| kind.can_be_held());
    let names: Vec<&str> = known.map(|kind| kind.table()).collect();
    let kind = Gone::from_table(name).filter(|kind| kind.can_be_held());
    kind.with_context(|| format!("{name} cannot be held: choose one of {}", names.join(", ")))
}

fn ground(name: &str) -> Result<Ground> {
    let names = Ground::ALL.map(|ground| ground.name());
    let ground = Ground::from_name(name);
    ground.with_context(|| {
        format!(
            "there is no ground {name}: choose one of {}",
            names.join(", ")
        )
    })
}

/// A day, as `2026-11-28`.
fn day(text: &str) -> Result<Date> {
    let mut parts = text.splitn(3, '-');
    let mut next = || parts.next().and_then(|part| part.parse::<u16>().ok());
    let date = match (next(), next(), next()) {
        (Some(year), Some(month), Some(day)) => {
            let small = |number: u16| u8::try_from(number).unwrap_or(0);
            Date::new(i32::from(year), small(month), small(day))
        }
        _ => None,
    };
    date.with_context(|| format!("{text} is no day: write it as 2026-11-28"))
}
