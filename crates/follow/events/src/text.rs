//! Names and free text: the journal holds their hash, the erasable store beside it the words.

use crate::hash::Hash;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::borrow::Cow;

/// Random bytes that a command brings, so that nobody can find a name by hashing all names.
pub type Nonce = [u8; 16];

/// A text by its hash; as JSON `text:` and the hash. What it says is asked of the store, which may answer that it was
/// erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextRef(pub Hash);

/// What tells a text from the hashes of files and records.
const PREFIX: &str = "text:";

impl TextRef {
    /// Reads the form that it has in JSON.
    pub fn parse(text: &str) -> Option<Self> {
        Hash::parse(text.strip_prefix(PREFIX)?).map(Self)
    }

    /// Returns every text that a piece of JSON names, in order, each as often as it is named.
    pub fn named_in(json: &Value) -> Vec<Self> {
        let (mut found, mut rest) = (Vec::new(), vec![json]);
        while let Some(value) = rest.pop() {
            match value {
                Value::String(text) => found.extend(Self::parse(text)),
                Value::Array(values) => rest.extend(values.iter().rev()),
                Value::Object(fields) => rest.extend(fields.values().rev()),
                Value::Null | Value::Bool(_) | Value::Number(_) => {}
            }
        }
        found
    }
}

impl Serialize for TextRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{PREFIX}{}", self.0))
    }
}

impl<'de> Deserialize<'de> for TextRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'_, str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not a text such as text:0123…"))
    }
}

/// A text to be kept in the erasable store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The hash by which the journal knows it.
    pub reference: TextRef,
    /// What was hashed before the words.
    pub salt: Nonce,
    /// The words.
    pub text: String,
}

impl Note {
    /// Makes the note of a text.
    pub fn new(salt: Nonce, text: impl Into<String>) -> Self {
        let text = text.into();
        let reference = TextRef(Hash::of(&[b"styrbord text", &salt, text.as_bytes()]));
        Self { reference, salt, text }
    }

    /// Tells whether the words are those that the reference stands for.
    pub fn is_genuine(&self) -> bool {
        Self::new(self.salt, self.text.as_str()).reference == self.reference
    }
}

/// Writes the texts of one command down and gives their references.
#[derive(Debug)]
pub struct Scribe {
    nonce: Nonce,
    notes: Vec<Note>,
}

impl Scribe {
    /// Makes a scribe with the nonce of the command.
    pub fn new(nonce: Nonce) -> Self {
        Self { nonce, notes: Vec::new() }
    }

    /// Keeps a text and returns its reference.
    pub fn write(&mut self, text: &str) -> TextRef {
        let turn = (self.notes.len() as u64).to_be_bytes();
        let mut salt = Nonce::default();
        salt.copy_from_slice(&Hash::of(&[&self.nonce, &turn]).bytes()[..16]);
        let note = Note::new(salt, text);
        let reference = note.reference;
        self.notes.push(note);
        reference
    }

    /// Keeps a text that may be missing; one of spaces alone counts as missing.
    pub fn write_some(&mut self, text: Option<&str>) -> Option<TextRef> {
        text.filter(|text| !text.trim().is_empty()).map(|text| self.write(text))
    }

    /// Returns the notes in the order in which they were written.
    pub fn into_notes(self) -> Vec<Note> {
        self.notes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_tells_which_texts_it_names() {
        let (one, other) = (TextRef(Hash::of_bytes(b"one")), TextRef(Hash::of_bytes(b"other")));
        let file = Hash::of_bytes(b"file");
        let json = serde_json::json!({"a": [one, {"b": other}, file, "text:none", 7], "c": one});
        assert_eq!(TextRef::named_in(&json), [one, other, one]);
        assert_eq!(serde_json::from_value::<TextRef>(serde_json::json!(one)).unwrap(), one);
        assert!(serde_json::from_value::<TextRef>(serde_json::json!(file)).is_err());
    }

    #[test]
    fn equal_texts_of_two_commands_have_different_hashes() {
        let (mut one, mut other) = (Scribe::new([1; 16]), Scribe::new([2; 16]));
        assert_ne!(one.write("Kari"), other.write("Kari"));
        assert_ne!(one.write("Kari"), one.write("Kari"));
        assert!(one.into_notes().iter().all(Note::is_genuine));
    }
}
