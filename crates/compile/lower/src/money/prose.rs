//! Amounts in running text: what is appropriated, whose share it is, and what it is set aside for.

use super::portions::{Open, assignment_named, kind_of};
use super::{Place, Reader, post_references};
use crate::parties::sentences;
use crate::view::LineKind;
use crate::words::{has_stem, lower};
use styrbord_money::{Printed, find_amounts};
use styrbord_plan::{AmountRole, AmountUse, Portion, PortionKind, SectionRole, Term};
use styrbord_source::Flow;

impl Reader<'_, '_> {
    /// Reads a block of running text; returns the line behind it.
    pub(super) fn prose(&mut self, at: usize) -> usize {
        if let Some(next) = self.research_rows(at) {
            return next;
        }
        if let Some(next) = self.item(at) {
            return next;
        }
        if let Some(next) = self.recipient_lines(at) {
            return next;
        }
        let line = &self.view.lines[at];
        let block = line.block;
        let flow = self.view.tree.blocks[block].flow.clone();
        let after = self.view.line_of_block(block + 1).max(at + 1);
        if matches!(line.kind, LineKind::Heading(_)) {
            self.heading_place(&flow);
            return after;
        }
        if !line.first && at > 0 && self.view.lines[at - 1].block == block && !self.view.lines[at - 1].first {
            return at + 1;
        }
        let flow = if line.first { flow } else { self.view.flow(at..after) };
        self.sentences(&flow);
        after
    }

    /// Takes chapter and post from a heading such as `Kap. 703, post 21` or `Post 60 Toppfinansiering`.
    fn heading_place(&mut self, flow: &Flow) {
        if let Some(found) = post_references(flow.as_str()).first() {
            let chapter = found.chapter.or(self.place.chapter);
            self.place = Place { chapter, post: found.post };
            self.open = None;
        }
    }

    fn sentences(&mut self, flow: &Flow) {
        let text = flow.as_str();
        for range in sentences(text) {
            let part = flow.slice(range);
            let sentence = part.as_str();
            let named = post_references(sentence);
            let amounts = find_amounts(sentence);
            if authorises(sentence) {
                continue;
            }
            if let Some(found) = named.first() {
                let chapter = found.chapter.or_else(|| self.chapter_of_post(&lower(sentence), found.post));
                let runs_in = part.span().start == flow.span().start && found.range.start == 0;
                let leads = sentence.trim_end().ends_with(':');
                let leads = leads || found.chapter.is_some() && speaks_of_post(&lower(sentence));
                let spoken_of = found.post.is_some() && (leads || !amounts.is_empty()) && !is_pointer(sentence);
                if spoken_of || runs_in {
                    self.place =
                        Place { chapter, post: found.post.or(if runs_in { None } else { self.place.post }) };
                    self.open = None;
                }
            }
            if sentence.trim_end().ends_with(':') {
                self.announce(&part, &amounts);
            }
            if amounts.is_empty() || is_pointer(sentence) {
                continue;
            }
            if !allocates(sentence) || !self.listed_posts(&part, &amounts, &named) {
                self.amounts(&part, &amounts, &named);
            }
        }
    }

    /// Opens a list that a sentence announces.
    fn announce(&mut self, part: &Flow, amounts: &[Printed]) {
        let Some(post) = self.place.chapter.zip(self.place.post) else { return };
        let low = lower(part.as_str());
        let instalments = has_stem(&low, &["termin", "rate", "utbetal"]);
        if instalments {
            self.open = None;
            return;
        }
        self.open_group(part, part.as_str(), amounts, post);
    }

    fn amounts(&mut self, part: &Flow, amounts: &[Printed], named: &[super::PostRef]) {
        let sentence = part.as_str();
        let low = lower(sentence);
        let Some((chapter, post)) = self.place.chapter.zip(self.place.post) else { return };
        if let Some(role) = role_of(&low) {
            let Some(first) = amount_of_role(&low, amounts) else { return };
            self.role(part, first, role, (chapter, post), named);
            if role == AmountRole::Appropriation
                && let Some((second, at)) = second_role(&low, amounts, first)
            {
                let _ = at;
                self.role(part, second, AmountRole::Share, (chapter, post), &[]);
            }
        }
        let whole = low.contains("hele beløpet") || low.contains("heile beløpet");
        if let Some(known) = self.post_mut(chapter, post).filter(|_| whole) {
            known.agency_share_nok = known.agency_share_nok.or(known.appropriation_nok);
        }
        self.change(part, amounts, (chapter, post));
        self.set_aside(part, amounts, (chapter, post));
    }

