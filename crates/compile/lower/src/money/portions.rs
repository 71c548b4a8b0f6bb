//! What a post is divided into: list items, research rows, recipients, and groups of them.

use super::Reader;
use super::rows::trailing_amount;
use crate::assignments::leading_assignment_number;
use crate::view::LineKind;
use crate::words::{has_stem, lower};
use styrbord_money::{Nok, Printed, Unit, find_amounts};
use styrbord_plan::{Portion, PortionKind, TitleKind, TitleUse, Where};
use styrbord_source::{Flow, Span};

/// The group of portions that is open.
#[derive(Debug, Clone)]
pub(crate) struct Open {
    /// The chapter and post.
    pub post: (u32, u32),
    /// The portion of the post whose rows follow, when a sentence with an amount opened it.
    pub group: Option<usize>,
    /// The kind of its rows.
    pub kind: PortionKind,
    /// The depth of the last item.
    pub depth: u8,
}

/// Returns the kind of money that words speak of.
pub(crate) fn kind_of(low: &str) -> PortionKind {
    if ["udisponer", "disponible", "ikke disponer", "ikkje disponer", "ubundne", "frie midl", "ufordel"]
        .iter()
        .any(|stem| low.contains(stem))
    {
        PortionKind::Free
    } else if [
        "binding",
        "bundet",
        "bunde",
        "bundne",
        "forplikt",
        "tidligere år",
        "tidlegare år",
        "påbegynt",
        "påbyrja",
    ]
    .iter()
    .any(|stem| low.contains(stem))
    {
        PortionKind::Commitment
    } else if ["nye prosjekt", "nytt prosjekt", "nye fou", "nye oppdrag"]
        .iter()
        .any(|stem| low.contains(stem))
    {
        PortionKind::NewProject
    } else {
        PortionKind::SubAllocation
    }
}

impl Reader<'_, '_> {
    /// Adds a portion to the post or to the open group; returns its place among its siblings.
    pub(super) fn push_portion(
        &mut self,
        post: (u32, u32),
        group: Option<usize>,
        portion: Portion,
        printed: &Printed,
        span: Span,
    ) -> Option<usize> {
        let spot = self.view.spot(span);
        let tolerance = printed.tolerance();
        let known = self.post_mut(post.0, post.1)?;
        let list = match group {
            Some(group) => &mut known.breakdown.get_mut(group)?.breakdown,
            None => &mut known.breakdown,
        };
        list.push(portion);
        let at = list.len() - 1;
        self.terms.portion(post, group, printed.amount, tolerance, spot);
        Some(at)
    }

    /// Reads a row with an assignment's number and an amount into the open group.
    pub(super) fn portion_row(&mut self, flow: &Flow) -> bool {
        let Some(open) = self.open.clone() else { return false };
        let text = flow.as_str();
        let Some((number, start)) = leading_assignment_number(text) else { return false };
        let Some(found) = trailing_amount(text, Unit::Kroner) else { return false };
        let number = number.to_owned();
        let title_flow = flow.slice(start..found.start);
        let title = title_flow.joined();
        let span = flow.span_of(found.start..text.len());
        self.plan.evidence.titles.push(TitleUse {
            kind: TitleKind::Assignment,
            key: number.clone(),
            title: title.clone(),
            place: Where::Money,
            research: crate::assignments::research_in(&title),
            spot: self.view.spot(flow.span().to(title_flow.span())),
        });
        let portion = Portion {
            title,
            amount_nok: found.printed.amount,
            kind: open.kind,
            assignment: Some(number),
            span: Some(self.view.spot(flow.span())),
            ..Portion::default()
        };
        self.push_portion(open.post, open.group, portion, &found.printed, span);
        true
    }

    /// Reads the lines of a research row: from its number to its amount; returns the next line.
    pub(super) fn research_rows(&mut self, at: usize) -> Option<usize> {
        self.open.as_ref()?;
        if leading_assignment_number(self.view.lines[at].text()).is_none() {
            return self.titled_row(at);
        }
        let mut flow = self.view.lines[at].flow.clone();
        for step in 1..=8 {
            if self.portion_row(&flow) {
                return Some(at + step);
            }
            let line = self.view.lines.get(at + step)?;
            if leading_assignment_number(line.text()).is_some()
                || matches!(line.kind, LineKind::Heading(level) if level <= 2)
            {
                return None;
            }
            flow.append(&line.flow, "\n");
        }
        None
    }

