//! Any bytes as a PDF: a file as it is, or the parts of one. Reading refuses or gives a source, and the tree's leaves
//! joined give the source back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::borrow::Cow;

/// What stands between the parts of an input that is no file.
const BETWEEN: u8 = 0;

/// The beginning of every file: one page with the parts of the input for its content, font, map and form.
const FILE: &str = "%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 8 0 R>> endobj
2 0 obj <</Kids[3 0 R]/MediaBox[0 0 595 842]>> endobj
3 0 obj <</Type/Page/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 7 0 R>>>>>> endobj
trailer <</Root 1 0 R>>
";

/// The numbers of the objects that the parts become, and what stands before each that is a stream.
const PARTS: [(u32, Option<&str>); 5] =
    [(4, Some("")), (5, None), (6, Some("")), (7, Some("/Subtype/Form")), (8, None)];

fuzz_target!(|bytes: &[u8]| {
    let file = if bytes.starts_with(b"%PDF-") { Cow::Borrowed(bytes) } else { Cow::Owned(file(bytes)) };
    if let Ok(read) = styrbord_readers::read(&file) {
        let tree = styrbord_syntax::parse(&read.source);
        assert_eq!(tree.rebuild(&read.source), read.source.text());
    }
});

/// Returns a file whose parts are the pieces of `bytes`.
fn file(bytes: &[u8]) -> Vec<u8> {
    let mut file = FILE.as_bytes().to_vec();
    for ((number, stream), piece) in PARTS.iter().zip(bytes.split(|byte| *byte == BETWEEN)) {
        file.extend(format!("\n{number} 0 obj ").as_bytes());
        if let Some(head) = stream {
            file.extend(format!("<<{head}/Length {}>> stream\n", piece.len()).as_bytes());
            file.extend(piece);
            file.extend(b"\nendstream");
        } else {
            file.extend(piece);
        }
        file.extend(b" endobj");
    }
    file
}
