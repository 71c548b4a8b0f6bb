//! The state that operators change.

use crate::pdf::font::Font;
use crate::pdf::matrix::Matrix;
use std::rc::Rc;

/// What `q` saves and `Q` restores.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// The map from the places of the content to those as shown.
    pub matrix: Matrix,
    /// Colour of lines.
    pub stroke: Colour,
    /// Colour of areas.
    pub fill: Colour,
    /// Width of lines.
    pub line_width: f64,
    /// How text is set.
    pub text: TextState,
}

/// How text is set.
#[derive(Debug, Clone)]
pub(super) struct TextState {
    /// The font.
    pub font: Option<Rc<Font>>,
    /// Its size.
    pub size: f64,
    /// Space after each glyph.
    pub char_space: f64,
    /// Space after each byte 32.
    pub word_space: f64,
    /// Stretch along the line; 1 for none.
    pub stretch: f64,
    /// Distance of lines.
    pub leading: f64,
    /// How far the glyphs are raised.
    pub rise: f64,
    /// The glyphs are filled, and their outlines drawn besides.
    pub is_outlined: bool,
}

impl State {
    /// Returns the state in which a page begins.
    pub fn new(matrix: Matrix) -> Self {
        let text = TextState {
            font: None,
            size: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_outlined: false,
        };
        State { matrix, stroke: Colour::default(), fill: Colour::default(), line_width: 1.0, text }
    }
}

/// A colour, as far as it matters: whether it is white.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Colour {
    space: Space,
    /// It cannot be seen on paper.
    pub is_white: bool,
}

/// How a colour's numbers are meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Space {
    /// Light: white is all ones.
    #[default]
    Light,
    /// Ink: white is all zeros.
    Ink,
    /// Not known.
    Other,
}

impl Colour {
    /// Returns the first colour of a space, which is black or unknown.
    pub fn of(space: Space) -> Self {
        Colour { space, is_white: false }
    }

    /// Returns the colour with these numbers in a space.
    pub fn new(space: Space, numbers: &[f64]) -> Self {
        let is_white = match space {
            _ if numbers.is_empty() => false,
            Space::Light => numbers.iter().all(|n| *n >= 0.98),
            Space::Ink => numbers.iter().all(|n| *n <= 0.02),
            Space::Other => false,
        };
        Colour { space, is_white }
    }

    /// Returns the colour with these numbers in the same space.
    pub fn with(self, numbers: &[f64]) -> Self {
        Colour::new(self.space, numbers)
    }
}
