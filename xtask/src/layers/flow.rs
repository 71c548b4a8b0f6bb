//! The order in which data flows, as the tree shows it, and the edges that go against it.

use super::workspace::{Crate, Workspace};
use Kind::{Join, Machine, Noun, Shell};

/// What a crate is to the others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// Describes: open to every later folder.
    Noun,
    /// Does: open to its own folder and to the crate that joins.
    Machine,
    /// The one place where machines of different folders meet.
    Join,
    /// What a person meets: it knows the joining crate and nothing behind it. The last one, the binary, starts the
    /// others too.
    Shell,
}

/// Each folder and each crate at its place. A crate depends on crates above it, as far as its kind allows.
const FLOW: &[(&str, &[(&str, Kind)])] = &[
    ("base", &[("money", Noun), ("calendar", Noun), ("tables", Machine), ("linear", Machine)]),
    (
        "compile",
        &[
            ("source", Noun),
            ("diagnostics", Noun),
            ("readers", Machine),
            ("syntax", Machine),
            ("plan", Noun),
            ("lower", Machine),
            ("titles", Noun),
            ("check", Machine),
            ("pipeline", Machine),
            ("compare", Machine),
        ],
    ),
    ("follow", &[("events", Noun), ("store", Machine)]),
    ("fund", &[("grants", Noun)]),
    ("measure", &[("indicators", Noun), ("engine", Machine)]),
    ("place", &[("settlement", Noun), ("synthetic", Machine), ("solvers", Machine)]),
    ("report", &[("document", Noun), ("charts", Machine), ("sheets", Machine), ("typeset", Machine)]),
    ("serve", &[("app", Join), ("web", Shell), ("cli", Shell)]),
];

/// Returns a line for each edge between two crates of the workspace that breaks a rule.
pub(super) fn violations(workspace: &Workspace) -> Vec<String> {
    let mut wrong = Vec::new();
    for from in &workspace.crates {
        let Some(from_place) = Place::of(from) else {
            wrong
                .push(format!("crates/{} is not in the table FLOW of xtask/src/layers/flow.rs", from.path()));
            continue;
        };
        for name in &from.dependencies {
            let broken = match workspace.by_package(name) {
                Some(to) => Place::of(to).and_then(|to_place| broken_rule(from_place, to_place)),
                None if workspace.outside.contains(name) => {
                    Some("the product uses only crates under crates/")
                }
                None => None,
            };
            if let Some(rule) = broken {
                let to = workspace.by_package(name).map_or_else(|| name.clone(), Crate::path);
                wrong.push(format!("{} -> {to}: {rule}", from.path()));
            }
        }
    }
    wrong
}

#[derive(Clone, Copy)]
struct Place {
    folder: usize,
    line: usize,
    kind: Kind,
}

impl Place {
    fn of(one: &Crate) -> Option<Self> {
        let folder = FLOW.iter().position(|(folder, _)| *folder == one.folder)?;
        let line = FLOW[folder].1.iter().position(|(name, _)| *name == one.name)?;
        Some(Self { folder, line, kind: FLOW[folder].1[line].1 })
    }

    fn is_base(self) -> bool {
        self.folder == 0
    }
}

fn broken_rule(from: Place, to: Place) -> Option<&'static str> {
    let starts = from.kind == Shell && to.kind == Shell && to.line < from.line;
    if from.kind == Shell && to.kind != Join && !starts {
        return Some("web and cli go through app; besides, cli starts web");
    }
    if to.folder > from.folder {
        return Some("a folder never uses a later one");
    }
    if to.folder == from.folder {
        return (to.line >= from.line)
            .then_some("within a folder, too, a crate uses only those before it in the flow");
    }
    let open = to.is_base() || to.kind == Noun || from.kind == Join;
    (!open).then_some("across folders a crate uses nouns (and base) only; app alone joins machines")
}

#[cfg(test)]
mod tests {
    use super::super::workspace::tests::workspace;
    use super::*;

    /// Checks the edges in `lines` against the rule that is expected to break, named by some of its words.
    fn check(lines: &[&str], expected: &[&str]) {
        let found = violations(&workspace(lines));
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.contains(expected), "expected {expected:?}, found {found:?}");
        }
    }

    #[test]
    fn a_folder_never_uses_a_later_one() {
        check(&["compile/plan:", "follow/events: styrbord-plan"], &[]);
        check(
            &["compile/plan: styrbord-events", "follow/events:"],
            &["compile/plan -> follow/events: a folder never uses a later one"],
        );
    }

    #[test]
    fn across_folders_only_nouns() {
        check(&["base/tables:", "compile/plan:", "report/document: styrbord-plan styrbord-tables"], &[]);
        check(
            &["compile/lower:", "report/document: styrbord-lower"],
            &["report/document -> compile/lower: across"],
        );
    }

    #[test]
    fn within_a_folder_in_the_order_of_the_flow() {
        check(&["compile/source:", "compile/syntax: styrbord-source", "compile/lower: styrbord-syntax"], &[]);
        check(
            &["compile/source: styrbord-syntax", "compile/syntax:"],
            &["compile/source -> compile/syntax: within a folder"],
        );
        check(&["base/money: styrbord-calendar", "base/calendar:"], &["base/money -> base/calendar: within"]);
    }

    #[test]
    fn app_alone_joins_machines() {
        check(&["compile/pipeline:", "follow/store:", "serve/app: styrbord-pipeline styrbord-store"], &[]);
        check(
            &["compile/pipeline:", "follow/store: styrbord-pipeline"],
            &["follow/store -> compile/pipeline: across"],
        );
    }

    #[test]
    fn the_shells_go_through_app() {
        check(&["serve/app:", "serve/cli: styrbord-app", "serve/web: styrbord-app"], &[]);
        check(
            &["compile/plan:", "serve/cli: styrbord-plan"],
            &["serve/cli -> compile/plan: web and cli go through app"],
        );
        check(&["base/money:", "serve/web: styrbord-money"], &["serve/web -> base/money: web and cli"]);
    }

    #[test]
    fn the_binary_starts_the_pages_and_not_the_other_way() {
        check(&["serve/cli: styrbord-web", "serve/web:"], &[]);
        check(
            &["serve/cli:", "serve/web: styrbord"],
            &["serve/web -> serve/cli: web and cli go through app"],
        );
    }

    #[test]
    fn a_crate_unknown_to_the_flow_is_told() {
        check(&["compile/plan:"], &[]);
        check(&["compile/guesses:"], &["crates/compile/guesses is not in the table FLOW"]);
        check(&["extras/plan:"], &["crates/extras/plan is not in the table FLOW"]);
    }

    #[test]
    fn the_product_does_not_use_the_tasks() {
        check(&["xtask: styrbord-plan", "compile/plan:"], &[]);
        check(
            &["xtask:", "serve/app: xtask"],
            &["serve/app -> xtask: the product uses only crates under crates/"],
        );
    }
}
