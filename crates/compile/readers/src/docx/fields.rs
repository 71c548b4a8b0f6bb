//! Fields: what they show is text, what makes it is not.

/// The longest instruction that is looked at.
const CODE_MAX: usize = 64;

/// The fields that are open, in each other.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// How many of them show nothing yet.
    codes: usize,
    /// How many of them make a table of contents.
    contents: usize,
    /// Fields are not followed: what is no instruction is text.
    ignored: bool,
}

#[derive(Debug, Default)]
struct Field {
    code: String,
    shows: bool,
    is_contents: bool,
}

impl Fields {
    /// Returns fields that are not followed.
    pub fn ignored() -> Self {
        Fields { ignored: true, ..Fields::default() }
    }

    /// Tells whether what stands here only makes what a field shows.
    pub fn is_code(&self) -> bool {
        self.codes > 0
    }

    /// Tells whether what stands here is shown by a table of contents.
    pub fn is_contents(&self) -> bool {
        self.contents > 0
    }

    /// Tells whether every field ended.
    pub fn all_ended(&self) -> bool {
        self.open.is_empty()
    }

    /// Begins a field, goes over to what it shows, or ends it.
    pub fn mark(&mut self, kind: &str) {
        if self.ignored {
            return;
        }
        match kind {
            "begin" => {
                self.codes += 1;
                self.open.push(Field::default());
            }
            "separate" => self.show(),
            "end" => self.end(),
            _ => {}
        }
    }

    /// Adds to the instruction of the innermost field.
    pub fn code(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.shows && field.code.len() < CODE_MAX)
        {
            field.code.extend(text.chars().take(CODE_MAX));
        }
    }

    /// Begins a field that has its instruction beside it.
    pub fn simple(&mut self, code: &str) {
        self.codes += 1;
        self.open.push(Field::default());
        self.code(code);
        self.show();
    }

    /// Ends a field that has its instruction beside it.
    pub fn simple_end(&mut self) {
        self.end();
    }

    fn show(&mut self) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.shows) {
            field.shows = true;
            field.is_contents =
                field.code.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("toc"));
            self.codes -= 1;
            self.contents += usize::from(field.is_contents);
        }
    }

    fn end(&mut self) {
        if let Some(field) = self.open.pop() {
            self.codes -= usize::from(!field.shows);
            self.contents -= usize::from(field.is_contents);
        }
    }
}
