//! Budget rows in running lines: a post's number, its title over one or more lines, and an amount at the end.

use super::Reader;
use super::titles::{split_keywords, without_unit};
use crate::view::LineKind;
use crate::words::lower;
use styrbord_money::{Nok, Printed, Unit, parse_cell};
use styrbord_plan::{Post, SectionRole, TitleKind, TitleUse, Where};
use styrbord_source::Flow;
use styrbord_syntax::leading_label;

/// The most lines that one row takes.
const LINES_MAX: usize = 5;

/// An amount at the end of a text.
#[derive(Debug, Clone)]
pub(crate) struct Trailing {
    /// Where it begins.
    pub start: usize,
    /// The amount.
    pub printed: Printed,
}

/// Returns the amount that ends a text: digit groups, or a number with its unit.
pub(crate) fn trailing_amount(text: &str, unit: Unit) -> Option<Trailing> {
    let trimmed = text.trim_end().trim_end_matches(['.', ')']);
    if let Some(printed) =
        styrbord_money::find_amounts(text).into_iter().last().filter(|found| found.range.end >= trimmed.len())
    {
        return Some(Trailing { start: printed.range.start, printed });
    }
    let trimmed = text.trim_end();
    let words: Vec<(usize, &str)> = trimmed
        .split(char::is_whitespace)
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .collect();
    let mut from = words.len();
    while from > 0 {
        let (_, word) = words[from - 1];
        let core = word.trim_start_matches(['-', '–', '−', '+']);
        let grouped = core.len() == 3 && core.bytes().all(|byte| byte.is_ascii_digit());
        let first = (1..=3).contains(&core.len()) && core.bytes().all(|byte| byte.is_ascii_digit());
        let whole = core.bytes().any(|byte| byte == b'.' || byte == b',')
            && core.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',');
        if from == words.len() && whole {
            from -= 1;
            break;
        }
        if grouped && core.len() == word.len() {
            from -= 1;
        } else if first {
            from -= 1;
            break;
        } else {
            break;
        }
    }
    if let Some((_, word)) = words.get(from)
        && names_post(&words[..from], word)
    {
        from += 1;
    }
    let groups = words.len() - from;
    if groups == 0
        || groups == 1
            && words.last().is_some_and(|(_, word)| word.bytes().all(|byte| byte.is_ascii_digit()))
            && unit == Unit::Kroner
    {
        return None;
    }
    let start = words.get(from)?.0;
    let printed = parse_cell(&text[start..], unit)?;
    Some(Trailing { start, printed })
}

/// Tells whether a number belongs to the words before it, as in `kan nyttes under post 73` and `post 72 og 73`.
fn names_post(before: &[(usize, &str)], number: &str) -> bool {
    let two_digits = |word: &str| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut above = before.iter().rev().map(|(_, word)| *word);
    let mut word = above.next().unwrap_or_default();
    if matches!(word, "og" | "eller") {
        word = above.next().filter(|known| two_digits(known)).and_then(|_| above.next()).unwrap_or_default();
    }
    two_digits(number) && matches!(lower(word).as_str(), "post" | "postene" | "postane" | "poster" | "postar")
}

/// Tells whether the words behind a post's number go on with a sentence: `Post 72 lyses ut samlet.`
fn is_sentence(title: &str) -> bool {
    title.starts_with(char::is_lowercase) && title.ends_with(['.', ':'])
}

impl Reader<'_, '_> {
    pub(super) fn unit_now(&self) -> Unit {
        self.unit.map_or(Unit::Kroner, |(unit, _)| unit)
    }

