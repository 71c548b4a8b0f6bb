//! Series and steering parameters.

use super::{banner, owner, section, table};
use crate::output::{Screen, plain};
use crate::texts::{self, Text, join, year_money as words};
use styrbord_app::Language;
use styrbord_app::follow::events::TextRef;
use styrbord_app::follow::events::measure::{
    Aim, Entry, Finality, Level, Measurement, Period, Reading, Series, Standing, Target, Unit,
};
use styrbord_app::follow::{Lineage, Names, Parameter, Said, SeriesList, SeriesRow};

/// Draws the series of a year.
pub(crate) fn list(list: &SeriesList, screen: Screen) -> String {
    let language = screen.language;
    let mut text = banner(list.simulated, screen);
    if list.series.is_empty() && list.unmeasured.is_empty() {
        return text + words::NO_SERIES.get(language) + "\n";
    }
    let rows: Vec<_> = list.series.iter().map(|row| of_list(row, language)).collect();
    section(&mut text, words::SERIES, &rows, screen);
    let unmeasured: Vec<_> = list
        .unmeasured
        .iter()
        .map(|row| vec![row.part.to_string(), row.label.clone().unwrap_or_default(), row.title.clone()])
        .collect();
    section(&mut text, words::UNMEASURED, &unmeasured, screen);
    text
}

fn of_list(row: &SeriesRow, language: Language) -> Vec<String> {
    let ended = if row.closed { words::ENDED.get(language) } else { "" };
    let under = row.under.map(|under| under.to_string()).unwrap_or_default();
    let stands = row.standing.as_ref().map(|standing| stands(standing, &row.unit, language));
    vec![
        row.series.to_string(),
        under,
        stands.unwrap_or_default(),
        join([row.name.clone(), ended.to_owned()], " "),
    ]
}

/// Returns the latest figure beside its target.
fn stands(standing: &Standing, unit: &Unit, language: Language) -> String {
    let figure = words::MEASURED
        .with(language, &[&"", &period(standing.period), &reading(standing.reading, unit, language)]);
    let target = standing.target.map(|target| aim(&target, unit, language)).unwrap_or_default();
    let met = standing.met.map(|met| if met { words::MET } else { words::NOT_MET }.get(language));
    let target = join([target, met.unwrap_or_default().to_owned()], ": ");
    let target = if target.is_empty() { target } else { format!("({target})") };
    join([figure.trim_start_matches([':', ' ']).to_owned(), target], " ")
}

/// Draws all that was measured and written of a steering parameter.
pub(crate) fn parameter(of: &Parameter, names: &Names, screen: Screen) -> String {
    let language = screen.language;
    let mut text = banner(of.simulated, screen);
    if let Some(part) = &of.part {
        let name =
            join([part.part.to_string(), part.label.clone().unwrap_or_default(), part.title.clone()], " ");
        text.push_str(&[&screen.bold(&plain(&name)), "\n"].concat());
    }
    if of.series.is_empty() {
        text.push_str(&[words::NOTHING_MEASURED.get(language), "\n"].concat());
    }
    for one in &of.series {
        text.push_str(&series(one, &of.words, names, screen));
    }
    let entries = of.entries.iter().flat_map(|(object, entries)| {
        entries.iter().flat_map(move |(of_period, entry)| {
            entry_rows(&object.to_string(), *of_period, entry, &of.words, language)
        })
    });
    let entries: Vec<_> = entries.collect();
    section(&mut text, words::ENTRIES, &entries, screen);
    text
}

fn series(one: &Lineage, said: &Said, names: &Names, screen: Screen) -> String {
    let language = screen.language;
    let card = &one.series.card;
    let title = format!("{} {}", one.id, plain(&card.name));
    let standing = one.standing.as_ref().map(|standing| stands(standing, &card.unit, language));
    let mut text = ["\n", &screen.bold(&join([title, standing.unwrap_or_default()], " – ")), "\n"].concat();
    text.push_str(&table(&card_rows(&one.series, said, names, language), screen));
    section(&mut text, words::TARGETS, &targets(&one.series, language), screen);
    let mut figures = figures(&one.series, "", language);
    for (stream, _, series) in &one.before {
        let year = words::BEFORE.with(language, &[stream]);
        figures.extend(self::figures(series, &year, language));
    }
    section(&mut text, words::FIGURES, &figures, screen);
    text
}

fn card_rows(series: &Series, said: &Said, names: &Names, language: Language) -> Vec<Vec<String>> {
    let card = &series.card;
    let unit = match &card.unit {
        Unit::Number(of) => of.clone(),
        Unit::Percent => words::PERCENT.get(language).to_owned(),
        Unit::Kroner => words::KRONER.get(language).to_owned(),
        Unit::Grade(scale) => scale.join(" < "),
    };
    let share = card.share.as_ref().map(|share| format!("{} / {}", share.numerator, share.denominator));
    let baseline = card.baseline.as_ref().map(|base| {
        join(
            [format!("{} ({})", level(base.level, &card.unit), period(base.period)), base.source.clone()],
            ", ",
        )
    });
    let mut rows = vec![
        (words::DEFINITION, card.definition.clone()),
        (words::POPULATION, card.population.clone()),
        (words::UNIT, join([unit, share.unwrap_or_default()], ": ")),
        (words::SOURCE, card.source.clone()),
        (words::OWNER, owner(card.owner, names, language)),
        (words::BASELINE, baseline.unwrap_or_default()),
        (words::UNCERTAINTY, text_of(card.uncertainty, said, language)),
    ];
    rows.extend(series.breaks.iter().map(|mark| {
        let why = text_of(Some(mark.value.why), said, language);
        (words::BREAK, join([texts::date(mark.value.from, language), why], ": "))
    }));
    let told = rows.into_iter().filter(|(_, said)| !said.is_empty());
    told.map(|(name, said)| vec![name.get(language).to_owned(), said]).collect()
}

