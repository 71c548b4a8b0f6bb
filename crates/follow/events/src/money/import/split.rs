//! CSV lines: values between marks, in quotes where they hold marks or line breaks themselves (RFC 4180).

use std::borrow::Cow;

/// No line has more values.
const VALUES_MAX: usize = 200;
/// No value has more bytes; a quote that is never closed ends here.
const VALUE_MAX: usize = 65_536;

/// Splits a file.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
    mark: u8,
}

/// One record of the file, which may be several lines when quotes hold line breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Its first line, from 1.
    pub number: u64,
    pub values: Vec<Cow<'a, [u8]>>,
}

/// The line from which a file cannot be split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unsplittable(pub u64);

impl<'a> Lines<'a> {
    /// Splits a file at a mark.
    pub(super) fn new(bytes: &'a [u8], mark: u8) -> Self {
        Self { bytes, at: 0, line: 1, mark }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Steps over a line break, when one stands here.
    fn line_break(&mut self) -> bool {
        let length = match (self.peek(), self.bytes.get(self.at + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(b'\r' | b'\n'), _) => 1,
            _ => return false,
        };
        self.at += length;
        self.line += 1;
        true
    }

    fn value(&mut self) -> Option<Cow<'a, [u8]>> {
        if self.peek() == Some(b'"') {
            self.at += 1;
            return self.quoted().map(Cow::Owned);
        }
        let from = self.at;
        let ends = |byte: &u8| *byte == self.mark || matches!(byte, b'\n' | b'\r');
        let rest = self.bytes.get(from..)?;
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        self.at += length;
        (length <= VALUE_MAX).then(|| Cow::Borrowed(&rest[..length]))
    }

    /// Reads on behind an opening quote, to the mark or line break behind the closing one.
    fn quoted(&mut self) -> Option<Vec<u8>> {
        let mut value = Vec::new();
        loop {
            match self.peek()? {
                b'"' if self.bytes.get(self.at + 1) == Some(&b'"') => {
                    value.push(b'"');
                    self.at += 2;
                }
                b'"' => {
                    self.at += 1;
                    let ended =
                        self.peek().is_none_or(|byte| byte == self.mark || matches!(byte, b'\n' | b'\r'));
                    return ended.then_some(value);
                }
                b'\n' | b'\r' => {
                    self.line_break();
                    value.push(b'\n');
                }
                byte => {
                    value.push(byte);
                    self.at += 1;
                }
            }
            if value.len() > VALUE_MAX {
                return None;
            }
        }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Result<Line<'a>, Unsplittable>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.line_break() {}
        self.peek()?;
        let number = self.line;
        let mut values = Vec::new();
        let unsplittable = loop {
            let Some(value) = self.value() else { break true };
            values.push(value);
            if self.peek() == Some(self.mark) && values.len() < VALUES_MAX {
                self.at += 1;
                continue;
            }
            break !(self.peek().is_none() || self.line_break());
        };
        if unsplittable {
            self.at = self.bytes.len();
            return Some(Err(Unsplittable(number)));
        }
        Some(Ok(Line { number, values }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Result<Vec<(u64, Vec<String>)>, Unsplittable> {
        let texts = |line: Line<'_>| {
            (
                line.number,
                line.values.iter().map(|value| String::from_utf8_lossy(value).into_owned()).collect(),
            )
        };
        Lines::new(text.as_bytes(), b';').map(|line| line.map(texts)).collect()
    }

    #[test]
    fn lines_are_split_as_they_are_written() {
        for (text, expected) in [
            ("", vec![]),
            ("a;b\r\nc;d\r\n", vec![(1, vec!["a", "b"]), (2, vec!["c", "d"])]),
            ("a;\n\n\nb;", vec![(1, vec!["a", ""]), (4, vec!["b", ""])]),
            ("\"a;\"\"b\"\"\";\"\nc\"\nd;e", vec![(1, vec!["a;\"b\"", "\nc"]), (3, vec!["d", "e"])]),
            ("a\"b;c", vec![(1, vec!["a\"b", "c"])]),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(line, values)| (line, values.into_iter().map(str::to_owned).collect::<Vec<_>>()))
                .collect();
            assert_eq!(split(text), Ok(expected), "{text:?}");
        }
    }

    #[test]
    fn a_quote_without_an_end_is_named_by_its_line() {
        assert_eq!(split("a;b\n\"c;d\ne;f\n"), Err(Unsplittable(2)));
        assert_eq!(split("a\n\"b\"c\n"), Err(Unsplittable(2)));
        assert_eq!(split(&";".repeat(201)), Err(Unsplittable(1)));
        assert_eq!(split(&"a".repeat(70_000)), Err(Unsplittable(1)));
    }
}
