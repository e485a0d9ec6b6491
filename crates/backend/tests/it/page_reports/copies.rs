//! What was taken down is not published again as a copy.

use backend::{Found, Publishing, Uuid, Who};
use privacy::report::Reason;

use super::{SLUG, TEXT, anna, find, first, officer, publish, slug, take};
use crate::support::{Fixture, named, on_both};

async fn copy(f: &Fixture, anna: &Who, of: Uuid) -> Uuid {
    let copied = f.store.cv_duplicate(anna, of, "Another").await;
    copied.expect("copied")
}

/// Deletes a document, and what is in the bin of it.
async fn forget(f: &Fixture, anna: &Who, id: Uuid) {
    let binned = f.store.cv_delete(anna.actor(), id).await;
    binned.expect("binned");
    let deleted = f.store.cv_delete_for_good(anna, id).await;
    deleted.expect("deleted");
}

/// Why nothing of a document can be published, as its owner reads it.
async fn reasons(f: &Fixture, anna: &Who, id: Uuid) -> Vec<(String, Option<Reason>)> {
    let down = f.store.pages_taken_down(anna.actor(), id).await;
    let down = down.expect("an answer").into_iter();
    down.map(|page| (page.slug, page.reason)).collect()
}

on_both!(
    what_was_taken_down_is_not_published_as_a_copy,
    async |f: Fixture| {
        let (anna, document) = anna(&f).await;
        let officer = officer(&f).await;
        let before = copy(&f, &anna, document).await;
        take(&f, SLUG, TEXT).await;
        let id = first(&f, &officer).await;
        let down = f.store.page_take_down(&officer, id, Reason::Fraud).await;
        down.expect("down");
        let after = copy(&f, &anna, document).await;
        let of_copy = copy(&f, &anna, after).await;
        // What is not a copy is not concerned.
        let other = Uuid::now_v7();
        let created = f.store.cv_create(anna.actor(), other, &named("Anna")).await;
        created.expect("created");
        let done = publish(&f, anna.actor(), other, "annas-andra").await;
        assert!(matches!(done, Publishing::Done(_)), "{done:?}");
        let why = [(SLUG.to_owned(), Some(Reason::Fraud))];
        for id in [before, after, of_copy] {
            let again = publish(&f, anna.actor(), id, "annas-tredje").await;
            assert_eq!(again, Publishing::TakenDown);
            assert_eq!(reasons(&f, &anna, id).await, why);
        }
        assert_eq!(reasons(&f, &anna, other).await, []);
        // Nor when nothing but a copy of a copy is left.
        forget(&f, &anna, document).await;
        forget(&f, &anna, after).await;
        let again = publish(&f, anna.actor(), of_copy, "annas-tredje").await;
        assert_eq!(again, Publishing::TakenDown);
        let last = copy(&f, &anna, of_copy).await;
        let again = publish(&f, anna.actor(), last, "annas-tredje").await;
        assert_eq!(again, Publishing::TakenDown);
        // Until who decided lifts it.
        f.store.page_put_back(&officer, id).await.expect("back");
        let done = publish(&f, anna.actor(), last, "annas-tredje").await;
        assert!(matches!(done, Publishing::Done(_)), "{done:?}");
    }
);

on_both!(
    a_copy_that_is_taken_down_holds_for_the_others,
    async |f: Fixture| {
        let (anna, document) = anna(&f).await;
        let officer = officer(&f).await;
        let [one, two] = [
            copy(&f, &anna, document).await,
            copy(&f, &anna, document).await,
        ];
        let done = publish(&f, anna.actor(), one, "annas-kopia").await;
        assert!(matches!(done, Publishing::Done(_)), "{done:?}");
        take(&f, "annas-kopia", TEXT).await;
        let id = first(&f, &officer).await;
        let down = f.store.page_take_down(&officer, id, Reason::Terms).await;
        down.expect("down");
        // What was public beside it stays so: nobody has looked at that.
        assert!(matches!(find(&f).await, Found::Page(_)));
        forget(&f, &anna, one).await;
        for id in [document, two] {
            let again = publish(&f, anna.actor(), id, "annas-fjarde").await;
            assert_eq!(again, Publishing::TakenDown);
        }
        let none = f.store.page_find(&slug("annas-fjarde")).await;
        assert_eq!(none.expect("an answer"), Found::Never);
    }
);
