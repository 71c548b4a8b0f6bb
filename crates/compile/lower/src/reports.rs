//! Periodic reports and analyses: reporting tables, calendars, running rows, and prose.

use crate::parties::sentences;
use crate::view::{LineKind, View};
use crate::words::{find_frequency, has_stem, lower};
use styrbord_calendar::{Date, DateValue, Frequency, find_dates};
use styrbord_plan::{Plan, Report, SectionRole};
use styrbord_source::Flow;
use styrbord_syntax::Table;

/// Words for a report, at the start of a word.
pub(crate) const REPORT_STEMS: [&str; 26] = [
    "årsrapport",
    "halvårsrapport",
    "tertialrapport",
    "kvartalsrapport",
    "månedsrapport",
    "månadsrapport",
    "virksomhetsrapport",
    "verksemdsrapport",
    "årsregnskap",
    "årsrekneskap",
    "delårsrapport",
    "budsjett- og regnskapsrapport",
    "økonomirapport",
    "rapport",
    "regnskapsrapport",
    "rekneskapsrapport",
    "statusrapport",
    "særrapport",
    "risikorapport",
    "årsmelding",
    "årsplan",
    "risikovurdering",
    "regnskap per",
    "regnskap pr",
    "rekneskap per",
    "rekneskap pr",
];

/// Reads the reports.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan, taken: &[bool]) {
    let mut at = 0;
    while at < view.lines.len() {
        let line = &view.lines[at];
        if taken.get(at) == Some(&true)
            || matches!(line.role, SectionRole::Budget | SectionRole::Income | SectionRole::Contents)
        {
            at += 1;
            continue;
        }
        if line.kind == LineKind::Row {
            if line.row == 0
                && let Some(table) = view.tree.blocks[line.block].table()
            {
                self::table(view, plan, table, line.role);
            }
            at += 1;
            continue;
        }
        at = running_rows(view, plan, at).or_else(|| listed(view, plan, at)).unwrap_or(at + 1);
    }
    in_prose(view, plan, taken);
    plan.reports.sort_by_key(|report| report.span.map(|spot| spot.span.start));
}

/// Columns of a reporting table or calendar.
#[derive(Debug, Default)]
struct Columns {
    title: Option<usize>,
    count: Option<usize>,
    due: Option<usize>,
    calendar: bool,
}

fn columns(table: &Table, role: SectionRole) -> Option<Columns> {
    let head = table.rows.first()?;
    let mut found = Columns::default();
    let mut reporting = false;
    for (at, cell) in head.cells.iter().enumerate() {
        let low = lower(cell.joined().trim());
        let stem = |stems: &[&str]| has_stem(&low, stems);
        if low.chars().count() > 50 {
            continue;
        }
        if stem(&["telletidspunkt", "teljetidspunkt", "telledato", "teljedato", "måletidspunkt", "per dato"])
        {
            found.count = Some(at);
            reporting = true;
        } else if stem(&[
            "frist",
            "rapporteringsfrist",
            "innsendingsfrist",
            "leveringsfrist",
            "dato",
            "tidspunkt",
            "tid",
        ]) && found.due.is_none()
        {
            found.due = Some(at);
            found.calendar |= stem(&["dato", "tidspunkt", "tid"]);
        } else if stem(&["rapport", "type rapport", "dokument", "leveranse", "særskilt rapport"])
            && found.title.is_none()
        {
            found.title = Some(at);
            reporting = true;
        } else if stem(&[
            "aktivitet",
            "hva",
            "kva",
            "tiltak",
            "hendelse",
            "hending",
            "sak",
            "møte",
            "tema",
            "oppgave",
            "oppgåve",
            "styringsaktivitet",
            "gjøremål",
            "type",
        ]) && found.title.is_none()
        {
            found.title = Some(at);
        }
    }
    let in_section = matches!(role, SectionRole::Reporting | SectionRole::Calendar | SectionRole::Meetings);
    (found.title.is_some() && found.due.is_some() && (reporting || in_section)).then_some(found)
}

