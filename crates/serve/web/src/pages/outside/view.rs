//! What those outside are shown of a year.

use super::{names, words};
use crate::frame::{Frame, year_base};
use crate::pages::shown::{self, Words};
use crate::site::Outside;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::follow::Content;
use styrbord_app::follow::events::letters::PartValue;
use styrbord_app::follow::events::sharing::{PlanPart, Shown, Visibility};
use styrbord_app::follow::events::{Hash, ObjectId, ObjectKind, TextRef};

/// The year at a glance.
pub(super) struct OverviewSeen {
    pub(super) title: String,
    pub(super) lead: String,
    /// What was shown: the latest first.
    pub(super) shown: Vec<ShownRow>,
    /// The goals: label and title.
    pub(super) goals: Vec<(String, String, String)>,
    /// The posts: address, label, title and amount.
    pub(super) posts: Vec<(String, String, String, String)>,
    /// The letters: address, name and day.
    pub(super) letters: Vec<(String, String, String)>,
    /// How many assignments there are.
    pub(super) assignments: usize,
}

/// An object that was shown.
pub(super) struct ShownRow {
    pub(super) address: String,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) how: &'static str,
    pub(super) color: &'static str,
    pub(super) day: String,
    /// How far it was.
    pub(super) status: &'static str,
}

/// An assignment.
pub(super) struct AssignmentRow {
    pub(super) address: String,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) goal: String,
    /// The deadlines, as the letter prints them.
    pub(super) dues: String,
    /// What was shown of it last, when and how far it was.
    pub(super) shown: String,
}

/// An object.
pub(super) struct ObjectSeen {
    pub(super) kind: &'static str,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) is_gone: bool,
    /// What the letters say of it.
    pub(super) plan: shown::Shown,
    pub(super) in_plan: bool,
    /// Name and address of the line in the letter, for who may read it.
    pub(super) place: Option<(String, String)>,
    /// Each version that was shown, the latest first.
    pub(super) versions: Vec<Version>,
}

/// A version that was shown.
pub(super) struct Version {
    pub(super) name: String,
    pub(super) id: usize,
    content: Content,
    pub(super) shown: shown::Shown,
}

/// A letter of the ministry.
pub(super) struct LetterSeen {
    /// Address, name, and whether it is shown.
    pub(super) letters: Vec<(String, String, bool)>,
    pub(super) title: String,
    pub(super) hash: Option<Hash>,
    parts: BTreeMap<u32, Vec<(String, String)>>,
    pub(super) lines: Vec<Line>,
}

/// A line, with address and name of what stands in it.
pub(super) struct Line {
    pub(super) number: u32,
    pub(super) text: String,
    pub(super) notes: Vec<(String, String)>,
}

fn address(outside: &Outside, frame: &Frame, object: ObjectId) -> String {
    format!("{}/objects/{object}{}", year_base(outside.view.stream), frame.day_end())
}

fn how(visibility: Visibility, frame: &Frame) -> (&'static str, &'static str) {
    match visibility {
        Visibility::Submitted => (frame.t(words::SUBMITTED), "success"),
        Visibility::Shared | Visibility::Internal => (frame.t(words::SHARED), "info"),
    }
}

fn kind_name(kind: ObjectKind, frame: &Frame) -> &'static str {
    match kind {
        ObjectKind::Deliverable => frame.t(words::DELIVERABLE),
        ObjectKind::Series => frame.t(words::SERIES),
        kind => frame.t(names::kind(kind)),
    }
}

/// Returns label and title of an object, as the letters have it or as it was shown.
fn name(outside: &Outside, frame: &Frame, object: ObjectId) -> (String, String) {
    let kind = || kind_name(object.kind, frame).to_owned();
    let latest = outside.view.shown.get(&object).and_then(|all| all.last());
    let content = latest.map(|shown| Content::read(&shown.content)).unwrap_or_default();
    let planned = outside.view.plan.get(&object).map(|part| &part.value);
    let Some(value) = planned.or(content.part.as_ref()) else {
        return (kind(), shown::title(&content, &Words::new()).unwrap_or_else(|| object.to_string()));
    };
    let label = value.label().filter(|label| !label.is_empty()).unwrap_or_else(kind);
    (label, names::title(value.title(), frame.language))
}

