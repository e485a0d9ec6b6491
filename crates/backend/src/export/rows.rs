//! The rows: of every table what the inventory lets into a copy, as JSON and as
//! CSV. A table that is added is in it by being in the inventory and in the list
//! of tables (`backup/tables.rs`).

use privacy::inventory::{self, Entry as Declared, Export};
use sea_orm::sea_query::{Condition, Expr, ExprTrait};
use serde_json::{Map, Value as Json};
use time::OffsetDateTime;
use uuid::Uuid;
use vault::PersonKey;

use super::archive::Entry;
use super::csv;
use super::making::Making;
use super::{HeldColumn, HeldTable};
use crate::backup::tables::{self, Row, Table, Value};
use crate::disclosures;
use crate::failure::Failure;
use crate::sealed::{SEALED, Sealed};
use crate::store::Store;

/// Columns whose fields are files of their own: in a row stands the file's name.
const FILES: [&str; 4] = [
    "document.content",
    "document_version.content",
    "photo.content",
    "publication.content",
];
/// Columns whose sealed fields are JSON. Others are text.
const JSON: [&str; 8] = [
    "publication.hidden",
    "session.agent",
    "sign_in.agent",
    "sign_in_place.place",
    "mail.payload",
    "privacy_case.content",
    "case_event.content",
    "disclosure.content",
];
/// Rows of a table that the page shows; the files have all.
const ON_PAGE: usize = 200;

/// A table, as far as it is in a copy.
pub(super) struct Shown {
    /// With the columns of its key, the others that are in a copy, and no more.
    table: Table,
    of_keys: bool,
    whose: Condition,
    columns: Vec<Column>,
}

