//! Common directions (fellesføringer): the titles in their section.

use crate::view::{LineKind, View};
use crate::words::lower;
use styrbord_plan::{CommonDirection, Plan, SectionRole};
use styrbord_source::Flow;
use styrbord_syntax::{Block, BlockKind, leading_number};

/// Reads the common directions.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan) {
    let own_headings: Vec<usize> = view
        .outline
        .headings
        .iter()
        .filter(|(_, heading)| crate::outline::role_of(&heading.title) == SectionRole::CommonDirections)
        .map(|(block, _)| *block)
        .collect();
    let own_heading = |block: usize| own_headings.binary_search(&block).is_ok();
    let mut closed = false;
    let blocks: Vec<usize> = (0..view.tree.blocks.len())
        .filter(|block| {
            let numbered = view.outline.level(*block).is_some_and(|level| level < Block::MINOR - 1);
            closed = !own_heading(*block)
                && (closed && !numbered || closes(view.tree.blocks[*block].flow.as_str()));
            !closed && view.outline.role(*block) == SectionRole::CommonDirections
        })
        .collect();
    let mut items = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let node = &view.tree.blocks[*block];
        if own_heading(*block) {
            if lower(node.flow.as_str()).contains(" (fellesføring") {
                push(view, plan, &node.flow);
            }
            continue;
        }
        match &node.kind {
            BlockKind::Heading { .. } => push(view, plan, &node.flow),
            BlockKind::Paragraph if is_title(view, &blocks, index) => push(view, plan, &node.flow),
            BlockKind::Item { marker, .. } => items.push((node.flow.clone(), marker.clone(), index)),
            _ => {}
        }
    }
    if plan.common_directions.is_empty() {
        for block in &blocks {
            run_in(view, plan, *block);
        }
    }
    if plan.common_directions.is_empty() {
        let opened = items.first().is_some_and(|(_, _, index)| *index <= 3);
        for (flow, ..) in items.iter().filter(|_| opened) {
            push(view, plan, flow);
        }
    } else {
        for (flow, _, index) in &items {
            let lettered = is_short_title(flow)
                && blocks
                    .get(index + 1)
                    .is_some_and(|next| matches!(view.tree.blocks[*next].kind, BlockKind::Paragraph));
            if lettered {
                push(view, plan, flow);
            }
        }
    }
    for node in &view.tree.blocks {
        let label = styrbord_syntax::leading_label(node.flow.as_str());
        let named = label.is_some_and(|label| {
            lower(label.word) == "fellesføring" && label.separated && label.number.is_empty()
        });
        if let (true, Some(first)) = (named, node.flow.lines().next()) {
            let start = first.as_str().find(':').map_or(0, |at| at + 1);
            push(view, plan, &first.slice(start..first.as_str().len()));
        }
    }
    plan.common_directions.sort_by_key(|direction| direction.span.map(|spot| spot.span.start));
    let _ = LineKind::Text;
}

/// Tells whether a block ends what the letter says: the greeting over the names, or the list of attachments.
fn closes(text: &str) -> bool {
    const GREETINGS: [&str; 10] = [
        "med hilsen",
        "med helsing",
        "med vennlig hilsen",
        "med venleg helsing",
        "med vennleg helsing",
        "vennlig hilsen",
        "venleg helsing",
        "vennleg helsing",
        "beste hilsen",
        "beste helsing",
    ];
    let first = text.lines().next().unwrap_or_default();
    let low: String = lower(first).chars().take(60).collect();
    let list = styrbord_syntax::leading_label(first)
        .is_some_and(|label| lower(label.word) == "vedlegg" && label.number.is_empty() && label.separated);
    list || low.chars().count() < 40 && GREETINGS.iter().any(|greeting| low.starts_with(greeting))
}

/// Reads directions that run into their text: `Ta imot lærlinger: Verksemda skal …`.
fn run_in(view: &View<'_>, plan: &mut Plan, block: usize) {
    let node = &view.tree.blocks[block];
    if !matches!(node.kind, BlockKind::Paragraph) {
        return;
    }
    let mut ended = true;
    for line in node.flow.lines() {
        let text = line.as_str();
        let title = text.split_once(": ").filter(|(title, rest)| {
            let low = lower(title);
            ended
                && title.starts_with(char::is_uppercase)
                && title.split_whitespace().take(13).count() <= 12
                && !title.contains(['.', ';'])
                && rest.starts_with(char::is_uppercase)
                && !["følgende", "følgjande", "frist", "fellesføring", "disse", "desse"]
                    .iter()
                    .any(|word| low.contains(word))
        });
        if let Some((title, _)) = title {
            push(view, plan, &line.slice(0..title.len()));
        }
        ended = styrbord_syntax::sentence_ends(text);
    }
}

/// Tells whether a paragraph is a title: it ends without a full stop and running text follows.
fn is_title(view: &View<'_>, blocks: &[usize], index: usize) -> bool {
    let flow = &view.tree.blocks[blocks[index]].flow;
    let next = blocks.get(index + 1).map(|block| &view.tree.blocks[*block]);
    is_short_title(flow)
        && next.is_some_and(|next| {
            matches!(next.kind, BlockKind::Paragraph) && next.flow.as_str().chars().count() > 60
        })
}

fn is_short_title(flow: &Flow) -> bool {
    let text = flow.joined();
    text.chars().count() <= 160
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', ':', ';'])
        && !text.contains(". ")
}

fn push(view: &View<'_>, plan: &mut Plan, flow: &Flow) {
    let text = flow.as_str();
    let mut start = match leading_number(text) {
        Some((_, start)) => start,
        None => 0,
    };
    if let Some(label) = styrbord_syntax::leading_label(text)
        && lower(label.word).starts_with("fellesføring")
        && !label.number.is_empty()
    {
        start = label.text_start;
    }
    let title = flow.slice(start..text.len()).joined();
    let title = title.split(". ").next().unwrap_or_default().trim_end_matches('.').to_owned();
    if !title.is_empty() {
        plan.common_directions.push(CommonDirection { title, span: Some(view.spot(flow.span())) });
    }
}
