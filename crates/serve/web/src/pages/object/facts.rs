//! What the letters say of an object, by its kind, and the other pages where it is shown.

use super::texts as words;
use crate::frame::{Frame, year_base};
use crate::pages::{is_measured, measured};
use crate::site::Looked;
use crate::written;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::letters::PartValue;
use styrbord_app::follow::events::{ObjectId, ObjectKind};
use styrbord_app::plan::{Assignment, Measure, Research};
use styrbord_app::texts::Text;
use styrbord_app::{Date, Frequency, Nok};

/// Something that the letters say.
pub(super) struct Fact {
    pub(super) name: &'static str,
    pub(super) value: String,
    /// The page of what is named; empty without one.
    pub(super) address: String,
}

/// Returns what the letters say of a part besides its title and its deadlines.
pub(super) fn of(looked: &Looked<'_>, frame: &Frame, value: &PartValue) -> Vec<Fact> {
    let mut facts = Facts { looked, frame, all: Vec::new() };
    match value {
        PartValue::Goal(goal) => facts.named(words::UNDER, goal.parent.as_deref()),
        PartValue::Parameter(one) => facts.named(words::GOAL, one.goal_label.as_deref()),
        PartValue::Requirement(one) => facts.named(words::OF, one.parent.as_deref()),
        PartValue::Assignment(one) => facts.assignment(one),
        PartValue::Chapter(one) => facts.amount(words::SUM_SAID, one.stated_sum_nok),
        PartValue::Post { chapter, post } => {
            facts.named(words::CHAPTER, Some(&chapter.to_string()));
            facts.amount(words::AMOUNT_SAID, post.amount_nok);
        }
        PartValue::Report(one) => {
            facts.day(words::COUNT_DATE, one.count_date);
            facts.rhythm(one.frequency);
        }
        PartValue::Meeting(one) => {
            facts.add(words::HOW_MANY, one.count.map(|count| count.to_string()));
            facts.add(words::WHEN, one.when.clone());
        }
        PartValue::Announcement(one) => facts.add(words::EXPECTED, one.expected.clone()),
        PartValue::Authorisation(one) => {
            let post = one.chapter.zip(one.post).map(|(chapter, post)| format!("{chapter}.{post:02}"));
            let chapter = one.chapter.map(|chapter| chapter.to_string());
            facts.named(words::CONCERNS, post.or(chapter).as_deref());
            facts.amount(words::LIMIT, one.limit_nok);
        }
        PartValue::Attachment(one) => {
            let text = if one.present { words::YES } else { words::NO };
            facts.add(words::ENCLOSED, Some(frame.t(text).to_owned()));
        }
        PartValue::Duty(_) | PartValue::Direction(_) => {}
    }
    facts.all
}

struct Facts<'a> {
    looked: &'a Looked<'a>,
    frame: &'a Frame,
    all: Vec<Fact>,
}

