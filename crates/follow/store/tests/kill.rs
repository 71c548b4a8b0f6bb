//! A program that is killed at any moment loses nothing that it has acknowledged, and leaves nothing half done.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod common;

use common::Folder;
use common::killing::{Plan, is_to_be_killed, killed_at_any_moment};

fn on_sqlite(test: &str, seed: u64) {
    if is_to_be_killed() {
        return;
    }
    let folder = Folder::new();
    let fresh = |number: u64| folder.file(&format!("journal-{number}.db")).display().to_string();
    killed_at_any_moment(&Plan { test, seed, kills: 50, at_once: 1, fresh: &fresh });
}

#[test]
fn no_acknowledged_event_is_lost() {
    on_sqlite("no_acknowledged_event_is_lost", 1);
}

#[test]
fn no_acknowledged_event_is_lost_the_second_time() {
    on_sqlite("no_acknowledged_event_is_lost_the_second_time", 2);
}

#[test]
fn no_acknowledged_event_is_lost_the_third_time() {
    on_sqlite("no_acknowledged_event_is_lost_the_third_time", 3);
}

#[test]
fn no_acknowledged_event_is_lost_the_fourth_time() {
    on_sqlite("no_acknowledged_event_is_lost_the_fourth_time", 4);
}

/// Two processes write side by side; one after the other is killed.
#[cfg(feature = "postgres")]
#[test]
fn no_acknowledged_event_is_lost_on_a_server() {
    if is_to_be_killed() {
        return;
    }
    let Some(cluster) = styrbord_truth::Cluster::start("PostgreSQL: clients that are killed") else {
        return;
    };
    let fresh = |number: u64| cluster.database(&format!("killed{number}"));
    let test = "no_acknowledged_event_is_lost_on_a_server";
    killed_at_any_moment(&Plan { test, seed: 5, kills: 60, at_once: 2, fresh: &fresh });
}
