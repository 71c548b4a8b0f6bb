//! Marked content: numbers for the structure, artifacts, hidden layers, replaced text.

/// A sequence of marked content that is open.
#[derive(Debug, Clone, Default)]
pub(super) struct Mark {
    /// Its number in the structure.
    pub number: Option<u32>,
    /// It is no content of the document.
    pub is_artifact: bool,
    /// It belongs to a layer that is not shown.
    pub is_hidden: bool,
    /// The text that its glyphs stand for, and how many glyphs the page had before.
    pub actual: Option<(Box<[char]>, usize)>,
}

/// The open sequences.
#[derive(Debug, Default)]
pub(super) struct Marks {
    open: Vec<Mark>,
    /// Sequences that were opened deeper than is kept.
    too_deep: usize,
}

impl Marks {
    /// The deepest nesting that is kept.
    const DEPTH_MAX: usize = 512;

    /// Opens a sequence inside the others.
    pub fn open(&mut self, mark: Mark) {
        if self.open.len() >= Self::DEPTH_MAX {
            self.too_deep += 1;
            return;
        }
        let inherited = match self.open.last() {
            Some(outer) => Mark {
                number: mark.number.or(outer.number),
                is_artifact: mark.is_artifact || outer.is_artifact && mark.number.is_none(),
                is_hidden: mark.is_hidden || outer.is_hidden,
                actual: mark.actual,
            },
            None => mark,
        };
        self.open.push(inherited);
    }

    /// Closes the innermost sequence.
    pub fn close(&mut self) -> Option<Mark> {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return None;
        }
        self.open.pop()
    }

    /// Returns how many are open.
    pub fn depth(&self) -> usize {
        self.open.len() + self.too_deep
    }

    /// Returns the innermost sequence.
    pub fn innermost(&self) -> Option<&Mark> {
        self.open.last()
    }
}
