//! The documents: each in our own form, as JSON Resume, as a table and as a PDF.
//! What is in the bin is there too; what is hidden, in the first and the third.

use cv::schema::BASICS;
use cv::{Document, Field, Item, Shape, Value, When, export_full, export_shown, file_name, rich};
use privacy::Date;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::Press;
use super::archive::Entry;
use super::csv;
use super::making::Making;
use crate::documents;
use crate::entity::document;
use crate::failure::Failure;
use crate::versions;

/// The ids, the oldest first.
pub(super) async fn ids(making: &Making<'_>) -> Result<Vec<Uuid>, Failure> {
    Ok(document::Entity::find()
        .select_only()
        .column(document::Column::Id)
        .filter(document::Column::AccountId.eq(making.account()))
        .order_by_asc(document::Column::CreatedAt)
        .order_by_asc(document::Column::Id)
        .into_tuple()
        .all(making.store.data.read())
        .await?)
}

pub(super) async fn write(making: &mut Making<'_>, press: &impl Press) -> Result<(), Failure> {
    for (number, id) in ids(making).await?.into_iter().enumerate() {
        let account = making.account();
        let row = documents::find(account, id, making.store.data.read()).await?;
        // One that was deleted just now is not held any more.
        if let Some(row) = row {
            let document = documents::open(&making.key, &row)?.document;
            let folder = format!("cvs/{:02}-{}", number + 1, file_name(document.shown()));
            one(making, press, &folder, id, document).await?;
            earlier(making, &folder, &row).await?;
        }
        making.step().await?;
    }
    Ok(())
}

async fn one(
    making: &mut Making<'_>,
    press: &impl Press,
    folder: &str,
    id: Uuid,
    document: Document,
) -> Result<(), Failure> {
    let whole = format!("{folder}/cv.json");
    let text = |name: String, content: &str| {
        let mut entry = Entry::packed(name);
        entry.write(content.as_bytes());
        entry
    };
    making.add(text(whole.clone(), &export_full(&document)))?;
    making.stands("document.content", id, whole);
    let resume = export_shown(document.shown()).json;
    making.add(text(format!("{folder}/resume.json"), &resume))?;
    making.add(text(format!("{folder}/cv.csv"), &table(&document)))?;
    let store = making.store;
    let photo = store
        .photo_of(making.account(), &making.key, &document)
        .await?;
    let name = format!("{folder}/cv.pdf");
    match press.pdf(document, photo).await {
        Some(pdf) => {
            let mut entry = Entry::stored(name);
            entry.write(&pdf);
            making.add(entry)?;
        }
        None => making.lacks(name),
    }
    making.flush().await
}

/// What a document once was: each version in our own form, under its day and number. One
/// that does not open is lacking, and keeps nobody from the rest.
async fn earlier(
    making: &mut Making<'_>,
    folder: &str,
    row: &document::Model,
) -> Result<(), Failure> {
    for row in versions::of_document(making.store.data.read(), row).await? {
        let day = Date::of(row.changed_at);
        let name = format!("{folder}/version-{day}-{}.json", row.version);
        let version = match versions::open(&making.key, &row) {
            Ok(version) => version,
            Err(failure @ (Failure::Sealed(_) | Failure::Damaged(_))) => {
                tracing::error!(%failure, "a version is left out of a copy");
                making.lacks(name);
                continue;
            }
            Err(failure) => return Err(failure),
        };
        let mut entry = Entry::packed(name.clone());
        entry.write(export_full(&version.document).as_bytes());
        making.add(entry)?;
        making.stands("document_version.content", row.id, name);
        making.flush().await?;
    }
    Ok(())
}

/// Every field of a document with what stands in it, hidden or not.
fn table(document: &Document) -> String {
    let mut out = csv::BEGINNING.to_owned();
    out += &csv::line(["section", "item", "hidden", "field", "value"]);
    let mut rows =
        |section: &str, number: usize, hidden: bool, item: &Item, fields: &[(Field, Shape)]| {
            for (field, _) in fields {
                if let Some(value) = item.fields.get(field) {
                    let hidden = if hidden { "true" } else { "false" };
                    let number = number.to_string();
                    out += &csv::line([section, &number, hidden, field.json(), &plain(value)]);
                }
            }
        };
    rows("basics", 1, false, &document.basics, BASICS);
    for section in &document.sections {
        for (at, item) in section.items.iter().enumerate() {
            let hidden = section.hidden || item.hidden;
            let kind = section.kind;
            rows(kind.json(), at + 1, hidden, item, kind.fields());
        }
    }
    out
}

/// A value as text: rich text in the notation that our own importer reads.
fn plain(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::When(When::Date(date)) => date.to_string(),
        Value::When(When::Ongoing) => "ongoing".to_owned(),
        Value::When(When::Odd(text)) => text.clone(),
        Value::Rich(text) => rich::notation::write(text),
        Value::Lines(lines) => {
            let lines = lines.iter();
            let lines: Vec<_> = lines
                .map(|line| rich::notation::write_inline(&line.text))
                .collect();
            lines.join("\n")
        }
    }
}
