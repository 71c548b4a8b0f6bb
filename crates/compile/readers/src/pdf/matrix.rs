//! Places and how they are moved, turned and scaled.
#![expect(clippy::float_arithmetic, reason = "places on a page are lengths")]
#![expect(
    clippy::many_single_char_names,
    reason = "the six numbers of a matrix have these names in the standard"
)]

/// A point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub x: f64,
    pub y: f64,
}

/// An affine map: `x' = ax + cy + e`, `y' = bx + dy + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix {
    pub a: f64,
    pub b: f64,
    pub c: f64,
    pub d: f64,
    pub e: f64,
    pub f: f64,
}

impl Matrix {
    /// The map that changes nothing.
    pub const IDENTITY: Self = Matrix::new([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Returns the map with these six numbers.
    pub const fn new([a, b, c, d, e, f]: [f64; 6]) -> Self {
        Matrix { a, b, c, d, e, f }
    }

    /// Returns the map that moves.
    pub const fn shift(x: f64, y: f64) -> Self {
        Matrix::new([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Returns the map that does this one first, and then the other.
    pub fn then(self, next: Self) -> Self {
        Matrix {
            a: self.a * next.a + self.b * next.c,
            b: self.a * next.b + self.b * next.d,
            c: self.c * next.a + self.d * next.c,
            d: self.c * next.b + self.d * next.d,
            e: self.e * next.a + self.f * next.c + next.e,
            f: self.e * next.b + self.f * next.d + next.f,
        }
    }

    /// Returns where a point comes to lie.
    pub fn apply(self, x: f64, y: f64) -> Point {
        Point { x: self.a * x + self.c * y + self.e, y: self.b * x + self.d * y + self.f }
    }

    /// Tells whether all its numbers are of a size that a page can have.
    pub fn is_sane(self) -> bool {
        const MAX: f64 = 1e9;
        let turned = self.a.abs() + self.b.abs() + self.c.abs() + self.d.abs();
        turned + self.e.abs() + self.f.abs() <= MAX
    }
}
