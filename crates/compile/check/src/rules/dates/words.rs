//! How the rules of this family name things: an assignment, a place, a day, a deadline.

use super::parts;
use styrbord_calendar::{Date, Language};
use styrbord_diagnostics::Message;
use styrbord_plan::{Assignment, Deadline, DeadlineKind, Where};

/// The most characters of a title in a message.
const TITLE_MAX: usize = 60;

/// Returns what an assignment is called: its number, or its title in quotes.
pub(super) fn called(assignment: &Assignment) -> Message {
    assignment.number.as_ref().map_or_else(|| quoted(&assignment.title), Message::same)
}

/// Returns an assignment with the word for it, lower case: `oppdrag 2025-03`.
pub(super) fn assignment(assignment: &Assignment) -> Message {
    let called = called(assignment);
    Message::new(
        format!("oppdrag {}", called.nb),
        format!("oppdrag {}", called.nn),
        format!("assignment {}", called.en),
    )
}

/// Returns an assignment and the part of it that a deadline holds for, lower case.
pub(super) fn part(whole: &Assignment, deadline: &Deadline) -> Message {
    let part = parts::printed(deadline).map(|part| format!(", {part}")).unwrap_or_default();
    let whole = assignment(whole);
    Message::new(whole.nb + &part, whole.nn + &part, whole.en + &part)
}

/// Returns the same as the start of a sentence.
pub(super) fn part_of(whole: &Assignment, deadline: &Deadline) -> Message {
    let lower = part(whole, deadline);
    let capital = |text: &str, first: &str| format!("{first}{}", &text[1..]);
    Message::new(capital(&lower.nb, "O"), capital(&lower.nn, "O"), capital(&lower.en, "A"))
}

/// Returns the name of a kind of place.
pub(super) fn place(place: Where) -> Message {
    match place {
        Where::Table => Message::new("listen", "lista", "the list"),
        Where::Annex => Message::new("beskrivelsen", "omtalen", "the description"),
        Where::Prose => Message::new("teksten", "teksten", "the text"),
        Where::Money => Message::new("pengetabellen", "pengetabellen", "the money table"),
    }
}

/// Returns the names of two places, which differ also when they are of one kind.
pub(super) fn both_places(first: Where, second: Where) -> (Message, Message) {
    if first != second {
        return (place(first), place(second));
    }
    let one = match first {
        Where::Table | Where::Money => Message::new("én liste", "éi liste", "one list"),
        Where::Annex => Message::new("én beskrivelse", "éi skildring", "one description"),
        Where::Prose => Message::new("én setning", "éi setning", "one sentence"),
    };
    (one, Message::new("en annen", "ei anna", "another"))
}

/// Returns a day in words.
pub(super) fn day(date: Date) -> Message {
    Message::new(date.written(Language::Nb), date.written(Language::Nn), date.written(Language::En))
}

/// Returns what a deadline says: its day, or the words of a period and the like in quotes.
pub(super) fn deadline(deadline: &Deadline) -> Message {
    let date = deadline.date.filter(|_| deadline.kind != DeadlineKind::Period);
    date.map_or_else(|| quoted(&deadline.printed), day)
}

/// Returns a text in quotes, cut at a word when it is long.
pub(super) fn quoted(text: &str) -> Message {
    let mut short = text.to_owned();
    if text.chars().count() > TITLE_MAX {
        let cut: String = text.chars().take(TITLE_MAX).collect();
        short = format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole));
    }
    Message::new(format!("«{short}»"), format!("«{short}»"), format!("“{short}”"))
}

/// Returns the name of a day's weekday.
pub(super) fn weekday(date: Date) -> Message {
    let weekday = date.weekday();
    Message::new(weekday.name(Language::Nb), weekday.name(Language::Nn), weekday.name(Language::En))
}
