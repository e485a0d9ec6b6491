//! The list: what can be done with this document now, in the order in which it is
//! shown where nothing is asked for.

use cv::{Document, Field, Id, Language, Paper, SectionKind};
use texts::{Lang, commands as t, editor, site};

use super::{Command, Does, Keys, There, Words};
use crate::editor::editing::Target;
use crate::editor::keys::Shortcut;
use crate::editor::label;
use crate::editor::seen::Viewer;
use crate::editor::viewing::{Mode, Theme, Zoom};

mod files;
mod seen;

/// What the list depends on beside the document.
pub(super) struct State {
    pub(super) can_undo: bool,
    pub(super) can_redo: bool,
    /// It is saved on the server.
    pub(super) saved: bool,
    pub(super) member: bool,
    /// The page is the one that the browser has kept for the time without a network.
    pub(super) kept: bool,
    pub(super) mode: Mode,
    pub(super) zoom: Zoom,
    pub(super) theme: Theme,
    /// Whose view of the pages can be taken, and what they are called.
    pub(super) viewers: Vec<(Viewer, String)>,
    /// The entry or section in which the cursor was.
    pub(super) entry: Option<Id>,
    /// The names of templates, and what people call them.
    pub(super) templates: Vec<(String, String)>,
    /// What a language is called in a language of the interface.
    pub(super) language_name: fn(Language, Lang) -> Option<String>,
}

/// Words of the interface.
type Word = fn(Lang) -> &'static str;

/// A list while it is being written.
struct List(Vec<Command>);

impl List {
    fn put(
        &mut self,
        id: impl Into<String>,
        about: impl Fn(Lang) -> String,
        name: impl Fn(Lang) -> String,
        keys: Option<Keys>,
        does: Does,
    ) {
        let words = Lang::ALL.map(|lang| Words {
            lang,
            about: about(lang),
            name: name(lang),
        });
        self.0.push(Command {
            id: id.into(),
            words: words.into(),
            keys,
            does,
        });
    }

    /// One whose words are those of the interface alone.
    fn add(&mut self, id: &str, about: Word, name: Word, does: Does) {
        self.put(
            id,
            |l| about(l).to_owned(),
            |l| name(l).to_owned(),
            None,
            does,
        );
    }

    fn with_keys(&mut self, id: &str, about: Word, name: Word, keys: Keys, does: Does) {
        let keys = Some(keys);
        self.put(
            id,
            |l| about(l).to_owned(),
            |l| name(l).to_owned(),
            keys,
            does,
        );
    }
}

/// All commands that have keys, whether or not they can be given now.
pub(super) fn with_keys() -> Vec<Command> {
    let mut list = List(Vec::new());
    let undo_redo = [
        (
            "undo",
            editor::shortcut_undo as Word,
            Shortcut::Undo,
            Does::Undo,
        ),
        ("redo", editor::shortcut_redo, Shortcut::Redo, Does::Redo),
    ];
    for (id, name, shortcut, does) in undo_redo {
        list.with_keys(id, t::about_edit, name, Keys::Shortcut(shortcut), does);
    }
    let there = [
        ("up", editor::shortcut_up as Word, There::Up),
        ("down", editor::shortcut_down, There::Down),
        ("add", editor::shortcut_add, There::Enter),
        ("remove", editor::shortcut_remove_line, There::Backspace),
        ("range", t::select_range, There::Range),
        ("bold", editor::rich_bold, There::Bold),
        ("italic", editor::rich_italic, There::Italic),
        ("link", t::link_selected, There::Link),
        ("numbers", editor::rich_numbers, There::Numbers),
        ("bullets", editor::rich_bullets, There::Bullets),
    ];
    for (id, name, there) in there {
        list.with_keys(id, t::about_edit, name, Keys::There(there), Does::ByKeys);
    }
    let files = [
        (
            "pdf",
            editor::shortcut_pdf as Word,
            Shortcut::Pdf,
            Does::Pdf,
        ),
        (
            "backup",
            editor::shortcut_save,
            Shortcut::Backup,
            Does::Backup,
        ),
    ];
    for (id, name, shortcut, does) in files {
        list.with_keys(id, t::about_files, name, Keys::Shortcut(shortcut), does);
    }
    let about = t::about_view as Word;
    let switch = Keys::Shortcut(Shortcut::Switch);
    list.with_keys(
        "switch",
        about,
        editor::shortcut_paper,
        switch,
        Does::Switch,
    );
    // It opens what it stands in: in the list of shortcuts it is of use.
    let open = Keys::Shortcut(Shortcut::Commands);
    list.with_keys("commands", t::about_help, t::open, open, Does::ByKeys);
    let help = Keys::Shortcut(Shortcut::Help);
    list.with_keys(
        "help",
        t::about_help,
        editor::shortcut_help,
        help,
        Does::Help,
    );
    list.0
}

