//! Parts of a hand-written page that a task writes: from `<!-- NAME… -->` to `<!-- /NAME -->`, markers not included.

use anyhow::{Context, Result, bail};

/// Returns `page` with what stands between each pair of markers `name` replaced.
///
/// `write` gets what the opening marker says after its name, trimmed, and the old part; it returns the new one.
/// Only a marker that has a line to itself counts, so a page can speak of markers.
pub(crate) fn rewrite(
    page: &str,
    name: &str,
    mut write: impl FnMut(&str, &str) -> Result<String>,
) -> Result<String> {
    let close = format!("<!-- /{name} -->");
    let mut out = String::with_capacity(page.len());
    let mut lines = page.split_inclusive('\n').zip(1..);
    while let Some((line, number)) = lines.next() {
        out.push_str(line);
        let Some(said) = opening(line, name) else { continue };
        let mut old = String::new();
        let end = loop {
            let (line, _) = lines
                .next()
                .with_context(|| format!("line {number}: {} is never closed by {close}", line.trim()))?;
            if line.trim() == close || opening(line, name).is_some() {
                break line;
            }
            old.push_str(line);
        };
        if end.trim() != close {
            bail!("line {number}: {} is opened again before it is closed by {close}", line.trim());
        }
        out.push_str(
            write(said, &old).with_context(|| format!("line {number}: {}", line.trim()))?.trim_end(),
        );
        out.push('\n');
        out.push_str(end);
    }
    Ok(out)
}

/// Returns what an opening marker says after its name.
fn opening<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let inner = line.trim().strip_prefix("<!-- ")?.strip_suffix("-->")?;
    Some(inner.strip_prefix(name)?.strip_prefix(':')?.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_between_the_markers_is_replaced() {
        let page = "a\n<!-- part:x y -->\nold\nold\n<!-- /part -->\nb\n";
        let new = rewrite(page, "part", |said, _| Ok(format!("new {said}\n\n"))).unwrap();
        assert_eq!(new, "a\n<!-- part:x y -->\nnew x y\n<!-- /part -->\nb\n");
        assert_eq!(rewrite(&new, "part", |_, old| Ok(old.to_owned())).unwrap(), new);
    }

    #[test]
    fn other_markers_and_markers_in_running_text_are_left() {
        let page = "<!-- other:x -->\nWrite `<!-- part:x -->` above it.\n<!-- /other -->\n";
        assert_eq!(rewrite(page, "part", |_, _| bail!("not asked for")).unwrap(), page);
    }

    #[test]
    fn an_open_end_is_told() {
        for page in ["<!-- part:x -->\nold\n", "<!-- part:x -->\n<!-- part:y -->\n<!-- /part -->\n"] {
            let error = rewrite(page, "part", |_, _| Ok(String::new())).unwrap_err().to_string();
            assert!(error.starts_with("line 1: <!-- part:x --> is"), "{error}");
        }
    }
}
