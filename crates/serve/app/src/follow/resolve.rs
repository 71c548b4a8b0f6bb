//! From pairs and answers to what a document does to each part.

use super::answers::{Answer, AnswerError, Answers};
use super::matching::{Case, Joint, Place, answer, gone};
use super::question::{Question, Why};
use std::collections::{BTreeMap, BTreeSet};
use styrbord_compare::By;
use styrbord_events::letters::{Cause, Held, Match, PartChange, PartValue, without_spots};
use styrbord_events::{ObjectId, ObjectKind};
use styrbord_plan::{Assignment, Research};

/// What the answers say.
#[derive(Default)]
struct Settled {
    /// The parts of the year that a person paired with the part at a place.
    answered: BTreeSet<ObjectId>,
    /// The places in the document that are left out.
    left_out: BTreeSet<Place>,
    /// The parts of the year that something new was divided from or joined of.
    from: BTreeMap<Place, Vec<ObjectId>>,
    /// The parts of the year in whose place others came.
    divided: BTreeSet<ObjectId>,
    /// The parts of the year that stay as they are, whatever the document says.
    kept: BTreeSet<ObjectId>,
    /// The parts of the year that a repeal means, with the question.
    repealed: BTreeMap<ObjectId, usize>,
}

/// Tells whether two parts say different things; where they say it is no difference.
pub(super) fn differs(before: &PartValue, after: &PartValue) -> bool {
    without_spots(before) != without_spots(after)
}

/// Returns what the document does, all questions being answered.
pub(super) fn changes(
    joint: &mut Joint<'_>,
    questions: &[Question],
    answers: &Answers,
) -> Result<Vec<PartChange>, AnswerError> {
    let mut settled = Settled::default();
    for question in questions {
        settled.take(joint, question, answer(answers, question))?;
    }
    settled.divide(questions, answers);
    joint.join_settled();
    let mut changes = repeals(joint, &settled, questions);
    changes.extend(of_old(joint, &settled));
    changes.extend(of_new(joint, &settled));
    Ok(changes)
}

impl Settled {
    fn take(
        &mut self,
        joint: &mut Joint<'_>,
        question: &Question,
        answer: Answer,
    ) -> Result<(), AnswerError> {
        let Some(kind) = question.kind else { return Ok(()) };
        let place = (kind, question.path.clone());
        match (question.why, answer) {
            (Why::UnclearRepeal | Why::UnknownRepeal, Answer::Part(part)) => {
                let holds = joint.state.parts.get(&part).is_some_and(|part| part.repealed.is_none());
                if !holds {
                    return Err(AnswerError::NotPossible(question.number));
                }
                if self.repealed.insert(part, question.number).is_some() {
                    return Err(AnswerError::SamePart(question.number, part));
                }
            }
            (Why::UnclearRepeal | Why::UnknownRepeal, _) => {}
            (Why::ChangedSince | Why::GoneButChangedSince | Why::GoneButWorkedOn, answer) => {
                let asked = question.candidates.first().map(|candidate| candidate.part);
                match answer {
                    Answer::Part(part) if Some(part) == asked => _ = self.answered.insert(part),
                    Answer::Drop => self.kept.extend(asked),
                    _ => return Err(AnswerError::NotPossible(question.number)),
                }
            }
            (_, Answer::Part(part)) => self.pair(joint, question, place, part)?,
            (_, answer) => {
                joint.pins.insert(place.clone(), (None, By::Decided));
                if answer == Answer::Drop {
                    self.left_out.insert(place);
                }
            }
        }
        Ok(())
    }

    fn pair(
        &mut self,
        joint: &mut Joint<'_>,
        question: &Question,
        place: Place,
        part: ObjectId,
    ) -> Result<(), AnswerError> {
        let old = joint.ids.iter().find(|(_, id)| **id == part).map(|((_, path), _)| path.clone());
        let old = old.ok_or(AnswerError::NotPossible(question.number))?;
        let taken = joint
            .pins
            .iter()
            .any(|((kind, _), (known, _))| *kind == part.kind && known.as_ref() == Some(&old));
        if taken {
            return Err(AnswerError::SamePart(question.number, part));
        }
        joint.pins.insert(place, (Some(old), By::Decided));
        self.answered.insert(part);
        Ok(())
    }

    /// Finds what was divided or joined: pieces that are new have their origin, wholes that nobody continues are gone.
    fn divide(&mut self, questions: &[Question], answers: &Answers) {
        let pieces = questions.iter().filter(|one| matches!(one.why, Why::Split | Why::Merged));
        for question in pieces {
            let Some(kind) = question.kind else { continue };
            let parts: Vec<ObjectId> = question.candidates.iter().map(|one| one.part).collect();
            match answer(answers, question) {
                Answer::New => {
                    self.divided.extend(&parts);
                    self.from.insert((kind, question.path.clone()), parts);
                }
                Answer::Part(_) if question.why == Why::Merged => self.divided.extend(&parts),
                _ => {}
            }
        }
        let answered = &self.answered;
        self.divided.retain(|part| !answered.contains(part));
    }
}

fn repeals(joint: &Joint<'_>, settled: &Settled, questions: &[Question]) -> Vec<PartChange> {
    let mut changes = Vec::new();
    for ((kind, path), change) in gone(&joint.joined.repealed) {
        let (Some(part), Some(repeal)) = (joint.old.id(kind, &path), &change.repeal) else { continue };
        changes.push(PartChange::Repeal { part, text: repeal.text.clone(), span: repeal.span });
    }
    for (part, number) in &settled.repealed {
        let Some(question) = questions.iter().find(|one| one.number == *number) else { continue };
        let (text, span) = (question.title.clone(), question.span);
        changes.push(PartChange::Repeal { part: *part, text, span });
    }
    changes
}

