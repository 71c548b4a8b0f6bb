//! The research portfolio, and forecasts.

use crate::common::{Desk, day};
use crate::desk::{commit, id, millions, money, post, started, year};
use std::collections::BTreeMap;
use styrbord_events::Instant;
use styrbord_events::money::{Command, ProjectTerms, ProjectYear, Terms, portfolio};
use styrbord_money::Nok;

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
    let contract = Terms { project: Some(id("project-1")), ..crate::desk::terms("post-1", &[(2025, 1)]) };
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
