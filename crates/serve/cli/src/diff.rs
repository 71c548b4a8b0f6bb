//! `styrbord diff`: what differs between letters, and the plan that holds after supplementary ones.

use crate::args::{Diff, DiffEmit, DiffFormat};
use crate::input::{self, Input, STANDARD_INPUT};
use crate::output::{Outcome, Screen};
use crate::render::{changes, outline, plan as plan_tables};
use crate::texts::errors;
use anyhow::{Context, Error, Result, bail};
use std::path::Path;
use styrbord_app::Compared;
use styrbord_app::changes::Basis;

pub(crate) fn run(call: &Diff, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    if call.letters.iter().filter(|path| path.as_path() == Path::new(STANDARD_INPUT)).count() > 1 {
        bail!(errors::STDIN_TWICE.get(language));
    }
    let inputs: Vec<Input> =
        call.letters.iter().map(|path| input::letter(path, language)).collect::<Result<_>>()?;
    let bytes: Vec<&[u8]> = inputs.iter().map(|input| input.bytes.as_slice()).collect();
    let compared = styrbord_app::compare(&bytes).map_err(|unreadable| {
        let refusal = inputs.get(unreadable.letter).map(|input| input.refusal(&unreadable.error, language));
        Error::msg(refusal.unwrap_or_default())
    })?;
    let names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    let (text, code) = match call.emit {
        DiffEmit::Changes => (printed(call.format, &compared, &names, screen)?, u8::from(compared.differs())),
        DiffEmit::Consolidated => (consolidated(call.format, &compared, &names, screen)?, 0),
    };
    Ok(Outcome { code, ..Outcome::of(text).into_file(call.output.clone()) })
}

fn printed(format: DiffFormat, compared: &Compared, names: &[&str], screen: Screen) -> Result<String> {
    Ok(match format {
        DiffFormat::Text => changes::draw(&compared.comparisons, names, screen),
        DiffFormat::Json => serde_json::to_string_pretty(compared)? + "\n",
        DiffFormat::Md => changes::markdown::write(&compared.comparisons, names, screen.language),
    })
}

fn consolidated(format: DiffFormat, compared: &Compared, names: &[&str], screen: Screen) -> Result<String> {
    let plan = compared.consolidated.as_ref().with_context(|| {
        let stands_alone = compared.comparisons.iter().position(|one| one.basis != Basis::Amendment);
        let name = |at: usize| names.get(at).copied().unwrap_or_default();
        errors::NO_AMENDMENT.with(screen.language, &[&name(stands_alone.unwrap_or_default() + 1), &name(0)])
    })?;
    Ok(match format {
        DiffFormat::Json => serde_json::to_string_pretty(plan)? + "\n",
        DiffFormat::Text => outline::draw(plan, None, screen),
        DiffFormat::Md => plan_tables::write(plan, screen.language),
    })
}
