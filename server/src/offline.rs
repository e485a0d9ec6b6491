//! What browsers keep so that the editor opens without a network: a worker that names
//! every file of this version with its hash, and for each language one page of the
//! editor that is nobody's.
//!
//! The page is rendered once, for no request: it has no account, no nonce and no cookie,
//! and its policy names its scripts by their hashes. The worker's list has the page's
//! hash too, so that a browser keeps these bytes or none.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use app::account::AccountHere;
use app::language::Lang;
use app::page::{Page, SHELL};
use app::pages::terms::Terms;
use app::shell::{Asset, Assets, Kept, document_fonts, shell as whole_page};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, Request, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use leptos::nonce::Nonce;
use leptos::prelude::provide_context;
use privacy::Stored;
use sha2::{Digest, Sha256};

use crate::assets::Public;
use crate::headers::{WORKER, hashed_policy};
use crate::router::Site;

const LANGUAGES: [Lang; 2] = [Lang::Sv, Lang::En];
/// More than a page has, in bytes.
const LARGEST: usize = 4 * 1024 * 1024;
/// Fonts apart, what every CV in these languages may ask for.
const NEEDED: [&str; 3] = [
    "hyphenation/sv.bin",
    "hyphenation/en.bin",
    "icons/merit.svg",
];

/// The worker and the pages, as they are sent.
#[derive(Debug)]
pub(crate) struct Offline {
    worker: Bytes,
    pages: Vec<KeptPage>,
}

#[derive(Debug)]
struct KeptPage {
    lang: Lang,
    html: Bytes,
    policy: HeaderValue,
}

/// `GET /offline.js`
pub(crate) async fn worker(State(site): State<Site>) -> Response {
    let Some(offline) = offline(&site).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (CONTENT_TYPE, "text/javascript; charset=utf-8"),
        // Browsers ask for it at every visit: that is how a new version is noticed.
        (CACHE_CONTROL, "no-cache"),
        (CONTENT_SECURITY_POLICY, WORKER),
    ];
    (headers, offline.worker.clone()).into_response()
}

/// `GET /edit/shell/{lang}`
pub(crate) async fn shell(State(site): State<Site>, Path(lang): Path<String>) -> Response {
    let offline = offline(&site).await;
    let pages = offline.map_or(&[][..], |offline| offline.pages.as_slice());
    let Some(page) = pages.iter().find(|page| page.lang.tag() == lang) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let text = HeaderValue::from_static;
    let headers = [
        (CONTENT_TYPE, text("text/html; charset=utf-8")),
        (CONTENT_LANGUAGE, text(page.lang.tag())),
        (CACHE_CONTROL, text("no-cache")),
        (CONTENT_SECURITY_POLICY, page.policy.clone()),
    ];
    (headers, page.html.clone()).into_response()
}

/// Made once. None where nobody has built the client, and where it could not be made:
/// then the next who asks has it made again.
async fn offline(site: &Site) -> Option<&Offline> {
    let assets = site.assets.as_ref()?;
    let made = site.offline.get_or_try_init(|| async move {
        let made = Offline::made(assets, &site.service.terms()).await;
        made.ok_or(())
    });
    let made = made.await.ok();
    if made.is_none() {
        tracing::error!("what browsers keep for when there is no network was not made");
    }
    made
}

impl Offline {
    async fn made(assets: &Arc<Assets>, terms: &Arc<Terms>) -> Option<Offline> {
        let mut pages = Vec::new();
        for lang in LANGUAGES {
            pages.push(KeptPage::rendered(lang, assets, terms).await?);
        }
        let worker = script(assets, &pages)?;
        Some(Offline {
            worker: worker.into(),
            pages,
        })
    }
}

