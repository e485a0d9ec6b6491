//! What a browser downloads for `/` and `/edit`: every file that the page
//! names, raw and brotli, as the server sends them.

use super::{Bed, Measurement};
use crate::instance::Instance;
use anyhow::{Result, ensure};
use std::collections::BTreeSet;

struct Size {
    address: String,
    raw: f64,
    brotli: f64,
}

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    let server = bed.server()?;
    let mut rows = Vec::new();
    for page in ["/", "/edit"] {
        let html = server.get(page, "identity")?;
        let mut addresses = vec![page.to_owned()];
        let named = named_in(&String::from_utf8_lossy(&html.body));
        // What comes after the form is named by the app's own script.
        if let Some(app) = named.iter().find(|it| stable_name(it) == "app.js") {
            let script = server.get(app, "identity")?;
            let script = String::from_utf8_lossy(&script.body).into_owned();
            addresses.extend(named_in(&script));
        }
        addresses.extend(named);
        let sizes: Vec<Size> = addresses
            .into_iter()
            .map(|address| size(&server, address))
            .collect::<Result<_>>()?;
        for size in &sizes {
            let name = stable_name(&size.address);
            rows.push(Measurement::told(
                &format!("{page}: {name}, raw"),
                size.raw,
                "KB",
            ));
            rows.push(Measurement::told(
                &format!("{page}: {name}, brotli"),
                size.brotli,
                "KB",
            ));
        }
        let sum = |wanted: &dyn Fn(&str) -> bool| -> f64 {
            sizes
                .iter()
                .filter(|size| wanted(&size.address))
                .map(|size| size.brotli)
                .sum()
        };
        if page == "/edit" {
            let engine = |address: &str| {
                ["/later-", "/preview-", "/writer-"]
                    .iter()
                    .any(|later| address.contains(later))
            };
            // Fetched when somebody imports, and after everything else.
            let code = |address: &str| {
                address.starts_with("/pkg/")
                    && !["/importer-", "/exporter-", "/reader-", "/adviser-"]
                        .iter()
                        .any(|lazy| address.contains(lazy))
            };
            let form = sum(&|address| code(address) && !engine(address));
            rows.push(Measurement::budgeted(
                "/edit: until one can type, brotli",
                form,
                "KB",
                350.0,
            ));
            let all = sum(&code);
            rows.push(Measurement::budgeted(
                "/edit: with dialogs, pages and PDF, brotli",
                all,
                "KB",
                1000.0,
            ));
        } else {
            rows.push(Measurement::told("/: all, brotli", sum(&|_| true), "KB"));
        }
    }
    Ok(rows)
}

fn size(server: &Instance, address: String) -> Result<Size> {
    let raw = server.get(&address, "identity")?;
    ensure!(raw.status == 200, "{address} answered {}", raw.status);
    let packed = server.get(&address, "br")?;
    Ok(Size {
        address,
        raw: raw.body.len() as f64 / 1000.0,
        brotli: packed.body.len() as f64 / 1000.0,
    })
}

/// Addresses of our own files in the attributes of a page, and in the style's.
fn named_in(html: &str) -> BTreeSet<String> {
    html.split('"')
        .flat_map(str::split_whitespace)
        .filter(|value| {
            ["/pkg/", "/fonts/", "/icons/"]
                .iter()
                .any(|start| value.starts_with(start))
        })
        .map(|value| value.split('#').next().unwrap_or(value).to_owned())
        .collect()
}

/// `/pkg/app-0123456789abcdef.js` is `app.js` in every build.
fn stable_name(address: &str) -> String {
    let Some(file) = address.strip_prefix("/pkg/") else {
        return address.to_owned();
    };
    match (file.rsplit_once('-'), file.rsplit_once('.')) {
        (Some((name, _)), Some((_, ending))) => format!("{name}.{ending}"),
        _ => file.to_owned(),
    }
}
