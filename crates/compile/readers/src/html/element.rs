//! What an element is for those who read: by its name, its role and its inline style.

use scraper::node::Element;

/// What an element does to the text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Goes on in the line.
    Inline,
    /// Begins and ends a paragraph.
    Block,
    /// Ends a line.
    Break,
    /// A heading with its level.
    Heading(u8),
    /// Text whose white space counts.
    Preformatted,
    /// The head of something that unfolds.
    Summary,
    /// A list; whether it counts.
    List(bool),
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// The title of a table.
    Caption,
    /// Rows of a table; whether they are its head.
    Rows(bool),
    /// A row.
    Row,
    /// A cell; whether it is a head.
    Cell(bool),
    /// Words that a change puts in.
    Inserted,
    /// Words that a change takes out.
    Deleted,
}

/// Elements that are paragraphs of their own; those with a [`Kind`] of their own are not among them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "main",
    "nav",
    "p",
    "search",
    "section",
];

/// Returns what an element is.
pub(super) fn kind(element: &Element) -> Kind {
    if let Some(kind) = element.attr("role").and_then(|role| by_role(role.trim(), element)) {
        return kind;
    }
    match element.name() {
        "br" => Kind::Break,
        "h1" => Kind::Heading(1),
        "h2" => Kind::Heading(2),
        "h3" => Kind::Heading(3),
        "h4" => Kind::Heading(4),
        "h5" => Kind::Heading(5),
        "h6" => Kind::Heading(6),
        "pre" | "listing" | "xmp" | "plaintext" => Kind::Preformatted,
        "summary" => Kind::Summary,
        "ol" => Kind::List(true),
        "ul" | "menu" => Kind::List(false),
        "li" => Kind::Item,
        "table" => Kind::Table,
        "caption" => Kind::Caption,
        "thead" => Kind::Rows(true),
        "tbody" | "tfoot" => Kind::Rows(false),
        "tr" => Kind::Row,
        "th" => Kind::Cell(true),
        "td" => Kind::Cell(false),
        "ins" => Kind::Inserted,
        "del" | "s" | "strike" => Kind::Deleted,
        name if BLOCKS.contains(&name) || has_style(element, "display", &["block", "flex", "grid"]) => {
            Kind::Block
        }
        _ => Kind::Inline,
    }
}

fn by_role(role: &str, element: &Element) -> Option<Kind> {
    Some(match role {
        "heading" => {
            let level = element.attr("aria-level").and_then(|level| level.trim().parse().ok());
            Kind::Heading(level.unwrap_or(2u8).clamp(1, 6))
        }
        "table" | "grid" => Kind::Table,
        "row" => Kind::Row,
        "cell" | "gridcell" => Kind::Cell(false),
        "columnheader" | "rowheader" => Kind::Cell(true),
        _ => return None,
    })
}

/// Tells whether a table only places things on the page.
pub(super) fn is_presentation(element: &Element) -> bool {
    matches!(element.attr("role").map(str::trim), Some("presentation" | "none"))
}

/// Tells whether an element makes its text bold.
pub(super) fn is_bold(element: &Element) -> bool {
    match element.name() {
        "b" | "strong" => !has_style(element, "font-weight", &["normal", "400"]),
        _ => has_style(element, "font-weight", &["bold", "bolder", "600", "700", "800", "900"]),
    }
}

/// Tells whether an element is not shown.
pub(super) fn is_hidden(element: &Element) -> bool {
    element.attr("hidden").is_some_and(|value| value != "until-found")
        || element.attr("aria-hidden") == Some("true")
        || has_style(element, "display", &["none"])
        || has_style(element, "visibility", &["hidden", "collapse"])
}

/// Tells whether the inline style sets a property to one of some values.
pub(super) fn has_style(element: &Element, property: &str, values: &[&str]) -> bool {
    let Some(style) = element.attr("style") else { return false };
    style.split(';').filter_map(|one| one.split_once(':')).any(|(name, value)| {
        let value = value.trim().trim_end_matches("!important").trim();
        name.trim().eq_ignore_ascii_case(property) && values.iter().any(|one| value.eq_ignore_ascii_case(one))
    })
}

/// Tells whether one of an element's classes is one of some words, or has one in front of a hyphen.
pub(super) fn has_class(element: &Element, words: &[&str]) -> bool {
    let Some(classes) = element.attr("class") else { return false };
    classes.split_ascii_whitespace().any(|class| {
        words.iter().any(|word| {
            let (start, rest) = class.split_at_checked(word.len()).unwrap_or(("", class));
            start.eq_ignore_ascii_case(word) && (rest.is_empty() || rest.starts_with(['-', '_']))
        })
    })
}

/// Returns a number that an attribute holds.
pub(super) fn number(element: &Element, attribute: &str) -> Option<i32> {
    element.attr(attribute)?.trim().parse().ok()
}
