//! What is inside an item: its fields and the lines of its lists.

use super::order::order;
use super::{Merging, Other, pick};
use crate::document::{Item, Line, Value};
use crate::edit::Edit;
use crate::id::Id;
use crate::schema::Field;

impl Merging<'_> {
    /// An item that both have. One that both added has nothing for a base.
    pub(super) fn item(&mut self, base: Option<&Item>, ours: &Item, theirs: &Item) -> Item {
        let mut merged = Item::new(ours.id);
        let hidden = base.is_some_and(|base| base.hidden);
        merged.hidden = pick(hidden, ours.hidden, theirs.hidden);
        let paging = base.map(|base| base.paging).unwrap_or_default();
        merged.paging = pick(paging, ours.paging, theirs.paging);
        let origin = base.and_then(|base| base.origin.as_ref());
        merged.origin = pick(origin, ours.origin.as_ref(), theirs.origin.as_ref()).cloned();
        let only_theirs = theirs.fields.keys();
        let only_theirs = only_theirs.filter(|field| !ours.fields.contains_key(field));
        for field in ours.fields.keys().chain(only_theirs).copied() {
            if let Some(value) = self.field(base, ours, theirs, field) {
                merged.fields.insert(field, value);
            }
        }
        merged
    }

    fn field(
        &mut self,
        base: Option<&Item>,
        ours: &Item,
        theirs: &Item,
        field: Field,
    ) -> Option<Value> {
        let b = base.and_then(|base| base.fields.get(&field));
        let o = ours.fields.get(&field);
        let t = theirs.fields.get(&field);
        if o == t || o == b || t == b {
            return pick(b, o, t).cloned();
        }
        if let Some(Value::Lines(_)) = o.or(t) {
            // A list that is not there has no lines: each that one side took
            // away comes back if the other wrote in it.
            let base = base.map_or(&[][..], |base| base.lines(field));
            let lines = self.lines(ours.id, field, base, ours.lines(field), theirs.lines(field));
            return (!lines.is_empty()).then_some(Value::Lines(lines));
        }
        if let Some(value) = t {
            self.others.push(Other(Edit::SetField {
                item: ours.id,
                field,
                value: Some(value.clone()),
            }));
        }
        o.cloned()
    }

    fn lines(
        &mut self,
        item: Id,
        field: Field,
        base: &[Line],
        ours: &[Line],
        theirs: &[Line],
    ) -> Vec<Line> {
        let find = |lines: &'_ [Line], id: Id| lines.iter().position(|line| line.id == id);
        let ids = |lines: &[Line]| -> Vec<Id> { lines.iter().map(|line| line.id).collect() };
        let mut live = Vec::new();
        let only_theirs = theirs.iter().filter(|line| find(ours, line.id).is_none());
        for line in ours.iter().chain(only_theirs) {
            let b = find(base, line.id).map(|at| &base[at].text);
            let o = find(ours, line.id).map(|at| &ours[at].text);
            let t = find(theirs, line.id).map(|at| &theirs[at].text);
            let text = match (o, t) {
                (Some(o), Some(t)) => {
                    if o != t && b != Some(o) && b != Some(t) {
                        self.others.push(Other(Edit::SetLine {
                            item,
                            field,
                            line: line.id,
                            text: t.clone(),
                        }));
                    }
                    pick(b, Some(o), Some(t))
                }
                _ if b.is_none() => Some(&line.text),
                _ if b == Some(&line.text) => None,
                _ => {
                    self.returned.push(line.id);
                    Some(&line.text)
                }
            };
            if let Some(text) = text.cloned() {
                live.push(Line { id: line.id, text });
            }
        }
        let sequence = order(&ids(base), &ids(ours), &ids(theirs), &ids(&live));
        live.sort_by_key(|line| sequence.iter().position(|id| *id == line.id));
        live
    }
}

/// Whether two forms of an item say the same. The order of lines says nothing, and
/// neither does what a link has seen of its source: nobody has written that.
pub(super) fn same_content(a: &Item, b: &Item) -> bool {
    let same = |x: &Value, y: Option<&Value>| match (x, y) {
        (Value::Lines(x), Some(Value::Lines(y))) => {
            x.len() == y.len() && x.iter().all(|line| y.contains(line))
        }
        (x, y) => Some(x) == y,
    };
    a.hidden == b.hidden
        && a.paging == b.paging
        && a.fields.len() == b.fields.len()
        && a.fields
            .iter()
            .all(|(f, value)| same(value, b.fields.get(f)))
}
