//! What authorisations, units and other agencies take, and what others see.

use crate::common::organisation;
use crate::desk::{id, millions, money, post, started, terms, year};
use styrbord_events::directory::OrganisationKind;
use styrbord_events::money::{ChargeSide, Command, Share, authorisations};
use styrbord_events::{OrganisationId, Stream, UnitId, directory};
use styrbord_money::Nok;

#[test]
fn an_authorisation_is_used_to_its_limit_and_not_above() {
    let (mut desk, stream) = started();
    let used = |id: &str, amount| {
        let purpose = "Bestilling av skilt".to_owned();
        let authorisation = id.parse().unwrap();
        money(Command::UseAuthorisation {
            authorisation,
            amount: millions(amount),
            purpose,
            commitment: None,
        })
    };
    desk.run(stream, &used("authorisation-1", 3)).unwrap();
    assert_eq!(desk.refused(stream, &used("authorisation-1", 3)), "over-limit");
    let back = |amount| {
        money(Command::ReturnAuthorisation { authorisation: id("authorisation-1"), amount: millions(amount) })
    };
    assert_eq!(desk.refused(stream, &back(4)), "more-than-left");
    desk.run(stream, &back(1)).unwrap();
    desk.run(stream, &used("authorisation-1", 3)).unwrap();
    let limit = |id: &str, limit| {
        let basis = "Prop. 1 S".to_owned();
        money(Command::LimitAuthorisation {
            authorisation: id.parse().unwrap(),
            limit: millions(limit),
            basis,
        })
    };
    assert_eq!(desk.refused(stream, &limit("authorisation-1", 9)), "limit-stated");
    desk.run(stream, &used("authorisation-2", 7)).unwrap();
    assert_eq!(desk.refused(stream, &limit("authorisation-2", 6)), "less-than-drawn");
    desk.run(stream, &limit("authorisation-2", 8)).unwrap();
    assert_eq!(desk.refused(stream, &used("authorisation-2", 2)), "over-limit");
    let rows: Vec<_> =
        authorisations(year(&desk, stream)).into_iter().map(|row| (row.used, row.left)).collect();
    assert_eq!(rows, [(millions(5), Some(Nok::ZERO)), (millions(7), Some(millions(1)))]);
    desk.assert_replays();
}

#[test]
fn units_and_other_agencies_get_their_part() {
    let (mut desk, stream) = started();
    let unit = directory::Command::AddUnit {
        organisation: OrganisationId(1),
        parent: None,
        name: "Seksjon for stier".to_owned(),
    };
    desk.run(Stream::Directory, &styrbord_events::Command::Directory(unit)).unwrap();
    desk.run(Stream::Directory, &organisation(OrganisationKind::Partner, "Vardetilsynet")).unwrap();
    let share = |unit, amount| {
        let (post, title, amount) = (id("post-2"), "Drift".to_owned(), millions(amount));
        money(Command::SubAllocate { share: Share { post, unit: UnitId(unit), title, amount }, over: None })
    };
    desk.run(stream, &share(1, 60)).unwrap();
    assert_eq!(desk.refused(stream, &share(2, 1)), "unknown-unit");
    assert_eq!(desk.refused(stream, &share(1, 41)), "over-given");
    let change = |amount| {
        let (sub_allocation, amount) = (id("sub_allocation-1"), millions(amount));
        money(Command::ChangeSubAllocation { sub_allocation, amount, over: None })
    };
    desk.run(stream, &change(100)).unwrap();
    assert_eq!(desk.refused(stream, &change(101)), "over-given");
    let charge = |side, amount| {
        money(Command::Charge {
            side,
            title: "Felles skilt".to_owned(),
            amount: millions(amount),
            over: None,
        })
    };
    let given = |to| ChargeSide::Given { post: id("post-2"), to: OrganisationId(to) };
    desk.run(stream, &charge(given(3), 10)).unwrap();
    assert_eq!(desk.refused(stream, &charge(given(1), 10)), "own-agency");
    assert_eq!(desk.refused(stream, &charge(given(3), 91)), "over-committed");
    let received = ChargeSide::Received { from: OrganisationId(3), chapter: 580, post: 21 };
    desk.run(stream, &charge(received, 500)).unwrap();
    let report = |used| {
        let month = "202504".parse().unwrap();
        money(Command::ReportCharge { charge: id("charge-1"), month, used: millions(used) })
    };
    assert_eq!(desk.refused(stream, &report(11)), "more-than-left");
    desk.run(stream, &report(8)).unwrap();
    let lower = |amount| {
        money(Command::ChangeCharge { charge: id("charge-1"), amount: millions(amount), over: None })
    };
    assert_eq!(desk.refused(stream, &lower(7)), "less-than-drawn");
    let sums = post(&desk, stream, 570).sums;
    assert_eq!((sums.sub_allocated, sums.charged), (millions(100), millions(10)));
    assert_eq!((sums.uncommitted, sums.disposable), (Some(millions(90)), Some(millions(90))));
    desk.assert_replays();
}

#[test]
fn others_see_what_holds_and_not_who_or_why() {
    let (mut desk, stream) = started();
    let over = Some("Departementet har varslet tilleggsbevilgning".to_owned());
    desk.run(stream, &money(Command::Commit { terms: terms("post-2", &[(2025, 101)]), over })).unwrap();
    let shown = |object: &str| styrbord_events::sharing::object_view(year(&desk, stream), id(object));
    assert!(shown("post-2").contains(r#""uncommitted":-1000000,"#), "{}", shown("post-2"));
    let commitment = shown("commitment-1");
    assert!(commitment.contains(r#""amounts":{"2025":101000000}"#), "{commitment}");
    assert!(!commitment.contains("operator") && !commitment.contains("over"), "{commitment}");
}
