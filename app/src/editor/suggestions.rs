//! What is offered in fields for how well somebody knows something: levels of the
//! Common European Framework and one's mother tongue, in the document's language; and
//! how a letter begins and ends. Whatever else is typed is as good.

use cv::{Field, Language, Touched};
use leptos::prelude::*;

use super::editing::Editing;
use super::field::{CLOSINGS, FLUENCY, LEVELS, SALUTATIONS};

#[component]
pub(super) fn Suggestions() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let language = Memo::new(move |_| editing.at(Touched::Look, |d| d.language));
    let recipient = Memo::new(move |_| {
        let item = editing.at(Touched::Sections, |d| d.letter_item().map(|item| item.id));
        item.map(|item| editing.text(item, Field::Recipient))
            .unwrap_or_default()
    });
    let options = |words: Vec<&'static str>| {
        words
            .into_iter()
            .map(|word| view! { <option value=word></option> })
            .collect_view()
    };
    view! {
        <datalist id=FLUENCY>
            {move || {
                let own = cv::level::mother_tongue(language.get());
                options(cv::level::CEFR.into_iter().chain([own]).collect())
            }}
        </datalist>
        <datalist id=SALUTATIONS>
            {move || salutations(language.get(), &recipient.get())
                .into_iter()
                .map(|text| view! { <option value=text></option> })
                .collect_view()}
        </datalist>
        <datalist id=CLOSINGS>{move || options(closings(language.get()).to_vec())}</datalist>
        <datalist id=LEVELS>{move || options(levels(language.get()))}</datalist>
    }
}

/// Words that are drawn as what they mean; where we have none, figures.
fn levels(language: Language) -> Vec<&'static str> {
    match language {
        Language::Swedish => vec!["nybörjare", "grundläggande", "god", "avancerad", "expert"],
        Language::English => vec!["beginner", "basic", "intermediate", "advanced", "expert"],
        _ => vec!["1/5", "2/5", "3/5", "4/5", "5/5"],
    }
}

/// How a letter to somebody begins: by the first name in Swedish, which has no other
/// way that is not stiff; and where nobody is named.
fn salutations(language: Language, recipient: &str) -> Vec<String> {
    // What somebody is stands behind a comma.
    let name = recipient.split(',').next().unwrap_or_default().trim();
    let first = name.split_whitespace().next();
    match (language, first) {
        (Language::Swedish, Some(first)) => vec![format!("Hej {first},"), "Hej!".to_owned()],
        (Language::Swedish, None) => vec!["Hej!".to_owned()],
        (Language::English, Some(_)) => {
            vec![format!("Dear {name},"), "Dear Hiring Manager,".to_owned()]
        }
        (Language::English, None) => vec!["Dear Hiring Manager,".to_owned()],
        _ => Vec::new(),
    }
}

/// How it ends; nothing in languages whose customs we are not sure of.
fn closings(language: Language) -> &'static [&'static str] {
    match language {
        Language::Swedish => &["Med vänliga hälsningar", "Vänliga hälsningar"],
        Language::English => &["Yours sincerely", "Kind regards"],
        Language::German => &["Mit freundlichen Grüßen", "Freundliche Grüße"],
        Language::Danish => &["Med venlig hilsen"],
        Language::Norwegian => &["Med vennlig hilsen"],
        Language::Finnish => &["Ystävällisin terveisin"],
        Language::Dutch => &["Met vriendelijke groet"],
        Language::French => &["Cordialement"],
        Language::Spanish => &["Atentamente"],
        Language::Italian => &["Cordiali saluti"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use cv::Language;

    #[test]
    fn a_letter_is_begun_as_its_language_does() {
        let of = super::salutations;
        assert_eq!(of(Language::Swedish, "Anna Berg, chef")[0], "Hej Anna,");
        assert_eq!(of(Language::Swedish, " "), ["Hej!"]);
        assert_eq!(
            of(Language::English, "Anna Berg, Head of Data"),
            ["Dear Anna Berg,", "Dear Hiring Manager,"]
        );
        assert!(of(Language::Finnish, "Anna").is_empty());
        // "Dear Sir" says nothing in Swedish, and no comma follows the end.
        let ends = super::closings(Language::Swedish);
        assert!(ends.iter().all(|text| !text.ends_with(',')));
    }

    #[test]
    fn offered_levels_are_drawn_in_their_order() {
        for language in [Language::Swedish, Language::English, Language::Finnish] {
            let levels = super::levels(language).into_iter().map(cv::level::of);
            assert!(levels.eq((1..=5).map(Some)), "{language:?}");
        }
    }
}
