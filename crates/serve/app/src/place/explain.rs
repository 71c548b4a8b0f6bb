//! One case: the places it could have, what each costs the others, and what excludes a place.

use super::{PlaceName, worth};
use serde::Serialize;
use styrbord_settlement::{Instance, Plan};
use styrbord_solvers::Solution;

/// What is known of one case in a proposal.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explained {
    /// Its key.
    pub case: String,
    /// Its persons.
    pub persons: u32,
    /// The week in which it is to be placed, from 0.
    pub week: u32,
    /// The place that it is tied to.
    pub tied_to: Option<PlaceName>,
    /// The place that the proposal gives it.
    pub proposed: Option<PlaceName>,
    /// How many places are compatible with it.
    pub compatible: usize,
    /// The best places after their price, the best first.
    pub choices: Vec<Choice>,
    /// Why other places are out of the question, and how many.
    pub excluded: Vec<(Excluded, usize)>,
}

/// A place that a case could have.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choice {
    /// The place.
    #[serde(flatten)]
    pub place: PlaceName,
    /// What the case is worth there.
    pub value: f64,
    /// What the room that it takes is worth to others, further kinds included.
    pub price: f64,
    /// The value less the price.
    pub net: f64,
    /// How much less that is than in the best place.
    pub cost: f64,
    /// How much room the proposal leaves there for others than this case.
    pub room_left: u64,
    /// The proposal gives it this place.
    pub proposed: bool,
}

/// Why a place is out of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Excluded {
    /// The case is tied to another place.
    TiedElsewhere,
    /// The place takes nobody.
    NoRoomAtAll,
    /// The place has less room altogether than the case needs.
    TooSmall,
    /// The place has less of a further kind altogether than the case needs.
    LacksKind,
    /// The files give no value for the two: a service that the case needs is lacking, or the pair was left out.
    NoValue,
}

/// Explains a case of an instance, with the `most` best places; none when there is no such case.
pub fn explain(instance: &Instance, solution: &Solution, key: &str, most: usize) -> Option<Explained> {
    let index = instance.cases.iter().position(|case| case.key == key)?;
    let case = &instance.cases[index];
    let scale = instance.gains.scale();
    let left = left(instance, &solution.plan, index);
    let home = solution.plan.homes.get(index).copied().flatten().map(|place| place as usize);
    let mut nets: Vec<(i64, usize)> = Vec::new();
    let mut excluded = std::collections::BTreeMap::new();
    let price = |place: usize| paid(instance, solution, index, place);
    for place in 0..instance.places.len() {
        match instance.gain(index, place).filter(|_| has_kinds(instance, index, place)) {
            Some(gain) => nets.push((gain - price(place), place)),
            None => *excluded.entry(excludes(instance, index, place)).or_insert(0) += 1,
        }
    }
    nets.sort_by_key(|(net, place)| (std::cmp::Reverse(*net), *place));
    let best = nets.first().map_or(0, |(net, _)| *net);
    let choice = |(net, place): (i64, usize)| Choice {
        place: PlaceName::of(instance, place),
        value: worth(instance.gain(index, place).unwrap_or(0), scale),
        price: worth(price(place), scale),
        net: worth(net, scale),
        cost: worth(best - net, scale),
        room_left: left.get(place).copied().unwrap_or(0),
        proposed: home == Some(place),
    };
    let compatible = nets.len();
    let shown = nets.iter().enumerate().filter(|(at, (_, place))| *at < most || home == Some(*place));
    let choices = shown.map(|(_, pair)| choice(*pair)).collect();
    Some(Explained {
        case: case.key.clone(),
        persons: case.persons,
        week: case.week,
        tied_to: case.tied_place.map(|place| PlaceName::of(instance, place as usize)),
        proposed: home.map(|place| PlaceName::of(instance, place)),
        compatible,
        choices,
        excluded: excluded.into_iter().collect(),
    })
}

fn excludes(instance: &Instance, index: usize, place: usize) -> Excluded {
    let (case, place_about) = (&instance.cases[index], &instance.places[place]);
    match case.tied_place {
        Some(tied) if tied as usize != place => Excluded::TiedElsewhere,
        _ if place_about.capacity == 0 => Excluded::NoRoomAtAll,
        _ if place_about.capacity < case.persons => Excluded::TooSmall,
        _ if !has_kinds(instance, index, place) => Excluded::LacksKind,
        _ => Excluded::NoValue,
    }
}

/// Tells whether a place has at all what a case needs of further kinds.
fn has_kinds(instance: &Instance, case: usize, place: usize) -> bool {
    instance.kinds.iter().all(|kind| kind.need[case] <= kind.capacity[place])
}

/// Returns what a case pays in a place for its persons and for what it needs of further kinds, in units.
fn paid(instance: &Instance, solution: &Solution, case: usize, place: usize) -> i64 {
    let persons = i64::from(instance.cases[case].persons);
    let room = i64::from(solution.prices.get(place).copied().unwrap_or(0)) * persons;
    let kinds = instance.kinds.iter().zip(&solution.kind_prices);
    room + kinds.map(|(kind, prices)| i64::from(kind.need[case]) * prices[place]).sum::<i64>()
}

/// Returns the room that a plan leaves in each place, with that of one case counted as free.
fn left(instance: &Instance, plan: &Plan, index: usize) -> Vec<u64> {
    let mut without = plan.clone();
    if let Some(home) = without.homes.get_mut(index) {
        *home = None;
    }
    let living = super::living(instance, &without);
    let rooms = instance.places.iter().zip(living);
    rooms.map(|(place, living)| u64::from(place.capacity).saturating_sub(living)).collect()
}
