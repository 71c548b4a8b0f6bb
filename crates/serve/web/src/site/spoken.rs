//! Refusals name things by their ids, as programs do; people read what the things are called.

use super::{Looked, Site, Visitor};
use crate::pages::kind_name;
use crate::problem::Problem;
use styrbord_app::follow::events::{ObjectId, OrganisationId, PersonId, Said, Stream, UnitId};
use styrbord_app::{Language, Message};

/// As much of a title stands in a sentence.
const TITLE_MAX: usize = 60;

impl Site {
    /// Puts names for ids into what a refusal says.
    pub(super) fn spoken(&self, visitor: &Visitor, stream: Stream, problem: Problem) -> Problem {
        let Problem::Refused(mut refusal) = problem else { return problem };
        let said = |looked: &Looked<'_>| Said {
            message: message(&refusal.said.message, looked),
            help: message(&refusal.said.help, looked),
        };
        if let Ok(said) = self.look(visitor, stream, None, said) {
            refusal.said = Box::new(said);
        }
        Problem::Refused(refusal)
    }
}

fn message(message: &Message, looked: &Looked<'_>) -> Message {
    let spoken = |language| sentence(message.get(language), |word| name(word, looked, language));
    Message::new(spoken(Language::Nb), spoken(Language::Nn), spoken(Language::En))
}

/// Replaces the words of a sentence that have a name; inside the sentence the name begins with a small letter.
fn sentence(text: &str, name: impl Fn(&str) -> Option<String>) -> String {
    let in_word = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    let (mut said, mut rest) = (String::new(), text);
    while let Some(start) = rest.find(in_word) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|letter| !in_word(letter)).unwrap_or(from.len()));
        said.push_str(before);
        match name(word) {
            Some(name) if said.is_empty() => said.push_str(&capital(&name)),
            Some(name) => said.push_str(&name),
            None => said.push_str(word),
        }
        rest = after;
    }
    said.push_str(rest);
    said
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn name(word: &str, looked: &Looked<'_>, language: Language) -> Option<String> {
    let directory = &looked.book.directory;
    if let Ok(object) = word.parse::<ObjectId>() {
        return Some(object_name(object, looked, language));
    }
    if let Ok(person) = word.parse::<PersonId>() {
        return looked.names.get(&person).cloned().flatten();
    }
    if let Ok(unit) = word.parse::<UnitId>() {
        return directory.units.get(&unit).map(|unit| unit.name.clone());
    }
    let organisation = word.parse::<OrganisationId>().ok()?;
    directory.organisations.get(&organisation).map(|one| one.name.clone())
}

fn object_name(object: ObjectId, looked: &Looked<'_>, language: Language) -> String {
    let letters = &looked.year.letters;
    let kind = kind_name(object.kind).get(language).to_lowercase();
    if let Some(letter) = letters.letters.get(&object) {
        return quoted(&letter.document.title);
    }
    let Some(part) = letters.parts.get(&object) else { return format!("{kind} {}", object.number) };
    let label = part.value.label().filter(|label| !label.is_empty());
    let known = label.unwrap_or_else(|| quoted(part.value.title()));
    // A label such as `Mål 1` says what it is of.
    if known.to_lowercase().starts_with(&kind) { known } else { format!("{kind} {known}") }
}

fn quoted(title: &str) -> String {
    let short: String = title.chars().take(TITLE_MAX).collect();
    let more = if short.len() < title.len() { "…" } else { "" };
    format!("«{}{more}»", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_are_replaced() {
        let name = |word: &str| (word == "meeting-1").then(|| "møte «Om våren»".to_owned());
        for (text, spoken) in [
            ("meeting-1 er et møte", "Møte «Om våren» er et møte"),
            ("Se hva meeting-1 venter på", "Se hva møte «Om våren» venter på"),
            ("meeting-12, så (meeting-1)", "meeting-12, så (møte «Om våren»)"),
            ("Det trengs ikke mer", "Det trengs ikke mer"),
            ("", ""),
        ] {
            assert_eq!(sentence(text, name), spoken);
        }
        assert_eq!(quoted(&"lang ".repeat(20)).chars().count(), TITLE_MAX + 2);
    }
}
