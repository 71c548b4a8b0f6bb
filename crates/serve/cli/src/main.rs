//! The binary `styrbord`.
fn main() {}
