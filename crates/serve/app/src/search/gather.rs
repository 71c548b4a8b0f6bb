//! What there is to be found in a year: for those of the agency, and for those outside.

use super::index::{Entry, Index, Kind, Spot};
use crate::access::UseCase;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_events::letters::PartValue;
use styrbord_events::money::ChargeSide;
use styrbord_events::sharing::OutsideView;
use styrbord_events::{Book, Hash, ObjectId, ObjectKind, Stream, TextRef, Year};
use styrbord_money::Nok;
use styrbord_plan::{Portion, Post};
use styrbord_readers::ReadError;

/// What is to be found, before its texts are read.
#[derive(Debug, Clone, Default)]
pub struct Gathered {
    entries: Vec<Entry>,
    /// Entries that say what a text says.
    said: Vec<(Entry, TextRef)>,
    /// The letters with their files.
    letters: Vec<(ObjectId, String, Hash)>,
}

impl Gathered {
    /// Returns the texts that are to be read.
    pub fn texts(&self) -> BTreeSet<TextRef> {
        self.said.iter().map(|(_, text)| *text).collect()
    }

    /// Returns the files of letters that are to be read.
    pub fn files(&self) -> BTreeSet<Hash> {
        self.letters.iter().map(|(.., hash)| *hash).collect()
    }

    /// Makes the index. What was erased is in none.
    pub fn index(
        self,
        words: &BTreeMap<TextRef, String>,
        lines: &BTreeMap<Hash, std::sync::Arc<Vec<String>>>,
    ) -> Index {
        let mut entries = self.entries;
        for (entry, text) in self.said {
            if let Some(said) = words.get(&text) {
                entries.push(Entry { text: said.clone(), ..entry });
            }
        }
        for (letter, head, hash) in self.letters {
            let lines = lines.get(&hash).map(|lines| lines.as_slice()).unwrap_or_default();
            for (number, line) in (1..).zip(lines).filter(|(_, line)| !line.trim().is_empty()) {
                entries.push(Entry {
                    kind: Kind::Line,
                    spot: Spot::Line(letter, number),
                    head: head.clone(),
                    label: String::new(),
                    title: String::new(),
                    text: line.trim().to_owned(),
                    needs: Some((UseCase::ReadPlan, letter)),
                });
            }
        }
        Index::new(entries)
    }
}

/// Returns the lines of a letter's file, as its page shows them.
///
/// # Errors
/// When it cannot be read.
pub fn lines(bytes: &[u8]) -> Result<Vec<String>, ReadError> {
    let read = styrbord_readers::read(bytes)?;
    Ok(read.source.text().lines().map(str::to_owned).collect())
}

/// Gathers what those of the agency find in a year; each entry says what one must be allowed to do to see it.
pub fn gather(book: &Book, stream: Stream) -> Option<Gathered> {
    let year = book.years.get(&stream)?;
    let mut gathered = Gathered::default();
    for (id, part) in &year.letters.parts {
        let needs = Some((UseCase::ReadPlan, *id));
        gathered.add_part(*id, &part.value, needs);
    }
    for (id, letter) in &year.letters.letters {
        let document = &letter.document;
        gathered.letters.extend(document.hash.map(|hash| (*id, document.title.clone(), hash)));
    }
    for (id, series) in &year.measure.series {
        let card = &series.card;
        let text = [&card.definition, &card.population, &card.source].map(String::as_str).join(" ");
        let entry =
            plain(Kind::Parameter, spot_of(year, *id), head(year, *id), Some((UseCase::ReadWork, *id)));
        gathered.entries.push(Entry { title: card.name.clone(), text, ..entry });
    }
    add_said(year, &mut gathered);
    Some(gathered)
}

/// Gathers what those outside the agency find in its year: what they see, as it was shown.
pub fn gather_shown(view: &OutsideView) -> Gathered {
    let mut gathered = Gathered::default();
    for (id, part) in &view.plan {
        gathered.add_part(*id, &part.value, None);
    }
    for (id, document) in &view.letters {
        gathered.letters.extend(document.hash.map(|hash| (*id, document.title.clone(), hash)));
    }
    for (id, all) in &view.shown {
        let part = |content: &serde_json::Value| {
            serde_json::from_value::<PartValue>(content.get("part")?.clone()).ok()
        };
        let value = all.iter().rev().find_map(|shown| part(&shown.content));
        if let Some(value) = value.as_ref().filter(|_| !view.plan.contains_key(id)) {
            gathered.add_part(*id, value, None);
        }
        let named = view.plan.get(id).map(|part| &part.value).or(value.as_ref());
        let head = named.map(name_of).unwrap_or_default();
        let mut texts = BTreeSet::new();
        for shown in all {
            texts.extend(TextRef::named_in(&shown.content));
            let card = |name: &str| shown.content.pointer(&format!("/measure/series/card/{name}"));
            let card = |name: &str| card(name).and_then(|text| text.as_str()).unwrap_or_default().to_owned();
            if !card("name").is_empty() {
                let text = [card("definition"), card("population"), card("source")].join(" ");
                let entry = plain(Kind::Parameter, Spot::Object(*id), String::new(), None);
                gathered.entries.push(Entry { title: card("name"), text, ..entry });
            }
        }
        for text in texts {
            gathered.said.push((plain(Kind::Said, Spot::Object(*id), head.clone(), None), text));
        }
    }
    gathered
}

