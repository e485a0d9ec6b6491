//! The console: looking persons up, opening what is masked of them, and what is done
//! with their accounts. Who may what is decided in `backend`.

mod acts;
mod approvals;
mod holds;
mod oversight;
mod person;

use app::page::Page;
use app::pages::console::{Console, Said, View};
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use backend::Uuid;
use leptos::prelude::provide_context;

use crate::public;
use crate::router::Site;
use crate::visit::{Visit, see_other};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/admin/search", post(person::search))
        .route("/admin/person/{id}", get(person::page))
        .route("/admin/person/{id}/open", post(person::open))
        .route("/admin/person/{id}/mask", post(person::mask))
        .route("/admin/person/{id}/sign-out", post(acts::sign_out))
        .route("/admin/person/{id}/block", post(acts::block))
        .route("/admin/person/{id}/unblock", post(acts::unblock))
        .route("/admin/person/{id}/minor", post(acts::minor))
        .route("/admin/person/{id}/settle", post(acts::settle))
        .route("/admin/person/{id}/guardian", post(acts::guardian))
        .route("/admin/person/{id}/hold", post(holds::propose))
        .route("/admin/minors", get(approvals::minors))
        .route("/admin/minors", post(approvals::propose_minors))
        .route("/admin/approvals", get(approvals::page))
        .route("/admin/approvals/confirm", post(approvals::confirm))
        .route("/admin/approvals/decline", post(approvals::decline))
        .route("/admin/holds", get(holds::page))
        .route("/admin/holds/review", post(holds::review))
        .route("/admin/holds/end", post(holds::end))
        .route("/admin/retention", get(oversight::retention))
        .route("/admin/proof", get(oversight::proof))
        .route("/admin/proof", post(oversight::prove))
}

/// A part of the console, under its address.
fn shown(visit: &Visit, to: String, said: Option<Said>, view: View) -> Response {
    let console = Console { to, said, view };
    visit.page(Page::Console, move || provide_context(console))
}

/// The way back to a part, and what is said there.
pub(crate) fn back(to: &str, said: Said) -> Response {
    see_other(&format!("{to}?said={}", said.tag()))
}

/// What an address says above its part.
pub(crate) fn said(query: &[(String, String)]) -> Option<Said> {
    let tag = query.iter().find(|(name, _)| name == "said")?;
    Said::from_tag(&tag.1)
}

/// Nothing that is remembered of these pages is shown any more.
fn forget(visit: &Visit, pages: &[Uuid]) {
    for page in pages {
        public::forget(&visit.site.public, *page);
    }
}
