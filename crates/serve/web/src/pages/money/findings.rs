//! What is wrong in the letters, beside the posts that it concerns.

use crate::frame::{Frame, year_base};
use crate::house::House;
use crate::pages::names;
use crate::problem::Problem;
use crate::site::{Looked, Visitor};
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::PartValue;
use styrbord_app::follow::events::{Hash, ObjectId};
use styrbord_app::follow::letters;
use styrbord_app::plan::Portion;
use styrbord_app::{Family, RULES, Spot};

/// A finding as it stands beside a figure.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) color: &'static str,
    pub(super) severity: &'static str,
    pub(super) message: String,
    /// The address of its line in the letter, and the number of the line.
    pub(super) address: String,
    pub(super) line: u32,
}

/// A finding and what it concerns.
pub(super) struct Located {
    pub(super) found: Found,
    pub(super) posts: Vec<ObjectId>,
    /// Whether a rule about money found it.
    pub(super) is_money: bool,
}

/// The letters of a year whose findings the visitor may read, and where each post stands in them.
#[derive(Default)]
pub(super) struct Shelf {
    base: String,
    letters: Vec<(ObjectId, Hash)>,
    /// Post, letter, first and last line.
    places: Vec<(ObjectId, ObjectId, u32, u32)>,
}

impl Shelf {
    /// Finds letters and places.
    pub(super) fn of(looked: &Looked<'_>) -> Self {
        if !looked.may(UseCase::ReadFindings, None) {
            return Self::default();
        }
        let kept = letters(looked.year).into_iter();
        let mut shelf = Self {
            base: year_base(looked.year.stream),
            letters: kept.filter_map(|row| Some((row.letter, row.document.hash?))).collect(),
            places: Vec::new(),
        };
        for (object, part) in &looked.year.letters.parts {
            for version in &part.history {
                let PartValue::Post { post, .. } = &version.value else { continue };
                let mut spots: Vec<Spot> = post.span.into_iter().collect();
                post.breakdown.iter().for_each(|portion| add_spots(portion, &mut spots));
                let place = |spot: Spot| {
                    let last = spot.place.end_line.max(spot.place.line);
                    (*object, version.letter, spot.place.line, last)
                };
                shelf.places.extend(spots.into_iter().map(place));
            }
        }
        shelf
    }

    fn posts_at(&self, letter: ObjectId, line: u32) -> impl Iterator<Item = ObjectId> {
        let at = move |place: &&(ObjectId, ObjectId, u32, u32)| {
            place.1 == letter && (place.2..=place.3).contains(&line)
        };
        self.places.iter().filter(at).map(|place| place.0)
    }
}

fn add_spots(portion: &Portion, spots: &mut Vec<Spot>) {
    spots.extend(portion.span);
    portion.breakdown.iter().for_each(|below| add_spots(below, spots));
}

/// Returns the findings of the letters that are kept.
///
/// # Errors
/// When a letter cannot be read.
pub(super) fn of(
    house: &House,
    visitor: &Visitor,
    shelf: &Shelf,
    frame: &Frame,
) -> Result<Vec<Located>, Problem> {
    let mut located = Vec::new();
    for (letter, hash) in &shelf.letters {
        let bytes = match house.site().file(visitor, *hash) {
            Ok(bytes) => bytes,
            Err(Problem::NotFound) => continue,
            Err(problem) => return Err(problem),
        };
        let checked = house.letter(*hash, &bytes)?;
        for finding in &checked.compiled.findings.findings {
            let Some(first) = finding.labels.first() else { continue };
            let lines = finding.labels.iter().map(|label| label.line);
            let mut posts: Vec<ObjectId> = lines.flat_map(|line| shelf.posts_at(*letter, line)).collect();
            posts.sort_unstable();
            posts.dedup();
            let rule = RULES.iter().find(|rule| rule.code == finding.code);
            let found = Found {
                color: names::severity_color(finding.severity),
                severity: frame.t(names::severity(finding.severity)),
                message: finding.message.get(frame.language).to_owned(),
                address: format!("{}/letter?letter={letter}#line-{}", shelf.base, first.line),
                line: first.line,
            };
            let is_money = rule.is_some_and(|rule| rule.family == Family::Money);
            located.push(Located { found, posts, is_money });
        }
    }
    Ok(located)
}
