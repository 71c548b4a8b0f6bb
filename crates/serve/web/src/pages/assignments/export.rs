//! The assignments that are shown, as a file for a spreadsheet.

use super::asked::Asked;
use super::{Address, sheet, worklist_in_words};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::visit::Visit;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use styrbord_app::sheets::{Table, to_csv, to_xlsx};

/// Sends them as CSV.
pub(crate) async fn csv(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Address,
) -> Result<Response, Problem> {
    let table = table(&house, &visit, (&agency, &year)).await?;
    Ok(file(to_csv(&table), "text/csv; charset=utf-8", &format!("assignments-{year}.csv")))
}

/// Sends them as a workbook.
pub(crate) async fn xlsx(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Address,
) -> Result<Response, Problem> {
    let table = table(&house, &visit, (&agency, &year)).await?;
    let bytes = house
        .ask(move |_| to_xlsx(&[table]).map_err(|error| Problem::Failed(format!("a workbook: {error}"))))
        .await?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file(bytes, kind, &format!("assignments-{year}.xlsx")))
}

async fn table(house: &House, visit: &Visit, (agency, year): (&str, &str)) -> Result<Table, Problem> {
    let stream = stream(agency, year)?;
    let (frame, mut list) = worklist_in_words(house, visit, stream).await?;
    list.narrow(&Asked::read(&visit.query));
    Ok(sheet::table(&list, &frame))
}

fn file(bytes: Vec<u8>, kind: &'static str, name: &str) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes).into_response()
}