/// Everything that can be done now.
pub(super) fn all(document: &Document, state: &State) -> Vec<Command> {
    let mut list = List(Vec::new());
    sections(&mut list, document, state);
    looks(&mut list, document, state);
    files::files(&mut list, document, state);
    view(&mut list, state);
    seen::viewers(&mut list, state);
    let mut all = with_keys();
    all.retain(|command| match command.does {
        Does::Undo => state.can_undo,
        Does::Redo => state.can_redo,
        Does::ByKeys => false,
        _ => true,
    });
    all.append(&mut list.0);
    all
}

/// What a section is called.
pub(super) fn heading(section: &cv::Section, lang: Lang) -> String {
    let own = section.heading.clone();
    own.unwrap_or_else(|| label::section(section.kind, lang).to_owned())
}

/// What an entry is called in one line.
pub(in crate::editor) fn entry_name(kind: SectionKind, item: &cv::Item, lang: Lang) -> String {
    match label::entry(kind, item, lang) {
        (first, second) if second.is_empty() => first,
        (first, second) => format!("{first}, {second}"),
    }
}

/// Ways through the form, and what can be added to it.
fn sections(list: &mut List, document: &Document, state: &State) {
    let name = Target::field(Id::BASICS, Field::Name);
    list.add(
        "go-basics",
        t::about_go,
        editor::section_basics,
        Does::Go(name),
    );
    if document.is_letter() {
        if let Some(letter) = document.letter_item() {
            let first = Target::field(letter.id, Field::Organization);
            let name = editor::section_letter;
            list.add("go-letter", t::about_go, name, Does::Go(first));
        }
        return;
    }
    let go = |l: Lang| t::about_go(l).to_owned();
    let add = |l: Lang| t::about_add(l).to_owned();
    let target = |item| Target {
        item,
        field: None,
        line: None,
    };
    if let Some(entry) = state.entry {
        let item = document.section_of(entry).zip(document.item(entry));
        let section = document.section(entry);
        let name = |l: Lang| match (item, section) {
            (Some((section, item)), _) => entry_name(section.kind, item, l),
            (None, Some(section)) => heading(section, l),
            (None, None) => String::new(),
        };
        let edit = |l: Lang| t::about_edit(l).to_owned();
        if item.is_some() || section.is_some() {
            for (id, up, there) in [
                ("move-up", true, There::Up),
                ("move-down", false, There::Down),
            ] {
                let words = move |l: Lang| match up {
                    true => t::entry_up_named(l, name(l)),
                    false => t::entry_down_named(l, name(l)),
                };
                let keys = Some(Keys::There(there));
                list.put(id, edit, words, keys, Does::Move { entry, up });
            }
        }
    }
    for section in &document.sections {
        let id = format!("go-{}", section.id);
        let at = Does::Go(target(section.id));
        list.put(id, go, |l| heading(section, l), None, at);
    }
    for section in document.sections.iter().filter(|s| !s.kind.is_single()) {
        for item in &section.items {
            let about = |l: Lang| format!("{} {}", t::about_go(l), heading(section, l));
            let id = format!("go-{}", item.id);
            let at = Does::Go(target(item.id));
            list.put(id, about, |l| entry_name(section.kind, item, l), None, at);
        }
    }
    for section in document.sections.iter().filter(|s| !s.kind.is_single()) {
        let id = format!("add-{}", section.id);
        let words = |l: Lang| {
            let usual = label::add(section.kind, l);
            match &section.heading {
                Some(own) => format!("{usual} ({own})"),
                None => usual.to_owned(),
            }
        };
        list.put(id, add, words, None, Does::AddEntry(section.id));
    }
    for kind in SectionKind::ALL {
        // Links stand with the contact details, and a letter is a document of its own.
        if !matches!(kind, SectionKind::Profiles | SectionKind::Letter) {
            let id = format!("section-{}", kind.json());
            let about = |l: Lang| t::about_add_section(l).to_owned();
            let words = |l: Lang| label::section(kind, l).to_owned();
            list.put(id, about, words, None, Does::AddSection(kind));
        }
    }
    for section in &document.sections {
        let hidden = !section.hidden;
        let about = move |l: Lang| match hidden {
            true => t::about_hide(l).to_owned(),
            false => t::about_show(l).to_owned(),
        };
        let id = format!("hide-{}", section.id);
        let does = Does::HideSection {
            section: section.id,
            hidden,
        };
        list.put(id, about, |l| heading(section, l), None, does);
    }
}

