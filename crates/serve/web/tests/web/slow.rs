//! Requests over the network that are slow, large, broken or many: they are cut, and others are still answered.
#![expect(clippy::disallowed_types, reason = "how long something takes is what is tested")]

use crate::browser::{CODE, PASSWORD};
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc;
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};
use styrbord_web::{House, Opened, Settings, Site, serve};

/// How long a request may take here.
const TIME_MAX: Duration = Duration::from_millis(400);
/// As many connections are open at once.
const ROOM: usize = 24;
/// After this time at the most something slow has ended, and something plain was answered.
const SOON: Duration = Duration::from_secs(4);

/// Serves a site in memory until the test ends.
fn served() -> SocketAddr {
    let site = Site::open(Opened::Memory).unwrap();
    site.choose_set_up_code(CODE);
    let settings = Settings { time_max: TIME_MAX, connections_max: ROOM, ..Settings::default() };
    let (told, ready) = mpsc::channel();
    spawn(move || {
        serve(House::new(site, settings), "127.0.0.1:0".parse().unwrap(), |at| told.send(at).unwrap())
    });
    ready.recv().unwrap()
}

fn connected(at: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(at).unwrap();
    stream.set_read_timeout(Some(SOON)).unwrap();
    stream.set_write_timeout(Some(SOON)).unwrap();
    stream
}

/// Sends bytes and returns the whole answer, which ends with the connection.
fn answer(at: SocketAddr, request: &[u8]) -> String {
    let mut stream = connected(at);
    // Who is refused early may not be read to the end.
    let _ = stream.write_all(request);
    rest(&mut stream)
}

