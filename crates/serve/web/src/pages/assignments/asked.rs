//! Which assignments are asked for, and in which order: what stands in the address.

use super::rows::WorkRow;
use super::texts as words;
use crate::fields::Pager;
use crate::frame::Frame;
use crate::pages::names;
use crate::visit::{Values, encoded};
use crate::written;
use std::collections::BTreeSet;
use styrbord_app::Date;
use styrbord_app::follow::events::work::Status;
use styrbord_app::texts::Text;

/// As many rows stand on a page.
pub(super) const PORTION: usize = 50;
/// The word in the address for assignments that nobody answers for, or no unit.
pub(super) const NOBODY: &str = "nobody";
/// The word in the address for a status that nobody reported.
pub(super) const NOT_REPORTED: &str = "not-reported";

/// What an address may ask for by a word alone.
const FLAGS: [&str; 3] = ["overdue", "research", "mine"];

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    /// Words that number or title must have.
    pub(super) words: String,
    /// The word of a status, or that of none that was reported.
    pub(super) status: String,
    pub(super) goal: String,
    pub(super) owner: String,
    pub(super) unit: String,
    /// Those of [`FLAGS`] that are asked for.
    flags: BTreeSet<&'static str>,
    /// An open deadline from and to these days.
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) order: Order,
    pub(super) descending: bool,
    pub(super) page: usize,
    pub(super) as_of: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Order {
    #[default]
    Letter,
    Title,
    Goal,
    Status,
    Unit,
    Owner,
    Next,
}

const ORDERS: [(Order, &str, Text); 7] = [
    (Order::Letter, "number", words::NUMBER),
    (Order::Title, "title", words::TITLE),
    (Order::Goal, "goal", words::GOAL),
    (Order::Status, "status", words::STATUS),
    (Order::Unit, "unit", words::UNIT),
    (Order::Owner, "owner", words::OWNER),
    (Order::Next, "next", words::NEXT),
];

/// A heading of the table, with the address that sorts by it.
pub(super) struct Head {
    pub(super) name: &'static str,
    pub(super) address: String,
    /// `ascending`, `descending` or nothing.
    pub(super) sorted: &'static str,
}

impl Asked {
    /// Reads what the address asks for; what it cannot mean is passed over.
    pub(super) fn read(query: &Values) -> Self {
        let text = |name| query.get(name).unwrap_or_default().to_owned();
        let day = |name| query.get(name).and_then(written::read_date);
        let order = ORDERS.iter().find(|(_, word, _)| query.get("sort") == Some(*word));
        let is_status = |word: &str| {
            word == NOT_REPORTED || Status::ALL.iter().any(|one| names::status_word(*one) == word)
        };
        Self {
            words: text("words"),
            status: query.get("status").filter(|word| is_status(word)).unwrap_or_default().to_owned(),
            goal: text("goal"),
            owner: text("owner"),
            unit: text("unit"),
            flags: FLAGS.into_iter().filter(|flag| query.get(flag).is_some()).collect(),
            from: day("from"),
            to: day("to"),
            order: order.map_or(Order::Letter, |(order, ..)| *order),
            descending: query.get("order") == Some("descending"),
            page: query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
            as_of: text("as-of"),
        }
    }

    /// Returns the end of the address that asks for the same in another order or portion.
    fn address(&self, order: Order, descending: bool, page: usize) -> String {
        let word = ORDERS.iter().find(|(one, ..)| *one == order).map_or("", |(_, word, _)| *word);
        let page = if page > 1 { page.to_string() } else { String::new() };
        let flag = |flag| if self.has(flag) { "1" } else { "" };
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let (from, to) = (day(self.from), day(self.to));
        let pairs = [
            ("words", self.words.as_str()),
            ("status", self.status.as_str()),
            ("goal", &self.goal),
            ("unit", &self.unit),
            ("owner", &self.owner),
            ("overdue", flag("overdue")),
            ("research", flag("research")),
            ("mine", flag("mine")),
            ("from", &from),
            ("to", &to),
            ("sort", if order == Order::Letter && !descending { "" } else { word }),
            ("order", if descending { "descending" } else { "" }),
            ("page", &page),
            ("as-of", &self.as_of),
        ];
        let said = pairs.iter().filter(|(_, value)| !value.is_empty());
        let said: Vec<String> = said.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        format!("?{}", said.join("&"))
    }

