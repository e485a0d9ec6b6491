//! Rows that no function of the store writes in a test: they need a device, a place,
//! time, or somebody who works here.

use backend::{Agreement, ConsentBy, MailLang, RootKey, Uuid, Who};
use privacy::ConsentPurpose;
use sea_orm::sea_query::{Expr, Query, SimpleExpr};
use sea_orm::{ConnectionTrait, Statement};
use vault::{Column, PersonKey, Vault};

use crate::support::Fixture;

/// Where her first attempt to sign in came from, which she agrees is kept.
pub(super) async fn came_from(f: &Fixture, anna: &Who) {
    let purpose = ConsentPurpose::SignInPlace;
    let agreement = Agreement {
        version: purpose.version().to_owned(),
        lang: MailLang::Sv,
        by: ConsentBy::Page,
    };
    let given = f
        .store
        .consent_give(anna.actor(), purpose, &agreement)
        .await;
    given.expect("noted");
    let account = Uuid::from_bytes(anna.person.0);
    let consent = id(f, "consent", "purpose = 'sign_in_place'", account).await;
    let attempt = id(f, "sign_in", "outcome = 'done'", account).await;
    let column = Column {
        table: "sign_in_place",
        name: "place",
        schema: 1,
    };
    let place = br#"{"country":"SE","town":"Uppsala"}"#;
    let sealed = key(f, account)
        .await
        .seal(column, attempt.into_bytes(), place);
    insert(
        f,
        "sign_in_place",
        vec![
            ("account_id", Expr::val(account)),
            ("id", Expr::val(attempt)),
            ("place", Expr::val(sealed)),
            ("consent_id", Expr::val(consent)),
        ],
    )
    .await;
}

/// The id of a row of hers.
async fn id(f: &Fixture, table: &str, which: &str, account: Uuid) -> Uuid {
    let data = f.raw_data().await;
    let select = Statement::from_sql_and_values(
        data.get_database_backend(),
        format!("SELECT id FROM {table} WHERE account_id = $1 AND {which} ORDER BY id LIMIT 1"),
        [account.into()],
    );
    let row = data.query_one_raw(select).await.expect("it answers");
    row.expect("a row").try_get("", "id").expect("an id")
}

/// What needs a device, or somebody to misfortune.
pub(super) async fn by_hand(f: &Fixture, anna: &Who) {
    let account = Uuid::from_bytes(anna.person.0);
    let key = key(f, account).await;
    let id = Uuid::now_v7();
    let seal = |name: &'static str, text: &str| {
        let column = Column {
            table: "passkey",
            name,
            schema: 1,
        };
        Expr::val(key.seal(column, id.into_bytes(), text.as_bytes()))
    };
    let now = f.now();
    insert(
        f,
        "passkey",
        vec![
            ("account_id", Expr::val(account)),
            ("id", Expr::val(id)),
            ("credential_index", Expr::val(vec![7_u8; 32])),
            ("credential", seal("credential", "a public key")),
            ("name", seal("name", "Annas telefon")),
            ("created_at", Expr::val(now)),
            ("used_at", Expr::val(None::<i64>)),
        ],
    )
    .await;
    let case = f.store.cases_own(anna.actor()).await.expect("answers");
    let hit = Uuid::now_v7();
    let found = r#"{"public":false,"item":"1","excerpt":"Berit Berg, referens"}"#;
    let column = Column {
        table: "case_hit",
        name: "content",
        schema: 1,
    };
    insert(
        f,
        "case_hit",
        vec![
            ("account_id", Expr::val(account)),
            ("id", Expr::val(hit)),
            ("case_id", Expr::val(case[0].id)),
            ("owner_id", Expr::val(Uuid::now_v7())),
            ("document_id", Expr::val(Uuid::now_v7())),
            ("found_at", Expr::val(now)),
            (
                "content",
                Expr::val(key.seal(column, hit.into_bytes(), found.as_bytes())),
            ),
        ],
    )
    .await;
    insert(
        f,
        "recovery_code",
        vec![
            ("account_id", Expr::val(account)),
            ("id", Expr::val(Uuid::now_v7())),
            ("code_hash", Expr::val(vec![8_u8; 32])),
        ],
    )
    .await;
    let given = Uuid::now_v7();
    let column = Column {
        table: "disclosure",
        name: "content",
        schema: 1,
    };
    let content = r#"{"recipient":"Polisen","law":"RB 27:17","categories":[],"items":"x"}"#;
    let content = key.seal(column, given.into_bytes(), content.as_bytes());
    insert(
        f,
        "disclosure",
        vec![
            ("account_id", Expr::val(account)),
            ("id", Expr::val(given)),
            ("ground", Expr::val("order")),
            ("content", Expr::val(content)),
            ("proposed_at", Expr::val(now)),
            ("proposed_by", Expr::val(vec![3_u8; 32])),
            ("decided_at", Expr::val(now)),
            ("decided_by", Expr::val(vec![4_u8; 32])),
            ("barred_until", Expr::val(now)),
            ("told_at", Expr::val(now)),
        ],
    )
    .await;
    insert(
        f,
        "security_case",
        vec![
            ("account_id", Expr::val(account)),
            ("id", Expr::val(Uuid::now_v7())),
            ("kind", Expr::val("compromised")),
            ("opened_at", Expr::val(now)),
            ("closed_at", Expr::val(None::<i64>)),
        ],
    )
    .await;
    insert(
        f,
        "staff",
        vec![
            ("account_id", Expr::val(account)),
            ("role", Expr::val("support")),
            ("granted_at", Expr::val(now)),
        ],
    )
    .await;
    insert(
        f,
        "erasure",
        vec![
            ("account_id", Expr::val(account)),
            ("asked_at", Expr::val(now)),
            ("due_at", Expr::val(now + 9 * backend::DAY)),
            ("report_hash", Expr::val(vec![6_u8; 32])),
        ],
    )
    .await;
    insert(
        f,
        "hold",
        vec![
            ("id", Expr::val(Uuid::now_v7())),
            ("owner_id", Expr::val(account)),
            ("kind", Expr::val("document")),
            ("row_id", Expr::val(None::<Uuid>)),
            ("ground", Expr::val("claim")),
            ("note", Expr::val(vec![5_u8; 60])),
            ("placed_at", Expr::val(now)),
            ("review_at", Expr::val(now + 90 * backend::DAY)),
            ("ended_at", Expr::val(None::<i64>)),
            ("barred", Expr::val(false)),
        ],
    )
    .await;
    looked_at(f, account, &key).await;
    insert(
        f,
        "owner_link",
        vec![
            ("account_id", Expr::val(account)),
            ("id", Expr::val(Uuid::now_v7())),
            ("secret_hash", Expr::val(vec![9_u8; 32])),
            ("created_at", Expr::val(now)),
        ],
    )
    .await;
}

