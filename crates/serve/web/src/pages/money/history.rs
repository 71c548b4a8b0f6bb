//! All that happened to the money of a post, as sentences.

use super::texts as words;
use super::view::kroner;
use crate::frame::Frame;
use crate::pages::who;
use crate::site::Looked;
use crate::written;
use std::cmp::Reverse;
use styrbord_app::Nok;
use styrbord_app::follow::events::money::{Charge, ChargeSide, Step, amendments};
use styrbord_app::follow::events::{Actor, ObjectId, Stamp, TextRef};

/// Something that happened.
pub(super) struct Line {
    seq: u64,
    pub(super) day: String,
    pub(super) who: String,
    pub(super) what: String,
    /// What was said with it.
    pub(super) texts: Vec<TextRef>,
}

/// Returns all that happened to a post, the latest first.
pub(super) fn lines(looked: &Looked<'_>, frame: &Frame, post: ObjectId) -> Vec<Line> {
    let tell = Teller { looked, frame };
    let mut lines = tell.letters(post);
    lines.extend(tell.commitments(post));
    lines.extend(tell.shares(post));
    lines.extend(tell.projects(post));
    lines.extend(tell.charges(post));
    lines.extend(tell.expectations(post));
    lines.sort_by_key(|line| Reverse(line.seq));
    lines
}

struct Teller<'a> {
    looked: &'a Looked<'a>,
    frame: &'a Frame,
}

impl Teller<'_> {
    fn line(&self, stamp: &Stamp, what: String, texts: impl IntoIterator<Item = TextRef>) -> Line {
        let who = match stamp.actor {
            Actor::Operator => self.frame.t(words::OPERATOR).to_owned(),
            Actor::Person(person) => who::name(self.looked.names, person, self.frame.language),
        };
        Line {
            seq: stamp.seq,
            day: written::date(stamp.on, self.frame.language),
            who,
            what,
            texts: texts.into_iter().chain(stamp.reason).collect(),
        }
    }

    fn letters(&self, post: ObjectId) -> Vec<Line> {
        let all = amendments(self.looked.year).into_iter().filter(|one| one.post == post);
        let line = |one: styrbord_app::follow::events::money::Amendment| {
            let new = kroner(one.new);
            let what = match one.old {
                Some(old) => {
                    words::WAS_CHANGED.with(self.frame.language, &[&one.title, &kroner(Some(old)), &new])
                }
                None => words::WAS_ALLOCATED.with(self.frame.language, &[&one.title, &new]),
            };
            self.line(&one.stamp, what, None)
        };
        all.map(line).collect()
    }

    fn commitments(&self, post: ObjectId) -> Vec<Line> {
        let year = self.looked.year;
        let of_post = year.money.commitments.iter().filter(|(_, bound)| bound.terms.post == post);
        let lines = of_post.flat_map(|(_, bound)| {
            bound.history.iter().map(move |step| {
                let amount = |amount: Nok| kroner(Some(amount));
                let (text, value) = match &step.step {
                    Step::Bound(amounts) => {
                        (words::WAS_BOUND, amount(amounts.get(&year.year).copied().unwrap_or_default()))
                    }
                    Step::Drawn(draw) => (words::WAS_PAID, amount(draw.amount)),
                    Step::Released(released) => (words::WAS_RELEASED, amount(*released)),
                    Step::Closed => (words::WAS_CLOSED, amount(bound.drawn)),
                };
                let what = self.frame.with(text, value);
                let over = step.over.map(|over| over.reason);
                self.line(&step.stamp, what, std::iter::once(bound.terms.title).chain(over))
            })
        });
        lines.collect()
    }

    fn shares(&self, post: ObjectId) -> Vec<Line> {
        let year = self.looked.year;
        let units = &self.looked.book.directory.units;
        let of_post = year.money.sub_allocations.values().filter(|given| given.share.post == post);
        let lines = of_post.flat_map(|given| {
            let unit = units.get(&given.share.unit).map(|unit| unit.name.as_str()).unwrap_or_default();
            given.versions.iter().map(move |version| {
                let amount = kroner(Some(version.amount));
                let what = words::WAS_GIVEN.with(self.frame.language, &[&unit, &amount]);
                let over = version.over.map(|over| over.reason);
                self.line(&version.stamp, what, std::iter::once(given.share.title).chain(over))
            })
        });
        lines.collect()
    }

    fn projects(&self, post: ObjectId) -> Vec<Line> {
        let of_post = self.looked.year.money.projects.values().filter(|one| one.terms.post == post);
        let mut lines = Vec::new();
        for project in of_post {
            let title = project.terms.title;
            for step in &project.history {
                let all = step.amounts.values().flat_map(|one| [one.committed.ore(), one.new.ore()]);
                let sum = all.fold(0_i64, i64::saturating_add);
                let what = self.frame.with(words::PROJECT_COSTS, kroner(Some(Nok::from_ore(sum))));
                let over = step.over.map(|over| over.reason);
                lines.push(self.line(&step.stamp, what, std::iter::once(title).chain(over)));
            }
            for (name, told) in [
                (words::PROJECT_DELIVERED, &project.delivered),
                (words::PROJECT_PUBLISHED, &project.published),
            ] {
                let line = |(text, stamp): &(TextRef, Stamp)| {
                    self.line(stamp, self.frame.t(name).to_owned(), [title, *text])
                };
                lines.extend(told.iter().map(line));
            }
            let cancelled = project.cancelled.iter();
            lines.extend(
                cancelled.map(|stamp| {
                    self.line(stamp, self.frame.t(words::PROJECT_CANCELLED).to_owned(), [title])
                }),
            );
        }
        lines
    }

    fn charges(&self, post: ObjectId) -> Vec<Line> {
        let given = |one: &&Charge| matches!(one.side, ChargeSide::Given { post: of, .. } if of == post);
        let mut lines = Vec::new();
        for charge in self.looked.year.money.charges.values().filter(given) {
            for version in &charge.versions {
                let what = self.frame.with(words::WAS_CHARGED, kroner(Some(version.amount)));
                let over = version.over.map(|over| over.reason);
                lines.push(self.line(&version.stamp, what, std::iter::once(charge.title).chain(over)));
            }
            for (month, used, stamp) in &charge.reports {
                let month = format!("{:02}.{}", month.month(), month.year());
                let what = words::CHARGE_USED.with(self.frame.language, &[&kroner(Some(*used)), &month]);
                lines.push(self.line(stamp, what, [charge.title]));
            }
        }
        lines
    }

    fn expectations(&self, post: ObjectId) -> Vec<Line> {
        let money = &self.looked.year.money;
        let forecasts = money.forecasts.get(&post).into_iter().flatten().map(|forecast| {
            let what = self.frame.with(words::WAS_EXPECTED, kroner(Some(forecast.amount)));
            self.line(&forecast.stamp, what, forecast.explanation)
        });
        let explained = money.explanations.get(&post).into_iter().flatten().map(|one| {
            let month = format!("{:02}.{}", one.month.month(), one.month.year());
            self.line(&one.stamp, self.frame.with(words::WAS_EXPLAINED, month), Some(one.text))
        });
        forecasts.chain(explained).collect()
    }
}
