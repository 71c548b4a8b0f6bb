//! Sentences that say what a post had, how it changes and what it gets, and sentences that list posts with amounts.

use super::titles::{split_keywords, without_unit};
use super::{PostRef, Reader};
use crate::words::{find_stem, lower};
use styrbord_money::{Nok, Printed};
use styrbord_plan::LetterKind;
use styrbord_source::Flow;

/// Words for the new total of a post.
const NEW_TOTAL: [&str; 10] = [
    "ny bevilgning",
    "ny løyving",
    "ny tildeling",
    "ny ramme",
    "nytt beløp",
    "ny samlet",
    "ny samla",
    "ny sum",
    "ny posteringsramme",
    "ny totalramme",
];

/// The amounts of a change, as one sentence gives them.
#[derive(Debug, Default)]
struct Moved<'p> {
    previous: Option<&'p Printed>,
    change: Option<&'p Printed>,
    total: Option<&'p Printed>,
}

impl Reader<'_, '_> {
    /// Notes the change of a post that no table holds, in a supplementary letter.
    pub(super) fn change(&mut self, part: &Flow, amounts: &[Printed], (chapter, post): (u32, u32)) {
        let low = lower(part.as_str());
        let lowers =
            ["sett ned", "satt ned", "settes ned", "redusert", "reduseres", "trekkes", "blir redusert"]
                .iter()
                .any(|word| low.contains(word));
        let raises = ["økes", "økt", "auka", "aukast", "styrkes", "styrkt"]
            .iter()
            .any(|word| find_stem(&low, word).is_some());
        if self.plan.kind != LetterKind::Supplement {
            return;
        }
        let moved = moved(&low, amounts, lowers || raises);
        let told = self.from_prose.contains(&(chapter, post));
        if !told && (moved.change.is_none() || self.post_mut(chapter, post).is_some()) {
            return;
        }
        if !told {
            let pending = self.pending_post.clone().filter(|(known, ..)| *known == (chapter, post));
            let (title, span) =
                pending.map_or_else(|| (String::new(), part.span()), |(_, title, span)| (title, span));
            let (title, keywords) = split_keywords(&title);
            self.add_post(chapter, post, title, keywords, None, span);
            self.from_prose.insert((chapter, post));
        }
        let Some(known) = self.post_mut(chapter, post) else { return };
        let signed = |printed: &Printed| {
            if lowers && !raises {
                Nok::from_ore(printed.amount.ore().saturating_neg())
            } else {
                printed.amount
            }
        };
        known.change_nok = known.change_nok.or(moved.change.map(signed));
        known.previous_nok = known.previous_nok.or(moved.previous.map(|printed| printed.amount));
        known.amount_nok = known.amount_nok.or(moved.total.map(|printed| printed.amount));
    }

    /// Adds the posts that one sentence lists behind their amounts: `4 mill. kroner på post 01 Drift, 2 mill. kroner på …`.
    pub(super) fn listed_posts(&mut self, part: &Flow, amounts: &[Printed], named: &[PostRef]) -> bool {
        let text = part.as_str();
        let behind = |printed: &Printed| {
            let found = named.get(named.partition_point(|found| found.range.start < printed.range.end))?;
            let gap = text.get(printed.range.end..found.range.start).filter(|gap| gap.len() < 12)?;
            (found.post.is_some() && matches!(lower(gap).trim(), "på" | "over" | "under")).then_some(found)
        };
        let listed: Vec<(&Printed, &PostRef)> =
            amounts.iter().filter_map(|printed| Some((printed, behind(printed)?))).collect();
        let Some(chapter) = named.iter().find_map(|found| found.chapter).or(self.place.chapter) else {
            return false;
        };
        if listed.len() < 2 {
            return self.posts_with_amounts(part, amounts, named);
        }
        if let Some(found) = named.first().filter(|found| found.chapter.is_some() && found.post.is_none()) {
            let end = text
                .get(found.range.end..)
                .and_then(|rest| rest.find([':', ',', ';']))
                .map_or(found.range.end, |at| found.range.end + at);
            let title = part.slice(found.range.end..end).joined();
            if title.starts_with(char::is_uppercase) && title.split_whitespace().count() <= 10 {
                self.head_of_chapter(chapter, without_unit(&title), part.span_of(found.range.start..end));
            }
        }
        for (at, (printed, found)) in listed.iter().enumerate() {
            let chapter = found.chapter.unwrap_or(chapter);
            let Some(post) = found.post else { continue };
            let end =
                listed.get(at + 1).map_or(text.len(), |(next, _)| next.range.start).max(found.range.end);
            let title = part.slice(found.range.end..end).joined();
            let title =
                title.trim_end_matches(['.', ' ']).trim_end_matches(" og").trim_end_matches([',', ' ']);
            let (title, keywords) = split_keywords(title);
            let span = part.span_of(printed.range.start..end);
            self.add_post(chapter, post, title, keywords, Some(printed.amount), span);
            self.from_prose.insert((chapter, post));
            self.terms.post(
                chapter,
                post,
                printed.amount,
                printed.tolerance(),
                self.view.spot(part.span_of(printed.range.clone())),
            );
        }
        true
    }

