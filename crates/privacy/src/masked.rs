//! What those who work here may see of a person: nothing, until they say why.
//!
//! What is masked is opened in one of the kinds below, with a reason, for
//! [`OPEN_MINUTES`]. Personal details are not among them, nor what opens an account:
//! these nobody here opens.

use crate::purpose::Purpose;

/// Something of a person that is masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Masked {
    /// The address of e-mail with which they sign in.
    Address,
    /// When somebody signed in, and from which browser.
    SignIns,
    /// What stands in their saved CVs and letters, as others would see it.
    Documents,
    /// Where their public pages are.
    Pages,
    /// What stands in a case of theirs.
    Case,
}

/// What was opened is masked again after so many minutes.
pub const OPEN_MINUTES: u16 = 30;
/// Characters that a reason has at least, so that it can be one.
pub const REASON_LEAST: usize = 10;
/// And at most.
pub const REASON_MOST: usize = 500;

impl Masked {
    pub const ALL: [Masked; 5] = [
        Masked::Address,
        Masked::SignIns,
        Masked::Documents,
        Masked::Pages,
        Masked::Case,
    ];

    /// The name that is stored.
    pub const fn name(self) -> &'static str {
        match self {
            Masked::Address => "address",
            Masked::SignIns => "sign_ins",
            Masked::Documents => "documents",
            Masked::Pages => "pages",
            Masked::Case => "case",
        }
    }

    pub fn from_name(name: &str) -> Option<Masked> {
        Masked::ALL.into_iter().find(|masked| masked.name() == name)
    }

    /// Where in the inventory it stands, and for which of its purposes it is opened.
    /// None for a case, which was written to be read here.
    pub const fn declared(self) -> Option<(&'static str, Purpose)> {
        match self {
            Masked::Address => Some(("login.email", Purpose::SignIn)),
            Masked::SignIns => Some(("sign_in.agent", Purpose::Protect)),
            Masked::Documents => Some(("document.content", Purpose::KeepSaved)),
            Masked::Pages => Some(("publication.slug", Purpose::Publish)),
            Masked::Case => None,
        }
    }
}
