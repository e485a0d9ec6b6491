//! Why somebody reports a public page, and why one is taken down: the same short
//! list, so that what was reported can be answered in its own words.

/// What is wrong with a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// It pretends to be somebody's who it is not.
    Impersonation,
    /// It shows data about somebody else, who does not want that.
    OthersData,
    /// It deceives, or wants money or passwords.
    Fraud,
    /// It threatens or incites to hatred.
    Hateful,
    /// It shows what belongs to somebody else.
    Copyright,
    /// Something else that the law forbids.
    Unlawful,
    /// Something else that the terms of service forbid.
    Terms,
}

impl Reason {
    pub const ALL: [Reason; 7] = [
        Reason::Impersonation,
        Reason::OthersData,
        Reason::Fraud,
        Reason::Hateful,
        Reason::Copyright,
        Reason::Unlawful,
        Reason::Terms,
    ];

    /// The name that is stored, at most 16 letters.
    pub const fn name(self) -> &'static str {
        match self {
            Reason::Impersonation => "impersonation",
            Reason::OthersData => "others_data",
            Reason::Fraud => "fraud",
            Reason::Hateful => "hateful",
            Reason::Copyright => "copyright",
            Reason::Unlawful => "unlawful",
            Reason::Terms => "terms",
        }
    }

    pub fn from_name(name: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.name() == name)
    }
}
