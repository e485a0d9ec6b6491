//! A new key for one person, or for each: what is theirs opens with it, and the old
//! one is nowhere.

use backend::{Letter, MailLang, RootSource, SignIn, Uuid, Whom, rotate_persons, rotate_root};
use cv::Field;
use privacy::Purpose;
use sea_orm::{ConnectionTrait, DbBackend};
use vault::Lasting;

use super::{epochs, is_whole, left, left_at_last, recorded, rows, somebody, uuid, wrapped};
use crate::members::{ADDRESS, PASSWORD, agent, code, letters, member, sign_in, who};
use crate::support::{Fixture, named, on_both, set, sqlite};

on_both!(
    a_person_with_a_new_key_has_everything_sealed_with_it,
    async |f: Fixture| {
        let (anna, hers) = somebody(&f, "Anna").await;
        let (berit, theirs) = somebody(&f, "Berit").await;
        let before = wrapped(&f.raw_keys().await).await;
        let of_both: Vec<Vec<u8>> = before[..2].to_vec();
        assert_eq!(left(&f, &of_both).await, 2, "this test can fail");
        f.store.audit_checkpoint().await.expect("signed");
        let f = f.restart(async |options| {
            let rotated = rotate_persons(options, Whom::One(uuid(anna))).await;
            let rotated = rotated.expect("rotated");
            assert_eq!((rotated.persons, rotated.failed.len()), (1, 0));
        });
        let f = f.await;
        is_whole(&f, anna, hers, "Anna").await;
        is_whole(&f, berit, theirs, "Berit").await;
        assert_eq!(epochs(&f, uuid(anna)).await, [2, 2, 2, 2]);
        assert_eq!(epochs(&f, uuid(berit)).await, [1, 1, 1, 1]);
        assert_eq!(recorded(&f).await, 1);
        // Hers is gone, the other is there.
        left_at_last(&f, &of_both, 1).await;
        // What is saved from now on is of the new key too.
        f.save(anna, hers, 1, set(Field::City, "Umeå")).await;
        assert_eq!(epochs(&f, uuid(anna)).await, [2, 2, 2, 2]);

        let f = f.restart(async |options| {
            let rotated = rotate_persons(options, Whom::All).await.expect("rotated");
            assert_eq!((rotated.persons, rotated.failed.len()), (2, 0));
        });
        let f = f.await;
        is_whole(&f, anna, hers, "Anna").await;
        is_whole(&f, berit, theirs, "Berit").await;
        assert_eq!(epochs(&f, uuid(anna)).await, [3, 3, 3, 3]);
        assert_eq!(epochs(&f, uuid(berit)).await, [2, 2, 2, 2]);
        left_at_last(&f, &of_both, 0).await;
    }
);

on_both!(
    /// Everything that a member can have: what opened with the old key opens with
    /// the new one, in the hands of who uses it.
    a_member_with_a_new_key_has_everything,
    async |f: Fixture| {
        let anna = member(&f, ADDRESS, None).await;
        let anna = who(&f, &anna).await;
        let id = Uuid::now_v7();
        f.store.cv_create(anna.actor(), id, &named("Anna")).await.expect("created");
        f.store.cv_rename(&anna, id, "Min bästa").await.expect("renamed");
        let offer = f.store.totp_offer(&anna, "Merit").await.expect("an offer");
        let first = code(&offer.base32, &f);
        let on = f.store.totp_confirm(&anna, &offer.ticket, &first, &agent("Firefox")).await;
        let (_, session) = on.expect("answers").expect("the right code");
        let anna = who(&f, &session).await;
        let asked = f.store.email_change(&anna, "ny@example.com", MailLang::En).await;
        assert!(asked.expect("answers"));
        let sealed = epochs(&f, uuid(anna.actor())).await;
        assert!(sealed.len() >= 10 && sealed.iter().all(|epoch| *epoch == 1), "{sealed:?}");

        let f = f.restart(async |options| {
            let rotated = rotate_persons(options, Whom::All).await.expect("rotated");
            assert_eq!((rotated.persons, rotated.failed.len()), (1, 0));
        });
        let f = f.await;
        let again = epochs(&f, uuid(anna.actor())).await;
        assert_eq!(again, vec![2; sealed.len()]);
        let shelf = f.store.shelf(&anna).await.expect("the store answers");
        assert_eq!(shelf[0].name.as_deref(), Some("Min bästa"));
        // The letters that wait have their words, and the link in one is good.
        let letters = letters(&f).await;
        let token = letters.iter().find_map(|(_, letter)| match letter {
            Letter::ConfirmEmail { token } => Some(token.clone()),
            _ => None,
        });
        let token = token.expect("a letter with a link").parse().expect("a secret");
        assert!(f.store.email_confirm(&token).await.expect("answers"));
        f.pass_minutes(1);
        let SignIn::SecondFactor(ticket) = sign_in(&f, "ny@example.com", PASSWORD).await else {
            panic!("the right password")
        };
        let next = code(&offer.base32, &f);
        let tried = f.store.sign_in_code(&ticket, &next, &agent("Firefox")).await;
        assert!(matches!(tried.expect("answers"), Some(SignIn::Done(_))));
    }
);

