//! Accounts are made, changed and closed. Whether somebody may do that is asked before.

use super::limits::{CODE_MAX_MS, later};
use super::{Account, Accounts, Attempt, By, Code, Concealed, Secret, folded, password, refusals};
use styrbord_diagnostics::Language;
use styrbord_events::{Instant, PersonId, Refusal};
use styrbord_store::{DeedKind, OneTimeCode, Rejection};

/// The fewest and most characters of a login.
const LOGIN: std::ops::RangeInclusive<usize> = 3..=100;

impl Accounts {
    /// Makes the first account, which runs the installation.
    ///
    /// # Errors
    /// When there is an account already, or login or password are none.
    pub fn set_up(
        &self,
        person: PersonId,
        login: &str,
        chosen: &Concealed,
        (language, now): (Language, Instant),
    ) -> Result<Account, Rejection> {
        let login = check_first(self, login, chosen)?;
        let account = Account {
            person,
            login: Concealed::new(login),
            password: Some(self.hashed(chosen)?),
            code: None,
            operator: true,
            language: Some(language),
            visited: None,
        };
        let mut vault = self.vault();
        if !vault.add_first_account(&account)? {
            return Err(refusals::set_up().into());
        }
        vault.note(&By::person(person, now).did(DeedKind::SetUp, person))?;
        Ok(account)
    }

    /// Makes an account without a password, and returns the code by which the person chooses one.
    ///
    /// # Errors
    /// When the login is none or taken, or the person has an account.
    pub fn invite(&self, person: PersonId, login: &str, by: By) -> Result<Code, Rejection> {
        let login = check_login(login)?;
        let code = Code::fresh()?;
        let account = Account {
            person,
            login: Concealed::new(login),
            password: None,
            code: Some(one_time(&code, by.now)),
            operator: false,
            language: None,
            visited: None,
        };
        let mut vault = self.vault();
        if !vault.add_account(&account)? {
            return Err(refusals::login_taken().into());
        }
        vault.note(&by.did(DeedKind::Made, person))?;
        Ok(code)
    }

    /// Takes the password of a person away, ends all sessions, and returns the code by which a new one is chosen.
    ///
    /// # Errors
    /// When the person has no account.
    pub fn reset(&self, person: PersonId, by: By) -> Result<Code, Rejection> {
        let code = Code::fresh()?;
        let one_time = Some(one_time(&code, by.now));
        self.change(person, |account| Account { password: None, code: one_time, ..account })?;
        let mut vault = self.vault();
        vault.end_sessions(person, None)?;
        vault.note(&by.did(DeedKind::Reset, person))?;
        Ok(code)
    }

    /// Chooses a password by a code, which is used up by it.
    ///
    /// # Errors
    /// The same refusal whether login, code or time are wrong; another one when it was tried too often, or when the new
    /// password is none: the code still holds then.
    pub fn redeem(&self, attempt: &Attempt<'_>, code: &Code) -> Result<Account, Rejection> {
        let login = folded(attempt.login);
        password::check(attempt.password, &login)?;
        let counted = self.count(&login, attempt.address, attempt.now)?;
        let hash = self.hashed(attempt.password)?;
        let mut vault = self.vault();
        let holds = |known: &OneTimeCode| known.seal == code.seal() && attempt.now < known.until;
        let known = vault.account_by_login(&login)?;
        let whom = known.as_ref().map(|account| account.person);
        let before = known.filter(|account| account.code.as_ref().is_some_and(holds));
        let Some(before) = before else {
            drop(vault);
            self.note_failures(whom, counted, attempt.now)?;
            return Err(refusals::code_wrong().into());
        };
        let after = Account { password: Some(hash), code: None, ..before.clone() };
        if !vault.change_account(&before, &after)? {
            return Err(refusals::code_wrong().into());
        }
        vault.end_sessions(after.person, None)?;
        vault.note(&By::person(after.person, attempt.now).did(DeedKind::PasswordChosen, after.person))?;
        drop(vault);
        self.pardon(&login, attempt.address)?;
        Ok(after)
    }

