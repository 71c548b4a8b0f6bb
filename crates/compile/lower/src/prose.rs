//! Duties and announcements that stand in running text, and dated decisions.

use crate::parties::{Bodies, sentences};
use crate::view::{LineKind, View};
use crate::words::lower;
use styrbord_calendar::{Date, DateValue, find_dates};
use styrbord_plan::{Announcement, Decision, Duty, DutyKind, Plan, SectionRole};
use styrbord_source::Flow;

/// Reads duties, announcements and decisions.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan, bodies: &Bodies, taken: &[bool]) {
    let mut block = usize::MAX;
    for (at, line) in view.lines.iter().enumerate() {
        if line.block == block || matches!(line.kind, LineKind::Row | LineKind::Heading(_)) {
            continue;
        }
        block = line.block;
        let assigned = taken.get(at) == Some(&true);
        let flow = &view.tree.blocks[block].flow;
        for range in sentences(flow.as_str()) {
            let sentence = flow.slice(range);
            decision(view, plan, &sentence);
            if assigned || matches!(line.role, SectionRole::Contents | SectionRole::Attachments) {
                continue;
            }
            if let Some(announcement) = announcement(view, &sentence) {
                let low = lower(&announcement.text);
                let continues = low.starts_with("oppdrag om dette")
                    || low.starts_with("oppdraget vil")
                    || low.starts_with("dette vil");
                match plan
                    .announcements
                    .last_mut()
                    .filter(|last| continues && last.span.is_some_and(|spot| flow.span().contains(spot.span)))
                {
                    Some(last) => last.text = format!("{} {}", last.text, announcement.text),
                    None => plan.announcements.push(announcement),
                }
            } else if let Some(duty) = duty(view, plan, bodies, &sentence, line.role) {
                let second = duty
                    .due
                    .and_then(|first| second_due(&lower(sentence.as_str()), sentence.as_str(), first));
                let again = second.map(|due| Duty { due: Some(due), ..duty.clone() });
                plan.duties.push(duty);
                plan.duties.extend(again);
            }
        }
    }
}