/// Returns what becomes of the parts that the year has.
fn of_old(joint: &Joint<'_>, settled: &Settled) -> Vec<PartChange> {
    let mut pair_of: BTreeMap<Place, (&Vec<usize>, By)> = BTreeMap::new();
    for ((kind, new), (old, by)) in &joint.pins {
        if let Some(old) = old {
            pair_of.insert((*kind, old.clone()), (new, *by));
        }
    }
    let mut changes = Vec::new();
    for (place, part) in &joint.ids {
        if settled.kept.contains(part) || settled.repealed.contains_key(part) {
            continue;
        }
        if settled.divided.contains(part) {
            changes.push(PartChange::Drop { part: *part, cause: Cause::Divided });
            continue;
        }
        let pair = pair_of.get(place).copied();
        changes.extend(match pair {
            None if *joint.case != Case::Amendment => lost(joint, settled, *part),
            pair => changed(joint, settled, place, *part, pair),
        });
    }
    changes
}

/// Returns what becomes of a part that the document does not have and that does not stand by itself.
fn lost(joint: &Joint<'_>, settled: &Settled, part: ObjectId) -> Option<PartChange> {
    let known = joint.state.parts.get(&part)?;
    match joint.case {
        Case::Correction(_) => {
            let asked = settled.answered.contains(&part);
            let goes = known.repealed.is_none() && (asked || !joint.is_amended_since(part));
            goes.then_some(PartChange::Drop { part, cause: Cause::NotInCorrection })
        }
        Case::NewYear(_) => {
            let steers =
                matches!(part.kind, ObjectKind::Goal | ObjectKind::Parameter | ObjectKind::Requirement);
            steers.then_some(PartChange::Drop { part, cause: Cause::NotInLetter })
        }
        Case::First | Case::Amendment => None,
    }
}

/// Returns what the document changes in a part: by a pair, or by what it says of it in passing.
fn changed(
    joint: &Joint<'_>,
    settled: &Settled,
    place: &Place,
    part: ObjectId,
    pair: Option<(&Vec<usize>, By)>,
) -> Option<PartChange> {
    let (kind, path) = place;
    let value = match (joint.case, pair) {
        (Case::Amendment, _) => Held::value(&joint.joined.after, *kind, path)?,
        (Case::NewYear(_), Some((new, _))) => {
            filled(Held::value(&joint.joined.held, *kind, path)?, Held::value(joint.new, *kind, new)?)
        }
        (_, Some((new, _))) => Held::value(joint.new, *kind, new)?,
        (_, None) => return None,
    };
    let known = joint.state.parts.get(&part)?;
    let before = match joint.case {
        // What the letter had is compared; what holds may have been changed since.
        Case::Correction(_) => Held::value(&joint.joined.held, *kind, path)?,
        _ => known.value.clone(),
    };
    // A part that was carried over stands in the letter from now on, also when it says the same.
    let is_confirmed = matches!(joint.case, Case::NewYear(_)) && pair.is_some();
    if !differs(&before, &value) && !is_confirmed && !joint.is_missing(part) {
        return None;
    }
    let matched = match pair {
        _ if settled.answered.contains(&part) => Match::Answered,
        Some((_, by)) => Match::Compared(code(by)),
        None => Match::Stated,
    };
    Some(PartChange::Change { part, value, matched })
}

/// Returns what the document has and the year had not.
fn of_new(joint: &Joint<'_>, settled: &Settled) -> Vec<PartChange> {
    let mut changes = Vec::new();
    for (kind, path) in Held::places(joint.new) {
        let place = (kind, path);
        let is_new = !matches!(joint.pins.get(&place), Some((Some(_), _)));
        if !is_new || settled.left_out.contains(&place) {
            continue;
        }
        let Some(value) = Held::value(joint.new, place.0, &place.1) else { continue };
        changes.push(match settled.from.get(&place) {
            Some(from) => PartChange::AddFrom { value, from: from.clone() },
            None => PartChange::Add { value },
        });
    }
    changes
}

/// Returns a part as a new year's letter has it. What that letter only lists keeps what was said of it before.
fn filled(old: PartValue, new: PartValue) -> PartValue {
    match (old, new) {
        (PartValue::Assignment(old), PartValue::Assignment(new)) if !new.new => {
            PartValue::Assignment(Box::new(listed(*old, *new)))
        }
        (_, new) => new,
    }
}

fn listed(old: Assignment, new: Assignment) -> Assignment {
    fn or<T>(new: Vec<T>, old: Vec<T>) -> Vec<T> {
        if new.is_empty() { old } else { new }
    }
    Assignment {
        research: if new.research == Research::None { old.research } else { new.research },
        lead: new.lead.or(old.lead),
        partners: or(new.partners, old.partners),
        measures: or(new.measures, old.measures),
        funding: or(new.funding, old.funding),
        estimates: or(new.estimates, old.estimates),
        deadlines: or(new.deadlines, old.deadlines),
        ..new
    }
}

/// Returns the word of the comparison for what a pair rests on.
fn code(by: By) -> String {
    let word = serde_json::to_value(by).ok();
    word.and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}
