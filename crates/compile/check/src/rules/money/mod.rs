//! Rules on money.

mod adding;
pub(super) mod change_total_mismatch;
mod changes;
pub(super) mod chapter_sum_mismatch;
mod funded;
pub(super) mod funding_mismatch;
pub(super) mod moved_post_charged;
pub(super) mod portion_sum_mismatch;
pub(super) mod post_in_two_tables;
pub(super) mod post_not_allocated;
mod posts;
mod prose;
pub(super) mod prose_amount_mismatch;
pub(super) mod prose_change_mismatch;
pub(super) mod share_exceeds_appropriation;
pub(super) mod total_sum_mismatch;
pub(super) mod unit_changes;
pub(super) mod unit_missing;
