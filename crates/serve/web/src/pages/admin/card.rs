//! The forms of administration: made alike, filled with what was typed, and shown again with what is wrong.

use super::texts as words;
use super::{Scene, confirm};
use crate::fields::{Choice, Errors, Field, Kind, Summary};
use crate::house::House;
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::StatusCode;
use styrbord_app::follow::events::directory::Command;
use styrbord_app::texts::Text;

/// A form on a card of its own.
#[derive(Template)]
#[template(path = "admin_card.html")]
pub(super) struct Card {
    title: &'static str,
    help: Option<&'static str>,
    /// Whether it stands open, when it can be folded.
    is_open: Option<bool>,
    address: String,
    token: String,
    /// What was changed last when the form was shown; empty when it does not matter.
    seen: String,
    inputs: Vec<Input>,
    button: &'static str,
}

impl HtmlSafe for Card {}

/// A field, or one of several.
enum Input {
    Field(Field),
    Choice(Choice),
}

impl Card {
    /// Begins a form that saves.
    pub(super) fn new(scene: &Scene, title: Text, address: String) -> Self {
        Self {
            title: scene.t(title),
            help: None,
            is_open: None,
            address,
            token: scene.frame.token.clone(),
            seen: String::new(),
            inputs: Vec::new(),
            button: scene.t(words::SAVE),
        }
    }

    /// Has it refused when somebody else changed what it is about since it was shown.
    pub(super) fn seen(self, seen: &str) -> Self {
        Self { seen: seen.to_owned(), ..self }
    }

    /// Folds it until it is needed.
    pub(super) fn folded(self, is_open: bool) -> Self {
        Self { is_open: Some(is_open), ..self }
    }

    /// Says more about the form.
    pub(super) fn help(self, help: &'static str) -> Self {
        Self { help: Some(help), ..self }
    }

    /// Says what its button does.
    pub(super) fn button(self, button: &'static str) -> Self {
        Self { button, ..self }
    }

    /// Adds a field.
    pub(super) fn field(mut self, field: Field) -> Self {
        self.inputs.push(Input::Field(field));
        self
    }

    /// Adds one of several.
    pub(super) fn choice(mut self, choice: Choice) -> Self {
        self.inputs.push(Input::Choice(choice));
        self
    }
}

/// What somebody sent in a form, and what is wrong with it: nothing when the page is only opened.
#[derive(Default)]
pub(super) struct Given {
    values: Values,
    errors: Errors,
    /// The status of the page, when something is wrong.
    status: StatusCode,
}

impl Given {
    /// Takes what was refused, to be shown again; every other problem stays one.
    ///
    /// # Errors
    /// When showing the form again would help nobody.
    pub(super) fn refused(
        values: Values,
        field: &'static str,
        problem: Problem,
        visit: &Visit,
    ) -> Result<Self, Problem> {
        if !matches!(problem, Problem::Refused(_) | Problem::Unfit(_) | Problem::Conflict) {
            return Err(problem);
        }
        let mut errors = Errors::default();
        errors.add(field, confirm::said(&problem, visit.language));
        Ok(Self { values, errors, status: problem.status() })
    }

    /// Returns the status of the page that shows it.
    pub(super) fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the summary above the forms.
    pub(super) fn summary(&self, scene: &Scene) -> Summary {
        self.errors.summary(scene.frame.language)
    }

    /// Tells whether something is wrong with a field.
    pub(super) fn is_wrong(&self, field: &str) -> bool {
        self.errors.of(field).is_some()
    }

    /// Returns a line with what was typed in it, or else with what holds now.
    pub(super) fn line(&self, scene: &Scene, name: &'static str, label: Text, now: Option<String>) -> Field {
        let typed = self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_owned());
        let value = typed.or(now).unwrap_or_default();
        Field::new(name, Kind::Text, scene.t(label)).value(value).wrong(&self.errors)
    }

    /// Returns what there is to choose, with what was chosen or else what holds now.
    pub(super) fn choice(
        &self,
        scene: &Scene,
        (name, label): (&'static str, Text),
        options: Vec<(String, String)>,
        now: &str,
    ) -> Choice {
        let now = self.values.get(name).unwrap_or(now);
        let option = |(value, text): (String, String)| {
            let is_now = value == now;
            (value, text, is_now)
        };
        let options = options.into_iter().map(option).collect();
        Choice { name, label: scene.t(label), options, error: self.errors.of(name) }
    }
}

/// Asks for a change of the directory; returns the form as it is to be shown again when it is refused.
///
/// # Errors
/// When the visitor may not, or the journal fails.
pub(super) async fn submit(
    house: &House,
    visit: &Visit,
    command: Command,
    given: Values,
    field: fn(&Problem) -> &'static str,
) -> Result<Option<Given>, Problem> {
    match super::submit(house, visit, command, given.get("reason")).await {
        Ok(()) => Ok(None),
        Err(problem) => Given::refused(given, field(&problem), problem, visit).map(Some),
    }
}
