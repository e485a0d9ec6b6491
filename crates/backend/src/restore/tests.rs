//! Backups of other versions.

use vault::RootKey;

use super::*;
use crate::backup::Writer;

const OLD: [&str; 2] = ["0001_account", "0002_session"];

/// A table, with the columns that it had when it was made.
fn table(name: &str) -> Table {
    let columns: &[&str] = match name {
        "account" => &[
            "id",
            "state",
            "created_at",
            "used_at",
            "adult_at",
            "policy_version",
            "policy_at",
        ],
        "person_key" => &["account_id", "wrapped", "created_at"],
        _ => &["name", "value"],
    };
    let mut known = tables::data().into_iter().chain(tables::keys());
    let mut table = known.find(|table| table.name == name).expect("a table");
    table
        .columns
        .retain(|column| columns.contains(&column.name.as_str()));
    table
}

/// A backup with the rows of two tables, as after these steps.
fn write(folder: &Path, vault: &Vault, steps: &[&str], account: Uuid) -> Source {
    let id = || Value::Bytes(account.as_bytes().to_vec());
    let row = vec![
        id(),
        Value::Text("anonymous".into()),
        Value::Whole(1),
        Value::Whole(2),
        Value::Whole(3),
        Value::Text("1".into()),
        Value::Whole(4),
    ];
    let (_, wrapped) = vault.new_person_key(account.into_bytes());
    let key = vec![id(), Value::Bytes(wrapped), Value::Whole(1)];
    let known: Vec<String> = Keys::migrations()
        .iter()
        .map(|s| s.name().to_owned())
        .collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let parts = [
        (Kind::Data, "merit-data-1.backup", steps, ("account", row)),
        (
            Kind::Keys,
            "merit-keys-1.backup",
            &known,
            ("person_key", key),
        ),
    ];
    for (kind, name, steps, (of, row)) in parts {
        let mut file = Writer::create(&folder.join(name), vault, kind, 1, 1).expect("a file");
        let head = Head {
            pair: vec![1; 16],
            steps: steps.iter().map(|step| (*step).to_owned()).collect(),
        };
        let setting = vec![Value::Text("pair".into()), Value::Bytes(vec![1; 16])];
        let root = vec![
            Value::Text("root".into()),
            Value::Bytes(vault.check().to_vec()),
        ];
        let mut records = vec![
            Record::Head(head),
            Record::Table(table(of)),
            Record::Row(row),
        ];
        if kind == Kind::Keys {
            records.extend([
                Record::Table(table("setting")),
                Record::Row(setting),
                Record::Row(root),
            ]);
            records.extend(Lasting::ALL.map(|which| {
                let wrapped = Value::Bytes(vault.wrapped(which));
                Record::Row(vec![Value::Text(which.name().into()), wrapped])
            }));
        }
        let rows = records
            .iter()
            .filter(|r| matches!(r, Record::Row(_)))
            .count();
        records.push(Record::End { rows: rows as u64 });
        for record in records {
            file.record(&record).expect("written");
        }
        file.finish().expect("finished");
    }
    Source {
        folder: folder.to_owned(),
        data: None,
        without_ledger: true,
    }
}

fn rooted() -> (tempfile::TempDir, Options, Vault) {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options::in_folder(folder.path());
    let root = RootKey::generate();
    root.write_new(&folder.path().join("root.key"))
        .expect("written");
    (folder, options, Vault::new(&root))
}

/// Its tables are made as they were, filled, and migrated.
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_an_older_version_comes_forward() {
    let (folder, options, vault) = rooted();
    let account = Uuid::now_v7();
    let source = write(folder.path(), &vault, &OLD, account);
    let restored = restore(&options, &source).await.expect("restored");
    assert_eq!(restored.rows, 4 + Lasting::ALL.len() as u64);
    let store = Store::open(&options).await.expect("it opens").store;
    store.key(account).await.expect("a key");
    let row = account::Entity::find_by_id(account).one(store.data.read());
    let row = row.await.expect("an answer").expect("a row");
    assert_eq!((row.created_at, row.adult_at), (1, 3));
    assert_eq!(restored.audit.range, Some((1, 1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_a_newer_version_is_refused() {
    let (folder, options, vault) = rooted();
    for steps in [&["0001_account", "9999_later"][..], &["0002_session"]] {
        let source = write(folder.path(), &vault, steps, Uuid::now_v7());
        let refused = restore(&options, &source).await;
        assert!(
            matches!(refused, Err(RestoreError::Newer(_))),
            "{refused:?}"
        );
    }
    assert!(!options.folder.join("merit.sqlite").exists());
}
