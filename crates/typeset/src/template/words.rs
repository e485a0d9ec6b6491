//! The words that are printed in a document: headings, dates, labels.
//!
//! They follow the document's language, not the editor's, so they are not among
//! those of the interface. Each language is a table in a file of its own. A
//! custom that is not sure, such as which quotation marks are meant, no table
//! names, and the text then stays as it was typed.

use cv::{DateForm, Language, PartialDate, SectionKind};

mod ar;
mod bg;
mod cs;
mod da;
mod de;
mod el;
mod en;
mod es;
mod et;
mod fa;
mod fi;
#[cfg(feature = "html")]
mod foot;
mod fr;
mod he;
mod hr;
mod hu;
mod is;
mod it;
mod ja;
mod ko;
pub(crate) mod letter;
mod licence;
mod long;
mod lt;
mod lv;
mod nb;
mod nl;
pub(crate) mod personal;
mod pl;
mod pt;
mod ro;
mod ru;
mod sections;
mod sk;
mod sl;
mod sv;
mod tr;
mod uk;
mod zh_hans;
mod zh_hant;

#[cfg(feature = "html")]
pub(crate) use foot::{page_counted, page_report};
pub(crate) use licence::licence_class;

/// What one language says, and how it writes.
///
/// In a text `{name}`, `{page}` and `{pages}` stand for what they say, in a
/// date `{y}` for the year, `{mon}` for the month's name, `{m}` and `{d}` for
/// the numbers of month and day, and `{mm}` and `{dd}` for these in two figures.
struct Words {
    /// In the order of [`SectionKind::ALL`], as far as a new CV has them.
    headings: [&'static str; 13],
    /// The names of the months as they stand in dates, short where that is usual.
    months: &'static str,
    /// A date to the month, and to the day.
    month: &'static str,
    day: &'static str,
    /// Between two years, and between dates of several words.
    ranges: [&'static str; 2],
    /// The end of what has not ended.
    ongoing: &'static str,
    courses: &'static str,
    keywords: &'static str,
    score: &'static str,
    /// Between a label and what it labels, and between the words of a list.
    colon: &'static str,
    comma: &'static str,
    page_of: &'static str,
    photo_of: &'static str,
    /// What such a document is called.
    title: &'static str,
    /// Quotation marks, with the space that belongs within them.
    quotes: Option<[&'static str; 2]>,
    /// Between words, for a hyphen between spaces.
    dash: Option<char>,
    /// Words of one letter, which do not end a line.
    lone: &'static str,
    /// Marks that are parted from the word before, but never begin a line.
    spaced: &'static str,
    #[cfg(feature = "html")]
    web: Web,
}

/// What only a web page says.
#[cfg(feature = "html")]
struct Web {
    description: &'static str,
    pdf: &'static str,
    made_with: &'static str,
}

fn of(language: Language) -> &'static Words {
    match language {
        Language::Swedish => &sv::WORDS,
        Language::English => &en::WORDS,
        Language::Czech => &cs::WORDS,
        Language::Danish => &da::WORDS,
        Language::German => &de::WORDS,
        Language::Estonian => &et::WORDS,
        Language::Spanish => &es::WORDS,
        Language::French => &fr::WORDS,
        Language::Croatian => &hr::WORDS,
        Language::Icelandic => &is::WORDS,
        Language::Italian => &it::WORDS,
        Language::Latvian => &lv::WORDS,
        Language::Lithuanian => &lt::WORDS,
        Language::Hungarian => &hu::WORDS,
        Language::Dutch => &nl::WORDS,
        Language::Norwegian => &nb::WORDS,
        Language::Polish => &pl::WORDS,
        Language::Portuguese => &pt::WORDS,
        Language::Romanian => &ro::WORDS,
        Language::Slovak => &sk::WORDS,
        Language::Slovenian => &sl::WORDS,
        Language::Finnish => &fi::WORDS,
        Language::Turkish => &tr::WORDS,
        Language::Greek => &el::WORDS,
        Language::Bulgarian => &bg::WORDS,
        Language::Russian => &ru::WORDS,
        Language::Ukrainian => &uk::WORDS,
        Language::Hebrew => &he::WORDS,
        Language::Arabic => &ar::WORDS,
        Language::Persian => &fa::WORDS,
        Language::SimplifiedChinese => &zh_hans::WORDS,
        Language::TraditionalChinese => &zh_hant::WORDS,
        Language::Japanese => &ja::WORDS,
        Language::Korean => &ko::WORDS,
    }
}

/// The usual heading of a section.
pub fn heading(lang: Language, kind: SectionKind) -> &'static str {
    match of(lang).headings.get(kind as usize) {
        Some(heading) => heading,
        None => sections::heading(lang, kind).unwrap_or_default(),
    }
}

/// The kind of section that a usual heading of any of the languages means, of a line
/// in lower case.
pub fn kind_of_heading(line: &str) -> Option<SectionKind> {
    let of_any = Language::ALL.iter().flat_map(|lang| {
        // No text of a CV has a letter as one of its sections.
        let kinds = SectionKind::ALL.into_iter();
        let kinds = kinds.filter(|kind| *kind != SectionKind::Letter);
        kinds.map(|kind| (kind, heading(*lang, kind)))
    });
    let mut of_any = of_any.filter(|(_, heading)| heading.len().abs_diff(line.len()) <= 4);
    of_any
        .find(|(_, heading)| heading.to_lowercase() == line)
        .map(|(kind, _)| kind)
}

/// A date, as precise as it is: `mars 2021`, `9 Mar 2021`, `2021年3月`; or with long
/// names, in figures, or the year alone.
pub(crate) fn date(lang: Language, form: DateForm, date: PartialDate) -> String {
    let year = date.year();
    let month = date.month().filter(|_| form != DateForm::Years);
    let Some(month) = month else {
        return figures(lang, &year.to_string());
    };
    match form {
        DateForm::Iso => return figures(lang, &date.to_string()),
        DateForm::Slash => return figures(lang, &format!("{month:02}/{year}")),
        DateForm::Short | DateForm::Long | DateForm::Years => {}
    }
    let words = of(lang);
    let long = long::months(lang).filter(|_| form == DateForm::Long);
    let names = match lang {
        // Nobody's life in the other calendar reaches these years.
        Language::Persian if year < 1700 => fa::SOLAR_MONTHS,
        _ => long.unwrap_or(words.months),
    };
    let name = names.split(' ').nth(usize::from(month) - 1);
    let day = date.day().unwrap_or_default();
    let form = match date.day() {
        Some(_) => words.day,
        None => words.month,
    };
    let text = form
        .replace("{y}", &year.to_string())
        .replace("{mon}", name.unwrap_or_default())
        .replace("{m}", &month.to_string())
        .replace("{mm}", &format!("{month:02}"))
        .replace("{dd}", &format!("{day:02}"));
    let text = match (lang, day) {
        (Language::French, 1) => text.replace("{d}", "1er"),
        _ => text.replace("{d}", &day.to_string()),
    };
    figures(lang, &text)
}

/// Between two years.
pub(crate) fn between_years(lang: Language) -> &'static str {
    of(lang).ranges[0]
}

