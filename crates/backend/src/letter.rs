//! Letters: what is said to a person by mail. Which words say it is another
//! crate's affair.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The language of a letter: that of the site when it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailLang {
    Sv,
    En,
}

impl MailLang {
    /// Its tag (BCP 47), as it is stored.
    pub fn tag(self) -> &'static str {
        match self {
            MailLang::Sv => "sv",
            MailLang::En => "en",
        }
    }

    /// Swedish, unless the tag says English.
    pub fn from_tag(tag: &str) -> MailLang {
        match tag {
            "en" => MailLang::En,
            _ => MailLang::Sv,
        }
    }
}

/// What a letter says. A token is the secret of a link, as it stands in its
/// address. It is stored sealed, as JSON: a new letter is a new variant, and one
/// that is no longer sent stays until the last of its kind has gone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Letter {
    /// The address was given at sign-up, and is to be confirmed.
    ConfirmSignUp {
        token: String,
    },
    /// The address was given at sign-up, and has an account already.
    AlreadyMember,
    ResetPassword {
        token: String,
    },
    /// To the new address, which is to be confirmed.
    ConfirmEmail {
        token: String,
    },
    /// To the old address. `to` is the new one, as [`masked`] shows it.
    EmailChanging {
        to: String,
    },
    /// To the old address, when the change is done.
    EmailChanged,
    PasswordChanged,
    /// Somebody signed in from a browser that was not seen before. `at` is in
    /// milliseconds since 1970.
    NewDevice {
        browser: String,
        system: String,
        at: i64,
    },
    /// A passkey, a code generator or recovery codes came or went.
    SecondFactorChanged,
    /// The person objects to what protects their account.
    Objected,
    /// The person said that somebody else was in the account.
    Compromised,
    /// An administrator invites somebody to sign up.
    Invitation {
        token: String,
    },
    /// The policy changes on a day: YYYY-MM-DD.
    PolicyChange {
        day: String,
    },
    /// The same, and something has to be agreed to anew.
    PolicyRenewal {
        day: String,
    },
    AccountErased,
    /// A request has come. The day is the first moment at which it would be late, in
    /// milliseconds since 1970; the code is empty where nobody has to show who they are.
    CaseReceived {
        number: String,
        matter: String,
        due: i64,
        code: String,
    },
    /// Another code for whoever has asked.
    CaseCode {
        number: String,
        code: String,
    },
    /// The answer takes longer, and why.
    CaseExtended {
        number: String,
        due: i64,
        reason: String,
    },
    CaseAnswered {
        number: String,
        text: String,
    },
    CaseRefused {
        number: String,
        text: String,
    },
    /// To the owner of a CV that names somebody else.
    CaseOwnerAsked {
        number: String,
        text: String,
    },
    /// To those who work here: a case is due soon.
    CasePressing {
        number: String,
        due: i64,
    },
    /// To those who work here: the day of a case is over.
    CaseLate {
        number: String,
        due: i64,
    },
    /// The account will be erased, unless its owner changes their mind. `at` is
    /// in milliseconds since 1970; the token is that of the report.
    ErasureAsked {
        token: String,
        at: i64,
    },
    /// A link to a document ends by itself. `at` is in milliseconds since 1970. Not
    /// which link: its address is for whom it was given to.
    LinkEnding {
        document: String,
        at: i64,
    },
    /// Those who run the server have taken a public page of the person's down.
    /// `document` is the id of what it shows, and `reason` the name of why.
    PageTakenDown {
        document: String,
        reason: String,
    },
    /// It may be shown again.
    PagePutBack {
        document: String,
    },
    /// Those who run the server have blocked the account, and say why.
    Blocked {
        reason: String,
    },
    /// Nobody has used the account for long, and it goes then: milliseconds since 1970.
    Dormant {
        at: i64,
    },
    /// To those who run the server: it has found something wrong with itself.
    ProofFailed,
    /// Something of the person's was given to an authority or an adviser.
    Disclosed,
    /// Somebody else becomes responsible, from a day on. `at` is in milliseconds
    /// since 1970.
    ControllerChanges {
        name: String,
        at: i64,
    },
    /// That was called off: nobody else becomes responsible.
    ControllerStays {
        name: String,
        at: i64,
    },
}

