//! Which assignments are asked for, in which order, and their rows.

use super::texts as words;
use crate::fields::{Choice, Pager};
use crate::frame::{Frame, year_base};
use crate::pages::names;
use crate::site::Looked;
use crate::visit::{Values, encoded};
use crate::written;
use std::collections::BTreeSet;
use styrbord_app::follow::events::work::Status;
use styrbord_app::follow::{AssignmentRow, overview};
use styrbord_app::texts::Text;

/// As many rows stand on a page.
const PORTION: usize = 50;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    /// Words that number or title must have.
    pub(super) words: String,
    status: Option<Status>,
    goal: String,
    owner: String,
    overdue: bool,
    order: Order,
    descending: bool,
    page: usize,
    as_of: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Order {
    #[default]
    Letter,
    Title,
    Goal,
    Status,
    Owner,
    Next,
}

const ORDERS: [(Order, &str, Text); 6] = [
    (Order::Letter, "number", words::NUMBER),
    (Order::Title, "title", words::TITLE),
    (Order::Goal, "goal", words::GOAL),
    (Order::Status, "status", words::STATUS),
    (Order::Owner, "owner", words::OWNER),
    (Order::Next, "next", words::NEXT),
];

/// The word in the address for assignments that nobody answers for.
const NOBODY: &str = "nobody";

/// A heading of the table, with the address that sorts by it.
pub(super) struct Head {
    pub(super) name: &'static str,
    pub(super) address: String,
    /// `ascending`, `descending` or nothing.
    pub(super) sorted: &'static str,
}

/// What is shown.
pub(super) struct Seen {
    pub(super) rows: Vec<Row>,
    pub(super) total: usize,
    pub(super) filters: Vec<Choice>,
}

/// An assignment.
pub(super) struct Row {
    pub(super) address: String,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) goal: String,
    pub(super) status: &'static str,
    pub(super) color: &'static str,
    pub(super) owner: String,
    pub(super) next: String,
    pub(super) overdue: bool,
}

