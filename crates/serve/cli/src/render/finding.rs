//! One finding, drawn as compilers draw theirs.

use super::excerpt::{Excerpt, Mark, excerpts};
use super::wrap::{length, wrap};
use super::{Letter, place};
use crate::output::{Screen, plain};
use crate::texts;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use styrbord_app::{Finding, Label, Severity, Span};

/// Wide enough that the renderer never cuts a line: excerpts are cut already.
const UNCUT: usize = 100_000;

/// Draws a finding, with one more note below its help when there is something to add.
pub(crate) fn draw(letter: &Letter<'_>, finding: &Finding, more: Option<&str>, screen: Screen) -> String {
    let language = screen.language;
    let name = plain(letter.name);
    let spans: Vec<Span> = finding.labels.iter().map(|label| label.span).collect();
    let last_line = finding.labels.iter().map(|label| label.end_line).max().unwrap_or_default();
    let gutter = length(&last_line.to_string()) + 3;
    let excerpts = excerpts(letter.source, &spans, screen.width.saturating_sub(gutter));
    let title = level(finding.severity)
        .with_name(texts::severity(finding.severity).form(1, language))
        .primary_title(plain(finding.message.get(language)))
        .id(finding.code);
    let mut group = Group::with_title(title)
        .elements(excerpts.iter().map(|excerpt| snippet(excerpt, &finding.labels, &name, screen)));
    if excerpts.is_empty() {
        group = group.element(Origin::path(name.as_str()));
    }
    let notes = [
        (Level::HELP, texts::HELP, Some(finding.help.get(language)).filter(|help| !help.is_empty())),
        (Level::NOTE, texts::NOTE, more),
    ];
    for (level, word, text) in notes {
        let Some(text) = text else { continue };
        let word = word.form(1, language);
        let room = screen.width.saturating_sub(gutter + length(word) + 3);
        group = group.element(level.with_name(word).message(wrap(&plain(text), room).join("\n")));
    }
    let renderer = if screen.color { Renderer::styled() } else { Renderer::plain() };
    let drawn = renderer.term_width(UNCUT).render(&[group]);
    let drawn = excerpts.iter().fold(drawn, |drawn, excerpt| {
        if place::is_laid_out(letter.source) {
            with_place_in_words(&drawn, excerpt, letter, finding, screen)
        } else {
            with_true_column(&drawn, excerpt, &name)
        }
    });
    drawn.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}

fn snippet<'a>(
    excerpt: &'a Excerpt,
    labels: &'a [Label],
    name: &'a str,
    screen: Screen,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let annotations = excerpt.marks.iter().map(|mark| {
        let kind = if mark.index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let label = labels.get(mark.index);
        let note = label.and_then(|label| label.note.as_ref()).map(|note| plain(note.get(screen.language)));
        kind.span(mark.range.clone()).label(with_page(note, label, labels.first(), screen))
    });
    Snippet::source(excerpt.text.as_str()).line_start(excerpt.line).path(name).annotations(annotations)
}

/// Returns a note with the page of its label when that is another than the first one's.
fn with_page(
    note: Option<String>,
    label: Option<&Label>,
    first: Option<&Label>,
    screen: Screen,
) -> Option<String> {
    let page = label.and_then(|label| label.page);
    let page = page.filter(|page| first.is_some_and(|first| first.page != Some(*page)));
    let page = page.map(|page| texts::PAGE.with(screen.language, &[&page]));
    match (note, page) {
        (Some(note), Some(page)) => Some(format!("{note} ({page})")),
        (note, page) => note.or(page),
    }
}

/// The renderer counts columns in the cut line; this puts the letter's own column in the line with the place.
fn with_true_column(drawn: &str, excerpt: &Excerpt, name: &str) -> String {
    let place = |mark: &Mark, column: usize| format!("{name}:{}:{column}", mark.line);
    match excerpt.marks.first() {
        Some(mark) if mark.column != mark.column_shown => {
            drawn.replacen(&place(mark, mark.column_shown), &place(mark, mark.column), 1)
        }
        _ => drawn.to_owned(),
    }
}

