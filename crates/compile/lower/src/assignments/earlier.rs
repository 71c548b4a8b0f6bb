//! Whether an assignment was given before, by the words over its list or in its own text.

use crate::view::{LineKind, View};
use crate::words::lower;
use styrbord_plan::Plan;

/// Tells whether the words over a list say that its assignments were given before.
pub(super) fn given_earlier(view: &View<'_>, line: usize) -> bool {
    let mut at = line;
    let mut steps = 0;
    while at > 0 && steps < 400 {
        at -= 1;
        steps += 1;
        let above = &view.lines[at];
        let heading = matches!(above.kind, LineKind::Heading(_));
        let block = view.tree.blocks[above.block].flow.as_str();
        let introduces = above.first
            && (heading
                || block.trim_end().ends_with(':')
                || block.len() < 120 && lower(block).starts_with("oppdrag"));
        if !introduces {
            continue;
        }
        let low = lower(&view.tree.blocks[above.block].flow.joined());
        if low.split_whitespace().count() <= 3 && low.contains("oppdrag") && low.contains("frist") {
            continue;
        }
        if low.contains("frist") && says_given(&low) {
            return true;
        }
        if low.contains("oppdrag") && !low.contains("beskrivelse") {
            return says_given(&low);
        }
        if heading && crate::outline::role_of(&low) != styrbord_plan::SectionRole::Other {
            return false;
        }
    }
    false
}

fn says_given(low: &str) -> bool {
    [
        "tidligere",
        "tidlegare",
        "endret frist",
        "endra frist",
        "endrede frister",
        "endra fristar",
        "nye frister",
        "nye fristar",
        "gitt før",
        "gjeve før",
        "gjevne før",
        "fra før",
        "frå før",
        "videreføres",
        "vidareført",
        "vidareførast",
        "pågående",
        "pågåande",
        "løpende oppdrag fra",
        "uferdige",
        "opne oppdrag",
        "åpne oppdrag",
    ]
    .iter()
    .any(|phrase| low.contains(phrase))
}

/// Tells whether a description says that an earlier letter gave the assignment.
pub(super) fn says_earlier(low: &str, plan: &Plan) -> bool {
    let Some(year) = plan.year else { return false };
    [
        "ble gitt i",
        "vart gjeve i",
        "blei gjeve i",
        "ble gitt ved",
        "vart tinga i",
        "ble gitt første gang i",
        "ble bestilt i",
        "er videreført fra",
        "er vidareført frå",
        "videreføres fra",
    ]
    .iter()
    .any(|phrase| {
        low.find(phrase).is_some_and(|at| {
            let after: String = low[at + phrase.len()..].chars().take(60).collect();
            let before = low[..at].rsplit('.').next().unwrap_or_default();
            let own = ["oppdraget", "pakka", "oppgaven", "bestillinga", "bestillingen", "arbeidet"]
                .iter()
                .any(|word| before.contains(word))
                || before.split_whitespace().count() <= 3;
            own && (crate::letterhead::years(&after).first().is_some_and(|given| *given < year)
                || after.trim_start().starts_with("fjor"))
        })
    })
}
