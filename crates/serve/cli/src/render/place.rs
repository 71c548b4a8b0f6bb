//! Where something stands, in words that lead a reader there: `side 3, linje 120`, `punkt 3.1, tabell 2, rad 4`.
//!
//! Lines are those of the text that was read. A PDF has pages to look up first; a Word document and a web page have
//! neither pages nor lines that anyone sees, so their sections and tables are named.

use super::wrap::cut;
use crate::texts::{self, join};
use styrbord_app::{Language, Place, Source, Span};

/// The most characters of a section's title.
const TITLE_MAX: usize = 40;

/// Returns where a span of the letter stands.
pub(crate) fn words(source: &Source, span: Span, language: Language) -> String {
    let place = source.place(span);
    let section = if place.page.is_none() { section(source, span, language) } else { None };
    join([section.unwrap_or_default(), without_section(place, language)], ", ")
}

/// Returns where a place is, when only the place is known.
pub(crate) fn without_section(place: Place, language: Language) -> String {
    let page = place.page.map(|page| texts::PAGE.with(language, &[&page]));
    let row = place.table.zip(place.row);
    let row = row.map(|(table, row)| texts::TABLE_ROW.with(language, &[&table, &row]));
    let lines = texts::lines(place.line, place.end_line, language);
    match (page, row) {
        (None, Some(row)) => row,
        (page, row) => join([page.unwrap_or_default(), row.unwrap_or_default(), lines], ", "),
    }
}

/// Tells whether a letter has places besides its lines.
pub(crate) fn is_laid_out(source: &Source) -> bool {
    source.layout().is_some()
}

/// Returns the number or the title of the section in which a span stands.
pub(crate) fn section_name(source: &Source, span: Span) -> Option<&str> {
    source.layout()?.section(span.start).filter(|section| !section.trim().is_empty())
}

fn section(source: &Source, span: Span, language: Language) -> Option<String> {
    let name = section_name(source, span)?;
    let is_number = name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let name = if is_number { name.to_owned() } else { format!("«{}»", cut(name, TITLE_MAX)) };
    Some(texts::SECTION.with(language, &[&name]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, word: &str, nb: &str, en: &str) {
        let source = styrbord_app::compile(page.as_bytes()).unwrap().source;
        let at = source.text().find(word).unwrap();
        let span = Span::new(at, at + word.len());
        let said = [Language::Nb, Language::En].map(|language| words(&source, span, language));
        assert_eq!(said, [nb, en], "{word}");
    }

    #[test]
    fn a_page_without_pages_has_sections_and_tables() {
        let page = "<!doctype html><p>Brev<h1>Budsjett</h1><p>Kroner<h2>3.1. Post</h2><p>Tekst\
                    <table><tr><th>a<th>b<tr><td>c<td>d</table>";
        check(page, "Brev", "linje 1", "line 1");
        check(page, "Kroner", "punkt «Budsjett», linje 5", "section «Budsjett», line 5");
        check(page, "Tekst", "punkt 3.1, linje 9", "section 3.1, line 9");
        check(page, "c | d", "punkt 3.1, tabell 1, rad 2", "section 3.1, table 1, row 2");
        check("Brev\nmed tekst\n", "med", "linje 2", "line 2");
    }

    #[test]
    fn a_page_number_comes_before_the_line() {
        let place = Place { line: 120, end_line: 121, page: Some(3), ..Place::default() };
        assert_eq!(without_section(place, Language::Nn), "side 3, linje 120–121");
        let place = Place { end_line: 120, table: Some(2), row: Some(4), ..place };
        assert_eq!(without_section(place, Language::En), "page 3, table 2, row 4, line 120");
    }
}
