//! Money that a description gives its assignment.

use crate::parties::sentences;
use crate::view::View;
use crate::words::lower;
use styrbord_money::find_amounts;
use styrbord_plan::{Assignment, Estimate, Funding, Plan};
use styrbord_source::Flow;

/// Reads funding and estimates from a description.
pub(crate) fn read(view: &View<'_>, plan: &Plan, body: &Flow, out: &mut Assignment) {
    for range in sentences(body.as_str()) {
        let sentence = body.slice(range);
        let text = sentence.as_str();
        let low = lower(text);
        let amounts = find_amounts(text);
        let Some(first) = amounts.first() else { continue };
        let span = Some(view.spot(sentence.span_of(first.range.clone())));
        if let Some((from_year, to_year)) = years_of(text)
            && ["anslå", "anslag", "perioden", "samlet ramme", "samla ramme", "over åra", "over årene"]
                .iter()
                .any(|word| low.contains(word))
        {
            out.estimates.push(Estimate { amount_nok: first.amount, from_year, to_year, span });
            continue;
        }
        let funds = [
            "finansier",
            "tildeles",
            "tildelast",
            "får tildelt",
            "settes av",
            "sett av",
            "satt av",
            "avsatt",
            "bevilg",
            "stilles til disposisjon",
            "midler til oppdraget",
            "løyv",
            "dekket over",
            "dekkes over",
            "dekkast over",
            "dekt over",
        ]
        .iter()
        .any(|word| low.contains(word));
        if !funds {
            continue;
        }
        for printed in &amounts {
            let near: String = text[printed.range.end..].chars().take(24).collect();
            let year = crate::letterhead::years(&near).first().copied().or(plan.year);
            let span = Some(view.spot(sentence.span_of(printed.range.clone())));
            if !out.funding.iter().any(|known| known.amount_nok == printed.amount && known.year == year) {
                out.funding.push(Funding { amount_nok: printed.amount, year, span });
            }
        }
    }
}

/// Returns the years of a span `2024-2026`.
fn years_of(text: &str) -> Option<(i16, i16)> {
    let years = crate::letterhead::years(text);
    let pair = years.windows(2).find(|pair| {
        pair[1] > pair[0] && {
            let printed = [
                format!("{}-{}", pair[0], pair[1]),
                format!("{}–{}", pair[0], pair[1]),
                format!("{} – {}", pair[0], pair[1]),
                format!("{} til {}", pair[0], pair[1]),
                format!("{} - {}", pair[0], pair[1]),
            ];
            let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
            printed.iter().any(|printed| joined.contains(printed.as_str()))
        }
    })?;
    Some((pair[0], pair[1]))
}
