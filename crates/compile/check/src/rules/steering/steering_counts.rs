//! How much the letter steers by: goals, parameters, requirements, assignments, deadlines, reports and duties.
//!
//! The method is open, so that two letters, or two years, can be compared:
//! - *goals*: each goal and sub-goal with a title, once;
//! - *parameters*: each steering parameter, once; key figures are none;
//! - *requirements*: each performance requirement or ambition;
//! - *assignments*: each assignment once, however often it is described; *new* are those that the letter does not say
//!   were given before;
//! - *deadlines*: the different days on which an assignment, or one of its parts, is due; a deadline that stands in
//!   list and annex counts once, a superseded one not at all;
//! - *reports*: each row of the reporting table and each periodic report in prose;
//! - *duties*: what running text asks for besides; *dated* are those with a day.
//!
//! ## Why it matters
//! Many requirements drown the important ones. The count shows from year to year whether steering grows or shrinks.
//!
//! ## Example
//! > Mål 4, styringsparametere 9, krav 7, oppdrag 12 (nye 8), frister 17, rapporter 4, plikter i teksten 6 (med dato 2)
//!
//! ## What to ask
//! Nothing; bring the figures to the steering meeting if they grow.

use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Counts, Plan};
use styrbord_source::Spot;

pub(crate) const RULE: Rule = Rule {
    code: "steering-counts",
    family: Family::Steering,
    severity: Severity::Info,
    file: include_str!("steering_counts.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let plan = letter.plan;
    let Some(spot) = first_spot(plan) else { return };
    sink.find(
        summary(plan),
        &[(spot.span, None)],
        Message::new(
            "Tallene er talt etter metoden på regelens side; sammenlign dem med fjorårets brev.",
            "Tala er talde etter metoden på sida til regelen; samanlikn dei med brevet frå i fjor.",
            "Counted by the method on the rule's page; compare with last year's letter.",
        ),
    );
}

/// Returns where steering begins: the first goal, else the first parameter. Other letters are not counted.
fn first_spot(plan: &Plan) -> Option<Spot> {
    let goal = plan.goals.first().and_then(|goal| goal.span);
    goal.or_else(|| plan.steering_parameters.first().and_then(|parameter| parameter.span))
}

fn summary(plan: &Plan) -> Message {
    let Counts {
        goals,
        steering_parameters: parameters,
        requirements,
        assignments,
        new_assignments: new,
        deadlines,
        reports,
        duties,
        dated_duties: dated,
        ..
    } = Counts::of(plan);
    Message::new(
        format!(
            "Mål {goals}, styringsparametere {parameters}, krav {requirements}, oppdrag {assignments} (nye {new}), \
             frister {deadlines}, rapporter {reports}, plikter i teksten {duties} (med dato {dated})"
        ),
        format!(
            "Mål {goals}, styringsparametrar {parameters}, krav {requirements}, oppdrag {assignments} (nye {new}), \
             fristar {deadlines}, rapportar {reports}, plikter i teksten {duties} (med dato {dated})"
        ),
        format!(
            "Goals {goals}, steering parameters {parameters}, requirements {requirements}, assignments \
             {assignments} (new {new}), deadlines {deadlines}, reports {reports}, duties in the text {duties} \
             (dated {dated})"
        ),
    )
}
