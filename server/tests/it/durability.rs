//! A server that is killed at any moment has what it acknowledged, and has taken
//! nothing twice.

use crate::http::{Folder, Server};
use crate::saving::{ID, LINK, begin, document};
use cv::{Document, Edit, Place, Synced};
use serde_json::{Value as Json, json};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// A browser that writes one line after the other into a list and forgets
/// nothing until the server has it.
struct Writer {
    current: Document,
    synced: Synced,
    acknowledged: u64,
    lines: u64,
}

/// Any number, the same for the same seed (SplitMix64).
fn random(seed: &AtomicU64) -> u64 {
    let mut z = seed.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Writer {
    /// Writes a line of its own at the end.
    fn write(&mut self) {
        self.lines += 1;
        let section = self.current.sections.last().unwrap();
        let place = section
            .items
            .last()
            .map_or(Place::First, |item| Place::After(item.id));
        let mut item = cv::Item::new(cv::Id(1_000 + self.lines));
        let text = cv::Value::Text(format!("line {}", self.lines));
        item.fields.insert(cv::Field::Name, text);
        let edit = Edit::AddItem {
            section: section.id,
            place,
            item,
        };
        cv::apply(&mut self.current, &edit).unwrap();
    }

    /// Sends what the server has not. False if no answer came.
    fn send(&mut self, server: &Server, cookie: &str, number: u64) -> bool {
        let version = self.synced.version;
        let fresh = || format!("01890000-0000-7000-8000-{number:012x}");
        let Some(batch) = self.synced.batch(&self.current, fresh).cloned() else {
            return true;
        };
        let body = json!({ "batch": {
            "id": ID, "base_version": version, "batch_id": batch.id,
            "format": cv::format::FORMAT, "edits": batch.edits,
        }});
        let body = serde_json::to_vec(&body).unwrap();
        let head = format!(
            "POST /api/cv_save HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {}\r\n\
             Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nCookie: {cookie}\r\n\r\n",
            body.len()
        );
        let Some(answer) = server.try_send(&head, &body) else {
            return false;
        };
        let Ok(answer) = serde_json::from_slice::<Json>(&answer.body) else {
            return false;
        };
        let version = answer["Taken"].as_u64();
        let version = version.unwrap_or_else(|| panic!("one writer is never stale: {answer}"));
        assert!(self.synced.acknowledged(&batch.id, version).unwrap());
        self.acknowledged = self.synced.base.sections.last().unwrap().items.len() as u64;
        true
    }
}

fn run(runs: u64, seed: u64) {
    let seed = AtomicU64::new(seed);
    let data = Folder::new("durability");
    let mut server = Server::start_in(&data.0, &[]);
    let start = document(&[]);
    let cookie = begin(&server, LINK, &start).cookie();
    let mut writer = Writer {
        current: start.clone(),
        synced: Synced::new(1, start),
        acknowledged: 0,
        lines: 0,
    };
    let mut number = 0;
    for _ in 0..runs {
        // The kill comes while something is being sent, at no matter which point of it.
        let pause = Duration::from_micros(random(&seed) % 15_000);
        let id = server.id();
        let killer = std::thread::spawn(move || {
            std::thread::sleep(pause);
            let kill = format!("kill -KILL {id}");
            std::process::Command::new("sh")
                .args(["-c", &kill])
                .status()
                .unwrap();
        });
        loop {
            writer.write();
            number += 1;
            if !writer.send(&server, &cookie, number) {
                break;
            }
        }
        killer.join().unwrap();
        server = Server::start_in(&data.0, &[]);
        let loaded = server
            .call("cv_load", &cookie, &json!({ "id": ID, "known": null }))
            .json();
        let stored = cv::format::load(loaded["document"].as_str().unwrap()).unwrap();
        let lines: Vec<u64> = stored
            .sections
            .last()
            .unwrap()
            .items
            .iter()
            .map(|item| item.id.0 - 1_000)
            .collect();
        let unbroken: Vec<u64> = (1..=lines.len() as u64).collect();
        assert_eq!(lines, unbroken, "each line once, in order");
        let (least, most) = (writer.acknowledged, writer.lines);
        assert!(lines.len() as u64 >= least, "{} of {least}", lines.len());
        assert!(lines.len() as u64 <= most);
    }
    assert!(writer.send(&server, &cookie, number + 1));
    assert!(writer.send(&server, &cookie, number + 2));
    assert_eq!(writer.acknowledged, writer.lines);
}

/// Twenty kills; `cargo xtask bench durability` asks for five hundred.
#[test]
fn kills_lose_nothing_that_was_acknowledged_and_double_nothing() {
    let runs = std::env::var("MERIT_TEST_KILLS");
    run(runs.map_or(20, |runs| runs.parse().unwrap()), 7);
}
