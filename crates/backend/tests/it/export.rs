//! A copy of everything: complete, nobody else's, for its owner alone, and made
//! whatever happens meanwhile.

mod making;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use backend::{
    Action, Asked, ExportJob, ExportState, Failure, Held, Made, MailLang, Press, Store, Uuid, Who,
};
use boon::{Compiler, Schemas};
use cv::Document;
use privacy::inventory::{self, Export};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value as Json;

use crate::members::{ADDRESS, member, who};
use crate::populated::{BAD, FOR, HIDDEN, IN_BIN, NAME, OTHERS, populated};
use crate::support::{Fixture, named, on_both};

/// Makes pages that say of whom they are.
pub(crate) struct Plain;

impl Press for Plain {
    async fn pdf(&self, document: Document, photo: Option<Vec<u8>>) -> Option<Vec<u8>> {
        let name = document.basics.text(cv::Field::Name);
        Some(format!("%PDF {name} {}", photo.is_some()).into_bytes())
    }

    fn page(&self, lang: MailLang, held: &Held) -> String {
        format!("{} {held:?}", lang.tag())
    }
}

pub(crate) type Files = BTreeMap<String, Vec<u8>>;

async fn ask(f: &Fixture, who: &Who) -> ExportJob {
    let asked = f.store.export_ask(who, MailLang::En).await;
    assert_eq!(asked.expect("answers"), Asked::Begun);
    taken(f).await
}

async fn taken(f: &Fixture) -> ExportJob {
    let job = f.store.export_take().await.expect("answers");
    job.expect("one that is due")
}

async fn shown(f: &Fixture, who: &Who) -> Option<(Uuid, ExportState)> {
    let shown = f.store.export_shown(who).await.expect("answers");
    shown.map(|shown| (shown.id, shown.state))
}

async fn bytes(store: &Store, who: &Who) -> Vec<u8> {
    let shown = store.export_shown(who).await.expect("answers");
    let opened = store.export_open(who, shown.expect("one").id).await;
    let mut download = opened.expect("it opens");
    let mut bytes = Vec::new();
    while let Some(piece) = download.next().await.expect("a piece") {
        assert!(piece.len() <= 256 * 1024);
        bytes.extend(piece);
    }
    assert_eq!(bytes.len() as u64, download.bytes);
    bytes
}

/// The files of an archive, read by another program.
fn unpacked(bytes: Vec<u8>) -> Files {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut files = Files::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content)
            .expect("its checksum is right");
        let name = file.name().expect("a name").into_owned();
        assert!(files.insert(name, content).is_none());
    }
    files
}

pub(crate) async fn copy(f: &Fixture, who: &Who) -> Files {
    let job = ask(f, who).await;
    let made = f.store.export_make(&job, &Plain).await;
    assert_eq!(made.expect("made"), Made::Ready);
    unpacked(bytes(&f.store, who).await)
}

fn text(file: &[u8]) -> &str {
    std::str::from_utf8(file).expect("text")
}

fn json(file: &[u8]) -> Json {
    serde_json::from_slice(file).expect("JSON")
}

on_both!(
    /// The inventory and the archive, both ways.
    a_copy_has_what_the_inventory_lets_into_it_and_nothing_else,
    async |f: Fixture| {
        let anna = populated(&f).await;
        let files = copy(&f, &anna).await;
        let mut there = BTreeSet::new();
        for (name, content) in &files {
            let Some(table) = name.strip_prefix("data/") else { continue };
            let table = table.strip_suffix(".json").expect("JSON");
            let rows = json(content);
            let rows = rows.as_array().expect("rows");
            assert!(!rows.is_empty(), "{table}: this test sees nothing of it");
            let columns: BTreeSet<_> = rows
                .iter()
                .flat_map(|row| row.as_object().expect("a row").keys())
                .collect();
            there.extend(columns.iter().map(|column| format!("{table}.{column}")));
            // The same as CSV.
            let csv = text(&files[&format!("csv/{table}.csv")]);
            let head = csv.strip_prefix('\u{feff}').expect("a mark").lines().next();
            let head: BTreeSet<_> = head.expect("a head").split(',').collect();
            let columns: BTreeSet<_> = columns.iter().map(|c| format!("\"{c}\"")).collect();
            assert_eq!(head, columns.iter().map(String::as_str).collect(), "{table}");
        }
        let declared = inventory::columns().filter(|entry| entry.export != Export::Nowhere);
        let declared: BTreeSet<String> = declared.map(|entry| entry.path.to_owned()).collect();
        assert_eq!(there, declared);
        // Nothing of what stays here.
        let all: String = files.values().map(|file| String::from_utf8_lossy(file)).collect();
        for secret in ["argon2", "token", "letter-secret"] {
            assert!(!all.contains(secret), "{secret}");
        }
    }
);

