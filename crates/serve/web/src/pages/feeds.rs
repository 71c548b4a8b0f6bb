//! Secret addresses at which other calendars fetch the days: made, listed and revoked here.

mod scope;
mod serve;
mod texts;

use crate::clock;
use crate::fields::{Choice, Errors, Field, Kind, Summary};
use crate::form::Form;
use crate::frame::{Frame, send, sent_to};
use crate::house::House;
use crate::pages::calendar::file::origin;
use crate::problem::Problem;
use crate::visit::{Values, Visit};
use crate::written;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use scope::{Scope, scopes};
use styrbord_app::accounts::Pass;
use styrbord_app::follow::events::{Hash, Instant};
use texts as words;

/// Where the addresses are made.
const PAGE: &str = "/account/feeds";

/// Returns the addresses of these pages.
pub(super) fn routes() -> Router<House> {
    Router::new()
        .route(PAGE, get(show).post(make))
        .route("/account/feeds/revoke", post(revoke))
        .route("/feeds/{file}", get(serve::serve))
}

#[derive(Template)]
#[template(path = "feeds.html")]
struct FeedsPage<'a> {
    frame: &'a Frame,
    summary: Summary,
    /// The address that was made just now: for the browser, and for the calendar program.
    made: Option<(String, String)>,
    revoked: bool,
    label: Field,
    scope: Choice,
    feeds: Vec<FeedRow>,
}

/// A feed in the list.
struct FeedRow {
    id: String,
    label: String,
    scope: String,
    made: String,
    seen: String,
}

/// Shows the feeds of the visitor.
pub(crate) async fn show(
    State(house): State<House>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    page(&house, &visit, &headers, &Values::default(), &Errors::default(), None).await
}

async fn page(
    house: &House,
    visit: &Visit,
    headers: &HeaderMap,
    given: &Values,
    errors: &Errors,
    secret: Option<String>,
) -> Result<Response, Problem> {
    let (visitor, frame) = (visit.person()?.clone(), Frame::plain(house, visit));
    let asks = frame.clone();
    let (scopes, feeds) =
        house.ask(move |house| Ok((scopes(house, &visitor, &asks)?, house.site().feeds(&visitor)?))).await?;
    let name = |text: &str| {
        let scope = text.parse::<Scope>().ok();
        let known = scope.and_then(|scope| scopes.get(&scope)).map(|(said, _)| said.clone());
        known.unwrap_or_else(|| frame.t(words::GONE).to_owned())
    };
    let chosen = given.get("scope").unwrap_or_default();
    let options = scopes.iter().map(|(scope, (said, _))| {
        let scope = scope.to_string();
        let is_chosen = scope == chosen;
        (scope, said.clone(), is_chosen)
    });
    let page = FeedsPage {
        summary: errors.summary(visit.language),
        made: secret.map(|secret| addresses(&origin(house, headers), &secret)),
        revoked: visit.query.get("revoked").is_some(),
        label: Field::new("label", Kind::Text, frame.t(words::LABEL))
            .hint(frame.t(words::LABEL_HINT))
            .value(given.get("label").unwrap_or_default())
            .wrong(errors),
        scope: Choice {
            name: "scope",
            label: frame.t(words::SCOPE),
            options: options.collect(),
            error: None,
        },
        feeds: feeds.iter().map(|pass| row(&frame, pass, name)).collect(),
        frame: &frame,
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    send(status, &page)
}

/// Returns the address for copying, and the one that opens the calendar program.
fn addresses(origin: &str, secret: &str) -> (String, String) {
    let path = format!("/feeds/{secret}.ics");
    let host = origin.split_once("://").map(|(_, host)| host).unwrap_or_default();
    (format!("{origin}{path}"), format!("webcal://{host}{path}"))
}

fn row(frame: &Frame, pass: &Pass, name: impl Fn(&str) -> String) -> FeedRow {
    let day = |at: Instant| written::date(clock::day_in_norway(at), frame.language);
    FeedRow {
        id: pass.seal.hash().to_string(),
        label: pass.label.reveal().to_owned(),
        scope: name(&pass.scope),
        made: day(pass.made),
        seen: pass.seen.map_or_else(|| frame.t(words::NEVER).to_owned(), day),
    }
}

/// Makes an address and shows it, this once: an answer that is not kept anywhere.
pub(crate) async fn make(
    State(house): State<House>,
    visit: Visit,
    headers: HeaderMap,
    Form(given): Form,
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let scope: Scope = given.get("scope").unwrap_or_default().parse().map_err(|()| Problem::Unreadable)?;
    let label = given.get("label").unwrap_or_default().to_owned();
    let frame = Frame::plain(&house, &visit);
    let made = house
        .ask(move |house| {
            // Of what somebody does not see nothing is made; what a feed shows is checked each time besides.
            if !scopes(house, &visitor, &frame)?.contains_key(&scope) {
                return Err(Problem::Unreadable);
            }
            house.site().make_feed(&visitor, &label, &scope.to_string())
        })
        .await;
    let mut errors = Errors::default();
    match made {
        Ok(secret) => page(&house, &visit, &headers, &Values::default(), &errors, Some(secret)).await,
        Err(Problem::Refused(refusal)) => {
            errors.add("label", refusal.said.message.get(visit.language));
            page(&house, &visit, &headers, &given, &errors, None).await
        }
        Err(problem) => Err(problem),
    }
}

/// Revokes an address.
pub(crate) async fn revoke(
    State(house): State<House>,
    visit: Visit,
    Form(given): Form,
) -> Result<Response, Problem> {
    let visitor = visit.person()?.clone();
    let feed = given.get("feed").and_then(Hash::parse).ok_or(Problem::Unreadable)?;
    house.ask(move |house| house.site().revoke_feed(&visitor, feed)).await?;
    Ok(sent_to(&format!("{PAGE}?revoked=1")))
}
