//! How far the work has come, on a terminal; and an end in good order when the user wants one.

use crate::output::plain;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::path::Path;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The exit code of a program that was interrupted, as shells count it.
pub(crate) const INTERRUPTED: u8 = 130;

/// A bar on standard error, when that is a terminal.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Begins with none of `all` done.
    pub(crate) fn new(all: usize, quiet: bool) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(all as u64), target);
        if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len}  {wide_msg}") {
            bar.set_style(style.progress_chars("=> "));
        }
        Progress { bar }
    }

    /// Shows what is begun.
    pub(crate) fn begin(&self, name: &Path) {
        self.bar.set_message(plain(&name.display().to_string()));
    }

    /// Counts one more as done.
    pub(crate) fn done(&self) {
        self.bar.inc(1);
    }

    /// Returns how many are done.
    pub(crate) fn count(&self) -> u64 {
        self.bar.position()
    }
}

/// Takes the bar off the terminal, however the work ended.
impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Returns a flag that Ctrl-C sets; the second Ctrl-C ends the program at once.
///
/// Where the system has no such signal the flag stays unset, and Ctrl-C does what it always does.
pub(crate) fn stop_on_interrupt() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    let handler = move || {
        if flag.swap(true, Ordering::Relaxed) {
            process::exit(i32::from(INTERRUPTED));
        }
    };
    let _ = ctrlc::set_handler(handler);
    stop
}
