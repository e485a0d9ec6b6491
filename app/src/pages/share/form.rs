//! The two forms of a link: what it shows, and what is said of it.

use cv::PersonalField;
use leptos::prelude::*;
use privacy::Asked;
use texts::{Lang, details, links as t, site};

use super::{DAY, ENDS, KEEP, Place, ShowForm, TermsForm, Version};
use crate::editor::{detail_name, field_name};
use crate::page::share_path;
use crate::pages::account::date;
use crate::pages::privacy::{why, why_id};

/// The address of the preview with what is chosen.
pub(super) fn preview(id: &str, form: &ShowForm, version: Option<&str>) -> String {
    let mut chosen: Vec<String> = Vec::new();
    let shown = form.fields.iter().filter(|(_, shown)| *shown);
    chosen.extend(shown.map(|(field, _)| format!("show={}", field.json())));
    let shown = form.details.iter().filter(|(_, shown)| *shown);
    chosen.extend(shown.map(|(field, _)| format!("detail={}", field.json())));
    let hidden = form.places.iter().filter(|place| place.hidden);
    chosen.extend(hidden.map(|place| format!("hide={}", place.id)));
    chosen.extend(form.contacts.then(|| "contacts=1".to_owned()));
    chosen.extend(form.anonymous.then(|| "anonymous=1".to_owned()));
    chosen.extend(version.map(|id| format!("in={id}")));
    format!("{}/page?{}", share_path(id), chosen.join("&"))
}

/// What is shown.
pub(super) fn show(id: &str, form: &ShowForm, lang: Lang) -> impl IntoView + use<> {
    let fields = form.fields.iter();
    let fields = fields
        .map(|(field, shown)| check("show", field.json(), *shown, field_name(*field, lang)))
        .collect_view();
    let personal = personal(&form.details, lang);
    let places = places(&form.places, lang);
    let versions = versions(id, form, lang);
    let warnings = form.warnings.iter().cloned();
    let warnings: Vec<_> = warnings.map(|text| view! { <li>{text}</li> }).collect();
    let warnings = (!warnings.is_empty()).then(|| {
        view! {
            <section class="warnings" aria-labelledby="warnings">
                <h2 id="warnings">{t::warnings(lang)}</h2>
                <ul>{warnings}</ul>
            </section>
        }
    });
    view! {
        <input type="hidden" name="version" value=form.version.to_string()/>
        <fieldset>
            <legend>{site::share_shown(lang)}</legend>
            {fields}
            {check("contacts", "1", form.contacts, t::contacts(lang))}
            <p class="detail">{site::share_shown_hint(lang)}</p>
        </fieldset>
        {personal}
        <fieldset>
            <legend>{t::anonymous_title(lang)}</legend>
            {check("anonymous", "1", form.anonymous, t::anonymous(lang))}
            <p class="detail">{t::anonymous_hint(lang)}</p>
        </fieldset>
        {places}
        {versions}
        {warnings}
    }
}

pub(super) fn check(
    name: &'static str,
    value: &'static str,
    shown: bool,
    label: &'static str,
) -> impl IntoView + use<> {
    view! {
        <label class="check">
            <input type="checkbox" name=name value=value checked=shown/>
            <span>{label}</span>
        </label>
    }
}

/// The personal details, where there are any: none is ticked by itself.
fn personal(fields: &[(PersonalField, bool)], lang: Lang) -> Option<impl IntoView + use<>> {
    let checks: Vec<_> = fields
        .iter()
        .map(|(field, shown)| check("detail", field.json(), *shown, detail_name(*field, lang)))
        .collect();
    (!checks.is_empty()).then(|| {
        view! {
            <fieldset>
                <legend>{details::share_title(lang)}</legend>
                <p>{details::share_warning(lang)}</p>
                {checks}
                <p class="detail">{details::share_hint(lang)}</p>
            </fieldset>
        }
    })
}

/// Sections and entries, each of which can be hidden. Opened where one is.
fn places(places: &[Place], lang: Lang) -> Option<impl IntoView + use<>> {
    let open = places.iter().any(|place| place.hidden);
    let lines: Vec<_> = places
        .iter()
        .map(|place| {
            let class = if place.is_section {
                "check"
            } else {
                "check entry"
            };
            view! {
                <label class=class>
                    <input
                        type="checkbox"
                        name="hide"
                        value=place.id.to_string()
                        checked=place.hidden
                    />
                    <span>{place.name.clone()}</span>
                </label>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <details class="places" open=open>
                <summary>{t::places(lang)}</summary>
                <fieldset>
                    <legend class="visually-hidden">{t::places(lang)}</legend>
                    {lines}
                </fieldset>
            </details>
        }
    })
}

