//! A person is planted, and every byte on the disk is searched for them.

use std::fs;

use backend::{Slug, Uuid};
use cv::{Field, Redaction};

use crate::support::{blank, set, sqlite};

const WORDS: [&str; 4] = [
    "Kanariefågel",
    "+46 70 174 06 05",
    "kanarie-adress",
    "Fågelvägen 7",
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
