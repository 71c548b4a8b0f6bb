//! A proposal for one year or one batch that is known.

use super::{PlaceName, gap, living, using, worth};
use serde::Serialize;
use sha2::{Digest, Sha256};
use styrbord_settlement::verify::{bound_around, broken};
use styrbord_settlement::{Among, Certificate, Instance, KindPrices, Plan, Violation, from_units};
use styrbord_solvers::{Order, Progress, Solution};

/// How many of the scarcest places are told.
const SCARCE: usize = 10;

/// What is asked of [`solve`].
pub struct Request<'a> {
    /// The year or the batch.
    pub instance: &'a Instance,
    /// What is asked of the solver.
    pub order: &'a Order,
}

/// A proposal, and what is said of it.
#[derive(Debug, Clone)]
pub struct Solved {
    /// What the solver gave.
    pub solution: Solution,
    /// The proposal in figures.
    pub report: SolveReport,
    /// The places whose room is worth most, the scarcest first.
    pub scarce: Vec<Scarce>,
    /// The places whose room of a further kind is worth most, the scarcest first.
    pub scarce_kinds: Vec<ScarceKind>,
    /// Who is not placed.
    pub unplaced: Vec<Unplaced>,
    /// Decisions that a case is to have a place, which could not be kept: case, place.
    pub unkept_locks: Vec<(String, PlaceName)>,
    /// The plan as a file: `case,place`.
    pub plan_csv: String,
    /// What a person's room is worth in each place: `place,price`.
    pub prices_csv: String,
    /// What an amount of 1 of a further kind of room is worth in each place where it is scarce: `place,kind,price`.
    pub kind_prices_csv: String,
    /// What proves the bound: `place,price` or `case,price`; with further kinds also `place,kind,price`.
    pub certificate_csv: String,
}

/// A proposal in figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SolveReport {
    /// Persons to be settled.
    pub persons: u64,
    /// Cases to be settled.
    pub cases: usize,
    /// Persons with a place.
    pub placed_persons: u64,
    /// What the plan is worth.
    pub value: f64,
    /// No plan is worth more.
    pub bound: f64,
    /// How far the plan may be from the best one, as a part of the bound.
    pub gap: f64,
    /// Cases without a place.
    pub unplaced_cases: usize,
    /// How long a processor was busy, as far as the caller knows.
    pub cpu_seconds: Option<f64>,
    /// The most memory used, as far as the caller knows.
    pub peak_mb: Option<f64>,
    /// SHA-256 of the plan as a file.
    pub plan_sha256: String,
}

/// A place whose room is scarce.
#[derive(Debug, Clone, PartialEq)]
pub struct Scarce {
    /// The place.
    pub place: PlaceName,
    /// What one more person's room would be worth.
    pub price: f64,
    /// How many persons the plan puts there.
    pub persons: u64,
    /// Its room.
    pub capacity: u32,
}

/// A place whose room of a further kind is scarce.
#[derive(Debug, Clone, PartialEq)]
pub struct ScarceKind {
    /// The place.
    pub place: PlaceName,
    /// The kind.
    pub kind: String,
    /// What an amount of 1 more would be worth.
    pub price: f64,
    /// How much the plan uses there.
    pub used: u64,
    /// How much there is.
    pub capacity: u32,
}

/// A case that is not placed, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Unplaced {
    /// Its key.
    pub case: String,
    /// Its persons.
    pub persons: u32,
    /// Why.
    pub why: Why,
}

/// Why a case is not placed.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// No place is compatible with it.
    NoPlace,
    /// The only place it may have has too little room left.
    OnlyPlaceFull {
        /// The place.
        place: PlaceName,
        /// The room left.
        left: u64,
    },
    /// Its places have too little room left each.
    AllFull {
        /// How many places are compatible.
        places: usize,
        /// The most room left in one of them.
        left: u64,
    },
    /// None of its places has what it needs of a further kind.
    NoneHasKind {
        /// The kind.
        kind: String,
        /// How much it needs.
        need: u32,
    },
    /// Its places that have room for it have too little left of a further kind.
    KindFull {
        /// The kind.
        kind: String,
        /// How much it needs.
        need: u32,
        /// How many places there are with room for it.
        places: usize,
    },
    /// There is room; the search ended before it was used, or a decision stands against it.
    RoomLeft {
        /// A place with room.
        place: PlaceName,
    },
}

