//! Where heavy dependencies live, and that a plain build does without the heaviest.

use super::workspace::Workspace;

/// Dependencies and the only crates that may use them. A name ending in `*` stands for all that begin so.
const HOMES: &[(&[&str], &[&str])] = &[
    // Letters in. Typeset and sheets write the same package formats that readers read.
    (&["lopdf", "pdf-extract", "scraper", "html5ever", "encoding_rs"], &["readers"]),
    (&["zip", "quick-xml"], &["readers", "sheets", "typeset"]),
    (&["arrow", "arrow-*", "parquet", "calamine", "rust_xlsxwriter"], &["tables", "sheets"]),
    (&["csv"], &["tables"]),
    // The engines.
    (&["datafusion", "datafusion-*", "ballista", "ballista-*", "polars", "polars-*", "duckdb"], &["engine"]),
    (&["rusqlite", "libsqlite3-sys", "postgres", "tokio-postgres", "deadpool-postgres", "sqlx"], &["store"]),
    (&["typst", "typst-*", "krilla"], &["typeset"]),
    (&["highs", "highs-sys", "good_lp", "microlp"], &["linear"]),
    // The people who use it.
    (&["argon2"], &["app"]),
    (&["axum", "axum-*", "hyper", "hyper-*", "tokio", "tower", "tower-*", "askama"], &["web"]),
    (&["annotate-snippets", "clap", "clap_complete", "indicatif", "anyhow", "ctrlc", "nix"], &["cli"]),
];

/// What a plain `cargo run` of `styrbord check` never compiles: each is behind a cargo feature.
const BEHIND_A_FEATURE: &[&str] = &[
    "datafusion",
    "datafusion-*",
    "ballista",
    "ballista-*",
    "polars",
    "polars-*",
    "duckdb",
    "typst",
    "typst-*",
    "highs",
    "highs-sys",
    "postgres",
    "tokio-postgres",
    "axum",
    "tokio",
];

/// Returns a line for each dependency that is used away from its home.
pub(super) fn violations(workspace: &Workspace) -> Vec<String> {
    let edges =
        workspace.crates.iter().flat_map(|user| user.dependencies.iter().map(move |name| (user, name)));
    edges
        .filter_map(|(user, name)| {
            let (_, homes) = HOMES.iter().find(|(names, _)| is_one_of(name, names))?;
            let at_home = homes.contains(&user.name.as_str());
            (!at_home).then(|| format!("{} -> {name}: its only home is {}", user.path(), homes.join(", ")))
        })
        .collect()
}

/// Returns a line for each heavy engine in what `cargo tree --prefix=none --format={p}` prints of `styrbord`.
pub(super) fn heavy_in_default_tree(tree: &str) -> Vec<String> {
    let mut heavy: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| is_one_of(name, BEHIND_A_FEATURE))
        .collect();
    heavy.sort_unstable();
    heavy.dedup();
    heavy
        .into_iter()
        .map(|name| {
            format!(
                "styrbord -> {name}: a plain build compiles no heavy engine, put it behind a feature \
                 (the way there: cargo tree -p styrbord -e normal -i {name})"
            )
        })
        .collect()
}

fn is_one_of(name: &str, patterns: &[&str]) -> bool {
    patterns.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == *pattern,
    })
}

#[cfg(test)]
mod tests {
    use super::super::workspace::tests::workspace;
    use super::*;

    #[test]
    fn a_heavy_crate_stays_in_its_home() {
        assert_eq!(violations(&workspace(&["compile/readers: lopdf zip", "xtask: anyhow"])), [""; 0]);
        assert_eq!(
            violations(&workspace(&["compile/lower: lopdf", "serve/app: datafusion-functions serde"])),
            [
                "compile/lower -> lopdf: its only home is readers",
                "serve/app -> datafusion-functions: its only home is engine"
            ]
        );
    }

    #[test]
    fn a_plain_build_has_no_heavy_engine() {
        let plain = "styrbord v0.1.0 (/w/crates/serve/cli)\nclap v4.6.7\ntypstyle v1.0.0\nserde v1.0.0 (*)\n";
        assert_eq!(heavy_in_default_tree(plain), [""; 0]);
        let heavy =
            heavy_in_default_tree(&format!("{plain}typst v0.15.1\ntypst-pdf v0.15.1\ntypst v0.15.1 (*)\n"));
        assert_eq!(heavy.len(), 2);
        assert!(heavy[0].starts_with("styrbord -> typst: a plain build"), "{heavy:?}");
        assert!(heavy[1].starts_with("styrbord -> typst-pdf: "), "{heavy:?}");
    }
}
