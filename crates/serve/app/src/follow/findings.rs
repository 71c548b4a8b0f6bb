//! The findings of a letter with what people decided about them.

use std::collections::BTreeMap;
use styrbord_diagnostics::{Acceptance, Finding};
use styrbord_events::letters::{FindingHistory, FindingKey, FindingStep, Findings};
use styrbord_events::{Actor, Hash, ObjectId, Stamp, TextRef};

/// The most characters of the words of one label in the name of a finding.
const LABEL_MAX: usize = 300;
/// What stands between the words of two labels.
const BETWEEN: &str = " … ";
/// As many digits of its sum name a finding in an address.
const NAME_DIGITS: usize = 12;

/// Returns the names by which the journal knows the findings of a letter, in their order.
pub fn finding_keys(letter: ObjectId, findings: &[Finding]) -> Vec<FindingKey> {
    let mut counts: BTreeMap<(&str, String), u32> = BTreeMap::new();
    let key = |finding: &Finding| {
        let cut = |quote: &String| quote.chars().take(LABEL_MAX).collect::<String>();
        let words: Vec<String> = finding.labels.iter().map(|label| cut(&label.quote)).collect();
        let quote = words.join(BETWEEN);
        let count = counts.entry((finding.code, quote.clone())).or_default();
        *count += 1;
        FindingKey { letter, code: finding.code.to_owned(), quote, number: *count }
    };
    findings.iter().map(key).collect()
}

/// Returns the name of a finding in an address: the same as long as its code and its words are.
pub fn finding_name(key: &FindingKey) -> String {
    let FindingKey { letter, code, quote, number } = key;
    let parts = [letter.to_string(), code.clone(), quote.clone(), number.to_string()];
    let parts: Vec<&[u8]> = parts.iter().map(String::as_bytes).collect();
    Hash::of(&parts).to_string().chars().take(NAME_DIGITS).collect()
}

/// Returns every text that tells what was decided about the findings of a year.
pub fn finding_texts(findings: &Findings) -> Vec<TextRef> {
    let text = |(step, _): &(FindingStep, Stamp)| match step {
        FindingStep::Accepted(reason) | FindingStep::TakenBack(reason) => Some(*reason),
        FindingStep::Listed(note) => *note,
        FindingStep::Unlisted => None,
    };
    findings.iter().flat_map(|history| history.steps.iter().filter_map(text)).collect()
}

/// Returns the findings of a letter with the accepted ones marked. `who` names the person of a record, `said` gives the
/// words of a text; of a reason that was erased nothing is left.
pub fn marked(
    (letter, list): (ObjectId, &[Finding]),
    findings: &Findings,
    who: impl Fn(Actor) -> String,
    said: &BTreeMap<TextRef, Option<String>>,
) -> Vec<(FindingKey, Finding)> {
    let keys = finding_keys(letter, list);
    let mark = |(key, finding): (FindingKey, &Finding)| {
        let mut finding = finding.clone();
        if let Some((reason, stamp)) = findings.get(&key).and_then(FindingHistory::accepted) {
            finding.accepted = Some(Acceptance {
                reason: said.get(&reason).cloned().flatten().unwrap_or_default(),
                who: who(stamp.actor),
                date: stamp.on.to_string(),
            });
        }
        (key, finding)
    };
    keys.into_iter().zip(list).map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "Tildelingsbrev 2025 for Bryggetilsynet\n\nTilsynet skal skal sikre bryggene.\n\n\
        Det skal skal følge med.\n\nDe andre bryggene og og naustene.\n";

    fn keys(letter: &str) -> Vec<FindingKey> {
        let checked = crate::check(letter.as_bytes(), &[]).unwrap();
        let all = finding_keys("letter-1".parse().unwrap(), &checked.compiled.findings.findings);
        all.into_iter().filter(|key| key.code == "doubled-word").collect()
    }

    #[test]
    fn a_finding_is_the_same_when_its_line_is_another() {
        let before = keys(LETTER);
        let names: Vec<(&str, u32)> = before.iter().map(|key| (key.quote.as_str(), key.number)).collect();
        assert_eq!(names, [("skal skal", 1), ("skal skal", 2), ("og og", 1)]);
        assert_eq!(keys(&LETTER.replace("\n\nTilsynet", "\n\nInnledning.\n\nTilsynet")), before);
        let mut addresses: Vec<String> = before.iter().map(finding_name).collect();
        addresses.sort();
        addresses.dedup();
        assert_eq!(addresses.len(), 3);
        assert!(addresses.iter().all(|name| name.len() == NAME_DIGITS));
    }
}
