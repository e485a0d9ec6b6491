//! The page in a copy of everything: what the server keeps of somebody, with
//! their own values, and of each why, on which basis, for how long and for whom.
//! It is read from a disk, so that it needs nothing beside it.

use backend::{Held, HeldColumn, HeldTable};
use leptos::prelude::*;
use privacy::inventory::{self, Entry, Export};
use texts::{Lang, export as t, inventory as told};

use super::account::{Visitor, time};
use super::privacy::words;
use super::storage::{facts, listed};
use crate::escape::escaped;

mod labels;

use labels::{column, table};

/// All that it looks like.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse}\
th,td{border:1px solid #8888;padding:.25rem .5rem;text-align:start;vertical-align:top;overflow-wrap:break-word}\
dt{font-weight:600}dd{margin:0 0 .5rem}\
details{margin:.5rem 0;padding:.5rem;border:1px solid #8888}\
:root{color-scheme:light dark}";

/// The page as HTML.
pub fn page(lang: Lang, held: &Held) -> String {
    let owner = Owner::new_root(None);
    owner.with(|| {
        provide_context(lang);
        provide_context(Visitor::Nobody);
        whole(lang, held).to_html()
    })
}

fn whole(lang: Lang, held: &Held) -> impl IntoView + use<> {
    let files = held.files.iter().map(|file| {
        view! {
            <tr>
                <td><a href=file.name.clone()>{file.name.clone()}</a></td>
                <td>{file.bytes}</td>
            </tr>
        }
    });
    let missing = (!held.missing.is_empty()).then(|| {
        let names = held
            .missing
            .iter()
            .map(|name| view! { <li>{name.clone()}</li> });
        view! {
            <p><strong>{t::held_missing(lang)}</strong></p>
            <ul>{names.collect_view()}</ul>
        }
    });
    view! {
        <!DOCTYPE html>
        <html lang=lang.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
                <title inner_html=escaped(t::held_title(lang))></title>
                <style inner_html=STYLE></style>
            </head>
            <body>
                <main>
                    <h1>{t::held_title(lang)}</h1>
                    <p>{t::held_lead(lang, time(held.asked_at))}</p>
                    <p><strong>{t::held_privacy(lang)}</strong></p>
                    {missing}
                    {held.tables.iter().map(|table| section(table, lang)).collect_view()}
                    {without(lang)}
                    <h2>{t::held_files(lang)}</h2>
                    <p>{t::held_manifest(lang)}</p>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{t::held_files(lang)}</th>
                                <th scope="col">{t::held_size(lang)}</th>
                            </tr>
                        </thead>
                        <tbody>{files.collect_view()}</tbody>
                    </table>
                </main>
            </body>
        </html>
    }
}

fn section(held: &HeldTable, lang: Lang) -> impl IntoView + use<> {
    let columns: Vec<(String, &'static Entry)> = held
        .columns
        .iter()
        .map(|held| (column(&held.name, lang), held.declared))
        .collect();
    let heads = columns.iter().map(|(label, _)| {
        view! { <th scope="col">{label.clone()}</th> }
    });
    let rows = held.rows.iter().map(|row| {
        let cells = row.iter().zip(&held.columns);
        let cells = cells.map(|(cell, column)| view! { <td>{value(cell, column)}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let values = match held.rows.is_empty() {
        true => view! { <p>{t::held_none(lang)}</p> }.into_any(),
        false => view! {
            <table>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any(),
    };
    view! {
        <h2>{table(&held.name, lang)}</h2>
        {values}
        {(held.more > 0).then(|| view! { <p>{t::held_more(lang, held.more)}</p> })}
        <details>
            <summary>{t::held_why(lang)}</summary>
            {reasons(&columns, lang)}
        </details>
    }
}

/// A value: a file as a link to it, a moment as people write it.
fn value(cell: &str, column: &HeldColumn) -> AnyView {
    if column.is_file && !cell.is_empty() {
        let (to, name) = (cell.to_owned(), cell.to_owned());
        return view! { <a href=to>{name}</a> }.into_any();
    }
    let moment = matches!(column.name.as_str(), "at" | "until") || column.name.ends_with("_at");
    let text = match cell.strip_suffix('Z').filter(|_| moment) {
        Some(time) => time.replace('T', " "),
        None => cell.to_owned(),
    };
    text.into_any()
}

/// A name, and what is said under it.
type Fact = (&'static str, String);

/// What the inventory says of columns; those of which it says the same together.
fn reasons(columns: &[(String, &'static Entry)], lang: Lang) -> impl IntoView + use<> {
    let mut groups: Vec<(Vec<String>, Vec<Fact>)> = Vec::new();
    for (label, entry) in columns {
        let facts = all_facts(entry, lang);
        match groups.iter_mut().find(|(_, known)| *known == facts) {
            Some((labels, _)) => labels.push(label.clone()),
            None => groups.push((vec![label.clone()], facts)),
        }
    }
    groups
        .into_iter()
        .map(|(labels, mut facts)| {
            facts.insert(0, (t::held_data(lang), labels.join(", ")));
            listed(facts)
        })
        .collect_view()
}

fn all_facts(entry: &'static Entry, lang: Lang) -> Vec<Fact> {
    let recipients = entry.recipients.iter();
    let recipients: Vec<&str> = recipients.map(|it| words::recipient(*it, lang)).collect();
    let recipients = match recipients.is_empty() {
        true => told::recipient_nobody(lang).to_owned(),
        false => recipients.join(". "),
    };
    let mut rows = facts(entry, lang);
    let protection = words::protection(entry.protection, lang);
    rows.push((told::fact_protection(lang), protection.to_owned()));
    rows.push((told::fact_recipients(lang), recipients));
    rows
}

/// What is kept and not in a copy.
fn without(lang: Lang) -> impl IntoView + use<> {
    let columns: Vec<(String, &'static Entry)> = inventory::columns()
        .filter(|entry| entry.export == Export::Nowhere)
        .filter_map(|entry| {
            let (of, name) = entry.path.split_once('.')?;
            Some((
                format!("{}: {}", table(of, lang), column(name, lang)),
                entry,
            ))
        })
        .collect();
    view! {
        <h2>{t::held_without(lang)}</h2>
        <p>{t::held_without_text(lang)}</p>
        <details>
            <summary>{t::held_why(lang)}</summary>
            {reasons(&columns, lang)}
        </details>
    }
}
