//! Which places speak of the same assignment.

use super::occurrence::Occurrence;
use crate::measures;
use crate::money::funding;
use crate::parties::{self, Bodies};
use crate::view::View;
use crate::words::{likeness, lower, title_words};
use std::collections::BTreeMap;
use styrbord_plan::{Assignment, AssignmentPlace, Plan, Research, TitleKind, TitleUse};
use styrbord_source::Flow;

/// Titles at least this alike, in percent, name the same assignment when the number agrees.
const SAME_NUMBER: u32 = 45;
/// Titles at least this alike name the same assignment when one of them has no number.
const NO_NUMBER: u32 = 80;

/// Places of one assignment, and its goal.
type Places = (Vec<Occurrence>, Option<usize>);

/// The assignments met so far, found again by number, or by the first words of the title when one has no number.
#[derive(Default)]
struct Known {
    entries: Vec<Places>,
    by_number: BTreeMap<String, Vec<usize>>,
    by_word: BTreeMap<String, Vec<usize>>,
    unnumbered: BTreeMap<String, Vec<usize>>,
}

impl Known {
    fn find(&self, one: &Occurrence) -> Option<usize> {
        let same_as = |at: &&usize| {
            self.entries.get(**at).is_some_and(|(places, _)| places.iter().any(|place| same(place, one)))
        };
        let by_number = one.number.as_ref().and_then(|number| self.by_number.get(number));
        if let Some(found) = by_number.and_then(|entries| entries.iter().find(same_as)) {
            return Some(*found);
        }
        let index = if one.number.is_some() { &self.unnumbered } else { &self.by_word };
        index_words(&one.title)
            .iter()
            .filter_map(|word| index.get(word))
            .flat_map(|entries| entries.iter().take(64))
            .find(same_as)
            .copied()
    }

    fn add(&mut self, one: Occurrence) {
        let at = self.find(&one).unwrap_or(self.entries.len());
        let words = index_words(&one.title);
        if let Some(number) = &one.number {
            push(&mut self.by_number, number.clone(), at);
        } else {
            for word in &words {
                push(&mut self.unnumbered, word.clone(), at);
            }
        }
        for word in words {
            push(&mut self.by_word, word, at);
        }
        if let Some((places, goal)) = self.entries.get_mut(at) {
            *goal = goal.or(one.goal);
            places.push(one);
        } else {
            let goal = one.goal;
            self.entries.push((vec![one], goal));
        }
    }
}

fn push(index: &mut BTreeMap<String, Vec<usize>>, key: String, at: usize) {
    let entries = index.entry(key).or_default();
    if entries.last() != Some(&at) {
        entries.push(at);
    }
}

/// Returns the longest words of a title, under which it is found again.
fn index_words(title: &str) -> Vec<String> {
    let mut words = title_words(title);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.dedup();
    words.truncate(4);
    words
}

/// Adds every assignment to the plan, once.
pub(crate) fn merge(view: &View<'_>, plan: &mut Plan, bodies: &Bodies, found: Vec<Occurrence>) {
    let mut known = Known::default();
    for one in found {
        if let (Some(number), false) = (&one.number, one.title.is_empty()) {
            plan.evidence.titles.push(TitleUse {
                kind: TitleKind::Assignment,
                key: number.clone(),
                title: one.title.clone(),
                place: one.place,
                research: one.research,
                spot: view.spot(one.head),
            });
        }
        known.add(one);
    }
    for (places, goal) in known.entries {
        let assignment = assignment(view, plan, bodies, &places, goal);
        plan.assignments.push(assignment);
    }
}

/// Tells whether two places describe the same assignment.
fn same(one: &Occurrence, other: &Occurrence) -> bool {
    match (&one.number, &other.number) {
        (Some(a), Some(b)) if a == b => {
            one.title.is_empty()
                || other.title.is_empty()
                || likeness(&one.title, &other.title) >= SAME_NUMBER
        }
        (Some(_), Some(_)) => false,
        _ => likeness(&one.title, &other.title) >= NO_NUMBER,
    }
}

