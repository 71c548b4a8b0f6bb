//! Markdown: a rule's page shown plainly on a terminal, and the letter's words kept from being markup.

use super::wrap::{hang, wrap};
use crate::output::Screen;

/// What Markdown or HTML would read as markup within a line.
const MARKUP: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '|', '#', '~', '&'];
/// The widest text that is pleasant to read.
const WIDTH_MAX: usize = 90;

/// Returns a text that Markdown shows as it is, on one line.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        if MARKUP.contains(&character) {
            out.push('\\');
        }
        out.push(if character.is_control() { ' ' } else { character });
    }
    out
}

/// Shows a page without its markup: headings in bold, quotes indented, paragraphs wrapped.
pub(crate) fn plainly(page: &str, screen: Screen) -> String {
    let width = screen.width.min(WIDTH_MAX);
    let mut text = String::new();
    let mut paragraph = String::new();
    for line in page.lines().chain([""]) {
        let is_prose = !line.is_empty() && !line.starts_with(['#', '>', '-', '|']);
        let continues = is_prose || (line.starts_with('-') && paragraph.is_empty());
        if !continues {
            flush(&mut text, &mut paragraph, width);
        }
        if let Some(heading) = line.strip_prefix('#') {
            text.push_str(&screen.bold(&unmarked(heading.trim_start_matches('#').trim())));
            text.push('\n');
        } else if let Some(quote) = line.strip_prefix('>') {
            let quote = hang(&unmarked(quote.trim()), 4, width);
            text.push_str(format!("    {}", quote.trim_start()).trim_end());
            text.push('\n');
        } else if line.is_empty() {
            text.push('\n');
        } else {
            paragraph.push_str(line.trim());
            paragraph.push(' ');
        }
    }
    text.trim_end().to_owned() + "\n"
}

fn flush(text: &mut String, paragraph: &mut String, width: usize) {
    if !paragraph.is_empty() {
        let line = unmarked(paragraph.trim());
        let indent = if line.starts_with("- ") { 2 } else { 0 };
        text.push_str(&if indent > 0 { hang(&line, indent, width) } else { wrap(&line, width).join("\n") });
        text.push('\n');
        paragraph.clear();
    }
}

/// Takes out the marks of emphasis; code keeps its words and loses its ticks.
fn unmarked(text: &str) -> String {
    text.replace("**", "").replace('`', "")
}

/// Returns a page with each heading some levels deeper.
pub(crate) fn deeper(page: &str, levels: usize) -> String {
    let line = |line: &str| {
        if line.starts_with('#') { format!("{}{line}\n", "#".repeat(levels)) } else { format!("{line}\n") }
    };
    page.lines().map(line).collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use styrbord_app::Language;

    #[test]
    fn the_letters_words_are_no_markup() {
        assert_eq!(escaped("2 * 3 | <b> `a`\nb"), "2 \\* 3 \\| \\<b\\> \\`a\\` b");
    }

    #[test]
    fn a_page_is_shown_plainly() {
        let page = "# `code`\n\nFirst\n**line** of text.\n\n## Example\n> Post 01\n>\n> Sum\n\n- one\n  two\n- three\n";
        let screen = Screen { width: 80, color: false, language: Language::En };
        let expected =
            "code\n\nFirst line of text.\n\nExample\n    Post 01\n\n    Sum\n\n- one two\n- three\n";
        assert_eq!(plainly(page, screen), expected);
    }
}