/// Proposes a plan; `see` gets the progress and says whether to go on.
pub fn solve(request: &Request<'_>, see: &mut dyn FnMut(Progress) -> bool) -> Solved {
    let instance = request.instance;
    let mut solution = styrbord_solvers::solve(instance, request.order, see);
    solution.bound = proved(instance, request.order, &solution);
    let plan_csv = plan_csv(instance, &solution.plan);
    let scale = instance.gains.scale();
    let report = SolveReport {
        persons: instance.persons(),
        cases: instance.cases.len(),
        placed_persons: solution.plan.placed_persons(instance),
        value: worth(solution.value, scale),
        bound: worth(solution.bound, scale),
        gap: gap(solution.value, solution.bound),
        unplaced_cases: solution.plan.unplaced_cases(),
        cpu_seconds: None,
        peak_mb: None,
        plan_sha256: sha256(plan_csv.as_bytes()),
    };
    let prices: Vec<i64> = solution.prices.iter().map(|price| i64::from(*price)).collect();
    let prices = Certificate::PlacePrices(prices);
    Solved {
        report,
        scarce: scarce(instance, &solution),
        scarce_kinds: scarce_kinds(instance, &solution),
        unplaced: unplaced(instance, &solution.plan),
        unkept_locks: unkept_locks(request, &solution.plan),
        plan_csv,
        prices_csv: prices_csv(instance, Some(&prices), &KindPrices::new()),
        kind_prices_csv: prices_csv(instance, None, &solution.kind_prices),
        certificate_csv: prices_csv(instance, Some(&solution.certificate), &solution.certificate_kinds),
        solution,
    }
}

/// Returns the decisions that a case is to have a place which a plan does not give it: case, place.
fn unkept_locks(request: &Request<'_>, plan: &Plan) -> Vec<(String, PlaceName)> {
    let instance = request.instance;
    let unkept = broken(plan, &request.order.decisions).into_iter().filter_map(|violation| match violation {
        Violation::NotAsLocked { case, place } => Some((case, place)),
        _ => None,
    });
    let named = |(case, place): (usize, usize)| {
        instance.cases.get(case).map(|case| (case.key.clone(), PlaceName::of(instance, place)))
    };
    unkept.filter_map(named).collect()
}

/// Returns the bound as the verifier computes it; that of the solver where the decisions cannot all be kept.
fn proved(instance: &Instance, order: &Order, solution: &Solution) -> i64 {
    let is_complete = order.must_settle && solution.shortage.is_none();
    let among = if is_complete { Among::Complete } else { Among::All };
    let (certificate, kinds) = (&solution.certificate, &solution.certificate_kinds);
    bound_around(instance, &order.decisions, certificate, kinds, among).unwrap_or(solution.bound)
}

fn sha256(bytes: &[u8]) -> String {
    let hexadecimal = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or_default();
    Sha256::digest(bytes).iter().flat_map(|byte| [hexadecimal(byte >> 4), hexadecimal(byte & 15)]).collect()
}

fn plan_csv(instance: &Instance, plan: &Plan) -> String {
    let mut text = "case,place\n".to_owned();
    for (case, home) in instance.cases.iter().zip(&plan.homes) {
        let place = home.and_then(|place| instance.places.get(place as usize));
        let place = place.map_or("", |place| place.key.as_str());
        text.extend([quoted(&case.key).as_str(), ",", &quoted(place), "\n"]);
    }
    text
}

/// Returns prices as a file. Prices of further kinds stand in the column `kind`, as far as they are not free.
fn prices_csv(instance: &Instance, certificate: Option<&Certificate>, kinds: &KindPrices) -> String {
    let scale = instance.gains.scale();
    let place_keys = || instance.places.iter().map(|place| place.key.as_str());
    let (by_case, prices, keys): (_, &[i64], Vec<&str>) = match certificate {
        Some(Certificate::PlacePrices(prices)) => (false, prices, place_keys().collect()),
        Some(Certificate::CasePrices(prices)) => {
            (true, prices, instance.cases.iter().map(|case| case.key.as_str()).collect())
        }
        None => (false, &[], Vec::new()),
    };
    let with_kinds = certificate.is_none() || !kinds.is_empty();
    let (head, none) = match (by_case, with_kinds) {
        (false, false) => ("place", ""),
        (false, true) => ("place,kind", ","),
        (true, false) => ("case", ""),
        (true, true) => ("case,place,kind", ",,"),
    };
    let mut text = format!("{head},price\n");
    for (key, price) in keys.iter().zip(prices) {
        text.extend([quoted(key).as_str(), none, ",", &from_units(*price, scale), "\n"]);
    }
    let before = if by_case { "," } else { "" };
    for (kind, prices) in instance.kinds.iter().zip(kinds) {
        for (place, price) in place_keys().zip(prices).filter(|(_, price)| **price != 0) {
            let price = from_units(*price, scale);
            text.extend([before, &quoted(place), ",", &quoted(&kind.name), ",", &price, "\n"]);
        }
    }
    text
}