impl Facts<'_> {
    fn add(&mut self, name: Text, value: Option<String>) {
        let value = value.filter(|value| !value.is_empty());
        self.all.extend(value.map(|value| Fact { name: self.frame.t(name), value, address: String::new() }));
    }

    /// Adds a part that is named by its label, with its page when the year has it.
    fn named(&mut self, name: Text, label: Option<&str>) {
        let Some(label) = label else { return };
        let mut parts = self.looked.year.letters.in_force();
        let known = parts.find(|(_, part)| part.value.label().as_deref() == Some(label));
        let title = known.map(|(_, part)| part.value.title()).unwrap_or_default();
        let address = known.map(|(id, _)| self.address(&format!("objects/{id}")));
        let value = format!("{label} {title}").trim().to_owned();
        self.all.push(Fact { name: self.frame.t(name), value, address: address.unwrap_or_default() });
    }

    fn amount(&mut self, name: Text, amount: Option<Nok>) {
        self.add(name, amount.map(written::amount));
    }

    fn day(&mut self, name: Text, day: Option<Date>) {
        self.add(name, day.map(|day| written::date(day, self.frame.language)));
    }

    fn rhythm(&mut self, frequency: Option<Frequency>) {
        let known = measured::RHYTHMS.iter().find(|(rhythm, ..)| Some(*rhythm) == frequency);
        self.add(words::RHYTHM, known.map(|(.., name)| self.frame.t(*name).to_owned()));
    }

    fn address(&self, end: &str) -> String {
        format!("{}/{end}{}", year_base(self.looked.year.stream), self.frame.day_end())
    }

    fn assignment(&mut self, one: &Assignment) {
        let flag = |holds: bool, text: Text| holds.then(|| self.frame.t(text).to_owned());
        let research = match one.research {
            Research::None => None,
            Research::Partly => flag(true, words::PARTLY),
            Research::Full => flag(true, words::YES),
        };
        let (earlier, withheld) = (flag(!one.new, words::YES), flag(one.withheld, words::YES));
        let funding = one.funding.iter().map(|money| {
            let year = money.year.map(|year| format!(" ({year})")).unwrap_or_default();
            format!("{}{year}", written::amount(money.amount_nok))
        });
        let funding: Vec<String> = funding.collect();
        let estimates = one.estimates.iter().map(|money| {
            format!("{} ({}–{})", written::amount(money.amount_nok), money.from_year, money.to_year)
        });
        let estimates: Vec<String> = estimates.collect();
        self.named(words::GOAL, one.goal_label.as_deref());
        self.add(words::LEAD, one.lead.clone());
        self.add(words::PARTNERS, Some(one.partners.join(", ")));
        self.add(words::RESEARCH, research);
        self.add(words::MEASURES, Some(measures(&one.measures)));
        self.add(words::FUNDING, Some(funding.join(", ")));
        self.add(words::ESTIMATED, Some(estimates.join(", ")));
        self.add(words::EARLIER, earlier);
        self.add(words::WITHHELD, withheld);
    }
}

/// Returns measures by their numbers, those of one plan together: `7, 8 (Handlingsplan mot ras)`.
fn measures(measures: &[Measure]) -> String {
    let mut plans: Vec<(Option<&str>, Vec<&str>)> = Vec::new();
    for measure in measures {
        let plan = measure.plan.as_deref();
        match plans.iter_mut().find(|(known, _)| *known == plan) {
            Some((_, numbers)) => numbers.push(&measure.number),
            None => plans.push((plan, vec![&measure.number])),
        }
    }
    let told = plans.into_iter().map(|(plan, numbers)| {
        let plan = plan.map(|plan| format!(" ({plan})")).unwrap_or_default();
        format!("{}{plan}", numbers.join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}

/// Returns the other pages about an object that the visitor may see: address and name.
pub(super) fn elsewhere(
    looked: &Looked<'_>,
    frame: &Frame,
    object: ObjectId,
    value: &PartValue,
) -> Vec<(String, &'static str)> {
    let (base, end) = (year_base(looked.year.stream), frame.day_end());
    let mut pages = Vec::new();
    if is_measured(object) {
        pages.push((format!("{base}/parameters/{object}{end}"), frame.t(words::MEASURED)));
    }
    if looked.may(UseCase::ReadMoney, None) {
        match value {
            PartValue::Post { .. } => {
                pages.push((format!("{base}/money/{object}{end}"), frame.t(words::MONEY_OF_POST)));
            }
            PartValue::Chapter(chapter) => {
                let at = format!("{base}/money{end}#chapter-{}", chapter.chapter);
                pages.push((at, frame.t(words::MONEY_OF_CHAPTER)));
            }
            PartValue::Authorisation(_) => {
                pages.push((format!("{base}/money{end}#authorisations"), frame.t(words::MONEY_OF_LIMIT)));
            }
            _ => {}
        }
    }
    let is_now = frame.year.as_ref().is_some_and(|year| year.as_of.is_none());
    if object.kind == ObjectKind::Meeting && is_now && looked.may(UseCase::PlanWork, Some(object)) {
        pages.push((format!("{base}/calendar/meetings/{object}"), frame.t(words::RECORD_MEETING)));
    }
    pages
}
