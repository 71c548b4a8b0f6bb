//! Common directions (fellesføringer): the titles in their section.

use crate::view::{LineKind, View};
use crate::words::lower;
use styrbord_plan::{CommonDirection, Plan, SectionRole};
use styrbord_source::Flow;
use styrbord_syntax::{BlockKind, leading_number};

/// Reads the common directions.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan) {
    let blocks: Vec<usize> = (0..view.tree.blocks.len())
        .filter(|block| view.outline.role(*block) == SectionRole::CommonDirections)
        .collect();
    let own_heading = |block: usize| {
        view.outline.headings.iter().any(|(at, heading)| {
            *at == block && crate::outline::role_of(&heading.title) == SectionRole::CommonDirections
        })
    };
    let mut items = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let node = &view.tree.blocks[*block];
        if own_heading(*block) {
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
        let named = label.is_some_and(|label| lower(label.word) == "fellesføring" && label.separated && label.number.is_empty());
        if let (true, Some(first)) = (named, node.flow.lines().next()) {
            let start = first.as_str().find(':').map_or(0, |at| at + 1);
            push(view, plan, &first.slice(start..first.as_str().len()));
        }
    }
    plan.common_directions.sort_by_key(|direction| direction.span.map(|spot| spot.span.start));
    let _ = LineKind::Text;
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