impl Letter {
    /// Whether it is sent although its person has restricted processing: it is
    /// the answer to what they have just asked for, or about the safety of their
    /// account.
    pub fn is_essential(&self) -> bool {
        match self {
            Letter::ConfirmSignUp { .. }
            | Letter::AlreadyMember
            | Letter::ResetPassword { .. }
            | Letter::ConfirmEmail { .. }
            | Letter::EmailChanging { .. }
            | Letter::EmailChanged
            | Letter::PasswordChanged
            | Letter::NewDevice { .. }
            | Letter::SecondFactorChanged
            | Letter::Objected
            | Letter::Compromised
            // What is done with their data, restricted or not, is theirs to know.
            | Letter::PolicyChange { .. }
            | Letter::PolicyRenewal { .. }
            | Letter::AccountErased
            | Letter::CaseReceived { .. }
            | Letter::CaseCode { .. }
            | Letter::CaseExtended { .. }
            | Letter::CaseAnswered { .. }
            | Letter::CaseRefused { .. }
            | Letter::CaseOwnerAsked { .. }
            | Letter::CasePressing { .. }
            | Letter::CaseLate { .. }
            | Letter::ErasureAsked { .. }
            | Letter::Blocked { .. }
            | Letter::ProofFailed
            // The law wants these told (Regulation (EU) 2022/2065, Article 17, of a page).
            | Letter::Disclosed
            | Letter::ControllerChanges { .. }
            | Letter::ControllerStays { .. }
            | Letter::PageTakenDown { .. }
            | Letter::PagePutBack { .. } => true,
            Letter::Invitation { .. } | Letter::LinkEnding { .. } | Letter::Dormant { .. } => false,
        }
    }

    /// The name of what is said, for the operator: nothing about anybody.
    pub fn kind(&self) -> &'static str {
        match self {
            Letter::ConfirmSignUp { .. } => "confirm sign-up",
            Letter::AlreadyMember => "already a member",
            Letter::ResetPassword { .. } => "reset password",
            Letter::ConfirmEmail { .. } => "confirm e-mail",
            Letter::EmailChanging { .. } => "e-mail changing",
            Letter::EmailChanged => "e-mail changed",
            Letter::PasswordChanged => "password changed",
            Letter::NewDevice { .. } => "new device",
            Letter::SecondFactorChanged => "second factor changed",
            Letter::Objected => "objected",
            Letter::Compromised => "compromised",
            Letter::Invitation { .. } => "invitation",
            Letter::PolicyChange { .. } => "policy change",
            Letter::PolicyRenewal { .. } => "policy change, with a consent",
            Letter::AccountErased => "account erased",
            Letter::CaseReceived { .. } => "case received",
            Letter::CaseCode { .. } => "case code",
            Letter::CaseExtended { .. } => "case extended",
            Letter::CaseAnswered { .. } => "case answered",
            Letter::CaseRefused { .. } => "case refused",
            Letter::CaseOwnerAsked { .. } => "owner asked about a case",
            Letter::CasePressing { .. } => "case due soon",
            Letter::CaseLate { .. } => "case late",
            Letter::ErasureAsked { .. } => "erasure asked",
            Letter::LinkEnding { .. } => "link ending",
            Letter::PageTakenDown { .. } => "page taken down",
            Letter::PagePutBack { .. } => "page put back",
            Letter::Blocked { .. } => "blocked",
            Letter::Dormant { .. } => "dormant",
            Letter::ProofFailed => "self-proof failed",
            Letter::Disclosed => "disclosed",
            Letter::ControllerChanges { .. } => "controller changes",
            Letter::ControllerStays { .. } => "controller stays",
        }
    }
}

/// How many days the links of letters work, as their words say. Longer than a
/// letter may be on its way.
pub const SIGN_UP_DAYS: i64 = privacy::inventory::TICKET_DAYS as i64;
pub const RESET_DAYS: i64 = 1;
pub const EMAIL_DAYS: i64 = 1;
pub const INVITATION_DAYS: i64 = privacy::inventory::TICKET_DAYS as i64;

/// A debug print must not give a token away.
impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letter({})", self.kind())
    }
}

/// An address that its owner recognises and nobody else learns: the first letter
/// and what stands after the `@`.
pub fn masked(address: &str) -> String {
    let (name, host) = address.rsplit_once('@').unwrap_or((address, ""));
    let first: String = name.chars().take(1).collect();
    format!("{first}…@{host}")
}
