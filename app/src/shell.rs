//! The HTML around a page: `<html>`, `<head>`, and for the interactive page the
//! scripts that hydrate it.
//!
//! Every script carries the response's nonce; the server's policy lets no other
//! run. In a page that browsers keep ([`Kept`]) there is none, and the policy names the
//! scripts by their hashes. There are two: the first runs before the page is drawn, the second
//! starts the app. Pages without interaction get neither; those where somebody
//! signs in get one of their own, for passkeys.

use crate::account::{self, AccountHere, Kind};
use crate::escape::escaped;
use crate::language::{Lang, lang};
use crate::page::{Page, Refresh};
use crate::pages;
use crate::pages::optional::{Optional, Remembers};
use crate::pages::share::Locked;
use crate::pages::terms::Terms;
use leptos::attr::custom::CustomAttribute;
use leptos::html::meta;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use privacy::Stored;
use serde::Deserialize;
use std::sync::Arc;

/// A file that the client build named by its content.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Asset {
    /// Its address: `/pkg/app-0123456789abcdef.js`.
    pub url: String,
    /// For an `integrity` attribute: `sha384-…`.
    pub integrity: String,
}

/// What the client build made, as it stands in `dist/manifest.json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Assets {
    pub app_js: Asset,
    pub app_wasm: Asset,
    /// What comes after the form: the app's own script knows where it is.
    pub later_wasm: Asset,
    pub preview_js: Asset,
    pub preview_wasm: Asset,
    pub writer_js: Asset,
    pub writer_wasm: Asset,
    pub importer_js: Asset,
    pub importer_wasm: Asset,
    pub exporter_js: Asset,
    pub exporter_wasm: Asset,
    pub adviser_js: Asset,
    pub adviser_wasm: Asset,
    pub reader_js: Asset,
    pub css: Asset,
    /// Addresses of all font files, sorted.
    pub fonts: Vec<String>,
    /// What stands for all of it: another build has another one. The server sets it.
    #[serde(skip)]
    pub version: String,
}

/// The page is rendered for no request, to be kept in browsers and shown without a
/// network: for whom is not known before it is opened, and no nonce holds so long. The
/// server provides it.
#[derive(Clone, Copy, Debug)]
pub struct Kept;

/// A whole page. Needs in its context [`Lang`] and, for an interactive page,
/// the nonce and [`AccountHere`]. `assets` is missing only where nobody built the client yet.
pub fn shell(page: Page, assets: Option<&Assets>) -> impl IntoView + use<> {
    let lang = lang();
    let account = page.interactive().then(account::here);
    let modules = assets.filter(|_| page.interactive());
    let terms = use_context::<Arc<Terms>>().unwrap_or_default();
    let remembers = use_context::<Remembers>();
    let kept = use_context::<Kept>().is_some();
    let keeps = kept || use_context::<Optional>().is_some_and(Optional::keeps_program);
    let url = |asset: fn(&Assets) -> &Asset| modules.map(|assets| asset(assets).url.clone());
    view! {
        <!DOCTYPE html>
        <html
            lang=lang.tag()
            data-account=account.as_ref().map(|here| here.kind.name())
            data-account-tag=account.as_ref().and_then(|here| here.tag.clone())
            data-shared=account.is_some_and(|here| here.shared)
            data-preview-js=url(|assets| &assets.preview_js)
            data-preview-wasm=url(|assets| &assets.preview_wasm)
            data-writer-js=url(|assets| &assets.writer_js)
            data-writer-wasm=url(|assets| &assets.writer_wasm)
            data-importer-js=url(|assets| &assets.importer_js)
            data-importer-wasm=url(|assets| &assets.importer_wasm)
            data-exporter-js=url(|assets| &assets.exporter_js)
            data-exporter-wasm=url(|assets| &assets.exporter_wasm)
            data-adviser-js=url(|assets| &assets.adviser_js)
            data-adviser-wasm=url(|assets| &assets.adviser_wasm)
            data-reader-js=url(|assets| &assets.reader_js)
            data-fonts=modules.map(|_| document_fonts().join(" "))
            data-template=modules.map(|_| document_template())
            data-terms=modules.map(|_| terms.version.clone())
            data-version=modules.map(|assets| assets.version.clone())
            data-offline=modules.is_some() && keeps
            data-shell=kept
            data-remembers=modules.and(remembers).map(|it| it.attributes)
        >
            {head(page, lang, assets)}
            <body>{pages::body(page)}</body>
        </html>
    }
}

/// The font files of a new document, each in the place of its face's number. They are fetched while the live pages are on their way; what
/// else a document needs these ask for.
pub fn document_fonts() -> Vec<&'static str> {
    use typeset::Face;
    let first = Face::all().take_while(|face| *face <= Face::DISPLAY);
    first.map(Face::file).collect()
}

/// The template of a new document, as a document holds it: the one that was used
/// last, if that may be remembered.
pub(crate) fn document_template() -> String {
    let last = use_context::<Remembers>().and_then(|it| it.template);
    let last = last.and_then(|name| typeset::template::named(&name));
    let template = last.unwrap_or_else(typeset::template::default);
    let template = template.for_document();
    serde_json::to_string(&template).unwrap_or_default()
}

