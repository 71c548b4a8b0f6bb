//! Why a command about the work is refused, with the words.

mod deadline;
mod order;
mod status;

pub(super) use deadline::*;
pub(super) use order::*;
pub(super) use status::*;
