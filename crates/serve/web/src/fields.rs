//! Parts of pages that are used again: fields of forms, what is wrong with them, long lists in portions.

use crate::words::fields as words;
use askama::Template;
use askama::filters::HtmlSafe;
use styrbord_app::Language;

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A line of text.
    Text,
    /// A text of several lines.
    Long,
    /// A password that exists.
    Password,
    /// A password that is chosen now.
    NewPassword,
    /// A login.
    Login,
    /// A file.
    File,
    /// A day.
    Date,
}

impl Kind {
    fn input(self) -> &'static str {
        match self {
            Kind::Text | Kind::Long | Kind::Login => "text",
            Kind::Password | Kind::NewPassword => "password",
            Kind::File => "file",
            Kind::Date => "date",
        }
    }

    fn completes(self) -> &'static str {
        match self {
            Kind::Password => "current-password",
            Kind::NewPassword => "new-password",
            Kind::Login => "username",
            _ => "off",
        }
    }

    fn is_long(self) -> bool {
        self == Kind::Long
    }
}

/// A field with its label, a hint, what stands in it and what is wrong with it.
#[derive(Debug, Clone, Template)]
#[template(path = "field.html")]
pub(crate) struct Field {
    name: &'static str,
    kind: Kind,
    label: &'static str,
    hint: Option<String>,
    value: String,
    error: Option<String>,
    required: bool,
    accepts: &'static str,
}

impl HtmlSafe for Field {}

impl Field {
    /// Makes a field that has to be filled in.
    pub(crate) fn new(name: &'static str, kind: Kind, label: &'static str) -> Self {
        let (value, accepts) = (String::new(), "");
        Self { name, kind, label, hint: None, value, error: None, required: true, accepts }
    }

    /// Says more about it.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Puts something in it. A password is never sent back.
    pub(crate) fn value(self, value: impl Into<String>) -> Self {
        let keeps = !matches!(self.kind, Kind::Password | Kind::NewPassword | Kind::File);
        Self { value: if keeps { value.into() } else { String::new() }, ..self }
    }

    /// Says what kinds of files it takes.
    pub(crate) fn accepts(self, accepts: &'static str) -> Self {
        Self { accepts, ..self }
    }

    /// Returns what stands in it.
    pub(crate) fn content(&self) -> &str {
        &self.value
    }

    /// Lets it be empty.
    pub(crate) fn optional(self) -> Self {
        Self { required: false, ..self }
    }

    /// Says what is wrong with it.
    pub(crate) fn wrong(self, errors: &Errors) -> Self {
        Self { error: errors.of(self.name), ..self }
    }
}

/// One of several, to be chosen.
#[derive(Debug, Clone, Template)]
#[template(path = "choice.html")]
pub(crate) struct Choice {
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    /// Value, name, and whether it is chosen.
    pub(crate) options: Vec<(String, String, bool)>,
    pub(crate) error: Option<String>,
}

impl HtmlSafe for Choice {}

/// What is wrong with a form, in the order of its fields.
#[derive(Debug, Clone, Default)]
pub(crate) struct Errors(Vec<(String, String)>);

impl Errors {
    /// Adds what is wrong with a field.
    pub(crate) fn add(&mut self, field: &'static str, error: impl Into<String>) {
        self.0.push((field.to_owned(), error.into()));
    }

    /// Adds what is wrong with one of several fields of a kind.
    pub(crate) fn add_at(&mut self, field: String, error: impl Into<String>) {
        self.0.push((field, error.into()));
    }

    /// Returns what is wrong with a field.
    pub(crate) fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, error)| error.clone())
    }

    /// Tells whether nothing is wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells whether something is wrong with a field of a form, whose name the names of its fields begin with.
    pub(crate) fn are_about(&self, form: &str) -> bool {
        self.0.iter().any(|(name, _)| name.split('-').next() == Some(form))
    }

    /// Returns the summary above the form.
    pub(crate) fn summary(&self, language: Language) -> Summary {
        Summary { title: words::SUMMARY.get(language), errors: self.0.clone() }
    }
}

/// What is wrong with a form, above it, with links to the fields.
#[derive(Debug, Clone, Template)]
#[template(path = "summary.html")]
pub(crate) struct Summary {
    title: &'static str,
    errors: Vec<(String, String)>,
}

impl HtmlSafe for Summary {}

/// A long list in portions.
#[derive(Debug, Clone, Template)]
#[template(path = "pager.html")]
pub(crate) struct Pager {
    name: &'static str,
    /// The number of each portion, its address, and whether it is shown.
    links: Vec<(usize, String, bool)>,
}

impl HtmlSafe for Pager {}

impl Pager {
    /// Makes the links to portions; the address of each comes of its number, from 1.
    pub(crate) fn new(
        language: Language,
        (total, portion, current): (usize, usize, usize),
        address: impl Fn(usize) -> String,
    ) -> Self {
        let pages = total.div_ceil(portion.max(1));
        let links = (1..=pages).map(|page| (page, address(page), page == current)).collect();
        Self { name: words::PAGES.get(language), links }
    }
}
