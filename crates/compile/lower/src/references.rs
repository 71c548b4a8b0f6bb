//! Mentions of assignments, posts, sections and attachments in running text, and posts that are moved.

use crate::assignments::is_assignment_number;
use crate::money::post_references;
use crate::parties::sentences;
use crate::view::View;
use crate::words::{bare, find_stem, lower};
use styrbord_plan::{Move, Plan, Reference, ReferenceKind, SectionRole};
use styrbord_source::{Flow, Span};
use styrbord_syntax::BlockKind;

/// Reads references and moves.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan) {
    for (block, node) in view.tree.blocks.iter().enumerate() {
        if view.outline.role(block) == SectionRole::Contents {
            continue;
        }
        match &node.kind {
            BlockKind::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    flow(view, plan, &cell.flow);
                }
            }
            BlockKind::Contents => {}
            _ => flow(view, plan, &node.flow),
        }
    }
    drop_definitions(plan);
}

fn flow(view: &View<'_>, plan: &mut Plan, flow: &Flow) {
    for range in sentences(flow.as_str()) {
        if !flow.as_str()[range.clone()].bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let sentence = flow.slice(range);
        let low = lower(sentence.as_str());
        posts(view, plan, &sentence, &low);
        assignments(view, plan, &sentence, &low);
        sections(view, plan, &sentence, &low);
    }
}

fn push(
    view: &View<'_>,
    plan: &mut Plan,
    sentence: &Flow,
    range: std::ops::Range<usize>,
    kind: ReferenceKind,
    key: String,
    (charges, foreign): (bool, bool),
) {
    let spot = view.spot(sentence.span_of(range));
    plan.evidence.references.push(Reference { kind, key, spot, charges, foreign });
}

fn posts(view: &View<'_>, plan: &mut Plan, sentence: &Flow, low: &str) {
    let found: Vec<_> = post_references(sentence.as_str())
        .into_iter()
        .filter_map(|found| found.chapter.map(|chapter| (chapter, found.post, found.range)))
        .collect();
    let moves = [
        "overføres",
        "overførast",
        "flyttes",
        "flyttast",
        "flyttet",
        "flytta",
        "overført",
        "er lagt til",
        "samles på",
        "erstattes av",
    ]
    .iter()
    .any(|verb| find_stem(low, verb).is_some());
    if let [(from, Some(from_post), first), (to, Some(to_post), last), ..] = found.as_slice()
        && moves
        && find_stem(low, "fra").or_else(|| find_stem(low, "frå")).is_some_and(|at| at < first.start)
        && !low.contains("mill.")
    {
        let spot = view.spot(sentence.span_of(first.start..last.end));
        plan.evidence.moves.push(Move {
            from: format!("{from}.{from_post:02}"),
            to: format!("{to}.{to_post:02}"),
            spot,
        });
        return;
    }
    let charges = [
        "finansier",
        "belast",
        "dekkes",
        "dekkast",
        "føres på",
        "førast på",
        "over kap",
        "utbetales",
        "regnskapsføres",
    ]
    .iter()
    .any(|word| low.contains(word));
    let foreign = [
        "til orientering",
        "fra kunnskapsdepartementet",
        "sitt budsjett",
        "departementets budsjett via",
        "gjennom kap",
        "via kap",
    ]
    .iter()
    .any(|phrase| low.contains(phrase))
        || find_stem(low, "merinntekt").is_some();
    for (chapter, post, range) in found {
        let key = post.map_or_else(|| chapter.to_string(), |post| format!("{chapter}.{post:02}"));
        push(view, plan, sentence, range, ReferenceKind::Post, key, (charges, foreign));
    }
}

fn assignments(view: &View<'_>, plan: &mut Plan, sentence: &Flow, low: &str) {
    let text = sentence.as_str();
    let joined_breaks = text.replace("-\n", "-\u{0}");
    let foreign = [
        "tildelingsbrev til",
        "gitt til arbeids",
        "til andre",
        "sitt tildelingsbrev",
        "svar på oppdrag",
        "gitt til",
        "gjeve til",
    ]
    .iter()
    .any(|phrase| low.contains(phrase))
        || names_other_year(low, plan.year);
    for word in joined_breaks.split(|c: char| c.is_whitespace()) {
        let core = bare(word);
        let compact: String = core.chars().filter(|c| *c != '\u{0}').collect();
        if is_assignment_number(&compact) && !compact.contains('/') {
            let start = core.as_ptr() as usize - joined_breaks.as_ptr() as usize;
            push(
                view,
                plan,
                sentence,
                start..start + core.len(),
                ReferenceKind::Assignment,
                compact,
                (false, foreign),
            );
        }
    }
    short_numbers(view, plan, sentence, low, foreign);
}

