//! For whom a page is: nobody, who opened an owner link, or a member.
//!
//! The server says it in attributes of `<html>`, and the browser reads it from
//! there. It is fixed while a page lives: whoever signs in or out loads pages anew.

use leptos::prelude::*;

/// Who somebody is to the server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Nobody,
    /// An account without a sign-in, which an owner link opens.
    Link,
    Member,
}

impl Kind {
    /// As `data-account` says it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Nobody => "none",
            Kind::Link => "link",
            Kind::Member => "member",
        }
    }
}

/// The header in which a member's page says whom it is for ([`AccountHere::tag`]).
pub(crate) const PAGE_OF: &str = "merit-account";

/// The header in which a call says beside which saved CV it is made, where it names
/// nothing else of the account: an owner link may have led this browser to another
/// since.
pub(crate) const BESIDE: &str = "merit-cv";

/// Whom the page is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountHere {
    pub kind: Kind,
    /// What stands for a member's account in the names of what this browser
    /// stores: 16 letters that say nothing. Others have none.
    pub tag: Option<String>,
    /// Others use this computer too: nothing is stored in it.
    pub shared: bool,
}

impl AccountHere {
    /// The name of something stored, which is another one for each member, so
    /// that nobody sees or merges what is another's.
    pub fn name(&self, name: &str) -> String {
        match &self.tag {
            Some(tag) => format!("{name}-{tag}"),
            None => name.to_owned(),
        }
    }

    pub(crate) fn member(&self) -> bool {
        self.kind == Kind::Member
    }
}

/// Whom the page that is being rendered is for.
#[cfg(feature = "ssr")]
pub(crate) fn here() -> AccountHere {
    use_context().unwrap_or_default()
}

#[cfg(not(feature = "ssr"))]
pub(crate) use of_page as here;

/// The version of the terms that the server links to from the current page.
pub(crate) fn terms_of_page() -> String {
    let html = document().document_element();
    let version = html.and_then(|html| html.get_attribute("data-terms"));
    version.unwrap_or_default()
}

/// Whom the server rendered the current page for.
pub(crate) fn of_page() -> AccountHere {
    let html = document().document_element();
    let said = |name| html.as_ref().and_then(|html| html.get_attribute(name));
    let kind = match said("data-account").as_deref() {
        Some("member") => Kind::Member,
        Some("link") => Kind::Link,
        _ => Kind::Nobody,
    };
    AccountHere {
        kind,
        tag: said("data-account-tag"),
        shared: said("data-shared").is_some(),
    }
}
