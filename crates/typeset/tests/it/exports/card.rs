//! A card for an address book: what telephones and mail programs read.

use cv::Language;
use typeset::exports;

#[test]
fn a_card_for_an_address_book() {
    let file = r#"{
        "basics": { "name": "Åsa Maria Ek", "label": "Snickare; ritare, m.m.", "email": "asa@example.se",
            "phone": "070-123 45 67", "url": "https://example.se/a,b",
            "location": { "address": "Storgatan 1", "city": "Umeå", "postalCode": "903 26", "countryCode": "SE" },
            "profiles": [{ "network": "X", "username": "asa", "url": "javascript:alert(1)" }] },
        "work": [{ "position": "Snickare", "name": "En verkstad med ett namn som är så långt att raden måste vikas någonstans",
            "startDate": "2019-03" }, { "position": "Lärling", "name": "Gamla AB", "startDate": "2010", "endDate": "2012" }]
    }"#;
    let template = typeset::template::default().for_document();
    let imported = cv::import(file, Language::Swedish, template, crate::documents::ids());
    let document = imported.expect("can be read").document;
    let card = String::from_utf8(exports::VCARD.write(document.shown(), None)).expect("is UTF-8");
    assert!(card.split("\r\n").all(|line| line.len() <= 75), "{card}");
    insta::assert_snapshot!(card.replace("\r\n", "\n"), @r"
    BEGIN:VCARD
    VERSION:3.0
    N:Ek;Åsa Maria;;;
    FN:Åsa Maria Ek
    TITLE:Snickare\; ritare\, m.m.
    ORG:En verkstad med ett namn som är så långt att raden måste vikas någ
     onstans
    EMAIL;TYPE=INTERNET:asa@example.se
    TEL:070-123 45 67
    ADR:;;Storgatan 1;Umeå;;903 26;SE
    URL:https://example.se/a,b
    END:VCARD
    ");
}
