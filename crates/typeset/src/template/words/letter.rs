//! What is printed in a letter beside what its writer wrote: hardly a word.

use cv::{DateForm, Language, When};

/// What a letter that goes with a CV is called.
pub(crate) fn title(lang: Language) -> &'static str {
    of(lang)[0]
}

/// Before the names of what goes with the letter, one or several.
pub(crate) fn enclosures(lang: Language, several: bool) -> &'static str {
    of(lang)[if several { 2 } else { 1 }]
}

/// Whether an address has the person before the company.
pub(crate) fn person_first(lang: Language) -> bool {
    lang == Language::English
}

/// Between the place and the date. In Swedish the day is said with an article,
/// where it is not in figures.
pub(crate) fn before_date(lang: Language, form: DateForm, when: &When) -> &'static str {
    let has_day = matches!(when, When::Date(date) if date.day().is_some());
    match lang {
        Language::Swedish if has_day && form != DateForm::Iso => " den ",
        Language::Swedish => " ",
        _ => super::comma(lang),
    }
}

#[rustfmt::skip]
fn of(lang: Language) -> [&'static str; 3] {
    match lang {
        Language::Swedish => ["Personligt brev", "Bilaga", "Bilagor"],
        Language::English => ["Cover letter", "Enclosure", "Enclosures"],
        Language::Czech => ["Motivační dopis", "Příloha", "Přílohy"],
        Language::Danish => ["Ansøgning", "Bilag", "Bilag"],
        Language::German => ["Anschreiben", "Anlage", "Anlagen"],
        Language::Estonian => ["Kaaskiri", "Lisa", "Lisad"],
        Language::Spanish => ["Carta de presentación", "Anexo", "Anexos"],
        Language::French => ["Lettre de motivation", "Pièce jointe", "Pièces jointes"],
        Language::Croatian => ["Motivacijsko pismo", "Prilog", "Prilozi"],
        Language::Icelandic => ["Kynningarbréf", "Fylgiskjal", "Fylgiskjöl"],
        Language::Italian => ["Lettera di presentazione", "Allegato", "Allegati"],
        Language::Latvian => ["Motivācijas vēstule", "Pielikums", "Pielikumi"],
        Language::Lithuanian => ["Motyvacinis laiškas", "Priedas", "Priedai"],
        Language::Hungarian => ["Motivációs levél", "Melléklet", "Mellékletek"],
        Language::Dutch => ["Motivatiebrief", "Bijlage", "Bijlagen"],
        Language::Norwegian => ["Søknad", "Vedlegg", "Vedlegg"],
        Language::Polish => ["List motywacyjny", "Załącznik", "Załączniki"],
        Language::Portuguese => ["Carta de apresentação", "Anexo", "Anexos"],
        Language::Romanian => ["Scrisoare de intenție", "Anexă", "Anexe"],
        Language::Slovak => ["Motivačný list", "Príloha", "Prílohy"],
        Language::Slovenian => ["Motivacijsko pismo", "Priloga", "Priloge"],
        Language::Finnish => ["Hakemuskirje", "Liite", "Liitteet"],
        Language::Turkish => ["Ön yazı", "Ek", "Ekler"],
        Language::Greek => ["Συνοδευτική επιστολή", "Συνημμένο", "Συνημμένα"],
        Language::Bulgarian => ["Мотивационно писмо", "Приложение", "Приложения"],
        Language::Russian => ["Сопроводительное письмо", "Приложение", "Приложения"],
        Language::Ukrainian => ["Супровідний лист", "Додаток", "Додатки"],
        Language::Hebrew => ["מכתב מקדים", "נספח", "נספחים"],
        Language::Arabic => ["خطاب التقديم", "المرفق", "المرفقات"],
        Language::Persian => ["انگیزه\u{200c}نامه", "پیوست", "پیوست\u{200c}ها"],
        Language::SimplifiedChinese => ["求职信", "附件", "附件"],
        Language::TraditionalChinese => ["求職信", "附件", "附件"],
        Language::Japanese => ["添え状", "同封書類", "同封書類"],
        Language::Korean => ["자기소개서", "첨부", "첨부"],
    }
}

#[cfg(test)]
mod tests {
    use cv::{DateForm, Language, When};

    #[test]
    fn every_language_says_it() {
        for lang in Language::ALL {
            for text in super::of(*lang) {
                assert!(!text.is_empty() && text.trim() == text, "{}", lang.tag());
            }
        }
    }

    #[test]
    fn place_and_date_stand_as_is_usual() {
        let when = |text: &str| When::Date(text.parse().expect("a date"));
        let day = when("2026-11-28");
        let of = super::before_date;
        assert_eq!(of(Language::Swedish, DateForm::Long, &day), " den ");
        assert_eq!(of(Language::Swedish, DateForm::Iso, &day), " ");
        let month = when("2026-11");
        assert_eq!(of(Language::Swedish, DateForm::Long, &month), " ");
        assert_eq!(of(Language::English, DateForm::Long, &day), ", ");
    }
}
