//! What is printed, and how wide and colourful it may be.

use crate::args::ColorWhen;
use crate::texts::Text;
use annotate_snippets::normalize_untrusted_str;
use annotate_snippets::renderer::{Effects, Style};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use styrbord_app::Language;

/// The width where nothing tells it: a pipe or a file.
const WIDTH: usize = 100;
/// The width of a text in a file.
const FILE_WIDTH: usize = 200;
/// The least width that is drawn for.
const WIDTH_MIN: usize = 50;

/// What a command gives.
pub(crate) struct Outcome {
    /// For standard output, or the file.
    pub(crate) text: String,
    /// The file that the text is for.
    pub(crate) file: Option<PathBuf>,
    /// For standard error, a sentence each.
    pub(crate) warnings: Vec<String>,
    /// The exit code.
    pub(crate) code: u8,
}

impl Outcome {
    /// Returns an outcome with nothing to complain about.
    pub(crate) fn of(text: String) -> Self {
        Outcome { text, file: None, warnings: Vec::new(), code: 0 }
    }

    /// Returns the outcome with its text for a file; `-` is standard output.
    pub(crate) fn into_file(mut self, file: Option<PathBuf>) -> Self {
        self.file = file.filter(|path| path != Path::new("-"));
        self
    }
}

/// Where text is shown.
#[derive(Clone, Copy)]
pub(crate) struct Screen {
    /// How many characters fit on a line.
    pub(crate) width: usize,
    /// It takes colours.
    pub(crate) color: bool,
    /// The language of the user.
    pub(crate) language: Language,
}

impl Screen {
    /// Returns the screen that standard output is; `var` looks up the environment.
    pub(crate) fn new(color: ColorWhen, language: Language, var: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| var(name).is_some_and(|value| !value.is_empty());
        let is_terminal = io::stdout().is_terminal();
        let color = match color {
            ColorWhen::Always => true,
            ColorWhen::Never => false,
            ColorWhen::Auto => is_terminal && !is_set("NO_COLOR") && var("TERM").as_deref() != Some("dumb"),
        };
        let columns = var("COLUMNS").and_then(|columns| columns.parse().ok());
        let terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0.into());
        let width: usize = columns.or_else(terminal).unwrap_or(WIDTH);
        Screen { width: width.max(WIDTH_MIN), color, language }
    }

    /// Returns the screen for a text that goes to a file when there is one: as wide as is pleasant, and plain.
    pub(crate) fn or_file(self, file: Option<&PathBuf>) -> Self {
        if file.is_some() { Screen { width: FILE_WIDTH, color: false, ..self } } else { self }
    }

    /// Returns a text in bold.
    pub(crate) fn bold(self, text: &str) -> String {
        let style = Style::new().effects(Effects::BOLD);
        if self.color && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

/// Returns a text of the letter so that a terminal shows it and obeys nothing in it.
pub(crate) fn plain(text: &str) -> String {
    normalize_untrusted_str(text).chars().map(visible).collect()
}

/// Returns the character, or a mark for a control character that some terminals obey.
pub(crate) fn visible(character: char) -> char {
    if ('\u{80}'..='\u{9f}').contains(&character) { char::REPLACEMENT_CHARACTER } else { character }
}

/// Writes to standard output. A reader that has enough, such as `head`, is no error.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Gives `write` standard output, or a new file; returns none when a reader such as `head` had enough.
pub(crate) fn stream<T, E>(
    file: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> io::Result<Option<Result<T, E>>> {
    let Some(path) = file.filter(|path| *path != Path::new("-")) else {
        let mut out = Piped { out: io::stdout().lock(), closed: false };
        let written = write(&mut out);
        return Ok(if out.closed { None } else { Some(written) });
    };
    let mut out = BufWriter::new(File::create(path)?);
    let written = write(&mut out);
    out.into_inner()?.sync_all()?;
    Ok(Some(written))
}

/// Remembers whether the reader at the other end has gone.
struct Piped<W> {
    out: W,
    closed: bool,
}

impl<W: Write> Write for Piped<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes).inspect_err(|error| self.closed |= error.kind() == ErrorKind::BrokenPipe)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush().inspect_err(|error| self.closed |= error.kind() == ErrorKind::BrokenPipe)
    }
}

/// Writes to a file, in place of what it held.
pub(crate) fn save(path: &Path, text: &str) -> io::Result<()> {
    std::fs::write(path, text)
}

/// Writes sentences to standard error; when that is closed there is no one left to tell.
pub(crate) fn complain(sentences: &[String], prefix: Text, language: Language) {
    let mut err = io::stderr().lock();
    for sentence in sentences {
        let line = prefix.with(language, &[&plain(sentence)]);
        if writeln!(err, "{line}").is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(color: ColorWhen, environment: &[(&str, &str)]) -> Screen {
        Screen::new(color, Language::En, |name| {
            environment.iter().find(|(set, _)| *set == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_call_decides_on_colours() {
        assert!(screen(ColorWhen::Always, &[("NO_COLOR", "1")]).color);
        assert!(!screen(ColorWhen::Never, &[]).color);
        assert!(!screen(ColorWhen::Auto, &[("NO_COLOR", "1")]).color);
    }

    #[test]
    fn columns_tell_the_width() {
        assert_eq!(screen(ColorWhen::Auto, &[("COLUMNS", "132")]).width, 132);
        assert_eq!(screen(ColorWhen::Auto, &[("COLUMNS", "3")]).width, WIDTH_MIN);
    }

    #[test]
    fn a_terminal_obeys_nothing_in_a_letter() {
        assert_eq!(plain("a\u{1b}[31m\u{9b}31m\u{202e}b"), "a␛[31m\u{fffd}31m\u{fffd}b");
    }
}
