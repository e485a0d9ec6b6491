//! The forms with which anybody asks, and that with which they show that an
//! address is theirs.

use leptos::prelude::*;
use privacy::Asked;
use privacy::case::{Matter, Topic};
use texts::{Lang, cases as t};

use super::{Problem, in_textarea, words};
use crate::language::lang;
use crate::page::Page;
use crate::pages::account::{asking, frame};
use crate::pages::privacy::{Responsible, why, why_id};

/// What the forms are shown with. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct RequestView {
    pub problem: Option<Problem>,
    /// A member asks: the answer goes to their own address.
    pub member: bool,
    pub matter: Option<Matter>,
    pub topic: Option<Topic>,
    pub email: String,
    pub text: String,
    /// The part for whoever is named in a CV is open.
    pub named: bool,
    pub name: String,
    pub phone: String,
    pub page: String,
}

/// What the form for a code is shown with. The server provides it.
#[derive(Clone, Debug, Default)]
pub struct CodeView {
    pub problem: Option<Problem>,
    pub done: bool,
    pub number: String,
}

/// Where a member does it without asking anybody.
pub fn self_service(matter: Matter) -> Option<Page> {
    Some(match matter {
        Matter::Know | Matter::Confirm => Page::MyData,
        Matter::Copy | Matter::Portability => Page::Export,
        Matter::Correct => Page::Cvs,
        Matter::Erase => Page::Erase,
        Matter::Restrict | Matter::Object | Matter::Limit | Matter::OptOut => Page::MyData,
        Matter::Withdraw => Page::Consents,
        Matter::Complaint | Matter::Policy | Matter::Practices | Matter::Unsubscribe => {
            return None;
        }
    })
}

#[component]
pub(crate) fn RequestPage(page: Page) -> impl IntoView {
    let lang = lang();
    let form = use_context::<RequestView>().unwrap_or_default();
    let problem = form.problem.map(|problem| problem.message(lang));
    let rights = page == Page::Request;
    let (title, lead) = match rights {
        true => (t::request_title(lang), t::request_lead(lang)),
        false => (t::contact_title(lang), t::contact_lead(lang)),
    };
    let content = view! {
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {problem.map(|text| view! { <p class="complaint" role="alert">{text}</p> })}
        {(rights && form.member).then(|| own(lang))}
        {(!rights).then(|| view! {
            <p>
                {t::contact_rights(lang)} " "
                <a href=Page::Request.path()>{t::contact_rights_link(lang)}</a>
            </p>
        })}
        <form method="post" action=page.path() class="stack">
            {match rights {
                true => matters(Some(Asked::CaseMatter), form.matter, lang).into_any(),
                false => topics(form.topic, lang).into_any(),
            }}
            {why(Asked::CaseMatter, lang)}
            {match form.member {
                true => view! { <p class="detail">{t::request_own_address(lang)}</p> }.into_any(),
                false => view! {
                    {asking(
                        Asked::CaseEmail,
                        "email",
                        texts::account::email(lang),
                        "email",
                        "email",
                        form.email.clone(),
                        lang,
                    )}
                    <p class="detail">{t::request_email_hint(lang)}</p>
                }
                .into_any(),
            }}
            {long(Some(Asked::CaseText), "text", t::request_text(lang), &form.text, false)}
            {why(Asked::CaseText, lang)}
            <p class="detail">{t::request_text_hint(lang)}</p>
            {rights.then(|| named(&form, lang))}
            {(rights && form.member).then(|| view! {
                <label class="check">
                    <input type="checkbox" name="anyway"/>
                    <span>{t::request_anyway(lang)}</span>
                </label>
            })}
            <button class="button primary">{t::request_button(lang)}</button>
        </form>
        {rights.then(|| view! {
            <p><a href=Page::RequestCode.path()>{t::request_code_link(lang)}</a></p>
        })}
        {elsewhere(lang)}
    };
    frame(page, String::new(), content.into_any())
}

/// What a member does without asking anybody.
fn own(lang: Lang) -> impl IntoView {
    let rights = Matter::RIGHTS.into_iter().filter_map(|matter| {
        let page = self_service(matter)?;
        Some(view! { <li><a href=page.path()>{words::matter(matter, lang)}</a></li> })
    });
    view! {
        <section>
            <p>{t::request_self(lang)}</p>
            <ul class="points-list">{rights.collect_view()}</ul>
            <p><a href=Page::OwnCases.path()>{t::request_own(lang)}</a></p>
        </section>
    }
}

/// A field of several lines, with its label above it.
pub(super) fn long(
    asked: Option<Asked>,
    name: &'static str,
    label: &'static str,
    text: &str,
    needed: bool,
) -> impl IntoView + use<> {
    view! {
        <label class="field">
            <span>{label}</span>
            <textarea
                name=name
                rows="7"
                maxlength="5000"
                required=needed
                aria-describedby=asked.map(why_id)
                inner_html=in_textarea(text)
            ></textarea>
        </label>
    }
}

