//! The languages that documents are written in.

use serde::{Deserialize, Serialize};

macro_rules! languages {
    ($($variant:ident $tag:literal $name:literal),* $(,)?) => {
        /// The language that the document is written in. It decides headings, month
        /// names, the direction of the page and the PDF's language, and has nothing to
        /// do with the editor's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Language { $(#[serde(rename = $tag)] $variant),* }

        impl Language {
            /// Every language, in the order of a menu: those of the interface, then
            /// by their names, Latin letters first.
            pub const ALL: &[Language] = &[$(Language::$variant),*];

            /// BCP 47.
            pub fn tag(self) -> &'static str {
                match self { $(Language::$variant => $tag),* }
            }

            /// The language's name in itself, for a menu.
            pub fn name(self) -> &'static str {
                match self { $(Language::$variant => $name),* }
            }
        }
    };
}

languages! {
    Swedish "sv" "Svenska",
    English "en" "English",
    Czech "cs" "Čeština",
    Danish "da" "Dansk",
    German "de" "Deutsch",
    Estonian "et" "Eesti",
    Spanish "es" "Español",
    French "fr" "Français",
    Croatian "hr" "Hrvatski",
    Icelandic "is" "Íslenska",
    Italian "it" "Italiano",
    Latvian "lv" "Latviešu",
    Lithuanian "lt" "Lietuvių",
    Hungarian "hu" "Magyar",
    Dutch "nl" "Nederlands",
    Norwegian "nb" "Norsk bokmål",
    Polish "pl" "Polski",
    Portuguese "pt" "Português",
    Romanian "ro" "Română",
    Slovak "sk" "Slovenčina",
    Slovenian "sl" "Slovenščina",
    Finnish "fi" "Suomi",
    Turkish "tr" "Türkçe",
    Greek "el" "Ελληνικά",
    Bulgarian "bg" "Български",
    Russian "ru" "Русский",
    Ukrainian "uk" "Українська",
    Hebrew "he" "עברית",
    Arabic "ar" "العربية",
    Persian "fa" "فارسی",
    SimplifiedChinese "zh-Hans" "简体中文",
    TraditionalChinese "zh-Hant" "繁體中文",
    Japanese "ja" "日本語",
    Korean "ko" "한국어",
}

impl Language {
    /// Reads a BCP 47 tag by its primary language, and Chinese by its script or
    /// the places where that is written: `de-AT` is German, `zh-TW` traditional.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let tag = tag.trim().to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "zh" => {
                let traditional = |part| matches!(part, "hant" | "tw" | "hk" | "mo");
                // A script says it, whatever the place.
                let is_traditional = match parts.clone().find(|part| part.len() == 4) {
                    Some(script) => traditional(script),
                    None => parts.any(traditional),
                };
                Some(if is_traditional {
                    Language::TraditionalChinese
                } else {
                    Language::SimplifiedChinese
                })
            }
            // What Norwegian was called before its two forms had tags, and Hebrew
            // before 1989.
            "no" => Some(Language::Norwegian),
            "iw" => Some(Language::Hebrew),
            primary => {
                let mut all = Language::ALL.iter();
                all.find(|language| language.tag() == primary).copied()
            }
        }
    }

    /// Written from right to left: its pages are the mirror image of others.
    pub fn is_rtl(self) -> bool {
        matches!(
            self,
            Language::Hebrew | Language::Arabic | Language::Persian
        )
    }
}
