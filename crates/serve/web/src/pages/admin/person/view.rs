//! What is shown of a person, and the fields of the forms.

use crate::pages::admin::confirm::Deed;
use crate::pages::admin::{Scene, names, texts as words};
use crate::pages::who;
use crate::problem::Problem;
use crate::site::Site;
use crate::written;
use styrbord_app::access::{Target, UseCase};
use styrbord_app::accounts::Concealed;
use styrbord_app::follow::events::directory::RoleHeld;
use styrbord_app::site::{AccountCard, PersonCard};

/// A person.
pub(super) struct Seen {
    pub(super) address: String,
    pub(super) name: String,
    pub(super) active: bool,
    /// Whether the name was erased.
    pub(super) is_erased: bool,
    pub(super) facts: Vec<(&'static str, String)>,
    pub(super) roles: Vec<HeldRow>,
    pub(super) account: Vec<(&'static str, String)>,
    /// The number of the record that changed the person last.
    pub(super) version: String,
    /// The address of what was done to the person.
    pub(super) history: Option<String>,
    pub(super) may: Vec<Can>,
    /// What the button says that makes the person run the installation or no longer, when the visitor may press it.
    pub(super) operator: Option<&'static str>,
}

/// What a visitor may do to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Can {
    /// Change name, contact and place.
    Change,
    /// Give a role.
    Give,
    Deactivate,
    Reactivate,
    Erase,
    /// Make an account.
    Invite,
    /// Reset or close the account that there is.
    Manage,
}

/// A role that the person has.
pub(super) struct HeldRow {
    pub(super) name: String,
    pub(super) since: String,
    /// Role and place as a form has them, when the visitor may take it.
    pub(super) key: Option<(&'static str, String)>,
}

impl Seen {
    /// Shows a person.
    pub(super) fn of(scene: &Scene, card: &PersonCard) -> Self {
        let row = &card.row;
        let target = Target::Person(row.person);
        let operates = card.account.as_ref().is_some_and(|account| account.operator);
        let runs = Site::is_operator(&scene.visitor);
        let accounts = scene.may(UseCase::ManageAccounts, target);
        let people = scene.may(UseCase::ManagePeople, target);
        let gives = names::places(&scene.book, |target| scene.may(UseCase::GiveRoles, target));
        let operator = if operates { words::NO_OPERATOR } else { words::MAKE_OPERATOR };
        let is_erased = row.name.is_none();
        let may = [
            (Can::Change, people && row.active),
            (Can::Give, row.active && !gives.is_empty()),
            (Can::Deactivate, people && row.active),
            (Can::Reactivate, people && !row.active && !is_erased),
            (Can::Erase, scene.may(UseCase::ErasePerson, target) && !row.active && !is_erased),
            (Can::Invite, accounts && row.active && !row.has_account),
            (Can::Manage, accounts && row.has_account && (runs || !operates)),
        ];
        let audits = scene.may(UseCase::ReadAudit, target);
        Self {
            address: super::address(row.person),
            name: name_of(scene, card),
            active: row.active,
            is_erased,
            facts: facts(scene, card),
            roles: card.roles.iter().map(|held| held_row(scene, held)).collect(),
            account: card.account.as_ref().map(|account| account_facts(scene, account)).unwrap_or_default(),
            version: card.changed.to_string(),
            history: audits.then(|| format!("/admin/audit?about={}", row.person)),
            may: may.into_iter().filter(|(_, holds)| *holds).map(|(can, _)| can).collect(),
            operator: (runs && row.active && row.has_account).then(|| scene.t(operator)),
        }
    }

