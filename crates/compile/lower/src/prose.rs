//! Duties and announcements that stand in running text, and dated decisions.

mod announcement;
mod kind;

use crate::parties::{Bodies, sentences};
use crate::view::{LineKind, View};
use crate::words::lower;
use announcement::announcement;
use kind::kind;
use styrbord_calendar::{Date, DateValue, find_dates};
use styrbord_plan::{Decision, Duty, DutyKind, Plan, SectionRole};
use styrbord_source::Flow;

/// Reads duties, announcements and decisions.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan, bodies: &Bodies, taken: &[bool]) {
    let mut block = usize::MAX;
    for (at, line) in view.lines.iter().enumerate() {
        if line.block == block || matches!(line.kind, LineKind::Row | LineKind::Heading(_)) {
            continue;
        }
        block = line.block;
        let assigned = taken.get(at) == Some(&true);
        let flow = &view.tree.blocks[block].flow;
        for range in sentences(flow.as_str()) {
            let sentence = flow.slice(range);
            decision(view, plan, &sentence);
            if assigned || matches!(line.role, SectionRole::Contents | SectionRole::Attachments) {
                continue;
            }
            if let Some(announcement) = announcement(view, &sentence) {
                let low = lower(&announcement.text);
                let continues = low.starts_with("oppdrag om dette")
                    || low.starts_with("oppdraget vil")
                    || low.starts_with("dette vil");
                match plan
                    .announcements
                    .last_mut()
                    .filter(|last| continues && last.span.is_some_and(|spot| flow.span().contains(spot.span)))
                {
                    Some(last) => last.text = format!("{} {}", last.text, announcement.text),
                    None => plan.announcements.push(announcement),
                }
            } else if let Some(duty) = duty(view, plan, bodies, &sentence, line.role) {
                let second = duty
                    .due
                    .and_then(|first| second_due(&lower(sentence.as_str()), sentence.as_str(), first));
                let again = second.map(|due| Duty { due: Some(due), ..duty.clone() });
                plan.duties.push(duty);
                plan.duties.extend(again);
            }
        }
    }
}

fn duty(view: &View<'_>, plan: &Plan, bodies: &Bodies, sentence: &Flow, role: SectionRole) -> Option<Duty> {
    let text = sentence.as_str();
    let low = lower(text);
    let asked = ["skal", "må", "bes", "ber"]
        .iter()
        .any(|verb| low.split(|c: char| !c.is_alphabetic()).any(|word| word == *verb))
        || low.contains("har et selvstendig ansvar for å")
        || low.contains("har eit sjølvstendig ansvar for å")
        || low.contains("pliktar å")
        || low.contains("sendes riksrevisjonen")
        || low.contains("sendast riksrevisjonen")
        || low.contains("rapporteres det")
        || low.contains("rapporterast det");
    if !asked
        || low.trim_end().ends_with(':') && !(low.contains("rapport") && bodies.is_agency_subject(text))
        || low.contains("departementet skal rapportere")
    {
        return None;
    }
    let kind = kind(&low);
    let due = due(plan, &low, text);
    let own = bodies.is_agency_subject(text)
        || low.contains("vi ber")
        || low.contains("departementet ber")
        || kind != DutyKind::Other && !starts_with_report(&low);
    let dated = due.is_some();
    let in_meeting = matches!(role, SectionRole::Meetings | SectionRole::Calendar) && kind == DutyKind::Other;
    if !dated
        && (in_meeting
            || !own
            || kind == DutyKind::Other
            || kind == DutyKind::Plan && !low.contains("departement"))
    {
        return None;
    }
    let periodic = plan.reports.iter().any(|report| {
        report.frequency.is_some() && report.span.is_some_and(|spot| sentence.span().contains(spot.span))
    });
    if periodic && !dated {
        return None;
    }
    Some(Duty { text: sentence.joined(), due, kind, span: Some(view.spot(sentence.span())) })
}