on_both!(
    /// Cut off after the new key was stored, and after everything was sealed
    /// with it. Either way a server that starts then can read and write, and
    /// the command run again finishes.
    a_new_key_that_was_cut_off_halfway_is_finished,
    async |f: Fixture| {
        let (anna, hers) = somebody(&f, "Anna").await;
        let hex = |bytes: &[u8]| -> String { bytes.iter().map(|b| format!("{b:02x}")).collect() };
        let mut epoch = 1;
        let mut f = f;
        for sealed_again in [false, true] {
            let data = f.raw_data().await;
            let keys = f.raw_keys().await;
            let literal = |bytes: &[u8]| match keys.get_database_backend() {
                DbBackend::Sqlite => format!("x'{}'", hex(bytes)),
                _ => format!("'\\x{}'::bytea", hex(bytes)),
            };
            let old = wrapped(&keys).await.swap_remove(0);
            let fields = "SELECT content FROM document";
            let content: Vec<u8> = rows(&data, fields).await[0].try_get_by_index(0).expect("bytes");
            f = f.restart(async |options| {
                let rotated = rotate_persons(options, Whom::All).await.expect("rotated");
                assert_eq!(rotated.persons, 1);
                // Back to where it would have been cut off.
                let new = wrapped(&keys).await.swap_remove(0);
                let (old, new) = (literal(&old), literal(&new));
                let both = format!("UPDATE person_key SET wrapped = {old}, next = {new}");
                keys.execute_unprepared(&both).await.expect("it runs");
                if !sealed_again {
                    let before = format!("UPDATE document SET content = {}", literal(&content));
                    data.execute_unprepared(&before).await.expect("it runs");
                }
            })
            .await;
            let (was, is) = (epoch, epoch + 1);
            let first = match sealed_again {
                false => was,
                true => is,
            };
            assert_eq!(epochs(&f, uuid(anna)).await, [first, is, is, is]);
            is_whole(&f, anna, hers, "Anna").await;
            // A root key may be changed meanwhile too.
            f = f.restart(async |options| {
                let new = options.folder.join(format!("root-{is}.key"));
                rotate_root(options, &new).await.expect("rotated");
                options.root = RootSource::File(new);
            })
            .await;
            is_whole(&f, anna, hers, "Anna").await;
            let base = u64::from(is) - 1;
            f.save(anna, hers, base, set(Field::City, "Umeå")).await;
            assert_eq!(epochs(&f, uuid(anna)).await, [is, is, is, is]);

            f = f.restart(async |options| {
                rotate_persons(options, Whom::All).await.expect("finished");
            })
            .await;
            is_whole(&f, anna, hers, "Anna").await;
            assert_eq!(epochs(&f, uuid(anna)).await, [is, is, is, is], "and no epoch more");
            assert_eq!(wrapped(&f.raw_keys().await).await.len(), 1 + Lasting::ALL.len());
            left_at_last(&f, &[old], 0).await;
            epoch = is;
        }
    }
);

on_both!(
    /// One field of one person does not open: theirs stays, the others' is done.
    what_does_not_open_is_left_and_said,
    async |f: Fixture| {
        let (anna, hers) = somebody(&f, "Anna").await;
        let (berit, _) = somebody(&f, "Berit").await;
        let data = f.raw_data().await;
        let swap = "UPDATE publication SET slug = content \
                    WHERE slug_index = (SELECT slug_index FROM publication ORDER BY slug_index LIMIT 1)";
        data.execute_unprepared(swap).await.expect("it runs");
        let f = f.restart(async |options| {
            let rotated = rotate_persons(options, Whom::All).await.expect("an answer");
            assert_eq!((rotated.persons, rotated.failed.len()), (1, 1));
        });
        let f = f.await;
        let mut both = [epochs(&f, uuid(anna)).await, epochs(&f, uuid(berit)).await];
        both.sort();
        assert_eq!(both, [[1, 1, 1, 1], [2, 2, 2, 2]]);
        let stored = f.store.cv_load(anna, Purpose::KeepSaved, hers, None).await;
        assert!(stored.is_ok(), "what opened before opens");
    }
);

/// Many keys on many pages, of which some go: SQLite moves what is left, and
/// nothing of the others may stay behind.
async fn erased_among_many(f: &Fixture, persons: usize) {
    let mut there = Vec::new();
    for _ in 0..persons {
        there.push(f.person().await);
    }
    let keys = f.raw_keys().await;
    let mut gone = Vec::new();
    for (at, person) in there.into_iter().enumerate() {
        if at % 3 == 0 {
            continue;
        }
        let id = match keys.get_database_backend() {
            DbBackend::Sqlite => format!("x'{}'", uuid(person).simple()),
            _ => format!("'{}'", uuid(person)),
        };
        let of = format!("SELECT wrapped FROM person_key WHERE account_id = {id}");
        gone.push(
            rows(&keys, &of).await[0]
                .try_get_by_index(0)
                .expect("bytes"),
        );
        f.store.account_erase(person).await.expect("erased");
    }
    left_at_last(f, &gone, 0).await;
    let there = wrapped(&keys).await;
    assert_eq!(left(f, &there).await, there.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn erased_keys_are_gone_also_where_pages_were_split_and_merged() {
    erased_among_many(&sqlite().await, 200).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn erased_keys_are_gone_from_postgres() {
    if let Some(f) = crate::support::postgres().await {
        erased_among_many(&f, 12).await;
    }
}
