//! `merit mail`: whether letters leave, and those that could not.

use super::compose;
use super::delivery::now;
use super::post::{Post, Way};
use super::smtp::Line;
use super::words::{Link, Words, words};
use crate::command_line::Mail;
use crate::configuration::Configuration;
use crate::serve::runtime;
use crate::terminal::print;
use anyhow::{Result, bail};
use backend::{Store, Uuid, masked};
use texts::Lang;
use time::OffsetDateTime;

const NO_SERVER: &str = "no mail server is configured: set mail.host, mail.user, mail.password_file \
    and mail.from (README, \"Mail\"); until then letters wait, and `merit mail list` shows them";

/// `merit mail`.
pub(crate) fn mail(options: Mail) -> Result<()> {
    runtime()?.block_on(async {
        match options {
            Mail::Test { address, stores } => test(&stores.configuration()?, &address).await,
            Mail::List(stores) => list(&stores.configuration()?).await,
            Mail::Show { id, stores } => show(&stores.configuration()?, id).await,
        }
    })
}

async fn store(configuration: &Configuration) -> Result<Store> {
    // Opening makes what is not there, and nobody means that here.
    let data = &configuration.data;
    if !data.is_dir() {
        bail!(
            "there is no data folder {}; say with --data where it is",
            data.display()
        );
    }
    Ok(Store::open(&configuration.stores()).await?.store)
}

fn post(configuration: &Configuration) -> Result<Post> {
    let origin = configuration.origin.as_ref();
    let origin = origin.map_or_else(
        || format!("http://{}", configuration.listen),
        |origin| origin.as_str().to_owned(),
    );
    Post::new(
        &configuration.mail,
        configuration.development,
        &configuration.data,
        &origin,
    )
}

/// `merit mail test`: sends a letter now, and says what came of it.
async fn test(configuration: &Configuration, address: &str) -> Result<()> {
    let post = post(configuration)?;
    let place = match &post.way {
        Way::Smtp(smtp) => format!("{}:{}", smtp.host, smtp.port),
        Way::Mailbox(_) => "the folder mailbox".to_owned(),
        Way::Nowhere => bail!(NO_SERVER),
    };
    let words = trial(&post.origin);
    let mut line = Line::default();
    let sent = post
        .send(&mut line, Uuid::now_v7(), address, now(), &words)
        .await;
    line.close().await;
    match sent {
        Ok(()) => {
            print(&format!(
                "{place} has taken the letter for {address}. If it does not come, look among the \
                 unwanted mail, and at the SPF and DKIM records of the domain in mail.from."
            ))?;
            Ok(())
        }
        Err(fault) => bail!(
            "{place}: {} ({}); {}",
            fault.reason(),
            fault.said,
            fault.remedy()
        ),
    }
}

/// What a test says.
fn trial(origin: &str) -> Words {
    Words {
        lang: Lang::En,
        subject: "A test from Merit".to_owned(),
        text: vec![
            "Whoever runs this Merit wanted to know whether its letters arrive. They do."
                .to_owned(),
        ],
        link: Link {
            label: "Open Merit".to_owned(),
            address: format!("{origin}/"),
            hint: "If the button does not work, copy the link:".to_owned(),
        },
        after: Vec::new(),
        footer: "Sent by the command merit mail test.".to_owned(),
    }
}

/// `merit mail list`: the letters that wait, the oldest first.
async fn list(configuration: &Configuration) -> Result<()> {
    let mails = store(configuration).await?.mail_waiting().await?;
    if mails.is_empty() {
        print("No letter waits.")?;
    }
    for mail in mails {
        let tried = match mail.attempts {
            0 => "not tried".to_owned(),
            1 => "tried once".to_owned(),
            times => format!("tried {times} times"),
        };
        print(&format!(
            "{}\t{}\t{}\t{}\t{tried}",
            mail.id,
            moment(mail.created_at),
            mail.letter.kind(),
            masked(&mail.to)
        ))?;
    }
    Ok(())
}

/// `merit mail show`: a letter that waits, for the operator to hand on.
async fn show(configuration: &Configuration, id: Uuid) -> Result<()> {
    let post = post(configuration)?;
    let mails = store(configuration).await?.mail_waiting().await?;
    let Some(mail) = mails.into_iter().find(|mail| mail.id == id) else {
        bail!("no letter {id} waits; `merit mail list` shows those that do");
    };
    let words = words(&mail.letter, mail.lang, &post.origin);
    print(&format!("To: {}", mail.to))?;
    print(&format!("Date: {}", moment(mail.created_at)))?;
    print(&format!("Subject: {}", words.subject))?;
    print("")?;
    for line in compose::text(&words).lines() {
        print(line)?;
    }
    Ok(())
}

/// Milliseconds since 1970 as people in charge write it.
fn moment(at: i64) -> String {
    let at = OffsetDateTime::from_unix_timestamp(at.div_euclid(1000));
    let at = at.unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let (hour, minute) = (at.hour(), at.minute());
    format!("{} {hour:02}:{minute:02} UTC", at.date())
}
