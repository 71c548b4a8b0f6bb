//! Prints the plan of a letter as JSON.
fn main() {
    let path = std::env::args().nth(1).unwrap_or_default();
    let bytes = std::fs::read(path).unwrap_or_default();
    let compiled = styrbord_pipeline::compile(&bytes).unwrap();
    println!("{}", serde_json::to_string(&compiled.plan).unwrap());
}
