//! The pages of a file, with what they inherit.
#![expect(clippy::float_arithmetic, reason = "places on a page are lengths")]

use super::file::{File, as_dictionary};
use super::matrix::Matrix;
use crate::ReadError;
use crate::limits::{DEPTH_MAX, PAGES_MAX};
use lopdf::{Dictionary, Object, ObjectId};
use std::collections::BTreeSet;

/// A page as the file describes it.
pub(super) struct Sheet<'a> {
    /// The object that it is.
    pub id: Option<ObjectId>,
    /// Its dictionary.
    pub dictionary: &'a Dictionary,
    /// The fonts, forms and pictures that it names.
    pub resources: Option<&'a Dictionary>,
    /// Width as shown.
    pub width: f64,
    /// Height as shown.
    pub height: f64,
    /// The map from its own places to those as shown.
    pub base: Matrix,
}

/// The values that a page takes from the nodes above it.
#[derive(Clone, Copy, Default)]
struct Inherited<'a> {
    resources: Option<&'a Dictionary>,
    media_box: Option<[f64; 4]>,
    crop_box: Option<[f64; 4]>,
    rotate: Option<i64>,
}

/// Returns the pages in their order.
pub(super) fn sheets(file: &File) -> Result<Vec<Sheet<'_>>, ReadError> {
    let damaged = |what: &str| ReadError::Damaged("PDF", what.to_owned());
    let catalog = file.catalog().ok_or_else(|| damaged("it has no catalog"))?;
    let root = catalog.get(b"Pages").map_err(|_| damaged("it has no pages"))?;
    let mut walk = Walk { file, seen: BTreeSet::new(), sheets: Vec::new() };
    walk.node(root, Inherited::default(), 0)?;
    match walk.sheets.len() {
        0 => Err(damaged("it has no pages")),
        count if count > PAGES_MAX => Err(ReadError::TooManyPages(count)),
        _ => Ok(walk.sheets),
    }
}

struct Walk<'a> {
    file: &'a File,
    seen: BTreeSet<ObjectId>,
    sheets: Vec<Sheet<'a>>,
}

impl<'a> Walk<'a> {
    fn node(&mut self, object: &'a Object, above: Inherited<'a>, depth: usize) -> Result<(), ReadError> {
        self.file.step(1)?;
        let id = object.as_reference().ok();
        let is_new = id.is_none_or(|id| self.seen.insert(id));
        let Some(dictionary) = self.file.follow(object).and_then(as_dictionary) else { return Ok(()) };
        if !is_new || depth > DEPTH_MAX {
            return Ok(());
        }
        let here = self.inherit(dictionary, above);
        match self.file.array(dictionary, b"Kids") {
            Some(kids) if self.file.name(dictionary, b"Type") != Some(b"Page") => {
                for kid in kids {
                    self.node(kid, here, depth + 1)?;
                }
            }
            _ => self.sheets.push(self.sheet(id, dictionary, here)),
        }
        Ok(())
    }

    fn inherit(&self, dictionary: &'a Dictionary, above: Inherited<'a>) -> Inherited<'a> {
        let area =
            |key: &[u8]| self.file.array(dictionary, key).and_then(|array| self.file.numbers::<4>(array));
        Inherited {
            resources: self.file.dictionary(dictionary, b"Resources").or(above.resources),
            media_box: area(b"MediaBox").or(above.media_box),
            crop_box: area(b"CropBox").or(above.crop_box),
            rotate: self.file.integer(dictionary, b"Rotate").or(above.rotate),
        }
    }

    fn sheet(&self, id: Option<ObjectId>, dictionary: &'a Dictionary, here: Inherited<'a>) -> Sheet<'a> {
        let area = shown_area(here.media_box, here.crop_box);
        let unit = self.file.number(dictionary, b"UserUnit").filter(|unit| (0.01..=1000.0).contains(unit));
        let (base, width, height) = as_shown(area, here.rotate.unwrap_or(0), unit.unwrap_or(1.0));
        Sheet { id, dictionary, resources: here.resources, width, height, base }
    }
}

/// Returns left, lower, right and upper end of what is shown; A4 when the file says nothing sensible.
fn shown_area(media_box: Option<[f64; 4]>, crop_box: Option<[f64; 4]>) -> [f64; 4] {
    const A4: [f64; 4] = [0.0, 0.0, 595.0, 842.0];
    let media = media_box.map(in_order).filter(is_area).unwrap_or(A4);
    let Some(crop) = crop_box.map(in_order) else { return media };
    let both = [crop[0].max(media[0]), crop[1].max(media[1]), crop[2].min(media[2]), crop[3].min(media[3])];
    if is_area(&both) { both } else { media }
}

fn in_order([x0, y0, x1, y1]: [f64; 4]) -> [f64; 4] {
    [x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)]
}

fn is_area([x0, y0, x1, y1]: &[f64; 4]) -> bool {
    let is_length = |length: f64| (1.0..=1e6).contains(&length);
    is_length(x1 - x0) && is_length(y1 - y0)
}

/// Returns the map to places as shown, and the width and height as shown.
fn as_shown([x0, y0, x1, y1]: [f64; 4], rotate: i64, unit: f64) -> (Matrix, f64, f64) {
    let (width, height) = (x1 - x0, y1 - y0);
    let turned = match rotate.rem_euclid(360) {
        90 => [0.0, 1.0, 1.0, 0.0, -y0, -x0],
        180 => [-1.0, 0.0, 0.0, 1.0, x1, -y0],
        270 => [0.0, -1.0, -1.0, 0.0, y1, x1],
        _ => [1.0, 0.0, 0.0, -1.0, -x0, y1],
    };
    let (width, height) =
        if matches!(rotate.rem_euclid(360), 90 | 270) { (height, width) } else { (width, height) };
    let scale = Matrix::new([unit, 0.0, 0.0, unit, 0.0, 0.0]);
    (Matrix::new(turned).then(scale), width * unit, height * unit)
}
