//! What a row of a money table says: which chapter and post, in one cell or two.

use super::numbers::post_references;
use crate::words::lower;

/// What stands in the cells for chapter and post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    /// A chapter alone: its title stands beside it.
    Chapter(u32),
    /// A post of the chapter above.
    Post(u32),
    /// Both.
    Both(u32, u32),
    /// Neither.
    None,
}

/// Reads the cells for chapter and post.
pub(crate) fn key(chapter: Option<&str>, post: Option<&str>, both: Option<&str>) -> Key {
    if let Some(text) = both {
        return key_in_one(text);
    }
    let chapter_cell = chapter.map(key_in_one);
    let post = post.and_then(number);
    match (chapter_cell, post) {
        (Some(Key::Both(chapter, own)), _) => Key::Both(chapter, own),
        (Some(Key::Chapter(chapter)), Some(post)) => Key::Both(chapter, post),
        (Some(Key::Chapter(chapter)), None) => Key::Chapter(chapter),
        (_, Some(post)) => Key::Post(post),
        _ => Key::None,
    }
}

fn key_in_one(text: &str) -> Key {
    let trimmed = text.trim().trim_matches('*');
    let low = lower(trimmed);
    if let Some(found) = post_references(trimmed).first() {
        match (found.chapter, found.post) {
            (Some(chapter), Some(post)) => return Key::Both(chapter, post),
            (Some(chapter), None) => return Key::Chapter(chapter),
            (None, Some(post)) => return Key::Post(post),
            (None, None) => {}
        }
    }
    for separator in ['.', '/', ' ', '-'] {
        if let Some((chapter, post)) = low.split_once(separator) {
            let (chapter, post) = (chapter.trim(), post.trim());
            if let (true, Some(chapter), Some(post)) =
                (chapter.len() >= 2 && post.len() == 2, number(chapter), number(post))
            {
                return Key::Both(chapter, post);
            }
        }
    }
    match number(trimmed) {
        Some(value) if trimmed.len() >= 3 => Key::Chapter(value),
        Some(value) if !trimmed.is_empty() => Key::Post(value),
        _ => Key::None,
    }
}

fn number(text: &str) -> Option<u32> {
    let core = lower(text);
    let core = core.trim().trim_start_matches("post").trim_start_matches("kap.").trim();
    let digits = core.len() <= 4 && !core.is_empty() && core.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| core.parse().ok()).flatten()
}
