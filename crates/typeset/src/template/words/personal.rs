//! What personal details are called.

use cv::{Language, PersonalField};

/// The label of a detail.
pub(crate) fn label(lang: Language, field: PersonalField) -> &'static str {
    labels(lang)[field as usize]
}

/// In the order of [`PersonalField::ALL`]: nationality, gender, date and place of
/// birth, civil status, expected salary.
fn labels(lang: Language) -> [&'static str; 6] {
    match lang {
        Language::Swedish => [
            "Nationalitet",
            "Kön",
            "Född",
            "Födelseort",
            "Civilstånd",
            "Löneanspråk",
        ],
        Language::English => [
            "Nationality",
            "Gender",
            "Date of birth",
            "Place of birth",
            "Civil status",
            "Expected salary",
        ],
        Language::Czech => [
            "Státní příslušnost",
            "Pohlaví",
            "Datum narození",
            "Místo narození",
            "Rodinný stav",
            "Očekávaná mzda",
        ],
        Language::Danish => [
            "Nationalitet",
            "Køn",
            "Født",
            "Fødested",
            "Civilstand",
            "Lønforventning",
        ],
        Language::German => [
            "Staatsangehörigkeit",
            "Geschlecht",
            "Geburtsdatum",
            "Geburtsort",
            "Familienstand",
            "Gehaltsvorstellung",
        ],
        Language::Estonian => [
            "Kodakondsus",
            "Sugu",
            "Sünniaeg",
            "Sünnikoht",
            "Perekonnaseis",
            "Palgasoov",
        ],
        Language::Spanish => [
            "Nacionalidad",
            "Sexo",
            "Fecha de nacimiento",
            "Lugar de nacimiento",
            "Estado civil",
            "Pretensión salarial",
        ],
        Language::French => [
            "Nationalité",
            "Sexe",
            "Date de naissance",
            "Lieu de naissance",
            "État civil",
            "Prétentions salariales",
        ],
        Language::Croatian => [
            "Državljanstvo",
            "Spol",
            "Datum rođenja",
            "Mjesto rođenja",
            "Bračni status",
            "Očekivana plaća",
        ],
        Language::Icelandic => [
            "Ríkisfang",
            "Kyn",
            "Fæðingardagur",
            "Fæðingarstaður",
            "Hjúskaparstaða",
            "Launakröfur",
        ],
        Language::Italian => [
            "Nazionalità",
            "Sesso",
            "Data di nascita",
            "Luogo di nascita",
            "Stato civile",
            "Retribuzione attesa",
        ],
        Language::Latvian => [
            "Pilsonība",
            "Dzimums",
            "Dzimšanas datums",
            "Dzimšanas vieta",
            "Ģimenes stāvoklis",
            "Vēlamā alga",
        ],
        Language::Lithuanian => [
            "Pilietybė",
            "Lytis",
            "Gimimo data",
            "Gimimo vieta",
            "Šeiminė padėtis",
            "Pageidaujamas atlyginimas",
        ],
        Language::Hungarian => [
            "Állampolgárság",
            "Nem",
            "Születési idő",
            "Születési hely",
            "Családi állapot",
            "Bérigény",
        ],
        Language::Dutch => [
            "Nationaliteit",
            "Geslacht",
            "Geboortedatum",
            "Geboorteplaats",
            "Burgerlijke staat",
            "Salariswens",
        ],
        Language::Norwegian => [
            "Nasjonalitet",
            "Kjønn",
            "Født",
            "Fødested",
            "Sivilstand",
            "Lønnsønske",
        ],
        Language::Polish => [
            "Obywatelstwo",
            "Płeć",
            "Data urodzenia",
            "Miejsce urodzenia",
            "Stan cywilny",
            "Oczekiwania finansowe",
        ],
        Language::Portuguese => [
            "Nacionalidade",
            "Sexo",
            "Data de nascimento",
            "Local de nascimento",
            "Estado civil",
            "Pretensão salarial",
        ],
        Language::Romanian => [
            "Cetățenie",
            "Sex",
            "Data nașterii",
            "Locul nașterii",
            "Stare civilă",
            "Pretenții salariale",
        ],
        Language::Slovak => [
            "Štátna príslušnosť",
            "Pohlavie",
            "Dátum narodenia",
            "Miesto narodenia",
            "Rodinný stav",
            "Očakávaná mzda",
        ],
        Language::Slovenian => [
            "Državljanstvo",
            "Spol",
            "Datum rojstva",
            "Kraj rojstva",
            "Zakonski stan",
            "Pričakovana plača",
        ],
        Language::Finnish => [
            "Kansalaisuus",
            "Sukupuoli",
            "Syntymäaika",
            "Syntymäpaikka",
            "Siviilisääty",
            "Palkkatoive",
        ],
        Language::Turkish => [
            "Uyruk",
            "Cinsiyet",
            "Doğum tarihi",
            "Doğum yeri",
            "Medeni hali",
            "Ücret beklentisi",
        ],
        Language::Greek => [
            "Υπηκοότητα",
            "Φύλο",
            "Ημερομηνία γέννησης",
            "Τόπος γέννησης",
            "Οικογενειακή κατάσταση",
            "Μισθολογικές προσδοκίες",
        ],
        Language::Bulgarian => [
            "Гражданство",
            "Пол",
            "Дата на раждане",
            "Място на раждане",
            "Семейно положение",
            "Очаквано възнаграждение",
        ],
        Language::Russian => [
            "Гражданство",
            "Пол",
            "Дата рождения",
            "Место рождения",
            "Семейное положение",
            "Желаемая зарплата",
        ],
        Language::Ukrainian => [
            "Громадянство",
            "Стать",
            "Дата народження",
            "Місце народження",
            "Сімейний стан",
            "Очікувана зарплата",
        ],
        Language::Hebrew => [
            "אזרחות",
            "מין",
            "תאריך לידה",
            "מקום לידה",
            "מצב משפחתי",
            "ציפיות שכר",
        ],
        Language::Arabic => [
            "الجنسية",
            "الجنس",
            "تاريخ الميلاد",
            "مكان الميلاد",
            "الحالة الاجتماعية",
            "الراتب المتوقع",
        ],
        Language::Persian => [
            "تابعیت",
            "جنسیت",
            "تاریخ تولد",
            "محل تولد",
            "وضعیت تأهل",
            "حقوق درخواستی",
        ],
        Language::SimplifiedChinese => {
            ["国籍", "性别", "出生日期", "出生地", "婚姻状况", "期望薪资"]
        }
        Language::TraditionalChinese => {
            ["國籍", "性別", "出生日期", "出生地", "婚姻狀況", "期望薪資"]
        }
        Language::Japanese => ["国籍", "性別", "生年月日", "出生地", "婚姻状況", "希望給与"],
        Language::Korean => [
            "국적",
            "성별",
            "생년월일",
            "출생지",
            "혼인 상태",
            "희망 연봉",
        ],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use cv::{Language, PersonalField};

    #[test]
    fn every_language_has_a_word_of_its_own_for_each() {
        for lang in Language::ALL {
            let words: BTreeSet<&str> = PersonalField::ALL
                .map(|field| super::label(*lang, field))
                .into();
            assert_eq!(words.len(), PersonalField::ALL.len(), "{}", lang.tag());
            assert!(
                words
                    .iter()
                    .all(|word| word.trim() == *word && !word.is_empty())
            );
        }
        let label = super::label(Language::Swedish, PersonalField::Salary);
        assert_eq!(label, "Löneanspråk");
    }
}
