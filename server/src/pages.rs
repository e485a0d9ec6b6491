//! Pages made from the app: plain ones as one string without any script, the
//! interactive one with what hydration needs and the policy for its nonce.

use crate::forms;
use crate::gpc;
use crate::headers::{FRAMING, interactive_policy};
use crate::policy;
use crate::public;
use crate::registers;
use crate::router::Site;
use crate::visit::visitor;
use app::account::{AccountHere, Kind};
use app::language::{self, Lang};
use app::page::Page;
use app::pages::account::Visitor;
use app::pages::gpc::Gpc;
use app::pages::optional::{self, Optional, Remembers};
use app::pages::privacy::{Collected, Holds};
use app::pages::share::removed::Removed;
use app::pages::share::{Locked, Sharing};
use app::pages::terms::Asked;
use app::pages::too_many::Minutes;
use app::service::caller;
use app::service::limits::Wait;
use app::shell::shell;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    RETRY_AFTER, SET_COOKIE, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::{Failure, Who};
use leptos::nonce::Nonce;
use leptos::prelude::*;
use privacy::Stored;

/// Answers with a page.
pub(crate) async fn page(page: Page, State(site): State<Site>, request: Request) -> Response {
    let lang = request_language(request.headers());
    let held = caller::value(request.headers(), Stored::Template.name()).is_some();
    // Strangers who follow a link to a CV are asked nothing there, and given no cookie.
    let stranger = request.uri().path().starts_with("/cv/");
    let forgets = held && !stranger && !optional(request.headers()).may();
    let mut response = if page.interactive() {
        interactive(page, lang, &site, request).await
    } else {
        // Whose it is decides only what stands in its head.
        let who = who(&site, request.headers()).await.unwrap_or_default();
        let store = &site.service.store;
        let changing = async {
            let notice = policy::notice(store, who.as_ref()).await?;
            let policy = match page {
                Page::Privacy => Some((
                    policy::coming(store, lang).await?,
                    Holds(store.policy_version().await?),
                )),
                _ => None,
            };
            Ok::<_, Failure>((notice, policy))
        };
        let (notice, policy) = match changing.await {
            Ok(found) => found,
            Err(failure) => return public::unavailable(&failure),
        };
        let here = AccountHere {
            shared: caller::is_shared(request.headers()),
            ..AccountHere::default()
        };
        let gpc = Gpc(gpc::sent(request.headers()));
        let optional = (!stranger).then(|| optional(request.headers()));
        let collected = match page {
            Page::Categories | Page::California => match site.service.store.collected().await {
                Ok(categories) => Some(Collected(categories)),
                Err(failure) => return public::unavailable(&failure),
            },
            _ => None,
        };
        let told = match registers::told(page, &site).await {
            Ok(told) => told,
            Err(failure) => return public::unavailable(&failure),
        };
        plain_with(page, lang, &site, || {
            told.provide();
            provide_context(here);
            provide_context(gpc);
            if let Some(optional) = optional {
                provide_context(optional);
            }
            if let Some(collected) = collected {
                provide_context(collected);
            }
            provide_context(site.responsible.clone());
            provide_context(site.inspection.seen());
            provide_context(visitor(who.as_ref()));
            if let Some(notice) = notice {
                provide_context(notice);
            }
            if let Some((coming, holds)) = policy {
                provide_context(coming);
                provide_context(holds);
            }
        })
    };
    if page == Page::NotFound {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    // What a yes has let be stored goes when there is none any more: the answer has
    // had its time, or the browser signals a no.
    if forgets && let Ok(gone) = HeaderValue::from_str(&forms::no_template(site.https.0)) {
        response.headers_mut().append(SET_COOKIE, gone);
    }
    let headers = response.headers_mut();
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
    headers.insert(
        VARY,
        HeaderValue::from_static("accept-encoding, accept-language, cookie, sec-gpc"),
    );
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}

/// The page on which a saved CV is shared; without `sharing` it says that there
/// is none for this browser.
pub(crate) fn share(
    shown: Option<(Sharing, Removed)>,
    visitor: Visitor,
    site: &Site,
    headers: &HeaderMap,
) -> Response {
    let lang = request_language(headers);
    let mut response = plain_with(Page::Share, lang, site, || {
        if let Some((sharing, removed)) = shown {
            provide_context(sharing);
            provide_context(removed);
        }
        provide_context(visitor);
    });
    let headers = response.headers_mut();
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let policy = HeaderValue::from_static(FRAMING);
    headers.insert(CONTENT_SECURITY_POLICY, policy);
    response
}

/// The form for the password of a public page. It is asked for by nobody in
/// particular, and found by no search engine.
pub(crate) fn locked(locked: Locked, site: &Site, headers: &HeaderMap) -> Response {
    let lang = request_language(headers);
    let mut response = plain_with(Page::Locked, lang, site, || provide_context(locked));
    let headers = response.headers_mut();
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let robots = HeaderValue::from_static("noindex, noarchive");
    headers.insert(public::ROBOTS, robots);
    response
}

/// What somebody is told who has asked too much: in their language, and how long
/// to wait.
pub(crate) fn too_many(wait: Wait, site: &Site, headers: &HeaderMap) -> Response {
    too_many_in(request_language(headers), wait, site)
}

/// The same, in a language that is known already.
pub(crate) fn too_many_in(lang: Lang, wait: Wait, site: &Site) -> Response {
    let mut response = plain_with(Page::TooMany, lang, site, || {
        provide_context(Minutes(wait.minutes()));
    });
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    let headers = response.headers_mut();
    headers.insert(RETRY_AFTER, HeaderValue::from(wait.seconds()));
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A page about whoever asks: kept by nobody, and with the script for passkeys
/// where it has one.
pub(crate) fn personal(
    page: Page,
    lang: Lang,
    site: &Site,
    visitor: Visitor,
    context: impl FnOnce(),
) -> Response {
    let nonce = page.passkeys().then(Nonce::new);
    let policy = nonce.as_ref().map(|nonce| interactive_policy(nonce));
    let mut response = plain_with(page, lang, site, || {
        if let Some(nonce) = nonce {
            provide_context(nonce);
        }
        provide_context(visitor);
        context();
    });
    let headers = response.headers_mut();
    if let Some(Ok(policy)) = policy.map(|policy| HeaderValue::from_str(&policy)) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Whose session a request has.
pub(crate) async fn who(site: &Site, headers: &HeaderMap) -> Result<Option<Who>, Failure> {
    match caller::token(headers, site.https.0) {
        Some(token) => site.service.store.session_who(&token).await,
        None => Ok(None),
    }
}

fn plain_with(page: Page, lang: Lang, site: &Site, context: impl FnOnce()) -> Response {
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        provide_context(lang);
        provide_context(site.service.store.periods().clone());
        provide_context(site.service.terms());
        if let Some(coming) = site.announced.coming() {
            provide_context(coming);
        }
        context();
        shell(page, site.assets.as_deref()).into_view().to_html()
    });
    let html_type = HeaderValue::from_static("text/html; charset=utf-8");
    ([(CONTENT_TYPE, html_type)], html).into_response()
}

/// Whom a page is for: by the session's cookie, and whether this is said to be a
/// computer that others use too.
/// And whether they have newer terms, or a newer policy, to answer.
async fn account_here(site: &Site, headers: &HeaderMap) -> Result<(AccountHere, Asked), Failure> {
    let who = who(site, headers).await?;
    let asked = match &who {
        Some(who) => {
            let service = &site.service;
            let store = &service.store;
            let terms = service.terms();
            let outstanding = store.outstanding(who.actor(), &terms.version).await?;
            // What comes is asked about as well: the editor has no other banner.
            outstanding.is_something() || store.policy_notice(who.actor()).await?.is_some()
        }
        None => false,
    };
    let member = who.filter(|who| who.member);
    let here = AccountHere {
        kind: match (&who, &member) {
            (_, Some(_)) => Kind::Member,
            (Some(_), None) => Kind::Link,
            (None, _) => Kind::Nobody,
        },
        tag: member.map(|who| site.service.store.account_tag(who.person)),
        shared: caller::is_shared(headers),
    };
    Ok((here, Asked(asked)))
}

/// What a browser says of optional storage.
fn optional(headers: &HeaderMap) -> Optional {
    Optional {
        answer: match caller::value(headers, Stored::Answer.name()) {
            Some(optional::YES) => Some(true),
            Some(optional::NO) => Some(false),
            _ => None,
        },
        gpc: gpc::sent(headers),
        shared: caller::is_shared(headers),
    }
}

/// What the editor may remember, after a yes.
fn remembers(optional: Optional, headers: &HeaderMap, https: bool) -> Option<Remembers> {
    optional.may().then(|| Remembers {
        template: caller::value(headers, Stored::Template.name()).map(str::to_owned),
        attributes: forms::template_attributes(https),
    })
}

/// What a browser is told of whose page this is, for when no server can say it; where
/// nothing is kept, or for nobody, that it is to forget whose the last one was.
fn whose(
    here: &AccountHere,
    optional: Optional,
    headers: &HeaderMap,
    https: bool,
) -> Option<String> {
    let keeps = optional.keeps_program();
    let held = || caller::value(headers, Stored::Whose.name()).is_some();
    keeps
        .then(|| caller::whose_cookie(here, https))
        .flatten()
        .or_else(|| held().then(|| caller::nobodys(https)))
}

async fn interactive(page: Page, lang: Lang, site: &Site, request: Request<Body>) -> Response {
    // Not as anybody's if that is not known: it decides which drafts are opened.
    let (account, asked) = match account_here(site, request.headers()).await {
        Ok(account) => account,
        Err(failure) => return public::unavailable(&failure),
    };
    // Ours instead of the one that leptos makes, because the header needs it too.
    let nonce = Nonce::new();
    let policy = HeaderValue::from_str(&interactive_policy(&nonce));
    let assets = site.assets.clone();
    let optional = optional(request.headers());
    let remembers = remembers(optional, request.headers(), site.https.0);
    let whose = whose(&account, optional, request.headers(), site.https.0);
    let terms = site.service.terms();
    let render = leptos_axum::render_app_async_with_context(
        move || {
            provide_context(nonce.clone());
            provide_context(lang);
            provide_context(account.clone());
            provide_context(asked);
            provide_context(optional);
            provide_context(terms.clone());
            if let Some(remembers) = remembers.clone() {
                provide_context(remembers);
            }
        },
        move || shell(page, assets.as_deref()),
    );
    let mut response = render(request).await;
    if let Some(whose) = whose.and_then(|whose| HeaderValue::from_str(&whose).ok()) {
        response.headers_mut().append(SET_COOKIE, whose);
    }
    match policy {
        Ok(policy) => response
            .headers_mut()
            .insert(CONTENT_SECURITY_POLICY, policy),
        // A nonce is base64 and always a header value; without one nothing would run.
        Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    response
}

/// The language that a person chose, else the best of those their browser asks for.
pub(crate) fn request_language(headers: &HeaderMap) -> Lang {
    let chosen = caller::value(headers, language::COOKIE).and_then(Lang::from_tag);
    let asked = || {
        let header = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
        Some(Lang::from_accept_language(header))
    };
    chosen.or_else(asked).unwrap_or_default()
}
