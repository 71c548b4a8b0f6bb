//! Lists that a sentence announces, and how many items follow.

use crate::parties::sentences;
use crate::view::{LineKind, View};
use crate::words::{lower, small_number};
use styrbord_plan::{AnnouncedList, Plan, RowDefect, SectionRole};

/// Reads announced lists, and rows that do not fit the head of their table.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan) {
    rows(view, plan);
    for (block, node) in view.tree.blocks.iter().enumerate() {
        let table = node.table().is_some();
        if table || view.outline.role(block) == SectionRole::Contents {
            continue;
        }
        let text = node.flow.as_str();
        if !text.trim_end().ends_with(':') {
            continue;
        }
        let Some(range) = sentences(text).into_iter().next_back() else { continue };
        let sentence = node.flow.slice(range);
        let low = lower(&sentence.joined());
        if !announces(&low) {
            continue;
        }
        let (thing, announced) = counted(&low);
        let found = followers(view, block);
        plan.evidence.announced_lists.push(AnnouncedList {
            spot: view.spot(sentence.span()),
            thing,
            announced,
            found,
        });
    }
}

/// Notes the rows of ruled tables that have more or fewer cells than the head.
fn rows(view: &View<'_>, plan: &mut Plan) {
    for table in
        view.tree.blocks.iter().filter_map(styrbord_syntax::Block::table).filter(|table| table.has_head)
    {
        let Some(head) = table.rows.first() else { continue };
        for row in table.rows.iter().skip(1).filter(|row| row.cells.len() != head.cells.len()) {
            plan.evidence.row_defects.push(RowDefect {
                expected: head.cells.len() as u32,
                found: row.cells.len() as u32,
                spot: view.spot(row.span),
                head: view.spot(head.span),
            });
        }
    }
}

/// Tells whether a sentence announces a list.
fn announces(low: &str) -> bool {
    ["følgende", "følgjande", "nedenfor", "nedanfor", "disse ", "desse ", "slik:"]
        .iter()
        .any(|word| low.contains(word))
        || counted(low).1.is_some()
}

/// Returns the thing that is counted and how many: `følgende fire styringsparametere`.
fn counted(low: &str) -> (Option<String>, Option<u32>) {
    let words: Vec<&str> = low.split_whitespace().collect();
    let start = words.iter().position(|word| ["følgende", "følgjande", "disse", "desse"].contains(word));
    let Some(start) = start else { return (None, None) };
    for at in start..words.len().min(start + 3) {
        if let Some(number) = small_number(words[at]).filter(|number| *number >= 2) {
            let thing =
                words.get(at + 1).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
            return (thing, Some(number));
        }
    }
    (None, None)
}

/// Counts what follows an announcing block: items, rows of a table, or labelled lines; a heading means none.
fn followers(view: &View<'_>, block: usize) -> u32 {
    let Some(next) = view.tree.blocks.get(block + 1) else { return 0 };
    if let Some(table) = next.table() {
        return table.rows.len().saturating_sub(usize::from(table.has_head)).max(1) as u32;
    }
    let first = view.line_of_block(block + 1);
    let mut count = 0;
    let mut depth_first = None;
    for line in view.lines.iter().skip(first) {
        match (&line.kind, &view.tree.blocks[line.block].kind) {
            (LineKind::Item(_), styrbord_syntax::BlockKind::Item { depth, .. }) => {
                let top = *depth_first.get_or_insert(*depth);
                count += u32::from(*depth <= top);
            }
            (LineKind::Text, _) if !line.first => {}
            (LineKind::Text, _) if count > 0 && !line.text().starts_with(char::is_lowercase) => break,
            (LineKind::Text, _) if count == 0 => {
                return u32::from(!starts_other_section(line.text()));
            }
            (LineKind::Text, _) => {}
            (LineKind::Heading(level), _) if count == 0 => {
                return u32::from(*level >= styrbord_syntax::Block::MINOR);
            }
            _ => break,
        }
    }
    count
}

/// Tells whether a line begins a new chapter of money or a new goal, so that an announced list is empty.
fn starts_other_section(text: &str) -> bool {
    let Some(label) = styrbord_syntax::leading_label(text) else { return false };
    let word = lower(label.word.trim_end_matches('.'));
    ["kap", "kapittel", "mål", "hovedmål", "hovudmål", "vedlegg"].contains(&word.as_str())
        && !label.number.is_empty()
}
