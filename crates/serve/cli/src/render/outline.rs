//! A plan as a readable outline: each thing with its label, its title and its lines.

mod assignments;
mod budget;

pub(super) use assignments::{details as assignment_details, said as deadline_said};

use super::head::head;
use super::place;
use super::wrap::hang;
use crate::output::{Screen, plain};
use crate::texts::{self, Text, join, outline as words};
use styrbord_app::plan::{Goal, Plan, Requirement};
use styrbord_app::{Frequency, Language, Nok, Source, Spot};

const INDENT: usize = 2;

/// Draws the plan; what the letter does not have is left out.
pub(crate) fn draw(plan: &Plan, source: Option<&Source>, screen: Screen) -> String {
    let head = head(plan.kind, plan.year, &plan.ministry, &plan.agency, screen);
    let mut outline = Outline { text: head, source, screen };
    outline.goals(plan);
    assignments::draw(&plan.assignments, &mut outline);
    budget::draw(&plan.budget, &mut outline);
    outline.dialogue(plan);
    outline.frames(plan);
    outline.text
}

/// An outline that is being written.
struct Outline<'a> {
    text: String,
    /// The letter, unless the plan is of more than one.
    source: Option<&'a Source>,
    screen: Screen,
}

impl Outline<'_> {
    fn language(&self) -> Language {
        self.screen.language
    }

    /// Begins a section, unless it would be empty.
    fn section<T>(&mut self, heading: Text, things: &[T]) {
        if things.is_empty() {
            return;
        }
        self.text.push('\n');
        self.text.push_str(&self.screen.bold(heading.get(self.language())));
        self.text.push('\n');
    }

    /// Adds a line: what it says, details after a dash, and where it stands.
    fn line(&mut self, depth: usize, head: &str, details: &[String], spot: Option<Spot>) {
        let place = spot.map(|spot| {
            let words = match self.source {
                Some(source) => place::words(source, spot.span, self.language()),
                None => place::without_section(spot.place, self.language()),
            };
            let is_laid_out = self.source.is_some_and(place::is_laid_out);
            let words = if is_laid_out { words } else { words.replace(' ', "\u{a0}") };
            format!("({})", plain(&words))
        });
        let details = join(details, ", ");
        let said = plain(&join([head.trim(), &details], " – "));
        let line = join([said, place.unwrap_or_default()], " ");
        let indent = INDENT * depth;
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str(&hang(&line, indent + INDENT, self.screen.width));
        self.text.push('\n');
    }

    /// Adds the goals with what stands under each, then what stands under none.
    fn goals(&mut self, plan: &Plan) {
        self.section(words::GOALS, &plan.goals);
        for goal in &plan.goals {
            let depth = if goal.parent.is_some() { 2 } else { 1 };
            self.line(depth, &join([&goal.label, &goal.title], ": "), &[], goal.span);
            for parameter in &plan.steering_parameters {
                if parameter.goal_label.as_deref() == Some(&goal.label) {
                    let head = join([&parameter.label, &parameter.title], ": ");
                    self.line(depth + 1, &head, &[], parameter.span);
                    self.requirements(&plan.requirements, Some(&parameter.label), depth + 2);
                }
            }
            self.requirements(&plan.requirements, Some(&goal.label), depth + 1);
        }
        let is_goal = |label: Option<&str>| {
            label.is_some_and(|label| plan.goals.iter().any(|goal: &Goal| goal.label == label))
        };
        let others: Vec<_> =
            plan.steering_parameters.iter().filter(|one| !is_goal(one.goal_label.as_deref())).collect();
        self.section(words::OTHER_PARAMETERS, &others);
        for parameter in others {
            self.line(1, &join([&parameter.label, &parameter.title], ": "), &[], parameter.span);
            self.requirements(&plan.requirements, Some(&parameter.label), 2);
        }
        let is_known = |label: &str| {
            is_goal(Some(label)) || plan.steering_parameters.iter().any(|one| one.label == label)
        };
        let homeless: Vec<Requirement> = plan
            .requirements
            .iter()
            .filter(|one| !one.parent.as_deref().is_some_and(is_known))
            .cloned()
            .collect();
        self.section(words::OTHER_REQUIREMENTS, &homeless);
        for requirement in homeless {
            self.line(1, &requirement.text, &[], requirement.span);
        }
    }

    fn requirements(&mut self, all: &[Requirement], parent: Option<&str>, depth: usize) {
        let parent = parent.filter(|label| !label.is_empty());
        for requirement in all.iter().filter(|one| parent.is_some() && one.parent.as_deref() == parent) {
            self.line(depth, &format!("· {}", requirement.text), &[], requirement.span);
        }
    }

    /// Adds reports, meetings, duties and announcements.
    fn dialogue(&mut self, plan: &Plan) {
        let language = self.language();
        self.section(words::REPORTS, &plan.reports);
        for report in &plan.reports {
            let day = |text: Text, date| text.with(language, &[&texts::date(date, language)]);
            let details = [
                report.frequency.map(|frequency| frequency_word(frequency).get(language).to_owned()),
                report.count_date.map(|date| day(words::COUNTED, date)),
                report.due.map(|date| day(words::DUE, date)),
            ];
            self.line(1, &report.title, &details.map(Option::unwrap_or_default), report.span);
        }
        self.section(words::MEETINGS, &plan.meetings);
        for meeting in &plan.meetings {
            let details = [
                meeting.count.map(|count| format!("{count} ×")),
                meeting.when.clone(),
                meeting.date.map(|date| texts::date(date, language)),
            ];
            self.line(1, &meeting.title, &details.map(Option::unwrap_or_default), meeting.span);
        }
        self.section(words::DUTIES, &plan.duties);
        for duty in &plan.duties {
            let due = duty.due.map(|date| words::DUE.with(language, &[&texts::date(date, language)]));
            self.line(1, &duty.text, &[due.unwrap_or_default()], duty.span);
        }
        self.section(words::ANNOUNCEMENTS, &plan.announcements);
        for announcement in &plan.announcements {
            let expected =
                announcement.expected.as_ref().map(|expected| words::EXPECTED.with(language, &[expected]));
            self.line(1, &announcement.text, &[expected.unwrap_or_default()], announcement.span);
        }
    }

    /// Adds authorisations, common directions, attachments, and what was not understood.
    fn frames(&mut self, plan: &Plan) {
        let language = self.language();
        self.section(words::AUTHORISATIONS, &plan.authorisations);
        for authorisation in &plan.authorisations {
            let limit = authorisation.limit_nok.map(|limit| words::LIMIT.with(language, &[&limit]));
            let post = authorisation.chapter.map(|chapter| {
                let post = authorisation.post.map(|post| format!(" post {post:02}"));
                format!("kap. {chapter}{}", post.unwrap_or_default())
            });
            let details = [post.unwrap_or_default(), limit.unwrap_or_default()];
            self.line(1, &authorisation.title, &details, authorisation.span);
        }
        self.section(words::DIRECTIONS, &plan.common_directions);
        for direction in &plan.common_directions {
            self.line(1, &direction.title, &[], direction.span);
        }
        self.section(words::ATTACHMENTS, &plan.attachments);
        for attachment in &plan.attachments {
            let absent = if attachment.present { "" } else { words::ABSENT.get(language) };
            let number = attachment.number.map(|number| number.to_string()).unwrap_or_default();
            let head = join([number.as_str(), &attachment.title], ": ");
            self.line(1, &head, &[absent.to_owned()], attachment.span);
        }
        self.section(words::NOT_UNDERSTOOD, &plan.not_understood);
        for one in &plan.not_understood {
            self.line(1, &one.text, &[], one.span);
        }
    }
}

pub(super) fn frequency_word(frequency: Frequency) -> Text {
    match frequency {
        Frequency::Yearly => words::YEARLY,
        Frequency::HalfYearly => words::HALF_YEARLY,
        Frequency::Tertial => words::TERTIAL,
        Frequency::Quarterly => words::QUARTERLY,
        Frequency::Monthly => words::MONTHLY,
        Frequency::Weekly => words::WEEKLY,
    }
}

/// Returns a text about an amount, when there is one.
fn amount(text: Text, amount: Option<Nok>, language: Language) -> String {
    amount.map(|amount| text.with(language, &[&amount])).unwrap_or_default()
}
