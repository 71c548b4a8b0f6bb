//! Meetings: kinds of meetings in prose, dated ones in calendars and lines.

use crate::parties::sentences;
use crate::view::{LineKind, View};
use crate::words::{IN_MONTHS, bare, has_stem, lower, small_number};
use styrbord_calendar::{Date, DateValue, find_dates};
use styrbord_plan::{Meeting, Plan, SectionRole};
use styrbord_source::Flow;

/// Endings of words for a meeting.
const MEETING_ENDINGS: [&str; 14] = [
    "møte",
    "møter",
    "møtet",
    "møta",
    "møtene",
    "samling",
    "samlinger",
    "samlingar",
    "konferanse",
    "seminar",
    "møtene",
    "strategisamling",
    "ledersamling",
    "leiarsamling",
];

/// Reads the meetings.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan, taken: &[bool]) {
    let mut block = usize::MAX;
    let mut listed = false;
    for (at, line) in view.lines.iter().enumerate() {
        listed = opens_list(line) || listed && line.kind != LineKind::Row && !ends_list(line);
        let section =
            matches!(line.role, SectionRole::Meetings | SectionRole::Calendar | SectionRole::Reporting);
        if taken.get(at) == Some(&true) || !(section || listed && matches!(line.kind, LineKind::Item(_))) {
            continue;
        }
        if line.kind == LineKind::Row {
            row(view, plan, at);
        } else if !matches!(line.kind, LineKind::Heading(_)) {
            if begins(view, at) && dated_line(view, plan, &line.flow) {
                block = line.block;
            } else if line.block != block {
                block = line.block;
                let flow = &view.tree.blocks[block].flow;
                let item = matches!(view.tree.blocks[block].kind, styrbord_syntax::BlockKind::Item { .. });
                for range in sentences(flow.as_str()) {
                    let flow = flow.slice(range);
                    if !(begins_with_meeting(flow.as_str()) && dated_line(view, plan, &flow)) {
                        sentence(view, plan, &flow, item);
                    }
                }
            }
        }
    }
}

/// Tells whether a line is a short head over a list of meetings: `Etatsstyringsmøter:`.
fn opens_list(line: &crate::view::Line) -> bool {
    let text = line.text();
    line.kind == LineKind::Text
        && text
            .strip_suffix(':')
            .is_some_and(|head| head.split_whitespace().take(5).count() <= 4 && names_meeting(&lower(head)))
}

/// Tells whether a line ends the list above it: a heading, or running text of its own.
fn ends_list(line: &crate::view::Line) -> bool {
    matches!(line.kind, LineKind::Heading(_)) || line.kind == LineKind::Text && line.first
}

/// Tells whether a line can begin a statement: it does not go on with the line above it.
fn begins(view: &View<'_>, at: usize) -> bool {
    view.lines.get(at).is_some_and(|line| line.first || !line.text().starts_with(char::is_lowercase))
}

