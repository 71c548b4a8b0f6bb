//! What people can do with an object besides its status, and what was delivered of it.

use super::texts as words;
use crate::fields::{Choice, Errors, Field, Kind};
use crate::frame::{Frame, year_base};
use crate::pages::{names, who};
use crate::site::Looked;
use crate::visit::Values;
use crate::written;
use std::collections::BTreeMap;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::work::{self, Deliverable, DeliverableVerdict, Evidence};
use styrbord_app::follow::events::{ObjectId, ObjectKind, TextRef};
use styrbord_app::follow::letters;
use styrbord_app::texts::Text;

/// The word of a ground that is no letter.
pub(super) const WRITING: &str = "writing";

/// The fields of a file that was sent in with a form that was not done: its sum and its name.
pub(super) const KEPT: &str = "kept";
pub(super) const KEPT_NAME: &str = "kept-name";

/// What the ministry or the agency may say of a deliverable, with its word in forms.
pub(super) const VERDICTS: [(DeliverableVerdict, &str, Text); 3] = [
    (DeliverableVerdict::Accepted, "accepted", words::ACCEPTED),
    (DeliverableVerdict::Returned, "returned", words::RETURNED),
    (DeliverableVerdict::Withdrawn, "withdrawn", words::WITHDRAWN),
];

/// What can be done, and what one may choose for it: pairs of word and name.
pub(super) struct Bench {
    pub(super) deliverables: Vec<Delivered>,
    /// The unit that answers for it.
    pub(super) unit_name: String,
    unit: String,
    units: Pairs,
    dues: Pairs,
    letters: Pairs,
    /// Which forms are there.
    pub(super) may: May,
}

type Pairs = Vec<(String, String)>;

/// What the visitor may do here.
#[derive(Default)]
pub(super) struct May {
    /// Move deadlines.
    pub(super) plan: bool,
    /// Register what was delivered.
    pub(super) deliver: bool,
    /// Confirm or decline a duty.
    pub(super) judge: bool,
}

/// Something that was delivered.
pub(super) struct Delivered {
    id: ObjectId,
    title_text: TextRef,
    pub(super) title: String,
    pub(super) day: String,
    pub(super) verdict: &'static str,
    pub(super) color: &'static str,
    pub(super) evidence: Vec<Shown>,
    is_standing: bool,
}

/// What shows it.
pub(super) struct Shown {
    text: TextRef,
    pub(super) name: String,
    /// Where a file is fetched; nothing for a reference.
    pub(super) address: String,
}

/// The fields of the forms.
pub(super) struct Fields {
    pub(super) due: Choice,
    pub(super) unit: Choice,
    pub(super) moved: Vec<Choice>,
    pub(super) to: Field,
    pub(super) dated: Field,
    pub(super) reference: Field,
    pub(super) why: Field,
    pub(super) title: Field,
    pub(super) deliver_due: Choice,
    /// A deliverable that is there already, for more that shows it.
    pub(super) add_to: Option<Choice>,
    pub(super) file: Field,
    /// The sum and name of a file that was sent in with a form that was not done.
    pub(super) kept: Option<(String, String)>,
    pub(super) link: Field,
    pub(super) accepted_by: Choice,
    pub(super) verdicts: Vec<Choice>,
    pub(super) said: Field,
    pub(super) duty: Choice,
    pub(super) day: Field,
    pub(super) note: Field,
}

