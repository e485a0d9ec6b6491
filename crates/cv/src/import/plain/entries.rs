//! The lines of a section, as entries.
//!
//! Where entries have dates, the first one shows how all of them are laid out:
//! as many lines stand above each date as stand above the first. Where they have
//! none, a line is an entry, or in lists of words a word.

use serde_json::{Map, Value as Json};

use super::lists::{self, listed};
use super::{Line, Mark, period};
use crate::schema::{Field, SectionKind, Shape};

pub(super) fn of(kind: SectionKind, lines: &[Line]) -> Vec<Json> {
    match kind {
        SectionKind::Skills => lines
            .iter()
            .flat_map(|line| lists::skills(&line.text))
            .collect(),
        SectionKind::Languages => lines
            .iter()
            .flat_map(|line| lists::languages(&line.text))
            .collect(),
        SectionKind::Interests => lines
            .iter()
            .flat_map(|line| lists::interests(&line.text))
            .collect(),
        SectionKind::Profiles => lines
            .iter()
            .map(|line| lists::profile(&line.text))
            .collect(),
        SectionKind::References => lists::references(lines),
        _ => dated(kind, lines)
            .into_iter()
            .map(|raw| entry(kind, raw))
            .collect(),
    }
}

pub(super) fn is_strong(line: &Line) -> bool {
    matches!(line.mark, Mark::Strong | Mark::Heading(_))
}

/// An entry before it is known what its lines are.
#[derive(Default)]
struct Raw {
    heads: Vec<String>,
    period: Option<String>,
    body: Vec<Line>,
}

fn dated(kind: SectionKind, lines: &[Line]) -> Vec<Raw> {
    let found = |line: &Line| match line.is_bullet() {
        true => None,
        false => period::find(&line.text).map(|f| (f.rest(), f.period.to_owned())),
    };
    let dates: Vec<Option<(String, String)>> = lines.iter().map(found).collect();
    let Some(first) = dates.iter().position(Option::is_some) else {
        return undated(kind, lines);
    };
    let above = lines[..first]
        .iter()
        .rev()
        .take_while(|line| line.is_short());
    let above = above.take(2).count();
    let is_head = |at: usize| lines[at].is_short() && dates[at].is_none();

    // Where each entry begins, and the line of its dates.
    let mut begins: Vec<(usize, usize)> = Vec::new();
    for (at, date) in dates.iter().enumerate() {
        if date.is_none() {
            continue;
        }
        let least = begins.last().map_or(0, |(_, dates)| dates + 1);
        let mut begin = at;
        while begin > least && at - begin < above && is_head(begin - 1) {
            begin -= 1;
        }
        begins.push((begin, at));
    }
    let mut list = undated(
        kind,
        &lines[..begins.first().map_or(0, |(begin, _)| *begin)],
    );
    for (i, (begin, at)) in begins.iter().enumerate() {
        let end = begins.get(i + 1).map_or(lines.len(), |(begin, _)| *begin);
        let mut raw = Raw::default();
        raw.heads
            .extend(lines[*begin..*at].iter().map(|line| line.text.clone()));
        if let Some((rest, period)) = &dates[*at] {
            if !rest.is_empty() {
                raw.heads.push(rest.clone());
            }
            raw.period = Some(period.clone());
        }
        let mut from = at + 1;
        // Titles below the date, or one more beside it in bold.
        let most = if raw.heads.is_empty() { 2 } else { 0 };
        while from < end
            && lines[from].is_short()
            && (raw.heads.len() < most || names_employer(&raw.heads, &lines[from]))
        {
            raw.heads.push(lines[from].text.clone());
            from += 1;
        }
        raw.body.extend_from_slice(&lines[from..end]);
        list.push(raw);
    }
    list
}

fn undated(kind: SectionKind, lines: &[Line]) -> Vec<Raw> {
    let mut list: Vec<Raw> = Vec::new();
    let has_text = rich_field(kind).is_some() || kind.shape(Field::Courses).is_some();
    let all_bullets = lines.iter().all(Line::is_bullet);
    for line in lines {
        match list.last_mut() {
            Some(raw) if has_text && !line.is_short() && !all_bullets => {
                raw.body.push(line.clone())
            }
            _ => list.push(Raw {
                heads: vec![line.text.clone()],
                ..Raw::default()
            }),
        }
    }
    list
}

