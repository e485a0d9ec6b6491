//! `/share/{id}/{link}/statistics`: how often a public page was opened, for its owner
//! alone, by an account or an owner link. A plain page.

use app::page::Page;
use app::pages::share::statistics::{Counted, StatisticsView};
use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use backend::{Failure, PageCounts, Uuid};
use leptos::prelude::provide_context;

use crate::router::Site;
use crate::visit::Visit;

pub(crate) fn routes() -> Router<Site> {
    Router::new().route("/share/{id}/{link}/statistics", get(page))
}

/// There is no such page for whoever asks; which of the two, is not said.
fn missing(visit: &Visit) -> Response {
    let mut response = visit.page(Page::NotFound, || {});
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

/// `GET /share/{id}/{link}/statistics`
async fn page(
    visit: Visit,
    ids: Result<Path<(Uuid, Uuid)>, PathRejection>,
) -> Result<Response, Response> {
    let Path((document, link)) = ids.map_err(|_| missing(&visit))?;
    let who = visit.who.as_ref().ok_or_else(|| missing(&visit))?;
    let store = &visit.site.service.store;
    let statistics = match store.page_statistics(who.actor(), document, link).await {
        Err(Failure::Missing) => return Err(missing(&visit)),
        statistics => statistics.map_err(|failure| visit.failed(&failure, Page::Statistics))?,
    };
    let view = StatisticsView {
        document: document.to_string(),
        page: link.to_string(),
        address: visit.address(&format!("/cv/{}", statistics.slug)),
        days: statistics
            .days
            .iter()
            .map(|it| counted(it, it.from.to_string()))
            .collect(),
        months: statistics
            .months
            .iter()
            .map(|it| {
                let (year, month, _) = it.from.parts();
                counted(it, format!("{year:04}-{month:02}"))
            })
            .collect(),
        uncounted: statistics.uncounted,
    };
    Ok(visit.page(Page::Statistics, move || provide_context(view)))
}

fn counted(of: &PageCounts, name: String) -> Counted {
    Counted {
        name,
        opened: of.opened,
        pdf: of.pdf,
        card: of.card,
        data: of.data,
        text: of.text,
        bots: of.bots,
    }
}
