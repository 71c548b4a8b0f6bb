//! The outline: headings, their numbers, and what each section is about.

use crate::words::{has_stem, lower};
use styrbord_plan::{Heading, SectionRole};
use styrbord_source::Source;
use styrbord_syntax::{Block, BlockKind, Tree, leading_label, leading_number};

/// Headings and the role of every block.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// All headings, with the block each stands in.
    pub headings: Vec<(usize, Heading)>,
    roles: Vec<SectionRole>,
    /// For each block: the level of the heading that it is, or 0.
    levels: Vec<u8>,
}

impl Outline {
    /// Reads the outline of a tree.
    pub fn new(source: &Source, tree: &Tree) -> Self {
        let mut outline = Outline::default();
        let mut open: Vec<(u8, SectionRole)> = Vec::new();
        let mut listed: Vec<String> = Vec::new();
        let mut within_annex = false;
        for (at, block) in tree.blocks.iter().enumerate() {
            let in_list = open.last().is_some_and(|(_, role)| *role == SectionRole::Attachments);
            let annex = attachment_label(block).is_some_and(|label| {
                let again = listed.contains(&label);
                if in_list && !again {
                    listed.push(label);
                }
                again && block.flow.as_str().split_whitespace().take(15).count() <= 14
            });
            if let Some(mut heading) =
                heading(source, block).or_else(|| annex.then(|| annex_heading(source, block)))
            {
                if within_annex
                    && heading.level > 0
                    && heading.level < Block::MINOR
                    && !lower(&heading.title).starts_with("vedlegg")
                {
                    heading.level = (heading.level + 1).min(Block::MINOR - 1);
                }
                within_annex |= annex || is_attachment_title(&heading.title);
                while open.last().is_some_and(|(level, _)| *level >= heading.level) {
                    open.pop();
                }
                let above = open.last().map_or(SectionRole::Other, |(_, role)| *role);
                if heading.role == SectionRole::Other || !may_nest(above, heading.role) {
                    heading.role = above;
                }
                open.push((heading.level, heading.role));
                outline.headings.push((at, heading));
            } else if open.last().is_some_and(|(_, role)| *role == SectionRole::Attachments)
                && starts_annex(block)
            {
                open.clear();
                open.push((1, SectionRole::Attachment));
            }
            let level = outline
                .headings
                .last()
                .filter(|(last, _)| *last == at)
                .map_or(0, |(_, heading)| heading.level);
            outline.levels.push(level);
            outline.roles.push(open.last().map_or(SectionRole::Other, |(_, role)| *role));
        }
        outline
    }

    /// Returns the level of the heading that a block is, when it is one.
    pub fn level(&self, block: usize) -> Option<u8> {
        self.levels.get(block).copied().filter(|level| *level > 0)
    }

    /// Returns the role of the section that a block stands in; a heading stands in its own section.
    pub fn role(&self, block: usize) -> SectionRole {
        self.roles.get(block).copied().unwrap_or_default()
    }
}

/// Tells whether a heading's own words may change the role that the section above gives it.
fn may_nest(above: SectionRole, own: SectionRole) -> bool {
    match above {
        SectionRole::CommonDirections => false,
        SectionRole::Budget | SectionRole::Income => !matches!(
            own,
            SectionRole::Goals | SectionRole::Reporting | SectionRole::Control | SectionRole::Requirements
        ),
        _ => true,
    }
}

/// Returns a block as a heading: one by layout, or an attachment's label on a line of its own.
fn heading(source: &Source, block: &Block) -> Option<Heading> {
    let text = block.flow.joined();
    let level = match &block.kind {
        BlockKind::Heading { level } => *level,
        BlockKind::Paragraph if is_attachment_title(&text) => 1,
        BlockKind::Paragraph if text.chars().count() <= 40 && is_bare_role(&text) => Block::MINOR,
        _ => return None,
    };
    let unmarked = text.strip_prefix('§').map_or(text.as_str(), str::trim_start);
    let (number, title) = match leading_number(unmarked) {
        Some((number, start)) if number.starts_with(|c: char| c.is_ascii_digit()) => {
            (Some(number.to_owned()), unmarked[start..].trim().to_owned())
        }
        _ => (None, text.clone()),
    };
    let long = level >= Block::MINOR - 1 && title.split_whitespace().count() > 5;
    let role = if long { SectionRole::Other } else { role_of(&title) };
    let level = if is_attachment_title(&title) || role == SectionRole::Attachments { 1 } else { level };
    Some(Heading { level, number, title, role, spot: source.spot(block.span) })
}

/// Returns the number of an attachment that a block names at its start: `Vedlegg nr. 3 …` is `3`.
fn attachment_label(block: &Block) -> Option<String> {
    let label = leading_label(block.flow.as_str())?;
    (lower(label.word).starts_with("vedlegg") && !label.number.is_empty()).then(|| label.number.to_owned())
}

/// Returns a block that names a listed attachment again as the heading of that attachment.
fn annex_heading(source: &Source, block: &Block) -> Heading {
    let title = block.flow.joined();
    let role = role_of(&title);
    Heading { level: 1, number: None, title, role, spot: source.spot(block.span) }
}

/// Tells whether a block behind the list of attachments begins an attachment's content: a goal or an assignment.
fn starts_annex(block: &Block) -> bool {
    let text = block.flow.as_str();
    leading_label(text).is_some_and(|label| {
        let word = lower(label.word.split(' ').next().unwrap_or_default());
        !label.number.is_empty()
            && (crate::words::GOAL_WORDS.contains(&word.as_str()) || word.starts_with("oppdrag"))
    })
}

