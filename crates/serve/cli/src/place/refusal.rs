//! What is wrong in a table, as a sentence.

use crate::texts::{Text, join, place as words};
use styrbord_app::Language;
use styrbord_app::place::{Kind, ReadError, Row, Spot, Wrong, WrongTable};

/// Returns where something is wrong, and what, as one sentence.
pub(super) fn sentence(error: &ReadError, language: Language) -> String {
    format!("{}: {}", spot(&error.spot, language), wrong(&error.wrong, language))
}

fn spot(spot: &Spot, language: Language) -> String {
    let row = spot.row.map(|row| place(row, language)).unwrap_or_default();
    let column =
        spot.column.as_ref().map(|name| words::AT_COLUMN.with(language, &[name])).unwrap_or_default();
    let value = spot.value.as_ref().map(|value| words::QUOTED.with(language, &[value])).unwrap_or_default();
    join([join([spot.file.clone(), row, column], ", "), value], " ")
}

fn place(row: Row, language: Language) -> String {
    match row {
        Row::Line(line) => words::AT_LINE.with(language, &[&line]),
        Row::Number(row) => words::AT_ROW.with(language, &[&row]),
    }
}

fn wrong(wrong: &Wrong, language: Language) -> String {
    let with = |text: Text, values: &[&dyn std::fmt::Display]| text.with(language, values);
    match wrong {
        Wrong::Table(wrong) => wrong_table(wrong, language),
        Wrong::NoRows => with(words::WRONG_NO_ROWS, &[]),
        Wrong::TooSmall(least) => with(words::WRONG_TOO_SMALL, &[least]),
        Wrong::TooLarge(most) => with(words::WRONG_TOO_LARGE, &[most]),
        Wrong::Twice(row) => with(words::WRONG_TWICE, &[&place(*row, language)]),
        Wrong::PairTwice => with(words::WRONG_PAIR_TWICE, &[]),
        Wrong::Unknown { file, column } => with(words::WRONG_UNKNOWN, &[column, file]),
        Wrong::TieWithoutValue { file } => with(words::WRONG_TIE, &[file]),
        Wrong::NotTold => with(words::WRONG_NOT_TOLD, &[]),
        Wrong::NotAPrice => with(words::WRONG_PRICE, &[]),
        Wrong::BelowFloor => with(words::WRONG_BELOW_FLOOR, &[]),
        Wrong::NeitherColumn => with(words::WRONG_NEITHER, &[]),
        Wrong::TooManyPairs { cases, places } => with(words::WRONG_TOO_MANY, &[cases, places]),
    }
}

fn wrong_table(wrong: &WrongTable, language: Language) -> String {
    let with = |text: Text, values: &[&dyn std::fmt::Display]| text.with(language, values);
    let kind = |kind: Kind| {
        let text = match kind {
            Kind::Integer => words::A_WHOLE_NUMBER,
            Kind::Real => words::A_NUMBER,
            Kind::Key => words::A_KEY,
        };
        text.get(language)
    };
    match wrong {
        WrongTable::Unreadable(why) => with(words::WRONG_UNREADABLE, &[why]),
        WrongTable::Damaged(why) => with(words::WRONG_DAMAGED, &[why]),
        WrongTable::Empty => with(words::WRONG_EMPTY, &[]),
        WrongTable::ColumnMissing { found } => with(words::WRONG_COLUMN_MISSING, &[&found.join(", ")]),
        WrongTable::ColumnTwice => with(words::WRONG_COLUMN_TWICE, &[]),
        WrongTable::ColumnKind { expected, found } => {
            with(words::WRONG_COLUMN_KIND, &[&kind(*expected), found])
        }
        WrongTable::RowLength { expected, found } => with(words::WRONG_LENGTH, &[expected, found]),
        WrongTable::Missing => with(words::WRONG_MISSING, &[]),
        WrongTable::NotA(expected) => with(words::WRONG_NOT_A, &[&kind(*expected)]),
        WrongTable::NotFinite => with(words::WRONG_NOT_FINITE, &[]),
        WrongTable::NotUtf8 => with(words::WRONG_NOT_UTF8, &[]),
    }
}
