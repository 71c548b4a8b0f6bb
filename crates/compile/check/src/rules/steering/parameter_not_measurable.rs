//! A steering parameter does not say what is counted or measured.
//!
//! ## Why it matters
//! Without a quantity nobody can tell at the end of the year whether it went up or down, and the two sides will
//! discuss words. The rules of financial management ask for parameters that stay the same from year to year.
//!
//! ## Example
//! > SP 4: Resultater av direktoratets innsats for trygg ferdsel
//!
//! ## What to ask
//! What is counted: a share, a number, a time, the assessment of users? From which source, and from which starting
//! point?
//!
//! ## What it does not report
//! Titles with a word for a quantity (andel, antall, talet på, gjennomsnitt, tid, areal, prosent), with a number, or
//! with an assessment (vurdering, tilfredshet, evaluering). Titles that are a task are reported by
//! `parameter-is-activity`. A qualitative parameter can be right; this is for information.

use super::wording;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::SteeringParameter;

pub(crate) const RULE: Rule = Rule {
    code: "parameter-not-measurable",
    family: Family::Steering,
    severity: Severity::Info,
    file: include_str!("parameter_not_measurable.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    for parameter in &letter.plan.steering_parameters {
        let title = parameter.title.as_str();
        let clear = wording::names_quantity(title)
            || wording::names_assessment(title) && !wording::begins_vaguely(title)
            || wording::task_words(title).is_some();
        if !clear && !title.is_empty() {
            report(parameter, sink);
        }
    }
}

fn report(parameter: &SteeringParameter, sink: &mut Sink<'_>) {
    let Some(spot) = parameter.span else { return };
    let name = wording::name(parameter);
    sink.find(
        Message::new(
            format!("{name} sier ikke hva som skal telles eller måles"),
            format!("{name} seier ikkje kva som skal teljast eller målast"),
            format!("{name} does not say what is to be counted or measured"),
        ),
        &[(spot.span, None)],
        Message::new(
            "Spør departementet hvilken størrelse som viser utviklingen (andel, antall, tid, brukernes vurdering), \
             og hvor tallene hentes fra.",
            "Spør departementet kva storleik som viser utviklinga (del, tal, tid, vurderinga frå brukarane), \
             og kvar tala blir henta.",
            "Ask the ministry which quantity shows the development (share, number, time, users' assessment), \
             and where the figures come from.",
        ),
    );
}
