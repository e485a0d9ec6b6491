//! What of an advertisement a CV answers.

use advice::{Answer, Asked, Kind, Put, Tongue, adding, compare};
use cv::{Document, Edit, Field, Language, SectionKind};

use crate::support::{blank, calm, ids_from, job, put};

const SWEDISH: &str = include_str!("adverts/sjukskoterska.txt");
const ENGLISH: &str = include_str!("adverts/developer.txt");

fn nurse() -> Document {
    let mut document = calm(Language::Swedish);
    let lines = [
        "Triagerade 30 patienter per pass på akutmottagning",
        "Handledde 4 sjuksköterskestudenter",
    ];
    job(&mut document, "2016-01", "2019-12", &lines);
    let lines = ["Vårdade 6 patienter per natt på en medicinavdelning"];
    job(&mut document, "2012-01", "2015-12", &lines);
    put(
        &mut document,
        SectionKind::Languages,
        &[(Field::Language, "Svenska")],
    );
    put(
        &mut document,
        SectionKind::DrivingLicence,
        &[(Field::Classes, "BE")],
    );
    put(
        &mut document,
        SectionKind::Certificates,
        &[(Field::Name, "Sjuksköterskelegitimation")],
    );
    put(
        &mut document,
        SectionKind::Skills,
        &[
            (Field::Name, "Läkemedel"),
            (Field::Keywords, "Hantering av läkemedel\nSårvårdskurs"),
        ],
    );
    document
}

fn developer() -> Document {
    let mut document = calm(Language::English);
    let lines = [
        "Built 12 services in Python, on PostgreSQL and Kafka",
        "Moved 30 containers to Docker and Kubernetes",
    ];
    job(&mut document, "2016-01", "2019-12", &lines);
    put(
        &mut document,
        SectionKind::Skills,
        &[(Field::Name, "C#"), (Field::Keywords, "ASP.NET")],
    );
    document
}

fn asked<'a>(answer: &'a Answer, term: &str) -> &'a Asked {
    let mut asked = answer.asked.iter();
    let found = asked.find(|asked| asked.term.eq_ignore_ascii_case(term));
    found.unwrap_or_else(|| panic!("{term}: {:#?}", lines(answer)))
}

/// One line for each thing: whether it is there, its sort, and itself.
fn lines(answer: &Answer) -> String {
    let line = |asked: &Asked| {
        let mark = match (asked.kind.is_beyond(), asked.places.is_empty()) {
            (true, _) => '~',
            (false, true) => '-',
            (false, false) => '+',
        };
        let puts = asked.put.iter().map(|put| match put {
            Put::Entry(kind) => kind.json(),
            Put::At(_) => "at",
        });
        let puts: Vec<_> = puts.collect();
        format!("{mark} {:?} {} {}", asked.kind, asked.term, puts.join(" "))
            .trim_end()
            .to_owned()
            + "\n"
    };
    answer.asked.iter().map(line).collect()
}

