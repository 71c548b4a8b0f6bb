//! What letters allocate, and what is bound of it.

use crate::desk::{amend, commit, draw, id, millions, money, operations_post, post, started, terms, year};
use std::collections::BTreeMap;
use styrbord_events::letters::{Document, DocumentKind, PartChange};
use styrbord_events::money::{CheckKind, Command, Keyword, Recipient, Terms, amendments, carried, tree};
use styrbord_events::{OrganisationId, letters};
use styrbord_money::Nok;
use styrbord_plan::Post;

#[test]
fn a_post_shows_what_is_allocated_bound_and_free() {
    let (desk, stream) = started();
    let research = post(&desk, stream, 571);
    assert_eq!(research.sums.allocated, Some(millions(25)));
    assert_eq!((research.appropriation, research.share), (Some(millions(30)), Some(millions(25))));
    // Before anybody has bound anything, what the letter calls bound is bound.
    assert_eq!(research.sums.committed, millions(10));
    assert_eq!(research.sums.uncommitted, Some(millions(15)));
    let keywords: Vec<Keyword> = research.keywords.iter().map(|(keyword, _)| *keyword).collect();
    assert_eq!(keywords, [Keyword::Transferable, Keyword::UsableUnder]);
    let checks = tree(year(&desk, stream)).checks;
    let holds = |kind| checks.iter().find(|check| check.kind == kind).unwrap().holds;
    assert!(holds(CheckKind::ChapterSum) && holds(CheckKind::Portions) && holds(CheckKind::Committed));
}

#[test]
fn more_is_bound_of_a_post_that_was_taken_away_only_with_a_reason() {
    let (mut desk, stream) = started();
    desk.run(stream, &commit(terms("post-2", &[(2025, 5)]))).unwrap();
    let document = Document {
        kind: DocumentKind::Supplement,
        title: "Supplerende tildelingsbrev nr. 1".to_owned(),
        number: None,
        date: None,
        file: None,
        hash: None,
    };
    let changes =
        vec![PartChange::Repeal { part: id("post-2"), text: "Posten utgår".to_owned(), span: None }];
    let receive = letters::Command::Receive { document, changes };
    desk.run(stream, &styrbord_events::Command::Letters(receive)).unwrap();
    let change = |amount, over: Option<&str>| {
        let amounts = BTreeMap::from([(2025, millions(amount))]);
        let over = over.map(str::to_owned);
        money(Command::ChangeCommitment { commitment: id("commitment-1"), amounts, over })
    };
    assert_eq!(desk.refused(stream, &change(6, None)), "over-committed");
    desk.run(stream, &change(4, None)).unwrap();
    desk.run(stream, &change(6, Some("Avtalen gjelder fortsatt"))).unwrap();
    assert_eq!(post(&desk, stream, 570).sums.uncommitted, Some(millions(-6)));
}

#[test]
fn a_commitment_takes_up_its_portion_and_is_paid_released_and_closed() {
    let (mut desk, stream) = started();
    let taken = Terms {
        portion: Some("Stier og slitasje".to_owned()),
        recipient: Some(Recipient::Named("Kari Varde AS".to_owned())),
        assignment: Some(id("assignment-1")),
        ..terms("post-1", &[(2025, 5), (2026, 3)])
    };
    desk.run(stream, &commit(taken.clone())).unwrap();
    assert_eq!(desk.refused(stream, &commit(taken)), "portion-taken");
    // 5 of the commitment in place of the letter's 6, and the other portion's 4.
    assert_eq!(post(&desk, stream, 571).sums.committed, millions(9));
    desk.run(stream, &draw("commitment-1", "202503", 2)).unwrap();
    assert_eq!(desk.refused(stream, &draw("commitment-1", "202503", 4)), "more-than-left");
    assert_eq!(desk.refused(stream, &draw("commitment-1", "202603", 1)), "month-of-other-year");
    assert_eq!(desk.refused(stream, &draw("commitment-1", "202504", -3)), "more-than-left");
    let release =
        |amount| money(Command::Release { commitment: id("commitment-1"), amount: millions(amount) });
    assert_eq!(desk.refused(stream, &release(4)), "more-than-left");
    desk.run(stream, &release(1)).unwrap();
    let sums = post(&desk, stream, 571).sums;
    assert_eq!((sums.committed, sums.outstanding), (millions(8), millions(6)));
    let later = carried(year(&desk, stream));
    assert_eq!(later.len(), 1);
    assert_eq!(later[0].amounts, BTreeMap::from([(2026, millions(3))]));
    desk.run(stream, &money(Command::Close { commitment: id("commitment-1") })).unwrap();
    let sums = post(&desk, stream, 571).sums;
    assert_eq!((sums.committed, sums.outstanding), (millions(6), millions(4)));
    assert_eq!(desk.refused(stream, &release(1)), "ended");
    assert!(carried(year(&desk, stream)).is_empty());
    let history = &year(&desk, stream).money.commitments[&id("commitment-1")].history;
    assert_eq!(history.len(), 4);
    let journal: String = desk.records.iter().map(|record| record.payload.as_str()).collect();
    assert!(!journal.contains("Kari"), "a name stands in the journal");
    desk.assert_replays();
}