/// A field of one line that may stay empty.
pub(super) fn line(
    asked: Option<Asked>,
    name: &'static str,
    label: &'static str,
    autocomplete: &'static str,
    value: &str,
) -> impl IntoView + use<> {
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                type="text"
                name=name
                value=value.to_owned()
                autocomplete=autocomplete
                maxlength="256"
                aria-describedby=asked.map(why_id)
            />
        </label>
    }
}

pub(super) fn matters(asked: Option<Asked>, chosen: Option<Matter>, lang: Lang) -> impl IntoView {
    let options = Matter::ALL.iter().map(|matter| {
        view! {
            <option value=matter.name() selected=chosen == Some(*matter)>
                {words::matter(*matter, lang)}
            </option>
        }
    });
    view! {
        <label class="field">
            <span>{t::request_matter(lang)}</span>
            <select name="matter" aria-describedby=asked.map(why_id)>{options.collect_view()}</select>
        </label>
    }
}

fn topics(chosen: Option<Topic>, lang: Lang) -> impl IntoView {
    let options = Topic::ALL.iter().map(|topic| {
        view! {
            <option value=topic.name() selected=chosen == Some(*topic)>
                {words::topic(*topic, lang)}
            </option>
        }
    });
    view! {
        <label class="field">
            <span>{t::contact_topic(lang)}</span>
            <select name="topic" aria-describedby=why_id(Asked::CaseMatter)>{options.collect_view()}</select>
        </label>
    }
}

/// For whoever is named in a CV.
fn named(form: &RequestView, lang: Lang) -> impl IntoView + use<> {
    view! {
        <details open=form.named>
            <summary class="button plain">{t::request_named(lang)}</summary>
            <div class="stack">
                <label class="check">
                    <input type="checkbox" name="named" checked=form.named/>
                    <span>{t::request_named(lang)}</span>
                </label>
                <p class="detail">{t::request_named_hint(lang)}</p>
                {line(Some(Asked::NamedName), "name", t::request_name(lang), "name", &form.name)}
                {why(Asked::NamedName, lang)}
                {line(Some(Asked::NamedPhone), "phone", t::request_phone(lang), "tel", &form.phone)}
                {why(Asked::NamedPhone, lang)}
                {line(Some(Asked::NamedPage), "page", t::request_page(lang), "off", &form.page)}
                {why(Asked::NamedPage, lang)}
            </div>
        </details>
    }
}

/// The ways that are not this form.
fn elsewhere(lang: Lang) -> impl IntoView {
    let responsible = use_context::<Responsible>();
    let address = responsible.and_then(|it| it.controller.address);
    view! {
        <section>
            {address.map(|address| view! {
                <p>{t::contact_post(lang)} " " {address}</p>
            })}
            <p>{t::contact_authority(lang)}</p>
        </section>
    }
}

#[component]
pub(crate) fn SentPage() -> impl IntoView {
    let lang = lang();
    let content = view! {
        <h1>{t::sent_title(lang)}</h1>
        <p class="lead">{t::sent_text(lang)}</p>
        <p>{t::sent_code(lang)}</p>
        <p><a class="button" href=Page::RequestCode.path()>{t::mail_received_button(lang)}</a></p>
    };
    frame(Page::RequestSent, String::new(), content.into_any())
}

#[component]
pub(crate) fn CodePage() -> impl IntoView {
    let lang = lang();
    let form = use_context::<CodeView>().unwrap_or_default();
    let problem = form.problem.map(|problem| problem.message(lang));
    let content = view! {
        <h1>{t::code_title(lang)}</h1>
        {problem.map(|text| view! { <p class="complaint" role="alert">{text}</p> })}
        {form.done.then(|| view! { <p class="good" role="status">{t::code_done(lang)}</p> })}
        {(!form.done).then(|| view! {
            <p class="lead">{t::code_lead(lang)}</p>
            <form method="post" action=Page::RequestCode.path() class="stack">
                {asking(
                    Asked::CaseNumber,
                    "number",
                    t::code_number(lang),
                    "text",
                    "off",
                    form.number.clone(),
                    lang,
                )}
                {asking(
                    Asked::CaseCode,
                    "code",
                    t::code_code(lang),
                    "text",
                    "one-time-code",
                    String::new(),
                    lang,
                )}
                <button class="button primary">{t::code_button(lang)}</button>
            </form>
            <p><a href=Page::Contact.path()>{t::contact_title(lang)}</a></p>
        })}
    };
    frame(Page::RequestCode, String::new(), content.into_any())
}
