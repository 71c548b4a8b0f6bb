//! A browser for the tests: keeps cookies, follows no link by itself, reads the tokens of forms.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use std::collections::BTreeMap;
use styrbord_web::{House, Opened, Settings, Site, router};
use tower::ServiceExt as _;

/// The password of the first person.
pub(crate) const PASSWORD: &str = "fjorden er blank i dag";

pub(crate) const LETTER: &str = "\
# Tildelingsbrev 2025 for Bryggetilsynet

Dato: 20. desember 2024

Fra Havnedepartementet

## Mål 1: Trygge brygger

Oppdrag:

| Nr. | Oppdrag | Frist |
|---|---|---|
| 2025-01 | Kartlegge råte i trebrygger langs kysten | 01.06.2025 |
| 2025-02 | Lage veileder om fortøyning av fritidsbåter | 01.09.2025 |
| 2025-03 | Evaluere tilskuddet til gjestebrygger | 01.12.2025 |

## Budsjett

| Kap./post | Betegnelse | Beløp (kroner) |
|---|---|---:|
| **512** | **Bryggetilsynet** | |
| 512.01 | Driftsutgifter | 41 300 000 |
| 512.45 | Større utstyrsanskaffelser | 2 700 000 |
| | Sum kap. 512 | 44 000 000 |
";

pub(crate) struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn to(&self) -> &str {
        self.headers.get(LOCATION).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// Returns the token of the first form.
    pub(crate) fn token(&self) -> String {
        self.value("token")
    }

    /// Returns the first value of a hidden field.
    pub(crate) fn value(&self, name: &str) -> String {
        let begin = format!("name=\"{name}\" value=\"");
        let rest = self.text.split_once(&begin).unwrap_or_else(|| panic!("no {name} in {}", self.text)).1;
        rest.split_once('"').unwrap().0.to_owned()
    }

    pub(crate) fn has(&self, words: &str) -> &Self {
        assert!(self.text.contains(words), "no {words:?} in {} {}", self.status, self.text);
        self
    }

    pub(crate) fn lacks(&self, words: &str) -> &Self {
        assert!(!self.text.contains(words), "{words:?} in {}", self.text);
        self
    }
}

impl Browser {
    /// Opens a browser at an empty journal.
    pub(crate) fn new() -> Self {
        let site = Site::open(Opened::Memory).unwrap();
        let settings = Settings { upload_max: 64 * 1024, ..Settings::default() };
        Self { router: router(House::new(site, settings)), cookies: BTreeMap::new() }
    }

    /// Opens another browser at the same journal.
    pub(crate) fn other(&self) -> Self {
        Self { router: self.router.clone(), cookies: BTreeMap::new() }
    }

    /// Opens a browser, sets up, and is logged in.
    pub(crate) async fn set_up() -> Self {
        let mut browser = Self::new();
        let token = browser.get("/set-up").await.token();
        let form = [("name", "Kari Nordmann"), ("agency", "Bryggetilsynet"), ("login", "kari")];
        let form = [form.as_slice(), &[("password", PASSWORD), ("token", &token)]].concat();
        let answer = browser.post("/set-up", &form).await;
        assert_eq!((answer.status, answer.to()), (StatusCode::SEE_OTHER, "/"), "{}", answer.text);
        browser
    }

    /// Opens a browser at a year that has just begun.
    pub(crate) async fn at_year() -> Self {
        let mut browser = Self::set_up().await;
        browser.start(LETTER).await;
        browser
    }

    /// Starts a simulated year with a letter.
    pub(crate) async fn start(&mut self, letter: &str) {
        let answer = self.upload("brev.md", letter.as_bytes()).await;
        let reading = answer.to().to_owned();
        let token = self.get(&reading).await.token();
        let start = format!("{}/start", reading.split('?').next().unwrap());
        let answer = self.post(&start, &[("token", &token), ("file", "brev.md"), ("simulated", "1")]).await;
        assert_eq!(answer.to(), "/years/organisation-1/2025", "{}", answer.text);
    }

    /// Sends a form whose values are made.
    pub(crate) async fn post_all(&mut self, address: &str, form: &[(&str, String)]) -> Answer {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.post(address, &form).await
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub(crate) fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    pub(crate) async fn get(&mut self, address: &str) -> Answer {
        self.send(Request::builder().uri(address).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&mut self, address: &str, form: &[(&str, &str)]) -> Answer {
        let pairs: Vec<String> =
            form.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        let request = Request::builder()
            .method(Method::POST)
            .uri(address)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(HOST, "styrbord.test")
            .header(ORIGIN, "http://styrbord.test")
            .body(Body::from(pairs.join("&")))
            .unwrap();
        self.send(request).await
    }

    pub(crate) async fn upload(&mut self, name: &str, bytes: &[u8]) -> Answer {
        let token = self.get("/").await.token();
        self.upload_with(&token, name, bytes).await
    }

    pub(crate) async fn upload_with(&mut self, token: &str, name: &str, bytes: &[u8]) -> Answer {
        let mut body = format!(
            "--grense\r\ncontent-disposition: form-data; name=\"token\"\r\n\r\n{token}\r\n\
             --grense\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--grense--\r\n");
        let request = Request::builder()
            .method(Method::POST)
            .uri("/letters")
            .header(CONTENT_TYPE, "multipart/form-data; boundary=grense")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    pub(crate) async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert(COOKIE, cookies.join("; ").parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, text }
    }
}

fn escaped(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect::<Vec<String>>().concat()
}
