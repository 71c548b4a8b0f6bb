//! The forms of a steering parameter or series, each a page of its own: method card, targets, figures, reporting.

mod card;
mod entry;
mod figure;
mod target;
mod texts;
mod typed;

use super::held::{Held, Said};
use super::taken_out;
use crate::fields::{Choice, Errors, Field};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::pages::stream;
use crate::pages::task::{Input, TaskPage};
use crate::problem::Problem;
use crate::site::Typed;
use crate::visit::{Values, Visit};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use styrbord_app::follow::events::measure::Command as Ask;
use styrbord_app::follow::events::{Command, ObjectId, ObjectKind, Stream};
use styrbord_app::texts::Text;
use texts as words;
use typed::Reader;

/// Something that a person does with a steering parameter or a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Task {
    Series,
    Card,
    Break,
    Close,
    Target,
    DropTarget,
    Figure,
    Withdraw,
    Entry,
    Complete,
    Reopen,
}

/// Every task with its word in addresses, its name, and what is said above the form.
const TASKS: [(Task, &str, Text, Text); 11] = [
    (Task::Series, "series", words::DEFINE, words::DEFINE_LEAD),
    (Task::Card, "card", words::REVISE_CARD, words::CARD_LEAD),
    (Task::Break, "break", words::MARK_BREAK, words::BREAK_LEAD),
    (Task::Close, "close", words::CLOSE, words::CLOSE_LEAD),
    (Task::Target, "target", words::SET_TARGET, words::TARGET_LEAD),
    (Task::DropTarget, "drop-target", words::DROP_TARGET, words::DROP_LEAD),
    (Task::Figure, "figure", words::RECORD, words::RECORD_LEAD),
    (Task::Withdraw, "withdraw", words::WITHDRAW, words::WITHDRAW_LEAD),
    (Task::Entry, "entry", words::WRITE, words::WRITE_LEAD),
    (Task::Complete, "complete", words::COMPLETE, words::COMPLETE_LEAD),
    (Task::Reopen, "reopen", words::REOPEN, words::REOPEN_LEAD),
];

/// Where one is: the year, the object, and what is done to it.
#[derive(Clone, Copy)]
struct Place {
    stream: Stream,
    object: Option<ObjectId>,
    task: Task,
}

type Address = Path<(String, String, String, String)>;

fn read(Path((agency, year, object, task)): Address) -> Result<Place, Problem> {
    let stream = stream(&agency, &year)?;
    let (task, ..) = TASKS.iter().find(|(_, word, ..)| *word == task).ok_or(Problem::NotFound)?;
    let object = match object.as_str() {
        "own" if *task == Task::Series => None,
        object => Some(object.parse().map_err(|_| Problem::NotFound)?),
    };
    Ok(Place { stream, object, task: *task })
}

/// Shows the form of a task.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    address: Address,
) -> Result<Response, Problem> {
    let place = read(address)?;
    let (frame, held, said) = taken_out(&house, &visit, place.stream, place.object).await?;
    check(place, &held)?;
    let given = visit.query.clone();
    page(&frame, &held, &said, (place, &given, false), &Errors::default(), StatusCode::OK)
}

/// Checks that the task can be done to the object, and by the visitor.
fn check(place: Place, held: &Held) -> Result<(), Problem> {
    let line = held.one();
    let is_series = place.object.is_some_and(|object| object.kind == ObjectKind::Series);
    let may = match place.task {
        Task::Series if is_series => return Err(Problem::NotFound),
        Task::Series => held.defines,
        Task::Entry | Task::Complete | Task::Reopen => held.writes,
        _ if line.is_none() => return Err(Problem::NotFound),
        Task::Figure | Task::Withdraw => line.is_some_and(|line| line.records),
        _ => line.is_some_and(|line| line.defines),
    };
    if may { Ok(()) } else { Err(Problem::Forbidden) }
}

