//! The table of what goes by itself.
//!
//! Most rules carry out a retention that the inventory declares, and a test
//! compares the two both ways. The others only ever take something earlier: what
//! its owner has thrown away, or what nobody can reach any more.

use privacy::hold::HOLD_DAYS;
use privacy::inventory::{
    APPROVAL_DAYS, AUDIT_DAYS, BATCH_DAYS, CASE_DAYS, COLLECTED_DAYS, COUNT_DAYS, ERASURE_DAYS,
    EXPORT_DAYS, LEDGER_DAYS, MAIL_DAYS, PAGE_REPORT_DAYS, PROOF_DAYS, REGISTER_DAYS, REPORT_DAYS,
    SAVED_DAYS, SELF_PROOF_DAYS, SESSION_DAYS, SIGN_IN_DAYS, TICKET_DAYS,
};
use privacy::{Period, Periods, Retention};

/// What goes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Browsers that have not acted for their account for too long.
    Sessions,
    /// What was thrown away and not taken back.
    Bin,
    /// What documents once were, thinned out.
    Versions,
    /// Pictures that no document names any more.
    Photos,
    /// Changes that could come again.
    Batches,
    /// What was begun by letter and not finished.
    Tickets,
    Invitations,
    /// Challenges to passkeys that nobody answered.
    Ceremonies,
    /// Attempts to sign in.
    SignIns,
    /// Security cases that are closed.
    Cases,
    /// How often public pages were opened.
    PageCounts,
    /// Reports of public pages that are closed.
    PageReports,
    /// Requests that are closed, with what was done about them.
    Requests,
    /// Personal details whose consent has had its time.
    Lapsed,
    /// The same on public pages, which have gone without them since.
    LapsedShown,
    /// What links showed that ended a month ago, and names of links without a document.
    Links,
    /// Copies that their owners have asked for.
    Copies,
    /// Letters that nobody will send any more.
    Letters,
    /// Reports of erasures.
    Reports,
    /// Proofs of consent of who is gone.
    Proofs,
    /// Holds that have ended, with what they held, and keys without a hold.
    Holds,
    /// Proposals of disclosures that nobody has confirmed.
    Proposals,
    /// Entries of the operator's registers.
    Registers,
    /// Announcements that somebody else becomes responsible.
    Successions,
    /// Accounts whose erasure was cut off.
    Interrupted,
    /// Accounts whose owners asked to be erased, when the delay is over.
    Asked,
    /// Whoever began to sign up and did not finish within a month of the
    /// calendar, whatever they have done since.
    Leads,
    /// Accounts of which nothing is left that anybody could finish or open.
    Unfinished,
    /// Accounts that nobody uses.
    Unused,
    /// The audit log's first rows, and old lines of its signed end.
    Audit,
    /// The erasure ledger's first lines.
    Ledger,
    /// That a category was collected.
    Collected,
    /// That somebody who works here has opened something.
    Openings,
    /// What two were needed for.
    Approvals,
    /// What the server has found of itself.
    SelfProofs,
    /// Keys without an account.
    Keys,
}

/// When something goes by a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// When the inventory says, for these tables and files.
    Declared(Retention, &'static [&'static str]),
    /// Earlier than that.
    Earlier,
}

impl Rule {
    /// In the order in which they are carried out: rows before the accounts that
    /// they would go with, so that a rule takes exactly what its preview counts.
    pub const ALL: [Rule; 36] = [
        Rule::Sessions,
        Rule::Bin,
        Rule::Versions,
        Rule::Photos,
        Rule::Batches,
        Rule::Tickets,
        Rule::Invitations,
        Rule::Ceremonies,
        Rule::SignIns,
        Rule::Cases,
        Rule::PageCounts,
        Rule::PageReports,
        Rule::Requests,
        Rule::Lapsed,
        Rule::LapsedShown,
        Rule::Links,
        Rule::Copies,
        Rule::Letters,
        Rule::Reports,
        Rule::Proofs,
        Rule::Openings,
        Rule::Approvals,
        Rule::SelfProofs,
        Rule::Holds,
        Rule::Proposals,
        Rule::Registers,
        Rule::Successions,
        Rule::Interrupted,
        Rule::Asked,
        Rule::Leads,
        Rule::Unfinished,
        Rule::Unused,
        Rule::Audit,
        Rule::Ledger,
        Rule::Collected,
        Rule::Keys,
    ];

