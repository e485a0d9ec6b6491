//! The pages of the site: one list, which the server's router walks.

/// A page that is served at a fixed address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Landing,
    Edit,
    /// What the browser stores, and why.
    Storage,
    /// The policy: what is kept of whom, why, for how long.
    Privacy,
    /// Where a saved CV is published. Its address names the document.
    Share,
    /// Answers the address of a public page that was taken down, with status 410.
    Gone,
    /// Says that the browser has been told to remove everything.
    Erased,
    /// Says why it could not be told.
    NotErased,
    /// Says how long to wait, with status 429.
    TooMany,
    /// Answers every address that is none of ours, with status 404.
    NotFound,
}

impl Page {
    /// The pages with an address of their own.
    pub const ALL: [Page; 4] = [Page::Landing, Page::Edit, Page::Storage, Page::Privacy];

    pub fn path(self) -> &'static str {
        match self {
            Page::Landing => "/",
            Page::Edit => "/edit",
            Page::Storage => "/storage",
            Page::Privacy => "/privacy",
            Page::Share => "/share",
            Page::Erased | Page::NotErased => "/storage/erase",
            Page::Gone => "/410",
            Page::TooMany => "/429",
            Page::NotFound => "/404",
        }
    }

    /// Whether the page is hydrated. All others are sent without scripts.
    pub fn interactive(self) -> bool {
        self == Page::Edit
    }
}

/// Where a document that is saved as `id` is shared.
pub fn share_path(id: &str) -> String {
    format!("{}/{id}", Page::Share.path())
}