fn status(shown: &Shown, frame: &Frame) -> &'static str {
    let status = Content::read(&shown.content).work.and_then(|work| work.status);
    status.map_or("", |status| frame.t(names::status(status.status)))
}

fn in_force(outside: &Outside, kind: ObjectKind) -> impl Iterator<Item = (ObjectId, &PlanPart)> {
    let plan = outside.view.plan.iter().map(|(id, part)| (*id, part));
    plan.filter(move |(id, part)| id.kind == kind && part.repealed.is_none())
}

impl OverviewSeen {
    /// Shows a year from outside.
    pub(super) fn of(outside: &Outside, frame: &Frame) -> Self {
        let base = year_base(outside.view.stream);
        let mut latest: Vec<(ObjectId, &Shown)> =
            outside.view.shown.iter().filter_map(|(id, all)| Some((*id, all.last()?))).collect();
        latest.sort_by_key(|(id, shown)| (std::cmp::Reverse(shown.at), *id));
        let shown = latest.into_iter().map(|(id, shown)| {
            let ((label, title), (how, color)) = (name(outside, frame, id), how(shown.visibility, frame));
            let (address, day) = (address(outside, frame, id), written::date(shown.on, frame.language));
            ShownRow { address, label, title, how, color, day, status: status(shown, frame) }
        });
        let post = |(id, part): (ObjectId, &PlanPart)| {
            let PartValue::Post { post, .. } = &part.value else { return None };
            let amount = post.amount_nok.map(written::amount).unwrap_or_default();
            let (label, title) = name(outside, frame, id);
            Some((address(outside, frame, id), label, title, amount))
        };
        let letter = |(id, document): (&ObjectId, &styrbord_app::follow::events::letters::Document)| {
            let end = frame.day_end().replace('?', "&");
            let day = document.date.map(|day| written::date(day, frame.language)).unwrap_or_default();
            let name = format!("{}: {}", frame.t(names::document(document.kind)), document.title);
            (format!("{base}/letter?letter={id}{end}"), name, day)
        };
        let lead = if outside.steers { words::LEAD_MINISTRY } else { words::LEAD_PARTNER };
        Self {
            title: format!("{} {}", outside.agency, outside.year),
            lead: frame.with(lead, &outside.agency),
            shown: shown.collect(),
            goals: in_force(outside, ObjectKind::Goal)
                .map(|(id, _)| {
                    let (label, title) = name(outside, frame, id);
                    (address(outside, frame, id), label, title)
                })
                .collect(),
            posts: in_force(outside, ObjectKind::Post).filter_map(post).collect(),
            letters: outside.view.letters.iter().map(letter).collect(),
            assignments: in_force(outside, ObjectKind::Assignment).count(),
        }
    }
}

/// Returns the assignments that are seen, with what was shown of each last.
pub(super) fn assignments(outside: &Outside, frame: &Frame) -> Vec<AssignmentRow> {
    let row = |(id, part): (ObjectId, &PlanPart)| {
        let PartValue::Assignment(one) = &part.value else { return None };
        let (label, title) = name(outside, frame, id);
        let latest = outside.view.shown.get(&id).and_then(|all| all.last());
        let shown = latest.map(|shown| {
            let shown_on = format!("{} {}", how(shown.visibility, frame).0, written::short_date(shown.on));
            [status(shown, frame), &shown_on]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join(" · ")
        });
        Some(AssignmentRow {
            address: address(outside, frame, id),
            label,
            title,
            goal: one.goal_label.clone().unwrap_or_default(),
            dues: shown::printed(&one.deadlines).join(", "),
            shown: shown.unwrap_or_default(),
        })
    };
    in_force(outside, ObjectKind::Assignment).filter_map(row).collect()
}

