//! The glyphs of a page as they are read: upright, finite, without what is painted twice.

use super::super::page::{Characters, Face, Glyph, Page, Rule, Turn};

/// A page turned so that most of its text reads from left to right.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its number, counted from 1.
    pub number: u32,
    /// Its width as it is read.
    pub width: f32,
    /// Its height as it is read.
    pub height: f32,
    /// The glyphs in the order of painting, without slanted ones and artifacts.
    pub inks: Vec<Ink>,
    /// What the document says is no content.
    pub artifacts: Vec<Ink>,
    /// Slanted text, which is a watermark or a stamp.
    pub slanted: Vec<Ink>,
    /// The ruled lines.
    pub rules: Vec<Rule>,
}

/// A glyph in the frame in which it reads from left to right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    /// What it says.
    pub text: Characters,
    /// Left end.
    pub x0: f32,
    /// Right end.
    pub x1: f32,
    /// Baseline.
    pub y: f32,
    /// Size of its font.
    pub size: f32,
    /// How it looks.
    pub look: Look,
    /// How it is turned against the page.
    pub turn: Turn,
    /// Its middle on the page, whatever its turn.
    pub middle: (f32, f32),
    /// Its marked content.
    pub mark: Option<u32>,
}

/// Bold, italic.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// It is bold.
    pub bold: bool,
    /// It is italic.
    pub italic: bool,
}

/// No place on a page is farther out than this.
const FAR: f32 = 100_000.0;

/// Returns a page as it is read; `artifacts` says whether the document's word on them is to be trusted.
pub(super) fn sheet(page: &Page, fonts: &[Face], artifacts: bool) -> Sheet {
    let turn = main_turn(page);
    let (width, height) = (length(page.width), length(page.height));
    let level = matches!(turn, Turn::Right | Turn::Left);
    let mut sheet = Sheet {
        number: page.number,
        width: if level { width } else { height },
        height: if level { height } else { width },
        ..Sheet::default()
    };
    let frame = Frame { turn, width, height };
    for glyph in &page.glyphs {
        let Some(ink) = ink(glyph, fonts, frame, (sheet.width, sheet.height)) else { continue };
        let heap = match glyph.turn {
            _ if artifacts && glyph.artifact => &mut sheet.artifacts,
            Turn::Slanted => &mut sheet.slanted,
            _ => &mut sheet.inks,
        };
        heap.push(ink);
    }
    sheet.rules = page.rules.iter().filter_map(|rule| frame.rule(*rule)).collect();
    sheet
}

/// Returns the turn of most glyphs.
fn main_turn(page: &Page) -> Turn {
    let mut counts = [(0_usize, Turn::Right), (0, Turn::Down), (0, Turn::Left), (0, Turn::Up)];
    for glyph in &page.glyphs {
        if let Some(count) = counts.iter_mut().find(|count| count.1 == glyph.turn) {
            count.0 += 1;
        }
    }
    let [right, others @ ..] = counts;
    others
        .into_iter()
        .filter(|other| other.0 > right.0 * 2)
        .max_by_key(|other| other.0)
        .map_or(Turn::Right, |c| c.1)
}

fn length(value: f32) -> f32 {
    if value.is_finite() { value.clamp(0.0, FAR) } else { 0.0 }
}

/// How a frame stands on a page of some size.
#[derive(Clone, Copy)]
struct Frame {
    turn: Turn,
    width: f32,
    height: f32,
}

impl Frame {
    /// Returns a place on the page as a place in the frame in which text of this turn reads from left to right.
    fn place(self, (x, y): (f32, f32)) -> (f32, f32) {
        match self.turn {
            Turn::Right | Turn::Slanted => (x, y),
            Turn::Down => (y, self.width - x),
            Turn::Left => (self.width - x, self.height - y),
            Turn::Up => (self.height - y, x),
        }
    }

    fn rule(self, rule: Rule) -> Option<Rule> {
        let all = [rule.x0, rule.y0, rule.x1, rule.y1];
        if all.iter().any(|value| !value.is_finite() || value.abs() > FAR) {
            return None;
        }
        let (a, b) = (self.place((rule.x0, rule.y0)), self.place((rule.x1, rule.y1)));
        Some(Rule { x0: a.0.min(b.0), y0: a.1.min(b.1), x1: a.0.max(b.0), y1: a.1.max(b.1) })
    }
}

fn ink(glyph: &Glyph, fonts: &[Face], frame: Frame, (width, height): (f32, f32)) -> Option<Ink> {
    let values = [glyph.x, glyph.y, glyph.advance, glyph.size];
    if values.iter().any(|value| !value.is_finite() || value.abs() > FAR) || glyph.size < 0.5 {
        return None;
    }
    let face = fonts.get(usize::from(glyph.font));
    let look =
        Look { bold: face.is_some_and(|face| face.bold), italic: face.is_some_and(|face| face.italic) };
    let turn = relative(glyph.turn, frame.turn);
    let start = frame.place((glyph.x, glyph.y));
    let (dx, dy) = match turn {
        Turn::Right | Turn::Slanted => (1.0, 0.0),
        Turn::Down => (0.0, 1.0),
        Turn::Left => (-1.0, 0.0),
        Turn::Up => (0.0, -1.0),
    };
    let (half, up) = (glyph.advance / 2.0, glyph.size * 0.3);
    let middle = (start.0 + dx * half + dy * up, start.1 + dy * half - dx * up);
    let (x, y) = Frame { turn, width, height }.place(start);
    let (x0, x1) = (x.min(x + glyph.advance), x.max(x + glyph.advance));
    Some(Ink { text: glyph.text, x0, x1, y, size: glyph.size, look, turn, middle, mark: glyph.mark })
}

/// Returns the turn of a glyph on a page that is itself turned.
fn relative(glyph: Turn, page: Turn) -> Turn {
    let quarter = |turn: Turn| match turn {
        Turn::Right => Some(0_u8),
        Turn::Down => Some(1),
        Turn::Left => Some(2),
        Turn::Up => Some(3),
        Turn::Slanted => None,
    };
    match (quarter(glyph), quarter(page)) {
        (Some(glyph), Some(page)) => match (glyph + 4 - page) % 4 {
            0 => Turn::Right,
            1 => Turn::Down,
            2 => Turn::Left,
            _ => Turn::Up,
        },
        _ => Turn::Slanted,
    }
}

impl Ink {
    /// Tells whether it stands right behind another one, as in a word.
    pub fn goes_on(&self, last: &Ink) -> bool {
        let gap = self.x0 - last.x1;
        self.turn == last.turn
            && !self.is_space()
            && (self.y - last.y).abs() < 0.1 * self.size
            && gap.abs() < 0.14 * self.size
    }

    /// Tells whether it is a space that may be broken.
    pub fn is_space(&self) -> bool {
        self.text.as_slice().iter().all(|c| c.is_whitespace() && *c != '\u{a0}')
    }
}
