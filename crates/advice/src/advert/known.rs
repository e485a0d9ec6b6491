//! Things that advertisements ask for by a name: `lists/known.txt`.

use std::collections::HashMap;

use super::Kind;
use crate::stem::stem;
use crate::tongue::Tongue;
use crate::words::words;

const LIST: &str = include_str!("../../lists/known.txt");

/// One name of a thing.
pub(super) struct Name {
    /// Which thing: names with the same number mean the same.
    pub(super) thing: usize,
    pub(super) kind: Kind,
    /// The words of the name, as they are compared.
    pub(super) words: Vec<String>,
    pub(super) by: By,
    /// Whether advertisements ask for it by this name. `Handledde` is what a CV says.
    asked: bool,
}

/// In which form the words of a text are compared with those of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// As they are written: `Go` and `R`.
    Written,
    /// In lower case. Names of tools have no endings, and stems of other words may look
    /// like them: that of `excellent` is `excel`.
    Lower,
    Stem,
}

/// A word of a text in all these forms.
pub(super) struct Form {
    pub(super) written: String,
    pub(super) lower: String,
    pub(super) stem: String,
}

impl Form {
    pub(super) fn new(word: &str, tongue: Option<Tongue>) -> Form {
        Form {
            written: word.to_owned(),
            lower: word.to_lowercase(),
            stem: stem(word, tongue),
        }
    }

    pub(super) fn by(&self, by: By) -> &str {
        match by {
            By::Written => &self.written,
            By::Lower => &self.lower,
            By::Stem => &self.stem,
        }
    }
}

/// All names, for words of a language.
pub(super) struct Known {
    pub(super) names: Vec<Name>,
    /// What a thing of a kind with names of its own is called in documents.
    classes: HashMap<usize, &'static str>,
    /// Names by their first word.
    first: HashMap<String, Vec<usize>>,
}

impl Known {
    pub(super) fn new(tongue: Option<Tongue>) -> Known {
        let mut known = Known {
            names: Vec::new(),
            classes: HashMap::new(),
            first: HashMap::new(),
        };
        let mut kind = Kind::Word;
        for (thing, line) in LIST.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[') {
                kind = of_heading(name.trim_end_matches(']'));
                continue;
            }
            for (index, name) in line.split(" | ").enumerate() {
                if kind == Kind::Licence && index == 0 {
                    known.classes.insert(thing, name);
                    continue;
                }
                known.add(name, thing, kind, tongue);
            }
        }
        known
    }

    fn add(&mut self, name: &str, thing: usize, kind: Kind, tongue: Option<Tongue>) {
        let by = match (name.starts_with('='), kind) {
            (true, _) => By::Written,
            (false, Kind::Tool) => By::Lower,
            (false, _) => By::Stem,
        };
        let words = words(name.trim_start_matches(['=', '~'])).into_iter();
        let words: Vec<String> = words
            .map(|word| Form::new(word.text, tongue).by(by).to_owned())
            .collect();
        let Some(first) = words.first().cloned() else {
            return;
        };
        self.first.entry(first).or_default().push(self.names.len());
        self.names.push(Name {
            thing,
            kind,
            words,
            by,
            asked: !name.starts_with('~'),
        });
    }

    /// The longest name that some words begin with.
    pub(super) fn longest(&self, words: &[Form]) -> Option<&Name> {
        let first = words.first()?;
        let forms = [&first.written, &first.lower, &first.stem].into_iter();
        let begun = forms.flat_map(|form| self.first.get(form).into_iter().flatten());
        let names = begun.filter_map(|at| self.names.get(*at));
        let names = names.filter(|name| name.asked);
        let fits = |name: &&Name| {
            let mut pairs = name.words.iter().zip(words);
            name.words.len() <= words.len() && pairs.all(|(own, form)| own == form.by(name.by))
        };
        names.filter(fits).max_by_key(|name| name.words.len())
    }

    /// All names of a thing.
    pub(super) fn of(&self, thing: usize) -> impl Iterator<Item = &Name> {
        self.names.iter().filter(move |name| name.thing == thing)
    }

    pub(super) fn class(&self, thing: usize) -> Option<&'static str> {
        self.classes.get(&thing).copied()
    }
}

fn of_heading(name: &str) -> Kind {
    match name {
        "tool" => Kind::Tool,
        "skill" => Kind::Skill,
        "language" => Kind::Language,
        "licence" => Kind::Licence,
        "course" => Kind::Course,
        "trait" => Kind::Trait,
        "condition" => Kind::Condition,
        _ => Kind::Word,
    }
}
