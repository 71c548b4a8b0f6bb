//! Which part of a page is the letter, and what in it is furniture of the page.

use super::element::{has_class, is_hidden};
use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

/// A node of a page.
pub(super) type At<'a> = <ElementRef<'a> as std::ops::Deref>::Target;

/// What is never shown as text, or only serves to fill in and to press.
const LEFT_OUT: &[&str] = &[
    "area", "audio", "base", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "label",
    "link", "map", "math", "meta", "meter", "nav", "noembed", "noframes", "noscript", "object", "optgroup",
    "option", "output", "param", "progress", "script", "select", "style", "svg", "template", "textarea",
    "title", "video",
];
/// Roles of what surrounds a letter.
const ROLES_LEFT_OUT: &[&str] = &[
    "alertdialog",
    "banner",
    "contentinfo",
    "dialog",
    "menu",
    "menubar",
    "navigation",
    "search",
    "tablist",
    "toolbar",
    "tooltip",
    "doc-toc",
];
/// Classes by which pages name what surrounds the text, or what is not for the eye or for print.
const CLASSES_LEFT_OUT: &[&str] = &[
    "breadcrumb",
    "breadcrumbs",
    "cookie",
    "cookies",
    "share",
    "sharing",
    "social",
    "addthis",
    "pagination",
    "sr-only",
    "visually-hidden",
    "screen-reader",
    "skip-link",
    "skiplink",
    "noprint",
    "no-print",
    "d-print-none",
    "hidden-print",
];
/// What a link to a page that shares this one begins with.
const SHARING: &[&str] = &[
    "mailto:?",
    "javascript:",
    "whatsapp:",
    "https://www.facebook.com/shar",
    "https://facebook.com/shar",
    "http://www.facebook.com/shar",
    "https://twitter.com/intent",
    "https://twitter.com/share",
    "http://twitter.com/",
    "https://x.com/intent",
    "https://www.linkedin.com/shar",
    "https://bsky.app/intent",
    "http://www.linkedin.com/shar",
    "https://wa.me/",
];
/// The most text of an element that is left out for its class alone, in bytes.
const SMALL: usize = 2_500;
/// The most nodes that are looked at to judge one element.
const LOOK_MAX: usize = 2_000;

/// Returns the element that holds the letter: the main part of the page, the article in it, or the body.
pub(super) fn root(page: &Html) -> ElementRef<'_> {
    let whole = page.root_element();
    let shown = || whole.descendent_elements().filter(|one| !is_hidden(one.value()));
    let main = shown().find(|one| is_main(one.value()) && has_text(*one));
    let within = main.unwrap_or_else(|| body(whole));
    let mut articles = within
        .descendent_elements()
        .filter(|one| one.value().name() == "article" && !is_hidden(one.value()) && has_text(*one));
    match (articles.next(), articles.next()) {
        (Some(article), None) if has_heading(article) || !has_heading(within) => article,
        _ => within,
    }
}

/// Returns the body of a page.
pub(super) fn body(page: ElementRef<'_>) -> ElementRef<'_> {
    page.child_elements().find(|one| one.value().name() == "body").unwrap_or(page)
}

fn is_main(element: &Element) -> bool {
    element.name() == "main" || element.attr("role").map(str::trim) == Some("main")
}

fn has_text(element: ElementRef<'_>) -> bool {
    element.descendants().any(|node| node.value().as_text().is_some_and(|text| !text.trim().is_empty()))
}

fn has_heading(element: ElementRef<'_>) -> bool {
    element.descendent_elements().any(|one| matches!(one.value().name(), "h1" | "h2"))
}

/// Where an element stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// Within the main part, an article or a section.
    pub(super) in_section: bool,
    /// Within a heading or the head of something that unfolds.
    pub(super) in_heading: bool,
}

/// Tells whether an element is no part of the letter.
pub(super) fn is_left_out(node: ElementRef<'_>, around: Around) -> bool {
    let element = node.value();
    let name = element.name();
    let role = element.attr("role").map_or("", str::trim);
    if name == "button" || role == "button" {
        return !around.in_heading;
    }
    if LEFT_OUT.contains(&name) || ROLES_LEFT_OUT.contains(&role) || is_hidden(element) {
        return true;
    }
    match name {
        "a" => is_sharing(element),
        "dialog" => element.attr("open").is_none(),
        "header" => !around.in_section && Look::at(node).headings == 0,
        "footer" | "aside" => !around.in_section || Look::at(node).is_links(),
        "form" => {
            let look = Look::at(node);
            look.is_small() && look.fields > 0 && look.headings == 0
        }
        "body" | "main" | "article" => false,
        _ if has_class(element, CLASSES_LEFT_OUT) || is_crumbs(element) => {
            let look = Look::at(node);
            look.is_small() && look.headings == 0
        }
        _ => false,
    }
}

fn is_crumbs(element: &Element) -> bool {
    element.attr("itemtype").is_some_and(|kind| kind.ends_with("BreadcrumbList"))
        || element.attr("aria-label").is_some_and(|label| label.eq_ignore_ascii_case("breadcrumb"))
}

fn is_sharing(element: &Element) -> bool {
    let Some(target) = element.attr("href").map(str::trim) else { return false };
    let starts =
        |start: &&str| target.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    target == "#top" || SHARING.iter().any(starts)
}

/// What a look at the first nodes of an element shows.
#[derive(Debug, Default)]
struct Look {
    text: usize,
    linked: usize,
    fields: usize,
    headings: usize,
    nodes: usize,
}

impl Look {
    fn at(element: ElementRef<'_>) -> Self {
        let mut look = Look::default();
        for node in element.descendants().take(LOOK_MAX) {
            look.nodes += 1;
            match node.value() {
                Node::Element(one) => match one.name() {
                    "h1" | "h2" => look.headings += 1,
                    "input" | "select" | "textarea" | "button" => look.fields += 1,
                    "a" => look.linked += text_length(node),
                    _ => {}
                },
                Node::Text(text) => look.text += text.trim().len(),
                _ => {}
            }
        }
        look
    }

    fn is_links(&self) -> bool {
        self.linked * 2 > self.text
    }

    fn is_small(&self) -> bool {
        self.text < SMALL && self.nodes < LOOK_MAX
    }
}

/// Returns the length of a link's own text; a link holds few nodes.
fn text_length(node: At<'_>) -> usize {
    let texts = node.descendants().take(20).filter_map(|one| one.value().as_text());
    texts.map(|text| text.trim().len()).sum()
}
