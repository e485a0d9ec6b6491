//! The page of a CV's versions, by plain forms, for an owner link as for a member.

use cv::Field;
use serde_json::json;

use crate::http::{Answer, Folder, Server};
use crate::members::made;
use crate::saving::{ID, LINK, batch, begin, document, set};

const PATH: &str = "/cvs/01890000-0000-7000-8000-000000000001/versions";

fn get(server: &Server, cookie: &str, path: &str) -> Answer {
    server.get_with(
        path,
        &format!("Cookie: {cookie}\r\nAccept-Language: en\r\n"),
    )
}

/// A form is answered with the list, which says what was done.
fn done(answer: &Answer, said: &str) {
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(answer.header("location"), format!("{PATH}?said={said}"));
}

#[test]
fn a_version_is_kept_compared_gone_back_to_and_deleted() {
    let server = Server::start("versions", &[]);
    let cookie = begin(&server, LINK, &document(&[(Field::Name, "Anna <b>")])).cookie();
    let empty = get(&server, &cookie, PATH);
    assert_eq!(empty.status, 200);
    let text = empty.text();
    assert!(text.contains("There is no version yet"), "{text}");
    assert!(
        text.contains("Anna &lt;b&gt;") && !text.contains("Anna <b>"),
        "escaped"
    );
    // Nothing runs on it.
    assert!(!text.contains("<script"), "{text}");

    done(
        &server.submit(PATH, &cookie, "name=As+sent+%3Ci%3E"),
        "kept",
    );
    let save = batch(1, 1, &set(Field::Label, "Baker of fine bread"));
    assert_eq!(
        server.call("cv_save", &cookie, &save).json(),
        json!({ "Taken": 2 })
    );
    let list = get(&server, &cookie, &format!("{PATH}?said=kept")).text();
    for part in [
        "The version is kept.",
        "As sent &lt;i&gt;",
        "1 change since",
        "because you asked",
    ] {
        assert!(list.contains(part), "{part}: {list}");
    }

    // Which is the older does not depend on what was chosen as that.
    for query in ["old=1&new=now", "old=now&new=1"] {
        let compared = get(&server, &cookie, &format!("{PATH}/compare?{query}"));
        assert_eq!(compared.status, 200);
        let text = compared.text();
        assert!(
            text.contains("<ins>") && text.contains("Baker of fine bread"),
            "{text}"
        );
        // The line is marked on the page that has it, and said to be.
        assert_eq!(
            text.matches("aria-label=\"Reads otherwise\"").count(),
            1,
            "{text}"
        );
        assert!(text.find("Older:") < text.find("Newer:"));
    }
    for query in ["old=2&new=now", "old=x&new=now", ""] {
        let none = get(&server, &cookie, &format!("{PATH}/compare?{query}"));
        assert_eq!(none.status, 404, "{query}");
    }

    done(
        &server.submit(&format!("{PATH}/1/name"), &cookie, "name=First"),
        "named",
    );
    done(
        &server.submit(&format!("{PATH}/1/restore"), &cookie, ""),
        "restored",
    );
    done(
        &server.submit(&format!("{PATH}/1/restore"), &cookie, ""),
        "same",
    );
    let load = json!({ "id": ID, "known": null });
    let loaded = server.call("cv_load", &cookie, &load).json();
    assert_eq!(loaded["version"], 3);
    let loaded = cv::format::load(loaded["document"].as_str().unwrap()).unwrap();
    assert_eq!(loaded.basics.text(Field::Label), "");
    let list = get(&server, &cookie, PATH).text();
    assert!(
        list.contains("before another version took its place"),
        "{list}"
    );
    done(
        &server.submit(&format!("{PATH}/2/delete"), &cookie, ""),
        "deleted",
    );
    let gone = server.submit(&format!("{PATH}/2/delete"), &cookie, "");
    assert_eq!(gone.status, 404);
}

/// To nobody, and to whoever has other CVs, there is nothing: also of a draft.
#[test]
fn who_has_no_such_cv_is_told_how_there_would_be_versions() {
    let data = Folder::new("versions-others");
    let server = Server::start_in(&data.0, &[]);
    begin(&server, LINK, &document(&[]));
    let other = made(&server, &data, "member");
    for cookie in ["", &other] {
        for path in [PATH, "/cvs/draft/versions"] {
            let answer = get(&server, cookie, path);
            assert_eq!(answer.status, 404, "{path}");
            assert!(answer.text().contains("press Save"), "{}", answer.text());
        }
        let taken = server.submit(PATH, cookie, "name=x");
        assert_eq!(taken.status, 404);
    }
    // The way back to the list in another language is one of ours.
    let form = format!("lang=sv&to={PATH}");
    let answer = server.submit("/language", "", &form);
    assert_eq!(answer.header("location"), PATH);
    let answer = server.submit("/language", "", "lang=sv&to=/cvs/..%2Fx/versions");
    assert_eq!(answer.header("location"), "/");
}
