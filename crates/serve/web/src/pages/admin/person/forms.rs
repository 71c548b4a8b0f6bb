//! The forms about a person, each for whoever may use it.

use super::view::{Can, Seen, words_of};
use crate::fields::Choice;
use crate::pages::admin::card::{Card, Given};
use crate::pages::admin::{Scene, names, texts as words};
use styrbord_app::access::UseCase;
use styrbord_app::site::PersonCard;
use styrbord_app::texts::Text;

/// What the forms are made of.
struct Maker<'a> {
    scene: &'a Scene,
    card: &'a PersonCard,
    seen: &'a Seen,
    given: &'a Given,
}

/// Returns the forms that the visitor may use.
pub(super) fn of(scene: &Scene, card: &PersonCard, seen: &Seen, given: &Given) -> Vec<Card> {
    let make = Maker { scene, card, seen, given };
    let mut forms = Vec::new();
    if seen.can(Can::Invite) {
        forms.push(make.account());
    }
    if seen.can(Can::Give) {
        forms.push(make.role());
    }
    if seen.can(Can::Change) {
        forms.extend([make.name(), make.contact(), make.place()]);
    }
    forms
}

impl Maker<'_> {
    fn begun(&self, title: Text, what: &str) -> Card {
        let address = format!("{}/{what}", self.seen.address);
        Card::new(self.scene, title, address).seen(&self.seen.version)
    }

    fn account(&self) -> Card {
        let login = self.given.line(self.scene, "login", words::LOGIN, words_of(self.card.email.as_ref()));
        self.begun(words::MAKE_ACCOUNT, "account")
            .field(login.hint(self.scene.t(words::LOGIN_HINT)))
            .button(self.scene.t(words::MAKE_ACCOUNT))
    }

    fn role(&self) -> Card {
        let (scene, given) = (self.scene, self.given);
        let roles = names::ROLES.iter().map(|(_, word, name)| ((*word).to_owned(), scene.t(name).to_owned()));
        let role = given.choice(scene, ("role", words::ROLE), roles.collect(), "reader");
        let home = self.card.row.organisation.to_string();
        let until = given.line(scene, "until", words::LAST_DAY, None).hint(scene.t(words::LAST_DAY_HINT));
        let reason = given.line(scene, "reason", words::WHY, None).hint(scene.t(words::WHY_HINT));
        self.begun(words::GIVE, "roles")
            .choice(role)
            .choice(self.places("at", words::ROLE_AT, &home, UseCase::GiveRoles))
            .field(until.optional())
            .field(reason.optional())
            .button(scene.t(words::GIVE_BUTTON))
    }

    fn name(&self) -> Card {
        let name = words_of(self.card.row.name.as_ref());
        self.begun(words::CHANGE_NAME, "name").folded(self.given.is_wrong("name")).field(self.given.line(
            self.scene,
            "name",
            words::NAME,
            name,
        ))
    }

    fn contact(&self) -> Card {
        let line = |name, label, now| self.given.line(self.scene, name, label, words_of(now)).optional();
        self.begun(words::CONTACT, "contact")
            .folded(self.given.is_wrong("email"))
            .field(line("email", words::EMAIL, self.card.email.as_ref()))
            .field(line("phone", words::PHONE, self.card.phone.as_ref()))
    }

    fn place(&self) -> Card {
        let row = &self.card.row;
        let now = row.unit.map_or_else(|| row.organisation.to_string(), |unit| unit.to_string());
        self.begun(words::MOVE_PERSON, "place")
            .folded(self.given.is_wrong("place"))
            .help(self.scene.t(words::MOVE_HELP))
            .choice(self.places("place", words::PLACE, &now, UseCase::ManagePeople))
            .button(self.scene.t(words::MOVE))
    }

    /// Returns the places for which the visitor may do something.
    fn places(&self, name: &'static str, label: Text, now: &str, use_case: UseCase) -> Choice {
        let places = names::places(&self.scene.book, |target| self.scene.may(use_case, target));
        self.given.choice(self.scene, (name, label), places, now)
    }
}
