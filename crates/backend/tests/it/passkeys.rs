//! The passkeys of somebody who has no password: one of them stays.

use backend::Uuid;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Expr;

use crate::members::{ADDRESS, member, who};
use crate::populated::rows::insert;
use crate::support::{Fixture, on_both};

on_both!(
    /// Each request would be right alone.
    of_two_passkeys_that_are_removed_at_once_one_stays,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let account = Uuid::from_bytes(anna.person.0);
        let data = f.raw_data().await;
        let without = "UPDATE login SET password = NULL";
        data.execute_unprepared(without).await.expect("it runs");
        let two = [Uuid::now_v7(), Uuid::now_v7()];
        for (number, id) in (1_u8..).zip(two) {
            let values = vec![
                ("account_id", Expr::val(account)),
                ("id", Expr::val(id)),
                ("credential_index", Expr::val(vec![number; 32])),
                ("credential", Expr::val(vec![number; 60])),
                ("name", Expr::val(vec![number; 60])),
                ("created_at", Expr::val(f.now())),
                ("used_at", Expr::val(None::<i64>)),
            ];
            insert(&f, "passkey", values).await;
        }
        let (first, second) = tokio::join!(
            f.store.passkey_remove(&anna, two[0]),
            f.store.passkey_remove(&anna, two[1]),
        );
        let mut removed = [first.expect("answers"), second.expect("answers")];
        removed.sort_unstable();
        assert_eq!(removed, [false, true]);
        let settings = f.store.settings(&anna).await.expect("answers");
        assert_eq!(settings.passkeys, 1);
    }
);
