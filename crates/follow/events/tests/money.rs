//! Money: what letters allocate, what is bound, used by others, and left. All agencies and figures are invented.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first surprise")]

mod common;

use common::{Desk, day, organisation, started_with};
use std::collections::BTreeMap;
use styrbord_events::directory::OrganisationKind;
use styrbord_events::letters::{Document, DocumentKind, Match, PartChange, PartValue};
use styrbord_events::money::{
    ChargeSide, CheckKind, Command, Draw, Keyword, PostNode, ProjectTerms, ProjectYear, Recipient, Share,
    Terms, amendments, authorisations, carried, portfolio, tree,
};
use styrbord_events::{Instant, ObjectId, OrganisationId, Stream, UnitId, Year, directory, letters};
use styrbord_money::Nok;
use styrbord_plan::{Assignment, Authorisation, Chapter, Portion, PortionKind, Post};

const MILLION: i64 = 1_000_000;

fn millions(amount: i64) -> Nok {
    Nok::from_kroner(amount * MILLION)
}

fn id(text: &str) -> ObjectId {
    text.parse().unwrap()
}

fn portion(title: &str, amount: i64, kind: PortionKind, breakdown: Vec<Portion>) -> Portion {
    Portion { title: title.to_owned(), amount_nok: millions(amount), kind, breakdown, ..Portion::default() }
}

/// A research post: 25 million, of which 10 are bound for two projects, 4 are for a new one, and 11 are free.
fn research_post() -> Post {
    let bound = vec![
        portion("Stier og slitasje", 6, PortionKind::Commitment, vec![]),
        portion("Varder i fjellet", 4, PortionKind::Commitment, vec![]),
    ];
    let new = vec![Portion {
        assignment: Some("2025-03".to_owned()),
        ..portion("Skilt på samisk", 4, PortionKind::NewProject, vec![])
    }];
    Post {
        post: 21,
        title: "Spesielle driftsutgifter".to_owned(),
        amount_nok: Some(millions(25)),
        appropriation_nok: Some(millions(30)),
        agency_share_nok: Some(millions(25)),
        keywords: vec!["kan overføres".to_owned(), "kan nyttes under post 01".to_owned()],
        breakdown: vec![
            portion("Bundet", 10, PortionKind::Commitment, bound),
            portion("Nye prosjekter", 4, PortionKind::NewProject, new),
            portion("Udisponert", 11, PortionKind::Free, vec![]),
        ],
        ..Post::default()
    }
}

fn operations_post(amount: i64) -> Post {
    let title = "Driftsutgifter".to_owned();
    Post { post: 1, title, amount_nok: Some(millions(amount)), ..Post::default() }
}

/// post-1 is 571.21 (research), post-2 is 570.01 (operations).
fn letter() -> Vec<PartValue> {
    let title = "Fjellvettdirektoratet".to_owned();
    let chapter = Chapter { chapter: 570, title, stated_sum_nok: Some(millions(100)), ..Chapter::default() };
    let assignment = Assignment {
        number: Some("2025-03".to_owned()),
        title: "Skilt på samisk".to_owned(),
        ..Assignment::default()
    };
    let authorisation = Authorisation {
        title: "Bestillingsfullmakt".to_owned(),
        chapter: Some(570),
        limit_nok: Some(millions(5)),
        ..Authorisation::default()
    };
    let unlimited = Authorisation { title: "Merinntektsfullmakt".to_owned(), ..Authorisation::default() };
    vec![
        PartValue::Post { chapter: 571, post: research_post() },
        PartValue::Post { chapter: 570, post: operations_post(100) },
        PartValue::Chapter(chapter),
        PartValue::Assignment(Box::new(assignment)),
        PartValue::Authorisation(authorisation),
        PartValue::Authorisation(unlimited),
    ]
}

fn started() -> (Desk, Stream) {
    started_with(letter())
}

fn year(desk: &Desk, stream: Stream) -> &Year {
    &desk.book.years[&stream]
}

fn post(desk: &Desk, stream: Stream, chapter: u32) -> PostNode {
    let tree = tree(year(desk, stream));
    tree.chapters.into_iter().find(|of| of.chapter == chapter).unwrap().posts.remove(0)
}

fn money(command: Command) -> styrbord_events::Command {
    styrbord_events::Command::Money(command)
}

fn terms(post: &str, amounts: &[(i16, i64)]) -> Terms<String> {
    Terms {
        post: id(post),
        title: "Kontrakt".to_owned(),
        amounts: amounts.iter().map(|(year, amount)| (*year, millions(*amount))).collect(),
        assignment: None,
        project: None,
        portion: None,
        recipient: None,
        carried_from: None,
    }
}

fn commit(terms: Terms<String>) -> styrbord_events::Command {
    money(Command::Commit { terms, over: None })
}

fn draw(commitment: &str, month: &str, amount: i64) -> styrbord_events::Command {
    let draw = Draw { month: month.parse().unwrap(), amount: millions(amount) };
    money(Command::Draw { commitment: id(commitment), draw })
}

