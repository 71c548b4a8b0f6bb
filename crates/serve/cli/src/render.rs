//! Values to text, one file for each form.

pub(crate) mod changes;
pub(crate) mod csv;
mod excerpt;
mod finding;
pub(crate) mod findings;
mod head;
pub(crate) mod journal;
pub(crate) mod layout;
pub(crate) mod markdown;
pub(crate) mod outline;
pub(crate) mod place;
pub(crate) mod plan;
pub(crate) mod report;
pub(crate) mod rules;
pub(crate) mod sarif;
pub(crate) mod settlement;
pub(crate) mod source;
pub(crate) mod summary;
pub(crate) mod survey;
pub(crate) mod wrap;
pub(crate) mod year;

use styrbord_app::Source;

/// The letter that findings point into.
pub(crate) struct Letter<'a> {
    /// Its file, as the user named it.
    pub(crate) name: &'a str,
    /// Its text.
    pub(crate) source: &'a Source,
}
