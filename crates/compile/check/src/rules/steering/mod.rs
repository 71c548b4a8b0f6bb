//! Rules on steering.

pub(super) mod goal_without_parameters;
pub(super) mod parameter_is_activity;
pub(super) mod parameter_not_measurable;
pub(super) mod parameter_without_target;
pub(super) mod steering_counts;
mod wording;
