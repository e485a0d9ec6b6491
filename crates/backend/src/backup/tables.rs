//! Every table of both databases, for what goes through all of them: backups,
//! restoring, and the search for what should not be readable. A table that is
//! not in these lists fails a test.

use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SimpleExpr, Value as Sql};
use sea_orm::{
    ColumnTrait, ColumnType, ConnectionTrait, DbErr, EntityTrait, IdenStatic, Iterable,
    PrimaryKeyToColumn, QueryResult,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entity::{
    acceptance, account, age_flag, approval, audit, block, case_event, case_hit, ceremony,
    collected, consent, consent_proof, disclosure, document, document_batch, document_version,
    dormant_warning, erasure, erasure_report, export, export_part, guardian_consent, held, hold,
    hold_key, invitation, login, mail, opened, owner_link, page_count, page_report, passkey,
    person_key, personal_detail, photo, policy_change, privacy_case, publication,
    publication_detail, publication_slug, recovery_code, register_entry, residence, security_case,
    self_proof, session, setting, sign_in, sign_in_place, staff, standing, succession, terms,
    ticket,
};

/// Rows that are read or written at once.
const AT_ONCE: u64 = 64;

/// The tables of the data; one that others point at is before them.
pub(crate) fn data() -> Vec<Table> {
    vec![
        table::<setting::Entity>(),
        table::<account::Entity>(),
        table::<terms::Entity>(),
        table::<acceptance::Entity>(),
        table::<session::Entity>(),
        table::<owner_link::Entity>(),
        table::<document::Entity>(),
        table::<document_batch::Entity>(),
        table::<document_version::Entity>(),
        table::<photo::Entity>(),
        table::<publication::Entity>(),
        table::<publication_slug::Entity>(),
        table::<page_count::Entity>(),
        table::<page_report::Entity>(),
        table::<login::Entity>(),
        table::<recovery_code::Entity>(),
        table::<passkey::Entity>(),
        table::<ticket::Entity>(),
        table::<sign_in::Entity>(),
        table::<staff::Entity>(),
        table::<invitation::Entity>(),
        table::<security_case::Entity>(),
        table::<ceremony::Entity>(),
        table::<consent::Entity>(),
        table::<personal_detail::Entity>(),
        table::<publication_detail::Entity>(),
        table::<standing::Entity>(),
        table::<residence::Entity>(),
        table::<sign_in_place::Entity>(),
        table::<policy_change::Entity>(),
        table::<mail::Entity>(),
        table::<export::Entity>(),
        table::<export_part::Entity>(),
        table::<audit::Entity>(),
        table::<erasure::Entity>(),
        table::<erasure_report::Entity>(),
        table::<hold::Entity>(),
        table::<held::Entity>(),
        table::<consent_proof::Entity>(),
        table::<collected::Entity>(),
        table::<privacy_case::Entity>(),
        table::<case_event::Entity>(),
        table::<case_hit::Entity>(),
        table::<opened::Entity>(),
        table::<block::Entity>(),
        table::<age_flag::Entity>(),
        table::<guardian_consent::Entity>(),
        table::<dormant_warning::Entity>(),
        table::<approval::Entity>(),
        table::<self_proof::Entity>(),
        table::<disclosure::Entity>(),
        table::<register_entry::Entity>(),
        table::<succession::Entity>(),
    ]
}

/// The tables of the keys.
pub(crate) fn keys() -> Vec<Table> {
    vec![
        table::<setting::Entity>(),
        table::<person_key::Entity>(),
        table::<hold_key::Entity>(),
    ]
}

/// Every column of these lists, as `table.column`.
pub fn backup_columns() -> Vec<String> {
    let tables = data().into_iter().chain(keys());
    tables
        .flat_map(|table| {
            let columns = table.columns.into_iter();
            columns.map(move |column| format!("{}.{}", table.name, column.name))
        })
        .collect()
}

/// A table, as a backup describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<Column>,
    /// The columns of its key, by their places.
    key: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Column {
    pub(crate) name: String,
    kind: Kind,
}

impl Column {
    /// Whether what is in it are ids.
    pub(crate) fn is_id(&self) -> bool {
        self.kind == Kind::Uuid
    }
}

/// What a column holds, whatever a database calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Kind {
    Uuid,
    Bool,
    /// 32 bits.
    Small,
    /// 64 bits.
    Whole,
    Text,
    Bytes,
}

