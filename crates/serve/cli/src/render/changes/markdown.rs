//! x
pub(crate) fn write(_: &[styrbord_app::changes::Changes], _: &[&str], _: styrbord_app::Language) -> String {
    String::new()
}