    /// Reads `Kap. 671 Bosetting …` as the head of a chapter; returns the next line.
    pub(super) fn chapter_head(&mut self, at: usize) -> Option<usize> {
        let line = &self.view.lines[at];
        let text = line.text();
        let start = styrbord_syntax::leading_number(text)
            .filter(|_| matches!(line.kind, LineKind::Heading(_)))
            .map_or(0, |(_, start)| start);
        let label = leading_label(&text[start..])?;
        let word = lower(label.word.trim_end_matches('.'));
        if !matches!(word.as_str(), "kap" | "kapittel" | "utgiftskapittel" | "inntektskapittel")
            || !line.first
        {
            return None;
        }
        let (chapter, post) = match label.number.split_once(['.', '/']) {
            Some((chapter, post)) => (chapter.parse().ok()?, post.parse().ok()),
            None => (label.number.parse().ok()?, None),
        };
        let rest = line.flow.slice(start + label.text_start..text.len());
        let named = super::post_references(text);
        let post = post.or_else(|| {
            named.first().filter(|found| found.chapter == Some(chapter)).and_then(|found| found.post)
        });
        self.place = super::Place { chapter: Some(chapter), post };
        self.open = None;
        self.in_rows = false;
        if let Some(post) = post {
            let short =
                text.chars().count() < 60 && !rest.as_str().contains(". ") && !text.trim_end().ends_with(':');
            if let Some(found) = named.first().filter(|found| found.post == Some(post)) {
                if self.post_on_line(at, (chapter, post), found.range.end) {
                    return Some(at + 1);
                }
                self.title_of_post(at, (chapter, post), found.range.end);
            }
            return short.then_some(at + 1);
        }
        let (mut title, next) = self.title_of_chapter(at, rest);
        if let Some(found) = trailing_amount(title.as_str(), self.unit_now())
            .filter(|_| post.is_none() && !matches!(line.kind, LineKind::Heading(_)))
        {
            title = title.slice(0..found.start);
            self.place = super::Place::default();
        }
        let joined = title.joined();
        if joined.chars().count() > 140 || joined.contains(". ") {
            return None;
        }
        let spent = self.place.chapter.is_none();
        self.head_of_chapter(chapter, without_unit(&joined), line.flow.span().to(title.span()));
        if spent {
            self.place = super::Place::default();
        }
        Some(next)
    }

    /// Returns a chapter's title with the lines that go on with it, and the line behind them.
    fn title_of_chapter(&self, at: usize, first: Flow) -> (Flow, usize) {
        let mut title = first;
        let mut next = at + 1;
        let block = self.view.lines[at].block;
        while let Some(line) = self.view.lines.get(next)
            && line.block == block
            && line.kind == LineKind::Text
            && line.text().starts_with(char::is_lowercase)
            && !line.text().contains(" ....")
            && styrbord_money::parse_caption(line.text()).is_none()
        {
            title.append(&line.flow, "\n");
            next += 1;
        }
        (title, next)
    }

