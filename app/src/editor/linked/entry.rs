//! What is said of one entry: a mark beside its name, and below its fields what
//! differs and what can be done about it.

use cv::linked::{self, Difference, State};
use cv::{Field, Id};
use leptos::prelude::*;
use texts::{Lang, linked as t};

use super::{Linked, words};
use crate::editor::editing::Target;
use crate::editor::field::element_id;
use crate::editor::item::focus_later;
use crate::editor::{label, told};
use crate::language::lang;

/// A small word beside an entry's name.
#[component]
pub(crate) fn LinkMark(item: Id) -> impl IntoView {
    let linked = expect_context::<Linked>();
    let lang = lang();
    let word = move || {
        let standing = linked.standing(item)?;
        Some(match (standing.state, standing.untranslated) {
            (State::Gone, _) => t::mark_gone(lang),
            (State::Changed, _) => t::mark_changed(lang),
            (_, 1..) => t::mark_untranslated(lang),
            (State::Worded, _) => t::mark_worded(lang),
            (State::Same, _) => t::mark_linked(lang),
        })
    };
    view! { <span class="mark">{told(word)}</span> }
}

/// Below the fields of a linked entry.
#[component]
pub(crate) fn LinkedEntry(item: Id) -> impl IntoView {
    let linked = expect_context::<Linked>();
    let lang = lang();
    let standing = Memo::new(move |_| linked.standing(item));
    Effect::new(move |_| mark_fields(linked, item, &untranslated(linked, item)));
    move || {
        let standing = standing.get()?;
        let title = match (standing.state, linked.is_of_profile(item)) {
            (State::Gone, _) => t::entry_gone(lang),
            (State::Same, true) => t::entry_same(lang),
            (State::Same, false) => t::entry_same_cv(lang),
            (State::Worded, true) => t::entry_worded(lang),
            (State::Worded, false) => t::entry_worded_cv(lang),
            (State::Changed, true) => t::entry_changed(lang),
            (State::Changed, false) => t::entry_changed_cv(lang),
        };
        Some(view! {
            <div class="linked-entry" role="group" aria-label=t::entry_label(lang)>
                <p class="detail">{title}</p>
                <Untranslated item/>
                <Differences item after=format!("i-{item}")/>
            </div>
        })
    }
}

/// The fields of an entry that are not translated.
fn untranslated(linked: Linked, item: Id) -> Vec<(Field, usize)> {
    linked.translations.track();
    untranslated_now(linked, item)
}

fn untranslated_now(linked: Linked, item: Id) -> Vec<(Field, usize)> {
    linked.translations.with_untracked(|translations| {
        let all = translations.iter().flat_map(|(_, t)| &t.fields);
        let own = all.filter(|(of, ..)| *of == item);
        own.map(|(_, field, texts)| (*field, *texts)).collect()
    })
}

/// Sets apart the fields whose text is not translated; which they are is said in
/// words below.
fn mark_fields(linked: Linked, item: Id, fields: &[(Field, usize)]) {
    let kind = linked.editing.peek(|document| {
        let section = document.section_of(item);
        section.map(|section| section.kind)
    });
    let specs = kind.map_or(cv::schema::BASICS, cv::SectionKind::fields);
    let missing: Vec<Field> = fields.iter().map(|(field, _)| *field).collect();
    // What was unfolded is in the page a moment later.
    request_animation_frame(move || {
        for (field, _) in specs {
            let element = document().get_element_by_id(&element_id(item, *field));
            let place = element.and_then(|element| element.closest(".field").ok().flatten());
            if let Some(place) = place {
                // A fixed, valid attribute name.
                let _ =
                    place.toggle_attribute_with_force("data-untranslated", missing.contains(field));
            }
        }
    });
}

#[component]
fn Untranslated(item: Id) -> impl IntoView {
    let linked = expect_context::<Linked>();
    let lang = lang();
    let fields = Memo::new(move |_| untranslated(linked, item));
    let kind = linked.editing.peek(|document| {
        let section = document.section_of(item);
        section.map(|section| section.kind)
    });
    view! {
        <ul class="untranslated" hidden=told(move || fields.with(Vec::is_empty))>
            <For each=move || fields.get() key=|field| *field let:field>
                {
                    let name = label::field(kind, field.0, lang);
                    view! {
                        <li>
                            <span>{t::untranslated_field(lang, name, field.1 as u64)}</span>
                            <button
                                type="button"
                                class="tool"
                                aria-label=t::same_named(lang, name)
                                on:click=move |_| {
                                    linked.is_same(item, field.0);
                                    focus_later(element_id(item, field.0));
                                }
                            >
                                {t::same(lang)}
                            </button>
                        </li>
                    }
                }
            </For>
        </ul>
    }
}

