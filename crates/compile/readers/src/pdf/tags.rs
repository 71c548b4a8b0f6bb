//! The structure tree of a tagged document.

use super::file::{File, as_dictionary};
use super::page::{Kid, Tag};
use super::pages::Sheet;
use crate::ReadError;
use crate::limits::DEPTH_MAX;
use lopdf::{Dictionary, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// The most elements that are read; a letter has some thousands.
const TAGS_MAX: usize = 1_000_000;
/// The longest chain of roles that stand for each other.
const ROLES_MAX: usize = 16;
/// The first number of marked content that stands in a form rather than on its page.
const FORM_MARKS: u32 = 1 << 31;

/// The structure of a document, and what the content of its pages must know of it.
#[derive(Debug, Default)]
pub(super) struct Structure {
    /// The elements.
    pub tags: Vec<Tag>,
    /// The numbers given to marked content in forms, by the form and its own number there.
    in_forms: BTreeMap<(ObjectId, u32), u32>,
    /// The text that stands for marked content, by page and number.
    actual: BTreeMap<(u32, u32), Box<[char]>>,
}

impl Structure {
    /// Returns the number of marked content in a form.
    pub fn in_form(&self, form: ObjectId, number: u32) -> Option<u32> {
        self.in_forms.get(&(form, number)).copied()
    }

    /// Returns the text that the structure gives for marked content.
    pub fn actual(&self, page: u32, number: u32) -> Option<&[char]> {
        self.actual.get(&(page, number)).map(|text| &**text)
    }
}

/// Reads the structure, when the document says that it has one.
pub(super) fn structure(file: &File, sheets: &[Sheet<'_>]) -> Result<Option<Structure>, ReadError> {
    let Some(catalog) = file.catalog() else { return Ok(None) };
    let is_marked = file
        .dictionary(catalog, b"MarkInfo")
        .and_then(|info| file.get(info, b"Marked"))
        .is_some_and(|marked| matches!(marked, Object::Boolean(true)));
    let (true, Some(root)) = (is_marked, file.dictionary(catalog, b"StructTreeRoot")) else {
        return Ok(None);
    };
    let pages = sheets.iter().zip(1..).filter_map(|(sheet, number)| Some((sheet.id?, number))).collect();
    let mut reader = Reader {
        file,
        pages,
        roles: file.dictionary(root, b"RoleMap"),
        classes: file.dictionary(root, b"ClassMap"),
        seen: BTreeSet::new(),
        count: 0,
        structure: Structure::default(),
    };
    let Ok(kids) = root.get(b"K") else { return Ok(None) };
    let mut tags = Vec::new();
    for kid in reader.kids(kids, None, 0)? {
        if let Kid::Tag(tag) = kid {
            tags.push(tag);
        }
    }
    reader.structure.tags = tags;
    Ok((!reader.structure.tags.is_empty()).then_some(reader.structure))
}

struct Reader<'a> {
    file: &'a File,
    pages: BTreeMap<ObjectId, u32>,
    roles: Option<&'a Dictionary>,
    classes: Option<&'a Dictionary>,
    seen: BTreeSet<ObjectId>,
    count: usize,
    structure: Structure,
}

impl<'a> Reader<'a> {
    /// Reads what stands in an element: one thing or many.
    fn kids(&mut self, object: &'a Object, page: Option<u32>, depth: usize) -> Result<Vec<Kid>, ReadError> {
        let mut kids = Vec::new();
        if depth > DEPTH_MAX {
            return Ok(kids);
        }
        match self.file.follow(object) {
            Some(Object::Array(array)) => {
                for object in array {
                    kids.extend(self.kid(object, page, depth)?);
                }
            }
            _ => kids.extend(self.kid(object, page, depth)?),
        }
        Ok(kids)
    }

    fn kid(&mut self, object: &'a Object, page: Option<u32>, depth: usize) -> Result<Option<Kid>, ReadError> {
        self.file.step(1)?;
        let dictionary = match self.file.follow(object) {
            Some(Object::Integer(number)) => {
                let mark = page.zip(u32::try_from(*number).ok());
                return Ok(mark.map(|(page, number)| Kid::Mark(page, number)));
            }
            Some(other) => as_dictionary(other),
            None => None,
        };
        let Some(dictionary) = dictionary else { return Ok(None) };
        match self.file.name(dictionary, b"Type") {
            Some(b"MCR") => Ok(self.marked(dictionary, page)),
            Some(b"OBJR") => Ok(None),
            _ => self.element(object, dictionary, page, depth),
        }
    }

    /// Returns the number of a page that a dictionary names.
    fn page(&self, dictionary: &Dictionary) -> Option<u32> {
        let id = dictionary.get(b"Pg").ok()?.as_reference().ok()?;
        self.pages.get(&id).copied()
    }

    fn marked(&mut self, dictionary: &Dictionary, page: Option<u32>) -> Option<Kid> {
        let page = self.page(dictionary).or(page)?;
        let number = u32::try_from(self.file.integer(dictionary, b"MCID")?).ok()?;
        let Some(form) = dictionary.get(b"Stm").ok().and_then(|form| form.as_reference().ok()) else {
            return Some(Kid::Mark(page, number));
        };
        let next = FORM_MARKS + self.structure.in_forms.len() as u32;
        let number = *self.structure.in_forms.entry((form, number)).or_insert(next);
        Some(Kid::Mark(page, number))
    }

    fn element(
        &mut self,
        object: &Object,
        dictionary: &'a Dictionary,
        page: Option<u32>,
        depth: usize,
    ) -> Result<Option<Kid>, ReadError> {
        self.count += 1;
        let is_new = object.as_reference().map_or(true, |id| self.seen.insert(id));
        let Some(role) = self.file.name(dictionary, b"S").filter(|_| is_new && self.count <= TAGS_MAX) else {
            return Ok(None);
        };
        let page = self.page(dictionary).or(page);
        let kids = match dictionary.get(b"K") {
            Ok(kids) => self.kids(kids, page, depth + 1)?,
            Err(_) => Vec::new(),
        };
        if let Some(text) = self.file.get(dictionary, b"ActualText").and_then(|text| text.as_str().ok()) {
            self.say(&kids, text);
        }
        let role = String::from_utf8_lossy(self.role(role)).into_owned();
        let [columns, rows] = self.spans(dictionary);
        Ok(Some(Kid::Tag(Tag { role, columns, rows, kids })))
    }

    /// Notes that the marked content of an element stands for a text: the first part for all of it.
    fn say(&mut self, kids: &[Kid], text: &[u8]) {
        let mut text = super::text_string(text);
        let is_leaf = kids.iter().all(|kid| matches!(kid, Kid::Mark(..)));
        for kid in kids {
            if let (Kid::Mark(page, number), true) = (kid, is_leaf) {
                self.structure.actual.insert((*page, *number), std::mem::take(&mut text));
            }
        }
    }

    /// Returns the role that a role stands for.
    fn role(&self, role: &'a [u8]) -> &'a [u8] {
        let mut role = role;
        for _ in 0..ROLES_MAX {
            let next = self.roles.and_then(|roles| self.file.name(roles, role));
            match next {
                Some(next) if next != role && !is_standard(role) => role = next,
                _ => break,
            }
        }
        role
    }

    /// Returns how many columns and rows a cell spans.
    fn spans(&self, dictionary: &'a Dictionary) -> [u32; 2] {
        let mut spans = [1, 1];
        let own = self.listed(dictionary, b"A");
        let classes = self.listed(dictionary, b"C").into_iter().filter_map(|class| {
            let class = class.as_name().ok()?;
            self.file.get(self.classes?, class)
        });
        for object in classes.chain(own) {
            let Some(attributes) = as_dictionary(object) else { continue };
            for (span, key) in spans.iter_mut().zip([&b"ColSpan"[..], b"RowSpan"]) {
                let value = self.file.integer(attributes, key).and_then(|value| u32::try_from(value).ok());
                *span = value.filter(|value| (1..=1000).contains(value)).unwrap_or(*span);
            }
        }
        spans
    }

    /// Returns the one value of a key, or the first values of its array.
    fn listed(&self, dictionary: &'a Dictionary, key: &[u8]) -> Vec<&'a Object> {
        const MAX: usize = 32;
        match self.file.get(dictionary, key) {
            Some(Object::Array(array)) => {
                array.iter().take(MAX).filter_map(|object| self.file.follow(object)).collect()
            }
            Some(object) => vec![object],
            None => Vec::new(),
        }
    }
}

/// Tells whether a role is one of the standard that a letter's structure is read by.
fn is_standard(role: &[u8]) -> bool {
    matches!(
        role,
        b"Document"
            | b"Part"
            | b"Sect"
            | b"Div"
            | b"P"
            | b"H"
            | b"H1"
            | b"H2"
            | b"H3"
            | b"H4"
            | b"H5"
            | b"H6"
    ) || matches!(
        role,
        b"L" | b"LI" | b"Lbl" | b"LBody" | b"Table" | b"TR" | b"TH" | b"TD" | b"THead" | b"TBody" | b"TFoot"
    ) || matches!(
        role,
        b"TOC" | b"TOCI" | b"Note" | b"Span" | b"Link" | b"Figure" | b"Caption" | b"Reference"
    )
}
