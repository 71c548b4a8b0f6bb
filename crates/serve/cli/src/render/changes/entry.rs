//! One change on the terminal: a mark, what it is and where, then each field with old and new side by side.

use super::words;
use crate::output::{Screen, plain};
use crate::render::wrap::{hang, length, pad, wrap};
use crate::texts::changes as texts;
use crate::texts::join;
use annotate_snippets::renderer::{AnsiColor, Style};
use styrbord_app::changes::{By, Change, Field, FieldChange, PartKind, Side, Status, Value};

/// Where the fields of a change begin.
const INDENT: usize = 4;
/// How wide the name of a field is.
const NAME: usize = 14;
/// What stands between old and new.
const ARROW: &str = " → ";

pub(super) fn draw(change: &Change, screen: Screen) -> String {
    let mut text = match change.status {
        Status::Ambiguous | Status::Unknown | Status::Split | Status::Merged => {
            several(change, words::unclear(change).get(screen.language), screen)
        }
        _ => head(change, screen),
    };
    for field in change.fields.iter().filter(|field| is_shown(change, field)) {
        text.push_str(&draw_field(field, change.status, screen));
    }
    if let Some(repeal) = &change.repeal {
        let name = pad(texts::SAYS.get(screen.language), NAME);
        let said = hang(&plain(&words::repeal(repeal, screen.language)), INDENT + NAME, screen.width);
        text.push_str(&[&" ".repeat(INDENT), name.as_str(), &said, "\n"].concat());
    }
    text
}

/// Tells whether a field says more than the head of the change; what a new portion is, its place tells.
fn is_shown(change: &Change, field: &FieldChange) -> bool {
    !(change.kind == PartKind::Portion && field.field == Field::Kind && change.status != Status::Changed)
}

fn mark(status: Status, screen: Screen) -> String {
    let (mark, color) = match status {
        Status::New => ("+", AnsiColor::BrightGreen),
        Status::Dropped => ("−", AnsiColor::BrightRed),
        Status::Ambiguous | Status::Unknown => ("?", AnsiColor::BrightMagenta),
        Status::Changed | Status::Same | Status::Split | Status::Merged => ("~", AnsiColor::BrightYellow),
    };
    let style = Style::new().fg_color(Some(color.into()));
    if screen.color { format!("{style}{mark}{style:#}") } else { mark.to_owned() }
}

fn head(change: &Change, screen: Screen) -> String {
    let Some(side) = change.new.first().or(change.old.first()) else { return String::new() };
    let language = screen.language;
    let reason = change.reason.filter(|reason| needs_saying(reason.by));
    let reason = reason.map(|reason| words::reason(reason, language)).unwrap_or_default();
    let place = join([words::places(change, language), reason], "; ");
    let place = if place.is_empty() { place } else { format!("({place})") };
    let line = join([plain(&words::name(change.kind, side, language)), place], " ");
    format!("{} {}\n", mark(change.status, screen), hang(&line, 2, screen.width))
}

/// Tells whether a reader would ask why the two are one.
fn needs_saying(by: By) -> bool {
    !matches!(
        by,
        By::NumberAndTitle | By::ChapterAndPost | By::PartLabel | By::Title | By::Repealed | By::Decided
    )
}

/// Draws a change with several parts on a side, each on a line of its own.
fn several(change: &Change, what: &str, screen: Screen) -> String {
    let mut text = format!("{} {what}\n", mark(change.status, screen));
    let mut lines = |sides: &[Side], sign: &str| {
        for side in sides {
            let place = words::place(side.span, screen.language);
            let name = plain(&words::name(change.kind, side, screen.language));
            let when = if change.kind == PartKind::Deadline { plain(&side.title) } else { String::new() };
            let line = format!("{sign} {} ({place})", join([name, when], ": "));
            let line = hang(&line, INDENT + 2, screen.width);
            text.push_str(&[&" ".repeat(INDENT), line.as_str(), "\n"].concat());
        }
    };
    lines(&change.old, "−");
    lines(&change.new, "+");
    text
}

/// Draws a field: on one line when it fits, else old and new in two columns.
fn draw_field(field: &FieldChange, status: Status, screen: Screen) -> String {
    let language = screen.language;
    let name = pad(texts::field(field.field).get(language), NAME);
    let (old, new) = (plain(&words::value(&field.old, language)), plain(&words::value(&field.new, language)));
    let remark = plain(&words::remark(field, language));
    let room = screen.width.saturating_sub(INDENT + NAME);
    let indent = " ".repeat(INDENT);
    let is_amount = matches!((&field.old, &field.new), (Value::Amount(_), Value::Amount(_)));
    if matches!(status, Status::New | Status::Dropped) {
        let said = join([old, new, remark], "  ");
        return format!("{indent}{name}{}\n", hang(&said, INDENT + NAME, screen.width));
    }
    let dash = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    let (old, new) = (dash(old), dash(new));
    // The unit once is enough: old, new and difference stand on one line.
    let bare = |text: String| if is_amount { text.replace("\u{a0}kroner", "") } else { text };
    let (old, remark) = (bare(old), bare(remark));
    let line = join([format!("{old}{ARROW}{new}"), remark.clone()], "  ");
    if length(&line) <= room {
        return format!("{indent}{name}{line}\n");
    }
    let column = room.saturating_sub(length(ARROW)) / 2;
    let mut text = String::new();
    for (number, (left, right)) in side_by_side(&old, &new, column).into_iter().enumerate() {
        let (name, arrow) = if number == 0 { (name.as_str(), ARROW) } else { ("", "   ") };
        let line = format!("{indent}{}{}{arrow}{right}", pad(name, NAME), pad(&left, column));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    if !remark.is_empty() {
        let remark = hang(&remark, INDENT + NAME, screen.width);
        text.push_str(&[indent, " ".repeat(NAME), remark, "\n".to_owned()].concat());
    }
    text
}

/// Returns the lines of two columns.
fn side_by_side(old: &str, new: &str, width: usize) -> Vec<(String, String)> {
    let (old, new) = (wrap(old, width), wrap(new, width));
    let line = |lines: &[String], at: usize| lines.get(at).cloned().unwrap_or_default();
    (0..old.len().max(new.len())).map(|at| (line(&old, at), line(&new, at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_columns_keep_their_lines_apart() {
        let lines = side_by_side("en to tre", "fire", 5);
        let expected = [("en to", "fire"), ("tre", "")].map(|(old, new)| (old.to_owned(), new.to_owned()));
        assert_eq!(lines, expected);
    }
}
