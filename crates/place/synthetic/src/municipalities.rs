//! The municipalities of 2024.

/// A municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Municipality {
    /// Its number, four digits.
    pub number: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The number of its county.
    pub county: u32,
    /// Its inhabitants.
    pub population: u32,
    /// From 1, most central, to 6.
    pub centrality: u32,
    /// Its housing and labour market region.
    pub labour_market_region: u32,
}

const FILE: &str = include_str!("../../../../packs/municipalities-2024/municipalities.csv");

/// Returns all municipalities, by number.
pub fn municipalities() -> Vec<Municipality> {
    FILE.lines().skip(1).filter_map(municipality).collect()
}

fn municipality(line: &'static str) -> Option<Municipality> {
    let mut cells = line.split(',');
    Some(Municipality {
        number: cells.next()?,
        name: cells.next()?,
        county: cells.next()?.parse().ok()?,
        population: cells.next()?.parse().ok()?,
        centrality: cells.next()?.parse().ok()?,
        labour_market_region: cells.next()?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_municipality_is_there() {
        let all = municipalities();
        assert_eq!(all.len(), 357);
        assert_eq!(all.iter().map(|one| u64::from(one.population)).sum::<u64>(), 5_550_203);
        assert_eq!((all[0].number, all[0].name, all[0].county), ("0301", "Oslo", 3));
        assert!(all.iter().all(|one| (1..=6).contains(&one.centrality)));
    }
}
