//! Setting up a second factor: a picture to scan, a code to show that it worked.

use app::page::Page;
use app::pages::account::{Done, Form, Problem, RecoveryCodes, TotpSetUp};
use app::service::limits::What;
use axum::extract::Query;
use axum::response::Response;
use backend::Secret;
use leptos::prelude::provide_context;
use qrcode::QrCode;
use qrcode::render::svg;

use crate::visit::{Pairs, Visit, arrived, refused, see_other, with_done};

/// What apps show beside the code.
const ISSUER: &str = "Merit";

/// `GET /account/second-factor`
pub(crate) async fn page(
    visit: Visit,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let who = visit.member()?;
    let needs = query
        .iter()
        .any(|(name, value)| name == "problem" && value == "needs-factor");
    let form = Form {
        problem: needs.then_some(Problem::NeedsFactor),
        ..arrived(&query)
    };
    match visit.site.service.store.totp_offer(who, ISSUER).await {
        Ok(offer) => Ok(show(&visit, &offer.ticket, &offer.base32, &offer.uri, form)),
        Err(failure) => Ok(visit.failed(&failure, Page::SecondFactor)),
    }
}

fn show(visit: &Visit, ticket: &Secret, base32: &str, uri: &str, form: Form) -> Response {
    let offer = TotpSetUp {
        ticket: ticket.reveal(),
        secret: in_fours(base32),
        picture: picture(uri),
    };
    visit.page(Page::SecondFactor, move || {
        provide_context(offer);
        provide_context(form);
    })
}

fn in_fours(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let groups = letters
        .chunks(4)
        .map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}

/// An address as a QR code. None if it is longer than one can be: then the
/// letters beside it have to do.
fn picture(uri: &str) -> String {
    let Ok(code) = QrCode::new(uri) else {
        return String::new();
    };
    let drawn = code
        .render::<svg::Color<'_>>()
        .min_dimensions(200, 200)
        .quiet_zone(true)
        .build();
    // It stands in a page, which has one head already.
    match drawn.find("<svg") {
        Some(start) => drawn[start..].to_owned(),
        None => String::new(),
    }
}

/// `POST /account/second-factor`: the first code.
pub(crate) async fn confirm(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = visit.member()?;
    visit.limit(What::Code)?;
    let store = &visit.site.service.store;
    let Ok(ticket) = pairs.get("ticket").parse::<Secret>() else {
        return Ok(see_other(Page::SecondFactor.path()));
    };
    match store
        .totp_confirm(who, &ticket, pairs.get("code"), &visit.agent)
        .await
    {
        Ok(Some((codes, session))) => {
            let mut response = visit.page(Page::RecoveryCodes, move || {
                provide_context(RecoveryCodes(codes));
            });
            let entered = visit.enter(&session, false, "/");
            for cookie in entered.headers().get_all(axum::http::header::SET_COOKIE) {
                let headers = response.headers_mut();
                headers.append(axum::http::header::SET_COOKIE, cookie.clone());
            }
            Ok(response)
        }
        Ok(None) => match store.totp_offered(who, &ticket, ISSUER).await {
            Ok(Some((base32, uri))) => {
                let form = refused(Problem::WrongCode);
                Ok(show(&visit, &ticket, &base32, &uri, form))
            }
            Ok(None) => Ok(see_other(Page::SecondFactor.path())),
            Err(failure) => Ok(visit.failed(&failure, Page::SecondFactor)),
        },
        Err(failure) => Ok(visit.failed(&failure, Page::SecondFactor)),
    }
}

/// `POST /account/second-factor/remove`
pub(crate) async fn remove(visit: Visit) -> Result<Response, Response> {
    let who = visit.member()?;
    match visit.site.service.store.totp_remove(who).await {
        Ok(true) => Ok(see_other(&with_done(Page::Account, Done::SecondFactorOff))),
        // Staff need one.
        Ok(false) => super::settings::show(&visit, refused(Problem::LastWayIn)).await,
        Err(failure) => Ok(visit.failed(&failure, Page::Account)),
    }
}

/// `POST /account/recovery-codes`
pub(crate) async fn renew(visit: Visit) -> Result<Response, Response> {
    let who = visit.member()?;
    match visit.site.service.store.recovery_renew(who).await {
        Ok(codes) => Ok(visit.page(Page::RecoveryCodes, move || {
            provide_context(RecoveryCodes(codes));
        })),
        Err(failure) => Ok(visit.failed(&failure, Page::Account)),
    }
}

#[cfg(test)]
mod tests {
    use super::{in_fours, picture};

    #[test]
    fn the_secret_can_be_read_and_scanned() {
        assert_eq!(in_fours("ABCDEFGHIJ"), "ABCD EFGH IJ");
        let drawn = picture("otpauth://totp/Merit:a@example.com?secret=ABCD&issuer=Merit");
        assert!(drawn.starts_with("<svg"), "{drawn:.80}");
        assert!(!drawn.contains("style="), "{drawn:.400}");
        assert_eq!(picture(&"x".repeat(9000)), "");
    }
}
