//! A person's card, codes, the audit by time, and a copy of it all.

use super::*;
use styrbord_app::site::DatabaseKind;

#[test]
fn who_runs_the_installation_alone_verifies_and_copies_it_without_secrets() {
    let folder = Folder::with_world();
    let site = folder.site();
    let operator =
        site.visit(&set_up(&site, "Fjellvettdirektoratet").unwrap(), at(1)).unwrap().unwrap().visitor;
    let mut copy = Vec::new();
    let counts = site.export(&operator, &mut copy, day()).unwrap();
    let installation = site.installation(&operator, day()).unwrap();
    assert_eq!((installation.head.seq, installation.accounts), (counts.records, 1));
    assert_eq!(installation.database, DatabaseKind::Sqlite);
    let verified = site.verify(&operator, day()).unwrap();
    assert_eq!((verified.faults, verified.head), (Vec::new(), installation.head));
    let copy = String::from_utf8(copy).unwrap();
    assert!(copy.contains("Kari Nordmann") && copy.lines().last().unwrap().contains("sha256"));
    for secret in ["argon2", "kari@fjellvett.no", PASSWORD] {
        assert!(!copy.contains(secret), "{secret}");
    }
    for person in 1..=NOBODY {
        let other = visitor(person);
        assert_eq!(code(site.export(&other, &mut Vec::new(), day())), "not-allowed", "{person}");
        assert_eq!(code(site.verify(&other, day())), "not-allowed", "{person}");
        assert_eq!(code(site.installation(&other, day())), "not-allowed", "{person}");
    }
}

#[test]
fn a_person_is_shown_to_colleagues_and_the_account_to_the_administrator() {
    let folder = Folder::with_world();
    let site = folder.site();
    let administrator = visitor(person_of(Role::Administrator));
    join(&site, &administrator, COLLEAGUE, 1);
    let contact = directory::Command::SetContact {
        person: PersonId(COLLEAGUE),
        email: Some("kollega@fjellvett.no".to_owned()),
        phone: None,
    };
    site.submit(&administrator, Stream::Directory, Command::Directory(contact), &asking(2)).unwrap();
    let card = site.person(&administrator, PersonId(COLLEAGUE), day()).unwrap();
    assert_eq!(card.email.as_ref().unwrap().reveal(), "kollega@fjellvett.no");
    assert_eq!((card.phone.clone(), card.changed), (None, site.book().seq));
    let account = card.account.clone().unwrap();
    assert_eq!((account.login.reveal(), account.sessions, account.has_password), ("person-8", 1, true));
    assert!(!format!("{card:?}").contains("fjellvett.no"));
    let seen = site.person(&visitor(person_of(Role::Reader)), PersonId(COLLEAGUE), day()).unwrap();
    assert!(seen.account.is_none() && seen.row.has_account);
    for (who, whom) in [(person_of(Role::Administrator), world::STRANGER), (NOBODY, COLLEAGUE)] {
        assert_eq!(code(site.person(&visitor(who), PersonId(whom), day())), "not-allowed");
    }
    assert_eq!(code(site.person(&administrator, PersonId(99), day())), "not-allowed");
}

#[test]
fn a_code_lets_in_once_and_only_who_is_active() {
    let folder = Folder::with_world();
    let site = folder.site();
    let administrator = visitor(person_of(Role::Administrator));
    let password = Concealed::new(PASSWORD);
    let redeem = |login: &str, code: &Code, seconds: i64| {
        let attempt = Attempt { login, password: &password, address: "192.0.2.1", now: at(seconds) };
        site.redeem(&attempt, code, None).map(|entrance| entrance.secret)
    };
    let given = site.invite(&administrator, PersonId(COLLEAGUE), "kollega", at(1), day()).unwrap();
    let secret = redeem("Kollega ", &given, 2).unwrap();
    assert_eq!(site.visit(&secret, at(3)).unwrap().unwrap().visitor.person, PersonId(COLLEAGUE));
    for (login, typed) in [("kollega", &given), ("ukjent", &given), ("kollega", &Code::typed("0000"))] {
        assert_eq!(code(redeem(login, typed, 4)), "code-wrong", "{login}");
    }
    let again = site.reset(&administrator, PersonId(COLLEAGUE), at(5), day()).unwrap();
    let leave = directory::Command::DeactivatePerson { person: PersonId(COLLEAGUE) };
    site.submit(&administrator, Stream::Directory, Command::Directory(leave), &asking(6)).unwrap();
    assert_eq!(code(redeem("kollega", &again, 60)), "code-wrong");
}

