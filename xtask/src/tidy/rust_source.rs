//! Rust source, read just closely enough: code without its comments and literals, and how long each function is.

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Function {
    pub(super) name: String,
    /// The lines from `fn` to the closing brace.
    pub(super) lines: usize,
}

/// Returns `source` with its comments and the insides of its literals blanked; lines keep their numbers.
pub(super) fn code_only(source: &str) -> String {
    let mut blanker = Blanker { source: source.as_bytes(), at: 0, code: Vec::with_capacity(source.len()) };
    while blanker.at < blanker.source.len() {
        blanker.step();
    }
    String::from_utf8_lossy(&blanker.code).into_owned()
}

/// Returns the functions of `code`, which is what `code_only` returns, in order; inner functions come by themselves too.
pub(super) fn functions(code: &str) -> Vec<Function> {
    let words = code.match_indices("fn ").filter(|(at, _)| !code[..*at].ends_with(is_word));
    words
        .filter_map(|(at, word)| {
            let rest = &code[at + word.len()..];
            let name: String = rest.chars().take_while(|char| is_word(*char) || *char == '#').collect();
            let end = body_end(rest).filter(|_| !name.is_empty())?;
            Some(Function { name, lines: rest[..end].matches('\n').count() + 1 })
        })
        .collect()
}

/// Tells whether `code` holds `word` with nothing that continues a word before or after it.
pub(super) fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word)
        .any(|(at, _)| !code[..at].ends_with(is_word) && !code[at + word.len()..].starts_with(is_word))
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// Returns where the body ends that the signature at the start of `rest` opens; a signature alone has none.
fn body_end(rest: &str) -> Option<usize> {
    let mut brackets = 0_usize;
    let mut braces = 0_usize;
    for (at, char) in rest.char_indices() {
        match char {
            '(' | '[' if braces == 0 => brackets += 1,
            ')' | ']' if braces == 0 => brackets = brackets.checked_sub(1)?,
            ';' if braces == 0 && brackets == 0 => return None,
            '{' if brackets == 0 => braces += 1,
            '}' if brackets == 0 => {
                braces = braces.checked_sub(1)?;
                if braces == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

struct Blanker<'a> {
    source: &'a [u8],
    at: usize,
    code: Vec<u8>,
}

impl Blanker<'_> {
    fn step(&mut self) {
        let rest = &self.source[self.at..];
        match rest {
            [b'/', b'/', ..] => self.blank(rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len())),
            [b'/', b'*', ..] => self.blank(block_comment(rest)),
            [b'"', ..] => self.blank(string(rest)),
            [b'\'', ..] => match character(rest) {
                Some(length) => self.blank(length),
                None => self.keep(),
            },
            [b'r', ..] if self.begins_literal() => match raw_string(rest) {
                Some(length) => self.blank(length),
                None => self.keep(),
            },
            _ => self.keep(),
        }
    }

    fn keep(&mut self) {
        self.code.push(self.source[self.at]);
        self.at += 1;
    }

    fn blank(&mut self, length: usize) {
        let blanked = self.source[self.at..].iter().take(length);
        self.code.extend(blanked.map(|byte| if *byte == b'\n' { b'\n' } else { b' ' }));
        self.at = self.code.len();
    }

    /// Tells whether an `r` here can open a literal: at the start of a word, or after the `b` or `c` that is one.
    fn begins_literal(&self) -> bool {
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii();
        let before = &self.source[..self.at];
        let before = before.strip_suffix(b"b").or_else(|| before.strip_suffix(b"c")).unwrap_or(before);
        !before.last().is_some_and(is_word)
    }
}

fn block_comment(rest: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        match rest[at..] {
            [b'/', b'*', ..] => depth += 1,
            [b'*', b'/', ..] => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            break;
        }
    }
    at
}

fn string(rest: &[u8]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != b'"' {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}

/// Returns the length of a character literal; a lifetime is none.
fn character(rest: &[u8]) -> Option<usize> {
    if rest.get(1) == Some(&b'\\') {
        return Some(3 + rest.get(3..)?.iter().position(|byte| *byte == b'\'')? + 1);
    }
    // One character is at most four bytes; a lifetime is followed by no quote that near, save in `'a'` itself.
    let length = std::str::from_utf8(&rest[1..rest.len().min(5)])
        .map_or_else(|error| &rest[1..=error.valid_up_to()], str::as_bytes);
    let first = std::str::from_utf8(length).ok()?.chars().next()?.len_utf8();
    (rest.get(1 + first) == Some(&b'\'')).then_some(first + 2)
}

fn raw_string(rest: &[u8]) -> Option<usize> {
    let hashes = rest[1..].iter().take_while(|byte| **byte == b'#').count();
    if rest.get(1 + hashes) != Some(&b'"') {
        return None;
    }
    let close: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
    let inside = &rest[hashes + 2..];
    let end = inside.windows(close.len()).position(|window| window == close).unwrap_or(inside.len());
    Some(hashes + 2 + end + close.len())
}

#[cfg(test)]
mod tests;
