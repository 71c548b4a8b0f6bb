//! How many passwords are reckoned with at once: each takes memory and a processor, and anybody may ask for it.

use super::refusals;
use std::sync::{Condvar, Mutex, PoisonError};
use styrbord_events::Refusal;

/// So many at once.
const INSIDE_MAX: usize = 2;

/// So many wait at the most; who comes then is to come again.
const WAITING_MAX: usize = 32;

/// How long that one is told to wait, in milliseconds.
const AGAIN_MS: i64 = 5_000;

/// Lets a few in at a time.
#[derive(Default)]
pub(super) struct Turnstile {
    people: Mutex<People>,
    freed: Condvar,
}

#[derive(Default)]
struct People {
    inside: usize,
    waiting: usize,
}

impl Turnstile {
    /// Does a piece of work as soon as it is its turn.
    ///
    /// # Errors
    /// When too many wait already.
    pub(super) fn pass<T>(&self, work: impl FnOnce() -> T) -> Result<T, Refusal> {
        let mut people = self.people.lock().unwrap_or_else(PoisonError::into_inner);
        if people.inside >= INSIDE_MAX {
            if people.waiting >= WAITING_MAX {
                return Err(refusals::too_often(AGAIN_MS));
            }
            people.waiting += 1;
            let full = |people: &mut People| people.inside >= INSIDE_MAX;
            people = self.freed.wait_while(people, full).unwrap_or_else(PoisonError::into_inner);
            people.waiting -= 1;
        }
        people.inside += 1;
        drop(people);
        let _inside = Inside(self);
        Ok(work())
    }
}

/// Leaves when it is dropped, also when the work ended badly.
struct Inside<'a>(&'a Turnstile);

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        self.0.people.lock().unwrap_or_else(PoisonError::into_inner).inside -= 1;
        self.0.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Barrier, mpsc};

    #[test]
    fn a_few_work_at_once_and_all_who_wait_come_in() {
        let (turnstile, now, most) = (Turnstile::default(), AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let passed = turnstile.pass(|| {
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::yield_now();
                        now.fetch_sub(1, Ordering::SeqCst);
                    });
                    assert!(passed.is_ok());
                });
            }
        });
        assert!(most.into_inner() <= INSIDE_MAX);
        assert_eq!(turnstile.people.lock().unwrap().inside, 0);
    }

    #[test]
    fn who_comes_when_too_many_wait_is_told_to_come_again() {
        let (turnstile, inside) = (Turnstile::default(), Barrier::new(INSIDE_MAX + 1));
        let (end, ended) = mpsc::channel::<()>();
        let ended = Mutex::new(ended);
        std::thread::scope(|scope| {
            for _ in 0..INSIDE_MAX {
                scope.spawn(|| {
                    let wait = || {
                        inside.wait();
                        let _ = ended.lock().unwrap().recv();
                    };
                    assert!(turnstile.pass(wait).is_ok());
                });
            }
            inside.wait();
            for _ in 0..WAITING_MAX {
                scope.spawn(|| assert!(turnstile.pass(|| ()).is_ok()));
            }
            while turnstile.people.lock().unwrap().waiting < WAITING_MAX {
                std::thread::yield_now();
            }
            assert_eq!(turnstile.pass(|| ()).unwrap_err().code, "log-in-too-often");
            drop(end);
        });
        assert!(turnstile.pass(|| ()).is_ok());
    }
}
