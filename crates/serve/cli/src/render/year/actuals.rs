//! What a file of actuals changes, and which of its lines are refused.

use super::{aligned, banner, kroner, section, table};
use crate::output::Screen;
use crate::texts::{count, join, year_money as words};
use styrbord_app::Language;
use styrbord_app::follow::events::money::import::{Preview, PreviewRow, RefusedLine, Standing};

/// Draws what a file of actuals changes.
pub(crate) fn draw(preview: &Preview, simulated: bool, screen: Screen) -> String {
    let language = screen.language;
    let mut text =
        [banner(simulated, screen), screen.bold(preview.summary().get(language)), "\n".to_owned()].concat();
    let rows = preview.rows.iter().map(|row| sum(row, language)).collect();
    text.push_str(&table(&aligned(rows, 2..=2), screen));
    let absent = preview
        .absent
        .iter()
        .map(|one| vec![one.post.to_string(), one.month.to_string(), kroner(Some(one.booked))]);
    section(&mut text, words::ABSENT, &aligned(absent.collect(), 1..=2), screen);
    let left_out = preview.left_out.iter().map(|one| {
        let lines = count(usize::try_from(one.lines).unwrap_or(usize::MAX), words::LINES, language);
        vec![format!("{}.{:02}", one.chapter, one.post), kroner(Some(one.amount)), lines]
    });
    section(&mut text, words::LEFT_OUT, &aligned(left_out.collect(), 1..=2), screen);
    let refused = preview.refused.iter().map(|line| refused(line, language));
    section(&mut text, words::REFUSED, &refused.collect::<Vec<_>>(), screen);
    text
}

fn sum(row: &PreviewRow, language: Language) -> Vec<String> {
    let standing = match row.standing {
        Standing::New => words::NEW.get(language).to_owned(),
        Standing::Same => words::SAME.get(language).to_owned(),
        Standing::Changed => words::CHANGED.with(language, &[&kroner(row.booked)]),
    };
    let number = format!("{}.{:02}", row.chapter, row.number);
    vec![number, row.month.to_string(), kroner(Some(row.amount)), standing]
}

fn refused(line: &RefusedLine, language: Language) -> Vec<String> {
    let place = words::REFUSED_LINE.with(language, &[&line.line, &line.column, &line.value]);
    let end = |text: &str| text.trim_end_matches('.').to_owned();
    let (message, help) = (end(line.message.get(language)), end(line.help.get(language)));
    vec![place, join([message, help], ". ") + "."]
}
