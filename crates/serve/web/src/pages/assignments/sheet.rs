//! The list of assignments as a table that is worked on elsewhere, and what came back.

use super::rows::{WorkRow, Worklist};
use super::texts as words;
use crate::frame::Frame;
use crate::pages::names;
use styrbord_app::Language;
use styrbord_app::follow::events::work::Status;
use styrbord_app::follow::events::{PersonId, UnitId};
use styrbord_app::follow::{Change, Seat};
use styrbord_app::sheets::{Cell, Column, Kind, Row, SheetError, Table, Wrong, read};
use styrbord_app::texts::Text;

/// The columns: heading, what they hold, width.
const COLUMNS: [(Text, Kind, u8); 11] = [
    (words::ID, Kind::Text, 16),
    (words::VERSION, Kind::Number, 9),
    (words::NUMBER, Kind::Text, 10),
    (words::TITLE, Kind::Text, 60),
    (words::GOAL, Kind::Text, 8),
    (words::RESEARCH, Kind::Text, 6),
    (words::NEXT, Kind::Date, 13),
    (words::UNIT, Kind::Text, 24),
    (words::OWNER, Kind::Text, 24),
    (words::STATUS, Kind::Text, 20),
    (words::COMMENT, Kind::Text, 50),
];

/// Those that are read back, by their places above.
const READ: [usize; 6] = [0, 1, 7, 8, 9, 10];

fn columns(language: Language) -> Vec<Column> {
    COLUMNS.iter().map(|(name, kind, width)| Column::new(name.get(language), *kind, *width)).collect()
}

/// Returns the rows of a list as a table.
pub(super) fn table(list: &Worklist, frame: &Frame) -> Table {
    let row = |row: &WorkRow| {
        vec![
            Cell::text(row.object.to_string()),
            Cell::Number(row.version as i64),
            Cell::text(row.label.clone()),
            Cell::text(row.title.clone()),
            Cell::text(row.goal.clone()),
            Cell::text(if row.research { frame.t(words::YES) } else { "" }),
            Cell::date(row.next),
            Cell::text(row.unit_name.clone()),
            Cell::text(row.owner_name.clone()),
            Cell::text(status_name(row, frame.language)),
            Cell::text(row.comment.clone()),
        ]
    };
    Table {
        name: frame.t(words::PAGE).to_owned(),
        columns: columns(frame.language),
        rows: list.rows.iter().map(row).collect(),
    }
}

fn status_name(row: &WorkRow, language: Language) -> &'static str {
    row.reported().map_or("", |status| names::status(status).get(language))
}

/// What a list that came back would change.
#[derive(Debug, Default)]
pub(super) struct Import {
    /// What would be changed.
    pub(super) changes: Vec<Planned>,
    /// What others have changed since the list was made.
    pub(super) conflicts: Vec<Planned>,
    /// What cannot be understood, with its place.
    pub(super) problems: Vec<String>,
    /// How many rows are as they are here.
    pub(super) same: usize,
}

/// A row that would change something.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) row: u32,
    pub(super) id: String,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) seen: u64,
    /// What changes: the name of the field, before, after.
    pub(super) fields: Vec<(&'static str, String, String)>,
    /// The same as names and values of a form.
    pub(super) hidden: Vec<(String, String)>,
    pub(super) change: Change,
}

/// Reads a list in whatever language it was made.
///
/// # Errors
/// All that is wrong with the file itself.
pub(super) fn rows(bytes: &[u8], language: Language) -> Result<(Language, Vec<Row>), Vec<SheetError>> {
    let wanted = |language| -> Vec<Column> {
        let all = columns(language);
        READ.iter().filter_map(|at| all.get(*at).cloned()).collect()
    };
    let mut first = None;
    for tried in [language, Language::Nb, Language::Nn, Language::En] {
        match read(bytes, words::PAGE.get(tried), &wanted(tried)) {
            Ok(rows) => return Ok((tried, rows)),
            Err(errors) if errors.iter().any(|error| error.wrong == Wrong::NoColumn) => {
                first.get_or_insert(errors);
            }
            Err(errors) => return Err(errors),
        }
    }
    Err(first.unwrap_or_default())
}

