//! People's decisions: whether a plan keeps them, and what no plan that keeps them exceeds.

use super::{Among, Certificate, KindPrices, NoProof, Violation, bound_with};
use crate::{Decisions, Gains, Instance, Plan};

/// Returns the decisions that a plan does not keep.
pub fn broken(plan: &Plan, decisions: &Decisions) -> Vec<Violation> {
    let home = |case: usize| plan.homes.get(case).copied().flatten().map(|place| place as usize);
    let locked = decisions.locked.iter().filter(|(case, place)| home(*case) != Some(*place));
    let forbidden = decisions.forbidden.iter().filter(|(case, place)| home(*case) == Some(*place));
    let mut broken: Vec<Violation> =
        locked.map(|(case, place)| Violation::NotAsLocked { case: *case, place: *place }).collect();
    broken.extend(forbidden.map(|(case, place)| Violation::Forbidden { case: *case, place: *place }));
    broken
}

/// Returns the bound that a certificate proves for plans that keep people's decisions, in units.
///
/// A locked case lives where it is locked to, with its room and what it gains there. The others are an instance of
/// their own, in the room that is left and without the forbidden pairs; prices bound that one.
pub fn bound_around(
    instance: &Instance,
    decisions: &Decisions,
    certificate: &Certificate,
    kinds: &KindPrices,
    among: Among,
) -> Result<i64, NoProof> {
    if decisions.is_empty() {
        return bound_with(instance, certificate, kinds, among);
    }
    let rest = Rest::of(instance, decisions).ok_or(NoProof::NoSuchPlan)?;
    let certificate = match certificate {
        Certificate::CasePrices(prices) if prices.len() == instance.cases.len() => {
            Certificate::CasePrices(rest.free.iter().map(|case| prices[*case]).collect())
        }
        other => other.clone(),
    };
    let bound = bound_with(&rest.instance, &certificate, kinds, among)?;
    bound.checked_add(rest.gained).ok_or(NoProof::TooLarge)
}

/// What is left when the locked cases live where they are locked to.
struct Rest {
    instance: Instance,
    /// The cases that are not locked.
    free: Vec<usize>,
    /// What the locked cases gain.
    gained: i64,
}

impl Rest {
    /// Returns the rest; none when the decisions cannot all be kept.
    fn of(instance: &Instance, decisions: &Decisions) -> Option<Self> {
        let mut homes: Vec<Option<usize>> = vec![None; instance.cases.len()];
        for (case, place) in &decisions.locked {
            let home = homes.get_mut(*case)?;
            if home.is_some_and(|known| known != *place) || decisions.forbidden.contains(&(*case, *place)) {
                return None;
            }
            *home = Some(*place);
        }
        let mut places = instance.places.clone();
        let mut kinds = instance.kinds.clone();
        let mut gained = 0;
        for (case, home) in homes.iter().enumerate() {
            let Some(place) = *home else { continue };
            gained += instance.gain(case, place)?;
            let room = &mut places.get_mut(place)?.capacity;
            *room = room.checked_sub(instance.cases[case].persons)?;
            for kind in &mut kinds {
                let room = kind.capacity.get_mut(place)?;
                *room = room.checked_sub(kind.need.get(case).copied().unwrap_or(0))?;
            }
        }
        let free: Vec<usize> = (0..homes.len()).filter(|case| homes[*case].is_none()).collect();
        for kind in &mut kinds {
            kind.need = free.iter().map(|case| kind.need.get(*case).copied().unwrap_or(0)).collect();
        }
        let mut gains = Gains::new(free.len(), places.len(), instance.gains.scale());
        for (at, case) in free.iter().enumerate() {
            gains.row_mut(at).copy_from_slice(instance.gains.row(*case));
        }
        for (case, place) in &decisions.forbidden {
            if let Ok(at) = free.binary_search(case)
                && let Some(gain) = gains.row_mut(at).get_mut(*place)
            {
                *gain = Gains::NONE;
            }
        }
        let cases = free.iter().map(|case| instance.cases[*case].clone()).collect();
        Some(Rest { instance: Instance { cases, places, gains, kinds }, free, gained })
    }
}
