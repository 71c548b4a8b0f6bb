//! What was shown of an object, line by line: the same for those who show it and those to whom it is shown.

mod texts;

use crate::frame::Frame;
use crate::pages::names;
use crate::written;
use askama::Template;
use askama::filters::HtmlSafe;
use std::collections::{BTreeMap, BTreeSet};
use styrbord_app::follow::events::TextRef;
use styrbord_app::follow::events::letters::PartValue;
use styrbord_app::follow::events::measure::{Aim, Decimal, Level, Period, Reading, Unit};
use styrbord_app::follow::events::work::{DeliverableVerdict, Evidence};
use styrbord_app::follow::{Content, ShownMeasure, ShownMoney, ShownSums, ShownWork};
use styrbord_app::plan::Deadline;
use styrbord_app::texts::Text;
use styrbord_app::{Language, Nok};
use texts as words;

/// What texts say; none for one that was erased.
pub(crate) type Words = BTreeMap<TextRef, Option<String>>;

/// What was shown, as names with values.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "shown.html")]
pub(crate) struct Shown {
    rows: Vec<(String, String)>,
    /// Said when there is nothing.
    nothing: &'static str,
}

impl HtmlSafe for Shown {}

/// Writes the rows, one area after the other.
struct Writer<'a> {
    frame: &'a Frame,
    words: &'a Words,
    rows: Vec<(String, String)>,
}

impl Shown {
    /// Writes what was shown of an object, with what its texts say.
    pub(crate) fn of(content: &Content, words: &Words, frame: &Frame) -> Self {
        let mut writer = Writer { frame, words, rows: Vec::new() };
        if let Some(part) = &content.part {
            writer.part(part);
            // The work has the days as they hold.
            if let (PartValue::Assignment(one), None) = (part, &content.work) {
                writer.add(words::DUE, printed(&one.deadlines).join(", "));
            }
        }
        if let Some(work) = &content.work {
            writer.work(work);
        }
        if let Some(measure) = &content.measure {
            writer.measure(measure);
        }
        if let Some(money) = &content.money {
            writer.money(money);
        }
        Self { rows: writer.rows, nothing: frame.t(words::NOTHING) }
    }
}

impl Shown {
    /// Tells whether anything was shown.
    pub(crate) fn has_rows(&self) -> bool {
        !self.rows.is_empty()
    }
}

/// Returns what an object is called that no letter names: its series or its first text.
pub(crate) fn title(content: &Content, words: &Words) -> Option<String> {
    let series = content.measure.as_ref().and_then(|measure| measure.series.as_ref());
    let text = || words.get(content.texts().first()?).cloned().flatten();
    series.map(|series| series.card.name.clone()).or_else(text)
}

