//! Where an assignment begins: its number, by itself, behind a label, or in a row's first cell; and where it ends.

use super::columns::{Columns, columns};
use crate::goals::is_table;
use crate::outline::role_of;
use crate::view::{LineKind, View};
use crate::words::{ASSIGNMENT_WORDS, GOAL_WORDS, PARAMETER_WORDS, lower};
use styrbord_plan::{Plan, SectionRole};
use styrbord_source::Flow;
use styrbord_syntax::{Block, leading_label, leading_number};

/// The beginning of an assignment.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// Its line.
    pub line: usize,
    /// Its number, as printed.
    pub number: Option<String>,
    /// The text behind the number on the same line.
    pub rest: Flow,
    /// How it is laid out.
    pub form: Form,
}

/// How an assignment's head is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Form {
    /// The number begins a line or an item of a list.
    List,
    /// A label such as `Oppdrag 3` begins a line or heading.
    Labelled,
    /// An item of a list without number or title; its first sentence stands for the title.
    Item,
    /// A row of a table whose columns are known.
    Row(Columns),
    /// A row whose first cell is the number, without a head above.
    BareRow,
}

/// Finds the heads of all numbered assignments.
pub(crate) fn find(view: &View<'_>, plan: &Plan) -> Vec<Head> {
    let mut out = Vec::new();
    let mut table: Option<(usize, Option<Columns>)> = None;
    for (at, line) in view.lines.iter().enumerate() {
        if excluded(line.role) {
            continue;
        }
        if line.kind == LineKind::Row {
            if table.as_ref().is_none_or(|(block, _)| *block != line.block) {
                let head = view.tree.blocks[line.block].table().and_then(|table| columns(table, line.role));
                table = Some((line.block, head));
            }
            let known = table.as_ref().and_then(|(_, columns)| columns.clone());
            out.extend(row_head(view, at, known));
        } else if let Some(head) = text_head(view, plan, at) {
            out.push(head);
        }
    }
    drop_lone_short_numbers(&mut out);
    out
}

/// Tells whether assignments do not stand in a section of this role.
fn excluded(role: SectionRole) -> bool {
    matches!(
        role,
        SectionRole::Budget
            | SectionRole::Income
            | SectionRole::Contents
            | SectionRole::Attachments
            | SectionRole::Calendar
            | SectionRole::Authorisations
            | SectionRole::KeyFigures
    )
}

/// Tells whether a word is the number of an assignment by its form: `2024-07`, `TB2026-17`, `13/2024`.
pub(crate) fn is_assignment_number(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let prefix = word.len() - digits.len();
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let pair = |year: &str, number: &str| {
        year.len() == 4 && year.starts_with("20") && numeric(year) && numeric(number) && number.len() <= 3
    };
    prefix <= 5
        && (digits.split_once('-').is_some_and(|(year, number)| pair(year, number))
            || digits.split_once('/').is_some_and(|(number, year)| prefix == 0 && pair(year, number)))
}

/// Returns the assignment number that a text starts with, and the byte behind it with its separator.
pub(crate) fn leading_assignment_number(text: &str) -> Option<(&str, usize)> {
    let word = text.split_whitespace().next()?;
    let core = word.trim_end_matches([':', '.', ',', ')', '–']);
    if !is_assignment_number(core) {
        return None;
    }
    let start = core.as_ptr() as usize - text.as_ptr() as usize;
    Some((core, skip_separator(text, start + core.len())))
}

fn skip_separator(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let body =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '–' | '—' | '.' | ')'));
    let body = body.strip_prefix("- ").unwrap_or(body).trim_start();
    text.len() - body.len()
}

/// Returns a short number such as `O1`, `O1.2` or `O 1.2` at the start of a text, and the byte behind it.
fn leading_short_number(text: &str) -> Option<(&str, usize)> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let known = (1..=3).contains(&letters)
        && !matches!(text.get(..letters)?, "SP" | "P" | "R" | "S" | "L" | "I" | "EM" | "A" | "B" | "C");
    let rest = text.get(letters..)?;
    let digits = rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest);
    let word = digits.split_whitespace().next()?;
    let core = word.trim_end_matches([':', '.']);
    let numeric =
        |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let groups = core.split('.').count();
    let number = groups <= 3 && core.split('.').all(numeric) && digits.starts_with(word);
    let spaced = digits.len() < rest.len();
    let end = text.len() - digits.len() + core.len();
    (known && number && (!spaced || groups > 1)).then_some(())?;
    Some((text.get(..end)?, skip_separator(text, end)))
}

