//! The fields of the forms about money, with what holds.

use super::super::view::kroner;
use super::held::{Held, Pairs};
use super::{Task, words};
use crate::fields::Kind;
use crate::pages::task::{Filler, Input};
use std::collections::BTreeMap;
use styrbord_app::Nok;
use styrbord_app::texts::Text;

/// Returns the fields of a task.
pub(super) fn of(fill: &Filler<'_>, held: &Held, task: Task) -> Vec<Input> {
    match task {
        Task::ChangeCommitment => {
            vec![years(fill, "amounts", words::AMOUNTS, &held.amounts), over(fill), reason(fill)]
        }
        Task::Draw => vec![month(fill, held), amount(fill, words::AMOUNT_PAID, None), reason(fill)],
        Task::Release | Task::Return => vec![amount(fill, words::AMOUNT, held.amount), reason(fill)],
        Task::Close | Task::Cancel => vec![reason(fill)],
        Task::ChangeShare => vec![amount(fill, words::NEW_AMOUNT, held.amount), over(fill), reason(fill)],
        Task::Charge => vec![
            fill.choice("other", words::TO, held.organisations.clone(), ""),
            title(fill, words::FOR_WHAT),
            amount(fill, words::AMOUNT, None),
            over(fill),
        ],
        Task::Receive => vec![
            fill.choice("other", words::FROM, held.organisations.clone(), ""),
            Input::Field(
                fill.must("their-post", Kind::Text, words::THEIR_POST, "")
                    .hint(fill.frame.t(words::THEIR_POST_HINT)),
            ),
            title(fill, words::FOR_WHAT),
            amount(fill, words::AMOUNT, None),
        ],
        Task::ChangeCharge => {
            let first = amount(fill, words::NEW_AMOUNT, held.amount);
            // What others give is no part of what this agency is allocated.
            let over = held.post.map(|_| over(fill));
            std::iter::once(first).chain(over).chain([reason(fill)]).collect()
        }
        Task::ReportCharge => vec![month(fill, held), amount(fill, words::USED_SO_FAR, None)],
        Task::Register => register(fill, held),
        Task::ChangeProject => {
            let mut inputs = of_project(fill, held);
            inputs.push(reason(fill));
            inputs
        }
        Task::Deliver | Task::Publish => {
            let label = if task == Task::Deliver { words::DELIVERED_WHAT } else { words::PUBLISHED_WHERE };
            vec![Input::Field(fill.must("reference", Kind::Long, label, ""))]
        }
    }
}

fn title(fill: &Filler<'_>, label: Text) -> Input {
    Input::Field(fill.must("title", Kind::Text, label, ""))
}

fn amount(fill: &Filler<'_>, label: Text, known: Option<Nok>) -> Input {
    let field = fill.must("amount", Kind::Text, label, kroner(known));
    Input::Field(field.hint(fill.frame.t(words::AMOUNT_HINT)))
}

fn over(fill: &Filler<'_>) -> Input {
    let field = fill.may("over", Kind::Text, words::OVER, "");
    Input::Field(field.hint(fill.frame.t(words::OVER_HINT)))
}

fn reason(fill: &Filler<'_>) -> Input {
    Input::Field(fill.may("reason", Kind::Long, words::REASON, ""))
}

fn month(fill: &Filler<'_>, held: &Held) -> Input {
    fill.choice("month", words::MONTH, held.months.clone(), "")
}

/// Makes a text with a line for each year.
fn years(fill: &Filler<'_>, name: &'static str, label: Text, known: &BTreeMap<i16, Nok>) -> Input {
    let some = known.iter().filter(|(_, amount)| **amount != Nok::ZERO);
    let lines: Vec<String> =
        some.map(|(year, amount)| format!("{year}: {}", kroner(Some(*amount)))).collect();
    let field = fill.may(name, Kind::Long, label, lines.join("\n"));
    Input::Field(field.hint(fill.frame.t(words::YEARS_HINT)))
}

fn of_project(fill: &Filler<'_>, held: &Held) -> Vec<Input> {
    vec![
        years(fill, "committed", words::COMMITTED, &held.amounts),
        years(fill, "new", words::NEW, &held.new),
        over(fill),
    ]
}

fn register(fill: &Filler<'_>, held: &Held) -> Vec<Input> {
    let none = (String::new(), fill.frame.t(words::NONE).to_owned());
    let or_none =
        |pairs: &Pairs| -> Pairs { std::iter::once(none.clone()).chain(pairs.iter().cloned()).collect() };
    let mut inputs = vec![title(fill, words::TITLE)];
    inputs.extend(of_project(fill, held));
    inputs.push(Input::Field(fill.may("performer", Kind::Text, words::PERFORMER, "")));
    inputs.push(fill.choice("assignment", words::ASSIGNMENT, or_none(&held.assignments), ""));
    if !held.portions.is_empty() {
        inputs.push(fill.choice("portion", words::PORTION, or_none(&held.portions), ""));
    }
    inputs
}
