//! A plan as one flat list: a row for each part, in the order of the plan, for a table.

mod rows;

use rows::Rows;
use styrbord_calendar::{Date, Frequency};
use styrbord_money::Nok;
use styrbord_plan::Plan;
use styrbord_source::{Place, Spot};

/// One part of a plan. What a kind of part does not have is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// What it is: the name of its list in the plan's JSON, in the singular.
    pub name: &'static str,
    /// Its label or number as printed; `671.60` for a post.
    pub number: String,
    /// Its title or text, verbatim.
    pub title: String,
    /// What it stands under: label or number, else the title.
    pub belongs_to: String,
    /// Its kind, in the words of the plan's JSON.
    pub kind: String,
    /// The day on which it is due.
    pub date: Option<Date>,
    /// The day, the occasion or the sequence as printed.
    pub printed: String,
    /// How often.
    pub frequency: Option<Frequency>,
    /// The day on which is counted.
    pub count_date: Option<Date>,
    /// The year of the letter or of the money.
    pub year: Option<i16>,
    /// The amount.
    pub amount_nok: Option<Nok>,
    /// The amount before a change.
    pub previous_nok: Option<Nok>,
    /// The change.
    pub change_nok: Option<Nok>,
    /// Who: the one responsible first, then the others.
    pub who: String,
    /// Where it stands first.
    pub place: Option<Place>,
}

/// Returns the parts of a plan; the first row is the letter itself.
pub fn parts(plan: &Plan) -> Vec<Part> {
    let mut rows = Rows::default();
    rows.letter(plan);
    rows.steering(plan);
    plan.assignments.iter().for_each(|assignment| rows.assignment(assignment));
    plan.budget.iter().for_each(|chapter| rows.chapter(chapter));
    rows.dialogue(plan);
    rows.frames(plan);
    rows.all
}

fn place(spot: Option<Spot>) -> Option<Place> {
    spot.map(|spot| spot.place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(letter: &str) -> Vec<Part> {
        parts(&styrbord_pipeline::compile(letter.as_bytes()).unwrap().plan)
    }

    #[test]
    fn each_part_says_what_it_belongs_to() {
        let letter = "\
# Tildelingsbrev 2025 for Bryggetilsynet

Mål 1: Trygge brygger

SP 1: Andel trygge brygger

| Kap./post | Betegnelse | Beløp (kroner) |
|---|---|---:|
| **512** | **Bryggetilsynet** | |
| 512.01 | Driftsutgifter | 41 300 000 |
";
        let found: Vec<(&str, String, String)> =
            of(letter).into_iter().map(|part| (part.name, part.number, part.belongs_to)).collect();
        let expected = [
            ("letter", "", ""),
            ("goal", "Mål 1", ""),
            ("steering_parameter", "SP 1", "Mål 1"),
            ("chapter", "512", ""),
            ("post", "512.01", "512"),
        ];
        let expected = expected.map(|(name, number, under)| (name, number.to_owned(), under.to_owned()));
        assert_eq!(found, expected);
        let post = of(letter).pop().unwrap();
        assert_eq!(post.amount_nok, Some(Nok::from_kroner(41_300_000)));
        assert_eq!(post.place.map(|place| place.line), Some(10));
    }
}
