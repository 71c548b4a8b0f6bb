//! What every page has around it: where one is, who one is, in which language and as of which day.

use crate::assets;
use crate::house::House;
use crate::problem::Problem;
use crate::site::{Looked, Outside, Visitor};
use crate::visit::{Visit, code};
use crate::words::frame as words;
use crate::written;
use askama::Template;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use std::fmt::Display;
use styrbord_app::access::UseCase;
use styrbord_app::follow::events::Stream;
use styrbord_app::texts::{Text, count};
use styrbord_app::{Date, Language};

/// Marks an answer that is a whole page, so that nothing is put in its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Page;

/// What stands around a page.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// The language.
    pub(crate) language: Language,
    /// The name of the person who is logged in.
    pub(crate) person: Option<String>,
    /// Whether the person may change people, organisations or the installation.
    pub(crate) administers: bool,
    /// The token of the forms.
    pub(crate) token: String,
    /// The address of the page, with what is asked for.
    pub(crate) address: String,
    /// The values in the address but for the day, to be kept when another day is chosen.
    pub(crate) kept: Vec<(String, String)>,
    /// The address of the style sheet.
    pub(crate) style: String,
    /// The address of the script.
    pub(crate) script: String,
    /// The year that the page is about.
    pub(crate) year: Option<FrameYear>,
}

/// The year that a page is about.
#[derive(Debug, Clone)]
pub(crate) struct FrameYear {
    /// The beginning of its addresses.
    pub(crate) base: String,
    /// The agency.
    pub(crate) agency: String,
    /// The budget year.
    pub(crate) year: i16,
    /// Whether the data are simulated.
    pub(crate) simulated: bool,
    /// The day that was chosen.
    pub(crate) as_of: Option<Date>,
    /// The pages of the year.
    pub(crate) links: Vec<FrameLink>,
}

/// A page in the navigation.
#[derive(Debug, Clone)]
pub(crate) struct FrameLink {
    /// Its address.
    pub(crate) address: String,
    /// Its name.
    pub(crate) name: &'static str,
    /// Whether it is the one that is shown.
    pub(crate) current: bool,
}

/// The pages of a year: the end of the address, and the name.
const OF_YEAR: &[(&str, Text)] = &[
    ("", words::OVERVIEW),
    ("/letter", words::LETTER),
    ("/assignments", words::ASSIGNMENTS),
    ("/parameters", words::PARAMETERS),
    ("/money", words::MONEY),
    ("/amendments", words::AMENDMENTS),
    ("/timeline", words::TIMELINE),
    ("/calendar", words::CALENDAR),
    ("/sharing", words::SHARING),
    ("/history", words::HISTORY),
    ("/coverage", words::COVERAGE),
];

/// Those of them that are open to who sees the year from outside.
const OUTSIDE: &[&str] = &["", "/letter", "/assignments", "/calendar"];

/// Returns the beginning of the addresses of a year.
pub(crate) fn year_base(stream: Stream) -> String {
    format!("/years/{stream}")
}

impl FrameYear {
    /// Makes what stands around the pages of a year for who sees it from outside.
    pub(crate) fn outside(visit: &Visit, outside: &Outside, as_of: Option<Date>) -> Self {
        let base = year_base(outside.view.stream);
        let has_letters = !outside.view.letters.is_empty();
        let is_open = |end: &str| OUTSIDE.contains(&end) && (end != "/letter" || has_letters);
        let links = links(visit, &base, as_of).into_iter();
        let links = links.filter(|(end, _)| is_open(end)).map(|(_, link)| link).collect();
        let (agency, simulated) = (outside.agency.clone(), outside.view.simulated);
        Self { base, agency, year: outside.year, simulated, as_of, links }
    }
}

/// Returns the pages of a year, each with the end of its address.
fn links(visit: &Visit, base: &str, as_of: Option<Date>) -> Vec<(&'static str, FrameLink)> {
    let day = as_of.map(|day| format!("?as-of={day}")).unwrap_or_default();
    let link = |(end, name): &(&'static str, Text)| {
        let address = format!("{base}{end}{day}");
        let current = visit.path == format!("{base}{end}");
        (*end, FrameLink { address, name: name.get(visit.language), current })
    };
    OF_YEAR.iter().map(link).collect()
}

