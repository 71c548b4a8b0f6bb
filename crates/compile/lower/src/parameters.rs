//! Steering parameters and performance requirements.

use crate::goal_rows::Heads;
use crate::goals::{Mark, goal_at};
use crate::view::{LineKind, View};
use crate::words::{PARAMETER_WORDS, REQUIREMENT_WORDS, has_stem, lower};
use std::collections::BTreeMap;
use styrbord_plan::{
    Goal, Plan, Requirement, Research, SectionRole, SteeringParameter, TitleKind, TitleUse, Where,
};
use styrbord_source::{Flow, Spot};
use styrbord_syntax::{Label, leading_bullet, leading_label, leading_number};

/// Which kind of list is open, so that its items can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    None,
    Parameters,
    Requirements,
}

/// Reads parameters and requirements into the plan.
pub(crate) fn read(view: &View<'_>, plan: &mut Plan, marks: &[Mark]) {
    let mut numbers: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (at, goal) in plan.goals.iter().enumerate() {
        let number = goal.label.rsplit(' ').next().unwrap_or_default().to_owned();
        numbers.entry(number).and_modify(|known| *known = None).or_insert(Some(at));
    }
    let mut reader = Reader {
        numbers,
        view,
        plan,
        marks,
        open: Open::None,
        word: String::new(),
        parameter: None,
        requirement: None,
    };
    let mut at = 0;
    while at < view.lines.len() {
        at = reader.line(at);
    }
}

struct Reader<'a, 'b> {
    view: &'a View<'a>,
    plan: &'b mut Plan,
    marks: &'a [Mark],
    /// Which goal each printed number names, where only one has it.
    numbers: BTreeMap<String, Option<usize>>,
    open: Open,
    /// The word of the heading that opened the list, for labels of numbered items.
    word: String,
    /// The label of the last parameter, and the line it stands on.
    parameter: Option<(String, usize)>,
    requirement: Option<usize>,
}

impl Reader<'_, '_> {
    /// Reads from a line; returns the next line to read.
    fn line(&mut self, at: usize) -> usize {
        let line = &self.view.lines[at];
        if matches!(
            line.role,
            SectionRole::Budget | SectionRole::Income | SectionRole::KeyFigures | SectionRole::Authorisations
        ) {
            self.open = Open::None;
            return at + 1;
        }
        match &line.kind {
            LineKind::Row => self.table(at),
            LineKind::Heading(_) => {
                self.open_by(&line.flow.joined());
                at + 1
            }
            LineKind::Text | LineKind::Item(_) => self.text(at),
        }
    }

    fn open_by(&mut self, heading: &str) {
        let low = lower(heading);
        let title = low.trim_start_matches(|c: char| !c.is_alphabetic());
        let short = title.split_whitespace().count() <= 8;
        self.open = if !short || title.contains("nøkkelt") && !title.contains("styringsparam") {
            Open::None
        } else if has_stem(title, &["styringsparam", "indikator"]) && !title.contains("oppdrag") {
            Open::Parameters
        } else if has_stem(title, &["resultatkrav", "prestasjonskrav", "krav"])
            && !has_stem(title, &["krav til rapport", "krav om"])
        {
            Open::Requirements
        } else {
            Open::None
        };
        self.word =
            if self.open == Open::Parameters { "Styringsparameter".to_owned() } else { String::new() };
    }

    fn text(&mut self, at: usize) -> usize {
        let line = &self.view.lines[at];
        let text = line.text();
        if let Some(start) = squeezed_label(text) {
            return self.labelled_parameter(at, &text[..start.0], start.1);
        }
        if let Some(label) = leading_label(text) {
            let word = lower(label.word.trim_end_matches(" nr").trim());
            let first = word.split(' ').next().unwrap_or_default().to_owned();
            if PARAMETER_WORDS.contains(&word.as_str())
                && (!label.number.is_empty() && titled(text, &label) || label.separated)
            {
                if label.number.is_empty() && text[label.text_start..].trim().is_empty() {
                    self.open_by(label.word);
                    return at + 1;
                }
                let name = if label.number.is_empty() {
                    label.word.to_owned()
                } else {
                    format!("{} {}", label.word, label.number.trim_end_matches('.'))
                };
                return self.labelled_parameter(at, &name, label.text_start);
            }
            let is_requirement =
                REQUIREMENT_WORDS.contains(&first.as_str()) && label.separated && self.in_goals(at);
            if is_requirement {
                if text[label.text_start..].trim().is_empty() {
                    self.open = Open::Requirements;
                    return at + 1;
                }
                return self.requirement(at, label.text_start);
            }
        }
        if line.first && text.ends_with(':') && matches!(line.kind, LineKind::Text) {
            self.open_by(text.trim_end_matches(':'));
            return at + 1;
        }
        if let LineKind::Item(marker) = &line.kind {
            match self.open {
                Open::Parameters => return self.item_parameter(at, marker),
                Open::Requirements => return self.requirement(at, 0),
                Open::None => {}
            }
        } else if line.first && self.open != Open::None && !follows_item(self.view, at) {
            self.open = Open::None;
        }
        at + 1
    }

