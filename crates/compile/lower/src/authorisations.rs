//! Authorisations (fullmakter): list items, rows and sentences in their section.

use crate::money::post_references;
use crate::parties::sentences;
use crate::view::{LineKind, View};
use crate::words::{has_stem, lower};
use styrbord_money::find_amounts;
use styrbord_plan::{Authorisation, Plan, SectionRole};
use styrbord_source::Flow;

/// Reads the authorisations.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan) {
    let mut block = usize::MAX;
    for (at, line) in view.lines.iter().enumerate() {
        if line.role != SectionRole::Authorisations && line.kind == LineKind::Text && line.block != block {
            block = line.block;
            in_passing(view, plan, block);
            continue;
        }
        if line.role != SectionRole::Authorisations || matches!(line.kind, LineKind::Heading(_)) {
            continue;
        }
        if line.kind == LineKind::Row {
            row(view, plan, at);
            continue;
        }
        if line.block == block {
            continue;
        }
        block = line.block;
        let flow = &view.tree.blocks[block].flow;
        if matches!(line.kind, LineKind::Item(_)) {
            push(view, plan, flow);
            continue;
        }
        if let Some(title) = titled(view, at) {
            let head = view.lines.get(at.saturating_sub(1)).map_or(flow.span(), |line| line.flow.span());
            push_titled(view, plan, &title, flow, head);
            continue;
        }
        for range in sentences(flow.as_str()) {
            let sentence = flow.slice(range);
            let low = lower(sentence.as_str());
            if gives(&low) && !is_pointer(&low) && !leads_to_list(view, at) {
                let start = low
                    .find("fullmakt til å ")
                    .or_else(|| low.find("fullmakt til "))
                    .map_or(0, |at| at + "fullmakt til ".len());
                push(view, plan, &sentence.slice(start..low.len()));
            }
        }
    }
}

/// Reads the authorisations that a paragraph in a section for money gives, one or several in a sentence.
fn in_passing(view: &View<'_>, plan: &mut Plan, block: usize) {
    if !matches!(view.outline.role(block), SectionRole::Budget | SectionRole::Income) {
        return;
    }
    let flow = &view.tree.blocks[block].flow;
    for range in sentences(flow.as_str()) {
        let sentence = flow.slice(range);
        let low = lower(sentence.as_str());
        if !gives(&low) || is_pointer(&low) {
            continue;
        }
        let starts: Vec<usize> = low.match_indices("fullmakt til å ").map(|(at, _)| at).collect();
        for (nth, start) in starts.iter().enumerate() {
            let end = starts.get(nth + 1).copied().unwrap_or(low.len());
            let text = low.get(*start..end).unwrap_or_default().trim_end();
            let text = text.strip_suffix(" og").unwrap_or(text).trim_end_matches([',', ' ']);
            let from = start + "fullmakt til ".len();
            push(view, plan, &sentence.slice(from.min(start + text.len())..start + text.len()));
        }
    }
}

/// Returns the chapter that alone has a post which is named without one, among the appropriations.
fn only_chapter(plan: &Plan, post: u32) -> Option<u32> {
    let holds = |chapter: &&styrbord_plan::Chapter| {
        chapter.chapter < 3000 && chapter.posts.iter().any(|known| known.post == post)
    };
    let mut chapters = plan.budget.iter().filter(holds);
    let first = chapters.next()?;
    chapters.next().is_none().then_some(first.chapter)
}

/// Tells whether a sentence gives an authorisation.
fn gives(low: &str) -> bool {
    let named = has_stem(low, &["fullmakt", "budsjettfullmakt", "merinntektsfullmakt"]);
    let verb = ["gis ", "får ", "gjev ", "gir ", "delegeres", "delegerast", "har fullmakt", "blir gjeve"]
        .iter()
        .any(|verb| low.contains(verb));
    let denies = [
        "kan ikke",
        "kan ikkje",
        "gjelder bare",
        "gjeld berre",
        "som stortinget har gitt",
        "skal rapporteres",
    ]
    .iter()
    .any(|phrase| low.contains(phrase));
    named && verb && !denies && !low.trim_end().ends_with(':')
}

fn is_pointer(low: &str) -> bool {
    low.contains("vedlegg")
        && [
            "se ",
            "jf.",
            "sjå ",
            "går fram av",
            "framgår av",
            "fremgår av",
            "gis videre i",
            "finnes i",
            "finst i",
        ]
        .iter()
        .any(|phrase| low.contains(phrase))
}

/// Returns the heading of a paragraph that gives one authorisation: a minor heading or numbered title right above it.
fn titled(view: &View<'_>, at: usize) -> Option<String> {
    const ALLOWS: [&str; 10] = [
        "kan nettoføre",
        "kan bestille",
        "kan gi tilsagn",
        "kan gje tilsegn",
        "kan overskride",
        "kan overskride",
        "kan omdisponere",
        "kan inngå",
        "gis fullmakt",
        "kan pådra",
    ];
    let block = view.lines[at].block;
    let above = view.lines.get(at.checked_sub(1)?)?;
    let heading = view.tree.blocks[above.block].flow.joined();
    let title = match styrbord_syntax::leading_number(&heading) {
        Some((_, start)) => heading[start..].to_owned(),
        None => heading,
    };
    let is_title = matches!(above.kind, LineKind::Heading(_))
        || title.split_whitespace().count() <= 8 && !title.ends_with(['.', ':']);
    let low = lower(view.tree.blocks[block].flow.as_str());
    let own = crate::outline::role_of(&title) != SectionRole::Authorisations
        || title.split_whitespace().count() == 1
            && !lower(&title).starts_with("fullmakt")
            && !lower(&title).starts_with("budsjettfullmakt");
    let leads_on = view.tree.blocks[block].flow.as_str().trim_end().ends_with(':');
    (is_title && own && !leads_on && ALLOWS.iter().any(|phrase| low.contains(phrase))).then_some(title)
}

