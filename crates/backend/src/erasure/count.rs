//! What an account has of each kind, and what stays of it for how long: the same
//! for the preview and for the report.

use privacy::Date;
use privacy::erasure::{Gone, Kept};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Query};
use uuid::Uuid;

use super::Stays;
use crate::failure::Failure;

/// Counts an account's rows, kind by kind.
pub(super) async fn gone(
    data: &impl ConnectionTrait,
    id: Uuid,
    keys: u64,
) -> Result<Vec<(Gone, u64)>, Failure> {
    let mut counts = Vec::new();
    for kind in Gone::ALL {
        let column = match kind {
            Gone::Key => {
                counts.push((*kind, keys));
                continue;
            }
            Gone::Account => "id",
            _ => "account_id",
        };
        let mut select = Query::select();
        select
            .expr(Expr::col(Asterisk).count())
            .from(kind.table())
            .and_where(Expr::col(column).eq(id));
        let row = data.query_one(&select).await?;
        let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
        counts.push((*kind, count.unsigned_abs()));
    }
    counts.retain(|(_, count)| *count > 0);
    Ok(counts)
}

/// What stays of an account that is erased at a time, with so many rows of the
/// audit log.
pub(super) fn stays(rows: u64, erased_at: i64) -> Vec<Stays> {
    let day = Date::of(erased_at);
    let stays = |kept: Kept| Stays {
        kept,
        count: match kept {
            Kept::Audit => Some(rows),
            Kept::Ledger | Kept::Report => Some(1),
            Kept::Backups => None,
        },
        until: day.days_later(i64::from(kept.days())),
    };
    Kept::ALL.map(stays).to_vec()
}
