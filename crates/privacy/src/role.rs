//! Who may do what beside the owner of an account: the one table of roles and
//! rights.

/// What a member is to the people who run the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Somebody with an account, and nothing more.
    Member,
    /// Lets people in.
    Support,
    /// Looks after the cases of persons.
    PrivacyOfficer,
    /// Runs the server.
    Administrator,
}

/// Something that concerns others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Right {
    /// Make and withdraw invitations.
    Invite,
    /// Read and close security cases.
    Cases,
    /// Read what others report of public pages, and take those down.
    Reports,
    /// Read the audit log.
    Audit,
    /// Give and take roles.
    Roles,
    /// Make a link with which the owner of an address sets a new password.
    ResetLinks,
    /// Announce changes of the policy, and take them back.
    PolicyChanges,
    /// Look an account up, open what is masked of it with a reason, end its sessions,
    /// block it.
    Persons,
    /// Place, review and end holds.
    Holds,
    /// See what will be deleted, and what the server finds of itself.
    Oversight,
    /// Read the operator's registers, and add to them.
    Registers,
    /// Propose and confirm that somebody's data is disclosed.
    Disclose,
    /// Announce and confirm that somebody else becomes responsible.
    Succession,
}

impl Role {
    pub const ALL: [Role; 4] = [
        Role::Member,
        Role::Support,
        Role::PrivacyOfficer,
        Role::Administrator,
    ];

    /// The name that is stored.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Member => "member",
            Role::Support => "support",
            Role::PrivacyOfficer => "privacy_officer",
            Role::Administrator => "administrator",
        }
    }

    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether it needs a second factor and short sessions.
    pub const fn is_staff(self) -> bool {
        !matches!(self, Role::Member)
    }

    pub const fn has(self, right: Right) -> bool {
        match right {
            Right::Invite => matches!(self, Role::Support | Role::Administrator),
            Right::Cases
            | Right::Reports
            | Right::PolicyChanges
            | Right::Persons
            | Right::Holds
            | Right::Oversight
            | Right::Registers
            | Right::Disclose
            | Right::Succession => {
                matches!(self, Role::PrivacyOfficer | Role::Administrator)
            }
            Right::Audit | Right::Roles | Right::ResetLinks => {
                matches!(self, Role::Administrator)
            }
        }
    }
}

impl Right {
    pub const ALL: [Right; 13] = [
        Right::Invite,
        Right::Cases,
        Right::Reports,
        Right::Audit,
        Right::Roles,
        Right::ResetLinks,
        Right::PolicyChanges,
        Right::Persons,
        Right::Holds,
        Right::Oversight,
        Right::Registers,
        Right::Disclose,
        Right::Succession,
    ];
}
