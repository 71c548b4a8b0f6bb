//! What a server does by the clock, whether somebody asks or not.

use crate::house::House;
use crate::problem::Problem;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often it is looked whether another process wrote.
const REFRESH_EVERY: Duration = Duration::from_secs(1);
/// How often what has ended is removed.
const SWEEP_EVERY: Duration = Duration::from_secs(10 * 60);

/// Begins the chores; they end with the server.
pub(super) fn begin(house: &House) {
    every(house, REFRESH_EVERY, "taking in what others wrote", |house| house.site().refresh());
    every(house, SWEEP_EVERY, "removing visits that ended", |house| house.site().sweep());
}

fn every(house: &House, period: Duration, name: &'static str, chore: fn(&House) -> Result<(), Problem>) {
    let house = house.clone();
    tokio::spawn(async move {
        let mut ticks = interval(period);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut went_well = true;
        loop {
            ticks.tick().await;
            let done = house.ask(chore).await;
            // What goes wrong goes wrong again; it is said once.
            if let (Err(Problem::Failed(cause)), true) = (&done, went_well) {
                house.log(&format!("{name}: {cause}"));
            }
            went_well = done.is_ok();
        }
    });
}
