//! Families: how many, when, what they need, and whom they are tied to.

use crate::numbers::Chance;
use crate::places::{Host, SECTORS, SERVICES};

/// How common families of 1, 2, ... persons are, in thousandths; the mean is 2.3.
const SIZES: [f64; 8] = [470.0, 175.0, 140.0, 105.0, 60.0, 30.0, 13.0, 7.0];
/// How common groups of origin are, in hundredths.
const GROUPS: [f64; 6] = [38.0, 20.0, 14.0, 12.0, 9.0, 7.0];
/// Weeks of a year.
const WEEKS: f64 = 52.0;
/// How many of a hundred families are tied to a place.
const TIED: f64 = 0.08;
/// Tied cases take no more than this part of a place.
const TIED_ROOM: f64 = 0.5;

/// A family or a single person.
#[derive(Debug, Clone)]
pub struct Family {
    /// How many persons.
    pub persons: u32,
    /// The week, from 0.
    pub week: u32,
    /// The group of origin.
    pub origin_group: u32,
    /// The index of the only place it may have.
    pub tied_place: Option<usize>,
    pub(crate) needs: [bool; SERVICES],
    pub(crate) adults: Vec<Adult>,
    /// Tells this family from all others where chance is drawn.
    pub(crate) chance: Chance,
}

/// An adult who looks for work.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Adult {
    pub(crate) sector: usize,
    /// From 0, none, to 3, studied.
    pub(crate) education: u32,
    pub(crate) age: u32,
}

/// Invents families of so many persons altogether, in the order of their weeks.
pub(crate) fn invent(chance: Chance, persons: u32, hosts: &[Host]) -> Vec<Family> {
    let mut families = Vec::new();
    let mut left = persons;
    for at in 0.. {
        if left == 0 {
            break;
        }
        let size = (chance.part(1).part(at).weighted(&SIZES) as u32 + 1).min(left);
        left -= size;
        families.push(family(chance.part(2).part(at), size));
    }
    families.sort_by_key(|family| family.week);
    tie(chance.part(3), &mut families, hosts);
    families
}

fn family(chance: Chance, persons: u32) -> Family {
    let adults = match persons {
        1 => 1,
        2 | 3 => 1 + u32::from(chance.part(1).happens(0.6)),
        _ => 1 + u32::from(chance.part(1).happens(0.75)) + u32::from(chance.part(2).happens(0.08)),
    };
    let adult = |at: u64| {
        let own = chance.part(3).part(at);
        Adult {
            sector: (own.part(1).uniform() * SECTORS as f64) as usize,
            education: own.part(2).weighted(&[28.0, 27.0, 25.0, 20.0]) as u32,
            age: 18 + (own.part(3).uniform() * own.part(4).uniform() * 49.0) as u32,
        }
    };
    let needs = [0.08, 0.0, 0.06, 0.05, 0.14];
    let mut needs: [bool; SERVICES] = std::array::from_fn(|at| {
        chance.part(4).part(at as u64).happens(needs.get(at).copied().unwrap_or(0.0))
    });
    if let Some(large_dwelling) = needs.get_mut(1) {
        *large_dwelling = persons >= 6;
    }
    Family {
        persons,
        week: (chance.part(5).uniform() * WEEKS) as u32,
        origin_group: chance.part(6).weighted(&GROUPS) as u32,
        tied_place: None,
        needs,
        adults: (0..u64::from(adults)).map(adult).collect(),
        chance: chance.part(7),
    }
}

impl Family {
    /// Tells whether a place can take the family.
    pub(crate) fn can_live_in(&self, host: &Host) -> bool {
        let served = self.needs.iter().zip(host.services).all(|(needs, has)| !needs || has);
        self.persons <= host.capacity && served
    }
}

/// Ties some families to a place that can take them.
fn tie(chance: Chance, families: &mut [Family], hosts: &[Host]) {
    const TRIES: u64 = 20;
    let rooms: Vec<f64> = hosts.iter().map(|host| f64::from(host.capacity)).collect();
    let mut taken = vec![0.0; hosts.len()];
    for (at, family) in (0..).zip(families) {
        let own = chance.part(at);
        if !own.happens(TIED) {
            continue;
        }
        for attempt in 0..TRIES {
            let place = own.part(1).part(attempt).weighted(&rooms);
            let persons = f64::from(family.persons);
            if family.can_live_in(&hosts[place]) && taken[place] + persons <= TIED_ROOM * rooms[place] {
                taken[place] += persons;
                family.tied_place = Some(place);
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    #[test]
    fn families_are_as_many_as_wished() {
        for persons in [1, 8, 5_000] {
            let hosts = places::invent(Chance::of(3), persons);
            let families = invent(Chance::of(2), persons, &hosts);
            assert_eq!(families.iter().map(|family| family.persons).sum::<u32>(), persons);
            assert!(families.iter().all(|family| (1..=8).contains(&family.persons) && family.week < 52));
        }
        let families = invent(Chance::of(2), 5_000, &places::invent(Chance::of(3), 5_000));
        assert!((2_050..2_350).contains(&families.len()), "{}", families.len());
        let tied = families.iter().filter(|family| family.tied_place.is_some()).count();
        assert!((120..220).contains(&tied), "{tied}");
    }
}
