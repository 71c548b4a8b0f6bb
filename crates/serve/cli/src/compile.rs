//! `styrbord compile`: what one stage gives.

use crate::args::{Compile, Emit, TextOrJson};
use crate::input;
use crate::output::{Outcome, Screen};
use crate::render::{Letter, findings, layout, outline, source};
use anyhow::{Error, Result};
use serde::Serialize;
use styrbord_app::{Layout, SourceText};

pub(crate) fn run(call: &Compile, screen: Screen) -> Result<Outcome> {
    let input = input::letter(&call.letter, screen.language)?;
    let compiled = styrbord_app::compile(&input.bytes)
        .map_err(|error| Error::msg(input.refusal(&error, screen.language)))?;
    let source_text = || SourceText::of(&compiled.source, compiled.encoding);
    let tree = || Layout::of(&compiled.source, &compiled.tree);
    let letter = Letter { name: &input.name, source: &compiled.source };
    let text = match (call.emit, call.format) {
        (Emit::Source, TextOrJson::Text) => source::write(&source_text()),
        (Emit::Source, TextOrJson::Json) => json(&source_text())?,
        (Emit::Tree, TextOrJson::Text) => layout::draw(&tree(), screen),
        (Emit::Tree, TextOrJson::Json) => json(&tree())?,
        (Emit::Plan, TextOrJson::Text) => outline::draw(&compiled.plan, Some(&compiled.source), screen),
        (Emit::Plan, TextOrJson::Json) => json(&compiled.plan)?,
        (Emit::Findings, TextOrJson::Text) => findings::draw(&letter, &compiled.findings, true, screen),
        (Emit::Findings, TextOrJson::Json) => json(&compiled.findings)?,
    };
    Ok(Outcome::of(text))
}

fn json(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
