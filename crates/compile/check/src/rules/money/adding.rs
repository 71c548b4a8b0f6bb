//! Adding up the parts of a sum and comparing them with the printed total.

use crate::Sink;
use styrbord_diagnostics::{LABELS_MAX, Message};
use styrbord_money::Nok;
use styrbord_plan::Sum;
use styrbord_source::Span;

/// How the parts of a sum compare with its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Equal, as far as the printed digits tell.
    Agrees,
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
}

impl<'a> Added<'a> {
    /// Adds up a sum; nothing without parts, or where the amounts do not fit.
    pub(super) fn of(sum: &'a Sum) -> Option<Self> {
        let first = sum.parts.first()?.amount;
        let parts = sum.parts.iter().skip(1).try_fold(first, |all, part| all.checked_add(part.amount))?;
        let difference = parts.checked_sub(sum.total.amount)?.ore();
        let slack: Nok = sum.parts.iter().chain([&sum.total]).map(|term| term.tolerance).sum();
        let outcome = match difference {
            _ if difference.unsigned_abs() <= slack.ore().unsigned_abs() => Outcome::Agrees,
            1.. => Outcome::More,
            _ => Outcome::Less,
        };
        Some(Added { sum, parts, difference, outcome })
    }

    /// Adds up a sum of table rows; nothing where rows stand on both sides of it, since it is then not theirs.
    pub(super) fn of_rows(sum: &'a Sum) -> Option<Self> {
        let total = sum.total.spot.span.start;
        let above = sum.parts.iter().filter(|part| part.spot.span.start < total).count();
        if above == 0 || above == sum.parts.len() { Self::of(sum) } else { None }
    }

    /// Reports that the sum does not add up.
    pub(super) fn report(&self, message: Message, sink: &mut Sink<'_>) {
        sink.find(message, &self.labels(), self.help());
    }

    /// Says that the sum adds up.
    pub(super) fn verify(&self, what: Message, sink: &mut Sink<'_>) {
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
