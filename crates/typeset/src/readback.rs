//! What other programs read of a PDF, held against what its pages say.
//!
//! Programs that receive CVs take the text out of the file and look for names,
//! employers and dates in it. [`facts`] lists what they should find, in the
//! order in which the pages say it; [`compare`] looks for each in a text that
//! some reader gave. Both know the document and no PDF: the same check runs on
//! every reader, here and in the browser.
//!
//! Readers may break lines, leave words divided at the ends of lines, and write
//! ligatures and narrow spaces as they are. A letter that is missing or a space
//! between two words that is gone is no such thing: the fact is lost.

use serde::Serialize;

use crate::pages::Place;

mod chain;
mod facts;
mod fold;

pub use facts::facts;

/// Something that the pages say in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub place: Place,
    pub kind: Kind,
    /// As the pages show it, in one line.
    pub text: String,
    /// The column in which it stands. On one page all of a column is read before
    /// the next.
    pub column: u8,
}

/// What a fact is to somebody who reads CVs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Name,
    Label,
    Email,
    Phone,
    Site,
    Address,
    Profile,
    Heading,
    /// What an entry is called: a position, a degree, a skill.
    Title,
    /// Employer, school, publisher.
    Organization,
    Location,
    /// A date, or a period with its dash.
    Dates,
    Detail,
    /// A paragraph or a line of a list.
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    InOrder,
    /// It is there, but before or among what should come before it.
    OutOfOrder,
    Lost,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub fact: Fact,
    pub found: Found,
}

/// Looks for each fact in the text that a reader took out of the file. A form
/// feed ends a page; where pages follow each other without one, the second
/// column of the first page seems to stand before the first of the second.
pub fn compare(facts: &[Fact], text: &str) -> Vec<Outcome> {
    let pages: Vec<Vec<char>> = text.split('\u{c}').map(fold::page).collect();
    let wanted: Vec<Vec<char>> = facts.iter().map(|fact| fold::fact(&fact.text)).collect();
    let mut found = vec![Found::Lost; facts.len()];
    let places: Vec<Vec<Vec<(usize, usize)>>> = pages
        .iter()
        .map(|page| wanted.iter().map(|fact| fold::find(fact, page)).collect())
        .collect();
    for page in &places {
        let open = |fact: &usize| found[*fact] == Found::Lost;
        let mut candidates: Vec<usize> = (0..facts.len()).filter(open).collect();
        candidates.sort_by_key(|fact| facts[*fact].column);
        for fact in chain::longest(&candidates, |fact| (&page[fact], wanted[fact].len())) {
            found[fact] = Found::InOrder;
        }
    }
    for (fact, found) in found.iter_mut().enumerate() {
        if *found == Found::Lost {
            let somewhere = places.iter().any(|page| !page[fact].is_empty());
            if somewhere {
                *found = Found::OutOfOrder;
            } else if pages.windows(2).any(|two| fold::spans(&wanted[fact], two)) {
                *found = Found::InOrder;
            }
        }
    }
    let outcome = |(fact, found): (&Fact, Found)| Outcome {
        fact: fact.clone(),
        found,
    };
    facts.iter().zip(found).map(outcome).collect()
}
