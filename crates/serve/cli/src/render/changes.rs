//! x
pub(crate) mod markdown;
use crate::output::Screen;
pub(crate) fn draw(_: &[styrbord_app::changes::Changes], _: &[&str], _: Screen) -> String {
    String::new()
}