fn entry(kind: SectionKind, raw: Raw) -> Json {
    let has = |field: Field| kind.shape(field).is_some();
    let mut entry = Map::new();
    let mut put = |name: &str, text: &str| {
        if !text.is_empty() {
            entry.insert(name.to_owned(), text.into());
        }
    };
    let heads = match raw.heads.as_slice() {
        [one] => parts(one),
        heads => heads.iter().map(|head| head.trim().to_owned()).collect(),
    };
    let get = |at: usize| heads.get(at).map_or("", String::as_str);
    let (mut first, mut second) = (get(0), get(1));
    let more = heads.get(2..).unwrap_or_default().join(", ");
    match kind {
        SectionKind::Work | SectionKind::Volunteer => {
            if is_organisation(first) && !is_organisation(second) {
                (first, second) = (second, first);
            }
            put("position", first);
            match kind {
                SectionKind::Work => {
                    // `Acme AB, Lund`
                    let split = second.split_once(", ").filter(|_| more.is_empty());
                    let (name, place) = split.unwrap_or((second, &more));
                    put("name", name);
                    put("location", place);
                }
                _ => put("organization", &with(second, &more)),
            }
        }
        SectionKind::Education => {
            if !is_organisation(first) && (is_organisation(second) || !second.is_empty()) {
                (first, second) = (second, first);
            }
            put("institution", first);
            put("studyType", second);
            put("area", &more);
        }
        _ => {
            let names = kind.fields();
            let name = names.first().map_or("name", |(field, _)| field.json());
            let beside = [Field::Issuer, Field::Awarder, Field::Publisher];
            match beside.into_iter().find(|field| has(*field)) {
                Some(field) => {
                    put(name, first);
                    put(field.json(), &with(second, &more));
                }
                None => put(name, &with(&with(first, second), &more)),
            }
        }
    }
    if let Some(period) = raw.period {
        let date = [Field::Date, Field::ReleaseDate]
            .into_iter()
            .find(|f| has(*f));
        put(date.map_or("period", Field::json), &period);
    }
    let text = rich_field(kind);
    let (bullets, sentences): (Vec<Line>, Vec<Line>) = match has(Field::Highlights) {
        true => raw.body.into_iter().partition(Line::is_bullet),
        false => (Vec::new(), raw.body),
    };
    let sentences: Vec<String> = sentences.iter().map(super::noted).collect();
    match text {
        Some(field) => put(field.json(), sentences.join("\n").trim()),
        // Where there is no text of its own, a list of words takes lines.
        None if has(Field::Courses) => {
            let lines = sentences.iter().flat_map(|text| {
                let text = text.trim().trim_start_matches("- ");
                listed(text.split_once(": ").map_or(text, |(_, words)| words))
            });
            let lines: Vec<String> = lines.collect();
            if !lines.is_empty() {
                entry.insert("courses".to_owned(), lines.into());
            }
        }
        // A note beside the name, where there is nothing else.
        None => {
            let name = kind
                .fields()
                .first()
                .map_or("name", |(field, _)| field.json());
            let more: Vec<&str> = sentences.iter().map(|text| text.trim()).collect();
            let name_so_far = entry.get(name).and_then(Json::as_str).unwrap_or_default();
            let name_so_far = with(name_so_far, &more.join(", "));
            entry.insert(name.to_owned(), name_so_far.into());
        }
    }
    if !bullets.is_empty() {
        let lines: Vec<String> = bullets.into_iter().map(|line| line.text).collect();
        entry.insert("highlights".to_owned(), lines.into());
    }
    Json::Object(entry)
}

/// The field that holds paragraphs, if a kind has one.
fn rich_field(kind: SectionKind) -> Option<Field> {
    let fields = [Field::Summary, Field::Description];
    let mut fields = fields.into_iter();
    fields.find(|field| kind.shape(*field) == Some(Shape::Rich))
}

/// Whether a line below the dates is the other half of a title that stands alone.
fn names_employer(heads: &[String], line: &Line) -> bool {
    let alone = matches!(heads, [one] if parts(one).len() == 1);
    (alone && is_organisation(&line.text)) || (heads.len() < 2 && is_strong(line))
}

fn with(text: &str, more: &str) -> String {
    match text.is_empty() || more.is_empty() {
        true => format!("{text}{more}"),
        false => format!("{text}, {more}"),
    }
}

/// `Utvecklare, Acme AB, Lund` and the like, in three parts at most.
fn parts(head: &str) -> Vec<String> {
    const MARKS: [&str; 9] = [
        "\t", " | ", " – ", " — ", " - ", " @ ", " at ", " hos ", ", ",
    ];
    let mark = MARKS.into_iter().find(|mark| head.contains(mark));
    let Some(mark) = mark else {
        return vec![head.trim().to_owned()];
    };
    let parts = head
        .splitn(3, mark)
        .map(str::trim)
        .filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// Whether a name has a word in it that organisations have in theirs.
fn is_organisation(text: &str) -> bool {
    const WORDS: [&str; 32] = [
        "ab",
        "aktiebolag",
        "inc",
        "ltd",
        "llc",
        "gmbh",
        "oy",
        "corp",
        "group",
        "kommun",
        "region",
        "landsting",
        "university",
        "school",
        "college",
        "institute",
        "institutet",
        "bank",
        "hospital",
        "academy",
        "foundation",
        "stiftelsen",
        "kth",
        "chalmers",
        "studios",
        "labs",
        "plc",
        "förbundet",
        "föreningen",
        "komvux",
        "ag",
        "aps",
    ];
    const ENDINGS: [&str; 12] = [
        "verket",
        "skolan",
        "skola",
        "universitet",
        "universitetet",
        "högskola",
        "gymnasium",
        "gymnasiet",
        "sjukhuset",
        "sjukhus",
        "akademin",
        "universität",
    ];
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| WORDS.contains(&word) || ENDINGS.iter().any(|end| word.ends_with(end)))
}
