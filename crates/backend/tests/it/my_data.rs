//! What is kept of somebody, counted; who else has looked at it; and what stops
//! when they object.

use std::collections::BTreeMap;

use backend::{
    Action, Counted, DAY, Failure, Found, Letter, Objected, RoleChange, Seen, SeenBy, SeenPage,
    SignIn, Until, Uuid, Who,
};
use cv::Field;
use privacy::inventory::{self, Category, DOCUMENT, Label, What};
use privacy::{Actor, Date, Purpose, Role};
use sea_orm::{ConnectionTrait, Statement};

use crate::members::{ADDRESS, PASSWORD, agent, id_of, letters, member, sign_in, who};
use crate::populated::populated;
use crate::support::{Fixture, named, on_both, sqlite};

async fn held(f: &Fixture, actor: Actor) -> Vec<Counted> {
    f.store.overview(actor).await.expect("an overview").held
}

/// How many there are of a label, in all categories.
fn count(held: &[Counted], label: Label) -> u64 {
    let of = held.iter().filter(|it| it.label == label);
    of.map(|it| it.count).sum()
}

async fn number(f: &Fixture, keys: bool, sql: &str) -> u64 {
    let raw = match keys {
        true => f.raw_keys().await,
        false => f.raw_data().await,
    };
    let statement = Statement::from_string(raw.get_database_backend(), sql);
    let row = raw.query_one_raw(statement).await.expect("it runs");
    let number: i64 = row.expect("a row").try_get_by_index(0).expect("a number");
    number.unsigned_abs()
}

/// Against the database, table by table: nothing is left out and nothing is
/// somebody else's.
#[tokio::test(flavor = "multi_thread")]
async fn everything_that_is_kept_is_counted() {
    let f = sqlite().await;
    let anna = populated(&f).await;
    let account = Uuid::from_bytes(anna.person.0).simple().to_string();
    let written: Vec<(Category, Label)> = DOCUMENT
        .iter()
        .filter(|entry| entry.what == What::Content)
        .map(|entry| (entry.category, entry.label()))
        .collect();
    // The most rows that a kind has in one column of a table.
    let mut rows: BTreeMap<(&str, Category, Label), u64> = BTreeMap::new();
    for entry in inventory::columns() {
        let (table, column) = entry.path.split_once('.').expect("a column");
        let own = match table {
            "account" => "id",
            "hold" => "owner_id",
            "audit" => continue,
            _ => "account_id",
        };
        let there = inventory::entry(&format!("{table}.{own}")).is_some();
        let (category, label) = (entry.category, entry.label());
        if !there || written.contains(&(category, label)) {
            continue;
        }
        let sql = format!("SELECT count({column}) FROM {table} WHERE {own} = X'{account}'");
        let count = number(&f, table == "person_key", &sql).await;
        let most = rows.entry((table, category, label)).or_default();
        *most = count.max(*most);
    }
    let mut expected: BTreeMap<(Category, Label), u64> = BTreeMap::new();
    for ((_, category, label), count) in rows {
        *expected.entry((category, label)).or_default() += count;
    }
    expected.retain(|_, count| *count > 0);
    assert!(expected.len() > 20, "{expected:?}");
    let held = held(&f, anna.actor()).await;
    let mut counted: BTreeMap<(Category, Label), u64> = BTreeMap::new();
    for it in &held {
        assert!(!it.declared.purposes.is_empty() && !it.declared.recipients.is_empty());
        *counted.entry((it.category, it.label)).or_default() += it.count;
    }
    // Of the log, which knows people by pseudonyms, and of rows that others have written.
    let entries = expected
        .remove(&(Category::Technical, Label::AuditEntry))
        .unwrap_or_default();
    for (of, count) in expected {
        assert_eq!(counted.get(&of), Some(&count), "{of:?}");
    }
    let log = f.store.audit_pseudonym(Uuid::from_bytes(anna.person.0)).0;
    let log: String = log.iter().map(|byte| format!("{byte:02x}")).collect();
    let sql = format!("SELECT count(*) FROM audit WHERE actor = X'{log}' OR subject = X'{log}'");
    let events = number(&f, false, &sql).await;
    assert!(events > 0);
    assert_eq!(count(&held, Label::AuditEntry), events + entries);
    // What stands in two CVs and on a page: three names, of which everybody gets one.
    let names: Vec<_> = held
        .iter()
        .filter(|it| it.label == Label::PersonName)
        .map(|it| (it.declared.path, it.count))
        .collect();
    assert_eq!(names, [("document.content", 2), ("publication.content", 1)]);
    // One that is kept, and the same once more on a page.
    assert_eq!(count(&held, Label::PersonalDetail), 2);
    assert_eq!(count(&held, Label::Photo), 1);
    // Nobody is told what it is.
    let printed = format!("{held:?}");
    assert!(!printed.contains("svensk") && !printed.contains("Anna"));
}