/// Between two dates, at least one of which is more than a year.
pub(crate) fn between_dates(lang: Language) -> &'static str {
    of(lang).ranges[1]
}

pub(crate) fn ongoing(lang: Language) -> &'static str {
    of(lang).ongoing
}

pub(crate) fn courses(lang: Language) -> &'static str {
    of(lang).courses
}

pub(crate) fn keywords(lang: Language) -> &'static str {
    of(lang).keywords
}

pub(crate) fn score(lang: Language) -> &'static str {
    of(lang).score
}

/// Word, colon, value: "Courses: Statistics, Algebra".
pub(crate) fn labelled(lang: Language, label: &str, value: &str) -> String {
    format!("{label}{}{value}", of(lang).colon)
}

/// Between the words of a list.
pub(crate) fn comma(lang: Language) -> &'static str {
    of(lang).comma
}

pub(crate) fn page_of(lang: Language, page: u64, pages: u64) -> String {
    let text = of(lang).page_of.replace("{page}", &page.to_string());
    figures(lang, &text.replace("{pages}", &pages.to_string()))
}

/// What a photograph shows, for those who do not see it.
pub fn photo_of(lang: Language, name: &str) -> String {
    let words = of(lang).photo_of;
    if name.is_empty() {
        // The noun alone: a word with a space or a colon around it, or in Chinese and
        // Japanese what stands behind the particle.
        let ends = |c: char| c.is_whitespace() || matches!(c, ':' | 'の' | '的');
        let mut nouns = words.split(ends).filter(|word| !word.is_empty());
        return nouns
            .find(|word| !word.contains('{'))
            .unwrap_or(words)
            .to_owned();
    }
    words.replace("{name}", name)
}

