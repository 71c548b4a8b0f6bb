//! Commitments from one year to the next, and the money of a real letter.

use crate::common::{Desk, started_with};
use crate::desk::{amend, commit, id, millions, money, post, research_post, started, terms, year};
use styrbord_events::letters::{Document, DocumentKind, PartChange, PartValue};
use styrbord_events::money::{CheckKind, Command, Recipient, Terms, awaiting, portfolio, tree};
use styrbord_events::{ObjectId, OrganisationId, Stream, letters};
use styrbord_money::Nok;
use styrbord_plan::{Plan, Post};

fn carry(commitment: &str, post: Option<&str>) -> styrbord_events::Command {
    let (commitment, post) = (id(commitment), post.map(id));
    money(Command::Carry { commitment, post, portion: None, over: None })
}

fn waiting(desk: &Desk, stream: Stream) -> Vec<(ObjectId, Option<ObjectId>, Option<ObjectId>)> {
    let waits = awaiting(&desk.book, year(desk, stream));
    waits.into_iter().map(|waits| (waits.carried.from.commitment, waits.post, waits.assignment)).collect()
}

#[test]
fn next_year_takes_commitments_over_when_its_letter_gives_the_post() {
    let (mut desk, stream) = started();
    let contract = Terms {
        assignment: Some(id("assignment-1")),
        recipient: Some(Recipient::Named("Varde og sønner".to_owned())),
        ..terms("post-1", &[(2025, 1), (2026, 3), (2027, 2)])
    };
    desk.run(stream, &commit(contract)).unwrap();
    desk.run(stream, &commit(terms("post-2", &[(2025, 1)]))).unwrap();
    desk.run(stream, &commit(terms("post-2", &[(2026, 4)]))).unwrap();
    let next = Stream::Year(OrganisationId(1), 2026);
    let open = styrbord_events::Command::Letters(letters::Command::OpenNext);
    desk.run(next, &open).unwrap();
    let assignment = Some(id("assignment-1"));
    // Until the letter comes nobody knows which post pays; what binds 2025 alone does not wait.
    assert_eq!(
        waiting(&desk, next),
        [(id("commitment-1"), None, assignment), (id("commitment-3"), None, None)]
    );
    assert_eq!(desk.refused(next, &carry("commitment-1", None)), "post-to-choose");
    let document = Document {
        kind: DocumentKind::Allocation,
        title: "Tildelingsbrev 2026".to_owned(),
        number: None,
        date: None,
        file: None,
        hash: None,
    };
    let other = Post { post: 45, amount_nok: Some(millions(2)), ..Post::default() };
    let changes = [
        PartValue::Post { chapter: 571, post: research_post() },
        PartValue::Post { chapter: 570, post: other },
    ];
    let changes = changes.into_iter().map(|value| PartChange::Add { value }).collect();
    let receive = letters::Command::Receive { document, changes };
    desk.run(next, &styrbord_events::Command::Letters(receive)).unwrap();
    desk.run(next, &carry("commitment-1", None)).unwrap();
    assert_eq!(desk.refused(next, &carry("commitment-1", None)), "nothing-to-carry");
    assert_eq!(desk.refused(next, &carry("commitment-2", None)), "nothing-to-carry");
    assert_eq!(desk.refused(next, &carry("commitment-3", None)), "post-to-choose");
    assert_eq!(desk.refused(next, &carry("commitment-3", Some("post-2"))), "over-committed");
    desk.run(next, &carry("commitment-3", Some("post-1"))).unwrap();
    assert_eq!(waiting(&desk, next), []);
    let carried = &year(&desk, next).money.commitments[&id("commitment-1")];
    assert_eq!(carried.amounts.keys().copied().collect::<Vec<_>>(), [2026, 2027]);
    assert_eq!(carried.from.unwrap().stream, stream);
    // The words are the same ones, and not kept twice.
    let before = &year(&desk, stream).money.commitments[&id("commitment-1")];
    assert_eq!(carried.terms.recipient, before.terms.recipient);
    // 10 that the letter itself calls bound, 3 and 4 that were carried over.
    assert_eq!(post(&desk, next, 571).sums.committed, millions(17));
    desk.assert_replays();
}

#[test]
fn what_a_letter_leaves_undivided_is_a_rest_and_only_too_much_does_not_add_up() {
    let (mut desk, stream) = started();
    let change = |change| Post { amount_nok: None, change_nok: Some(millions(change)), ..research_post() };
    let whole = Post { amount_nok: None, agency_share_nok: Some(millions(20)), ..research_post() };
    let whole = Post { appropriation_nok: Some(millions(30)), ..whole };
    // The portions make 25 millions; what there is, what is left of it, and whether that is a sum, and one that holds.
    for (amended, held, left, holds) in [
        (change(5), 30, 5, None),
        (change(-2), 28, 3, None),
        (change(-3), 25, 0, Some(true)),
        (change(-1), 24, -1, Some(false)),
        (whole, 30, 5, None),
    ] {
        amend(&mut desk, stream, "post-1", 571, amended);
        let divided = post(&desk, stream, 571).divided.unwrap();
        let expected = (millions(held), millions(25), millions(left));
        assert_eq!((divided.whole, divided.portions, divided.undivided), expected);
        let checks = tree(year(&desk, stream)).checks;
        let portions = checks.iter().find(|check| check.kind == CheckKind::Portions);
        assert_eq!(portions.map(|check| check.holds), holds, "{held}");
    }
}

/// The pack of IMDi's letter for 2024: facts of the letter, and nothing said of its year.
#[test]
fn the_real_letter_s_research_post_is_divided_as_it_says() {
    let plan: Plan = serde_json::from_str(include_str!("../../../../../packs/imdi-2024/plan.json")).unwrap();
    let mut parts = Vec::new();
    for mut chapter in plan.budget {
        let posts = std::mem::take(&mut chapter.posts);
        parts.extend(posts.into_iter().map(|post| PartValue::Post { chapter: chapter.chapter, post }));
        parts.push(PartValue::Chapter(chapter));
    }
    let (desk, stream) = started_with(parts);
    let tree = tree(year(&desk, stream));
    let sums = tree.checks.iter().filter(|check| check.kind == CheckKind::ChapterSum);
    let sums: Vec<(u32, bool)> = sums.map(|check| (check.chapter, check.holds)).collect();
    // The sum that the pack has for chapter 671 is not that of its posts.
    assert_eq!(sums, [(601, true), (670, true), (671, false), (672, true)]);
    let research = tree.chapters[0].posts[0].object;
    let kroner = |amount: i64| Nok::from_kroner(amount);
    let sums = portfolio(year(&desk, stream), research).years[&2025];
    assert_eq!(
        (sums.committed, sums.new, sums.free),
        (kroner(9_800_000), kroner(4_500_000), Some(kroner(10_900_000)))
    );
    assert_eq!(tree.chapters[0].sums.actual, Nok::ZERO);
    assert!(tree.chapters.iter().flat_map(|chapter| &chapter.posts).all(|post| post.sums.forecast.is_none()));
}
