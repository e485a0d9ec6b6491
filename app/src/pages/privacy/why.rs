//! "Why we ask", beside a field of a form: the reason, whether it has to be given, and
//! what the inventory says of how long it is kept.

use leptos::prelude::*;
use privacy::{Asked, record};
use texts::{Lang, inventory as t, why as w};

use super::super::storage::periods;
use super::words;

/// The id of the reason, for `aria-describedby`. A page has it once; fields that ask
/// for the same share it.
pub(in crate::pages) fn why_id(asked: Asked) -> String {
    format!("why-{}", asked.name())
}

/// The same where a page has the field for each of many.
pub(in crate::pages) fn why_id_of(asked: Asked, one: &str) -> String {
    format!("{}.{one}", why_id(asked))
}

/// The reason, which stands below its field.
pub(in crate::pages) fn why(asked: Asked, lang: Lang) -> impl IntoView {
    stands(asked, why_id(asked), lang)
}

/// The reason for one of many.
pub(in crate::pages) fn why_of(asked: Asked, one: &str, lang: Lang) -> impl IntoView + use<> {
    stands(asked, why_id_of(asked, one), lang)
}

fn stands(asked: Asked, id: String, lang: Lang) -> impl IntoView {
    view! { <p class="detail" id=id>{why_we_ask(asked, lang)}</p> }
}

/// Why a field asks, whether it has to be filled in, and how long the answer is kept.
pub fn why_we_ask(asked: Asked, lang: Lang) -> String {
    let notice = asked
        .path()
        .and_then(|path| record::notice(path, &periods()));
    let kept = match notice {
        Some(notice) => {
            let kept = words::kept(notice.retention, notice.start, lang);
            w::kept(lang, lowered(&kept))
        }
        None => w::not_kept(lang).to_owned(),
    };
    t::why_asked(
        lang,
        kept,
        words::need(asked.need(), lang),
        reason(asked, lang),
    )
}

/// A sentence that goes on from another one's beginning.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_lowercase());
    first.into_iter().flatten().chain(letters).collect()
}

/// Why, as it goes on a colon.
fn reason(asked: Asked, lang: Lang) -> &'static str {
    match asked {
        Asked::SignUpEmail => w::sign_up_email(lang),
        Asked::SignInEmail => w::sign_in_email(lang),
        Asked::SignInPassword => w::sign_in_password(lang),
        Asked::NewPassword => w::new_password(lang),
        Asked::SignInCode => w::sign_in_code(lang),
        Asked::FirstCode => w::first_code(lang),
        Asked::ResetEmail => w::reset_email(lang),
        Asked::NewEmail => w::new_email(lang),
        Asked::PasskeyName => w::passkey_name(lang),
        Asked::OwnerLink => w::owner_link(lang),
        Asked::Residence => w::residence(lang),
        Asked::PlaceOfLaw => w::place_of_law(lang),
        Asked::CaseMatter => w::case_matter(lang),
        Asked::CaseEmail => w::case_email(lang),
        Asked::CaseText => w::case_text(lang),
        Asked::NamedName => w::named_name(lang),
        Asked::NamedPhone => w::named_phone(lang),
        Asked::NamedPage => w::named_page(lang),
        Asked::CaseNumber => w::case_number(lang),
        Asked::CaseCode => w::case_code(lang),
        Asked::ReportReason => w::report_reason(lang),
        Asked::ReportText => w::report_text(lang),
        Asked::ReportEmail => w::report_email(lang),
        Asked::LinkName => w::link_name(lang),
        Asked::LinkSlug => w::link_slug(lang),
        Asked::LinkPassword => w::link_password(lang),
        Asked::PagePassword => w::page_password(lang),
        Asked::CvName => w::cv_name(lang),
        Asked::VersionName => w::version_name(lang),
        Asked::Name => w::name(lang),
        Asked::Occupation => w::occupation(lang),
        Asked::Email => w::email(lang),
        Asked::Phone => w::phone(lang),
        Asked::WebAddress => w::web_address(lang),
        Asked::Address => w::address(lang),
        Asked::Photo => w::photo(lang),
        Asked::Profiles => w::profiles(lang),
        Asked::DrivingLicence => w::driving_licence(lang),
        Asked::Referee => w::referee(lang),
    }
}

/// What the editor asks for, each with its reason: its fields lead here.
pub(super) fn of_the_editor(lang: Lang) -> impl IntoView {
    let lines = Asked::EDITOR.map(|asked| {
        let label = asked
            .path()
            .and_then(|path| record::notice(path, &periods()))
            .map(|notice| super::label(notice.label, lang));
        view! {
            <li>
                <strong>{label}</strong>
                <p>{why_we_ask(asked, lang)}</p>
            </li>
        }
    });
    view! {
        <section aria-labelledby="why">
            <h2 id="why">{w::editor_title(lang)}</h2>
            <p>{w::editor_lead(lang)}</p>
            <ul class="stored">{lines.into_iter().collect_view()}</ul>
        </section>
    }
}
