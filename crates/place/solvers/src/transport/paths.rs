//! Cheapest paths over places: to make room for a case, and to fill a place that has a price and room.

use super::flow::{FAR, Flow};

/// A search for a cheapest path over places.
struct Search {
    distance: Vec<i32>,
    parent: Vec<u32>,
    /// [`FAR`] for a place whose distance is final, else the least number; so that the nearest is a plain minimum.
    done: Vec<i32>,
    /// The places in the order in which their distance became final.
    order: Vec<u32>,
}

/// Losses of moves by where they lead: a search backwards reads them one after the other.
struct Entries {
    losses: Vec<i32>,
    width: usize,
}

impl Entries {
    /// Takes over the losses of moves from a place.
    fn update(&mut self, from: usize, losses: &[i32]) {
        for (row, loss) in self.losses.chunks_exact_mut(self.width).zip(losses) {
            row[from] = *loss;
        }
    }

    /// Returns the losses of moves into a place.
    fn towards(&self, place: usize) -> &[i32] {
        &self.losses[place * self.width..(place + 1) * self.width]
    }
}

/// So many places are looked at together for the nearest; then only theirs are looked at one by one.
const CHUNK: usize = 32;
/// The path begins here.
const START: u32 = u32::MAX;

impl Search {
    fn new(width: usize) -> Self {
        Search {
            distance: vec![FAR; width],
            parent: vec![START; width],
            done: vec![i32::MIN; width],
            order: Vec::new(),
        }
    }

    fn clear(&mut self) {
        self.distance.fill(FAR);
        self.parent.fill(START);
        self.done.fill(i32::MIN);
        self.order.clear();
    }

    /// Returns the nearest place whose distance is not final.
    fn nearest(&self) -> Option<usize> {
        let chunks = self.distance.chunks(CHUNK).zip(self.done.chunks(CHUNK));
        let mut least = (FAR, 0);
        for (at, (distances, done)) in chunks.enumerate() {
            let open = distances.iter().zip(done).map(|(distance, done)| *distance.max(done));
            let here = open.fold(FAR, i32::min);
            least = if here < least.0 { (here, at * CHUNK) } else { least };
        }
        let (distance, first) = least;
        let open = self.distance.iter().zip(&self.done).skip(first);
        let found = || open.map(|(distance, done)| *distance.max(done)).position(|open| open == distance);
        if distance < FAR { found().map(|at| first + at) } else { None }
    }

    /// Lowers distances to those through a place, which are its own distance with the cost of a step.
    fn step(&mut self, place: usize, costs: impl Iterator<Item = i32>) {
        for ((cost, distance), parent) in costs.zip(&mut self.distance).zip(&mut self.parent) {
            // Without branches the compiler takes many places at once.
            let nearer = cost < *distance;
            *distance = if nearer { cost } else { *distance };
            *parent = if nearer { place as u32 } else { *parent };
        }
    }

    fn finish(&mut self, place: usize) {
        self.done[place] = FAR;
        self.order.push(place as u32);
    }
}

impl Flow {
    /// Places everybody who waits, each by the cheapest path.
    pub(super) fn place_all(&mut self) {
        let mut search = Search::new(self.width);
        while let Some((case, mut persons)) = self.waiting.pop() {
            while persons > 0 {
                persons -= self.make_room(&mut search, case, persons);
            }
        }
    }

    /// Places some persons of a case by moving others; returns how many.
    fn make_room(&mut self, search: &mut Search, case: u32, persons: u32) -> u32 {
        let none = self.width - 1;
        search.clear();
        let best = self.best(case as usize).1;
        let row = &self.rows[case as usize * self.width..(case as usize + 1) * self.width];
        for ((distance, gain), price) in search.distance.iter_mut().zip(row).zip(&self.prices) {
            *distance = (best - (gain - price)).min(FAR);
        }
        let end = loop {
            let Some(place) = search.nearest() else { break none };
            if place == none || self.spare[place] > 0 {
                break place;
            }
            search.finish(place);
            let base = search.distance[place] - self.prices[place];
            self.freshen(place);
            search.step(
                place,
                self.losses(place).iter().zip(&self.prices).map(|(loss, price)| base + loss + price),
            );
        };
        let total = search.distance[end];
        for place in &search.order {
            let place = *place as usize;
            self.prices[place] += total - search.distance[place];
        }
        self.move_along(search, case, persons, end)
    }

    /// Moves persons along a path that ends in `end`; the case moves into its first place.
    fn move_along(&mut self, search: &Search, case: u32, persons: u32, end: usize) -> u32 {
        let mut hops = Vec::new();
        let mut to = end;
        while search.parent[to] != START {
            let from = search.parent[to] as usize;
            let Some(at) = self.mover(from, to) else { break };
            hops.push((from, at, to));
            to = from;
        }
        let room = self.spare[end];
        let movers = hops.iter().map(|(from, at, _)| self.residents[*from][*at].1);
        let persons = movers.fold(persons.min(room), u32::min);
        for (from, at, to) in hops {
            let mover = self.move_out(from, at, persons);
            self.move_in(mover, to, persons);
        }
        self.move_in(case, to, persons);
        persons
    }

    /// Fills places that have a price and room, or lowers their price until nobody is kept out by it.
    pub(super) fn fill_priced(&mut self) {
        let mut search = Search::new(self.width);
        let mut entries = Entries { losses: vec![FAR; self.width * self.width], width: self.width };
        let mut changed: Vec<usize> = (0..self.width).collect();
        for place in 0..self.width - 1 {
            while self.spare[place] > 0 && self.prices[place] > 0 {
                for from in changed {
                    self.freshen(from);
                    entries.update(from, self.losses(from));
                }
                changed = self.attract(&mut search, &entries, place);
            }
        }
    }

    /// Lets somebody move towards a place that has a price and room, or lowers the price to nothing. Returns the
    /// places whose residents changed.
    fn attract(&mut self, search: &mut Search, entries: &Entries, target: usize) -> Vec<usize> {
        let none = self.width - 1;
        search.clear();
        search.distance[target] = 0;
        let mut end = (self.prices[target], target);
        while let Some(place) = search.nearest() {
            let distance = search.distance[place];
            if distance >= end.0 {
                break;
            }
            if place == none {
                end = (distance, none);
                break;
            }
            search.finish(place);
            end = end.min((distance + self.prices[place], place));
            let base = distance + self.prices[place];
            let losses = entries.towards(place).iter().zip(&self.prices);
            // Nobody can come from where nobody lives who could.
            search
                .step(place, losses.map(|(loss, price)| if *loss < FAR { base - price + loss } else { FAR }));
        }
        for place in &search.order {
            let place = *place as usize;
            self.prices[place] -= (end.0 - search.distance[place]).max(0);
        }
        self.pull_along(search, end.1, target)
    }

    /// Moves somebody from `start` over the path to `target`, which has room. Returns the places of the path.
    fn pull_along(&mut self, search: &Search, start: usize, target: usize) -> Vec<usize> {
        let mut hops = Vec::new();
        let mut from = start;
        while from != target && search.parent[from] != START {
            let to = search.parent[from] as usize;
            let Some(at) = self.mover(from, to) else { return Vec::new() };
            hops.push((from, at, to));
            from = to;
        }
        let movers = hops.iter().map(|(from, at, _)| self.residents[*from][*at].1);
        let persons = movers.fold(self.spare[target], u32::min);
        let path = hops.iter().map(|(from, ..)| *from).chain([target]).collect();
        for (from, at, to) in hops.into_iter().rev() {
            let mover = self.move_out(from, at, persons);
            self.move_in(mover, to, persons);
        }
        path
    }
}
