//! Which categories of data were collected, and on which day last: what people
//! are told was collected in the last twelve months. Of no matter whom: neither a
//! person nor a number stands in it.
//!
//! A person's key tells of every field that it seals, so that a column which is
//! added is counted without anybody thinking of it. What is not told by the column
//! alone, what stands in a CV and which personal detail it is, whoever writes it
//! says. What was told is written by the next transaction that commits, which is
//! the one that writes the data, and once a day for each category.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use cv::{Document, PersonalField};
use privacy::inventory::{self, COLLECTED_DAYS, Category};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use vault::{Column, Sealing};

use crate::accounts::day;
use crate::clock::{Clock, DAY};
use crate::contents;
use crate::entity::collected;
use crate::failure::Failure;
use crate::sealed::{
    DOCUMENT_CONTENT, DOCUMENT_VERSION_CONTENT, PERSONAL_DETAIL_VALUE, PUBLICATION_CONTENT,
    PUBLICATION_DETAIL_VALUE,
};
use crate::store::Store;

/// Columns that hold what they are given: whoever writes them says of which
/// category that is. What is published, or kept as a version, was saved before.
const BY_CONTENT: [Column; 5] = [
    DOCUMENT_CONTENT,
    DOCUMENT_VERSION_CONTENT,
    PERSONAL_DETAIL_VALUE,
    PUBLICATION_CONTENT,
    PUBLICATION_DETAIL_VALUE,
];

/// What was told of since the program started.
#[derive(Debug)]
pub(crate) struct Collected {
    clock: Clock,
    today: Mutex<Today>,
}

/// What was written, and of which day.
pub(crate) type Written = (i64, BTreeSet<Category>);

#[derive(Debug, Default)]
struct Today {
    day: i64,
    /// Written on this day already.
    written: BTreeSet<Category>,
    /// To be written by the next transaction.
    waiting: BTreeSet<Category>,
}

impl Collected {
    pub(crate) fn new(clock: Clock) -> Collected {
        Collected {
            clock,
            today: Mutex::default(),
        }
    }

    fn today(&self) -> MutexGuard<'_, Today> {
        let day = day(self.clock.now());
        let mut today = self.today.lock().unwrap_or_else(PoisonError::into_inner);
        if today.day != day {
            today.day = day;
            today.written.clear();
        }
        today
    }

    /// Data of a category was given to us.
    pub(crate) fn tell(&self, category: Category) {
        let mut today = self.today();
        if !today.written.contains(&category) {
            today.waiting.insert(category);
        }
    }

    /// A document was given to us, with what stands in it.
    pub(crate) fn tell_document(&self, document: &Document) {
        let entries = contents::entries(document);
        let categories: BTreeSet<Category> = entries.map(|entry| entry.category).collect();
        for category in categories {
            self.tell(category);
        }
    }

    /// A personal detail was given to us.
    pub(crate) fn tell_personal(&self, field: PersonalField) {
        if let Some(entry) = inventory::entry(&format!("values.{}", field.json())) {
            self.tell(entry.category);
        }
    }

    /// Whether there is something to write, which is once a day for each category.
    pub(crate) fn waits(&self) -> bool {
        !self.today().waiting.is_empty()
    }

    /// Writes what waits. Returns what that was, for [`Collected::committed`].
    pub(crate) async fn write(&self, connection: &impl ConnectionTrait) -> Result<Written, DbErr> {
        let (day, waiting) = {
            let today = self.today();
            (today.day, today.waiting.clone())
        };
        // In one order, so that two that write do not wait for each other.
        let rows = waiting.iter().map(|category| collected::ActiveModel {
            category: Set(category.name().to_owned()),
            last_at: Set(day),
        });
        let later = OnConflict::column(collected::Column::Category)
            .update_column(collected::Column::LastAt)
            .to_owned();
        collected::Entity::insert_many(rows)
            .on_conflict(later)
            .exec_without_returning(connection)
            .await?;
        Ok((day, waiting))
    }

    /// What was written is there to stay.
    pub(crate) fn committed(&self, (day, written): Written) {
        let mut today = self.today();
        if today.day == day {
            today.waiting.retain(|category| !written.contains(category));
            today.written.extend(written);
        }
    }
}

impl Sealing for Collected {
    fn sealed(&self, column: Column) {
        self.tell(Category::Technical);
        if BY_CONTENT.contains(&column) {
            return;
        }
        if let Some(entry) = inventory::entry(&format!("{}.{}", column.table, column.name)) {
            self.tell(entry.category);
        }
    }
}

impl Store {
    /// The categories that were collected in the last twelve months, of no matter
    /// whom. Everybody may know.
    pub async fn collected(&self) -> Result<BTreeSet<Category>, Failure> {
        let since = self.clock.now() - i64::from(COLLECTED_DAYS) * DAY;
        let rows = collected::Entity::find()
            .filter(collected::Column::LastAt.gte(since))
            .all(self.data.read())
            .await?;
        let mut categories = self.collected.today().waiting.clone();
        categories.extend(
            rows.iter()
                .filter_map(|row| Category::from_name(&row.category)),
        );
        Ok(categories)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use cv::PersonalField;
    use privacy::Purpose;
    use privacy::inventory::{Category, Protection, columns};
    use vault::Sealing;

    use super::{BY_CONTENT, Collected};
    use crate::clock::Clock;
    use crate::sealed::SEALED;

    fn told(tell: impl FnOnce(&Collected)) -> BTreeSet<Category> {
        let collected = Collected::new(Clock::System);
        tell(&collected);
        collected.today().waiting.clone()
    }

    /// A column that is sealed and new tells by itself; one that is not sealed and
    /// says something of people has to be told by whoever writes it.
    #[test]
    fn every_column_tells_its_category_or_is_known_to_be_told() {
        for entry in columns() {
            let path = |sealed: &crate::sealed::Sealed| {
                format!("{}.{}", sealed.column.table, sealed.column.name)
            };
            match SEALED.iter().find(|sealed| path(sealed) == entry.path) {
                Some(sealed) if BY_CONTENT.contains(&sealed.column) => {}
                Some(sealed) => {
                    let told = told(|it| it.sealed(sealed.column));
                    assert!(told.contains(&entry.category), "{}", entry.path);
                    assert!(told.contains(&Category::Technical));
                }
                None if entry.category == Category::Technical => {}
                // What is held was collected before, and the note of it is no more
                // than its operator's.
                None if entry.purposes.iter().any(|(it, _)| *it == Purpose::Hold) => {}
                None => {
                    assert_eq!(entry.path, "login.lang", "whoever writes it tells of it");
                    assert_eq!(entry.protection, Protection::Operator);
                }
            }
        }
    }

    #[test]
    fn every_personal_detail_has_a_category() {
        for field in PersonalField::ALL {
            let expected = match field {
                PersonalField::Salary => Category::Salary,
                _ => Category::Protected,
            };
            let told = told(|it| it.tell_personal(field));
            assert_eq!(told, BTreeSet::from([expected]), "{field:?}");
        }
    }
}
