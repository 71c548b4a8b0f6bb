//! The forms about money, with what stands in their fields.

use super::deeds::Deed;
use super::texts as words;
use super::view::{Said, kroner, label, said};
use crate::fields::{Choice, Errors, Field, Kind};
use crate::frame::{Frame, year_base};
use crate::pages::names;
use crate::site::Looked;
use crate::visit::Values;
use askama::Template;
use askama::filters::HtmlSafe;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::PartValue;
use styrbord_app::follow::events::money::{Commitment, Month, authorisations, awaiting};
use styrbord_app::follow::events::{ObjectId, ObjectKind, TextRef};
use styrbord_app::plan::Portion;
use styrbord_app::texts::Text;

/// A form, folded until it is needed.
#[derive(Debug, Clone, Template)]
#[template(path = "money_form.html")]
pub(super) struct MoneyForm {
    id: &'static str,
    title: &'static str,
    address: String,
    token: String,
    seen: String,
    inputs: Vec<Input>,
    button: &'static str,
    /// Whether it stands open: something in it is wrong.
    is_open: bool,
}

impl HtmlSafe for MoneyForm {}

/// A field, or one of several.
#[derive(Debug, Clone)]
enum Input {
    Field(Field),
    Choice(Choice),
    /// One of several whose names are texts: value, label before the text, text.
    Named(Choice, Vec<(String, String, TextRef)>),
}

impl MoneyForm {
    /// Puts in what the texts say.
    pub(super) fn fill(&mut self, words: &Said) {
        for input in &mut self.inputs {
            if let Input::Named(choice, named) = input {
                let given = std::mem::take(&mut choice.options);
                let now = given.first().map(|(value, ..)| value.clone()).unwrap_or_default();
                let option = |(value, label, text): &(String, String, TextRef)| {
                    (
                        value.clone(),
                        format!("{label} {}", said(words, *text)).trim_start().to_owned(),
                        *value == now,
                    )
                };
                choice.options = named.iter().map(option).collect();
            }
        }
    }
}

/// Makes fields with what was typed in them and what was wrong.
struct Maker<'a> {
    looked: &'a Looked<'a>,
    frame: &'a Frame,
    given: &'a Values,
    errors: &'a Errors,
}

/// Returns the forms that concern no single post, as far as the visitor may use them and there is something to do.
pub(super) fn of_year(looked: &Looked<'_>, frame: &Frame, given: &Values, errors: &Errors) -> Vec<MoneyForm> {
    let make = Maker { looked, frame, given, errors };
    Deed::OF_YEAR.into_iter().filter_map(|deed| make.form(deed, None)).collect()
}

/// Returns the forms of a post, as far as the visitor may use them.
pub(super) fn of_post(
    looked: &Looked<'_>,
    frame: &Frame,
    (given, errors): (&Values, &Errors),
    post: ObjectId,
) -> Vec<MoneyForm> {
    let is_gone = looked.year.letters.parts.get(&post).is_none_or(|part| part.repealed.is_some());
    let make = Maker { looked, frame, given, errors };
    let all = Deed::OF_POST.into_iter().filter(|deed| !is_gone || *deed == Deed::Release);
    all.filter_map(|deed| make.form(deed, Some(post))).collect()
}

