//! An assignment is marked as research, and no money row pays for it, though other research has money rows.
//!
//! ## Why it matters
//! Research is mostly bought outside the agency. Without a row the agency does not know whether the money is
//! forgotten, comes from the running budget, or stands under another number.
//!
//! ## Example
//! > 2031-09 Virkninger av lyssetting på sjøfugl (FoU)
//! >
//! > Nye prosjekter på post 21: 2031-08 Studie av kystleder (FoU) 0,9 mill. kroner
//!
//! ## What to ask
//! Ask the ministry where the money for the assignment is given.
//!
//! ## What it does not report
//! Letters without money rows for research. An assignment that is research in part only is worth knowing, not a
//! warning. Money rows count by number and by title, so a row with the wrong number is money all the same; so does
//! a sentence that gives the assignment an amount.

use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeSet;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::{Assignment, Research, TitleKind, TitleUse, Where};
use styrbord_titles::{Title, TitleIndex, shortened};

pub(crate) const RULE: Rule = Rule {
    code: "research-without-money",
    family: Family::Identity,
    severity: Severity::Warning,
    file: include_str!("research_without_money.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let rows: Vec<&TitleUse> = letter
        .evidence()
        .titles
        .iter()
        .filter(|used| used.kind == TitleKind::Assignment && used.place == Where::Money)
        .collect();
    let Some(sample) = rows.iter().find(|row| row.research != Research::None) else { return };
    let numbers: BTreeSet<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    let titles = TitleIndex::new(rows.iter().map(|row| Title::new(&row.title)));
    for assignment in &letter.plan.assignments {
        if assignment.research == Research::None || !assignment.funding.is_empty() {
            continue;
        }
        let numbered = assignment.number.as_deref().is_some_and(|number| numbers.contains(number));
        if !numbered && titles.near(&Title::new(&assignment.title)).is_none() {
            report(assignment, sample, sink);
        }
    }
}

fn report(assignment: &Assignment, sample: &TitleUse, sink: &mut Sink<'_>) {
    let Some(spot) = assignment.spans.first() else { return };
    let partly = assignment.research == Research::Partly;
    let severity = if partly { Severity::Info } else { Severity::Warning };
    let (title, number) = (shortened(&assignment.title), assignment.number.as_deref().unwrap_or_default());
    let named = format!("{number} «{title}»");
    let note = Message::new(
        "andre forskningsoppdrag har en rad her",
        "andre forskingsoppdrag har ei rad her",
        "other research assignments have a row here",
    );
    sink.find_as(
        severity,
        Message::new(
            format!("Forskningsoppdraget {} har ingen pengerad", named.trim()),
            format!("Forskingsoppdraget {} har inga pengerad", named.trim()),
            format!("The research assignment {} has no money row", named.trim()),
        ),
        &[(spot.span, None), (sample.spot.span, Some(note))],
        Message::new(
            "Spør departementet hvor pengene til oppdraget er gitt.",
            "Spør departementet kvar pengane til oppdraget er gjevne.",
            "Ask the ministry where the money for the assignment is given.",
        ),
    );
}
