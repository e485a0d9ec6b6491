//! Headings of the sections that a new CV does not have: courses, driving licence,
//! patents, talks, military service, positions of trust; and of a section of one's
//! own to which no heading was given yet.

use cv::{Language, SectionKind};

/// `None` for a section that each language's table has.
pub(super) fn heading(lang: Language, kind: SectionKind) -> Option<&'static str> {
    let at = match kind {
        SectionKind::Courses => 0,
        SectionKind::DrivingLicence => 1,
        SectionKind::Patents => 2,
        SectionKind::Talks => 3,
        SectionKind::MilitaryService => 4,
        SectionKind::PositionsOfTrust => 5,
        SectionKind::Letter => return Some(super::letter::title(lang)),
        kind if kind.is_custom() => 6,
        _ => return None,
    };
    of(lang).get(at).copied()
}

#[rustfmt::skip]
fn of(lang: Language) -> [&'static str; 7] {
    match lang {
        Language::Swedish => ["Kurser", "Körkort", "Patent", "Föredrag", "Militärtjänst", "Förtroendeuppdrag", "Övrigt"],
        Language::English => ["Courses", "Driving licence", "Patents", "Talks", "Military service", "Positions of trust", "Other"],
        Language::Czech => ["Kurzy", "Řidičský průkaz", "Patenty", "Přednášky", "Vojenská služba", "Veřejné a čestné funkce", "Další informace"],
        Language::Danish => ["Kurser", "Kørekort", "Patenter", "Foredrag", "Militærtjeneste", "Tillidshverv", "Øvrigt"],
        Language::German => ["Weiterbildung", "Führerschein", "Patente", "Vorträge", "Wehrdienst", "Ehrenämter und Funktionen", "Sonstiges"],
        Language::Estonian => ["Kursused", "Juhiluba", "Patendid", "Ettekanded", "Ajateenistus", "Usaldusametid", "Muu"],
        Language::Spanish => ["Cursos", "Permiso de conducir", "Patentes", "Ponencias", "Servicio militar", "Cargos de representación", "Otros datos"],
        Language::French => ["Formations complémentaires", "Permis de conduire", "Brevets", "Conférences", "Service militaire", "Mandats", "Divers"],
        Language::Croatian => ["Tečajevi", "Vozačka dozvola", "Patenti", "Predavanja", "Vojni rok", "Počasne dužnosti", "Ostalo"],
        Language::Icelandic => ["Námskeið", "Ökuréttindi", "Einkaleyfi", "Fyrirlestrar", "Herþjónusta", "Trúnaðarstörf", "Annað"],
        Language::Italian => ["Corsi", "Patente di guida", "Brevetti", "Conferenze", "Servizio militare", "Incarichi di fiducia", "Altro"],
        Language::Latvian => ["Kursi", "Vadītāja apliecība", "Patenti", "Uzstāšanās", "Militārais dienests", "Sabiedriskie amati", "Cita informācija"],
        Language::Lithuanian => ["Kursai", "Vairuotojo pažymėjimas", "Patentai", "Pranešimai", "Karo tarnyba", "Visuomeninės pareigos", "Kita informacija"],
        Language::Hungarian => ["Tanfolyamok", "Vezetői engedély", "Szabadalmak", "Előadások", "Katonai szolgálat", "Tisztségek", "Egyéb"],
        Language::Dutch => ["Cursussen", "Rijbewijs", "Octrooien", "Lezingen", "Militaire dienst", "Bestuursfuncties", "Overig"],
        Language::Norwegian => ["Kurs", "Førerkort", "Patenter", "Foredrag", "Militærtjeneste", "Tillitsverv", "Annet"],
        Language::Polish => ["Kursy i szkolenia", "Prawo jazdy", "Patenty", "Wystąpienia", "Służba wojskowa", "Funkcje społeczne", "Inne"],
        Language::Portuguese => ["Cursos", "Carta de condução", "Patentes", "Palestras", "Serviço militar", "Cargos de confiança", "Outros"],
        Language::Romanian => ["Cursuri", "Permis de conducere", "Brevete", "Prezentări", "Serviciu militar", "Funcții de încredere", "Altele"],
        Language::Slovak => ["Kurzy", "Vodičský preukaz", "Patenty", "Prednášky", "Vojenská služba", "Verejné a čestné funkcie", "Ďalšie informácie"],
        Language::Slovenian => ["Tečaji", "Vozniško dovoljenje", "Patenti", "Predavanja", "Vojaški rok", "Častne funkcije", "Drugo"],
        Language::Finnish => ["Kurssit", "Ajokortti", "Patentit", "Esitelmät", "Asepalvelus", "Luottamustehtävät", "Muut tiedot"],
        Language::Turkish => ["Kurslar", "Sürücü belgesi", "Patentler", "Konuşmalar", "Askerlik hizmeti", "Üstlenilen görevler", "Diğer"],
        Language::Greek => ["Σεμινάρια", "Άδεια οδήγησης", "Διπλώματα ευρεσιτεχνίας", "Ομιλίες", "Στρατιωτική θητεία", "Τιμητικές θέσεις", "Λοιπά"],
        Language::Bulgarian => ["Курсове", "Свидетелство за управление", "Патенти", "Лекции", "Военна служба", "Обществени длъжности", "Друго"],
        Language::Russian => ["Курсы", "Водительское удостоверение", "Патенты", "Доклады", "Военная служба", "Общественные должности", "Прочее"],
        Language::Ukrainian => ["Курси", "Посвідчення водія", "Патенти", "Доповіді", "Військова служба", "Громадські посади", "Інше"],
        Language::Hebrew => ["קורסים", "רישיון נהיגה", "פטנטים", "הרצאות", "שירות צבאי", "תפקידים ציבוריים", "שונות"],
        Language::Arabic => ["الدورات", "رخصة القيادة", "براءات الاختراع", "المحاضرات", "الخدمة العسكرية", "المناصب الشرفية", "معلومات أخرى"],
        Language::Persian => ["دوره\u{200c}ها", "گواهینامه رانندگی", "ثبت اختراع", "سخنرانی\u{200c}ها", "خدمت سربازی", "مسئولیت\u{200c}های اجتماعی", "سایر موارد"],
        Language::SimplifiedChinese => ["培训课程", "驾驶执照", "专利", "演讲", "服兵役经历", "社会职务", "其他"],
        Language::TraditionalChinese => ["培訓課程", "駕駛執照", "專利", "演講", "兵役", "社會職務", "其他"],
        Language::Japanese => ["受講歴", "運転免許", "特許", "講演", "兵役", "役職", "その他"],
        Language::Korean => ["교육 이수", "운전면허", "특허", "강연", "병역", "대외 직책", "기타"],
    }
}
