//! Forms as a browser without scripts fills them in: what stands in each field, and what somebody types over it.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;

/// The fields of one form of a page.
pub(crate) struct Filled {
    /// Names with values, as they stand there.
    pub(crate) fields: Vec<(String, String)>,
    /// Whether it takes a file.
    takes_file: bool,
}

/// Returns the value of an attribute in a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split_once(&format!(" {name}=\""))?.1;
    Some(rest.split_once('"')?.0.replace("&#34;", "\"").replace("&#38;", "&"))
}

fn plain(text: &str) -> String {
    text.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#38;", "&")
}

impl Filled {
    /// Reads the form with an address from a page; none when the page has none.
    pub(crate) fn of(page: &Answer, action: &str) -> Option<Self> {
        let begin = [format!("method=\"post\" action=\"{action}\""), format!("formaction=\"{action}\"")];
        let at = begin.iter().find_map(|begin| page.text.find(begin.as_str()))?;
        let from = page.text[..at].rfind("<form")?;
        let to = at + page.text[at..].find("</form>")?;
        let form = &page.text[from..to];
        let takes_file = form.contains("enctype=\"multipart/form-data\"");
        let mut fields = Vec::new();
        for piece in form.split('<').skip(1) {
            let (tag, after) = piece.split_once('>').unwrap_or((piece, ""));
            let Some(name) = attribute(tag, "name") else {
                continue_option(tag, &mut fields);
                continue;
            };
            match tag.split_whitespace().next().unwrap_or_default() {
                "textarea" => fields.push((name, plain(after))),
                "select" => fields.push((name, "\u{0}".to_owned())),
                "input" => {
                    let kind = attribute(tag, "type").unwrap_or_default();
                    let is_off = matches!(kind.as_str(), "checkbox" | "radio") && !tag.contains(" checked");
                    if !is_off && kind != "file" {
                        fields.push((name, plain(&attribute(tag, "value").unwrap_or_default())));
                    }
                }
                _ => {}
            }
        }
        Some(Self { fields, takes_file })
    }

    /// Types over what stands there.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
    }
}

/// Takes the first option of a choice, or the one that is selected.
fn continue_option(tag: &str, fields: &mut [(String, String)]) {
    if !tag.starts_with("option ") {
        return;
    }
    if let (Some(value), Some(last)) = (attribute(tag, "value"), fields.last_mut())
        && (last.1 == "\u{0}" || tag.ends_with(" selected"))
    {
        last.1 = plain(&value);
    }
}

impl Browser {
    /// Sends a form of a page with something typed over what stands in it.
    pub(crate) async fn send_form(&mut self, page: &str, action: &str, typed: &[(&str, &str)]) -> Answer {
        let shown = self.get(page).await;
        assert_eq!(shown.status, StatusCode::OK, "{page} {}", shown.text);
        let form = Filled::of(&shown, action).unwrap_or_else(|| panic!("no form to {action} at {page}"));
        self.send_filled(form, action, typed).await
    }

    /// Sends a form that was read.
    pub(crate) async fn send_filled(
        &mut self,
        mut form: Filled,
        action: &str,
        typed: &[(&str, &str)],
    ) -> Answer {
        for (name, value) in typed {
            form.set(name, value);
        }
        let fields: Vec<(&str, &str)> =
            form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        // The token goes first, as it stands in every form.
        if form.takes_file {
            self.upload_to(action, &fields, "", b"").await
        } else {
            self.post(action, &fields).await
        }
    }
}
