//! Whether a person has to give something, and what happens if they do not
//! (GDPR, article 13(2)(e)).

/// Whether a person has to give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The service cannot be had without it.
    Mandatory(Consequence),
    /// It can be left out, and nothing else gets worse.
    Optional,
    /// It is not asked for unless a person consents first.
    OptIn,
}

/// What does not work without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consequence {
    /// Nothing is kept in this browser.
    NoDraft,
    /// Nothing is kept on the server.
    NotSaved,
    /// There is no public page.
    NotPublished,
    /// Nobody is recognised when they come back.
    NotRecognised,
    /// Nobody can sign in.
    NoSignIn,
    /// There is no account, because nobody could show that it may be there.
    NoAccount,
    /// An account cannot be protected.
    NotProtected,
    /// No letter arrives.
    NoLetter,
    /// Nobody can be answered who uses a right.
    NotAnswered,
    /// No page is answered.
    NoAnswer,
    /// What was begun is not done, and all stays as it is.
    NotChanged,
    /// What is behind it stays closed.
    NotOpened,
}
