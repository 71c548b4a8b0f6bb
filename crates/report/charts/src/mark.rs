//! Elements of SVG, escaped.

use std::fmt::{self, Display, Write};

/// An element of SVG that is written piece by piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    name: &'static str,
    open: String,
    inside: String,
}

impl Mark {
    /// Begins an element.
    pub fn new(name: &'static str) -> Self {
        Self { name, open: String::new(), inside: String::new() }
    }

    /// Adds an attribute.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Display) -> Self {
        let _ = write!(self.open, " {name}=\"{}\"", escaped(&value.to_string()));
        self
    }

    /// Adds text.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.inside.push_str(&escaped(text));
        self
    }

    /// Adds an element inside it.
    #[must_use]
    pub fn holding(mut self, inner: &Mark) -> Self {
        let _ = write!(self.inside, "{inner}");
        self
    }
}

impl Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, open, inside } = self;
        if inside.is_empty() {
            write!(f, "<{name}{open}/>")
        } else {
            write!(f, "<{name}{open}>{inside}</{name}>")
        }
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let inner = Mark::new("text").with("x", 3).text("a < b & \"c\"");
        let outer = Mark::new("g").with("class", "'><script>").holding(&inner);
        let expected =
            "<g class=\"&#39;&gt;&lt;script&gt;\"><text x=\"3\">a &lt; b &amp; &quot;c&quot;</text></g>";
        assert_eq!(outer.to_string(), expected);
    }
}
