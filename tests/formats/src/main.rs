//! Prints how far the plan of each example is from its truth in each format, as Markdown.
//!
//! With a format's name as argument, prints the differences of that format.

#![expect(clippy::print_stdout, reason = "its output is what it is for")]
#![expect(clippy::disallowed_methods, reason = "it reads its arguments")]

use anyhow::Result;
use styrbord_formats::suite::{self, Example, FORMATS, FULL_LENGTH, Outcome};

/// The letter that is tried in everything.
const FULL: &str = "fjellvett-2025";

fn main() -> Result<()> {
    let mut examples = suite::examples()?;
    examples.extend(suite::real_letter()?);
    match std::env::args().nth(1) {
        Some(name) => details(&name, &examples),
        None => report(&examples),
    }
}

fn details(name: &str, examples: &[Example]) -> Result<()> {
    for format in FORMATS.iter().chain(&FULL_LENGTH).filter(|format| format.name == name) {
        let Some(outcomes) = suite::outcomes(format, examples)? else { continue };
        for (example, outcome) in examples.iter().zip(outcomes) {
            println!("{} {}: {} + {}", format.name, example.name, outcome.plan.len(), outcome.findings.len());
            outcome.plan.iter().chain(&outcome.findings).for_each(|line| println!("    {line}"));
        }
    }
    Ok(())
}

fn report(examples: &[Example]) -> Result<()> {
    let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    println!("| letter | {} |", names.join(" | "));
    println!("|---|{}", "---:|".repeat(names.len()));
    let all: Vec<Option<Vec<Outcome>>> =
        FORMATS.iter().map(|format| suite::outcomes(format, examples)).collect::<Result<_>>()?;
    for (at, example) in examples.iter().enumerate() {
        let cells: Vec<String> = all
            .iter()
            .map(|outcomes| cell(outcomes.as_ref().and_then(|outcomes| outcomes.get(at))))
            .collect();
        println!("| `{}` | {} |", example.name, cells.join(" | "));
    }
    println!("\n| `{FULL}` besides | differences |\n|---|---:|");
    let full = examples.iter().position(|example| example.name == FULL);
    let full = full.and_then(|at| examples.get(at..=at)).unwrap_or_default();
    for format in &FULL_LENGTH {
        let outcomes = suite::outcomes(format, full)?;
        println!("| {} | {} |", format.name, cell(outcomes.as_ref().and_then(|outcomes| outcomes.first())));
    }
    Ok(())
}

fn cell(outcome: Option<&Outcome>) -> String {
    match outcome {
        None => "not tried".to_owned(),
        Some(outcome) if outcome.findings.is_empty() => outcome.plan.len().to_string(),
        Some(outcome) => format!("{} + {}", outcome.plan.len(), outcome.findings.len()),
    }
}