fn plain(kind: Kind, spot: Spot, head: String, needs: Option<(UseCase, ObjectId)>) -> Entry {
    let (label, title, text) = Default::default();
    Entry { kind, spot, head, label, title, text, needs }
}

impl Gathered {
    /// Adds a part of the plan, and the portions of a post.
    fn add_part(&mut self, id: ObjectId, value: &PartValue, needs: Option<(UseCase, ObjectId)>) {
        let entry = plain(kind_of(id.kind), Spot::Object(id), String::new(), needs);
        let label = value.label().unwrap_or_default();
        if let PartValue::Post { post, .. } = value {
            let mut open: Vec<&Portion> = post.breakdown.iter().rev().collect();
            while let Some(portion) = open.pop() {
                let text = [amount(Some(portion.amount_nok)), portion.assignment.clone()];
                let text = text.into_iter().flatten().collect::<Vec<_>>().join(" ");
                let (head, title) = (name_of(value), portion.title.clone());
                self.entries.push(Entry { head, title, text, ..entry.clone() });
                open.extend(portion.breakdown.iter().rev());
            }
        }
        self.entries.push(Entry { label, title: value.title().to_owned(), text: details(value), ..entry });
    }

    fn add_texts(
        &mut self,
        year: &Year,
        kind: Kind,
        use_case: UseCase,
        object: ObjectId,
        of: &impl Serialize,
    ) {
        // No area holds a value that cannot be JSON.
        let json = serde_json::to_value(of).unwrap_or_default();
        let texts: BTreeSet<TextRef> = TextRef::named_in(&json).into_iter().collect();
        let entry = plain(kind, spot_of(year, object), head(year, object), Some((use_case, object)));
        self.said.extend(texts.into_iter().map(|text| (entry.clone(), text)));
    }
}

/// Adds all that people wrote: also why something was done, so that only those who read the history find it.
fn add_said(year: &Year, gathered: &mut Gathered) {
    let history = UseCase::ReadHistory;
    for (id, item) in &year.work.items {
        gathered.add_texts(year, Kind::Said, history, *id, item);
    }
    for (id, deliverable) in &year.work.deliverables {
        gathered.add_texts(year, Kind::Said, history, *id, deliverable);
    }
    for (id, series) in &year.measure.series {
        gathered.add_texts(year, Kind::Said, history, *id, series);
    }
    for (id, entries) in &year.measure.entries {
        gathered.add_texts(year, Kind::Said, history, *id, entries);
    }
    let money = &year.money;
    let mut add = |id: &ObjectId, of: serde_json::Value| {
        gathered.add_texts(year, Kind::Money, UseCase::ReadMoney, *id, &of);
    };
    let json = |of: serde_json::Result<serde_json::Value>| of.unwrap_or_default();
    money.commitments.iter().for_each(|(id, of)| add(id, json(serde_json::to_value(of))));
    money.sub_allocations.iter().for_each(|(id, of)| add(id, json(serde_json::to_value(of))));
    money.charges.iter().for_each(|(id, of)| add(id, json(serde_json::to_value(of))));
    money.authorisations.iter().for_each(|(id, of)| add(id, json(serde_json::to_value(of))));
    money.projects.iter().for_each(|(id, of)| add(id, json(serde_json::to_value(of))));
    money.forecasts.iter().for_each(|(id, of)| add(id, json(serde_json::to_value(of))));
    money.explanations.iter().for_each(|(id, of)| add(id, json(serde_json::to_value(of))));
}

