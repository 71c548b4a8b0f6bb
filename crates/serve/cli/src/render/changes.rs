//! Letters side by side on the terminal: what changed, old beside new, by kind.

mod entry;
pub(crate) mod markdown;
mod words;

use super::head::head;
use crate::output::{Screen, plain};
use crate::texts::changes as texts;
use crate::texts::{Text, count, join};
use styrbord_app::Language;
use styrbord_app::changes::{Change, Changes, Status};

/// Draws each comparison; `names` are the files of the letters, the first one first.
pub(crate) fn draw(comparisons: &[Changes], names: &[&str], screen: Screen) -> String {
    let drawn = comparisons.iter().enumerate().map(|(at, one)| {
        let name = |at: usize| names.get(at).copied().unwrap_or_default();
        draw_one(one, name(at), name(at + 1), screen)
    });
    drawn.collect::<Vec<_>>().join("\n")
}

fn draw_one(changes: &Changes, old: &str, new: &str, screen: Screen) -> String {
    let language = screen.language;
    let mut text =
        head(changes.new.kind, changes.new.year, &changes.new.ministry, &changes.new.agency, screen);
    text.push_str(&plain(&format!("{old} → {new}\n")));
    text.push_str(texts::basis(changes.basis).get(language));
    text.push_str(&["\n", &summary(changes, language), "\n"].concat());
    text.push_str(&entries(&changes.changes, screen));
    text
}

/// Draws changes under the headings of their kinds.
pub(crate) fn entries(changes: &[Change], screen: Screen) -> String {
    let (language, mut heading, mut text) = (screen.language, None, String::new());
    for change in changes {
        let next = texts::heading(change.kind);
        if heading.replace(next.nb) != Some(next.nb) {
            text.push_str(&["\n", &screen.bold(next.get(language)), "\n"].concat());
        }
        text.push_str(&entry::draw(change, screen));
    }
    text
}

/// Returns how many changes there are of each sort.
pub(crate) fn summary(changes: &Changes, language: Language) -> String {
    let same = texts::UNCHANGED.with(language, &[&changes.same.len()]);
    if changes.changes.is_empty() {
        return join([texts::NO_CHANGES.get(language).to_owned(), same], " ");
    }
    let of = |text: Text, statuses: &[Status]| {
        let number = changes.changes.iter().filter(|change| statuses.contains(&change.status)).count();
        if number == 0 {
            return String::new();
        }
        text.form(number, language).replace("{}", &number.to_string())
    };
    let counts = [
        of(texts::NEW, &[Status::New]),
        of(texts::DROPPED, &[Status::Dropped]),
        of(texts::CHANGED, &[Status::Changed, Status::Split, Status::Merged]),
        of(texts::UNCLEAR, &[Status::Ambiguous, Status::Unknown]),
    ];
    let total = count(changes.changes.len(), texts::CHANGES, language);
    format!("{total}: {}; {same}", join(counts, ", "))
}
