//! Posts that running text gives, divides, and earmarks, where no table does.

use super::posts;
use crate::Letter;
use styrbord_money::Nok;
use styrbord_money::find_amounts;
use styrbord_plan::{LetterKind, Portion, Post, Sum, SumKind, Term};
use styrbord_source::Span;
use styrbord_syntax::{Block, BlockKind};

/// Returns the sums of posts whose paragraph announces how they are divided, when the plan has no sum for them.
pub(super) fn sums(letter: &Letter<'_>) -> Vec<Sum> {
    let mut out = Vec::new();
    for (what, post) in posts_of(letter) {
        let known = |sum: &Sum| {
            sum.kind == SumKind::Post
                && sum.parts.iter().any(|part| {
                    let mut spots = post.breakdown.iter().filter_map(|portion| portion.span);
                    spots.any(|spot| spot.span.overlaps(part.spot.span))
                })
        };
        if post.breakdown.len() < 2 || letter.evidence().sums.iter().any(known) {
            continue;
        }
        let parts: Option<Vec<Term>> =
            post.breakdown.iter().map(|portion| term_of(letter, portion)).collect();
        let Some(parts) = parts else { continue };
        if let Some(total) = divided_above(letter, post, &parts) {
            out.push(Sum { kind: SumKind::Post, what, parts, total, exhaustive: true });
        }
    }
    out
}

/// Returns the portions that are larger than their whole post, with what the post is called.
pub(super) fn too_large(letter: &Letter<'_>) -> Vec<(String, Term, Term)> {
    if letter.plan.kind == LetterKind::Supplement {
        return Vec::new();
    }
    let book = posts::Book::of(letter);
    let mut out = Vec::new();
    for (what, post) in posts_of(letter) {
        let whole = [post.amount_nok, post.appropriation_nok, post.previous_nok, post.agency_share_nok];
        let (Some(most), Some(spot)) = (whole.into_iter().flatten().max(), post.span) else { continue };
        let printed = book.printed(spot, most);
        let [portion] = post.breakdown.as_slice() else { continue };
        let Some(part) = term_of(letter, portion) else { continue };
        let slack = part.tolerance.ore().saturating_add(printed.tolerance.ore());
        let over = part.amount.ore().saturating_sub(most.ore());
        if over > slack && !posts::unit_unknown(letter, printed.span) {
            let spot = letter.source.spot(printed.span);
            out.push((what, part, Term { amount: most, tolerance: printed.tolerance, spot }));
        }
    }
    out
}

/// Tells whether the text calls a part of a sum the rest: `Resten, 6,4 mill. kroner`.
pub(super) fn names_the_rest(letter: &Letter<'_>, sum: &Sum) -> bool {
    /// How many bytes before the amount the word may stand.
    const REACH: usize = 24;
    let text = letter.source.text();
    sum.parts.iter().any(|part| {
        let start = part.spot.span.start as usize;
        let from = text.floor_char_boundary(start.saturating_sub(REACH));
        let before = text[from..start].to_lowercase();
        before
            .split(|c: char| !c.is_alphabetic())
            .any(|word| ["resten", "attståande", "resterende"].contains(&word))
    })
}

fn posts_of<'a>(letter: &Letter<'a>) -> impl Iterator<Item = (String, &'a Post)> {
    letter.plan.budget.iter().flat_map(|chapter| {
        chapter.posts.iter().map(|post| (posts::name((chapter.chapter, post.post)), post))
    })
}

/// Finds the amount of a portion where the text prints it.
fn term_of(letter: &Letter<'_>, portion: &Portion) -> Option<Term> {
    let span = portion.span?.span;
    let blocks = &letter.tree.blocks;
    let at = blocks.partition_point(|block| block.span.end <= span.start);
    blocks[at..]
        .iter()
        .take_while(|block| block.span.start < span.end)
        .find_map(|block| term_in(letter, block, portion.amount_nok))
}

fn term_in(letter: &Letter<'_>, block: &Block, amount: Nok) -> Option<Term> {
    let found = find_amounts(block.flow.as_str()).into_iter().find(|found| found.amount == amount)?;
    let tolerance = found.tolerance();
    let span: Span = block.flow.span_of(found.range);
    Some(Term { amount, tolerance, spot: letter.source.spot(span) })
}

/// Returns the amount of a post in the paragraph right above its portions, when that announces them all:
/// `er det bevilget 4 mill. kroner. Beløpet er fordelt slik:`.
fn divided_above(letter: &Letter<'_>, post: &Post, parts: &[Term]) -> Option<Term> {
    let blocks = &letter.tree.blocks;
    let first = parts.first()?.spot.span;
    let at = blocks.partition_point(|block| block.span.end <= first.start);
    let above = blocks.get(at.checked_sub(1)?)?;
    let items = blocks[at..].iter().take_while(|block| matches!(block.kind, BlockKind::Item { .. })).count();
    let text = above.flow.as_str().trim_end().to_lowercase();
    let last = text.rfind(". ").map_or(text.as_str(), |stop| &text[stop..]);
    let all = text.ends_with(':')
        && ["fordel", "deles", "delt"].iter().any(|stem| last.contains(stem))
        && items == parts.len();
    let amount = post.agency_share_nok.or(post.amount_nok).filter(|_| all)?;
    term_in(letter, above, amount)
}