#[test]
fn binding_too_much_is_refused_or_explained() {
    let (mut desk, stream) = started();
    desk.run(stream, &commit(terms("post-2", &[(2025, 100)]))).unwrap();
    let more = terms("post-2", &[(2025, 1), (2026, 50)]);
    assert_eq!(desk.refused(stream, &commit(more.clone())), "over-committed");
    // Later years do not weigh on this one.
    desk.run(stream, &commit(terms("post-2", &[(2026, 500)]))).unwrap();
    let reason = "Departementet har varslet tilleggsbevilgning".to_owned();
    desk.run(stream, &money(Command::Commit { terms: more, over: Some(reason) })).unwrap();
    let sums = post(&desk, stream, 570).sums;
    assert_eq!(sums.uncommitted, Some(millions(-1)));
    let step = &year(&desk, stream).money.commitments[&id("commitment-3")].history[0];
    let over = step.over.unwrap();
    assert_eq!(over.by, millions(1));
    assert_eq!(desk.text(over.reason), Some("Departementet har varslet tilleggsbevilgning"));
    let tree = tree(year(&desk, stream));
    let check = tree.checks.iter().find(|check| check.kind == CheckKind::Committed && check.chapter == 570);
    assert!(!check.unwrap().holds);
    // What makes it better needs no reason, even when it does not heal it.
    let change = |amount: i64| {
        let amounts = BTreeMap::from([(2025, millions(amount))]);
        money(Command::ChangeCommitment { commitment: id("commitment-1"), amounts, over: None })
    };
    amend(&mut desk, stream, "post-2", 570, operations_post(50));
    desk.run(stream, &change(90)).unwrap();
    assert_eq!(desk.refused(stream, &change(91)), "over-committed");
    desk.assert_replays();
}

#[test]
fn what_is_not_there_is_refused() {
    let (mut desk, stream) = started();
    let wrong = |change: fn(&mut Terms<String>)| {
        let mut terms = terms("post-1", &[(2025, 1)]);
        change(&mut terms);
        commit(terms)
    };
    for (command, code) in [
        (wrong(|terms| terms.post = "post-9".parse().unwrap()), "no-such-object"),
        (wrong(|terms| terms.post = "goal-1".parse().unwrap()), "wrong-kind"),
        (wrong(|terms| terms.assignment = "assignment-9".parse().ok()), "no-such-object"),
        (wrong(|terms| terms.project = "project-1".parse().ok()), "no-such-object"),
        (wrong(|terms| terms.portion = Some("Noe annet".to_owned())), "no-such-portion"),
        (wrong(|terms| terms.title.clear()), "text-missing"),
        (wrong(|terms| terms.title = "x".repeat(501)), "text-too-long"),
        (wrong(|terms| terms.amounts.clear()), "no-amounts"),
        (wrong(|terms| terms.amounts = BTreeMap::from([(2024, Nok::from_kroner(1))])), "year-out-of-range"),
        (wrong(|terms| terms.amounts = BTreeMap::from([(2056, Nok::from_kroner(1))])), "year-out-of-range"),
        (
            wrong(|terms| terms.amounts = BTreeMap::from([(2025, Nok::from_kroner(-1))])),
            "amount-out-of-range",
        ),
        (
            wrong(|terms| terms.amounts = BTreeMap::from([(2025, Nok::from_ore(i64::MAX))])),
            "amount-out-of-range",
        ),
        (
            wrong(|terms| terms.recipient = Some(Recipient::Organisation(OrganisationId(9)))),
            "unknown-organisation",
        ),
        (draw("commitment-1", "202501", 1), "no-such-object"),
        (money(Command::CancelProject { project: id("project-1") }), "no-such-object"),
    ] {
        assert_eq!(desk.refused(stream, &command), code, "{command:?}");
    }
}

#[test]
fn a_repealed_post_takes_no_more() {
    let (mut desk, stream) = started();
    let document = Document {
        kind: DocumentKind::Supplement,
        title: "Supplerende tildelingsbrev nr. 2".to_owned(),
        number: None,
        date: None,
        file: None,
        hash: None,
    };
    let text = "Posten utgår".to_owned();
    let changes = vec![PartChange::Repeal { part: id("post-2"), text, span: None }];
    let command = letters::Command::Receive { document, changes };
    desk.run(stream, &styrbord_events::Command::Letters(command)).unwrap();
    assert_eq!(desk.refused(stream, &commit(terms("post-2", &[(2025, 1)]))), "repealed");
    assert_eq!(post(&desk, stream, 570).sums.allocated, Some(Nok::ZERO));
    let last = amendments(year(&desk, stream)).pop().unwrap();
    assert_eq!((last.old, last.change, last.new), (Some(millions(100)), millions(-100), Some(Nok::ZERO)));
}

#[test]
fn each_letter_s_effect_is_told_and_held_against_what_it_prints() {
    let (mut desk, stream) = started();
    let stated = |previous: i64, change: i64| Post {
        amount_nok: None,
        previous_nok: Some(millions(previous)),
        change_nok: Some(millions(change)),
        ..operations_post(0)
    };
    amend(&mut desk, stream, "post-2", 570, stated(100, 12));
    amend(&mut desk, stream, "post-2", 570, stated(110, -2));
    let rows: Vec<_> = (amendments(year(&desk, stream)).into_iter())
        .filter(|row| row.number == 1)
        .map(|row| (row.old, row.change, row.new, row.agrees))
        .collect();
    let some = |amount| Some(millions(amount));
    assert_eq!(
        rows,
        [
            (None, millions(100), some(100), None),
            (some(100), millions(12), some(112), Some(true)),
            // The letter says that 110 held; 112 did.
            (some(112), millions(-2), some(110), Some(false)),
        ]
    );
    assert_eq!(post(&desk, stream, 570).sums.allocated, some(110));
}
