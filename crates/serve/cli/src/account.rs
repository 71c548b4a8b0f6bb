//! `styrbord account`: who may log in to the pages.

use crate::args::account::{Account, Work};
use crate::clock;
use crate::output::{Outcome, Screen, plain};
use crate::render::journal::error;
use crate::texts::{account as words, year};
use anyhow::{Context, Error, Result};
use std::io::Read;
use styrbord_app::Language;
use styrbord_app::accounts::{Accounts, Attempt, By, Concealed};
use styrbord_app::follow::events::{Instant, PersonId};
use styrbord_app::follow::{Names, Office, Rejection};
use styrbord_app::journal::open_vault;

/// The longest password that is read, in bytes.
const PASSWORD_MAX: u64 = 4096;

pub(crate) fn run(call: &Account, screen: Screen) -> Result<Outcome> {
    let language = screen.language;
    let now = clock::now().ok_or_else(|| Error::msg(year::CLOCK_BROKEN.get(language)))?;
    let mut office =
        Office::open(&call.db, false).map_err(|failure| crate::year::told(failure, &call.db, language))?;
    let vault = open_vault(&call.db).map_err(|wrong| Error::msg(error(&wrong, language)))?;
    let desk = Desk { accounts: Accounts::new(vault), now, language };
    match &call.work {
        Work::List => {
            let names = office.names().map_err(|failure| crate::year::told(failure, &call.db, language))?;
            desk.list(&names)
        }
        Work::Add { person, login, operator, password } => {
            let person =
                office.person(person).map_err(|failure| crate::year::told(failure, &call.db, language))?;
            desk.add(person, login, *operator, *password)
        }
        Work::Reset { login } => {
            let code = desk.done(desk.accounts.reset(desk.person(login)?, desk.by()))?;
            Ok(Outcome::of(words::CODE.with(language, &[&code.reveal()]) + "\n"))
        }
        Work::Close { login } => {
            desk.done(desk.accounts.close(desk.person(login)?, desk.by()))?;
            Ok(Outcome::of(words::CLOSED.with(language, &[&plain(login)]) + "\n"))
        }
    }
}

/// The accounts, and the language in which it is told how it went.
struct Desk {
    accounts: Accounts,
    now: Instant,
    language: Language,
}

impl Desk {
    /// Whoever has the database in hand.
    fn by(&self) -> By {
        By::operator(self.now)
    }

    fn list(&self, names: &Names) -> Result<Outcome> {
        let accounts = self.done(self.accounts.all())?;
        if accounts.is_empty() {
            return Ok(Outcome::of(format!("{}\n", words::NONE.get(self.language))));
        }
        let mut lines = String::new();
        for account in accounts {
            let name = names.get(&account.person).cloned().flatten().unwrap_or_default();
            let marks = [
                account.operator.then(|| words::RUNS.get(self.language)),
                account.password.is_none().then(|| words::NO_PASSWORD.get(self.language)),
            ];
            let marks: Vec<&str> = marks.into_iter().flatten().collect();
            let (login, name) = (plain(account.login.reveal()), plain(&name));
            lines.push_str(format!("{login}  {} {name}  {}", account.person, marks.join(", ")).trim_end());
            lines.push('\n');
        }
        Ok(Outcome::of(lines))
    }

    fn add(&self, person: PersonId, login: &str, operator: bool, password: bool) -> Result<Outcome> {
        // Read before anything is made, so that nothing is left half done.
        let password = password.then(read_password).transpose()?;
        let code = self.done(self.accounts.invite(person, login, self.by()))?;
        if let Some(password) = &password {
            let attempt = Attempt { login, password, address: "", now: self.now };
            if let Err(rejection) = self.accounts.redeem(&attempt, &code) {
                // An account that nobody can use is not left behind.
                let _ = self.accounts.close(person, self.by());
                return Err(self.told(rejection));
            }
        }
        if operator {
            self.done(self.accounts.set_operator(person, true, self.by()))?;
        }
        let added = words::ADDED.with(self.language, &[&plain(login), &person]);
        let code = match password {
            Some(_) => String::new(),
            None => words::CODE.with(self.language, &[&code.reveal()]) + "\n",
        };
        Ok(Outcome::of(format!("{added}\n{code}")))
    }

    fn person(&self, login: &str) -> Result<PersonId> {
        let wanted = login.trim().to_lowercase();
        let accounts = self.done(self.accounts.all())?;
        let found = accounts.into_iter().find(|account| *account.login.reveal() == wanted);
        found
            .map(|account| account.person)
            .ok_or_else(|| Error::msg(words::NO_LOGIN.with(self.language, &[&plain(login)])))
    }

    fn done<T>(&self, result: Result<T, Rejection>) -> Result<T> {
        result.map_err(|rejection| self.told(rejection))
    }

    fn told(&self, rejection: Rejection) -> Error {
        crate::year::told(rejection.into(), "", self.language)
    }
}

fn read_password() -> Result<Concealed> {
    let mut text = String::new();
    std::io::stdin().lock().take(PASSWORD_MAX).read_to_string(&mut text).context("stdin")?;
    Ok(Concealed::new(text.trim_end_matches(['\r', '\n'])))
}
