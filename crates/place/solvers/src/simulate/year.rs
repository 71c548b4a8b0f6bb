//! A year that is under way.

use styrbord_settlement::{Instance, Opening, Plan};

/// A year that is under way.
pub(super) struct Year<'a> {
    /// The year as it turns out.
    pub instance: &'a Instance,
    /// The room that is left now.
    pub room: Vec<u32>,
    /// The room that is decided and opens later.
    pub later: Vec<u32>,
    /// All room of the year.
    pub capacity: Vec<u32>,
    /// Who lives where so far.
    pub plan: Plan,
    /// Cases that came and have no place yet.
    pub waiting: Vec<u32>,
    /// The cases that have come.
    pub arrived: Vec<u32>,
    /// How many persons live somewhere.
    pub placed: u64,
    /// The week that is being placed.
    pub week: u32,
    openings: &'a [Opening],
}

impl<'a> Year<'a> {
    /// Returns a year before its first week.
    pub(super) fn begin(instance: &'a Instance, openings: &'a [Opening]) -> Self {
        let room: Vec<u32> = instance.places.iter().map(|place| place.capacity).collect();
        let mut later = vec![0; room.len()];
        for opening in openings {
            later[opening.place as usize] += opening.capacity;
        }
        Year {
            instance,
            capacity: room.iter().zip(&later).map(|(room, later)| room + later).collect(),
            room,
            later,
            plan: Plan::empty(instance),
            waiting: Vec::new(),
            arrived: Vec::new(),
            placed: 0,
            week: 0,
            openings,
        }
    }

    /// Begins a week: its room opens, its cases come. Tells whether anybody waits for a place.
    pub(super) fn begin_week(&mut self, week: u32) -> bool {
        self.week = week;
        for opening in self.openings.iter().filter(|opening| opening.week == week) {
            self.room[opening.place as usize] += opening.capacity;
            self.later[opening.place as usize] -= opening.capacity;
        }
        let cases = self.instance.cases.iter().zip(0..);
        let arrived: Vec<u32> = cases.filter(|(case, _)| case.week == week).map(|(_, index)| index).collect();
        self.waiting.extend(&arrived);
        self.arrived.extend(arrived);
        !self.waiting.is_empty()
    }

    /// Gives a case its home, or lets it wait on.
    pub(super) fn settle(&mut self, case: u32, home: Option<u32>) {
        let Some(place) = home else {
            self.waiting.push(case);
            return;
        };
        let persons = self.instance.cases[case as usize].persons;
        self.room[place as usize] -= persons;
        self.placed += u64::from(persons);
        self.plan.homes[case as usize] = Some(place);
    }

    /// Returns how many persons live in a place.
    pub(super) fn living(&self, place: usize) -> u32 {
        self.capacity[place] - self.later[place] - self.room[place]
    }

    /// Returns how far the intake so far is from an even one, in millionths; none before anybody is placed.
    pub(super) fn imbalance_ppm(&self) -> Option<i64> {
        let all: i128 = self.capacity.iter().map(|capacity| i128::from(*capacity)).sum();
        let placed = i128::from(self.placed);
        if placed == 0 || all == 0 {
            return None;
        }
        let apart = (0..self.capacity.len()).map(|place| {
            (i128::from(self.living(place)) * all - i128::from(self.capacity[place]) * placed).abs()
        });
        i64::try_from(apart.sum::<i128>() * 500_000 / (placed * all)).ok()
    }
}
