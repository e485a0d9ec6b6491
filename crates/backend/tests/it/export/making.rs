//! A copy while it is made: cut off, unwanted, too large, and sealed where it lies.

use std::sync::atomic::{AtomicI64, Ordering};

use backend::{ExportState, Failure, Held, Made, MailLang, Press, Uuid, Who};
use cv::Document;
use sea_orm::{ConnectionTrait, Statement};

use super::{Plain, ask, bytes, copy, count, parts, shown, taken, unpacked};
use crate::members::{ADDRESS, member, who};
use crate::populated::NAME;
use crate::support::{Fixture, named, on_both, open};

on_both!(
    what_was_cut_off_is_begun_again_and_not_for_ever,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let first = ask(&f, &anna).await;
        assert_eq!(first.attempts, 1);
        // It is in somebody's hand, who is given up after a while.
        assert_eq!(f.store.export_take().await.expect("answers"), None);
        f.pass_minutes(3);
        let second = taken(&f).await;
        assert_eq!(second.attempts, 2);
        // Who comes back late does nothing more.
        let late = f.store.export_make(&first, &Plain).await;
        assert_eq!(late.expect("answers"), Made::Unwanted);
        assert_eq!(parts(&f).await, 0);
        // Who ends in good order leaves it for the next one.
        f.store.export_leave(&second).await.expect("left");
        assert_eq!(taken(&f).await.attempts, 2);
        for _ in 0..2 {
            f.pass_minutes(3);
            f.store.export_take().await.expect("answers");
        }
        let (_, state) = shown(&f, &anna).await.expect("one");
        assert_eq!(state, ExportState::Failed);
        // And now another one.
        copy(&f, &anna).await;
    }
);

/// Changes its mind while the copy is made.
struct Undecided<'a>(&'a Fixture, &'a Who, bool);

impl Press for Undecided<'_> {
    async fn pdf(&self, _: Document, _: Option<Vec<u8>>) -> Option<Vec<u8>> {
        let Undecided(f, who, erases) = *self;
        match erases {
            true => f.store.account_erase(who.actor()).await.expect("erased"),
            false => f.store.export_delete(who).await.expect("deleted"),
        }
        None
    }

    fn page(&self, _: MailLang, _: &Held) -> String {
        String::new()
    }
}

on_both!(
    nothing_is_added_to_what_was_deleted_meanwhile,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let id = Uuid::now_v7();
        f.store
            .cv_create(anna.actor(), id, &named(NAME))
            .await
            .expect("created");
        for erases in [false, true] {
            let job = ask(&f, &anna).await;
            let made = f
                .store
                .export_make(&job, &Undecided(&f, &anna, erases))
                .await;
            assert_eq!(made.expect("answers"), Made::Unwanted);
            assert_eq!(count(&f, "SELECT count(*) FROM export").await, 0);
            assert_eq!(parts(&f).await, 0);
        }
    }
);

/// Makes large files, and looks how much of those before has left memory.
struct Large<'a> {
    f: &'a Fixture,
    bytes: usize,
    /// The most that was not kept yet when the next file was wanted.
    held: AtomicI64,
    made: AtomicI64,
}

impl<'a> Large<'a> {
    fn new(f: &'a Fixture, bytes: usize) -> Large<'a> {
        let (held, made) = (AtomicI64::new(0), AtomicI64::new(0));
        Large {
            f,
            bytes,
            held,
            made,
        }
    }
}

impl Press for Large<'_> {
    async fn pdf(&self, _: Document, _: Option<Vec<u8>>) -> Option<Vec<u8>> {
        let made = self.made.fetch_add(self.bytes as i64, Ordering::Relaxed);
        let kept = count(
            self.f,
            "SELECT CAST(coalesce(sum(length(content)), 0) AS BIGINT) FROM export_part",
        );
        self.held.fetch_max(made - kept.await, Ordering::Relaxed);
        // Which cannot be packed.
        let noise = std::iter::repeat_with(|| Uuid::new_v4().into_bytes()).flatten();
        Some(noise.take(self.bytes).collect())
    }

    fn page(&self, _: MailLang, _: &Held) -> String {
        String::new()
    }
}

on_both!(
    /// However much somebody has, one file is in memory, and a piece.
    a_large_account_needs_no_more_memory,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        for number in 0..backend::DOCUMENTS {
            let document = named(&format!("Number {number}"));
            f.store.cv_create(anna.actor(), Uuid::now_v7(), &document).await.expect("created");
        }
        let job = ask(&f, &anna).await;
        let press = Large::new(&f, 700_000);
        let made = f.store.export_make(&job, &press).await;
        assert_eq!(made.expect("made"), Made::Ready);
        let held = press.held.load(Ordering::Relaxed);
        assert!(held < 256 * 1024, "{held}");
        let files = unpacked(bytes(&f.store, &anna).await);
        let pdfs = files.keys().filter(|name| name.ends_with(".pdf")).count();
        assert_eq!(pdfs as u64, backend::DOCUMENTS);
    }
);

/// Only SQLite can be told how much there is.
#[tokio::test(flavor = "multi_thread")]
async fn without_room_it_says_so_and_leaves_nothing() {
    let f = open(|options| options.most_mib = Some(3)).await;
    let session = member(&f, ADDRESS, None).await;
    let anna = who(&f, &session).await;
    let id = Uuid::now_v7();
    let created = f.store.cv_create(anna.actor(), id, &named(NAME)).await;
    created.expect("created");
    let job = ask(&f, &anna).await;
    let made = f.store.export_make(&job, &Large::new(&f, 6_000_000)).await;
    assert!(matches!(made, Err(Failure::Full(_))), "{made:?}");
    let (_, state) = shown(&f, &anna).await.expect("one");
    assert_eq!(state, ExportState::Full);
    assert_eq!(parts(&f).await, 0);
    // What fits is made.
    copy(&f, &anna).await;
}

on_both!(
    /// Neither readable where it lies, nor to be put together in another way.
    a_copy_is_sealed_piece_by_piece,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let id = Uuid::now_v7();
        f.store.cv_create(anna.actor(), id, &named(NAME)).await.expect("created");
        let job = ask(&f, &anna).await;
        f.store.export_make(&job, &Large::new(&f, 600_000)).await.expect("made");
        assert!(parts(&f).await >= 3);
        let database = f.raw_data().await;
        let rows = Statement::from_string(
            database.get_database_backend(),
            "SELECT content FROM export_part",
        );
        for row in database.query_all_raw(rows).await.expect("rows") {
            let content: Vec<u8> = row.try_get_by_index(0).expect("bytes");
            for word in ["manifest", "PK\u{1}\u{2}", "cvs/"] {
                let found = content.windows(word.len()).any(|part| part == word.as_bytes());
                assert!(!found, "{word}");
            }
        }
        let swap = "UPDATE export_part SET number = 1 - number WHERE number < 2";
        database.execute_unprepared(swap).await.expect("done");
        let (id, _) = shown(&f, &anna).await.expect("one");
        let mut download = f.store.export_open(&anna, id).await.expect("it opens");
        assert!(download.next().await.is_err());
    }
);
