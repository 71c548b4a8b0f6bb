//! SQLite does what every journal does.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_types,
    reason = "a test stops at its first surprise"
)]

mod common;
mod conformance;

use common::Folder;

/// Makes a test of each case.
macro_rules! test_of_each {
    ($($case:ident,)*) => {
        $(
            #[test]
            fn $case() {
                let folder = Folder::new();
                conformance::$case(&|| folder.sqlite());
            }
        )*
    };
}

conformance!(test_of_each);