/// Lines and columns of a text that only the program sees lead no reader to a place; this puts words there.
fn with_place_in_words(
    drawn: &str,
    excerpt: &Excerpt,
    letter: &Letter<'_>,
    finding: &Finding,
    screen: Screen,
) -> String {
    let Some(mark) = excerpt.marks.first() else { return drawn.to_owned() };
    let Some(label) = finding.labels.get(mark.index) else { return drawn.to_owned() };
    let name = plain(letter.name);
    let words = plain(&place::words(letter.source, label.span, screen.language));
    drawn.replacen(&format!("{name}:{}:{}", mark.line, mark.column_shown), &format!("{name}, {words}"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use styrbord_app::{Format, Language, Message, Source};

    fn check(letter: &str, words: &[(&str, &str)], expected: &str) {
        let source = Source::new(letter.to_owned(), Format::Text);
        let mut finding = Finding::new("doubled-word", Severity::Error, Message::same("A \u{1b}[1mword"))
            .help(Message::same("Ask which one holds, and have the other one taken out."));
        for (word, note) in words {
            let at = letter.find(word).unwrap();
            let note = (!note.is_empty()).then(|| Message::same(*note));
            finding = finding.label(&source, Span::new(at, at + word.len()), note);
        }
        let screen = Screen { width: 50, color: false, language: Language::En };
        let drawn = draw(&Letter { name: "l.txt", source: &source }, &finding, None, screen);
        assert_eq!(drawn.trim_end(), expected.trim_end(), "\n{drawn}");
    }

    #[test]
    fn both_places_are_shown_with_their_notes() {
        check(
            "Frist: 1. mars\n\n\n\nFrist: 1. mai\n",
            &[("1. mai", "here"), ("1. mars", "there")],
            "\
error[doubled-word]: A ␛[1mword
 --> l.txt:5:8
  |
1 | Frist: 1. mars
  |        ------- there
...
5 | Frist: 1. mai
  |        ^^^^^^ here
  |
  = help: Ask which one holds, and have the other
          one taken out.",
        );
    }

    #[test]
    fn the_column_is_the_letters_own() {
        let row = format!("| {} | skal skal | {} |\n", "a ".repeat(300), "b ".repeat(300));
        check(
            &row,
            &[("skal skal", "")],
            "\
error[doubled-word]: A ␛[1mword
 --> l.txt:1:606
  |
1 | …a a a a a a a  | skal skal | b b b b b b b …
  |                   ^^^^^^^^^
  |
  = help: Ask which one holds, and have the other
          one taken out.",
        );
    }

    #[test]
    fn a_finding_of_the_whole_letter_names_the_file() {
        check(
            "Brev\n",
            &[],
            "\
error[doubled-word]: A ␛[1mword
--> l.txt
 = help: Ask which one holds, and have the other
         one taken out.",
        );
    }

    #[test]
    fn any_two_spans_can_be_drawn() {
        let letter = "æ\t\u{1b}b\n\n \u{2003}c\r\nd\n";
        let source = Source::new(letter.to_owned(), Format::Text);
        let ends = 0..=letter.len() + 1;
        let spans: BTreeSet<Span> =
            ends.clone().flat_map(|start| ends.clone().map(move |end| Span::new(start, end))).collect();
        let screen = Screen { width: 50, color: false, language: Language::En };
        for (one, other) in spans.iter().flat_map(|one| spans.iter().map(move |other| (one, other))) {
            let finding = Finding::new("doubled-word", Severity::Info, Message::same("Word"))
                .label(&source, *one, Some(Message::same("here")))
                .label(&source, *other, None);
            let drawn = draw(&Letter { name: "l.txt", source: &source }, &finding, None, screen);
            assert!(drawn.contains("--> l.txt:"), "{one:?} {other:?}\n{drawn}");
        }
    }
}
