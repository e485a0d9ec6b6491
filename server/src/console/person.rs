//! `/admin/person/{id}`: a person, masked.

use app::page::Page;
use app::pages::console::{Opened, PersonView, Said, View};
use axum::extract::{Path, Query};
use axum::response::Response;
use backend::{Content, Failure, OpenRefused, PersonShown, Uuid, Who};
use privacy::Masked;

use super::{back, said, shown};
use crate::admin::staff;
use crate::visit::{Pairs, Visit, bad_form, see_other};

pub(super) fn address(id: Uuid) -> String {
    format!("/admin/person/{id}")
}

/// The account that an address names. One that is none is nobody's.
pub(super) fn account(visit: &Visit, id: &str) -> Result<Uuid, Response> {
    id.parse()
        .map_err(|_| visit.failed(&Failure::Missing, Page::Admin))
}

/// `POST /admin/search`
pub(super) async fn search(visit: Visit, pairs: Pairs) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let store = &visit.site.service.store;
    let whom = pairs.get("whom").trim();
    let found = match whom.parse::<Uuid>() {
        Ok(id) => match store.person_shown(who, id).await {
            Ok(_) => Ok(Some(id)),
            // Without the right there is no such page either.
            Err(Failure::Missing) if who.role.has(privacy::Right::Persons) => Ok(None),
            Err(failure) => Err(failure),
        },
        Err(_) => store.person_find(who, whom).await,
    };
    Ok(match found {
        Ok(Some(id)) => see_other(&address(id)),
        Ok(None) => back(Page::Admin.path(), Said::NobodyFound),
        Err(failure) => visit.failed(&failure, Page::Admin),
    })
}

/// `GET /admin/person/{id}`
pub(super) async fn page(
    visit: Visit,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = account(&visit, &id)?;
    let failed = |failure| visit.failed(&failure, Page::Admin);
    let store = &visit.site.service.store;
    let person = store.person_shown(who, id).await.map_err(failed)?;
    let opened = opened(&visit, who, &person).await.map_err(failed)?;
    let view = View::Person(Box::new(PersonView {
        shown: person,
        opened,
    }));
    Ok(shown(&visit, address(id), said(&query), view))
}

/// What is open, as the page shows it.
async fn opened(visit: &Visit, who: &Who, person: &PersonShown) -> Result<Vec<Opened>, Failure> {
    let store = &visit.site.service.store;
    let mut opened = Vec::new();
    // Restricted since: nobody looks any more.
    let open = person.open.iter().filter(|_| !person.restricted);
    for (what, _) in open.filter(|(what, _)| *what != Masked::Case) {
        opened.push(match store.person_read(who, person.account, *what).await? {
            Content::Address(address) => Opened::Address(address),
            Content::SignIns(attempts) => Opened::SignIns(attempts),
            Content::Documents(documents) => {
                Opened::Documents(documents.iter().map(words).collect())
            }
            Content::Pages(slugs) => {
                Opened::Pages(slugs.iter().map(|slug| format!("/cv/{slug}")).collect())
            }
        });
    }
    Ok(opened)
}

/// The words of a document, as others would see it.
fn words(document: &cv::Document) -> String {
    let format = typeset::exports::named("text");
    let text = format.map(|format| format.write(document.shown(), None));
    String::from_utf8_lossy(&text.unwrap_or_default()).into_owned()
}

/// `POST /admin/person/{id}/open`
pub(super) async fn open(
    visit: Visit,
    Path(id): Path<String>,
    pairs: Pairs,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = account(&visit, &id)?;
    let what = Masked::from_name(pairs.get("what")).filter(|what| *what != Masked::Case);
    let what = what.ok_or_else(bad_form)?;
    let store = &visit.site.service.store;
    let opened = store.person_open(who, id, what, pairs.get("reason")).await;
    let said = match opened {
        Ok(Ok(_)) => Said::Opened,
        Ok(Err(OpenRefused::NoReason)) => Said::NoReason,
        Ok(Err(OpenRefused::Restricted)) => Said::Restricted,
        Err(failure) => return Ok(visit.failed(&failure, Page::Admin)),
    };
    Ok(back(&address(id), said))
}

/// `POST /admin/person/{id}/mask`
pub(super) async fn mask(visit: Visit, Path(id): Path<String>) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = account(&visit, &id)?;
    match visit.site.service.store.person_mask(who, id).await {
        Ok(()) => Ok(back(&address(id), Said::Masked)),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}
