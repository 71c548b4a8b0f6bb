//! Text: glyphs with their places.
#![expect(clippy::float_arithmetic, reason = "places on a page are lengths")]
#![expect(clippy::cast_precision_loss, reason = "a string has far fewer characters than 2^23")]

use super::state::TextState;
use crate::pdf::font::{Font, Shown};
use crate::pdf::matrix::Matrix;
use crate::pdf::page::{Characters, Glyph, Turn};

/// How far a line may lean and still be level: the height for each point of length.
const LEAN_MAX: f64 = 0.087;
/// The sizes that text can have.
const SIZES: std::ops::RangeInclusive<f64> = 0.05..=10_000.0;

/// The pen: where the next glyph and the next line stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    /// Where the next glyph stands.
    pub matrix: Matrix,
    /// Where the line began.
    pub line: Matrix,
}

impl Pen {
    /// Returns the pen at the beginning of a text object.
    pub const START: Self = Pen { matrix: Matrix::IDENTITY, line: Matrix::IDENTITY };

    /// Moves to a place relative to the beginning of the line.
    pub fn next_line(&mut self, x: f64, y: f64) {
        self.set(Matrix::shift(x, y).then(self.line));
    }

    /// Moves to a place.
    pub fn set(&mut self, matrix: Matrix) {
        if matrix.is_sane() {
            *self = Pen { matrix, line: matrix };
        }
    }

    /// Moves along the line by a number of a `TJ`, in thousandths of the font's size.
    pub fn adjust(&mut self, text: &TextState, thousandths: f64) {
        let distance = -thousandths / 1000.0 * text.size;
        let is_vertical = text.font.as_ref().is_some_and(|font| font.is_vertical);
        self.forward(if is_vertical { (0.0, distance) } else { (distance * text.stretch, 0.0) });
    }

    fn forward(&mut self, (x, y): (f64, f64)) {
        let matrix = Matrix::shift(x, y).then(self.matrix);
        if matrix.is_sane() {
            self.matrix = matrix;
        }
    }

    /// Shows a string: gives each of its glyphs, unplaced marks to be filled in by the caller.
    pub fn show(
        &mut self,
        text: &TextState,
        font: &Font,
        page: Matrix,
        bytes: &[u8],
        mut each: impl FnMut(Glyph),
    ) {
        font.show(bytes, |shown| {
            let space = text.char_space + if shown.is_space { text.word_space } else { 0.0 };
            let width = shown.width * text.size;
            let step = if font.is_vertical {
                (0.0, -text.size + space)
            } else {
                ((width + space) * text.stretch, 0.0)
            };
            self.glyphs(text, font, page, &shown, &mut each);
            self.forward(step);
        });
    }

    /// Gives a glyph, or several where one stands for more characters than a glyph can hold.
    fn glyphs(
        &self,
        text: &TextState,
        font: &Font,
        page: Matrix,
        shown: &Shown<'_>,
        each: &mut impl FnMut(Glyph),
    ) {
        let own = Matrix::new([text.size * text.stretch, 0.0, 0.0, text.size, 0.0, text.rise]);
        let place = own.then(self.matrix).then(page);
        let (along, down) = if font.is_vertical { ((0.0, -1.0), 1.0) } else { ((1.0, 0.0), shown.width) };
        let (x, y) = (place.a * along.0 + place.c * along.1, place.b * along.0 + place.d * along.1);
        let length = x.hypot(y);
        let size = place.c.hypot(place.d) * font.height;
        let is_sane = place.is_sane() && SIZES.contains(&size) && length > 0.0;
        if !is_sane {
            return;
        }
        let count = shown.text.len().div_ceil(4).max(1);
        let advance = length * down / count as f64;
        for (index, chars) in shown.text.chunks(4).enumerate() {
            let way = advance * index as f64 / length;
            each(Glyph {
                text: Characters::of(chars),
                x: (place.e + x * way) as f32,
                y: (place.f + y * way) as f32,
                advance: advance as f32,
                size: size as f32,
                font: font.face,
                turn: turn(x, y),
                mark: None,
                artifact: false,
            });
        }
    }
}

/// Returns the direction in which something reads whose baseline goes this way.
fn turn(x: f64, y: f64) -> Turn {
    if y.abs() <= x.abs() * LEAN_MAX {
        if x > 0.0 { Turn::Right } else { Turn::Left }
    } else if x.abs() <= y.abs() * LEAN_MAX {
        if y > 0.0 { Turn::Down } else { Turn::Up }
    } else {
        Turn::Slanted
    }
}
