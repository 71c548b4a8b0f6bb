//! Sentences that say how many of something the letter itself has.

use crate::Letter;
use std::collections::BTreeSet;
use styrbord_source::Span;
use styrbord_syntax::{Block, BlockKind, sentence_ends};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thing {
    Goals,
    Subgoals,
    Parameters,
    Assignments {
        new: bool,
    },
    Directions,
    Chapters,
    Posts,
    Attachments,
    Meetings,
    /// Something that the plan has no list of.
    Other,
}

/// A number with the thing it counts.
pub(super) struct Claim {
    pub(super) thing: Thing,
    pub(super) count: u32,
    /// The number and what it counts, as printed.
    pub(super) phrase: String,
    /// The noun, lower case.
    pub(super) noun: String,
    pub(super) span: Span,
    /// The words of the sentence before the number, lower case.
    pub(super) before: Vec<String>,
    /// The sentence behind the noun, lower case.
    pub(super) after: String,
}

/// A word of a sentence with its bytes in the text.
struct Word<'a> {
    text: &'a str,
    start: usize,
}

impl Word<'_> {
    fn bare(&self) -> &str {
        self.text.trim_matches(|c: char| !c.is_alphanumeric())
    }

    fn end(&self) -> usize {
        self.start + self.text.trim_end_matches(|c: char| !c.is_alphanumeric()).len()
    }
}

/// Words in front of a number that make it something else than the whole count.
const NOT_THE_WHOLE: [&str; 28] = [
    "minst",
    "høyst",
    "inntil",
    "opptil",
    "opp til",
    "maks",
    "maksimalt",
    "ca",
    "omtrent",
    "rundt",
    "cirka",
    "om lag",
    "over",
    "under",
    "nesten",
    "av",
    "første",
    "fyrste",
    "siste",
    "neste",
    "andre",
    "øvrige",
    "øvrig",
    "ytterligere",
    "ytterlegare",
    "nærmere",
    "bare",
    "berre",
];

/// Adjectives between a number and its noun that leave the count whole.
const PASSED_OVER: [&str; 13] = [
    "nye",
    "overordnede",
    "overordna",
    "langsiktige",
    "prioriterte",
    "faste",
    "ordinære",
    "hovud",
    "egne",
    "eigne",
    "store",
    "felles",
    "ulike",
];

/// Returns the claims of a letter's paragraphs and items.
pub(super) fn read(letter: &Letter<'_>) -> Vec<(usize, Claim)> {
    let mut out = Vec::new();
    for (at, block) in letter.tree.blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. }) {
            for sentence in sentences(block) {
                out.extend(claims(block, &sentence).into_iter().map(|claim| (at, claim)));
            }
        }
    }
    out
}

/// Splits a block into sentences, each a list of words.
fn sentences(block: &Block) -> Vec<Vec<Word<'_>>> {
    let text = block.flow.as_str();
    let mut out = vec![Vec::new()];
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let ends = word.ends_with('.') && word.chars().count() > 3 && sentence_ends(word);
        if let Some(last) = out.last_mut() {
            last.push(Word { text: word, start });
        }
        if ends {
            out.push(Vec::new());
        }
    }
    out
}

fn claims(block: &Block, words: &[Word<'_>]) -> Vec<Claim> {
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(count) = number(word.text) else { continue };
        let before: Vec<String> = words[..at].iter().map(|word| word.bare().to_lowercase()).collect();
        if before.last().is_some_and(|last| NOT_THE_WHOLE.contains(&last.as_str())) {
            continue;
        }
        let passed = words.get(at + 1).is_some_and(|next| PASSED_OVER.contains(&next.text));
        let Some(noun) = words.get(at + 1 + usize::from(passed)) else { continue };
        if noun.bare().is_empty() || !noun.text.starts_with(char::is_lowercase) {
            continue;
        }
        let new = passed && words[at + 1].text == "nye";
        let after = &block.flow.as_str()
            [noun.end()..words.last().map_or(noun.end(), |last| last.start + last.text.len())];
        out.push(Claim {
            thing: thing(noun.bare(), new),
            count,
            phrase: words[at..=at + 1 + usize::from(passed)]
                .iter()
                .map(Word::bare)
                .collect::<Vec<_>>()
                .join(" "),
            noun: noun.bare().to_lowercase(),
            span: block.flow.span_of(word.start..noun.end()),
            before,
            after: after.to_lowercase(),
        });
    }
    out
}

