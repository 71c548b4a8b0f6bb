//! The numbering: what stands in front of the paragraphs of a list.

use super::budget::Budget;
use super::labels;
use super::styles::Styles;
use super::symbols;
use super::xml::{Element, Event, Events};
use crate::ReadError;
use std::collections::{BTreeMap, BTreeSet};

/// The levels of a list.
const LEVELS: usize = 9;

/// All lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The patterns, by their ids.
    patterns: BTreeMap<i64, Pattern>,
    /// The lists, by the ids that paragraphs name.
    lists: BTreeMap<i64, List>,
}

/// How the levels of lists look.
#[derive(Debug, Default)]
struct Pattern {
    levels: BTreeMap<usize, Level>,
    /// The style that has the levels in this pattern's place.
    style: Option<String>,
}

/// One level of a list.
#[derive(Debug)]
struct Level {
    start: i64,
    format: String,
    text: String,
    /// The level, counted from 1, behind which this one begins anew; 0 for never.
    restart: Option<i64>,
    /// Numbers of all levels are printed as digits.
    legal: bool,
    /// The style whose paragraphs stand at this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Level {
            start: 0,
            format: "decimal".to_owned(),
            text: String::new(),
            restart: None,
            legal: false,
            style: None,
        }
    }
}

/// A list: a pattern and where it departs from it.
#[derive(Debug, Default)]
struct List {
    pattern: i64,
    starts: BTreeMap<usize, i64>,
    levels: BTreeMap<usize, Level>,
}

/// What stands in front of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Label {
    /// The marker of a list item: a bullet, or a single number.
    Marker(String),
    /// Words or several numbers: they are part of the text.
    Text(String),
}

/// Where the numbers of all lists stand.
#[derive(Debug, Default)]
pub(super) struct Counters {
    /// The last number of each level, by pattern.
    values: BTreeMap<i64, [Option<i64>; LEVELS]>,
    /// The levels of lists whose own first number was given.
    begun: BTreeSet<(i64, usize)>,
}

impl Numbering {
    /// Reads the part of numbering.
    pub fn read(text: &str, budget: &Budget) -> Result<Self, ReadError> {
        let mut numbering = Numbering::default();
        let mut scope = Scope::default();
        let mut events = Events::new(text, budget);
        let mut open: Vec<String> = Vec::new();
        while let Some(event) = events.next()? {
            match event {
                Event::Open(element) => {
                    numbering.element(&element, &mut scope);
                    open.push(element.name().to_owned());
                }
                Event::Close => match open.pop().as_deref() {
                    Some("abstractNum") => scope.pattern = None,
                    Some("num") => scope.list = None,
                    Some("lvl" | "lvlOverride") => scope.level = None,
                    _ => {}
                },
                Event::Text(_) => {}
            }
        }
        Ok(numbering)
    }

    fn element(&mut self, element: &Element<'_>, scope: &mut Scope) {
        let id = |name: &str| element.attribute(name)?.trim().parse::<i64>().ok();
        match element.name() {
            "abstractNum" => scope.pattern = id("abstractNumId"),
            "num" => scope.list = id("numId"),
            "abstractNumId" => {
                if let (Some(list), Some(pattern)) = (scope.list, element.number()) {
                    self.lists.entry(list).or_default().pattern = pattern;
                }
            }
            "lvl" | "lvlOverride" => {
                scope.level = id("ilvl").and_then(|level| usize::try_from(level).ok());
                if let (Some(list), Some(level), "lvl") = (scope.list, scope.level, element.name()) {
                    self.lists.entry(list).or_default().levels.insert(level, Level::default());
                }
            }
            "startOverride" => {
                if let (Some(list), Some(level), Some(start)) = (scope.list, scope.level, element.number()) {
                    self.lists.entry(list).or_default().starts.insert(level, start);
                }
            }
            "numStyleLink" => {
                if let Some(pattern) = scope.pattern {
                    self.patterns.entry(pattern).or_default().style = element.value();
                }
            }
            _ => {
                if let Some(level) = self.level(scope) {
                    level.property(element);
                }
            }
        }
    }

    /// Returns the level that is being read.
    fn level(&mut self, scope: &Scope) -> Option<&mut Level> {
        let level = scope.level.filter(|level| *level < LEVELS)?;
        match (scope.list, scope.pattern) {
            (Some(list), _) => self.lists.get_mut(&list)?.levels.get_mut(&level),
            (None, Some(pattern)) => {
                Some(self.patterns.entry(pattern).or_default().levels.entry(level).or_default())
            }
            (None, None) => None,
        }
    }

