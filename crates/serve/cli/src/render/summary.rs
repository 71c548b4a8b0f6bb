//! The summary of a letter: in ten seconds a person sees whether it was read right.

mod money;

use super::head::head;
use super::place;
use super::wrap::{cut, length, pad, wrap};
use crate::output::{Screen, plain};
use crate::texts::{self, Text, count, join, summary as words};
use styrbord_app::{Dated, Family, Format, Language, RULES, Summary};

/// What each row is about, from top to bottom.
const LABELS: [Text; 9] = [
    words::READ,
    words::STEERING,
    words::ASSIGNMENTS,
    words::DEADLINES,
    words::MONEY,
    words::FOLLOW_UP,
    words::FRAMES,
    words::VERIFIED,
    words::UNREAD,
];

/// Draws the summary: the letter, then a row for each kind of thing in it.
pub(crate) fn draw(summary: &Summary, screen: Screen) -> String {
    let language = screen.language;
    let column = LABELS.iter().map(|label| length(label.get(language))).max().unwrap_or_default() + 2;
    let room = screen.width.saturating_sub(column);
    let wrapped = |text: String| wrap(&plain(&text), room);
    let rows = [
        wrapped(read(summary, language)),
        wrapped(steering(summary, language)),
        wrapped(assignments(summary, language)),
        wrapped(deadlines(summary, language)),
        money::lines(&summary.money, room, language),
        wrapped(follow_up(summary, language)),
        wrapped(frames(summary, language)),
        wrapped(verified(summary, language)),
        unread(summary, screen).into_iter().flat_map(wrapped).collect(),
    ];
    let mut text = head(summary.kind, summary.year, &summary.ministry, &summary.agency, screen);
    text.push('\n');
    for (label, lines) in LABELS.iter().zip(rows) {
        for (index, line) in lines.iter().enumerate() {
            let label = if index == 0 { label.get(language) } else { "" };
            text.push_str(&screen.bold(&pad(label, column)));
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

fn read(summary: &Summary, language: Language) -> String {
    let format = match summary.read.format {
        Format::Text => words::PLAIN_TEXT,
        Format::Markdown => words::MARKDOWN,
        Format::Docx => words::WORD,
        Format::Pdf => words::PDF,
        Format::Html => words::WEB_PAGE,
    };
    let lines = count(summary.read.lines, texts::LINE, language);
    let share = texts::percent(summary.not_understood.permille, language);
    let unread = words::UNREAD_SHARE.with(language, &[&share]);
    let read = join([format.get(language), summary.read.encoding.unwrap_or_default(), &lines], ", ");
    format!("{read}; {unread}")
}

fn steering(summary: &Summary, language: Language) -> String {
    let counts = &summary.steering;
    let sub_goals = counted_if_any(counts.sub_goals, words::SUB_GOALS, language);
    let goals = join([count(counts.goals, words::GOALS, language), sub_goals], ", ");
    let parameters = count(counts.parameters, words::PARAMETERS, language);
    let requirements = count(counts.requirements, words::REQUIREMENTS, language);
    join([goals, parameters, requirements], ", ")
}

fn assignments(summary: &Summary, language: Language) -> String {
    let counts = &summary.assignments;
    let kinds = [
        (counts.new, words::NEW),
        (counts.earlier, words::EARLIER),
        (counts.research, words::RESEARCH),
        (counts.withheld, words::WITHHELD),
    ];
    let kinds = kinds.into_iter().filter(|(number, _)| *number > 0);
    let kinds = join(kinds.map(|(number, text)| text.with(language, &[&number])), ", ");
    join([counts.total.to_string(), kinds], ": ")
}

fn deadlines(summary: &Summary, language: Language) -> String {
    let counts = &summary.deadlines;
    let dated = words::DATED.with(language, &[&counts.dated]);
    let days = counts.first.zip(counts.last).map(|(first, last)| {
        if first == last {
            return texts::date(first, language);
        }
        words::FIRST_LAST.with(language, &[&texts::date(first, language), &texts::date(last, language)])
    });
    if counts.total == 0 {
        return counts.total.to_string();
    }
    format!("{}: {}", counts.total, join([dated, days.unwrap_or_default()], ", "))
}

fn follow_up(summary: &Summary, language: Language) -> String {
    let dated = |dated: &Dated, noun: Text| {
        let number = count(dated.total, noun, language);
        if dated.total == 0 {
            return number;
        }
        format!("{number} ({})", words::DATED.with(language, &[&dated.dated]))
    };
    join(
        [
            dated(&summary.reports, words::REPORTS),
            dated(&summary.meetings, words::MEETINGS),
            dated(&summary.duties, words::DUTIES),
            count(summary.announcements, words::ANNOUNCEMENTS, language),
        ],
        ", ",
    )
}

fn frames(summary: &Summary, language: Language) -> String {
    let attachments = count(summary.attachments.total, words::ATTACHMENTS, language);
    let present = words::PRESENT.with(language, &[&summary.attachments.present]);
    let present = if summary.attachments.total > 0 { format!(" ({present})") } else { String::new() };
    let authorisations = count(summary.authorisations, words::AUTHORISATIONS, language);
    let directions = count(summary.common_directions, words::DIRECTIONS, language);
    join([authorisations, directions, attachments + &present], ", ")
}

/// Returns how many facts check out, by family in the order of the rules.
fn verified(summary: &Summary, language: Language) -> String {
    let mut families: Vec<Family> = RULES.iter().map(|rule| rule.family).collect();
    families.dedup();
    let by_family = families.iter().filter_map(|family| {
        let number = summary.verified.by_family.get(family.name())?;
        Some(format!("{} {number}", words::family(*family).get(language)))
    });
    let total = count(summary.verified.total, texts::FACT, language);
    join([total, join(by_family, ", ")], ": ")
}

/// Returns the first places that were not understood, each on a line.
fn unread(summary: &Summary, screen: Screen) -> Vec<String> {
    let language = screen.language;
    let unread = &summary.not_understood;
    let mut lines: Vec<String> = unread
        .first
        .iter()
        .map(|one| {
            let place = one.span.map(|spot| place::without_section(spot.place, language));
            format!("{}: {}", place.unwrap_or_default(), cut(&one.text, screen.width / 2))
        })
        .collect();
    if unread.places > lines.len() {
        lines.push(words::MORE.with(language, &[&(unread.places - lines.len())]));
    }
    lines
}

fn counted_if_any(number: usize, noun: Text, language: Language) -> String {
    if number == 0 { String::new() } else { count(number, noun, language) }
}