/// Returns a key as a CSV file holds it.
fn quoted(key: &str) -> String {
    if key.contains([',', ';', '"', '\n', '\r']) {
        format!("\"{}\"", key.replace('"', "\"\""))
    } else {
        key.to_owned()
    }
}

fn scarce(instance: &Instance, solution: &Solution) -> Vec<Scarce> {
    let living = living(instance, &solution.plan);
    let mut places: Vec<usize> = (0..instance.places.len()).collect();
    let price = |place: usize| solution.prices.get(place).copied().unwrap_or(0);
    places.retain(|place| price(*place) > 0 && instance.places[*place].capacity > 0);
    places.sort_by_key(|place| (std::cmp::Reverse(price(*place)), *place));
    let one = |place: usize| Scarce {
        place: PlaceName::of(instance, place),
        price: worth(price(place).into(), instance.gains.scale()),
        persons: living[place],
        capacity: instance.places[place].capacity,
    };
    places.into_iter().take(SCARCE).map(one).collect()
}

fn scarce_kinds(instance: &Instance, solution: &Solution) -> Vec<ScarceKind> {
    let mut scarce = Vec::new();
    for (kind, prices) in solution.kind_prices.iter().enumerate() {
        let using = using(instance, &solution.plan, kind);
        for (place, price) in prices.iter().enumerate().filter(|(_, price)| **price > 0) {
            let about = &instance.kinds[kind];
            let one = ScarceKind {
                place: PlaceName::of(instance, place),
                kind: about.name.clone(),
                price: worth(*price, instance.gains.scale()),
                used: using[place],
                capacity: about.capacity[place],
            };
            scarce.push((std::cmp::Reverse(*price), kind, place, one));
        }
    }
    scarce.sort_by_key(|(price, kind, place, _)| (*price, *kind, *place));
    scarce.into_iter().map(|(.., one)| one).take(SCARCE).collect()
}

fn unplaced(instance: &Instance, plan: &Plan) -> Vec<Unplaced> {
    let living = living(instance, plan);
    let left: Vec<u64> = instance
        .places
        .iter()
        .zip(living)
        .map(|(place, living)| u64::from(place.capacity).saturating_sub(living))
        .collect();
    let out = plan.homes.iter().enumerate().filter(|(_, home)| home.is_none());
    out.map(|(case, _)| Unplaced {
        case: instance.cases[case].key.clone(),
        persons: instance.cases[case].persons,
        why: why_of_kind(instance, plan, &left, case).unwrap_or_else(|| why(instance, &left, case)),
    })
    .collect()
}

/// Returns the further kind for want of which a case is not placed, when that is why.
fn why_of_kind(instance: &Instance, plan: &Plan, left: &[u64], case: usize) -> Option<Why> {
    let suits = |place: &usize| instance.gains.get(case, *place).is_some();
    let places: Vec<usize> = (0..left.len()).filter(suits).collect();
    let needed = || instance.kinds.iter().enumerate().filter(|(_, kind)| kind.need[case] > 0);
    let lacks =
        |kind: &styrbord_settlement::Kind| places.iter().all(|place| kind.capacity[*place] < kind.need[case]);
    if places.is_empty() {
        return None;
    }
    if let Some((_, kind)) = needed().find(|(_, kind)| lacks(kind)) {
        return Some(Why::NoneHasKind { kind: kind.name.clone(), need: kind.need[case] });
    }
    let persons = u64::from(instance.cases[case].persons);
    let roomy: Vec<usize> = places.into_iter().filter(|place| left[*place] >= persons).collect();
    let full = needed().find(|(at, kind)| {
        let using = using(instance, plan, *at);
        let lacks = |place: &usize| {
            u64::from(kind.capacity[*place]).saturating_sub(using[*place]) < u64::from(kind.need[case])
        };
        !roomy.is_empty() && roomy.iter().all(lacks)
    });
    full.map(|(_, kind)| Why::KindFull {
        kind: kind.name.clone(),
        need: kind.need[case],
        places: roomy.len(),
    })
}

fn why(instance: &Instance, left: &[u64], case: usize) -> Why {
    let places: Vec<usize> =
        (0..left.len()).filter(|place| instance.gains.get(case, *place).is_some()).collect();
    let Some(widest) = places.iter().copied().max_by_key(|place| (left[*place], std::cmp::Reverse(*place)))
    else {
        return Why::NoPlace;
    };
    let place = PlaceName::of(instance, widest);
    if left[widest] >= u64::from(instance.cases[case].persons) {
        return Why::RoomLeft { place };
    }
    match places.len() {
        1 => Why::OnlyPlaceFull { place, left: left[widest] },
        places => Why::AllFull { places, left: left[widest] },
    }
}