fn table(view: &View<'_>, plan: &mut Plan, table: &Table, role: SectionRole) {
    let Some(columns) = columns(table, role) else { return };
    for row in table.rows.iter().skip(1) {
        let cell = |column: Option<usize>| {
            column.and_then(|column| row.cells.get(column)).map(|cell| cell.flow.clone()).unwrap_or_default()
        };
        let title = cell(columns.title);
        let text = title.joined();
        let low = lower(&text);
        let report = has_stem(&low, &REPORT_STEMS) && !low.contains("møte");
        if text.is_empty() || columns.calendar && !report {
            continue;
        }
        let due = cell(columns.due);
        let count = cell(columns.count);
        let report = Report {
            count_date: day(plan, &count).or_else(|| count_in_title(&title)),
            due: day(plan, &due),
            frequency: find_frequency(&lower(&format!("{} {}", text, due.joined()))).map(|found| found.1),
            span: Some(view.spot(title.span())),
            title: text,
        };
        push(plan, report);
    }
}

/// Returns the first day in a text; one without a year stands in the letter's year.
pub(crate) fn day(plan: &Plan, flow: &Flow) -> Option<Date> {
    find_dates(flow.as_str()).into_iter().find_map(|mention| match mention.value {
        DateValue::Day(date) => Some(date),
        DateValue::WithoutYear { month, day } => Date::new(plan.year?, month, day),
        _ => None,
    })
}

/// Returns the count date that a title names: `per 30. juni 2026`, `pr. 31.08`.
///
/// A day without a year is none: which year is meant is not guessed.
fn count_in_title(title: &Flow) -> Option<Date> {
    let low = lower(title.as_str());
    let at = ["per ", "pr. ", "pr ", "(per "]
        .iter()
        .filter_map(|word| crate::words::find_stem(&low, word))
        .min()?;
    find_dates(title.as_str().get(at..)?).into_iter().find_map(|mention| match mention.value {
        DateValue::Day(date) => Some(date),
        _ => None,
    })
}

/// Reads rows in running lines below a head that names reporting, count date and deadline.
fn running_rows(view: &View<'_>, plan: &mut Plan, at: usize) -> Option<usize> {
    let head = lower(view.lines[at].text());
    let heads = head.contains("rapport")
        && ["frist", "telletidspunkt", "teljetidspunkt"].iter().any(|word| head.contains(word));
    if !find_dates(view.lines[at].text()).is_empty()
        || !heads
        || head.split_whitespace().count() > 8
        || head.ends_with(['.', ':'])
        || view.lines[at].text().chars().count() > 100
    {
        return None;
    }
    let counted = head.contains("telletidspunkt") || head.contains("teljetidspunkt");
    let mut next = at + 1;
    let mut open = Flow::new();
    let mut found = 0;
    while let Some(line) = view.lines.get(next) {
        if matches!(line.kind, LineKind::Heading(level) if level < styrbord_syntax::Block::MINOR)
            || line.kind == LineKind::Row
            || line.text().chars().count() > 100
        {
            break;
        }
        open.append(&line.flow, "\n");
        let dates = find_dates(open.as_str());
        let days: Vec<_> =
            dates.iter().filter(|mention| matches!(mention.value, DateValue::Day(_))).collect();
        let wanted = if counted { 2 } else { 1 };
        next += 1;
        if let Some((first, last)) = days.first().zip(days.last()).filter(|_| days.len() >= wanted) {
            let title = open.slice(0..first.range.start);
            let title_text = title.joined();
            let title_text = title_text
                .trim_end_matches("Innen")
                .trim_end_matches("innen")
                .trim_end_matches("Innan")
                .trim()
                .to_owned();
            let value = |mention: &styrbord_calendar::DateMention| {
                if let DateValue::Day(date) = mention.value { Some(date) } else { None }
            };
            let report = Report {
                title: title_text,
                count_date: if counted { value(first) } else { None },
                due: value(last),
                frequency: None,
                span: Some(view.spot(open.span())),
            };
            push(plan, report);
            found += 1;
            open = Flow::new();
        } else if open.lines().count() > 4 {
            break;
        }
    }
    (found > 0).then_some(next.saturating_sub(open.lines().count()).max(at + 1))
}

