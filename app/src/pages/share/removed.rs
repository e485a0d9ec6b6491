//! What the owner of a public page reads that was taken down: the reason, and how
//! to object.

use leptos::prelude::*;
use privacy::report::Reason;
use texts::{Lang, abuse as t};

use crate::page::Page;
use crate::pages::account::date;
use crate::pages::report::reason_name;

/// The pages of the document that were taken down. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct Removed(pub Vec<RemovedPage>);

#[derive(Clone, Debug)]
pub struct RemovedPage {
    /// The last part of its address.
    pub slug: String,
    pub at: i64,
    pub reason: Option<Reason>,
}

/// `address` is what stands before the last part.
pub(super) fn notices(address: &str, lang: Lang) -> impl IntoView + use<> {
    let pages = use_context::<Removed>().unwrap_or_default().0;
    let texts: Vec<String> = pages
        .into_iter()
        .map(|page| {
            let address = format!("{address}{}", page.slug);
            t::removed_text(lang, address, date(page.at), reason_name(page.reason, lang))
        })
        .collect();
    (!texts.is_empty()).then(|| {
        view! {
            <section class="published removed" aria-labelledby="removed">
                <h2 id="removed">{t::removed_title(lang)}</h2>
                {texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                <p>{t::removed_publish(lang)}</p>
                <p>
                    {t::removed_object(lang)}
                    " "
                    <a href=Page::Privacy.path()>{t::removed_policy(lang)}</a>
                </p>
            </section>
        }
    })
}
