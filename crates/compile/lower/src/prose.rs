//! Duties and announcements that stand in running text, and dated decisions.

use crate::parties::{Bodies, sentences};
use crate::view::{LineKind, View};
use crate::words::lower;
use std::ops::Range;
use styrbord_calendar::{Date, DateValue, find_dates};
use styrbord_plan::{Announcement, Decision, Duty, DutyKind, Plan, SectionRole};
use styrbord_source::Flow;

/// Reads duties, announcements and decisions.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan, bodies: &Bodies, taken: &[Range<usize>]) {
    let mut block = usize::MAX;
    for (at, line) in view.lines.iter().enumerate() {
        if line.block == block || matches!(line.kind, LineKind::Row | LineKind::Heading(_)) {
            continue;
        }
        block = line.block;
        let assigned = taken.iter().any(|range| range.contains(&at));
        let flow = &view.tree.blocks[block].flow;
        for range in sentences(flow.as_str()) {
            let sentence = flow.slice(range);
            decision(view, plan, &sentence);
            if assigned || matches!(line.role, SectionRole::Contents | SectionRole::Attachments) {
                continue;
            }
            if let Some(announcement) = announcement(view, &sentence) {
                plan.announcements.push(announcement);
            } else if let Some(duty) = duty(view, plan, bodies, &sentence, line.role) {
                plan.duties.push(duty);
            }
        }
    }
}

/// Words that say that the ministry will do something later.
fn announcement(view: &View<'_>, sentence: &Flow) -> Option<Announcement> {
    const LATER: [&str; 20] = [
        "komme tilbake",
        "kome tilbake",
        "kjem tilbake",
        "kommer tilbake",
        "sende ut",
        "sender ut",
        "vil sende",
        "vil bli gitt",
        "vil bli gjeve",
        "gi et tillegg",
        "blir gitt i eget",
        "vil be om",
        "vil bestille",
        "vil derfor bestille",
        "kunne komme tillegg",
        "vil gi ",
        "vil gje ",
        "eget oppdrag",
        "eige oppdrag",
        "eget brev",
    ];
    let text = sentence.as_str();
    let low = lower(&sentence.joined());
    let by_ministry = low.contains("departement")
        || low.contains("det vil")
        || low.contains("det kan komme")
        || low.starts_with("oppdrag om")
        || low.contains("oppdrag om dette")
        || has_ministry_short(text);
    let later = LATER.iter().any(|phrase| low.contains(phrase));
    let will =
        ["vil ", "sender", "kommer", "kjem", "tar sikte på å", "tek sikte på å", "planlegger å", "blir "]
            .iter()
            .any(|word| low.contains(word));
    let agency_acts = low.contains("skal ") && !low.contains("departementet vil");
    if !(by_ministry && later && will) || agency_acts && !low.contains("vil") {
        return None;
    }
    Some(Announcement {
        text: sentence.joined(),
        expected: expected(&sentence.joined(), &low),
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
    const STARTS: [&str; 22] = [
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
    let end = rest.find([',', '.', ';']).unwrap_or(rest.len());
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
        || low.contains("rapporteres det")
        || low.contains("rapporterast det");
    if !asked
        || low.ends_with(':') && !low.contains("rapport")
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
    if in_meeting || !own && !dated || kind == DutyKind::Other && !dated || kind == DutyKind::Plan && !dated {
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
    let says = |words: &[&str]| words.iter().any(|word| crate::words::find_stem(low, word).is_some());
    if says(&["publiser", "offentliggjør", "offentleggjer", "publisert"]) {
        DutyKind::Publish
    } else if says(&[
        "orienter",
        "informer",
        "varsle",
        "varsl",
        "melde fra",
        "melde frå",
        "meldast",
        "si fra",
        "si frå",
        "oppdatert om",
        "ta opp med departementet",
        "tas opp med",
        "takast opp med",
    ]) {
        DutyKind::Inform
    } else if says(&[
        "rapporter",
        "redegjør",
        "gjøre rede",
        "gjere greie",
        "oppgi",
        "oppgje",
        "omtale",
        "rapportering",
        "avlegge",
        "leggje fram rekneskap",
        "sendes til riksrevisjonen",
        "vise i årsrapport",
    ]) {
        DutyKind::Report
    } else if says(&[
        "innspill",
        "budsjettforslag",
        "satsingsforslag",
        "framlegg",
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
    let at = ["innen ", "innan ", "senest", "seinast", "frist", "innen\n", "innan\n", "før ", "i hende"]
        .iter()
        .filter_map(|word| crate::words::find_stem(low, word.trim_end()))
        .min()?;
    let tail = text.get(at..)?;
    let mention = find_dates(tail).into_iter().next().filter(|mention| mention.range.start < 40)?;
    match mention.value {
        DateValue::Day(date) => Some(date),
        DateValue::WithoutYear { month, day } => Date::new(plan.year?, month, day),
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
