//! The audit log: what is recorded, and that nobody changes it unseen.

use std::fs;

use backend::{AUDIT_DAYS, Action, Fault, RootSource, Rule, Store, Uuid, Verified, rotate_root};
use privacy::Actor;
use sea_orm::ConnectionTrait;

use crate::support::{Fixture, blank, on_both};

impl Fixture {
    /// Rows of the log; each says that it was read.
    async fn rows(&self, count: usize) -> Uuid {
        let reader = Uuid::now_v7();
        for _ in 0..count {
            self.store.audit_list(reader, None).await.expect("a page");
        }
        reader
    }

    async fn verified(&self) -> Verified {
        self.store.audit_verify().await.expect("it can be read")
    }

    async fn faults(&self) -> Vec<Fault> {
        self.verified().await.faults
    }

    /// What somebody does who has the database and not the root key.
    async fn tamper(&self, statements: &[&str]) {
        let data = self.raw_data().await;
        for sql in statements {
            data.execute_unprepared(sql).await.expect("it runs");
        }
    }

    async fn sign(&self) {
        self.store.audit_checkpoint().await.expect("signed");
    }

    fn checkpoints(&self) -> std::path::PathBuf {
        self.folder.path().join("audit.checkpoint")
    }
}

/// Sets the head to a row, as it would be had the rows after it never been.
const HEAD_TO_4: &str = "UPDATE setting SET value = \
     (SELECT x.value FROM kept_head x WHERE x.seq = 4) WHERE name = 'audit'";

on_both!(
    what_is_recorded_is_listed_the_newest_first,
    async |f: Fixture| {
        let (actor, _) = f.writer(&blank()).await;
        let Actor::Person(person) = actor else {
            panic!("a person")
        };
        f.store.account_erase(actor).await.expect("erased");
        let reader = f.rows(1).await;
        let listed = f.store.audit_list(reader, None).await.expect("a page");
        let seen: Vec<_> = listed.iter().map(|row| (row.seq, row.action)).collect();
        assert_eq!(
            seen,
            [
                (2, Some(Action::AuditRead)),
                (1, Some(Action::AccountErased))
            ]
        );
        let erased = f.store.audit_pseudonym(Uuid::from_bytes(person.0));
        assert_eq!(
            (listed[1].actor, listed[1].subject),
            (Some(erased), Some(erased))
        );
        let reader = f.store.audit_pseudonym(reader);
        assert_eq!((listed[0].actor, listed[0].subject), (Some(reader), None));
        assert!(erased != reader && !erased.0.windows(16).any(|window| window == person.0));
        let older = f
            .store
            .audit_list(Uuid::now_v7(), Some(2))
            .await
            .expect("a page");
        assert_eq!(older.iter().map(|row| row.seq).collect::<Vec<_>>(), [1]);
        // Who is gone takes nothing out of the chain.
        assert_eq!(f.faults().await, [Fault::NoCheckpoint]);
        f.sign().await;
        assert_eq!(f.faults().await, []);
    }
);

