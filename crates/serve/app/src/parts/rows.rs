//! How each kind of part becomes a row.

use super::{Part, place};
use serde::Serialize;
use styrbord_plan::{Assignment, Chapter, Deadline, Party, Plan, Portion, Post};

/// The rows so far.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) all: Vec<Part>,
}

impl Rows {
    pub(super) fn letter(&mut self, plan: &Plan) {
        self.all.push(Part {
            name: "letter",
            title: named(&plan.agency),
            belongs_to: named(&plan.ministry),
            kind: word(plan.kind),
            year: plan.year,
            ..Part::default()
        });
    }

    /// Adds goals, steering parameters and requirements.
    pub(super) fn steering(&mut self, plan: &Plan) {
        self.all.extend(plan.goals.iter().map(|goal| Part {
            name: "goal",
            number: label(&goal.label, goal.number),
            title: goal.title.clone(),
            belongs_to: goal.parent.clone().unwrap_or_default(),
            place: place(goal.span),
            ..Part::default()
        }));
        self.all.extend(plan.steering_parameters.iter().map(|parameter| Part {
            name: "steering_parameter",
            number: label(&parameter.label, parameter.number),
            title: parameter.title.clone(),
            belongs_to: label(parameter.goal_label.as_deref().unwrap_or_default(), parameter.goal),
            place: place(parameter.span),
            ..Part::default()
        }));
        self.all.extend(plan.requirements.iter().map(|requirement| Part {
            name: "requirement",
            title: requirement.text.clone(),
            belongs_to: requirement.parent.clone().unwrap_or_default(),
            place: place(requirement.span),
            ..Part::default()
        }));
    }

    /// Adds an assignment, and below it its deadlines, measures and money.
    pub(super) fn assignment(&mut self, assignment: &Assignment) {
        let number = assignment.number.clone().unwrap_or_default();
        let name = if number.is_empty() { assignment.title.clone() } else { number.clone() };
        let who = assignment.lead.iter().chain(&assignment.partners).cloned().collect::<Vec<_>>();
        self.all.push(Part {
            name: "assignment",
            number,
            title: assignment.title.clone(),
            belongs_to: label(assignment.goal_label.as_deref().unwrap_or_default(), assignment.goal),
            kind: marks(assignment),
            who: who.join("; "),
            place: place(assignment.spans.first().copied()),
            ..Part::default()
        });
        self.all.extend(assignment.deadlines.iter().map(|one| deadline(one, &name)));
        self.all.extend(assignment.measures.iter().map(|measure| Part {
            name: "measure",
            number: measure.number.clone(),
            title: measure.plan.clone().unwrap_or_default(),
            belongs_to: name.clone(),
            place: place(measure.span),
            ..Part::default()
        }));
        self.all.extend(assignment.funding.iter().map(|funding| Part {
            name: "funding",
            belongs_to: name.clone(),
            year: funding.year,
            amount_nok: Some(funding.amount_nok),
            place: place(funding.span),
            ..Part::default()
        }));
        self.all.extend(assignment.estimates.iter().map(|estimate| Part {
            name: "estimate",
            belongs_to: name.clone(),
            printed: format!("{}–{}", estimate.from_year, estimate.to_year),
            year: Some(estimate.from_year),
            amount_nok: Some(estimate.amount_nok),
            place: place(estimate.span),
            ..Part::default()
        }));
    }

    /// Adds a chapter, its posts, and what they are divided into.
    pub(super) fn chapter(&mut self, chapter: &Chapter) {
        let number = chapter.chapter.to_string();
        self.all.push(Part {
            name: "chapter",
            number: number.clone(),
            title: chapter.title.clone(),
            amount_nok: chapter.stated_sum_nok,
            place: place(chapter.span),
            ..Part::default()
        });
        for post in &chapter.posts {
            self.post(post, &number);
        }
    }

    fn post(&mut self, post: &Post, chapter: &str) {
        let number = format!("{chapter}.{:02}", post.post);
        self.all.push(Part {
            name: "post",
            number: number.clone(),
            title: post.title.clone(),
            belongs_to: chapter.to_owned(),
            kind: post.keywords.join("; "),
            amount_nok: post.amount_nok,
            previous_nok: post.previous_nok,
            change_nok: post.change_nok,
            place: place(post.span),
            ..Part::default()
        });
        self.portions(&post.breakdown, &number);
    }

