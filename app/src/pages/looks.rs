//! The panel in which the owner of a CV chooses its looks. The server writes it
//! once, with every template and font pair that there is; the editor
//! (`editor/design.rs`) reads and sets its fields by their names, so that neither
//! its words nor its markup are part of the program.

use leptos::prelude::*;
use texts::{Lang, looks as t};

/// The dialog, and the names of its fields.
pub(crate) const PANEL: &str = "looks";
pub(crate) const TEMPLATE: &str = "template";
pub(crate) const FONTS: &str = "fonts";
pub(crate) const ACCENT: &str = "accent";
pub(crate) const SIZE: &str = "size";
pub(crate) const SPACING: &str = "spacing";
pub(crate) const MARGINS: &str = "margins";
pub(crate) const PAGE_NUMBERS: &str = "page-numbers";
pub(crate) const RUNNING_NAME: &str = "running-name";
pub(crate) const ICONS: &str = "icons";
pub(crate) const DATES: &str = "dates";
pub(crate) const LEVELS: &str = "levels";
/// Buttons: fit on so many pages, and as the template has it.
pub(crate) const FIT: &str = "fit";
pub(crate) const RESET: &str = "reset";

/// An accent colour: its value, by which the style sheet knows it too, and name.
type Color = (&'static str, fn(Lang) -> &'static str);

/// Colours that print well and can be read on white.
const COLORS: [Color; 8] = [
    ("#1d5561", t::petrol),
    ("#2f5d8a", t::blue),
    ("#3d4f9f", t::indigo),
    ("#6b3a6e", t::plum),
    ("#9a2f3f", t::red),
    ("#9c4a1a", t::rust),
    ("#3f6b3a", t::green),
    ("#33393b", t::graphite),
];

/// Something to choose: how documents name it, how people do, and its value.
struct Choice {
    name: &'static str,
    title: &'static str,
    value: String,
    /// Whether it is a template with a second column.
    side: bool,
}

fn templates() -> Vec<Choice> {
    #[cfg(feature = "ssr")]
    let all = typeset::template::ALL
        .iter()
        .map(|template| Choice {
            name: template.name,
            title: template.title,
            value: serde_json::to_string(&template.for_document()).unwrap_or_default(),
            side: template.has_side(),
        })
        .collect();
    #[cfg(not(feature = "ssr"))]
    let all = Vec::new();
    all
}

fn pairs() -> Vec<Choice> {
    #[cfg(feature = "ssr")]
    let all = typeset::template::PAIRS
        .iter()
        .map(|pair| Choice {
            name: pair.name,
            title: pair.title,
            value: pair.name.to_owned(),
            side: false,
        })
        .collect();
    #[cfg(not(feature = "ssr"))]
    let all = Vec::new();
    all
}

/// What is said of a template, where there is something to say.
fn about(name: &str, lang: Lang) -> &'static str {
    match name {
        "linne" => t::linne(lang),
        "celsius" => t::celsius(lang),
        "berzelius" => t::berzelius(lang),
        "hilma" => t::hilma(lang),
        "rudbeck" => t::rudbeck(lang),
        "lagerlof" => t::lagerlof(lang),
        "kovalevsky" => t::kovalevsky(lang),
        "polhem" => t::polhem(lang),
        _ => "",
    }
}

