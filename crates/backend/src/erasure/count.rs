//! What an account has of each kind, and what stays of it for how long: the same
//! for the preview and for the report.

use privacy::Date;
use privacy::erasure::{Gone, Kept};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Query};
use uuid::Uuid;

use super::Stays;
use crate::consent;
use crate::disclosures;
use crate::failure::Failure;
use crate::holds::{self, HeldLine};

/// Counts an account's rows, kind by kind, without those that are held.
pub(super) async fn gone(
    data: &impl ConnectionTrait,
    id: Uuid,
    keys: u64,
    now: i64,
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
        if *kind == Gone::Disclosures {
            select.and_where(disclosures::shown(now));
        }
        let row = data.query_one(&select).await?;
        let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
        counts.push((*kind, count.unsigned_abs()));
    }
    let (_, held) = holds::lines(data, id).await?;
    for (kind, count) in &mut counts {
        let held = held.iter().find(|(it, _)| it == kind);
        *count = count.saturating_sub(held.map_or(0, |(_, held)| *held));
    }
    counts.retain(|(_, count)| *count > 0);
    Ok(counts)
}

/// What stays of an account that is erased at a time, with so many rows of the
/// audit log.
pub(super) async fn stays(
    data: &impl ConnectionTrait,
    id: Uuid,
    rows: u64,
    erased_at: i64,
) -> Result<Vec<Stays>, Failure> {
    let day = Date::of(erased_at);
    let proofs = consent::lines(data, id).await?.len() as u64;
    let mut stays = Vec::new();
    for kept in Kept::ALL {
        let count = match kept {
            Kept::Audit => Some(rows),
            Kept::Ledger | Kept::Report => Some(1),
            Kept::Backups => None,
            Kept::Consent if proofs > 0 => Some(proofs),
            // What is held is told by itself; who agreed to nothing leaves no proof.
            Kept::Consent | Kept::Hold => continue,
        };
        stays.push(Stays {
            kept,
            held: None,
            count,
            until: day.days_later(i64::from(kept.days())),
        });
    }
    let (held, _) = holds::lines(data, id).await?;
    stays.extend(held.into_iter().map(held_line));
    Ok(stays)
}

fn held_line(line: HeldLine) -> Stays {
    Stays {
        kept: Kept::Hold,
        held: Some((line.kind, line.ground)),
        count: Some(line.count),
        until: line.review,
    }
}
