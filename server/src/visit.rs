//! A request for a plain page: who asks, in which language, with what. And the
//! ways in which it is answered.

use std::net::IpAddr;

use app::language::Lang;
use app::page::Page;
use app::pages::account::{ChangeNotice, Done, Form, Problem, Visitor};
use app::service::caller::{self, Lasting, Peer};
use app::service::limits::What;
use axum::extract::FromRequestParts;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::{Agent, Failure, MailLang, Secret, Who};
use privacy::{PersonId, Role};

use crate::router::Site;
use crate::{agent, gpc, pages, policy, public, share};

pub(crate) struct Visit {
    pub(crate) site: Site,
    pub(crate) who: Option<Who>,
    pub(crate) lang: Lang,
    pub(crate) agent: Agent,
    /// The browser sends Global Privacy Control.
    pub(crate) gpc: bool,
    peer: IpAddr,
    /// The secret of the session that the browser has, good or not.
    token: Option<Secret>,
    /// The computer is one that others use.
    shared: bool,
    /// A change of the policy that they have not answered.
    notice: Option<ChangeNotice>,
    /// What people see of us.
    origin: String,
}

impl FromRequestParts<Site> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Visit, Response> {
        let token = caller::token(&parts.headers, site.https.0);
        let who = match &token {
            Some(token) => site.service.store.session_who(token).await,
            None => Ok(None),
        };
        let who = who.map_err(|failure| public::unavailable(&failure))?;
        let notice = policy::notice(&site.service.store, who.as_ref()).await;
        Ok(Visit {
            notice: notice.map_err(|failure| public::unavailable(&failure))?,
            who,
            token,
            lang: pages::request_language(&parts.headers),
            agent: Agent {
                address: Some(peer(parts)),
                ..agent::agent(&parts.headers)
            },
            gpc: gpc::sent(&parts.headers),
            peer: peer(parts),
            shared: caller::is_shared(&parts.headers),
            origin: share::origin(site, &parts.headers),
            site: site.clone(),
        })
    }
}

fn peer(parts: &Parts) -> IpAddr {
    let known = parts.extensions.get::<Peer>();
    known.map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.0)
}

impl Visit {
    /// The member that asks.
    ///
    /// # Errors
    /// The way to sign in.
    pub(crate) fn member(&self) -> Result<&Who, Response> {
        match &self.who {
            Some(who) if who.member => Ok(who),
            _ => Err(see_other(Page::SignIn.path())),
        }
    }

    /// The person that asks: a member, or who has an owner link.
    ///
    /// # Errors
    /// The way to sign in.
    pub(crate) fn person(&self) -> Result<&Who, Response> {
        let who = self.who.as_ref();
        who.ok_or_else(|| see_other(Page::SignIn.path()))
    }

    /// The anonymous account that this browser acts for.
    pub(crate) fn anonymous(&self) -> Option<PersonId> {
        let who = self.who.as_ref().filter(|who| !who.member);
        who.map(|who| who.person)
    }

    pub(crate) fn visitor(&self) -> Visitor {
        visitor(self.who.as_ref())
    }

    pub(crate) fn mail_lang(&self) -> MailLang {
        match self.lang {
            Lang::Sv => MailLang::Sv,
            Lang::En => MailLang::En,
        }
    }

    /// A page with a form in it.
    pub(crate) fn form(&self, page: Page, form: Form) -> Response {
        self.form_with(page, form, || {})
    }

