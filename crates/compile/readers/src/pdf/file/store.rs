//! The objects of a file, each read when it is first asked for.

use super::parser::Parser;
use super::xref::{Place, Places, search, tables, trailers};
use crate::ReadError;
use lopdf::encryption::decrypt_object;
use lopdf::{Dictionary, Document, EncryptionState, Object, ObjectId, Stream};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The most parts that all objects have together, so that they do not fill the memory.
const PARTS_MAX: usize = 6_000_000;
/// How many bytes may be looked through to read objects, for each byte of the file, and for the smallest file.
const READ_MAX: [usize; 2] = [16, 64 * 1024 * 1024];
/// The most bytes that the streams of objects unpack to.
const CONTAINERS_MAX: usize = 128 * 1024 * 1024;
/// The most objects that wait for each other to be read.
const WAITING_MAX: usize = 24;
/// The longest chain of references.
const REFERENCES_MAX: usize = 32;

/// The objects of a file.
pub(super) struct Store {
    bytes: Vec<u8>,
    slots: BTreeMap<u32, Slot>,
    pub trailer: Dictionary,
    encryption: Option<EncryptionState>,
    containers: RefCell<BTreeMap<u32, Rc<Container>>>,
    found: OnceCell<BTreeMap<u32, usize>>,
    waiting: RefCell<BTreeSet<u32>>,
    parts_left: Cell<usize>,
    read_left: Cell<usize>,
    unpacked_left: Cell<usize>,
}

struct Slot {
    place: Place,
    object: OnceCell<Option<Object>>,
}

/// A stream of objects.
#[derive(Default)]
struct Container {
    content: Vec<u8>,
    /// Where in the content each object begins.
    starts: BTreeMap<u32, usize>,
}

