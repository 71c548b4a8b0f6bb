//! Web pages to blocks.
//!
//! From: the text of a page. To: the blocks of its letter, without what the page has around it. The tree of
//! elements is that of browsers ([`page`]); [`content`] tells the letter from its surroundings, [`walk`] goes
//! through the elements one by one and makes blocks of them.

mod content;
mod element;
mod grid;
mod list;
mod note;
mod page;
mod running;
mod walk;

use crate::ReadError;
use styrbord_source::Laid;

/// Reads a page.
pub(crate) fn read(text: &str) -> Result<Vec<Laid>, ReadError> {
    let page = page::parse(text)?;
    let blocks = walk::blocks(content::root(&page));
    if blocks.is_empty() {
        return Ok(walk::blocks(content::body(page.root_element())));
    }
    Ok(blocks)
}

#[cfg(test)]
mod tests;
