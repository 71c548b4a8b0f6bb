//! SQLite does what every journal does.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_types,
    reason = "a test stops at its first surprise"
)]

mod common;
mod conformance;

use common::Folder;

conformance!(Folder::new(), sqlite:
    an_empty_journal_has_no_head,
    what_is_kept_is_read_back,
    a_command_sent_twice_is_done_once,
    an_id_of_somebody_elses_command_is_refused,
    two_writers_lose_no_update,
    who_saw_an_older_version_is_refused,
    a_batch_that_does_not_follow_the_head_is_refused,
    what_is_rolled_back_was_never_there,
    a_refused_command_does_not_spoil_the_others,
    a_small_step_of_the_clock_is_smoothed_and_a_large_one_refused,
    erased_words_are_gone_and_the_chain_stays,
    texts_come_in_the_order_of_their_hashes,
    attachments_are_kept_once_by_their_content,
    what_was_exported_is_imported_byte_for_byte,
    what_is_not_whole_is_not_imported_at_all,
    a_copy_is_the_same_and_verified,
    writers_at_one_desk_get_their_own_answers,
    an_idle_desk_takes_in_what_others_write,
    news_of_another_writer_arrive_within_a_second,
);
