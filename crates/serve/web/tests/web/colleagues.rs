//! People beside the first one: registered, with roles and accounts, by the pages of administration.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;

/// The password of everybody but the first person.
pub(crate) const THEIRS: &str = "bølgene slår mot brygga";

impl Browser {
    /// Sends a form of a page, with its token, and with what it was seen to be where the form has that.
    pub(crate) async fn fill(&mut self, page: &str, address: &str, form: &[(&str, &str)]) -> Answer {
        let shown = self.get(page).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}");
        let token = shown.token();
        let mut all = vec![("token", token.as_str())];
        let seen = if shown.text.contains("name=\"seen\"") { shown.value("seen") } else { String::new() };
        if !seen.is_empty() {
            all.push(("seen", &seen));
        }
        all.extend_from_slice(form);
        self.post(address, &all).await
    }

    /// Registers a person and returns the address of the person's page.
    pub(crate) async fn register(&mut self, name: &str, organisation: &str) -> String {
        let form = [("name", name), ("organisation", organisation)];
        let answer = self.fill("/admin/people", "/admin/people", &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        answer.to().to_owned()
    }

    /// Gives a person a role.
    pub(crate) async fn give(&mut self, person: &str, role: &str, at: &str) {
        let answer = self.fill(person, &format!("{person}/roles"), &[("role", role), ("at", at)]).await;
        assert_eq!(answer.to(), format!("{person}?done=roles"), "{role} {at} {}", answer.text);
    }

    /// Makes an account and returns the code.
    pub(crate) async fn invite(&mut self, person: &str, login: &str) -> String {
        let answer = self.fill(person, &format!("{person}/account"), &[("login", login)]).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        code_in(&answer)
    }

    /// Registers a person with a role and an account, and opens the browser of that person.
    pub(crate) async fn colleague(&mut self, login: &str, organisation: &str, role: &str) -> Browser {
        let person = self.register(&format!("Person {login}"), organisation).await;
        if !role.is_empty() {
            self.give(&person, role, organisation).await;
        }
        let code = self.invite(&person, login).await;
        let mut other = self.other();
        let answer = other.redeem(login, &code, THEIRS).await;
        assert_eq!(answer.to(), "/", "{}", answer.text);
        other
    }

    /// Chooses a password by a code.
    pub(crate) async fn redeem(&mut self, login: &str, code: &str, password: &str) -> Answer {
        let form = [("login", login), ("code", code), ("password", password)];
        self.fill("/log-in/code", "/log-in/code", &form).await
    }
}

/// Returns the code that a page shows.
pub(crate) fn code_in(answer: &Answer) -> String {
    let last = answer.text.rsplit_once("<code>").unwrap_or_else(|| panic!("no code in {}", answer.text)).1;
    last.split_once('<').unwrap().0.to_owned()
}
