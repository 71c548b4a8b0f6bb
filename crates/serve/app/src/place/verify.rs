//! A plan and a bound, judged without the solver that made them.

use super::{PlaceName, gap, worth};
use serde::Serialize;
use styrbord_settlement::read::{PlanFile, ReadError};
use styrbord_settlement::verify::{bound_around, broken, check};
use styrbord_settlement::{Among, Certificate, Decisions, Instance, KindPrices, NoProof, Plan, Violation};

/// What plans are to keep.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Everybody is to be settled.
    pub must_settle: bool,
    /// What people decided.
    pub decisions: Decisions,
}

/// What is said to prove a bound.
#[derive(Debug, Clone)]
pub struct Proof {
    /// Prices of places or of cases.
    pub certificate: Certificate,
    /// Prices of further kinds of room.
    pub kinds: KindPrices,
}

/// What a plan is.
#[derive(Debug, Clone, Serialize)]
pub struct Judged {
    /// Nothing is wrong in the plan, nor in what is said to prove its bound.
    pub valid: bool,
    /// Persons to be settled.
    pub persons: u64,
    /// Cases to be settled.
    pub cases: usize,
    /// Persons with a place.
    pub placed_persons: u64,
    /// Cases without a place.
    pub unplaced_cases: usize,
    /// What the plan is worth, when it is one.
    pub value: Option<f64>,
    /// No plan is worth more, when prices prove it.
    pub bound: Option<f64>,
    /// How far the plan may be from the best one, as a part of the bound.
    pub gap: Option<f64>,
    /// Everything that is wrong.
    pub violations: Vec<Fault>,
    /// What is wrong in the file of the plan, for people.
    #[serde(skip)]
    pub unread: Vec<ReadError>,
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Fault {
    /// The file of the plan tells of something that is not there, or twice, or not at all.
    PlanFile {
        /// What and where, in English.
        message: String,
    },
    /// A case has a place that it cannot have.
    NotCompatible {
        /// The case.
        case: String,
        /// The place.
        #[serde(flatten)]
        place: PlaceName,
    },
    /// A case is tied to another place.
    NotItsTie {
        /// The case.
        case: String,
        /// The place.
        #[serde(flatten)]
        place: PlaceName,
        /// The place that it is tied to.
        tied_to: PlaceName,
    },
    /// A place has more persons than room.
    OverCapacity {
        /// The place.
        #[serde(flatten)]
        place: PlaceName,
        /// Its room.
        capacity: u64,
        /// How many persons the plan puts there.
        persons: u64,
    },
    /// The cases of a place need more of a further kind of room than there is.
    OverKind {
        /// The place.
        #[serde(flatten)]
        place: PlaceName,
        /// The kind.
        of: String,
        /// How much there is.
        capacity: u64,
        /// How much the cases there need.
        amount: u64,
    },
    /// People decided that a case goes to another place than the plan says.
    NotAsLocked {
        /// The case.
        case: String,
        /// The place that it is to have.
        #[serde(flatten)]
        place: PlaceName,
    },
    /// People decided that a case does not go where the plan says.
    Forbidden {
        /// The case.
        case: String,
        /// The place.
        #[serde(flatten)]
        place: PlaceName,
    },
    /// A price is negative.
    NegativePrice {
        /// The key of its place or case.
        of: String,
    },
    /// The decisions cannot all be kept, so there is no plan for a bound to be about.
    NoSuchPlan,
    /// The prices prove nothing.
    NoProof {
        /// Why, in English.
        message: String,
    },
    /// The plan is worth more than the bound: one of the two is wrong.
    AboveBound,
    /// Everybody was to be settled, and some are not.
    NotEverybody {
        /// How many cases have no place.
        cases: usize,
    },
}

/// Judges a plan, and the bound that prices prove.
pub fn verify(instance: &Instance, file: PlanFile, asked: &Asked, proof: Option<&Proof>) -> Judged {
    let mut faults: Vec<Fault> =
        file.wrong.iter().map(|error| Fault::PlanFile { message: error.to_string() }).collect();
    let value = match check(instance, &file.plan) {
        Ok(value) => Some(value),
        Err(violations) => {
            faults.extend(violations.iter().map(|violation| fault(instance, &file.plan, violation)));
            None
        }
    };
    let unplaced_cases = file.plan.unplaced_cases();
    let broken = broken(&file.plan, &asked.decisions);
    faults.extend(broken.iter().map(|violation| fault(instance, &file.plan, violation)));
    if asked.must_settle && unplaced_cases > 0 {
        faults.push(Fault::NotEverybody { cases: unplaced_cases });
    }
    let among = if asked.must_settle { Among::Complete } else { Among::All };
    let bound = proof.and_then(|proof| {
        let bound = bound_around(instance, &asked.decisions, &proof.certificate, &proof.kinds, among);
        bound.map_err(|error| faults.push(no_proof(instance, &proof.certificate, &error))).ok()
    });
    // A plan that does not keep what was asked may be worth more than those that do.
    let keeps = broken.is_empty() && !(asked.must_settle && unplaced_cases > 0);
    if keeps && value.zip(bound).is_some_and(|(value, bound)| value > bound) {
        faults.push(Fault::AboveBound);
    }
    let scale = instance.gains.scale();
    Judged {
        valid: faults.is_empty(),
        persons: instance.persons(),
        cases: instance.cases.len(),
        placed_persons: file.plan.placed_persons(instance),
        unplaced_cases,
        value: value.map(|value| worth(value, scale)),
        bound: bound.map(|bound| worth(bound, scale)),
        gap: value.zip(bound).map(|(value, bound)| gap(value, bound)),
        violations: faults,
        unread: file.wrong,
    }
}

fn fault(instance: &Instance, plan: &Plan, violation: &Violation) -> Fault {
    let key = |case: usize| instance.cases.get(case).map(|case| case.key.clone()).unwrap_or_default();
    match violation {
        Violation::NotCompatible { case, place } => {
            let tied = instance.cases.get(*case).and_then(|case| case.tied_place);
            let (case, place) = (key(*case), PlaceName::of(instance, *place));
            match tied {
                Some(tied) => {
                    Fault::NotItsTie { case, place, tied_to: PlaceName::of(instance, tied as usize) }
                }
                None => Fault::NotCompatible { case, place },
            }
        }
        Violation::OverCapacity { place, capacity, persons } => Fault::OverCapacity {
            place: PlaceName::of(instance, *place),
            capacity: *capacity,
            persons: *persons,
        },
        Violation::OverKind { place, kind, capacity, amount } => Fault::OverKind {
            place: PlaceName::of(instance, *place),
            of: instance.kinds.get(*kind).map(|kind| kind.name.clone()).unwrap_or_default(),
            capacity: *capacity,
            amount: *amount,
        },
        Violation::NotAsLocked { case, place } => {
            Fault::NotAsLocked { case: key(*case), place: PlaceName::of(instance, *place) }
        }
        Violation::Forbidden { case, place } => {
            Fault::Forbidden { case: key(*case), place: PlaceName::of(instance, *place) }
        }
        Violation::UnknownPlace { case } => {
            Fault::PlanFile { message: format!("case {} has an unknown place", key(*case)) }
        }
        Violation::WrongLength { expected, .. } => {
            Fault::PlanFile { message: format!("{expected} cases expected, {} found", plan.homes.len()) }
        }
    }
}

fn no_proof(instance: &Instance, certificate: &Certificate, error: &NoProof) -> Fault {
    match (error, certificate) {
        (NoProof::Negative(at), Certificate::PlacePrices(_)) => {
            Fault::NegativePrice { of: PlaceName::of(instance, *at).place }
        }
        (NoProof::Negative(at), Certificate::CasePrices(_)) => Fault::NegativePrice {
            of: instance.cases.get(*at).map(|case| case.key.clone()).unwrap_or_default(),
        },
        (NoProof::NegativeKind { kind, place }, _) => {
            let kind = instance.kinds.get(*kind).map(|kind| kind.name.clone()).unwrap_or_default();
            Fault::NegativePrice { of: format!("{}, {kind}", PlaceName::of(instance, *place).place) }
        }
        (NoProof::NoSuchPlan, _) => Fault::NoSuchPlan,
        _ => Fault::NoProof { message: error.to_string() },
    }
}
