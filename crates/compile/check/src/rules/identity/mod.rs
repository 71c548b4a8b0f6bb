//! Rules on identity.

mod numbering;

pub(super) mod assignment_without_number;
pub(super) mod duplicate_number;
pub(super) mod lead_missing;
pub(super) mod lead_unclear;
pub(super) mod number_not_defined;
pub(super) mod number_with_two_titles;
pub(super) mod reference_not_listed;
pub(super) mod research_marking_differs;
pub(super) mod research_without_money;
pub(super) mod section_reference_unknown;
pub(super) mod skipped_number;
pub(super) mod title_variants;
pub(super) mod title_with_two_numbers;
