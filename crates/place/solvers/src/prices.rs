//! The smallest and the largest prices at which a relaxed plan is best.
//!
//! A price is what one more person's room is worth there. Between the smallest and the largest all prices do; the
//! smallest say what more room would gain, the largest what less room would lose.
//! The conditions are differences between two places, so each bound is a shortest path over places; "not placed" is
//! the place whose price is nothing.

use crate::transport::Flow;

/// Returns the smallest prices, units per person.
pub fn smallest(flow: &mut Flow) -> Vec<i32> {
    let places = flow.places();
    freshen(flow);
    let mut prices = vec![0; places + 1];
    loop {
        let before = prices.clone();
        for from in 0..=places {
            let price = prices[from];
            for (price_to, loss) in prices.iter_mut().zip(flow.losses(from)).take(places) {
                *price_to = (*price_to).max(price - loss);
            }
        }
        if prices == before {
            prices.truncate(places);
            return prices;
        }
    }
}

/// Returns the largest prices, units per person; a place where nobody would be lost has [`i32::MAX`] halved.
pub fn largest(flow: &mut Flow) -> Vec<i32> {
    const BOUNDLESS: i32 = i32::MAX / 2;
    let places = flow.places();
    freshen(flow);
    let mut prices: Vec<i32> =
        (0..places).map(|place| if flow.spare(place) > 0 { 0 } else { BOUNDLESS }).collect();
    prices.push(0);
    loop {
        let before = prices.clone();
        for from in 0..places {
            let through =
                flow.losses(from).iter().zip(&prices).map(|(loss, price)| loss.saturating_add(*price));
            prices[from] = through.min().unwrap_or(BOUNDLESS).min(prices[from]);
        }
        if prices == before {
            prices.truncate(places);
            return prices;
        }
    }
}

fn freshen(flow: &mut Flow) {
    for place in 0..=flow.places() {
        flow.freshen(place);
    }
}
