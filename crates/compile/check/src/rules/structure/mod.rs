//! Rules on structure.

mod attachments;
mod claims;

pub(super) mod announced_list_empty;
pub(super) mod assignment_withheld;
pub(super) mod attachment_absent;
pub(super) mod attachment_reference_unknown;
pub(super) mod attachment_title_differs;
pub(super) mod comments_in_file;
pub(super) mod count_differs;
pub(super) mod duplicate_row;
pub(super) mod empty_section;
pub(super) mod goal_skipped_in_list;
pub(super) mod page_without_text;
pub(super) mod row_does_not_fit;
pub(super) mod skipped_section;
pub(super) mod template_heading_differs;
pub(super) mod tracked_changes;
