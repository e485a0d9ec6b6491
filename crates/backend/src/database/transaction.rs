//! A transaction that writes, and that writes down with its commit which
//! categories of data were collected meanwhile (`collected.rs`).

use std::ops::Deref;
use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement,
    TransactionTrait,
};
use sea_orm_migration::prelude::async_trait;

use super::Writes;
use crate::collected::{Collected, Written};

pub(crate) struct Transaction {
    inner: DatabaseTransaction,
    /// None where no data of persons is written.
    collected: Option<Arc<Collected>>,
    writes: Arc<Writes>,
}

impl Transaction {
    pub(super) fn new(
        inner: DatabaseTransaction,
        collected: Option<Arc<Collected>>,
        writes: Arc<Writes>,
    ) -> Transaction {
        Transaction {
            inner,
            collected,
            writes,
        }
    }

    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        let writes = self.writes.clone();
        let committed = self.committed().await;
        // Also where that failed: what is in the database then is not known.
        writes.count();
        committed
    }

    async fn committed(self) -> Result<(), DbErr> {
        let Some(collected) = self.collected.filter(|collected| collected.waits()) else {
            return self.inner.commit().await;
        };
        // In a part of its own: what people did is kept even where that they did it
        // cannot be noted. It waits for the next commit then.
        let noted = note(&self.inner, &collected).await;
        self.inner.commit().await?;
        match noted {
            Ok(written) => collected.committed(written),
            Err(error) => tracing::warn!(%error, "what was collected today is not noted yet"),
        }
        Ok(())
    }
}

/// Writes what was collected, or nothing of it.
async fn note(outer: &DatabaseTransaction, collected: &Collected) -> Result<Written, DbErr> {
    let savepoint = outer.begin().await?;
    let written = collected.write(&savepoint).await?;
    savepoint.commit().await?;
    Ok(written)
}

impl Deref for Transaction {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.inner
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.inner.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner.query_all_raw(statement).await
    }
}
