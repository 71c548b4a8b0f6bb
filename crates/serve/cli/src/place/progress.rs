//! How far the work has come, on a terminal; and when it is to stop.

use crate::output::Screen;
use crate::render::settlement as render;
use crate::texts::place as words;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use styrbord_app::Language;
use styrbord_app::place::Progress;

/// The user pressed Ctrl-C.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);
/// Ctrl-C is listened to.
static LISTENING: Once = Once::new();

/// Watches over the work.
pub(super) struct Watch {
    deadline: Option<Instant>,
    bar: ProgressBar,
    scale: i32,
    language: Language,
    stopped: bool,
}

impl Watch {
    /// Begins to watch; the work stops after so many seconds, or at Ctrl-C.
    pub(super) fn begin(seconds: Option<u64>, scale: i32, screen: Screen) -> Self {
        LISTENING.call_once(|| {
            // Where no handler can be set, Ctrl-C ends the program as it always did.
            let _ = ctrlc::set_handler(|| {
                // The second time it is meant.
                if INTERRUPTED.swap(true, Ordering::Relaxed) {
                    std::process::exit(130);
                }
            });
        });
        let target = if io::stderr().is_terminal() {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
            bar.set_style(style);
        }
        bar.set_message(words::WORKING.get(screen.language));
        bar.enable_steady_tick(Duration::from_millis(200));
        let deadline = seconds.and_then(|seconds| Instant::now().checked_add(Duration::from_secs(seconds)));
        Watch { deadline, bar, scale, language: screen.language, stopped: false }
    }

    /// Shows progress; tells whether to go on.
    pub(super) fn see(&mut self, progress: Progress) -> bool {
        self.bar.set_message(render::progress(progress, self.scale, self.language));
        let late = self.deadline.is_some_and(|deadline| Instant::now() >= deadline);
        self.stopped |= late || INTERRUPTED.load(Ordering::Relaxed);
        !self.stopped
    }

    /// Shows that a week is placed; tells whether to go on.
    pub(super) fn see_week(&mut self, week: u32) -> bool {
        self.bar.set_message(words::WEEK_DONE.with(self.language, &[&(week + 1)]));
        self.stopped |= INTERRUPTED.load(Ordering::Relaxed);
        !self.stopped
    }

    /// Ends the watch; tells whether the work was stopped.
    pub(super) fn end(&self) -> bool {
        self.bar.finish_and_clear();
        self.stopped
    }
}
