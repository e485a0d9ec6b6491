//! Holds: what is held outlives its owner, for nobody without the hold's key, and
//! goes with the hold.

use std::fs;

use backend::{
    Action, Agreement, ConsentBy, ErasureState, HoldEnd, HoldRefused, HoldShown, MailLang, NewHold,
    PersonalDetail, RootSource, Rule, Store, Uuid, Who, rotate_root, verify_report,
};
use cv::PersonalField;
use privacy::erasure::{Gone, Kept};
use privacy::hold::{Ground, HOLD_DAYS, HOLD_REVIEW_DAYS};
use privacy::{Actor, ConsentPurpose, Date, Purpose};
use sea_orm::{ConnectionTrait, Statement};

use crate::erasure::restored::put_back;
use crate::members::{ADDRESS, id_of, member, who};
use crate::support::{Fixture, named, on_both, open, sqlite};

const WHY: &str = "Målet mot Annas arbetsgivare";
const HELD: &str = "Anna Hållen";

fn account(actor: Actor) -> Uuid {
    Uuid::from_bytes(id_of(actor).0)
}

fn in_days(f: &Fixture, days: i64) -> Option<Date> {
    Some(Date::of(f.now()).days_later(days))
}

fn new(f: &Fixture, actor: Actor, kind: Gone, row: Option<Uuid>) -> NewHold {
    NewHold {
        account: account(actor),
        kind,
        row,
        ground: Ground::Claim,
        note: WHY.to_owned(),
        review: in_days(f, 90),
        barred: false,
    }
}

async fn place(f: &Fixture, new: &NewHold) -> Uuid {
    let placed = f.store.operator_hold_place(new).await;
    placed.expect("the store answers").expect("it is held")
}

async fn holds(store: &Store) -> Vec<HoldShown> {
    store.operator_holds().await.expect("the store answers")
}

async fn rows(f: &Fixture, table: &str) -> i64 {
    let raw = match table {
        "hold_key" => f.raw_keys().await,
        _ => f.raw_data().await,
    };
    let count = format!("SELECT count(*) FROM {table}");
    let statement = Statement::from_string(raw.get_database_backend(), count);
    let row = raw.query_one_raw(statement).await.expect("it runs");
    row.expect("a row").try_get_by_index(0).expect("a number")
}

/// A member with a CV that is to be held, and another one.
async fn anna(f: &Fixture) -> (Who, Uuid) {
    let session = member(f, ADDRESS, None).await;
    let anna = who(f, &session).await;
    let held = Uuid::now_v7();
    for (id, name) in [(held, HELD), (Uuid::now_v7(), "Anna Fri")] {
        let document = named(name);
        let created = f.store.cv_create(anna.actor(), id, &document).await;
        created.expect("created");
    }
    (anna, held)
}

async fn at_once(f: Fixture) -> Fixture {
    f.restart(async |options| options.erasure_days = 0).await
}