    /// Its name, for the operator.
    pub const fn name(self) -> &'static str {
        match self {
            Rule::Sessions => "sessions",
            Rule::Bin => "documents in the bin",
            Rule::Versions => "versions of documents",
            Rule::Photos => "photos that no document names",
            Rule::Batches => "known changes",
            Rule::Tickets => "links of letters",
            Rule::Invitations => "invitations",
            Rule::Ceremonies => "challenges to passkeys",
            Rule::SignIns => "sign-ins",
            Rule::Cases => "closed security cases",
            Rule::PageCounts => "counts of public pages",
            Rule::PageReports => "closed reports of public pages",
            Rule::Requests => "closed cases of rights",
            Rule::Lapsed => "personal details without consent",
            Rule::LapsedShown => "published details without consent",
            Rule::Links => "links that have ended",
            Rule::Copies => "copies of everything",
            Rule::Letters => "letters",
            Rule::Reports => "reports of erasures",
            Rule::Proofs => "proofs of consent",
            Rule::Holds => "holds that have ended",
            Rule::Interrupted => "accounts half erased",
            Rule::Asked => "accounts to be erased",
            Rule::Leads => "sign-ups a month old",
            Rule::Unfinished => "sign-ups without a way on",
            Rule::Unused => "unused accounts",
            Rule::Audit => "rows of the audit log",
            Rule::Ledger => "lines of the erasure ledger",
            Rule::Collected => "categories that were collected",
            Rule::Openings => "openings of what was masked",
            Rule::Approvals => "proposals for two",
            Rule::SelfProofs => "self-proofs",
            Rule::Keys => "keys without an account",
            Rule::Proposals => "disclosures that nobody has confirmed",
            Rule::Registers => "entries of registers",
            Rule::Successions => "announcements of another controller",
        }
    }

    pub const fn ends(self) -> Ends {
        use Ends::{Declared, Earlier};
        const fn days(days: u16, of: &'static [&'static str]) -> Ends {
            Declared(Retention::days(days), of)
        }
        match self {
            Rule::Sessions => days(SESSION_DAYS, &["session"]),
            Rule::Batches => days(BATCH_DAYS, &["document_batch"]),
            Rule::Tickets => days(TICKET_DAYS, &["ticket"]),
            Rule::Invitations => days(TICKET_DAYS, &["invitation"]),
            Rule::Ceremonies => days(TICKET_DAYS, &["ceremony"]),
            Rule::SignIns => days(SIGN_IN_DAYS, &["sign_in", "sign_in_place"]),
            Rule::Cases => days(CASE_DAYS, &["security_case"]),
            Rule::PageCounts => days(COUNT_DAYS, &["page_count"]),
            Rule::PageReports => days(PAGE_REPORT_DAYS, &["page_report"]),
            Rule::Requests => days(CASE_DAYS, &["privacy_case", "case_event", "case_hit"]),
            Rule::Copies => days(EXPORT_DAYS, &["export", "export_part"]),
            Rule::Letters => days(MAIL_DAYS, &["mail"]),
            Rule::Reports => days(REPORT_DAYS, &["erasure_report"]),
            Rule::Proofs => days(PROOF_DAYS, &["consent_proof"]),
            // At the latest: when a hold ends, it goes at once.
            Rule::Holds => days(HOLD_DAYS, &["hold", "held", "hold_key"]),
            Rule::Asked => days(ERASURE_DAYS, &["erasure"]),
            Rule::Audit => days(AUDIT_DAYS, &["audit", "file:audit.checkpoint"]),
            Rule::Ledger => days(LEDGER_DAYS, &["file:erasures.ledger"]),
            Rule::Collected => days(COLLECTED_DAYS, &["collected"]),
            Rule::Openings => days(AUDIT_DAYS, &["opened"]),
            Rule::Approvals => days(APPROVAL_DAYS, &["approval"]),
            Rule::SelfProofs => days(SELF_PROOF_DAYS, &["self_proof"]),
            Rule::Registers => days(REGISTER_DAYS, &["register_entry"]),
            Rule::Successions => days(REGISTER_DAYS, &["succession"]),
            // With an account goes everything of it.
            Rule::Unused => Declared(
                Retention::unused(SAVED_DAYS),
                &[
                    "account",
                    "acceptance",
                    "owner_link",
                    "document",
                    "document_version",
                    "photo",
                    "publication",
                    "publication_slug",
                    "login",
                    "recovery_code",
                    "passkey",
                    "staff",
                    "consent",
                    "personal_detail",
                    "publication_detail",
                    "standing",
                    "residence",
                    "person_key",
                    "block",
                    "age_flag",
                    "guardian_consent",
                    "dormant_warning",
                    "disclosure",
                ],
            ),
            Rule::Bin
            | Rule::Versions
            | Rule::Photos
            | Rule::Lapsed
            | Rule::LapsedShown
            | Rule::Links
            | Rule::Interrupted
            | Rule::Leads
            | Rule::Unfinished
            | Rule::Keys
            | Rule::Proposals => Earlier,
        }
    }

    /// The operator's period that it follows, if there is one.
    pub const fn period(self) -> Option<Period> {
        match self {
            Rule::SignIns => Some(Period::SignIn),
            Rule::Cases | Rule::Requests => Some(Period::Case),
            Rule::Unused => Some(Period::Saved),
            _ => None,
        }
    }

    /// After how many days something goes by it here. None for what goes earlier
    /// than is declared.
    pub fn days(self, periods: &Periods) -> Option<i64> {
        let declared = match self.ends() {
            Ends::Declared(Retention::Days(days) | Retention::Unused(days), _) => days.get(),
            Ends::Declared(Retention::Until(_), _) | Ends::Earlier => return None,
        };
        let days = self
            .period()
            .map_or(declared, |period| periods.days(period));
        Some(i64::from(days))
    }
}
