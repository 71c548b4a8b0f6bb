//! A plan as a Markdown document: a table for each kind of thing, to read, send, or paste into a text.

use super::markdown::escaped;
use super::outline::{assignment_details, deadline_said, frequency_word};
use crate::texts::{self, Text, export as words, join, outline};
use styrbord_app::plan::{Assignment, Chapter, Deadline, Party, Plan, Portion, Post};
use styrbord_app::{Date, Language, Nok, Spot};

/// A row of cells, already fit for Markdown.
type Cells = Vec<String>;

/// Writes the document; what the letter does not have is left out.
pub(crate) fn write(plan: &Plan, language: Language) -> String {
    let writer = Writer { language };
    let sections = [
        writer.steering(plan),
        writer.assignments(&plan.assignments),
        writer.budget(&plan.budget),
        writer.dialogue(plan),
        writer.frames(plan),
    ];
    let body = sections.concat();
    let body = if body.is_empty() { format!("\n{}\n", words::NOTHING.get(language)) } else { body };
    writer.head(plan) + &body
}

#[derive(Clone, Copy)]
struct Writer {
    language: Language,
}

impl Writer {
    fn head(self, plan: &Plan) -> String {
        let kind = texts::letter_kind(plan.kind).get(self.language);
        let year = plan.year.map(|year| year.to_string()).unwrap_or_default();
        let title = words::TITLE.with(self.language, &[&join([kind, &year], " ")]);
        let party = |label: Text, party: &Party| {
            let name = match (&party.name, &party.short) {
                (Some(name), Some(short)) => format!("{name} ({short})"),
                (name, short) => name.as_ref().or(short.as_ref()).cloned().unwrap_or_default(),
            };
            let unknown = texts::UNKNOWN.get(self.language);
            let name = if name.is_empty() { unknown } else { &name };
            format!("- {}: {}\n", label.get(self.language), escaped(name))
        };
        let parties = party(words::FROM, &plan.ministry) + &party(words::TO, &plan.agency);
        format!("# {}\n\n{parties}", escaped(&title))
    }

    /// Writes goals, steering parameters and requirements.
    fn steering(self, plan: &Plan) -> String {
        let under = |label: &Option<String>| escaped(label.as_deref().unwrap_or_default());
        let goals = plan.goals.iter().map(|goal| {
            vec![escaped(&goal.label), escaped(&goal.title), under(&goal.parent), self.place(goal.span)]
        });
        let parameters = plan.steering_parameters.iter().map(|one| {
            vec![escaped(&one.label), escaped(&one.title), under(&one.goal_label), self.place(one.span)]
        });
        let requirements = plan.requirements.iter().map(|requirement| {
            vec![escaped(&requirement.text), under(&requirement.parent), self.place(requirement.span)]
        });
        let labelled = |what| [words::NUMBER, what, words::UNDER, words::LINE];
        [
            self.table(outline::GOALS, &labelled(words::GOAL), goals.collect()),
            self.table(words::PARAMETERS, &labelled(words::PARAMETER), parameters.collect()),
            self.table(
                words::REQUIREMENTS,
                &[words::REQUIREMENT, words::UNDER, words::LINE],
                requirements.collect(),
            ),
        ]
        .concat()
    }

    fn assignments(self, assignments: &[Assignment]) -> String {
        let rows = assignments.iter().map(|assignment| {
            let details = assignment_details(assignment, self.language);
            let mut deadlines: Vec<String> = Vec::new();
            for deadline in &assignment.deadlines {
                let said = self.deadline(deadline);
                // The list and the description often say the same.
                if !deadlines.contains(&said) {
                    deadlines.push(said);
                }
            }
            vec![
                escaped(assignment.number.as_deref().unwrap_or_default()),
                escaped(&assignment.title),
                escaped(&join(details, "; ")),
                deadlines.join("<br>"),
                self.place(assignment.spans.first().copied()),
            ]
        });
        let head = [words::NUMBER, words::ASSIGNMENT, words::DETAILS, words::DEADLINES, words::LINE];
        self.table(outline::ASSIGNMENTS, &head, rows.collect())
    }

