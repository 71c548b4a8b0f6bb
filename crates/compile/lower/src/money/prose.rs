//! Amounts in running text: what is appropriated, whose share it is, and what it is set aside for.

use super::portions::{Open, assignment_named};
use super::roles::{
    allocates, amount_of_role, authorises, is_pointer, purpose, role_of, second_role, speaks_of_post,
    title_behind,
};
use super::{Place, Reader, post_references};
use crate::parties::sentences;
use crate::view::LineKind;
use crate::words::{has_stem, lower};
use styrbord_money::{Printed, find_amounts};
use styrbord_plan::{AmountRole, AmountUse, Portion, PortionKind, SectionRole, Term};
use styrbord_source::Flow;

/// The most portions that one sentence gives.
const PORTIONS_MAX: usize = 60;

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
                let spoken_of =
                    found.post.is_some() && (leads || !amounts.is_empty()) && !is_pointer(sentence);
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
            let title = named
                .iter()
                .find(|found| found.post == Some(post))
                .map(|found| title_behind(part, found.range.end))
                .unwrap_or_default();
            let (title, keywords) = super::titles::split_keywords(&title);
            let span = part.span();
            if let Some(found) = named.iter().find(|found| found.chapter == Some(chapter)) {
                self.chapter_in_sentence(part, chapter, found.range.clone());
            }
            self.add_post(chapter, post, title, keywords, Some(printed.amount), span);
            self.from_prose.insert((chapter, post));
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
        let Some(start) = text.find(&digits).map(|at| at + digits.len()).filter(|start| *start < end) else {
            return;
        };
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
        for printed in amounts.iter().take(PORTIONS_MAX) {
            let before = &low[..printed.range.start];
            let after = &low[printed.range.end..];
            let next = amounts
                .iter()
                .map(|other| other.range.start)
                .filter(|at| *at > printed.range.end)
                .min()
                .unwrap_or(sentence.len());
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
        let open = Open { post, group: None, kind: PortionKind::SubAllocation, depth: u8::MAX };
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
