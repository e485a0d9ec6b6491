//! The rules of merging for what stands where.

use cv::{Document, Edit, Id, Place, Section, merge};

use crate::merge_rules::{
    added, assert_either_way, headed, job, jobs, merged, moved, named, place, removed,
    section_removed, start,
};
use crate::support::after;

/// `section: items` for each section.
fn outline(document: &Document) -> String {
    let section = |section: &Section| {
        let items = section.items.iter().map(|item| format!(" {}", item.id.0));
        format!("{}:{}", section.id.0, items.collect::<String>())
    };
    let sections: Vec<String> = document.sections.iter().map(section).collect();
    sections.join(", ")
}

#[test]
fn a_section_deleted_by_one_returns_with_what_the_other_did_in_it() {
    let deleted = [section_removed(100)];
    let edited = [named(120, "new")];
    let rest_gone = [removed(110), removed(130)];
    let want = [&edited[..], &rest_gone[..]].concat();
    assert_either_way(&deleted, &edited, &want, &[120, 100]);
    let add = [added(job(140), 100, 120)];
    let want = [&add[..], &rest_gone[..], &[removed(120)]].concat();
    assert_either_way(&deleted, &add, &want, &[100]);
    // Its heading is that of the side that has it.
    let renamed = [headed(100, "Jobs")];
    let want = [&renamed[..], &rest_gone[..], &[removed(120)]].concat();
    assert_either_way(&deleted, &renamed, &want, &[100]);
    assert_either_way(&deleted, &[moved(110, 100, 130)], &deleted, &[]);
    assert_either_way(&deleted, &[], &deleted, &[]);
}

#[test]
fn an_item_moved_by_both_goes_where_ours_has_it() {
    let start = after(
        &start(),
        &[Edit::AddSection {
            place: place(200),
            section: jobs(300, &[]),
        }],
    );
    let document = |edits: &[Edit]| after(&start, edits);
    let outline_of = |ours: &[Edit], theirs: &[Edit]| {
        let got = merge(&start, &document(ours), &document(theirs));
        assert_eq!(got.document.check(), Ok(()));
        assert_eq!(got.others, []);
        assert_eq!(got.returned, []);
        outline(&got.document)
    };
    let (two, three) = ([moved(110, 200, 210)], [moved(110, 300, 0)]);
    assert_eq!(outline_of(&two, &three), "100: 120 130, 200: 210 110, 300:");
    assert_eq!(outline_of(&three, &two), "100: 120 130, 200: 210, 300: 110");
    assert_eq!(
        outline_of(&[named(110, "x")], &three),
        "100: 120 130, 200: 210, 300: 110"
    );
    // Its new section is deleted meanwhile: it stays where it is.
    let gone = [section_removed(300)];
    assert_eq!(outline_of(&three, &gone), "100: 110 120 130, 200: 210");
    assert_eq!(outline_of(&gone, &three), "100: 110 120 130, 200: 210");
}

#[test]
fn an_item_moved_out_of_a_section_is_not_deleted_with_it() {
    let (out, gone) = ([moved(110, 200, 0)], [section_removed(100)]);
    for (ours, theirs) in [(&out, &gone), (&gone, &out)] {
        let got = merged(ours, theirs);
        assert_eq!(outline(&got.document), "200: 110 210");
        assert_eq!(got.returned, [Id(110)]);
    }
    // Both its places are deleted, each by the side that does not know better.
    let got = merged(
        &[moved(110, 200, 0), section_removed(100)],
        &[section_removed(200)],
    );
    assert_eq!(outline(&got.document), "200: 110");
    assert_eq!(got.returned, [Id(200)]);
}

#[test]
fn the_order_is_ours_unless_only_theirs_changed_it() {
    let order = |ours: &[Edit], theirs: &[Edit]| outline(&merged(ours, theirs).document);
    let add = |id, after| added(job(id), 100, after);
    assert_eq!(
        order(&[named(110, "x")], &[moved(130, 100, 0)]),
        "100: 130 110 120, 200: 210"
    );
    assert_eq!(
        order(&[moved(110, 100, 130)], &[moved(130, 100, 0)]),
        "100: 120 130 110, 200: 210"
    );
    // New ones stay with the one before them, or with the one before that.
    assert_eq!(
        order(&[moved(110, 100, 130)], &[add(140, 120)]),
        "100: 120 140 130 110, 200: 210"
    );
    assert_eq!(
        order(&[add(140, 120)], &[moved(120, 100, 0)]),
        "100: 120 140 110 130, 200: 210"
    );
    assert_eq!(
        order(&[removed(120)], &[add(140, 120)]),
        "100: 110 140 130, 200: 210"
    );
    assert_eq!(
        order(&[removed(110)], &[add(140, 110)]),
        "100: 140 120 130, 200: 210"
    );
    assert_eq!(
        order(&[add(140, 110), add(160, 140)], &[add(150, 110)]),
        "100: 110 140 160 150 120 130, 200: 210"
    );
    let turned = Edit::MoveSection {
        section: Id(200),
        place: Place::First,
    };
    assert_eq!(
        order(&[named(110, "x")], &[turned]),
        "200: 210, 100: 110 120 130"
    );
}