/// Returns what a text says.
fn text_of(text: Option<TextRef>, said: &Said, language: Language) -> String {
    match text.map(|text| said.get(&text).cloned().flatten()) {
        None => String::new(),
        Some(None) => super::words::ERASED.get(language).to_owned(),
        Some(Some(said)) => said,
    }
}

fn targets(series: &Series, language: Language) -> Vec<Vec<String>> {
    let unit = &series.card.unit;
    let of_period = |(of, versions): (&Period, &Vec<_>)| -> Vec<Vec<String>> {
        let versions: &[styrbord_app::follow::events::Version<Option<Target>>] = versions;
        let last = versions.len().saturating_sub(1);
        let row = |(at, version): (usize, &styrbord_app::follow::events::Version<Option<Target>>)| {
            let held = version.value.map(|target| aim(&target, unit, language));
            history_row(*of, held, (at == last, version.stamp.on), String::new(), language)
        };
        versions.iter().enumerate().map(row).collect()
    };
    series.targets.iter().flat_map(of_period).collect()
}

fn figures(series: &Series, year: &str, language: Language) -> Vec<Vec<String>> {
    let unit = &series.card.unit;
    let of_period =
        |(of, versions): (&Period, &Vec<styrbord_app::follow::events::Version<Option<Measurement>>>)| {
            let last = versions.len().saturating_sub(1);
            let row =
                |(at, version): (usize, &styrbord_app::follow::events::Version<Option<Measurement>>)| {
                    let held = version.value.as_ref().map(|point| {
                        let preliminary = (point.finality == Finality::Preliminary)
                            .then(|| format!("({})", words::PRELIMINARY.get(language)));
                        join([reading(point.reading, unit, language), preliminary.unwrap_or_default()], " ")
                    });
                    let source = version.value.as_ref().map(|point| point.source.clone()).unwrap_or_default();
                    let source = join([source, year.to_owned()], "; ");
                    history_row(*of, held, (at == last, version.stamp.on), source, language)
                };
            versions.iter().enumerate().map(row).collect::<Vec<_>>()
        };
    series.points.iter().flat_map(of_period).collect()
}

/// Returns the row of one version: what was said, from which day, and whether it holds.
fn history_row(
    of: Period,
    held: Option<String>,
    (holds, on): (bool, styrbord_app::Date),
    source: String,
    language: Language,
) -> Vec<String> {
    let held = held.unwrap_or_else(|| words::WITHDRAWN.get(language).to_owned());
    let superseded = if holds { "" } else { words::SUPERSEDED.get(language) };
    vec![period(of), join([held, superseded.to_owned()], " "), texts::date(on, language), source]
}

fn entry_rows(object: &str, of: Period, entry: &Entry, said: &Said, language: Language) -> Vec<Vec<String>> {
    let texts = entry.texts();
    let state = if entry.is_complete() { words::COMPLETE } else { words::DRAFT }.get(language);
    let all =
        [(words::DATA, texts.data), (words::ANALYSIS, texts.analysis), (words::ASSESSMENT, texts.assessment)];
    let written = all.into_iter().filter(|(_, text)| text.is_some());
    let row = |(name, text): (Text, Option<TextRef>)| {
        let name = name.get(language).to_owned();
        vec![object.to_owned(), period(of), state.to_owned(), name, text_of(text, said, language)]
    };
    written.map(row).collect()
}

/// Returns a period: a year as its number.
pub(crate) fn period(period: Period) -> String {
    let (from, to) = (period.from(), period.to());
    if period == Period::year(from.year()) { from.year().to_string() } else { format!("{from}–{to}") }
}

/// Returns a figure with what it was counted from.
pub(crate) fn reading(reading: Reading, unit: &Unit, language: Language) -> String {
    match reading {
        Reading::Number(number) => level(Level::Number(number), unit),
        Reading::Share { numerator, denominator, percent } => {
            format!("{} ({numerator}/{denominator})", level(Level::Number(percent), unit))
        }
        Reading::Grade(grade) => level(Level::Grade(grade), unit),
        Reading::Suppressed => words::SUPPRESSED.get(language).to_owned(),
    }
}

/// Returns a level with its unit.
fn level(level: Level, unit: &Unit) -> String {
    match (level, unit) {
        (Level::Number(number), Unit::Percent) => format!("{number}\u{a0}%"),
        (Level::Number(number), _) => number.to_string(),
        (Level::Grade(grade), Unit::Grade(scale)) => {
            scale.get(usize::from(grade)).cloned().unwrap_or_else(|| grade.to_string())
        }
        (Level::Grade(grade), _) => grade.to_string(),
    }
}

/// Returns a target: `at least 60 %`.
pub(crate) fn aim(target: &Target, unit: &Unit, language: Language) -> String {
    let word = match target.aim {
        Aim::AtLeast => words::AT_LEAST,
        Aim::AtMost => words::AT_MOST,
        Aim::Exactly => words::EXACTLY,
    };
    word.with(language, &[&level(target.level, unit)])
}
