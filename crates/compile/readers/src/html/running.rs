//! Running text, with white space as a browser shows it.

use styrbord_source::{LaidLine, LaidText, RemarkKind};

/// A text while it is read.
#[derive(Debug, Default)]
pub(super) struct Running {
    lines: Vec<String>,
    line: String,
    /// White space was read and not yet written.
    space: Option<char>,
    remarks: Vec<RemarkKind>,
    /// Some of it is not bold.
    light: bool,
    /// Some of it is no link to a place on the same page.
    unlinked: bool,
}

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    /// White space counts.
    pub(super) preformatted: bool,
    /// Bold.
    pub(super) bold: bool,
    /// A link to a place on the same page.
    pub(super) linked: bool,
}

/// A text that was read.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// Its lines and remarks.
    pub(super) text: LaidText,
    /// All of it is bold.
    pub(super) bold: bool,
    /// All of it links to places on the same page.
    pub(super) linked: bool,
}

impl Running {
    /// Adds a piece of text without line breaks that count.
    pub(super) fn push(&mut self, text: &str, style: Style) {
        for c in text.chars() {
            match c {
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
                c if style.preformatted && c == ' ' => self.put(c, style),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.space = Some(' '),
                '\u{a0}' => self.space = Some(if self.space.is_none() { c } else { ' ' }),
                c if c.is_control() => {}
                c => self.put(c, style),
            }
        }
    }

    fn put(&mut self, c: char, style: Style) {
        if let Some(space) = self.space.take()
            && !self.line.is_empty()
        {
            self.line.push(space);
        }
        self.line.push(c);
        self.light |= !style.bold;
        self.unlinked |= !style.linked;
    }

    /// Ends the line; tells whether it was blank behind a line with text, which ends a paragraph.
    pub(super) fn end_line(&mut self) -> bool {
        self.space = None;
        let line = std::mem::take(&mut self.line);
        if line.trim().is_empty() {
            return !self.lines.is_empty();
        }
        self.lines.push(line);
        false
    }

    /// Adds a remark.
    pub(super) fn remark(&mut self, kind: RemarkKind) {
        self.remarks.push(kind);
    }

    /// Returns what was read, when there is something, and begins anew.
    pub(super) fn take(&mut self) -> Option<Taken> {
        self.end_line();
        let whole = std::mem::take(self);
        if whole.lines.is_empty() && whole.remarks.is_empty() {
            return None;
        }
        let lines = whole.lines.into_iter().map(LaidLine::new).collect();
        let text = LaidText { lines, remarks: whole.remarks };
        Some(Taken { text, bold: !whole.light, linked: !whole.unlinked })
    }
}