/// Reads what the ministry says it will order or send later: who, a word for the future, and what is sent.
fn announcement(view: &View<'_>, sentence: &Flow) -> Option<Announcement> {
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
    const STARTS: [&str; 26] = [
        "i desember",
        "i november",
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
        "i januar",
        "i februar",
        "i mars",
        "i april",
        "i mai",
        "i juni",
        "i august",
        "i september",
        "i oktober",
    ];
    let at = STARTS.iter().filter_map(|start| crate::words::find_stem(low, start.trim_end())).min()?;
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

fn duty(view: &View<'_>, plan: &Plan, bodies: &Bodies, sentence: &Flow, role: SectionRole) -> Option<Duty> {
    let text = sentence.as_str();
    let low = lower(text);
    let asked = ["skal", "må", "bes", "ber"]
        .iter()
        .any(|verb| low.split(|c: char| !c.is_alphabetic()).any(|word| word == *verb))
        || low.contains("har et selvstendig ansvar for å")
        || low.contains("har eit sjølvstendig ansvar for å")
        || low.contains("pliktar å")
        || low.contains("sendes riksrevisjonen")
        || low.contains("sendast riksrevisjonen")
        || low.contains("rapporteres det")
        || low.contains("rapporterast det");
    if !asked
        || low.trim_end().ends_with(':') && !(low.contains("rapport") && bodies.is_agency_subject(text))
        || low.contains("departementet skal rapportere")
    {
        return None;
    }
    let kind = kind(&low);
    let due = due(plan, &low, text);
    let own = bodies.is_agency_subject(text)
        || low.contains("vi ber")
        || low.contains("departementet ber")
        || kind != DutyKind::Other && !starts_with_report(&low);
    let dated = due.is_some();
    let in_meeting = matches!(role, SectionRole::Meetings | SectionRole::Calendar) && kind == DutyKind::Other;
    if !dated
        && (in_meeting
            || !own
            || kind == DutyKind::Other
            || kind == DutyKind::Plan && !low.contains("departement"))
    {
        return None;
    }
    let periodic = plan.reports.iter().any(|report| {
        report.frequency.is_some() && report.span.is_some_and(|spot| sentence.span().contains(spot.span))
    });
    if periodic && !dated {
        return None;
    }
    Some(Duty { text: sentence.joined(), due, kind, span: Some(view.spot(sentence.span())) })
}

fn starts_with_report(low: &str) -> bool {
    [
        "den ",
        "dei ",
        "de ",
        "forhold ",
        "årsrapporten",
        "halvårsrapporten",
        "tertialrapport",
        "rapporten",
        "rapportene",
        "møtet",
        "møtene",
        "oversikten",
    ]
    .iter()
    .any(|word| low.starts_with(word))
}

/// Returns what a sentence asks for, by its verbs.
fn kind(low: &str) -> DutyKind {
    const PUBLISH: [&str; 6] =
        ["publisere", "publiseres", "publiserast", "publisert", "offentliggjøre", "offentleggjere"];
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

/// Returns the day by which it must be done: behind `innen`, `senest`, `frist`.
fn due(plan: &Plan, low: &str, text: &str) -> Option<Date> {
    due_day(plan, low, text).or_else(|| {
        let at = ["ferdig ut ", "ferdig i løpet av ", "fullføres ut ", "fullførast ut "]
            .iter()
            .filter_map(|phrase| low.find(phrase))
            .min()?;
        let tail = text.get(at..)?;
        let period = styrbord_calendar::find_periods(tail, plan.year?).into_iter().next()?;
        (period.range.start < 24).then_some(period.last)
    })
}

/// Returns the day behind `innen`, `senest`, `frist`.
fn due_day(plan: &Plan, low: &str, text: &str) -> Option<Date> {
    let at = ["innen ", "innan ", "senest", "seinast", "frist", "innen\n", "innan\n", "før ", "i hende"]
        .iter()
        .filter_map(|word| crate::words::find_stem(low, word.trim_end()))
        .min()?;
    let tail = text.get(at..)?;
    let mention = find_dates(tail).into_iter().next().filter(|mention| mention.range.start < 40)?;
    let behind = low.get(at + mention.range.end..).unwrap_or_default().trim_start();
    if ["hvert år", "kvart år"].iter().any(|phrase| behind.starts_with(phrase)) {
        return None;
    }
    match mention.value {
        DateValue::Day(date) => Some(date),
        DateValue::WithoutYear { month, day } => Date::new(plan.year?, month, day),
        _ => None,
    }
}

/// Returns the second of two days that one phrase joins: `innen 1. mai og 1. oktober 2025`.
fn second_due(low: &str, text: &str, first: Date) -> Option<Date> {
    let at = ["innen ", "innan ", "senest", "seinast", "frist"]
        .iter()
        .filter_map(|word| crate::words::find_stem(low, word.trim_end()))
        .min()?;
    let tail = text.get(at..)?;
    let mentions = find_dates(tail);
    let (one, other) = mentions.first().zip(mentions.get(1))?;
    let joined = tail.get(one.range.end..other.range.start)?.trim() == "og" && one.range.start < 40;
    match other.value {
        DateValue::Day(date) if joined && date > first => Some(date),
        _ => None,
    }
}

/// Notes a decision of the Storting with its day.
fn decision(view: &View<'_>, plan: &mut Plan, sentence: &Flow) {
    let text = sentence.as_str();
    let low = lower(text);
    let told = ["budsjettvedtak", "budsjettvedtaket"].iter().any(|word| low.contains(word))
        || low.contains("stortinget")
            && (low.contains("vedtok")
                || low.contains("vedtatt")
                || low.contains("vedteke")
                || low.contains("behandlet")
                || low.contains("fattet")
                || low.contains("vedtak av"))
            && low.contains("budsjett");
    if !told {
        return;
    }
    let at = ["vedtak", "vedtok", "behandlet", "fattet", "vedteke"]
        .iter()
        .filter_map(|word| low.find(word))
        .min()
        .unwrap_or(0);
    let mention = find_dates(text)
        .into_iter()
        .find(|mention| mention.range.end + 40 > at && mention.range.start < at + 110);
    if let Some(mention) = mention
        && let DateValue::Day(date) = mention.value
    {
        let start = at.min(mention.range.start);
        let spot = view.spot(sentence.span_of(start..mention.range.end.max(start)));
        plan.evidence.decisions.push(Decision { what: "budsjettvedtak".to_owned(), date, spot });
    }
}