    /// Returns the pattern of a list, with its id; a pattern may leave its levels to a style.
    fn pattern(&self, list: &List, styles: &Styles) -> Option<(i64, &Pattern)> {
        let pattern = self.patterns.get(&list.pattern)?;
        let linked = pattern.style.as_deref().and_then(|style| styles.list(style));
        let linked = linked.and_then(|list| self.lists.get(&list)).map(|list| list.pattern);
        match linked.and_then(|id| Some((id, self.patterns.get(&id)?))) {
            Some(linked) => Some(linked),
            None => Some((list.pattern, pattern)),
        }
    }

    /// Returns the level at which a style's paragraphs stand in a list.
    pub fn level_of_style(&self, list: i64, style: &str, styles: &Styles) -> Option<usize> {
        let (_, pattern) = self.pattern(self.lists.get(&list)?, styles)?;
        let mut levels = pattern.levels.iter();
        levels.find(|(_, level)| level.style.as_deref() == Some(style)).map(|(at, _)| *at)
    }

    /// Counts one paragraph of a list and returns what stands in front of it.
    pub fn count(&self, counters: &mut Counters, id: i64, level: usize, styles: &Styles) -> Option<Label> {
        let list = self.lists.get(&id)?;
        let (pattern_id, pattern) = self.pattern(list, styles)?;
        let level = level.min(LEVELS - 1);
        let look = |at: usize| list.levels.get(&at).or_else(|| pattern.levels.get(&at));
        let values = counters.values.entry(pattern_id).or_default();
        let own_start = list.starts.get(&level).filter(|_| counters.begun.insert((id, level)));
        let start = |at: usize| list.starts.get(&at).copied().or_else(|| look(at).map(|look| look.start));
        let last = values.get(level).copied().flatten();
        let value = match (own_start, last) {
            (Some(start), _) => *start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => start(level).unwrap_or(1),
        };
        for (at, slot) in values.iter_mut().enumerate() {
            if at == level {
                *slot = Some(value);
            } else if at < level {
                slot.get_or_insert(start(at).unwrap_or(1));
            } else if look(at).is_none_or(|deeper| deeper.begins_anew_behind(level)) {
                *slot = None;
            }
        }
        let this = look(level)?;
        if this.format == "bullet" {
            return Some(Label::Marker(symbols::bullet(&this.text)));
        }
        let number = |at: usize| {
            let format = if this.legal { "decimal" } else { look(at).map_or("decimal", |look| &look.format) };
            labels::number(values.get(at).copied().flatten().unwrap_or(1), format)
        };
        this.label(number)
    }
}

impl Level {
    fn property(&mut self, element: &Element<'_>) {
        match element.name() {
            "start" => self.start = element.number().unwrap_or(self.start),
            "numFmt" => self.format = element.value().unwrap_or_default(),
            "lvlText" => self.text = element.value().unwrap_or_default(),
            "lvlRestart" => self.restart = element.number(),
            "isLgl" => self.legal = element.is_on(),
            "pStyle" => self.style = element.value(),
            _ => {}
        }
    }

    /// Tells whether this level begins anew behind a paragraph of a level, counted from 0.
    fn begins_anew_behind(&self, level: usize) -> bool {
        self.restart.is_none_or(|restart| (level as i64) < restart)
    }

    /// Returns what the level prints; `number` prints the number of a level.
    fn label(&self, number: impl Fn(usize) -> String) -> Option<Label> {
        let (mut label, mut numbers, mut words) = (String::new(), 0, false);
        let mut rest = self.text.chars().peekable();
        while let Some(character) = rest.next() {
            let level = rest.peek().and_then(|next| next.to_digit(10)).filter(|_| character == '%');
            if let Some(level @ 1..=9) = level {
                rest.next();
                numbers += 1;
                label.push_str(&number(level as usize - 1));
            } else {
                words |= character.is_alphanumeric();
                label.extend(symbols::plain(character));
            }
        }
        let label = label.trim();
        if label.is_empty() {
            None
        } else if words || numbers > 1 {
            Some(Label::Text(label.to_owned()))
        } else if numbers == 1 {
            Some(Label::Marker(label.to_owned()))
        } else {
            Some(Label::Marker(symbols::bullet(label)))
        }
    }
}

/// What is open while the part is read.
#[derive(Default)]
struct Scope {
    pattern: Option<i64>,
    list: Option<i64>,
    level: Option<usize>,
}
