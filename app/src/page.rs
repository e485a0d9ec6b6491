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
    /// The categories of data: where from, what for, to whom.
    Categories,
    /// The same by the categories of the Californian law.
    California,
    /// The record of processing.
    Record,
    /// Which rights the law of a place gives. A parameter of its address names the place.
    Rights,
    /// Who gets data, and in which country.
    Recipients,
    /// To whom people complain.
    Authorities,
    /// That somebody else becomes responsible.
    Coming,
    /// The terms of service that hold now.
    Terms,
    /// A text of theirs that was shown here once. Its address names it.
    TermsText,
    /// What was promised, and what shows that it is kept.
    Promises,
    /// Where a saved CV is published. Its address names the document.
    Share,
    /// How often a public page was opened. Its address names document and page.
    Statistics,
    /// Where somebody reports a public page. Its address names the page's.
    Report,
    SignUp,
    SignIn,
    /// The second factor, after the password.
    SignInCode,
    /// Once more who one is, before something that matters.
    Prove,
    AskReset,
    /// A letter is on its way, if the address can be used.
    CheckMail,
    /// Behind a letter's link: the password of an account.
    ChoosePassword,
    /// Behind a letter's link: another address.
    ConfirmEmail,
    /// The first administrator.
    SetUp,
    Account,
    SecondFactor,
    RecoveryCodes,
    Devices,
    /// A copy of everything.
    Export,
    /// What is kept of its owner, who has looked at it, and what they can do.
    MyData,
    /// What its owner agrees to.
    Consents,
    /// Newer terms, or a newer policy, and the answer to them.
    Acceptance,
    /// A change of the policy that comes, and the answer to it.
    PolicyChange,
    /// A copy of everything, and then the end.
    Leave,
    /// What an erasure takes and leaves, and the wish for it.
    Erase,
    /// Behind a secret: what became of an erasure, and its report.
    Erasure,
    /// "My CVs".
    Cvs,
    /// What a saved CV was before. Its address names the document.
    Versions,
    /// Two of its versions side by side.
    Compare,
    /// Questions and complaints, with or without an account.
    Contact,
    /// Using one's rights, with or without an account.
    Request,
    /// What was asked has come.
    RequestSent,
    /// A code that was sent by mail.
    RequestCode,
    /// What the member has asked.
    OwnCases,
    Admin,
    /// What was reported of public pages.
    Reports,
    /// One of them. Its address names it.
    ReportCase,
    Audit,
    /// Where changes of the policy are announced.
    PolicyAdmin,
    /// The queue of what people ask.
    Cases,
    /// One of them. Its address names it.
    Case,
    /// A part of the console, each with an address of its own.
    Console,
    /// The operator's registers, and what is to be done about them.
    Registers,
    /// One of them. Its address names it.
    Entries,
    Disclosures,
    Successions,
    /// Answers the address of a public page that was taken down, with status 410.
    Gone,
    /// Answers the address of a public page that is not shown at the moment, with
    /// status 404.
    Hidden,
    /// Asks for the password of a public page.
    Locked,
    /// Whether others use this computer too: then nothing is stored in it.
    Shared,
    /// Ends the session, and says what goes with it.
    SignOut,
    /// Says that it is done.
    SignedOut,
    /// Says that it is done, and that the browser keeps what is stored in it.
    SignedOutKept,
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
    pub const ALL: [Page; 16] = [
        Page::Landing,
        Page::Edit,
        Page::Storage,
        Page::Privacy,
        Page::Categories,
        Page::California,
        Page::Record,
        Page::Recipients,
        Page::Authorities,
        Page::Coming,
        Page::Terms,
        Page::Promises,
        Page::Shared,
        Page::SignOut,
        Page::SignedOut,
        Page::SignedOutKept,
    ];

    pub fn path(self) -> &'static str {
        match self {
            Page::Landing => "/",
            Page::Edit => "/edit",
            Page::Storage => "/storage",
            Page::Privacy => "/privacy",
            Page::Categories => "/privacy/categories",
            Page::California => "/privacy/california",
            Page::Record => "/privacy/record",
            Page::Rights => "/privacy/rights",
            Page::Recipients => "/privacy/recipients",
            Page::Authorities => "/privacy/authorities",
            Page::Coming => "/privacy/controller",
            Page::Terms | Page::TermsText => "/terms",
            Page::Promises => "/promises",
            Page::Share | Page::Statistics => "/share",
            Page::Report => "/report",
            Page::SignUp => "/sign-up",
            Page::SignIn => "/sign-in",
            Page::SignInCode => "/sign-in/code",
            Page::Prove => "/sign-in/again",
            Page::AskReset => "/reset",
            Page::CheckMail => "/check-mail",
            Page::ChoosePassword => "/confirm",
            Page::ConfirmEmail => "/email",
            Page::SetUp => "/setup",
            Page::Account => "/account",
            Page::SecondFactor => "/account/second-factor",
            Page::RecoveryCodes => "/account/recovery-codes",
            Page::Devices => "/account/devices",
            Page::Export => "/account/export",
            Page::MyData => "/account/data",
            Page::Consents => "/account/consents",
            Page::Acceptance => "/account/terms",
            Page::PolicyChange => "/account/policy",
            Page::Leave => "/account/leave",
            Page::Erase => "/account/erase",
            Page::Erasure => "/erasure",
            Page::Cvs => "/cvs",
            Page::Versions | Page::Compare => "/cvs/draft/versions",
            Page::Contact => "/contact",
            Page::Request => "/privacy/request",
            Page::RequestSent => "/privacy/request/sent",
            Page::RequestCode => "/privacy/request/code",
            Page::OwnCases => "/account/cases",
            Page::Cases | Page::Case => "/admin/cases",
            Page::Admin | Page::Console => "/admin",
            Page::Reports | Page::ReportCase => "/admin/reports",
            Page::Audit => "/admin/audit",
            Page::PolicyAdmin => "/admin/policy",
            Page::Registers | Page::Entries => "/admin/registers",
            Page::Disclosures => "/admin/registers/disclosures",
            Page::Successions => "/admin/registers/controller",
            Page::Shared => "/shared",
            Page::SignOut => "/sign-out",
            Page::SignedOut => "/sign-out/done",
            Page::SignedOutKept => "/sign-out/kept",
            Page::Erased | Page::NotErased => "/storage/erase",
            Page::Gone => "/410",
            Page::Hidden | Page::Locked => "/cv",
            Page::TooMany => "/429",
            Page::NotFound => "/404",
        }
    }

    /// Whether the page has a script of its own, for passkeys. It works without.
    pub fn passkeys(self) -> bool {
        use Page::{Account, Prove, SignIn, SignUp};
        matches!(self, SignUp | SignIn | Prove | Account)
    }

    /// Whether the page is hydrated. All others are sent without scripts.
    pub fn interactive(self) -> bool {
        self == Page::Edit
    }
}