/// Returns what a noun counts.
fn thing(noun: &str, new: bool) -> Thing {
    let noun = noun.to_lowercase();
    let is = |forms: &[&str]| forms.contains(&noun.as_str());
    if is(&["delmål", "delmåla", "delmålene"]) {
        Thing::Subgoals
    } else if ["mål", "måla", "målene", "måli"].iter().any(|form| {
        noun.strip_suffix(form)
            .is_some_and(|lead| ["", "hoved", "hovud", "styrings", "effekt"].contains(&lead))
    }) {
        Thing::Goals
    } else if noun.starts_with("styringsparamet")
        || is(&["parametere", "parametrar", "parameterar", "parametre"])
    {
        Thing::Parameters
    } else if is(&["oppdrag", "oppdraga", "oppdragene"]) {
        Thing::Assignments { new }
    } else if noun.starts_with("fellesføring") {
        Thing::Directions
    } else if is(&["kapitler", "kapittel", "kapitlene", "kapitla"]) {
        Thing::Chapters
    } else if is(&["poster", "postene", "postar", "postane"]) {
        Thing::Posts
    } else if is(&["vedlegg", "vedlegga", "vedleggene"]) {
        Thing::Attachments
    } else if ["møte", "møter", "møta", "møtene"].iter().any(|form| noun.ends_with(form)) {
        Thing::Meetings
    } else {
        Thing::Other
    }
}

/// Returns the counts that the letter's own set can have, with whether the set is numbered without a gap.
pub(super) fn known(letter: &Letter<'_>, claim: &Claim) -> (BTreeSet<usize>, bool) {
    let plan = letter.plan;
    let mut counts = BTreeSet::new();
    let mut whole = true;
    let total = match claim.thing {
        Thing::Goals => {
            let top = plan.goals.iter().filter(|goal| goal.parent.is_none());
            let numbers: Vec<u32> = top.clone().filter_map(|goal| goal.number).collect();
            whole = !numbers.is_empty() && without_gap(&numbers) && numbers.len() == top.clone().count();
            counts.insert(plan.goals.len());
            top.count()
        }
        Thing::Subgoals => {
            for goal in &plan.goals {
                let below = plan.goals.iter().filter(|own| own.parent.as_deref() == Some(&goal.label));
                counts.insert(below.count());
            }
            plan.goals.iter().filter(|goal| goal.parent.is_some()).count()
        }
        Thing::Parameters => {
            for goal in &plan.goals {
                let own = plan.steering_parameters.iter();
                counts.insert(own.filter(|own| own.goal_label.as_deref() == Some(&goal.label)).count());
            }
            let numbers: Vec<u32> = plan.steering_parameters.iter().filter_map(|own| own.number).collect();
            whole = numbers.len() == plan.steering_parameters.len() && without_gap(&numbers);
            plan.steering_parameters.len()
        }
        Thing::Assignments { new } => {
            let fresh = || plan.assignments.iter().filter(|assignment| assignment.new);
            for goal in &plan.goals {
                counts.insert(fresh().filter(|own| own.goal_label.as_deref() == Some(&goal.label)).count());
            }
            counts.insert(fresh().filter(|own| own.number.is_some()).count());
            counts.insert(fresh().count());
            counts.insert(fresh().filter_map(|own| own.number.as_deref()).collect::<BTreeSet<_>>().len());
            whole = false;
            if new { fresh().count() } else { plan.assignments.len() }
        }
        Thing::Directions => plan.common_directions.len(),
        Thing::Chapters => plan.budget.len(),
        Thing::Posts => {
            counts.extend(plan.budget.iter().map(|chapter| chapter.posts.len()));
            plan.budget.iter().map(|chapter| chapter.posts.len()).sum()
        }
        Thing::Attachments => plan.attachments.len(),
        Thing::Meetings => dated_meetings(letter, &claim.noun),
        Thing::Other => 0,
    };
    if total == 0 {
        return (BTreeSet::new(), false);
    }
    counts.insert(total);
    counts.remove(&0);
    (counts, whole)
}

fn without_gap(numbers: &[u32]) -> bool {
    numbers.iter().zip(1..).all(|(number, expected)| *number == expected)
}

/// Returns how many meetings of a kind have a day of their own.
fn dated_meetings(letter: &Letter<'_>, noun: &str) -> usize {
    let stem = noun.trim_end_matches("ne").trim_end_matches(['r', 'a', 'e', 't']);
    let meetings = letter.plan.meetings.iter().filter(|meeting| meeting.date.is_some());
    meetings.filter(|meeting| meeting.title.to_lowercase().trim_start().starts_with(stem)).count()
}

