//! The notice about optional storage, and the place where the answer is changed.
//!
//! It is there only while the inventory has something optional. Yes and no are two
//! buttons of the same kind in the same form, nothing is chosen beforehand, and
//! until one of them is pressed nothing optional is stored. Global Privacy Control
//! is a no that was said already, so that nobody who sends it is asked; neither is
//! anybody on a computer that is to keep nothing.

use leptos::prelude::*;
use texts::{Lang, site as t};

use crate::language::lang;
use crate::page::Page;

/// Where the answer is sent.
pub const PATH: &str = "/storage/optional";
/// Its two values, in the form and in the cookie.
pub const YES: &str = "yes";
pub const NO: &str = "no";

/// What a browser says of optional storage. The server provides it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Optional {
    /// None: not answered yet.
    pub answer: Option<bool>,
    /// Global Privacy Control is sent.
    pub gpc: bool,
    /// Others use the computer too: nothing is stored in it.
    pub shared: bool,
}

impl Optional {
    /// Whether something optional may be stored, and used.
    pub fn may(self) -> bool {
        self.answer == Some(true) && !self.gpc && !self.shared
    }

    /// Whether the browser may keep the editor's own files for when there is no
    /// network. It is needed for what somebody does who writes here, and so is not
    /// asked about; but who has said no to anything more has meant this too. The signal
    /// is about following people, which these files cannot.
    pub fn keeps_program(self) -> bool {
        self.answer != Some(false) && !self.shared
    }

    /// Whether somebody is to be asked.
    fn asks(self) -> bool {
        let something = privacy::inventory::optional().next().is_some();
        something && self.answer.is_none() && !self.gpc && !self.shared
    }
}

/// What the editor may remember of how it was used last, and with what its cookie
/// is set. The server provides it after a yes.
#[derive(Clone, Debug)]
pub struct Remembers {
    /// The name of the template.
    pub template: Option<String>,
    /// What stands behind the cookie's value.
    pub attributes: String,
}

/// Asks whom nobody has asked.
#[component]
pub(crate) fn OptionalNotice(
    page: Page,
    /// The page's address, if it has more than one.
    #[prop(optional, into)]
    to: String,
) -> impl IntoView {
    let lang = lang();
    let asks = use_context::<Optional>().is_some_and(Optional::asks);
    // There the question stands in the page itself.
    (asks && page != Page::Storage).then(|| {
        let to = match to.is_empty() {
            true => page.path().to_owned(),
            false => to,
        };
        view! {
            <section class="optional" aria-label=t::optional(lang)>
                <p>
                    {t::optional_ask(lang)}
                    " "
                    // Room is scarce in the editor; the page says the rest.
                    {(page != Page::Edit).then(|| t::optional_text(lang))}
                    " "
                    <a href=Page::Storage.path()>{t::nav_storage(lang)}</a>
                </p>
                {answers(to, lang)}
            </section>
        }
    })
}

/// How it stands, and both answers, always in reach.
#[component]
pub(super) fn OptionalChoice() -> impl IntoView {
    let lang = lang();
    let optional = use_context::<Optional>().unwrap_or_default();
    let something = privacy::inventory::optional().next().is_some();
    something.then(|| {
        let state = match optional {
            Optional { gpc: true, .. } => t::optional_gpc(lang),
            Optional { answer: Some(true), .. } => t::optional_yes(lang),
            Optional { answer: Some(false), .. } => t::optional_no(lang),
            Optional { answer: None, .. } => t::optional_unanswered(lang),
        };
        view! {
            <section class="optional" aria-labelledby="optional">
                <h2 id="optional">{t::optional(lang)}</h2>
                <p>{t::optional_ask(lang)} " " {t::optional_text(lang)}</p>
                <p><strong>{state}</strong></p>
                {(!optional.gpc && !optional.shared).then(|| answers(Page::Storage.path().to_owned(), lang))}
            </section>
        }
    })
}

/// Two buttons of one kind.
fn answers(to: String, lang: Lang) -> impl IntoView {
    view! {
        <form method="post" action=PATH class="optional-answers">
            <input type="hidden" name="to" value=to/>
            <button class="button" name="answer" value=YES>{t::optional_accept(lang)}</button>
            <button class="button" name="answer" value=NO>{t::optional_decline(lang)}</button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::Optional;

    #[test]
    fn nothing_is_stored_without_a_yes_and_a_signal_is_a_no() {
        let said = |answer| Optional {
            answer,
            ..Optional::default()
        };
        assert!(said(None).keeps_program() && !said(Some(false)).keeps_program());
        assert!(said(None).asks() && !said(None).may());
        assert!(!said(Some(false)).asks() && !said(Some(false)).may());
        assert!(!said(Some(true)).asks() && said(Some(true)).may());
        for answer in [None, Some(false), Some(true)] {
            for (gpc, shared) in [(true, false), (false, true)] {
                let said = Optional {
                    answer,
                    gpc,
                    shared,
                };
                assert!(!said.asks() && !said.may(), "{said:?}");
                assert_eq!(said.keeps_program(), answer != Some(false) && !shared);
            }
        }
    }
}