/// The title of a document whose owner has no name yet.
pub(crate) fn title(lang: Language) -> &'static str {
    of(lang).title
}

/// The document's title in the PDF.
pub(crate) fn titled(what: &str, name: &str) -> String {
    format!("{what} – {name}")
}

/// Quotation marks, opening and closing, if they are sure.
pub(super) fn quotes(lang: Language) -> Option<[&'static str; 2]> {
    of(lang).quotes
}

/// For a hyphen between spaces.
pub(super) fn dash(lang: Language) -> Option<char> {
    of(lang).dash
}

/// Words of one letter that do not end a line.
pub(super) fn lone(lang: Language) -> &'static str {
    of(lang).lone
}

/// Marks with a space before them that no line begins with.
pub(super) fn spaced(lang: Language) -> &'static str {
    of(lang).spaced
}

/// What a search engine or a chat shows of a page whose owner gave no label.
#[cfg(feature = "html")]
pub(crate) fn page_description(lang: Language, name: &str) -> String {
    of(lang).web.description.replace("{name}", name)
}

#[cfg(feature = "html")]
pub(crate) fn page_pdf(lang: Language) -> &'static str {
    of(lang).web.pdf
}

/// The same in every language: a name.
#[cfg(feature = "html")]
pub(crate) fn page_json(_: Language) -> &'static str {
    "JSON Resume"
}

#[cfg(feature = "html")]
pub(crate) fn page_vcard(_: Language) -> &'static str {
    "vCard"
}

#[cfg(feature = "html")]
pub(crate) fn page_text(_: Language) -> &'static str {
    "TXT"
}

#[cfg(feature = "html")]
pub(crate) fn page_made_with(lang: Language) -> &'static str {
    of(lang).web.made_with
}