    /// Tells whether a line stands where goals are spoken of.
    fn in_goals(&self, at: usize) -> bool {
        goal_at(self.marks, at).is_some()
            || matches!(
                self.view.lines[at].role,
                SectionRole::Goals | SectionRole::Parameters | SectionRole::Requirements
            )
    }

    fn labelled_parameter(&mut self, at: usize, label: &str, start: usize) -> usize {
        let (flow, next) = self.paragraph(at, start);
        let number = label
            .rsplit(' ')
            .next()
            .and_then(|number| number.trim_start_matches(char::is_alphabetic).parse().ok());
        if let Some(parts) = listed_in_line(label, &flow) {
            for part in parts {
                self.push_parameter(at, String::new(), None, &part);
            }
            return next;
        }
        self.push_parameter(at, label.to_owned(), number, &flow);
        next
    }

    fn item_parameter(&mut self, at: usize, marker: &str) -> usize {
        let (flow, next) = self.paragraph(at, 0);
        let number = marker.trim_end_matches(['.', ')']).parse::<u32>().ok();
        let label = number.map(|number| format!("{} {number}", self.word)).unwrap_or_default();
        self.push_parameter(at, label, number, &flow);
        next
    }

    fn push_parameter(&mut self, at: usize, label: String, number: Option<u32>, flow: &Flow) {
        let title = flow.joined();
        let spot = self.view.spot(self.view.lines[at].flow.span().to(flow.span()));
        self.parameter = Some((label.clone(), at));
        if title.is_empty() {
            return;
        }
        let known = !label.is_empty()
            && number.is_some()
            && self
                .plan
                .steering_parameters
                .iter()
                .any(|known| known.label == label && crate::words::likeness(&known.title, &title) >= 60);
        if !label.is_empty() && number.is_some() {
            self.title_use(&label, &title, spot);
        }
        if known {
            return;
        }
        let goal = self.goal_of(at, &label);
        let parameter = SteeringParameter {
            number,
            label,
            title,
            goal: goal.and_then(|goal| goal.number),
            goal_label: goal.map(|goal| goal.label.clone()),
            span: Some(spot),
        };
        self.plan.steering_parameters.push(parameter);
        self.bracketed_requirement(at, flow);
    }

    /// Reads the requirement that a parameter's title holds in brackets: `Tid per sak (krav: under 5 dager)`.
    fn bracketed_requirement(&mut self, at: usize, flow: &Flow) {
        let text = flow.as_str();
        let inner = text.match_indices('(').take(8).find_map(|(open, _)| {
            let rest = text.get(open + 1..)?;
            let (word, target) = rest.get(..rest.find(')')?)?.split_once(':')?;
            let word = lower(word.trim());
            let known = word == "mål" || REQUIREMENT_WORDS.contains(&word.as_str());
            let start = target.as_ptr() as usize - text.as_ptr() as usize;
            known.then(|| start + target.len() - target.trim_start().len()..start + target.len())
        });
        if let Some(range) = inner {
            self.push_requirement(at, &flow.slice(range));
        }
    }

    /// Returns the goal of a parameter: the one that a number such as `2.1.3` begins with, else the one above it.
    fn goal_of(&self, at: usize, label: &str) -> Option<&Goal> {
        let printed = label.rsplit(' ').next().unwrap_or_default();
        let prefix = printed.rsplit_once('.').map(|(prefix, _)| prefix).filter(|prefix| prefix.contains('.'));
        let named = prefix.and_then(|prefix| self.numbers.get(prefix).copied().flatten());
        self.plan.goals.get(named.or_else(|| goal_at(self.marks, at))?)
    }

    fn title_use(&mut self, label: &str, title: &str, spot: Spot) {
        self.plan.evidence.titles.push(TitleUse {
            kind: TitleKind::Parameter,
            key: label.to_owned(),
            title: title.to_owned(),
            place: Where::Table,
            research: Research::None,
            spot,
        });
    }

    fn requirement(&mut self, at: usize, start: usize) -> usize {
        let (flow, next) = self.paragraph(at, start);
        self.push_requirement(at, &flow);
        next
    }

