//! Goals, and which goal each place of the letter speaks of.

use crate::goal_rows;
use crate::view::{LineKind, View};
use crate::words::{GOAL_WORDS, REQUIREMENT_WORDS, SUBGOAL_WORDS, likeness, lower};
use styrbord_plan::{Goal, Plan, SectionRole, TitleKind, TitleUse, Where};
use styrbord_source::{Flow, Spot};
use styrbord_syntax::{BlockKind, leading_label, leading_number};

/// A goal's label and title as one line says it.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    /// The label as printed, or the word of the head with the number.
    pub label: String,
    /// The number, when it is whole.
    pub number: Option<u32>,
    /// The title.
    pub title: String,
    /// Whether it is a goal under another.
    pub sub: bool,
    /// Where it stands.
    pub spot: Spot,
}

/// Where the letter turns to a goal: from this line on, until the next mark.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// The line.
    pub line: usize,
    /// The goal, or none where the letter turns to something else.
    pub goal: Option<usize>,
    /// The number of a goal that this letter names but does not set, as supplementary letters do.
    pub number: Option<u32>,
}

/// Reads the goals; returns the marks, in order.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut main: Option<usize> = None;
    let mut titled = false;
    for at in 0..view.lines.len() {
        if matches!(view.lines[at].kind, LineKind::Heading(_)) {
            titled = is_titled_for_goals(view.lines[at].text());
        }
        if matches!(view.lines[at].role, SectionRole::Budget | SectionRole::Income | SectionRole::Attachments)
            && !matches!(view.lines[at].kind, LineKind::Heading(_))
        {
            continue;
        }
        for named in labelled(view, at, titled) {
            let goal = place(plan, named, &mut main);
            marks.push(Mark { line: at, goal: Some(goal), number: None });
        }
        for (line, named) in goal_rows::announced(view, at) {
            let goal = place(plan, named, &mut main);
            marks.push(Mark { line, goal: Some(goal), number: None });
        }
    }
    if plan.goals.is_empty() {
        listed(view, plan, &mut marks);
    }
    if plan.goals.is_empty() {
        headed(view, plan, &mut marks);
    }
    turn(view, plan, &mut marks);
    marks.sort_by_key(|mark| mark.line);
    marks
}

/// Returns the goal that a line belongs to.
pub(crate) fn goal_at(marks: &[Mark], line: usize) -> Option<usize> {
    let at = marks.partition_point(|mark| mark.line <= line);
    marks.get(at.checked_sub(1)?)?.goal
}

/// Returns the number of a goal that the words above a line name, when the letter sets no such goal.
pub(crate) fn goal_number_at(marks: &[Mark], line: usize) -> Option<u32> {
    let at = marks.partition_point(|mark| mark.line <= line);
    marks.get(at.checked_sub(1)?)?.number
}

/// Adds a goal, or notes that a known one is named again; returns its place in the plan.
fn place(plan: &mut Plan, named: Named, main: &mut Option<usize>) -> usize {
    let use_of = TitleUse {
        kind: TitleKind::Goal,
        key: named.label.clone(),
        title: named.title.clone(),
        place: Where::Table,
        research: styrbord_plan::Research::None,
        spot: named.spot,
    };
    let known = plan.goals.iter().position(|goal| {
        goal.label == named.label
            && (named.title.is_empty() || goal.title.is_empty() || likeness(&goal.title, &named.title) >= 50)
    });
    let numbered = named.label.ends_with(|c: char| c.is_ascii_digit());
    if !named.title.is_empty() && numbered {
        plan.evidence.titles.push(use_of);
    }
    if let Some(known) = known {
        if plan.goals[known].title.is_empty() {
            plan.goals[known].title = named.title;
        }
        if !named.sub {
            *main = Some(known);
        }
        return known;
    }
    let parent = named.sub.then(|| main.and_then(|main| plan.goals.get(main))).flatten();
    let parent = parent.map(|goal| goal.label.clone());
    plan.goals.push(Goal {
        number: named.number,
        label: named.label,
        title: named.title,
        parent,
        span: Some(named.spot),
    });
    let index = plan.goals.len() - 1;
    if !named.sub {
        *main = Some(index);
    }
    index
}

/// Returns the goals that a line names by label: one for running text, one for each such cell of a row.
fn labelled(view: &View<'_>, at: usize, titled: bool) -> Vec<Named> {
    let line = &view.lines[at];
    let role = if titled { SectionRole::Goals } else { line.role };
    if line.kind == LineKind::Row {
        let Some(table) = view.tree.blocks[line.block].table() else { return Vec::new() };
        let Some(row) = table.rows.get(line.row) else { return Vec::new() };
        if goal_rows::is_head(table, line.row) {
            return Vec::new();
        }
        let own: Vec<Named> =
            row.cells.iter().take(2).filter_map(|cell| named(view, &cell.flow, role, true)).collect();
        let by_column = if own.is_empty() { goal_rows::by_column(view, table, row, role) } else { None };
        return own.into_iter().chain(by_column).collect();
    }
    if !line.first && !starts_block(view, at) {
        return Vec::new();
    }
    let flow = title_flow(view, at);
    named(view, &flow, role, false).into_iter().collect()
}

