//! A steering parameter is worded as a task.
//!
//! ## Why it matters
//! A task is done or not done; it does not show whether the goal comes closer. It belongs among the assignments, with a
//! deadline.
//!
//! ## Example
//! > SP 9: Gjennomføre en informasjonskampanje før vinterferien
//!
//! ## What to ask
//! Is it an assignment? If it is a parameter: which result of the task is to be measured?
//!
//! ## What it does not report
//! Titles that name a quantity (`Gjennomføre minst 30 tilsyn`).

use super::wording;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};

pub(crate) const RULE: Rule = Rule {
    code: "parameter-is-activity",
    family: Family::Steering,
    severity: Severity::Info,
    file: include_str!("parameter_is_activity.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for parameter in &letter.plan.steering_parameters {
        let Some(spot) = parameter.span else { continue };
        let Some(words) = wording::task_words(&parameter.title) else { continue };
        if wording::names_quantity(&parameter.title) {
            continue;
        }
        let name = wording::name(parameter);
        sink.find(
            Message::new(
                format!("{name} er en aktivitet («{words}»), ikke noe som kan måles"),
                format!("{name} er ein aktivitet («{words}»), ikkje noko som kan målast"),
                format!("{name} is an activity (“{words}”), not something that can be measured"),
            ),
            &[(spot.span, None)],
            Message::new(
                "Spør departementet om dette er et oppdrag, eller hvilket resultat av aktiviteten som skal måles.",
                "Spør departementet om dette er eit oppdrag, eller kva resultat av aktiviteten som skal målast.",
                "Ask the ministry whether this is an assignment, or which result of the activity is to be measured.",
            ),
        );
    }
}