fn head(page: Page, lang: Lang, assets: Option<&Assets>) -> impl IntoView + use<> {
    view! {
        <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            // Set as HTML, because Leptos ends a text with a marker, which a
            // browser would show in a title.
            <title inner_html=escaped(&pages::title(page, lang))></title>
            <meta name="description" content=pages::description(page, lang) />
            {use_context::<Refresh>().map(|Refresh(seconds)| {
                view! { <meta http-equiv="refresh" content=seconds.to_string() /> }
            })}
            {use_context::<Locked>().and_then(|locked| locked.picture).map(|picture| {
                preview(pages::title(page, lang), picture)
            })}
            <link rel="icon" href="/icons/merit.svg" type="image/svg+xml" />
            {assets.map(|assets| style(&assets.css))}
            {(page == Page::Landing).then(early)}
            {assets.filter(|_| page.interactive()).map(scripts)}
            {page.passkeys().then(passkeys)}
        </head>
    }
}

/// What is shown where somebody sends a link with a password to somebody (Open Graph):
/// nothing of what the password opens.
fn preview(title: String, picture: String) -> impl IntoView + use<> {
    let all = [
        ("og:type", "website".to_owned()),
        ("og:title", title),
        ("og:image", picture),
        ("og:image:type", "image/png".to_owned()),
    ];
    all.into_iter()
        .map(|(name, content)| meta().attr("property", name).attr("content", content))
        .collect_view()
}

fn style(css: &Asset) -> impl IntoView + use<> {
    view! { <link rel="stylesheet" href=css.url.clone() integrity=css.integrity.clone() /> }
}

/// What the first page is set in, asked for with the style: its heading would be broken
/// anew, and move all below it, when the fonts come later.
fn early() -> impl IntoView {
    ["source-serif-display", "inter-regular"].map(|font| {
        view! {
            <link
                rel="preload"
                href=format!("/fonts/{font}.ttf")
                r#as="font"
                r#type="font/ttf"
                crossorigin="anonymous"
            />
        }
    })
}

fn scripts(assets: &Assets) -> impl IntoView + use<> {
    let nonce = use_nonce();
    let (js, wasm) = (&assets.app_js, &assets.app_wasm);
    let kept = use_context::<Kept>().is_some();
    let before = match kept {
        true => whose_it_was(),
        false => before_drawing(&account::here()),
    };
    view! {
        // Nothing is to be fetched early where all of it is in the browser.
        {(!kept).then(|| view! {
            <link
                rel="modulepreload"
                href=js.url.clone()
                integrity=js.integrity.clone()
                nonce=nonce.clone()
            />
            <link
                rel="preload"
                href=wasm.url.clone()
                r#as="fetch"
                r#type="application/wasm"
                crossorigin="anonymous"
            />
        })}
        <script nonce=nonce.clone()>{before}</script>
        <script type="module" nonce=nonce>
            {start(&js.url, &wasm.url)}
        </script>
    }
}

/// The script that shows what passkeys are used for; the page works without.
fn passkeys() -> impl IntoView {
    view! { <script type="module" src="/scripts/passkey.js" nonce=use_nonce()></script> }
}

/// The script that runs before the page is drawn. It gives the app `import()`,
/// which Rust cannot say, and where there is a draft it has the blank form wait
/// out of sight until the draft has been opened.
fn before_drawing(here: &AccountHere) -> String {
    let load = "window.merit={load:url=>import(url)};";
    if here.shared {
        return load.to_owned();
    }
    // A member's own drafts, and those from before they signed in.
    let nobodys = Stored::Drafts.name();
    // Nobody is signed in, and there are drafts of somebody who did not sign out.
    let left = match here.kind {
        Kind::Member => String::new(),
        _ => format!(
            "if(Object.keys(localStorage).some(key=>key.startsWith(\"{nobodys}-\")))\
             document.documentElement.dataset.left=\"\";"
        ),
    };
    format!(
        "{load}try{{{left}if([{nobodys:?},{:?}].some(flag=>localStorage.getItem(flag)))\
         document.documentElement.dataset.waiting=\"\"}}catch{{}}",
        here.name(nobodys)
    )
}

/// The same for a page that was kept: it is for whom the last page was that the server
/// made, if nobody else has signed in since. On a computer that is shared meanwhile it
/// is for nobody, and keeps nothing.
fn whose_it_was() -> String {
    let (whose, drafts) = (Stored::Whose.name(), Stored::Drafts.name());
    format!(
        "window.merit={{load:url=>import(url)}};\
         try{{const html=document.documentElement.dataset;\
         if(/(^|; ){}=1/.test(document.cookie))html.shared=\"\";\
         else{{const[,whose]=/(?:^|; ){whose}=(link|[0-9a-f]{{16}})(?:;|$)/.exec(document.cookie)||[];\
         const tag=whose!=\"link\"&&whose;\
         html.account=tag?\"member\":whose||\"none\";if(tag)html.accountTag=tag;\
         if([{drafts:?},{drafts:?}+\"-\"+tag].some(flag=>localStorage.getItem(flag)))html.waiting=\"\"}}\
         }}catch{{}}",
        Stored::Shared.name()
    )
}

/// The script that starts the app, or has the page say that it cannot. The addresses are our build's own names,
/// written as JSON with `<` escaped, so that nothing can end the element.
fn start(js: &str, wasm: &str) -> String {
    let quoted = |text: &str| format!("{text:?}").replace('<', "\\u003c");
    format!(
        "const html=document.documentElement;\
         try{{const app=await import({});await app.default({{module_or_path:{}}});app.hydrate()}}\
         catch(e){{html.dataset.failed=typeof WebAssembly==\"object\"?\"load\":\"old\";throw e}}",
        quoted(js),
        quoted(wasm)
    )
}
