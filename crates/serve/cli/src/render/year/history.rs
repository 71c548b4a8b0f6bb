//! All that has happened to one part of the year.

use super::{owner, status, table};
use crate::output::{Screen, plain};
use crate::texts::year as words;
use crate::texts::{self, changes, join};
use std::collections::BTreeMap;
use styrbord_app::Language;
use styrbord_app::follow::events::letters::{Cause, Match};
use styrbord_app::follow::events::work::{Entry, Event, What};
use styrbord_app::follow::events::{Actor, TextRef};
use styrbord_app::follow::{Names, PartRow, sign};

/// What texts say; none for one that was erased.
pub(crate) type Said = BTreeMap<TextRef, Option<String>>;

/// Returns the texts that entries refer to.
pub(crate) fn references(entries: &[Entry]) -> Vec<TextRef> {
    let of =
        |entry: &Entry| [entry.stamp.reason, comment(&entry.what)].into_iter().flatten().collect::<Vec<_>>();
    entries.iter().flat_map(of).collect()
}

/// Draws what happened, oldest first.
pub(crate) fn draw(
    row: &PartRow,
    carried: Option<(String, i16)>,
    entries: &[Entry],
    names: &Names,
    said: &Said,
    screen: Screen,
) -> String {
    let language = screen.language;
    let name = join([row.part.to_string(), row.label.clone().unwrap_or_default(), row.title.clone()], " ");
    let title = words::HISTORY.with(language, &[&plain(&name)]);
    let carried = carried.map(|(was, year)| words::CARRIED_FROM.with(language, &[&was, &year]) + "\n");
    let rows: Vec<Vec<String>> = entries
        .iter()
        .map(|entry| {
            let who = match entry.stamp.actor {
                Actor::Operator => String::new(),
                Actor::Person(person) => owner(Some(person), names, language),
            };
            let what = happened(entry, names, said, language);
            vec![texts::date(entry.stamp.on, language), who, what]
        })
        .collect();
    [screen.bold(&title), "\n".to_owned(), carried.unwrap_or_default(), table(&rows, screen)].concat()
}

fn happened(entry: &Entry, names: &Names, said: &Said, language: Language) -> String {
    let text = |reference: Option<TextRef>| match reference.map(|one| said.get(&one).cloned().flatten()) {
        None => String::new(),
        Some(None) => words::ERASED.get(language).to_owned(),
        Some(Some(text)) => text,
    };
    let what = match &entry.what {
        What::Printed { letter, matched, deadlines } => {
            let printed = deadlines.iter().map(|deadline| {
                join([deadline.part.clone().unwrap_or_default(), deadline.printed.clone()], " ")
            });
            let how = match matched {
                None => words::HAS_IT.with(language, &[letter]),
                Some(matched) => {
                    let reason = words::SAME_BECAUSE.with(language, &[&reason(matched, language)]);
                    format!("{} ({reason})", words::CHANGED_BY.with(language, &[letter]))
                }
            };
            join([how, join(printed, "; ")], ": ")
        }
        What::Repealed { letter, cause } => {
            let cause = match cause {
                Cause::Stated { text, .. } => text.clone(),
                Cause::NotInCorrection => words::NOT_IN_CORRECTION.get(language).to_owned(),
                Cause::NotInLetter => words::NOT_IN_LETTER.get(language).to_owned(),
                Cause::Divided => words::DIVIDED.get(language).to_owned(),
            };
            join([words::TAKEN_AWAY.with(language, &[letter]), cause], ": ")
        }
        What::Done(event) => done(event, names, language),
    };
    let because = text(entry.stamp.reason);
    let because = if because.is_empty() { because } else { words::BECAUSE.with(language, &[&because]) };
    join([what, text(comment(&entry.what)), because], "; ")
}

fn done(event: &Event, names: &Names, language: Language) -> String {
    match event {
        Event::StatusReported { status: now, due, .. } => {
            let due = due.as_ref().map(|due| format!("({due})")).unwrap_or_default();
            let now = words::SET_TO.with(language, &[&status(*now).get(language)]);
            join([now, due], " ")
        }
        Event::Assigned { responsibility, .. } => {
            words::GIVEN_TO.with(language, &[&owner(responsibility.owner, names, language)])
        }
        Event::DeadlineMoved { from, to, .. } => {
            let from = from
                .map_or_else(|| words::NO_DATE.get(language).to_owned(), |day| texts::date(day, language));
            words::MOVED_TO.with(language, &[&from, &texts::date(*to, language)])
        }
        other => other.name().replace('_', " "),
    }
}

fn comment(what: &What) -> Option<TextRef> {
    match what {
        What::Done(Event::StatusReported { comment, .. } | Event::DeadlineMoved { comment, .. }) => *comment,
        _ => None,
    }
}

fn reason(matched: &Match, language: Language) -> String {
    match matched {
        Match::Compared(word) => changes::by(sign(word)).get(language).to_owned(),
        Match::Answered => words::BY_ANSWER.get(language).to_owned(),
        Match::Stated => words::BY_LETTER.get(language).to_owned(),
    }
}
