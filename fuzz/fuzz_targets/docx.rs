//! Any bytes as a Word document: a package as it is, or the parts of one. Reading refuses or gives a source, and the
//! tree's leaves joined give the source back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::borrow::Cow;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What stands between the parts of an input that is no package: a form feed, which no XML holds.
const BETWEEN: u8 = 0x0C;

/// The parts, in the order in which an input has them.
const PARTS: [&str; 7] = ["document", "styles", "numbering", "footnotes", "header", "footer", "settings"];

fuzz_target!(|bytes: &[u8]| {
    let package = if bytes.starts_with(b"PK") { Cow::Borrowed(bytes) } else { Cow::Owned(package(bytes)) };
    if let Ok(read) = styrbord_readers::read(&package) {
        let tree = styrbord_syntax::parse(&read.source);
        assert_eq!(tree.rebuild(&read.source), read.source.text());
    }
});

/// Returns a package whose parts are the pieces of `bytes`.
fn package(bytes: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut pieces = bytes.split(|byte| *byte == BETWEEN);
    let relations: String = PARTS
        .iter()
        .map(|kind| format!("<Relationship Id=\"{kind}\" Type=\"x/{kind}\" Target=\"{kind}.xml\"/>"))
        .collect();
    add(
        &mut writer,
        "word/_rels/document.xml.rels",
        format!("<Relationships>{relations}</Relationships>").as_bytes(),
    );
    for name in PARTS {
        match pieces.next() {
            Some(piece) => add(&mut writer, &format!("word/{name}.xml"), piece),
            None => break,
        }
    }
    writer.finish().expect("a package in memory can be written").into_inner()
}

fn add(writer: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    writer.start_file(name, options).expect("names of parts are short");
    writer.write_all(bytes).expect("memory takes what is written");
}
