//! What is offered in fields for how well somebody knows something: levels of the
//! Common European Framework and one's mother tongue, in the document's language.
//! Whatever else is typed is as good.

use cv::{Language, Touched};
use leptos::prelude::*;

use super::editing::Editing;
use super::field::{FLUENCY, LEVELS};

#[component]
pub(super) fn Suggestions() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let language = Memo::new(move |_| editing.at(Touched::Look, |d| d.language));
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

#[cfg(test)]
mod tests {
    use cv::Language;

    #[test]
    fn offered_levels_are_drawn_in_their_order() {
        for language in [Language::Swedish, Language::English, Language::Finnish] {
            let levels = super::levels(language).into_iter().map(cv::level::of);
            assert!(levels.eq((1..=5).map(Some)), "{language:?}");
        }
    }
}