/// Tells whether a heading is a word for goals, alone or with whose they are: `2 Mål for etaten`.
fn is_titled_for_goals(heading: &str) -> bool {
    let title = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    let first = title.split_whitespace().next().unwrap_or_default();
    GOAL_WORDS.contains(&lower(first.trim_end_matches([':', ','])).as_str())
}

fn starts_block(view: &View<'_>, at: usize) -> bool {
    at == 0 || view.lines[at - 1].flow.as_str().ends_with(['.', ':', ')'])
}

/// Returns a line with those that go on with its title: they begin in lower case, or the line above must go on.
pub(crate) fn title_flow(view: &View<'_>, at: usize) -> Flow {
    let mut flow = view.lines[at].flow.clone();
    let block = view.lines[at].block;
    for line in view.lines.iter().skip(at + 1).take(3) {
        let open = flow.as_str().ends_with([',', '-', '–']) || ends_on_joining_word(flow.as_str());
        let goes_on = line.block == block
            && line.kind == LineKind::Text
            && (line.text().starts_with(char::is_lowercase) || open);
        if !goes_on {
            break;
        }
        flow.append(&line.flow, "\n");
    }
    flow
}

fn ends_on_joining_word(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    ["og", "i", "av", "for", "med", "på", "til", "som", "eller", "har", "er", "får"].contains(&last)
}

/// Reads a label and title: `Mål 1: …`, `3.1 Hovedmål 2 – …`, `Delmål 1.1 …`; in a section for goals also one that
/// has a letter or no number: `Mål A: …`, `Brukermål: …`.
fn named(view: &View<'_>, flow: &Flow, role: SectionRole, cell: bool) -> Option<Named> {
    let text = flow.as_str();
    let start = match leading_number(text) {
        Some((number, start)) if number.starts_with(|c: char| c.is_ascii_digit()) => start,
        _ => 0,
    };
    let label = leading_label(text.get(start..)?)?;
    let word = lower(label.word.trim_end_matches(" nr").trim());
    if !GOAL_WORDS.contains(&word.as_str()) || label.number.contains('-') || label.number.contains('/') {
        return None;
    }
    let title = flow.slice(start + label.text_start..text.len()).joined();
    let number = label.number.trim_end_matches('.');
    let whole = number.split('.').next().unwrap_or_default().parse::<u32>();
    if whole.is_ok_and(|whole| whole > 99) {
        return None;
    }
    let numeric = !number.is_empty() && !number.chars().any(char::is_alphabetic);
    let by_section = role == SectionRole::Goals && label.separated && !title.is_empty() && !cell;
    if !numeric && !(by_section && (!number.is_empty() || names_goal(&word, &title))) {
        return None;
    }
    let reads_as_title = title.starts_with(|c: char| c.is_uppercase() || c == '«')
        && !title.contains(". ")
        && !title.starts_with("Og ");
    if !(reads_as_title || title.is_empty() && (cell || text.len() < 30)) {
        return None;
    }
    let sub = SUBGOAL_WORDS.contains(&word.as_str()) || number.contains('.');
    let first = label.word.split_whitespace().next().unwrap_or(label.word);
    Some(Named {
        label: if number.is_empty() { label.word.to_owned() } else { format!("{first} {number}") },
        number: goal_rows::whole_number(number),
        title,
        sub,
        spot: view.spot(flow.span()),
    })
}

/// Tells whether a word without a number and the words behind it are a goal and not a target for a parameter.
fn names_goal(word: &str, title: &str) -> bool {
    !REQUIREMENT_WORDS.contains(&word) && !goal_rows::reads_as_target(title)
}

