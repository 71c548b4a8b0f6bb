//! Chapters, posts, and what a post is divided into.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use styrbord_money::Nok;
use styrbord_source::Spot;

/// A chapter (kapittel) of the state budget, as the letter allocates it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Chapter {
    /// Its number.
    pub chapter: u32,
    /// Its title.
    pub title: String,
    /// Its posts.
    pub posts: Vec<Post>,
    /// The sum that the letter prints.
    pub stated_sum_nok: Option<Nok>,
    /// Where it stands.
    pub span: Option<Spot>,
}

/// A post of a chapter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Post {
    /// Its number.
    pub post: u32,
    /// Its title, without keywords.
    pub title: String,
    /// The allocation, or the new total in a supplementary letter.
    pub amount_nok: Option<Nok>,
    /// The earlier total, in a supplementary letter.
    pub previous_nok: Option<Nok>,
    /// The change, in a supplementary letter.
    pub change_nok: Option<Nok>,
    /// The whole appropriation, where the prose says it.
    pub appropriation_nok: Option<Nok>,
    /// The agency's part of it.
    pub agency_share_nok: Option<Nok>,
    /// Keywords (stikkord), `kan overføres`.
    pub keywords: Vec<String>,
    /// Where it stands.
    pub span: Option<Spot>,
    /// What it is divided into.
    pub breakdown: Vec<Portion>,
}

/// What kind of portion of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PortionKind {
    /// Set aside for a purpose.
    #[default]
    SubAllocation,
    /// Bound from before.
    Commitment,
    /// Not yet disposed of.
    Free,
    /// Bound to a new project.
    NewProject,
    /// A named organisation that gets a grant.
    Recipient,
}

/// A portion of a post, to any depth.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Portion {
    /// What it is for, or who gets it.
    pub title: String,
    /// The amount.
    pub amount_nok: Nok,
    /// Its kind.
    pub kind: PortionKind,
    /// The assignment that it pays.
    pub assignment: Option<String>,
    /// Where it stands.
    pub span: Option<Spot>,
    /// What it is divided into.
    pub breakdown: Vec<Portion>,
}