on_both!(
    what_is_held_outlives_its_owner_and_goes_with_the_hold,
    async |f: Fixture| {
        let f = at_once(f).await;
        let (anna, id) = anna(&f).await;
        let new = new(&f, anna.actor(), Gone::Documents, Some(id));
        let review = new.review.expect("a day");
        let hold = place(&f, &new).await;
        // For whoever has the account nothing is otherwise; they are told.
        let load = f.store.cv_load(anna.actor(), Purpose::KeepSaved, id, None);
        assert!(load.await.expect("an answer").is_some());
        let preview = f.store.erasure_preview(&anna).await.expect("a preview");
        let told: Vec<_> = preview
            .kept
            .iter()
            .filter_map(|stays| Some((stays.kept, stays.held?, stays.count, stays.until)))
            .collect();
        let why = (Gone::Documents, Ground::Claim);
        assert_eq!(told, [(Kept::Hold, why, Some(1), review)]);
        let goes =
            |gone: &[(Gone, u64)]| gone.iter().find(|(it, _)| *it == Gone::Documents).copied();
        assert_eq!(goes(&preview.gone), Some((Gone::Documents, 1)));

        let asked = f.store.erasure_ask(&anna, None).await.expect("asked");
        assert!(asked.done);
        let state = f.store.erasure_state(&asked.secret).await;
        let ErasureState::Done(file) = state.expect("an answer") else {
            panic!("no report")
        };
        let key = f.store.report_public_key();
        let (report, _) = verify_report(&file, Some(key)).expect("signed");
        let lines: Vec<_> = report
            .kept
            .iter()
            .filter(|line| line.held().is_some())
            .collect();
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].held(), Some(why));
        assert_eq!(
            (lines[0].count, &lines[0].until),
            (Some(1), &review.to_string())
        );
        assert_eq!(lines[0].basis, "GDPR 17(3)(e)");
        let erased = report.erased.iter().find(|line| line.kind == "document");
        assert_eq!(erased.map(|line| line.count), Some(1));
        assert!(!file.contains(HELD) && !file.contains(WHY));

        assert_eq!(
            (rows(&f, "account").await, rows(&f, "document").await),
            (0, 0)
        );
        let there = holds(&f.store).await;
        assert_eq!(there.len(), 1);
        assert_eq!((there[0].account, there[0].items), (None, 1));
        assert_eq!(there[0].note.as_deref(), Some(WHY));
        let items = f.store.operator_hold_read(hold).await.expect("it opens");
        assert_eq!(items.len(), 1);
        assert!(items[0].row == id && items[0].json.contains(HELD));
        assert!(!items[0].json.contains("Anna Fri"));
        // Whatever else time takes, this it does not take.
        f.pass_days(400);
        f.store.sweep().await.expect("swept");
        assert_eq!(rows(&f, "held").await, 1);

        f.store
            .operator_hold_end(hold, HoldEnd::Over)
            .await
            .expect("ended");
        for table in ["hold", "held", "hold_key"] {
            assert_eq!(rows(&f, table).await, 0, "{table}");
        }
        assert!(holds(&f.store).await.is_empty());
        assert!(f.store.operator_hold_read(hold).await.is_err());
        let again = f.store.operator_hold_end(hold, HoldEnd::Over).await;
        assert!(matches!(again, Err(backend::Failure::Missing)));
        f.store.audit_checkpoint().await.expect("signed");
        let verified = f.store.audit_verify().await.expect("verified");
        assert_eq!(verified.faults, []);
    }
);

on_both!(
    nothing_is_held_without_a_ground_a_reason_and_a_review,
    async |f: Fixture| {
        let (anna, id) = anna(&f).await;
        let good = new(&f, anna.actor(), Gone::Documents, Some(id));
        let far = i64::from(HOLD_REVIEW_DAYS);
        let with = |change: &dyn Fn(&mut NewHold)| {
            let mut new = good.clone();
            change(&mut new);
            new
        };
        for (wrong, why) in [
            (with(&|it| it.review = None), HoldRefused::NoReview),
            (
                with(&|it| it.review = in_days(&f, 0)),
                HoldRefused::ReviewPast,
            ),
            (
                with(&|it| it.review = in_days(&f, far + 1)),
                HoldRefused::ReviewFar,
            ),
            (with(&|it| it.note = "  ".to_owned()), HoldRefused::Note),
            (with(&|it| it.note = "x".repeat(2001)), HoldRefused::Note),
            (with(&|it| it.kind = Gone::Sessions), HoldRefused::Kind),
            (with(&|it| it.kind = Gone::Key), HoldRefused::Kind),
            (
                with(&|it| it.row = Some(Uuid::now_v7())),
                HoldRefused::NoSuchItem,
            ),
            (
                with(&|it| it.account = Uuid::now_v7()),
                HoldRefused::NoSuchItem,
            ),
            (
                with(&|it| (it.kind, it.row) = (Gone::Photos, None)),
                HoldRefused::NoSuchItem,
            ),
        ] {
            let refused = f.store.operator_hold_place(&wrong).await;
            assert_eq!(refused.expect("an answer"), Err(why));
        }
        assert_eq!((rows(&f, "hold").await, rows(&f, "hold_key").await), (0, 0));
        let farthest = with(&|it| it.review = in_days(&f, far));
        place(&f, &farthest).await;
        // The ground is in the log, which nobody changes.
        let recorded = f
            .store
            .audit_list(Uuid::nil(), None)
            .await
            .expect("the log");
        assert_eq!(recorded[0].action, Some(Action::HeldForClaim));
        let subject = f.store.audit_pseudonym(good.account);
        assert_eq!(recorded[0].subject, Some(subject));
    }
);

