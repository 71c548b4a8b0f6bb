//! The research portfolio.

use super::{aligned, banner, kroner, table};
use crate::output::{Screen, plain};
use crate::texts::{join, year_money as words};
use styrbord_app::Language;
use styrbord_app::follow::events::money::PortfolioRow;
use styrbord_app::follow::{Portfolios, PostPortfolio, Said};

/// Draws the research portfolio of each post that has one.
pub(crate) fn draw(portfolios: &Portfolios, screen: Screen) -> String {
    let mut text = banner(portfolios.simulated, screen);
    if portfolios.posts.is_empty() {
        return text + words::NO_PORTFOLIO.get(screen.language) + "\n";
    }
    for (at, post) in portfolios.posts.iter().enumerate() {
        let between = if at == 0 { "" } else { "\n" };
        text.push_str(&[between, &of_post(post, &portfolios.words, screen)].concat());
    }
    text
}

fn of_post(post: &PostPortfolio, said: &Said, screen: Screen) -> String {
    let language = screen.language;
    let title = words::PORTFOLIO.with(language, &[&post.label, &plain(&post.title)]);
    let mut rows: Vec<Vec<String>> =
        post.portfolio.rows.iter().flat_map(|row| project(row, said, language)).collect();
    for (year, sums) in &post.portfolio.years {
        let free = sums
            .free
            .map(|free| words::FREE_OF.with(language, &[&kroner(Some(free)), &kroner(sums.allocated)]));
        rows.push(vec![
            words::SUM_OF.with(language, &[year]),
            year.to_string(),
            kroner(Some(sums.committed)),
            kroner(Some(sums.new)),
            free.unwrap_or_default(),
        ]);
    }
    [screen.bold(&title), "\n".to_owned(), table(&aligned(rows, 2..=3), screen)].concat()
}

/// Returns a row for each year of a project; its name stands on the first.
fn project(row: &PortfolioRow, said: &Said, language: Language) -> Vec<Vec<String>> {
    let registered = row.title.map(|title| said.get(&title).cloned().flatten());
    let title = match registered {
        Some(Some(title)) => title,
        Some(None) => super::words::ERASED.get(language).to_owned(),
        None => row.portion.clone().unwrap_or_default(),
    };
    let id = row.project.map_or(words::BY_LETTER.get(language).to_owned(), |id| id.to_string());
    let state = if row.cancelled { words::CANCELLED.get(language) } else { "" };
    let assignment = row.assignment.map(|id| id.to_string()).unwrap_or_default();
    let name = join([join([title, assignment], ", "), state.to_owned()], " ");
    let years = row.amounts.iter().enumerate().map(|(at, (year, amounts))| {
        let first = |text: &str| if at == 0 { text.to_owned() } else { String::new() };
        let (committed, new) = (kroner(Some(amounts.committed)), kroner(Some(amounts.new)));
        vec![first(&id), year.to_string(), committed, new, first(&name)]
    });
    years.collect()
}
