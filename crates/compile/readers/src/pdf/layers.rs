//! Layers that a document can show and hide.

use super::file::{File, as_dictionary};
use lopdf::{Object, ObjectId};
use std::collections::BTreeSet;

/// Which layers are hidden when the document is opened.
#[derive(Debug, Default)]
pub(super) struct Layers {
    hidden: BTreeSet<ObjectId>,
}

impl Layers {
    /// Reads the state in which a document opens.
    pub fn read(file: &File) -> Self {
        let read = || {
            let properties = file.dictionary(file.catalog()?, b"OCProperties")?;
            let state = file.dictionary(properties, b"D")?;
            let ids = |array: Option<&[Object]>| -> BTreeSet<ObjectId> {
                array.unwrap_or_default().iter().filter_map(|object| object.as_reference().ok()).collect()
            };
            let mut hidden = ids(file.array(state, b"OFF"));
            if file.name(state, b"BaseState") == Some(b"OFF") {
                let shown = ids(file.array(state, b"ON"));
                let all = ids(file.array(properties, b"OCGs"));
                hidden.extend(all.difference(&shown));
            }
            Some(Layers { hidden })
        };
        read().unwrap_or_default()
    }

    /// Tells whether content of a layer, or of a group of layers, is shown.
    pub fn shows(&self, file: &File, object: &Object) -> bool {
        if self.hidden.is_empty() {
            return true;
        }
        if let Ok(id) = object.as_reference()
            && self.hidden.contains(&id)
        {
            return false;
        }
        let Some(dictionary) = file.follow(object).and_then(as_dictionary) else { return true };
        let is_shown = |object: &Object| object.as_reference().map_or(true, |id| !self.hidden.contains(&id));
        let layers = match dictionary.get(b"OCGs") {
            Ok(single @ Object::Reference(_)) => match file.follow(single) {
                Some(Object::Array(array)) => array.as_slice(),
                _ => std::slice::from_ref(single),
            },
            Ok(Object::Array(array)) => array.as_slice(),
            _ => return true,
        };
        if layers.is_empty() {
            return true;
        }
        match file.name(dictionary, b"P") {
            Some(b"AllOn") => layers.iter().all(is_shown),
            Some(b"AnyOff") => !layers.iter().all(is_shown),
            Some(b"AllOff") => !layers.iter().any(is_shown),
            _ => layers.iter().any(is_shown),
        }
    }
}