/// Numbers in the figures of the language. Arabic has two kinds, and people put
/// the western ones into CVs.
fn figures(lang: Language, text: &str) -> String {
    let figure = |c: char| match c.to_digit(10) {
        Some(digit) => char::from_u32(0x6f0 + digit).unwrap_or(c),
        None => c,
    };
    match lang {
        Language::Persian => text.chars().map(figure).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use cv::{DateForm, Language, PartialDate, SectionKind};

    use super::of;

    #[test]
    fn every_language_says_everything() {
        for lang in Language::ALL {
            let words = of(*lang);
            let tag = lang.tag();
            assert_eq!(words.months.split(' ').count(), 12, "{tag}");
            for kind in SectionKind::ALL {
                assert!(!super::heading(*lang, kind).is_empty(), "{tag}");
            }
            for text in [
                words.ongoing,
                words.courses,
                words.keywords,
                words.score,
                words.title,
            ] {
                assert!(!text.is_empty() && text.trim() == text, "{tag} {text:?}");
            }
            for (text, marks) in [
                (words.page_of, &["{page}", "{pages}"][..]),
                (words.photo_of, &["{name}"]),
                (words.month, &["{y}", "{m"]),
                (words.day, &["{y}", "{m", "{d"]),
            ] {
                assert!(marks.iter().all(|m| text.contains(m)), "{tag} {text:?}");
            }
            #[cfg(feature = "html")]
            assert!(words.web.description.contains("{name}"), "{tag}");
        }
    }

    #[test]
    fn a_table_is_in_the_letters_of_its_language() {
        let letters = |lang| {
            let words = of(lang);
            let headings = SectionKind::ALL.map(|kind| super::heading(lang, kind));
            let mut all = headings.join("") + words.ongoing + words.months;
            all.retain(char::is_alphabetic);
            all
        };
        for lang in Language::ALL {
            let own: fn(char) -> bool = match lang {
                Language::Greek => |c| ('\u{370}'..='\u{3ff}').contains(&c),
                Language::Bulgarian | Language::Russian | Language::Ukrainian => {
                    |c| ('\u{400}'..='\u{4ff}').contains(&c)
                }
                Language::Hebrew => |c| ('\u{5d0}'..='\u{5ea}').contains(&c),
                Language::Arabic | Language::Persian => |c| ('\u{620}'..='\u{6d2}').contains(&c),
                Language::SimplifiedChinese | Language::TraditionalChinese => {
                    |c| ('\u{4e00}'..='\u{9fff}').contains(&c)
                }
                Language::Japanese => |c| ('\u{3041}'..='\u{9fff}').contains(&c),
                Language::Korean => |c| ('\u{ac00}'..='\u{d7a3}').contains(&c),
                _ => |c| c < '\u{250}' || c == '’',
            };
            let foreign: String = letters(*lang).chars().filter(|c| !own(*c)).collect();
            assert_eq!(foreign, "", "{}", lang.tag());
        }
    }

    #[test]
    fn dates_stand_as_each_language_has_them() {
        let date =
            |lang, text: &str| super::date(lang, DateForm::Short, text.parse().expect("a date"));
        let mut all = String::new();
        for lang in Language::ALL {
            let (month, day) = (date(*lang, "2021-03"), date(*lang, "2021-03-09"));
            all += &format!("{} {month}, {day}\n", lang.tag()).replace('\u{a0}', "~");
        }
        insta::assert_snapshot!(all, @r"
        sv mars 2021, 9 mars 2021
        en Mar 2021, 9 Mar 2021
        cs březen 2021, 9.~3.~2021
        da marts 2021, 9. marts 2021
        de März 2021, 9. März 2021
        et märts 2021, 9. märts 2021
        es mar 2021, 9 mar 2021
        fr mars 2021, 9 mars 2021
        hr ožujak 2021., 9.~3.~2021.
        is mars 2021, 9. mars 2021
        it mar 2021, 9 mar 2021
        lv 2021. g. marts, 09.03.2021.
        lt 2021-03, 2021-03-09
        hu 2021. márc., 2021. márc. 9.
        nl mrt. 2021, 9 mrt. 2021
        nb mars 2021, 9. mars 2021
        pl mar 2021, 9 mar 2021
        pt mar. 2021, 9 de mar. de 2021
        ro mar. 2021, 9 mar. 2021
        sk marec 2021, 9.~3.~2021
        sl mar. 2021, 9. mar. 2021
        fi 3/2021, 9.3.2021
        tr Mar 2021, 9 Mar 2021
        el Μάρ 2021, 9/3/2021
        bg март 2021, 9.03.2021
        ru март 2021, 09.03.2021
        uk березень 2021, 09.03.2021
        he מרץ 2021, 9 במרץ 2021
        ar مارس 2021, 9 مارس 2021
        fa مارس ۲۰۲۱, ۹ مارس ۲۰۲۱
        zh-Hans 2021年3月, 2021年3月9日
        zh-Hant 2021年3月, 2021年3月9日
        ja 2021年3月, 2021年3月9日
        ko 2021년 3월, 2021년 3월 9일
        ");
        assert_eq!(date(Language::French, "2021-03-01"), "1er mars 2021");
        assert_eq!(date(Language::Persian, "1400-01"), "فروردین ۱۴۰۰");
        assert_eq!(date(Language::English, "2021"), "2021");
        let none = PartialDate::new(2021, Some(13), None);
        assert_eq!(none, None);
    }
}
