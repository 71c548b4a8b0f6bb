//! One year or one batch: who is to be settled, where there is room, and what each placement is worth.

/// Cases, places, and the gain of each compatible pair.
#[derive(Debug, Clone, Default)]
pub struct Instance {
    /// Families and single persons, each settled in one place or not at all.
    pub cases: Vec<Case>,
    /// Municipalities.
    pub places: Vec<Place>,
    /// What each pair is worth.
    pub gains: Gains,
    /// Further kinds of room, beside that for persons.
    pub kinds: Vec<Kind>,
}

/// A further kind of room: places for minors, adapted dwellings, school starts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kind {
    /// Its name in the files.
    pub name: String,
    /// How much there is in each place.
    pub capacity: Vec<u32>,
    /// How much each case needs.
    pub need: Vec<u32>,
}

/// A family or a single person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Case {
    /// Its name in the files.
    pub key: String,
    /// How many persons, 1 or more.
    pub persons: u32,
    /// The week in which it is to be placed, from 0.
    pub week: u32,
    /// The group of origin that reports are split by.
    pub origin_group: u32,
    /// The only place it may have, an index into [`Instance::places`].
    pub tied_place: Option<u32>,
}

/// A municipality.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Its key in the files.
    pub key: String,
    /// What people call it; empty when the files do not say.
    pub name: String,
    /// How many persons there is room for.
    pub capacity: u32,
    /// Its inhabitants.
    pub population: u32,
    /// Its region.
    pub region: u32,
}

/// The gain of each pair, in whole units per person: a matrix of cases and places, row by row.
///
/// A case of `s` persons gains `s` times its figure. Pairs that are not compatible hold [`Gains::NONE`].
#[derive(Debug, Clone, Default)]
pub struct Gains {
    places: usize,
    scale: i32,
    per_person: Vec<i32>,
}

impl Gains {
    /// Stands for a pair that is not compatible.
    pub const NONE: i32 = -1_000_000_000;
    /// No gain per person is larger, so that sums of a few of them fit an `i32`.
    pub const MAX: i32 = 200_000_000;

    /// Returns gains without any compatible pair; `scale` units are worth 1.
    pub fn new(cases: usize, places: usize, scale: i32) -> Self {
        Gains { places, scale, per_person: vec![Gains::NONE; cases * places] }
    }

    /// Returns how many units are worth 1.
    pub fn scale(&self) -> i32 {
        self.scale
    }

    /// Says anew how many units are worth 1, after all gains were changed to another unit.
    pub fn set_scale(&mut self, scale: i32) {
        self.scale = scale.max(1);
    }

    /// Returns the number of places, which is the length of a row.
    pub fn places(&self) -> usize {
        self.places
    }

    /// Returns the gains per person of a case, one for each place.
    pub fn row(&self, case: usize) -> &[i32] {
        self.per_person.get(case * self.places..(case + 1) * self.places).unwrap_or_default()
    }

    /// Returns the gains per person of a case, to change them.
    pub fn row_mut(&mut self, case: usize) -> &mut [i32] {
        self.per_person.get_mut(case * self.places..(case + 1) * self.places).unwrap_or_default()
    }

    /// Returns the gain per person of a pair when it is compatible.
    pub fn get(&self, case: usize, place: usize) -> Option<i32> {
        self.row(case).get(place).copied().filter(|gain| *gain != Gains::NONE)
    }
}

impl Instance {
    /// Returns how many persons are to be settled.
    pub fn persons(&self) -> u64 {
        self.cases.iter().map(|case| u64::from(case.persons)).sum()
    }

    /// Returns what a case gains in a place, in units, when the two are compatible.
    pub fn gain(&self, case: usize, place: usize) -> Option<i64> {
        let persons = self.cases.get(case)?.persons;
        self.gains.get(case, place).map(|gain| i64::from(gain) * i64::from(persons))
    }
}
