//! A small writer of packages.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document as it is being made.
pub struct Document {
    /// The body's XML.
    pub body: String,
    /// Parts beside it: the kind of their relation, their names under `word/`, their XML.
    pub parts: Vec<(&'static str, String, String)>,
    /// The main namespace.
    pub namespace: &'static str,
}

impl Document {
    pub fn new(body: &str) -> Self {
        Document {
            body: body.to_owned(),
            parts: Vec::new(),
            namespace: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        }
    }

    /// Adds a part, whose relation is called like its kind.
    pub fn with(mut self, kind: &'static str, xml: &str) -> Self {
        let root = match kind {
            "header" => "hdr",
            "footer" => "ftr",
            kind => kind,
        };
        let xml = format!("<w:{root} xmlns:w=\"{}\">{xml}</w:{root}>", self.namespace);
        self.parts.push((kind, format!("{kind}.xml"), xml));
        self
    }

    pub fn styles(self, xml: &str) -> Self {
        self.with("styles", xml)
    }

    pub fn numbering(self, xml: &str) -> Self {
        self.with("numbering", xml)
    }

    /// Returns the XML of the main part.
    fn document(&self) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"{}\" xmlns:r=\"{RELATIONS}\" \
             xmlns:mc=\"mc\" xmlns:wps=\"wps\" xmlns:v=\"v\" xmlns:m=\"m\" xmlns:a=\"a\"><w:body>{}</w:body></w:document>",
            self.namespace, self.body
        )
    }

    pub fn bytes(&self) -> Vec<u8> {
        let relation = |kind: &str, target: &str, id: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
        };
        let types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/\
                     vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
        let main = relation("officeDocument", "word/document.xml", "main");
        let others: String = self.parts.iter().map(|(kind, name, _)| relation(kind, name, kind)).collect();
        let mut files = vec![
            ("[Content_Types].xml".to_owned(), types.to_owned()),
            ("_rels/.rels".to_owned(), format!("<Relationships>{main}</Relationships>")),
            ("word/_rels/document.xml.rels".to_owned(), format!("<Relationships>{others}</Relationships>")),
            ("word/document.xml".to_owned(), self.document()),
        ];
        files.extend(self.parts.iter().map(|(_, name, xml)| (format!("word/{name}"), xml.clone())));
        zip(&files)
    }
}

/// Returns a zip of files.
pub fn zip(files: &[(String, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in files {
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Returns a paragraph of one run.
pub fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// Returns a paragraph with properties.
pub fn pp(props: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{props}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// Returns a paragraph of a style.
pub fn styled(style: &str, text: &str) -> String {
    pp(&format!("<w:pStyle w:val=\"{style}\"/>"), text)
}

/// Returns a paragraph of a list.
pub fn listed(list: u32, level: u32, text: &str) -> String {
    let list = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    pp(&list, text)
}

/// Returns a cell with properties and blocks.
pub fn cell(props: &str, blocks: &str) -> String {
    format!("<w:tc><w:tcPr>{props}</w:tcPr>{blocks}</w:tc>")
}

/// Returns a table of plain cells.
pub fn table(rows: &[&[&str]]) -> String {
    let rows: String = rows
        .iter()
        .map(|cells| {
            let cells: String = cells.iter().map(|text| cell("", &p(text))).collect();
            format!("<w:tr>{cells}</w:tr>")
        })
        .collect();
    format!("<w:tbl>{rows}</w:tbl>")
}