/// What those who work here have done with it.
async fn looked_at(f: &Fixture, account: Uuid, key: &PersonKey) {
    let now = f.now();
    let seal = |table: &'static str, name: &'static str, row: Uuid, text: &str| {
        let column = Column {
            table,
            name,
            schema: 1,
        };
        Expr::val(key.seal(column, row.into_bytes(), text.as_bytes()))
    };
    let id = Uuid::now_v7();
    insert(
        f,
        "opened",
        vec![
            ("account_id", Expr::val(account)),
            ("id", Expr::val(id)),
            ("by_hash", Expr::val(vec![4_u8; 32])),
            ("role", Expr::val("privacy_officer")),
            ("what", Expr::val("address")),
            ("reason", seal("opened", "reason", id, "Anna har frågat")),
            ("opened_at", Expr::val(now)),
            ("until_at", Expr::val(now)),
        ],
    )
    .await;
    insert(
        f,
        "block",
        vec![
            ("account_id", Expr::val(account)),
            ("reason", seal("block", "reason", account, "Utreds")),
            ("blocked_at", Expr::val(now)),
        ],
    )
    .await;
    insert(
        f,
        "guardian_consent",
        vec![
            ("account_id", Expr::val(account)),
            (
                "note",
                seal("guardian_consent", "note", account, "Hennes far"),
            ),
            ("recorded_at", Expr::val(now)),
        ],
    )
    .await;
    for (table, column) in [("age_flag", "raised_at"), ("dormant_warning", "warned_at")] {
        let values = vec![("account_id", Expr::val(account)), (column, Expr::val(now))];
        insert(f, table, values).await;
    }
    insert(
        f,
        "approval",
        vec![
            ("account_id", Expr::val(account)),
            ("id", Expr::val(id)),
            ("action", Expr::val("minors")),
            ("parameters", seal("approval", "parameters", id, "{}")),
            ("proposed_at", Expr::val(now)),
            ("expires_at", Expr::val(now + backend::DAY)),
            ("decided_hash", Expr::val(None::<Vec<u8>>)),
            ("decided_at", Expr::val(None::<i64>)),
            ("outcome", Expr::val("waiting")),
        ],
    )
    .await;
}

pub(crate) async fn insert(
    f: &Fixture,
    table: &'static str,
    values: Vec<(&'static str, SimpleExpr)>,
) {
    let (columns, values): (Vec<_>, Vec<_>) = values.into_iter().unzip();
    let mut insert = Query::insert();
    insert.into_table(table).columns(columns);
    insert.values(values).expect("as many as columns");
    let inserted = f.raw_data().await.execute(&insert).await;
    inserted.unwrap_or_else(|error| panic!("{table}: {error}"));
}

/// The key of a person, as only who has the root key gets at it.
async fn key(f: &Fixture, account: Uuid) -> PersonKey {
    let root = RootKey::read(&f.root_key()).expect("a root key");
    let vault = Vault::before_lasting_keys(&root);
    let keys = f.raw_keys().await;
    let select = Statement::from_sql_and_values(
        keys.get_database_backend(),
        "SELECT wrapped FROM person_key WHERE account_id = $1",
        [account.into()],
    );
    let row = keys.query_one_raw(select).await.expect("it answers");
    let wrapped: Vec<u8> = row.expect("a key").try_get("", "wrapped").expect("bytes");
    let key = vault.unwrap(account.into_bytes(), &wrapped, None);
    key.expect("it opens")
}