on_both!(the_days_are_those_of_the_rules, async |f: Fixture| {
    let session = member(&f, ADDRESS, None).await;
    let anna = who(&f, &session).await;
    let began = Date::of(f.now());
    f.pass_days(10);
    sign_in(&f, ADDRESS, PASSWORD).await;
    let until = async |label: Label, table: &str| {
        let held = held(&f, anna.actor()).await;
        let found = held
            .into_iter()
            .find(|it| it.label == label && it.declared.path.starts_with(table));
        found.expect("there").until
    };
    let days = |first: i64, last: i64| {
        Some(Until {
            first: began.days_later(first),
            last: began.days_later(last),
        })
    };
    assert_eq!(until(Label::SignInAttempt, "sign_in").await, days(90, 100));
    let used = who(&f, &session).await;
    assert_eq!(used.person, anna.person);
    assert_eq!(until(Label::Email, "login").await, days(375, 375));
    f.store.restrict(anna.actor()).await.expect("restricted");
    let waits = 10 + backend::RESTRICTED_DAYS;
    assert_eq!(until(Label::Email, "login").await, days(waits, waits));
    // What no restriction holds back goes as before.
    let sessions = until(Label::SessionKind, "session").await;
    assert_eq!(
        sessions.map(|until| until.first),
        Some(began.days_later(365))
    );
    // A case that is open has no day.
    f.store.lift(anna.actor()).await.expect("lifted");
    let closed = f.store.compromised(&anna, &agent("Firefox")).await;
    closed.expect("closed to all");
    assert_eq!(until(Label::SecurityCase, "security_case").await, None);
    let nobody = f.store.overview(Actor::Visitor).await;
    assert!(matches!(nobody, Err(Failure::Missing)));
});

/// Somebody who has a role, as who has signed in with two factors.
async fn staff(f: &Fixture, email: &str, role: Role) -> Who {
    let session = member(f, email, None).await;
    let plain = who(f, &session).await;
    let given = f.store.operator_role(email, role).await;
    assert_eq!(given.expect("answers"), RoleChange::Done);
    Who {
        role,
        two_factors: true,
        proved: true,
        ..plain
    }
}

async fn seen(f: &Fixture, actor: Actor) -> Vec<(Action, SeenBy)> {
    let page = f.store.audit_seen(actor, None).await.expect("a page");
    assert_eq!(page.older, None);
    let line = |seen: Seen| (seen.action.expect("known"), seen.by);
    page.lines.into_iter().map(line).collect()
}

