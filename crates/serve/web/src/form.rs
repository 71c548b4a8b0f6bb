//! What people send: forms and files, with the token that shows where they come from.

use crate::house::House;
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use axum::body::to_bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;

/// The most bytes of a form without files.
const FORM_MAX: usize = 256 * 1024;
/// The most bytes of a value beside a file.
const VALUE_MAX: usize = 16 * 1024;

/// A form that this visit has sent.
pub(crate) struct Form(pub(crate) Values);

/// A form with one file.
pub(crate) struct Upload {
    /// What stands beside the file.
    pub(crate) values: Values,
    /// The name of the file, without folders.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

impl FromRequest<House> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, house: &House) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, house).await?;
        let kind = parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Problem::Unreadable);
        }
        let bytes = to_bytes(body, FORM_MAX).await.map_err(|_| Problem::TooLarge)?;
        let values = Values::read(&String::from_utf8_lossy(&bytes));
        visit.check_token(values.get("token"))?;
        Ok(Self(values))
    }
}

impl FromRequest<House> for Upload {
    type Rejection = Problem;

    async fn from_request(mut request: Request, house: &House) -> Result<Self, Problem> {
        let visit = request.extensions().get::<Visit>().cloned().ok_or(Problem::Strange)?;
        visit.person()?;
        // axum's own limit is for forms; each field has one here.
        axum::extract::DefaultBodyLimit::apply(
            axum::extract::DefaultBodyLimit::max(house.settings().upload_max + FORM_MAX),
            &mut request,
        );
        let mut parts = Multipart::from_request(request, house).await.map_err(|_| Problem::Unreadable)?;
        let mut upload = Upload { values: Values::default(), name: String::new(), bytes: Vec::new() };
        let mut is_checked = false;
        while let Some(field) = parts.next_field().await.map_err(|error| broken(&error))? {
            let name = field.name().unwrap_or_default().to_owned();
            if let Some(file) = field.file_name() {
                // The token comes before the file: nothing is read for a stranger.
                if !is_checked {
                    return Err(Problem::Strange);
                }
                upload.name = file.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
                upload.bytes = read(field, house.settings().upload_max).await?;
                continue;
            }
            let value = String::from_utf8_lossy(&read(field, VALUE_MAX).await?).into_owned();
            if name == "token" {
                visit.check_token(Some(value.trim()))?;
                is_checked = true;
            }
            upload.values.push(&name, value);
        }
        if is_checked { Ok(upload) } else { Err(Problem::Strange) }
    }
}

async fn read(mut field: Field<'_>, max: usize) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
        if bytes.len() + chunk.len() > max {
            return Err(Problem::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn broken(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Problem::TooLarge } else { Problem::Unreadable }
}