    /// Tells whether the visitor may do something.
    pub(super) fn can(&self, can: Can) -> bool {
        self.may.contains(&can)
    }
}

/// Returns the name, or what stands for one that was erased.
pub(super) fn name_of(scene: &Scene, card: &PersonCard) -> String {
    let erased = || who::erased(card.row.person, scene.frame.language);
    words_of(card.row.name.as_ref()).unwrap_or_else(erased)
}

/// Returns the words that are hidden from logs.
pub(super) fn words_of(text: Option<&Concealed>) -> Option<String> {
    text.map(|text| text.reveal().to_owned())
}

fn facts(scene: &Scene, card: &PersonCard) -> Vec<(&'static str, String)> {
    let row = &card.row;
    let unit = row.unit.map(|unit| names::unit(&scene.book, unit)).unwrap_or_default();
    let all = [
        (words::ORGANISATION, names::organisation(&scene.book, row.organisation)),
        (words::UNIT, unit),
        (words::EMAIL, words_of(card.email.as_ref()).unwrap_or_default()),
        (words::PHONE, words_of(card.phone.as_ref()).unwrap_or_default()),
    ];
    let said = all.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|(name, value)| (scene.t(name), value)).collect()
}

fn held_row(scene: &Scene, held: &RoleHeld) -> HeldRow {
    let key = held.key;
    let target = key.unit.map_or(Target::Organisation(key.organisation), Target::Unit);
    let place = key.unit.map_or_else(|| key.organisation.to_string(), |unit| unit.to_string());
    let may_take = scene.may(UseCase::GiveRoles, target);
    HeldRow {
        name: names::role_until(&scene.book, held, &scene.frame),
        since: written::short_date(held.given.stamp.on),
        key: may_take.then(|| (names::role_word(key.role), place)),
    }
}

fn account_facts(scene: &Scene, account: &AccountCard) -> Vec<(&'static str, String)> {
    let state = match (account.has_password, account.code_until) {
        (true, _) => scene.t(words::HAS_PASSWORD).to_owned(),
        (false, Some(until)) => scene.frame.with(words::WAITS_FOR_CODE, written::moment(until)),
        (false, None) => scene.t(words::NO_PASSWORD).to_owned(),
    };
    let visited = account.visited.map_or_else(|| scene.t(words::NEVER).to_owned(), written::moment);
    let mut facts = vec![
        (scene.t(words::LOGIN), account.login.reveal().to_owned()),
        (scene.t(words::PASSWORD), state),
        (scene.t(words::VISITED), visited),
        (scene.t(words::SESSIONS), account.sessions.to_string()),
    ];
    if account.operator {
        facts.push((scene.t(words::OPERATOR), scene.t(words::YES).to_owned()));
    }
    facts
}

/// Returns what a form says that was done.
pub(super) fn done(what: &str, scene: &Scene) -> Option<&'static str> {
    let text = match what {
        "name" | "contact" | "place" | "operator" => words::SAVED,
        "roles" => words::ROLE_GIVEN,
        "take" => words::ROLE_TAKEN,
        "deactivate" => words::DEACTIVATED,
        "reactivate" => words::REACTIVATED,
        "erase" => words::WAS_ERASED,
        "sessions" => words::SESSIONS_ENDED,
        "close" => words::ACCOUNT_CLOSED,
        _ => return None,
    };
    Some(scene.t(text))
}

/// Returns what is asked before something is done that cannot be undone; none when there is no such thing.
///
/// # Errors
/// When the visitor may not.
pub(super) fn deed(scene: &Scene, card: &PersonCard, what: &str) -> Result<Option<Deed>, Problem> {
    let seen = Seen::of(scene, card);
    let name = name_of(scene, card);
    let (open, title, effects, button, reason) = match what {
        "deactivate" => (
            seen.can(Can::Deactivate),
            words::DEACTIVATE_ASK,
            words::DEACTIVATE_EFFECTS,
            words::DEACTIVATE,
            Some(false),
        ),
        "erase" => (seen.can(Can::Erase), words::ERASE_ASK, words::ERASE_EFFECTS, words::ERASE, Some(true)),
        "reset" => (seen.can(Can::Manage), words::RESET_ASK, words::RESET_EFFECTS, words::RESET, None),
        "close" => (seen.can(Can::Manage), words::CLOSE_ASK, words::CLOSE_EFFECTS, words::CLOSE, None),
        "operator" => {
            let operates = card.account.as_ref().is_some_and(|account| account.operator);
            let title = if operates { words::NO_OPERATOR_ASK } else { words::OPERATOR_ASK };
            let button = if operates { words::NO_OPERATOR } else { words::MAKE_OPERATOR };
            (seen.operator.is_some(), title, words::OPERATOR_EFFECTS, button, None)
        }
        _ => return Ok(None),
    };
    if !open {
        return Err(Problem::Forbidden);
    }
    Ok(Some(Deed {
        title: scene.frame.with(title, name),
        effects: effects.iter().map(|effect| scene.t(effect)).collect(),
        address: format!("{}/{what}", super::address(card.row.person)),
        back: super::address(card.row.person),
        button: scene.t(button),
        reason,
        seen: card.changed.to_string(),
    }))
}