fn starts_with_report(low: &str) -> bool {
    [
        "den ",
        "dei ",
        "de ",
        "forhold ",
        "årsrapporten",
        "halvårsrapporten",
        "tertialrapport",
        "rapporten",
        "rapportene",
        "møtet",
        "møtene",
        "oversikten",
    ]
    .iter()
    .any(|word| low.starts_with(word))
}

/// Returns the day by which it must be done: behind `innen`, `senest`, `frist`.
fn due(plan: &Plan, low: &str, text: &str) -> Option<Date> {
    due_day(plan, low, text).or_else(|| {
        let at = ["ferdig ut ", "ferdig i løpet av ", "fullføres ut ", "fullførast ut "]
            .iter()
            .filter_map(|phrase| low.find(phrase))
            .min()?;
        let tail = text.get(at..)?;
        let period = styrbord_calendar::find_periods(tail, plan.year?).into_iter().next()?;
        (period.range.start < 24).then_some(period.last)
    })
}

/// Returns the day behind `innen`, `senest`, `frist`.
fn due_day(plan: &Plan, low: &str, text: &str) -> Option<Date> {
    let at = ["innen ", "innan ", "senest", "seinast", "frist", "innen\n", "innan\n", "før ", "i hende"]
        .iter()
        .filter_map(|word| crate::words::find_stem(low, word.trim_end()))
        .min()?;
    let tail = text.get(at..)?;
    let mention = find_dates(tail).into_iter().next().filter(|mention| mention.range.start < 40)?;
    let behind = low.get(at + mention.range.end..).unwrap_or_default().trim_start();
    if ["hvert år", "kvart år"].iter().any(|phrase| behind.starts_with(phrase)) {
        return None;
    }
    match mention.value {
        DateValue::Day(date) => Some(date),
        DateValue::WithoutYear { month, day } => Date::new(plan.year?, month, day),
        _ => None,
    }
}

/// Returns the second of two days that one phrase joins: `innen 1. mai og 1. oktober 2025`.
fn second_due(low: &str, text: &str, first: Date) -> Option<Date> {
    let at = ["innen ", "innan ", "senest", "seinast", "frist"]
        .iter()
        .filter_map(|word| crate::words::find_stem(low, word.trim_end()))
        .min()?;
    let tail = text.get(at..)?;
    let mentions = find_dates(tail);
    let (one, other) = mentions.first().zip(mentions.get(1))?;
    let joined = tail.get(one.range.end..other.range.start)?.trim() == "og" && one.range.start < 40;
    match other.value {
        DateValue::Day(date) if joined && date > first => Some(date),
        _ => None,
    }
}

/// Notes a decision of the Storting with its day.
fn decision(view: &View<'_>, plan: &mut Plan, sentence: &Flow) {
    let text = sentence.as_str();
    let low = lower(text);
    let told = ["budsjettvedtak", "budsjettvedtaket"].iter().any(|word| low.contains(word))
        || low.contains("stortinget")
            && (low.contains("vedtok")
                || low.contains("vedtatt")
                || low.contains("vedteke")
                || low.contains("behandlet")
                || low.contains("fattet")
                || low.contains("vedtak av"))
            && low.contains("budsjett");
    if !told {
        return;
    }
    let at = ["vedtak", "vedtok", "behandlet", "fattet", "vedteke"]
        .iter()
        .filter_map(|word| low.find(word))
        .min()
        .unwrap_or(0);
    let mention = find_dates(text)
        .into_iter()
        .find(|mention| mention.range.end + 40 > at && mention.range.start < at + 110);
    if let Some(mention) = mention
        && let DateValue::Day(date) = mention.value
    {
        let start = at.min(mention.range.start);
        let spot = view.spot(sentence.span_of(start..mention.range.end.max(start)));
        plan.evidence.decisions.push(Decision { what: "budsjettvedtak".to_owned(), date, spot });
    }
}