    fn push_requirement(&mut self, at: usize, flow: &Flow) {
        let text = flow.joined();
        if text.is_empty() {
            return;
        }
        let goal_line =
            self.marks.iter().filter(|mark| mark.line <= at).map(|mark| mark.line).next_back().unwrap_or(0);
        let parameter =
            self.parameter.as_ref().filter(|(label, line)| *line >= goal_line && !label.is_empty());
        let goal =
            goal_at(self.marks, at).and_then(|goal| self.plan.goals.get(goal)).map(|goal| goal.label.clone());
        let parent = parameter.map(|(label, _)| label.clone()).or(goal);
        let span = Some(self.view.spot(flow.span()));
        self.plan.requirements.push(Requirement { text, parent, span });
        self.requirement = Some(self.plan.requirements.len() - 1);
    }

    /// Returns the text from a byte of a line to the end of its title, and the line after it.
    fn paragraph(&self, at: usize, start: usize) -> (Flow, usize) {
        let first = &self.view.lines[at];
        let mut flow = first.flow.slice(start..first.flow.as_str().len());
        let mut next = at + 1;
        while let Some(line) = self.view.lines.get(next) {
            let text = line.text();
            let same = line.block == first.block && line.kind == LineKind::Text;
            let labelled = leading_label(text).is_some_and(|label| label.separated && is_own_label(&label))
                || squeezed_label(text).is_some();
            if !same || labelled || ends_title(flow.as_str(), text) {
                break;
            }
            flow.append(&line.flow, "\n");
            next += 1;
        }
        (flow, next)
    }

    /// Reads a table whose head names parameters or requirements; returns the line after it.
    fn table(&mut self, at: usize) -> usize {
        let block = self.view.lines[at].block;
        let after = self.view.line_of_block(block + 1);
        let Some(table) = self.view.tree.blocks[block].table() else { return at + 1 };
        let Some(head) = table.rows.first() else { return after };
        let Heads { goals, parameters, requirements, .. } = Heads::of(table);
        if parameters.is_none() && (requirements.is_none() || !self.in_goals(at)) {
            return after;
        }
        let word = parameters
            .and_then(|column| head.cells.get(column))
            .map(styrbord_syntax::Cell::joined)
            .unwrap_or_default();
        for (row, cells) in table.rows.iter().enumerate().skip(1) {
            let line = at + row;
            let cell = |column: Option<usize>| {
                column.and_then(|column| cells.cells.get(column)).map(|cell| &cell.flow)
            };
            if cell(goals).is_some_and(|flow| !flow.is_blank()) {
                self.parameter = None;
            }
            if let Some(flow) = cell(parameters).filter(|flow| !flow.is_blank()) {
                for part in cell_parts(flow) {
                    self.cell_parameter(line, &part, &word);
                }
            }
            if let Some(flow) = cell(requirements).filter(|flow| !flow.is_blank()) {
                self.push_requirement(line, flow);
            }
        }
        after
    }

    fn cell_parameter(&mut self, at: usize, flow: &Flow, word: &str) {
        let text = flow.as_str();
        let (label, number, start) = match (squeezed_label(text), leading_label(text)) {
            (Some((end, start)), _) => (
                text[..end].to_owned(),
                text[..end].trim_start_matches(char::is_alphabetic).parse().ok(),
                start,
            ),
            (None, Some(label)) if is_own_label(&label) && !label.number.is_empty() => {
                (format!("{} {}", label.word, label.number), label.number.parse().ok(), label.text_start)
            }
            _ => match leading_number(text).filter(|(number, start)| is_item_number(number, &text[*start..]))
            {
                Some((number, start)) => (format!("{} {number}", singular(word)), number.parse().ok(), start),
                None => (singular(word), None, 0),
            },
        };
        let flow = flow.slice(start..text.len());
        let spot = self.view.spot(flow.span());
        let title = flow.joined();
        self.parameter = Some((label.clone(), at));
        if number.is_some() {
            self.title_use(&label, &title, spot);
        }
        let goal = self.goal_of(at, &label);
        let (goal, goal_label) = (goal.and_then(|goal| goal.number), goal.map(|goal| goal.label.clone()));
        let span = Some(spot);
        let parameter = SteeringParameter { number, label, title, goal, goal_label, span };
        self.plan.steering_parameters.push(parameter);
        self.bracketed_requirement(at, &flow);
    }
}

