//! Adding up the parts of a sum and comparing them with the printed total.

use crate::Sink;
use styrbord_diagnostics::{LABELS_MAX, Message, Severity};
use styrbord_money::Nok;
use styrbord_plan::Sum;
use styrbord_source::Span;

/// What the smallest difference is that counts, in øre: less than a krone does not.
const KRONE: u64 = 99;

/// Returns the largest difference that is likely to come from rounding, in øre: what the rounding of the total, or
/// of the part that is printed most exactly, makes up. Where some parts are printed more exactly than others, the
/// round ones are exact as a rule; and that every part is rounded the same way is rare.
fn likely(sum: &Sum) -> u64 {
    let finest = sum.parts.iter().map(|part| part.tolerance.ore()).min().unwrap_or_default();
    finest.max(sum.total.tolerance.ore()).unsigned_abs()
}

/// How the parts of a sum compare with its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Equal.
    Agrees,
    /// Apart, but no more than the rounding of one printed amount explains.
    Rounded,
    /// The parts are less than the total.
    Less,
    /// The parts are more than the total.
    More,
}

/// The parts of a sum, added up.
pub(super) struct Added<'a> {
    sum: &'a Sum,
    /// What the parts make.
    pub(super) parts: Nok,
    /// Parts less total.
    difference: i64,
    pub(super) outcome: Outcome,
    /// No rounding of the printed amounts explains the difference.
    certain: bool,
}

impl<'a> Added<'a> {
    /// Adds up a sum; nothing without parts, or where the amounts do not fit.
    pub(super) fn of(sum: &'a Sum) -> Option<Self> {
        let first = sum.parts.first()?.amount;
        let parts = sum.parts.iter().skip(1).try_fold(first, |all, part| all.checked_add(part.amount))?;
        let difference = parts.checked_sub(sum.total.amount)?.ore();
        let all: Nok = sum.parts.iter().chain([&sum.total]).map(|term| term.tolerance).sum();
        let gap = difference.unsigned_abs();
        let outcome = match difference {
            _ if gap <= KRONE => Outcome::Agrees,
            _ if gap <= likely(sum) => Outcome::Rounded,
            1.. => Outcome::More,
            _ => Outcome::Less,
        };
        Some(Added { sum, parts, difference, outcome, certain: gap > all.ore().unsigned_abs() })
    }

    /// Adds up a sum of table rows; nothing where rows stand on both sides of it, since it is then not theirs.
    pub(super) fn of_rows(sum: &'a Sum) -> Option<Self> {
        let total = sum.total.spot.span.start;
        let above = sum.parts.iter().filter(|part| part.spot.span.start < total).count();
        if above == 0 || above == sum.parts.len() { Self::of(sum) } else { None }
    }

    /// Tells whether the parts make the total, exactly or within rounding.
    pub(super) fn agrees(&self) -> bool {
        matches!(self.outcome, Outcome::Agrees | Outcome::Rounded)
    }

    /// Reports that the sum does not add up; a warning where every amount might have been rounded the same way.
    pub(super) fn report(&self, message: Message, sink: &mut Sink<'_>) {
        let severity = if self.certain { Severity::Error } else { Severity::Warning };
        sink.find_as(severity, message, &self.labels(), self.help());
    }

    /// Says that the sum adds up, and whether it does so only within rounding.
    pub(super) fn verify(&self, mut what: Message, sink: &mut Sink<'_>) {
        if self.outcome == Outcome::Rounded {
            what.nb.push_str(" (stemmer innen avrunding)");
            what.nn.push_str(" (stemmer innanfor avrunding)");
            what.en.push_str(" (agrees within rounding)");
        }
        let spans: Vec<Span> = self.labels().into_iter().map(|(span, _)| span).collect();
        sink.verify(what, &spans);
    }

    /// Returns the total and its parts; of many parts the first and the last.
    fn labels(&self) -> Vec<(Span, Option<Message>)> {
        let parts = &self.sum.parts;
        let total = (
            self.sum.total.spot.span,
            Some(Message::new("oppgitt sum", "oppgjeven sum", "the sum as printed")),
        );
        let mut labels = vec![total];
        if parts.len() < LABELS_MAX {
            labels.extend(parts.iter().map(|part| (part.spot.span, None)));
        } else if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            let count = parts.len();
            labels.push((
                first.spot.span,
                Some(Message::new(
                    format!("det første av {count} beløp"),
                    format!("det første av {count} beløp"),
                    format!("the first of {count} amounts"),
                )),
            ));
            labels.push((
                last.spot.span,
                Some(Message::new(
                    format!("det siste av {count} beløp"),
                    format!("det siste av {count} beløp"),
                    format!("the last of {count} amounts"),
                )),
            ));
        }
        labels
    }

    fn help(&self) -> Message {
        let gap = Nok::from_ore(self.difference.saturating_abs());
        let as_large = self.sum.parts.len() > 1
            && self.sum.parts.iter().any(|part| part.amount.ore().saturating_abs() == gap.ore());
        let (nb, nn, en) = if as_large {
            (
                " Avviket er like stort som ett av beløpene: se om det er utelatt eller regnet med to ganger.",
                " Avviket er like stort som eitt av beløpa: sjå om det er utelate eller rekna med to gonger.",
                " The gap is as large as one of the amounts: see whether it is left out or counted twice.",
            )
        } else {
            ("", "", "")
        };
        Message::new(
            format!("Avviket er {gap}. Spør departementet hvilket beløp som er riktig.{nb}"),
            format!("Avviket er {gap}. Spør departementet kva beløp som er rett.{nn}"),
            format!("The gap is {gap}. Ask the ministry which amount is right.{en}"),
        )
    }
}
