//! What an owner is told of before they publish.

use cv::{
    Details, Document, Exposure, Field, Id, Item, PersonalField, Redaction, SectionKind, Value,
    exposed,
};

use crate::support::with_basics;

fn document() -> Document {
    let mut document = with_basics(&[
        (Field::Name, "Åsa Öst"),
        (Field::Email, "asa@example.se"),
        (Field::Phone, "070-123 45 67"),
        (Field::Address, "Storgatan 1"),
    ]);
    let said = [
        (
            SectionKind::Summary,
            Field::Summary,
            "Ring +46701234567, 811218-9876",
        ),
        (
            SectionKind::References,
            Field::Reference,
            "Bo, 08-987 65 43, bo@acme.example",
        ),
        (
            SectionKind::Volunteer,
            Field::Summary,
            "[Skriv](mailto:ida@acme.example)",
        ),
    ];
    for (at, (kind, field, text)) in said.into_iter().enumerate() {
        let section = document
            .sections
            .iter_mut()
            .find(|s| s.kind == kind)
            .unwrap();
        let mut item = Item::new(Id(100 + at as u64));
        let rich = Value::Rich(cv::rich::notation::read(text));
        item.fields.insert(field, rich);
        section.items = vec![item];
    }
    document
}

fn found(redaction: &Redaction) -> Vec<(Exposure, Id)> {
    let mut details = Details::default();
    details.set(PersonalField::Gender, "kvinna");
    details.set(PersonalField::Salary, "1");
    let found = exposed(&document(), &details, redaction);
    found.iter().map(|one| (one.what, one.item)).collect()
}

#[test]
fn what_others_would_see_is_told_with_its_place() {
    let mut redaction = Redaction::none();
    redaction.show_detail(PersonalField::Gender);
    let hidden = false;
    let expected = [
        (Exposure::Detail(PersonalField::Gender), Id::BASICS),
        (Exposure::Contact(Field::Phone), Id::BASICS),
        (Exposure::Contact(Field::Address), Id::BASICS),
        (Exposure::PersonalNumber, Id(100)),
        (Exposure::OthersEmail { hidden }, Id(102)),
        (Exposure::OthersPhone { hidden }, Id(101)),
        (Exposure::OthersEmail { hidden }, Id(101)),
    ];
    assert_eq!(found(&redaction), expected);
    for one in exposed(&document(), &Details::default(), &redaction) {
        let section = one.section.map(|id| document().section(id).is_some());
        assert_ne!(section, Some(false));
        assert_eq!(section.is_none(), one.item == Id::BASICS);
    }
}

#[test]
fn a_new_link_hides_it_and_says_what_of_others_it_hides() {
    let hidden = true;
    let expected = [
        (Exposure::PersonalNumber, Id(100)),
        (Exposure::OthersEmail { hidden }, Id(102)),
        (Exposure::OthersPhone { hidden }, Id(101)),
        (Exposure::OthersEmail { hidden }, Id(101)),
    ];
    assert_eq!(found(&Redaction::usual()), expected);
    let mut without = Redaction::usual();
    without.hide_place(Id(100));
    without.hide_place(Id(101));
    assert_eq!(
        found(&without),
        [(Exposure::OthersEmail { hidden }, Id(102))]
    );
    assert_eq!(found(&Redaction::anonymous()), []);
}