#[test]
fn a_swedish_advertisement_is_taken_apart() {
    let answer = compare(&nurse(), SWEDISH);
    assert_eq!(answer.tongue, Some(Tongue::Swedish));
    assert!(!answer.differs);
    insta::assert_snapshot!(lines(&answer), @r"
    + Skill triage
    - Skill provtagning skills courses
    + Skill läkemedelshantering
    - Tool Cosmic skills at courses
    ~ Condition treskift
    + Course legitimerad
    - Skill akutsjukvård skills courses
    - Skill intensivvård skills courses
    + Skill sårvård
    + Language svenska
    + Licence B-körkort
    + Skill handledning
    - Language arabiska languages
    ~ Trait noggrann
    ~ Trait stresstålig
    ~ Trait samarbetsförmåga
    ~ Trait personlig lämplighet
    ~ Condition tillsvidareanställning
    ~ Condition heltid
    ~ Condition utdrag ur belastningsregistret
    - Course ambulanssjukvård certificates courses
    - Word smärtlindring skills courses
    - Word RETTS skills courses
    + Word Sjuksköterska
    ");
}

#[test]
fn an_english_advertisement_is_taken_apart() {
    let answer = compare(&developer(), ENGLISH);
    assert_eq!(answer.tongue, Some(Tongue::English));
    assert!(!answer.differs);
    insta::assert_snapshot!(lines(&answer), @r"
    - Skill Backend skills courses
    + Tool Python
    - Tool Go skills at courses
    - Tool AWS skills at courses
    + Tool PostgreSQL
    + Tool Kafka
    + Tool Docker
    + Tool Kubernetes
    - Tool Terraform skills at courses
    - Tool CI/CD skills courses
    - Language English languages
    - Language Polish languages
    - Tool .NET skills courses
    + Tool C#
    - Tool GraphQL skills courses
    ~ Trait team player
    ~ Trait curious
    ~ Trait proactive
    ~ Trait communication skills
    ~ Condition right to work
    - Licence full UK driving licence drivingLicence
    ~ Condition permanent contract
    ~ Condition cover letter
    - Word message queues at skills courses
    - Word event sourcing skills courses
    - Word domain modelling skills courses
    - Course computer science certificates courses
    ");
}

#[test]
fn places_are_where_the_words_stand() {
    let document = developer();
    let answer = compare(&document, ENGLISH);
    let place = asked(&answer, "Kafka").places[0];
    let item = document.item(place.item.unwrap()).unwrap();
    let line = item
        .lines(place.field.unwrap())
        .iter()
        .find(|l| Some(l.id) == place.line);
    assert!(line.unwrap().text.text().contains("Kafka"));
    // Words of one language are found by their stems.
    let document = nurse();
    let answer = compare(&document, SWEDISH);
    assert!(!asked(&answer, "triage").places.is_empty());
    assert!(!asked(&answer, "B-körkort").places.is_empty());
}

#[test]
fn compounds_are_taken_apart_where_both_halves_are_known() {
    let finds = |written: &str, advert: &str, term: &str| {
        let mut document = calm(Language::Swedish);
        put(
            &mut document,
            SectionKind::Skills,
            &[(Field::Name, written)],
        );
        let answer = compare(&document, advert);
        !asked(&answer, term).places.is_empty()
    };
    let advert =
        |term: &str| format!("Vi söker dig som har erfarenhet av {term} och som är van vid det.");
    assert!(finds("Excelkunskaper", &advert("Excel"), "Excel"));
    assert!(finds(
        "projekt- och arbetsledning",
        &advert("arbetsledning"),
        "arbetsledning"
    ));
    assert!(finds(
        "kundtjänstarbete",
        &advert("kundtjänst"),
        "kundtjänst"
    ));
    assert!(finds(
        "ledning av projekt",
        &advert("projektledning"),
        "projektledning"
    ));
    assert!(!finds("bilderböcker", &advert("bilar"), "bilar"));
}

#[test]
fn short_names_count_only_as_they_are_written() {
    let advert = "You must have experience with Go and with R, and good knowledge of C.";
    let mut document = calm(Language::English);
    put(
        &mut document,
        SectionKind::Skills,
        &[(Field::Name, "Ready to go anywhere, class c")],
    );
    let answer = compare(&document, advert);
    for name in ["Go", "R", "C"] {
        assert_eq!(asked(&answer, name).places, [], "{name}");
    }
    // A sentence that has the word and not the name asks for nothing.
    let answer = compare(
        &document,
        "You will go to the office, and must have the experience.",
    );
    assert!(!answer.asked.iter().any(|asked| asked.kind == Kind::Tool));
}

/// The stem of `excellent` is `excel`.
#[test]
fn tools_are_not_found_by_stems() {
    let advert = "You must have excellent experience, and we will react to it.";
    assert_eq!(compare(&developer(), advert).asked, []);
}

#[test]
fn technical_names_are_one_word() {
    let advert = "We require experience with C++, C#, .NET and Node.js in all of these.";
    let answer = compare(&developer(), advert);
    let terms: Vec<_> = answer
        .asked
        .iter()
        .map(|asked| asked.term.as_str())
        .collect();
    assert_eq!(terms, ["C++", "C#", ".NET", "Node.js"]);
    assert!(asked(&answer, "C++").places.is_empty());
    assert!(!asked(&answer, "C#").places.is_empty());
}

#[test]
fn names_are_known_across_languages() {
    let mut document = calm(Language::Swedish);
    put(
        &mut document,
        SectionKind::Skills,
        &[(Field::Name, "Bokföring")],
    );
    let advert = "We are looking for somebody with experience of bookkeeping and of the payroll.";
    let answer = compare(&document, advert);
    assert!(answer.differs);
    assert!(!asked(&answer, "bookkeeping").places.is_empty());
    assert!(asked(&answer, "payroll").places.is_empty());
}

#[test]
fn an_advertisement_in_another_language_gives_names_alone() {
    let advert =
        "Wir suchen eine Person mit Erfahrung in Excel und mit guten Kenntnissen der Buchhaltung.";
    let answer = compare(&calm(Language::German), advert);
    assert_eq!((answer.tongue, answer.differs), (None, false));
    assert_eq!(lines(&answer), "- Tool Excel skills courses\n");
    assert_eq!(compare(&calm(Language::English), " \n").asked, []);
}

#[test]
fn qualities_and_terms_are_no_part_of_a_cv() {
    let answer = compare(&nurse(), SWEDISH);
    for term in [
        "noggrann",
        "stresstålig",
        "utdrag ur belastningsregistret",
        "heltid",
    ] {
        let asked = asked(&answer, term);
        assert!(asked.kind.is_beyond() && asked.put.is_empty(), "{asked:?}");
    }
}

#[test]
fn a_licence_holds_what_it_contains() {
    let with = |class: &str| {
        let mut document = calm(Language::Swedish);
        put(
            &mut document,
            SectionKind::DrivingLicence,
            &[(Field::Classes, class)],
        );
        let answer = compare(
            &document,
            "Vi söker dig som har körkort och det är ett krav.",
        );
        !asked(&answer, "körkort").places.is_empty()
    };
    assert!(with("B") && with("CE"));
    assert!(!with("A1") && !with("AM"));
}

#[test]
fn the_job_that_tells_of_something_near_comes_first() {
    let mut document = calm(Language::English);
    let id = job(
        &mut document,
        "2012-01",
        "2015-12",
        &["Ran warehouse deliveries for 3 shops"],
    );
    let advert = "You must have experience of order picking for warehouse deliveries to shops.";
    let answer = compare(&document, advert);
    let Put::At(place) = asked(&answer, "order picking").put[0] else {
        panic!("{answer:?}");
    };
    assert_eq!(place.item, Some(id));
}

#[test]
fn what_is_added_is_one_edit_that_is_undone() {
    let check = |document: &Document, kind, entry: &str| -> Document {
        let (edit, place) = adding(document, kind, entry, ids_from(900_000)).unwrap();
        let mut after = document.clone();
        let inverse = cv::apply(&mut after, &edit).unwrap();
        assert_eq!(after.check(), Ok(()));
        assert!(after.item(place.item.unwrap()).is_some());
        let mut back = after.clone();
        cv::apply(&mut back, &inverse).unwrap();
        assert_eq!(&back, document);
        after
    };
    let answer_of = |document: &Document, advert: &str, term: &str| {
        !asked(&compare(document, advert), term).places.is_empty()
    };
    let after = check(&developer(), SectionKind::Skills, "Terraform");
    assert!(answer_of(&after, ENGLISH, "Terraform"));
    let after = check(&nurse(), SectionKind::Languages, "Arabiska");
    assert!(answer_of(&after, SWEDISH, "arabiska"));
    // A section that is not there comes with it, and classes are ticked where some are.
    let after = check(&blank(Language::Swedish), SectionKind::DrivingLicence, "B");
    assert!(answer_of(&after, SWEDISH, "B-körkort"));
    let after = check(&nurse(), SectionKind::DrivingLicence, "truck");
    let licences = after
        .sections
        .iter()
        .find(|s| s.kind == SectionKind::DrivingLicence)
        .unwrap();
    assert_eq!(licences.items.len(), 1);
    assert_eq!(licences.items[0].lines(Field::Classes).len(), 2);
    let none = adding(&nurse(), SectionKind::Summary, "B", ids_from(0));
    assert_eq!(none, None::<(Edit, advice::Place)>);
}

#[test]
fn every_class_that_may_be_asked_for_is_one_that_documents_hold() {
    let words =
        "lastbilskort busskort traktorkort truckkort adr-intyg yrkeskompetensbevis be-körkort";
    let advert = format!(
        "Vi söker dig som har {} och det är ett krav",
        words.replace(' ', " och ")
    );
    let answer = compare(&calm(Language::Swedish), &advert);
    let classes: Vec<_> = answer
        .asked
        .iter()
        .map(|asked| asked.entry.as_str())
        .collect();
    assert_eq!(classes, ["C", "D", "traktor", "truck", "adr", "ykb", "BE"]);
    assert!(
        classes
            .iter()
            .all(|class| cv::schema::LICENCE_CLASSES.contains(class))
    );
}
