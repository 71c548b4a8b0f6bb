//! `styrbord serve`: the pages in a browser.

use crate::args::Serve;
use crate::output::{Outcome, Screen};
use crate::texts::serve as words;
use anyhow::Result;

/// Says that this build has no pages.
#[cfg(not(feature = "web"))]
pub(crate) fn run(_: &Serve, screen: Screen) -> Result<Outcome> {
    Err(anyhow::Error::msg(words::NO_PAGES.get(screen.language)))
}

/// Serves until Ctrl-C.
#[cfg(feature = "web")]
pub(crate) fn run(call: &Serve, screen: Screen) -> Result<Outcome> {
    use crate::output;
    use crate::texts::errors;
    use crate::year::told;
    use anyhow::Error;
    use styrbord_web::{House, Opened, ServeError, Settings, Site, serve};

    let language = screen.language;
    let site = Site::open(Opened::Database(&call.db)).map_err(|failure| told(failure, &call.db, language))?;
    let site = match call.now {
        Some(now) => site.set_clock(now).map_err(|failure| told(failure, &call.db, language))?,
        None => site,
    };
    let mut warnings = Vec::new();
    if let Some(pack) = &call.pack
        && !start_with(&site, pack, &call.db, language)?
    {
        warnings.push(words::HAS_YEARS.get(language).to_owned());
    }
    output::complain(&warnings, errors::WARNING_PREFIX, language);
    let code = site.set_up_code().map_err(|failure| told(failure, &call.db, language))?;
    let code = code.map(|code| words::CODE.with(language, &[&code]) + "\n").unwrap_or_default();
    let settings = Settings { https: call.https, log, ..Settings::default() };
    let done = serve(House::new(site, settings), call.listen, |address| {
        let line = words::READY.with(language, &[&format!("http://{address}/")]);
        // When nobody reads what is printed, the pages are there all the same.
        let _ = output::print(&format!("{line}\n{code}"));
    });
    done.map_err(|error| match error {
        ServeError::Listening(at, error) => words::NOT_LISTENING.with(language, &[&at, &error]),
        ServeError::Starting(error) | ServeError::Serving(error) => {
            words::NOT_SERVED.with(language, &[&error])
        }
    })
    .map_err(Error::msg)?;
    Ok(Outcome::of(format!("{}\n", words::STOPPED.get(language))))
}

/// Starts a year with the plan of a pack, which is a folder or the file in it.
#[cfg(feature = "web")]
fn start_with(
    site: &styrbord_web::Site,
    pack: &std::path::Path,
    db: &str,
    language: styrbord_app::Language,
) -> Result<bool> {
    use anyhow::Error;
    use styrbord_app::follow::{Failure, Unfit};

    let path = if pack.is_dir() { pack.join("plan.json") } else { pack.to_owned() };
    let input = crate::input::file(&path, language)?;
    let pack = styrbord_web::Pack { file: &input.name, bytes: &input.bytes };
    site.start_with(pack).map_err(|failure| match failure {
        Failure::Unfit(Unfit::Unreadable(error)) => Error::msg(input.refusal(&error, language)),
        failure => {
            let why = crate::year::told(failure, db, language);
            Error::msg(words::NO_PACK.with(language, &[&path.display(), &why]))
        }
    })
}

/// Writes a sentence of the server's log.
#[cfg(feature = "web")]
fn log(sentence: &str) {
    use std::io::Write as _;
    // When standard error is closed there is no one left to tell.
    let _ = writeln!(std::io::stderr().lock(), "{}", crate::output::plain(sentence));
}