/// Reads goals that a sentence announces and a numbered list names: `følgende hovedmål: 1. … 2. …`.
fn listed(view: &View<'_>, plan: &mut Plan, marks: &mut Vec<Mark>) {
    let mut lists: Vec<(String, Vec<(u32, usize)>)> = Vec::new();
    let mut at = 0;
    while at < view.lines.len() {
        let word = announces_goals(view, at);
        at += 1;
        let Some(word) = word else { continue };
        let mut items = Vec::new();
        while let Some(line) = view.lines.get(at) {
            match &line.kind {
                LineKind::Item(marker) => match marker.trim_end_matches(['.', ')']).parse::<u32>() {
                    Ok(number) if number as usize == items.len() + 1 => items.push((number, at)),
                    _ => break,
                },
                LineKind::Text if !line.first => {}
                _ => break,
            }
            at += 1;
        }
        if items.len() >= 2 {
            lists.push((word, items));
        }
    }
    let headings: Vec<&str> =
        view.outline.headings.iter().map(|(_, heading)| heading.title.as_str()).collect();
    let title = |line: usize| view.tree.blocks[view.lines[line].block].flow.joined();
    let matched = |items: &[(u32, usize)]| {
        items
            .iter()
            .filter(|(_, line)| headings.iter().any(|heading| likeness(heading, &title(*line)) >= 90))
            .count()
            * 2
            >= items.len()
    };
    let any = lists.iter().any(|(_, items)| matched(items));
    for (word, items) in lists {
        if any && !matched(&items) {
            continue;
        }
        for (number, line) in items {
            let flow = &view.tree.blocks[view.lines[line].block].flow;
            let named = Named {
                label: format!("{word} {number}"),
                number: Some(number),
                title: flow.joined(),
                sub: false,
                spot: view.spot(flow.span()),
            };
            let index = place(plan, named, &mut None);
            marks.push(Mark { line, goal: Some(index), number: None });
        }
    }
}

/// Returns the word for goals when a line ends a sentence that announces a list of them, or is their heading.
fn announces_goals(view: &View<'_>, at: usize) -> Option<String> {
    let line = &view.lines[at];
    let next = view.lines.get(at + 1)?;
    if !matches!(next.kind, LineKind::Item(_)) || line.kind == LineKind::Row {
        return None;
    }
    let block = view.tree.blocks[line.block].flow.joined();
    let heading = matches!(line.kind, LineKind::Heading(_)) && line.role == SectionRole::Goals;
    if !(block.trim_end().ends_with(':') || heading) {
        return None;
    }
    let sentence = block.rsplit(". ").next().unwrap_or_default();
    let low = lower(sentence);
    let word = low.split(|c: char| !c.is_alphanumeric()).find(|word| {
        [
            "hovedmål",
            "hovudmål",
            "delmål",
            "virksomhetsmål",
            "verksemdsmål",
            "mål",
            "målene",
            "måla",
            "hovedmålene",
            "hovudmåla",
            "resultatmål",
        ]
        .contains(word)
    })?;
    let stem = word.trim_end_matches("ene").trim_end_matches('a');
    let mut chars = stem.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect())
}

/// Reads goals that are only headings: in a section for goals, each with parameters or assignments under it.
fn headed(view: &View<'_>, plan: &mut Plan, marks: &mut Vec<Mark>) {
    let headings = &view.outline.headings;
    for (at, (block, heading)) in headings.iter().enumerate() {
        let level = heading.level;
        let children: Vec<_> =
            headings[at + 1..].iter().take_while(|(_, child)| child.level > level).collect();
        let steered = children.iter().any(|(_, child)| {
            matches!(
                crate::outline::role_of(&child.title),
                SectionRole::Parameters | SectionRole::Requirements
            )
        });
        let in_goals = heading.role == SectionRole::Goals
            && crate::outline::role_of(&heading.title) == SectionRole::Other;
        if !(in_goals && steered) {
            continue;
        }
        let number = plan.goals.len() as u32 + 1;
        let named = Named {
            label: heading.number.clone().unwrap_or_default(),
            number: heading.number.as_deref().and_then(|printed| printed.parse().ok()).or(Some(number)),
            title: heading.title.clone(),
            sub: false,
            spot: heading.spot,
        };
        let index = place(plan, named, &mut None);
        marks.push(Mark { line: view.line_of_block(*block), goal: Some(index), number: None });
    }
}

