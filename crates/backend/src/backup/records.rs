//! What stands in a backup's file: a head, then each table with its rows, then
//! how many rows there were.

use serde::{Deserialize, Serialize};

use super::tables::{Row, Table};

#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Record {
    Head(Head),
    /// The rows that follow are of this table.
    Table(Table),
    Row(Row),
    End {
        rows: u64,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Head {
    /// Says which data and which keys belong together.
    pub(crate) pair: Vec<u8>,
    /// The names of the migrations that the rows are as after.
    pub(crate) steps: Vec<String>,
}
