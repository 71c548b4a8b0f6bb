//! Syntax tree to plan: numbers, dates and references resolved.
//!
//! From: a [`Source`] and its [`Tree`]. To: a [`Plan`] with its evidence. Kinds of things are recognised from
//! several signals (label, numbering, position, neighbours, table shape), never from one letter's wording. What the
//! letter says is never repaired: the printed and the understood value both stand in the plan.
//!
//! This crate does not judge (`check` does).
//!
//! ```
//! use styrbord_source::{Format, Source};
//! let source = Source::new("Tildelingsbrev 2025\n\nMål 1: Trygg ferdsel\n".to_owned(), Format::Text);
//! let plan = styrbord_lower::lower(&source, &styrbord_syntax::parse(&source));
//! assert_eq!(plan.goals[0].title, "Trygg ferdsel");
//! assert_eq!(plan.year, Some(2025));
//! ```

mod assignments;
mod attachments;
mod authorisations;
mod deadlines;
mod directions;
mod goal_rows;
mod goals;
mod leftovers;
mod letter_date;
mod letterhead;
mod lists;
mod measures;
mod meetings;
mod money;
mod outline;
mod parameters;
mod parties;
mod prose;
mod receiver;
mod references;
mod repeals;
mod reports;
mod sent_reports;
mod view;
mod words;

use styrbord_plan::Plan;
use styrbord_source::Source;
use styrbord_syntax::Tree;
use view::View;

/// Lowers a tree to a plan.
pub fn lower(source: &Source, tree: &Tree) -> Plan {
    let view = View::new(source, tree);
    let mut plan = Plan::default();
    plan.evidence.headings = view.outline.headings.iter().map(|(_, heading)| heading.clone()).collect();
    letterhead::read(&view, &mut plan);
    let bodies = parties::Bodies::collect(&view, &plan);
    let marks = goals::read(&view, &mut plan);
    parameters::read(&view, &mut plan, &marks);
    let mut repeals = repeals::read(&view, &plan);
    let taken = assignments::read(&view, &mut plan, &marks, &bodies, &mut repeals);
    money::read(&view, &mut plan, &taken);
    assignments_from_money(&mut plan);
    reports::read(&view, &mut plan, &taken);
    meetings::read(&view, &mut plan, &taken);
    prose::read(&view, &mut plan, &bodies, &taken);
    authorisations::read(&view, &mut plan);
    directions::read(&view, &mut plan);
    attachments::read(&view, &mut plan);
    repeals.finish(&mut plan);
    lists::read(&view, &mut plan);
    references::read(&view, &mut plan);
    leftovers::read(&view, &mut plan, &taken);
    plan
}

/// Gives an assignment that is described without a number the number of the money row with its title.
fn assignments_from_money(plan: &mut Plan) {
    let rows: Vec<_> = plan
        .evidence
        .titles
        .iter()
        .filter(|title| {
            title.kind == styrbord_plan::TitleKind::Assignment && title.place == styrbord_plan::Where::Money
        })
        .cloned()
        .collect();
    for row in rows {
        let same =
            |assignment: &styrbord_plan::Assignment| words::likeness(&assignment.title, &row.title) >= 80;
        let numbered =
            plan.assignments.iter().any(|known| known.number.as_ref() == Some(&row.key) && same(known));
        if numbered {
            continue;
        }
        if let Some(unnumbered) =
            plan.assignments.iter_mut().find(|known| known.number.is_none() && same(known))
        {
            unnumbered.number = Some(row.key.clone());
            unnumbered.spans.insert(0, row.spot);
            if unnumbered.research < row.research {
                unnumbered.research = row.research;
            }
        }
    }
}
