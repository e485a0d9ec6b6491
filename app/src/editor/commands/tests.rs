use cv::{Field, Item, Place, Section, Value, apply};

use super::list::{self, State};
use super::palette::found;
use super::*;
use crate::editor::viewing::{Mode, Theme, Zoom};

fn document() -> cv::Document {
    let mut next = 0;
    let template = cv::Template {
        name: "linne".into(),
        layout: "1".into(),
        breaks: None,
    };
    let mut document = cv::Document::blank(Language::English, template, || {
        next += 1;
        Id(next)
    });
    let work = document
        .sections
        .iter()
        .find(|s| s.kind == SectionKind::Work);
    let section = work.map(|section| section.id).unwrap();
    let mut item = Item::new(Id(100));
    item.fields
        .insert(Field::Position, Value::Text("Trädgårdsmästare".into()));
    let add = cv::Edit::AddItem {
        section,
        place: Place::First,
        item,
    };
    apply(&mut document, &add).unwrap();
    let add = cv::Edit::AddSection {
        place: Place::First,
        section: Section::new(Id(200), SectionKind::CustomEntries),
    };
    apply(&mut document, &add).unwrap();
    document
}

fn state() -> State {
    State {
        can_undo: true,
        can_redo: false,
        saved: false,
        member: false,
        kept: false,
        mode: Mode::Both,
        zoom: Zoom::Width,
        theme: Theme::System,
        viewers: vec![(Viewer::Everyone, String::new())],
        entry: None,
        templates: vec![
            ("linne".into(), "Linné".into()),
            ("hilma".into(), "Hilma".into()),
        ],
        language_name: |language, lang| {
            let german = language.tag() == "de";
            german.then(|| match lang {
                Lang::Sv => "tyska".to_owned(),
                Lang::En => "German".to_owned(),
            })
        },
    }
}

fn answers(question: &str, recent: &[&str]) -> Vec<String> {
    let all = list::all(&document(), &state());
    let recent: Vec<String> = recent.iter().map(|&id| id.to_owned()).collect();
    let found = found(question, &all, &recent);
    found
        .into_iter()
        .map(|index| all[index].id.clone())
        .collect()
}

#[test]
fn the_shortcuts_that_are_listened_for_are_those_that_are_listed() {
    let listed: Vec<Keys> = list::with_keys().iter().filter_map(|c| c.keys).collect();
    for shortcut in Shortcut::ALL {
        let of = Keys::Shortcut(shortcut);
        assert_eq!(
            listed.iter().filter(|keys| **keys == of).count(),
            1,
            "{shortcut:?}"
        );
    }
    // Every command with a shortcut does the same in the palette, if it can be given.
    for lang in Lang::ALL {
        let rows = shortcuts::rows(lang);
        assert_eq!(rows.len(), listed.len());
        let mut keys: Vec<&String> = rows.iter().map(|(keys, _)| keys).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), rows.len(), "two commands have one key");
    }
}

#[test]
fn commands_are_found_in_either_language() {
    for (question, id) in [
        ("undo", "undo"),
        ("ångra", "undo"),
        ("download pdf", "pdf"),
        ("ladda ner pdf", "pdf"),
        ("tradgard", "go-0000000000000064"),
        ("hilma", "template-hilma"),
        ("tyska", "language-de"),
        ("german", "language-de"),
        ("deutsch", "language-de"),
        ("mörka", "theme-dark"),
        ("one page", "fit-1"),
    ] {
        let found = answers(question, &[]);
        assert_eq!(
            found.first().map(String::as_str),
            Some(id),
            "{question}: {found:?}"
        );
    }
    let adds = answers("lägg till jobb", &[]);
    assert!(adds.first().is_some_and(|id| id.starts_with("add-")));
    assert!(answers("qqqqq", &[]).is_empty());
}

#[test]
fn what_was_used_last_stands_first_and_what_cannot_be_done_nowhere() {
    let found = answers("", &["theme-dark", "undo", "gone"]);
    assert_eq!(found[..2], ["theme-dark", "undo"]);
    let all = list::all(&document(), &state());
    assert_eq!(found.len(), all.len());
    for absent in [
        "redo",
        "share",
        "my-cvs",
        "template-linne",
        "mode-both",
        "move-up",
    ] {
        assert!(!found.contains(&absent.to_owned()), "{absent}");
    }
}

#[test]
fn no_two_commands_have_one_name() {
    let mut ids: Vec<String> = list::all(&document(), &state())
        .into_iter()
        .map(|command| command.id)
        .collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn every_section_entry_and_format_has_its_command() {
    let document = document();
    let state = State {
        entry: Some(Id(100)),
        saved: true,
        member: true,
        can_redo: true,
        ..state()
    };
    let all = list::all(&document, &state);
    let has = |does: Does| all.iter().any(|command| command.does == does);
    for section in &document.sections {
        let hides = Does::HideSection {
            section: section.id,
            hidden: true,
        };
        assert!(has(hides), "{:?}", section.kind);
        let adds = has(Does::AddEntry(section.id));
        assert_eq!(adds, !section.kind.is_single(), "{:?}", section.kind);
    }
    for kind in SectionKind::ALL {
        let adds = has(Does::AddSection(kind));
        let apart = matches!(kind, SectionKind::Profiles | SectionKind::Letter);
        assert_eq!(adds, !apart, "{kind:?}");
    }
    for index in 0..crate::editor::formats::FORMATS.len() {
        assert!(has(Does::Format(index)));
    }
    let entry = Id(100);
    for does in [
        Does::Redo,
        Does::Share,
        Does::MyCvs,
        Does::Move { entry, up: true },
        Does::Move { entry, up: false },
    ] {
        assert!(has(does.clone()), "{does:?}");
    }
}
