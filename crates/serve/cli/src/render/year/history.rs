//! All that has happened to one part of the year.

use super::done::{self, Teller};
use super::{owner, table};
use crate::output::{Screen, plain};
use crate::render::wrap::hang;
use crate::texts::year as words;
use crate::texts::{self, changes, join};
use std::collections::BTreeMap;
use styrbord_app::Language;
use styrbord_app::changes::By;
use styrbord_app::follow::events::letters::{Cause, Match};
use styrbord_app::follow::events::work::{Entry, What};
use styrbord_app::follow::events::{Actor, TextRef};
use styrbord_app::follow::{Names, PartRow, sign};

/// What texts say; none for one that was erased.
pub(crate) type Said = BTreeMap<TextRef, Option<String>>;

/// Returns the texts that entries refer to.
pub(crate) fn references(entries: &[Entry]) -> Vec<TextRef> {
    let of = |entry: &Entry| {
        let own = match &entry.what {
            What::Done(event) => done::references(event),
            What::Printed { .. } | What::Repealed { .. } => Vec::new(),
        };
        entry.stamp.reason.into_iter().chain(own).collect::<Vec<_>>()
    };
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
            let what = happened(entry, &Teller { names, said, language });
            vec![texts::date(entry.stamp.on, language), who, what]
        })
        .collect();
    [
        screen.bold(&hang(&title, 2, screen.width)),
        "\n".to_owned(),
        carried.unwrap_or_default(),
        table(&rows, screen),
    ]
    .concat()
}

fn happened(entry: &Entry, teller: &Teller<'_>) -> String {
    let language = teller.language;
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
        What::Done(event) => join([teller.done(event), teller.text(done::comment(event))], "; "),
    };
    let because = teller.text(entry.stamp.reason);
    let because = if because.is_empty() { because } else { words::BECAUSE.with(language, &[&because]) };
    join([what, because], "; ")
}

fn reason(matched: &Match, language: Language) -> String {
    match matched {
        // How many words agreed is not kept.
        Match::Compared(word) if sign(word) == By::SimilarTitle => {
            words::BY_SIMILAR_TITLE.get(language).to_owned()
        }
        Match::Compared(word) => changes::by(sign(word)).get(language).to_owned(),
        Match::Answered => words::BY_ANSWER.get(language).to_owned(),
        Match::Stated => words::BY_LETTER.get(language).to_owned(),
    }
}