/// A field of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Whole(i64),
    Text(String),
    Bytes(Vec<u8>),
}

pub(crate) type Row = Vec<Value>;

fn table<E: EntityTrait>() -> Table {
    let name = E::default().as_str().to_owned();
    let columns: Vec<Column> = E::Column::iter()
        .map(|column| {
            let kind = kind(column.def().get_column_type());
            let column = column.as_str().to_owned();
            Column {
                kind: kind
                    .unwrap_or_else(|| panic!("{name}.{column} has a type that no backup knows")),
                name: column,
            }
        })
        .collect();
    let place = |key: E::PrimaryKey| {
        let key = key.into_column();
        let place = columns.iter().position(|c| c.name == key.as_str());
        place.expect("a key's column is one of the table's")
    };
    Table {
        key: E::PrimaryKey::iter().map(place).collect(),
        name,
        columns,
    }
}

fn kind(of: &ColumnType) -> Option<Kind> {
    match of {
        ColumnType::Uuid => Some(Kind::Uuid),
        ColumnType::Boolean => Some(Kind::Bool),
        ColumnType::Integer => Some(Kind::Small),
        ColumnType::BigInteger => Some(Kind::Whole),
        ColumnType::String(_) | ColumnType::Text | ColumnType::Enum { .. } => Some(Kind::Text),
        ColumnType::Blob | ColumnType::Binary(_) | ColumnType::VarBinary(_) => Some(Kind::Bytes),
        _ => None,
    }
}

impl Table {
    /// The next rows in the order of the key, after the key of a row that was
    /// read before.
    pub(crate) async fn read(
        &self,
        connection: &impl ConnectionTrait,
        after: Option<&Row>,
    ) -> Result<Vec<Row>, DbErr> {
        self.read_some(connection, Condition::all(), after).await
    }

    /// The same, of the rows for which something is so.
    pub(crate) async fn read_some(
        &self,
        connection: &impl ConnectionTrait,
        which: Condition,
        after: Option<&Row>,
    ) -> Result<Vec<Row>, DbErr> {
        let mut select = Query::select();
        select.from(self.name.clone()).limit(AT_ONCE);
        select.cond_where(which);
        for column in &self.columns {
            select.column(column.name.clone());
        }
        for column in self.key() {
            select.order_by(column.name.clone(), sea_orm::Order::Asc);
        }
        if let Some(row) = after {
            let columns = self.key().map(|column| Expr::col(column.name.clone()));
            let values = self
                .key
                .iter()
                .map(|place| self.value(*place, row[*place].clone()));
            select.and_where(Expr::tuple(columns).gt(Expr::tuple(values)));
        }
        let rows = connection.query_all(&select).await?;
        rows.iter().map(|row| self.row(row)).collect()
    }

    /// The table with its key and, of its other columns, those that are wanted.
    pub(crate) fn narrowed(&self, wanted: impl Fn(&str) -> bool) -> Table {
        let columns = self.columns.iter().enumerate();
        let kept: Vec<usize> = columns
            .filter(|(place, column)| self.key.contains(place) || wanted(&column.name))
            .map(|(place, _)| place)
            .collect();
        let now = |place: &usize| kept.iter().position(|kept| kept == place);
        Table {
            name: self.name.clone(),
            key: self.key.iter().filter_map(now).collect(),
            columns: kept
                .iter()
                .map(|place| self.columns[*place].clone())
                .collect(),
        }
    }

