//! The ledger's file: counted, mended, never believed when it is damaged.

use super::*;
use vault::RootKey;

const NOW: i64 = 20_000 * DAY + 7;

struct Fixture {
    folder: tempfile::TempDir,
    ledger: Ledger,
}

fn fixture() -> Fixture {
    let folder = tempfile::tempdir().expect("a folder");
    let vault = Vault::new(&RootKey::generate());
    let ledger = Ledger::new(&vault, folder.path().join("erasures.ledger"));
    ledger.make().expect("made");
    Fixture { folder, ledger }
}

impl Fixture {
    fn append(&self, person: u8) -> End {
        self.ledger.append([person; 32], NOW).expect("written")
    }

    fn persons(&self) -> Vec<u8> {
        let book = self.ledger.read().expect("it can be read");
        let book = book.expect("it is there");
        book.entries.iter().map(|e| e.person[0]).collect()
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.ledger.path()).expect("the file")
    }

    fn write(&self, bytes: &[u8]) {
        fs::write(self.ledger.path(), bytes).expect("written");
    }
}

#[test]
fn what_is_written_is_read_and_counted() {
    let f = fixture();
    assert_eq!(f.ledger.end().expect("an end").expect("a file").number, 0);
    assert_eq!(f.append(1).number, 1);
    assert_eq!(f.append(2).number, 2);
    assert_eq!(f.persons(), [1, 2]);
    let end = f.ledger.end().expect("an end").expect("a file");
    assert_eq!(end.number, 2);
    let book = f.ledger.read().expect("read").expect("a file");
    assert_eq!((&book.id, book.gone), (&end.id, 0));
    assert_eq!(book.entries[0].day, 20_000 * DAY);
    // To make it again changes nothing.
    f.ledger.make().expect("made");
    assert_eq!(f.persons(), [1, 2]);
}

/// Wherever a crash cuts the last line off, the others are there, and the
/// next one stands on a line of its own.
#[test]
fn a_torn_last_line_is_mended() {
    let f = fixture();
    f.append(1);
    let one = f.bytes().len();
    f.append(2);
    let two = f.bytes();
    for length in one + 1..two.len() {
        f.write(&two[..length]);
        assert_eq!(f.persons(), [1]);
        assert_eq!(f.append(3).number, 2);
        assert_eq!(f.persons(), [1, 3]);
    }
}

#[test]
fn damage_is_noticed_and_says_where() {
    let f = fixture();
    for person in 1..=9 {
        f.append(person);
    }
    let good = f.bytes();
    let starts: Vec<usize> = std::iter::once(0)
        .chain(
            good.iter()
                .enumerate()
                .filter(|(_, b)| **b == b'\n')
                .map(|(at, _)| at + 1),
        )
        .collect();
    for (line, at) in starts.iter().enumerate().take(10).skip(1) {
        let mut bytes = good.clone();
        bytes[at + 20] ^= 1;
        f.write(&bytes);
        let read = f.ledger.read();
        assert!(
            matches!(read, Err(LedgerError::Damaged(n)) if n == line + 1),
            "{read:?}"
        );
    }
    // The last line is damaged: nothing is written after it.
    assert!(matches!(
        f.ledger.append([3; 32], NOW),
        Err(LedgerError::Damaged(10))
    ));
    // A line is taken out.
    f.write(&[&good[..starts[3]], &good[starts[4]..]].concat());
    assert!(matches!(f.ledger.read(), Err(LedgerError::Damaged(4))));
    f.write(b"");
    assert!(matches!(f.ledger.read(), Err(LedgerError::Damaged(1))));
    let other = Vault::new(&RootKey::generate());
    let other = Ledger::new(&other, f.folder.path().join("erasures.ledger"));
    f.write(&good);
    assert!(matches!(other.read(), Err(LedgerError::Stranger)));
    assert!(matches!(other.end(), Err(LedgerError::Stranger)));
}

#[test]
fn lines_go_after_their_time_and_numbers_go_on() {
    let f = fixture();
    for (person, day) in [(1, 0), (2, 1), (3, 2)] {
        f.ledger
            .append([person; 32], NOW + day * DAY)
            .expect("written");
    }
    assert_eq!(f.ledger.expire(NOW, true).expect("counted"), 1);
    assert_eq!(f.persons(), [1, 2, 3]);
    assert_eq!(f.ledger.expire(NOW, false).expect("expired"), 1);
    assert_eq!(f.persons(), [2, 3]);
    assert_eq!(f.append(4).number, 4);
    f.ledger.expire(NOW + 9 * DAY, false).expect("expired");
    assert!(f.persons().is_empty());
    assert_eq!(f.ledger.end().expect("an end").expect("a file").number, 4);
    assert_eq!(f.append(5).number, 5);
    assert_eq!(f.persons(), [5]);
}

#[test]
fn what_another_copy_has_is_added_once() {
    let f = fixture();
    f.append(1);
    let copy = f.bytes();
    f.append(2);
    let book = |bytes: &[u8]| f.ledger.parse(bytes).expect("a ledger");
    let (old, new) = (book(&copy), book(&f.bytes()));
    f.write(&copy);
    f.ledger.merge(&[old, new]).expect("merged");
    assert_eq!(f.persons(), [1, 2]);
}