    /// Writes a deadline as understood, and as printed where that says something else.
    fn deadline(self, deadline: &Deadline) -> String {
        let said = deadline_said(deadline, self.language);
        let printed = deadline.printed.trim();
        let is_same = said.to_lowercase().ends_with(&printed.to_lowercase());
        let printed = if is_same { String::new() } else { format!("«{printed}»") };
        escaped(&join([said, printed], " "))
    }

    /// Writes chapters, posts, and what a post is divided into.
    fn budget(self, budget: &[Chapter]) -> String {
        let mut rows = Vec::new();
        for chapter in budget {
            let number = format!("**{}**", chapter.chapter);
            let title = format!("**{}**", escaped(&chapter.title));
            rows.push(self.money(number, title, &[], None, chapter.span));
            for post in &chapter.posts {
                self.push_post(&mut rows, chapter.chapter, post);
            }
            if chapter.stated_sum_nok.is_some() {
                let sum = words::SUM.get(self.language).to_owned();
                rows.push(self.money(String::new(), sum, &[], chapter.stated_sum_nok, None));
            }
        }
        let head = [words::POST, words::TEXT, words::AMOUNT, words::DETAILS, words::LINE];
        self.table(outline::BUDGET, &head, rows)
    }

    fn push_post(self, rows: &mut Vec<Cells>, chapter: u32, post: &Post) {
        let amount = |text: Text, amount: Option<Nok>| {
            amount.map(|amount| text.with(self.language, &[&amount])).unwrap_or_default()
        };
        let mut details = vec![
            amount(outline::PREVIOUS, post.previous_nok),
            amount(outline::CHANGE, post.change_nok),
            amount(outline::APPROPRIATION, post.appropriation_nok),
            amount(outline::SHARE, post.agency_share_nok),
        ];
        details.extend(post.keywords.iter().cloned());
        let number = format!("{chapter}.{:02}", post.post);
        rows.push(self.money(number, escaped(&post.title), &details, post.amount_nok, post.span));
        self.push_portions(rows, &post.breakdown, 1);
    }

    fn push_portions(self, rows: &mut Vec<Cells>, portions: &[Portion], depth: usize) {
        for portion in portions {
            let title = format!("{} {}", "–".repeat(depth), escaped(&portion.title));
            let details: Vec<String> = portion.assignment.iter().cloned().collect();
            rows.push(self.money(String::new(), title, &details, Some(portion.amount_nok), portion.span));
            self.push_portions(rows, &portion.breakdown, depth + 1);
        }
    }

    fn money(
        self,
        number: String,
        title: String,
        details: &[String],
        amount: Option<Nok>,
        spot: Option<Spot>,
    ) -> Cells {
        vec![number, title, figures(amount), escaped(&join(details, "; ")), self.place(spot)]
    }

    /// Writes reports, meetings, duties and announcements.
    fn dialogue(self, plan: &Plan) -> String {
        let printed = |text: &Option<String>| escaped(text.as_deref().unwrap_or_default());
        let reports = plan.reports.iter().map(|report| {
            let often = report.frequency.map(|one| frequency_word(one).get(self.language).to_owned());
            vec![
                escaped(&report.title),
                often.unwrap_or_default(),
                self.day(report.count_date),
                self.day(report.due),
                self.place(report.span),
            ]
        });
        let meetings = plan.meetings.iter().map(|meeting| {
            vec![
                escaped(&meeting.title),
                meeting.count.map(|count| count.to_string()).unwrap_or_default(),
                join([self.day(meeting.date), printed(&meeting.when)], "; "),
                self.place(meeting.span),
            ]
        });
        let duties = plan
            .duties
            .iter()
            .map(|duty| vec![escaped(&duty.text), self.day(duty.due), self.place(duty.span)]);
        let announcements = plan
            .announcements
            .iter()
            .map(|one| vec![escaped(&one.text), printed(&one.expected), self.place(one.span)]);
        let report = [words::REPORT, words::HOW_OFTEN, words::COUNTED, words::DUE, words::LINE];
        let meeting = [words::MEETING, words::NUMBER_OF, words::WHEN, words::LINE];
        let announcement = [words::ANNOUNCEMENT, words::EXPECTED, words::LINE];
        [
            self.table(outline::REPORTS, &report, reports.collect()),
            self.table(outline::MEETINGS, &meeting, meetings.collect()),
            self.table(outline::DUTIES, &[words::DUTY, words::DUE, words::LINE], duties.collect()),
            self.table(outline::ANNOUNCEMENTS, &announcement, announcements.collect()),
        ]
        .concat()
    }

