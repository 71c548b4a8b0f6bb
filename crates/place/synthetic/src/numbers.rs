//! Chance and curves that are the same on every machine.
//!
//! Additions, multiplications and divisions of reals are exact to the last bit everywhere; the library's exponential
//! and logarithm are not, so they are made here of the former.

const LN_2: f64 = std::f64::consts::LN_2;

/// A source of chance: any number of draws, each told by what it is about, so that their order does not matter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn of(seed: u64) -> Self {
        Chance(mixed(seed ^ 0xa076_1d64_78bd_642f))
    }

    /// Returns the source that belongs to a part of what this one is for.
    pub(crate) fn part(self, part: u64) -> Self {
        Chance(mixed(self.0.wrapping_add(part.wrapping_mul(0x9e37_79b9_7f4a_7c15)).rotate_left(23)))
    }

    /// Returns a number from 0 to below 1.
    pub(crate) fn uniform(self) -> f64 {
        // 53 bits are what a real holds.
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Tells whether something with a probability happens.
    pub(crate) fn happens(self, probability: f64) -> bool {
        self.uniform() < probability
    }

    /// Returns a number near 0, spread nearly as the normal distribution with deviation 1.
    pub(crate) fn normal(self) -> f64 {
        // The sum of eight parts of 16 bits, each with a variance of a twelfth.
        let parts =
            |bits: u64| (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48);
        let sum = parts(self.0) + parts(mixed(self.0));
        let deviation = 0.816_496_580_927_726;
        ((sum as f64 + 4.0) / 65_536.0 - 4.0) / deviation
    }

    /// Returns an index, each as likely as its weight.
    pub(crate) fn weighted(self, weights: &[f64]) -> usize {
        let mut left = self.uniform() * weights.iter().sum::<f64>();
        for (index, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return index;
            }
        }
        weights.len().saturating_sub(1)
    }
}

/// Mixes the bits of a number (the finaliser of SplitMix64; Steele, Lea and Flood, OOPSLA 2014).
fn mixed(bits: u64) -> u64 {
    let bits = bits.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// Returns e to the power of `x`.
pub(crate) fn exp(x: f64) -> f64 {
    let x = x.clamp(-700.0, 700.0);
    let halvings = (x / LN_2).round();
    let rest = x - halvings * LN_2;
    let mut sum = 1.0;
    for term in (1..=13).rev() {
        sum = 1.0 + sum * rest / f64::from(term);
    }
    sum * f64::from_bits(((halvings as i64 + 1023) as u64) << 52)
}

/// Returns the natural logarithm of a positive number.
pub(crate) fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let doublings = (bits >> 52) as i64 - 1023;
    let mantissa = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | (1023 << 52));
    let ratio = (mantissa - 1.0) / (mantissa + 1.0);
    let square = ratio * ratio;
    let mut sum = 0.0;
    for odd in (0..=15).rev() {
        sum = sum * square + 1.0 / f64::from(2 * odd + 1);
    }
    doublings as f64 * LN_2 + 2.0 * ratio * sum
}

/// Returns a positive number to a power.
pub(crate) fn power(x: f64, exponent: f64) -> f64 {
    exp(exponent * ln(x))
}

/// Returns the probability whose logarithm of the odds is `x`.
pub(crate) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_are_those_of_the_library() {
        for step in -400..400 {
            let x = f64::from(step) / 13.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-13, "{x}");
            assert!((ln(x.exp()) - x).abs() < 1e-12, "{x}");
        }
        assert!((power(10.0, 0.7) - 5.011_872_336_272_722).abs() < 1e-12);
        assert!((logistic(0.0) - 0.5).abs() < f64::EPSILON);
    }

    #[test]
    fn chance_is_spread_as_it_says() {
        let draws: Vec<f64> = (0..20_000).map(|index| Chance::of(7).part(index).normal()).collect();
        let mean = draws.iter().sum::<f64>() / 20_000.0;
        let variance = draws.iter().map(|draw| draw * draw).sum::<f64>() / 20_000.0;
        assert!(mean.abs() < 0.03 && (variance - 1.0).abs() < 0.05, "{mean} {variance}");
        let happened = (0..20_000).filter(|index| Chance::of(8).part(*index).happens(0.3)).count();
        assert!((5_700..6_300).contains(&happened), "{happened}");
    }
}
