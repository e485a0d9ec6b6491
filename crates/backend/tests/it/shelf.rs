//! My CVs.

use backend::{Failure, Uuid};
use privacy::Purpose;

use crate::members::{ADDRESS, id_of, member, who};
use crate::support::{Fixture, named, on_both};

on_both!(
    the_shelf_names_copies_bins_and_brings_back,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let id = Uuid::now_v7();
        f.store
            .cv_create(anna.actor(), id, &named("Anna"))
            .await
            .expect("created");
        f.store
            .cv_rename(&anna, id, "  För Volvo ")
            .await
            .expect("renamed");
        let copy = f
            .store
            .cv_duplicate(&anna, id, "För Volvo (kopia)")
            .await
            .expect("copied");
        let names = |shelf: &[backend::Shelved]| {
            let mut names: Vec<_> = shelf.iter().filter_map(|row| row.name.clone()).collect();
            names.sort();
            names
        };
        let shelf = f.store.shelf(&anna).await.expect("a shelf");
        assert_eq!(names(&shelf), ["För Volvo", "För Volvo (kopia)"]);
        assert!(!f.store.cv_delete(anna.actor(), id).await.expect("binned"));
        let load = f
            .store
            .cv_load(anna.actor(), Purpose::KeepSaved, id, None)
            .await;
        assert!(matches!(load, Err(Failure::Missing)));
        assert_eq!(
            f.store.cv_list(anna.actor()).await.expect("a list").len(),
            1
        );
        f.store.cv_restore(&anna, id).await.expect("back");
        assert_eq!(
            f.store.cv_list(anna.actor()).await.expect("a list").len(),
            2
        );
        // For good only from the bin, and after its time by itself.
        let kept = f.store.cv_delete_for_good(&anna, copy).await;
        assert!(matches!(kept, Err(Failure::Missing)));
        f.store.cv_delete(anna.actor(), copy).await.expect("binned");
        f.store
            .cv_delete_for_good(&anna, copy)
            .await
            .expect("deleted");
        f.store.cv_delete(anna.actor(), id).await.expect("binned");
        f.pass_days(31);
        f.store.sweep().await.expect("swept");
        assert!(f.store.shelf(&anna).await.expect("a shelf").is_empty());
        // An owner link has no shelf, and others have not this one.
        let (stranger, _) = f.writer(&named("Eva")).await;
        let stranger = f
            .store
            .session_create(id_of(stranger))
            .await
            .expect("a session");
        let stranger = who(&f, &stranger).await;
        assert!(matches!(
            f.store.shelf(&stranger).await,
            Err(Failure::Missing)
        ));
        assert!(matches!(
            f.store.cv_rename(&stranger, id, "x").await,
            Err(Failure::Missing)
        ));
    }
);
