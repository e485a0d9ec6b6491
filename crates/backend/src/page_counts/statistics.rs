//! What the owner of a public page is told of how often it was opened: the last
//! thirty days, day by day, and the last thirteen months. Nobody else is told.

use privacy::{Actor, Date, Purpose};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::accounts::person;
use crate::entity::{page_count, publication};
use crate::failure::Failure;
use crate::publications::SLUG;
use crate::standing;
use crate::store::Store;

/// Days that are told one by one, today included.
const DAYS: i64 = 30;
/// Months that are told, this one included.
const MONTHS: u16 = 13;

/// How often a page was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageStatistics {
    /// The last part of the page's address.
    pub slug: String,
    pub published_at: i64,
    /// The oldest first. Days without anything are among them.
    pub days: Vec<PageCounts>,
    /// The oldest first.
    pub months: Vec<PageCounts>,
    /// Nothing is counted, because its owner objects to it or has restricted
    /// processing.
    pub uncounted: bool,
}

/// What was counted in a day or in a month (of UTC).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageCounts {
    /// The day, or the month's first.
    pub from: Date,
    /// As a page.
    pub opened: u64,
    pub pdf: u64,
    pub card: u64,
    /// As JSON.
    pub data: u64,
    pub text: u64,
    /// By programs.
    pub bots: u64,
}

impl PageCounts {
    fn none(from: Date) -> PageCounts {
        PageCounts {
            from,
            opened: 0,
            pdf: 0,
            card: 0,
            data: 0,
            text: 0,
            bots: 0,
        }
    }

    fn add(&mut self, row: &page_count::Model) {
        self.opened += row.opened.unsigned_abs();
        self.pdf += row.pdf.unsigned_abs();
        self.card += row.card.unsigned_abs();
        self.data += row.data.unsigned_abs();
        self.text += row.plain.unsigned_abs();
        self.bots += row.bots.unsigned_abs();
    }
}

impl Store {
    /// How often a page of the actor's was opened, by the document that it shows
    /// and its own id.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such page.
    pub async fn page_statistics(
        &self,
        actor: Actor,
        document: Uuid,
        page: Uuid,
    ) -> Result<PageStatistics, Failure> {
        let account = person(actor)?;
        privacy::gate::read("page_count.opened", actor, actor, Purpose::Count)?;
        let row = publication::Entity::find_by_id((account, page))
            .filter(publication::Column::DocumentId.eq(document))
            .one(self.data.read())
            .await?
            .ok_or(Failure::Missing)?;
        let key = self.key(account).await?;
        let slug = key.open(SLUG, row.id.into_bytes(), &row.slug)?;
        let slug = String::from_utf8(slug.to_vec()).map_err(|_| vault::Opening)?;
        let today = Date::of(self.clock.now());
        let mut days: Vec<PageCounts> = (0..DAYS)
            .rev()
            .map(|back| PageCounts::none(today.days_later(-back)))
            .collect();
        let mut months = months(today);
        let since = months.first().map_or(today, |month| month.from);
        let counts = page_count::Entity::find()
            .filter(page_count::Column::AccountId.eq(account))
            .filter(page_count::Column::PublicationId.eq(page))
            .filter(page_count::Column::DayAt.gte(since.starts()))
            .all(self.data.read())
            .await?;
        for count in &counts {
            let day = Date::of(count.day_at);
            if let Some(known) = days.iter_mut().find(|known| known.from == day) {
                known.add(count);
            }
            if let Some(month) = months.iter_mut().rev().find(|month| month.from <= day) {
                month.add(count);
            }
        }
        let standing = standing::standing(self.data.read(), account).await?;
        Ok(PageStatistics {
            slug,
            published_at: row.published_at,
            days,
            months,
            uncounted: standing.restricted || standing.objects_to(Purpose::Count),
        })
    }
}

/// The last months, each without anything, the oldest first.
fn months(today: Date) -> Vec<PageCounts> {
    let (mut year, mut month, _) = today.parts();
    let mut months = Vec::new();
    for _ in 0..MONTHS {
        months.extend(Date::new(year, month, 1).map(PageCounts::none));
        (year, month) = match month {
            1 => (year - 1, 12),
            month => (year, month - 1),
        };
    }
    months.reverse();
    months
}
