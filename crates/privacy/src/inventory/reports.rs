//! What others report of public pages, and that a page was taken down. A report is
//! about a page, which is somebody's, and it may say who has written it: that is for
//! those who look into it, and not for the owner of the page.

use super::server::made;
use super::{
    Category, Entry, Erasure, Export, Linkability, Need, Protection, Sensitive, Source, Subject,
};
use crate::purpose::Purpose;
use crate::retention::{Retention, Start};

/// A report is kept for so many days after it was dealt with: six months, in which
/// who disagrees can say so (Regulation (EU) 2022/2065, Article 20(1)).
pub const PAGE_REPORT_DAYS: u16 = 184;

const fn report(path: &'static str) -> Entry {
    Entry {
        retention: Retention::days(PAGE_REPORT_DAYS),
        counted_from: Start::Closed,
        ..made(path, Purpose::Moderate, Erasure::WithAccount)
    }
}

/// What a stranger has written.
const fn written(path: &'static str) -> Entry {
    Entry {
        subject: Subject::Visitor,
        source: Source::Entered,
        protection: Protection::Sealed,
        export: Export::Nowhere,
        ..report(path)
    }
}

/// That a page was taken down, and why: as long as the page's row is there.
const fn taken_down(path: &'static str) -> Entry {
    made(path, Purpose::Moderate, Erasure::WithAccount)
}

/// Columns of reports and takedowns.
pub static PAGE_REPORTS: &[Entry] = &[
    report("page_report.account_id"),
    report("page_report.id"),
    report("page_report.publication_id"),
    report("page_report.reason"),
    Entry {
        category: Category::FreeText,
        linkability: Linkability::Indirect,
        sensitive: Some(Sensitive::MayHoldAnything),
        ..written("page_report.text")
    },
    // For an answer, if whoever reports wants one.
    Entry {
        category: Category::Contact,
        need: Need::Optional,
        linkability: Linkability::Direct,
        ..written("page_report.email")
    },
    report("page_report.created_at"),
    report("page_report.closed_at"),
    report("page_report.outcome"),
    taken_down("publication.taken_down_at"),
    taken_down("publication.taken_down_for"),
    // Of what its document is a copy: what is taken down is not published as a copy.
    taken_down("publication.source_id"),
    Entry {
        erasure: Erasure::WithSaved,
        ..taken_down("document.source_id")
    },
];
