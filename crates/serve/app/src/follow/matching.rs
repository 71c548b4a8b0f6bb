//! Which part of a document is which part of the year: what is certain is paired with its reason, what is not is asked.

use super::answers::{Answer, AnswerError, Answers};
use super::incoming::Incoming;
use super::kinds::object_kind;
use super::question::{Candidate, Question, Why};
use super::resolve;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_compare::{Basis, By, Change, Joined, Pin, Side, Status, join};
use styrbord_events::letters::{Held, PartChange, PartValue, State};
use styrbord_events::{ObjectId, ObjectKind};
use styrbord_plan::Plan;

/// How a document stands to the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Case {
    /// The year has nothing yet.
    First,
    /// It amends what holds: what it does not name stands.
    Amendment,
    /// It is the letter with these ids again, corrected.
    Correction(Vec<ObjectId>),
    /// It is the first letter of a year into which parts of the year before were carried over.
    NewYear(i16),
}

/// What a document does to the year, or what must be answered first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// What it does; empty as long as a question is open.
    pub changes: Vec<PartChange>,
    /// What was asked, answered or not.
    pub questions: Vec<Question>,
    /// The numbers of the questions that are open.
    pub open: Vec<usize>,
}

/// A place in a plan.
pub(super) type Place = (ObjectKind, Vec<usize>);

/// A document and the year, joined as far as they can be without asking.
pub(super) struct Joint<'a> {
    pub(super) case: &'a Case,
    pub(super) state: &'a State,
    /// The parts that people have said something of since a letter last did.
    worked: &'a BTreeSet<ObjectId>,
    /// The plan that the document is held against, with agency, ministry and year.
    pub(super) old: Held,
    pub(super) new: &'a Plan,
    pub(super) joined: Joined,
    /// The ids of the parts that stand in `joined.held`.
    pub(super) ids: BTreeMap<Place, ObjectId>,
    /// What is certain: the place in the document, the place in `joined.held` or none for what is new.
    pub(super) pins: BTreeMap<Place, (Option<Vec<usize>>, By)>,
}

/// Matches the parts of a document. `head` is an empty plan with the agency, the ministry and the year of the year,
/// `worked` the parts that people have said something of since a letter last did.
///
/// # Errors
/// When an answer is none to a question that is asked.
pub fn match_parts(
    case: &Case,
    state: &State,
    worked: &BTreeSet<ObjectId>,
    head: &Plan,
    incoming: &Incoming,
    answers: &Answers,
) -> Result<Matched, AnswerError> {
    if *case == Case::First {
        answers.check(&[])?;
        let changes = Held::places(&incoming.plan).into_iter();
        let value = |(kind, path): Place| Held::value(&incoming.plan, kind, &path);
        let changes = changes.filter_map(value).map(|value| PartChange::Add { value }).collect();
        return Ok(Matched { changes, questions: Vec::new(), open: Vec::new() });
    }
    let mut joint = Joint::new(case, (state, worked), head, &incoming.plan);
    let questions = joint.questions(incoming);
    answers.check(&questions)?;
    let open: Vec<usize> =
        questions.iter().map(|one| one.number).filter(|one| answers.get(*one).is_none()).collect();
    let changes =
        if open.is_empty() { resolve::changes(&mut joint, &questions, answers)? } else { Vec::new() };
    Ok(Matched { changes, questions, open })
}

impl Case {
    pub(super) fn basis(&self) -> Basis {
        match self {
            Case::Amendment => Basis::Amendment,
            Case::First | Case::Correction(_) => Basis::SameYear,
            Case::NewYear(_) => Basis::YearOnYear,
        }
    }
}

impl<'a> Joint<'a> {
    fn new(
        case: &'a Case,
        (state, worked): (&'a State, &'a BTreeSet<ObjectId>),
        head: &Plan,
        new: &'a Plan,
    ) -> Self {
        let mut old = match case {
            Case::Correction(letters) => state.held_by(letters),
            _ => state.held(),
        };
        let year = match case {
            Case::NewYear(from) => Some(*from),
            _ => head.year,
        };
        let (agency, ministry) = (head.agency.clone(), head.ministry.clone());
        old.plan = Plan { agency, ministry, year, kind: head.kind, ..old.plan };
        let joined = join(&old.plan, new, case.basis(), &[]);
        let ids = held_ids(&old, &joined.repealed);
        Self { case, state, worked, old, new, joined, ids, pins: BTreeMap::new() }
    }