#[test]
fn the_audit_is_asked_by_time_and_by_person() {
    let folder = Folder::with_world();
    let site = folder.site();
    let administrator = visitor(person_of(Role::Administrator));
    let role = RoleKey { role: Role::Reader, organisation: agency(1), unit: None };
    let give = directory::Command::GiveRole { person: PersonId(NOBODY), role, until: None };
    site.submit(&administrator, Stream::Directory, Command::Directory(give), &asking(60)).unwrap();
    let ask = |query: AuditQuery| site.audit(&administrator, query, day(), 1000).unwrap();
    let about = ask(AuditQuery { about: Some(Target::Person(PersonId(NOBODY))), ..AuditQuery::default() });
    let kinds: Vec<&str> = about.iter().map(|line| line.kind.as_str()).collect();
    assert_eq!(kinds, ["directory.role_given", "directory.person_registered"]);
    assert_eq!(about[0].whom, Some(PersonId(NOBODY)));
    let since = AuditQuery { since: Some(at(60)), ..AuditQuery::default() };
    assert_eq!(ask(since).len(), 1);
    assert_eq!(ask(AuditQuery { until: Some(at(61)), ..since }).len(), 1);
    assert_eq!(ask(AuditQuery { until: Some(at(60)), ..since }).len(), 0);
}

#[test]
fn what_is_done_to_accounts_leaves_a_line_for_those_who_may_read_it() {
    let folder = Folder::with_world();
    let site = folder.site();
    let administrator = visitor(person_of(Role::Administrator));
    let colleague = PersonId(COLLEAGUE);
    let code = site.invite(&administrator, colleague, "kollega", at(1), day()).unwrap();
    let password = Concealed::new(PASSWORD);
    let attempt =
        |seconds| Attempt { login: "kollega", password: &password, address: "192.0.2.1", now: at(seconds) };
    site.redeem(&attempt(2), &code, None).unwrap();
    let own = visitor(COLLEAGUE);
    let token = site.make_token(&own, "Regnearket", false, None, (at(3), day())).unwrap();
    site.make_feed(&own, "Min kalender", "person", (at(4), day())).unwrap();
    let pass = site.own_passes(&own, day()).unwrap()[1].seal.hash();
    site.revoke(&own, pass, (at(5), day())).unwrap();
    assert!(site.opened(&token, PassKind::Token, at(6)).unwrap().is_none());
    site.end_sessions(&administrator, colleague, (at(7), day())).unwrap();
    site.reset(&administrator, colleague, at(8), day()).unwrap();
    let wrong = Concealed::new("feil passord");
    for seconds in 10..30 {
        let _ = site.log_in(&Attempt { password: &wrong, ..attempt(seconds) }, None);
    }
    site.close_account(&administrator, colleague, (at(40), day())).unwrap();
    let of = |person: u32, query: AuditQuery| site.audit(&visitor(person), query, day(), 1000).unwrap();
    let about = AuditQuery { about: Some(Target::Person(colleague)), ..AuditQuery::default() };
    let lines = of(administrator.person.0, about);
    let told: Vec<(&str, Option<Actor>)> =
        lines.iter().filter(|line| line.of_account).map(|line| (line.kind.as_str(), line.actor)).collect();
    let by = |person| Some(Actor::Person(person));
    assert_eq!(
        told,
        [
            ("account.closed", by(administrator.person)),
            ("account.refused", None),
            ("account.reset", by(administrator.person)),
            ("account.sessions_ended", by(administrator.person)),
            ("account.pass_revoked", by(colleague)),
            ("account.feed_made", by(colleague)),
            ("account.token_made", by(colleague)),
            ("account.password_chosen", by(colleague)),
            ("account.made", by(administrator.person)),
        ]
    );
    for person in [person_of(Role::Controller), person_of(Role::Steward), world::STRANGER, COLLEAGUE] {
        assert!(of(person, about).iter().all(|line| !line.of_account), "{person}");
    }
    // Page by page nothing is missed, and nothing comes twice.
    let all = of(administrator.person.0, AuditQuery::default());
    let (mut paged, mut query) = (Vec::new(), AuditQuery::default());
    loop {
        let page = site.audit(&administrator, query, day(), 4).unwrap();
        if page.is_empty() {
            break;
        }
        for line in &page {
            let last = if line.of_account { &mut query.before_account } else { &mut query.before };
            *last = Some(line.seq);
        }
        paged.extend(page);
    }
    assert_eq!(paged, all);
}
