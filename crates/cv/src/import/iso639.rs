//! The names of languages by their codes of three letters, as Europass has them.

use crate::language::Language;

/// ISO 639-2, bibliographic and terminological, then English and Swedish.
const NAMES: &[(&str, &str, &str, &str)] = &[
    ("alb", "sqi", "Albanian", "Albanska"),
    ("ara", "ara", "Arabic", "Arabiska"),
    ("arm", "hye", "Armenian", "Armeniska"),
    ("baq", "eus", "Basque", "Baskiska"),
    ("bos", "bos", "Bosnian", "Bosniska"),
    ("bul", "bul", "Bulgarian", "Bulgariska"),
    ("cat", "cat", "Catalan", "Katalanska"),
    ("chi", "zho", "Chinese", "Kinesiska"),
    ("cze", "ces", "Czech", "Tjeckiska"),
    ("dan", "dan", "Danish", "Danska"),
    ("dut", "nld", "Dutch", "Nederländska"),
    ("eng", "eng", "English", "Engelska"),
    ("est", "est", "Estonian", "Estniska"),
    ("fin", "fin", "Finnish", "Finska"),
    ("fre", "fra", "French", "Franska"),
    ("geo", "kat", "Georgian", "Georgiska"),
    ("ger", "deu", "German", "Tyska"),
    ("gle", "gle", "Irish", "Iriska"),
    ("gre", "ell", "Greek", "Grekiska"),
    ("heb", "heb", "Hebrew", "Hebreiska"),
    ("hin", "hin", "Hindi", "Hindi"),
    ("hrv", "hrv", "Croatian", "Kroatiska"),
    ("hun", "hun", "Hungarian", "Ungerska"),
    ("ice", "isl", "Icelandic", "Isländska"),
    ("ita", "ita", "Italian", "Italienska"),
    ("jpn", "jpn", "Japanese", "Japanska"),
    ("kor", "kor", "Korean", "Koreanska"),
    ("kur", "kur", "Kurdish", "Kurdiska"),
    ("lat", "lat", "Latin", "Latin"),
    ("lav", "lav", "Latvian", "Lettiska"),
    ("lit", "lit", "Lithuanian", "Litauiska"),
    ("mac", "mkd", "Macedonian", "Makedonska"),
    ("mlt", "mlt", "Maltese", "Maltesiska"),
    ("nor", "nob", "Norwegian", "Norska"),
    ("per", "fas", "Persian", "Persiska"),
    ("pol", "pol", "Polish", "Polska"),
    ("por", "por", "Portuguese", "Portugisiska"),
    ("rum", "ron", "Romanian", "Rumänska"),
    ("rus", "rus", "Russian", "Ryska"),
    ("slo", "slk", "Slovak", "Slovakiska"),
    ("slv", "slv", "Slovenian", "Slovenska"),
    ("som", "som", "Somali", "Somaliska"),
    ("spa", "spa", "Spanish", "Spanska"),
    ("srp", "srp", "Serbian", "Serbiska"),
    ("swe", "swe", "Swedish", "Svenska"),
    ("tir", "tir", "Tigrinya", "Tigrinska"),
    ("tur", "tur", "Turkish", "Turkiska"),
    ("ukr", "ukr", "Ukrainian", "Ukrainska"),
];

/// The name of a language in the document's language, or in English; a text that
/// is no code stays as it is.
pub(super) fn name(code: &str, language: Language) -> String {
    let found = NAMES.iter().find(|(first, second, _, _)| {
        code.eq_ignore_ascii_case(first) || code.eq_ignore_ascii_case(second)
    });
    match found {
        None => code.to_owned(),
        Some((_, _, _, swedish)) if language == Language::Swedish => (*swedish).to_owned(),
        Some((_, _, english, _)) => (*english).to_owned(),
    }
}
