//! What data is used for, and what allows it.

/// What data is used for. Closed: nothing is read for a purpose that is not
/// here, and nothing is here that the product does not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// Write, typeset, import, export and download the CV.
    MakeCv,
    /// Have the draft ready when its owner comes back.
    KeepDraft,
    /// Remember a choice that the visitor made, such as the site's language.
    RememberChoice,
    /// Keep what its owner has saved on the server, and bring it to their
    /// other devices.
    KeepSaved,
    /// Show others what its owner has published.
    Publish,
    /// Count by the day how often what its owner has published is opened.
    Count,
    /// Look into what others report of a public page, and take it down.
    Moderate,
    /// Recognise the browsers and links that may act for an account.
    Recognise,
    /// Know its owner when they sign in.
    SignIn,
    /// Keep others out of an account, and see when somebody was in it.
    Protect,
    /// Be able to show that the rules were kept: age, policy.
    Account,
    /// Write to its owner about their account, by mail.
    Notify,
    /// Give its owner a copy of everything that is held of them.
    Export,
    /// Answer whoever uses their rights, or asks about them.
    Rights,
    /// Keep single items that a legal claim or a duty of law needs.
    Hold,
    /// See that the server works, and find what is wrong when it does not.
    Operate,
}

impl Purpose {
    pub const ALL: [Purpose; 16] = [
        Purpose::MakeCv,
        Purpose::KeepDraft,
        Purpose::RememberChoice,
        Purpose::KeepSaved,
        Purpose::Publish,
        Purpose::Count,
        Purpose::Moderate,
        Purpose::Recognise,
        Purpose::SignIn,
        Purpose::Protect,
        Purpose::Account,
        Purpose::Notify,
        Purpose::Export,
        Purpose::Rights,
        Purpose::Hold,
        Purpose::Operate,
    ];

    /// Whether its owner alone has the use of it.
    pub const fn is_the_owners_own(self) -> bool {
        matches!(
            self,
            Purpose::MakeCv | Purpose::KeepDraft | Purpose::RememberChoice | Purpose::KeepSaved
        )
    }

    /// Whether it goes on while processing is restricted: what keeps the data,
    /// lets its owner at it, and keeps others out. A letter is asked by what it
    /// says, not by this.
    pub const fn outlasts_restriction(self) -> bool {
        match self {
            Purpose::Publish | Purpose::Count | Purpose::Notify => false,
            Purpose::MakeCv
            | Purpose::KeepDraft
            | Purpose::RememberChoice
            | Purpose::KeepSaved
            // A duty of law, which is not its owner's to end.
            | Purpose::Moderate
            | Purpose::Recognise
            | Purpose::SignIn
            | Purpose::Protect
            | Purpose::Account
            | Purpose::Export
            | Purpose::Rights
            // Article 18(2): for legal claims.
            | Purpose::Hold
            | Purpose::Operate => true,
        }
    }

    /// Whether its owner may object to it (GDPR, Article 21(1)): what the server
    /// does with their data by a legitimate interest, and not by contract, duty or
    /// consent. A test compares it with the inventory.
    pub const fn may_be_objected_to(self) -> bool {
        match self {
            Purpose::Protect | Purpose::Count => true,
            // By a legitimate interest too, but the log is about nobody.
            Purpose::Operate => false,
            // The article itself leaves out what legal claims need.
            Purpose::Hold => false,
            Purpose::MakeCv
            | Purpose::KeepDraft
            | Purpose::RememberChoice
            | Purpose::KeepSaved
            | Purpose::Publish
            | Purpose::Moderate
            | Purpose::Recognise
            | Purpose::SignIn
            | Purpose::Account
            | Purpose::Notify
            | Purpose::Export
            | Purpose::Rights => false,
        }
    }
}

/// What allows a use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LegalBasis {
    /// GDPR, Article 6(1)(b): the service that the person asks for needs it.
    Contract,
    /// GDPR, Article 6(1)(a): freely given, withdrawn as easily.
    Consent,
    /// GDPR, Article 6(1)(f): for other people whom a CV names, the interest of
    /// its owner in naming them; for what protects accounts and keeps the server
    /// running, everybody's interest in that.
    LegitimateInterest,
    /// GDPR, Article 6(1)(c) with 5(2): the law asks us to be able to show it.
    LegalObligation,
    /// ePrivacy Directive, Article 5(3): stored on the device because what the
    /// person asked for cannot be done without it.
    StrictlyNecessary,
}
