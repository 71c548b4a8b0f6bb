//! Work on many things side by side, with results in the order of the things.

use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

/// More threads than this cost more memory than they save time: each holds a letter.
const THREADS_MAX: usize = 8;
/// As much as the main thread has on most systems.
const STACK_BYTES: usize = 8 * 1024 * 1024;

/// Returns what `work` gives for each thing, in their order; none when `stop` was set before all were done.
///
/// Each thread takes the next thing when it is done with one, so no more things are worked on than there are threads.
pub(crate) fn map<T: Sync, R: Send>(
    things: &[T],
    stop: &AtomicBool,
    work: impl Fn(&T) -> R + Sync,
) -> std::io::Result<Option<Vec<R>>> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(THREADS_MAX).min(things.len());
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        while !stop.load(Ordering::Relaxed) {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(at) else { break };
            done.push((at, work(thing)));
        }
        done
    };
    let mut done = thread::scope(|scope| {
        let spawn = |_| thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, take);
        let running: Vec<_> = (0..threads).map(spawn).collect::<Result<_, _>>()?;
        let joined = running
            .into_iter()
            .map(|one| one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        Ok::<_, std::io::Error>(joined.flatten().collect::<Vec<_>>())
    })?;
    done.sort_by_key(|(at, _)| *at);
    let is_whole = done.len() == things.len();
    Ok(is_whole.then(|| done.into_iter().map(|(_, result)| result).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_things() {
        let things: Vec<usize> = (0..1000).collect();
        let squares = map(&things, &AtomicBool::new(false), |number| {
            if number % 97 == 0 {
                thread::yield_now();
            }
            number * number
        });
        let expected: Vec<usize> = things.iter().map(|number| number * number).collect();
        assert_eq!(squares.unwrap(), Some(expected));
        assert_eq!(map(&[0; 0], &AtomicBool::new(false), |_: &usize| ()).unwrap(), Some(Vec::new()));
    }

    #[test]
    fn work_stops_when_asked() {
        let stop = AtomicBool::new(false);
        let done = AtomicUsize::new(0);
        let result = map(&[(); 1000], &stop, |()| {
            if done.fetch_add(1, Ordering::Relaxed) == 5 {
                stop.store(true, Ordering::Relaxed);
            }
        });
        assert_eq!(result.unwrap(), None);
        assert!(done.load(Ordering::Relaxed) < 5 + 1 + 2 * THREADS_MAX);
    }
}
