//! Floors and ceilings: what was asked, what it came to, and what it cost.
#![expect(clippy::float_arithmetic, reason = "shares and costs are shown")]

use super::super::name_of_group;
use super::super::numbers::decimal;
use crate::texts::{Text, join, place as words};
use styrbord_app::Language;
use styrbord_app::place::{HeldFloors, HeldGroup, HeldRegion};

/// Returns the rows of the table that tell of the rules.
pub(super) fn rows(floors: &HeldFloors, language: Language) -> Vec<(Text, Vec<String>)> {
    let mut rows = Vec::new();
    if !floors.regions.is_empty() {
        let of_region = |rule| region(rule, language);
        rows.push((words::REGION_FLOORS, floors.regions.iter().map(of_region).collect()));
    }
    if !floors.groups.is_empty() {
        let of_group = |rule| group(rule, language);
        rows.push((words::GROUP_FLOORS, floors.groups.iter().map(of_group).collect()));
    }
    if let (Some(cost), Some(without)) = (floors.cost, floors.value_without) {
        let without = decimal(without, 3, language);
        let all = match shown_cost(cost, language) {
            Some(cost) => words::ALL_COST.with(language, &[&cost, &without]),
            None => words::ALL_GAIN.with(language, &[&without]),
        };
        rows.push((words::FLOORS_COST, vec![all]));
    }
    rows
}

fn region(rule: &HeldRegion, language: Language) -> String {
    let limit =
        |share: Option<f64>, text: Text| share.map(|share| text.with(language, &[&percent(share, language)]));
    let asked = [limit(rule.min_share, words::AT_LEAST), limit(rule.max_share, words::AT_MOST)];
    let asked = join(asked.into_iter().flatten(), ", ");
    let first = words::REGION_ROW.with(language, &[&rule.region, &percent(rule.share, language), &asked]);
    join([first, kept(rule.kept, rule.share_without, rule.cost, language)], ": ")
}

fn group(rule: &HeldGroup, language: Language) -> String {
    let asked = words::AT_LEAST.with(language, &[&percent(rule.min_value_share, language)]);
    let share = percent(rule.value_share, language);
    let first = words::GROUP_FLOOR_ROW.with(language, &[&name_of_group(rule.origin_group), &share, &asked]);
    join([first, kept(rule.kept, rule.value_share_without, rule.cost, language)], ": ")
}

/// Returns whether a rule is kept, what would be without any, and what it costs.
fn kept(kept: bool, without: Option<f64>, cost: Option<f64>, language: Language) -> String {
    let kept = if kept { words::KEPT } else { words::NOT_KEPT }.get(language).to_owned();
    let without = without.map(|share| words::WITHOUT_RULES.with(language, &[&percent(share, language)]));
    let cost = cost.map(|cost| match shown_cost(cost, language) {
        Some(cost) => words::RULE_COSTS.with(language, &[&cost]),
        None => words::RULE_GAINS.get(language).to_owned(),
    });
    join([Some(kept), without, cost].into_iter().flatten(), "; ")
}

/// Returns a cost; none when nothing would be seen of it.
fn shown_cost(cost: f64, language: Language) -> Option<String> {
    (cost >= 0.0005).then(|| decimal(cost, 3, language))
}

/// Returns a part of one in percent, to the nearest hundredth: a limit is shown as it was given.
fn percent(part: f64, language: Language) -> String {
    format!("{}\u{a0}%", decimal(part * 100.0, 2, language))
}
