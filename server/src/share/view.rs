//! What the sharing pages show, put together.

use crate::router::Site;
use crate::{pages, public, share};
use app::pages::share::{
    Differs, LinkLine, LinkState, Problem, Screen, Sharing, ShowForm, TermsForm, Version, fields,
    places,
};
use app::pages::{exposed, versions};
use axum::http::HeaderMap;
use backend::{Failure, Link, Stored, Uuid, Variant};
use cv::{Details, Exposure, Redaction};
use privacy::{Actor, Purpose};
use texts::Lang;

use super::choices::Choices;

/// Which of the pages it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// The list; where there is no link, a new one.
    Links,
    New,
    Link(Uuid),
}

pub(super) async fn sharing(
    site: &Site,
    actor: Actor,
    id: Uuid,
    which: Which,
    choices: &Choices,
    problem: Option<Problem>,
    headers: &HeaderMap,
) -> Result<Sharing, Failure> {
    let store = &site.service.store;
    let lang = pages::request_language(headers);
    let stored = store.cv_load(actor, Purpose::Publish, id, None).await?;
    let stored = stored.ok_or(Failure::Missing)?;
    let page = Making {
        site,
        actor,
        id,
        stored: &stored,
        choices,
        lang,
    };
    let screen = match stored.document.kind {
        cv::Kind::Profile => Screen::Profile,
        cv::Kind::Letter => Screen::Letter,
        cv::Kind::Cv => page.screen(which).await?,
    };
    let limits = store.limits(actor).await?;
    Ok(Sharing {
        id: id.to_string(),
        address: format!("{}/cv/", share::origin(site, headers)),
        restricted: limits.standing().restricted,
        done: choices.done(),
        problem,
        screen,
    })
}

/// A page that is being made.
struct Making<'a> {
    site: &'a Site,
    actor: Actor,
    id: Uuid,
    stored: &'a Stored,
    choices: &'a Choices,
    lang: Lang,
}

