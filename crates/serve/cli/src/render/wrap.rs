//! Text fitted to a width, counted in characters.

/// Returns the lines of a text, broken at spaces; a no-break space does not break.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        if !line.is_empty() && length(&line) + 1 + length(word) > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// Returns a text wrapped, with its further lines indented.
pub(crate) fn hang(text: &str, indent: usize, width: usize) -> String {
    let between = format!("\n{}", " ".repeat(indent));
    wrap(text, width.saturating_sub(indent).max(20)).join(&between)
}

/// Returns the text, or its beginning with a mark that more follows.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if length(text) <= width {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", beginning.trim_end())
}

/// Returns the text with spaces behind it up to a width.
pub(crate) fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(length(text))))
}

/// Returns the text with spaces before it up to a width.
pub(crate) fn pad_left(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(length(text))))
}

/// Returns how many characters a text has.
pub(crate) fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrap("to be or not", 6), ["to be", "or not"]);
        assert_eq!(wrap("unbreakable", 4), ["unbreakable"]);
        assert_eq!(wrap("23\u{a0}627 kr", 4), ["23\u{a0}627", "kr"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(hang("alfa beta gamma delta epsilon", 2, 20), "alfa beta gamma\n  delta epsilon");
    }

    #[test]
    fn a_cut_shows_that_more_follows() {
        assert_eq!(cut("blåbær", 6), "blåbær");
        assert_eq!(cut("blå bær", 5), "blå…");
        assert_eq!((pad("å", 3), pad_left("å", 3)), ("å  ".to_owned(), "  å".to_owned()));
    }
}
