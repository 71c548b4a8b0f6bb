//! The words that lead up to a period.

use super::gate::Gate;
use super::token::Tokens;

/// How a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Until its end: "i løpet av", "ut", "innen utgangen av".
    Within,
    /// "innen": taken as until its end.
    By,
    /// "i".
    In,
    /// "før".
    Before,
}

/// The leads; a longer one stands before its own beginning.
const LEADS: [(&[&str], Lead); 20] = [
    (&["i", "løpet", "av"], Lead::Within),
    (&["innen", "utgangen", "av"], Lead::Within),
    (&["innan", "utgangen", "av"], Lead::Within),
    (&["før", "utgangen", "av"], Lead::Within),
    (&["ved", "utgangen", "av"], Lead::Within),
    (&["til", "utgangen", "av"], Lead::Within),
    (&["mot", "slutten", "av"], Lead::Within),
    (&["innen", "slutten", "av"], Lead::Within),
    (&["innan", "slutten", "av"], Lead::Within),
    (&["før", "slutten", "av"], Lead::Within),
    (&["ved", "slutten", "av"], Lead::Within),
    (&["utgangen", "av"], Lead::Within),
    (&["slutten", "av"], Lead::Within),
    (&["til", "og", "med"], Lead::By),
    (&["ut"], Lead::Within),
    (&["innen"], Lead::By),
    (&["innan"], Lead::By),
    (&["ved"], Lead::In),
    (&["i"], Lead::In),
    (&["før"], Lead::Before),
];

/// The words that a lead begins with.
static FIRST_WORDS: Gate = {
    let mut gate = Gate::new();
    let mut at = 0;
    while at < LEADS.len() {
        gate = gate.open(LEADS[at].0.split_at(1).0);
        at += 1;
    }
    gate
};

/// Reads a lead and the white space behind it.
pub(super) fn lead(tokens: &Tokens<'_>, at: usize) -> Option<(Lead, usize)> {
    if !tokens.passes(at, &FIRST_WORDS) {
        return None;
    }
    LEADS.iter().find_map(|(words, lead)| {
        let end = tokens.phrase(at, words).filter(|&end| tokens.is_space(end))?;
        Some((*lead, end + 1))
    })
}
