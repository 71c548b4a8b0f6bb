//! Any web page: reading refuses or gives blocks, which no line break or control character escapes, and the tree
//! of them holds the whole text.
#![no_main]

use libfuzzer_sys::fuzz_target;

/// What makes any text a page.
const DOCTYPE: &[u8] = b"<!doctype html>";

fuzz_target!(|bytes: &[u8]| {
    let page = [DOCTYPE, bytes].concat();
    let Ok(read) = styrbord_readers::read(&page) else { return };
    let text = read.source.text();
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
    let tree = styrbord_syntax::parse(&read.source);
    assert_eq!(tree.rebuild(&read.source), text);
});
