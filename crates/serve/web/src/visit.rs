//! One request with who makes it: language, visit, and the day that is asked for.

use crate::house::House;
use crate::problem::Problem;
use crate::server::Caller;
use crate::site::{Visitor, hex, random, same};
use crate::written;
use axum::extract::{ConnectInfo, FromRequestParts, Request};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::net::IpAddr;
use styrbord_app::{Date, Language};

/// The cookies, without the mark of https.
pub(crate) const SESSION: &str = "session";
pub(crate) const FORMS: &str = "forms";
pub(crate) const LANGUAGE: &str = "language";
/// The bytes of a form's token, before they are masked.
const TOKEN_BYTES: usize = 32;
/// As many values of an address or a form are read.
const VALUES_MAX: usize = 2_000;

/// A request as pages know it.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    /// Who is logged in.
    pub(crate) visitor: Option<Visitor>,
    /// The secret of the session.
    pub(crate) session: Option<String>,
    /// The secret that the tokens of forms are made of.
    pub(crate) forms: String,
    /// Whether the browser has that secret already.
    pub(crate) knows_forms: bool,
    /// The language of the page.
    pub(crate) language: Language,
    /// The path of the address.
    pub(crate) path: String,
    /// The values in the address, in their order.
    pub(crate) query: Values,
    /// The network address that it comes from.
    pub(crate) from: String,
    /// By which the log and the page name this request.
    pub(crate) reference: String,
}

/// Names with their values, as an address or a form has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Values(Vec<(String, String)>);

impl Values {
    /// Reads `a=1&b=2` with its escapes.
    pub(crate) fn read(text: &str) -> Self {
        let pairs = text.split('&').filter(|pair| !pair.is_empty()).take(VALUES_MAX);
        Self(
            pairs
                .map(|pair| {
                    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                    (decoded(name), decoded(value))
                })
                .collect(),
        )
    }

    /// Adds a value.
    pub(crate) fn push(&mut self, name: &str, value: String) {
        self.0.push((name.to_owned(), value));
    }

    /// Puts a value in the place of all that have its name.
    pub(crate) fn set(&mut self, name: &str, value: String) {
        self.0.retain(|(known, _)| known != name);
        self.push(name, value);
    }

    /// Returns the first value of a name without space around it; none when it is empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name)?;
        Some(found.1.trim()).filter(|value| !value.is_empty())
    }

    /// Returns all of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// Returns text as it stands in an address.
pub(crate) fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push_str(&hex(&[byte]).to_uppercase());
        }
    }
    encoded
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
                match (digit(ahead.next()), digit(ahead.next())) {
                    (Some(high), Some(low)) => {
                        bytes.push((high * 16 + low) as u8);
                        rest = ahead;
                    }
                    _ => bytes.push(byte),
                }
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl Visit {
    /// Returns the secret of the session that a browser sends.
    pub(crate) fn session_of(house: &House, request: &Request) -> Option<String> {
        cookies(request.headers()).remove(&cookie_name(SESSION, house.settings().https))
    }

    /// Reads how a request is made by who was found to make it.
    ///
    /// # Errors
    /// When no secret can be drawn.
    pub(crate) fn of(house: &House, request: &Request, visitor: Option<Visitor>) -> Result<Self, Problem> {
        let https = house.settings().https;
        let cookies = cookies(request.headers());
        let cookie = |name: &str| cookies.get(&cookie_name(name, https)).cloned();
        let known = cookie(FORMS).filter(|value| value.len() == TOKEN_BYTES * 2);
        let session = cookie(SESSION);
        let chosen = visitor.as_ref().and_then(|visitor| visitor.language);
        let said = cookie(LANGUAGE).and_then(|code| language(&code));
        Ok(Self {
            knows_forms: known.is_some(),
            forms: match known {
                Some(known) => known,
                None => hex(&random::<TOKEN_BYTES>()?),
            },
            session: session.filter(|_| visitor.is_some()),
            visitor,
            language: said.or(chosen).unwrap_or_else(|| preferred(request.headers())),
            from: from(request, https),
            path: without_secret(request.uri().path()),
            query: Values::read(request.uri().query().unwrap_or_default()),
            reference: hex(&random::<4>()?),
        })
    }

    /// Returns who is logged in.
    ///
    /// # Errors
    /// When nobody is.
    pub(crate) fn person(&self) -> Result<&Visitor, Problem> {
        self.visitor.as_ref().ok_or(Problem::LogInFirst)
    }

    /// Returns the day as of which the page is asked for.
    ///
    /// # Errors
    /// When what stands in the address is no day.
    pub(crate) fn as_of(&self) -> Result<Option<Date>, Problem> {
        match self.query.get("as-of") {
            Some(text) => written::read_date(text).map(Some).ok_or(Problem::Unreadable),
            None => Ok(None),
        }
    }

    fn token_bytes(&self) -> [u8; TOKEN_BYTES] {
        let session = self.session.as_deref().unwrap_or_default();
        Sha256::digest(format!("form\n{}\n{session}", self.forms)).into()
    }

    /// Returns a token for a form, masked so that no two pages show the same.
    pub(crate) fn token(&self) -> String {
        let Ok(mask) = random::<TOKEN_BYTES>() else { return String::new() };
        let masked: Vec<u8> = self.token_bytes().iter().zip(mask).map(|(byte, mask)| byte ^ mask).collect();
        format!("{}{}", hex(&mask), hex(&masked))
    }

    /// Checks that a form was written by this visit.
    ///
    /// # Errors
    /// When it was not.
    pub(crate) fn check_token(&self, token: Option<&str>) -> Result<(), Problem> {
        let bytes = token.and_then(unhex).filter(|bytes| bytes.len() == TOKEN_BYTES * 2);
        let bytes = bytes.filter(|_| self.knows_forms).ok_or(Problem::Strange)?;
        let (mask, masked) = bytes.split_at(TOKEN_BYTES);
        let found: Vec<u8> = mask.iter().zip(masked).map(|(mask, byte)| mask ^ byte).collect();
        if same(&found, &self.token_bytes()) { Ok(()) } else { Err(Problem::Strange) }
    }
}