    /// Writes rows that are not there.
    pub(crate) async fn write(
        &self,
        connection: &impl ConnectionTrait,
        rows: Vec<Row>,
    ) -> Result<(), DbErr> {
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let mut insert = Query::insert();
            insert.into_table(self.name.clone());
            insert.columns(self.columns.iter().map(|column| column.name.clone()));
            for row in rows.by_ref().take(AT_ONCE as usize) {
                let row = row.into_iter().enumerate();
                let row = row.map(|(place, value)| self.value(place, value));
                insert
                    .values(row)
                    .map_err(|error| DbErr::Custom(error.to_string()))?;
            }
            connection.execute(&insert).await?;
        }
        Ok(())
    }

    /// Whether it has no rows.
    pub(crate) async fn is_empty(&self, connection: &impl ConnectionTrait) -> Result<bool, DbErr> {
        let mut select = Query::select();
        select.from(self.name.clone()).expr(Expr::val(1)).limit(1);
        Ok(connection.query_one(&select).await?.is_none())
    }

    /// Whether a row fits, as what is read from a file must be seen to.
    pub(crate) fn fits(&self, row: &Row) -> bool {
        let fits = |column: &Column, value: &Value| match (column.kind, value) {
            (_, Value::Null)
            | (Kind::Bool, Value::Bool(_))
            | (Kind::Whole, Value::Whole(_))
            | (Kind::Text, Value::Text(_))
            | (Kind::Bytes, Value::Bytes(_)) => true,
            (Kind::Small, Value::Whole(number)) => i32::try_from(*number).is_ok(),
            (Kind::Uuid, Value::Bytes(bytes)) => bytes.len() == 16,
            _ => false,
        };
        row.len() == self.columns.len()
            && self
                .columns
                .iter()
                .zip(row)
                .all(|(column, value)| fits(column, value))
    }

    /// The place of a column.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    fn key(&self) -> impl Iterator<Item = &Column> {
        self.key.iter().map(|place| &self.columns[*place])
    }

    fn row(&self, row: &QueryResult) -> Result<Row, DbErr> {
        let columns = self.columns.iter().enumerate();
        let value = |(place, column): (usize, &Column)| {
            Ok(match column.kind {
                Kind::Uuid => row
                    .try_get_by_index::<Option<Uuid>>(place)?
                    .map(|id| Value::Bytes(id.into_bytes().to_vec())),
                Kind::Bool => row
                    .try_get_by_index::<Option<bool>>(place)?
                    .map(Value::Bool),
                Kind::Small => row
                    .try_get_by_index::<Option<i32>>(place)?
                    .map(|number| Value::Whole(number.into())),
                Kind::Whole => row
                    .try_get_by_index::<Option<i64>>(place)?
                    .map(Value::Whole),
                Kind::Text => row
                    .try_get_by_index::<Option<String>>(place)?
                    .map(Value::Text),
                Kind::Bytes => row
                    .try_get_by_index::<Option<Vec<u8>>>(place)?
                    .map(Value::Bytes),
            }
            .unwrap_or(Value::Null))
        };
        columns.map(value).collect()
    }

    /// A value as the database takes it. PostgreSQL wants to know of what type
    /// it is that is not there.
    fn value(&self, place: usize, value: Value) -> SimpleExpr {
        let sql = match (self.columns[place].kind, value) {
            (Kind::Uuid, Value::Bytes(bytes)) => Sql::Uuid(Uuid::from_slice(&bytes).ok()),
            (Kind::Uuid, _) => Sql::Uuid(None),
            (Kind::Bool, Value::Bool(is)) => Sql::Bool(Some(is)),
            (Kind::Bool, _) => Sql::Bool(None),
            (Kind::Small, Value::Whole(number)) => Sql::Int(i32::try_from(number).ok()),
            (Kind::Small, _) => Sql::Int(None),
            (Kind::Whole, Value::Whole(number)) => Sql::BigInt(Some(number)),
            (Kind::Whole, _) => Sql::BigInt(None),
            (Kind::Text, Value::Text(text)) => Sql::String(Some(text)),
            (Kind::Text, _) => Sql::String(None),
            (Kind::Bytes, Value::Bytes(bytes)) => Sql::Bytes(Some(bytes)),
            (Kind::Bytes, _) => Sql::Bytes(None),
        };
        Expr::val(sql)
    }
}
