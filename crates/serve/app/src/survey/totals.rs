//! All letters of a survey together.

use super::{SeverityCounts, SurveyedLetter};
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_money::Nok;
use styrbord_plan::{Counts, LetterKind};

/// What the letters of a survey add up to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SurveyTotals {
    /// How many letters were read.
    pub letters: usize,
    /// Pages of those that have pages.
    pub pages: u64,
    /// Lines of all.
    pub lines: usize,
    /// What they ask for.
    pub counts: Counts,
    /// What they spend. A supplementary letter repeats totals of the letter that it changes, so it is left out.
    pub expenditure_nok: Nok,
    /// Their income, by the same rule.
    pub income_nok: Nok,
    /// What the supplementary letters change.
    pub change_nok: Nok,
    /// Findings of all.
    pub findings: SeverityCounts,
    /// Findings by family.
    pub findings_by_family: BTreeMap<&'static str, SeverityCounts>,
    /// Facts that check out.
    pub verified: usize,
    /// The share of all lines that were not understood, in thousandths.
    pub not_understood_permille: u32,
}

impl SurveyTotals {
    /// Adds letters up.
    pub fn of<'a>(letters: impl IntoIterator<Item = &'a SurveyedLetter>) -> Self {
        let mut totals = SurveyTotals::default();
        let mut unread = 0;
        for letter in letters {
            totals.add(letter);
            unread += letter.lines as u64 * u64::from(letter.not_understood_permille);
        }
        let share = unread.checked_div(totals.lines as u64).unwrap_or_default();
        totals.not_understood_permille = u32::try_from(share).unwrap_or(u32::MAX);
        totals
    }

    fn add(&mut self, letter: &SurveyedLetter) {
        self.letters += 1;
        self.pages += u64::from(letter.pages.unwrap_or_default());
        self.lines += letter.lines;
        self.counts = self.counts + letter.counts;
        if letter.kind != LetterKind::Supplement {
            self.expenditure_nok = [self.expenditure_nok, letter.money.expenditure_nok].into_iter().sum();
            self.income_nok = [self.income_nok, letter.money.income_nok].into_iter().sum();
        }
        self.change_nok = [Some(self.change_nok), letter.money.change_nok].into_iter().flatten().sum();
        self.findings = self.findings + letter.findings.all;
        for (family, counts) in &letter.findings.by_family {
            let sum = self.findings_by_family.entry(family).or_default();
            *sum = *sum + *counts;
        }
        self.verified += letter.verified;
    }
}

impl std::ops::Add for SeverityCounts {
    type Output = SeverityCounts;

    fn add(self, other: SeverityCounts) -> SeverityCounts {
        SeverityCounts {
            error: self.error + other.error,
            warning: self.warning + other.warning,
            info: self.info + other.info,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Surveyed, survey};
    use super::*;

    fn letter(text: &str) -> SurveyedLetter {
        match survey(text.as_bytes()) {
            Ok(Surveyed::Letter(letter)) => *letter,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_supplement_adds_its_changes_and_not_its_totals() {
        let first = letter(
            "# Tildelingsbrev 2025 for Bryggetilsynet\n\nMål 1: Trygge brygger\n\n\
             | Kap./post | Betegnelse | Beløp (kroner) |\n|---|---|---:|\n| 512.01 | Drift | 1 000 |\n",
        );
        let mut second = first.clone();
        second.kind = LetterKind::Supplement;
        second.money.change_nok = Some(Nok::from_kroner(-300));
        second.not_understood_permille = first.not_understood_permille + 100;
        let totals = SurveyTotals::of([&first, &second]);
        assert_eq!((totals.letters, totals.counts.goals, totals.counts.posts), (2, 2, 2));
        assert_eq!(totals.expenditure_nok, Nok::from_kroner(1000));
        assert_eq!(totals.change_nok, Nok::from_kroner(-300));
        assert_eq!(totals.not_understood_permille, first.not_understood_permille + 50);
        assert_eq!(SurveyTotals::of([]), SurveyTotals::default());
    }
}
