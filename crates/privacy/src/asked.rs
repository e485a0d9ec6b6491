//! What forms ask of somebody, field by field: where the answer stands in the
//! [`inventory`](crate::inventory), from which its retention comes, and whether it
//! has to be given. The words are in `texts::why`; beside each field they say why.
//!
//! One column may hold what several fields ask for, some of which may stay empty. So
//! the need is the field's own.

use crate::inventory::{Consequence, Need};

use Consequence::{
    NoLetter, NoSignIn, NotAnswered, NotChanged, NotOpened, NotProtected, NotPublished,
};
use Need::{Mandatory, Optional};

macro_rules! asked {
    ($($(#[$about:meta])* $asked:ident $name:literal $path:expr, $need:expr;)*) => {
        /// A field of a form that asks for something about somebody.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Asked { $($(#[$about])* $asked),* }

        impl Asked {
            pub const ALL: &[Asked] = &[$(Asked::$asked),*];

            /// As it stands in the ids of a page.
            pub const fn name(self) -> &'static str {
                match self { $(Asked::$asked => $name),* }
            }

            /// Where the answer stands in the inventory. None for what is only
            /// compared, or looked up, and not kept.
            pub const fn path(self) -> Option<&'static str> {
                match self { $(Asked::$asked => $path),* }
            }

            pub const fn need(self) -> Need {
                match self { $(Asked::$asked => $need),* }
            }
        }
    };
}

asked! {
    SignUpEmail "sign-up-email" Some("login.email"), Mandatory(NoSignIn);
    SignInEmail "sign-in-email" Some("login.email"), Mandatory(NoSignIn);
    /// The one that there is.
    SignInPassword "sign-in-password" Some("login.password"), Mandatory(NoSignIn);
    NewPassword "new-password" Some("login.password"), Mandatory(NotProtected);
    /// Of an application, or a recovery code.
    SignInCode "sign-in-code" None, Mandatory(NoSignIn);
    /// The first of an application.
    FirstCode "first-code" None, Mandatory(NotChanged);
    ResetEmail "reset-email" Some("letter:to"), Mandatory(NoLetter);
    NewEmail "new-email" Some("login.email"), Mandatory(NotChanged);
    PasskeyName "passkey-name" Some("passkey.name"), Optional;
    OwnerLink "owner-link" None, Mandatory(NotChanged);
    /// Where somebody lives, to be kept.
    Residence "residence" Some("residence.place"), Optional;
    /// The same, to look at its law once.
    PlaceOfLaw "place-of-law" None, Optional;
    CaseMatter "case-matter" Some("privacy_case.matter"), Mandatory(NotAnswered);
    CaseEmail "case-email" Some("privacy_case.content"), Mandatory(NotAnswered);
    CaseText "case-text" Some("privacy_case.content"), Optional;
    /// Under which somebody is named in a CV.
    NamedName "named-name" Some("privacy_case.content"), Mandatory(NotAnswered);
    NamedPhone "named-phone" Some("privacy_case.content"), Optional;
    NamedPage "named-page" Some("privacy_case.content"), Optional;
    CaseNumber "case-number" None, Mandatory(NotAnswered);
    CaseCode "case-code" None, Mandatory(NotAnswered);
    ReportReason "report-reason" Some("page_report.reason"), Mandatory(NotAnswered);
    ReportText "report-text" Some("page_report.text"), Mandatory(NotAnswered);
    ReportEmail "report-email" Some("page_report.email"), Optional;
    LinkName "link-name" Some("publication.name"), Optional;
    LinkSlug "link-slug" Some("publication.slug"), Mandatory(NotPublished);
    LinkPassword "link-password" Some("publication.password"), Optional;
    /// By whoever was given it.
    PagePassword "page-password" None, Mandatory(NotOpened);
    CvName "cv-name" Some("document.name"), Optional;
    VersionName "version-name" Some("document_version.name"), Optional;
    /// From here on, what the editor asks for.
    Name "name" Some("basics.name"), Optional;
    Occupation "occupation" Some("basics.label"), Optional;
    Email "email" Some("basics.email"), Optional;
    Phone "phone" Some("basics.phone"), Optional;
    WebAddress "web-address" Some("basics.url"), Optional;
    Address "address" Some("basics.address"), Optional;
    Photo "photo" Some("photo.file"), Optional;
    Profiles "profiles" Some("profiles[].username"), Optional;
    DrivingLicence "driving-licence" Some("drivingLicence[].classes"), Optional;
    Referee "referee" Some("references[].name"), Optional;
}

impl Asked {
    /// What the editor asks for of whoever writes a CV. Its personal details have
    /// their reasons where they are ticked, one by one.
    pub const EDITOR: [Asked; 10] = [
        Asked::Name,
        Asked::Occupation,
        Asked::Email,
        Asked::Phone,
        Asked::WebAddress,
        Asked::Address,
        Asked::Photo,
        Asked::Profiles,
        Asked::DrivingLicence,
        Asked::Referee,
    ];
}
