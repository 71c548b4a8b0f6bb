//! Which lines are asked for, as the address has it.

use super::texts as words;
use super::view::Told;
use crate::clock;
use crate::fields::{Choice, Errors, Field, Kind};
use crate::pages::admin::Scene;
use crate::visit::{Values, encoded};
use crate::written;
use styrbord_app::Date;
use styrbord_app::access::Target;
use styrbord_app::follow::events::{Actor, ObjectId, Stream};
use styrbord_app::site::{AuditLine, AuditQuery};

/// The word in the address for whoever has the database in hand.
const OPERATOR: &str = "operator";

/// What is asked for.
pub(super) struct Asked {
    year: Option<Stream>,
    actor: String,
    stream: String,
    about: String,
    from: String,
    to: String,
    query: AuditQuery,
}

impl Asked {
    /// Reads what the address asks for, and what of it means nothing.
    pub(super) fn read(scene: &Scene, values: &Values, year: Option<Stream>) -> (Self, Errors) {
        let text = |name: &str| values.get(name).unwrap_or_default().to_owned();
        let mut asked = Self {
            year,
            actor: text("actor"),
            stream: text("stream"),
            about: text("about"),
            from: text("from"),
            to: text("to"),
            query: AuditQuery::default(),
        };
        let mut errors = Errors::default();
        asked.query = AuditQuery {
            stream: year.or_else(|| asked.stream.parse().ok()),
            actor: actor(&asked.actor),
            about: asked.target(),
            since: day("from", &asked.from, scene, &mut errors).map(clock::start_in_norway),
            until: day("to", &asked.to, scene, &mut errors)
                .map(|day| clock::start_in_norway(day.add_days(1))),
            before: values.get("before").and_then(|before| before.parse().ok()),
            before_account: values.get("before-account").and_then(|before| before.parse().ok()),
        };
        if !asked.about.is_empty() && asked.query.about.is_none() {
            errors.add("about", scene.t(words::NO_SUCH_THING));
        }
        (asked, errors)
    }

    /// Returns the thing that is asked about. An object of a year needs the year.
    fn target(&self) -> Option<Target> {
        let text = self.about.as_str();
        let person = text.parse().map(Target::Person).ok();
        let unit = || text.parse().map(Target::Unit).ok();
        let organisation = || text.parse().map(Target::Organisation).ok();
        let object = || {
            let object: ObjectId = text.parse().ok()?;
            let stream = self.year.or_else(|| self.stream.parse().ok())?;
            Some(Target::Object(stream, object))
        };
        person.or_else(unit).or_else(organisation).or_else(object)
    }

    pub(super) fn query(&self) -> AuditQuery {
        self.query
    }

    /// Tells whether something is left out.
    pub(super) fn is_filtered(&self) -> bool {
        [&self.actor, &self.stream, &self.about, &self.from, &self.to].iter().any(|text| !text.is_empty())
            || self.query.before.is_some()
            || self.query.before_account.is_some()
    }

    /// Returns the end of the address that asks for the same, before what is shown already.
    pub(super) fn address(&self, ending: &str, shown: Option<&[AuditLine]>) -> String {
        let last = |of_account: bool, before: Option<u64>| {
            let lines = shown.unwrap_or_default().iter().rev();
            let last = lines.filter(|line| line.of_account == of_account).map(|line| line.seq).next();
            let number = shown.and(last.or(before));
            number.map(|number| number.to_string()).unwrap_or_default()
        };
        let before = last(false, self.query.before);
        let before_account = last(true, self.query.before_account);
        let pairs = [
            ("actor", &self.actor),
            ("stream", &self.stream),
            ("about", &self.about),
            ("from", &self.from),
            ("to", &self.to),
            ("before", &before),
            ("before-account", &before_account),
        ];
        let said = pairs.iter().filter(|(_, value)| !value.is_empty());
        let said: Vec<String> = said.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        format!("{ending}?{}", said.join("&"))
    }

    /// Returns the people who may be asked for: those of the lines, and the one that is asked for.
    pub(super) fn actor_choice(&self, scene: &Scene, told: &Told) -> Choice {
        let mut options = vec![
            (String::new(), scene.t(words::ANYBODY).to_owned(), self.actor.is_empty()),
            (OPERATOR.to_owned(), scene.t(words::OPERATOR).to_owned(), self.actor == OPERATOR),
        ];
        options.extend(told.people(scene).into_iter().map(|(id, name)| {
            let is_asked = id == self.actor;
            (id, name, is_asked)
        }));
        Choice { name: "actor", label: scene.t(words::WHO), options, error: None }
    }

    pub(super) fn stream_choice(&self, scene: &Scene) -> Choice {
        let mut options = vec![
            (String::new(), scene.t(words::EVERYWHERE).to_owned(), self.stream.is_empty()),
            ("directory".to_owned(), scene.t(words::DIRECTORY).to_owned(), self.stream == "directory"),
        ];
        let years =
            scene.book.years.values().filter(|year| {
                scene.may(styrbord_app::access::UseCase::ReadHistory, Target::Year(year.stream))
            });
        options.extend(years.map(|year| {
            let id = year.stream.to_string();
            let agency = crate::pages::admin::names::organisation(&scene.book, year.agency);
            let is_asked = id == self.stream;
            (id, format!("{agency} {}", year.year), is_asked)
        }));
        Choice { name: "stream", label: scene.t(words::WHERE), options, error: None }
    }

    pub(super) fn about_field(&self, scene: &Scene, errors: &Errors) -> Field {
        let hint = if self.year.is_some() { words::ABOUT_HINT_YEAR } else { words::ABOUT_HINT };
        let field = Field::new("about", Kind::Text, scene.t(words::ABOUT)).optional().hint(scene.t(hint));
        field.value(self.about.clone()).wrong(errors)
    }

    pub(super) fn first_field(&self, scene: &Scene, errors: &Errors) -> Field {
        day_field(("from", scene.t(words::FROM)), &self.from, errors)
    }

    pub(super) fn last_field(&self, scene: &Scene, errors: &Errors) -> Field {
        day_field(("to", scene.t(words::TO)), &self.to, errors)
    }
}

fn day_field((name, label): (&'static str, &'static str), typed: &str, errors: &Errors) -> Field {
    // Browsers show a day only when it is written their way.
    let value = written::read_date(typed).map_or_else(|| typed.to_owned(), |day| day.to_string());
    Field::new(name, Kind::Date, label).optional().value(value).wrong(errors)
}

fn day(field: &'static str, text: &str, scene: &Scene, errors: &mut Errors) -> Option<Date> {
    let day = written::read_date(text);
    if !text.is_empty() && day.is_none() {
        errors.add(field, scene.t(words::NO_DAY));
    }
    day
}

fn actor(text: &str) -> Option<Actor> {
    if text == OPERATOR { Some(Actor::Operator) } else { text.parse().ok().map(Actor::Person) }
}