    /// Notes what an amount is said to be of a post; a post that no table holds is made from the sentence.
    fn role(
        &mut self,
        part: &Flow,
        printed: &Printed,
        role: AmountRole,
        (chapter, post): (u32, u32),
        named: &[super::PostRef],
    ) {
        let spot = self.view.spot(part.span_of(printed.range.clone()));
        let explicit = named.iter().any(|found| found.chapter == Some(chapter) && found.post == Some(post));
        let known = self.post_mut(chapter, post).is_some();
        if !known
            && (explicit || self.plan.budget.iter().all(|known| known.chapter != chapter))
            && role != AmountRole::Share
        {
            let title = named.iter().find(|found| found.post == Some(post)).map(|found| title_behind(part, found.range.end)).unwrap_or_default();
            let (title, keywords) = super::titles::split_keywords(&title);
            let span = part.span();
            if let Some(found) = named.iter().find(|found| found.chapter == Some(chapter)) {
                self.chapter_in_sentence(part, chapter, found.range.clone());
            }
            self.add_post(chapter, post, title, keywords, Some(printed.amount), span);
            self.from_prose.push((chapter, post));
        }
        let told_in_prose = self.from_prose.contains(&(chapter, post));
        let term = Term { amount: printed.amount, tolerance: printed.tolerance(), spot };
        self.plan.evidence.amounts.push(AmountUse { chapter, post, role, term });
        let Some(known) = self.post_mut(chapter, post) else { return };
        match role {
            AmountRole::Appropriation => {
                known.appropriation_nok = known.appropriation_nok.or(Some(printed.amount));
            }
            AmountRole::Share | AmountRole::Available => {
                known.agency_share_nok = known.agency_share_nok.or(Some(printed.amount));
                if told_in_prose {
                    known.amount_nok = known.agency_share_nok;
                }
            }
        }
    }

    /// Takes a chapter's title from a sentence that names it between its number and the post: `kap. 948 Tare, post 50`.
    fn chapter_in_sentence(&mut self, part: &Flow, chapter: u32, range: std::ops::Range<usize>) {
        let text = &part.as_str()[range.clone()];
        let Some(end) = text.rfind("post") else { return };
        let digits = chapter.to_string();
        let Some(start) = text.find(&digits).map(|at| at + digits.len()).filter(|start| *start < end) else { return };
        let title = part.slice(range.start + start..range.start + end).joined();
        let title = title.trim_matches(|c: char| matches!(c, ',' | ' ' | '.')).to_owned();
        if title.starts_with(char::is_uppercase) {
            self.chapter_title = Some((chapter, title, part.span()));
        }
    }

    /// Adds portions that a sentence sets aside: `hvorav 10,9 mill. kroner er udisponerte midler`.
    fn set_aside(&mut self, part: &Flow, amounts: &[Printed], post: (u32, u32)) {
        let sentence = part.as_str();
        let low = lower(sentence);
        if sentence.trim_end().ends_with(':') || self.post_mut(post.0, post.1).is_none() {
            return;
        }
        for printed in amounts {
            let before = &low[..printed.range.start];
            let after = &low[printed.range.end..];
            let next = amounts.iter().map(|other| other.range.start).filter(|at| *at > printed.range.end).min().unwrap_or(sentence.len());
            let Some((kind, title)) = purpose(before, after, &sentence[..next], printed) else { continue };
            if self.known_portion(post, kind, printed.amount).is_some() {
                continue;
            }
            let span = part.span_of(printed.range.clone());
            let assignment = assignment_named(&sentence[printed.range.end..]);
            let portion = Portion {
                title,
                amount_nok: printed.amount,
                kind,
                assignment,
                span: Some(self.view.spot(span)),
                ..Portion::default()
            };
            self.push_portion(post, None, portion, printed, span);
        }
    }