impl Asked {
    /// Reads what the address asks for; what it cannot mean is passed over.
    pub(super) fn read(query: &Values) -> Self {
        let text = |name| query.get(name).unwrap_or_default().to_owned();
        let order = ORDERS.iter().find(|(_, word, _)| query.get("sort") == Some(*word));
        let status = |word: &str| Status::ALL.iter().copied().find(|one| names::status_word(*one) == word);
        Self {
            words: text("words"),
            status: query.get("status").and_then(status),
            goal: text("goal"),
            owner: text("owner"),
            overdue: query.get("overdue").is_some(),
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
        let pairs = [
            ("words", self.words.as_str()),
            ("status", self.status.map_or("", names::status_word)),
            ("goal", &self.goal),
            ("owner", &self.owner),
            ("overdue", if self.overdue { "1" } else { "" }),
            ("sort", if order == Order::Letter && !descending { "" } else { word }),
            ("order", if descending { "descending" } else { "" }),
            ("page", &page),
            ("as-of", &self.as_of),
        ];
        let said = pairs.iter().filter(|(_, value)| !value.is_empty());
        let said: Vec<String> = said.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        format!("?{}", said.join("&"))
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
        self.status.is_some()
            || self.overdue
            || [&self.words, &self.goal, &self.owner].iter().any(|text| !text.is_empty())
    }

    /// Returns whether only those that are overdue are asked for.
    pub(super) fn is_overdue(&self) -> bool {
        self.overdue
    }

    /// Returns the day that is asked for, as it stands in the address.
    pub(super) fn day(&self) -> &str {
        &self.as_of
    }

    fn takes(&self, row: &AssignmentRow) -> bool {
        let text = format!("{} {}", row.row.label.as_deref().unwrap_or_default(), row.row.title);
        let text = text.to_lowercase();
        let has_words = self.words.split_whitespace().all(|word| text.contains(&word.to_lowercase()));
        let owner = row.owner.map(|owner| owner.to_string());
        let owner = owner.as_deref().unwrap_or(NOBODY);
        has_words
            && self.status.is_none_or(|status| status == row.status)
            && (self.goal.is_empty() || row.goal.as_deref() == Some(&self.goal))
            && (self.owner.is_empty() || owner == self.owner)
            && (!self.overdue || row.overdue)
    }

    /// Sorts; what stands in the letter first comes first where the rest is equal, and no day comes last.
    fn sort(&self, rows: &mut [AssignmentRow]) {
        match self.order {
            Order::Letter => {}
            Order::Title => rows.sort_by_key(|row| row.row.title.to_lowercase()),
            Order::Goal => rows.sort_by(|one, other| one.goal.cmp(&other.goal)),
            Order::Status => rows.sort_by_key(|row| row.status),
            Order::Owner => rows.sort_by_key(|row| (row.owner_name.is_none(), row.owner_name.clone())),
            Order::Next => rows.sort_by_key(|row| (row.next.is_none(), row.next)),
        }
        if self.descending {
            rows.reverse();
        }
    }
}

impl Seen {
    /// Shows the assignments that are asked for.
    pub(super) fn of(looked: &Looked<'_>, frame: &Frame, asked: &Asked) -> Self {
        let all = overview(looked.book, looked.year.stream, looked.day, looked.names);
        let mut rows = all.map(|overview| overview.assignments).unwrap_or_default();
        let filters = filters(&rows, frame, asked);
        rows.retain(|row| asked.takes(row));
        asked.sort(&mut rows);
        let base = year_base(looked.year.stream);
        let shown = rows.iter().skip((asked.page - 1) * PORTION).take(PORTION);
        let shown = shown.map(|row| Row::of(row, frame, &base)).collect();
        Self { total: rows.len(), rows: shown, filters }
    }
}

fn filters(rows: &[AssignmentRow], frame: &Frame, asked: &Asked) -> Vec<Choice> {
    let any = || (String::new(), frame.t(words::ANY).to_owned(), false);
    let statuses = Status::ALL.iter().map(|status| {
        let name = frame.t(names::status(*status)).to_owned();
        (names::status_word(*status).to_owned(), name, asked.status == Some(*status))
    });
    let goals: BTreeSet<&str> = rows.iter().filter_map(|row| row.goal.as_deref()).collect();
    let goals = goals.into_iter().map(|goal| (goal.to_owned(), goal.to_owned(), goal == asked.goal));
    let owners: BTreeSet<(String, String)> =
        rows.iter().filter_map(|row| Some((row.owner?.to_string(), row.owner_name.clone()?))).collect();
    let nobody = (NOBODY.to_owned(), frame.t(words::NOBODY).to_owned(), asked.owner == NOBODY);
    let owners = owners.into_iter().map(|(id, name)| {
        let chosen = id == asked.owner;
        (id, name, chosen)
    });
    let choice = |name, label: Text, options: Vec<(String, String, bool)>| Choice {
        name,
        label: frame.t(label),
        options: std::iter::once(any()).chain(options).collect(),
        error: None,
    };
    vec![
        choice("status", words::STATUS, statuses.collect()),
        choice("goal", words::GOAL, goals.collect()),
        choice("owner", words::OWNER, std::iter::once(nobody).chain(owners).collect()),
    ]
}

impl Row {
    fn of(row: &AssignmentRow, frame: &Frame, base: &str) -> Self {
        Self {
            address: format!("{base}/objects/{}{}", row.row.part, frame.day_end()),
            label: row.row.label.clone().unwrap_or_else(|| row.row.part.to_string()),
            title: names::title(&row.row.title, frame.language),
            goal: row.goal.clone().unwrap_or_default(),
            status: frame.t(names::status(row.status)),
            color: names::status_color(row.status),
            owner: row.owner_name.clone().unwrap_or_default(),
            next: row.next.map(written::short_date).unwrap_or_default(),
            overdue: row.overdue,
        }
    }
}
