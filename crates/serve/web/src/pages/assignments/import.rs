//! A list that was worked on elsewhere comes back: what it would change is shown first.

use super::change::{CHANGES_MAX, Told, apply, read};
use super::sheet::{self, Import};
use super::{Address, texts as words, worklist, worklist_in_words};
use crate::fields::{Errors, Field, Kind, Summary};
use crate::form::{Form, Upload};
use crate::frame::{Frame, send, sent_to, year_base};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use styrbord_app::Language;
use styrbord_app::follow::events::Stream;
use styrbord_app::sheets::{SheetError, Wrong};
use styrbord_app::texts::Text;

/// The most bytes of a list.
const LIST_MAX: usize = 2 * 1024 * 1024;
/// The most bytes of what is to be confirmed in one form.
const CONFIRM_MAX: usize = 80 * 1024;

#[derive(Template)]
#[template(path = "assignments_import.html")]
struct ImportPage<'a> {
    frame: &'a Frame,
    base: String,
    summary: Summary,
    file: Field,
    import: Option<Import>,
    told: Told,
}

impl ImportPage<'_> {
    /// Tells whether something is there to be confirmed.
    fn may_confirm(&self) -> bool {
        self.import.as_ref().is_some_and(|import| !import.changes.is_empty())
    }
}

/// Asks for a list.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Address,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    page(&house, &visit, stream, Shown::default()).await
}

/// What is shown beside the field for a file.
#[derive(Default)]
struct Shown {
    errors: Vec<String>,
    import: Option<Import>,
    told: Told,
    status: StatusCode,
}

async fn page(house: &House, visit: &Visit, stream: Stream, shown: Shown) -> Result<Response, Problem> {
    let (frame, _) = worklist(house, visit, stream).await?;
    let mut errors = Errors::default();
    for error in shown.errors {
        errors.add("file", error);
    }
    let page = ImportPage {
        base: format!("{}/assignments", year_base(stream)),
        summary: errors.summary(visit.language),
        file: Field::new("file", Kind::File, frame.t(words::FILE))
            .hint(frame.t(words::FILE_HINT))
            .accepts(".csv,.xlsx")
            .wrong(&errors),
        import: shown.import,
        told: shown.told,
        frame: &frame,
    };
    send(shown.status, &page)
}

/// Shows what a list would change; changes nothing.
pub(crate) async fn preview(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Address,
    upload: Upload,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let language = visit.language;
    let wrong = |errors| Shown { errors, status: StatusCode::UNPROCESSABLE_ENTITY, ..Shown::default() };
    if upload.bytes.len() > LIST_MAX {
        return page(&house, &visit, stream, wrong(vec![words::TOO_LARGE.get(language).to_owned()])).await;
    }
    let read = house.ask(move |_| Ok(sheet::rows(&upload.bytes, language))).await?;
    let (made_in, rows) = match read {
        Ok(read) => read,
        Err(errors) => {
            let told = errors.iter().map(|error| sentence(error, language)).collect();
            return page(&house, &visit, stream, wrong(told)).await;
        }
    };
    let (frame, list) = worklist_in_words(&house, &visit, stream).await?;
    let import = sheet::import(&list, &frame, made_in, &rows);
    let hidden = import.changes.iter().flat_map(|planned| &planned.hidden);
    let bytes: usize = hidden.map(|(name, value)| name.len() + value.len()).sum();
    if import.changes.len() > CHANGES_MAX || bytes > CONFIRM_MAX {
        let many = words::TOO_MANY.with(language, &[&import.changes.len(), &CHANGES_MAX]);
        return page(&house, &visit, stream, wrong(vec![many])).await;
    }
    page(&house, &visit, stream, Shown { import: Some(import), ..Shown::default() }).await
}

/// Does what was shown.
pub(crate) async fn confirm(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let sent = read(&given, |name, row| format!("{name}-{row}"))?;
    let told = apply(&house, &visit, stream, sent).await?;
    if told.refused.is_empty() {
        return Ok(sent_to(&format!("{}/assignments?done={}", year_base(stream), told.done)));
    }
    let status = told.status();
    page(&house, &visit, stream, Shown { told, status, ..Shown::default() }).await
}

/// Says what is wrong with a file, and where.
fn sentence(error: &SheetError, language: Language) -> String {
    let spot = &error.spot;
    let value = error.value.as_deref().unwrap_or_default();
    let column = spot.column.as_deref().unwrap_or_default();
    let what = wrong(error.wrong).with(language, &[&value]);
    let what = match (spot.row, spot.column.is_some()) {
        (Some(row), true) => words::AT_CELL.with(language, &[&row, &column, &what]),
        (Some(row), false) => words::AT_ROW.with(language, &[&row, &what]),
        (None, _) => what,
    };
    spot.sheet.as_ref().map_or(what.clone(), |sheet| words::AT_SHEET.with(language, &[sheet, &what]))
}

fn wrong(wrong: Wrong) -> Text {
    match wrong {
        Wrong::NotASheet => words::NOT_A_SHEET,
        Wrong::TooLarge | Wrong::TooMany | Wrong::DoesNotFit => words::TOO_LARGE,
        Wrong::Nothing => words::EMPTY_FILE,
        Wrong::NoColumn => words::NO_COLUMN,
        Wrong::TwoColumns => words::TWO_COLUMNS,
        Wrong::OpenQuote => words::OPEN_QUOTE,
        Wrong::NotText => words::NOT_TEXT,
        Wrong::NotANumber => words::NOT_A_NUMBER,
        Wrong::NotADate | Wrong::NotAnAmount => words::UNKNOWN,
    }
}