    /// Reads lines that each end in an amount below a line that heads them: `Organisasjon Tilskudd 2025`.
    fn recipient_lines(&mut self, at: usize) -> Option<usize> {
        let line = &self.view.lines[at];
        let low = lower(line.text());
        let first = low.split_whitespace().next()?;
        let heads = ["organisasjon", "mottaker", "mottakar", "tilskuddsmottaker", "tilskotsmottakar"]
            .iter()
            .any(|word| first.starts_with(word))
            && ["tilskudd", "tilskot", "beløp", "tildeling", "kroner"].iter().any(|word| low.contains(word));
        if !heads
            || line.text().chars().count() > 80
            || !matches!(line.role, SectionRole::Budget | SectionRole::Other)
        {
            return None;
        }
        let unit = styrbord_money::parse_caption(line.text()).unwrap_or_default();
        let (mut rows, mut stated, mut next) = (Vec::new(), None, at + 1);
        let mut open = Flow::new();
        while let Some(line) = self.view.lines.get(next) {
            if matches!(line.kind, LineKind::Heading(level) if level <= 2)
                || line.kind == LineKind::Row
                || line.text().starts_with("Post ")
            {
                break;
            }
            open.append(&line.flow, "\n");
            let text = open.as_str();
            if let Some(found) = super::rows::trailing_amount(text, unit) {
                let title = open.slice(0..found.start);
                let span = open.span_of(found.start..text.len());
                if super::tables::is_sum(&lower(&title.joined())) {
                    stated = Some((found.printed, span));
                    next += 1;
                    break;
                }
                let portion = Portion {
                    title: title.joined(),
                    amount_nok: found.printed.amount,
                    kind: PortionKind::Recipient,
                    span: Some(self.view.spot(open.span())),
                    ..Portion::default()
                };
                rows.push((portion, found.printed, span));
                open = Flow::new();
            } else if open.lines().count() > 3 {
                break;
            }
            next += 1;
        }
        if rows.len() < 2 {
            return None;
        }
        self.recipient_rows(rows, stated);
        Some(next)
    }

    /// Reads the comment cell of a budget row: items that divide the post.
    pub(super) fn comment(&mut self, flow: &Flow) {
        let Some(post) = self.place.chapter.zip(self.place.post) else { return };
        let open =
            Open { post, group: None, kind: PortionKind::SubAllocation, depth: u8::MAX };
        for line in flow.lines() {
            let text = line.as_str();
            let start = styrbord_syntax::leading_bullet(text).unwrap_or(0);
            if start == 0 && !text.starts_with(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let item = line.slice(start..text.len());
            let named = post_references(item.as_str());
            if named.is_empty() {
                self.portion_item(&item, &open, 0);
            }
        }
    }
}

/// Tells whether a sentence begins with the money of a post, as its subject.
fn speaks_of_post(low: &str) -> bool {
    ["bevilgningen på ", "bevilgningen over ", "løyvinga på ", "løyvinga over ", "midlene på ", "midlane på "].iter().any(|words| low.starts_with(words))
}

/// Tells whether a sentence gives an authorisation, whose amounts are limits.
fn authorises(sentence: &str) -> bool {
    let low = lower(sentence);
    has_stem(&low, &["fullmakt"]) && ["overskrid", "forplikt", "tilsagn", "tilsegn", "pådra"].iter().any(|word| low.contains(word))
}

/// Tells whether a sentence gives money.
fn allocates(sentence: &str) -> bool {
    has_stem(&lower(sentence), &["bevilg", "løyv", "tildel", "still", "dispon", "rammen", "ramma", "fordel"])
}

/// Tells whether a sentence only speaks of money elsewhere or in other years.
fn is_pointer(sentence: &str) -> bool {
    let low = lower(sentence);
    [
        "til orientering",
        "i fjor",
        "i 2023 ble",
        "til samanlikning",
        "til sammenligning",
        "fra kunnskapsdepartementet",
    ]
    .iter()
    .any(|phrase| low.contains(phrase))
}

/// Returns what an amount is said to be by the words of its sentence.
fn role_of(low: &str) -> Option<AmountRole> {
    const APPROPRIATED: [&str; 15] = [
        "inntektskravet på",
        "inntektskravet er",
        "inntektskravet under",
        "er bevilget",
        "er bevilga",
        "er løyvd", "er det løyvd", "er det bevilget", "er det bevilga",
        "bevilges",
        "bevilgningen er",
        "bevilgningen på",
        "løyvinga er",
        "løyvinga på",
        "blir det løyvd",
    ];
    const SHARE: [&str; 5] =
        [" andel", "sin del av", " del av bevilgningen", " del av løyvinga", "sin part av"];
    const AVAILABLE: [&str; 10] = [
        "til disposisjon",
        "til rådighet",
        "til rådvelde",
        "disponerer",
        "disponerar",
        "til rådvelde",
        "får tildelt",
        "tildeles",
        "blir tildelt",
        "tildelast",
    ];
    const CHANGES: [&str; 14] = ["sett ned", "satt ned", "settes ned", "økes", "økt", "øker", "auka", "aukast", "auke", "redusert", "reduseres", "styrkes", "styrkt", "trekkes"];
    if CHANGES.iter().any(|word| crate::words::find_stem(low, word).is_some()) && !low.contains("er bevilget") && !low.contains("er løyvd") {
        return None;
    }
    if low.starts_with("av ") || low.starts_with("herav") || low.starts_with("resten") {
        return None;
    }
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| low.contains(phrase));
    let shared = has(&SHARE) && (low.contains("utgjør") || low.contains("utgjer") || low.contains(" er "));
    if has(&APPROPRIATED) && !(shared && !low.contains("er bevilget") && !low.contains("er løyvd")) {
        Some(AmountRole::Appropriation)
    } else if shared {
        Some(AmountRole::Share)
    } else if has(&AVAILABLE) {
        Some(AmountRole::Available)
    } else {
        None
    }
}