on_both!(
    a_copy_is_whole_and_its_files_are_what_they_say,
    async |f: Fixture| {
        let anna = populated(&f).await;
        let files = copy(&f, &anna).await;
        // The manifest names every file but itself, with its checksum.
        let manifest = json(&files["manifest.json"]);
        let mut named = BTreeSet::new();
        for file in manifest["files"].as_array().expect("files") {
            use sha2::{Digest, Sha256};
            let name = file["name"].as_str().expect("a name");
            let content = &files[name];
            let hash: String = Sha256::digest(content)
                .iter()
                .map(|b| format!("{b:02x}"))
                .collect();
            assert_eq!(file["sha256"], hash.as_str(), "{name}");
            assert_eq!(file["bytes"], content.len(), "{name}");
            named.insert(name.to_owned());
        }
        named.insert("manifest.json".to_owned());
        assert_eq!(named, files.keys().cloned().collect());
        // Each CV in all its forms, that of the bin too, with what is hidden.
        let folders: BTreeSet<&str> = files
            .keys()
            .filter(|name| name.starts_with("cvs/"))
            .filter_map(|name| name.rsplit_once('/').map(|(folder, _)| folder))
            .collect();
        assert_eq!(folders.len(), 2, "{folders:?}");
        let mut names = Vec::new();
        for folder in folders {
            let form = |name: &str| &files[&format!("{folder}/{name}")];
            let whole = cv::format::load(text(form("cv.json"))).expect("a document");
            valid(form("resume.json"));
            assert!(form("cv.pdf").starts_with(b"%PDF"));
            names.push(whole.basics.text(cv::Field::Name).to_owned());
            let hides = text(form("cv.json")).contains(HIDDEN);
            assert_eq!(text(form("cv.csv")).contains(HIDDEN), hides);
            assert!(!text(form("resume.json")).contains(HIDDEN));
            names.push(hides.to_string());
        }
        assert_eq!(names, [NAME, "true", IN_BIN, "false"]);
        let documents = json(&files["data/document.json"]);
        for row in documents.as_array().expect("rows") {
            assert!(files.contains_key(row["content"].as_str().expect("a file")));
        }
        let photos = json(&files["data/photo.json"]);
        let photo = &files[photos[0]["content"].as_str().expect("a file")];
        assert!(cv::photo::dimensions(photo).is_ok());
        let pages = json(&files["data/publication.json"]);
        assert_eq!(pages[0]["slug"], "anna-astrom");
        assert_eq!(pages[0]["name"], FOR);
        // There is nothing in it to try passwords on.
        assert_eq!(pages[0].get("password"), None);
        let former = json(&files["data/publication_slug.json"]);
        assert_eq!(former[0]["slug"], "anna-gammal");
        let page = text(&files[pages[0]["content"].as_str().expect("a file")]);
        assert!(page.contains(NAME) && !page.contains(HIDDEN));
        // In the language of the letters.
        assert!(files["index.html"].starts_with(b"sv "));
        // What happened with the account, and with nobody else's.
        let log = json(&files["data/audit.json"]);
        assert_eq!(log[0]["at"], "2024-10-04T00:00:00Z");
        let actions: Vec<_> = log
            .as_array()
            .expect("rows")
            .iter()
            .map(|r| &r["action"])
            .collect();
        assert!(
            actions.contains(&&Json::from(Action::SignedUp.name())),
            "{actions:?}"
        );
        assert_eq!(
            json(&files["data/mail.json"])[0]["payload"]["to"],
            "anna.ek@example.com"
        );
    }
);

/// Against the schema that is published.
fn valid(resume: &[u8]) {
    let schema = include_str!("../../../cv/tests/schema/json-resume-1.3.1.json");
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    let place = "https://schema.example/resume.json";
    let schema = serde_json::from_str(schema).expect("JSON");
    compiler.add_resource(place, schema).expect("a schema");
    let mut schemas = Schemas::new();
    let index = compiler.compile(place, &mut schemas).expect("a schema");
    schemas.validate(&json(resume), index).expect("it is valid");
}