on_both!(many_who_write_at_once_make_one_chain, async |f: Fixture| {
    f.sign().await;
    let writers = (0..20).map(|_| {
        let store = f.store.clone();
        tokio::spawn(async move { store.audit_list(Uuid::now_v7(), None).await })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.expect("it ends").expect("a page");
    }
    f.sign().await;
    let verified = f.verified().await;
    assert_eq!(verified.faults, []);
    assert_eq!((verified.rows, verified.range), (20, Some((1, 20))));
});

on_both!(an_edit_of_whatever_field_is_found, async |f: Fixture| {
    f.rows(5).await;
    f.sign().await;
    for change in [
        "at = at + 1",
        "actor = NULL",
        "actor = previous",
        "action = 'signed_in'",
        "subject = actor",
        "previous = mac",
        "mac = previous",
    ] {
        f.tamper(&[
            "CREATE TABLE aside AS SELECT * FROM audit WHERE seq = 3",
            &format!("UPDATE audit SET {change} WHERE seq = 3"),
        ])
        .await;
        let faults = f.faults().await;
        assert_eq!(faults.first(), Some(&Fault::Changed { seq: 3 }), "{change}");
        f.tamper(&[
            "DELETE FROM audit WHERE seq = 3",
            "INSERT INTO audit SELECT * FROM aside",
            "DROP TABLE aside",
        ])
        .await;
        assert_eq!(f.faults().await, [], "{change}");
    }
});

on_both!(
    a_deletion_is_found_also_at_the_beginning,
    async |f: Fixture| {
        f.rows(6).await;
        f.sign().await;
        f.tamper(&["DELETE FROM audit WHERE seq IN (3, 4)"]).await;
        assert_eq!(f.faults().await, [Fault::Missing { from: 3, to: 4 }]);
        f.tamper(&["DELETE FROM audit WHERE seq = 1"]).await;
        let missing = [
            Fault::Missing { from: 1, to: 1 },
            Fault::Missing { from: 3, to: 4 },
        ];
        assert_eq!(f.faults().await, missing);
        // Whoever gives the rest new numbers gives them wrong hashes.
        f.tamper(&["UPDATE audit SET seq = 1 WHERE seq = 2"]).await;
        assert_eq!(f.faults().await[0], Fault::Changed { seq: 1 });
    }
);

on_both!(another_order_is_found, async |f: Fixture| {
    f.rows(5).await;
    f.sign().await;
    f.tamper(&[
        "UPDATE audit SET seq = -3 WHERE seq = 3",
        "UPDATE audit SET seq = 3 WHERE seq = 4",
        "UPDATE audit SET seq = 4 WHERE seq = -3",
    ])
    .await;
    let faults = f.faults().await;
    for seq in [3, 4] {
        assert!(faults.contains(&Fault::Changed { seq }), "{faults:?}");
    }
});

on_both!(
    /// The chain that is left is whole; the checkpoint knows better, also when
    /// the log has grown past it again.
    a_cut_tail_is_found_and_stays_found,
    async |f: Fixture| {
        f.tamper(&["CREATE TABLE kept_head AS SELECT 0 AS seq, value FROM setting WHERE name = 'audit'"])
            .await;
        f.rows(4).await;
        f.tamper(&["INSERT INTO kept_head SELECT 4, value FROM setting WHERE name = 'audit'"])
            .await;
        f.rows(3).await;
        f.sign().await;
        let before = f.verified().await;
        assert_eq!((before.rows, before.faults), (7, vec![]));
        let at = before.signed_at.expect("signed");
        // Clumsy: the database itself still says where its log ends.
        f.tamper(&["DELETE FROM audit WHERE seq > 4"]).await;
        let cut = Fault::Cut { from: 5, to: 7, at };
        let clumsy = [Fault::Head { says: 7, is: 4 }, cut.clone()];
        assert_eq!(f.faults().await, clumsy);
        f.tamper(&[HEAD_TO_4]).await;
        assert_eq!(f.faults().await, [cut]);
        // The server goes on and signs again: the old line stays.
        f.pass_days(1);
        f.sign().await;
        f.rows(5).await;
        f.sign().await;
        f.sign().await;
        assert_eq!(f.faults().await, [Fault::Rewritten { seq: 7, at }]);
        let lines = fs::read_to_string(f.checkpoints()).expect("the file");
        assert_eq!(lines.lines().filter(|line| !line.starts_with('#')).count(), 2);
    }
);

on_both!(
    a_checkpoint_that_is_not_ours_or_missing_is_found,
    async |f: Fixture| {
        // Nothing is recorded, so nothing can be missing.
        assert_eq!(f.faults().await, []);
        f.rows(3).await;
        f.sign().await;
        let good = fs::read_to_string(f.checkpoints()).expect("the file");
        let change = |from: &str, to: &str| {
            assert!(good.contains(from), "{good}");
            fs::write(f.checkpoints(), good.replacen(from, to, 1)).expect("written");
        };
        change(" 3 0 ", " 2 0 ");
        assert!(f.faults().await.contains(&Fault::Forged { line: 1 }));
        // It is kept as it is, and is found also beside newer ones.
        f.rows(1).await;
        f.sign().await;
        assert_eq!(f.faults().await, [Fault::Forged { line: 1 }]);
        fs::write(f.checkpoints(), "").expect("written");
        assert_eq!(f.faults().await, [Fault::NoCheckpoint]);
        fs::remove_file(f.checkpoints()).expect("removed");
        assert_eq!(f.faults().await, [Fault::NoCheckpoint]);
        fs::write(f.checkpoints(), [0xff, 0xfe, b'\n', 0]).expect("written");
        let faults = f.faults().await;
        assert!(faults.contains(&Fault::Forged { line: 2 }), "{faults:?}");
    }
);

on_both!(
    what_has_had_its_time_goes_and_the_chain_begins_after_it,
    async |f: Fixture| {
        f.rows(3).await;
        f.sign().await;
        f.pass_days(AUDIT_DAYS - 10);
        f.rows(3).await;
        f.pass_days(11);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Audit), 3);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Audit), 0);
        // The old checkpoint is about a row that has had its time.
        assert_eq!(f.faults().await, []);
        f.sign().await;
        let verified = f.verified().await;
        assert_eq!(verified.faults, []);
        assert_eq!((verified.rows, verified.range), (3, Some((4, 6))));
        // All of it may go.
        let again = Store::open(&f.options).await.expect("it opens").store;
        f.pass_days(2 * AUDIT_DAYS);
        assert_eq!(again.sweep().await.expect("swept").by(Rule::Audit), 3);
        f.sign().await;
        assert_eq!(f.verified().await.range, None);
        assert_eq!(f.faults().await, []);
        f.rows(2).await;
        f.sign().await;
        assert_eq!(f.faults().await, []);
        // Nobody else says that rows had their time.
        f.tamper(&["DELETE FROM audit WHERE seq = 7"]).await;
        assert_eq!(f.faults().await, [Fault::Missing { from: 7, to: 7 }]);
        f.tamper(&["UPDATE setting SET value = \
             (SELECT s.value FROM setting s WHERE s.name = 'audit') WHERE name = 'audit_pruned'"])
            .await;
        let faults = f.faults().await;
        assert_eq!(faults[0], Fault::Beginning, "{faults:?}");
        f.tamper(&["DELETE FROM setting WHERE name = 'audit_pruned'"])
            .await;
        let faults = f.faults().await;
        assert_eq!(faults[0], Fault::Missing { from: 1, to: 7 }, "{faults:?}");
    }
);