/// Reads a short line or item of its own that names a report and its deadline: `Årsrapport for 2025 – frist 16. mars`.
fn listed(view: &View<'_>, plan: &mut Plan, at: usize) -> Option<usize> {
    let line = &view.lines[at];
    let text = line.text();
    let low = lower(text);
    if !matches!(line.role, SectionRole::Reporting | SectionRole::Calendar | SectionRole::Meetings)
        || text.chars().count() > 120
        || sentences(text).len() > 1 && !matches!(line.kind, LineKind::Item(_))
    {
        return None;
    }
    let words = low.split_whitespace().count();
    let named = REPORT_STEMS.iter().filter_map(|stem| crate::words::find_stem(&low, stem)).min()?;
    let mentions = find_dates(text);
    let first = mentions.first()?;
    if words > 14 || low.contains(" skal ") || low.contains("møte") {
        return None;
    }
    if first.range.start == 0 {
        let rest = line.flow.slice(first.range.end..text.len());
        let title = calendar_title(&rest);
        push(
            plan,
            Report {
                title: title.joined(),
                count_date: None,
                due: day(plan, &line.flow),
                frequency: None,
                span: Some(view.spot(line.flow.span())),
            },
        );
        return Some(at + 1);
    }
    let cut = [
        "– frist",
        "- frist",
        ": ",
        "(frist",
        ", frist",
        " innen ",
        " innan ",
        " senest ",
        " seinast ",
        " – ",
    ]
    .iter()
    .filter_map(|word| low.find(word))
    .filter(|cut| *cut > named)
    .min()?;
    let title = line.flow.slice(named.min(cut)..cut);
    let due = day(plan, &line.flow.slice(cut..text.len()))?;
    let count_date = count_in_title(&title);
    push(
        plan,
        Report {
            title: title.joined(),
            count_date,
            due: Some(due),
            frequency: None,
            span: Some(view.spot(line.flow.span())),
        },
    );
    Some(at + 1)
}

/// Returns the first cell of a calendar line whose columns are lost: up to the next word with a capital.
pub(crate) fn calendar_title(rest: &Flow) -> Flow {
    let text = rest.as_str();
    let lead = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let mut end = text.len();
    for word in text[lead..].split_whitespace().skip(1) {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        if word.starts_with(char::is_uppercase) && !roman {
            end = at;
            break;
        }
    }
    rest.slice(lead..end.max(lead))
}

fn push(plan: &mut Plan, report: Report) {
    let known = plan.reports.iter().any(|known| {
        known.title == report.title && known.due == report.due && known.count_date == report.count_date
    });
    if !known && !report.title.is_empty() {
        plan.reports.push(report);
    }
}

/// Reads periodic reports that a sentence orders: `en månedlig analyse av …`.
fn in_prose(view: &View<'_>, plan: &mut Plan, taken: &[bool]) {
    let mut block = usize::MAX;
    for (at, line) in view.lines.iter().enumerate() {
        let skip = matches!(line.kind, LineKind::Row | LineKind::Heading(_))
            || line.block == block
            || taken.get(at) == Some(&true);
        block = line.block;
        if skip
            || matches!(
                line.role,
                SectionRole::Budget
                    | SectionRole::Income
                    | SectionRole::Contents
                    | SectionRole::Authorisations
                    | SectionRole::CommonDirections
            )
        {
            continue;
        }
        let flow = &view.tree.blocks[block].flow;
        for range in sentences(flow.as_str()) {
            let sentence = flow.slice(range);
            count_in_prose(plan, &sentence);
            let found = periodic(view, &sentence)
                .or_else(|| crate::sent_reports::sent(view, plan, &sentence))
                .or_else(|| named(view, plan, &sentence));
            if let Some(report) = found {
                push(plan, report);
            }
            for report in crate::sent_reports::by_count_dates(view, plan, &sentence) {
                push(plan, report);
            }
        }
    }
}