fn push_titled(view: &View<'_>, plan: &mut Plan, title: &str, flow: &Flow, head: styrbord_source::Span) {
    let text = flow.as_str();
    let first = post_references(text).into_iter().find(|found| found.chapter.is_some());
    plan.authorisations.push(Authorisation {
        title: title.to_owned(),
        chapter: first.as_ref().and_then(|found| found.chapter),
        post: first.and_then(|found| found.post),
        limit_nok: find_amounts(text).first().map(|printed| printed.amount),
        span: Some(view.spot(head.to(flow.span()))),
    });
}

/// Tells whether a paragraph is followed by the items that it leads to.
fn leads_to_list(view: &View<'_>, at: usize) -> bool {
    let block = view.lines[at].block;
    let text = view.tree.blocks[block].flow.as_str().trim_end();
    let next = view.lines.iter().skip(at + 1).find(|line| line.block > block);
    !text.ends_with('.') && next.is_some_and(|line| matches!(line.kind, LineKind::Item(_)))
}

fn push(view: &View<'_>, plan: &mut Plan, flow: &Flow) {
    let text = flow.as_str();
    let title = flow.joined();
    if title.is_empty() {
        return;
    }
    let named = post_references(text);
    let alone = named.first().and_then(|found| if found.chapter.is_none() { found.post } else { None });
    let inferred = alone.and_then(|post| Some((only_chapter(plan, post)?, Some(post))));
    let explicit = named.iter().find_map(|found| Some((found.chapter?, found.post)));
    let place = inferred.or(explicit);
    plan.authorisations.push(Authorisation {
        title: title.trim_end_matches('.').to_owned(),
        chapter: place.map(|(chapter, _)| chapter),
        post: place.and_then(|(_, post)| post),
        limit_nok: find_amounts(text).first().map(|printed| printed.amount),
        span: Some(view.spot(flow.span())),
    });
}

/// Reads a row of a table of authorisations.
fn row(view: &View<'_>, plan: &mut Plan, at: usize) {
    let line = &view.lines[at];
    let Some(table) = view.tree.blocks[line.block].table() else { return };
    let Some(row) = table.rows.get(line.row) else { return };
    if line.row == 0 {
        return;
    }
    let heading = view
        .outline
        .headings
        .iter()
        .filter(|(block, _)| *block < line.block)
        .map(|(_, heading)| heading.title.clone())
        .next_back()
        .unwrap_or_default();
    let head: Vec<String> = table
        .rows
        .first()
        .map(|head| head.cells.iter().map(|cell| lower(&cell.joined())).collect())
        .unwrap_or_default();
    let column = |stems: &[&str]| head.iter().position(|text| has_stem(text, stems));
    let cell = |at: Option<usize>| {
        at.and_then(|at| row.cells.get(at)).map(styrbord_syntax::Cell::joined).unwrap_or_default()
    };
    let number = |text: String| text.trim().trim_end_matches('.').parse::<u32>().ok();
    let whole: Vec<String> =
        row.cells.iter().map(styrbord_syntax::Cell::joined).filter(|text| !text.is_empty()).collect();
    let joined = whole.join(" ");
    let named = post_references(&joined);
    let (kap, post) = (number(cell(column(&["kap"]))), number(cell(column(&["post"]))));
    let chapter = kap
        .or_else(|| above(view, line.block, line.row, column(&["kap"])))
        .or_else(|| named.first().and_then(|found| found.chapter));
    let post = post.or_else(|| named.first().and_then(|found| found.post));
    let limit_column = column(&["ramme", "beløp", "samlet ramme", "grense", "samla ramme"]);
    let unit = head.iter().find_map(|text| styrbord_money::parse_caption(text)).unwrap_or_default();
    let limit = limit_column
        .and_then(|at| row.cells.get(at))
        .and_then(|cell| styrbord_money::parse_cell(cell.flow.as_str(), unit))
        .or_else(|| find_amounts(&joined).into_iter().next());
    if limit.is_none() && named.is_empty() || post.is_none() && limit.is_none() {
        return;
    }
    let title =
        cell(column(&["betegnelse", "nemning", "fullmakt", "benevnelse", "formål", "gjelder", "tekst"]));
    let kind = lower(&heading);
    let own = kind.contains("fullmakt")
        && kind.split_whitespace().count() <= 3
        && !kind.starts_with("fullmakt")
        && !kind.starts_with("budsjettfullmakt")
        && !kind.starts_with("vedlegg");
    let title = if own || title.is_empty() && named.is_empty() {
        heading.trim_end_matches("er").to_owned()
    } else if title.is_empty() {
        joined
    } else {
        title
    };
    plan.authorisations.push(Authorisation {
        title,
        chapter,
        post,
        limit_nok: limit.map(|printed| printed.amount),
        span: Some(view.spot(row.span)),
    });
}

/// Returns the number in a column of the nearest row above that has one.
fn above(view: &View<'_>, block: usize, row: usize, column: Option<usize>) -> Option<u32> {
    let table = view.tree.blocks[block].table()?;
    let column = column?;
    table.rows[..row]
        .iter()
        .rev()
        .find_map(|row| row.cells.get(column).and_then(|cell| cell.joined().trim().parse().ok()))
}