    /// Adds portions with what they are divided into; their depth is bounded by the letter's table.
    fn portions(&mut self, portions: &[Portion], under: &str) {
        for portion in portions {
            self.all.push(Part {
                name: "portion",
                number: portion.assignment.clone().unwrap_or_default(),
                title: portion.title.clone(),
                belongs_to: under.to_owned(),
                kind: word(portion.kind),
                amount_nok: Some(portion.amount_nok),
                place: place(portion.span),
                ..Part::default()
            });
            self.portions(&portion.breakdown, &format!("{under}: {}", portion.title));
        }
    }

    /// Adds reports, meetings, duties and announcements.
    pub(super) fn dialogue(&mut self, plan: &Plan) {
        self.all.extend(plan.reports.iter().map(|report| Part {
            name: "report",
            title: report.title.clone(),
            date: report.due,
            frequency: report.frequency,
            count_date: report.count_date,
            place: place(report.span),
            ..Part::default()
        }));
        self.all.extend(plan.meetings.iter().map(|meeting| Part {
            name: "meeting",
            number: meeting.count.map(|count| count.to_string()).unwrap_or_default(),
            title: meeting.title.clone(),
            date: meeting.date,
            printed: meeting.when.clone().unwrap_or_default(),
            place: place(meeting.span),
            ..Part::default()
        }));
        self.all.extend(plan.duties.iter().map(|duty| Part {
            name: "duty",
            title: duty.text.clone(),
            kind: word(duty.kind),
            date: duty.due,
            place: place(duty.span),
            ..Part::default()
        }));
        self.all.extend(plan.announcements.iter().map(|announcement| Part {
            name: "announcement",
            title: announcement.text.clone(),
            printed: announcement.expected.clone().unwrap_or_default(),
            place: place(announcement.span),
            ..Part::default()
        }));
    }

    /// Adds authorisations, common directions, attachments, and what was not understood.
    pub(super) fn frames(&mut self, plan: &Plan) {
        self.all.extend(plan.authorisations.iter().map(|authorisation| {
            let post = authorisation.post.map(|post| format!(".{post:02}")).unwrap_or_default();
            Part {
                name: "authorisation",
                title: authorisation.title.clone(),
                belongs_to: authorisation
                    .chapter
                    .map(|chapter| format!("{chapter}{post}"))
                    .unwrap_or_default(),
                amount_nok: authorisation.limit_nok,
                place: place(authorisation.span),
                ..Part::default()
            }
        }));
        self.all.extend(plan.common_directions.iter().map(|direction| Part {
            name: "common_direction",
            title: direction.title.clone(),
            place: place(direction.span),
            ..Part::default()
        }));
        self.all.extend(plan.attachments.iter().map(|attachment| Part {
            name: "attachment",
            number: attachment.number.map(|number| number.to_string()).unwrap_or_default(),
            title: attachment.title.clone(),
            kind: if attachment.present { "present" } else { "absent" }.to_owned(),
            place: place(attachment.span),
            ..Part::default()
        }));
        self.all.extend(plan.not_understood.iter().map(|one| Part {
            name: "not_understood",
            title: one.text.clone(),
            place: place(one.span),
            ..Part::default()
        }));
    }
}

fn deadline(deadline: &Deadline, assignment: &str) -> Part {
    let part = [&deadline.parent_part, &deadline.part].into_iter().flatten().cloned().collect::<Vec<_>>();
    let kind = word(deadline.kind);
    Part {
        name: "deadline",
        title: part.join(": "),
        belongs_to: assignment.to_owned(),
        kind: if deadline.superseded { format!("{kind}; superseded") } else { kind },
        date: deadline.date,
        printed: deadline.printed.clone(),
        frequency: deadline.frequency,
        who: deadline.lead.clone().unwrap_or_default(),
        place: place(deadline.span),
        ..Part::default()
    }
}

/// Returns what marks an assignment: new or earlier, research, withheld.
fn marks(assignment: &Assignment) -> String {
    let mut marks = vec![if assignment.new { "new" } else { "earlier" }.to_owned()];
    let research = word(assignment.research);
    if research != "none" {
        marks.push(format!("research {research}"));
    }
    if assignment.withheld {
        marks.push("withheld".to_owned());
    }
    marks.join("; ")
}

/// Returns the word that the plan's JSON has for a value.
fn word(value: impl Serialize) -> String {
    let word = serde_json::to_value(value).ok();
    word.as_ref().and_then(|word| word.as_str()).unwrap_or_default().to_owned()
}

fn label(label: &str, number: Option<u32>) -> String {
    match number {
        Some(number) if label.is_empty() => number.to_string(),
        _ => label.to_owned(),
    }
}

fn named(party: &Party) -> String {
    match (&party.name, &party.short) {
        (Some(name), Some(short)) => format!("{name} ({short})"),
        (name, short) => name.as_ref().or(short.as_ref()).cloned().unwrap_or_default(),
    }
}
