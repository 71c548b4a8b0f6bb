//! Rules on what a machine can be sure of in the language.

pub(super) mod doubled_punctuation;
pub(super) mod doubled_word;
pub(super) mod private_use_character;
pub(super) mod sentence_cut_off;
pub(super) mod space_before_punctuation;
mod texts;
pub(super) mod unbalanced_bracket;