impl Writer<'_> {
    fn add(&mut self, name: Text, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.rows.push((self.frame.t(name).to_owned(), value));
        }
    }

    fn text(&mut self, name: Text, text: Option<TextRef>) {
        let Some(text) = text else { return };
        let said = self.said(text);
        self.add(name, said);
    }

    fn said(&self, text: TextRef) -> String {
        let known = self.words.get(&text).cloned().flatten();
        known.unwrap_or_else(|| self.frame.t(words::ERASED).to_owned())
    }

    fn date(&self, date: styrbord_app::Date) -> String {
        written::date(date, self.frame.language)
    }

    fn amount(&mut self, name: Text, amount: Option<Nok>) {
        self.add(name, amount.map(written::amount).unwrap_or_default());
    }

    fn part(&mut self, part: &PartValue) {
        match part {
            PartValue::Assignment(one) => {
                self.add(words::GOAL, one.goal_label.clone().unwrap_or_default());
                self.add(words::LEAD, one.lead.clone().unwrap_or_default());
                self.add(words::PARTNERS, one.partners.join(", "));
            }
            PartValue::Post { post, .. } => self.amount(words::IN_LETTER, post.amount_nok),
            PartValue::Meeting(meeting) => self.add(words::WHEN, meeting.when.clone().unwrap_or_default()),
            _ => {}
        }
    }

    fn work(&mut self, work: &ShownWork) {
        if let Some(status) = &work.status {
            let (name, day) = (self.frame.t(names::status(status.status)), self.date(status.on));
            self.add(words::STATUS, format!("{name} ({day})"));
            if let Some(delay) = status.delay
                && let Some((.., name)) = names::DELAYS.iter().find(|(known, ..)| *known == delay)
            {
                self.add(words::DELAY, self.frame.t(name));
            }
            self.text(words::COMMENT, status.comment);
        }
        for due in &work.dues {
            let day = due.date.map_or_else(|| due.printed.clone(), |date| self.date(date));
            let status = self.frame.t(names::status(due.status));
            let part = due.key.part.as_ref().map(|part| format!("{part}: ")).unwrap_or_default();
            self.add(words::DUE, format!("{part}{day} ({status})"));
        }
        for delivered in work.deliverables.values() {
            let (title, day) = (self.said(delivered.title), self.date(delivered.on));
            let verdict =
                delivered.verdict.map(|verdict| format!(", {}", self.frame.t(verdict_name(verdict))));
            self.add(words::DELIVERED, format!("{title} ({day}{})", verdict.unwrap_or_default()));
            for evidence in &delivered.evidence {
                let (what, note) = match evidence {
                    Evidence::File { name, note, .. } => (*name, *note),
                    Evidence::Link { address, note } => (*address, *note),
                };
                let all: Vec<String> =
                    [Some(what), note].into_iter().flatten().map(|text| self.said(text)).collect();
                self.add(words::EVIDENCE, all.join(": "));
            }
        }
        for sitting in work.sittings.values() {
            let day = sitting.held.or(sitting.called).map(|day| self.date(day)).unwrap_or_default();
            let how = match (sitting.cancelled, sitting.held) {
                (true, _) => words::CANCELLED,
                (false, Some(_)) => words::HELD,
                (false, None) => words::CALLED,
            };
            self.add(words::MEETING, format!("{day} ({})", self.frame.t(how)));
        }
    }

    fn measure(&mut self, measure: &ShownMeasure) {
        if let Some(series) = &measure.series {
            let (unit, language) = (&series.card.unit, self.frame.language);
            self.add(words::SERIES, series.card.name.clone());
            self.add(words::DEFINITION, series.card.definition.clone());
            self.add(words::SOURCE, series.card.source.clone());
            for target in &series.targets {
                let aim = match target.aim {
                    Aim::AtLeast => words::AT_LEAST,
                    Aim::AtMost => words::AT_MOST,
                    Aim::Exactly => words::EXACTLY,
                };
                let during = period(target.period);
                let level = level(target.level, unit, language);
                self.add(words::TARGET, format!("{during}: {} {level}", self.frame.t(aim)));
            }
            for point in &series.points {
                let value = match (point.reading, point.reading.level()) {
                    (Reading::Suppressed, _) | (_, None) => self.frame.t(words::SUPPRESSED).to_owned(),
                    (_, Some(known)) => level(known, unit, language),
                };
                let during = period(point.period);
                self.add(words::FIGURE, format!("{during}: {value}"));
            }
            self.text(words::UNCERTAINTY, series.card.uncertainty);
        }
        for (during, entry) in &measure.entries {
            self.add(words::PERIOD, period(*during));
            self.text(words::DATA, entry.data);
            self.text(words::ANALYSIS, entry.analysis);
            self.text(words::ASSESSMENT, entry.assessment);
        }
    }

    fn money(&mut self, money: &ShownMoney) {
        match money {
            ShownMoney::Post { sums, explanation, forecast_explanation } => {
                let ShownSums { allocated, committed, actual, forecast } = *sums;
                self.amount(words::ALLOCATED, allocated);
                self.amount(words::COMMITTED, Some(committed));
                self.amount(words::USED, Some(actual));
                self.amount(words::FORECAST, forecast);
                self.text(words::EXPLANATION, *explanation);
                self.text(words::FORECAST_RESTS, *forecast_explanation);
            }
            ShownMoney::Authorisation { limit, used } => {
                self.amount(words::LIMIT, *limit);
                self.amount(words::USED, Some(*used));
            }
            ShownMoney::Commitment { title, amounts, drawn } => {
                self.text(words::FOR, Some(*title));
                for (year, amount) in amounts {
                    self.add(words::COMMITTED, format!("{year}: {}", written::amount(*amount)));
                }
                self.amount(words::USED, Some(*drawn));
            }
            ShownMoney::SubAllocation { title, amount } => {
                self.text(words::FOR, Some(*title));
                self.amount(words::ALLOCATED, Some(*amount));
            }
            ShownMoney::Charge { title, amount, used } => {
                self.text(words::FOR, Some(*title));
                self.amount(words::LIMIT, Some(*amount));
                self.amount(words::USED, Some(*used));
            }
            ShownMoney::Project { title, delivered, published } => {
                self.text(words::FOR, Some(*title));
                self.text(words::DELIVERED, *delivered);
                self.text(words::PUBLISHED, *published);
            }
            ShownMoney::Import { file } => self.add(words::FILE, file.clone()),
        }
    }
}

