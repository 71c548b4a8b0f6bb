//! The text names an attachment by number and title, and the list has another title for that number.
//!
//! ## Why it matters
//! The reader opens the wrong attachment, or looks for one that was taken out when the list was renumbered.
//!
//! ## Example
//! > Møtene står i vedlegg nr. 3 Møteplan.
//! >
//! > Vedlegg 3: Fullmakter
//!
//! ## What to ask
//! Ask the ministry which attachment is meant.
//!
//! ## What it does not report
//! References without a title behind them, and titles that share a word with the one in the list. Words behind the
//! number count as a title when they begin with a capital, or when another attachment in the list has that title.

use super::attachments;
use crate::{Family, Letter, Rule, Sink};
use styrbord_diagnostics::{Message, Severity};
use styrbord_plan::Attachment;
use styrbord_source::Span;
use styrbord_titles::Title;

pub(crate) const RULE: Rule = Rule {
    code: "attachment-title-differs",
    family: Family::Structure,
    severity: Severity::Warning,
    file: include_str!("attachment_title_differs.rs"),
    check,
};

/// How many attachments are compared; no letter has more.
const ATTACHMENTS_MAX: usize = 60;

fn check(letter: &Letter<'_>, sink: &mut Sink<'_>) {
    let by_number = attachments::listed(letter);
    let listed: Vec<(u32, &Attachment, Title)> = by_number
        .iter()
        .take(ATTACHMENTS_MAX)
        .map(|(number, attachment)| (*number, *attachment, Title::new(&attachment.title)))
        .collect();
    for (number, reference) in attachments::references(letter) {
        let own = listed.iter().find(|(other, ..)| *other == number);
        let Some((_, own, title)) = own.filter(|(.., title)| !title.is_empty()) else { continue };
        let Some(place) = own.span else { continue };
        let Some((words, span)) = title_behind(letter, reference.spot.span) else { continue };
        let named = Title::new(words);
        let (count, shared) = named.shared_with(title);
        let other = listed.iter().find(|(other, _, title)| {
            let (_, shared) = named.shared_with(title);
            *other != number && shared * 2 > count
        });
        if shared > 0 {
            verify(number, span, place.span, sink);
        } else if count > 0 && (other.is_some() || words.starts_with(char::is_uppercase)) {
            report((number, words, span), (own, place.span), other.map(|(_, other, _)| *other), sink);
        }
    }
}

/// Returns the words right behind a reference that may be the attachment's title, with their span.
fn title_behind<'a>(letter: &Letter<'a>, reference: Span) -> Option<(&'a str, Span)> {
    let start = reference.end as usize;
    let rest = &letter.source.text()[start..];
    let line_end = rest.find(['.', ',', ';', ':', ')', '(', '\n']).unwrap_or(rest.len());
    let raw = &rest[..line_end];
    let lead = raw.len() - raw.trim_start_matches([' ', '«', '"', '–', '-']).len();
    if lead == 0 {
        return None;
    }
    let body = raw[lead..].trim_end_matches([' ', '»', '"']);
    let about = body.strip_prefix("om ").unwrap_or(body);
    let from = start + lead + (body.len() - about.len());
    let joins =
        ["og", "i", "til", "er", "skal", "gir", "gjev", "viser", "samt", "eller", "inneholder", "som"];
    let first = about.split_whitespace().next()?;
    let short = about.split_whitespace().count() <= 8;
    (short && !joins.contains(&first)).then(|| (about, Span::new(from, from + about.len())))
}

fn verify(number: u32, span: Span, place: Span, sink: &mut Sink<'_>) {
    sink.verify(
        Message::new(
            format!("Vedlegg {number} har samme tittel i teksten og i listen"),
            format!("Vedlegg {number} har same tittel i teksten og i lista"),
            format!("Attachment {number} has the same title in the text and in the list"),
        ),
        &[span, place],
    );
}

fn report(
    named: (u32, &str, Span),
    own: (&Attachment, Span),
    other: Option<&Attachment>,
    sink: &mut Sink<'_>,
) {
    let (number, words, span) = named;
    let title = &own.0.title;
    let mut labels = vec![(span, None), (own.1, None)];
    let hint = other.and_then(|other| other.number).map_or(Message::same(""), |number| {
        Message::new(
            format!(" Nummer {number} i listen har den tittelen."),
            format!(" Nummer {number} i lista har den tittelen."),
            format!(" Number {number} in the list has that title."),
        )
    });
    labels.extend(other.and_then(|other| other.span).map(|spot| (spot.span, None)));
    sink.find(
        Message::new(
            format!("Vedlegg {number} heter «{title}» i listen, men «{words}» i teksten"),
            format!("Vedlegg {number} heiter «{title}» i lista, men «{words}» i teksten"),
            format!("Attachment {number} is “{title}” in the list, but “{words}” in the text"),
        ),
        &labels,
        Message::new(
            format!("Spør departementet hvilket vedlegg som er ment.{}", hint.nb),
            format!("Spør departementet kva vedlegg som er meint.{}", hint.nn),
            format!("Ask the ministry which attachment is meant.{}", hint.en),
        ),
    );
}
