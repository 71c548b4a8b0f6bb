//! People's decisions: what they fixed is taken out, and the rest is an instance of its own.

use crate::order::{Begin, Order, Progress, Shortage, Solution};
use styrbord_settlement::{Certificate, Gains, Instance, Plan};

/// An instance without what people decided on.
pub(crate) struct Around<'a> {
    instance: &'a Instance,
    /// Who is left, in the room that is left.
    pub(crate) rest: Instance,
    /// Where those live who are not left.
    homes: Vec<Option<u32>>,
    /// Who is left.
    free: Vec<usize>,
    /// What those who are not left gain.
    gained: i64,
}

impl<'a> Around<'a> {
    /// Returns what is left when the locks are carried out one after the other. A lock on a place that does not suit
    /// the case, or has no room left, leaves the case without any place.
    pub(crate) fn of(instance: &'a Instance, order: &Order) -> Self {
        let decisions = &order.decisions;
        let mut rest = instance.clone();
        let mut homes = vec![None; instance.cases.len()];
        let mut gained = 0;
        for (case, place) in &decisions.forbidden {
            if let Some(gain) = rest.gains.row_mut(*case).get_mut(*place) {
                *gain = Gains::NONE;
            }
        }
        for (case, place) in &decisions.locked {
            if homes[*case].is_none()
                && has_room(&rest, *case, *place)
                && let Some(gain) = rest.gain(*case, *place)
            {
                gained += gain;
                homes[*case] = Some(*place as u32);
                take(&mut rest, *case, *place);
            }
            rest.gains.row_mut(*case).fill(Gains::NONE);
        }
        let free: Vec<usize> = (0..homes.len()).filter(|case| homes[*case].is_none()).collect();
        keep(&mut rest, &free);
        Around { instance, rest, homes, free, gained }
    }

    /// Returns what an order for the whole says of the rest.
    pub(crate) fn order(&self, whole: &Order) -> Order {
        let cases = whole.begin.cases.as_ref();
        let plan = whole.begin.plan.as_ref();
        let begin = Begin {
            cases: cases.map(|prices| self.of_free(prices)),
            plan: plan.map(|plan| Plan { homes: self.of_free(&plan.homes) }),
            ..whole.begin.clone()
        };
        Order { begin, ..whole.clone() }
    }

    /// Returns what a list of all says of those who are left.
    fn of_free<T: Copy>(&self, all: &[T]) -> Vec<T> {
        self.free.iter().filter_map(|case| all.get(*case).copied()).collect()
    }

    /// Returns how far the whole has come.
    pub(crate) fn progress(&self, rest: Progress) -> Progress {
        Progress { value: rest.value + self.gained, bound: rest.bound + self.gained }
    }

    /// Returns the solution of the whole.
    pub(crate) fn whole(&self, rest: Solution) -> Solution {
        let mut homes = self.homes.clone();
        for (case, home) in self.free.iter().zip(rest.plan.homes) {
            homes[*case] = home;
        }
        let certificate = match rest.certificate {
            Certificate::CasePrices(prices) => Certificate::CasePrices(self.spread(&prices)),
            places @ Certificate::PlacePrices(_) => places,
        };
        Solution {
            plan: Plan { homes },
            value: rest.value + self.gained,
            bound: rest.bound + self.gained,
            certificate,
            shortage: rest.shortage.map(|shortage| self.shortage(shortage)),
            ..rest
        }
    }

    fn shortage(&self, rest: Shortage) -> Shortage {
        let whole = |cases: Vec<usize>| cases.iter().map(|case| self.free[*case]).collect();
        match rest {
            Shortage::Room { cases, places } => Shortage::Room { cases: whole(cases), places },
            Shortage::Kind { kind, cases, places } => Shortage::Kind { kind, cases: whole(cases), places },
            Shortage::WholeFamilies { persons_max, prices, kind_prices, scale } => {
                let settled = self.instance.cases.iter().zip(&self.homes).filter(|(_, home)| home.is_some());
                let settled: u64 = settled.map(|(case, _)| u64::from(case.persons)).sum();
                let prices = self.spread(&prices);
                Shortage::WholeFamilies { persons_max: persons_max + settled, prices, kind_prices, scale }
            }
            Shortage::Unproved => Shortage::Unproved,
        }
    }

    /// Returns prices of those who are left as prices of all; the others pay nothing.
    fn spread(&self, prices: &[i64]) -> Vec<i64> {
        let mut all = vec![0; self.homes.len()];
        for (case, price) in self.free.iter().zip(prices) {
            all[*case] = *price;
        }
        all
    }
}

fn has_room(rest: &Instance, case: usize, place: usize) -> bool {
    rest.cases[case].persons <= rest.places[place].capacity
        && rest.kinds.iter().all(|kind| kind.need[case] <= kind.capacity[place])
}

fn take(rest: &mut Instance, case: usize, place: usize) {
    rest.places[place].capacity -= rest.cases[case].persons;
    for kind in &mut rest.kinds {
        kind.capacity[place] -= kind.need[case];
    }
}

/// Leaves some cases only.
fn keep(rest: &mut Instance, free: &[usize]) {
    let mut gains = Gains::new(free.len(), rest.places.len(), rest.gains.scale());
    for (at, case) in free.iter().enumerate() {
        gains.row_mut(at).copy_from_slice(rest.gains.row(*case));
    }
    rest.gains = gains;
    rest.cases = free.iter().map(|case| rest.cases[*case].clone()).collect();
    for kind in &mut rest.kinds {
        kind.need = free.iter().map(|case| kind.need[*case]).collect();
    }
}