fn assignment(
    view: &View<'_>,
    plan: &Plan,
    bodies: &Bodies,
    places: &[Occurrence],
    goal: Option<usize>,
) -> Assignment {
    let goal = goal.and_then(|goal| plan.goals.get(goal));
    let number = places.iter().find_map(|place| place.number.clone());
    let title =
        places.iter().map(|place| place.title.clone()).find(|title| !title.is_empty()).unwrap_or_default();
    let mut out = Assignment {
        new: is_new(plan, number.as_deref(), places),
        withheld: places.iter().all(|place| place.withheld || place.title.is_empty()),
        research: places.first().map_or(Research::None, |place| place.research),
        number,
        title,
        goal: goal.and_then(|goal| goal.number),
        goal_label: goal.map(|goal| goal.label.clone()),
        ..Assignment::default()
    };
    if let (None, Some(number)) = (goal, places.iter().find_map(|place| place.goal_number)) {
        out.goal = Some(number);
        out.goal_label = Some(format!("Mål {number}"));
    }
    for place in places {
        out.spans.push(view.spot(place.head));
        out.deadlines.extend(place.deadlines.iter().cloned());
        let roles = parties::roles(view, bodies, &place.body);
        give_roles(bodies, &mut out, place, &roles);
        give_part_leads(view, bodies, &mut out, place);
        out.measures.extend(measures::read(view, &place.body, &place.title));
        funding::read(view, plan, &place.body, &mut out);
        out.places.push(AssignmentPlace {
            place: place.place,
            number: place.number.clone(),
            title: place.title.clone(),
            research: place.research,
            head: view.spot(place.head),
            whole: view.spot(place.whole),
            leads: roles.leads,
        });
    }
    let lead = out.lead.clone();
    out.partners.retain(|name| Some(name) != lead.as_ref());
    out
}

fn give_roles(bodies: &Bodies, out: &mut Assignment, place: &Occurrence, roles: &parties::Roles) {
    let named = |flow: &Flow| -> Vec<String> {
        let text = flow.joined();
        let found = bodies.mentions(&text);
        if found.is_empty() {
            text.split([',', ';'])
                .flat_map(|part| part.split(" og "))
                .map(|part| part.trim().trim_end_matches('.').to_owned())
                .filter(|part| !part.is_empty() && !matches!(part.as_str(), "-" | "–"))
                .collect()
        } else {
            listed_names(&text, &found)
        }
    };
    if let Some(flow) = &place.lead {
        out.lead = named(flow).into_iter().next().or(out.lead.take());
    }
    if let Some((name, _)) = roles.leads.last().filter(|_| out.lead.is_none()) {
        out.lead = Some(name.clone());
    }
    if let Some(flow) = &place.partners {
        for name in named(flow) {
            push_new(&mut out.partners, name);
        }
    }
    let others = roles.parties.iter().filter(|name| !bodies.is_agency(name)).count();
    for name in &roles.parties {
        let own = bodies.is_agency(name);
        if !own
            || out.lead.is_none() && roles.joint
            || out.lead.as_ref().is_some_and(|lead| !bodies.is_agency(lead)) && others > 0
        {
            push_new(&mut out.partners, name.clone());
        }
    }
}

/// Returns the names in a list of parties: known bodies, and what else stands between the commas.
fn listed_names(text: &str, found: &[parties::Mention]) -> Vec<String> {
    let mut out = Vec::new();
    for part in text.split([',', ';']) {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        let range = start..start + part.len();
        if found.iter().any(|mention| range.contains(&mention.range.end.saturating_sub(1))) {
            out.extend(joined_names(text, range, found));
            continue;
        }
        let name = part.trim().trim_end_matches('.');
        if !name.is_empty() {
            out.push(name.to_owned());
        }
    }
    out
}

