//! Plan to findings and verified facts; one file for each rule.
//!
//! From: a [`Letter`] (source, tree and plan). To: [`Findings`]. Each rule is a file under `rules/<family>/` whose
//! doc comment is its page, with its spec beside it; [`RULES`] lists them all.
//!
//! This crate does not know how a plan is read and changes nothing in it.
//!
//! ```
//! let rule = styrbord_check::rule("doubled-word").unwrap();
//! assert!(rule.page().starts_with("# `doubled-word`"));
//! ```

mod letter;
mod rule;
mod rules;
mod sink;

pub use letter::Letter;
pub use rule::{Family, Rule};
pub use rules::RULES;
pub use sink::Sink;

use styrbord_diagnostics::Findings;

/// Runs every rule over a letter; findings and facts come in the order of the letter.
pub fn check(letter: &Letter<'_>) -> Findings {
    let mut sink = Sink::new(letter.source);
    for rule in RULES {
        sink.begin(rule);
        (rule.check)(letter, &mut sink);
    }
    sink.finish()
}

/// Returns the rule with a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}
