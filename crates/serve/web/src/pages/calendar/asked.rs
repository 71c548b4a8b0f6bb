//! What the address asks for.

use super::span::Span;
use super::texts as words;
use crate::fields::Choice;
use crate::frame::Frame;
use crate::pages::names;
use crate::site::Looked;
use crate::visit::{Values, encoded};
use styrbord_app::follow::CalendarDay;
use styrbord_app::follow::events::{ObjectKind, PersonId, UnitId};
use styrbord_app::texts::Text;

/// The word in the address for days on which a report counts.
const COUNT: &str = "count";

/// The kinds that are asked for, by the word in the address.
const KINDS: &[(&str, Option<ObjectKind>)] = &[
    ("assignment", Some(ObjectKind::Assignment)),
    ("duty", Some(ObjectKind::Duty)),
    ("report", Some(ObjectKind::Report)),
    (COUNT, None),
    ("meeting", Some(ObjectKind::Meeting)),
    ("announcement", Some(ObjectKind::Announcement)),
];

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    person: String,
    unit: String,
    kind: String,
    /// The days that are asked for; none when the address does not say.
    pub(super) span: Option<Span>,
    as_of: String,
}

impl Asked {
    /// Reads what the address asks for; what it cannot mean is passed over.
    pub(super) fn read(query: &Values, year: i16) -> Self {
        let text = |name| query.get(name).unwrap_or_default().to_owned();
        Self {
            person: Some(text("person")).filter(|id| id.parse::<PersonId>().is_ok()).unwrap_or_default(),
            unit: Some(text("unit")).filter(|id| id.parse::<UnitId>().is_ok()).unwrap_or_default(),
            kind: query
                .get("kind")
                .filter(|kind| KINDS.iter().any(|(word, _)| word == kind))
                .map_or_else(String::new, str::to_owned),
            span: Span::read(query, year),
            as_of: text("as-of"),
        }
    }

    /// Tells whether something is left out.
    pub(super) fn is_filtered(&self) -> bool {
        [&self.person, &self.unit, &self.kind].iter().any(|text| !text.is_empty())
    }

    /// Returns what is asked for besides what can be chosen in the form, as it stands in the address.
    pub(super) fn kept(&self) -> Vec<(&'static str, String)> {
        let day = Some(("as-of", self.as_of.clone())).filter(|(_, day)| !day.is_empty());
        self.span.map(Span::pair).into_iter().chain(day).collect()
    }

    /// Returns the end of the address that asks for the same of other days.
    pub(super) fn address(&self, span: Option<Span>) -> String {
        let pairs = [("person", &self.person), ("unit", &self.unit), ("kind", &self.kind)];
        let pairs = pairs.into_iter().map(|(name, value)| (name, value.clone()));
        let all = pairs.chain(Self { span, ..self.clone() }.kept());
        let said = all.filter(|(_, value)| !value.is_empty());
        let said: Vec<String> = said.map(|(name, value)| format!("{name}={}", encoded(&value))).collect();
        format!("?{}", said.join("&"))
    }

    /// Tells whether a day is asked for; whoever is in a unit below the one that is asked for is in it too.
    pub(super) fn takes(&self, looked: &Looked<'_>, day: &CalendarDay) -> bool {
        let owner = day.responsible.owner.map(|owner| owner.to_string()).unwrap_or_default();
        let above = self.unit.parse().ok();
        let unit = day.responsible.unit.zip(above);
        (self.person.is_empty() || owner == self.person)
            && (self.unit.is_empty()
                || unit.is_some_and(|(unit, above)| looked.book.directory.is_within(unit, above)))
            && self.takes_kind(day.key.as_ref().map(|_| day.object.kind))
    }

    /// Tells whether a kind is asked for; none is the day on which a report counts.
    fn takes_kind(&self, kind: Option<ObjectKind>) -> bool {
        self.kind.is_empty() || KINDS.iter().any(|(word, known)| *word == self.kind && *known == kind)
    }

    /// Tells whether what is announced is asked for: nobody answers for it.
    pub(super) fn takes_announcements(&self) -> bool {
        self.person.is_empty() && self.unit.is_empty() && self.takes_kind(Some(ObjectKind::Announcement))
    }

    /// Returns what can be chosen: the people and units that answer for something, and the kinds.
    pub(super) fn choices(&self, looked: &Looked<'_>, frame: &Frame, days: &[CalendarDay]) -> Vec<Choice> {
        let mut people: Vec<(String, String)> = Vec::new();
        let mut units: Vec<(String, String)> = Vec::new();
        for day in days {
            let owner = day.responsible.owner;
            people.extend(
                owner.and_then(|id| Some((id.to_string(), looked.names.get(&id).cloned().flatten()?))),
            );
            let unit = day.responsible.unit.and_then(|id| Some((id, looked.book.directory.units.get(&id)?)));
            units.extend(unit.map(|(id, unit)| (id.to_string(), unit.name.clone())));
        }
        let kinds = KINDS.iter().map(|(word, kind)| {
            let name = kind.map_or(words::COUNT_DAY, names::kind);
            ((*word).to_owned(), frame.t(name).to_owned())
        });
        let mut choices = vec![
            choice("person", frame.t(words::PERSON), &self.person, sorted(people), frame),
            choice("unit", frame.t(words::UNIT), &self.unit, sorted(units), frame),
            choice("kind", frame.t(words::KIND), &self.kind, kinds.collect(), frame),
        ];
        // Where nobody answers for anything, as for those outside, there is nobody to choose.
        choices.retain(|choice| choice.options.len() > 1);
        choices
    }
}

fn sorted(mut options: Vec<(String, String)>) -> Vec<(String, String)> {
    options.sort_by(|one, other| (&one.1, &one.0).cmp(&(&other.1, &other.0)));
    options.dedup();
    options
}

fn choice(
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: Vec<(String, String)>,
    frame: &Frame,
) -> Choice {
    let any = (String::new(), frame.t(words::ALL).to_owned(), chosen.is_empty());
    let options = options.into_iter().map(|(value, text)| {
        let is_chosen = value == chosen;
        (value, text, is_chosen)
    });
    Choice { name, label, options: std::iter::once(any).chain(options).collect(), error: None }
}

/// Returns the name of what falls on a day.
pub(super) fn kind_of(day: &CalendarDay) -> Text {
    if day.key.is_some() { names::kind(day.object.kind) } else { words::COUNT_DAY }
}