    /// Tells whether one of [`FLAGS`] is asked for.
    pub(super) fn has(&self, flag: &str) -> bool {
        self.flags.contains(flag)
    }

    /// Returns the end of the address of what is shown.
    pub(super) fn here(&self) -> String {
        self.address(self.order, self.descending, self.page)
    }

    /// Returns the end of the address of the same without portions.
    pub(super) fn whole(&self) -> String {
        self.address(self.order, self.descending, 1)
    }

    /// Returns the headings of the table.
    pub(super) fn heads(&self, frame: &Frame) -> Vec<Head> {
        let head = |(order, _, name): &(Order, &str, Text)| {
            let current = *order == self.order;
            Head {
                name: frame.t(name),
                address: self.address(*order, current && !self.descending, 1),
                sorted: match (current, self.descending) {
                    (false, _) => "",
                    (true, false) => "ascending",
                    (true, true) => "descending",
                },
            }
        };
        ORDERS.iter().map(head).collect()
    }

    /// Returns the links to the other portions.
    pub(super) fn pager(&self, frame: &Frame, total: usize) -> Pager {
        let address = |page| self.address(self.order, self.descending, page);
        Pager::new(frame.language, (total, PORTION, self.page), address)
    }

    /// Tells whether something is left out.
    pub(super) fn is_filtered(&self) -> bool {
        let texts = [&self.words, &self.status, &self.goal, &self.owner, &self.unit];
        let days = self.from.is_some() || self.to.is_some();
        days || !self.flags.is_empty() || texts.iter().any(|text| !text.is_empty())
    }

    /// Returns the day from which deadlines are asked for, as a field has it.
    pub(super) fn first_day(&self) -> String {
        self.from.map(|day| day.to_string()).unwrap_or_default()
    }

    /// Returns the day until which deadlines are asked for, as a field has it.
    pub(super) fn last_day(&self) -> String {
        self.to.map(|day| day.to_string()).unwrap_or_default()
    }

    /// Tells whether an assignment is asked for.
    pub(super) fn takes(&self, row: &WorkRow) -> bool {
        let text = format!("{} {}", row.label, row.title).to_lowercase();
        let has_words = self.words.split_whitespace().all(|word| text.contains(&word.to_lowercase()));
        let owner = row.owner.map_or_else(|| NOBODY.to_owned(), |owner| owner.to_string());
        let unit = row.unit.map_or_else(|| NOBODY.to_owned(), |unit| unit.to_string());
        let in_time =
            |day: &Date| self.from.is_none_or(|from| *day >= from) && self.to.is_none_or(|to| *day <= to);
        has_words
            && (self.status.is_empty()
                || self.status == row.reported().map_or(NOT_REPORTED, names::status_word))
            && (self.goal.is_empty() || row.goal == self.goal)
            && (self.owner.is_empty() || owner == self.owner)
            && (self.unit.is_empty() || unit == self.unit)
            && (!self.has("overdue") || row.overdue)
            && (!self.has("research") || row.research)
            && (!self.has("mine") || row.mine)
            && ((self.from.is_none() && self.to.is_none()) || row.open.iter().any(in_time))
    }

    /// Sorts; what stands in the letter first comes first where the rest is equal, and no day comes last.
    pub(super) fn sort(&self, rows: &mut [WorkRow]) {
        match self.order {
            Order::Letter => {}
            Order::Title => rows.sort_by_key(|row| row.title.to_lowercase()),
            Order::Goal => rows.sort_by(|one, other| one.goal.cmp(&other.goal)),
            Order::Status => rows.sort_by_key(WorkRow::reported),
            Order::Unit => rows.sort_by_key(|row| (row.unit.is_none(), row.unit_name.clone())),
            Order::Owner => rows.sort_by_key(|row| (row.owner.is_none(), row.owner_name.clone())),
            Order::Next => rows.sort_by_key(|row| (row.next.is_none(), row.next)),
        }
        if self.descending {
            rows.reverse();
        }
    }
}
