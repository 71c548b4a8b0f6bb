//! The bound that prices prove, computed anew from the prices alone.

use crate::Instance;

/// What proves that no plan is worth more than a bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Certificate {
    /// A price per person for each place, in units: a case pays for the room it takes.
    PlacePrices(Vec<i64>),
    /// A price for each case, in units: a place pays for the cases it takes.
    CasePrices(Vec<i64>),
}

/// Prices of further kinds of room, in units for an amount of 1: by kind, and by place; none for kinds that are free.
pub type KindPrices = Vec<Vec<i64>>;

/// Why prices prove nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoProof {
    /// There are more or fewer prices than places or cases.
    #[error("{expected} prices expected, {found} found")]
    WrongLength {
        /// Places or cases.
        expected: usize,
        /// Prices.
        found: usize,
    },
    /// A price is negative; the index of its place or case.
    #[error("price {0} is negative")]
    Negative(usize),
    /// A price of a further kind is negative; the indexes of the kind and the place.
    #[error("price {place} of kind {kind} is negative")]
    NegativeKind {
        /// The kind.
        kind: usize,
        /// The place.
        place: usize,
    },
    /// The decisions of people cannot all be kept, so there is no plan to be bounded.
    #[error("the decisions cannot all be kept")]
    NoSuchPlan,
    /// The sums do not fit the integers used.
    #[error("the prices are too large to add up")]
    TooLarge,
}

/// Which plans a bound is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// All plans.
    All,
    /// Plans that settle everybody.
    Complete,
}

/// Returns the bound that a certificate proves when further kinds of room are free, in units.
pub fn bound(instance: &Instance, certificate: &Certificate, among: Among) -> Result<i64, NoProof> {
    bound_with(instance, certificate, &KindPrices::new(), among)
}

/// Returns the bound that a certificate proves, in units: no such plan of the instance is worth more.
///
/// Place prices `p`: whatever a case does, it gains at most `max(0, max over places of its gain - persons * p)`
/// after it has paid, and all room together takes in at most `sum of capacity * p`.
/// Case prices `u`: whatever a place does, it gains at most its best knapsack of cases worth more than their `u`,
/// and all cases together take in at most the sum of `u`.
/// With either, a case also pays for what it needs of further kinds, and their room together takes in at most
/// `sum of capacity * price`. A knapsack counts them besides, as far as a small table allows. A pair whose need alone is more than there is, is in no plan.
/// Among complete plans each case has a place: it cannot choose to gain nothing, and its price may be negative.
pub fn bound_with(
    instance: &Instance,
    certificate: &Certificate,
    kinds: &KindPrices,
    among: Among,
) -> Result<i64, NoProof> {
    let (prices, expected) = match certificate {
        Certificate::PlacePrices(prices) => (prices, instance.places.len()),
        Certificate::CasePrices(prices) => (prices, instance.cases.len()),
    };
    if prices.len() != expected {
        return Err(NoProof::WrongLength { expected, found: prices.len() });
    }
    let may_be_negative = matches!((certificate, among), (Certificate::CasePrices(_), Among::Complete));
    match prices.iter().position(|price| *price < 0) {
        Some(at) if !may_be_negative => return Err(NoProof::Negative(at)),
        _ => {}
    }
    let paying = Paying::of(instance, kinds)?;
    let bound = match certificate {
        Certificate::PlacePrices(prices) => bound_by_places(&paying, prices, among),
        Certificate::CasePrices(prices) => bound_by_cases(&paying, prices),
    };
    i64::try_from(bound + paying.taken_in()).map_err(|_| NoProof::TooLarge)
}

/// An instance whose cases pay for what they need of further kinds.
struct Paying<'a> {
    instance: &'a Instance,
    prices: &'a KindPrices,
    /// What each case needs: kind, and how much.
    needs: Vec<Vec<(usize, u32)>>,
}

impl<'a> Paying<'a> {
    fn of(instance: &'a Instance, prices: &'a KindPrices) -> Result<Self, NoProof> {
        if !prices.is_empty() && prices.len() != instance.kinds.len() {
            return Err(NoProof::WrongLength { expected: instance.kinds.len(), found: prices.len() });
        }
        for (kind, prices) in prices.iter().enumerate() {
            if prices.len() != instance.places.len() {
                return Err(NoProof::WrongLength { expected: instance.places.len(), found: prices.len() });
            }
            if let Some(place) = prices.iter().position(|price| *price < 0) {
                return Err(NoProof::NegativeKind { kind, place });
            }
        }
        let mut needs = vec![Vec::new(); instance.cases.len()];
        for (kind, about) in instance.kinds.iter().enumerate() {
            for (needs, need) in needs.iter_mut().zip(&about.need).filter(|(_, need)| **need > 0) {
                needs.push((kind, *need));
            }
        }
        Ok(Paying { instance, prices, needs })
    }