impl Store {
    /// Reads where the objects stand, and searches for them when that leads nowhere.
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        Self::with_parts(bytes, PARTS_MAX)
    }

    /// Does the same for a file whose objects have no more parts than this.
    pub fn with_parts(bytes: &[u8], parts: usize) -> Result<Self, ReadError> {
        let start = bytes.windows(5).position(|five| five == b"%PDF-").unwrap_or(0);
        let bytes = bytes[start..].to_vec();
        let places = tables(&bytes);
        let mut store = Store {
            slots: BTreeMap::new(),
            trailer: Dictionary::new(),
            encryption: None,
            containers: RefCell::default(),
            found: OnceCell::new(),
            waiting: RefCell::default(),
            parts_left: Cell::new(parts),
            read_left: Cell::new(READ_MAX[1].max(bytes.len().saturating_mul(READ_MAX[0]))),
            unpacked_left: Cell::new(CONTAINERS_MAX),
            bytes,
        };
        store.fill(places)?;
        if !store.has_pages() {
            store.rebuild()?;
        }
        Ok(store)
    }

    /// Tells whether more was read than any letter holds.
    pub fn is_spent(&self) -> bool {
        self.parts_left.get() == 0 || self.read_left.get() == 0 || self.unpacked_left.get() == 0
    }

    /// Returns the object that a reference leads to, or the object itself.
    pub fn follow<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        let mut object = object;
        for _ in 0..REFERENCES_MAX {
            match object {
                Object::Reference(id) => object = self.object(id.0)?,
                Object::Null => return None,
                other => return Some(other),
            }
        }
        None
    }

    fn object(&self, number: u32) -> Option<&Object> {
        let slot = self.slots.get(&number)?;
        if let Some(object) = slot.object.get() {
            return object.as_ref();
        }
        let may_read = {
            let mut waiting = self.waiting.borrow_mut();
            waiting.len() < WAITING_MAX && waiting.insert(number)
        };
        if !may_read {
            return None;
        }
        let object = self.load(number, slot.place);
        self.waiting.borrow_mut().remove(&number);
        slot.object.get_or_init(|| object).as_ref()
    }

    fn load(&self, number: u32, place: Place) -> Option<Object> {
        match place {
            Place::At(at) => self.at(number, at).or_else(|| {
                let found = *self.found.get_or_init(|| search(&self.bytes)).get(&number)?;
                (found != at).then(|| self.at(number, found)).flatten()
            }),
            Place::In(container) => {
                let container = self.container(container);
                let start = *container.starts.get(&number)?;
                self.parse(&container.content, start, Parser::object)
            }
            Place::Gone => None,
        }
    }

    /// Lets a parser read, and counts what it has read.
    fn parse<'p, T>(
        &self,
        bytes: &'p [u8],
        at: usize,
        read: impl FnOnce(&mut Parser<'p>) -> Option<T>,
    ) -> Option<T> {
        if self.is_spent() || at >= bytes.len() {
            return None;
        }
        let mut parser = Parser::new(bytes, at, self.parts_left.get());
        let done = read(&mut parser);
        self.parts_left.set(parser.parts_left());
        let length = parser.lexer.place().saturating_sub(at);
        self.read_left.set(self.read_left.get().saturating_sub(length));
        done
    }

    /// Reads the object of a number at a place of the file.
    fn at(&self, number: u32, at: usize) -> Option<Object> {
        self.parse(&self.bytes, at, |parser| {
            let id = parser.header().filter(|id| id.0 == number)?;
            let object = parser.object()?;
            let mut object = match object {
                Object::Dictionary(dictionary) => self.with_data(dictionary, parser),
                object => object,
            };
            if let Some(encryption) = &self.encryption {
                // What could not be decrypted stays as it is, and says nothing.
                let _done = decrypt_object(encryption, id, &mut object);
            }
            Some(object)
        })
    }

    /// Makes a dictionary a stream when its data follow.
    fn with_data(&self, mut dictionary: Dictionary, parser: &mut Parser<'_>) -> Object {
        let length = dictionary.get(b"Length").ok().and_then(|length| self.follow(length)?.as_i64().ok());
        let Some(data) = super::stream_data(&self.bytes, parser, length) else {
            return Object::Dictionary(dictionary);
        };
        for key in [&b"Filter"[..], b"DecodeParms"] {
            if let Ok(value) = dictionary.get(key) {
                let direct = self.direct(value);
                dictionary.set(key, direct);
            }
        }
        Object::Stream(Stream::new(dictionary, data.to_vec()))
    }

    /// Replaces references in a value by what they lead to, one level deep.
    fn direct(&self, value: &Object) -> Object {
        let plain = |object: &Object| match self.follow(object) {
            Some(Object::Stream(_)) | None => Object::Null,
            Some(object) => object.clone(),
        };
        match plain(value) {
            Object::Array(array) => Object::Array(array.iter().take(64).map(plain).collect()),
            object => object,
        }
    }

    fn container(&self, number: u32) -> Rc<Container> {
        if let Some(container) = self.containers.borrow().get(&number) {
            return container.clone();
        }
        let container = Rc::new(self.unpacked(number).unwrap_or_default());
        self.containers.borrow_mut().insert(number, container.clone());
        container
    }

    fn unpacked(&self, number: u32) -> Option<Container> {
        let Some(Object::Stream(stream)) = self.object(number) else { return None };
        let left = self.unpacked_left.get();
        let content = match stream.get_plain_content_with_limit(left) {
            Ok(content) => content,
            Err(error) => {
                if matches!(
                    error,
                    lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })
                ) {
                    self.unpacked_left.set(0);
                }
                return None;
            }
        };
        self.unpacked_left.set(left.saturating_sub(content.len()));
        let whole =
            |key: &[u8]| usize::try_from(self.follow(stream.dict.get(key).ok()?)?.as_i64().ok()?).ok();
        let (first, count) = (whole(b"First")?, whole(b"N")?);
        let starts = self.parse(&content, 0, |parser| {
            let mut starts = BTreeMap::new();
            for _ in 0..count {
                let (Some(number), Some(start)) = (parser.whole(), parser.whole()) else { break };
                starts.insert(number, first.saturating_add(start as usize));
            }
            Some(starts)
        })?;
        Some(Container { content, starts })
    }

    /// Takes the places of the objects, and opens the encryption if there is one.
    fn fill(&mut self, places: Places) -> Result<(), ReadError> {
        let slot = |(number, place)| (number, Slot { place, object: OnceCell::new() });
        self.slots = places.places.into_iter().map(slot).collect();
        self.trailer = places.trailer;
        self.encryption = None;
        let Ok(encrypt) = self.trailer.get(b"Encrypt") else { return Ok(()) };
        if let Some(Object::Dictionary(encrypt)) = self.follow(encrypt) {
            let state = state(encrypt, self.trailer.get(b"ID").ok().map(|id| self.direct(id)));
            self.encryption = Some(state.ok_or(ReadError::Encrypted("PDF"))?);
            // What was read before was read as it stands, encrypted.
            let read = self.trailer.get(b"Encrypt").ok().and_then(|object| object.as_reference().ok());
            for (number, slot) in &mut self.slots {
                if Some(*number) != read.map(|id| id.0) {
                    slot.object = OnceCell::new();
                }
            }
            self.containers = RefCell::default();
        }
        Ok(())
    }

    fn has_pages(&self) -> bool {
        let root = |trailer: &Dictionary| {
            let Some(Object::Dictionary(catalog)) = self.follow(trailer.get(b"Root").ok()?) else {
                return None;
            };
            let Some(Object::Dictionary(pages)) = self.follow(catalog.get(b"Pages").ok()?) else {
                return None;
            };
            let kids = self.follow(pages.get(b"Kids").ok()?)?;
            Some(matches!(kids, Object::Array(_)))
        };
        root(&self.trailer).unwrap_or(false)
    }

    /// Searches the file for objects, and for a trailer or a catalog among them.
    fn rebuild(&mut self) -> Result<(), ReadError> {
        let found = search(&self.bytes);
        let places: BTreeMap<u32, Place> = found.iter().map(|(n, at)| (*n, Place::At(*at))).collect();
        let trailer = trailers(&self.bytes).find(|trailer| trailer.has(b"Root"));
        self.fill(Places { places: places.clone(), trailer: trailer.unwrap_or_default() })?;
        // Tables that are streams are trailers too; the last one that names a catalog counts.
        let of_type = |kind: &'static [u8]| {
            let streams = found.keys().filter_map(|number| Some((*number, self.object(*number)?)));
            streams.filter_map(move |(number, object)| {
                let dictionary = super::as_dictionary(object)?;
                dictionary.has_type(kind).then_some((number, dictionary))
            })
        };
        let mut trailer = self.trailer.clone();
        if !trailer.has(b"Root") {
            let tables = of_type(b"XRef").filter(|(_, table)| table.has(b"Root"));
            trailer = tables.last().map(|(_, table)| table.clone()).unwrap_or_default();
        }
        let containers: Vec<u32> = of_type(b"ObjStm").map(|(number, _)| number).collect();
        self.fill(Places { places: places.clone(), trailer: trailer.clone() })?;
        let mut places = places;
        for number in containers {
            for inner in self.container(number).starts.keys() {
                places.entry(*inner).or_insert(Place::In(number));
            }
        }
        self.fill(Places { places, trailer })?;
        if !self.has_pages() {
            let catalog = self.slots.keys().copied().filter(|number| {
                self.object(*number).and_then(super::as_dictionary).is_some_and(|d| d.has_type(b"Catalog"))
            });
            if let Some(number) = catalog.last() {
                self.trailer.set("Root", Object::Reference((number, 0)));
            }
        }
        Ok(())
    }
}

/// Opens the encryption with the empty password.
fn state(encrypt: &Dictionary, id: Option<Object>) -> Option<EncryptionState> {
    const ID: ObjectId = (1, 0);
    let mut document = Document::new();
    document.objects.insert(ID, Object::Dictionary(encrypt.clone()));
    document.trailer.set("Encrypt", Object::Reference(ID));
    if let Some(id) = id {
        document.trailer.set("ID", id);
    }
    document.authenticate_password("").ok()?;
    EncryptionState::decode(&document, b"").ok()
}