    /// Joins anew with everything settled.
    pub(super) fn join_settled(&mut self) {
        let pins: Vec<Pin> = self
            .pins
            .iter()
            .filter_map(|((kind, new), (old, by))| {
                let kind = super::kinds::part_kind(*kind)?;
                Some(Pin { kind, new: new.clone(), old: old.clone(), by: *by })
            })
            .collect();
        self.joined = join(&self.old.plan, self.new, self.case.basis(), &pins);
    }

    /// Settles what is certain, and returns what must be asked, in the order of the comparison.
    fn questions(&mut self, incoming: &Incoming) -> Vec<Question> {
        let mut questions = Vec::new();
        for change in &self.joined.repealed {
            questions.extend(self.of_repeal(change));
        }
        let left_over = self.left_over();
        let changes = std::mem::take(&mut self.joined.changes);
        for change in &changes {
            let Some(kind) = object_kind(change.kind) else { continue };
            match change.status {
                Status::Same | Status::Changed => {
                    if let (Some(old), Some(new)) = (change.old.first(), change.new.first()) {
                        self.settle(kind, new, Some(old), change);
                        questions.extend(self.changed_since(kind, old, new));
                    }
                }
                Status::New => {
                    for new in &change.new {
                        match left_over.get(&kind) {
                            Some(old) => questions.push(about(Why::LeftOver, kind, new, old.clone())),
                            None => self.settle(kind, new, None, change),
                        }
                    }
                }
                Status::Ambiguous | Status::Split | Status::Merged => {
                    let why = match change.status {
                        Status::Split => Why::Split,
                        Status::Merged => Why::Merged,
                        _ => Why::Ambiguous,
                    };
                    let candidates: Vec<Candidate> =
                        change.old.iter().filter_map(|side| self.candidate(kind, side)).collect();
                    questions.extend(change.new.iter().map(|new| about(why, kind, new, candidates.clone())));
                }
                Status::Dropped => {
                    let gone = change.old.first().and_then(|old| self.gone_since(kind, old));
                    questions.extend(gone.filter(|_| !left_over.contains_key(&kind)));
                }
                Status::Unknown => {}
            }
        }
        self.joined.changes = changes;
        for (at, question) in questions.iter_mut().enumerate() {
            question.number = at + 1;
            question.lines = incoming.lines_at(question.span);
        }
        questions
    }

    fn settle(&mut self, kind: ObjectKind, new: &Side, old: Option<&Side>, change: &Change) {
        let by = change.reason.map_or(By::Decided, |reason| reason.by);
        self.pins.insert((kind, new.path.clone()), (old.map(|old| old.path.clone()), by));
    }

    fn candidate(&self, kind: ObjectKind, side: &Side) -> Option<Candidate> {
        let part = *self.ids.get(&(kind, side.path.clone()))?;
        Some(Candidate { part, label: side.label.clone(), title: side.title.clone() })
    }

    /// Returns the parts that a correction no longer has, by kind, where it has new ones of the kind as well: a
    /// corrected letter seldom does both, so that the one may have become the other.
    fn left_over(&self) -> BTreeMap<ObjectKind, Vec<Candidate>> {
        let mut dropped: BTreeMap<ObjectKind, Vec<Candidate>> = BTreeMap::new();
        if !matches!(self.case, Case::Correction(_)) {
            return dropped;
        }
        let mut added: BTreeSet<ObjectKind> = BTreeSet::new();
        for change in &self.joined.changes {
            let Some(kind) = object_kind(change.kind) else { continue };
            match change.status {
                Status::New => _ = added.insert(kind),
                Status::Dropped => {
                    let candidates = change.old.iter().filter_map(|side| self.candidate(kind, side));
                    let candidates: Vec<Candidate> = candidates.filter(|one| self.holds(one.part)).collect();
                    if !candidates.is_empty() {
                        dropped.entry(kind).or_default().extend(candidates);
                    }
                }
                _ => {}
            }
        }
        dropped.retain(|kind, _| added.contains(kind));
        dropped
    }

    fn holds(&self, part: ObjectId) -> bool {
        self.state.parts.get(&part).is_some_and(|part| part.repealed.is_none())
    }

    /// Tells whether a later letter has changed a part since the letter that is corrected.
    pub(super) fn is_amended_since(&self, part: ObjectId) -> bool {
        let Case::Correction(letters) = self.case else { return false };
        self.state.parts.get(&part).is_some_and(|part| {
            let gone = part.repealed.as_ref().is_some_and(|gone| !letters.contains(&gone.letter));
            gone || !letters.contains(&part.letter)
        })
    }

