//! The routes of accounts. Plain pages and forms; every form is a POST request
//! that has passed `guard`.

mod acceptance;
mod consents;
pub(crate) mod data;
mod devices;
mod erasure;
mod export;
mod passkey;
mod policy;
mod reset;
mod second_factor;
mod settings;
mod sign_in;
mod sign_up;

use app::page::Page;
use app::pages::account::Problem;
use axum::Router;
use axum::routing::{get, post};
use backend::Weakness;

use crate::router::Site;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(Page::SignUp.path(), get(sign_up::page).post(sign_up::begin))
        .route(
            "/invitation/{token}",
            get(sign_up::invited).post(sign_up::begin_invited),
        )
        .route(
            "/confirm/{token}",
            get(sign_up::choose).post(sign_up::finish),
        )
        .route(
            "/setup/{token}",
            get(sign_up::set_up_page).post(sign_up::set_up),
        )
        .route(
            Page::SignIn.path(),
            get(sign_in::page).post(sign_in::password),
        )
        .route(Page::SignInCode.path(), post(sign_in::code))
        .route(
            Page::Prove.path(),
            get(sign_in::prove_page).post(sign_in::prove),
        )
        .route(Page::AskReset.path(), get(reset::page).post(reset::ask))
        .route(Page::CheckMail.path(), get(reset::sent))
        .route("/reset/{token}", get(reset::choose).post(reset::finish))
        .route(
            "/email/{token}",
            get(settings::email_page).post(settings::email_confirm),
        )
        .route(Page::Account.path(), get(settings::page))
        .route("/account/email", post(settings::email))
        .route("/account/password", post(settings::password))
        .route(Page::Erase.path(), get(erasure::page).post(erasure::ask))
        .route("/account/erase/cancel", post(erasure::cancel))
        .route("/erasure/{secret}", get(erasure::state))
        .route("/erasure/{secret}/report.json", get(erasure::report))
        .route(erasure::KEY, get(erasure::key))
        .route(
            Page::SecondFactor.path(),
            get(second_factor::page).post(second_factor::confirm),
        )
        .route("/account/second-factor/remove", post(second_factor::remove))
        .route(Page::RecoveryCodes.path(), post(second_factor::renew))
        .route(Page::Devices.path(), get(devices::page))
        .route("/account/devices/end", post(devices::end))
        .route("/account/devices/end-others", post(devices::end_others))
        .route(
            Page::Consents.path(),
            get(consents::page).post(consents::say),
        )
        .route(
            Page::Acceptance.path(),
            get(acceptance::page).post(acceptance::say),
        )
        .route(
            Page::PolicyChange.path(),
            get(policy::page).post(policy::read),
        )
        .route(Page::Leave.path(), get(policy::leave))
        .route(Page::MyData.path(), get(data::page))
        .route("/account/limits", post(data::limit))
        .route("/account/compromised", post(devices::compromised))
        .route(Page::Export.path(), get(export::page).post(export::ask))
        .route("/account/export/delete", post(export::delete))
        .route("/account/export/{id}", get(export::download))
        .route("/account/passkeys/remove", post(passkey::remove))
        .route(
            "/passkey/sign-up/challenge",
            post(passkey::sign_up_challenge),
        )
        .route("/passkey/sign-up", post(passkey::sign_up))
        .route(
            "/passkey/sign-in/challenge",
            post(passkey::sign_in_challenge),
        )
        .route("/passkey/sign-in", post(passkey::sign_in))
        .route("/passkey/prove/challenge", post(passkey::sign_in_challenge))
        .route("/passkey/prove", post(passkey::prove))
        .route("/passkey/add/challenge", post(passkey::add_challenge))
        .route("/passkey/add", post(passkey::add))
}

/// Why a password is not taken.
fn weak(weakness: Weakness) -> Problem {
    match weakness {
        Weakness::Short => Problem::TooShort,
        Weakness::Long => Problem::TooLong,
        Weakness::Common => Problem::Common,
        Weakness::Guessable => Problem::Guessable,
    }
}
