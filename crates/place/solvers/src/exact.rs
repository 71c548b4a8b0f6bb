//! All plans of a small instance, as far as they can still be better than the best one known.
//!
//! Cases are decided one after the other, large ones first; prices of places bound what the rest can still gain.

use crate::kinds::Kinds;
use crate::relax::Priced;
use crate::round::Homes;
use crate::transport::Transport;
use styrbord_settlement::Gains;

/// The most decisions that are looked at.
const NODES_MAX: u32 = 200_000;

/// Returns a plan that is worth more than `known`, when there is one within reach.
pub fn better(priced: Priced<'_>, prices: &[i32], known: i64) -> Option<Homes> {
    let Priced { problem, after, kinds, kind_prices } = priced;
    let mut order: Vec<usize> = (0..problem.persons.len()).collect();
    order.sort_by_key(|case| (std::cmp::Reverse(problem.persons[*case]), *case));
    // What those from a place in the order on gain at most after they have paid.
    let mut rest = vec![0_i64; order.len() + 1];
    for (at, case) in order.iter().enumerate().rev() {
        let after = after.gains.row(*case).iter().zip(prices).map(|(gain, price)| gain - price);
        let best = i64::from(after.max().unwrap_or(0).max(0));
        rest[at] = rest[at + 1] + best * i64::from(problem.persons[*case]);
    }
    let rooms = problem.capacity.iter().zip(prices);
    let rent: i64 = rooms.map(|(room, price)| i64::from(*room) * i64::from(*price)).sum();
    let mut tree = Tree {
        problem,
        after,
        prices,
        kinds: kinds.clone(),
        kind_prices,
        order,
        rest,
        room: problem.capacity.to_vec(),
        homes: vec![None; problem.persons.len()],
        best: None,
        best_value: known,
        nodes: 0,
    };
    tree.decide(0, 0, rent + kinds.rent(kind_prices));
    tree.best
}

struct Tree<'a> {
    problem: Transport<'a>,
    after: Transport<'a>,
    prices: &'a [i32],
    kinds: Kinds,
    kind_prices: &'a [i64],
    order: Vec<usize>,
    rest: Vec<i64>,
    room: Vec<u32>,
    homes: Homes,
    best: Option<Homes>,
    best_value: i64,
    nodes: u32,
}

impl Tree<'_> {
    /// Decides the cases from a place in the order on; `rent` is the price of all room that is left.
    fn decide(&mut self, at: usize, value: i64, rent: i64) {
        self.nodes += 1;
        if self.nodes > NODES_MAX || value + self.rest[at] + rent <= self.best_value {
            return;
        }
        let Some(case) = self.order.get(at).copied() else {
            if value > self.best_value {
                self.best_value = value;
                self.best = Some(self.homes.clone());
            }
            return;
        };
        let persons = self.problem.persons[case];
        let row = self.problem.gains.row(case);
        let mut places: Vec<usize> = (0..row.len())
            .filter(|place| row[*place] > Gains::NONE && self.room[*place] >= persons)
            .filter(|place| self.kinds.fits(case, *place))
            .collect();
        let after = self.after.gains.row(case);
        places.sort_by_key(|place| (self.prices[*place] - after[*place], *place));
        for place in places {
            let paid = i64::from(persons) * i64::from(self.prices[place])
                + self.kinds.paid(self.kind_prices, case, place);
            self.room[place] -= persons;
            self.kinds.take(case, place);
            self.homes[case] = Some(place as u32);
            self.decide(at + 1, value + i64::from(row[place]) * i64::from(persons), rent - paid);
            self.room[place] += persons;
            self.kinds.give_back(case, place);
        }
        self.homes[case] = None;
        self.decide(at + 1, value, rent);
    }
}
