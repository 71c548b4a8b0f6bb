//! Chapters, posts, and what a post is divided into.

use super::{Outline, amount};
use crate::texts::{outline as words, summary};
use styrbord_app::plan::{Chapter, Portion, Post};

pub(super) fn draw(budget: &[Chapter], outline: &mut Outline<'_>) {
    outline.section(words::BUDGET, budget);
    let language = outline.language();
    for chapter in budget {
        let number = summary::CHAPTER.with(language, &[&chapter.chapter]);
        let sum = amount(words::STATED_SUM, chapter.stated_sum_nok, language);
        outline.line(1, &format!("{number}  {}", chapter.title), &[sum], chapter.span);
        for post in &chapter.posts {
            draw_post(post, outline);
        }
    }
}

fn draw_post(post: &Post, outline: &mut Outline<'_>) {
    let language = outline.language();
    let mut details = vec![
        post.amount_nok.map(|amount| amount.to_string()).unwrap_or_default(),
        amount(words::PREVIOUS, post.previous_nok, language),
        amount(words::CHANGE, post.change_nok, language),
        amount(words::APPROPRIATION, post.appropriation_nok, language),
        amount(words::SHARE, post.agency_share_nok, language),
    ];
    details.extend(post.keywords.iter().cloned());
    outline.line(2, &format!("post {:02}  {}", post.post, post.title), &details, post.span);
    for portion in &post.breakdown {
        draw_portion(portion, 3, outline);
    }
}

fn draw_portion(portion: &Portion, depth: usize, outline: &mut Outline<'_>) {
    let assignment = portion.assignment.clone().unwrap_or_default();
    outline.line(depth, &portion.title, &[portion.amount_nok.to_string(), assignment], portion.span);
    for part in &portion.breakdown {
        draw_portion(part, depth + 1, outline);
    }
}