    /// Reads a short line that ends in an amount with its unit, in a list that a sentence opened.
    fn titled_row(&mut self, at: usize) -> Option<usize> {
        let line = &self.view.lines[at];
        let text = line.text();
        let printed = find_amounts(text).into_iter().last()?;
        let ends = printed.range.end == text.trim_end().len() && printed.range.start > 8;
        let title = text[..printed.range.start].trim();
        let prose = text.chars().count() > 110 || title.contains(". ") || title.contains(" er ");
        if line.kind != LineKind::Text || !ends || prose || !text.starts_with(char::is_uppercase) {
            return None;
        }
        let open = self.open.clone()?;
        let flow = line.flow.clone();
        let title = flow.slice(0..printed.range.start).joined();
        let span = flow.span_of(printed.range.clone());
        let spot = Some(self.view.spot(flow.span()));
        let portion =
            Portion { title, amount_nok: printed.amount, kind: open.kind, span: spot, ..Portion::default() };
        self.push_portion(open.post, open.group, portion, &printed, span)?;
        Some(at + 1)
    }

    /// Reads a list item with an amount into the post that the text speaks of; returns the next line.
    pub(super) fn item(&mut self, at: usize) -> Option<usize> {
        let line = &self.view.lines[at];
        let block = &self.view.tree.blocks[line.block];
        let depth = match block.kind {
            styrbord_syntax::BlockKind::Item { depth, .. } => depth,
            // A page that draws its bullets has none in its text.
            _ if line.first && line.kind == LineKind::Text && is_bare_item(line.text()) => 0,
            _ => return None,
        };
        if line.kind == LineKind::Row {
            return None;
        }
        let flow = block.flow.clone();
        let open = self.open.clone()?;
        self.portion_item(&flow, &open, depth)?;
        Some(self.view.line_of_block(line.block + 1))
    }

    /// Adds an item's portion; a deeper item lies within the one above it.
    pub(super) fn portion_item(&mut self, flow: &Flow, open: &Open, depth: u8) -> Option<()> {
        let text = flow.as_str();
        let amounts = find_amounts(text);
        let first = amounts.first()?;
        let (title, start) = item_title(flow, first)?;
        let low = lower(&title);
        let kind = match kind_of(&low) {
            PortionKind::SubAllocation => open.kind,
            kind => kind,
        };
        let assignment = assignment_named(text);
        let span = flow.span_of(first.range.clone());
        let spot = self.view.spot(flow.span_of(start.min(first.range.start)..text.len()));
        let portion = Portion {
            title,
            amount_nok: first.amount,
            kind,
            assignment,
            span: Some(spot),
            ..Portion::default()
        };
        let nested = depth > open.depth && open.group.is_none();
        let group = if nested {
            self.post_mut(open.post.0, open.post.1).and_then(|post| post.breakdown.len().checked_sub(1))
        } else {
            open.group
        };
        self.push_portion(open.post, group, portion, first, span);
        if !nested && let Some(open) = &mut self.open {
            open.depth = depth;
        }
        Some(())
    }

    /// Opens a group when a sentence ends in a colon: its amount, if it has one, is the group's own.
    pub(super) fn open_group(&mut self, flow: &Flow, sentence: &str, amounts: &[Printed], post: (u32, u32)) {
        let low = lower(sentence);
        let kind = kind_of(&low);
        let exhaustive = ["fordel", "følgende", "følgjande", "disse", "desse", "slik"]
            .iter()
            .any(|word| low.contains(word));
        let depth = u8::MAX;
        let group = amounts.last().filter(|_| kind != PortionKind::SubAllocation).and_then(|printed| {
            let title = group_title(sentence);
            let span = flow.span_of(printed.range.clone());
            if let Some(at) = self.known_portion(post, kind, printed.amount) {
                let spot = self.view.spot(flow.span());
                if let Some(known) =
                    self.post_mut(post.0, post.1).and_then(|known| known.breakdown.get_mut(at))
                {
                    known.title = title;
                    known.span = Some(spot);
                }
                return Some(at);
            }
            let portion = Portion {
                title,
                amount_nok: printed.amount,
                kind,
                span: Some(self.view.spot(flow.span())),
                ..Portion::default()
            };
            self.push_portion(post, None, portion, printed, span)
        });
        let kind = match kind {
            PortionKind::SubAllocation
                if has_stem(&low, &["mottak", "tilskuddsmottak", "tilskotsmottak", "organisasjon"]) =>
            {
                PortionKind::Recipient
            }
            kind => kind,
        };
        self.open = Some(Open { post, group, kind, depth });
        if exhaustive && group.is_none() {
            self.terms.exhaustive(post);
        }
    }