    /// Reads a line that holds chapter, post, title and amount: `Kap. 811 post 01 Driftsutgifter: 12 mill. kroner`.
    fn post_on_line(&mut self, at: usize, (chapter, post): (u32, u32), start: usize) -> bool {
        let line = &self.view.lines[at];
        let rest = line.flow.slice(start.min(line.text().len())..line.text().len());
        let text = rest.as_str();
        let Some(found) = trailing_amount(text, self.unit_now()) else { return false };
        let title = rest.slice(0..found.start).joined();
        let title = title.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '–' | '-' | ','));
        let named = title.starts_with(char::is_uppercase) && !title.contains(". ") && !title.contains(" er ");
        if self.plan.kind == styrbord_plan::LetterKind::Supplement
            || !named
            || title.split_whitespace().count() > 14
        {
            return false;
        }
        let (title, keywords) = split_keywords(title);
        let span = line.flow.span();
        let spot = self.view.spot(rest.span_of(found.start..text.trim_end().len()));
        self.post_title(chapter, post, &title, Where::Money, span);
        self.add_post(chapter, post, title, keywords, Some(found.printed.amount), span);
        self.terms.post(chapter, post, found.printed.amount, found.printed.tolerance(), spot);
        true
    }

    /// Reads a lone row below a chapter's head, whose columns only spaces keep apart: `02      Gebyr      400`.
    fn spaced_row(&mut self, at: usize) -> Option<usize> {
        let line = &self.view.lines[at];
        let text = line.text().trim_end();
        let (unit, _) =
            self.unit.filter(|_| line.kind == LineKind::Text && line.first && self.place.post.is_none())?;
        let chapter = self.place.chapter?;
        let (number, rest) = text.split_once("  ").filter(|(number, _)| number.len() == 2)?;
        let post: u32 = number.parse().ok()?;
        let (title, amount) = rest.trim_start().rsplit_once("   ")?;
        let printed = parse_cell(amount.trim(), unit).filter(|_| title.starts_with(char::is_uppercase))?;
        let (title, keywords) = split_keywords(&title.split_whitespace().collect::<Vec<_>>().join(" "));
        let span = line.flow.span();
        self.post_title(chapter, post, &title, Where::Money, span);
        self.add_post(chapter, post, title, keywords, Some(printed.amount), span);
        self.terms.post(chapter, post, printed.amount, printed.tolerance(), self.view.spot(span));
        self.count_in_lines(printed.amount, printed.unit, span);
        Some(at + 1)
    }

    /// Keeps the title that a line has behind a post's number, until a sentence makes it a post of the plan.
    fn title_of_post(&mut self, at: usize, post: (u32, u32), start: usize) {
        let line = &self.view.lines[at];
        let text = line.text();
        let Some(rest) = text.get(start..) else { return };
        let start = text.len()
            - rest
                .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '–' | '-' | ','))
                .len();
        let title = line.flow.slice(start..text.len()).joined();
        if title.starts_with(char::is_uppercase)
            && title.chars().count() <= 140
            && !title.ends_with(['.', ':'])
        {
            self.pending_post = Some((post, title, line.flow.span()));
        }
    }

    /// Reads a post's row or a sum row in running lines; returns the next line.
    pub(super) fn text_rows(&mut self, at: usize) -> Option<usize> {
        let line = &self.view.lines[at];
        let text = line.text();
        if let Some(next) = self.sum_row(at).or_else(|| self.spaced_row(at)) {
            return Some(next);
        }
        let capital =
            text.strip_prefix("post ").filter(|_| text.contains(" ..")).map(|rest| format!("Post {rest}"));
        let label = leading_label(capital.as_deref().unwrap_or(text))?;
        let is_post = lower(label.word) == "post"
            && label.number.len() <= 2
            && label.number.bytes().all(|byte| byte.is_ascii_digit());
        if !is_post || !line.first && !self.in_rows {
            return None;
        }
        let chapter = self.place.chapter?;
        let post: u32 = label.number.parse().ok()?;
        if !matches!(
            line.role,
            SectionRole::Budget | SectionRole::Income | SectionRole::Other | SectionRole::Introduction
        ) {
            return None;
        }
        let (row, next) = self.post_row(at, label.text_start);
        let title_flow = row
            .as_ref()
            .map_or_else(|| line.flow.slice(label.text_start..text.len()), |(title, _)| title.clone());
        if row.is_none() && is_sentence(&title_flow.joined()) {
            return None;
        }
        self.place.post = Some(post);
        self.open = None;
        let joined = title_flow.joined();
        let leader = joined.contains(" ..");
        let (title, keywords) =
            split_keywords(if leader { joined.trim_end_matches(['.', ' ']) } else { &joined });
        let span = line.flow.span().to(title_flow.span());
        self.post_title(chapter, post, &title, if row.is_some() { Where::Money } else { Where::Prose }, span);
        if row.is_none() {
            self.pending_post = Some(((chapter, post), title_flow.joined(), span));
        }
        match row {
            Some((_, (amount, amount_span))) => {
                self.add_post(chapter, post, title, keywords, Some(amount.amount), span);
                let spot = self.view.spot(amount_span);
                self.terms.post(chapter, post, amount.amount, amount.tolerance(), spot);
                let printed = self.view.source.text().get(amount_span.range()).unwrap_or_default();
                if !printed.contains(char::is_alphabetic) {
                    self.count_in_lines(amount.amount, amount.unit, span);
                }
                Some(next)
            }
            None if text[label.text_start..].contains(". ") => None,
            None => Some(at + 1),
        }
    }

    /// Returns title and amount of a row, when an amount ends it within a few lines.
    #[expect(clippy::type_complexity, reason = "one row: its title, its amount and where that stands")]
    fn post_row(&self, at: usize, start: usize) -> (Option<(Flow, (Printed, styrbord_source::Span))>, usize) {
        let unit = self.unit_now();
        let first = &self.view.lines[at];
        let mut flow = first.flow.slice(start..first.flow.as_str().len());
        for step in 0..LINES_MAX {
            let text = flow.as_str();
            if let Some(found) = trailing_amount(text, unit) {
                let span = flow.span_of(found.start..text.trim_end().len());
                return (Some((flow.slice(0..found.start), (found.printed, span))), at + step + 1);
            }
            let Some(line) = self.view.lines.get(at + step + 1) else { break };
            let starts_other = leading_label(line.text()).is_some_and(|label| !label.number.is_empty())
                || matches!(line.kind, LineKind::Heading(_) | LineKind::Row | LineKind::Item(_));
            let prose = line.text().starts_with(char::is_uppercase)
                && (line.text().chars().count() > 70
                    || line.text().contains(". ")
                    || line.text().contains(" er "));
            if starts_other || prose || line.text().starts_with("Sum") {
                break;
            }
            flow.append(&line.flow, "\n");
        }
        (None, at + 1)
    }

    /// Reads `Sum 377 140 000` behind a chapter's rows; returns the next line.
    fn sum_row(&mut self, at: usize) -> Option<usize> {
        let line = &self.view.lines[at];
        let text = line.text();
        let low = lower(text);
        let word =
            ["sum", "samla", "samlet", "totalt", "i alt"].iter().find(|word| low.starts_with(**word))?;
        if text.chars().count() > 90 || low[word.len()..].starts_with(char::is_alphanumeric) {
            return None;
        }
        let named = self.chapter_of_sum(text, word.len());
        let mut found = trailing_amount(&text[named..], self.unit_now())?;
        found.start += named;
        let between = low[word.len()..found.start.max(word.len())].trim().trim_end_matches(':');
        if between.split_whitespace().count() > 5 || between.ends_with("kr") {
            return None;
        }
        let span = self.view.lines[at].flow.span_of(found.start..text.trim_end().len());
        self.stated_sum(between, found.printed.amount, found.printed.tolerance(), span);
        Some(at + 1)
    }

    /// Returns where a sum row's amount may begin: behind the number of the chapter, when that is the known one.
    fn chapter_of_sum(&self, text: &str, start: usize) -> usize {
        let named = super::post_references(text)
            .into_iter()
            .find(|found| found.chapter.is_some() && found.chapter == self.place.chapter);
        let after = named.map(|found| found.range.end).filter(|end| text.is_char_boundary(*end));
        after.filter(|end| text[*end..].bytes().any(|byte| byte.is_ascii_digit())).unwrap_or(start)
    }

    /// Gives a sum to the chapter it names, else to the one whose rows stand above; a sum over several is a total.
    pub(super) fn stated_sum(
        &mut self,
        label: &str,
        amount: Nok,
        tolerance: Nok,
        span: styrbord_source::Span,
    ) {
        let spot = self.view.spot(span);
        let named = super::post_references(label).first().and_then(|found| found.chapter);
        let chapter = named.or(self.place.chapter);
        let over_several = named.is_none()
            && (label.contains("utgift") || label.contains("inntekt") || self.has_sum(chapter));
        let known =
            chapter.and_then(|number| self.plan.budget.iter_mut().find(|known| known.chapter == number));
        if over_several {
            self.totals.push(super::sums::GrandTotal {
                amount,
                tolerance,
                spot,
                income: label.contains("inntekt"),
                after: self.plan.budget.len(),
            });
        } else if let Some(known) = known {
            known.stated_sum_nok = Some(amount);
            self.terms.sums.push((known.chapter, super::sums::Stated { amount, tolerance, spot }));
        }
    }

    fn has_sum(&self, chapter: Option<u32>) -> bool {
        self.plan.budget.iter().any(|known| Some(known.chapter) == chapter && known.stated_sum_nok.is_some())
    }

    /// Adds a post, or gives a known one what it lacks.
    pub(super) fn add_post(
        &mut self,
        chapter: u32,
        post: u32,
        title: String,
        keywords: Vec<String>,
        amount: Option<Nok>,
        span: styrbord_source::Span,
    ) {
        let spot = self.view.spot(span);
        let known = self.chapter(chapter, span);
        match known.posts.iter_mut().find(|known| known.post == post) {
            Some(known) => {
                if known.amount_nok.is_none() {
                    known.amount_nok = amount;
                }
            }
            None => known.posts.push(Post {
                post,
                title,
                keywords,
                amount_nok: amount,
                span: Some(spot),
                ..Post::default()
            }),
        }
    }

    /// Notes that a post is given a title here.
    pub(super) fn post_title(
        &mut self,
        chapter: u32,
        post: u32,
        title: &str,
        place: Where,
        span: styrbord_source::Span,
    ) {
        if title.is_empty() {
            return;
        }
        self.plan.evidence.titles.push(TitleUse {
            kind: TitleKind::Post,
            key: format!("{chapter}.{post:02}"),
            title: title.to_owned(),
            place,
            research: styrbord_plan::Research::None,
            spot: self.view.spot(span),
        });
    }
}
