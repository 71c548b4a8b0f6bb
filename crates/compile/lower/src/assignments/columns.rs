//! Which column of a table holds what, by the words of its head.

use super::heads::leading_assignment_number;
use crate::words::{has_stem, lower};
use styrbord_plan::SectionRole;
use styrbord_syntax::Table;

/// The columns of a table of assignments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    /// The number.
    pub number: Option<usize>,
    /// The title.
    pub title: Option<usize>,
    /// The deadline.
    pub deadline: Option<usize>,
    /// The deadline that is replaced.
    pub old_deadline: Option<usize>,
    /// The party that leads.
    pub lead: Option<usize>,
    /// The other parties.
    pub partners: Option<usize>,
    /// The goal.
    pub goal: Option<usize>,
    /// Further text.
    pub text: Option<usize>,
    /// The row that is the head.
    head: usize,
}

impl Columns {
    /// Tells whether a row is the head.
    pub fn is_head(&self, row: usize) -> bool {
        row <= self.head
    }
}

/// Stems in the head of a table that holds reports, money or meetings.
const NO_ASSIGNMENTS: [&str; 9] =
    ["telletidspunkt", "teljetidspunkt", "rapport", "kap", "post", "beløp", "tildeling", "løyving", "møte"];

/// Returns the columns when a table's head names assignments; a reporting or money table has none.
pub(crate) fn columns(table: &Table, role: SectionRole) -> Option<Columns> {
    let head = table.rows.first()?;
    let mut found = Columns::default();
    let mut assignment = false;
    for (at, cell) in head.cells.iter().enumerate() {
        let low = lower(cell.joined().trim());
        let low = low.trim_end_matches(['.', ':']);
        let stem = |stems: &[&str]| has_stem(low, stems);
        if low.chars().count() > 40 || low.is_empty() {
            continue;
        }
        if stem(&NO_ASSIGNMENTS) {
            return None;
        }
        if stem(&[
            "gammal frist",
            "gammel frist",
            "tidligere frist",
            "tidlegare frist",
            "opprinnelig frist",
            "opphavleg frist",
            "gjeldende frist",
            "gjeldande frist",
        ]) {
            found.old_deadline = Some(at);
        } else if matches!(low, "nr" | "nummer" | "id" | "#" | "oppdragsnr" | "oppdragsnummer" | "oppdrag nr")
        {
            found.number.get_or_insert(at);
            assignment |= low.starts_with("oppdrag");
        } else if stem(&[
            "oppdrag",
            "tittel",
            "navn",
            "namn",
            "bestilling",
            "tiltak",
            "leveranse",
            "oppgave",
            "oppgåve",
        ]) && found.title.is_none()
        {
            found.title = Some(at);
            assignment |= stem(&["oppdrag", "bestilling"]);
        } else if stem(&["frist", "leveringsfrist", "tidsfrist", "ny frist", "levering"]) {
            found.deadline = Some(at);
        } else if stem(&["ansvar", "hovedansvar", "hovudansvar", "leder", "leiar"]) {
            found.lead.get_or_insert(at);
        } else if stem(&["samarbeid", "deltak", "deltek", "partner", "medvirk", "involver", "bidra"]) {
            found.partners.get_or_insert(at);
        } else if stem(&["mål", "hovedmål", "hovudmål"]) {
            found.goal.get_or_insert(at);
        } else if stem(&["beskrivelse", "skildring", "omtale", "innhold", "innhald", "merknad", "kommentar"])
        {
            found.text.get_or_insert(at);
        }
    }
    number_in_own_column(table, &mut found);
    if found.number.is_none() {
        found.number = unnamed_numbers(table);
    }
    let in_section = matches!(role, SectionRole::Assignments | SectionRole::Research);
    let useful = found.title.is_some() && (found.deadline.is_some() || found.number.is_some());
    (useful && (assignment || in_section)).then_some(found)
}

/// Returns a column without a name that holds nothing but numbers of assignments.
fn unnamed_numbers(table: &Table) -> Option<usize> {
    let (head, rows) = table.rows.split_first()?;
    let is_number = |text: &str| leading_assignment_number(text).is_some_and(|(_, end)| end >= text.len());
    head.cells.iter().enumerate().position(|(at, cell)| {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.flow.is_blank());
        cell.flow.is_blank()
            && cells.clone().next().is_some()
            && cells.all(|cell| is_number(cell.flow.as_str().trim()))
    })
}

/// Takes a column `Oppdrag` beside a column `Tittel` for the number.
fn number_in_own_column(table: &Table, found: &mut Columns) {
    let cells = table.rows.first().map(|head| head.cells.as_slice()).unwrap_or_default();
    let titled = cells
        .iter()
        .position(|cell| matches!(lower(cell.joined().trim()).as_str(), "tittel" | "namn" | "navn"));
    if let (Some(own), None, Some(title)) = (found.title, found.number, titled)
        && own != title
    {
        found.number = Some(own);
        found.title = Some(title);
    }
}
