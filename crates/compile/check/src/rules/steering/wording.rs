//! What the wording of a steering parameter tells: a quantity, an activity, an assessment.

use styrbord_plan::SteeringParameter;

/// Words that name a quantity, in bokmål and nynorsk.
const QUANTITIES: [&str; 22] = [
    "andel",
    "andelen",
    "antall",
    "antallet",
    "antal",
    "tal",
    "talet",
    "tallet",
    "del",
    "delen",
    "prosent",
    "prosentpoeng",
    "median",
    "snitt",
    "score",
    "poeng",
    "km",
    "dager",
    "dagar",
    "timer",
    "timar",
    "kroner",
];

/// Stems of words that name a quantity.
const QUANTITY_STEMS: [&str; 34] = [
    "gjennomsnitt",
    "tidsbruk",
    "areal",
    "mengd",
    "volum",
    "omfang",
    "beløp",
    "kostnad",
    "utgift",
    "inntekt",
    "indeks",
    "frekvens",
    "tetthet",
    "tettleik",
    "hyppighet",
    "skår",
    "rate",
    "nivå",
    "måloppnåelsesgrad",
    "dekningsgrad",
    "gjennomføringsgrad",
    "forekomst",
    "førekomst",
    "oppetid",
    "hyllemeter",
    "dekar",
    "tonn",
    "årsverk",
    "utslipp",
    "utslepp",
    "forbruk",
    "vekst",
    "nedgang",
    "produktivitet",
];

/// Stems of words for an assessment by people, which is a measure too, though not a count.
const ASSESSMENT_STEMS: [&str; 16] = [
    "vurdering",
    "tilfreds",
    "brukertilfreds",
    "tilbakemelding",
    "erfaring",
    "opplevd",
    "opplevelse",
    "oppleving",
    "tillit",
    "omdømme",
    "evaluering",
    "undersøkelse",
    "undersøking",
    "kjennskap",
    "kjennskapen",
    "kvalitativ",
];

/// Infinitives that begin a task, in bokmål and nynorsk.
const TASKS: [&str; 92] = [
    "analysere",
    "arbeide",
    "arrangere",
    "auke",
    "avklare",
    "avslutte",
    "begrense",
    "bevare",
    "bidra",
    "bistå",
    "bygge",
    "byggje",
    "dele",
    "delta",
    "digitalisere",
    "drifte",
    "drive",
    "effektivisere",
    "ekspedere",
    "etablere",
    "etterleve",
    "evaluere",
    "finansiere",
    "forbedre",
    "forebygge",
    "forenkle",
    "foreslå",
    "formidle",
    "forvalte",
    "fremme",
    "førebyggje",
    "følge",
    "følgje",
    "gi",
    "gje",
    "gjennomføre",
    "gjøre",
    "gjere",
    "halde",
    "heve",
    "holde",
    "implementere",
    "informere",
    "innføre",
    "iverksette",
    "ivareta",
    "jobbe",
    "kartlegge",
    "kartleggje",
    "koordinere",
    "kvalitetssikre",
    "lage",
    "legge",
    "leggje",
    "levere",
    "opprette",
    "opprettholde",
    "oppdatere",
    "prioritere",
    "publisere",
    "redusere",
    "rettleie",
    "revidere",
    "samarbeide",
    "samle",
    "samordne",
    "setje",
    "sette",
    "sikre",
    "skape",
    "sørge",
    "støtte",
    "styrke",
    "styrkje",
    "syte",
    "tilby",
    "tilgjengeliggjøre",
    "tilgjengeleggjere",
    "tilrettelegge",
    "tilretteleggje",
    "utarbeide",
    "utforme",
    "utrede",
    "utgreie",
    "utvikle",
    "utføre",
    "veilede",
    "videreføre",
    "videreutvikle",
    "vidareføre",
    "vidareutvikle",
    "yte",
];

/// Tells whether a title names a quantity: a word for one, a number or a percent sign.
pub(super) fn names_quantity(title: &str) -> bool {
    words(title).any(|word| {
        QUANTITIES.contains(&word.as_str())
            || QUANTITY_STEMS.iter().any(|stem| word.starts_with(stem))
            || word == "tid"
            || word.ends_with("tid") && word.len() > 5
            || word.ends_with("tida")
            || word.ends_with("tiden")
            || word.ends_with("andel")
            || word.ends_with("prosent")
    }) || has_number(title)
}

/// Tells whether a title has a number or a percent sign.
fn has_number(title: &str) -> bool {
    title.contains('%') || title.chars().any(|c| c.is_ascii_digit())
}

/// Tells whether a title has a number that can be a level: no year, and not what is counted by (`per 1 000`).
pub(super) fn names_level(title: &str) -> bool {
    let mut base = false;
    title.split_whitespace().any(|word| {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        let number = core.starts_with(|c: char| c.is_ascii_digit());
        let year = core.len() == 4 && (core.starts_with("19") || core.starts_with("20"));
        let level = number && !base && !year || word.ends_with('%');
        base = ["per", "pr"].contains(&core) || base && number;
        level
    })
}

/// Tells whether a title begins with words that say nothing of what is measured.
pub(super) fn begins_vaguely(title: &str) -> bool {
    const VAGUE: [&str; 8] = [
        "resultat av",
        "resultata av",
        "resultatene av",
        "resultater av",
        "bruk av",
        "bruken av",
        "innsats for",
        "arbeid med",
    ];
    let low = title.trim_start().to_lowercase();
    VAGUE.iter().any(|words| low.starts_with(words))
}

/// Tells whether a title asks for an assessment: of users, of experts, by an evaluation.
pub(super) fn names_assessment(title: &str) -> bool {
    words(title).any(|word| ASSESSMENT_STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// Returns the words that make a title a task: an infinitive at its start (`Sikre`), or `skal`.
pub(super) fn task_words(title: &str) -> Option<&str> {
    let lead = title.trim_start();
    let lead = lead.strip_prefix("Å ").or_else(|| lead.strip_prefix("å ")).unwrap_or(lead);
    let first = lead.split(|c: char| !c.is_alphabetic()).next()?;
    if TASKS.contains(&first.to_lowercase().as_str()) {
        return Some(first);
    }
    let at = title.find(" skal ")?;
    let subject = title[..at].split_whitespace().count();
    let clause = [" som", " der", ",", " når", " hvor", " kor"].iter().any(|word| title[..at].contains(word));
    (subject <= 3 && !clause).then(|| title[..at + " skal".len()].trim())
}

fn words(title: &str) -> impl Iterator<Item = String> {
    title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Names a parameter: its label, else the beginning of its title.
pub(super) fn name(parameter: &SteeringParameter) -> String {
    if !parameter.label.is_empty() {
        return parameter.label.clone();
    }
    let mut words: Vec<&str> = parameter.title.split_whitespace().collect();
    if words.len() > 5 {
        words.truncate(5);
        return format!("«{} …»", words.join(" "));
    }
    format!("«{}»", words.join(" "))
}