on_both!(
    nothing_of_others_is_in_a_copy_and_no_cell_is_a_formula,
    async |f: Fixture| {
        let anna = populated(&f).await;
        let files = copy(&f, &anna).await;
        let mut cells = 0;
        for (name, content) in &files {
            let text = String::from_utf8_lossy(content);
            for other in OTHERS {
                assert!(!text.contains(other), "{other} in {name}");
            }
            if name.ends_with(".csv") {
                assert!(text.ends_with("\r\n"), "{name}");
                for bad in ["\"=", "\"+", "\"-", "\"@", "\"\t"] {
                    assert!(!text.replace("\"\"", "").contains(bad), "{bad} in {name}");
                }
                cells += text.matches(&format!("\"'{BAD}")).count();
            }
        }
        // The formula was there: in the CV, and as its name.
        assert!(cells >= 2, "{cells}");
    }
);

on_both!(
    a_copy_is_for_who_has_proved_to_be_its_owner,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let late = Who {
            proved: false,
            ..anna
        };
        let refused = f.store.export_ask(&late, MailLang::En).await;
        assert!(matches!(refused, Err(Failure::Unproved)));
        let job = ask(&f, &anna).await;
        // Meanwhile there is none to be taken, and not a second one.
        let again = f.store.export_ask(&anna, MailLang::En).await;
        assert_eq!(again.expect("answers"), Asked::Underway);
        let (id, _) = shown(&f, &anna).await.expect("one");
        let opened = f.store.export_open(&anna, id).await;
        assert!(matches!(opened, Err(Failure::Missing)));
        f.store.export_make(&job, &Plain).await.expect("made");
        // The session that has asked needs no more; another one does.
        assert!(f.store.export_open(&late, id).await.is_ok());
        let other = Who {
            session: Uuid::now_v7(),
            ..late
        };
        let opened = f.store.export_open(&other, id).await;
        assert!(matches!(opened, Err(Failure::Unproved)));
        let other = Who {
            proved: true,
            ..other
        };
        assert!(f.store.export_open(&other, id).await.is_ok());
        // Nobody else, and no other copy.
        let berit = member(&f, "berit@example.com", None).await;
        let berit = who(&f, &berit).await;
        for (who, id) in [(&berit, id), (&anna, Uuid::now_v7())] {
            let opened = f.store.export_open(who, id).await;
            assert!(matches!(opened, Err(Failure::Missing)));
        }
        assert_eq!(shown(&f, &berit).await, None);
    }
);

on_both!(who_has_an_owner_link_has_a_copy_too, async |f: Fixture| {
    let (anna, _) = f.writer(&named(NAME)).await;
    let privacy::Actor::Person(person) = anna else {
        panic!("a person")
    };
    let session = f.store.session_create(person).await.expect("a session");
    let anna = who(&f, &session).await;
    let files = copy(&f, &anna).await;
    assert!(files.contains_key("data/document.json"));
    assert!(files["index.html"].starts_with(b"en "));
});

on_both!(
    a_copy_goes_by_itself_by_a_wish_and_with_its_account,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        copy(&f, &anna).await;
        let (id, _) = shown(&f, &anna).await.expect("one");
        f.pass_days(6);
        f.store.sweep().await.expect("swept");
        assert!(matches!(
            shown(&f, &anna).await,
            Some((_, ExportState::Ready { .. }))
        ));
        f.pass_days(1);
        // It is over at once, and gone with the next sweep.
        assert_eq!(shown(&f, &anna).await, None);
        assert!(matches!(
            f.store.export_open(&anna, id).await,
            Err(Failure::Missing)
        ));
        assert!(parts(&f).await > 0);
        f.store.sweep().await.expect("swept");
        assert_eq!(parts(&f).await, 0);

        copy(&f, &anna).await;
        f.store.export_delete(&anna).await.expect("deleted");
        assert_eq!((shown(&f, &anna).await, parts(&f).await), (None, 0));

        copy(&f, &anna).await;
        assert!(parts(&f).await > 0);
        f.store.account_erase(anna.actor()).await.expect("erased");
        assert_eq!(parts(&f).await, 0);
    }
);

async fn count(f: &Fixture, sql: &str) -> i64 {
    let database = f.raw_data().await;
    let statement = Statement::from_string(database.get_database_backend(), sql);
    let row = database.query_one_raw(statement).await.expect("it answers");
    row.expect("a row").try_get_by_index(0).expect("a number")
}

async fn parts(f: &Fixture) -> i64 {
    count(f, "SELECT count(*) FROM export_part").await
}