/// Why each field of the editor asks for what it asks for.
pub const WHY: &str = "/privacy/categories#why";

/// What stands behind `/edit` where the editor is to sign out: it first sends what
/// the server has not.
pub const SIGN_OUT: &str = "#sign-out";
/// What stands there to ask once more about drafts from before a member signed in.
pub const OLD_DRAFTS: &str = "#old-drafts";
/// What stands before a document's id behind `/edit` to open that document.
pub const SAVED: &str = "#cv=";
/// The worker that opens the editor without a network. It controls what lies under
/// [`Page::Edit`] and nothing else.
pub const WORKER: &str = "/offline.js";
/// Before the language: the page that it opens it with.
pub const SHELL: &str = "/edit/shell/";
/// And that begins with a new CV, or with a new letter: for a document of the
/// account's with `=` and its id.
pub const NEW: &str = "#new";
pub const LETTER: &str = "#letter";

/// Where a document that is saved as `id` is shared.
pub fn share_path(id: &str) -> String {
    format!("{}/{id}", Page::Share.path())
}

/// Where its owner sees how often a page of a document was opened.
pub fn statistics_path(document: &str, page: &str) -> String {
    format!("{}/{document}/{page}/statistics", Page::Share.path())
}

/// Where somebody reports the page that has this last part of an address.
pub fn report_path(slug: &str) -> String {
    format!("{}/{slug}", Page::Report.path())
}

/// Where the versions are of a document that is saved as `id`.
pub fn versions_path(id: &str) -> String {
    format!("{}/{id}/versions", Page::Cvs.path())
}

/// Where a text of the terms can be read, by its hash.
pub fn terms_path(hash: &str) -> String {
    format!("{}/{hash}", Page::Terms.path())
}

/// Has a browser load a page anew after so many seconds, without a script. The
/// server provides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refresh(pub u32);
