//! Changes of the policy, as pages show them: those that come, and what somebody has
//! not answered of them.

use app::language::Lang;
use app::pages::account::{ChangeNotice, Coming, ComingChange};
use backend::{Failure, PolicyChange, Store, Who};
use privacy::Date;

/// The changes that come, in a language.
pub(crate) async fn coming(store: &Store, lang: Lang) -> Result<Coming, Failure> {
    let changes = store.policy_coming().await?;
    Ok(Coming(
        changes.into_iter().map(|it| shown(it, lang)).collect(),
    ))
}

fn shown(change: PolicyChange, lang: Lang) -> ComingChange {
    ComingChange {
        text: words(&change, lang).to_owned(),
        published: Date::of(change.published_at).to_string(),
        version: change.version,
        material: change.material,
        facts: change.facts,
    }
}

/// What changes, in a language.
pub(crate) fn words(change: &PolicyChange, lang: Lang) -> &str {
    match lang {
        Lang::Sv => &change.sv,
        Lang::En => &change.en,
    }
}

/// What whoever is signed in is told of on every page.
pub(crate) async fn notice(
    store: &Store,
    who: Option<&Who>,
) -> Result<Option<ChangeNotice>, Failure> {
    let Some(who) = who else {
        return Ok(None);
    };
    let notice = store.policy_notice(who.actor()).await?;
    Ok(notice.map(|notice| ChangeNotice {
        day: notice.version,
        renew: !notice.renew.is_empty(),
    }))
}

/// Tells people of changes, and ends what was not agreed to anew, as long as the
/// server runs.
pub(crate) async fn carry(store: Store) {
    loop {
        match store.policy_carry().await {
            Ok((0, 0)) => {}
            Ok((told, ended)) => {
                tracing::info!(count = told, "letters about a change of the policy");
                tracing::info!(count = ended, "consents ended, as their text was changed");
            }
            Err(failure) => tracing::error!(%failure, "a change of the policy"),
        }
        tokio::time::sleep(std::time::Duration::from_secs(60)).await;
    }
}
