//! What must hold after each command.

mod growth;
mod mirror;
mod money;
mod shown;

pub(crate) use growth::Growth;
pub(crate) use mirror::Mirror;

/// What is wrong, when something is.
pub(crate) type Checked = Result<(), String>;

/// Returns what is wrong when something does not hold.
pub(crate) fn ensure(holds: bool, wrong: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(wrong()) }
}