/// The same CV in other languages.
fn versions(id: &str, form: &ShowForm, lang: Lang) -> Option<impl IntoView + use<>> {
    let line = |version: &Version| {
        let look = preview(id, form, Some(&version.id));
        let name = format!("{}: {}", version.language, version.name);
        view! {
            <p class="version">
                <label class="check">
                    <input
                        type="checkbox"
                        name="variant"
                        value=format!("{}.{}", version.id, version.version)
                        checked=version.shown
                    />
                    <span>{name}</span>
                </label>
                <a href=look>{t::variant_look(lang)}</a>
            </p>
        }
    };
    let lines: Vec<_> = form.variants.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <fieldset>
                <legend>{t::variants(lang)}</legend>
                {lines}
                <p class="detail">{t::variants_hint(lang)}</p>
            </fieldset>
        }
    })
}

/// What is said of a link.
pub(super) fn terms(form: &TermsForm, address: &str, lang: Lang) -> impl IntoView + use<> {
    let end = |value: &'static str, label: String| {
        let checked = form.ends == value;
        view! {
            <label class="check">
                <input type="radio" name="ends" value=value checked=checked/>
                <span>{label}</span>
            </label>
        }
    };
    let keep = (form.ends == KEEP || form.expires_at.is_some()).then(|| {
        let label = match form.expires_at {
            Some(at) => t::ends_keep(lang, date(at - 1)),
            None => t::ends_never(lang).to_owned(),
        };
        end(KEEP, label)
    });
    let spans: Vec<_> = ENDS
        .iter()
        .map(|(value, months)| end(value, t::ends_months(lang, u64::from(*months))))
        .collect();
    let (first, last) = form.days.clone();
    view! {
        <label class="slug" for="name">{t::name(lang)}</label>
        <input
            type="text"
            id="name"
            name="name"
            value=form.name.clone()
            maxlength="80"
            autocomplete="off"
            aria-describedby=format!("name-hint {}", why_id(Asked::LinkName))
        />
        <p class="detail" id="name-hint">{t::name_hint(lang)}</p>
        {why(Asked::LinkName, lang)}
        <label class="slug" for="slug">{site::share_address(lang)}</label>
        <div class="address">
            <span aria-hidden="true">{address.to_owned()}</span>
            <input
                type="text"
                id="slug"
                name="slug"
                value=form.slug.clone()
                required
                minlength="3"
                maxlength="60"
                pattern="[a-z0-9\\-]{3,60}"
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=format!("slug-hint {}", why_id(Asked::LinkSlug))
            />
        </div>
        <p class="detail" id="slug-hint">{site::share_address_hint(lang)}</p>
        {why(Asked::LinkSlug, lang)}
        <fieldset>
            <legend>{t::ends(lang)}</legend>
            {keep}
            {spans}
            <div class="own-day">
                {end(DAY, t::ends_day(lang).to_owned())}
                <input
                    type="date"
                    name="day"
                    value=form.day.clone()
                    min=first
                    max=last
                    aria-label=t::ends_day_label(lang)
                />
            </div>
            <p class="detail">{t::ends_hint(lang)}</p>
        </fieldset>
        {password(form.locked, lang)}
        <fieldset>
            <legend>{t::others(lang)}</legend>
            {check("index", "1", form.indexed, t::index(lang))}
            {check("nofiles", "1", !form.files, t::no_files(lang))}
            <p class="detail">{t::no_files_hint(lang)}</p>
            {code(form, lang)}
        </fieldset>
    }
}

/// The code in the PDF, and whether there is room for it.
fn code(form: &TermsForm, lang: Lang) -> Option<impl IntoView + use<>> {
    let no_room = form
        .no_room
        .then(|| view! { <p class="complaint">{t::code_no_room(lang)}</p> });
    form.code.map(|shown| {
        view! {
            {check("code", "1", shown, t::code(lang))}
            <p class="detail">{t::code_hint(lang)}</p>
            {no_room}
        }
    })
}

fn password(locked: bool, lang: Lang) -> impl IntoView + use<> {
    let (label, hint) = match locked {
        true => (t::password_new(lang), t::password_new_hint(lang)),
        false => (t::password(lang), t::password_hint(lang)),
    };
    let open = locked.then(|| check("open", "1", false, t::password_none(lang)));
    view! {
        <label class="slug" for="password">{label}</label>
        <input
            type="text"
            id="password"
            name="password"
            maxlength="256"
            autocapitalize="none"
            autocomplete="off"
            spellcheck="false"
            aria-describedby=format!("password-hint {}", why_id(Asked::LinkPassword))
        />
        <p class="detail" id="password-hint">{hint}</p>
        {why(Asked::LinkPassword, lang)}
        {open}
    }
}
