//! What is shown of a steering parameter or a series.

use super::held::{Head, Held, Line, Said, day, said};
use super::history::{Told, told};
use super::texts as words;
use crate::frame::Frame;
use crate::pages::measured::{self, Drawing};
use crate::pages::names;
use crate::written;
use styrbord_app::follow::events::measure::{Entry, Finality, Measurement, Period, Target, TargetBy};
use styrbord_app::follow::events::{ObjectId, Version};
use styrbord_app::texts::{Text, join};

/// A steering parameter, or one series.
pub(super) struct Seen {
    pub(super) kicker: String,
    pub(super) title: String,
    pub(super) head: Option<Head>,
    /// Where the part itself has its page; empty without one.
    pub(super) object: String,
    /// The page of all series of the part, when only one is shown.
    pub(super) above: String,
    pub(super) series: Vec<Shown>,
    /// Whether the page is that of one series.
    pub(super) is_series: bool,
    pub(super) hidden: usize,
    pub(super) entries: Vec<Reported>,
    /// Where a series is defined, and where is written what is reported; empty when the visitor may not.
    pub(super) define: String,
    pub(super) write: String,
}

/// A series.
pub(super) struct Shown {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) address: String,
    pub(super) is_closed: bool,
    pub(super) chart: Option<Drawing>,
    /// The latest figure with its period, the target, whether it is met, and how far it is from both ends.
    pub(super) facts: Vec<(&'static str, String)>,
    pub(super) met: Option<(&'static str, &'static str)>,
    pub(super) figures: Vec<Figure>,
    pub(super) targets: Vec<Wanted>,
    pub(super) card: Vec<(&'static str, String)>,
    pub(super) breaks: Vec<(String, String)>,
    pub(super) history: Vec<Told>,
    /// What the visitor may do: address and name.
    pub(super) tasks: Vec<(String, &'static str)>,
}

/// A figure that holds.
pub(super) struct Figure {
    pub(super) period: String,
    pub(super) value: String,
    pub(super) state: &'static str,
    pub(super) target: String,
    pub(super) difference: String,
    pub(super) counted: String,
    pub(super) source: String,
    pub(super) evidence: String,
    /// Where it is corrected and withdrawn; empty when the visitor may not, or it is of a year before.
    pub(super) correct: String,
    pub(super) withdraw: String,
}

/// A target, with those that it took the place of.
pub(super) struct Wanted {
    pub(super) period: String,
    pub(super) target: String,
    pub(super) by: String,
    pub(super) day: String,
    pub(super) who: String,
    pub(super) why: String,
    pub(super) holds: bool,
    pub(super) change: String,
    pub(super) drop: String,
}

/// What is reported for a period.
pub(super) struct Reported {
    pub(super) id: String,
    /// The object and the period.
    pub(super) of: String,
    pub(super) period: String,
    pub(super) typed: String,
    pub(super) address: String,
    pub(super) is_complete: bool,
    /// Data, analysis and assessment.
    pub(super) texts: Vec<(&'static str, String)>,
    pub(super) history: Vec<Told>,
    pub(super) writes: bool,
}

impl Seen {
    /// Shows what was taken out.
    pub(super) fn of(held: Held, said: &Said, frame: &Frame) -> Self {
        let one = held.one();
        let above = held.part.as_ref().filter(|_| one.is_some());
        let (kicker, title) = match (&held.part, one) {
            (_, Some(line)) => (frame.t(words::SERIES).to_owned(), line.series.card.name.clone()),
            (Some(head), None) => (names::called(head.kind, &head.label), head.title.clone()),
            (None, None) => (String::new(), String::new()),
        };
        let defines = held.defines && held.part.is_some() && one.is_none();
        let of = held.object.map(|object| held.address(object)).unwrap_or_default();
        let end = frame.day_end();
        let reported = held.entries.iter().flat_map(|(object, entries)| {
            entries
                .iter()
                .rev()
                .map(|(period, entry)| reported(&held, (*object, *period), entry, said, frame))
        });
        Self {
            kicker,
            title,
            object: held
                .part
                .as_ref()
                .map(|head| format!("{}/objects/{}{end}", held.base, head.id))
                .unwrap_or_default(),
            above: above.map(|head| held.address(head.id) + &end).unwrap_or_default(),
            series: held.series.iter().map(|line| shown(&held, line, said, frame)).collect(),
            is_series: one.is_some(),
            hidden: held.hidden,
            entries: reported.collect(),
            define: if defines { format!("{of}/series") } else { String::new() },
            write: if held.writes { format!("{of}/entry") } else { String::new() },
            head: held.part,
        }
    }
}

fn shown(held: &Held, line: &Line, said: &Said, frame: &Frame) -> Shown {
    let (series, language) = (&line.series, frame.language);
    let address = held.address(line.id);
    let is_open = series.closed.is_none();
    let standing = series.standing();
    let unit = &series.card.unit;
    let mut facts = Vec::new();
    if let Some(standing) = &standing {
        let figure = measured::reading(standing.reading, unit, language);
        facts.push((frame.t(words::LATEST), format!("{figure}, {}", measured::period(standing.period))));
        if let Some(target) = &standing.target {
            facts.push((frame.t(words::TARGET), measured::aim(target, unit, language)));
        }
        let differences =
            [(words::TO_TARGET, &standing.to_target), (words::FROM_BASELINE, &standing.from_baseline)];
        for (name, difference) in differences {
            if let Some(difference) = difference {
                facts.push((frame.t(name), measured::difference(difference, language)));
            }
        }
        if standing.broken {
            facts.push((frame.t(words::FROM_BASELINE), frame.t(words::NOT_COMPARABLE).to_owned()));
        }
    }
    let due = [(measured::NEXT, line.expected.next(frame)), (measured::LATE, line.expected.late(frame))];
    facts.extend(
        due.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| (frame.t(name), said)),
    );
    let task = |may: bool, word: &str, name: Text| may.then(|| (format!("{address}/{word}"), frame.t(name)));
    let tasks = [
        task(line.records && is_open, "figure", words::RECORD),
        task(line.defines && is_open, "target", words::SET_TARGET),
        task(line.defines, "card", words::REVISE_CARD),
        task(line.defines, "break", words::MARK_BREAK),
        task(line.defines && is_open, "close", words::CLOSE),
    ];
    let erased = frame.t(words::ERASED);
    let mark = |version: &Version<styrbord_app::follow::events::measure::Break>| {
        let from = written::date(version.value.from, language);
        (from, self::said(Some(version.value.why), said, erased))
    };
    Shown {
        id: line.id.to_string(),
        name: series.card.name.clone(),
        is_closed: !is_open,
        chart: measured::chart(&format!("chart-{}", line.id), &line.all(), frame),
        facts,
        met: measured::met(standing.and_then(|standing| standing.met), frame),
        figures: figures(line, &address, said, frame),
        targets: targets(held, line, &address, said, frame),
        card: card(held, line, said, frame),
        breaks: series.breaks.iter().map(mark).collect(),
        history: told(held, line, said, frame),
        tasks: tasks.into_iter().flatten().collect(),
        address: address + &frame.day_end(),
    }
}

fn figures(line: &Line, address: &str, words: &Said, frame: &Frame) -> Vec<Figure> {
    let all = measured::through(&line.all());
    let row = |point: &Measurement| {
        let (unit, language) = (&line.series.card.unit, frame.language);
        let is_own = line.records && line.series.point(point.period).is_some();
        let target = line.series.target_for(point.period);
        let level = point.reading.level().zip(target.map(|target| target.level));
        let difference = level.and_then(|(level, target)| line.series.difference(level, target));
        let at = |word: &str| {
            let typed = crate::visit::encoded(&measured::period(point.period));
            if is_own { format!("{address}/{word}?period={typed}") } else { String::new() }
        };
        Figure {
            period: measured::period(point.period),
            value: measured::reading(point.reading, unit, language),
            state: match point.finality {
                Finality::Preliminary => frame.t(super::texts::PRELIMINARY),
                Finality::Final => frame.t(super::texts::FINAL),
            },
            target: target.map(|target| measured::aim(target, unit, language)).unwrap_or_default(),
            difference: difference.map(|one| measured::difference(&one, language)).unwrap_or_default(),
            counted: written::short_date(point.counted),
            source: point.source.clone(),
            evidence: said(point.evidence, words, frame.t(super::texts::ERASED)),
            correct: at("figure"),
            withdraw: at("withdraw"),
        }
    };
    all.values().rev().map(|point| row(point)).collect()
}

fn targets(held: &Held, line: &Line, address: &str, words: &Said, frame: &Frame) -> Vec<Wanted> {
    let of_period = |(period, versions): (&Period, &Vec<Version<Option<Target>>>)| -> Vec<Wanted> {
        let last = versions.last().map(|version| version.stamp.seq);
        let row = |version: &Version<Option<Target>>| {
            let holds = last == Some(version.stamp.seq);
            let may = holds && line.defines && version.value.is_some();
            let typed = crate::visit::encoded(&measured::period(*period));
            let at =
                |word: &str| if may { format!("{address}/{word}?period={typed}") } else { String::new() };
            let unit = &line.series.card.unit;
            Wanted {
                period: measured::period(*period),
                target: match &version.value {
                    Some(target) => measured::aim(target, unit, frame.language),
                    None => frame.t(super::texts::DROPPED).to_owned(),
                },
                by: version.value.map(|target| by(held, target.by, frame)).unwrap_or_default(),
                day: day(&version.stamp),
                who: held.who(&version.stamp, frame.t(super::texts::OPERATOR)),
                why: said(version.stamp.reason, words, frame.t(super::texts::ERASED)),
                holds,
                change: at("target"),
                drop: at("drop-target"),
            }
        };
        versions.iter().rev().map(row).collect()
    };
    line.series.targets.iter().rev().flat_map(of_period).collect()
}

fn by(held: &Held, by: TargetBy, frame: &Frame) -> String {
    match by {
        TargetBy::Letter(letter) => {
            let known = held.letters.iter().find(|(id, _)| *id == letter);
            known.map_or_else(|| letter.to_string(), |(_, title)| title.clone())
        }
        TargetBy::Person(person) => held.name(person),
        TargetBy::EarlierYear(year) => frame.with(words::SINCE, year),
    }
}

fn card(held: &Held, line: &Line, words: &Said, frame: &Frame) -> Vec<(&'static str, String)> {
    use super::texts as t;
    let (card, language) = (&line.series.card, frame.language);
    let share = card.share.as_ref().map(|share| format!("{} / {}", share.numerator, share.denominator));
    let baseline = card.baseline.as_ref().map(|base| {
        let level = measured::level(base.level, &card.unit, language);
        format!("{level} ({}), {}", measured::period(base.period), base.source)
    });
    let stage =
        measured::STAGES.iter().find(|(stage, ..)| *stage == card.stage).map(|(.., name)| frame.t(*name));
    let better = measured::BETTER.iter().find(|(better, ..)| *better == card.better);
    let better = better.map(|(.., name)| frame.t(*name)).unwrap_or_default();
    let rhythm = measured::RHYTHMS.iter().find(|(rhythm, ..)| Some(*rhythm) == card.frequency);
    let rhythm = rhythm.map_or_else(|| frame.t(t::NO_RHYTHM), |(.., name)| frame.t(*name));
    let lag = t::LAG_IS.with(language, &[&card.lag_days]);
    let first = t::FIRST_IS.with(language, &[&written::date(card.first, language)]);
    let rows = [
        (t::DEFINITION, card.definition.clone()),
        (t::POPULATION, card.population.clone()),
        (t::UNIT, join([measured::unit(&card.unit, language), share.unwrap_or_default()], ": ")),
        (t::STAGE, stage.unwrap_or_default().to_owned()),
        (t::BETTER, better.to_owned()),
        (t::SOURCE, card.source.clone()),
        (t::FREQUENCY, format!("{rhythm}; {first}; {lag}")),
        (t::OWNER, card.owner.map_or_else(|| frame.t(t::NOBODY).to_owned(), |owner| held.name(owner))),
        (t::BASELINE, baseline.unwrap_or_else(|| frame.t(t::NO_BASELINE).to_owned())),
        (t::UNCERTAINTY, said(card.uncertainty, words, frame.t(t::ERASED))),
    ];
    rows.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| (frame.t(name), said)).collect()
}

fn reported(
    held: &Held,
    (object, period): (ObjectId, Period),
    entry: &Entry,
    words: &Said,
    frame: &Frame,
) -> Reported {
    use super::texts as t;
    let erased = frame.t(t::ERASED);
    let texts = entry.texts();
    let all = [(t::DATA, texts.data), (t::ANALYSIS, texts.analysis), (t::ASSESSMENT, texts.assessment)];
    let text = |(name, text): (Text, _)| {
        let said = said(text, words, erased);
        (frame.t(name), if said.is_empty() { frame.t(t::NOT_WRITTEN).to_owned() } else { said })
    };
    let of_series = held.series.iter().find(|line| line.id == object);
    let part = held.part.as_ref().map(|head| names::called(head.kind, &head.label)).unwrap_or_default();
    Reported {
        id: format!("entry-{object}-{}", period.to_string().replace('/', "-")),
        of: of_series.map_or(part, |line| line.series.card.name.clone()),
        period: measured::period(period),
        typed: measured::period(period),
        address: held.address(object),
        is_complete: entry.is_complete(),
        texts: all.into_iter().map(text).collect(),
        history: super::history::written(held, entry, words, frame),
        writes: of_series.map_or(held.writes, |line| line.records),
    }
}
