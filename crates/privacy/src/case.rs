//! Cases: what people ask of whoever holds their data, how a case goes on, and
//! when it has to be answered.
//!
//! Anybody may ask: a member, somebody who is known by an e-mail address alone, or
//! somebody whom a stranger's CV names. What they ask is a [`Matter`]; how far it
//! has come is a [`State`], which only a [`Step`] changes; by when it is answered
//! is the [`clock`]'s affair.

pub mod clock;
mod holidays;
mod zone;

pub use holidays::{is_holiday, is_working_day};
pub use zone::Zone;

macro_rules! named {
    ($(#[$doc:meta])* $kind:ident { $($(#[$what:meta])* $variant:ident $name:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $kind { $($(#[$what])* $variant),* }

        impl $kind {
            pub const ALL: &[$kind] = &[$($kind::$variant),*];

            /// As it is stored, and stands in forms.
            pub const fn name(self) -> &'static str {
                match self { $($kind::$variant => $name),* }
            }

            pub fn from_name(name: &str) -> Option<$kind> {
                match name { $($name => Some($kind::$variant),)* _ => None }
            }
        }
    };
}

named! {
    /// What somebody asks for.
    Matter {
        /// What is done with their data, why, for how long, and who gets it.
        Know "know",
        /// Whether anything is held of them at all, also for somebody else.
        Confirm "confirm",
        /// A copy of it.
        Copy "copy",
        Correct "correct",
        Erase "erase",
        Restrict "restrict",
        Object "object",
        /// The copy that another service reads.
        Portability "portability",
        /// That sensitive data serves nobody else.
        Limit "limit",
        /// That nothing is sold, or shared for advertising.
        OptOut "opt_out",
        /// That a consent ends.
        Withdraw "withdraw",
        Complaint "complaint",
        /// A question about the policy.
        Policy "policy",
        /// A question about how data is handled.
        Practices "practices",
        /// No letters that advertise.
        Unsubscribe "unsubscribe",
    }
}

named! {
    /// What the contact form offers (promise R104).
    Topic {
        Policy "policy",
        Practices "practices",
        Complaint "complaint",
        Delete "delete",
        Unsubscribe "unsubscribe",
    }
}

named! {
    /// Who asks.
    Requester {
        /// Somebody who has signed in.
        Member "member",
        /// Somebody known by an address of e-mail or of a letter.
        Visitor "visitor",
        /// Somebody whom another person's CV names.
        Named "named",
    }
}

named! {
    /// How a request came.
    Way {
        Form "form",
        Mail "mail",
        Post "post",
    }
}

named! {
    /// How somebody has shown who they are. No document is ever kept for it.
    Proof {
        /// They have just signed in.
        SignIn "sign_in",
        /// They have just shown a passkey or a second factor.
        Passkey "passkey",
        /// They have typed what was sent to their address.
        MailedCode "mailed_code",
        /// Somebody who works here has found it out, and has noted how.
        Operator "operator",
    }
}

named! {
    /// How far a case has come.
    State {
        Received "received",
        IdentityAsked "identity_asked",
        Verified "verified",
        InWork "in_work",
        Extended "extended",
        Answered "answered",
        Refused "refused",
        Closed "closed",
    }
}

named! {
    /// What is done to a case.
    Step {
        Receive "receive",
        AskIdentity "ask_identity",
        /// A code was typed that is not the one.
        Fail "fail",
        Verify "verify",
        Take "take",
        Extend "extend",
        Answer "answer",
        Refuse "refuse",
        Close "close",
        /// What it says was shown to somebody who works here.
        Open "open",
        /// The documents were searched for the person.
        Scan "scan",
        /// The owner of a CV was asked about what it says of the person.
        AskOwner "ask_owner",
        /// What names the person is no longer in public.
        Hide "hide",
        /// What was held under the address is erased.
        Erase "erase",
        /// Something for whoever works on it next.
        Note "note",
        /// Staff were reminded of the day.
        Remind "remind",
    }
}

impl Matter {
    /// The rights; the others are questions and complaints.
    pub const RIGHTS: [Matter; 11] = [
        Matter::Know,
        Matter::Confirm,
        Matter::Copy,
        Matter::Correct,
        Matter::Erase,
        Matter::Restrict,
        Matter::Object,
        Matter::Portability,
        Matter::Limit,
        Matter::OptOut,
        Matter::Withdraw,
    ];

    /// Whether it may be answered only to whoever has shown who they are: what
    /// tells of somebody's data, or changes it. Who asks, complains, or wants
    /// less done with their data has nothing to show (California Code of
    /// Regulations, title 11, sections 7026(d) and 7027(e)).
    pub const fn needs_identity(self) -> bool {
        match self {
            Matter::Know
            | Matter::Confirm
            | Matter::Copy
            | Matter::Correct
            | Matter::Erase
            | Matter::Restrict
            | Matter::Object
            | Matter::Portability
            | Matter::Withdraw => true,
            Matter::Limit
            | Matter::OptOut
            | Matter::Complaint
            | Matter::Policy
            | Matter::Practices
            | Matter::Unsubscribe => false,
        }
    }
}

impl Topic {
    /// The case that a topic opens.
    pub const fn matter(self) -> Matter {
        match self {
            Topic::Policy => Matter::Policy,
            Topic::Practices => Matter::Practices,
            Topic::Complaint => Matter::Complaint,
            Topic::Delete => Matter::Erase,
            Topic::Unsubscribe => Matter::Unsubscribe,
        }
    }
}

impl State {
    /// Whether somebody still waits for an answer.
    pub const fn is_open(self) -> bool {
        !matches!(self, State::Answered | State::Refused | State::Closed)
    }

    /// The state after a step. None where the step is not possible: what needs an
    /// identity that nobody has shown is not answered, and what is answered is not
    /// put off.
    pub const fn after(self, step: Step, needs_identity: bool, proven: bool) -> Option<State> {
        let may = proven || !needs_identity;
        match step {
            // What does not move a case.
            Step::Open | Step::Note => Some(self),
            _ if matches!(self, State::Closed) => None,
            Step::Close => match self {
                State::Answered | State::Refused => Some(State::Closed),
                _ => None,
            },
            _ if !self.is_open() => None,
            Step::Receive => None,
            Step::Remind => Some(self),
            Step::Fail if proven => None,
            Step::Fail => Some(self),
            Step::AskIdentity if proven => None,
            Step::AskIdentity => match self {
                State::Extended => Some(State::Extended),
                _ => Some(State::IdentityAsked),
            },
            Step::Verify if proven => None,
            Step::Verify => match self {
                State::Extended => Some(State::Extended),
                _ => Some(State::Verified),
            },
            Step::Extend => match self {
                State::Extended => None,
                _ => Some(State::Extended),
            },
            Step::Refuse => Some(State::Refused),
            _ if !may => None,
            Step::Take => match self {
                State::Extended => Some(State::Extended),
                _ => Some(State::InWork),
            },
            Step::Scan | Step::AskOwner | Step::Hide | Step::Erase => Some(self),
            Step::Answer => Some(State::Answered),
        }
    }
}
