//! Prices of every kind: what they prove is reckoned anew, never too low, and what proves nothing is refused.

use crate::made::{any_instance, best, case_key, gain, place_key};
use proptest::prelude::*;
use proptest::sample::Index;
use std::sync::Arc;
use styrbord_settlement::read::prices;
use styrbord_settlement::verify::{bound, bound_with};
use styrbord_settlement::{Among, Certificate, Instance, KindPrices, NoProof};
use styrbord_tables::Table;

const ALL: [Among; 2] = [Among::All, Among::Complete];

/// Returns what a case gains in a place after it has paid for what it needs of further kinds.
fn paid(instance: &Instance, kinds: &KindPrices, case: usize, place: usize) -> Option<i64> {
    let needs =
        instance.kinds.iter().zip(kinds).map(|(kind, prices)| i64::from(kind.need[case]) * prices[place]);
    Some(gain(instance, case, place)? - needs.sum::<i64>())
}

/// Returns what the room of further kinds takes in.
fn taken_in(instance: &Instance, kinds: &KindPrices) -> i64 {
    let of_kind = |(kind, prices): (&styrbord_settlement::Kind, &Vec<i64>)| -> i64 {
        kind.capacity.iter().zip(prices).map(|(room, price)| i64::from(*room) * price).sum()
    };
    instance.kinds.iter().zip(kinds).map(of_kind).sum()
}

/// Returns what prices of places prove, in the words of the proof.
fn by_places(instance: &Instance, kinds: &KindPrices, prices: &[i64], among: Among) -> i64 {
    let mut sum = taken_in(instance, kinds);
    for (place, price) in instance.places.iter().zip(prices) {
        sum += i64::from(place.capacity) * price;
    }
    for (case, about) in instance.cases.iter().enumerate() {
        let mut most = None;
        for (place, price) in prices.iter().enumerate() {
            let after =
                paid(instance, kinds, case, place).map(|gain| gain - i64::from(about.persons) * price);
            most = most.max(after);
        }
        let most = most.unwrap_or(0);
        sum += if among == Among::All { most.max(0) } else { most };
    }
    sum
}

/// Returns what prices of cases prove: the best of all sets of cases that each place could take, with what they need
/// of further kinds; there is so little of them here that all are counted.
fn by_cases(instance: &Instance, kinds: &KindPrices, prices: &[i64]) -> i64 {
    let mut sum: i64 = prices.iter().sum::<i64>() + taken_in(instance, kinds);
    for (place, about) in instance.places.iter().enumerate() {
        let sets = 0..1_u32 << instance.cases.len();
        let worth = |set: u32| {
            let (mut persons, mut worth) = (0, 0);
            for case in (0..instance.cases.len()).filter(|case| set >> case & 1 == 1) {
                persons += instance.cases[case].persons;
                worth += paid(instance, kinds, case, place)? - prices[case];
            }
            let within = instance.kinds.iter().all(|kind| {
                let needs = kind.need.iter().enumerate().filter(|(case, _)| set >> case & 1 == 1);
                needs.map(|(_, need)| *need).sum::<u32>() <= kind.capacity[place]
            });
            (persons <= about.capacity && within).then_some(worth)
        };
        sum += sets.filter_map(worth).max().unwrap_or(0);
    }
    sum
}