struct Column {
    declared: &'static Declared,
    name: String,
    /// Its place in the table. None for a file of its own.
    place: Option<usize>,
    sealed: Option<(&'static Sealed, usize)>,
}

/// The tables that have something of an account's.
pub(super) fn shown(store: &Store, account: Uuid) -> Vec<Shown> {
    let data = tables::data().into_iter().map(|table| (table, false));
    let keys = tables::keys().into_iter().map(|table| (table, true));
    let mut all = Vec::new();
    for (table, of_keys) in data.chain(keys) {
        let declared = |column: &str| {
            let entry = inventory::entry(&format!("{}.{column}", table.name))?;
            (entry.export != Export::Nowhere).then_some(entry)
        };
        let Some(whose) = whose(&table, store, account) else {
            continue;
        };
        let in_copy: Vec<_> = table
            .columns
            .iter()
            .filter_map(|column| Some((column.name.clone(), declared(&column.name)?)))
            .collect();
        if in_copy.is_empty() {
            continue;
        }
        let narrow =
            table.narrowed(|name| declared(name).is_some_and(|entry| !FILES.contains(&entry.path)));
        let columns = in_copy.into_iter().map(|(name, declared)| {
            let sealed = SEALED.iter().find(|sealed| {
                declared.path == format!("{}.{}", sealed.column.table, sealed.column.name)
            });
            Column {
                declared,
                place: narrow.place(&name),
                sealed: sealed.and_then(|sealed| Some((sealed, narrow.place(sealed.row)?))),
                name,
            }
        });
        all.push(Shown {
            columns: columns.collect(),
            table: narrow,
            of_keys,
            whose,
        });
    }
    all
}

/// Which rows of a table are an account's. None for a table that is nobody's.
pub(crate) fn whose(table: &Table, store: &Store, account: Uuid) -> Option<Condition> {
    let is = |column: &str| Condition::all().add(Expr::col(column.to_owned()).eq(account));
    match table.name.as_str() {
        "account" => Some(is("id")),
        // Without those of which they must not be told.
        "hold" => Some(is("owner_id").add(Expr::col("barred").eq(false))),
        // Not what nobody has confirmed, nor what its person may not know of yet.
        "disclosure" => Some(is("account_id").add(disclosures::shown(store.clock.now()))),
        // Its rows name persons by what stands for them.
        "audit" => {
            let pseudonym = store.audit_pseudonym(account).0.to_vec();
            let by = Expr::col("actor").eq(pseudonym.clone());
            let about = Expr::col("subject").eq(pseudonym);
            Some(Condition::any().add(by).add(about))
        }
        _ => table.place("account_id").map(|_| is("account_id")),
    }
}

pub(super) async fn write(making: &mut Making<'_>) -> Result<(), Failure> {
    for shown in self::shown(making.store, making.account()) {
        let held = files(making, &shown).await?;
        making.tables.push(held);
        making.step().await?;
    }
    Ok(())
}

async fn files(making: &mut Making<'_>, shown: &Shown) -> Result<HeldTable, Failure> {
    let name = &shown.table.name;
    let mut json = Entry::packed(format!("data/{name}.json"));
    let mut table = Entry::packed(format!("csv/{name}.csv"));
    table.write(csv::BEGINNING.as_bytes());
    let head = shown.columns.iter().map(|column| column.name.as_str());
    table.write(csv::line(head).as_bytes());
    let mut held = HeldTable {
        name: name.clone(),
        columns: Vec::new(),
        rows: Vec::new(),
        more: 0,
    };
    held.columns = shown
        .columns
        .iter()
        .map(|column| HeldColumn {
            name: column.name.clone(),
            is_file: column.place.is_none(),
            declared: column.declared,
        })
        .collect();
    let store = making.store;
    let database = if shown.of_keys {
        &store.keys
    } else {
        &store.data
    };
    let mut last: Option<Row> = None;
    json.write(b"[");
    loop {
        let rows = shown
            .table
            .read_some(database.read(), shown.whose.clone(), last.as_ref());
        let rows = rows.await?;
        let Some(next) = rows.last().cloned() else {
            break;
        };
        for row in rows {
            let fields = fields(making, shown, &row)?;
            let cells: Vec<String> = fields.iter().map(|(_, value)| cell(value)).collect();
            table.write(csv::line(cells.iter().map(String::as_str)).as_bytes());
            let first = held.rows.is_empty();
            json.write(if first { b"\n" } else { b",\n" });
            let object: Map<String, Json> = fields.into_iter().collect();
            json.write(Json::Object(object).to_string().as_bytes());
            match held.rows.len() < ON_PAGE {
                true => held.rows.push(cells),
                false => held.more += 1,
            }
        }
        last = Some(next);
    }
    json.write(b"\n]\n");
    making.add(json)?;
    making.add(table)?;
    making.flush().await?;
    Ok(held)
}

/// What stands in a row, by column.
fn fields(making: &Making<'_>, shown: &Shown, row: &Row) -> Result<Vec<(String, Json)>, Failure> {
    let id = |place: Option<usize>| match place.and_then(|place| row.get(place)) {
        Some(Value::Bytes(bytes)) => Uuid::from_slice(bytes).ok(),
        _ => None,
    };
    let mut fields = Vec::with_capacity(shown.columns.len());
    for column in &shown.columns {
        let value = match (column.place, &column.sealed) {
            (None, _) => {
                let row = id(shown.table.place("id"));
                let file = row.and_then(|row| making.file_of(column.declared.path, row));
                file.map_or(Json::Null, Json::from)
            }
            (Some(place), Some((sealed, row_id))) => match (row.get(place), id(Some(*row_id))) {
                (Some(Value::Bytes(bytes)), Some(row)) => {
                    let path = column.declared.path;
                    match opened(&making.key, sealed, row, bytes, path) {
                        // That this version is lacking is noted already (`cvs.rs`).
                        Err(Failure::Sealed(_)) if path == "document_version.name" => Json::Null,
                        opened => opened?,
                    }
                }
                _ => Json::Null,
            },
            (Some(place), None) => {
                let is_id = shown.table.columns.get(place).is_some_and(|c| c.is_id());
                plain(row.get(place), is_id, is_time(&column.name))
            }
        };
        fields.push((column.name.clone(), value));
    }
    Ok(fields)
}

/// A sealed field, opened.
fn opened(
    key: &PersonKey,
    sealed: &Sealed,
    row: Uuid,
    bytes: &[u8],
    path: &str,
) -> Result<Json, Failure> {
    let plain = key.open(sealed.column, row.into_bytes(), bytes)?;
    if !JSON.contains(&path) {
        return Ok(Json::from(String::from_utf8_lossy(&plain).into_owned()));
    }
    let mut json = serde_json::from_slice(&plain).unwrap_or(Json::Null);
    without_links(&mut json);
    if path == "mail.payload" {
        without_answer(&mut json);
    }
    Ok(json)
}

/// The link of a letter is for whoever has the mailbox that it goes to: that is
/// what it is to show. So it is in no copy.
fn without_links(json: &mut Json) {
    if let Json::Object(members) = json {
        members.remove("token");
        members.values_mut().for_each(without_links);
    }
}

/// Which of two letters answers a sign-up or a change of address says whether a
/// stranger's address has an account. Only the letter itself tells that, to whoever
/// has the mailbox.
fn without_answer(json: &mut Json) {
    if let Json::Object(members) = json {
        members.remove("letter");
    }
}

fn plain(value: Option<&Value>, is_id: bool, is_time: bool) -> Json {
    match value {
        None | Some(Value::Null) => Json::Null,
        Some(Value::Bool(is)) => Json::from(*is),
        // A time that is none is written as 0 in some columns.
        Some(Value::Whole(0)) if is_time => Json::Null,
        Some(Value::Whole(at)) if is_time => Json::from(utc(*at)),
        Some(Value::Whole(number)) => Json::from(*number),
        Some(Value::Text(text)) => Json::from(text.clone()),
        Some(Value::Bytes(bytes)) => match Uuid::from_slice(bytes).ok().filter(|_| is_id) {
            Some(id) => Json::from(id.to_string()),
            None => Json::from(crate::hex::hex(bytes)),
        },
    }
}

/// Whether a column's numbers are moments, by its name.
fn is_time(column: &str) -> bool {
    matches!(column, "at" | "until") || column.ends_with("_at")
}

/// A value as it stands in a cell.
fn cell(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A moment, as RFC 3339 writes it: `2026-11-28T11:22:48Z`.
pub(super) fn utc(at: i64) -> String {
    let at = OffsetDateTime::from_unix_timestamp(at.div_euclid(1000))
        .unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let (hour, minute, second) = at.to_hms();
    format!("{}T{hour:02}:{minute:02}:{second:02}Z", at.date())
}
