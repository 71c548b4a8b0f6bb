//! Attachments: the list, and whether each is in the file.

use crate::view::{LineKind, View};
use crate::words::{likeness, lower};
use styrbord_plan::{Attachment, Plan, SectionRole};
use styrbord_source::Flow;
use styrbord_syntax::leading_label;

/// Reads the list of attachments.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan) {
    let mut last = None;
    for (at, line) in view.lines.iter().enumerate() {
        if line.role != SectionRole::Attachments
            || matches!(line.kind, LineKind::Heading(_))
            || !line.first && line.kind != LineKind::Row && !starts_new(line.text())
        {
            continue;
        }
        if let Some(attachment) = listed(view, at) {
            plan.attachments.push(attachment);
            last = Some(at);
        }
    }
    if plan.attachments.is_empty() {
        last = announced(view, plan);
    }
    if plan.attachments.is_empty() {
        inline(view, plan);
    }
    if plan.attachments.is_empty() {
        last = repeated(view, plan);
    }
    let after = last.unwrap_or(0);
    for attachment in &mut plan.attachments {
        attachment.present |= is_present(view, attachment, after);
    }
}

fn starts_new(text: &str) -> bool {
    numbered(text).is_some()
}

/// Returns number and byte of the title: `Vedlegg nr. 2 …`, `2. …`, `2  …`.
fn numbered(text: &str) -> Option<(Option<u32>, usize)> {
    if let Some(label) = leading_label(text)
        .filter(|label| lower(label.word).starts_with("vedlegg") && !label.number.is_empty())
    {
        return Some((number(label.number), label.text_start));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) {
        let rest = text[digits..].trim_start_matches(['.', ')', ':']);
        let body = rest.trim_start();
        if body.starts_with(char::is_uppercase) && body.len() < text.len() - digits {
            return Some((text[..digits].parse().ok(), text.len() - body.len()));
        }
    }
    None
}

/// Reads an Arabic or a Roman number.
fn number(text: &str) -> Option<u32> {
    text.parse().ok().or_else(|| {
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
            .iter()
            .position(|roman| *roman == text)
            .map(|at| at as u32 + 1)
    })
}

fn listed(view: &View<'_>, at: usize) -> Option<Attachment> {
    let line = &view.lines[at];
    let flow = if line.kind == LineKind::Row { line.flow.clone() } else { whole_line(view, at) };
    let text = flow.as_str();
    if text.chars().count() > 200 || lower(text).starts_with("med hilsen") {
        return None;
    }
    let (own, start) = match &line.kind {
        LineKind::Item(marker) => {
            let from_marker = marker.trim_end_matches(['.', ')']).parse().ok();
            numbered(text).map_or((from_marker, 0), |(number, start)| (number.or(from_marker), start))
        }
        LineKind::Row if line.row == 0 && lower(text).contains("vedlegg") && numbered(text).is_none() => {
            return None;
        }
        _ => numbered(text)?,
    };
    let title = flow.slice(start..text.len()).joined();
    if title.is_empty() {
        return None;
    }
    Some(Attachment { number: own, title, present: false, span: Some(view.spot(flow.span())) })
}

/// Returns a line with those of its block that go on with it.
fn whole_line(view: &View<'_>, at: usize) -> Flow {
    let mut flow = view.lines[at].flow.clone();
    let block = view.lines[at].block;
    for line in view.lines.iter().skip(at + 1).take_while(|line| line.block == block) {
        if starts_new(line.text()) || !line.text().starts_with(char::is_lowercase) {
            break;
        }
        flow.append(&line.flow, "\n");
    }
    flow
}