impl Maker<'_> {
    fn form(&self, deed: Deed, post: Option<ObjectId>) -> Option<MoneyForm> {
        let is_now = self.frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
        let use_case = match deed {
            Deed::Forecast | Deed::Explain => UseCase::Forecast,
            _ => UseCase::ManageMoney,
        };
        if !is_now || !self.looked.may(use_case, None) {
            return None;
        }
        let inputs = match deed {
            Deed::Commit => self.commit(post?),
            Deed::Share => self.share()?,
            Deed::Release => self.release(post?)?,
            Deed::Forecast => vec![
                self.amount("forecast-amount", words::FORECAST_AMOUNT),
                self.long("forecast-explanation", words::RESTS_ON),
            ],
            Deed::Explain => vec![self.months(), self.must("explain-text", words::EXPLANATION, Kind::Long)],
            Deed::Carry => self.carry()?,
            Deed::Use => self.use_authorisation()?,
            Deed::Limit => self.limit()?,
        };
        let title = match deed {
            Deed::Commit => words::DO_COMMIT,
            Deed::Share => words::DO_SHARE,
            Deed::Release => words::DO_RELEASE,
            Deed::Forecast => words::DO_FORECAST,
            Deed::Explain => words::DO_EXPLAIN,
            Deed::Carry => words::DO_CARRY,
            Deed::Use => words::DO_USE,
            Deed::Limit => words::DO_LIMIT,
        };
        let stream = self.looked.year.stream;
        let at = post.map(|post| format!("/{post}")).unwrap_or_default();
        let now = post.map(|post| self.looked.book.touched(stream, post).to_string());
        let seen = now.map(|now| self.given.get("seen").map_or(now, str::to_owned));
        Some(MoneyForm {
            id: deed.word(),
            title: self.frame.t(title),
            address: format!("{}/money{at}/{}", year_base(stream), deed.word()),
            token: self.frame.token.clone(),
            seen: seen.unwrap_or_default(),
            is_open: self.errors.are_about(deed.word()),
            inputs,
            button: self.frame.t(words::SAVE),
        })
    }

    fn given(&self, name: &str) -> &str {
        self.given.get(name).unwrap_or_default()
    }

    fn must(&self, name: &'static str, label: Text, kind: Kind) -> Input {
        Input::Field(self.field(name, label, kind))
    }

    fn field(&self, name: &'static str, label: Text, kind: Kind) -> Field {
        Field::new(name, kind, self.frame.t(label)).value(self.given(name)).wrong(self.errors)
    }

    fn line(&self, name: &'static str, label: Text) -> Input {
        Input::Field(self.field(name, label, Kind::Text).optional())
    }

    fn long(&self, name: &'static str, label: Text) -> Input {
        Input::Field(self.field(name, label, Kind::Long).optional())
    }

    fn amount(&self, name: &'static str, label: Text) -> Input {
        Input::Field(self.field(name, label, Kind::Text).hint(self.frame.t(words::AMOUNT_HINT)))
    }

    fn over(&self, name: &'static str) -> Input {
        let field = self.field(name, words::OVER, Kind::Text).optional();
        Input::Field(field.hint(self.frame.t(words::OVER_HINT)))
    }

    fn choice(&self, name: &'static str, label: Text, options: Vec<(String, String)>) -> Choice {
        let now = self.given(name);
        let option = |(value, name): (String, String)| {
            let chosen = value == now;
            (value, name, chosen)
        };
        Choice {
            name,
            label: self.frame.t(label),
            options: options.into_iter().map(option).collect(),
            error: self.errors.of(name),
        }
    }

    fn named(&self, name: &'static str, label: Text, named: Vec<(String, String, TextRef)>) -> Input {
        let mut choice = self.choice(name, label, Vec::new());
        choice.options = vec![(self.given(name).to_owned(), String::new(), true)];
        Input::Named(choice, named)
    }

    fn none(&self) -> (String, String) {
        (String::new(), self.frame.t(words::NONE_CHOSEN).to_owned())
    }

    fn commit(&self, post: ObjectId) -> Vec<Input> {
        let letters = &self.looked.year.letters;
        let assignments = letters.in_force().filter(|(id, _)| id.kind == ObjectKind::Assignment);
        let assignments = assignments.map(|(id, part)| {
            let number = part.value.label().unwrap_or_default();
            (id.to_string(), format!("{number} {}", names::title(part.value.title(), self.frame.language)))
        });
        let assignments = std::iter::once(self.none()).chain(assignments).collect();
        let mut portions = vec![self.none()];
        if let Some(PartValue::Post { post, .. }) = letters.parts.get(&post).map(|part| &part.value) {
            post.breakdown.iter().for_each(|portion| add_titles(portion, &mut portions));
        }
        let later = self.field("commit-later", words::LATER, Kind::Long).optional();
        let mut inputs = vec![
            self.must("commit-title", words::TITLE, Kind::Text),
            self.amount("commit-amount", words::AMOUNT_THIS_YEAR),
            Input::Field(later.hint(self.frame.t(words::LATER_HINT))),
            self.line("commit-to", words::RECIPIENT),
            Input::Choice(self.choice("commit-assignment", words::ASSIGNMENT, assignments)),
        ];
        if portions.len() > 1 {
            inputs.push(Input::Choice(self.choice("commit-portion", words::PORTION, portions)));
        }
        inputs.push(self.over("commit-over"));
        inputs
    }

    fn share(&self) -> Option<Vec<Input>> {
        let agency = self.looked.year.agency;
        let units = self.looked.book.directory.units.iter();
        let units = units.filter(|(_, unit)| unit.organisation == agency && unit.open);
        let units: Vec<_> = units.map(|(id, unit)| (id.to_string(), unit.name.clone())).collect();
        (!units.is_empty()).then(|| {
            vec![
                Input::Choice(self.choice("share-unit", words::UNIT, units)),
                self.must("share-title", words::TITLE, Kind::Text),
                self.amount("share-amount", words::AMOUNT),
                self.over("share-over"),
            ]
        })
    }

    fn release(&self, post: ObjectId) -> Option<Vec<Input>> {
        let year = self.looked.year.year;
        let bound = self.looked.year.money.commitments.iter();
        let bound = bound.filter(|(_, bound)| bound.terms.post == post && !bound.closed);
        let bound: Vec<_> =
            bound.map(|(id, bound)| (id.to_string(), outstanding(bound, year), bound.terms.title)).collect();
        (!bound.is_empty()).then(|| {
            vec![
                self.named("release-commitment", words::COMMITMENT, bound),
                self.amount("release-amount", words::AMOUNT),
            ]
        })
    }

    fn months(&self) -> Input {
        let months = (1..=13).filter_map(|month| Month::new(self.looked.year.year, month));
        let months = months.map(|month| {
            let name = match month.month() {
                13 => self.frame.t(words::CLOSING).to_owned(),
                number => format!("{number:02}.{}", month.year()),
            };
            (month.to_string(), name)
        });
        Input::Choice(self.choice("explain-month", words::MONTH, months.collect()))
    }

    fn carry(&self) -> Option<Vec<Input>> {
        let waits = awaiting(self.looked.book, self.looked.year);
        let option = |waits: &styrbord_app::follow::events::money::Awaiting| {
            let id = waits.carried.from.commitment.to_string();
            (id, label(waits.number.0, waits.number.1), waits.carried.title)
        };
        let named: Vec<_> = waits.iter().map(option).collect();
        (!named.is_empty()).then(|| {
            let post = self.field("carry-post", words::POST, Kind::Text).optional();
            vec![
                self.named("carry-commitment", words::COMMITMENT, named),
                Input::Field(post.hint(self.frame.t(words::POST_HINT))),
                self.over("carry-over"),
            ]
        })
    }

    fn authorisations(&self, name: &'static str, without_limit: bool) -> Option<Input> {
        let all = authorisations(self.looked.year).into_iter();
        let all = all.filter(|one| !one.repealed && (!without_limit || one.limit.is_none()));
        let title = |title: &str| names::title(title, self.frame.language);
        let options: Vec<_> = all.map(|one| (one.authorisation.to_string(), title(&one.title))).collect();
        (!options.is_empty()).then(|| Input::Choice(self.choice(name, words::AUTHORISATION, options)))
    }

    fn use_authorisation(&self) -> Option<Vec<Input>> {
        Some(vec![
            self.authorisations("use-authorisation", false)?,
            self.amount("use-amount", words::AMOUNT),
            self.must("use-purpose", words::PURPOSE, Kind::Text),
        ])
    }

    fn limit(&self) -> Option<Vec<Input>> {
        Some(vec![
            self.authorisations("limit-authorisation", true)?,
            self.amount("limit-amount", words::LIMIT),
            self.must("limit-basis", words::BASIS, Kind::Text),
        ])
    }
}

/// Returns what is left of a commitment, which tells apart those of one name.
fn outstanding(bound: &Commitment, year: i16) -> String {
    format!("{}:", kroner(Some(bound.outstanding(year))))
}

fn add_titles(portion: &Portion, titles: &mut Vec<(String, String)>) {
    titles.push((portion.title.clone(), portion.title.clone()));
    portion.breakdown.iter().for_each(|below| add_titles(below, titles));
}
