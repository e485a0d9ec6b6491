//! What stands in each page.

pub mod account;
pub mod admin;
pub mod cases;
pub mod coming;
#[cfg(feature = "ssr")]
pub mod console;
pub(crate) mod edit;
#[cfg(feature = "ssr")]
pub mod exposed;
pub mod gpc;
#[cfg(feature = "ssr")]
pub mod held;
mod landing;
pub(crate) mod looks;
mod notice;
pub mod optional;
pub mod privacy;
pub mod promises;
#[cfg(feature = "ssr")]
pub mod registers;
pub mod report;
pub mod rights;
pub mod share;
mod shared;
pub mod shelf;
mod sign_out;
mod storage;
pub mod terms;
pub mod too_many;
pub mod versions;

use leptos::prelude::*;
use texts::{Lang, account as words, consent, erasure, inventory, site as t};

use crate::language::lang;
use crate::page::Page;

/// The element that the interactive page is hydrated in.
pub(crate) const ROOT: &str = "app";

/// The `<title>` of a page.
pub fn title(page: Page, lang: Lang) -> String {
    let name = match page {
        Page::Landing => t::home_title(lang),
        Page::Edit => t::edit_title(lang),
        Page::Storage | Page::Erased | Page::NotErased => t::storage_title(lang),
        Page::Privacy => t::privacy_title(lang),
        Page::Categories => inventory::categories_title(lang),
        Page::California => texts::data::california_title(lang),
        Page::Record => inventory::record_title(lang),
        Page::Rights => texts::rights::title(lang),
        Page::Recipients => inventory::recipients_title(lang),
        Page::Authorities => texts::registers::directory_title(lang),
        Page::Coming => texts::registers::coming_title(lang),
        Page::Terms | Page::TermsText => texts::terms::title(lang),
        Page::Promises => texts::promises::promises_title(lang),
        Page::Share => t::share_title(lang),
        Page::Statistics => texts::statistics::title(lang),
        Page::Report => texts::abuse::title(lang),
        Page::SignUp => words::sign_up_title(lang),
        Page::SignIn => words::sign_in_title(lang),
        Page::SignInCode => words::code_title(lang),
        Page::Prove => words::prove_title(lang),
        Page::AskReset => words::reset_title(lang),
        Page::CheckMail => words::check_mail_title(lang),
        Page::ChoosePassword => words::choose_again_title(lang),
        Page::ConfirmEmail => words::confirm_email_title(lang),
        Page::SetUp => words::set_up_title(lang),
        Page::Account => words::account_title(lang),
        Page::SecondFactor => words::second_factor(lang),
        Page::RecoveryCodes => words::recovery_title(lang),
        Page::Devices => words::devices_title(lang),
        Page::Export => texts::export::title(lang),
        Page::MyData => texts::data::title(lang),
        Page::Consents => consent::title(lang),
        Page::Acceptance => texts::terms::asked_title(lang),
        Page::PolicyChange => texts::changes::title(lang),
        Page::Leave => texts::changes::leave_title(lang),
        Page::Erase | Page::Erasure => erasure::title(lang),
        Page::Cvs => words::cvs_title(lang),
        Page::Versions => texts::versions::title(lang),
        Page::Compare => texts::versions::differ_title(lang),
        Page::Contact => texts::cases::contact_title(lang),
        Page::Request => texts::cases::request_title(lang),
        Page::RequestSent => texts::cases::sent_title(lang),
        Page::RequestCode => texts::cases::code_title(lang),
        Page::OwnCases => texts::cases::own_title(lang),
        Page::Cases | Page::Case => texts::cases::desk_title(lang),
        Page::Admin => words::admin_title(lang),
        Page::Reports | Page::ReportCase => texts::abuse::reports_title(lang),
        Page::Audit => words::audit_title(lang),
        Page::PolicyAdmin => texts::changes::admin_title(lang),
        #[cfg(feature = "ssr")]
        Page::Console => console::title(lang),
        #[cfg(not(feature = "ssr"))]
        Page::Console => "",
        Page::Registers | Page::Entries => texts::registers::title(lang),
        Page::Disclosures => texts::registers::disclosures(lang),
        Page::Successions => texts::registers::controller(lang),
        Page::Shared => t::shared_title(lang),
        Page::SignOut => t::sign_out(lang),
        Page::SignedOut | Page::SignedOutKept => t::signed_out(lang),
        Page::Gone => t::page_gone(lang),
        Page::Hidden => consent::page_hidden(lang),
        Page::Locked => texts::links::locked_title(lang),
        Page::TooMany => t::too_many_title(lang),
        Page::NotFound => t::not_found_title(lang),
    };
    t::title(lang, name)
}

/// What search engines show under the title.
pub fn description(_page: Page, lang: Lang) -> &'static str {
    t::description(lang)
}

