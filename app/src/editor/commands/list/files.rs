//! What can be done with the document as a whole: files of it, and pages about it.

use cv::{Document, Kind};
use texts::{Lang, account, commands as t, editor};

use super::{Does, List, State, Word};
use crate::editor::formats;

pub(super) fn files(list: &mut List, document: &Document, state: &State) {
    let file = t::about_files as Word;
    let letter = document.is_letter();
    if document.kind != Kind::Profile {
        list.add("together", file, texts::letter::together, Does::Together);
    }
    if !letter {
        list.add("linked", file, texts::linked::title, Does::Linked);
        list.add("advice", t::about_help, texts::advice::title, Does::Advice);
    }
    if document.kind == Kind::Cv {
        list.add("letter", file, texts::letter::write, Does::Letter);
    }
    list.add("versions", file, texts::versions::title, Does::Versions);
    list.add("open", file, editor::start_import, Does::OpenFile);
    list.add("drafts", file, editor::drafts, Does::Drafts);
    list.add("formats", file, editor::formats, Does::Formats);
    for (index, (kind, ..)) in formats::FORMATS.iter().enumerate() {
        // Europass knows of CVs alone.
        if letter && *kind == "europass" {
            continue;
        }
        let about = |l: Lang| editor::export(l).to_owned();
        let words = |l: Lang| formats::name(kind, l).to_owned();
        let id = format!("format-{kind}");
        list.put(id, about, words, None, Does::Format(index));
    }
    list.add("reading", file, editor::reading, Does::ReadBack);
    let photo = match document.photo {
        None => editor::photo_add as Word,
        Some(_) => editor::photo_change,
    };
    if !letter {
        list.add("json", file, editor::export_json, Does::Json);
        list.add("photo", t::about_edit, photo, Does::Photo);
    }
    let share = t::about_share as Word;
    match state.saved {
        // A letter has no public page.
        true if letter => {}
        true => list.add("share", share, editor::share, Does::Share),
        false => list.add("save", share, editor::save, Does::Save),
    }
    if state.member {
        list.add("my-cvs", share, account::cvs_title, Does::MyCvs);
    }
    list.add("storage", t::about_help, editor::kept_more, Does::Storage);
}
