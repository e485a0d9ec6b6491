//! The fewest moves that bring a list into another order.

use crate::edit::Place;
use crate::id::Id;

/// Names the moves that bring those of `current` which are in `wanted` into its
/// order, and those of `wanted` which are elsewhere to their place between them.
/// The longest run that is in order already stays where it is.
pub(crate) fn moves(current: &[Id], wanted: &[Id], visit: &mut dyn FnMut(Id, Place)) {
    let positions: Vec<Option<usize>> = wanted
        .iter()
        .map(|id| current.iter().position(|other| other == id))
        .collect();
    let stay = longest_rise(&positions);
    let mut place = Place::First;
    for (id, stays) in wanted.iter().zip(stay) {
        // All before it are in their order by now, and those after it that stay
        // are behind them, so that it is right directly after the one before.
        if !stays {
            visit(*id, place);
        }
        place = Place::After(*id);
    }
}

/// Which numbers belong to the longest rising sequence.
fn longest_rise(numbers: &[Option<usize>]) -> Vec<bool> {
    // For each length the index where the sequence of it ends that ends lowest.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; numbers.len()];
    for (i, number) in numbers.iter().enumerate() {
        if number.is_some() {
            let length = ends.partition_point(|end| numbers[*end] < *number);
            before[i] = length.checked_sub(1).map(|shorter| ends[shorter]);
            match ends.get_mut(length) {
                Some(end) => *end = i,
                None => ends.push(i),
            }
        }
    }
    let mut stay = vec![false; numbers.len()];
    let mut at = ends.last().copied();
    while let Some(i) = at {
        stay[i] = true;
        at = before[i];
    }
    stay
}