/// What an entry says otherwise than its source, and what can be done about it. The
/// focus goes to `after` when that is done.
#[component]
pub(super) fn Differences(item: Id, after: String) -> impl IntoView {
    let linked = expect_context::<Linked>();
    let lang = lang();
    let failed = RwSignal::new(None::<String>);
    let differences = Memo::new(move |_| {
        linked.weighed.track();
        let source = linked.source_of(item);
        let differences = source.map(|source| {
            let document = |document: &_| linked::differences(document, item, &source.document);
            linked.editing.peek(document)
        });
        differences.unwrap_or_default()
    });
    let state = Memo::new(move |_| linked.standing(item).map(|standing| standing.state));
    let kind = linked.editing.peek(|document| {
        let section = document.section_of(item);
        section.map(|section| section.kind)
    });
    let after = StoredValue::new(after);
    let act = move |act: &dyn Fn()| {
        act();
        focus_later(after.get_value());
    };
    view! {
        <dl class="differences" hidden=told(move || differences.with(Vec::is_empty))>
            {move || {
                let of_profile = linked.is_of_profile(item);
                let all = differences.get().into_iter();
                all.map(|difference| difference_rows(difference, kind, of_profile, lang))
                    .collect_view()
            }}
        </dl>
        <p class="complaint" role="alert">{told(move || failed.get())}</p>
        <div class="linked-acts">
            {move || {
                let (state, of_profile) = (state.get()?, linked.is_of_profile(item));
                let name = linked.name(item);
                differences.track();
                let alike = linked.speaks_alike(item);
                let take = (state != State::Gone && linked.can_take(item)).then(|| {
                    let word = match (alike, of_profile) {
                        (true, true) => t::take(lang),
                        (true, false) => t::take_cv(lang),
                        (false, _) => t::take_facts(lang),
                    };
                    (word, Act::Take)
                });
                let keep = (state == State::Changed).then(|| {
                    let word = if alike { t::keep(lang) } else { t::keep_translated(lang) };
                    (word, Act::Keep)
                });
                let give = (alike && matches!(state, State::Changed | State::Worded)).then(|| {
                    let word = if of_profile { t::give(lang) } else { t::give_cv(lang) };
                    (word, Act::Give)
                });
                let acts = [take, keep, give, Some((t::unlink(lang), Act::Unlink))];
                let buttons = acts.into_iter().flatten().map(|(word, what)| {
                    let press = move |_| act(&|| match what {
                        Act::Take => linked.take(item),
                        Act::Keep => linked.keep(item),
                        Act::Give => linked.give(item, failed),
                        Act::Unlink => linked.unlink(item),
                    });
                    view! {
                        <button type="button" class="tool" aria-label=format!("{word}: {name}") on:click=press>
                            {word}
                        </button>
                    }
                });
                Some(buttons.collect_view())
            }}
        </div>
    }
}

#[derive(Clone, Copy)]
enum Act {
    Take,
    Keep,
    Give,
    Unlink,
}

/// One field: what the source says, what it said before, and what stands here.
fn difference_rows(
    difference: Difference,
    kind: Option<cv::SectionKind>,
    of_profile: bool,
    lang: Lang,
) -> impl IntoView + use<> {
    let name = label::field(kind, difference.field, lang);
    let before = (difference.changed
        && difference.before != difference.there
        && difference.before != difference.here)
        .then(|| words::value(difference.before.as_ref(), lang));
    let there = match of_profile {
        true => t::there(lang),
        false => t::there_cv(lang),
    };
    view! {
        <div class="difference" class:changed=difference.changed>
            <dt>{name}</dt>
            {before.map(|text| view! {
                <dd><span class="detail">{t::before(lang)}</span> <del dir="auto">{text}</del></dd>
            })}
            <dd>
                <span class="detail">{there}</span>
                <span dir="auto" class="text">{words::value(difference.there.as_ref(), lang)}</span>
            </dd>
            <dd>
                <span class="detail">{t::here(lang)}</span>
                <span dir="auto" class="text">{words::value(difference.here.as_ref(), lang)}</span>
            </dd>
        </div>
    }
}

/// Puts the cursor into the first of an entry's fields that is not translated.
pub(super) fn go_to(linked: Linked, item: Id) {
    let first = untranslated_now(linked, item).first().copied();
    linked.editing.reveal.set(Some(Target {
        item,
        field: first.map(|(field, _)| field),
        line: None,
    }));
}