    /// Returns the portion of a kind and amount that the prose already gave.
    pub(super) fn known_portion(
        &mut self,
        post: (u32, u32),
        kind: PortionKind,
        amount: Nok,
    ) -> Option<usize> {
        self.post_mut(post.0, post.1)?
            .breakdown
            .iter()
            .position(|portion| portion.kind == kind && portion.amount_nok == amount)
    }

    /// Adds the rows of a table of recipients: under the portion whose amount is their sum, else under the post.
    pub(super) fn recipient_rows(
        &mut self,
        rows: Vec<(Portion, Printed, Span)>,
        stated: Option<(Printed, Span)>,
    ) {
        let Some((chapter, post)) = self.place.chapter.zip(self.place.post) else { return };
        let sum = rows.iter().fold(0_i64, |sum, (_, printed, _)| sum.saturating_add(printed.amount.ore()));
        let stated_ore = stated.as_ref().map(|(printed, _)| printed.amount.ore());
        let Some(known) = self.post_mut(chapter, post) else { return };
        let group = known.breakdown.iter().position(|portion| {
            portion.amount_nok.ore() == sum || Some(portion.amount_nok.ore()) == stated_ore
        });
        for (portion, printed, span) in rows {
            self.push_portion((chapter, post), group, portion, &printed, span);
        }
        if let Some((printed, span)) = stated {
            let spot = self.view.spot(span);
            self.terms.stated_portion((chapter, post), group, printed.amount, printed.tolerance(), spot);
        } else if group.is_none() {
            self.terms.exhaustive((chapter, post));
        }
    }
}

/// Returns the assignment that an item names: `(oppdrag 2)`, `til oppdrag O4`, `oppdrag 2025-04`.
pub(super) fn assignment_named(text: &str) -> Option<String> {
    let low = lower(text);
    let at = crate::words::find_stem(&low, "oppdrag")?;
    let rest = text[at..].split_whitespace().nth(1)?;
    let rest = if lower(rest).starts_with("nr") { text[at..].split_whitespace().nth(2)? } else { rest };
    let number = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let has_digit = number.bytes().any(|byte| byte.is_ascii_digit());
    (has_digit && number.len() <= 12).then(|| number.to_owned())
}

/// Tells whether a text reads as an item that lost its bullet: an amount, what it is for, no full stop.
fn is_bare_item(text: &str) -> bool {
    let first = find_amounts(text).into_iter().next().filter(|found| found.range.start == 0);
    first.is_some_and(|found| {
        let rest = text[found.range.end..].trim_start();
        ["til ", "for "].iter().any(|joint| rest.starts_with(joint))
            && !text.trim_end().ends_with('.')
            && text.chars().count() <= 200
    })
}

/// Returns an item's title: what the amount is for, or what stands before the amount.
fn item_title(flow: &Flow, amount: &Printed) -> Option<(String, usize)> {
    let text = flow.as_str();
    let before = text[..amount.range.start].trim().trim_end_matches([':', '–', '-', ',']).trim();
    let after = &text[amount.range.end..];
    let behind = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '–'));
    for joint in ["til ", "for ", "går til ", "gjeld ", "gjelder ", "er ", "til\n"] {
        if let Some(rest) = behind.strip_prefix(joint) {
            let at = text.len() - rest.len();
            let whole = flow.slice(at..text.len()).joined();
            let title = first_sentence(&whole);
            return (!title.is_empty()).then(|| (title.to_owned(), at));
        }
    }
    if before.chars().count() > 2
        && !matches!(lower(before).as_str(), "inntil" | "om lag" | "minst" | "kr" | "ca.")
    {
        let title = flow.slice(0..text[..amount.range.start].trim_end().len()).joined();
        return Some((title.trim_end_matches([':', '–', '-', ',', '(']).trim().to_owned(), 0));
    }
    let title = flow.slice(text.len() - behind.len()..text.len()).joined();
    let title = title.split(". ").next().unwrap_or_default().trim_end_matches(['.', ',', ';']);
    (!title.is_empty()).then(|| (title.to_owned(), text.len() - behind.len()))
}

/// Returns a text up to the end of its first sentence, the full stop included.
fn first_sentence(text: &str) -> &str {
    let end = text.find(". ").map_or(text.len(), |at| at + 1);
    text[..end].trim_end_matches([',', ';'])
}

/// Returns a group's title: the sentence without the amount in brackets and the colon.
fn group_title(sentence: &str) -> String {
    let joined = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let joined = joined.trim_end_matches(':').trim();
    match joined.rfind(" (") {
        Some(at) if joined.ends_with(')') => joined[..at].to_owned(),
        _ => joined.to_owned(),
    }
}
