//! A number of persons and a seed to an invented year of settlement.
//!
//! From: a [`Wish`]. To: a [`Year`] over the 357 municipalities of 2024, and the files of the exchange format with a
//! note in them that everything is synthetic. The same wish gives the same bytes on every machine: the arithmetic
//! uses only operations that are exact everywhere.
//!
//! The municipalities are real; rooms, cases and values are not. The crate knows no real case and no solver.
//!
//! The model, in short. Room follows the population to the power of 0.7 with some chance, 5 % more than persons,
//! and no municipality is asked for fewer than 5. Families have 1 to 8 persons, one to three of them adults. Some
//! cases need services that not every municipality has; some are tied to one municipality. A family's value is the
//! expected number in work after some time: each adult has a chance by education, age and children, which the place
//! moves up or down by its labour market, the sectors it lives from, its schools, and who lives there already.
#![expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "chances and weights are reals, made of small whole numbers and rounded to a millionth in the files"
)]

mod cases;
mod municipalities;
mod numbers;
mod places;
mod values;
mod write;

pub use cases::Family;
pub use municipalities::{Municipality, municipalities};
pub use places::Host;
pub use values::Values;
pub use write::{README, write};

use numbers::Chance;

/// What is wished for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// How many persons come in the year.
    pub persons: u32,
    /// Where chance begins.
    pub seed: u64,
    /// How much it matters who goes where: 1 much, 0.35 about as measured in real programmes, 0 nothing.
    pub strength: f64,
}

/// An invented year.
#[derive(Debug, Clone)]
pub struct Year {
    /// Municipalities with their room.
    pub hosts: Vec<Host>,
    /// Families in the order of their weeks.
    pub families: Vec<Family>,
    /// Families of the year before.
    pub pool: Vec<Family>,
    wish: Wish,
}

/// No more persons are in the pool.
const POOL_MAX: u32 = 5_000;

impl Year {
    /// Invents a year.
    pub fn invent(wish: Wish) -> Self {
        let chance = Chance::of(wish.seed);
        let hosts = places::invent(chance.part(1), wish.persons);
        let families = cases::invent(chance.part(2), wish.persons, &hosts);
        let pool = cases::invent(chance.part(3), wish.persons.min(POOL_MAX), &hosts);
        Year { hosts, families, pool, wish }
    }

    /// Returns what families of the year are worth in its places.
    pub fn values(&self) -> Values<'_> {
        Values::new(Chance::of(self.wish.seed), self.wish.strength, &self.hosts)
    }
}
