//! What a driving licence may be for, where it is more than a letter: tractors, the
//! certificate of professional competence (in Sweden YKB, directive 2022/2561),
//! fork-lift trucks. The European classes and ADR are the same in every language.

use std::borrow::Cow;

use cv::Language;
use cv::schema::LICENCE_CLASSES;

/// A class as the language calls it; anything else as it was written.
pub(crate) fn licence_class(lang: Language, class: Cow<'_, str>) -> Cow<'_, str> {
    let word = class.trim();
    let Some(known) = LICENCE_CLASSES
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(word))
    else {
        return class;
    };
    let [tractor, competence, truck] = of(lang);
    Cow::Borrowed(match known {
        "traktor" => tractor,
        "ykb" => competence,
        "truck" => truck,
        "adr" => "ADR",
        letters => letters,
    })
}

#[rustfmt::skip]
fn of(lang: Language) -> [&'static str; 3] {
    match lang {
        Language::Swedish => ["traktor", "YKB", "truckkort"],
        Language::English => ["tractor", "driver CPC", "forklift licence"],
        Language::Czech => ["traktor", "profesní způsobilost řidiče", "průkaz na vysokozdvižný vozík"],
        Language::Danish => ["traktor", "chaufføruddannelsesbevis", "truckcertifikat"],
        Language::German => ["Traktor", "Berufskraftfahrerqualifikation", "Staplerschein"],
        Language::Estonian => ["traktor", "autojuhi ametipädevus", "tõstukijuhi tunnistus"],
        Language::Spanish => ["tractor", "CAP", "carné de carretillero"],
        Language::French => ["tracteur", "carte de qualification de conducteur", "CACES chariot élévateur"],
        Language::Croatian => ["traktor", "stručna osposobljenost vozača", "viličar"],
        Language::Icelandic => ["dráttarvél", "atvinnuréttindi", "lyftararéttindi"],
        Language::Italian => ["trattore", "CQC", "patentino per carrelli elevatori"],
        Language::Latvian => ["traktors", "profesionālā kvalifikācija (95)", "iekrāvēja vadītāja apliecība"],
        Language::Lithuanian => ["traktorius", "profesinė kompetencija (95)", "krautuvo vairuotojo pažymėjimas"],
        Language::Hungarian => ["traktor", "GKI", "targoncavezetői engedély"],
        Language::Dutch => ["tractor", "vakbekwaamheid (code 95)", "heftruckcertificaat"],
        Language::Norwegian => ["traktor", "yrkessjåførkompetanse", "truckførerbevis"],
        Language::Polish => ["ciągnik", "kwalifikacja zawodowa kierowcy", "uprawnienia na wózki widłowe"],
        Language::Portuguese => ["trator", "CAM", "manobrador de empilhador"],
        Language::Romanian => ["tractor", "CPC", "permis de stivuitorist"],
        Language::Slovak => ["traktor", "kvalifikačná karta vodiča", "preukaz na vysokozdvižný vozík"],
        Language::Slovenian => ["traktor", "poklicna kvalifikacija voznika", "viličar"],
        Language::Finnish => ["traktori", "ammattipätevyys", "trukkikortti"],
        Language::Turkish => ["traktör", "SRC", "forklift operatör belgesi"],
        Language::Greek => ["τρακτέρ", "ΠΕΙ", "άδεια περονοφόρου"],
        Language::Bulgarian => ["трактор", "карта за квалификация на водача", "мотокарист"],
        Language::Russian => ["трактор", "карта квалификации водителя", "удостоверение водителя погрузчика"],
        Language::Ukrainian => ["трактор", "професійна компетентність водія", "посвідчення водія навантажувача"],
        Language::Hebrew => ["טרקטור", "כשירות מקצועית לנהיגה", "מלגזה"],
        Language::Arabic => ["جرار", "شهادة الكفاءة المهنية", "رافعة شوكية"],
        Language::Persian => ["تراکتور", "گواهی صلاحیت حرفه\u{200c}ای", "لیفتراک"],
        Language::SimplifiedChinese => ["拖拉机", "职业驾驶资格", "叉车证"],
        Language::TraditionalChinese => ["曳引機", "職業駕駛資格", "堆高機"],
        Language::Japanese => ["トラクター", "職業運転資格", "フォークリフト"],
        Language::Korean => ["트랙터", "직업 운전 자격", "지게차"],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use cv::Language;
    use cv::schema::LICENCE_CLASSES;

    use super::licence_class;

    #[test]
    fn every_language_tells_all_classes_apart() {
        for lang in Language::ALL {
            let words: BTreeSet<_> = LICENCE_CLASSES
                .into_iter()
                .map(|class| licence_class(*lang, class.into()))
                .collect();
            assert_eq!(words.len(), LICENCE_CLASSES.len(), "{}", lang.tag());
            assert!(
                words
                    .iter()
                    .all(|word| word.trim() == word && !word.is_empty())
            );
        }
    }

    #[test]
    fn letters_stay_letters_and_what_is_not_known_stays() {
        let word = |text: &'static str| licence_class(Language::Swedish, text.into());
        assert_eq!(word("BE"), "BE");
        assert_eq!(word("be"), "BE");
        assert_eq!(word("ykb"), "YKB");
        assert_eq!(word("Truck"), "truckkort");
        assert_eq!(word("B med kod 96"), "B med kod 96");
        assert_eq!(
            licence_class(Language::Finnish, "truck".into()),
            "trukkikortti"
        );
    }
}
