//! The order of a list that both may have changed.

use std::collections::BTreeSet;

use crate::id::Id;

/// Brings the `live` ids, those that the merged list has, into an order: that of
/// ours, unless only theirs changed it. What just the other one has comes after
/// the id that stands before it there.
pub(super) fn order(base: &[Id], ours: &[Id], theirs: &[Id], live: &[Id]) -> Vec<Id> {
    let live: BTreeSet<Id> = live.iter().copied().collect();
    let common = |list: &[Id], others: [&[Id]; 2]| -> Vec<Id> {
        let others = others.map(|other| other.iter().copied().collect::<BTreeSet<Id>>());
        let mut common = list.to_vec();
        common.retain(|id| others.iter().all(|other| other.contains(id)));
        common
    };
    let ours_changed = common(ours, [base, theirs]) != common(base, [ours, theirs]);
    let (first, second) = if ours_changed {
        (ours, theirs)
    } else {
        (theirs, ours)
    };
    let mut list: Vec<Id> = Vec::new();
    list.extend(first.iter().filter(|id| live.contains(id)));
    // Ids that neither has in this list were put here for want of a better place.
    let mut rest = live;
    rest.retain(|id| !list.contains(id));
    let mut at = 0;
    for id in second {
        if let Some(found) = list.iter().position(|other| other == id) {
            at = found + 1;
        } else if rest.remove(id) {
            list.insert(at, *id);
            at += 1;
        }
    }
    list.extend(rest);
    list
}