/// Tells whether a sentence names the letter of another year: `oppdrag 14 i tildelingsbrevet for 2023`.
fn names_other_year(low: &str, year: Option<i16>) -> bool {
    let Some(at) = find_stem(low, "tildelingsbrev") else { return false };
    let near = low[at..].split_whitespace().skip(1).take(2);
    let mut years = near.filter_map(|word| bare(word).parse::<i16>().ok()).filter(|found| *found >= 1990);
    years.next().is_some_and(|found| year.is_some_and(|year| year != found))
}

/// Finds `oppdrag 7` and `oppdrag O4` in running text.
fn short_numbers(view: &View<'_>, plan: &mut Plan, sentence: &Flow, low: &str, foreign: bool) {
    let text = sentence.as_str();
    let mut from = 0;
    while let Some(at) = low[from..].find("oppdrag ").map(|found| from + found) {
        from = at + "oppdrag ".len();
        let rest_start = if low[from..].starts_with("nr. ") { from + "nr. ".len() } else { from };
        let word = text[rest_start..].split_whitespace().next().unwrap_or_default();
        let core = bare(word);
        let letters = core.bytes().take_while(u8::is_ascii_uppercase).count();
        let short = letters <= 3
            && core.len() > letters
            && core.len() - letters <= 2
            && core[letters..].bytes().all(|byte| byte.is_ascii_digit());
        if short && !low[..at].ends_with(char::is_alphanumeric) {
            let start = core.as_ptr() as usize - text.as_ptr() as usize;
            push(
                view,
                plan,
                sentence,
                start..start + core.len(),
                ReferenceKind::Assignment,
                core.to_owned(),
                (false, foreign),
            );
        }
    }
}

fn sections(view: &View<'_>, plan: &mut Plan, sentence: &Flow, low: &str) {
    let text = sentence.as_str();
    let foreign = [
        "instruks",
        "bestemmelse",
        "reglement",
        "forskrift",
        "lov",
        "rundskriv",
        "r-1",
        "prop.",
        "meld.",
        "nou",
        "økonomistyring",
    ]
    .iter()
    .any(|word| low.contains(word));
    for (words, kind) in [
        (&["pkt.", "punkt", "kapittel", "kap.", "avsnitt"][..], ReferenceKind::Section),
        (&["vedlegg"][..], ReferenceKind::Attachment),
    ] {
        for word in words {
            let mut from = 0;
            while let Some(at) = low[from..].find(word).map(|found| from + found) {
                from = at + word.len();
                if low[..at].ends_with(char::is_alphanumeric) || low[from..].starts_with(char::is_alphabetic)
                {
                    continue;
                }
                let rest = low[from..].trim_start();
                let rest = rest.strip_prefix("nr.").map_or(rest, str::trim_start);
                let start = low.len() - rest.len();
                let length = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
                let key = rest[..length].trim_end_matches('.');
                let shaped = match kind {
                    ReferenceKind::Section => {
                        !key.is_empty() && key.split('.').all(|part| part.len() <= 2 && !part.is_empty())
                    }
                    _ => (1..=2).contains(&key.len()) && !key.contains('.'),
                };
                if shaped
                    && !(*word == "kap."
                        && low[start..].len() > key.len()
                        && low[start + key.len()..].trim_start().starts_with(", post"))
                {
                    let end = start + key.len();
                    push(view, plan, sentence, at..end, kind, text[start..end].to_owned(), (false, foreign));
                }
            }
        }
    }
}

/// Drops mentions that are the definition itself: a number within the head of its own assignment or row.
fn drop_definitions(plan: &mut Plan) {
    let sorted = |mut spans: Vec<Span>| {
        spans.sort_unstable();
        spans
    };
    let heads = sorted(plan.evidence.titles.iter().map(|title| title.spot.span).collect());
    let mut listed: Vec<Span> =
        plan.attachments.iter().filter_map(|attachment| attachment.span.map(|spot| spot.span)).collect();
    listed.extend(plan.evidence.headings.iter().map(|heading| heading.spot.span));
    let listed = sorted(listed);
    let within = |spans: &[Span], span: Span| {
        let at = spans.partition_point(|other| other.start <= span.start);
        spans[..at].iter().rev().take(8).find(|other| other.contains(span)).copied()
    };
    plan.evidence.references.retain(|reference| {
        let span = reference.spot.span;
        match reference.kind {
            ReferenceKind::Assignment => {
                within(&heads, span).is_none_or(|head| span.start >= head.start + 24)
            }
            ReferenceKind::Attachment => within(&listed, span).is_none(),
            _ => true,
        }
    });
}
