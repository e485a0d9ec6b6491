//! What is left of consents: nothing that names anybody, and an answer for who
//! knows whom to ask about.

use backend::{Agreement, ConsentBy, DAY, MailLang, ProofOf, Proven, Rule, Store, Uuid};
use privacy::inventory::PROOF_DAYS;
use privacy::{Actor, ConsentPurpose, Date};
use sea_orm::{ConnectionTrait, Statement};

use crate::members::{ADDRESS, id_of, member, who};
use crate::support::{Fixture, on_both, sqlite};

const SALARY: ConsentPurpose = ConsentPurpose::Salary;

async fn give(f: &Fixture, actor: Actor) {
    let agreement = Agreement {
        version: SALARY.version().to_owned(),
        lang: MailLang::Sv,
        by: ConsentBy::Page,
    };
    let given = f.store.consent_give(actor, SALARY, &agreement).await;
    given.expect("noted");
}

async fn withdraw(f: &Fixture, actor: Actor) {
    let (lang, by) = (MailLang::Sv, ConsentBy::Page);
    let withdrawn = f.store.consent_withdraw(actor, SALARY, lang, by).await;
    withdrawn.expect("noted");
}

async fn ask(store: &Store, of: &ProofOf, on: Date) -> Proven {
    let proven = store.consent_proven(of, SALARY, SALARY.version(), on).await;
    proven.expect("an answer")
}

async fn rows(f: &Fixture) -> Vec<(Vec<u8>, i64)> {
    let raw = f.raw_data().await;
    let all = "SELECT proof, made_at FROM consent_proof";
    let statement = Statement::from_string(raw.get_database_backend(), all);
    let rows = raw.query_all_raw(statement).await.expect("it runs");
    let row = |row: &sea_orm::QueryResult| {
        let proof = row.try_get("", "proof").expect("bytes");
        (proof, row.try_get("", "made_at").expect("a time"))
    };
    rows.iter().map(row).collect()
}

on_both!(
    consent_can_be_shown_when_who_gave_it_is_gone,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let given = Date::of(f.now());
        give(&f, anna.actor()).await;
        f.pass_days(10);
        let withdrawn = Date::of(f.now());
        withdraw(&f, anna.actor()).await;
        f.pass_days(10);
        // Twice on one day: how it ended is what counts.
        let again = Date::of(f.now());
        give(&f, anna.actor()).await;
        f.pass(1000);
        withdraw(&f, anna.actor()).await;
        f.pass(1000);
        give(&f, anna.actor()).await;
        f.pass_days(10);
        let hers = ProofOf::Address(" anna.EK@example.com".to_owned());
        // While she is there her own ledger says it.
        assert_eq!(ask(&f.store, &hers, given).await, Proven::Nothing);
        f.store.account_erase(anna.actor()).await.expect("erased");

        assert_eq!(rows(&f).await.len(), 5, "a row for each line");
        for (on, expected) in [
            (given.days_later(-1), Proven::Nothing),
            (given, Proven::Given(given)),
            (withdrawn.days_later(-1), Proven::Given(given)),
            (withdrawn, Proven::Withdrawn(withdrawn)),
            (again.days_later(-1), Proven::Withdrawn(withdrawn)),
            (again, Proven::Given(again)),
            (again.days_later(729), Proven::Given(again)),
            // It had had its time, whatever else.
            (again.days_later(730), Proven::Nothing),
        ] {
            assert_eq!(ask(&f.store, &hers, on).await, expected, "{on}");
        }
        let other = ProofOf::Address("berit@example.com".to_owned());
        assert_eq!(ask(&f.store, &other, given).await, Proven::Nothing);
        let text = f
            .store
            .consent_proven(&hers, SALARY, "2020-01-01", given)
            .await;
        assert_eq!(text.expect("an answer"), Proven::Nothing);
        let purpose = ConsentPurpose::PersonalDetails;
        let purpose = f
            .store
            .consent_proven(&hers, purpose, SALARY.version(), given);
        assert_eq!(purpose.await.expect("an answer"), Proven::Nothing);
        let nobody = ProofOf::Address("no address".to_owned());
        let refused = f
            .store
            .consent_proven(&nobody, SALARY, SALARY.version(), given);
        assert!(matches!(refused.await, Err(backend::Failure::Refused(_))));

        // A time, and then nothing.
        f.pass_days(i64::from(PROOF_DAYS) - 1);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Proofs), 0);
        f.pass_days(1);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Proofs), 5);
        assert_eq!(ask(&f.store, &hers, given).await, Proven::Nothing);
    }
);

on_both!(
    who_had_no_address_is_asked_about_by_their_account,
    async |f: Fixture| {
        let actor = f.person().await;
        let given = Date::of(f.now());
        give(&f, actor).await;
        let id = id_of(actor).0;
        f.store.account_erase(actor).await.expect("erased");
        let theirs = ProofOf::Account(Uuid::from_bytes(id));
        assert_eq!(ask(&f.store, &theirs, given).await, Proven::Given(given));
        let other = ProofOf::Account(Uuid::now_v7());
        assert_eq!(ask(&f.store, &other, given).await, Proven::Nothing);
        // A row is a hash and the day of the erasure.
        let rows = rows(&f).await;
        assert_eq!(rows.len(), 1);
        let (proof, made_at) = &rows[0];
        assert_eq!((proof.len(), made_at % DAY), (32, 0));
        assert!(
            !proof
                .windows(8)
                .any(|window| id.windows(8).any(|it| it == window))
        );
    }
);

/// The key is apart from that by which addresses are looked up, and without it
/// the rows say nothing to anybody.
#[tokio::test]
async fn without_their_key_proofs_prove_nothing() {
    let f = sqlite().await;
    let session = member(&f, ADDRESS, None).await;
    let anna = who(&f, &session).await;
    let given = Date::of(f.now());
    give(&f, anna.actor()).await;
    f.store.account_erase(anna.actor()).await.expect("erased");
    let hers = ProofOf::Address(ADDRESS.to_owned());
    assert_eq!(ask(&f.store, &hers, given).await, Proven::Given(given));
    let f = f.restart(async |_| {}).await;
    assert_eq!(ask(&f.store, &hers, given).await, Proven::Given(given));
    let raw = f.raw_keys().await;
    let destroyed = "DELETE FROM setting WHERE name = 'key proof'";
    raw.execute_unprepared(destroyed).await.expect("it runs");
    raw.close().await.expect("closed");
    let f = f.restart(async |_| {}).await;
    assert_eq!(rows(&f).await.len(), 1);
    assert_eq!(ask(&f.store, &hers, given).await, Proven::Nothing);
    // She can sign up again: addresses are looked up by another key.
    member(&f, ADDRESS, None).await;
}
