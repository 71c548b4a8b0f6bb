//! Simulates years, one seed after the other on each processor, and tells of the first that fails.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a task reads its arguments and talks to the developer"
)]

use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use styrbord_events::Command;
use styrbord_years::{Failure, Settings, Tally, in_memory};

const USAGE: &str = "usage: cargo xtask simulate SEEDS [--from N] [--steps N] [--stop N]";

/// What to simulate.
struct Order {
    seeds: u64,
    from: u64,
    steps: usize,
    stop: usize,
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(order) = order(&args) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&order) {
        Ok(tally) => {
            print(&tally);
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn order(args: &[String]) -> Option<Order> {
    let (seeds, options) = args.split_first()?;
    let mut order = Order { seeds: seeds.parse().ok()?, from: 1, steps: 300, stop: usize::MAX };
    for option in options.chunks(2) {
        match option {
            [name, value] if name == "--from" => order.from = value.parse().ok()?,
            [name, value] if name == "--steps" => order.steps = value.parse().ok()?,
            [name, value] if name == "--stop" => order.stop = value.parse().ok()?,
            _ => return None,
        }
    }
    Some(order)
}

fn run(order: &Order) -> Result<Tally, Failure> {
    let settings = Settings { steps: order.steps, stop: order.steps.min(order.stop), every: 5 };
    let (next, done) = (AtomicU64::new(0), Mutex::new((Tally::default(), None)));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= order.seeds {
                return;
            }
            let result = in_memory(order.from + at, settings);
            let Ok(mut done) = done.lock() else { return };
            match result {
                Ok(tally) => done.0.add(&tally),
                Err(failure) => {
                    next.store(order.seeds, Ordering::Relaxed);
                    done.1 = Some(failure);
                }
            }
            if (at + 1).is_multiple_of(100) {
                println!("{} of {} seeds", at + 1, order.seeds);
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let (tally, failure) = done.into_inner().unwrap_or_default();
    failure.map_or(Ok(tally), Err)
}

fn print(tally: &Tally) {
    println!("{:<32} {:>10} {:>10}", "command", "done", "refused");
    for kind in Command::KINDS {
        let count =
            |of: &std::collections::BTreeMap<&'static str, u64>| of.get(kind).copied().unwrap_or_default();
        println!("{kind:<32} {:>10} {:>10}", count(&tally.accepted), count(&tally.refused));
    }
    let Tally { crashes, repeats, records, accepted, refused } = tally;
    let (done, refused): (u64, u64) = (accepted.values().sum(), refused.values().sum());
    println!("{done} done, {refused} refused, {records} records, {crashes} crashes, {repeats} sent again");
}
