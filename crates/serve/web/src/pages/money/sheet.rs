//! The money of a year as a table for spreadsheets.

use super::texts as words;
use super::view::{HEADS, label};
use crate::frame::Frame;
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::visit::Visit;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use styrbord_app::Nok;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::money::{Sums, Tree, is_income, tree};
use styrbord_app::plan::Portion;
use styrbord_app::sheets::{Cell, Column, Kind, Table, to_csv, to_xlsx};

type Address = Path<(String, String)>;

/// Sends the money of a year as CSV.
pub(crate) async fn send_csv(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Address,
) -> Result<Response, Problem> {
    let bytes = to_csv(&asked(&house, visit, (&agency, &year)).await?);
    Ok(sent(bytes, "text/csv; charset=utf-8", &format!("styrbord-{agency}-{year}.csv")))
}

/// Sends the money of a year as a workbook.
pub(crate) async fn send_xlsx(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year)): Address,
) -> Result<Response, Problem> {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let table = asked(&house, visit, (&agency, &year)).await?;
    let bytes =
        to_xlsx(&[table]).map_err(|error| Problem::Failed(format!("writing a workbook: {error:?}")))?;
    Ok(sent(bytes, kind, &format!("styrbord-{agency}-{year}.xlsx")))
}

fn sent(bytes: Vec<u8>, kind: &'static str, name: &str) -> Response {
    let name = format!("attachment; filename=\"{name}\"");
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response()
}

async fn asked(house: &House, visit: Visit, (agency, year): (&str, &str)) -> Result<Table, Problem> {
    let stream = stream(agency, year)?;
    let (visitor, as_of) = (visit.person()?.clone(), visit.as_of()?);
    house
        .ask(move |house| {
            house.site().look(&visitor, stream, as_of, |looked| {
                if !looked.may(UseCase::ReadMoney, None) {
                    return Err(Problem::Forbidden);
                }
                let frame = Frame::of_year(house, &visit, looked, as_of);
                Ok(table(&tree(looked.year), &frame))
            })?
        })
        .await
}

/// Makes a row for each chapter, post and portion.
fn table(tree: &Tree, frame: &Frame) -> Table {
    let told = [
        (words::SIDE, 12),
        (words::CHAPTER, 10),
        (words::POST, 10),
        (words::PORTION, 40),
        (words::TITLE, 40),
        (words::KEYWORDS, 24),
    ];
    let told = told.into_iter().map(|(head, width)| Column::new(frame.t(head), Kind::Text, width));
    let amounts = HEADS.iter().map(|head| Column::new(frame.t(head), Kind::Amount, 18));
    let mut rows = Vec::new();
    for chapter in &tree.chapters {
        let side = if is_income(chapter.chapter) { words::INCOME } else { words::SPENDING };
        let (side, number) = (frame.t(side), chapter.chapter.to_string());
        for post in &chapter.posts {
            let printed: Vec<&str> = post.keywords.iter().map(|(_, printed)| printed.as_str()).collect();
            let post_label = label(chapter.chapter, post.post);
            rows.push(row(
                [side, &number, &post_label, "", &post.title, &printed.join(", ")],
                &sums(&post.sums),
            ));
            for portion in &post.breakdown {
                add_portion(portion, [side, &number, &post_label], &mut rows);
            }
        }
        rows.push(row([side, &number, "", "", &chapter.title, ""], &sums(&chapter.sums)));
    }
    Table { name: frame.t(words::PAGE).to_owned(), columns: told.chain(amounts).collect(), rows }
}

fn add_portion(portion: &Portion, [side, chapter, post]: [&str; 3], rows: &mut Vec<Vec<Cell>>) {
    rows.push(row([side, chapter, post, &portion.title, "", ""], &[Some(portion.amount_nok)]));
    for below in &portion.breakdown {
        add_portion(below, [side, chapter, post], rows);
    }
}

fn sums(sums: &Sums) -> [Option<Nok>; 6] {
    let (committed, actual) = (Some(sums.committed), Some(sums.actual));
    [sums.allocated, committed, sums.uncommitted, actual, sums.forecast, sums.variance]
}

fn row(told: [&str; 6], amounts: &[Option<Nok>]) -> Vec<Cell> {
    let amount = |at: usize| amounts.get(at).copied().flatten().map_or(Cell::Empty, Cell::Amount);
    told.into_iter().map(Cell::text).chain((0..HEADS.len()).map(amount)).collect()
}
