//! What a letter changed in a year, and what it does to the money.

use super::{banner, document_kind, table};
use crate::output::{Screen, plain};
use crate::render::changes;
use crate::render::wrap::{hang, length, pad_left};
use crate::texts::year as words;
use crate::texts::{Text, join};
use styrbord_app::Nok;
use styrbord_app::follow::OnlyChanges;
use styrbord_app::follow::events::letters::{IncomeEffect, MoneyEffect};

/// Draws what a letter changed and nothing else.
pub(crate) fn draw(only: &OnlyChanges, simulated: bool, screen: Screen) -> String {
    let language = screen.language;
    let kind = document_kind(only.letter.document.kind, language);
    let name = join([kind, only.letter.document.title.clone()], ", ");
    let title = words::ONLY_CHANGES.with(language, &[&only.letter.letter, &plain(&name)]);
    let mut text =
        [banner(simulated, screen), screen.bold(&hang(&title, 2, screen.width)), "\n".to_owned()].concat();
    if only.changes.changes.is_empty() {
        text.push_str(&["\n", words::NOTHING_CHANGED.get(language), "\n"].concat());
        return text;
    }
    text.push_str(&[&changes::summary(&only.changes, language), "\n"].concat());
    text.push_str(&changes::entries(&only.changes.changes, screen));
    if !only.money.posts.is_empty() {
        text.push_str(&money(&only.money, screen));
    }
    text
}

fn money(effect: &MoneyEffect, screen: Screen) -> String {
    let language = screen.language;
    let shown = |amount: Option<Nok>| {
        let text = amount.map(|amount| amount.to_string()).unwrap_or_default();
        text.trim_end_matches("kroner").trim_end().to_owned()
    };
    let signed = |amount: Option<Nok>| {
        let plus = if amount.is_some_and(|amount| amount.ore() > 0) { "+" } else { "" };
        format!("{plus}{}", shown(amount))
    };
    let mut rows: Vec<[String; 5]> = effect
        .posts
        .iter()
        .map(|post| {
            let (before, after) = (shown(post.before_nok), shown(post.after_nok));
            [post.label.clone(), before, signed(post.change_nok), after, post.title.clone()]
        })
        .collect();
    let sum = |name: Text, sums: [Nok; 3]| {
        let [before, change, after] = sums.map(Some);
        [name.get(language).to_owned(), shown(before), signed(change), shown(after), String::new()]
    };
    let income = effect.income;
    let spending = [effect.before_nok, effect.change_nok, effect.after_nok];
    if income == IncomeEffect::default() {
        rows.push(sum(words::ALL_POSTS, spending));
    } else {
        rows.push(sum(words::SPENDING, spending));
        rows.push(sum(words::INCOME, [income.before_nok, income.change_nok, income.after_nok]));
    }
    let width = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| length(cell)).max();
    let widths: Vec<usize> = (0..5).map(|at| width(at).unwrap_or_default()).collect();
    let cells = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths).enumerate();
        let right = |at: usize| (1..=3).contains(&at);
        cells
            .map(|(at, (cell, width))| if right(at) { pad_left(cell, *width) } else { cell.clone() })
            .collect()
    });
    let title = screen.bold(words::MONEY_EFFECT.get(language));
    ["\n", &title, "\n", &table(&cells.collect::<Vec<_>>(), screen)].concat()
}
