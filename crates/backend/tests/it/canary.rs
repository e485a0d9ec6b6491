//! A person is planted, and every byte on the disk is searched for them.

use std::fs;

use backend::{Letter, MailLang, Slug, Uuid};
use cv::{Field, Redaction};
use privacy::Purpose;
use sea_orm::{ConnectionTrait, Statement};

use crate::support::{Fixture, blank, on_both, set, sqlite};

const WORDS: [&str; 7] = [
    "Kanariefågel",
    "+46 70 174 06 05",
    "kanarie-adress",
    "Fågelvägen 7",
    "kanarie@fagel.example",
    "kanarietoken-7f3a",
    "farval@fagel.example",
];

#[tokio::test(flavor = "multi_thread")]
async fn nothing_a_person_wrote_is_readable_on_the_disk() {
    let f = sqlite().await;
    let (actor, id) = f.writer(&blank()).await;
    let edits = [
        set(Field::Name, WORDS[0]),
        set(Field::Phone, WORDS[1]),
        set(Field::Address, WORDS[3]),
    ];
    f.store
        .cv_save(actor, id, 1, Uuid::now_v7(), &edits)
        .await
        .expect("taken");
    let slug = Slug::parse(WORDS[2]).expect("an address");
    let usual = Redaction::usual();
    f.store
        .page_publish(actor, id, 2, &usual, &slug)
        .await
        .expect("published");
    let letter = Letter::ResetPassword {
        token: WORDS[5].to_owned(),
    };
    f.store
        .mail_queue(actor, WORDS[4], MailLang::Sv, letter)
        .await
        .expect("queued");
    f.store.mail_farewell(WORDS[6].to_owned(), MailLang::Sv);
    let mut searched = 0;
    for entry in fs::read_dir(f.folder.path()).expect("the folder") {
        let path = entry.expect("an entry").path();
        let bytes = fs::read(&path).expect("a file");
        searched += bytes.len();
        for word in WORDS {
            let found = bytes
                .windows(word.len())
                .any(|window| window == word.as_bytes());
            assert!(!found, "{word} is in {}", path.display());
        }
    }
    // The databases, their logs, the root key: had they been empty, this test could not fail.
    assert!(searched > 50_000, "{searched}");
}

/// The key of who was erased is neither in the file nor in its log.
#[tokio::test(flavor = "multi_thread")]
async fn an_erased_key_is_gone_from_the_disk() {
    let f = sqlite().await;
    let (actor, _) = f.writer(&blank()).await;
    let privacy::Actor::Person(person) = actor else {
        panic!("a person")
    };
    let on_disk = || {
        ["keys.sqlite", "keys.sqlite-wal"].iter().any(|name| {
            let bytes = fs::read(f.folder.path().join(name)).unwrap_or_default();
            bytes.windows(16).any(|window| window == person.0)
        })
    };
    assert!(on_disk());
    f.store.account_erase(actor).await.expect("erased");
    assert!(!on_disk());
}

on_both!(
    /// What `merit check canary` does: nothing is found, nobody is left, and
    /// nobody else notices.
    a_canary_finds_nothing_and_leaves_nothing,
    async |f: Fixture| {
        let (anna, hers) = f.writer(&blank()).await;
        let logs = tempfile::tempdir().expect("a folder");
        let log = logs.path().join("log-of-a-server");
        fs::write(&log, "{\"route\":\"/cv/{slug}\"}").expect("written");
        f.store.audit_checkpoint().await.expect("written");
        let canary = f.store.canary(&f.options, &[log]).await;
        let canary = canary.expect("it sang");
        assert_eq!(canary.found, []);
        assert_eq!(canary.found_after, []);
        assert!(canary.words > 80, "{}", canary.words);
        let looked = |what: &str| canary.looked.iter().any(|l| l.place.contains(what) && l.bytes > 0);
        let mut places = vec![
            "log-of-a-server",
            "root.key",
            "erasures.ledger",
            "audit.checkpoint",
            "merit-data-",
            "merit-keys-",
            "rows of document in the data",
            "rows of publication in the data",
            "rows of person_key in the keys",
        ];
        match f.options.data_url {
            Some(_) if canary.no_dump.is_none() => {
                places.extend(["pg_dump of the data", "pg_dump of the keys"]);
            }
            Some(_) => eprintln!("SKIPPED: {:?}", canary.no_dump),
            None => places.extend(["merit.sqlite-wal", "keys.sqlite"]),
        }
        for place in places {
            assert!(looked(place), "{place}: {:?}", canary.looked);
        }
        assert!(f.store.cv_load(anna, Purpose::KeepSaved, hers, None).await.is_ok());
        assert!(!f.folder.path().join("canary.tmp").exists());
        let counted = f.raw_data().await;
        let count = "SELECT count(*) FROM account";
        let statement = Statement::from_string(counted.get_database_backend(), count);
        let row = counted.query_one_raw(statement).await.expect("it runs");
        let accounts: i64 = row.expect("a row").try_get_by_index(0).expect("a number");
        assert_eq!(accounts, 1);
        let audit = f.store.audit_verify().await.expect("verified");
        assert_eq!(audit.faults, []);
    }
);