/// Takes a letter in that gives a post as it is from now on.
fn amend(desk: &mut Desk, stream: Stream, part: &str, chapter: u32, post: Post) {
    let document = Document {
        kind: DocumentKind::Supplement,
        title: "Supplerende tildelingsbrev nr. 1".to_owned(),
        number: None,
        date: None,
        file: None,
        hash: None,
    };
    let value = PartValue::Post { chapter, post };
    let changes = vec![PartChange::Change { part: id(part), value, matched: Match::Stated }];
    let command = letters::Command::Receive { document, changes };
    desk.run(stream, &styrbord_events::Command::Letters(command)).unwrap();
}

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
fn the_portfolio_shows_committed_new_and_free_over_the_years() {
    let (mut desk, stream) = started();
    let research = id("post-1");
    let years = |desk: &Desk| {
        let portfolio = portfolio(year(desk, stream), research);
        let row = |(of, sums): (i16, styrbord_events::money::PortfolioYear)| {
            (of, sums.committed, sums.new, sums.free)
        };
        portfolio.years.into_iter().map(row).collect::<Vec<_>>()
    };
    // As the letter has it: 10 bound, 4 new, 11 free.
    assert_eq!(years(&desk), [(2025, millions(10), millions(4), Some(millions(11)))]);
    let amounts = |amounts: &[(i16, i64, i64)]| -> BTreeMap<i16, ProjectYear> {
        let of = |(_, committed, new): &(i16, i64, i64)| ProjectYear {
            committed: millions(*committed),
            new: millions(*new),
        };
        amounts.iter().map(|year| (year.0, of(year))).collect()
    };
    let terms = |portion: &str, amounts| ProjectTerms {
        post: research,
        title: portion.to_owned(),
        amounts,
        assignment: Some(id("assignment-1")),
        portion: Some(portion.to_owned()),
        performer: None,
    };
    let project = terms("Skilt på samisk", amounts(&[(2025, 1, 2), (2026, 0, 3)]));
    desk.run(stream, &money(Command::RegisterProject { terms: project, over: None })).unwrap();
    assert_eq!(
        years(&desk),
        [(2025, millions(11), millions(2), Some(millions(12))), (2026, Nok::ZERO, millions(3), None)]
    );
    // The contract binds what the project has bound already, and does not count twice.
    let contract = Terms { project: Some(id("project-1")), ..self::terms("post-1", &[(2025, 1)]) };
    desk.run(stream, &commit(contract)).unwrap();
    assert_eq!(post(&desk, stream, 571).sums.committed, millions(11));
    let too_much =
        Command::ChangeProject { project: id("project-1"), amounts: amounts(&[(2025, 16, 0)]), over: None };
    assert_eq!(desk.refused(stream, &money(too_much)), "over-committed");
    let by_assignment = portfolio(year(&desk, stream), research).assignments;
    assert_eq!(by_assignment[&id("assignment-1")], ProjectYear { committed: millions(1), new: millions(5) });
    for command in [
        Command::DeliverProject { project: id("project-1"), reference: "Rapport 2025:4".to_owned() },
        Command::PublishProject { project: id("project-1"), reference: "https://eksempel.no/4".to_owned() },
        Command::CancelProject { project: id("project-1") },
    ] {
        desk.run(stream, &money(command)).unwrap();
    }
    let row = portfolio(year(&desk, stream), research).rows.remove(0);
    assert_eq!(desk.text(row.published.unwrap().0), Some("https://eksempel.no/4"));
    assert!(row.cancelled);
    let after = Command::CancelProject { project: id("project-1") };
    assert_eq!(desk.refused(stream, &money(after)), "ended");
    desk.assert_replays();
}

#[test]
fn a_forecast_keeps_its_history_and_gives_the_variance() {
    let (mut desk, stream) = started();
    let forecast = |amount, explanation: Option<&str>| {
        let (amount, explanation) = (millions(amount), explanation.map(str::to_owned));
        money(Command::Forecast { post: id("post-2"), amount, explanation })
    };
    desk.run(stream, &forecast(104, None)).unwrap();
    assert_eq!(post(&desk, stream, 570).sums.variance, Some(millions(-4)));
    desk.run(stream, &forecast(97, Some("Ledige stillinger"))).unwrap();
    let month = "202508".parse().unwrap();
    let text = "Ansettelser kom senere enn planlagt".to_owned();
    desk.run(stream, &money(Command::ExplainVariance { post: id("post-2"), month, text })).unwrap();
    let node = post(&desk, stream, 570);
    assert_eq!(node.sums.variance, Some(millions(3)));
    let history: Vec<_> = node.forecasts.iter().map(|forecast| forecast.amount).collect();
    assert_eq!(history, [millions(104), millions(97)]);
    assert_eq!(desk.text(node.explanations[0].text), Some("Ansettelser kom senere enn planlagt"));
    let never = Command::Forecast { post: id("post-2"), amount: millions(-1), explanation: None };
    assert_eq!(desk.refused(stream, &money(never)), "amount-out-of-range");
    assert!(Instant::start_of(day("2025-01-10")) <= node.forecasts[0].stamp.at);
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
