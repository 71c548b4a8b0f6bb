//! The example letters in every format: the same letter must give the same plan.
//!
//! From an example letter (text or Markdown) to a [`Letter`] as its author would have had it in a word processor:
//! whole paragraphs, headings, lists, real tables. From there to Markdown, HTML, DOCX and Typst ([`suite::Format`]), and by
//! other programs to PDF ([`convert`]). [`suite`] compiles what comes out and compares it with the letter's truth.
//!
//! Nothing that is made here is kept: it is made anew for each run. This crate knows no reader and no rule; what it
//! writes is what other people's programs would write, not what our readers like.

#![expect(
    clippy::disallowed_methods,
    reason = "it reads letters, writes files for other programs and starts them"
)]

pub mod convert;
pub mod docx;
pub mod html;
mod layout;
mod letter;
pub mod markdown;
pub mod oracle;
pub mod suite;
pub mod typst;

pub use letter::{Letter, Part, Table};

use std::path::{Path, PathBuf};

/// Returns the repository's folder.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