fn rest(stream: &mut TcpStream) -> String {
    let (mut bytes, mut part) = (Vec::new(), [0; 4096]);
    loop {
        match stream.read(&mut part) {
            Ok(0) => break,
            Ok(count) => bytes.extend_from_slice(&part[..count]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                panic!("it is still open after {SOON:?}: {}", String::from_utf8_lossy(&bytes))
            }
            Err(_) => break,
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Checks that somebody else is answered, and soon.
fn others_are_answered(at: SocketAddr) {
    let begun = Instant::now();
    let page = answer(at, b"GET /set-up HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("</html>"), "{page}");
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
}

/// Sends a byte every now and then until the other end has had enough; returns what it said.
fn drip(at: SocketAddr, begin: &str) -> String {
    let mut stream = connected(at);
    stream.write_all(begin.as_bytes()).unwrap();
    let begun = Instant::now();
    stream.set_read_timeout(Some(Duration::from_millis(20))).unwrap();
    let (mut said, mut part) = (Vec::new(), [0; 4096]);
    loop {
        assert!(begun.elapsed() < SOON, "it takes bytes for ever");
        if stream.write_all(b"a").is_err() {
            break;
        }
        match stream.read(&mut part) {
            Ok(0) => break,
            Ok(count) => said.extend_from_slice(&part[..count]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(_) => break,
        }
    }
    String::from_utf8_lossy(&said).into_owned()
}

#[test]
fn a_head_that_comes_byte_by_byte_is_cut() {
    let at = served();
    let said = drip(at, "GET /set-up HTTP/1.1\r\nhost: x\r\nx-slow: ");
    assert!(!said.contains(" 200 "), "{said}");
    others_are_answered(at);
}

#[test]
fn a_form_that_comes_byte_by_byte_is_cut() {
    let at = served();
    let head = "POST /set-up HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n";
    let said = drip(at, &format!("{head}content-length: 200000\r\n\r\nname="));
    assert!(said.is_empty() || said.starts_with("HTTP/1.1 408"), "{said}");
    others_are_answered(at);
    let chunked = drip(at, &format!("{head}transfer-encoding: chunked\r\n\r\n186a0\r\n"));
    assert!(chunked.is_empty() || chunked.starts_with("HTTP/1.1 408"), "{chunked}");
    others_are_answered(at);
}

#[test]
fn who_says_nothing_keeps_nobody_out() {
    let at = served();
    let idle: Vec<TcpStream> = (0..ROOM * 4).map(|_| connected(at)).collect();
    let begun = Instant::now();
    others_are_answered(at);
    assert!(begun.elapsed() < TIME_MAX * 2, "{:?}: others waited for the idle ones", begun.elapsed());
    drop(idle);
    // Half a request on every connection does not either.
    let half: Vec<TcpStream> = (0..ROOM * 4)
        .map(|_| {
            let mut stream = connected(at);
            let _ = stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n");
            stream
        })
        .collect();
    others_are_answered(at);
    sleep(TIME_MAX * 3);
    let mut half = half.into_iter();
    assert!(half.all(|mut stream| !rest(&mut stream).contains(" 200 ")));
}

#[test]
fn an_answer_that_nobody_fetches_ends() {
    let at = served();
    let mut stream = connected(at);
    let many = "GET /set-up HTTP/1.1\r\nhost: x\r\n\r\n".repeat(400);
    let begun = Instant::now();
    // It is written until the other end takes no more, and nothing is read.
    stream.set_write_timeout(Some(Duration::from_millis(100))).unwrap();
    while begun.elapsed() < SOON {
        match stream.write_all(many.as_bytes()) {
            Err(error) if !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => break,
            _ => {}
        }
    }
    assert!(begun.elapsed() < SOON, "it is kept for ever");
    others_are_answered(at);
}

#[test]
fn what_is_too_large_or_no_request_is_refused() {
    let at = served();
    let long = "x".repeat(2_000_000);
    let many = (0..2_000).map(|number| format!("x-{number}: y\r\n")).collect::<Vec<_>>().concat();
    let form = "content-type: application/x-www-form-urlencoded\r\n";
    for (request, expected) in [
        (format!("GET /set-up HTTP/1.1\r\nhost: x\r\nx-long: {long}\r\n\r\n"), "431"),
        (format!("GET /{long} HTTP/1.1\r\nhost: x\r\n\r\n"), "4"),
        (format!("GET /set-up HTTP/1.1\r\nhost: x\r\n{many}\r\n"), "431"),
        (
            format!(
                "POST /set-up HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{form}content-length: 2000000\r\n\r\n{long}"
            ),
            "413",
        ),
        ("GET /set-up\r\n\r\n".to_owned(), "400"),
        ("GET /set-up HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n".to_owned(), "400"),
        (
            "POST /set-up HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n".to_owned(),
            "400",
        ),
        ("GET /set-up HTTP/1.1\r\nhost: x\r\nx: a\rb\r\n\r\n".to_owned(), "400"),
        ("\x16\x03\x01\x02".to_owned() + &"\0".repeat(600), "400"),
    ] {
        let said = answer(at, request.as_bytes());
        let start: String = request.chars().take(60).collect();
        // Who is still writing may find the connection closed before the answer is read.
        assert!(
            said.is_empty() || said.starts_with(&format!("HTTP/1.1 {expected}")),
            "{start:?}: {said:.200}"
        );
        assert!(!said.contains(" 200 "), "{start:?}");
    }
    others_are_answered(at);
}

#[test]
fn nothing_that_is_typed_becomes_a_header() {
    let at = served();
    for target in [
        "/log-in?to=/%0d%0ax-planted:%201",
        "/set-up%0d%0ax-planted:%201",
        "/years/organisation-1/2025%0aset-cookie:%20x=y?as-of=2025-01-01%0d%0ax-planted:1",
        "/assets/%0d%0ax-planted:1",
        "/feeds/%0d%0ax-planted:1.ics",
    ] {
        let said =
            answer(at, format!("GET {target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").as_bytes());
        let (head, _) = said.split_once("\r\n\r\n").unwrap();
        assert!(head.lines().all(|line| !line.to_lowercase().starts_with("x-planted")), "{target}: {head}");
        assert!(!head.contains("x=y"), "{target}: {head}");
    }
    // Cookies and languages that a browser sends do not come back.
    let planted = "cookie: language=en%0d%0aset-cookie: a=b; forms=\"<script>; session=x\r\naccept-language: <b>,en\r\n";
    let said = answer(
        at,
        format!("GET /set-up HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{planted}\r\n").as_bytes(),
    );
    assert!(said.starts_with("HTTP/1.1 200") && !said.contains("a=b") && !said.contains("<b>"), "{said}");
    assert!(!said.contains(PASSWORD));
}
