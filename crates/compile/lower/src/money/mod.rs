//! Money: chapters and posts from tables and prose, what each post is divided into, and the sums that follow.

mod bare;
pub(crate) mod funding;
mod head;
mod lines;
mod moves;
mod numbers;
mod portions;
mod posts;
mod prose;
mod roles;
mod rows;
mod sums;
mod tables;
mod titles;

use crate::view::{LineKind, View};
use std::collections::BTreeSet;
use styrbord_money::Unit;
use styrbord_plan::{Chapter, Plan, Post, SectionRole};

pub(crate) use numbers::{PostRef, post_references};

/// Reads chapters, posts and portions; `taken` are the lines of assignments, which hold no budget.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan, taken: &[bool]) {
    let mut reader = Reader::new(view, plan);
    let mut at = 0;
    while at < view.lines.len() {
        let skip = taken.get(at) == Some(&true) && !reader.budget_line(at);
        at = if skip { at + 1 } else { reader.line(at).max(at + 1) };
    }
    let Reader { terms, totals, .. } = reader;
    sums::collect(plan, &terms, &totals);
}

/// What the reader knows at a line.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    chapter: Option<u32>,
    post: Option<u32>,
}

/// Where the evidence of the unit of running rows stands, and for which chapter and unit.
#[derive(Debug, Clone, Copy)]
struct Counted {
    at: usize,
    chapter: Option<u32>,
    unit: Option<Unit>,
}

struct Reader<'a, 'b> {
    view: &'a View<'a>,
    plan: &'b mut Plan,
    /// The chapter and post that the text speaks of.
    place: Place,
    /// The unit that a caption said last.
    unit: Option<(Unit, styrbord_source::Span)>,
    /// The title of the chapter whose head was met, until a post row makes it a chapter of the plan.
    chapter_title: Option<(u32, String, styrbord_source::Span)>,
    /// The columns of the last money table, for one that goes on behind a page break.
    columns: Option<head::Columns>,
    /// The portion list that is open: the post, and the path to the portion whose rows follow.
    open: Option<portions::Open>,
    /// Where the parts of sums stand.
    terms: sums::Terms,
    /// Grand totals.
    totals: Vec<sums::GrandTotal>,
    /// Posts of text rows follow.
    in_rows: bool,
    /// The post whose heading was met, with its title, until a table or sentence makes it a post of the plan.
    pending_post: Option<((u32, u32), String, styrbord_source::Span)>,
    /// Posts that only a sentence allocates.
    from_prose: BTreeSet<(u32, u32)>,
    /// The amount columns of the rows that follow, as their head names them.
    row_order: Option<Vec<bare::Amount>>,
    /// The line stands behind a table of chapters and posts, before the next heading.
    behind_table: bool,
    /// The evidence of the unit of the running rows, by their chapter and unit.
    lines_counted: Option<Counted>,
}

impl<'a, 'b> Reader<'a, 'b> {
    fn new(view: &'a View<'a>, plan: &'b mut Plan) -> Self {
        Reader {
            view,
            plan,
            place: Place::default(),
            unit: None,
            chapter_title: None,
            columns: None,
            open: None,
            terms: sums::Terms::default(),
            totals: Vec::new(),
            in_rows: false,
            pending_post: None,
            from_prose: BTreeSet::new(),
            row_order: None,
            behind_table: false,
            lines_counted: None,
        }
    }

    /// Tells whether a line stands in a section for money, or in or behind a table of chapters and posts.
    fn budget_line(&mut self, at: usize) -> bool {
        let line = &self.view.lines[at];
        if matches!(line.role, SectionRole::Budget | SectionRole::Income) {
            return true;
        }
        if matches!(line.kind, LineKind::Heading(_)) {
            self.behind_table = false;
        } else if line.role != SectionRole::Authorisations
            && (self.keyed_table(at) || self.keyed_table(at + 1))
        {
            self.behind_table = true;
        }
        self.behind_table
    }