/// Gives a report the count date that a sentence names: `Halvårsrapporten skal ha 30. juni 2025 som telletidspunkt`.
fn count_in_prose(plan: &mut Plan, sentence: &Flow) {
    let low = lower(sentence.as_str());
    if !low.contains("telletidspunkt") && !low.contains("teljetidspunkt") {
        return;
    }
    let Some(date) = day(plan, sentence) else { return };
    let named = ["halvårsrapport", "tertialrapport", "årsrapport", "kvartalsrapport"]
        .into_iter()
        .find(|name| crate::words::find_stem(&low, name).is_some());
    let Some(name) = named else { return };
    let mut open: Vec<&mut Report> =
        plan.reports.iter_mut().filter(|report| lower(&report.title).contains(name)).collect();
    if let [report] = open.as_mut_slice() {
        report.count_date = report.count_date.or(Some(date));
    }
}

/// Reads a report that a sentence orders by its name alone: `Verket skal levere årsrapport innen 15. mars hvert år`.
fn named(view: &View<'_>, plan: &Plan, sentence: &Flow) -> Option<Report> {
    const NAMES: [(&str, Frequency); 5] = [
        ("årsrapport", Frequency::Yearly),
        ("årsmelding", Frequency::Yearly),
        ("tertialrapport", Frequency::Tertial),
        ("halvårsrapport", Frequency::HalfYearly),
        ("kvartalsrapport", Frequency::Quarterly),
    ];
    let low = lower(sentence.as_str());
    let ordered = ["skal levere", "skal sende", "skal avgi", "skal utarbeide", "skal gje", "skal legge fram"]
        .iter()
        .any(|phrase| low.contains(phrase));
    let (name, frequency) = NAMES.into_iter().find(|(name, _)| {
        low.split(|c: char| !c.is_alphabetic())
            .any(|word| word == *name || word.strip_suffix("er") == Some(*name))
    })?;
    let known = plan.reports.iter().any(|report| lower(&report.title).contains(name));
    let at = low.find(name)?;
    (ordered && !known).then(|| Report {
        title: sentence.slice(at..at + name.len()).joined(),
        count_date: None,
        due: None,
        frequency: Some(frequency),
        span: Some(view.spot(sentence.span())),
    })
}

/// Returns a product's word in the plural: `prognose` is `prognoser`, `rapport` is `rapporter`.
fn plural(word: &str) -> String {
    let stem = word.strip_suffix('e').unwrap_or(word);
    format!("{stem}er")
}

fn periodic(view: &View<'_>, sentence: &Flow) -> Option<Report> {
    let text = sentence.as_str();
    let low = lower(text);
    let ordered =
        ["skal", "bes om", "ber om", "sender", "leverer", "leverast", "leveres"].iter().any(|word| {
            low.split(|c: char| !c.is_alphabetic()).any(|found| *word == found)
                || low.contains(&format!("{word} ")) && word.contains(' ')
        });
    let (range, frequency) = find_frequency(&low)?;
    if !ordered {
        return None;
    }
    let after = &low[range.end..];
    let after = &after[after.find(|c: char| !c.is_alphanumeric()).unwrap_or(0)..];
    let noun = after.split_whitespace().next().unwrap_or_default();
    let is_product = [
        "analyse",
        "rapport",
        "oversikt",
        "oversyn",
        "statistikk",
        "status",
        "melding",
        "notat",
        "prognose",
        "statusrapport",
        "rapportering",
        "oppdatering",
        "sammendrag",
        "samandrag",
        "gjennomgang",
        "framskriving",
    ]
    .iter()
    .any(|word| noun.starts_with(word) || noun.ends_with(word) || noun.ends_with(&plural(word)));
    if !is_product {
        return None;
    }
    let end = text[range.start..].find([',', '.']).map_or(text.len(), |at| range.start + at);
    let stop = [" som ", " for å ", " til departementet", " der ", " i perioden "]
        .iter()
        .filter_map(|word| low[range.start..end].find(word))
        .min()
        .map_or(end, |at| range.start + at);
    let title = sentence.slice(range.start..stop);
    Some(Report {
        title: title.joined(),
        count_date: None,
        due: None,
        frequency: Some(frequency),
        span: Some(view.spot(title.span())),
    })
}