on_both!(
    a_purge_leaves_what_is_held_and_counts_it,
    async |f: Fixture| {
        let (anna, id) = anna(&f).await;
        let hold = place(&f, &new(&f, anna.actor(), Gone::Documents, Some(id))).await;
        for listed in f.store.cv_list(anna.actor()).await.expect("a list") {
            f.store
                .cv_delete(anna.actor(), listed.id)
                .await
                .expect("binned");
        }
        f.pass_days(31);
        let preview = f.store.sweep_preview().await.expect("counted");
        assert_eq!((preview.by(Rule::Bin), preview.held(Rule::Bin)), (1, 1));
        assert_eq!(f.store.sweep().await.expect("swept"), preview);
        assert_eq!((rows(&f, "document").await, rows(&f, "held").await), (1, 0));
        // Deleted by its owner, it is kept where nobody but the hold has it.
        let gone = f.store.cv_delete_for_good(&anna, id).await;
        gone.expect("deleted");
        assert_eq!((rows(&f, "document").await, rows(&f, "held").await), (0, 1));
        let items = f.store.operator_hold_read(hold).await.expect("it opens");
        assert!(items[0].json.contains(HELD));
    }
);

on_both!(
    an_overdue_hold_is_told_until_it_is_looked_at,
    async |f: Fixture| {
        let (anna, id) = anna(&f).await;
        let hold = place(&f, &new(&f, anna.actor(), Gone::Documents, Some(id))).await;
        f.pass_days(90);
        assert_eq!(f.store.holds_overdue().await.expect("counted"), 0);
        f.pass_days(1);
        assert_eq!(f.store.holds_overdue().await.expect("counted"), 1);
        assert_eq!(backend::inspect(&f.options).await.overdue_holds, 1);
        assert!(holds(&f.store).await[0].overdue);
        let none = f.store.operator_hold_review(hold, None).await;
        assert_eq!(none.expect("an answer"), Err(HoldRefused::NoReview));
        let next = f.store.operator_hold_review(hold, in_days(&f, 30)).await;
        assert_eq!(next.expect("an answer"), Ok(()));
        assert_eq!(f.store.holds_overdue().await.expect("counted"), 0);
        // Nobody ends it, and it ends: nothing is held for ever.
        f.pass_days(i64::from(HOLD_DAYS));
        let swept = f.store.sweep().await.expect("swept");
        assert_eq!(swept.by(Rule::Holds), 1);
        assert_eq!((rows(&f, "hold").await, rows(&f, "hold_key").await), (0, 0));
    }
);

on_both!(
    /// Cut off between its steps, it is finished by a sweep.
    a_hold_that_is_half_ended_is_finished,
    async |f: Fixture| {
        let (anna, id) = anna(&f).await;
        let hold = place(&f, &new(&f, anna.actor(), Gone::Documents, Some(id))).await;
        let raw = f.raw_data().await;
        let ended = "UPDATE hold SET ended_at = 1";
        raw.execute_unprepared(ended).await.expect("it runs");
        let read = f.store.operator_hold_read(hold).await;
        assert!(matches!(read, Err(backend::Failure::Missing)));
        let preview = f.store.sweep_preview().await.expect("counted");
        let swept = f.store.sweep().await.expect("swept");
        assert_eq!((preview.by(Rule::Holds), swept.by(Rule::Holds)), (1, 1));
        assert_eq!((rows(&f, "hold").await, rows(&f, "hold_key").await), (0, 0));
    }
);

on_both!(
    what_is_held_of_a_withdrawn_consent_is_the_holds_alone,
    async |f: Fixture| {
        let (anna, _) = anna(&f).await;
        let actor = anna.actor();
        let purpose = ConsentPurpose::Salary;
        let agreement = Agreement {
            version: purpose.version().to_owned(),
            lang: MailLang::Sv,
            by: ConsentBy::Page,
        };
        let given = f.store.consent_give(actor, purpose, &agreement).await;
        given.expect("noted");
        let detail = PersonalDetail {
            reference: cv::Id(5),
            field: PersonalField::Salary,
            value: "41 750 kr".to_owned(),
        };
        f.store.personal_put(actor, &detail).await.expect("kept");
        let hold = place(&f, &new(&f, actor, Gone::Details, None)).await;
        let withdrawn = f
            .store
            .consent_withdraw(actor, purpose, MailLang::Sv, ConsentBy::Page)
            .await;
        assert_eq!(withdrawn.expect("withdrawn"), 1);
        let listed = f.store.personal_list(actor, Purpose::KeepSaved).await;
        assert_eq!(listed.expect("a list"), []);
        let items = f.store.operator_hold_read(hold).await.expect("it opens");
        assert_eq!(items.len(), 1);
        assert!(items[0].json.contains("41 750 kr"));
    }
);