impl Making<'_> {
    async fn screen(&self, which: Which) -> Result<Screen, Failure> {
        let store = &self.site.service.store;
        match which {
            Which::Link(link) => {
                let link = store.link(self.actor, self.id, link).await?;
                let family = store.page_variants(self.actor, self.id).await?;
                let variants = self.variants(&link, &family).await?;
                let line = self.line(&link, &variants).await?;
                let show = self.show_form(Some(&link), variants).await?;
                let mut terms = self.terms_form(Some(&link));
                terms.no_room = public::lacks_room(self.site, &link).await?;
                return Ok(Screen::Link(Box::new(line), show, terms));
            }
            Which::Links => {
                let links = store.links(self.actor, self.id).await?;
                if !links.is_empty() {
                    let family = store.page_variants(self.actor, self.id).await?;
                    let mut lines = Vec::with_capacity(links.len());
                    for link in &links {
                        let variants = self.variants(link, &family).await?;
                        lines.push(self.line(link, &variants).await?);
                    }
                    return Ok(Screen::Links(lines));
                }
            }
            Which::New => {}
        }
        let variants = store.page_variants(self.actor, self.id).await?;
        let show = self.show_form(None, variants).await?;
        Ok(Screen::New(show, self.terms_form(None)))
    }

    /// What is said of a link. A code is offered where it would lead somewhere for
    /// certain: who asks for a PDF says in a header what the site is called, and could
    /// say anything.
    fn terms_form(&self, link: Option<&Link>) -> TermsForm {
        let mut form = self.choices.terms_form(self.site.service.store.now(), link);
        form.code = form.code.filter(|_| self.site.origin.is_some());
        form
    }

    /// The CVs in other languages that there are, and after them those that the link
    /// shows which are not the same CV any more: its owner sees all that is public.
    async fn variants(&self, link: &Link, family: &[Variant]) -> Result<Vec<Variant>, Failure> {
        let store = &self.site.service.store;
        let mut variants = family.to_vec();
        for (id, _) in &link.variants {
            if !variants.iter().any(|variant| variant.id == *id) {
                variants.extend(store.page_variant(self.actor, *id).await?);
            }
        }
        Ok(variants)
    }

    async fn line(&self, link: &Link, variants: &[Variant]) -> Result<LinkLine, Failure> {
        let of = |id: Uuid| variants.iter().find(|variant| variant.id == id);
        let others = link.variants.iter().filter_map(|(id, _)| of(*id));
        let mut languages: Vec<_> = others.map(|variant| variant.language.name()).collect();
        if !languages.is_empty() {
            languages.insert(0, self.stored.document.language.name());
        }
        Ok(LinkLine {
            id: link.id.to_string(),
            name: link.name.clone(),
            slug: link.slug.clone(),
            former: link.former.clone(),
            state: match link.state {
                backend::LinkState::Open => LinkState::Open,
                backend::LinkState::Ended => LinkState::Ended,
                backend::LinkState::Withdrawn => LinkState::Withdrawn,
            },
            published_at: link.published_at,
            expires_at: link.expires_at,
            locked: link.locked,
            indexed: link.indexed,
            downloads: link.downloads,
            languages,
            differs: self.differs(link, variants).await?,
        })
    }

    /// Whether a link shows what it would if it were published now.
    async fn differs(&self, link: &Link, variants: &[Variant]) -> Result<Differs, Failure> {
        if link.state == backend::LinkState::Withdrawn {
            return Ok(Differs::Nothing);
        }
        let is_newer = |(id, version): &(Uuid, u64)| {
            let now = variants.iter().find(|variant| variant.id == *id);
            now.is_some_and(|now| now.version != *version)
        };
        let others = link.variants.iter().any(is_newer);
        let store = &self.site.service.store;
        let difference = store.link_difference(self.actor, self.id, link.id).await?;
        Ok(match difference {
            Some(difference) if difference.is_something() || others => Differs::In {
                changes: versions::told(&cv::changes(&difference.old, &difference.new), self.lang),
                photo: difference.photo,
                details: difference.details,
                variants: others,
            },
            Some(_) => Differs::No,
            None if link.document_version == self.stored.version => Differs::No,
            None => Differs::Somehow,
        })
    }

    /// What is shown: what was chosen in this form, else what the link shows, else
    /// what is usual.
    async fn show_form(
        &self,
        link: Option<&Link>,
        variants: Vec<Variant>,
    ) -> Result<ShowForm, Failure> {
        let store = &self.site.service.store;
        let document = &self.stored.document;
        let chosen = self.choices.has_shown();
        let redaction = match (chosen, link) {
            (true, _) => self.choices.redaction(),
            (false, Some(link)) => link.redaction.clone(),
            (false, None) => Redaction::usual(),
        };
        let details = store.page_details(self.actor, document).await?;
        let details = details
            .into_iter()
            .map(|field| (field, redaction.shows_detail(field)))
            .collect();
        let (_, shown) = store.page_preview(self.actor, self.id, &redaction).await?;
        let found = cv::exposed(document, &shown.details, &redaction);
        let mut warnings: Vec<String> = found
            .iter()
            .map(|one| exposed::line(one, document, self.lang))
            .collect();
        let ticked = self.choices.variants();
        let is_shown = |variant: Uuid| match (chosen, link) {
            (true, _) => ticked.iter().any(|(id, _)| *id == variant),
            (false, Some(link)) => link.variants.iter().any(|(id, _)| *id == variant),
            (false, None) => false,
        };
        for variant in &variants {
            if is_shown(variant.id) {
                warnings.extend(self.warnings_of(variant.id, &redaction).await?);
            }
        }
        let variants = variants.into_iter().map(|variant| Version {
            shown: is_shown(variant.id),
            id: variant.id.to_string(),
            version: variant.version,
            name: variant
                .name
                .unwrap_or_else(|| texts::account::cvs_untitled(self.lang).to_owned()),
            language: variant.language.name(),
        });
        Ok(ShowForm {
            version: self.stored.version,
            fields: fields(document, &redaction),
            details,
            contacts: redaction.shows_contacts(),
            anonymous: redaction.is_anonymous(),
            places: places(document, &redaction, self.lang),
            variants: variants.collect(),
            warnings,
            content: !document.is_blank(),
        })
    }

    /// The same of a CV in another language that is published along, where it is not
    /// what its owner chooses in this form.
    async fn warnings_of(
        &self,
        variant: Uuid,
        redaction: &Redaction,
    ) -> Result<Vec<String>, Failure> {
        let store = &self.site.service.store;
        let shown = store
            .page_preview_of(self.actor, self.id, redaction, variant)
            .await;
        let document = match shown {
            Ok(shown) => shown.document,
            // It has gone meanwhile.
            Err(Failure::Missing) => return Ok(Vec::new()),
            Err(failure) => return Err(failure),
        };
        let found = cv::exposed(&document, &Details::default(), &Redaction::none());
        let lines = found.iter().filter(|one| {
            matches!(
                one.what,
                Exposure::PersonalNumber
                    | Exposure::OthersEmail { .. }
                    | Exposure::OthersPhone { .. }
            )
        });
        let lines = lines.map(|one| exposed::line(one, &document, self.lang));
        Ok(lines.collect())
    }
}
