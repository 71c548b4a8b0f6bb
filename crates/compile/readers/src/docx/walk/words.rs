//! Words and what stands among them: added to the paragraph that is open, when they are shown.

use super::Walker;
use crate::docx::scope::{NoteKind, Scope};
use crate::docx::symbols;
use crate::docx::xml::Element;
use styrbord_source::RemarkKind;

impl Walker<'_> {
    /// Adds words to the paragraph that is open.
    pub(super) fn words(&mut self, text: &str) {
        if self.fields.is_code() || self.silent > 0 || text.is_empty() {
            return;
        }
        let Some(run) = self.runs.last().filter(|run| !run.is_mark) else { return };
        let Some(Scope::Paragraph(paragraph)) = self.scopes.last_mut() else { return };
        let styles = &self.shared.styles;
        let of_paragraph = styles.paragraph(paragraph.props.style.as_deref());
        let of_run = styles.look(run.style.as_deref());
        if run.hidden.or(of_run.hidden).or(of_paragraph.hidden).unwrap_or(false) {
            return;
        }
        let is_blank = text.trim().is_empty();
        if self.deleted > 0 {
            if !is_blank {
                paragraph.remark(RemarkKind::Deleted);
            }
            return;
        }
        if !is_blank {
            let toggled = of_run.bold.unwrap_or(false) != of_paragraph.bold.unwrap_or(false);
            let bold = run.bold.unwrap_or(toggled);
            paragraph.weight.bold |= bold;
            paragraph.weight.light |= !bold;
            paragraph.in_contents |= self.fields.is_contents();
            if self.inserted > 0 {
                paragraph.remark(RemarkKind::Inserted);
            }
        }
        if text == "\t" {
            paragraph.push(text);
        } else {
            paragraph.push(&text.chars().filter_map(symbols::plain).collect::<String>());
        }
    }

    pub(super) fn break_line(&mut self) {
        if let (true, Some(Scope::Paragraph(paragraph))) = (self.is_shown(), self.scopes.last_mut()) {
            paragraph.break_line();
        }
    }

    pub(super) fn note(&mut self, kind: NoteKind, element: &Element<'_>) {
        let is_shown = self.is_shown();
        if let (true, Some(Scope::Paragraph(paragraph))) = (is_shown, self.scopes.last_mut()) {
            let note = (kind, element.attribute("id").unwrap_or_default());
            if self.seen.insert(note.clone()) {
                paragraph.notes.push(note);
            }
        }
        let own_mark = element.attribute("customMarkFollows").is_some_and(|it| it != "0" && it != "false");
        if let (true, Some(run)) = (own_mark, self.runs.last_mut()) {
            run.is_mark = true;
        }
    }

    /// Tells whether what stands here is part of the text.
    pub(super) fn is_shown(&self) -> bool {
        !self.fields.is_code() && self.silent == 0 && self.deleted == 0
    }

    /// Tells whether the run itself is hidden.
    pub(super) fn is_hidden(&self) -> bool {
        let run = self.runs.last();
        run.and_then(|run| run.hidden.or(self.shared.styles.look(run.style.as_deref()).hidden))
            .unwrap_or(false)
    }
}
