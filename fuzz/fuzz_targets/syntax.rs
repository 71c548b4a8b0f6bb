//! Any bytes: reading refuses or gives a source, parsing never fails, and the tree's leaves joined give the source back.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(read) = styrbord_readers::read(bytes) {
        let tree = styrbord_syntax::parse(&read.source);
        assert_eq!(tree.rebuild(&read.source), read.source.text());
    }
});