fn administers(house: &House, visitor: &Visitor) -> bool {
    use UseCase::{KeepInstallation, ManagePeople, ManageUnits, RegisterOrganisation};
    [ManagePeople, ManageUnits, RegisterOrganisation, KeepInstallation]
        .into_iter()
        .any(|use_case| house.site().reaches(visitor, use_case))
}

impl Frame {
    /// Makes the frame of a page that is about no year.
    pub(crate) fn plain(house: &House, visit: &Visit) -> Self {
        let pairs = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let kept: Vec<(String, String)> =
            visit.query.iter().filter(|(name, _)| *name != "as-of").map(pairs).collect();
        Self {
            language: visit.language,
            person: visit.visitor.as_ref().map(|visitor| visitor.name.clone()),
            administers: visit.visitor.as_ref().is_some_and(|visitor| administers(house, visitor)),
            token: visit.token(),
            address: visit.path.clone(),
            kept,
            style: assets::style(),
            script: assets::script(),
            year: None,
        }
    }

    /// Makes the frame of a page of a year.
    pub(crate) fn of_year(house: &House, visit: &Visit, looked: &Looked<'_>, as_of: Option<Date>) -> Self {
        let base = year_base(looked.year.stream);
        let agency = looked.book.directory.organisations.get(&looked.year.agency);
        let opens = |end: &str| end != "/money" || looked.may(UseCase::ReadMoney, None);
        let links = links(visit, &base, as_of).into_iter();
        let links = links.filter(|(end, _)| opens(end)).map(|(_, link)| link);
        let year = FrameYear {
            agency: agency.map(|agency| agency.name.clone()).unwrap_or_default(),
            year: looked.year.year,
            simulated: looked.year.simulated,
            as_of,
            links: links.collect(),
            base,
        };
        Self { year: Some(year), ..Self::plain(house, visit) }
    }

    /// Returns a text in the language of the page.
    pub(crate) fn t(&self, text: impl Into<Text>) -> &'static str {
        text.into().get(self.language)
    }

    /// Returns a text with one place filled.
    pub(crate) fn with(&self, text: impl Into<Text>, value: impl Display) -> String {
        text.into().with(self.language, &[&value])
    }

    /// Returns `3 goals`.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates hand fields over by reference")]
    pub(crate) fn count(&self, number: &usize, noun: impl Into<Text>) -> String {
        count(*number, noun.into(), self.language)
    }

    /// Returns a date in words.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates hand fields over by reference")]
    pub(crate) fn date(&self, date: &Date) -> String {
        written::date(*date, self.language)
    }

    /// Returns the code of the language.
    pub(crate) fn code(&self) -> &'static str {
        code(self.language)
    }

    /// Returns the languages with their own names, and whether each is the one that holds.
    pub(crate) fn languages(&self) -> [(&'static str, &'static str, bool); 3] {
        let all = [(Language::Nb, "Bokmål"), (Language::Nn, "Nynorsk"), (Language::En, "English")];
        all.map(|(language, name)| (code(language), name, language == self.language))
    }

    /// Returns the address of the search: in the year of the page, or in all that one sees.
    pub(crate) fn search(&self) -> String {
        self.year.as_ref().map_or_else(|| "/search".to_owned(), |year| format!("{}/search", year.base))
    }

    /// Returns what is searched for on this page.
    pub(crate) fn searched(&self) -> &str {
        let asked = self.kept.iter().find(|(name, _)| name == "q" && self.address.ends_with("/search"));
        asked.map_or("", |(_, value)| value)
    }

    /// Returns the end of an address that keeps the chosen day.
    pub(crate) fn day_end(&self) -> String {
        let day = self.year.as_ref().and_then(|year| year.as_of);
        day.map(|day| format!("?as-of={day}")).unwrap_or_default()
    }
}

/// Sends a page.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn send(status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
    let text = page.render().map_err(|error| Problem::Failed(format!("writing a page: {error}")))?;
    let mut response = (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response();
    response.extensions_mut().insert(Page);
    Ok(response)
}

/// Sends a page to where it went well.
pub(crate) fn sent_to(address: &str) -> Response {
    axum::response::Redirect::to(address).into_response()
}