impl ObjectSeen {
    /// Shows an object; none when nothing of it is seen.
    pub(super) fn of(outside: &Outside, frame: &Frame, object: ObjectId) -> Option<Self> {
        let part = outside.view.plan.get(&object);
        let all = outside.view.shown.get(&object).map(Vec::as_slice).unwrap_or_default();
        if part.is_none() && all.is_empty() {
            return None;
        }
        let (label, title) = name(outside, frame, object);
        let content = Content { part: part.map(|part| part.value.clone()), ..Content::default() };
        let version = |(id, shown): (usize, &Shown)| {
            let (how, day) = (how(shown.visibility, frame).0, written::date(shown.on, frame.language));
            let mut content = Content::read(&shown.content);
            // What the letter says now as it did then stands above.
            content.part = content.part.filter(|then| part.is_none_or(|now| now.value != *then));
            Version { name: format!("{how} {day}"), id, content, shown: shown::Shown::default() }
        };
        Some(Self {
            kind: kind_name(object.kind, frame),
            label: if label == kind_name(object.kind, frame) { String::new() } else { label },
            title,
            is_gone: part.is_some_and(|part| part.repealed.is_some()),
            plan: shown::Shown::of(&content, &Words::new(), frame),
            in_plan: part.is_some(),
            place: part.and_then(|part| place(outside, frame, part)),
            versions: all.iter().rev().zip(1..).map(|(shown, id)| version((id, shown))).collect(),
        })
    }

    /// Returns the texts of what was shown.
    pub(super) fn texts(&self) -> Vec<TextRef> {
        self.versions.iter().flat_map(|version| version.content.texts()).collect()
    }

    /// Puts the texts in.
    pub(super) fn fill(&mut self, words: &Words, frame: &Frame) {
        for version in &mut self.versions {
            version.shown = shown::Shown::of(&version.content, words, frame);
        }
        if let Some(latest) =
            self.versions.first().filter(|latest| latest.content.part.is_none() && !self.in_plan)
            && let Some(title) = shown::title(&latest.content, words)
        {
            self.title = title;
        }
    }
}

fn place(outside: &Outside, frame: &Frame, part: &PlanPart) -> Option<(String, String)> {
    let (document, spot) = (outside.view.letters.get(&part.letter)?, part.value.span()?);
    let (line, end) = (spot.place.line, frame.day_end().replace('?', "&"));
    let name = format!("{}, {}", frame.t(names::document(document.kind)), frame.with(words::LINE, line));
    let base = year_base(outside.view.stream);
    Some((name, format!("{base}/letter?letter={}{end}#line-{line}", part.letter)))
}

impl LetterSeen {
    /// Finds the letters of the ministry and the one that is asked for; none when the viewer has none.
    pub(super) fn of(outside: &Outside, frame: &Frame, asked: Option<&str>) -> Option<Self> {
        let all = &outside.view.letters;
        let shown = match asked {
            Some(asked) => asked.parse::<ObjectId>().ok().filter(|letter| all.contains_key(letter))?,
            None => *all.iter().find(|(_, document)| document.kind.is_main()).or(all.iter().next())?.0,
        };
        let (base, end) = (year_base(outside.view.stream), frame.day_end().replace('?', "&"));
        let letters = all.iter().map(|(id, document)| {
            let name = format!("{}: {}", frame.t(names::document(document.kind)), document.title);
            (format!("{base}/letter?letter={id}{end}"), name, *id == shown)
        });
        let document = all.get(&shown)?;
        let mut parts: BTreeMap<u32, Vec<(String, String)>> = BTreeMap::new();
        for (id, part) in outside.view.plan.iter().filter(|(_, part)| part.letter == shown) {
            if let Some(spot) = part.value.span() {
                let note = (address(outside, frame, *id), name(outside, frame, *id).0);
                parts.entry(spot.place.line).or_default().push(note);
            }
        }
        let (title, hash) = (document.title.clone(), document.hash);
        Some(Self { letters: letters.collect(), title, hash, parts, lines: Vec::new() })
    }

    /// Puts the lines in.
    pub(super) fn fill(&mut self, lines: &[String]) {
        let line = |(number, text): (u32, &String)| Line {
            number,
            text: text.trim_end().to_owned(),
            notes: self.parts.remove(&number).unwrap_or_default(),
        };
        self.lines = (1..).zip(lines).map(line).collect();
    }
}
