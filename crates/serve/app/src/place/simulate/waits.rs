//! How long people wait for a place.

use serde::Serialize;
use styrbord_settlement::Instance;
use styrbord_solvers::simulate::Outcome;

/// Weeks of three and of six months: whoever waits longer is counted.
const LONG_WAITS: [u32; 2] = [13, 26];

/// The waits of some cases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Waits {
    /// How many cases.
    pub cases: usize,
    /// Their mean wait, in weeks.
    pub weeks_mean: f64,
    /// The longest, in weeks.
    pub weeks_max: u32,
    /// How many waited more than three months.
    pub over_3_months: usize,
    /// How many waited more than six months.
    pub over_6_months: usize,
}

/// Returns the waits of those who were placed, and of those who were not.
pub(super) fn of(instance: &Instance, outcome: &Outcome) -> (Waits, Waits) {
    let cases = || instance.cases.iter().zip(&outcome.waited_weeks);
    let placed: Vec<u32> = cases().filter_map(|(_, waited)| *waited).collect();
    let unplaced = cases().filter(|(_, waited)| waited.is_none());
    // The last week has not gone by when its batch is placed: whoever came in it has not waited.
    let end = outcome.weeks.saturating_sub(1);
    let unplaced: Vec<u32> = unplaced.map(|(case, _)| end.saturating_sub(case.week)).collect();
    (sums(&placed), sums(&unplaced))
}

#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a mean is shown")]
fn sums(weeks: &[u32]) -> Waits {
    let longer = |than: u32| weeks.iter().filter(|weeks| **weeks > than).count();
    let sum: u64 = weeks.iter().map(|weeks| u64::from(*weeks)).sum();
    Waits {
        cases: weeks.len(),
        weeks_mean: sum as f64 / weeks.len().max(1) as f64,
        weeks_max: weeks.iter().copied().max().unwrap_or(0),
        over_3_months: longer(LONG_WAITS[0]),
        over_6_months: longer(LONG_WAITS[1]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_settlement::Case;

    #[test]
    fn those_with_and_without_a_place_are_told_apart() {
        let cases = [0, 0, 10, 30, 39].map(|week| Case { week, persons: 1, ..Case::default() });
        let instance = Instance { cases: cases.to_vec(), ..Instance::default() };
        let waited_weeks = vec![Some(2), None, Some(14), None, None];
        let outcome = Outcome { waited_weeks, weeks: 40, ..Outcome::default() };
        let (placed, unplaced) = of(&instance, &outcome);
        assert_eq!(
            placed,
            Waits { cases: 2, weeks_mean: 8.0, weeks_max: 14, over_3_months: 1, over_6_months: 0 }
        );
        assert_eq!(
            unplaced,
            Waits { cases: 3, weeks_mean: 16.0, weeks_max: 39, over_3_months: 1, over_6_months: 1 }
        );
    }
}
