//! A page taken to pieces: its tags, its links, its forms; and a walk over all that one can get to.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A tag with its attributes, their values without escapes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
}

impl Tag {
    pub(crate) fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map(String::as_str).unwrap_or_default()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.attributes.contains_key(name)
    }
}

/// A form as a browser would send it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filled {
    pub(crate) action: String,
    pub(crate) fields: Vec<(String, String)>,
    /// Whether it takes a file.
    pub(crate) takes_file: bool,
}

/// Returns the tags of a page as a browser reads them: what stands within quotes ends no tag.
pub(crate) fn tags(page: &str) -> Vec<Tag> {
    let (mut found, mut rest) = (Vec::new(), page);
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if after.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/') {
            let (tag, after) = tag(after);
            found.push(tag);
            rest = after;
        }
    }
    found
}

fn tag(text: &str) -> (Tag, &str) {
    let is_end = |letter: char| letter.is_whitespace() || letter == '>' || letter == '=';
    let name = text.split(|letter: char| letter.is_whitespace() || letter == '>').next().unwrap();
    let (mut tag, mut rest) = (Tag::default(), &text[name.len()..]);
    tag.name = name.to_lowercase();
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (tag, rest);
        }
        let name = rest.split(is_end).next().unwrap();
        rest = rest[name.len().max(usize::from(name.is_empty()))..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            (value, rest) = if let Some(quote @ ('"' | '\'')) = after.chars().next() {
                after[1..].split_once(quote).unwrap_or((&after[1..], ""))
            } else {
                after.split_at(
                    after.find(|letter: char| letter.is_whitespace() || letter == '>').unwrap_or(after.len()),
                )
            };
        }
        tag.attributes.insert(name.to_lowercase(), plain(value));
    }
}

/// Returns text without escapes.
fn plain(text: &str) -> String {
    let signs =
        [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">")];
    let text = signs.iter().fold(text.to_owned(), |text, (escape, sign)| text.replace(escape, sign));
    text.replace("&quot;", "\"").replace("&#38;", "&").replace("&amp;", "&")
}

/// Returns an address of this server as it is asked for from a page; none for one elsewhere.
fn resolved(base: &str, address: &str) -> Option<String> {
    let address = address.split('#').next().unwrap();
    let path = base.split('?').next().unwrap();
    match address.chars().next() {
        Some('/') if !address.starts_with("//") => Some(address.to_owned()),
        Some('?') => Some(format!("{path}{address}")),
        _ => None,
    }
}

/// Returns the addresses that a page links to.
pub(crate) fn links(at: &str, page: &Answer) -> BTreeSet<String> {
    let tags = tags(&page.text);
    let found = tags.iter().filter(|tag| tag.name == "a").filter_map(|tag| resolved(at, tag.get("href")));
    found.collect()
}

/// Returns the forms of a page that change something, filled in: `typed` says what goes into a field.
pub(crate) fn forms(at: &str, page: &Answer, typed: &dyn Fn(&Tag) -> String) -> Vec<Filled> {
    let (mut found, mut open): (Vec<Filled>, Option<Filled>) = (Vec::new(), None);
    let mut choice: Option<(String, Option<String>)> = None;
    for tag in tags(&page.text) {
        match tag.name.as_str() {
            "form" if tag.get("method").eq_ignore_ascii_case("post") => {
                let action = resolved(at, tag.get("action")).unwrap_or_else(|| at.to_owned());
                open = Some(Filled { action, ..Filled::default() });
            }
            "/form" => found.extend(open.take()),
            "select" => choice = Some((tag.get("name").to_owned(), None)),
            "option" => {
                if let Some((_, chosen)) = &mut choice
                    && (chosen.as_ref().is_none_or(String::is_empty)
                        || tag.has("selected") && !tag.get("value").is_empty())
                {
                    *chosen = Some(tag.get("value").to_owned());
                }
            }
            "/select" => {
                if let (Some(form), Some((name, Some(value)))) = (&mut open, choice.take()) {
                    form.fields.push((name, value));
                }
            }
            "input" | "textarea" | "button" => {
                if let Some(form) = &mut open {
                    add(form, &tag, typed);
                }
            }
            _ => {}
        }
    }
    found
}

fn add(form: &mut Filled, tag: &Tag, typed: &dyn Fn(&Tag) -> String) {
    let name = tag.get("name").to_owned();
    let known = form.fields.iter().any(|(other, _)| *other == name);
    match (tag.name.as_str(), tag.get("type")) {
        _ if name.is_empty() => {}
        ("input", "file") => form.takes_file = true,
        ("input", "radio") | ("button", _) if known => {}
        ("input", "hidden" | "checkbox" | "radio") | ("button", _) => {
            form.fields.push((name, tag.get("value").to_owned()));
        }
        _ => form.fields.push((name, typed(tag))),
    }
}

/// Tells addresses apart by what is there: numbers and chosen values make no other page.
pub(crate) fn kind_of(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let path: String =
        path.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
    let names: BTreeSet<&str> = query.split('&').map(|pair| pair.split('=').next().unwrap()).collect();
    format!("{}?{}", path.replace("00", "0"), names.into_iter().collect::<Vec<_>>().join("&"))
}

impl Browser {
    /// Goes to every address that one gets to from some, as many of each kind as is said, and returns the pages.
    pub(crate) async fn walk(&mut self, from: &[&str], of_kind_max: usize) -> BTreeMap<String, Answer> {
        let mut open: VecDeque<String> = from.iter().map(|address| (*address).to_owned()).collect();
        let mut known: BTreeSet<String> = open.iter().cloned().collect();
        let (mut kinds, mut found): (BTreeMap<String, usize>, BTreeMap<String, Answer>) = Default::default();
        while let Some(address) = open.pop_front() {
            let number = kinds.entry(kind_of(&address)).or_default();
            *number += 1;
            if *number > of_kind_max {
                continue;
            }
            let mut answer = self.get(&address).await;
            if answer.status == StatusCode::SEE_OTHER {
                let to = answer.to().to_owned();
                answer = self.get(&to).await;
            }
            assert!(!answer.status.is_server_error(), "{address}: {} {}", answer.status, answer.text);
            let fresh: Vec<String> =
                links(&address, &answer).into_iter().filter(|link| known.insert(link.clone())).collect();
            open.extend(fresh);
            found.insert(address, answer);
        }
        found
    }
}
