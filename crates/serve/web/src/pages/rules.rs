//! What a rule looks for, why it matters, and what to ask: the page of its code.

use crate::frame::{Frame, send};
use crate::house::House;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use styrbord_app::Language;
use styrbord_app::rules::find;

styrbord_app::texts! {
    ONLY_ENGLISH = "Forklaringen av regelen finnes bare på engelsk. Funnet og rådet står på norsk ved funnet.", "Forklaringa av regelen finst berre på engelsk. Funnet og rådet står på norsk ved funnet.", "The rule is explained in English only.";
}

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new().route("/rules/{code}", get(show))
}

/// A block of a rule's page.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Block {
    Heading(String),
    Quote(Vec<String>),
    Text(String),
}

#[derive(Template)]
#[template(path = "rule.html")]
struct RulePage<'a> {
    frame: &'a Frame,
    code: &'static str,
    about: String,
    /// Says in the reader's language that the page is in English; nothing to those who read that.
    said: &'static str,
    blocks: Vec<Block>,
}

/// Shows the page of a rule.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    visit.person()?;
    let rule = find(&code).ok_or(Problem::NotFound)?;
    let page = rule.page();
    let mut blocks = blocks(&page).into_iter();
    // The title and the family come first on each page.
    let about = blocks.nth(1).and_then(|block| match block {
        Block::Text(about) => Some(about),
        _ => None,
    });
    let frame = Frame::plain(&house, &visit);
    let page = RulePage {
        code: rule.code,
        about: about.unwrap_or_default(),
        said: if frame.language == Language::En { "" } else { frame.t(ONLY_ENGLISH) },
        blocks: blocks.collect(),
        frame: &frame,
    };
    send(StatusCode::OK, &page)
}

/// Takes the Markdown of a rule's page apart: headings, quotes, and paragraphs.
fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for paragraph in page.split("\n\n").flat_map(parted).filter(|text| !text.trim().is_empty()) {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "");
        if paragraph.starts_with('#') {
            blocks.push(Block::Heading(plain(paragraph.trim_start_matches('#'))));
        } else if paragraph.starts_with('>') {
            let lines = paragraph.lines().map(|line| plain(line.trim_start_matches('>')));
            blocks.push(Block::Quote(lines.collect()));
        } else {
            blocks.push(Block::Text(plain(&paragraph)));
        }
    }
    blocks
}

/// Parts a heading, a quote and a text that stand on lines right below one another.
fn parted(paragraph: &str) -> Vec<String> {
    let kind = |line: &str| match line.chars().next() {
        Some('#') => 1,
        Some('>') => 2,
        _ => 0,
    };
    let mut parts: Vec<String> = Vec::new();
    let mut last = None;
    for line in paragraph.lines() {
        match parts.last_mut().filter(|_| last == Some(kind(line)) && kind(line) != 1) {
            Some(part) => {
                part.push('\n');
                part.push_str(line);
            }
            None => parts.push(line.to_owned()),
        }
        last = Some(kind(line));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_taken_apart() {
        let page =
            "# `a-b`\n\nmoney · error\n\nIt is\nso.\n\n## Why\nBecause\nof it.\n\n> One\n> two\nAfter.";
        let text = |text: &str| Block::Text(text.to_owned());
        let heading = |text: &str| Block::Heading(text.to_owned());
        let quote = Block::Quote(vec!["One".to_owned(), "two".to_owned()]);
        let expected = [
            heading("a-b"),
            text("money · error"),
            text("It is so."),
            heading("Why"),
            text("Because of it."),
            quote,
            text("After."),
        ];
        assert_eq!(blocks(page), expected);
    }
}