/// Returns prices of the kinds of an instance, from a row of numbers.
fn kind_prices(instance: &Instance, numbers: &[i64]) -> KindPrices {
    let mut numbers = numbers.iter().copied().cycle();
    let places = instance.places.len();
    instance.kinds.iter().map(|_| numbers.by_ref().take(places).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn prices_of_places_prove_what_the_proof_says_and_never_too_little(
        instance in any_instance(),
        prices in prop::collection::vec(0..1500_i64, 4),
        kinds in prop::collection::vec(0..900_i64, 7),
    ) {
        let prices = prices[..instance.places.len()].to_vec();
        let kinds = kind_prices(&instance, &kinds);
        let (value, complete) = best(&instance);
        for among in ALL {
            let certificate = Certificate::PlacePrices(prices.clone());
            let free = bound(&instance, &certificate, among);
            prop_assert_eq!(free, Ok(by_places(&instance, &vec![], &prices, among)));
            let proved = bound_with(&instance, &certificate, &kinds, among);
            prop_assert_eq!(&proved, &Ok(by_places(&instance, &kinds, &prices, among)));
            let best = if among == Among::All { Some(value) } else { complete };
            prop_assert!(best.is_none_or(|best| proved.is_ok_and(|proved| proved >= best)));
        }
    }

    #[test]
    fn prices_of_cases_prove_what_the_proof_says_and_never_too_little(
        instance in any_instance(),
        prices in prop::collection::vec(-2000..5000_i64, 6),
        kinds in prop::collection::vec(0..900_i64, 7),
    ) {
        let kinds = kind_prices(&instance, &kinds);
        let any: Vec<i64> = prices[..instance.cases.len()].to_vec();
        let paid: Vec<i64> = any.iter().map(|price| price.abs()).collect();
        let (value, complete) = best(&instance);
        let free = bound(&instance, &Certificate::CasePrices(paid.clone()), Among::All);
        prop_assert_eq!(free, Ok(by_cases(&instance, &vec![], &paid)));
        let proved = bound_with(&instance, &Certificate::CasePrices(paid.clone()), &kinds, Among::All);
        prop_assert_eq!(&proved, &Ok(by_cases(&instance, &kinds, &paid)));
        prop_assert!(proved.is_ok_and(|proved| proved >= value));
        let proved = bound_with(&instance, &Certificate::CasePrices(any.clone()), &kinds, Among::Complete);
        prop_assert_eq!(&proved, &Ok(by_cases(&instance, &kinds, &any)));
        prop_assert!(complete.is_none_or(|best| proved.is_ok_and(|proved| proved >= best)));
    }

    #[test]
    fn a_negative_price_proves_nothing(instance in any_instance(), at in any::<Index>(), price in i64::MIN..0) {
        let at_place = at.index(instance.places.len());
        let mut prices = vec![3; instance.places.len()];
        prices[at_place] = price;
        for among in ALL {
            let proved = bound(&instance, &Certificate::PlacePrices(prices.clone()), among);
            prop_assert_eq!(proved, Err(NoProof::Negative(at_place)));
        }
        let at_case = at.index(instance.cases.len());
        let mut prices = vec![3; instance.cases.len()];
        prices[at_case] = price;
        let proved = bound(&instance, &Certificate::CasePrices(prices), Among::All);
        prop_assert_eq!(proved, Err(NoProof::Negative(at_case)));
    }

    #[test]
    fn a_negative_price_of_a_kind_proves_nothing(
        instance in any_instance(), kind in any::<Index>(), place in any::<Index>(), price in i64::MIN..0,
    ) {
        prop_assume!(!instance.kinds.is_empty());
        let (kind, place) = (kind.index(instance.kinds.len()), place.index(instance.places.len()));
        let mut kinds = kind_prices(&instance, &[3]);
        kinds[kind][place] = price;
        let certificate = Certificate::PlacePrices(vec![3; instance.places.len()]);
        let proved = bound_with(&instance, &certificate, &kinds, Among::All);
        prop_assert_eq!(proved, Err(NoProof::NegativeKind { kind, place }));
        kinds[kind].pop();
        prop_assert!(bound_with(&instance, &certificate, &kinds, Among::All).is_err());
        kinds.push(vec![]);
        prop_assert!(bound_with(&instance, &certificate, &kinds, Among::All).is_err());
    }

    #[test]
    fn more_or_fewer_prices_prove_nothing(instance in any_instance(), count in 0..9_usize) {
        let prices = vec![1; count];
        for (certificate, expected) in [
            (Certificate::PlacePrices(prices.clone()), instance.places.len()),
            (Certificate::CasePrices(prices), instance.cases.len()),
        ] {
            let refused = bound(&instance, &certificate, Among::All).err();
            let wrong = NoProof::WrongLength { expected, found: count };
            prop_assert_eq!(refused, (count != expected).then_some(wrong));
        }
    }

    #[test]
    fn prices_beyond_measure_are_refused_or_prove_no_less(instance in any_instance(), price in 1..=i64::MAX) {
        let value = best(&instance).0;
        for certificate in [
            Certificate::PlacePrices(vec![price; instance.places.len()]),
            Certificate::CasePrices(vec![price; instance.cases.len()]),
        ] {
            match bound(&instance, &certificate, Among::All) {
                Ok(proved) => prop_assert!(proved >= value),
                Err(refused) => prop_assert_eq!(refused, NoProof::TooLarge),
            }
        }
    }

    #[test]
    fn tampered_prices_prove_another_bound_or_the_same_and_it_holds(
        instance in any_instance(),
        prices in prop::collection::vec(0..1000_i64, 4),
        at in any::<Index>(),
        by in -1000..1000_i64,
    ) {
        let mut prices = prices[..instance.places.len()].to_vec();
        let at = at.index(prices.len());
        prices[at] = (prices[at] + by).max(0);
        let proved = bound(&instance, &Certificate::PlacePrices(prices), Among::All);
        prop_assert!(proved.is_ok_and(|proved| proved >= best(&instance).0));
    }
}

/// Returns what a file of prices is read as, or why it is refused.
fn read(instance: &Instance, text: &str) -> Result<Certificate, String> {
    let table = Table::open("prices.csv", Arc::new(text.as_bytes().to_vec())).unwrap();
    prices(&table, instance).map(|file| file.certificate).map_err(|error| error.to_string())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_file_of_prices_tells_all_of_them_once(instance in any_instance(), at in any::<Index>(), units in 0..5000_i64) {
        let price = styrbord_settlement::from_units(units, 1000);
        for (column, keys) in [
            ("place", (0..instance.places.len()).map(place_key).collect::<Vec<_>>()),
            ("case", (0..instance.cases.len()).map(case_key).collect()),
        ] {
            let at = at.index(keys.len());
            let line = |key: &String| format!("{key},{price}\n");
            let head = format!("{column},price\n");
            let text = head.clone() + &keys.iter().map(line).collect::<String>();
            let all = vec![units; keys.len()];
            let expected =
                if column == "place" { Certificate::PlacePrices(all) } else { Certificate::CasePrices(all) };
            prop_assert_eq!(read(&instance, &text), Ok(expected));
            let refused = |text: &str, says: &str| {
                let refused = read(&instance, text).unwrap_err();
                prop_assert!(refused.contains(says), "{} {}", refused, says);
                Ok(())
            };
            let key = &keys[at];
            refused(&(text.clone() + &line(key)), &format!("column {column}: {key:?}: the pair has a value already"))?;
            refused(&(text.clone() + "x,1\n"), &format!("line {}, column {column}: \"x\": ", keys.len() + 2))?;
            let others = keys.iter().filter(|other| *other != key).map(line).collect::<String>();
            refused(&(head.clone() + &others + &format!("{key},1e3\n")), "column price: \"1e3\": a price expected")?;
            // Where nobody is told of, not even the column says whose prices they are.
            if !others.is_empty() {
                refused(&(head + &others), &format!("{key:?}: the case stands nowhere in the file"))?;
            }
        }
    }
}