/// What stands in the page's `<body>`.
pub fn body(page: Page) -> AnyView {
    match page {
        Page::Landing => landing::Landing().into_any(),
        Page::Edit => edit::Edit().into_any(),
        Page::Storage => storage::Storage().into_any(),
        Page::Privacy => privacy::Privacy().into_any(),
        Page::Categories => privacy::Categories().into_any(),
        Page::California => privacy::California().into_any(),
        Page::Record => privacy::Record().into_any(),
        Page::Rights => rights::RightsPage().into_any(),
        Page::Recipients => privacy::Recipients().into_any(),
        Page::Authorities => privacy::Authorities().into_any(),
        Page::Coming => coming::ComingPage().into_any(),
        Page::Terms => terms::TermsPage().into_any(),
        Page::TermsText => terms::TermsTextPage().into_any(),
        Page::Promises => promises::Promises().into_any(),
        Page::Share => share::Share().into_any(),
        Page::Statistics => share::statistics::StatisticsPage().into_any(),
        Page::Report => report::ReportPage().into_any(),
        Page::SignUp => account::SignUpPage().into_any(),
        Page::SignIn => account::SignInPage().into_any(),
        Page::SignInCode => account::Code().into_any(),
        Page::Prove => account::Prove().into_any(),
        Page::AskReset => account::AskReset().into_any(),
        Page::CheckMail => account::CheckMail().into_any(),
        Page::ChoosePassword => account::ChoosePassword().into_any(),
        Page::ConfirmEmail => account::ConfirmEmail().into_any(),
        Page::SetUp => account::SetUp().into_any(),
        Page::Account => account::SettingsPage().into_any(),
        Page::SecondFactor => account::SecondFactorPage().into_any(),
        Page::RecoveryCodes => account::RecoveryCodesPage().into_any(),
        Page::Devices => account::DevicesPage().into_any(),
        Page::Export => account::ExportPage().into_any(),
        Page::MyData => account::DataPage().into_any(),
        Page::Consents => account::ConsentsPage().into_any(),
        Page::Acceptance => account::AcceptancePage().into_any(),
        Page::PolicyChange => account::PolicyChangePage().into_any(),
        Page::Leave => account::LeavePage().into_any(),
        Page::Erase => account::ErasePage().into_any(),
        Page::Erasure => account::ErasurePage().into_any(),
        Page::Cvs => shelf::ShelfPage().into_any(),
        Page::Versions => versions::VersionsPage().into_any(),
        Page::Compare => versions::ComparePage().into_any(),
        Page::Contact | Page::Request => view! { <cases::RequestPage page/> }.into_any(),
        Page::RequestSent => cases::SentPage().into_any(),
        Page::RequestCode => cases::CodePage().into_any(),
        Page::OwnCases => cases::OwnCasesPage().into_any(),
        Page::Cases => cases::DeskPage().into_any(),
        Page::Case => cases::FilePage().into_any(),
        Page::Admin => admin::AdminPage().into_any(),
        Page::Reports => admin::reports::ReportsPage().into_any(),
        Page::ReportCase => admin::reports::CasePage().into_any(),
        Page::Audit => admin::AuditPage().into_any(),
        Page::PolicyAdmin => admin::PolicyAdminPage().into_any(),
        #[cfg(feature = "ssr")]
        Page::Console => console::ConsolePage().into_any(),
        #[cfg(not(feature = "ssr"))]
        Page::Console => ().into_any(),
        #[cfg(feature = "ssr")]
        Page::Registers => registers::RegistersPage().into_any(),
        #[cfg(feature = "ssr")]
        Page::Entries => registers::entries::EntriesPage().into_any(),
        #[cfg(feature = "ssr")]
        Page::Disclosures => registers::disclosures::DisclosuresPage().into_any(),
        #[cfg(feature = "ssr")]
        Page::Successions => registers::controller::SuccessionsPage().into_any(),
        #[cfg(not(feature = "ssr"))]
        Page::Registers | Page::Entries | Page::Disclosures | Page::Successions => ().into_any(),
        Page::Shared => shared::Shared().into_any(),
        Page::SignOut => sign_out::SignOut().into_any(),
        Page::SignedOut => view! {
            <notice::Notice page title=t::signed_out(lang()) text=t::signed_out_text(lang())/>
        }
        .into_any(),
        Page::SignedOutKept => view! {
            <notice::Notice page title=t::signed_out(lang()) text=t::signed_out_kept(lang())/>
        }
        .into_any(),
        Page::Erased => view! {
            <notice::Notice
                page
                title=t::storage_erased(lang())
                text=t::storage_erased_text(lang())
            />
        }
        .into_any(),
        Page::NotErased => view! {
            <notice::Notice
                page
                title=t::storage_not_erased(lang())
                text=t::storage_not_erased_text(lang())
            />
        }
        .into_any(),
        Page::Gone => view! {
            <notice::Notice page title=t::page_gone(lang()) text=t::page_gone_text(lang())/>
        }
        .into_any(),
        Page::Hidden => view! {
            <notice::Notice
                page
                title=consent::page_hidden(lang())
                text=consent::page_hidden_text(lang())
            />
        }
        .into_any(),
        Page::Locked => share::LockedPage().into_any(),
        Page::TooMany => too_many::TooMany().into_any(),
        Page::NotFound => view! {
            <notice::Notice
                page
                title=t::not_found_title(lang())
                text=t::not_found_text(lang())
            />
        }
        .into_any(),
    }
}

/// Shows the same page in the other language. The choice is remembered in a
/// cookie, because the person has made it.
#[component]
pub(crate) fn LanguageChoice(
    page: Page,
    /// The page's address, if it has more than one.
    #[prop(optional, into)]
    to: String,
) -> impl IntoView {
    let lang = lang();
    let to = match to.is_empty() {
        true => page.path().to_owned(),
        false => to,
    };
    let other = match lang {
        Lang::Sv => Lang::En,
        Lang::En => Lang::Sv,
    };
    view! {
        <form method="post" action="/language" class="language">
            <input type="hidden" name="to" value=to/>
            <button class="link" name="lang" value=other.tag() lang=other.tag()>
                {t::other_language(lang)}
            </button>
        </form>
    }
}