/// Shows the form with what was typed; `sent` tells whether that was all of the form or only what the address gives.
fn page(
    frame: &Frame,
    held: &Held,
    said: &Said,
    (place, given, sent): (Place, &Values, bool),
    errors: &Errors,
    status: StatusCode,
) -> Result<Response, Problem> {
    let Some((_, word, title, lead)) = TASKS.iter().find(|(task, ..)| *task == place.task) else {
        return Err(Problem::NotFound);
    };
    let maker = Maker { frame, held, said, given, sent, errors };
    let back = back(held, place);
    let about = match (held.one(), &held.part) {
        (Some(line), _) => line.series.card.name.clone(),
        (None, Some(head)) => format!("{} {} {}", head.kind, head.label, head.title),
        (None, None) => frame.t(words::OWN).to_owned(),
    };
    let page = TaskPage {
        frame,
        title: frame.t(*title),
        lead: frame.t(*lead),
        about,
        address: match place.object {
            Some(object) => format!("{}/{word}", held.address(object)),
            None => format!("{}/parameters/own/{word}", held.base),
        },
        back,
        version: match given.get("seen").filter(|_| sent && status != StatusCode::CONFLICT) {
            Some(version) => version.to_owned(),
            None => held.version.to_string(),
        },
        summary: errors.summary(frame.language),
        inputs: maker.inputs(place.task),
    };
    send(status, &page)
}

fn back(held: &Held, place: Place) -> String {
    place.object.map_or_else(|| format!("{}/parameters", held.base), |object| held.address(object))
}

/// Makes the fields of a form.
struct Maker<'a> {
    frame: &'a Frame,
    held: &'a Held,
    said: &'a Said,
    given: &'a Values,
    sent: bool,
    errors: &'a Errors,
}

impl Maker<'_> {
    fn inputs(&self, task: Task) -> Vec<Input> {
        match task {
            Task::Series | Task::Card => card::inputs(self, task == Task::Series),
            Task::Break => card::of_break(self),
            Task::Close => vec![self.reason(true)],
            Task::Target => target::inputs(self),
            Task::Figure => figure::inputs(self),
            Task::DropTarget | Task::Withdraw | Task::Reopen => vec![self.period(), self.reason(true)],
            Task::Entry => entry::inputs(self),
            Task::Complete => vec![self.period()],
        }
    }

    /// Returns what stands in a field: what was typed, else what is known.
    fn value(&self, name: &str, known: impl Into<String>) -> String {
        match self.given.get(name) {
            Some(typed) => typed.to_owned(),
            None if self.sent => String::new(),
            None => known.into(),
        }
    }

    /// Puts value and error in a field.
    fn field(&self, name: &str, field: Field, known: impl Into<String>) -> Input {
        Input::Field(field.value(self.value(name, known)).wrong(self.errors))
    }

    /// Makes a choice of what has words in forms.
    fn choice<'t>(
        &self,
        name: &'static str,
        label: Text,
        options: impl IntoIterator<Item = (&'t str, String)>,
        known: &str,
    ) -> Input {
        let now = self.value(name, known);
        let option = |(word, named): (&str, String)| (word.to_owned(), named, word == now);
        let error = self.errors.of(name);
        let options = options.into_iter().map(option).collect();
        Input::Choice(Choice { name, label: self.frame.t(label), options, error })
    }

    fn period(&self) -> Input {
        let field = Field::new("period", crate::fields::Kind::Text, self.frame.t(words::PERIOD));
        self.field("period", field.hint(self.frame.t(words::PERIOD_HINT)), "")
    }

    fn reason(&self, required: bool) -> Input {
        let field = Field::new("reason", crate::fields::Kind::Long, self.frame.t(words::REASON));
        let field = if required { field } else { field.optional().hint(self.frame.t(words::REASON_HINT)) };
        self.field("reason", field, "")
    }
}