/// Holds the rows of a list against how things stand.
pub(super) fn import(list: &Worklist, frame: &Frame, made_in: Language, rows: &[Row]) -> Import {
    let mut import = Import::default();
    for (at, row) in rows.iter().enumerate() {
        let cells: Vec<&str> = row.cells.iter().map(Cell::as_text).collect();
        let [id, _, unit, owner, status, comment] = cells.as_slice() else { continue };
        let problem = |column: Text, value: &str, why: Text| {
            let what = why.with(frame.language, &[&value]);
            words::AT_CELL.with(frame.language, &[&row.number, &frame.t(column), &what])
        };
        let known = list.rows.iter().find(|known| known.object.to_string() == id.trim());
        let is_again = |other: &Row| other.cells.first().map(|cell| cell.as_text().trim()) == Some(id.trim());
        let Some(known) = known else {
            import.problems.push(problem(words::ID, id, words::UNKNOWN));
            continue;
        };
        if rows.iter().take(at).any(is_again) {
            import.problems.push(problem(words::ID, id, words::TWICE));
            continue;
        }
        let Some(Cell::Number(seen)) = row.cells.get(1) else {
            import.problems.push(problem(words::VERSION, "", words::UNKNOWN));
            continue;
        };
        let reader = Reader { list, frame, made_in, known };
        match reader.planned(row.number, *seen as u64, [unit, owner, status, comment]) {
            Ok(planned) if planned.fields.is_empty() => import.same += 1,
            Ok(planned) if planned.seen != known.version => import.conflicts.push(planned),
            Ok(planned) => import.changes.push(planned),
            Err((column, value, why)) => import.problems.push(problem(column, &value, why)),
        }
    }
    import
}

struct Reader<'a> {
    list: &'a Worklist,
    frame: &'a Frame,
    made_in: Language,
    known: &'a WorkRow,
}

/// The column, the value, and what is wrong with it.
type Misread = (Text, String, Text);

impl Reader<'_> {
    fn planned(&self, row: u32, seen: u64, cells: [&str; 4]) -> Result<Planned, Misread> {
        let known = self.known;
        let [unit, owner, status, comment] = cells.map(normal);
        let mut planned = Planned {
            row,
            id: known.object.to_string(),
            label: known.label.clone(),
            title: known.title.clone(),
            seen,
            fields: Vec::new(),
            hidden: Vec::new(),
            change: Change::of(known.object),
        };
        if unit != normal(&known.unit_name) {
            let id = self.unit(&unit)?;
            planned.change.unit = Some(id);
            planned.add(self.frame, words::UNIT, "unit", (&known.unit_name, &unit), word(id));
        }
        if owner != normal(&known.owner_name) {
            let id = self.owner(&owner)?;
            planned.change.owner = Some(id);
            planned.add(self.frame, words::OWNER, "owner", (&known.owner_name, &owner), word(id));
        }
        let before = status_name(known, self.made_in);
        if status != before {
            let new = self.status(&status)?;
            planned.change.status = Some(new);
            let value = names::status_word(new).to_owned();
            planned.add(self.frame, words::STATUS, "status", (before, &status), value);
        }
        if comment != normal(&known.comment) {
            if comment.is_empty() {
                // What was said stays said; a new report has words of its own.
                return if planned.change.status.is_some() {
                    Ok(planned)
                } else {
                    Err((words::COMMENT, comment, words::STAYS))
                };
            }
            if planned.change.status.is_none() && known.report.is_none() {
                return Err((words::COMMENT, comment, words::STATUS_FIRST_AT));
            }
            planned.change.comment = Some(comment.clone());
            planned.add(self.frame, words::COMMENT, "comment", (&known.comment, &comment), comment.clone());
        }
        Ok(planned)
    }

    fn unit(&self, name: &str) -> Result<Seat<UnitId>, Misread> {
        let found = self.list.units.iter().find(|(id, known)| is(known, name) || id.to_string() == name);
        of(name, found.map(|(id, _)| *id)).ok_or((words::UNIT, name.to_owned(), words::UNKNOWN))
    }

    fn owner(&self, name: &str) -> Result<Seat<PersonId>, Misread> {
        let found = self.list.people.iter().find(|(id, known)| is(known, name) || id.to_string() == name);
        of(name, found.map(|(id, _)| *id)).ok_or((words::OWNER, name.to_owned(), words::UNKNOWN))
    }

    fn status(&self, name: &str) -> Result<Status, Misread> {
        if name.is_empty() {
            return Err((words::STATUS, String::new(), words::STAYS));
        }
        let found = Status::ALL.iter().copied().find(|one| is(names::status(*one).get(self.made_in), name));
        found.ok_or((words::STATUS, name.to_owned(), words::UNKNOWN))
    }
}

impl Planned {
    fn add(&mut self, frame: &Frame, name: Text, field: &str, (before, after): (&str, &str), value: String) {
        self.fields.push((frame.t(name), before.to_owned(), after.to_owned()));
        self.hidden.push((format!("{field}-{}", self.id), value));
    }
}

/// Spreadsheets break lines with one sign where browsers use two, and leave spaces at ends.
fn normal(text: &str) -> String {
    super::change::one_kind_of_lines(text).trim().to_owned()
}

fn is(known: &str, name: &str) -> bool {
    known.to_lowercase() == name.to_lowercase()
}

/// Nobody when nothing stands there; none when somebody does whom nobody knows.
fn of<I>(name: &str, found: Option<I>) -> Option<Seat<I>> {
    if name.is_empty() { Some(Seat::Empty) } else { found.map(Seat::Held) }
}

fn word<I: ToString>(seat: Seat<I>) -> String {
    match seat {
        Seat::Empty => super::asked::NOBODY.to_owned(),
        Seat::Held(id) => id.to_string(),
    }
}