fn looks(list: &mut List, document: &Document, state: &State) {
    list.add("looks", t::about_looks, editor::design, Does::Looks);
    let about = |l: Lang| t::about_looks(l).to_owned();
    for pages in 1..=3 {
        let words = move |l: Lang| t::fit(l, pages as u64);
        list.put(format!("fit-{pages}"), about, words, None, Does::Fit(pages));
    }
    for (name, title) in &state.templates {
        if *name != document.template.name {
            let about = |l: Lang| editor::template(l).to_owned();
            let id = format!("template-{name}");
            let does = Does::Template(name.clone());
            list.put(id, about, |_| title.clone(), None, does);
        }
    }
    for (id, paper, name) in [
        ("paper-a4", Paper::A4, editor::paper_a4 as Word),
        ("paper-letter", Paper::Letter, editor::paper_letter),
    ] {
        if paper != document.paper {
            list.add(id, editor::paper, name, Does::Paper(paper));
        }
    }
    for language in Language::ALL.iter().copied() {
        if language != document.language {
            let about = |l: Lang| editor::document_language(l).to_owned();
            let id = format!("language-{}", language.tag());
            // Each calls itself by its own name, and may be asked for by another.
            let words = |l: Lang| match (state.language_name)(language, l) {
                Some(name) => format!("{} ({name})", language.name()),
                None => language.name().to_owned(),
            };
            list.put(id, about, words, None, Does::Language(language));
        }
    }
}

fn view(list: &mut List, state: &State) {
    let about = t::about_view as Word;
    for (id, mode, name) in [
        ("mode-both", Mode::Both, t::mode_both as Word),
        ("mode-form", Mode::Form, t::mode_form),
        ("mode-pages", Mode::Pages, t::mode_pages),
    ] {
        if mode != state.mode {
            list.add(id, about, name, Does::Mode(mode));
        }
    }
    list.add("larger", about, t::zoom_in, Does::Larger(true));
    list.add("smaller", about, t::zoom_out, Does::Larger(false));
    for (id, zoom, name) in [
        ("zoom-width", Zoom::Width, t::zoom_width as Word),
        ("zoom-whole", Zoom::Whole, t::zoom_whole),
    ] {
        if zoom != state.zoom {
            list.add(id, t::zoom, name, Does::Zoom(zoom));
        }
    }
    for percent in [50, 100, 150, 200] {
        let zoom = Zoom::Percent(percent);
        if zoom != state.zoom {
            let about = |l: Lang| t::zoom(l).to_owned();
            let words = move |l: Lang| t::zoom_percent(l, percent);
            list.put(
                format!("zoom-{percent}"),
                about,
                words,
                None,
                Does::Zoom(zoom),
            );
        }
    }
    for (id, theme, name) in [
        ("theme-system", Theme::System, t::theme_system as Word),
        ("theme-light", Theme::Light, t::theme_light),
        ("theme-dark", Theme::Dark, t::theme_dark),
    ] {
        if theme != state.theme {
            list.add(id, about, name, Does::Theme(theme));
        }
    }
    // It is sent to the server, which a page that the browser has kept may not reach.
    if !state.kept {
        list.add(
            "site-language",
            about,
            site::other_language,
            Does::SiteLanguage,
        );
    }
}