    /// Returns what a case gains in a place after it has paid for the further kinds; none when no plan has the two.
    fn gain(&self, case: usize, place: usize) -> Option<i128> {
        let mut gain = i128::from(self.instance.gain(case, place)?);
        for (kind, need) in self.needs.get(case)? {
            if *need > *self.instance.kinds.get(*kind)?.capacity.get(place)? {
                return None;
            }
            gain -= i128::from(*need) * i128::from(self.price(*kind, place));
        }
        Some(gain)
    }

    fn price(&self, kind: usize, place: usize) -> i64 {
        self.prices.get(kind).and_then(|prices| prices.get(place)).copied().unwrap_or(0)
    }

    /// Returns the most that the room of further kinds takes in.
    fn taken_in(&self) -> i128 {
        let kinds = self.instance.kinds.iter().zip(self.prices);
        let rooms = kinds.flat_map(|(kind, prices)| kind.capacity.iter().zip(prices));
        rooms.map(|(room, price)| i128::from(*room) * i128::from(*price)).sum()
    }
}

fn bound_by_places(paying: &Paying<'_>, prices: &[i64], among: Among) -> i128 {
    let instance = paying.instance;
    let mut bound = 0_i128;
    for (place, price) in instance.places.iter().zip(prices) {
        bound += i128::from(place.capacity) * i128::from(*price);
    }
    for (case, about) in instance.cases.iter().enumerate() {
        let persons = i128::from(about.persons);
        let after = |(place, price): (usize, &i64)| {
            paying.gain(case, place).map(|gain| gain - persons * i128::from(*price))
        };
        let best = prices.iter().enumerate().filter_map(after).max().unwrap_or(0);
        bound += if among == Among::All { best.max(0) } else { best };
    }
    bound
}

fn bound_by_cases(paying: &Paying<'_>, prices: &[i64]) -> i128 {
    let all = paying.instance.cases.iter().map(|case| case.persons as usize).sum();
    let places = 0..paying.instance.places.len();
    let of_cases: i128 = prices.iter().map(|price| i128::from(*price)).sum();
    of_cases + places.map(|place| best_knapsack(paying, prices, place, all)).sum::<i128>()
}

/// Kinds are counted as long as a table over them and all room of a place has no more entries.
const ENTRIES_MAX: usize = 1024;

/// Returns the most that a place can gain after the cases are paid for, taken up one by one; `all` is how many
/// persons there are.
///
/// An entry of the table is the most that can be gained within so many persons and so much of each kind that is
/// counted: the kinds in their order, as far as the table stays small. Not to count a kind allows more, so what is
/// returned is never too little.
fn best_knapsack(paying: &Paying<'_>, prices: &[i64], place: usize, all: usize) -> i128 {
    let instance = paying.instance;
    let capacity = instance.places[place].capacity as usize;
    // All cases together fill no more.
    let room = capacity.min(all);
    // For each kind how many entries lie between those that differ by 1 of it, and how much there is.
    let mut counted: Vec<Option<(usize, usize)>> = Vec::new();
    let mut states = 1;
    for kind in &instance.kinds {
        let amount = kind.capacity[place] as usize;
        let is_counted = (amount + 1).saturating_mul(states).saturating_mul(capacity + 1) <= ENTRIES_MAX;
        counted.push(is_counted.then_some((states * (room + 1), amount)));
        states *= if is_counted { amount + 1 } else { 1 };
    }
    let entries = states * (room + 1);
    let mut best = vec![0_i128; entries];
    for (case, family) in instance.cases.iter().enumerate() {
        let persons = family.persons as usize;
        let Some(gain) = paying.gain(case, place) else { continue };
        let worth = gain - i128::from(prices[case]);
        if worth <= 0 || persons > room {
            continue;
        }
        let needs = paying.needs[case].iter().filter_map(|(kind, need)| {
            let (apart, amount) = counted[*kind]?;
            Some((apart, amount, *need as usize))
        });
        let needs: Vec<(usize, usize, usize)> = needs.collect();
        let below = persons + needs.iter().map(|(apart, _, need)| apart * need).sum::<usize>();
        let fits = |entry: usize| {
            let of_kind =
                |(apart, amount, need): &(usize, usize, usize)| entry / apart % (amount + 1) >= *need;
            entry % (room + 1) >= persons && needs.iter().all(of_kind)
        };
        for entry in (below..entries).rev().filter(|entry| fits(*entry)) {
            best[entry] = best[entry].max(best[entry - below] + worth);
        }
    }
    best[entries - 1]
}