on_both!(
    each_access_of_staff_is_shown_to_whom_it_concerns,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        // What she does herself is nobody else's looking.
        assert_eq!(seen(&f, anna.actor()).await, []);
        let eva = staff(&f, "eva@example.com", Role::Administrator).await;
        f.store
            .compromised(&anna, &agent("Firefox"))
            .await
            .expect("closed");
        let cases = f.store.cases(&eva).await.expect("hers to see");
        let case = cases.first().expect("a case");
        f.store
            .case_close(&eva, case.account, case.id)
            .await
            .expect("closed");
        f.store.reset_link(&eva, ADDRESS).await.expect("a link");
        f.store.operator_reset_link(ADDRESS).await.expect("a link");
        let expected = |by| {
            [
                (Action::PasswordReset, SeenBy::Operator),
                (Action::PasswordReset, by),
                (Action::CaseClosed, by),
            ]
        };
        let administrator = SeenBy::Role(Role::Administrator);
        assert_eq!(seen(&f, anna.actor()).await, expected(administrator));
        // Somebody else sees nothing of it.
        let berit = f.person().await;
        assert_eq!(seen(&f, berit).await, []);
        // A list of addresses is looked at by one, and seen by each who is in it.
        let olle = staff(&f, "olle@example.com", Role::Administrator).await;
        let listed = f.store.colleagues(&olle).await.expect("his to see");
        assert_eq!(listed.len(), 2);
        assert_eq!(
            seen(&f, eva.actor()).await.first(),
            Some(&(Action::AddressRead, administrator))
        );
        let own = seen(&f, olle.actor()).await;
        assert!(own.iter().all(|(action, _)| *action != Action::AddressRead));
        // The role is that of then, or none: never another.
        f.pass(1);
        let changed = f
            .store
            .operator_role("eva@example.com", Role::Support)
            .await;
        assert_eq!(changed.expect("answers"), RoleChange::Done);
        assert_eq!(seen(&f, anna.actor()).await, expected(SeenBy::Formerly));
        let nobody = f.store.audit_seen(Actor::Visitor, None).await;
        assert!(matches!(nobody, Err(Failure::Missing)));
    }
);

on_both!(accesses_come_a_page_at_a_time, async |f: Fixture| {
    let session = member(&f, ADDRESS, None).await;
    let anna = who(&f, &session).await;
    for _ in 0..25 {
        f.store.operator_reset_link(ADDRESS).await.expect("a link");
    }
    let first = f
        .store
        .audit_seen(anna.actor(), None)
        .await
        .expect("a page");
    assert_eq!(first.lines.len(), 20);
    let second = f.store.audit_seen(anna.actor(), first.older).await;
    let second = second.expect("a page");
    assert_eq!((second.lines.len(), second.older), (5, None));
    let all: Vec<i64> = first
        .lines
        .iter()
        .chain(&second.lines)
        .map(|it| it.seq)
        .collect();
    assert!(all.is_sorted_by(|a, b| a > b), "{all:?}");
    let before_all = f.store.audit_seen(anna.actor(), Some(1)).await;
    assert_eq!(before_all.expect("a page"), SeenPage::default());
});

on_both!(
    an_objection_stops_what_rests_on_an_interest_at_once,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let attempts = async |who: &Who| f.store.attempts(who).await.expect("hers").len();
        let enter = async |browser: &str| {
            let tried = f.store.sign_in(ADDRESS, PASSWORD, &agent(browser)).await;
            match tried.expect("answers") {
                SignIn::Done(session) => session,
                other => panic!("{other:?}"),
            }
        };
        letters(&f).await;
        let before = attempts(&anna).await;
        // Who took the account over shall not be able to do it unseen.
        let stale = Who {
            proved: false,
            ..anna
        };
        let unproved = f.store.object(&stale, Purpose::Protect).await;
        assert!(matches!(unproved, Err(Failure::Unproved)));
        // What rests on a contract is no interest of ours.
        let contract = f.store.object(&anna, Purpose::KeepSaved).await;
        assert!(matches!(contract, Err(Failure::Refused(_))));

        let objected = f.store.object(&anna, Purpose::Protect).await;
        assert_eq!(objected.expect("noted"), Objected::Done);
        let limits = f.store.limits(anna.actor()).await.expect("hers");
        assert_eq!(limits.objected_at(Purpose::Protect), Some(f.now()));
        let told = letters(&f).await;
        assert_eq!(told, [(ADDRESS.to_lowercase(), Letter::Objected)]);
        let inside = enter("Another").await;
        let anna = who(&f, &inside).await;
        assert_eq!(attempts(&anna).await, before, "nothing is noted");
        assert!(letters(&f).await.is_empty(), "and no browser is new");
        let closed = f.store.compromised(&anna, &agent("Another")).await;
        closed.expect("every door closes all the same");
        let eva = staff(&f, "eva@example.com", Role::PrivacyOfficer).await;
        assert!(f.store.cases(&eva).await.expect("hers to see").is_empty());

        f.store
            .object_no_more(anna.actor(), Purpose::Protect)
            .await
            .expect("lifted");
        let limits = f.store.limits(anna.actor()).await.expect("hers");
        assert_eq!(limits.objected_at(Purpose::Protect), None);
    }
);

