//! As much of HTTP as a person's browser needs to ask for pages: one connection, cookies, answers with a length.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

/// A connection with its cookies.
pub(super) struct Client {
    stream: BufReader<TcpStream>,
    cookies: BTreeMap<String, String>,
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    /// The bytes of the body, as they were sent.
    pub(super) bytes: usize,
    /// The body, when it is text.
    pub(super) text: String,
}

impl Client {
    /// Connects to an address like `127.0.0.1:8080`.
    pub(super) fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).with_context(|| format!("connecting to {address}"))?;
        stream.set_nodelay(true).context("setting up the connection")?;
        Ok(Self { stream: BufReader::new(stream), cookies: BTreeMap::new() })
    }

    /// Opens another connection of the same person.
    pub(super) fn again(&self, address: &str) -> Result<Self> {
        Ok(Self { cookies: self.cookies.clone(), ..Self::open(address)? })
    }

    /// Asks for a page as it is.
    pub(super) fn get(&mut self, path: &str) -> Result<Answer> {
        self.ask(&format!("GET {path} HTTP/1.1\r\n"), "")
    }

    /// Asks for a page, compressed.
    pub(super) fn get_small(&mut self, path: &str) -> Result<Answer> {
        self.ask(&format!("GET {path} HTTP/1.1\r\naccept-encoding: gzip\r\n"), "")
    }

    /// Logs in by the form.
    pub(super) fn log_in(&mut self, login: &str, password: &str) -> Result<()> {
        let page = self.get("/log-in")?.text;
        let token = page.split_once("name=\"token\" value=\"").context("no form to log in")?.1;
        let token = token.split('"').next().unwrap_or_default();
        let form = format!("token={token}&login={login}&password={}", password.replace(' ', "+"));
        let head = "POST /log-in HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded\r\n";
        let answer = self.ask(head, &form)?;
        if answer.status == 303 { Ok(()) } else { bail!("logging in answers {}", answer.status) }
    }

    /// Returns the cookies as a header has them.
    pub(super) fn cookies(&self) -> String {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        cookies.join("; ")
    }

    fn ask(&mut self, head: &str, body: &str) -> Result<Answer> {
        let (cookies, length) = (self.cookies(), body.len());
        let request =
            format!("{head}host: localhost\r\ncookie: {cookies}\r\ncontent-length: {length}\r\n\r\n{body}");
        self.stream.get_mut().write_all(request.as_bytes()).context("asking")?;
        self.answer()
    }

    fn answer(&mut self) -> Result<Answer> {
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|code| code.parse().ok()).context("no status")?;
        let mut length = 0;
        loop {
            let line = self.line()?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(": ").context("no header")?;
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().context("no length")?,
                "transfer-encoding" => bail!("an answer without its length"),
                "set-cookie" => {
                    let pair = value.split(';').next().and_then(|pair| pair.split_once('='));
                    self.cookies.extend(pair.map(|(name, value)| (name.to_owned(), value.to_owned())));
                }
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).context("reading a page")?;
        Ok(Answer { status, bytes: length, text: String::from_utf8_lossy(&body).into_owned() })
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        self.stream.read_line(&mut line).context("reading an answer")?;
        Ok(line.trim_end().to_owned())
    }
}