    /// Changes the password of somebody who is here and knows the old one; all other sessions end.
    ///
    /// # Errors
    /// As for a log-in when the old one is wrong, or when the new one is none.
    pub fn change_password(
        &self,
        session: &Secret,
        old: &Attempt<'_>,
        new: &Concealed,
    ) -> Result<(), Rejection> {
        password::check(new, &folded(old.login))?;
        let before = self.verified(old)?;
        if old.password == new {
            return Err(refusals::password_same().into());
        }
        let password = Some(self.hashed(new)?);
        let after = Account { password, code: None, ..before.clone() };
        let mut vault = self.vault();
        if !vault.change_account(&before, &after)? {
            return Err(refusals::changed_meanwhile().into());
        }
        vault.end_sessions(after.person, Some(session.seal(super::log_in::SESSION)))?;
        vault.note(&By::person(after.person, old.now).did(DeedKind::PasswordChanged, after.person))?;
        Ok(())
    }

    /// Keeps the language that a person chose.
    ///
    /// # Errors
    /// When the person has no account.
    pub fn set_language(&self, person: PersonId, language: Language) -> Result<(), Rejection> {
        self.change(person, |account| Account { language: Some(language), ..account })
    }

    /// Gives a person another login.
    ///
    /// # Errors
    /// When the login is none or taken, or the person has no account.
    pub fn set_login(&self, person: PersonId, login: &str, by: By) -> Result<(), Rejection> {
        let login = check_login(login)?;
        let taken = self.vault().account_by_login(&login)?.is_some_and(|account| account.person != person);
        if taken {
            return Err(refusals::login_taken().into());
        }
        self.change(person, |account| Account { login: Concealed::new(login), ..account })?;
        Ok(self.vault().note(&by.did(DeedKind::LoginChanged, person))?)
    }

    /// Says whether a person runs the installation. Somebody always does.
    ///
    /// # Errors
    /// When it would be nobody, or the person has no account.
    pub fn set_operator(&self, person: PersonId, operator: bool, by: By) -> Result<(), Rejection> {
        if !operator {
            self.check_another_operator(person)?;
        }
        self.change(person, |account| Account { operator, ..account })?;
        let kind = if operator { DeedKind::OperatorMade } else { DeedKind::OperatorUnmade };
        Ok(self.vault().note(&by.did(kind, person))?)
    }

    /// Checks that somebody runs the installation when a person no longer does.
    ///
    /// # Errors
    /// When it would be nobody.
    pub fn check_another_operator(&self, person: PersonId) -> Result<(), Rejection> {
        let (own, others): (Vec<Account>, Vec<Account>) =
            self.all()?.into_iter().filter(|account| account.operator).partition(|one| one.person == person);
        if own.is_empty() || !others.is_empty() { Ok(()) } else { Err(refusals::last_operator().into()) }
    }

    /// Removes the account of a person with everything that lets in on behalf of it.
    ///
    /// # Errors
    /// When it is the last one that runs the installation. That there is none is no error.
    pub fn close(&self, person: PersonId, by: By) -> Result<(), Rejection> {
        self.check_another_operator(person)?;
        let mut vault = self.vault();
        if vault.remove_account(person)? {
            vault.note(&by.did(DeedKind::Closed, person))?;
        }
        Ok(())
    }

    fn change(&self, person: PersonId, change: impl FnOnce(Account) -> Account) -> Result<(), Rejection> {
        let mut vault = self.vault();
        let before = vault.account(person)?.ok_or_else(|| refusals::no_account(person))?;
        let after = change(before.clone());
        if vault.change_account(&before, &after)? {
            Ok(())
        } else {
            Err(refusals::changed_meanwhile().into())
        }
    }
}

/// Checks that there may be a first account and what it is to be, before anything is kept. Returns the login as it is
/// compared.
pub(crate) fn check_first(accounts: &Accounts, login: &str, chosen: &Concealed) -> Result<String, Rejection> {
    if accounts.is_set_up()? {
        return Err(refusals::set_up().into());
    }
    let login = check_login(login)?;
    password::check(chosen, &login)?;
    Ok(login)
}

fn check_login(login: &str) -> Result<String, Refusal> {
    let login = folded(login);
    let odd = |letter: char| letter.is_whitespace() || letter.is_control();
    if !LOGIN.contains(&login.chars().count()) || login.contains(odd) {
        return Err(refusals::no_login());
    }
    Ok(login)
}

fn one_time(code: &Code, now: Instant) -> OneTimeCode {
    OneTimeCode { seal: code.seal(), until: later(now, CODE_MAX_MS) }
}