    /// A page with a form in it, and with what `context` provides.
    pub(crate) fn form_with(&self, page: Page, form: Form, context: impl FnOnce()) -> Response {
        let status = match form.problem {
            Some(Problem::Gone | Problem::NoInvitation) => StatusCode::GONE,
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let mut response = self.page(page, move || {
            leptos::prelude::provide_context(form);
            context();
        });
        *response.status_mut() = status;
        response
    }

    /// A page about this person, which nobody keeps a copy of.
    pub(crate) fn page(&self, page: Page, context: impl FnOnce()) -> Response {
        pages::personal(page, self.lang, &self.site, self.visitor(), || {
            if let Some(notice) = self.notice.clone() {
                leptos::prelude::provide_context(notice);
            }
            context();
        })
    }

    /// Says no to more than somebody may ask for.
    ///
    /// # Errors
    /// The answer with status 429.
    pub(crate) fn limit(&self, what: What) -> Result<(), Response> {
        match self.site.service.limits.take(what, self.peer) {
            Ok(()) => Ok(()),
            Err(wait) => Err(pages::too_many_in(self.lang, wait, &self.site)),
        }
    }

    /// The same for what is tried on one account, from wherever.
    ///
    /// # Errors
    /// The answer with status 429.
    pub(crate) fn limit_account(&self, what: What, account: &[u8]) -> Result<(), Response> {
        match self.site.service.limits.take_account(what, account) {
            Ok(()) => Ok(()),
            Err(wait) => Err(pages::too_many_in(self.lang, wait, &self.site)),
        }
    }

    /// An address of ours, as people see it.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Ends the session that the browser has, whatever it was.
    pub(crate) async fn leave(&self) -> Result<(), Failure> {
        match &self.token {
            Some(token) => self.site.service.store.session_end(token).await,
            None => Ok(()),
        }
    }

    /// Sends the browser on, with its new session.
    pub(crate) fn enter(&self, token: &Secret, shared: bool, to: &str) -> Response {
        let shared = shared || self.shared;
        let lasting = match shared {
            true => Lasting::Browser,
            false => Lasting::Days,
        };
        let https = self.site.https.0;
        let mut response = see_other(to);
        let cookies = [
            // Until the editor's page has come from here, it is not opened as the
            // one's who was here before.
            Some(caller::nobodys(https)),
            Some(caller::session_cookie(&token.reveal(), https, lasting)),
            shared.then(|| caller::shared_cookie(https)),
        ];
        for cookie in cookies.into_iter().flatten() {
            if let Ok(cookie) = HeaderValue::from_str(&cookie) {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
        }
        response
    }

    /// Sends the browser on, without a session.
    pub(crate) fn exit(&self, to: &str) -> Response {
        let mut response = see_other(to);
        let https = self.site.https.0;
        for gone in [caller::no_session(https), caller::nobodys(https)] {
            if let Ok(gone) = HeaderValue::from_str(&gone) {
                response.headers_mut().append(SET_COOKIE, gone);
            }
        }
        response
    }

    /// What a failure means for a plain page.
    pub(crate) fn failed(&self, failure: &Failure, to: Page) -> Response {
        match failure {
            Failure::Unproved => see_other(&format!("{}?to={}", Page::Prove.path(), to.path())),
            Failure::OneFactor => see_other(&format!(
                "{}?problem=needs-factor",
                Page::SecondFactor.path()
            )),
            Failure::Missing | Failure::Denied(_) | Failure::Blocked => {
                let mut response = self.page(Page::NotFound, || {});
                *response.status_mut() = StatusCode::NOT_FOUND;
                response
            }
            failure => public::unavailable(failure),
        }
    }
}

pub(crate) fn visitor(who: Option<&Who>) -> Visitor {
    match who {
        Some(who) if who.member && who.role != Role::Member => Visitor::Staff,
        Some(who) if who.member => Visitor::Member,
        _ => Visitor::Nobody,
    }
}

/// A form that was not taken.
pub(crate) fn refused(problem: Problem) -> Form {
    Form {
        problem: Some(problem),
        ..Form::default()
    }
}

/// The address of a page that says what was done.
pub(crate) fn with_done(page: Page, done: Done) -> String {
    format!("{}?done={}", page.path(), done.tag())
}

pub(crate) fn see_other(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(LOCATION, path);
    }
    response
}

/// A form without what it needs: no page of ours sends that.
pub(crate) fn bad_form() -> Response {
    let text = "This form was not complete. Go back, load the page anew, and try again.\n";
    (StatusCode::BAD_REQUEST, text).into_response()
}

/// What stands in a form's or an address's pairs.
pub(crate) struct Pairs(pub(crate) Vec<(String, String)>);

impl Pairs {
    pub(crate) fn get(&self, name: &str) -> &str {
        let known = self.0.iter().find(|(known, _)| known == name);
        known.map_or("", |(_, value)| value.as_str())
    }

    pub(crate) fn is_on(&self, name: &str) -> bool {
        self.get(name) == "on"
    }
}

impl axum::extract::FromRequest<Site> for Pairs {
    type Rejection = Response;

    async fn from_request(request: axum::extract::Request, site: &Site) -> Result<Pairs, Response> {
        let form = axum::Form::<Vec<(String, String)>>::from_request(request, site).await;
        form.map(|axum::Form(pairs)| Pairs(pairs))
            .map_err(|_| bad_form())
    }
}

/// An empty form that says what was done, from the address: what a page shows on which
/// somebody arrives.
pub(crate) fn arrived(query: &[(String, String)]) -> Form {
    let tag = query.iter().find(|(name, _)| name == "done");
    Form {
        done: tag.and_then(|(_, tag)| Done::from_tag(tag)),
        ..Form::default()
    }
}