/// Adds marks where a heading names a goal by title or number, or turns to something else.
///
/// A goal holds until a heading that is not below the section in which the goal was named.
fn turn(view: &View<'_>, plan: &Plan, marks: &mut Vec<Mark>) {
    let own: Vec<Mark> = marks.clone();
    let mut holds: Option<u8> = None;
    let mut section = 0;
    let mut next_mark = 0;
    for (block, heading) in &view.outline.headings {
        let line = view.line_of_block(*block);
        while own.get(next_mark).is_some_and(|mark| mark.line < line) {
            holds = Some(section);
            next_mark += 1;
        }
        let marked = own.iter().any(|mark| mark.line == line);
        let few = plan.goals.len() * view.outline.headings.len() <= 40_000;
        let by_title = plan.goals.iter().filter(|_| few).position(|goal| {
            let title = heading.title.split_once(": ").map_or(heading.title.as_str(), |(_, title)| title);
            !goal.title.is_empty() && likeness(&goal.title, title) >= 90
        });
        if !marked {
            if let Some(goal) = by_title.or_else(|| goal_named_in(plan, &heading.title)) {
                marks.push(Mark { line, goal: Some(goal), number: None });
                holds = Some(heading.level);
            } else if heading.level == 1
                || heading.role == SectionRole::Research
                || is_attachment(heading)
                || holds.is_some_and(|level| heading.level <= level) && !is_part_of_goal(heading)
            {
                marks.push(Mark { line, goal: None, number: None });
                holds = None;
            }
        }
        if heading.level < styrbord_syntax::Block::MINOR {
            section = heading.level;
        }
        if marked {
            holds = Some(heading.level);
            next_mark = own.iter().filter(|mark| mark.line <= line).count();
        }
    }
    for (line, text) in view.lines.iter().enumerate() {
        let low = lower(text.text());
        let introduces = text.kind == LineKind::Text && text.text().ends_with(':') && low.contains("mål");
        if introduces && let Some(goal) = goal_named_in(plan, text.text()) {
            marks.push(Mark { line, goal: Some(goal), number: None });
            end_section(view, line, marks);
        } else if introduces && plan.goals.is_empty() {
            let words: Vec<&str> = low.split_whitespace().collect();
            let at = words.iter().position(|word| *word == "mål");
            let number = at.and_then(|at| words.get(at + 1..)).and_then(|rest| {
                rest.iter().take(2).find_map(|word| word.trim_end_matches(':').parse().ok())
            });
            marks.push(Mark { line, goal: None, number });
            end_section(view, line, marks);
        }
    }
}

/// Adds a mark that ends what a line introduces: at the next heading that is not below the one above the line.
fn end_section(view: &View<'_>, line: usize, marks: &mut Vec<Mark>) {
    let Some(block) = view.lines.get(line).map(|line| line.block) else { return };
    let headings = &view.outline.headings;
    let next = headings.partition_point(|(at, _)| *at <= block);
    let within = headings.get(..next).unwrap_or_default().iter().rev().map(|(_, heading)| heading.level);
    let Some(level) = within.take(64).find(|level| *level < styrbord_syntax::Block::MINOR) else { return };
    let after = headings.get(next..).unwrap_or_default().iter().take(64);
    if let Some((block, _)) = after.clone().find(|(_, heading)| heading.level <= level) {
        let line = view.line_of_block(*block);
        if !marks.iter().any(|mark| mark.line == line) {
            marks.push(Mark { line, goal: None, number: None });
        }
    }
}

/// Tells whether a heading without number or size of its own names what stands under a goal: `Oppdrag`.
fn is_part_of_goal(heading: &styrbord_plan::Heading) -> bool {
    heading.level >= styrbord_syntax::Block::MINOR - 1
        && matches!(
            crate::outline::role_of(&heading.title),
            SectionRole::Parameters | SectionRole::Requirements | SectionRole::Assignments
        )
}

fn is_attachment(heading: &styrbord_plan::Heading) -> bool {
    lower(&heading.title).starts_with("vedlegg")
}

/// Returns the goal that a text names by number: `mål nr. 3`, `til mål 2`, `Hovedmål 1`.
pub(crate) fn goal_named_in(plan: &Plan, text: &str) -> Option<usize> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = None;
    for (at, word) in words.iter().enumerate() {
        let low = lower(word);
        let goal_word = GOAL_WORDS.contains(&low.trim_matches(|c: char| !c.is_alphabetic()));
        if !goal_word {
            continue;
        }
        let mut next = words.get(at + 1).copied().unwrap_or_default();
        if lower(next).starts_with("nr") {
            next = words.get(at + 2).copied().unwrap_or_default();
        }
        let number = next.trim_matches(|c: char| !c.is_ascii_digit());
        let index = plan.goals.iter().position(|goal| {
            let label = lower(&goal.label);
            let same_word = label
                .split(' ')
                .next()
                .is_some_and(|first| first == low.trim_matches(|c: char| !c.is_alphabetic()));
            (same_word && label.ends_with(&format!(" {number}"))
                || goal.number.is_some_and(|n| n.to_string() == number) && goal.parent.is_none())
                && !number.is_empty()
        });
        if let Some(index) = index {
            if found.is_some_and(|found| found != index) {
                return None;
            }
            found = Some(index);
        }
    }
    found
}

/// Tells whether a table's column is headed by a word for goals.
pub(crate) fn is_goal_head(text: &str) -> bool {
    let low = lower(text.trim());
    GOAL_WORDS.contains(&low.as_str()) || low.starts_with("mål ")
}

/// Tells whether a block is a table.
pub(crate) fn is_table(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Table(_))
}