/// Returns a path as pages and log may show it: the address of a feed is a secret.
fn without_secret(path: &str) -> String {
    let feeds = "/feeds/";
    if path.starts_with(feeds) { format!("{feeds}-") } else { path.to_owned() }
}

/// The header in which who speaks https for this server says for whom, the nearest last.
const FORWARDED: &str = "x-forwarded-for";

/// Returns the address of the machine that asks; nothing where there is no network between. Who speaks https for this
/// server on the same machine says who asks; nobody else is believed.
fn from(request: &Request, https: bool) -> String {
    let Some(ConnectInfo(caller)) = request.extensions().get::<ConnectInfo<Caller>>() else {
        return String::new();
    };
    let near = caller.0.ip().to_canonical();
    if !https || !near.is_loopback() {
        return of_network(near);
    }
    let said = request.headers().get_all(FORWARDED).into_iter().next_back();
    let last = said.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse::<IpAddr>().ok());
    of_network(last.map_or(near, |address| address.to_canonical()))
}

/// Returns an address as attempts are counted by: of the newer kind one has a whole network to choose from.
fn of_network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [one, two, three, four, ..] = address.segments();
            format!("{one:x}:{two:x}:{three:x}:{four:x}::/64")
        }
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(digits.chunks_exact(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect())
}

/// Returns the name of a cookie; by https with the mark that ties it to this server alone.
pub(crate) fn cookie_name(name: &str, https: bool) -> String {
    if https { format!("__Host-{name}") } else { name.to_owned() }
}

/// Returns the header that sets a cookie, for so many seconds or for the visit.
pub(crate) fn cookie(name: &str, value: &str, seconds: Option<u32>, https: bool) -> Option<HeaderValue> {
    let secure = if https { "; Secure" } else { "" };
    let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let name = cookie_name(name, https);
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")).ok()
}

fn cookies(headers: &HeaderMap) -> BTreeMap<String, String> {
    let all = headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Returns the language of a code.
pub(crate) fn language(code: &str) -> Option<Language> {
    match code {
        "nb" | "no" => Some(Language::Nb),
        "nn" => Some(Language::Nn),
        "en" => Some(Language::En),
        _ => None,
    }
}

/// Returns the code of a language.
pub(crate) fn code(language: Language) -> &'static str {
    match language {
        Language::Nb => "nb",
        Language::Nn => "nn",
        Language::En => "en",
    }
}

/// Returns the first language that the browser asks for and the pages have; else bokmål.
fn preferred(headers: &HeaderMap) -> Language {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut codes = asked.split(',').filter_map(|one| one.trim().split(['-', ';']).next());
    codes.find_map(language).unwrap_or(Language::Nb)
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let visit = parts.extensions.get::<Visit>().cloned();
        visit.ok_or_else(|| Problem::Failed("a page outside the guard".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_feed_is_shown_nowhere() {
        assert_eq!(without_secret("/feeds/00ff.ics"), "/feeds/-");
        assert_eq!(without_secret("/account/feeds"), "/account/feeds");
    }

    #[test]
    fn who_speaks_https_for_the_server_says_who_asks_and_nobody_else() {
        let asked = |near: &str, https, said: &[&'static str]| {
            let mut request = Request::new(axum::body::Body::empty());
            request.extensions_mut().insert(ConnectInfo(Caller(near.parse().unwrap())));
            for value in said {
                request.headers_mut().append(FORWARDED, HeaderValue::from_static(value));
            }
            from(&request, https)
        };
        let planted = ["203.0.113.9", "203.0.113.8, 198.51.100.7"];
        assert_eq!(asked("127.0.0.1:80", true, &planted), "198.51.100.7");
        assert_eq!(asked("[::1]:80", true, &["2001:db8:1:2:3:4:5:6"]), "2001:db8:1:2::/64");
        assert_eq!(asked("127.0.0.1:80", true, &["nobody"]), "127.0.0.1");
        assert_eq!(asked("127.0.0.1:80", false, &planted), "127.0.0.1");
        assert_eq!(asked("192.0.2.1:80", true, &planted), "192.0.2.1");
        assert_eq!(asked("[::ffff:192.0.2.1]:80", true, &[]), "192.0.2.1");
    }

    #[test]
    fn values_are_read_with_their_escapes() {
        let values = Values::read("q=b%C3%A5t+og&empty=&q=2&odd=%zz%4");
        assert_eq!(values.get("q"), Some("båt og"));
        assert_eq!(values.get("empty"), None);
        assert_eq!(values.get("odd"), Some("%zz%4"));
        assert_eq!(Values::read(&format!("x={}", encoded("å&=?/ <"))).get("x"), Some("å&=?/ <"));
    }
}
