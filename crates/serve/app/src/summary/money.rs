//! Chapters with their sums. Spending and income are never added to each other.

use serde::Serialize;
use styrbord_money::Nok;
use styrbord_plan::{Chapter, Post};

/// The first chapter of the state budget's income side.
const INCOME_CHAPTER_MIN: u32 = 3000;

/// The money of a letter.
#[derive(Debug, Serialize)]
pub struct MoneySummary {
    /// Each chapter, in the order of the letter.
    pub chapters: Vec<ChapterSum>,
    /// What the posts of the spending chapters add up to.
    pub expenditure_nok: Nok,
    /// What the posts of the income chapters add up to.
    pub income_nok: Nok,
}

/// One chapter, added up.
#[derive(Debug, Serialize)]
pub struct ChapterSum {
    /// Its number.
    pub chapter: u32,
    /// Its title.
    pub title: String,
    /// It is on the income side.
    pub is_income: bool,
    /// How many posts it has.
    pub posts: usize,
    /// What its posts add up to; none when no post has an amount.
    pub sum_nok: Option<Nok>,
    /// What the changes of a supplementary letter add up to.
    pub change_nok: Option<Nok>,
    /// The sum that the letter prints.
    pub stated_sum_nok: Option<Nok>,
}

impl MoneySummary {
    pub(crate) fn of(budget: &[Chapter]) -> Self {
        let chapters: Vec<ChapterSum> = budget.iter().map(ChapterSum::of).collect();
        let total = |is_income| {
            chapters.iter().filter(|one| one.is_income == is_income).filter_map(|one| one.sum_nok).sum()
        };
        let (expenditure_nok, income_nok) = (total(false), total(true));
        MoneySummary { chapters, expenditure_nok, income_nok }
    }
}

impl ChapterSum {
    fn of(chapter: &Chapter) -> Self {
        ChapterSum {
            chapter: chapter.chapter,
            title: chapter.title.clone(),
            is_income: chapter.chapter >= INCOME_CHAPTER_MIN,
            posts: chapter.posts.len(),
            sum_nok: sum(&chapter.posts, |post| post.amount_nok),
            change_nok: sum(&chapter.posts, |post| post.change_nok),
            stated_sum_nok: chapter.stated_sum_nok,
        }
    }
}

/// Adds up one column; none when no post has anything in it.
fn sum(posts: &[Post], column: fn(&Post) -> Option<Nok>) -> Option<Nok> {
    posts.iter().any(|post| column(post).is_some()).then(|| posts.iter().filter_map(column).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn income_is_not_added_to_spending() {
        let chapter = |number, kroner: &[i64]| Chapter {
            chapter: number,
            posts: kroner
                .iter()
                .map(|amount| Post { amount_nok: Some(Nok::from_kroner(*amount)), ..Post::default() })
                .collect(),
            ..Chapter::default()
        };
        let money = MoneySummary::of(&[
            chapter(671, &[5, 7]),
            chapter(672, &[1]),
            chapter(3671, &[4]),
            chapter(9, &[]),
        ]);
        assert_eq!(money.expenditure_nok, Nok::from_kroner(13));
        assert_eq!(money.income_nok, Nok::from_kroner(4));
        assert_eq!(money.chapters[0].sum_nok, Some(Nok::from_kroner(12)));
        assert_eq!(money.chapters[3].sum_nok, None);
        assert_eq!(money.chapters[0].change_nok, None);
    }
}