impl Bench {
    /// Gathers what can be done with an object.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Self {
        let year = looked.year;
        let item = year.work.items.get(&object);
        let unit = item.and_then(|item| item.responsibility.as_ref()?.value.unit);
        let known = unit.and_then(|unit| looked.book.directory.units.get(&unit));
        let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
        let in_force = year.letters.parts.get(&object).is_some_and(|part| part.repealed.is_none());
        let may = |use_case| is_now && in_force && looked.may(use_case, Some(object));
        let counts = work::counts(year, object);
        let has_status = counts && object.kind != ObjectKind::Meeting;
        let reads = looked.may(UseCase::ReadWork, Some(object));
        let ids = item.map(|item| item.deliverables.as_slice()).unwrap_or_default().iter();
        let known_ones = ids.filter(|_| reads).filter_map(|id| Some((*id, year.work.deliverables.get(id)?)));
        let base = format!("{}/objects/{object}", year_base(year.stream));
        let due = |due: &work::Due| {
            let name = due.key.part.clone().unwrap_or_else(|| frame.t(words::ONLY_DUE).to_owned());
            let day = due.date.map(|date| written::date(date, frame.language)).unwrap_or_default();
            (due.key.to_string(), format!("{name} {day}").trim().to_owned())
        };
        let letter = |row: &styrbord_app::follow::LetterRow| {
            let name = frame.t(names::document(row.document.kind));
            (row.letter.to_string(), format!("{name}, {}", written::date(row.on, frame.language)))
        };
        Self {
            deliverables: known_ones.map(|(id, one)| Delivered::of(id, one, looked, frame, &base)).collect(),
            unit: unit.map(|unit| unit.to_string()).unwrap_or_default(),
            unit_name: known.map(|unit| unit.name.clone()).unwrap_or_default(),
            units: who::units(looked).into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
            dues: work::dues(year, object).iter().map(due).collect(),
            letters: letters(year).iter().map(letter).collect(),
            may: May {
                plan: has_status && may(UseCase::PlanWork),
                deliver: counts && may(UseCase::Deliver),
                judge: object.kind == ObjectKind::Duty && may(UseCase::PlanWork),
            },
        }
    }

    /// Returns the texts that it refers to.
    pub(super) fn texts(&self) -> Vec<TextRef> {
        let all = self.deliverables.iter();
        all.flat_map(|one| one.evidence.iter().map(|shown| shown.text).chain([one.title_text])).collect()
    }

    /// Puts the texts in.
    pub(super) fn fill(&mut self, texts: &BTreeMap<TextRef, Option<String>>, frame: &Frame) {
        let said = |text: TextRef| {
            texts.get(&text).cloned().flatten().unwrap_or_else(|| frame.t(words::ERASED).to_owned())
        };
        for one in &mut self.deliverables {
            one.title = said(one.title_text);
            for shown in &mut one.evidence {
                shown.name = said(shown.text);
            }
        }
    }

    /// Tells whether something stands of which the ministry may say something.
    pub(super) fn has_standing(&self) -> bool {
        self.deliverables.iter().any(|one| one.is_standing)
    }

    /// Returns the fields of the forms, with what was typed.
    pub(super) fn fields(&self, frame: &Frame, given: &Values, errors: &Errors) -> Fields {
        let choice = |name: &'static str, label: Text, first: Option<Text>, pairs: Pairs| {
            let now = given.get(name).unwrap_or_default();
            let first = first.map(|first| (String::new(), frame.t(first).to_owned(), now.is_empty()));
            let rest = pairs.into_iter().map(|(word, name)| {
                let is_chosen = word == now;
                (word, name, is_chosen)
            });
            Choice {
                name,
                label: frame.t(label),
                options: first.into_iter().chain(rest).collect(),
                error: None,
            }
        };
        let field = |name, kind, label: Text| {
            let value = given.get(name).unwrap_or_default();
            Field::new(name, kind, frame.t(label)).optional().value(value).wrong(errors)
        };
        let mut grounds = self.letters.clone();
        grounds.insert(0, (WRITING.to_owned(), frame.t(words::WRITING).to_owned()));
        let verdicts = VERDICTS.iter().map(|(_, word, name)| ((*word).to_owned(), frame.t(name).to_owned()));
        let standing = self.deliverables.iter().filter(|one| one.is_standing);
        let standing: Pairs = standing.map(|one| (one.id.to_string(), one.title.clone())).collect();
        let add_to = choice("add-to", words::ADD_TO, Some(words::NEW_DELIVERY), standing.clone());
        let kept = given.get(KEPT).zip(given.get(KEPT_NAME));
        let duty = [("confirmed", words::CONFIRM), ("declined", words::DECLINE)];
        let duty = duty.map(|(word, name)| (word.to_owned(), frame.t(name).to_owned()));
        let mut unit = choice("unit", words::UNIT, Some(words::NOBODY), self.units.clone());
        let held = given.get("unit").map_or(self.unit.as_str(), |unit| unit);
        for option in &mut unit.options {
            option.2 = option.0 == held;
        }
        Fields {
            due: choice("due", words::DUE, Some(words::ALL_OF_IT), self.dues.clone()),
            unit,
            moved: vec![
                choice("move-due", words::DUE, None, self.dues.clone()),
                choice("ground", words::GROUND, None, grounds),
            ],
            to: field("move-to", Kind::Text, words::NEW_DAY).hint(frame.t(words::DAY_HINT)),
            dated: field("dated", Kind::Text, words::DATED).hint(frame.t(words::DATED_HINT)),
            reference: field("reference", Kind::Text, words::REFERENCE),
            why: field("move-comment", Kind::Long, words::WHY_MOVED),
            title: field("title", Kind::Text, words::DELIVERED_WHAT),
            deliver_due: choice("deliver-due", words::DUE, Some(words::ALL_OF_IT), self.dues.clone()),
            add_to: (add_to.options.len() > 1).then_some(add_to),
            kept: kept.map(|(sum, name)| (sum.to_owned(), name.to_owned())),
            accepted_by: choice(
                "accepted-by",
                words::ACCEPTED_BY,
                Some(words::NO_LETTER),
                self.letters.clone(),
            ),
            file: field("file", Kind::File, words::FILE).hint(frame.t(words::FILE_HINT)),
            link: field("link", Kind::Text, words::LINK),
            verdicts: vec![
                choice("deliverable", words::DELIVERED_WHAT, None, standing),
                choice("verdict", words::VERDICT, None, verdicts.collect()),
                choice("letter", words::BY_WHICH, Some(words::NO_LETTER), self.letters.clone()),
            ],
            said: field("said", Kind::Long, words::COMMENT),
            duty: choice("duty", words::VERDICT, None, duty.to_vec()),
            day: field("day", Kind::Text, words::DUTY_DAY).hint(frame.t(words::DAY_HINT)),
            note: field("note", Kind::Long, words::COMMENT),
        }
    }
}

impl Delivered {
    fn of(id: ObjectId, one: &Deliverable, looked: &Looked<'_>, frame: &Frame, base: &str) -> Self {
        let held = looked.year.work.judgement(id);
        let (verdict, color) = match held {
            None => (words::AWAITS, "info"),
            Some(DeliverableVerdict::Accepted) => (words::ACCEPTED, "success"),
            Some(DeliverableVerdict::Returned) => (words::RETURNED, "warning"),
            Some(DeliverableVerdict::Withdrawn) => (words::WITHDRAWN, "neutral"),
        };
        let shown = |(at, version): (usize, &styrbord_app::follow::events::Version<Evidence<TextRef>>)| {
            let (text, address) = match &version.value {
                Evidence::File { name, .. } => (*name, format!("{base}/evidence/{id}/{at}")),
                Evidence::Link { address, .. } => (*address, String::new()),
            };
            Shown { text, name: String::new(), address }
        };
        Self {
            id,
            title_text: one.title,
            title: String::new(),
            day: written::date(one.registered.on, frame.language),
            verdict: frame.t(verdict),
            color,
            evidence: one.evidence.iter().enumerate().map(shown).collect(),
            is_standing: held != Some(DeliverableVerdict::Withdrawn),
        }
    }
}