on_both!(
    an_objection_is_of_one_account_and_ends_when_it_is_taken_back,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let berit = member(&f, "berit@example.com", None).await;
        let berit = who(&f, &berit).await;
        let objected = f.store.object(&anna, Purpose::Protect).await;
        assert_eq!(objected.expect("noted"), Objected::Done);
        let count = async |who: &Who| f.store.attempts(who).await.expect("theirs").len();
        let (hers, theirs) = (count(&anna).await, count(&berit).await);
        sign_in(&f, "berit@example.com", PASSWORD).await;
        sign_in(&f, ADDRESS, PASSWORD).await;
        assert_eq!(
            (count(&anna).await, count(&berit).await),
            (hers, theirs + 1)
        );
        f.store
            .object_no_more(anna.actor(), Purpose::Protect)
            .await
            .expect("lifted");
        sign_in(&f, ADDRESS, PASSWORD).await;
        assert_eq!(count(&anna).await, hers + 1);
        // Whoever gets a role protects others too: it counts no more.
        let objected = f.store.object(&anna, Purpose::Protect).await;
        assert_eq!(objected.expect("noted"), Objected::Done);
        let given = f.store.operator_role(ADDRESS, Role::Support).await;
        assert_eq!(given.expect("answers"), RoleChange::Done);
        sign_in(&f, ADDRESS, PASSWORD).await;
        assert_eq!(count(&anna).await, hers + 2);
        let role = Who {
            role: Role::Support,
            ..anna
        };
        let outweighed = f.store.object(&role, Purpose::Protect).await;
        assert_eq!(outweighed.expect("an answer"), Objected::Outweighed);
    }
);

on_both!(
    opting_out_is_kept_and_moves_with_the_account,
    async |f: Fixture| {
        let (from, _) = f.writer(&named("Anna")).await;
        f.store.opt_out(from).await.expect("noted");
        let at = Some(f.now());
        f.pass(DAY);
        f.store.opt_out(from).await.expect("said once more");
        let link = backend::Who {
            person: id_of(from),
            session: Uuid::nil(),
            role: Role::Member,
            member: false,
            proved: false,
            two_factors: false,
        };
        let objected = f.store.object(&link, Purpose::Protect).await;
        assert_eq!(objected.expect("an owner link may"), Objected::Done);
        let session = member(&f, "berit@example.com", None).await;
        let to = who(&f, &session).await;
        f.store
            .account_move(id_of(from), to.person)
            .await
            .expect("moved");
        let limits = f.store.limits(to.actor()).await.expect("theirs");
        assert_eq!(limits.opted_out_at, at);
        assert_eq!(limits.objected_at(Purpose::Protect), Some(f.now()));
        f.store.opt_in(to.actor()).await.expect("taken back");
        let limits = f.store.limits(to.actor()).await.expect("theirs");
        assert_eq!(limits.opted_out_at, None);
    }
);

/// Neither an objection nor an opt-out takes anything from what is shown.
#[tokio::test(flavor = "multi_thread")]
async fn who_objects_or_opts_out_loses_nothing_else() {
    let f = sqlite().await;
    let (anna, id) = f.writer(&named("Anna")).await;
    let slug = backend::Slug::parse("anna").expect("an address");
    let usual = cv::Redaction::usual();
    let published = f.store.page_publish(anna, id, 1, &usual, &slug).await;
    published.expect("published");
    f.store.opt_out(anna).await.expect("noted");
    let found = f.store.page_find(&slug).await.expect("an answer");
    let Found::Page(page) = found else {
        panic!("{found:?}")
    };
    let shown = f.store.page_open(Actor::Visitor, page).await.expect("open");
    assert_eq!(shown.document.basics.text(Field::Name), "Anna");
}
