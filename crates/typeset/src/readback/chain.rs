//! Which facts stand in order: as much of them as can.
//!
//! A short fact may stand in many places, and the first is not always its own.
//! So of all ways to choose a place for each, with none before the one of a
//! fact that precedes it, the one is taken that has the most letters in order.

/// An end of a chain of places.
struct Link {
    /// Where the last place ends.
    end: usize,
    /// Letters in order.
    weight: usize,
    fact: usize,
    before: Option<usize>,
}

/// Of facts in the order in which they should stand those that do. `of` gives
/// the places of a fact, by their start, and its weight.
pub(super) fn longest<'a>(
    facts: &[usize],
    of: impl Fn(usize) -> (&'a Vec<(usize, usize)>, usize),
) -> Vec<usize> {
    let mut links: Vec<Link> = Vec::new();
    // Chains that no other one is better than: by their ends and their weights.
    let mut best: Vec<usize> = Vec::new();
    for &fact in facts {
        let (places, weight) = of(fact);
        // From the last place, so that none is put behind another of the same fact.
        for &(start, end) in places.iter().rev() {
            let fitting = best.partition_point(|link| links[*link].end <= start);
            let before = fitting.checked_sub(1).map(|at| best[at]);
            let weight = weight + before.map_or(0, |before| links[before].weight);
            let at = best.partition_point(|link| links[*link].end < end);
            let is_better = |link: &usize| links[*link].weight >= weight;
            let beaten = at.checked_sub(1).is_some_and(|at| is_better(&best[at]));
            let equalled = best
                .get(at)
                .is_some_and(|link| links[*link].end == end && is_better(link));
            if beaten || equalled {
                continue;
            }
            links.push(Link {
                end,
                weight,
                fact,
                before,
            });
            let worse = best[at..]
                .iter()
                .take_while(|link| links[**link].weight <= weight)
                .count();
            best.splice(at..at + worse, [links.len() - 1]);
        }
    }
    let mut chain = Vec::new();
    let mut at = best.last().copied();
    while let Some(link) = at {
        chain.push(links[link].fact);
        at = links[link].before;
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::longest;

    #[test]
    fn the_heaviest_order_wins() {
        // The first stands twice; its early place lets the others follow. The
        // last one stands before all.
        let places = [
            vec![(5, 8), (40, 43)],
            vec![(9, 20)],
            vec![(21, 30)],
            vec![(0, 4)],
        ];
        let weights = [3, 11, 9, 4];
        let found = longest(&[0, 1, 2, 3], |fact| (&places[fact], weights[fact]));
        assert_eq!(found, [0, 1, 2]);
        assert_eq!(longest(&[3, 1], |f| (&places[f], weights[f])), [3, 1]);
        assert!(longest(&[], |f| (&places[f], weights[f])).is_empty());
    }
}
