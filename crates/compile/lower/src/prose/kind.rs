//! What a duty in running text asks for.

use styrbord_plan::DutyKind;

/// Verbs for what must be published.
const PUBLISH: [&str; 6] =
    ["publisere", "publiseres", "publiserast", "publisert", "offentliggjøre", "offentleggjere"];

/// Verbs for what the ministry must be told.
const INFORM: [&str; 17] = [
    "orientere",
    "orientert",
    "orienteres",
    "orienterast",
    "informere",
    "informeres",
    "informerast",
    "varsle",
    "varsles",
    "varslast",
    "melde",
    "meldes",
    "meldast",
    "underrette",
    "underrettes",
    "si",
    "seie",
];

/// Verbs for what must be reported.
const REPORT: [&str; 17] = [
    "rapportere",
    "rapporteres",
    "rapporterast",
    "redegjøre",
    "redegjøres",
    "rede",
    "greie",
    "oppgi",
    "oppgis",
    "oppgje",
    "opplyse",
    "opplyses",
    "opplysast",
    "omtale",
    "omtales",
    "omtalast",
    "avlegge",
];

/// Returns what a sentence asks for, by its verbs.
pub(super) fn kind(low: &str) -> DutyKind {
    let words: Vec<&str> = low.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let says = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let holds = |phrases: &[&str]| phrases.iter().any(|phrase| low.contains(phrase));
    let to_ministry = low.contains("departement");
    if says(&PUBLISH) {
        DutyKind::Publish
    } else if (to_ministry && low.contains("oppdatert") && says(&["holde", "halde"]))
        || says(&["stadfeste", "bekrefte"])
        || holds(&["tas opp med", "takast opp med", "ta opp med departementet"])
        || says(&INFORM) && (to_ministry || holds(&["si fra", "si frå", "seie frå"]))
    {
        DutyKind::Inform
    } else if says(&REPORT) && !holds(&["si fra"])
        || holds(&[
            "rapportering om",
            "følgende rapportering",
            "følgjande rapportering",
            "riksrevisjonen",
            "sende regnskapstall",
            "sende rekneskapstal",
            "sende statistikk",
            "i årsrapporten",
            "i årsmeldinga",
            "i årsrapportens",
        ])
    {
        DutyKind::Report
    } else if holds(&[
        "budsjettforslag",
        "en plan for",
        "ein plan for",
        "verksemdsplanen",
        "virksomhetsplanen",
        "disponeringsplan",
        "satsingsforslag",
        "virksomhetsplan",
        "verksemdsplan",
        "disponeringsplan",
    ]) {
        DutyKind::Plan
    } else {
        DutyKind::Other
    }
}
