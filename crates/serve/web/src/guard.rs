//! What stands around every page: who asks, where a form comes from, how long it takes, what browsers may do with it.

use crate::frame::{Frame, Page};
use crate::house::House;
use crate::pages::problem_page;
use crate::problem::Problem;
use crate::visit::{FORMS, Visit, cookie, encoded};
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, LOCATION, ORIGIN, REFERRER_POLICY, SET_COOKIE,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// No script and no style but the server's own files, no frames, no other place to send a form to.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
                      font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// Half a year of https only.
const TRANSPORT: &str = "max-age=15552000";

/// The beginning of the addresses of the program's own files.
const ASSETS: &str = "/assets/";

/// Lets a request through to its page, and sends what came of it.
pub(crate) async fn layer(State(house): State<House>, mut request: Request, next: Next) -> Response {
    // Files of the program are everybody's: nobody is looked up for them.
    let is_asset = request.uri().path().starts_with(ASSETS);
    let session = Visit::session_of(&house, &request).filter(|_| !is_asset);
    let visitor = match session {
        Some(session) => house.ask(move |house| house.site().visitor(&session)).await,
        None => Ok(None),
    };
    let visit = match visitor.and_then(|visitor| Visit::of(&house, &request, visitor)) {
        Ok(visit) => visit,
        Err(problem) => {
            if let Problem::Failed(cause) = &problem {
                house.log(&format!("finding out who asks: {cause}"));
            }
            return problem.status().into_response();
        }
    };
    let is_get = matches!(*request.method(), Method::GET | Method::HEAD);
    let from_here = is_get || comes_from_here(request.headers());
    request.extensions_mut().insert(visit.clone());
    let response =
        if from_here { in_time(&house, next.run(request)).await } else { Problem::Strange.into_response() };
    let mut response = shown(&house, &visit, response, is_get);
    add_headers(&house, &visit, response.headers_mut());
    response
}

/// Waits for a page as long as one may take. A page that ends badly takes nothing else with it.
pub(crate) async fn in_time(
    house: &House,
    page: impl Future<Output = Response> + Send + 'static,
) -> Response {
    let mut work = tokio::spawn(page);
    match tokio::time::timeout(house.settings().time_max, &mut work).await {
        Ok(Ok(response)) => response,
        Ok(Err(error)) => Problem::Failed(format!("a page ended badly: {error}")).into_response(),
        Err(_) => {
            work.abort();
            Problem::Slow.into_response()
        }
    }
}

/// Tells whether the browser says that a form was sent from a page of this server. Browsers that say nothing are
/// old; the form's own token holds for them too.
fn comes_from_here(headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let site = text(HeaderName::from_static("sec-fetch-site"));
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return false;
    }
    match (text(ORIGIN), text(HOST)) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, name)| name == host),
        (Some(_), None) => false,
        (None, _) => true,
    }
}

/// Returns the answer, or the page that says what is wrong.
fn shown(house: &House, visit: &Visit, response: Response, is_get: bool) -> Response {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error())
        || response.extensions().get::<Page>().is_some()
    {
        return response;
    }
    let problem = response.extensions().get::<Problem>().cloned().unwrap_or_else(|| Problem::of(status));
    if matches!(problem, Problem::LogInFirst) && is_get {
        let to = format!("/log-in?to={}", encoded(&visit.path));
        return (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response();
    }
    // Every address that takes forms lies beneath the page with the form: who reloads it, or picks another day, is led there.
    if status == StatusCode::METHOD_NOT_ALLOWED
        && is_get
        && let Some((page, _)) = visit.path.rsplit_once('/')
    {
        let page = if page.is_empty() { "/" } else { page };
        return (StatusCode::SEE_OTHER, [(LOCATION, page.to_owned())]).into_response();
    }
    if let Problem::Failed(cause) = &problem {
        house.log(&format!("{} {}: {cause}", visit.reference, visit.path));
    }
    let mut page = problem_page(&Frame::plain(house, visit), &problem, &visit.reference);
    if let Some(allowed) = response.headers().get(axum::http::header::ALLOW) {
        page.headers_mut().insert(axum::http::header::ALLOW, allowed.clone());
    }
    page
}

fn add_headers(house: &House, visit: &Visit, headers: &mut HeaderMap) {
    add_fixed(house, headers);
    if headers.contains_key(CACHE_CONTROL) {
        return;
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if !visit.knows_forms
        && let Some(set) = cookie(FORMS, &visit.forms, None, house.settings().https)
    {
        headers.append(SET_COOKIE, set);
    }
}

/// Adds the headers that every answer has, whatever it is of.
pub(crate) fn add_fixed(house: &House, headers: &mut HeaderMap) {
    let fixed = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if house.settings().https {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(TRANSPORT));
    }
}
