//! A page with one form: what it is done to, its fields with what was typed, and the way back.

use crate::fields::{Choice, Errors, Field, Kind, Summary};
use crate::frame::Frame;
use crate::problem::Problem;
use crate::visit::Values;
use crate::words::fields as words;
use crate::written;
use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::StatusCode;
use std::str::FromStr;
use styrbord_app::texts::Text;
use styrbord_app::{Date, Nok};

/// A field of a form.
#[derive(Debug, Clone)]
pub(crate) enum Input {
    /// A line, a text, a day.
    Field(Field),
    /// One of several.
    Choice(Choice),
    /// Any of several.
    Checks(Checks),
}

/// Any of several, to be checked.
#[derive(Debug, Clone, Template)]
#[template(path = "checks.html")]
pub(crate) struct Checks {
    name: &'static str,
    label: &'static str,
    /// Value, name, and whether it is checked.
    options: Vec<(String, String, bool)>,
    error: Option<String>,
}

impl HtmlSafe for Checks {}

/// The page.
#[derive(Template)]
#[template(path = "task.html")]
pub(crate) struct TaskPage<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    /// What it is done to, and where that has its page.
    pub(crate) about: String,
    pub(crate) back: String,
    pub(crate) address: String,
    pub(crate) version: String,
    pub(crate) summary: Summary,
    pub(crate) inputs: Vec<Input>,
}

/// Fills the fields of a form with what was typed, else with what is known.
pub(crate) struct Filler<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) given: &'a Values,
    /// Whether all of the form was sent, or only what the address gives.
    pub(crate) sent: bool,
    pub(crate) errors: &'a Errors,
}

impl Filler<'_> {
    /// Returns what stands in a field.
    pub(crate) fn value(&self, name: &str, known: impl Into<String>) -> String {
        match self.given.get(name) {
            Some(typed) => typed.to_owned(),
            None if self.sent => String::new(),
            None => known.into(),
        }
    }

    /// Makes a field that has to be filled in.
    pub(crate) fn must(
        &self,
        name: &'static str,
        kind: Kind,
        label: Text,
        known: impl Into<String>,
    ) -> Field {
        let field = Field::new(name, kind, self.frame.t(label));
        field.value(self.value(name, known)).wrong(self.errors)
    }

    /// Makes a field that may be empty.
    pub(crate) fn may(&self, name: &'static str, kind: Kind, label: Text, known: impl Into<String>) -> Field {
        self.must(name, kind, label, known).optional()
    }

    /// Makes a choice of words with their names.
    pub(crate) fn choice(
        &self,
        name: &'static str,
        label: Text,
        options: impl IntoIterator<Item = (String, String)>,
        known: &str,
    ) -> Input {
        let now = self.value(name, known);
        let option = |(word, named): (String, String)| {
            let is_chosen = word == now;
            (word, named, is_chosen)
        };
        let options = options.into_iter().map(option).collect();
        Input::Choice(Choice { name, label: self.frame.t(label), options, error: self.errors.of(name) })
    }

    /// Makes checks of words with their names.
    pub(crate) fn checks(
        &self,
        name: &'static str,
        label: Text,
        options: impl IntoIterator<Item = (String, String)>,
        known: &[String],
    ) -> Input {
        let given: Vec<&str> =
            self.given.iter().filter(|(of, _)| *of == name).map(|(_, value)| value).collect();
        let option = |(word, named): (String, String)| {
            let is_checked = if self.sent { given.contains(&word.as_str()) } else { known.contains(&word) };
            (word, named, is_checked)
        };
        let options = options.into_iter().map(option).collect();
        Input::Checks(Checks { name, label: self.frame.t(label), options, error: self.errors.of(name) })
    }

    /// Returns the number of the record that the form was made by: as sent, but after a conflict what holds now.
    pub(crate) fn version(&self, now: u64, status: StatusCode) -> String {
        let sent = self.given.get("seen").filter(|_| self.sent && status != StatusCode::CONFLICT);
        sent.map_or_else(|| now.to_string(), str::to_owned)
    }
}

/// Reads a form, and gathers what is wrong with it.
pub(crate) struct Reader<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) given: &'a Values,
    pub(crate) errors: Errors,
}

impl<'a> Reader<'a> {
    /// Begins to read a form.
    pub(crate) fn new(frame: &'a Frame, given: &'a Values) -> Self {
        Self { frame, given, errors: Errors::default() }
    }

    /// Returns what was typed, if anything.
    pub(crate) fn optional(&self, name: &str) -> Option<String> {
        self.given.get(name).map(|text| text.replace("\r\n", "\n"))
    }

    /// Returns what was typed; it has to be.
    pub(crate) fn text(&mut self, name: &'static str, label: Text) -> Option<String> {
        let typed = self.optional(name);
        if typed.is_none() {
            self.errors.add(name, self.frame.with(words::MISSING, self.frame.t(label)));
        }
        typed
    }

    /// Returns the day that was typed; it has to be.
    pub(crate) fn day(&mut self, name: &'static str, label: Text) -> Option<Date> {
        let typed = self.text(name, label)?;
        let day = written::read_date(&typed);
        if day.is_none() {
            self.errors.add(name, self.frame.with(words::NO_DAY, &typed));
        }
        day
    }

    /// Returns the amount that was typed; it has to be.
    pub(crate) fn amount(&mut self, name: &'static str, label: Text) -> Option<Nok> {
        let typed = self.text(name, label)?;
        let amount = styrbord_app::follow::kroner(&typed);
        if amount.is_none() {
            self.errors.add(name, self.frame.with(words::NO_AMOUNT, &typed));
        }
        amount
    }

    /// Returns what was chosen; it has to be.
    pub(crate) fn chosen<T: FromStr>(&mut self, name: &'static str, label: Text) -> Option<T> {
        let found = self.given.get(name).and_then(|word| word.parse().ok());
        if found.is_none() {
            self.errors.add(name, self.frame.with(words::MISSING, self.frame.t(label)));
        }
        found
    }

    /// Returns what was chosen, if anything.
    ///
    /// # Errors
    /// When it is nothing that these forms offer.
    pub(crate) fn perhaps<T: FromStr>(&self, name: &str) -> Result<Option<T>, Problem> {
        self.given.get(name).map(str::parse).transpose().map_err(|_| Problem::Unreadable)
    }

    /// Returns all that was checked.
    ///
    /// # Errors
    /// When something is nothing that these forms offer.
    pub(crate) fn checked<T: FromStr>(&self, name: &str) -> Result<Vec<T>, Problem> {
        let all = self.given.iter().filter(|(of, value)| *of == name && !value.trim().is_empty());
        all.map(|(_, value)| value.trim().parse().map_err(|_| Problem::Unreadable)).collect()
    }
}

/// Returns what is wrong as a form says it at its field.
pub(crate) fn said(problem: &Problem, field: &'static str, frame: &Frame) -> Errors {
    let mut errors = Errors::default();
    let (sentence, help) = (problem.sentence(frame.language), problem.help(frame.language));
    errors.add(field, format!("{sentence}. {help}"));
    errors
}
