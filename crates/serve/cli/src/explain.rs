//! `styrbord explain`: the rules and their pages.

use crate::args::{Explain, TextOrMarkdown};
use crate::output::{Outcome, Screen};
use crate::render::{markdown, rules};
use crate::texts::errors;
use anyhow::{Result, bail};
use styrbord_app::rules::{find, nearest};

pub(crate) fn run(call: &Explain, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    let Some(code) = &call.code else {
        return Ok(Outcome::of(match call.format {
            TextOrMarkdown::Text => rules::table(screen),
            TextOrMarkdown::Md => rules::pages(),
        }));
    };
    let Some(rule) = find(code) else {
        let near: Vec<String> = nearest(code).iter().map(|code| format!("`{code}`")).collect();
        let code = format!("`{code}`");
        if near.is_empty() {
            bail!(errors::UNKNOWN_CODE.with(language, &[&code]));
        }
        bail!(errors::NEAREST_CODES.with(language, &[&code, &near.join(errors::OR.get(language))]));
    };
    Ok(Outcome::of(match call.format {
        TextOrMarkdown::Text => markdown::plainly(&rule.page(), screen),
        TextOrMarkdown::Md => rule.page(),
    }))
}
