//! Every place that the canary searches is one where it finds something.

use std::fs;

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::*;

struct Fixture {
    folder: tempfile::TempDir,
    options: Options,
    store: Store,
    person: PersonId,
    planted: Planted,
}

/// A store in which somebody is planted.
async fn planted() -> Fixture {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options::in_folder(folder.path());
    let store = Store::open(&options).await.expect("a new store").store;
    let link = Secret::generate();
    let declaration = Declaration {
        adult: true,
        policy_version: MARK.to_owned(),
        terms: Some(terms()),
    };
    let person = store.account_create(&link, &declaration).await;
    let person = person.expect("an account");
    let mut planted = Planted::default();
    planted.secrets.push(("owner link", revealed(&link)));
    store.live(person, &mut planted).await.expect("they live");
    Fixture {
        folder,
        options,
        store,
        person,
        planted,
    }
}

impl Fixture {
    async fn found(&self, logs: &[PathBuf]) -> Vec<Finding> {
        let mut secrets = self.planted.secrets.clone();
        secrets.push(("wrapped key", self.planted.wrapped[KEY_HEAD..].to_vec()));
        let mut search = Search::new(&self.planted.words, &secrets).expect("a search");
        self.store
            .search_everywhere(&mut search, &self.options, logs)
            .await
            .expect("searched");
        search.found
    }

    fn word(&self, field: &str) -> String {
        let word = self.planted.words.iter().find(|word| word.field == field);
        word.expect("a word").text.clone()
    }
}

/// One place, and what was found there.
fn in_place<'a>(found: &'a [Finding], place: &str) -> Vec<(&'a str, Written)> {
    let there = found.iter().filter(|finding| finding.place.contains(place));
    there.map(|f| (f.what.as_str(), f.written)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_leak_is_found_wherever_it_is() {
    let f = planted().await;
    // The key is where it belongs, and wrapped; the words are nowhere.
    let found = f.found(&[]).await;
    assert!(
        found.iter().all(|finding| finding.what == "wrapped key"),
        "{found:?}"
    );
    assert_eq!(
        in_place(&found, "rows of person_key in the keys"),
        [("wrapped key", Written::Plain)]
    );
    assert!(!in_place(&found, "keys.sqlite").is_empty());
    assert!(in_place(&found, "merit.sqlite").is_empty());

    let name = f.word("basics.name");
    let company = f.word("work[].name").to_uppercase();
    let deep = f.folder.path().join("spool/new");
    fs::create_dir_all(&deep).expect("made");
    fs::write(deep.join("letter"), format!("Dear {name},")).expect("written");
    let log = tempfile::tempdir().expect("a folder");
    let wide: Vec<u8> = company.encode_utf16().flat_map(u16::to_be_bytes).collect();
    fs::write(log.path().join("a.log"), wide).expect("written");
    let insert = format!(
        "INSERT INTO setting VALUES ('leak', CAST('{}' AS BLOB))",
        crate::hex::hex(name.as_bytes())
    );
    f.store
        .data
        .write()
        .execute_unprepared(&insert)
        .await
        .expect("it runs");

    let found = f.found(&[log.path().to_owned()]).await;
    assert_eq!(
        in_place(&found, "letter"),
        [("basics.name", Written::Plain)]
    );
    assert_eq!(in_place(&found, "a.log"), [("work[].name", Written::Utf16)]);
    assert_eq!(
        in_place(&found, "rows of setting in the data"),
        [("basics.name", Written::Hex)]
    );
    assert_eq!(
        in_place(&found, "merit.sqlite-wal"),
        [("basics.name", Written::Hex)]
    );
}

/// A secret of their browser's, and the key that should be gone.
#[tokio::test(flavor = "multi_thread")]
async fn secrets_and_keys_are_found_too() {
    let f = planted().await;
    let secret = |name: &str| {
        let mut secrets = f.planted.secrets.iter();
        let found = secrets.find(|(of, _)| *of == name);
        found.expect("a secret").1.clone()
    };
    let text = URL_SAFE_NO_PAD.encode(secret("owner link"));
    fs::write(f.folder.path().join("a"), format!("GET /open#{text}")).expect("written");
    fs::write(f.folder.path().join("b"), secret("session")).expect("written");
    f.store
        .account_erase(Actor::Person(f.person))
        .await
        .expect("erased");
    let found = f.found(&[]).await;
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0].what, "owner link");
    assert_eq!(found[1].what, "session");
    fs::write(f.folder.path().join("c"), &f.planted.wrapped).expect("written");
    assert_eq!(f.found(&[]).await[2].what, "wrapped key");
}

/// The words are in every field that takes text, so that none can leak alone.
#[tokio::test(flavor = "multi_thread")]
async fn every_field_has_a_word_of_its_own() {
    let f = planted().await;
    let fields: std::collections::BTreeSet<_> = f
        .planted
        .words
        .iter()
        .map(|word| word.field.as_str())
        .collect();
    let mut expected: Vec<String> = cv::schema::BASICS
        .iter()
        .map(|(field, _)| format!("basics.{}", field.json()))
        .collect();
    for kind in cv::SectionKind::ALL {
        let fields = kind.fields().iter();
        let fields = fields.filter(|(_, shape)| *shape != cv::Shape::Flag);
        expected.extend(fields.map(|(field, _)| format!("{}[].{}", kind.json(), field.json())));
        expected.push(format!("{}[] heading", kind.json()));
    }
    for field in expected {
        assert!(fields.contains(field.as_str()), "{field}");
    }
    let texts: std::collections::BTreeSet<_> =
        f.planted.words.iter().map(|word| &word.text).collect();
    assert_eq!(texts.len(), f.planted.words.iter().count());
}

/// A column that is sealed and has nothing of theirs would be one that nobody
/// has looked into.
#[tokio::test(flavor = "multi_thread")]
async fn every_sealed_column_has_something_of_theirs() {
    let f = planted().await;
    for sealed in crate::sealed::SEALED {
        let select = Query::select()
            .expr(Expr::val(1))
            .from(sealed.column.table)
            .and_where(Expr::col("account_id").eq(uuid(f.person)))
            .and_where(Expr::col(sealed.column.name).is_not_null())
            .to_owned();
        let row = f.store.data.read().query_one(&select).await;
        assert!(row.expect("an answer").is_some(), "{sealed:?}");
    }
}

/// Who was planted by a search that was killed goes with the next one.
#[tokio::test(flavor = "multi_thread")]
async fn who_was_left_behind_goes() {
    let f = planted().await;
    f.store.erase_left_canaries().await.expect("erased");
    let row = account::Entity::find_by_id(uuid(f.person));
    assert!(
        row.one(f.store.data.read())
            .await
            .expect("an answer")
            .is_some()
    );
    let old = "UPDATE account SET created_at = created_at - 7200000";
    f.store
        .data
        .write()
        .execute_unprepared(old)
        .await
        .expect("it runs");
    f.store.erase_left_canaries().await.expect("erased");
    let row = account::Entity::find_by_id(uuid(f.person));
    assert!(
        row.one(f.store.data.read())
            .await
            .expect("an answer")
            .is_none()
    );
}
