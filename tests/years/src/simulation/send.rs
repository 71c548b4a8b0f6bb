//! A command on its way: it may break off, be sent again, or be sent by somebody else under the same id.

use super::{ALL, Sent, Simulation};
use crate::invariants::{Checked, ensure};
use crate::memory::{Crash, Crashing};
use std::ops::Range;
use styrbord_events::{Actor, Command, Envelope, Expected, Record};
use styrbord_store::{Journal, Keeper, Rejection, StoreError};

/// What finally came of a command: its records, or the code of the refusal.
type Answer = Result<Range<u64>, &'static str>;

impl Simulation<'_> {
    /// Sends a command until there is an answer, and checks all that must hold then. Returns why it was refused.
    pub(super) fn send(
        &mut self,
        envelope: &Envelope,
        command: &Command,
    ) -> Result<Option<&'static str>, String> {
        self.last = format!("{command:?} {envelope:?}").chars().take(2000).collect();
        let outdated = self.is_outdated(envelope);
        let answer = self.until_answered(envelope, command)?;
        ensure(!outdated || answer.is_err(), || "it was done upon what had changed meanwhile".to_owned())?;
        self.take_in(envelope, &answer)?;
        let counted = if answer.is_ok() { &mut self.tally.accepted } else { &mut self.tally.refused };
        *counted.entry(command.kind()).or_default() += 1;
        self.send_again(envelope, command, &answer)?;
        if let Ok(seqs) = &answer
            && !seqs.is_empty()
        {
            let sent = Sent { envelope: envelope.clone(), command: command.clone(), seqs: seqs.clone() };
            self.done.push(sent);
            let surplus = self.done.len().saturating_sub(20);
            self.done.drain(..surplus);
        }
        Ok(answer.err())
    }

    fn is_outdated(&self, envelope: &Envelope) -> bool {
        let book = &self.mirror.book;
        match envelope.expected {
            Expected::Any => false,
            Expected::Stream(version) => book.version(envelope.stream) != version,
            Expected::Object(object, seq) => book.touched(envelope.stream, object) != seq,
        }
    }

    fn until_answered(&mut self, envelope: &Envelope, command: &Command) -> Result<Answer, String> {
        let places = [Crash::Before, Crash::BeforeCommit, Crash::AfterCommit];
        let crash = if self.chance.percent(8) { self.chance.pick(&places) } else { None };
        self.keeper.journal().next = crash;
        let first = self.keeper.submit(envelope, command);
        self.keeper.journal().next = None;
        match first {
            Ok(receipt) => {
                ensure(!receipt.done_before, || "what is new is said to be done before".to_owned())?;
                Ok(Ok(receipt.seqs))
            }
            Err(Rejection::Refused(refusal)) => Ok(Err(refusal.code)),
            Err(Rejection::Store(error)) => {
                let expected = crash.is_some() || matches!(error, StoreError::ClockBack { .. });
                ensure(expected, || format!("it could not be kept: {error}"))?;
                self.tally.crashes += 1;
                if self.chance.percent(70) {
                    self.reopen()?;
                }
                let crash = crash.filter(|_| !matches!(error, StoreError::ClockBack { .. }));
                self.after_crash(envelope, command, crash == Some(Crash::AfterCommit))
            }
        }
    }

    /// Sends once more what broke off: it is done once, whether or not it had been kept.
    fn after_crash(&mut self, envelope: &Envelope, command: &Command, kept: bool) -> Result<Answer, String> {
        let envelope = Envelope { at: self.clock, ..envelope.clone() };
        match self.keeper.submit(&envelope, command) {
            Ok(receipt) => {
                ensure(receipt.done_before == kept || receipt.seqs.is_empty(), || {
                    format!("kept before the crash: {kept}; said: {}", receipt.done_before)
                })?;
                Ok(Ok(receipt.seqs))
            }
            Err(Rejection::Refused(refusal)) => {
                ensure(!kept, || format!("it was kept and is refused now: {refusal}"))?;
                Ok(Err(refusal.code))
            }
            Err(Rejection::Store(error)) => Err(format!("it could not be kept after the crash: {error}")),
        }
    }

    /// Ends the process, as it were, and begins a new one.
    fn reopen(&mut self) -> Checked {
        let journal = (self.connect)().map_err(|error| error.to_string())?;
        self.keeper = Keeper::open(Crashing::new(journal)).map_err(|error| error.to_string())?;
        Ok(())
    }

    fn take_in(&mut self, envelope: &Envelope, answer: &Answer) -> Checked {
        let before = self.mirror.book.seq;
        let records: Vec<Record> =
            self.keeper.journal().records(before, ALL).map_err(|error| error.to_string())?;
        let expected = answer.clone().unwrap_or(before + 1..before + 1);
        let found = before + 1..before + 1 + records.len() as u64;
        ensure(found == expected || (found.is_empty() && expected.is_empty()), || {
            format!("records {found:?} for the answer {answer:?}")
        })?;
        let own = |record: &Record| record.command == envelope.id && record.actor == envelope.actor;
        ensure(records.iter().all(own), || "a record names another command or actor".to_owned())?;
        self.tally.records += records.len() as u64;
        self.mirror.take_in(envelope.stream, &records, self.keeper.book())
    }

    /// Sends the same once more, something done long ago, or another's id; nothing may change by it.
    fn send_again(&mut self, envelope: &Envelope, command: &Command, answer: &Answer) -> Checked {
        if self.chance.percent(8) {
            let envelope = Envelope { at: self.clock, ..envelope.clone() };
            self.repeat(&envelope, command, answer)?;
        }
        if self.chance.percent(4)
            && let Some(Sent { envelope, command, seqs }) = self.chance.pick(&self.done)
        {
            let envelope = Envelope { at: self.clock, ..envelope };
            self.repeat(&envelope, &command, &Ok(seqs))?;
            let other = match envelope.actor {
                Actor::Operator => Actor::Person(styrbord_events::PersonId(1)),
                Actor::Person(_) => Actor::Operator,
            };
            self.repeat(&Envelope { actor: other, ..envelope }, &command, &Err("command-id-used"))?;
        }
        Ok(())
    }

    fn repeat(&mut self, envelope: &Envelope, command: &Command, answer: &Answer) -> Checked {
        self.tally.repeats += 1;
        let head = self.keeper.head();
        match (self.keeper.submit(envelope, command), answer) {
            (Ok(receipt), Ok(seqs)) => {
                let same = receipt.done_before && receipt.seqs == *seqs;
                ensure(same || (seqs.is_empty() && receipt.seqs.is_empty()), || {
                    format!("sent again it is answered {receipt:?}, before {seqs:?}")
                })?;
            }
            (Err(Rejection::Refused(refusal)), Err(code)) => {
                ensure(refusal.code == *code, || format!("refused with {code}, then {}", refusal.code))?;
            }
            (other, _) => return Err(format!("sent again it is answered {other:?}, before {answer:?}")),
        }
        ensure(self.keeper.head() == head, || "sent again it was done again".to_owned())?;
        ensure(self.mirror.book == *self.keeper.book(), || "sent again it changed the book".to_owned())
    }
}