fn text_head(view: &View<'_>, plan: &Plan, at: usize) -> Option<Head> {
    let line = &view.lines[at];
    let text = line.text();
    let section = match leading_number(text) {
        Some((number, start))
            if matches!(line.kind, LineKind::Heading(_))
                && number.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            start
        }
        _ => 0,
    };
    let body = &text[section..];
    let head = |number: &str, start: usize, form: Form| {
        let rest = line.flow.slice(section + start..text.len());
        Some(Head { line: at, number: Some(number.to_owned()), rest, form })
    };
    if let Some((number, start)) = leading_assignment_number(body) {
        let title = body[start..].chars().next();
        let opens = title.is_none_or(|c| c.is_uppercase() || c == '«' || c == '(' || c.is_ascii_digit());
        let form = if matches!(line.kind, LineKind::Heading(_)) { Form::Labelled } else { Form::List };
        return (opens && begins(view, at)).then(|| head(number, start, form)).flatten();
    }
    if let Some((number, start)) = leading_short_number(body)
        && (line.first || begins(view, at))
        && (body[start..].starts_with(|c: char| c.is_uppercase() || c == '«')
            || body.len() == start && withheld_below(view, at))
        && matches!(
            line.role,
            SectionRole::Assignments | SectionRole::Goals | SectionRole::Attachment | SectionRole::Research
        )
    {
        return head(number, start, Form::List);
    }
    labelled_head(view, plan, at, section)
}

/// Tells whether the text below a number says that it is withheld.
fn withheld_below(view: &View<'_>, at: usize) -> bool {
    view.lines.get(at + 1).is_some_and(|line| says_withheld(&lower(line.text())))
}

/// Tells whether a lower-cased text says that the assignment's own text is withheld.
pub(super) fn says_withheld(low: &str) -> bool {
    [
        "unntatt offentlighet",
        "unntatt fra offentlighet",
        "unnateke offentlegheit",
        "unntatt innsyn",
        "unnateke offentleg",
        "u.off",
        "unntatt offentleg",
        "unnatatt",
    ]
    .iter()
    .any(|phrase| low.contains(phrase))
}

/// Tells whether a line can begin something: it begins its block, or the line above is not left open.
fn begins(view: &View<'_>, at: usize) -> bool {
    let Some(above) = at.checked_sub(1).map(|above| &view.lines[above]) else { return true };
    let text = above.text().trim_end();
    view.lines[at].first
        || !text.ends_with(['-', ',', '–']) && !text.ends_with(" oppdrag") && !text.ends_with(" nr.")
}

fn labelled_head(view: &View<'_>, plan: &Plan, at: usize, section: usize) -> Option<Head> {
    let line = &view.lines[at];
    let text = line.text();
    let label = leading_label(&text[section..])?;
    let word = lower(label.word.trim_end_matches(" nr.").trim_end_matches(" nr").trim());
    if !ASSIGNMENT_WORDS.contains(&word.as_str()) || !(line.first || begins(view, at)) {
        return None;
    }
    let start = section + label.text_start;
    let rest = line.flow.slice(start + year_behind(&text[start..])..text.len());
    let opening = rest.as_str().chars().next();
    let titled = opening.is_none_or(|c| c.is_uppercase() || c == '«' || c.is_ascii_digit());
    if label.number.is_empty() {
        let (number, start) =
            leading_assignment_number(rest.as_str()).or_else(|| leading_short_number(rest.as_str()))?;
        let number = number.to_owned();
        let rest = rest.slice(start..rest.as_str().len());
        return Some(Head { line: at, number: Some(number), rest, form: Form::Labelled });
    }
    let bare = word != "id" && opening.is_none() && !heading_or_alone(view, at);
    let sentence =
        !label.separated
            && label.number.len() <= 2
            && !matches!(line.kind, LineKind::Heading(_))
            && rest.as_str().split_whitespace().nth(1).is_some_and(|second| {
                ["skal", "er", "og", "gjelder", "gjeld", "ble", "vart"].contains(&second)
            });
    let _ = plan;
    (titled && !bare && !sentence).then(|| Head {
        line: at,
        number: Some(label.number.trim_end_matches('.').to_owned()),
        rest,
        form: Form::Labelled,
    })
}

/// Returns the length of a year in brackets behind an assignment's number: `Oppdrag nr. 1 (2026): …`.
fn year_behind(text: &str) -> usize {
    let year = text.strip_prefix("(20").and_then(|rest| rest.split_once(')'));
    match year {
        Some((digits, rest)) if digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.len() - rest.trim_start_matches([':', ' ', '–']).len()
        }
        _ => 0,
    }
}

fn heading_or_alone(view: &View<'_>, at: usize) -> bool {
    let line = &view.lines[at];
    matches!(line.kind, LineKind::Heading(_))
        || line.first && view.lines.get(at + 1).is_none_or(|next| next.block != line.block)
}

