//! The sums that the letter implies: posts of a chapter, portions of a post, changes, grand totals.

use std::collections::BTreeMap;
use styrbord_money::Nok;
use styrbord_plan::{Plan, Sum, SumKind, Term};
use styrbord_source::Spot;

/// A sum that the letter prints.
#[derive(Debug, Clone)]
pub(crate) struct Stated {
    /// The amount.
    pub amount: Nok,
    /// Half a unit of its last digit.
    pub tolerance: Nok,
    /// Where it stands.
    pub spot: Spot,
}

/// A sum over several chapters.
#[derive(Debug, Clone)]
pub(crate) struct GrandTotal {
    /// The amount.
    pub amount: Nok,
    /// Half a unit of its last digit.
    pub tolerance: Nok,
    /// Where it stands.
    pub spot: Spot,
    /// It adds up income.
    pub income: bool,
    /// How many chapters stood above it.
    pub after: usize,
}

/// A row with earlier amount, change and new total: amount, tolerance and place of each.
#[derive(Debug, Clone)]
pub(crate) struct Moved {
    /// The chapter.
    pub chapter: u32,
    /// The post.
    pub post: u32,
    /// The new total.
    pub total: (Nok, Nok, Spot),
    /// The change.
    pub change: (Nok, Nok, Spot),
    /// The earlier amount.
    pub previous: (Nok, Nok, Spot),
}

/// A post, and the group within it when there is one.
type Group = ((u32, u32), Option<usize>);

/// Where the parts of sums stand.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    posts: BTreeMap<(u32, u32), Term>,
    /// Rows that give a post another amount right below its row.
    again: Vec<((u32, u32), Term)>,
    /// Posts in the order of their rows.
    order: Vec<(u32, u32)>,
    portions: BTreeMap<Group, Vec<Term>>,
    stated: BTreeMap<Group, Term>,
    exhaustive: Vec<(u32, u32)>,
    /// Sums of chapters.
    pub sums: Vec<(u32, Stated)>,
    /// Rows with a change.
    pub changes: Vec<Moved>,
}

impl Terms {
    /// Notes the amount of a post; the first place counts.
    ///
    /// A row of the same post right below it, with another amount, counts in the chapter's sum too.
    pub fn post(&mut self, chapter: u32, post: u32, amount: Nok, tolerance: Nok, spot: Spot) {
        let above = self.posts.get(&(chapter, post)).filter(|known| {
            self.order.last() == Some(&(chapter, post))
                && known.spot.place.end_line + 1 == spot.place.line
                && known.amount != amount
                && self.sums.iter().all(|(summed, _)| *summed != chapter)
        });
        if above.is_some() {
            self.again.push(((chapter, post), Term { amount, tolerance, spot }));
        }
        if !self.posts.contains_key(&(chapter, post)) {
            self.order.push((chapter, post));
        }
        self.posts.entry((chapter, post)).or_insert(Term { amount, tolerance, spot });
    }

    /// Notes the amount of a portion.
    pub fn portion(
        &mut self,
        post: (u32, u32),
        group: Option<usize>,
        amount: Nok,
        tolerance: Nok,
        spot: Spot,
    ) {
        self.portions.entry((post, group)).or_default().push(Term { amount, tolerance, spot });
    }

    /// Notes the sum that a list of portions prints.
    pub fn stated_portion(
        &mut self,
        post: (u32, u32),
        group: Option<usize>,
        amount: Nok,
        tolerance: Nok,
        spot: Spot,
    ) {
        self.stated.insert((post, group), Term { amount, tolerance, spot });
    }

    /// Notes that the letter says that a post's portions are all of it.
    pub fn exhaustive(&mut self, post: (u32, u32)) {
        self.exhaustive.push(post);
    }
}

/// Adds every sum to the plan's evidence.
pub(crate) fn collect(plan: &mut Plan, terms: &Terms, totals: &[GrandTotal]) {
    let mut sums = Vec::new();
    for (chapter, stated) in &terms.sums {
        let rows = terms.order.iter().filter_map(|key| Some((key, terms.posts.get(key)?)));
        let again = terms.again.iter().map(|(key, term)| (key, term));
        let parts: Vec<Term> = rows
            .chain(again)
            .filter(|((known, _), _)| known == chapter)
            .map(|(_, term)| term.clone())
            .collect();
        if !parts.is_empty() {
            let total = Term { amount: stated.amount, tolerance: stated.tolerance, spot: stated.spot };
            sums.push(Sum {
                kind: SumKind::Chapter,
                what: format!("kap. {chapter}"),
                parts,
                total,
                exhaustive: true,
            });
        }
    }
    portion_sums(plan, terms, &mut sums);
    for total in totals {
        let parts: Vec<Term> = plan
            .budget
            .iter()
            .take(total.after)
            .filter(|chapter| (chapter.chapter >= 3000) == total.income || !total.income && totals.len() == 1)
            .flat_map(|chapter| terms.order.iter().filter(move |(known, _)| *known == chapter.chapter))
            .filter_map(|key| terms.posts.get(key))
            .cloned()
            .collect();
        let expenses: Vec<Term> = parts;
        if expenses.len() >= 2 {
            let term = Term { amount: total.amount, tolerance: total.tolerance, spot: total.spot };
            sums.push(Sum {
                kind: SumKind::Total,
                what: "sum".to_owned(),
                parts: expenses,
                total: term,
                exhaustive: true,
            });
        }
    }
    for change in &terms.changes {
        let term = |(amount, tolerance, spot): (Nok, Nok, Spot)| Term { amount, tolerance, spot };
        sums.push(Sum {
            kind: SumKind::Change,
            what: format!("kap. {} post {:02}", change.chapter, change.post),
            parts: vec![term(change.previous), term(change.change)],
            total: term(change.total),
            exhaustive: true,
        });
    }
    plan.evidence.sums.extend(sums);
}

fn portion_sums(plan: &Plan, terms: &Terms, sums: &mut Vec<Sum>) {
    for ((post, group), parts) in &terms.portions {
        let what = format!("kap. {} post {:02}", post.0, post.1);
        let known = plan
            .budget
            .iter()
            .find(|chapter| chapter.chapter == post.0)
            .and_then(|chapter| chapter.posts.iter().find(|known| known.post == post.1));
        let whole = match group {
            None => terms.posts.get(post).cloned(),
            Some(group) => terms.portions.get(&(*post, None)).and_then(|parts| parts.get(*group)).cloned(),
        };
        let kind = if group.is_none() { SumKind::Post } else { SumKind::Portion };
        let stated = terms.stated.get(&(*post, *group));
        if let Some(stated) = stated {
            sums.push(Sum {
                kind: SumKind::Portion,
                what: what.clone(),
                parts: parts.clone(),
                total: stated.clone(),
                exhaustive: true,
            });
        }
        let Some(total) = whole else { continue };
        let free = known.is_some_and(|known| {
            known.breakdown.iter().any(|portion| portion.kind == styrbord_plan::PortionKind::Free)
        });
        let change_only = known.is_some_and(|known| known.change_nok.is_some());
        let exhaustive =
            !change_only && (group.is_some() || free || terms.exhaustive.contains(post) || stated.is_some());
        let supplement = change_only && group.is_none();
        if parts.len() >= 2 && !supplement {
            sums.push(Sum { kind, what, parts: parts.clone(), total, exhaustive });
        }
    }
}