fn kind_of(kind: ObjectKind) -> Kind {
    match kind {
        ObjectKind::Goal => Kind::Goal,
        ObjectKind::Parameter | ObjectKind::Requirement | ObjectKind::Series => Kind::Parameter,
        ObjectKind::Assignment | ObjectKind::Deliverable => Kind::Assignment,
        ObjectKind::Duty => Kind::Duty,
        ObjectKind::Report => Kind::Report,
        ObjectKind::Meeting => Kind::Meeting,
        ObjectKind::Chapter
        | ObjectKind::Post
        | ObjectKind::Commitment
        | ObjectKind::SubAllocation
        | ObjectKind::Charge
        | ObjectKind::Project
        | ObjectKind::Import => Kind::Money,
        ObjectKind::Letter
        | ObjectKind::Announcement
        | ObjectKind::Authorisation
        | ObjectKind::Direction
        | ObjectKind::Attachment => Kind::Other,
    }
}

/// Returns where an object is shown: on its own page when it is a part of the plan, a series or a letter, else on that
/// of its part.
pub fn spot_of(year: &Year, object: ObjectId) -> Spot {
    match page_of(year, object) {
        _ if object.kind == ObjectKind::Series => Spot::Series(object),
        _ if object.kind == ObjectKind::Letter => Spot::Line(object, 1),
        page if year.letters.parts.contains_key(&page) => Spot::Object(page),
        page => Spot::Money(page),
    }
}

/// Returns the part that an object belongs to; the object itself when there is none.
fn page_of(year: &Year, object: ObjectId) -> ObjectId {
    let money = &year.money;
    let page = match object.kind {
        ObjectKind::Deliverable => year.work.deliverables.get(&object).map(|of| of.object),
        ObjectKind::Series => year.measure.series.get(&object).and_then(|of| of.under),
        ObjectKind::Commitment => money.commitments.get(&object).map(|of| of.terms.post),
        ObjectKind::SubAllocation => money.sub_allocations.get(&object).map(|of| of.share.post),
        ObjectKind::Project => money.projects.get(&object).map(|of| of.terms.post),
        ObjectKind::Charge => money.charges.get(&object).and_then(|of| match of.side {
            ChargeSide::Given { post, .. } => Some(post),
            ChargeSide::Received { .. } => None,
        }),
        _ => None,
    };
    page.unwrap_or(object)
}

fn head(year: &Year, object: ObjectId) -> String {
    let part = year.letters.parts.get(&page_of(year, object));
    part.map(|part| name_of(&part.value)).unwrap_or_default()
}

/// Returns label and title.
fn name_of(value: &PartValue) -> String {
    let label = value.label().unwrap_or_default();
    if label.is_empty() { value.title().to_owned() } else { format!("{label} {}", value.title()) }
}

fn amount(amount: Option<Nok>) -> Option<String> {
    amount.map(Nok::norwegian)
}

/// Returns what a part says besides label and title: whom it names, when, how much.
fn details(value: &PartValue) -> String {
    let mut all: Vec<String> = Vec::new();
    match value {
        PartValue::Goal(goal) => all.extend(goal.parent.clone()),
        PartValue::Parameter(parameter) => all.extend(parameter.goal_label.clone()),
        PartValue::Requirement(requirement) => all.extend(requirement.parent.clone()),
        PartValue::Assignment(one) => {
            all.extend(one.goal_label.iter().chain(&one.lead).chain(&one.partners).cloned());
            for deadline in &one.deadlines {
                all.extend(deadline.part.iter().chain(&deadline.lead).cloned());
                all.push(deadline.printed.clone());
            }
            for measure in &one.measures {
                all.extend(measure.plan.iter().chain([&measure.number]).cloned());
            }
            all.extend(one.funding.iter().filter_map(|funding| amount(Some(funding.amount_nok))));
        }
        PartValue::Chapter(chapter) => all.extend(amount(chapter.stated_sum_nok)),
        PartValue::Post { post, .. } => all.extend(of_post(post)),
        PartValue::Meeting(meeting) => all.extend(meeting.when.clone()),
        PartValue::Announcement(announcement) => all.extend(announcement.expected.clone()),
        PartValue::Authorisation(one) => all.extend(amount(one.limit_nok)),
        PartValue::Report(_) | PartValue::Duty(_) | PartValue::Direction(_) | PartValue::Attachment(_) => {}
    }
    all.retain(|text| !text.is_empty());
    all.join(" · ")
}

fn of_post(post: &Post) -> Vec<String> {
    let amounts =
        [post.amount_nok, post.previous_nok, post.change_nok, post.appropriation_nok, post.agency_share_nok];
    let amounts = amounts.into_iter().filter_map(amount);
    post.keywords.iter().cloned().chain(amounts).collect()
}
