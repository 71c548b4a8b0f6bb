//! What was delivered: registered with a file that shows it, fetched again, and judged by the ministry.

use super::bench::{KEPT, KEPT_NAME, VERDICTS};
use super::{Address, change, change_all, page, read, texts as words};
use crate::fields::Errors;
use crate::form::{Form, Upload};
use crate::house::House;
use crate::pages::stream;
use crate::problem::Problem;
use crate::visit::{Values, Visit, encoded};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::work::{self, Evidence};
use styrbord_app::follow::events::{Hash, ObjectId, Stream};
use styrbord_app::texts::Text;

/// The most characters of the name of a file.
const NAME_MAX: usize = 120;

/// Registers something that was delivered, or adds to what shows it.
pub(crate) async fn register(
    State(house): State<House>,
    visit: Visit,
    address: Address,
    upload: Upload,
) -> Result<Response, Problem> {
    let at = read(address)?;
    let (mut given, sent) = (upload.values, (upload.name, upload.bytes));
    let due = given.get("deliver-due").map(str::parse).transpose().map_err(|_| Problem::Unreadable)?;
    let add_to = given.get("add-to").map(str::parse).transpose().map_err(|_| Problem::Unreadable)?;
    let mut evidence = Vec::new();
    match file(&house, &visit, at, &given, sent).await? {
        Ok(None) => {}
        Ok(Some(file)) => {
            // A form that is refused does not lose the file: it is offered again.
            if let Evidence::File { hash, name, .. } = &file {
                given.set(KEPT, hash.to_string());
                given.set(KEPT_NAME, name.clone());
            }
            evidence.push(file);
        }
        Err(text) => {
            let mut errors = Errors::default();
            errors.add("file", text.get(visit.language));
            given.set(KEPT, String::new());
            return page(&house, &visit, at, &given, &errors, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    }
    if let Some(address) = given.get("link") {
        evidence.push(Evidence::Link { address: address.to_owned(), note: None });
    }
    let Some(deliverable) = add_to else {
        let title = given.get("title").unwrap_or_default().to_owned();
        let command = work::Command::RegisterDeliverable { object: at.1, due, title, evidence };
        return change(&house, &visit, at, &given, command, "title").await;
    };
    if evidence.is_empty() {
        let mut errors = Errors::default();
        errors.add("link", words::NOTHING_SHOWN.get(visit.language));
        return page(&house, &visit, at, &given, &errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let add = |evidence| work::Command::AddEvidence { deliverable, evidence };
    let commands = evidence.into_iter().map(add).collect();
    change_all(&house, &visit, at, &given, commands, "add-to").await
}

/// Keeps the file that was sent, or finds the one that was sent before. Inside is what is wrong with it.
async fn file(
    house: &House,
    visit: &Visit,
    (stream, object): (Stream, ObjectId),
    given: &Values,
    (name, bytes): (String, Vec<u8>),
) -> Result<Result<Option<Evidence<String>>, Text>, Problem> {
    let visitor = visit.person()?.clone();
    if bytes.is_empty() {
        let is_wanted = given.get("drop-kept").is_none();
        let Some(sum) = given.get(KEPT).filter(|_| is_wanted).and_then(Hash::parse) else {
            return Ok(Ok(None));
        };
        let name = safe_name(given.get(KEPT_NAME).unwrap_or_default());
        return match house.ask(move |house| house.site().attachment(&visitor, sum)).await {
            Ok(kept) => Ok(Ok(Some(evidence(sum, name, &kept.media_type, kept.bytes.len())))),
            Err(Problem::NotFound) => Ok(Err(words::KEPT_GONE)),
            Err(problem) => Err(problem),
        };
    }
    let Some(kind) = media_type(&bytes) else { return Ok(Err(words::FILE_HINT)) };
    let length = bytes.len();
    let kept = house.ask(move |house| {
        // Nothing is kept for who may not deliver here.
        let may = |looked: &crate::site::Looked<'_>| looked.may(UseCase::Deliver, Some(object));
        if !house.site().look(&visitor, stream, None, may)? {
            return Err(Problem::Forbidden);
        }
        house.site().keep_file(&visitor, kind, &bytes)
    });
    Ok(Ok(Some(evidence(kept.await?, safe_name(&name), kind, length))))
}

fn evidence(hash: Hash, name: String, kind: &str, length: usize) -> Evidence<String> {
    Evidence::File { hash, name, media_type: kind.to_owned(), bytes: length as u64, note: None }
}

/// Records what the ministry said of it, or takes it back.
pub(crate) async fn judge(
    State(house): State<House>,
    visit: Visit,
    address: Address,
    Form(given): Form,
) -> Result<Response, Problem> {
    let at = read(address)?;
    let deliverable = given.get("deliverable").and_then(|id| id.parse().ok()).ok_or(Problem::Unreadable)?;
    let verdict = VERDICTS.iter().find(|(_, word, _)| given.get("verdict") == Some(*word));
    let (verdict, ..) = *verdict.ok_or(Problem::Unreadable)?;
    let letter = given.get("letter").map(str::parse).transpose().map_err(|_| Problem::Unreadable)?;
    let comment = given.get("said").map(str::to_owned);
    let command = work::Command::JudgeDeliverable { deliverable, verdict, letter, comment };
    change(&house, &visit, at, &given, command, "said").await
}

/// Sends a file that shows something, always as one to be kept and never to be run here.
pub(crate) async fn fetch(
    State(house): State<House>,
    visit: Visit,
    Path((agency, year, object, deliverable, at)): Path<(String, String, String, String, usize)>,
) -> Result<Response, Problem> {
    let stream = stream(&agency, &year)?;
    let object: ObjectId = object.parse().map_err(|_| Problem::NotFound)?;
    let deliverable: ObjectId = deliverable.parse().map_err(|_| Problem::NotFound)?;
    let visitor = visit.person()?.clone();
    let (kind, name, bytes) = house
        .ask(move |house| {
            let site = house.site();
            let found = site.look(&visitor, stream, None, |looked| {
                let known = looked.year.work.deliverables.get(&deliverable)?;
                let may = looked.may(UseCase::ReadWork, Some(object));
                let evidence = known.evidence.get(at).filter(|_| may && known.object == object)?;
                Some(evidence.value.clone())
            })?;
            let Some(Evidence::File { hash, name, media_type, .. }) = found else {
                return Err(Problem::NotFound);
            };
            let words = site.words(&visitor, [name])?;
            let said = words.get(&name).cloned().flatten().unwrap_or_else(|| "vedlegg".to_owned());
            Ok((media_type, said, site.file(&visitor, hash)?))
        })
        .await?;
    let plain: String = name.chars().map(|sign| if is_plain(sign) { sign } else { '_' }).collect();
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", encoded(&name));
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, disposition)], bytes).into_response())
}

