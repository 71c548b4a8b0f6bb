//! Keys of cases and places, and where each stands.

use super::error::{At, ReadError, Wrong};
use styrbord_tables::{Key, Row};

/// Keys in the order of their rows.
pub(super) struct Names {
    file: String,
    column: &'static str,
    keys: Vec<String>,
    /// The keys that are whole numbers, as such.
    integers: Vec<Option<i64>>,
    rows: Vec<Row>,
    /// Indexes by key, made by `sort`.
    sorted: Vec<u32>,
}

impl Names {
    pub(super) fn new(file: &str, column: &'static str) -> Self {
        Names {
            file: file.to_owned(),
            column,
            keys: Vec::new(),
            integers: Vec::new(),
            rows: Vec::new(),
            sorted: Vec::new(),
        }
    }

    /// Returns keys that were read before; `rows` are not known.
    pub(super) fn of<'a>(file: &str, column: &'static str, keys: impl Iterator<Item = &'a str>) -> Self {
        let mut names = Names::new(file, column);
        for (key, row) in keys.zip(1..) {
            names.push(Key::Text(key), Row::Number(row));
        }
        names.order();
        names
    }

    pub(super) fn push(&mut self, key: Key<'_>, row: Row) -> String {
        let key = key.to_string();
        self.integers.push(key.parse().ok().filter(|number: &i64| number.to_string() == key));
        self.keys.push(key.clone());
        self.rows.push(row);
        key
    }

    /// Orders the keys, or says which stands there twice.
    pub(super) fn sort(&mut self) -> Result<(), ReadError> {
        self.order();
        let keys = &self.keys;
        let twice = self.sorted.windows(2).filter(|pair| keys[pair[0] as usize] == keys[pair[1] as usize]);
        let Some((second, first)) = twice.map(|pair| (pair[1] as usize, pair[0] as usize)).min() else {
            return Ok(());
        };
        let mut error = ReadError::file(&self.file, Wrong::Twice(self.rows[first]));
        error.spot.row = Some(self.rows[second]);
        error.spot.column = Some(self.column.to_owned());
        error.spot.value = Some(keys[second].clone());
        Err(error)
    }

    fn order(&mut self) {
        self.sorted = (0..self.keys.len() as u32).collect();
        let keys = &self.keys;
        self.sorted.sort_by_key(|index| (&keys[*index as usize], *index));
    }

    pub(super) fn file(&self) -> &str {
        &self.file
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    pub(super) fn key(&self, index: usize) -> Option<&str> {
        self.keys.get(index).map(String::as_str)
    }

    pub(super) fn row(&self, index: usize) -> Option<Row> {
        self.rows.get(index).copied()
    }

    /// Returns where a key stands. Files go through keys in order, so the place after `near` is looked at first.
    pub(super) fn find(&self, key: Key<'_>, near: usize) -> Option<usize> {
        let nearby = [near, near + 1].into_iter().find(|index| match key {
            Key::Integer(number) => self.integers.get(*index) == Some(&Some(number)),
            Key::Text(text) => self.keys.get(*index).is_some_and(|key| key == text),
        });
        nearby.or_else(|| match key {
            Key::Integer(number) => self.search(&number.to_string()),
            Key::Text(text) => self.search(text),
        })
    }

    fn search(&self, text: &str) -> Option<usize> {
        let place =
            self.sorted.binary_search_by(|index| self.keys[*index as usize].as_str().cmp(text)).ok()?;
        self.sorted.get(place).map(|index| *index as usize)
    }

    /// Returns where a key stands, or the error that it stands nowhere.
    pub(super) fn known(
        &self,
        at: At<'_>,
        row: usize,
        (index, column): (usize, &str),
        near: usize,
    ) -> Result<usize, ReadError> {
        let key = at.batch.key(index, row);
        self.find(key, near).ok_or_else(|| {
            at.wrong(row, column, &key, Wrong::Unknown { file: self.file.clone(), column: self.column })
        })
    }
}
