//! What the forms about money need of the year: what holds, and what there is to choose.

use super::super::view::{Said, label, said};
use super::words;
use crate::frame::{Frame, year_base};
use crate::pages::{names, who};
use crate::site::Looked;
use std::collections::BTreeMap;
use styrbord_app::Nok;
use styrbord_app::follow::events::letters::{PartValue, Stage};
use styrbord_app::follow::events::money::{ChargeSide, Month};
use styrbord_app::follow::events::{ObjectId, ObjectKind, TextRef};
use styrbord_app::plan::Portion;

/// Words of forms with their names.
pub(super) type Pairs = Vec<(String, String)>;

/// What there is.
#[derive(Default)]
pub(super) struct Held {
    /// The beginning of the addresses, and where one goes afterwards.
    pub(super) base: String,
    pub(super) back: String,
    /// What it is called, and the text that says so.
    pub(super) about: String,
    pub(super) text: Option<TextRef>,
    /// The number of the record that changed it last.
    pub(super) version: u64,
    pub(super) post: Option<ObjectId>,
    /// What holds in each year: of a commitment, or what is bound of a project.
    pub(super) amounts: BTreeMap<i16, Nok>,
    /// What is new of a project in each year.
    pub(super) new: BTreeMap<i16, Nok>,
    /// What holds of anything else.
    pub(super) amount: Option<Nok>,
    pub(super) months: Pairs,
    pub(super) organisations: Pairs,
    pub(super) assignments: Pairs,
    pub(super) portions: Pairs,
}

/// Tells whether something can be done to an object, or to the year.
pub(super) fn is_open(looked: &Looked<'_>, object: Option<ObjectId>) -> bool {
    let money = &looked.year.money;
    if looked.year.letters.stage == Stage::Closed {
        return false;
    }
    let Some(object) = object else { return true };
    match object.kind {
        ObjectKind::Commitment => money.commitments.get(&object).is_some_and(|one| !one.closed),
        ObjectKind::Project => money.projects.get(&object).is_some_and(|one| one.cancelled.is_none()),
        ObjectKind::Charge => money.charges.contains_key(&object),
        ObjectKind::SubAllocation => money.sub_allocations.contains_key(&object),
        ObjectKind::Authorisation => {
            money.authorisations.get(&object).is_some_and(|one| one.used > Nok::ZERO)
        }
        ObjectKind::Post => looked.year.letters.parts.get(&object).is_some_and(|one| one.repealed.is_none()),
        _ => false,
    }
}

impl Held {
    /// Gathers what there is; none when nothing can be done to the object.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, object: Option<ObjectId>) -> Option<Self> {
        if !is_open(looked, object) {
            return None;
        }
        let year = looked.year;
        let base = format!("{}/money", year_base(year.stream));
        let mut held = Self {
            back: base.clone(),
            base,
            about: frame.t(words::OF_YEAR).to_owned(),
            organisations: who::others(looked),
            months: months(frame, year.year),
            ..Self::default()
        };
        if let Some(object) = object {
            held.version = looked.book.touched(year.stream, object);
            held.take(looked, frame, object)?;
        }
        if let Some(post) = held.post {
            held.back = format!("{}/{post}", held.base);
        }
        Some(held)
    }

    fn take(&mut self, looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Option<()> {
        let (year, money) = (looked.year, &looked.year.money);
        match object.kind {
            ObjectKind::Commitment => {
                let bound = money.commitments.get(&object)?;
                (self.post, self.text) = (Some(bound.terms.post), Some(bound.terms.title));
                self.amounts.clone_from(&bound.amounts);
                self.amount = Some(bound.outstanding(year.year));
            }
            ObjectKind::Project => {
                let project = money.projects.get(&object)?;
                (self.post, self.text) = (Some(project.terms.post), Some(project.terms.title));
                self.amounts = project.amounts.iter().map(|(of, one)| (*of, one.committed)).collect();
                self.new = project.amounts.iter().map(|(of, one)| (*of, one.new)).collect();
            }
            ObjectKind::Charge => {
                let charge = money.charges.get(&object)?;
                if let ChargeSide::Given { post, .. } = charge.side {
                    self.post = Some(post);
                }
                (self.amount, self.text) = (Some(charge.amount()), Some(charge.title));
            }
            ObjectKind::SubAllocation => {
                let given = money.sub_allocations.get(&object)?;
                (self.post, self.text) = (Some(given.share.post), Some(given.share.title));
                self.amount = Some(given.amount());
            }
            ObjectKind::Authorisation => {
                let part = year.letters.parts.get(&object)?;
                self.about = names::title(part.value.title(), frame.language);
                self.amount = money.authorisations.get(&object).map(|one| one.used);
            }
            _ => self.take_post(looked, frame, object)?,
        }
        Some(())
    }

    fn take_post(&mut self, looked: &Looked<'_>, frame: &Frame, object: ObjectId) -> Option<()> {
        let letters = &looked.year.letters;
        let PartValue::Post { chapter, post } = &letters.parts.get(&object)?.value else { return None };
        let title = names::title(&post.title, frame.language);
        self.about = format!("{} {title}", label(*chapter, post.post));
        self.post = Some(object);
        post.breakdown.iter().for_each(|portion| add_titles(portion, &mut self.portions));
        let assignments = letters.in_force().filter(|(id, _)| id.kind == ObjectKind::Assignment);
        self.assignments = assignments
            .map(|(id, part)| {
                let number = part.value.label().unwrap_or_default();
                let title = names::title(part.value.title(), frame.language);
                (id.to_string(), format!("{number} {title}").trim().to_owned())
            })
            .collect();
        Some(())
    }

    /// Puts in what the text says.
    pub(super) fn fill(&mut self, words: &Said) {
        if let Some(text) = self.text {
            said(words, text).clone_into(&mut self.about);
        }
    }
}

fn months(frame: &Frame, year: i16) -> Pairs {
    let months = (1..=13).filter_map(|month| Month::new(year, month));
    let name = |month: Month| match month.month() {
        13 => frame.t(words::CLOSING).to_owned(),
        number => format!("{number:02}.{}", month.year()),
    };
    months.map(|month| (month.to_string(), name(month))).collect()
}

fn add_titles(portion: &Portion, titles: &mut Pairs) {
    titles.push((portion.title.clone(), portion.title.clone()));
    portion.breakdown.iter().for_each(|below| add_titles(below, titles));
}