impl KeptPage {
    async fn rendered(lang: Lang, assets: &Arc<Assets>, terms: &Arc<Terms>) -> Option<KeptPage> {
        let (assets, terms) = (assets.clone(), terms.clone());
        let render = leptos_axum::render_app_async_with_context(
            move || {
                // In place of the one that the framework makes for every page.
                provide_context(Nonce::from_value(""));
                provide_context(Kept);
                provide_context(lang);
                provide_context(AccountHere::default());
                provide_context(terms.clone());
            },
            move || whole_page(Page::Edit, Some(&assets)),
        );
        let request = Request::builder().uri(Page::Edit.path());
        let request = request.body(Body::empty()).ok()?;
        let body = to_bytes(render(request).await.into_body(), LARGEST).await;
        let html = String::from_utf8(body.ok()?.to_vec()).ok()?;
        let html = html.replace(" nonce=\"\"", "");
        let policy = hashed_policy(&scripts(&html)?);
        Some(KeptPage {
            lang,
            html: html.into(),
            policy: HeaderValue::from_str(&policy).ok()?,
        })
    }

    fn path(&self) -> String {
        format!("{SHELL}{}", self.lang.tag())
    }
}

/// The hashes of a page's scripts, all of which stand in it.
fn scripts(html: &str) -> Option<Vec<String>> {
    let mut hashes = Vec::new();
    for element in html.split("<script").skip(1) {
        let (_, text) = element.split_once('>')?;
        let (text, _) = text.split_once("</script>")?;
        hashes.push(sha256(text.as_bytes()));
    }
    Some(hashes)
}

fn sha256(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// The worker: what it is to know, and what it does.
fn script(assets: &Assets, pages: &[KeptPage]) -> Option<String> {
    let mut files = BTreeMap::new();
    let mut needed = Vec::new();
    let Assets {
        app_js,
        app_wasm,
        later_wasm,
        preview_js,
        preview_wasm,
        writer_js,
        writer_wasm,
        importer_js,
        importer_wasm,
        exporter_js,
        exporter_wasm,
        adviser_js,
        adviser_wasm,
        reader_js,
        css,
        fonts: _,
        version,
    } = assets;
    let mut take = |asset: &Asset, at_once: bool| {
        files.insert(asset.url.clone(), asset.integrity.clone());
        needed.extend(at_once.then(|| asset.url.clone()));
    };
    // What an editor fetches by itself; the rest is kept when it is first used.
    for asset in [
        app_js,
        app_wasm,
        later_wasm,
        css,
        preview_js,
        preview_wasm,
        writer_js,
        writer_wasm,
        importer_js,
        importer_wasm,
    ] {
        take(asset, true);
    }
    for asset in [
        exporter_js,
        exporter_wasm,
        adviser_js,
        adviser_wasm,
        reader_js,
    ] {
        take(asset, false);
    }
    let first = document_fonts();
    for path in Public::iter() {
        let font = path.strip_prefix("fonts/");
        let font = font.filter(|name| name.ends_with(".ttf"));
        let patterns = path.starts_with("hyphenation/") && path.ends_with(".bin");
        let at_once = NEEDED.contains(&&*path) || font.is_some_and(|name| first.contains(&name));
        if font.is_some() || patterns || at_once {
            let hash = Public::get(&path)?.metadata.sha256_hash();
            let asset = Asset {
                url: format!("/{path}"),
                integrity: format!("sha256-{}", STANDARD.encode(hash)),
            };
            take(&asset, at_once);
        }
    }
    let mut shells = BTreeMap::new();
    for page in pages {
        let asset = Asset {
            url: page.path(),
            integrity: format!("sha256-{}", sha256(&page.html)),
        };
        take(&asset, true);
        shells.insert(page.lang.tag(), asset.url);
    }
    let prefix = format!("{}-", Stored::Program.name());
    let mut script = String::new();
    for (name, value) in [
        ("VERSION", json(version)?),
        ("PREFIX", json(&prefix)?),
        ("SHELLS", json(&shells)?),
        ("FILES", json(&files)?),
        ("NEEDED", json(&needed)?),
    ] {
        // Writing to a string does not fail.
        let _ = writeln!(script, "const {name} = {value};");
    }
    // Another list is another cache, and so is another way to fill it.
    script.push_str(include_str!("offline/worker.js"));
    let hash = Sha256::digest(script.as_bytes());
    let hash: String = hash[..8].iter().map(|it| format!("{it:02x}")).collect();
    Some(format!("const CACHE = \"{prefix}{hash}\";\n{script}"))
}

fn json(value: &impl serde::Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
}