fn row_head(view: &View<'_>, at: usize, known: Option<Columns>) -> Option<Head> {
    let line = &view.lines[at];
    let row = view.tree.blocks[line.block].table()?.rows.get(line.row)?;
    if let Some(columns) = known {
        if columns.is_head(line.row) {
            return None;
        }
        let cell = columns.number.and_then(|column| row.cells.get(column)).map(|cell| cell.flow.clone());
        let number = cell.as_ref().map(Flow::joined).filter(|text| !text.is_empty());
        let title = columns
            .title
            .and_then(|column| row.cells.get(column))
            .map(|cell| cell.flow.clone())
            .unwrap_or_default();
        let (number, rest) = match number {
            Some(printed) => (Some(strip_label(&printed)), title),
            None => match leading_assignment_number(title.as_str())
                .or_else(|| leading_short_number(title.as_str()))
            {
                Some((number, start)) => (Some(number.to_owned()), title.slice(start..title.as_str().len())),
                None if columns.number.is_some() || title.is_blank() => return None,
                None => (None, title),
            },
        };
        return Some(Head { line: at, number, rest, form: Form::Row(columns) });
    }
    let first = row.cells.iter().find(|cell| !cell.flow.is_blank())?;
    let text = first.flow.as_str();
    let labelled = || {
        leading_label(text)
            .filter(|label| {
                ASSIGNMENT_WORDS.contains(&lower(label.word).as_str()) && !label.number.is_empty()
            })
            .map(|label| (label.number, label.text_start))
    };
    let (number, start) =
        leading_assignment_number(text).or_else(labelled).or_else(|| leading_short_number(text))?;
    let number = number.to_owned();
    let rest = first.flow.slice(start..text.len());
    Some(Head { line: at, number: Some(number), rest, form: Form::BareRow })
}

/// Returns the number in a cell that may print its label too: `Oppdrag 3` is `3`.
fn strip_label(printed: &str) -> String {
    match leading_label(printed) {
        Some(label) if ASSIGNMENT_WORDS.contains(&lower(label.word).as_str()) && !label.number.is_empty() => {
            label.number.to_owned()
        }
        _ => printed.trim_end_matches(['.', ':']).to_owned(),
    }
}

/// Drops short numbers that stand alone: one `O1` in a letter is a name, several are numbers.
fn drop_lone_short_numbers(heads: &mut Vec<Head>) {
    let short = |head: &Head| {
        head.form == Form::List && head.number.as_deref().is_some_and(|number| !is_assignment_number(number))
    };
    if heads.iter().filter(|head| short(head)).count() == 1 {
        heads.retain(|head| !short(head));
    }
}

/// Returns the line behind the last one that belongs to an assignment.
pub(crate) fn extent(view: &View<'_>, head: &Head, limit: usize) -> usize {
    if matches!(head.form, Form::Row(_)) {
        return head.line + 1;
    }
    let level = match view.lines[head.line].kind {
        LineKind::Heading(level) => level,
        _ => Block::MINOR,
    };
    let mut end = head.line + 1;
    let mut dated = false;
    while end < limit {
        if ends_assignment(view, end, level, head) {
            break;
        }
        if head.form == Form::List
            && dated
            && (starts_prose(view, end) || super::unnumbered::is_own_row(view, end))
        {
            break;
        }
        dated |= says_deadline(view.lines[end].text());
        end += 1;
    }
    end
}

fn says_deadline(text: &str) -> bool {
    let low = lower(text);
    low.starts_with("frist") || crate::deadlines::is_deadline_text(text, 2000)
}

/// Tells whether a line begins running text that no row of a list holds.
fn starts_prose(view: &View<'_>, at: usize) -> bool {
    let line = &view.lines[at];
    let block = &view.tree.blocks[line.block];
    line.first
        && line.kind == LineKind::Text
        && block.flow.as_str().split_whitespace().take(10).count() >= 10
        && block.flow.as_str().trim_end().ends_with(['.', ':'])
        && !says_deadline(line.text())
}

/// Tells whether a line is the title of an attachment: its label and number, a few words, no full stop.
fn is_attachment_line(view: &View<'_>, at: usize) -> bool {
    let text = view.lines.get(at).map_or("", |line| line.text());
    leading_label(text).is_some_and(|label| {
        lower(label.word) == "vedlegg"
            && !label.number.is_empty()
            && text.split_whitespace().take(13).count() <= 12
            && !text.trim_end().ends_with(['.', ','])
            && text.get(label.text_start..).is_some_and(|title| title.starts_with(char::is_uppercase))
    })
}

/// Tells whether a line is a heading in capitals that names a section: `DEL 3 BUDSJETT`.
fn is_capital_line(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 5
        && !text.chars().any(char::is_lowercase)
        && text.split_whitespace().take(8).count() < 8
        && role_of(leading_label(text).and_then(|label| text.get(label.text_start..)).unwrap_or(text))
            != SectionRole::Other
}

