//! Numbers that look random and follow from a seed, the same on every machine.

/// A stream of numbers: the permuted counter of Steele, Lea and Flood (SplitMix64, OOPSLA 2014).
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// Returns the stream of a seed.
    pub fn new(seed: u64) -> Self {
        Random(seed ^ 0x5851_f42d_4c95_7f2d)
    }

    /// Returns the next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// Returns a number below `limit`.
    pub fn below(&mut self, limit: u32) -> u32 {
        (((self.next() >> 32) * u64::from(limit)) >> 32) as u32
    }

    /// Returns a number from a distribution close to the exponential one with the given mean.
    ///
    /// Integers only: the number of leading zeros gives the halvings, the bits behind them the place within one.
    pub fn exponential(&mut self, mean: i64) -> i64 {
        let bits = self.next() | 1;
        let halvings = i64::from(bits.leading_zeros());
        let within = 1024 - ((bits << (halvings + 1)) >> 54) as i64;
        // ln 2 is 710 / 1024.
        ((halvings << 10) + within).saturating_mul(mean) / 1024 * 710 / 1024
    }
}

/// Returns a number that looks random for each number.
pub(crate) fn mixed(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