    /// Tells whether a table of chapters and posts begins at a line.
    fn keyed_table(&self, at: usize) -> bool {
        let first = self.view.lines.get(at).filter(|line| line.kind == LineKind::Row && line.row == 0);
        let table = first.and_then(|line| self.view.tree.blocks.get(line.block)?.table());
        table
            .and_then(|table| head::columns(table, self.plan))
            .is_some_and(|columns| columns.keyed() && columns.amount.is_some())
    }

    /// Reads from a line; returns the next line to read.
    fn line(&mut self, at: usize) -> usize {
        let line = &self.view.lines[at];
        match line.role {
            SectionRole::Contents
            | SectionRole::Attachments
            | SectionRole::Calendar
            | SectionRole::Authorisations => {
                self.open = None;
                return at + 1;
            }
            _ => {}
        }
        if line.kind == LineKind::Row {
            return self.table(at);
        }
        if let Some(next) = self.unlabelled_row(at) {
            return next;
        }
        if let LineKind::Heading(level) = line.kind
            && level <= 2
        {
            self.open = None;
            self.place = Place::default();
            self.row_order = None;
        }
        self.caption(at);
        if let Some(next) = self.chapter_head(at) {
            return next;
        }
        if let Some(order) = bare::head_of_rows(self.view.lines[at].text()) {
            self.row_order = Some(order);
            self.in_rows = true;
            return at + 1;
        }
        if let Some(next) = self.unlabelled_row(at) {
            return next;
        }
        if let Some(next) = self.text_rows(at) {
            return next;
        }
        self.prose(at)
    }

    fn caption(&mut self, at: usize) {
        let line = &self.view.lines[at];
        let text = line.text();
        if text.chars().count() <= 120
            && let Some(unit) = styrbord_money::parse_caption(text)
        {
            self.unit = Some((unit, line.flow.span()));
        }
        self.captioned_chapter(at);
    }

    /// Takes the chapter that the caption of a table names: `Tabell 2: Tildeling på kap. 1420 Tilsynet (i kroner)`.
    fn captioned_chapter(&mut self, at: usize) {
        let line = &self.view.lines[at];
        let text = line.text();
        let leads =
            self.view.lines.get(at + 1).is_some_and(|next| next.kind == LineKind::Row && next.row == 0);
        if !leads
            || line.kind == LineKind::Row
            || text.chars().count() > 120
            || text.trim_end().ends_with('.')
        {
            return;
        }
        let named = post_references(text);
        let [found] = named.as_slice() else { return };
        let (Some(chapter), None, Some(rest)) = (found.chapter, found.post, text.get(found.range.end..))
        else {
            return;
        };
        let start = text.len() - rest.trim_start_matches([' ', ',', ':', '–', '-']).len();
        let title = line.flow.slice(start..text.len()).joined();
        let title = titles::without_unit(&title);
        let title = if title.starts_with(char::is_uppercase) { title.to_owned() } else { String::new() };
        self.head_of_chapter(chapter, &title, line.flow.span());
    }

    /// Returns the chapter of the plan with a number, made when it is not there.
    fn chapter(&mut self, number: u32, span: styrbord_source::Span) -> &mut Chapter {
        let known = self.plan.budget.iter().position(|chapter| chapter.chapter == number);
        let at = known.unwrap_or(self.plan.budget.len());
        if known.is_none() {
            let head = self.chapter_title.as_ref().filter(|(known, ..)| *known == number).cloned();
            let (title, span) = head.map_or((String::new(), span), |(_, title, span)| (title, span));
            let spot = self.view.spot(span);
            self.plan.budget.push(Chapter { chapter: number, title, span: Some(spot), ..Chapter::default() });
        }
        &mut self.plan.budget[at]
    }

    /// Returns the post of the plan that is spoken of, when the letter allocates it.
    fn post_mut(&mut self, chapter: u32, post: u32) -> Option<&mut Post> {
        let chapter = self.plan.budget.iter_mut().find(|known| known.chapter == chapter)?;
        chapter.posts.iter_mut().find(|known| known.post == post)
    }
}