/// Reads the numbered list below a line that only counts the attachments: `Vedlegg: 3`; returns its last line.
fn announced(view: &View<'_>, plan: &mut Plan) -> Option<usize> {
    let counts = |text: &str| {
        leading_label(text).is_some_and(|label| {
            let rest = text.get(label.text_start..).unwrap_or_default().trim_end_matches(" stk").trim();
            lower(label.word) == "vedlegg"
                && label.number.is_empty()
                && label.separated
                && rest.len() <= 2
                && rest.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let start = view.lines.iter().rposition(|line| line.kind != LineKind::Row && counts(line.text()))?;
    let mut last = None;
    for (at, line) in view.lines.iter().enumerate().skip(start + 1) {
        if !line.first && !starts_new(line.text()) {
            continue;
        }
        let expected = plan.attachments.len() as u32 + 1;
        let Some(attachment) = listed(view, at).filter(|attachment| attachment.number == Some(expected))
        else {
            break;
        };
        plan.attachments.push(attachment);
        last = Some(at);
    }
    last
}

/// Reads a list without a heading: lines such as `Vedlegg 1 Kart`, whose numbers stand again over the attachments.
fn repeated(view: &View<'_>, plan: &mut Plan) -> Option<usize> {
    let titled = |at: usize| {
        let text = view.lines[at].text();
        let label = leading_label(text).filter(|label| lower(label.word) == "vedlegg")?;
        let title = text.get(label.text_start..)?;
        let short = text.split_whitespace().take(15).count() < 15 && !text.trim_end().ends_with(['.', ',']);
        let number = number(label.number).filter(|_| short && title.starts_with(char::is_uppercase))?;
        Some((at, number, label.text_start))
    };
    let found: Vec<(usize, u32, usize)> = (0..view.lines.len()).filter_map(titled).collect();
    let mut seen = std::collections::BTreeSet::new();
    let again = found.iter().rev().filter(|(_, number, _)| !seen.insert(*number)).map(|(at, ..)| *at).min();
    let mut next = again?;
    let mut listed = std::collections::BTreeSet::new();
    let places: std::collections::BTreeMap<u32, usize> =
        found.iter().map(|(at, number, _)| (*number, *at)).collect();
    for (at, own, start) in found {
        if at != next || !listed.insert(own) {
            continue;
        }
        let flow = &view.lines[at].flow;
        let title = flow.slice(start..flow.as_str().len()).joined();
        let span = Some(view.spot(flow.span()));
        let present = places.get(&own).is_some_and(|last| *last > at);
        plan.attachments.push(Attachment { number: Some(own), title, present, span });
        next = at + 1;
    }
    Some(next - 1)
}

/// Reads a list on one line: `Vedlegg: 1. Instruks, 2. Fullmakter`.
fn inline(view: &View<'_>, plan: &mut Plan) {
    for line in &view.lines {
        let text = line.text();
        let Some(label) = leading_label(text)
            .filter(|label| lower(label.word) == "vedlegg" && label.number.is_empty() && label.separated)
        else {
            continue;
        };
        for part in text[label.text_start..].split([',', ';']) {
            let start = part.as_ptr() as usize - text.as_ptr() as usize;
            let flow = line.flow.slice(start..start + part.len());
            let (number, from) = numbered(flow.as_str()).unwrap_or((None, 0));
            let title = flow.slice(from..flow.as_str().len()).joined();
            if !title.is_empty() {
                plan.attachments.push(Attachment {
                    number,
                    title,
                    present: false,
                    span: Some(view.spot(flow.span())),
                });
            }
        }
    }
}

/// Tells whether an attachment follows in the file: under its own heading, or as descriptions of assignments.
fn is_present(view: &View<'_>, attachment: &Attachment, after: usize) -> bool {
    let after_block = view.lines.get(after).map_or(0, |line| line.block);
    let own_place =
        |spot: styrbord_source::Spot| attachment.span.is_some_and(|own| own.span.overlaps(spot.span));
    let headed = view.outline.headings.iter().any(|(_, heading)| {
        let label = leading_label(&heading.title).filter(|label| lower(label.word).starts_with("vedlegg"));
        let same_number = label
            .is_some_and(|label| attachment.number.is_some() && number(label.number) == attachment.number);
        !own_place(heading.spot) && same_number
    });
    let titled =
        view.outline.headings.iter().any(|(block, heading)| {
            *block > after_block && likeness(&heading.title, &attachment.title) >= 80
        });
    let low = lower(&attachment.title);
    let described = low.contains("oppdrag")
        && view.lines.iter().skip(after + 1).any(|line| {
            leading_label(line.text())
                .is_some_and(|label| lower(label.word).starts_with("oppdrag") && !label.number.is_empty())
                || crate::assignments::leading_assignment_number(line.text()).is_some()
        });
    headed || titled || described
}
