//! Walks through the pages.

use crate::server::{Server, has_browser, letter};

#[test]
fn a_controller_walks_from_an_empty_journal_and_every_page_is_accessible() {
    if !has_browser("the walk through the pages") {
        return;
    }
    let server = Server::start("walk");
    let state = server.file("state.json");
    server.run("walk.mjs", &[&letter("isfjordverket-2026.md"), server.code(), &state]);
    let places = std::fs::read_to_string(server.file("state.txt")).unwrap();
    let (year, assignment) = places.trim().split_once('\n').unwrap();
    server.run("two.mjs", &[&state, assignment]);
    server.run("keys.mjs", &[&state, year]);
    server.run("look.mjs", &[&state, "controller"]);
    server.run("look.mjs", &[&server.file("state-steward.json"), "steward"]);
}

#[test]
fn the_walk_needs_no_script() {
    if !has_browser("the walk without scripts") {
        return;
    }
    let server = Server::start("walk-without-scripts");
    let state = server.file("state.json");
    server.run("walk.mjs", &[&letter("isfjordverket-2026.md"), server.code(), &state, "--no-script"]);
}