/// Returns the amount that the role's words speak of: the first behind them, else the first.
fn amount_of_role<'p>(low: &str, amounts: &'p [Printed]) -> Option<&'p Printed> {
    let aside = low
        .find("hvorav")
        .or_else(|| low.find("av dette"))
        .or_else(|| low.find("herav"))
        .unwrap_or(usize::MAX);
    amounts.iter().find(|printed| printed.range.start < aside)
}

/// Returns the agency's share when the same sentence gives it behind the whole appropriation.
fn second_role<'p>(low: &str, amounts: &'p [Printed], first: &Printed) -> Option<(&'p Printed, usize)> {
    let at = ["andel", "sin del", "til disposisjon", "disponerer"]
        .iter()
        .filter_map(|phrase| low.find(phrase))
        .find(|at| *at > first.range.end)?;
    amounts
        .iter()
        .find(|printed| printed.range.start > first.range.end && printed.range.start + 80 > at)
        .map(|printed| (printed, at))
}

/// Returns kind and title of an amount that a sentence sets aside.
fn purpose(before: &str, after: &str, sentence: &str, printed: &Printed) -> Option<(PortionKind, String)> {
    let behind: String = after.chars().take(90).collect();
    let near = before.rsplit([',', ';']).next().unwrap_or_default();
    let sets_aside = [
        "hvorav",
        "herav",
        "av dette",
        "av beløpet",
        "av midlene",
        "av midlane",
        "av løyvinga",
        "av bevilgningen",
        "resten",
        "av desse",
        "av disse",
        "derav",
        "av post",
    ]
    .iter()
    .any(|word| before.contains(word));
    let shares = ["fordeles med", "fordelast med", "fordelt med", "fordeler seg med", "fordeler seg slik"].iter().any(|word| before.contains(word));
    let told = match kind_of(&format!("{near} {behind}")) {
        PortionKind::SubAllocation if shares && has_stem(before, &["tilskudd", "tilskot"]) => PortionKind::Recipient,
        kind => kind,
    };
    let commits = before.starts_with("bindinger")
        || before.starts_with("bindingar")
        || before.starts_with("budsjettbinding");
    if commits && before.trim_end().ends_with("utgjør") {
        let title = sentence[..printed.range.start].trim_end().trim_end_matches("utgjør").trim();
        return Some((PortionKind::Commitment, title.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    let goes = before.trim_end().ends_with("går") || before.trim_end().ends_with("gå");
    if !sets_aside && !((goes || shares) && behind.trim_start().starts_with("til ")) {
        return None;
    }
    let text = &sentence[printed.range.end..];
    let text = text.split(['.', ';']).next().unwrap_or_default();
    let text = text.split(", hvorav").next().unwrap_or_default();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut title = text.trim().trim_start_matches(',').trim();
    for lead in ["er satt av til ", "er sett av til ", "er øremerket ", "øremerkes ", "går til ", "gå til ", "er bundet til ", "er bunde til ", "skal gå til ", "skal nyttast til ", "skal brukes til ", "satt av til ", "sett av til ", "øremerket ", "avsatt til ", "er ", "til ", "kroner til ", "settes av til "] {
        if let Some(rest) = title.strip_prefix(lead) {
            title = rest;
            break;
        }
    }
    let title = title.trim_end_matches(|c: char| c.is_whitespace() || c == ',').trim_end_matches(" og").trim_end_matches([',', ' ']);
    (!title.is_empty()).then(|| (told, title.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// Returns the title that stands behind a post's number in a sentence: up to the sentence's end.
fn title_behind(part: &Flow, at: usize) -> String {
    let text = part.as_str();
    let rest = text.get(at..).unwrap_or_default();
    let rest_start = text.len() - rest.trim_start().len();
    let title = part.slice(rest_start..text.len()).joined();
    let amount = find_amounts(&title).first().map(|printed| title[..printed.range.start].trim_end()).and_then(|before| before.strip_suffix(" er").or_else(|| before.strip_suffix(" utgjør"))).map(str::len);
    let cut = [", er det", " er det", ", blir det", ", vert det", ", stilles", ", stiller"].iter().filter_map(|stop| title.find(stop)).chain(amount).min().unwrap_or(title.len());
    let title = &title[..cut];
    if title.starts_with(char::is_uppercase) { title.trim_end_matches('.').to_owned() } else { String::new() }
}
