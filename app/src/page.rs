//! The pages of the site: one list, which the server's router walks.

/// A page that is served at a fixed address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Landing,
    Edit,
    /// What the browser stores, and why.
    Storage,
    /// Says that the browser has been told to remove everything.
    Erased,
    /// Says why it could not be told.
    NotErased,
    /// Answers every address that is none of ours, with status 404.
    NotFound,
}

impl Page {
    /// The pages with an address of their own.
    pub const ALL: [Page; 3] = [Page::Landing, Page::Edit, Page::Storage];

    pub fn path(self) -> &'static str {
        match self {
            Page::Landing => "/",
            Page::Edit => "/edit",
            Page::Storage => "/storage",
            Page::Erased | Page::NotErased => "/storage/erase",
            Page::NotFound => "/404",
        }
    }

    /// Whether the page is hydrated. All others are sent without scripts.
    pub fn interactive(self) -> bool {
        self == Page::Edit
    }
}
