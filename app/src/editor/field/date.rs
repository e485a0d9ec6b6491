//! A date known to the year, the month or the day; an end may be "ongoing".

use cv::{Edit, Field, Id, PartialDate, SectionKind, Shape, Value, When};
use leptos::prelude::*;
use texts::editor as t;

use super::{Labelled, described_by, element_id};
use crate::editor::editing::Editing;
use crate::editor::icon::{Icon, Shape as IconShape};
use crate::editor::told;
use crate::language::lang;

/// What stands in the three inputs, as typed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    year: String,
    /// 1 to 12, or 0 for none.
    month: u8,
    day: String,
}

/// What the inputs mean.
#[derive(Debug, PartialEq)]
enum Meaning {
    Empty,
    Date(PartialDate),
    /// Not a whole date yet, or never.
    Unfinished(Option<Fault>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    Year,
    Day,
}

impl Typed {
    fn of(when: Option<&When>) -> Typed {
        match when {
            Some(When::Date(date)) => Typed {
                year: date.year().to_string(),
                month: date.month().unwrap_or(0),
                day: date.day().map(|day| day.to_string()).unwrap_or_default(),
            },
            _ => Typed::default(),
        }
    }

    fn meaning(&self) -> Meaning {
        let year = self.year.trim();
        if year.is_empty() {
            return match self.month == 0 && self.day.trim().is_empty() {
                true => Meaning::Empty,
                false => Meaning::Unfinished(None),
            };
        }
        if !year.bytes().all(|b| b.is_ascii_digit()) || year.len() > 4 {
            return Meaning::Unfinished(Some(Fault::Year));
        }
        if year.len() < 4 {
            return Meaning::Unfinished(None);
        }
        let Some(number) = year.parse().ok().filter(|y| *y >= 1000) else {
            return Meaning::Unfinished(Some(Fault::Year));
        };
        let month = (self.month > 0).then_some(self.month);
        let day = match (month, self.day.trim()) {
            (None, _) | (_, "") => None,
            (_, day) => match day.parse() {
                Ok(day) => Some(day),
                Err(_) => return Meaning::Unfinished(Some(Fault::Day)),
            },
        };
        match PartialDate::new(number, month, day) {
            Some(date) => Meaning::Date(date),
            None => Meaning::Unfinished(Some(Fault::Day)),
        }
    }
}

#[component]
pub(super) fn DateField(
    item: Id,
    kind: Option<SectionKind>,
    field: Field,
    shape: Shape,
) -> impl IntoView {
    let editing = expect_context::<Editing>();
    let lang = lang();
    let when = move || editing.when(item, field);
    let typed = RwSignal::new(Typed::of(untrack(when).as_ref()));
    Effect::new(move |_| {
        let stored = when();
        let meant = typed.with_untracked(Typed::meaning);
        let same = match (&stored, &meant) {
            (Some(When::Date(stored)), Meaning::Date(meant)) => stored == meant,
            // While a date is being typed, nothing or an odd text is stored.
            (None | Some(When::Odd(_)), Meaning::Unfinished(_) | Meaning::Empty) => true,
            (Some(When::Ongoing), Meaning::Empty) => true,
            _ => false,
        };
        if !same {
            typed.set(Typed::of(stored.as_ref()));
        }
    });
    let set = move |value: Option<When>| {
        editing.edit(Edit::SetField {
            item,
            field,
            value: value.map(Value::When),
        });
    };
    let change = move |change: &dyn Fn(&mut Typed)| {
        typed.update(change);
        match typed.with_untracked(Typed::meaning) {
            Meaning::Date(date) => set(Some(When::Date(date))),
            // An emptied field is empty; an odd text stays until it is replaced.
            Meaning::Empty | Meaning::Unfinished(_) => {
                if matches!(untrack(when), Some(When::Date(_))) {
                    set(None);
                }
            }
        }
    };
    let ongoing = move || matches!(when(), Some(When::Ongoing));
    let complaint = Signal::derive(move || match when() {
        Some(When::Odd(text)) => Some(format!(
            "{} {}",
            t::date_odd(lang, &text),
            t::date_odd_keep(lang)
        )),
        stored => match typed.with(Typed::meaning) {
            Meaning::Unfinished(Some(Fault::Year)) => Some(t::date_year_range(lang).to_owned()),
            Meaning::Unfinished(Some(Fault::Day)) => Some(t::date_impossible(lang).to_owned()),
            _ => before_start(editing, item, field, stored.as_ref())
                .then(|| t::date_order(lang).to_owned()),
        },
    });
    let part =
        move |name: &str| format!("{}: {name}", crate::editor::label::field(kind, field, lang));
    view! {
        <Labelled item kind field complaint>
            <div class="date">
                <input
                    id=element_id(item, field)
                    class="date-year"
                    inputmode="numeric"
                    maxlength="4"
                    autocomplete="off"
                    placeholder=t::date_year(lang)
                    aria-label=part(t::date_year(lang))
                    aria-describedby=described_by(item, kind, field)
                    aria-invalid=told(move || complaint.with(Option::is_some).then_some("true"))
                    disabled=ongoing
                    prop:value=told(move || typed.with(|typed| typed.year.clone()))
                    on:input=move |event| {
                        let year = event_target_value(&event);
                        change(&move |typed| typed.year = year.clone());
                    }
                    on:blur=move |_| editing.pause()
                />
                <select
                    class="date-month"
                    aria-label=part(t::date_month(lang))
                    disabled=ongoing
                    prop:value=told(move || typed.with(|typed| typed.month.to_string()))
                    on:change=move |event| {
                        let month = event_target_value(&event).parse().unwrap_or(0);
                        change(&move |typed| typed.month = month);
                    }
                >
                    <option value="0">{t::date_month(lang)}</option>
                    {(1..=12u8)
                        .map(|month| {
                            view! { <option value=month.to_string()>{t::month_long(lang, u64::from(month))}</option> }
                        })
                        .collect_view()}
                </select>
                <input
                    class="date-day"
                    inputmode="numeric"
                    maxlength="2"
                    autocomplete="off"
                    placeholder=t::date_day(lang)
                    aria-label=part(t::date_day(lang))
                    disabled=told(move || ongoing() || typed.with(|typed| typed.month == 0))
                    prop:value=told(move || typed.with(|typed| typed.day.clone()))
                    on:input=move |event| {
                        let day = event_target_value(&event);
                        change(&move |typed| typed.day = day.clone());
                    }
                    on:blur=move |_| editing.pause()
                />
                <Show when=move || matches!(when(), Some(When::Odd(_)))>
                    <button type="button" class="tool" on:click=move |_| set(None)>
                        <Icon shape=IconShape::Close/>
                        {t::date_odd_clear(lang)}
                    </button>
                </Show>
                {(shape == Shape::End)
                    .then(|| {
                        view! {
                            <label class="check">
                                <input
                                    type="checkbox"
                                    prop:checked=ongoing
                                    on:change=move |event| {
                                        let checked = event_target_checked(&event);
                                        set(checked.then_some(When::Ongoing));
                                    }
                                />
                                {t::date_ongoing(lang)}
                            </label>
                        }
                    })}
            </div>
        </Labelled>
    }
}

/// Whether this is an end that lies before its start.
fn before_start(editing: Editing, item: Id, field: Field, end: Option<&When>) -> bool {
    let Some(When::Date(end)) = end else {
        return false;
    };
    if field != Field::EndDate {
        return false;
    }
    match editing.when(item, Field::StartDate) {
        // "2021" does not lie before "2021-03": compare what both know.
        Some(When::Date(start)) => match end.year().cmp(&start.year()) {
            std::cmp::Ordering::Equal => end
                .month()
                .zip(start.month())
                .is_some_and(|(end, start)| end < start),
            order => order.is_lt(),
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(year: &str, month: u8, day: &str) -> Meaning {
        Typed {
            year: year.into(),
            month,
            day: day.into(),
        }
        .meaning()
    }

    #[test]
    fn a_date_means_something_as_soon_as_it_is_one() {
        assert_eq!(typed("", 0, ""), Meaning::Empty);
        assert_eq!(typed("20", 0, ""), Meaning::Unfinished(None));
        let date = |y, m, d| Meaning::Date(PartialDate::new(y, m, d).unwrap());
        assert_eq!(typed("2021", 0, ""), date(2021, None, None));
        assert_eq!(typed("2021", 3, ""), date(2021, Some(3), None));
        assert_eq!(typed("2024", 2, "29"), date(2024, Some(2), Some(29)));
        assert_eq!(
            typed("2023", 2, "29"),
            Meaning::Unfinished(Some(Fault::Day))
        );
        assert_eq!(typed("0099", 0, ""), Meaning::Unfinished(Some(Fault::Year)));
        assert_eq!(typed("20x1", 0, ""), Meaning::Unfinished(Some(Fault::Year)));
    }
}