/// Cuts the titles that a line lists behind a word in the plural: `Styringsparametre: Tid per sak, antall klager, …`.
fn listed_in_line(label: &str, flow: &Flow) -> Option<Vec<Flow>> {
    const GOES_ON: [&str; 10] =
        ["og", "eller", "som", "der", "herunder", "med", "men", "inkludert", "inkl.", "samt"];
    let low = lower(label);
    let plural = ["parametere", "parametre", "parametrar", "parametarar", "indikatorer", "indikatorar"];
    if !plural.iter().any(|ending| low.ends_with(ending)) || flow.as_str().contains(['(', '.', ';']) {
        return None;
    }
    let text = flow.as_str();
    let parts: Vec<Flow> = text
        .split(", ")
        .flat_map(|part| part.split(",\n"))
        .map(|part| {
            let start = part.as_ptr() as usize - text.as_ptr() as usize;
            flow.slice(start..start + part.len())
        })
        .collect();
    let whole = |part: &Flow| {
        let first = part.as_str().split_whitespace().next().unwrap_or_default();
        part.as_str().split_whitespace().take(2).count() == 2 && !GOES_ON.contains(&lower(first).as_str())
    };
    (parts.len() >= 3 && parts.iter().all(whole)).then_some(parts)
}

/// Tells whether a number in front of a cell's text numbers it: `1.1 Andel …`, `2 Antall …`.
fn is_item_number(number: &str, title: &str) -> bool {
    number.starts_with(|c: char| c.is_ascii_digit()) && title.starts_with(char::is_uppercase)
}

/// Cuts a cell into its parameters: each line with a label, a number or a bullet of its own begins one.
fn cell_parts(flow: &Flow) -> Vec<Flow> {
    let mut parts: Vec<Flow> = Vec::new();
    for line in flow.lines() {
        let text = line.as_str();
        let own = squeezed_label(text).is_some()
            || leading_label(text).is_some_and(|label| is_own_label(&label) && !label.number.is_empty())
            || leading_number(text).is_some_and(|(number, start)| is_item_number(number, &text[start..]));
        let bullet = leading_bullet(text);
        let line = line.slice(bullet.unwrap_or(0)..text.len());
        match parts.last_mut().filter(|_| !own && bullet.is_none()) {
            Some(part) => part.append(&line, "\n"),
            None => parts.push(line),
        }
    }
    parts
}

/// Returns a column's head in the singular: `Styringsparametere` heads cells that are each a `Styringsparameter`.
fn singular(word: &str) -> String {
    let low = lower(word.trim());
    if low.starts_with("styringsparam") { "Styringsparameter".to_owned() } else { word.trim().to_owned() }
}

/// Tells whether a label is one of this module's own or of a goal, so that a title ends before it.
fn is_own_label(label: &Label<'_>) -> bool {
    let word = lower(label.word.split(' ').next().unwrap_or_default());
    PARAMETER_WORDS.contains(&word.as_str()) || REQUIREMENT_WORDS.contains(&word.as_str())
}

/// Tells whether a title ends before the next line: it closed its sentence, or a new one with a capital begins.
fn ends_title(title: &str, next: &str) -> bool {
    let last = title.trim_end();
    let upper = next.starts_with(char::is_uppercase);
    let open = last.ends_with(['-', ',', '–']) || {
        let word = last.split_whitespace().next_back().unwrap_or_default();
        [
            "og", "i", "av", "for", "med", "på", "til", "som", "eller", "etter", "fra", "frå", "om", "ved",
            "mot", "under",
        ]
        .contains(&word)
    };
    upper && !open && last.ends_with(['.', ':', '?'])
}

/// Tells whether the line's label is followed by a title and not by more of a sentence.
fn titled(text: &str, label: &Label<'_>) -> bool {
    let rest = &text[label.text_start..];
    label.separated || rest.starts_with(|c: char| c.is_uppercase() || c == '«') || rest.is_empty()
}

/// Returns the end of a label without space, such as `SP3` or `P1.2`, and the byte where its title begins.
fn squeezed_label(text: &str) -> Option<(usize, usize)> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let known = matches!(&text[..letters], "SP" | "P" | "I");
    let digits =
        text.as_bytes()[letters..].iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
    let end = letters + text[letters..letters + digits].trim_end_matches('.').len();
    if !known || digits == 0 || end == letters {
        return None;
    }
    let rest = &text[end..];
    let body = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '–' | '-' | '.'));
    (body.len() < rest.len() && body.starts_with(|c: char| c.is_uppercase() || c == '«'))
        .then_some((end, text.len() - body.len()))
}

/// Tells whether a paragraph directly follows a list item and goes on with it.
fn follows_item(view: &View<'_>, at: usize) -> bool {
    at > 0
        && matches!(view.lines[at - 1].kind, LineKind::Item(_))
        && view.lines[at].text().starts_with(char::is_lowercase)
}