fn is_plain(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "-_. ".contains(sign)
}

/// Returns a name without anything that leads elsewhere or hides what it is. It is shown, and never a path.
fn safe_name(name: &str) -> String {
    let hides = |sign: &char| {
        sign.is_control()
            || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let name: String = name.chars().filter(|sign| !hides(sign) && !"/\\:*?\"<>|".contains(*sign)).collect();
    let name: String = name.trim().trim_start_matches('.').chars().take(NAME_MAX).collect();
    if name.is_empty() { "vedlegg".to_owned() } else { name }
}

/// Tells by content what a file is; none when it is nothing that is taken in.
fn media_type(bytes: &[u8]) -> Option<&'static str> {
    let has = |words: &str| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    match bytes {
        _ if bytes.starts_with(b"%PDF-") => Some("application/pdf"),
        _ if bytes.starts_with(b"\x89PNG\r\n\x1a\n") => Some("image/png"),
        _ if bytes.starts_with(b"\xff\xd8\xff") => Some("image/jpeg"),
        _ if bytes.starts_with(b"PK\x03\x04") && has("word/document.xml") => {
            Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        }
        _ if bytes.starts_with(b"PK\x03\x04") && has("xl/workbook.xml") => {
            Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
        _ if bytes.starts_with(b"PK\x03\x04") && has("ppt/presentation.xml") => {
            Some("application/vnd.openxmlformats-officedocument.presentationml.presentation")
        }
        _ if !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok() => Some("text/plain"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_and_hides_nothing() {
        for (name, expected) in [
            ("../../etc/passwd", "etcpasswd"),
            ("..\\..\\x.exe", "x.exe"),
            ("C:\\a\"b\r\nSet-Cookie: x.pdf", "CabSet-Cookie x.pdf"),
            ("rapport\u{202e}fdp.exe", "rapportfdp.exe"),
            ("", "vedlegg"),
            ("…", "…"),
            (" årsrapport 2025.pdf ", "årsrapport 2025.pdf"),
        ] {
            assert_eq!(safe_name(name), expected);
        }
    }

    #[test]
    fn files_are_known_by_content() {
        assert_eq!(media_type(b"%PDF-1.7"), Some("application/pdf"));
        assert_eq!(media_type(b"<script>"), Some("text/plain"));
        assert_eq!(media_type(b"MZ\0\x01"), None);
        assert_eq!(media_type(b"PK\x03\x04 anything\0"), None);
    }
}
