//! Rules on dates.

pub(super) mod decision_date_differs;
pub(super) mod impossible_date;
pub(super) mod period_reversed;
pub(super) mod weekday_differs;

pub(super) mod assignment_without_deadline;
pub(super) mod deadline_before_year;
pub(super) mod deadline_covers_part;
pub(super) mod deadline_kind_differs;
pub(super) mod deadline_mismatch;
pub(super) mod deadline_not_working_day;
pub(super) mod irregular_date;
pub(super) mod recurrence_without_bounds;
pub(super) mod superseded_deadline;
pub(super) mod year_missing;

pub(super) mod due_before_count_date;
pub(super) mod report_due_differs;
pub(super) mod report_without_deadline;

mod compare;
mod mentioned;
mod parts;
mod places;
mod report_key;
mod words;
