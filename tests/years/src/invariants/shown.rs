//! Those outside see what was shared or submitted, as it was at that record, and nothing else.

use super::{Checked, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use styrbord_events::sharing::{Event, OutsideView, Visibility, ministry_view, object_view, partner_view};
use styrbord_events::{Book, ObjectId, Stream, Year};

/// What was shown of each object, told from the records and the book before each of them.
#[derive(Debug, Default)]
pub(crate) struct Seen(BTreeMap<(Stream, ObjectId), Vec<(Visibility, Value)>>);

impl Seen {
    /// Takes in an event that comes after the year as it is given.
    pub(crate) fn take(&mut self, before: &Year, event: &Event) {
        let (Event::Shared { object } | Event::Submitted { object } | Event::TakenBack { object }) = event;
        let shown = self.0.entry((before.stream, *object)).or_default();
        shown.retain(|(visibility, _)| *visibility == Visibility::Submitted);
        let content = || serde_json::from_str(&object_view(before, *object)).unwrap_or_default();
        match event {
            Event::Shared { .. } => shown.push((Visibility::Shared, content())),
            Event::Submitted { .. } => shown.push((Visibility::Submitted, content())),
            Event::TakenBack { .. } => {}
        }
    }

    /// Checks what the ministry of a year and everybody else sees of it.
    pub(crate) fn check(&self, book: &Book, stream: Stream) -> Checked {
        let Some(view) = ministry_view(book, stream) else { return Err(format!("{stream} cannot be seen")) };
        let own = self.0.iter().filter(|((of, _), shown)| *of == stream && !shown.is_empty());
        let expected: BTreeMap<ObjectId, _> =
            own.map(|((_, object), shown)| (*object, shown.clone())).collect();
        let found = contents(&view);
        ensure(found == expected, || {
            format!("{stream}: the ministry sees {found:?}, shown was {expected:?}")
        })?;
        let text = serde_json::to_string(&view).map_err(|error| error.to_string())?;
        ensure(!text.contains("\"actor\""), || format!("{stream}: the ministry sees who did something"))?;
        for organisation in book.directory.organisations.keys() {
            let Some(partial) = partner_view(book, stream, *organisation) else { continue };
            let within = contents(&partial).iter().all(|(object, shown)| expected.get(object) == Some(shown));
            ensure(within && partial.may_read.is_subset(&view.may_read), || {
                format!("{stream}: {organisation} sees more than was shown")
            })?;
        }
        Ok(())
    }
}

fn contents(view: &OutsideView) -> BTreeMap<ObjectId, Vec<(Visibility, Value)>> {
    let of = |shown: &styrbord_events::sharing::Shown| (shown.visibility, shown.content.clone());
    view.shown.iter().map(|(object, shown)| (*object, shown.iter().map(of).collect())).collect()
}