pub(super) fn looks(lang: Lang) -> impl IntoView {
    view! {
        <dialog class="dialog looks" id=PANEL aria-labelledby="looks-title">
            <form class="dialog-body" method="dialog">
                <div class="looks-head">
                    <h2 id="looks-title">{t::title(lang)}</h2>
                    <button class="button plain">{t::close(lang)}</button>
                </div>
                <fieldset class="templates">
                    <legend>{t::template(lang)}</legend>
                    {templates().into_iter().map(|choice| template(choice, lang)).collect_view()}
                </fieldset>
                <fieldset class="fit">
                    <legend>{t::fit(lang)}</legend>
                    <div class="actions">
                        <button type="button" class="button" name=FIT value="1">{t::fit_one(lang)}</button>
                        <button type="button" class="button" name=FIT value="2">{t::fit_two(lang)}</button>
                    </div>
                    <output
                        data-fits=t::fits(lang, "{margins}", "{pages}", "{size}", "{spacing}")
                        data-as-it-is=t::fits_as_it_is(lang)
                        data-beyond=t::fits_not(lang, "{lines}", "{pages}")
                    ></output>
                </fieldset>
                <fieldset class="steps">
                    <legend>{t::room(lang)}</legend>
                    {step(SIZE, t::size(lang))}
                    {step(SPACING, t::spacing(lang))}
                    {step(MARGINS, t::margins(lang))}
                </fieldset>
                <fieldset class="colors">
                    <legend>{t::accent(lang)}</legend>
                    {color("", t::accent_usual(lang))}
                    {COLORS.into_iter().map(|(value, name)| color(value, name(lang))).collect_view()}
                </fieldset>
                <label class="field">
                    <span>{t::fonts(lang)}</span>
                    <select name=FONTS>
                        <option value="">{t::fonts_usual(lang)}</option>
                        {pairs()
                            .into_iter()
                            .map(|pair| view! { <option value=pair.value>{pair.title}</option> })
                            .collect_view()}
                    </select>
                </label>
                {choice(DATES, t::dates(lang), &[
                    ("", t::dates_usual(lang)),
                    ("short", t::dates_short(lang)),
                    ("long", t::dates_long(lang)),
                    ("iso", t::dates_iso(lang)),
                    ("slash", t::dates_slash(lang)),
                    ("years", t::dates_years(lang)),
                ])}
                {choice(LEVELS, t::levels(lang), &[
                    ("", t::levels_usual(lang)),
                    ("words", t::levels_words(lang)),
                    ("dots", t::levels_dots(lang)),
                    ("bar", t::levels_bar(lang)),
                    ("none", t::levels_none(lang)),
                ])}
                {check(ICONS, t::icons(lang))}
                <fieldset>
                    <legend>{t::later_pages(lang)}</legend>
                    {check(PAGE_NUMBERS, t::page_numbers(lang))}
                    {check(RUNNING_NAME, t::running_name(lang))}
                </fieldset>
                <div class="actions">
                    <button type="button" class="button plain" name=RESET>{t::reset(lang)}</button>
                </div>
            </form>
        </dialog>
    }
}

/// A template with the first page of one's own CV in it.
fn template(choice: Choice, lang: Lang) -> impl IntoView {
    view! {
        <label class="template">
            <input type="radio" name=TEMPLATE value=choice.name data-template=choice.value data-side=choice.side/>
            <span class="page" aria-hidden="true"></span>
            <strong>{choice.title}</strong>
            <small>{about(choice.name, lang)}</small>
        </label>
    }
}

/// Values as documents write them, and what people call them.
fn choice(
    name: &'static str,
    label: &'static str,
    values: &[(&'static str, &'static str)],
) -> impl IntoView + use<> {
    let options = values.iter().map(|(value, label)| {
        let (value, label) = (*value, *label);
        view! { <option value=value>{label}</option> }
    });
    view! {
        <label class="field">
            <span>{label}</span>
            <select name=name>{options.collect_view()}</select>
        </label>
    }
}

fn step(name: &'static str, label: &'static str) -> impl IntoView {
    view! {
        <label>
            <span>{label}</span>
            <input type="range" name=name min="-3" max="3" step="1"/>
        </label>
    }
}

fn color(value: &'static str, label: &'static str) -> impl IntoView {
    view! {
        <label class="color" title=label>
            <input type="radio" name=ACCENT value=value aria-label=label/>
        </label>
    }
}

fn check(name: &'static str, label: &'static str) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" name=name/>
            <span>{label}</span>
        </label>
    }
}
