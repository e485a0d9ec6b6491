//! What is done with an account.

use app::page::Page;
use app::pages::console::Said;
use axum::extract::Path;
use axum::response::Response;
use backend::BlockRefused;

use super::person::{account, address};
use super::{back, forget};
use crate::admin::staff;
use crate::visit::{Pairs, Visit};

fn refused(refused: BlockRefused) -> Said {
    match refused {
        BlockRefused::NoReason => Said::NoReason,
        BlockRefused::Staff => Said::WorksHere,
    }
}

/// `POST /admin/person/{id}/sign-out`
pub(super) async fn sign_out(visit: Visit, Path(id): Path<String>) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = account(&visit, &id)?;
    match visit.site.service.store.person_sign_out(who, id).await {
        Ok(()) => Ok(back(&address(id), Said::SignedOut)),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/person/{id}/block`
pub(super) async fn block(
    visit: Visit,
    Path(id): Path<String>,
    pairs: Pairs,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = account(&visit, &id)?;
    let store = &visit.site.service.store;
    match store.person_block(who, id, pairs.get("reason")).await {
        Ok(Ok(pages)) => {
            forget(&visit, &pages);
            Ok(back(&address(id), Said::Blocked))
        }
        Ok(Err(why)) => Ok(back(&address(id), refused(why))),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/person/{id}/unblock`
pub(super) async fn unblock(visit: Visit, Path(id): Path<String>) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = account(&visit, &id)?;
    match visit.site.service.store.person_unblock(who, id).await {
        Ok(_) => Ok(back(&address(id), Said::Unblocked)),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/person/{id}/minor`: when it is answered, it is done.
pub(super) async fn minor(
    visit: Visit,
    Path(id): Path<String>,
    pairs: Pairs,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = account(&visit, &id)?;
    if !pairs.is_on("sure") {
        return Ok(back(&address(id), Said::MinorNotSure));
    }
    match visit.site.service.store.person_minor(who, id).await {
        Ok(Ok(erased)) => {
            forget(&visit, &erased.pages);
            Ok(back(Page::Admin.path(), Said::MinorErased))
        }
        Ok(Err(why)) => Ok(back(&address(id), refused(why))),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/person/{id}/settle`: they are 18 or older.
pub(super) async fn settle(visit: Visit, Path(id): Path<String>) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = account(&visit, &id)?;
    match visit.site.service.store.age_settle(who, id).await {
        Ok(_) => Ok(back(&address(id), Said::Settled)),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}

/// `POST /admin/person/{id}/guardian`
pub(super) async fn guardian(
    visit: Visit,
    Path(id): Path<String>,
    pairs: Pairs,
) -> Result<Response, Response> {
    let who = staff(&visit)?;
    let id = account(&visit, &id)?;
    let store = &visit.site.service.store;
    match store.guardian_record(who, id, pairs.get("note")).await {
        Ok(true) => Ok(back(&address(id), Said::GuardianRecorded)),
        Ok(false) => Ok(back(&address(id), Said::NoReason)),
        Err(failure) => Ok(visit.failed(&failure, Page::Admin)),
    }
}