    /// Adds the posts that one sentence lists before their amounts: `kap. 512 post 01 med 48,3 mill. kroner og …`.
    ///
    /// A sentence that names a post of a table only says its amount again.
    fn posts_with_amounts(&mut self, part: &Flow, amounts: &[Printed], named: &[PostRef]) -> bool {
        let text = part.as_str();
        let before = |printed: &Printed| {
            let at = named.partition_point(|found| found.range.end <= printed.range.start);
            let found = named.get(at.checked_sub(1)?)?;
            let gap = text.get(found.range.end..printed.range.start)?;
            (gap.trim() == "med").then_some((found.chapter?, found.post?))
        };
        let listed: Vec<_> = amounts.iter().filter_map(|printed| Some((printed, before(printed)?))).collect();
        if listed.len() < 2 || listed.iter().any(|(_, key)| self.post_mut(key.0, key.1).is_some()) {
            return false;
        }
        for (printed, (chapter, post)) in listed {
            let span = part.span_of(printed.range.clone());
            self.add_post(chapter, post, String::new(), Vec::new(), Some(printed.amount), span);
            self.from_prose.insert((chapter, post));
            let spot = self.view.spot(span);
            self.terms.post(chapter, post, printed.amount, printed.tolerance(), spot);
        }
        true
    }

    /// Returns the chapter of a post that a sentence names alone: of the appropriation when it speaks of one.
    pub(super) fn chapter_of_post(&self, low: &str, post: Option<u32>) -> Option<u32> {
        let here = self.place.chapter;
        let spends = low.contains("bevilgning") || low.contains("løyving");
        let holds = |number: u32| {
            self.plan.budget.iter().any(|known| {
                known.chapter == number && known.posts.iter().any(|known| Some(known.post) == post)
            })
        };
        let read = |number: u32| self.plan.budget.iter().any(|known| known.chapter == number);
        let fits = here.is_none_or(|chapter| !read(chapter) || holds(chapter) && (chapter < 3000 || !spends));
        if post.is_none() || fits {
            return here;
        }
        let mut others =
            self.plan.budget.iter().rev().filter(|known| known.chapter < 3000 && holds(known.chapter));
        others.next().map(|known| known.chapter).or(here)
    }
}

/// Tells apart what a sentence's amounts are: `med X`, `fra X til Y`, `ny bevilgning er Z`.
fn moved<'p>(low: &str, amounts: &'p [Printed], changes: bool) -> Moved<'p> {
    let before = |printed: &Printed| low.get(..printed.range.start).unwrap_or_default().trim_end();
    let mut found = Moved::default();
    for pair in amounts.windows(2) {
        let [first, second] = pair else { continue };
        let from = before(first).ends_with(" fra") || before(first).ends_with(" frå");
        let gap = low.get(first.range.end..second.range.start).unwrap_or_default().trim();
        if from && gap == "til" {
            found.previous = Some(first);
            found.total = Some(second);
        }
    }
    let said = NEW_TOTAL.iter().filter_map(|words| low.find(words)).min();
    if let Some(at) = said {
        found.total = found.total.or_else(|| amounts.iter().find(|printed| printed.range.start > at));
    }
    let spoken_for = |printed: &&Printed| {
        [found.previous, found.total].iter().flatten().any(|other| other.range == printed.range)
    };
    if changes {
        found.change = amounts.iter().find(|printed| !spoken_for(printed));
    }
    found
}
