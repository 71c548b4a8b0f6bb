//! How far the work on a journal has come, on a terminal.

use crate::texts::journal as words;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use styrbord_app::Language;
use styrbord_app::journal::{Portion, Progress};

/// Shows the work; takes itself off the terminal when it ends.
pub(super) struct Watch {
    bar: ProgressBar,
    language: Language,
}

impl Watch {
    pub(super) fn begin(quiet: bool, language: Language) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg} {human_pos}") {
            bar.set_style(style);
        }
        Watch { bar, language }
    }

    pub(super) fn see(&mut self, progress: Progress) {
        let name = match progress.portion {
            Portion::Records => words::READING_RECORDS,
            Portion::Texts => words::READING_TEXTS,
            Portion::Attachments => words::READING_ATTACHMENTS,
        };
        let total = progress.total.map(|total| format!(" / {total}")).unwrap_or_default();
        self.bar.set_message(format!("{}{total}:", name.get(self.language)));
        self.bar.set_position(progress.done);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