/// Does what a form asks for; when something is wrong with it, shows it again with all that was typed.
pub(crate) async fn send_in(
    State(house): State<House>,
    visit: Visit,
    address: Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let place = read(address)?;
    let (frame, held, said) = taken_out(&house, &visit, place.stream, place.object).await?;
    check(place, &held)?;
    let mut reader = Reader::new(&frame, &given);
    let asked = command(&mut reader, &held, &said, place);
    let errors = reader.errors;
    let Some(command) = asked.filter(|_| errors.is_empty()) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&frame, &held, &said, (place, &given, true), &errors, status);
    };
    let seen = given.get("seen").and_then(|seen| seen.parse().ok()).ok_or(Problem::Unreadable)?;
    let typed = Typed {
        seen: place.object.map(|object| (object, seen)),
        on: None,
        reason: given.get("reason").map(str::to_owned),
    };
    let visitor = visit.person()?.clone();
    let stream = place.stream;
    let done = house
        .ask(move |house| house.site().submit(&visitor, stream, Command::Measure(command), &typed))
        .await;
    match done {
        Ok(()) => Ok(sent_to(&back(&held, place))),
        Err(problem @ (Problem::Conflict | Problem::Refused(_))) => {
            let mut errors = Errors::default();
            let (sentence, help) = (problem.sentence(visit.language), problem.help(visit.language));
            errors.add(field_of(&problem, place.task), format!("{sentence}. {help}"));
            // What is new is shown with the form, so that it can be sent again.
            let (frame, held, said) = taken_out(&house, &visit, place.stream, place.object).await?;
            page(&frame, &held, &said, (place, &given, true), &errors, problem.status())
        }
        Err(problem) => Err(problem),
    }
}

fn command(reader: &mut Reader<'_>, held: &Held, said: &Said, place: Place) -> Option<Ask> {
    let object = place.object;
    match place.task {
        Task::Series => card::define(reader, object),
        Task::Card => card::revise(reader, object?),
        Task::Break => card::mark(reader, object?),
        Task::Close => reader.long("reason", words::REASON).and(Some(Ask::CloseSeries { series: object? })),
        Task::Target => target::set(reader, held),
        Task::DropTarget => {
            let (period, reason) = (reader.period("period"), reader.long("reason", words::REASON));
            reason.and(Some(Ask::DropTarget { series: object?, period: period? }))
        }
        Task::Figure => figure::record(reader, held),
        Task::Withdraw => {
            let (period, reason) = (reader.period("period"), reader.long("reason", words::REASON));
            reason.and(Some(Ask::WithdrawMeasurement { series: object?, period: period? }))
        }
        Task::Entry => entry::write(reader, held, said),
        Task::Complete => Some(Ask::CompleteEntry { object: object?, period: reader.period("period")? }),
        Task::Reopen => {
            let (period, reason) = (reader.period("period"), reader.long("reason", words::REASON));
            reason.and(Some(Ask::ReopenEntry { object: object?, period: period? }))
        }
    }
}

/// Returns the field that a refusal is about.
fn field_of(problem: &Problem, task: Task) -> &'static str {
    let code = if let Problem::Refused(refusal) = problem { refusal.code } else { "" };
    match code {
        "reason-missing" => "reason",
        "definition-changed" => "same",
        "unit-changed" | "no-scale" | "share-of-no-percent" => "unit",
        "evidence-missing" => "evidence",
        "does-not-fit-the-unit" if matches!(task, Task::Series | Task::Card) => "baseline",
        "does-not-fit-the-unit" | "no-share" | "share-disagrees" => "value",
        "counted-later" => "counted",
        "lag-too-long" => "lag",
        _ => match task {
            Task::Series | Task::Card => "name",
            Task::Break => "from",
            Task::Close => "reason",
            _ => "period",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_task_has_an_address_of_its_own() {
        let words: std::collections::BTreeSet<&str> = TASKS.iter().map(|(_, word, ..)| *word).collect();
        assert_eq!(words.len(), TASKS.len());
    }
}
