//! What the ministry sees of a year.

use super::{banner, status, table};
use crate::output::{Screen, plain};
use crate::texts::{self, count, join, year_money as words};
use styrbord_app::follow::events::TextRef;
use styrbord_app::follow::events::sharing::{Shown, Visibility};
use styrbord_app::follow::events::work::Status;
use styrbord_app::follow::{AsMinistry, Said};
use styrbord_app::{Language, Nok};

/// Draws what the ministry sees.
pub(crate) fn draw(seen: &AsMinistry, screen: Screen) -> String {
    let language = screen.language;
    let (ministry, agency) = (plain(&seen.ministry), plain(&seen.agency));
    let title = words::SEES.with(language, &[&ministry, &agency, &seen.year]);
    let mut text = [banner(seen.view.simulated, screen), screen.bold(&title), "\n".to_owned()].concat();
    let parts = count(seen.view.plan.len(), words::PARTS, language);
    text.push_str(&[&words::OWN_PLAN.with(language, &[&parts]), "\n"].concat());
    if seen.rows.is_empty() {
        return text + words::NOTHING_SHOWN.get(language) + "\n";
    }
    let mut rows = Vec::new();
    for row in &seen.rows {
        let name = join([row.label.clone().unwrap_or_default(), row.title.clone()], " ");
        for (at, shown) in seen.view.shown.get(&row.part).into_iter().flatten().enumerate() {
            let first = if at == 0 { name.clone() } else { String::new() };
            let said = join([first, content(shown, &seen.words, language)], ": ");
            rows.push(vec![
                row.part.to_string(),
                visibility(shown.visibility, language).to_owned(),
                texts::date(shown.on, language),
                said,
            ]);
        }
    }
    let head = screen.bold(words::SHOWN.get(language));
    text.push_str(&["\n", &head, "\n", &table(&rows, screen)].concat());
    text
}

fn visibility(visibility: Visibility, language: Language) -> &'static str {
    match visibility {
        Visibility::Submitted => words::SUBMITTED.get(language),
        Visibility::Internal | Visibility::Shared => words::SHARED.get(language),
    }
}

/// Returns what was shown, in short: status, sums, and the texts; all of it stands in the JSON.
fn content(shown: &Shown, said: &Said, language: Language) -> String {
    let mut told = Vec::new();
    let at = |path: &str| shown.content.pointer(path).cloned().unwrap_or_default();
    if let Ok(now) = serde_json::from_value::<Status>(at("/work/status/status")) {
        told.push(status(now).get(language).to_owned());
    }
    let sums = [
        ("allocated", words::ALLOCATED),
        ("committed", words::COMMITTED),
        ("actual", words::USED),
        ("forecast", words::FORECAST),
    ];
    for (name, word) in sums {
        if let Ok(amount) = serde_json::from_value::<Nok>(at(&format!("/money/post/sums/{name}"))) {
            told.push(format!("{} {}", word.get(language), super::kroner(Some(amount))));
        }
    }
    let texts = TextRef::named_in(&shown.content).into_iter();
    told.extend(texts.filter_map(|text| said.get(&text).cloned().flatten()));
    join(told, "; ")
}