/// Tells whether a line begins something that no assignment holds.
pub(crate) fn ends_assignment(view: &View<'_>, at: usize, level: u8, head: &Head) -> bool {
    let line = &view.lines[at];
    let text = line.text();
    if line.kind != LineKind::Row && (is_attachment_line(view, at) || line.first && is_capital_line(text)) {
        return true;
    }
    match line.kind {
        LineKind::Heading(own) => {
            let title = view.tree.blocks[line.block].flow.joined();
            if is_part_heading(&title) || own >= Block::MINOR - 1 && is_own_part(view, head, &title) {
                return false;
            }
            own < Block::MINOR - 1 && (own <= level || !matches!(head.form, Form::Labelled))
                || own >= Block::MINOR - 1
                    && role_of(&title) != SectionRole::Other
                    && title.split_whitespace().count() <= 4
                || own >= Block::MINOR - 1 && (is_described(view, at) || is_steering_label(text))
        }
        LineKind::Row => {
            let same = view.lines[head.line].block == line.block;
            !same && is_table(&view.tree.blocks[line.block].kind) && has_own_head(view, line.block)
        }
        LineKind::Text | LineKind::Item(_) if line.first => {
            if view.outline.level(line.block).is_some_and(|level| level < Block::MINOR - 1) {
                return true;
            }
            let short = text.chars().count() <= 40;
            let introduces = view.tree.blocks[line.block].flow.as_str().trim_end().ends_with(':')
                && lower(text).split_whitespace().take(3).any(|word| word.starts_with("oppdrag"));
            let filled =
                super::fields::is_field(text).is_some_and(|(_, start)| start < text.trim_end().len());
            let section = short
                && !filled
                && !matches!(
                    role_of(text.trim_end_matches(':')),
                    SectionRole::Other | SectionRole::Budget | SectionRole::Reporting
                )
                && text.split_whitespace().count() <= 3
                && !is_part_heading(text)
                && !is_own_part(view, head, text);
            introduces || section || is_steering_label(text) || matches!(line.role, SectionRole::Attachments)
        }
        _ => is_steering_label(text),
    }
}

/// Tells whether a bare `Oppdrag` stands over the text of an assignment that its background begins.
fn is_own_part(view: &View<'_>, head: &Head, title: &str) -> bool {
    lower(title).trim_end_matches(':') == "oppdrag" && is_described(view, head.line)
}

/// Tells whether a table's first row is a head of another kind of table than the assignment's.
fn has_own_head(view: &View<'_>, block: usize) -> bool {
    view.tree.blocks[block].table().is_some_and(|table| {
        table.rows.first().is_some_and(|row| {
            row.cells.iter().filter(|cell| !cell.flow.is_blank()).count() >= 2
                && row.cells.iter().all(|cell| cell.flow.as_str().chars().count() < 40)
                && table.has_head
        })
    })
}

fn is_steering_label(text: &str) -> bool {
    leading_label(text).is_some_and(|label| {
        let word = lower(label.word.split(' ').next().unwrap_or_default());
        !label.number.is_empty()
            && !label.number.contains('-')
            && (GOAL_WORDS.contains(&word.as_str()) || PARAMETER_WORDS.contains(&word.as_str()))
            && (label.separated
                || text[label.text_start..].starts_with(char::is_uppercase)
                || text.len() == label.label_end)
    })
}

/// Tells whether a heading is one inside an assignment's description.
pub(crate) fn is_part_heading(title: &str) -> bool {
    let low = lower(title);
    let low = low.trim_end_matches(':').trim();
    [
        "bakgrunn",
        "beskrivelse",
        "beskriving",
        "skildring",
        "finansiering",
        "frist",
        "formål",
        "føremål",
        "leveranse",
        "rapportering",
        "mål med oppdraget",
        "mål for oppdraget",
        "nærmere om oppdraget",
        "nærare om oppdraget",
        "oppdraget",
        "omtale",
        "ansvar",
        "organisering",
        "gjennomføring",
        "avd.",
    ]
    .iter()
    .any(|word| low.starts_with(word))
        && low.split_whitespace().count() <= 6
}

/// Tells whether a heading is directly followed by the background or description of an assignment.
pub(crate) fn is_described(view: &View<'_>, at: usize) -> bool {
    let block = view.lines[at].block;
    let next = view.lines.iter().skip(at + 1).find(|line| line.block > block);
    next.is_some_and(|line| {
        let low = lower(line.text());
        let low = low.trim_end_matches(':').trim();
        line.text().chars().count() <= 40
            && (low.starts_with("bakgrunn")
                || low.starts_with("beskrivelse av oppdrag")
                || low.starts_with("skildring av oppdrag"))
    })
}