/// Returns the names in a part of a list that has known bodies: those, and names that `og` joins to them.
fn joined_names(text: &str, range: std::ops::Range<usize>, found: &[parties::Mention]) -> Vec<String> {
    let mut out = Vec::new();
    for one in text[range].split(" og ") {
        let start = one.as_ptr() as usize - text.as_ptr() as usize;
        let known = |mention: &&parties::Mention| {
            mention.range.start < start + one.len() && start < mention.range.end
        };
        let mut inside = found.iter().filter(known).peekable();
        let name = one.trim().trim_end_matches('.');
        let is_name = name.starts_with(char::is_uppercase) && !name.ends_with('-');
        if inside.peek().is_none() && is_name && name.split_whitespace().count() <= 4 {
            out.push(name.to_owned());
        }
        for mention in inside {
            push_new(&mut out, mention.name.clone());
        }
    }
    out
}

fn push_new(list: &mut Vec<String>, name: String) {
    if !list.contains(&name) {
        list.push(name);
    }
}

/// Gives the parts of a description their leads: `Del 2: … (HK-dir hovedansvar)`.
fn give_part_leads(view: &View<'_>, bodies: &Bodies, out: &mut Assignment, place: &Occurrence) {
    let mut part: Option<String> = None;
    let mut body = Flow::new();
    let mut leads: Vec<(String, String)> = Vec::new();
    let mut finish = |part: &Option<String>, body: &Flow| {
        if let Some(part) = part {
            let roles = parties::roles(view, bodies, body);
            if let Some((name, _)) = roles.leads.last() {
                leads.push((part.clone(), name.clone()));
            }
        }
    };
    for line in place.body.lines() {
        let label = styrbord_syntax::leading_label(line.as_str());
        let starts_part = label.as_ref().filter(|label| {
            crate::words::is_one_of(label.word, &crate::words::PART_WORDS) && !label.number.is_empty()
        });
        if let Some(label) = starts_part {
            finish(&part, &body);
            part = Some(format!("{} {}", label.word, label.number));
            body = line;
        } else if part.is_some() {
            let new_paragraph = line.as_str().starts_with(char::is_uppercase)
                && body.as_str().ends_with(['.', ')'])
                && !line.as_str().contains("ansvar");
            let own = lower(line.as_str()).contains("ansvar for oppdraget");
            if new_paragraph || own {
                finish(&part, &body);
                part = None;
            } else {
                body.append(&line, "\n");
            }
        }
    }
    finish(&part, &body);
    for deadline in out.deadlines.iter_mut().filter(|deadline| deadline.place == place.place) {
        let own = deadline.part.as_ref().or(deadline.parent_part.as_ref());
        if let Some((_, lead)) = leads.iter().find(|(part, _)| Some(part) == own) {
            deadline.lead = Some(lead.clone());
        }
    }
}

fn is_new(plan: &Plan, number: Option<&str>, places: &[Occurrence]) -> bool {
    let year = number.and_then(|number| {
        let digits: Vec<&str> =
            number.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4).collect();
        digits.first().and_then(|year| year.parse::<i16>().ok())
    });
    match (year, plan.year) {
        (Some(given), Some(this)) if given != this => given > this,
        _ => !places.iter().any(|place| place.earlier),
    }
}

/// Returns the research marking in a title: `(FoU)`, `(delvis FoU)`, `herunder FoU`, `FoU-oppdrag om …`.
pub(crate) fn research_in(title: &str) -> Research {
    let low = lower(title);
    let Some(at) = crate::words::find_stem(&low, "fou") else { return Research::None };
    let partly =
        ["delvis fou", "herunder fou", "inkl. fou", "inkludert fou", "under dette fou", "mellom anna fou"]
            .iter()
            .any(|phrase| low.contains(phrase));
    let before = low[..at].trim_end();
    let bracketed =
        before.rfind('(').is_some_and(|open| !before[open..].contains(')')) && low[at..].contains(')');
    let own = ["fou-oppdrag", "fou-prosjekt"].iter().any(|word| low.starts_with(word));
    if partly {
        Research::Partly
    } else if bracketed || own {
        Research::Full
    } else {
        Research::None
    }
}
