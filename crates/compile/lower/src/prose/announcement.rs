//! What the ministry says it will order or send later.

use crate::view::View;
use crate::words::{IN_MONTHS, lower};
use styrbord_plan::Announcement;
use styrbord_source::Flow;

/// Words for the future.
const WILL: [&str; 12] = [
    "vil",
    "sender",
    "kommer",
    "kjem",
    "tar sikte på",
    "tek sikte på",
    "planlegger",
    "legg opp til",
    "blir",
    "gir",
    "legger opp til",
    "skal",
];

/// What is sent or ordered.
const THINGS: [&str; 18] = [
    "hovedinstruks",
    "hovudinstruks",
    "oppdrag",
    "rundskriv",
    "tillegg",
    "bestilling",
    "eget brev",
    "eige brev",
    "egen instruks",
    "retningslinje",
    "nærmere føring",
    "supplerende",
    "supplerande",
    "frister for",
    "fristar for",
    "innspill",
    "tilbake til",
    "attende til",
];

/// Verbs for sending and ordering.
const VERBS: [&str; 12] = [
    "komme tilbake",
    "kome tilbake",
    "kjem tilbake",
    "kommer tilbake",
    "vil be om",
    "bestille",
    "sende",
    "sender",
    " gi ",
    " gje ",
    "vil bli gitt",
    " be ",
];

/// Reads what the ministry says it will order or send later: who, a word for the future, and what is sent.
pub(super) fn announcement(view: &View<'_>, sentence: &Flow) -> Option<Announcement> {
    let text = sentence.as_str();
    let joined = sentence.joined();
    let low = lower(&joined);
    let head: String = low.split_whitespace().take(7).collect::<Vec<_>>().join(" ");
    let by_ministry = head.contains("departement")
        || low.starts_with("det vil")
        || low.starts_with("det kan komme")
        || low.starts_with("oppdrag om")
        || has_ministry_short(text)
        || low.starts_with("vi ");
    let by_other = low.contains("rundskriv") && low.contains("send");
    let words: Vec<&str> = low.split(|c: char| !c.is_alphabetic()).collect();
    let will =
        WILL.iter().any(|word| if word.contains(' ') { low.contains(word) } else { words.contains(word) });
    let firm = !head.split(' ').any(|word| word == "skal") || words.contains(&"vil");
    let thing = THINGS.iter().any(|thing| low.contains(thing));
    let verb = VERBS.iter().any(|verb| low.contains(verb))
        || low.contains("kommer ")
        || low.contains("kjem ")
        || low.contains("komme tillegg");
    let asks = low.contains("vil be ")
        || low.contains("vil derfor bestille")
        || low.contains(" be direktoratet")
        || low.contains(" be verksemda")
        || low.contains(" be etaten");
    let past = words.contains(&"ble")
        || words.contains(&"vart")
        || low.contains("har gitt")
        || low.contains("har gjeve");
    if !((by_ministry || by_other)
        && will
        && firm
        && (thing && verb
            || asks
            || low.contains("komme tilbake")
            || low.contains("kome tilbake")
            || low.contains("kjem tilbake")))
        || past && !words.contains(&"vil")
    {
        return None;
    }
    if low.contains("stilles til")
        || low.contains("stiller ")
        || low.contains("gir fem")
        || low.contains("gir følgende")
        || low.ends_with(':')
    {
        return None;
    }
    Some(Announcement {
        expected: expected(&joined, &low),
        text: joined,
        span: Some(view.spot(sentence.span())),
    })
}

/// Tells whether a sentence begins with an abbreviation in capitals, as ministries call themselves.
fn has_ministry_short(text: &str) -> bool {
    text.split_whitespace()
        .next()
        .is_some_and(|word| word.len() >= 2 && word.len() <= 6 && word.chars().all(char::is_uppercase))
}

fn expected(text: &str, low: &str) -> Option<String> {
    const STARTS: [&str; 15] = [
        "etter sommeren 20",
        "etter sommaren 20",
        "tidlig i ",
        "tidleg i ",
        "i løpet av ",
        "våren ",
        "høsten ",
        "hausten ",
        "i forbindelse med ",
        "i samband med ",
        "etter revidert",
        "innen ",
        "innan ",
        "gjennom året",
        "løpende og ved behov",
    ];
    let at = STARTS
        .iter()
        .chain(&IN_MONTHS)
        .filter_map(|start| crate::words::find_stem(low, start.trim_end()))
        .min()?;
    let rest = &text[at..];
    let end = rest.find([',', ';']).or_else(|| rest.find('.')).unwrap_or(rest.len());
    let mut phrase = &rest[..end];
    for stop in [
        " sende",
        " komme",
        " kome",
        " med ",
        " om ",
        " gi ",
        " gje ",
        " ut et",
        " ut eit",
        " bestille",
        " til ",
    ] {
        if let Some(at) = phrase.get(3..).and_then(|tail| tail.find(stop)) {
            let cut = at + 3;
            if !(phrase.starts_with("i forbindelse") || phrase.starts_with("i samband")) || cut > 22 {
                phrase = &phrase[..cut];
            }
        }
    }
    Some(phrase.trim().to_owned())
}