on_both!(a_new_root_key_opens_what_is_held, async |f: Fixture| {
    let f = at_once(f).await;
    let (anna, id) = anna(&f).await;
    let hold = place(&f, &new(&f, anna.actor(), Gone::Documents, Some(id))).await;
    f.store.erasure_ask(&anna, None).await.expect("asked");
    let f = f.restart(async |options| {
        let new = options.folder.join("new.key");
        rotate_root(options, &new).await.expect("rotated");
        options.root = RootSource::File(new);
    });
    let f = f.await;
    let items = f.store.operator_hold_read(hold).await.expect("it opens");
    assert!(items[0].json.contains(HELD));
});

/// With the databases and without the keys nobody reads it; with the hold's end
/// nobody at all.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_held_is_nowhere_to_be_read() {
    let f = open(|options| options.erasure_days = 0).await;
    let (anna, id) = anna(&f).await;
    let hold = place(&f, &new(&f, anna.actor(), Gone::Documents, Some(id))).await;
    f.store.erasure_ask(&anna, None).await.expect("asked");
    let raw = f.raw_keys().await;
    let all = "SELECT wrapped FROM hold_key";
    let statement = Statement::from_string(raw.get_database_backend(), all);
    let row = raw.query_one_raw(statement).await.expect("it runs");
    let wrapped: Vec<u8> = row.expect("a row").try_get_by_index(0).expect("bytes");
    raw.close().await.expect("closed");
    let found = |needle: &[u8]| {
        let mut found = Vec::new();
        for entry in fs::read_dir(f.folder.path()).expect("the folder") {
            let path = entry.expect("an entry").path();
            let bytes = fs::read(&path).expect("a file");
            if bytes.windows(needle.len()).any(|window| window == needle) {
                found.push(path.display().to_string());
            }
        }
        found
    };
    let person = anna.person.0;
    for needle in [HELD.as_bytes(), WHY.as_bytes()] {
        assert_eq!(found(needle), [""; 0]);
    }
    let stretch = &wrapped[wrapped.len() - 32..];
    assert!(!found(stretch).is_empty(), "this test can fail");
    f.store
        .operator_hold_end(hold, HoldEnd::Over)
        .await
        .expect("ended");
    f.store.sweep().await.expect("emptied logs");
    assert_eq!(found(stretch), [""; 0]);
    assert_eq!(found(&person), [""; 0]);
}

/// A backup of before knows neither that she is gone nor that the hold has ended.
#[tokio::test(flavor = "multi_thread")]
async fn a_hold_that_has_ended_does_not_come_back() {
    let f = open(|options| options.erasure_days = 0).await;
    let (anna, id) = anna(&f).await;
    let hold = place(&f, &new(&f, anna.actor(), Gone::Documents, Some(id))).await;
    let backups = tempfile::tempdir().expect("a folder");
    f.store.backup(backups.path(), 30).await.expect("backed up");
    f.store.erasure_ask(&anna, None).await.expect("asked");

    // It has not ended: she is erased again, and it is held again.
    let (_folder, store, erased) = put_back(&f, backups.path()).await;
    assert_eq!(erased, 1);
    let there = holds(&store).await;
    assert_eq!((there[0].account, there[0].items), (None, 1));
    let items = store.operator_hold_read(hold).await.expect("it opens");
    assert!(items[0].json.contains(HELD));

    f.store
        .operator_hold_end(hold, HoldEnd::Over)
        .await
        .expect("ended");
    let (_folder, store, erased) = put_back(&f, backups.path()).await;
    assert_eq!(erased, 1);
    assert!(holds(&store).await.is_empty());
    assert!(store.operator_hold_read(hold).await.is_err());
}

/// Two holds of one row count it once among what stays, and each tells its reason.
#[tokio::test]
async fn what_two_holds_keep_is_kept_once() {
    let f = sqlite().await;
    let (anna, id) = anna(&f).await;
    place(&f, &new(&f, anna.actor(), Gone::Documents, Some(id))).await;
    let all = NewHold {
        ground: Ground::Order,
        ..new(&f, anna.actor(), Gone::Documents, None)
    };
    place(&f, &all).await;
    let preview = f.store.erasure_preview(&anna).await.expect("a preview");
    assert!(
        preview
            .gone
            .iter()
            .all(|(kind, _)| *kind != Gone::Documents)
    );
    let told: Vec<_> = preview
        .kept
        .iter()
        .filter_map(|it| Some((it.held?.1, it.count)))
        .collect();
    assert_eq!(told, [(Ground::Claim, Some(1)), (Ground::Order, Some(2))]);
}
