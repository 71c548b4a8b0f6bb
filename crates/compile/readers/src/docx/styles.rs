//! The styles: what a paragraph is by its style, and what its style's ancestors add.

use super::budget::Budget;
use super::xml::{Element, Event, Events};
use crate::ReadError;
use std::collections::BTreeMap;

/// The most ancestors of a style that are asked; Word allows eleven.
const ANCESTORS_MAX: usize = 32;

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    paragraph: Option<String>,
}

/// One style, as far as it says something itself.
#[derive(Debug, Default)]
struct Style {
    role: Option<Role>,
    based_on: Option<String>,
    /// Level of the outline from 0; 9 is running text.
    outline: Option<i64>,
    list: Option<i64>,
    list_level: Option<i64>,
    bold: Option<bool>,
    hidden: Option<bool>,
    /// A table style that sets its first row apart.
    first_row: bool,
}

/// What a built-in style is by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading of that level.
    Heading(u8),
    /// A line of a table of contents.
    Contents,
    /// Running text, whatever it is based on.
    Running,
}

/// What a style and its ancestors come to.
#[derive(Debug, Default)]
pub(super) struct Look<'a> {
    /// What it is.
    pub role: Option<Role>,
    /// The style that names a list, the list, and the level there when it names one.
    pub list: Option<(&'a str, i64, Option<i64>)>,
    /// Bold or not, when it says so.
    pub bold: Option<bool>,
    /// Hidden or not, when it says so.
    pub hidden: Option<bool>,
    /// A table style that sets its first row apart.
    pub first_row: bool,
}

impl Styles {
    /// Reads the part of styles.
    pub fn read(text: &str, budget: &Budget) -> Result<Self, ReadError> {
        let mut styles = Styles::default();
        let mut events = Events::new(text, budget);
        let mut open = Vec::new();
        let mut current: Option<(String, Style)> = None;
        while let Some(event) = events.next()? {
            match event {
                Event::Open(element) => {
                    if element.name() == "style" {
                        current = Some(styles.begin(&element));
                    } else if let Some((_, style)) = &mut current {
                        style.property(&element, open.last().map_or("", String::as_str));
                    }
                    open.push(element.name().to_owned());
                }
                Event::Close => {
                    if open.pop().as_deref() == Some("style")
                        && let Some((id, style)) = current.take()
                    {
                        styles.by_id.insert(id, style);
                    }
                }
                Event::Text(_) => {}
            }
        }
        Ok(styles)
    }

    fn begin(&mut self, element: &Element<'_>) -> (String, Style) {
        let id = element.attribute("styleId").unwrap_or_default();
        let is_default = element.attribute("default").is_some_and(|value| value == "1" || value == "true");
        if is_default && element.attribute("type").is_none_or(|kind| kind == "paragraph") {
            self.paragraph = Some(id.clone());
        }
        (id, Style::default())
    }

    /// Returns what a paragraph's style comes to.
    pub fn paragraph(&self, id: Option<&str>) -> Look<'_> {
        let look = self.look(id.or(self.paragraph.as_deref()));
        // A style that the document does not define is known by what it is called.
        match id {
            Some(id) if !self.by_id.contains_key(id) => Look { role: role(id), ..look },
            _ => look,
        }
    }

    /// Returns what a style and its ancestors come to; the nearest word counts.
    pub fn look(&self, id: Option<&str>) -> Look<'_> {
        let mut look = Look::default();
        let mut next = id;
        for _ in 0..ANCESTORS_MAX {
            let Some((id, style)) = next.and_then(|id| self.by_id.get_key_value(id)) else { break };
            look.role = look.role.or(style.own_role());
            if look.list.is_none() {
                look.list = style.list.map(|list| (id.as_str(), list, style.list_level));
            }
            look.bold = look.bold.or(style.bold);
            look.hidden = look.hidden.or(style.hidden);
            look.first_row |= style.first_row;
            next = style.based_on.as_deref();
        }
        look
    }

    /// Returns the list that a style of lists stands for.
    pub fn list(&self, id: &str) -> Option<i64> {
        self.by_id.get(id)?.list
    }
}

impl Style {
    fn property(&mut self, element: &Element<'_>, parent: &str) {
        match (parent, element.name()) {
            ("style", "name") => self.role = self.role.or(element.value().as_deref().and_then(role)),
            ("style", "basedOn") => self.based_on = element.value(),
            ("style", "tblStylePr") => {
                self.first_row |= element.attribute("type").is_some_and(|kind| kind == "firstRow");
            }
            ("pPr", "outlineLvl") => self.outline = self.outline.or(element.number()),
            ("numPr", "numId") => self.list = self.list.or(element.number()),
            ("numPr", "ilvl") => self.list_level = self.list_level.or(element.number()),
            // Conditional parts of a table style come after its own properties.
            ("rPr", "b") if !self.first_row => self.bold = Some(element.is_on()),
            ("rPr", "vanish") if !self.first_row => self.hidden = Some(element.is_on()),
            _ => {}
        }
    }

    fn own_role(&self) -> Option<Role> {
        match (self.role, self.outline) {
            (Some(role), _) => Some(role),
            (None, Some(level)) => Some(outline_role(level)),
            (None, None) => None,
        }
    }
}

/// Returns what a level of the outline, counted from 0, makes of a paragraph.
pub(super) fn outline_role(level: i64) -> Role {
    if (0..9).contains(&level) { Role::Heading(level as u8 + 1) } else { Role::Running }
}

/// Returns what a style is by its name or id, in the languages that letters are written with.
fn role(name: &str) -> Option<Role> {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let word = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    let level = plain.get(word.len()..).and_then(|digits| digits.parse::<u8>().ok());
    match (word, level) {
        ("heading" | "overskrift" | "rubrik" | "überschrift", Some(level @ 1..=9)) => {
            Some(Role::Heading(level))
        }
        ("title" | "tittel" | "tocheading" | "innholdsfortegnelseoverskrift", None)
        | ("overskriftforinnholdsfortegnelse" | "contentsheading", _) => Some(Role::Heading(1)),
        ("toc" | "innh" | "inh" | "innhold" | "innholdsfortegnelse" | "contents", Some(1..=10)) => {
            Some(Role::Contents)
        }
        ("subtitle" | "undertittel", None) => Some(Role::Running),
        _ => None,
    }
}