/// Tells whether a line is the title of an attachment itself: upper case, or a title behind its number.
fn is_attachment_title(text: &str) -> bool {
    let Some(label) = leading_label(text) else { return false };
    let word = label.word.to_lowercase();
    word.starts_with("vedlegg") && !label.number.is_empty() && label.word.chars().all(char::is_uppercase)
}

/// Tells whether a short line is nothing but a section's word, such as `Oppdrag` or `Styringsparametere:`.
fn is_bare_role(text: &str) -> bool {
    let lower = lower(text.trim_end_matches(':').trim());
    matches!(
        lower.as_str(),
        "oppdrag"
            | "styringsparametere"
            | "styringsparametre"
            | "styringsparametrar"
            | "styringsparameter"
            | "resultatkrav"
            | "fellesføringer"
            | "fellesføringar"
            | "vedlegg"
            | "fullmakter"
            | "innhold"
            | "innhald"
            | "fou-oppdrag"
            | "forskningsoppdrag"
            | "nøkkeltall"
            | "nøkkeltal"
            | "rapportering"
    )
}

/// The words of a heading's stems that tell what its section is about, and stems that say that it is not; the first
/// row that fits counts.
const ROLES: [(SectionRole, &[&str], &[&str]); 15] = [
    (SectionRole::CommonDirections, &["fellesføring", "felles føring"], &[]),
    (SectionRole::Research, &["fou-oppdrag", "forskningsoppdrag", "fou oppdrag"], &[]),
    (
        SectionRole::Authorisations,
        &[
            "fullmakt",
            "budsjettfullmakt",
            "merinntektsfullmakt",
            "bestillingsfullmakt",
            "tilsagnsfullmakt",
            "personalfullmakt",
        ],
        &[],
    ),
    (
        SectionRole::Calendar,
        &[
            "kalender",
            "årshjul",
            "styringskalender",
            "rapporteringskalender",
            "møtekalender",
            "styrings- og rapporteringskalender",
        ],
        &[],
    ),
    (SectionRole::KeyFigures, &["nøkkeltall", "nøkkeltal"], &[]),
    (SectionRole::Goals, &["mål,", "mål og", "hovedmål", "hovudmål", "målene", "måla", "målstruktur"], &[]),
    (SectionRole::Parameters, &["styringsparam", "indikator"], &[]),
    (SectionRole::Requirements, &["resultatkrav", "prestasjonskrav"], &[]),
    (
        SectionRole::Assignments,
        &["oppdrag", "særskilte oppdrag", "særlige oppdrag", "bestilling"],
        &["samfunnsoppdrag"],
    ),
    (SectionRole::Income, &["inntekt"], &["inntektssystem"]),
    (
        SectionRole::Budget,
        &[
            "budsjett",
            "tildeling",
            "løyving",
            "bevilgning",
            "tilskudd",
            "tilskot",
            "økonomiske ramm",
            "økonomiske ramar",
            "midler",
            "ramme",
            "kap.",
            "kapittel",
            "post ",
            "utgift",
        ],
        &["tildelingsbrev"],
    ),
    (
        SectionRole::Reporting,
        &[
            "rapport",
            "årsrapport",
            "tertialrapport",
            "halvårsrapport",
            "resultatrapport",
            "særskilt rapport",
            "styringsinformasjon",
        ],
        &[],
    ),
    (
        SectionRole::Meetings,
        &["møte", "styringsdialog", "etatsstyring", "dialog", "kontaktmøte", "fagmøte"],
        &[],
    ),
    (
        SectionRole::Control,
        &["internkontroll", "risiko", "sikkerhet", "tryggleik", "beredskap", "styring og kontroll"],
        &[],
    ),
    (
        SectionRole::Introduction,
        &[
            "innledning",
            "innleiing",
            "om brevet",
            "overordnede prioritering",
            "overordna prioritering",
            "prioritering",
        ],
        &[],
    ),
];

/// Returns what a section is about, by the words of its heading.
pub(crate) fn role_of(title: &str) -> SectionRole {
    let lower = lower(title);
    let lower = lower.trim();
    let stem = |stems: &[&str]| has_stem(lower, stems);
    let words = lower.split_whitespace().count();
    if stem(&["innhold", "innhald"]) && words <= 2 {
        return SectionRole::Contents;
    }
    if lower.starts_with("vedlegg") {
        let rest = lower.trim_start_matches("vedlegg").trim();
        let bare = rest.trim_matches([':', '.']).is_empty() || lower == "vedleggsliste";
        return if bare { SectionRole::Attachments } else { attachment_role(rest) };
    }
    if lower == "mål" {
        return SectionRole::Goals;
    }
    ROLES
        .iter()
        .find(|(_, stems, not)| stem(stems) && !stem(not))
        .map_or(SectionRole::Other, |(role, ..)| *role)
}

/// Returns what an attachment is about, by its title behind `Vedlegg 2:`.
fn attachment_role(rest: &str) -> SectionRole {
    let title = rest.trim_start_matches(|c: char| !c.is_alphabetic());
    let title =
        title.strip_prefix("nr").map_or(title, |rest| rest.trim_start_matches(|c: char| !c.is_alphabetic()));
    let title = title.trim_start_matches(['i', 'v', 'x']).trim_start_matches(|c: char| !c.is_alphabetic());
    match role_of(title) {
        SectionRole::Other => SectionRole::Attachment,
        role => role,
    }
}
