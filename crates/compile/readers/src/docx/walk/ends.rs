//! What ends and is handed to what it stands in.

use super::Walker;
use crate::ReadError;
use crate::docx::scope::{Cell, Scope, Story};
use crate::docx::table;
use styrbord_source::{Laid, RemarkKind};

impl Walker<'_> {
    pub(super) fn end_paragraph(&mut self) {
        let Some(Scope::Paragraph(mut paragraph)) = self.scopes.pop() else { return };
        let Some(story) = story(&mut self.scopes) else { return };
        if let Some(before) = story.pending.take() {
            paragraph = Box::new(before.joined(*paragraph));
        }
        if paragraph.props.mark_deleted {
            story.pending = Some(paragraph);
            return;
        }
        story.add(*paragraph, self.shared, &mut self.counters);
    }

    /// Returns the blocks of a story that ends, and whether all its words are bold.
    pub(super) fn story_blocks(&mut self, mut story: Story) -> (Vec<Laid>, bool) {
        if let Some(paragraph) = story.pending.take() {
            story.add(*paragraph, self.shared, &mut self.counters);
        }
        let is_bold = story.weight.is_bold();
        (story.into_blocks(), is_bold)
    }

    pub(super) fn end_box(&mut self, hidden: bool) {
        self.silent -= usize::from(hidden);
        self.runs.pop();
        let Some(Scope::Story(story)) = self.scopes.pop() else { return };
        let (blocks, _) = self.story_blocks(story);
        self.give(blocks);
    }

    pub(super) fn end_note(&mut self, id: String) {
        let Some(Scope::Story(story)) = self.scopes.pop() else { return };
        let (blocks, _) = self.story_blocks(story);
        self.walked.notes.insert(id, table::lines(blocks));
    }

    pub(super) fn end_cell(&mut self) {
        let Some(Scope::Story(story)) = self.scopes.pop() else { return };
        let props = story.cell.unwrap_or_default();
        let (mut blocks, is_bold) = self.story_blocks(story);
        if props.deleted {
            blocks = vec![Laid::Remark(RemarkKind::Deleted, None)];
        }
        if let Some(Scope::Row(row)) = self.scopes.last_mut() {
            let column = row.next_column;
            row.next_column = column.saturating_add(props.span);
            row.cells.push(Cell { column, blocks, is_bold, is_shaded: props.is_shaded });
        }
    }

    pub(super) fn end_row(&mut self) {
        let Some(Scope::Row(row)) = self.scopes.pop() else { return };
        self.deleted -= usize::from(row.deleted);
        self.inserted -= usize::from(row.inserted);
        if let Some(Scope::Table(table)) = self.scopes.last_mut() {
            table.rows.push(row);
        }
    }

    pub(super) fn end_table(&mut self) -> Result<(), ReadError> {
        if let Some(Scope::Table(table)) = self.scopes.pop() {
            let blocks = table::blocks(table, &self.shared.styles, self.budget)?;
            self.give(blocks);
        }
        Ok(())
    }

    /// Hands blocks to what is open: a paragraph has them hang on it, a story has them follow.
    pub(super) fn give(&mut self, blocks: Vec<Laid>) {
        if let Some(Scope::Paragraph(paragraph)) = self.scopes.last_mut() {
            paragraph.hanging.extend(blocks);
            return;
        }
        if let Some(story) = story(&mut self.scopes) {
            if let Some(paragraph) = story.pending.take() {
                story.add(*paragraph, self.shared, &mut self.counters);
            }
            story.blocks.extend(blocks);
        }
    }
}

/// Returns the story that is open, however much is open in it.
fn story(scopes: &mut [Scope]) -> Option<&mut Story> {
    scopes.iter_mut().rev().find_map(|scope| match scope {
        Scope::Story(story) => Some(story),
        _ => None,
    })
}