    /// Writes authorisations, common directions, attachments, and what was not understood.
    fn frames(self, plan: &Plan) -> String {
        let authorisations = plan.authorisations.iter().map(|one| {
            let post = one.post.map(|post| format!(".{post:02}")).unwrap_or_default();
            let post = one.chapter.map(|chapter| format!("{chapter}{post}")).unwrap_or_default();
            vec![escaped(&one.title), post, figures(one.limit_nok), self.place(one.span)]
        });
        let directions =
            plan.common_directions.iter().map(|one| vec![escaped(&one.title), self.place(one.span)]);
        let attachments = plan.attachments.iter().map(|one| {
            let present = if one.present { words::PRESENT } else { outline::ABSENT };
            vec![
                one.number.map(|number| number.to_string()).unwrap_or_default(),
                escaped(&one.title),
                present.get(self.language).to_owned(),
                self.place(one.span),
            ]
        });
        let unread = plan.not_understood.iter().map(|one| vec![escaped(&one.text), self.place(one.span)]);
        let authorisation = [words::AUTHORISATION, words::POST, words::LIMIT, words::LINE];
        let attachment = [words::NUMBER, words::ATTACHMENT, words::DETAILS, words::LINE];
        [
            self.table(outline::AUTHORISATIONS, &authorisation, authorisations.collect()),
            self.table(outline::DIRECTIONS, &[words::DIRECTION, words::LINE], directions.collect()),
            self.table(outline::ATTACHMENTS, &attachment, attachments.collect()),
            self.table(outline::NOT_UNDERSTOOD, &[words::TEXT, words::LINE], unread.collect()),
        ]
        .concat()
    }

    /// Writes a section with a table; nothing when it has no rows. The column of amounts is set to the right.
    fn table(self, heading: Text, head: &[Text], rows: Vec<Cells>) -> String {
        if rows.is_empty() {
            return String::new();
        }
        let is_amount = |text: &Text| [words::AMOUNT.en, words::LIMIT.en].contains(&text.en);
        let rulers: Vec<&str> =
            head.iter().map(|text| if is_amount(text) { "---:" } else { "---" }).collect();
        let names: Vec<&str> = head.iter().map(|text| text.get(self.language)).collect();
        let mut lines = vec![
            format!("\n## {}\n", heading.get(self.language)),
            format!("| {} |", names.join(" | ")),
            format!("| {} |", rulers.join(" | ")),
        ];
        lines.extend(rows.into_iter().map(|cells| format!("| {} |", cells.join(" | "))));
        lines.join("\n") + "\n"
    }

    fn day(self, date: Option<Date>) -> String {
        date.map(|date| texts::date(date, self.language)).unwrap_or_default()
    }

    fn place(self, spot: Option<Spot>) -> String {
        let Some(place) = spot.map(|spot| spot.place) else { return String::new() };
        let lines = if place.end_line > place.line {
            format!("{}–{}", place.line, place.end_line)
        } else {
            place.line.to_string()
        };
        match place.page {
            Some(page) => words::PAGE_LINE.with(self.language, &[&page, &lines]),
            None => lines,
        }
    }
}

/// Returns the figures alone: `23 627 135 000`.
fn figures(amount: Option<Nok>) -> String {
    let Some(amount) = amount else { return String::new() };
    amount.to_string().trim_end_matches("kroner").trim_end_matches('\u{a0}').to_owned()
}