/// Tells whether the first word is an indefinite one for a meeting: `Etatsstyringsmøte II flyttes til …`.
fn begins_with_meeting(text: &str) -> bool {
    let word = lower(text.split_whitespace().next().unwrap_or_default());
    !is_definite(&word) && MEETING_ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn names_meeting(low: &str) -> bool {
    low.split(|c: char| !c.is_alphanumeric() && c != '-')
        .any(|word| MEETING_ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

/// Reads a calendar row: a day and a meeting.
fn row(view: &View<'_>, plan: &mut Plan, at: usize) {
    let line = &view.lines[at];
    let Some(row) = view.tree.blocks[line.block].table().and_then(|table| table.rows.get(line.row)) else {
        return;
    };
    let date = row.cells.iter().find_map(|cell| day(plan, cell.flow.as_str()));
    let title = row
        .cells
        .iter()
        .find(|cell| names_meeting(&lower(&cell.joined())) && day(plan, cell.flow.as_str()).is_none());
    let head = line.row == 0 && date.is_none();
    if let (Some(title), false) = (title, head) {
        let printed = row
            .cells
            .iter()
            .find(|cell| day(plan, cell.flow.as_str()).is_some())
            .or_else(|| row.cells.first());
        let when = printed
            .map(styrbord_syntax::Cell::joined)
            .filter(|text| date.is_none() && *text != title.joined() && !text.is_empty());
        if has_stem(&lower(&title.joined()), &["rapport", "årsrapport", "referat"]) && date.is_none() {
            return;
        }
        plan.meetings.push(Meeting {
            title: title.joined(),
            count: None,
            when,
            date,
            span: Some(view.spot(row.span)),
        });
    }
}

fn day(plan: &Plan, text: &str) -> Option<Date> {
    find_dates(text).into_iter().find_map(|mention| match mention.value {
        DateValue::Day(date) => Some(date),
        DateValue::WithoutYear { month, day } => Date::new(plan.year?, month, day),
        _ => None,
    })
}

/// Reads a line such as `Etatsstyringsmøte 1: 20. mars 2025`.
fn dated_line(view: &View<'_>, plan: &mut Plan, flow: &Flow) -> bool {
    let text = flow.as_str();
    let mut mentions = find_dates(text);
    mentions.retain(|mention| matches!(mention.value, DateValue::Day(_) | DateValue::WithoutYear { .. }));
    let Some(first) = mentions.first() else { return false };
    if text.chars().count() > 100
        || text.split_whitespace().count() > 14
        || text.trim_end().ends_with('.') && text.contains(" skal ")
    {
        return false;
    }
    let before = flow.slice(0..first.range.start);
    let after = flow.slice(mentions.last().map_or(text.len(), |last| last.range.end)..text.len());
    let after = if first.range.start == 0 && !names_meeting(&lower(before.as_str())) {
        crate::reports::calendar_title(&after)
    } else {
        after
    };
    let clean = |flow: &Flow| {
        flow.joined().trim_matches(|c: char| matches!(c, ':' | '–' | '-' | ',' | '(' | ')' | ' ')).to_owned()
    };
    let (title, other) =
        if names_meeting(&lower(before.as_str())) { (clean(&before), false) } else { (clean(&after), true) };
    let title = [" holdes", " flyttes til", " blir halde", " avholdes", " er"]
        .iter()
        .fold(title, |title, verb| title.strip_suffix(verb).map(str::to_owned).unwrap_or(title));
    let ends_meeting = names_meeting(&lower(&title));
    if !ends_meeting
        || title.contains(". ")
        || title.split_whitespace().count() > 8
        || other && !before.is_blank() && before.as_str().trim().len() > 3
    {
        return false;
    }
    let date = day(plan, text);
    plan.meetings.push(Meeting { title, count: None, when: None, date, span: Some(view.spot(flow.span())) });
    true
}

/// Phrases by which a sentence holds meetings.
const HOLDS: [&str; 31] = [
    "avholdes",
    "bli avholdt",
    "bli halde",
    "bli haldne",
    " har ",
    " holder ",
    " held ",
    "avhaldast",
    "holdes",
    "haldast",
    "blir halde",
    "blir avholdt",
    "legges opp til",
    "leggjast opp til",
    "gjennomføres",
    "gjennomførast",
    "skal det være",
    "planlegges",
    "planleggjast",
    "inviterer",
    "innkaller",
    "kaller inn",
    "kallar inn",
    "avtalte",
    "avtales",
    "avtalast",
    "tar sikte på",
    "vil det være",
    "skal vere",
    "vert halde",
    "arrangeres",
];

/// Phrases by which a sentence only speaks of a meeting.
const POINTS: [&str; 7] = [
    "vil ta utgangspunkt",
    "tar utgangspunkt",
    "tek utgangspunkt",
    "på møtet",
    "i møtet",
    "møtene vil",
    "møta vil",
];

/// Reads the kinds of meetings that a sentence holds: `Det avholdes to etatsstyringsmøter i 2024`.
fn sentence(view: &View<'_>, plan: &mut Plan, flow: &Flow, item: bool) {
    let spaced = flow.as_str().replace('\n', " ");
    let text = spaced.as_str();
    let low = lower(text);
    let holds = HOLDS.iter().any(|verb| low.contains(verb))
        || item && names_meeting(&low) && text.split_whitespace().take(13).count() <= 12;
    if !holds || POINTS.iter().any(|phrase| low.contains(phrase)) {
        return;
    }
    let words: Vec<(usize, &str)> =
        text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)).collect();
    let mut seen: Vec<String> = plan
        .meetings
        .iter()
        .filter(|meeting| meeting.date.is_none())
        .map(|meeting| lower(&meeting.title))
        .collect();
    let mut named_until = 0;
    for (at, (offset, word)) in words.iter().enumerate() {
        let low_core = lower(bare(word));
        if *offset < named_until
            || !MEETING_ENDINGS.iter().any(|ending| low_core.ends_with(ending)) && !is_definite(&low_core)
        {
            continue;
        }
        let behind = *offset + word.len();
        if is_definite(&low_core) {
            if let Some((when, date)) = day_behind(text, behind)
                && !date_announced(plan, &low_core, &when, date)
            {
                let span = Some(view.spot(flow.span_of(*offset..behind)));
                plan.meetings.push(Meeting {
                    title: bare(word).to_owned(),
                    count: None,
                    when: Some(when),
                    date,
                    span,
                });
            }
            continue;
        }
        if low_core == "møte" && at > 0 && words[at - 1].1 == "i" {
            continue;
        }
        let count = (1..=3)
            .filter_map(|back| at.checked_sub(back))
            .map(|before| words[before].1)
            .find_map(small_number);
        let end = title_end(text, behind);
        let title = flow.slice(*offset..end);
        named_until = end;
        let name = title.joined().trim_end_matches([',', '.', ':']).to_owned();
        if seen.contains(&lower(&name)) {
            continue;
        }
        seen.push(lower(&name));
        let when = when_held(text, &low, end, *offset);
        plan.meetings.push(Meeting {
            title: name,
            count,
            when,
            date: None,
            span: Some(view.spot(title.span())),
        });
    }
}

/// Tells whether a word speaks of a known meeting: `møtet`, `samlinga`.
fn is_definite(word: &str) -> bool {
    ["møtene", "møtet", "møta", "samlingen", "samlinga"].iter().any(|ending| word.ends_with(ending))
}

/// Returns the day that stands right behind a word.
fn day_behind(text: &str, at: usize) -> Option<(String, Option<Date>)> {
    let near = near(text, at);
    let mention = find_dates(near)
        .into_iter()
        .find(|mention| mention.range.start < 24 && matches!(mention.value, DateValue::Day(_)))?;
    let date = if let DateValue::Day(date) = mention.value { Some(date) } else { None };
    Some((near.get(mention.range)?.to_owned(), date))
}

/// Returns the text behind a byte, as far as one statement reaches.
fn near(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.char_indices().nth(240).map_or(rest.len(), |(end, _)| end);
    rest.get(..end).unwrap_or_default()
}

/// Returns when meetings are held, as printed: the days listed behind their name, else the words near it.
fn when_held(text: &str, low: &str, end: usize, word: usize) -> Option<String> {
    let listed = text
        .get(end..)
        .and_then(|rest| rest.strip_prefix(", "))
        .filter(|rest| ["ett ", "eitt ", "ein ", "én ", "et "].iter().any(|word| rest.starts_with(word)));
    dates_behind(text, end)
        .or_else(|| listed.map(|rest| rest.split('.').next().unwrap_or_default().trim().to_owned()))
        .or_else(|| when_near(text, low, end, word).map(|when| with_further_month(text, end, when)))
}

/// Gives the one meeting that the words before announced its day: `ett dialogmøte i 2025. Møtet holdes 12. juni 2025`.
fn date_announced(plan: &mut Plan, word: &str, when: &str, date: Option<Date>) -> bool {
    let Some(last) = plan.meetings.last_mut().filter(|last| last.count == Some(1) && last.date.is_none())
    else {
        return false;
    };
    let same = ["møtet", "samlingen", "samlinga"].contains(&word) || word.starts_with(&lower(&last.title));
    if same {
        last.date = date;
        last.when = Some(when.to_owned());
    }
    same
}

/// Returns the days that a sentence lists behind the meetings' name: `tre møter: 11. mars, 16. juni og 4. november`.
fn dates_behind(text: &str, end: usize) -> Option<String> {
    let rest = near(text, end).trim_start_matches([' ', ':', ',']);
    let mentions = find_dates(rest);
    let (first, last) = mentions.first().zip(mentions.last())?;
    (first.range.start == 0 && mentions.len() >= 2).then(|| rest.get(..last.range.end).map(str::to_owned))?
}

/// Returns a phrase with the month that goes on with it: `i mai og november`.
fn with_further_month(text: &str, from: usize, when: String) -> String {
    let month = |word: &str| styrbord_calendar::month_from_name(bare(word)).is_some();
    if !when.split_whitespace().next_back().is_some_and(month) {
        return when;
    }
    let Some(at) = near(text, from).find(&when).map(|at| from + at) else { return when };
    let mut end = at + when.len();
    for word in text.get(end..).unwrap_or_default().split_whitespace().take(24) {
        if month(word) {
            end = word.as_ptr() as usize - text.as_ptr() as usize + bare(word).len();
        } else if !["og", ","].contains(&word) {
            break;
        }
    }
    text.get(at..end).map_or(when, str::to_owned)
}

/// Returns the end of a meeting's name: a phrase `om …` or `med …` or brackets belong to it.
fn title_end(text: &str, at: usize) -> usize {
    let word_end = at - (text[..at].len() - text[..at].trim_end_matches([',', '.', ';', ':']).len());
    let rest = &text[word_end..];
    if rest.starts_with(" (")
        || rest.starts_with(" om ")
            && !rest.starts_with(" om våren")
            && !rest.starts_with(" om høsten")
            && !rest.starts_with(" om hausten")
        || rest.starts_with(" med politisk")
    {
        let stop = rest.find([',', '.', ';']).unwrap_or(rest.len());
        let stop =
            [" holdes", " og ", " i ", " ved behov", " mellom ", " mellom", " våren", " høsten", " hausten"]
                .iter()
                .filter_map(|word| rest.get(4..).and_then(|r| r.find(word)).map(|found| found + 4))
                .min()
                .map_or(stop, |found| found.min(stop));
        return word_end + rest[..stop].trim_end().len();
    }
    word_end
}

/// Returns when the meetings are held, as printed.
fn when_near(text: &str, low: &str, from: usize, word: usize) -> Option<String> {
    let clause_end = low[from..].find(" og e").map_or(text.len(), |at| from + at);
    let phrases = [
        "ved behov",
        "om våren",
        "om høsten",
        "om hausten",
        "våren 20",
        "høsten 20",
        "hausten 20",
        "i 20",
        "i løpet av",
        "hvert halvår",
        "kvart halvår",
        "årlig",
        "årleg",
        "to ganger i året",
        "hvert kvartal",
        "hver måned",
        "hvert år",
        "kvart år",
    ];
    let behind = phrases
        .iter()
        .chain(&IN_MONTHS)
        .filter_map(|phrase| low[from..clause_end].find(phrase).map(|at| (from + at, *phrase)))
        .min_by_key(|(at, _)| *at);
    let before =
        || phrases.iter().take(1).find_map(|phrase| low[..word].find(phrase).map(|at| (at, *phrase)));
    let (at, phrase) = behind.or_else(before)?;
    let mut end = at + phrase.len();
    if phrase.ends_with("20") || phrase == "i løpet av" {
        end += text[end..].find([',', '.', ')']).unwrap_or(text.len() - end).min(24);
        end = text[..end].char_indices().next_back().map_or(end, |(at, c)| at + c.len_utf8());
        if phrase != "i løpet av" {
            end =
                at + phrase.len() + text[at + phrase.len()..].bytes().take_while(u8::is_ascii_digit).count();
        }
    }
    Some(text[at..end].split_whitespace().collect::<Vec<_>>().join(" "))
}