    /// Tells whether an earlier correction took a part away, so that it comes back when this one has it.
    pub(super) fn is_missing(&self, part: ObjectId) -> bool {
        let Case::Correction(letters) = self.case else { return false };
        let gone = self.state.parts.get(&part).and_then(|part| part.repealed.as_ref());
        gone.is_some_and(|gone| letters.contains(&gone.letter))
    }

    fn changed_since(&self, kind: ObjectKind, old: &Side, new: &Side) -> Option<Question> {
        let part = *self.ids.get(&(kind, old.path.clone()))?;
        let value = |plan, path: &[usize]| -> Option<PartValue> { Held::value(plan, kind, path) };
        let (before, after) = (value(&self.joined.held, &old.path)?, value(self.new, &new.path)?);
        let asks = self.is_amended_since(part) && resolve::differs(&before, &after);
        let candidate = self.candidate(kind, old).filter(|_| asks)?;
        let mut question = about(Why::ChangedSince, kind, new, vec![candidate]);
        question.path.clone_from(&new.path);
        Some(question)
    }

    fn gone_since(&self, kind: ObjectKind, old: &Side) -> Option<Question> {
        let candidate = self.candidate(kind, old)?;
        let is_correction = matches!(self.case, Case::Correction(_));
        let why = match candidate.part {
            part if !self.holds(part) => return None,
            part if self.is_amended_since(part) => Why::GoneButChangedSince,
            part if is_correction && self.worked.contains(&part) => Why::GoneButWorkedOn,
            _ => return None,
        };
        let lost = Side { span: None, path: Vec::new(), ..old.clone() };
        Some(about(why, kind, &lost, vec![candidate]))
    }

    fn of_repeal(&self, change: &Change) -> Option<Question> {
        let why = match change.status {
            Status::Ambiguous => Why::UnclearRepeal,
            Status::Unknown => Why::UnknownRepeal,
            _ => return None,
        };
        let repeal = change.repeal.as_ref()?;
        let kind = object_kind(change.kind);
        let of_old = |side: &Side| {
            let part = self.old.id(kind?, &side.path)?;
            Some(Candidate { part, label: side.label.clone(), title: side.title.clone() })
        };
        Some(Question {
            number: 0,
            why,
            kind,
            label: None,
            title: repeal.text.clone(),
            span: repeal.span,
            lines: Vec::new(),
            candidates: change.old.iter().filter_map(of_old).collect(),
            may_be_new: false,
            path: Vec::new(),
        })
    }
}

fn about(why: Why, kind: ObjectKind, side: &Side, candidates: Vec<Candidate>) -> Question {
    Question {
        number: 0,
        why,
        kind: Some(kind),
        label: side.label.clone(),
        title: side.title.clone(),
        span: side.span,
        lines: Vec::new(),
        candidates,
        may_be_new: !why.is_of_old(),
        path: side.path.clone(),
    }
}

/// Returns the ids by the places that parts have when what an amendment repeals is taken out.
fn held_ids(old: &Held, repealed: &[Change]) -> BTreeMap<Place, ObjectId> {
    let gone: BTreeSet<Place> = gone(repealed).map(|(place, _)| place).collect();
    let mut next: BTreeMap<Place, usize> = BTreeMap::new();
    let mut ids = BTreeMap::new();
    for (kind, path, id) in old.parts() {
        if gone.contains(&(kind, path.to_vec())) {
            continue;
        }
        let (_, within) = path.split_last().unwrap_or((&0, &[]));
        let place = next.entry((kind, within.to_vec())).or_default();
        ids.insert((kind, [within, &[*place]].concat()), id);
        *place += 1;
    }
    ids
}

/// Returns the parts that an amendment takes away, with the places that they had.
pub(super) fn gone(repealed: &[Change]) -> impl Iterator<Item = (Place, &Change)> {
    let dropped = repealed.iter().filter(|change| change.status == Status::Dropped);
    dropped.filter_map(|change| Some(((object_kind(change.kind)?, change.old.first()?.path.clone()), change)))
}

/// Returns the answer to a question; all are answered when this is asked.
pub(super) fn answer(answers: &Answers, question: &Question) -> Answer {
    answers.get(question.number).unwrap_or(Answer::Drop)
}
