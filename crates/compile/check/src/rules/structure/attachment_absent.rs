//! The letter lists attachments that are not in the file.
//!
//! ## Why it matters
//! What stands in an attachment is a part of the letter: authorisations, calendars and instructions are checked
//! only when they are there. Often they are files of their own; then nothing is wrong with the letter.
//!
//! ## Example
//! > Vedlegg
//! >
//! > 1 Instruks for Fyrlyktkontoret
//! >
//! > 2 Kalender
//!
//! ## What to ask
//! Get the attachments from the ministry or the archive, and check them too.
//!
//! ## What it does not report
//! More than one finding a letter; all attachments that are missing are named in it.

use crate::{Family, Letter, Rule, Sink};
use std::collections::BTreeMap;
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::Attachment;

pub(crate) const RULE: Rule = Rule {
    code: "attachment-absent",
    family: Family::Structure,
    severity: Severity::Info,
    file: include_str!("attachment_absent.rs"),
    check,
};

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let mut listed: BTreeMap<String, (&Attachment, bool)> = BTreeMap::new();
    for attachment in &letter.plan.attachments {
        let (_, present) = listed.entry(name(attachment)).or_insert((attachment, false));
        *present |= attachment.present;
    }
    let mut absent: Vec<&Attachment> =
        listed.values().filter(|(_, present)| !present).map(|(attachment, _)| *attachment).collect();
    absent.sort_by_key(|attachment| attachment.span.map(|spot| spot.span));
    if absent.is_empty() {
        return;
    }
    let names: Vec<String> = absent.iter().map(|attachment| name(attachment)).collect();
    let (names, count, all) = (names.join(", "), absent.len(), listed.len());
    let labels: Vec<_> = absent.iter().filter_map(|attachment| Some((attachment.span?.span, None))).collect();
    sink.find(
        Message::new(
            format!("{count} av {all} vedlegg er ikke i filen: {names}"),
            format!("{count} av {all} vedlegg er ikkje i fila: {names}"),
            format!("{count} of {all} attachments are not in the file: {names}"),
        ),
        &labels,
        Message::new(
            "Hent vedleggene og sjekk dem også.",
            "Hent vedlegga og sjekk dei òg.",
            "Get the attachments and check them too.",
        ),
    );
}

/// Returns the number of an attachment, or its title when it has none.
fn name(attachment: &Attachment) -> String {
    attachment.number.map_or_else(|| attachment.title.clone(), |number| number.to_string())
}