/// Returns deadlines as the letter prints them, those that say the same once: tables and prose write a day each their
/// way.
pub(crate) fn printed(deadlines: &[Deadline]) -> Vec<&str> {
    let mut told = BTreeSet::new();
    let meant = |one: &Deadline| match one.date {
        Some(day) => (Some(day), None),
        None => (None, Some((one.kind, one.frequency))),
    };
    let mut texts = BTreeSet::new();
    let all = deadlines.iter().filter(|one| !one.superseded);
    let new = all.filter(|one| told.insert(meant(one)) && texts.insert(one.printed.as_str()));
    new.map(|one| one.printed.as_str()).collect()
}

fn period(period: Period) -> String {
    format!("{}–{}", written::short_date(period.from()), written::short_date(period.to()))
}

fn verdict_name(verdict: DeliverableVerdict) -> Text {
    match verdict {
        DeliverableVerdict::Accepted => words::ACCEPTED,
        DeliverableVerdict::Returned => words::RETURNED,
        DeliverableVerdict::Withdrawn => words::WITHDRAWN,
    }
}

fn level(level: Level, unit: &Unit, language: Language) -> String {
    match (level, unit) {
        (Level::Grade(grade), Unit::Grade(scale)) => {
            scale.get(usize::from(grade)).cloned().unwrap_or_default()
        }
        (Level::Number(number), unit) => {
            let unit = match unit {
                Unit::Number(unit) => unit.as_str(),
                Unit::Percent => "%",
                Unit::Kroner => "kroner",
                Unit::Grade(_) => "",
            };
            format!("{} {unit}", number_in(number, language)).trim_end().to_owned()
        }
        (Level::Grade(grade), _) => grade.to_string(),
    }
}

fn number_in(number: Decimal, language: Language) -> String {
    match language {
        Language::En => number.to_string(),
        Language::Nb | Language::Nn => number.to_string().replace('.', ","),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_app::Date;

    #[test]
    fn a_day_that_the_letter_prints_twice_is_told_once() {
        let due = |printed: &str, date: Option<Date>, superseded| Deadline {
            printed: printed.to_owned(),
            date,
            superseded,
            ..Deadline::default()
        };
        let day = Date::new(2025, 9, 1);
        let all = [
            due("1. mai 2025", Date::new(2025, 5, 1), true),
            due("01.09.2025", day, false),
            due("1. september 2025", day, false),
            due("31.12.2025", Date::new(2025, 12, 31), false),
            due("løpende", None, false),
            due("fortløpende", None, false),
        ];
        assert_eq!(printed(&all), ["01.09.2025", "31.12.2025", "løpende"]);
    }
}