/// Tells whether the words before a number make it a claim about this letter's own set.
pub(super) fn is_own(letter: &Letter<'_>, claim: &Claim) -> bool {
    let before: Vec<&str> = claim.before.iter().map(String::as_str).collect();
    let has = |words: &[&str]| before.iter().any(|word| words.contains(word));
    if has(&[
        "skal",
        "bør",
        "kan",
        "må",
        "vil",
        "strategien",
        "handlingsplanen",
        "planen",
        "tidligere",
        "fjor",
    ]) {
        return claim.thing == Thing::Meetings && has(&["skal"]) && has(&["haldast", "holdes", "avholdes"]);
    }
    let set =
        has(&["satt", "sett", "fastsatt", "fastsett", "stilt", "får", "fått", "har", "gir", "gjev", "gitt"]);
    let agency = &letter.plan.agency;
    let own_name = |word: &&str| {
        let named = |name: &str| name.to_lowercase().split_whitespace().any(|own| own == *word);
        word.chars().count() > 2
            && (agency.name.as_deref().is_some_and(named) || agency.short.as_deref().is_some_and(named))
    };
    let sender = has(&[
        "departementet",
        "brevet",
        "tildelingsbrevet",
        "oppdragsbrevet",
        "direktoratet",
        "tilsynet",
        "etaten",
        "verksemda",
        "virksomheten",
        "dere",
        "de",
        "vi",
        "det",
    ]) || before.iter().any(own_name);
    let money = ["beløp", "mid", "bevilg", "løyv", "ramm", "tildel", "fordel"];
    match claim.thing {
        Thing::Goals | Thing::Subgoals | Thing::Parameters | Thing::Assignments { .. } => set && sender,
        Thing::Directions => set && (sender || has(&["regjeringen", "regjeringa"])),
        Thing::Chapters | Thing::Posts => {
            before.iter().any(|word| money.iter().any(|stem| word.starts_with(stem)))
                && !before.iter().any(|word| word.contains("rapport"))
        }
        Thing::Attachments => set && before.iter().any(|word| word.ends_with("brevet")),
        Thing::Meetings => has(&["holdes", "halde", "haldne", "haldast", "avholdes", "har", "er"]),
        Thing::Other => false,
    }
}

/// How the names of the months begin.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"];

/// Returns how many the sentence itself names behind the noun: `(a) …, (b) …`, `ett i mars og ett i mai`, or days.
pub(super) fn enumerated(claim: &Claim) -> Option<u32> {
    let words: Vec<&str> = claim.after.split_whitespace().collect();
    let letters = "abcdefghij".chars().take_while(|c| words.contains(&format!("({c})").as_str())).count();
    if letters >= 2 {
        return Some(letters as u32);
    }
    if claim.thing != Thing::Meetings {
        return None;
    }
    let pairs = || words.windows(2);
    let ones = pairs().filter(|pair| {
        ["ett", "eitt", "ein", "én", "en"].contains(&pair[0])
            && ["i", "om", "på", "før", "etter"].contains(&pair[1])
    });
    let ones = ones.count();
    if ones >= 2 && claim.after.starts_with([',', ':']) {
        return Some(ones as u32);
    }
    let days = pairs().filter(|pair| {
        pair[0].strip_suffix('.').is_some_and(|day| day.parse::<u32>().is_ok())
            && MONTHS.iter().any(|month| pair[1].starts_with(month))
    });
    let days = days.count();
    (days >= 2 && claim.after.starts_with(':')).then_some(days as u32)
}

/// Counts the items right behind a block; nothing unless they are a list of their own.
pub(super) fn items_behind(blocks: &[Block], at: usize) -> Option<u32> {
    let depth = |block: &Block| match block.kind {
        BlockKind::Item { depth, .. } => Some(depth),
        _ => None,
    };
    let first = blocks.get(at + 1).and_then(depth)?;
    let items: Vec<u8> = blocks[at + 1..].iter().map_while(depth).collect();
    let count = items.iter().filter(|own| **own <= first).count();
    let clean = blocks
        .get(at + 1 + items.len())
        .is_none_or(|next| next.level().is_some() || next.flow.as_str().starts_with(char::is_uppercase));
    (count >= 2 && clean).then_some(count as u32)
}

/// Returns what a small number says, as a word in bokmål or nynorsk, or in digits.
pub(super) fn number(word: &str) -> Option<u32> {
    const WORDS: [&[&str]; 19] = [
        &["to"],
        &["tre"],
        &["fire"],
        &["fem"],
        &["seks"],
        &["sju", "syv"],
        &["åtte"],
        &["ni"],
        &["ti"],
        &["elleve"],
        &["tolv"],
        &["tretten"],
        &["fjorten"],
        &["femten"],
        &["seksten"],
        &["sytten"],
        &["atten"],
        &["nitten"],
        &["tjue"],
    ];
    let small = word.parse().ok().filter(|number| (2..=40).contains(number));
    small.or_else(|| WORDS.iter().position(|forms| forms.contains(&word)).map(|at| at as u32 + 2))
}
