//! Chapter and post numbers in a text: `kap. 671, post 21`, `601.21`, `post 60`, `Kapittel 0640`.

use crate::words::lower;
use std::ops::Range;

/// A mention of a chapter, a post, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PostRef {
    /// The chapter, when it is named.
    pub chapter: Option<u32>,
    /// The post, when it is named.
    pub post: Option<u32>,
    /// Where it stands.
    pub range: Range<usize>,
}

/// Returns every mention of a chapter or post, in order.
pub(crate) fn post_references(text: &str) -> Vec<PostRef> {
    let low = lower(text);
    let mut out: Vec<PostRef> = Vec::new();
    let words: Vec<(usize, &str)> = low
        .split(|c: char| c.is_whitespace())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - low.as_ptr() as usize, word))
        .collect();
    let mut at = 0;
    while at < words.len() {
        let (start, word) = words[at];
        let core = word.trim_matches(|c: char| matches!(c, '(' | ',' | ';' | ':' | ')' | '.' | '*'));
        let next = words.get(at + 1);
        match core {
            "kap" | "kapittel" | "kapitla" | "kapitlene" | "kapitel" => {
                if let Some((number, post, end)) =
                    next.and_then(|(offset, word)| chapter_number(*offset, word))
                {
                    out.push(PostRef { chapter: Some(number), post, range: start..end });
                    at += 2;
                    continue;
                }
            }
            "post" | "posten" | "postene" | "postane" | "postar" | "poster" => {
                at = push_posts(&mut out, &low, &words, at, start);
                continue;
            }
            _ => {
                if let Some((chapter, post, range)) =
                    dotted(start, word, at.checked_sub(1).and_then(|before| words.get(before)).map(|w| w.1))
                {
                    out.push(PostRef { chapter: Some(chapter), post: Some(post), range });
                }
            }
        }
        at += 1;
    }
    out
}

/// Reads `671`, `671,` or `671.21` behind the word for chapter.
fn chapter_number(offset: usize, word: &str) -> Option<(u32, Option<u32>, usize)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&digits) {
        return None;
    }
    let number = word[..digits].parse().ok()?;
    let rest = &word[digits..];
    let post_digits =
        rest.strip_prefix(['.', '/']).map_or(0, |post| post.bytes().take_while(u8::is_ascii_digit).count());
    if post_digits == 2 {
        return Some((number, rest[1..3].parse().ok(), offset + digits + 3));
    }
    (digits >= 2).then_some((number, None, offset + digits))
}

/// Adds the posts behind the word for post, to the chapter named right before it.
fn push_posts(out: &mut Vec<PostRef>, low: &str, words: &[(usize, &str)], at: usize, start: usize) -> usize {
    let mut next = at + 1;
    let mut first = true;
    while let Some((offset, word)) = words.get(next) {
        let trimmed = word.trim_start_matches('(');
        let skipped = word.len() - trimmed.len();
        let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
        let listed = first || matches!(words[next - 1].1, "og") || words[next - 1].1.ends_with(',');
        if !first
            && matches!(*word, "og")
            && words
                .get(next + 1)
                .is_some_and(|(_, word)| word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_digit()))
        {
            next += 1;
            continue;
        }
        if !listed || !(1..=2).contains(&digits) && !is_dotted(trimmed) {
            break;
        }
        if let Some((chapter, post, range)) = dotted(*offset, word, Some("post")) {
            out.push(PostRef { chapter: Some(chapter), post: Some(post), range: start..range.end });
        } else if let Ok(post) = trimmed[..digits].parse::<u32>() {
            let follows = trimmed[digits..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '-');
            if !follows {
                break;
            }
            let end = offset + skipped + digits;
            let joins = out.last().is_some_and(|last| {
                last.post.is_none()
                    && low.get(last.range.end..start).is_some_and(|gap| {
                        gap.len() <= 4 || gap.len() <= 60 && gap.ends_with(", ") && !gap.contains(". ")
                    })
            });
            match out.last_mut() {
                Some(last) if first && joins => {
                    last.post = Some(post);
                    last.range.end = end;
                }
                last => {
                    let chapter = last.filter(|_| !first).and_then(|last| last.chapter);
                    out.push(PostRef { chapter, post: Some(post), range: start..end });
                }
            }
        }
        let goes_on =
            trimmed[digits..].starts_with(',') || words.get(next + 1).is_some_and(|(_, word)| *word == "og");
        first = false;
        next += 1;
        if !goes_on {
            break;
        }
    }
    next.max(at + 1)
}

fn is_dotted(word: &str) -> bool {
    dotted(0, word, Some("post")).is_some()
}

/// Reads `671.21`, which is a post and neither a section number nor an amount.
fn dotted(offset: usize, word: &str, before: Option<&str>) -> Option<(u32, u32, Range<usize>)> {
    let skipped = word.len() - word.trim_start_matches('(').len();
    let core =
        word.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | ';' | ':' | '*')).trim_end_matches('.');
    let (chapter, post) = core.split_once(['.', '/'])?;
    let years = core.contains('/') && (chapter.starts_with("19") || chapter.starts_with("20"));
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let shape = (3..=4).contains(&chapter.len()) && post.len() == 2 && numeric(chapter) && numeric(post);
    let section = before.is_some_and(|word| {
        matches!(word.trim_end_matches('.'), "pkt" | "punkt" | "kapittel" | "avsnitt" | "§")
    });
    (shape && !section && !years)
        .then(|| {
            Some((chapter.parse().ok()?, post.parse().ok()?, offset + skipped..offset + skipped + core.len()))
        })
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_found() {
        for (text, expected) in [
            ("over kap. 671, post 21.", vec![(Some(671), Some(21))]),
            ("post 601.21 (4,5 mill.)", vec![(Some(601), Some(21))]),
            ("Kap. 2390 post 01", vec![(Some(2390), Some(1))]),
            ("På post 71 er det", vec![(None, Some(71))]),
            ("kap. 740 postene 01 og 21 mot", vec![(Some(740), Some(1)), (Some(740), Some(21))]),
            ("Kapittel 0640 Tilsyn", vec![(Some(640), None)]),
            ("jf. punkt 3.1 og 8. mai", vec![]),
            (
                "fra kap. 671, post 21 til kap. 601, post 21",
                vec![(Some(671), Some(21)), (Some(601), Some(21))],
            ),
        ] {
            let found: Vec<_> =
                post_references(text).into_iter().map(|found| (found.chapter, found.post)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