on_both!(
    /// Signing twice without news, or by two programs, is one line.
    a_checkpoint_is_one_line_whoever_signs,
    async |f: Fixture| {
        let other = Store::open(&f.options).await.expect("it opens").store;
        for round in 0..4 {
            f.rows(1).await;
            let (ours, theirs) = tokio::join!(f.store.audit_checkpoint(), other.audit_checkpoint());
            ours.expect("signed");
            theirs.expect("signed");
            let text = fs::read_to_string(f.checkpoints()).expect("the file");
            let lines: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
            assert_eq!(lines.len(), 1, "{text}");
            assert!(lines[0].contains(&format!(" {} 0 ", round + 1)), "{text}");
        }
        assert_eq!(f.faults().await, []);
    }
);

on_both!(
    /// By the command, or by hand: whoever starts next records it, once.
    another_root_key_is_recorded,
    async |f: Fixture| {
        let new = f.folder.path().join("new.key");
        let f = f.restart(async |options| {
            rotate_root(options, &new).await.expect("rotated");
            options.root = RootSource::File(new);
        });
        let f = f.await;
        Store::open(&f.options).await.expect("it opens");
        let listed = f.store.audit_list(Uuid::now_v7(), None).await;
        let listed = listed.expect("a page");
        let actions: Vec<_> = listed.iter().filter_map(|row| row.action).collect();
        assert_eq!(actions, [Action::KeysRotated]);
        f.sign().await;
        assert_eq!(f.faults().await, []);
    }
);
