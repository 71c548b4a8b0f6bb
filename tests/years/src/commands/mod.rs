//! Commands of every area, drawn from what the book holds.

mod directory;
mod letters;
mod measure;
mod money;
mod sharing;
mod work;

pub(crate) use letters::{allocation, start};

use crate::draw::Draw;
use styrbord_events::Command;

/// Draws a command of any area for the draw's stream.
pub fn any(draw: &mut Draw<'_>) -> Command {
    match draw.chance.below(100) {
        0..=29 => Command::Work(work::draw(draw)),
        30..=54 => Command::Money(money::draw(draw)),
        55..=76 => Command::Measure(measure::draw(draw)),
        77..=88 => Command::Sharing(sharing::draw(draw)),
        89..=98 => Command::Letters(letters::draw(draw)),
        _ => Command::Directory(directory::draw(draw)),
    }
}

/// Draws a command for the stream of the directory.
pub fn of_directory(draw: &mut Draw<'_>) -> Command {
    if draw.chance.percent(97) { Command::Directory(directory::draw(draw)) } else { any(draw) }
}
