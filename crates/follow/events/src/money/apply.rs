//! Money events into state.

use super::state::{
    AmountVersion, AuthorisationUse, Booking, Charge, Commitment, CommitmentStep, Explanation, Forecast,
    Import, Limit, LimitUse, Project, ProjectStep, State, Step, SubAllocation,
};
use super::{Event, Over, add, less};
use crate::book::Stamp;
use crate::ids::ObjectId;
use crate::year::Year;
use styrbord_money::Nok;

/// Takes an event in. What refers to something unknown changes nothing.
pub(crate) fn apply(year: &mut Year, event: &Event, stamp: &Stamp) {
    year.money.take(event, stamp, year.year);
}

impl State {
    pub(super) fn take(&mut self, event: &Event, stamp: &Stamp, year: i16) {
        let known = self.take_commitment(event, stamp, year)
            || self.take_share(event, stamp)
            || self.take_authorisation(event, stamp)
            || self.take_project(event, stamp);
        if !known {
            self.take_figures(event, stamp);
        }
    }

    fn take_commitment(&mut self, event: &Event, stamp: &Stamp, year: i16) -> bool {
        match event {
            Event::Committed { commitment, terms, from, over } => {
                let first = Step::Bound(terms.amounts.clone());
                let bound = Commitment {
                    terms: terms.clone(),
                    from: *from,
                    amounts: terms.amounts.clone(),
                    drawn: Nok::ZERO,
                    closed: false,
                    history: vec![CommitmentStep { step: first, over: *over, stamp: *stamp }],
                };
                self.commitments.entry(*commitment).or_insert(bound);
            }
            Event::CommitmentChanged { commitment, amounts, over } => {
                if let Some(changed) = self.step(*commitment, Step::Bound(amounts.clone()), *over, stamp) {
                    changed.amounts.clone_from(amounts);
                }
            }
            Event::CommitmentDrawn { commitment, draw } => {
                if let Some(drawn) = self.step(*commitment, Step::Drawn(*draw), None, stamp) {
                    drawn.drawn = add(drawn.drawn, draw.amount);
                }
            }
            Event::CommitmentReleased { commitment, amount } => {
                if let Some(released) = self.step(*commitment, Step::Released(*amount), None, stamp)
                    && let Some(left) = released.amounts.get_mut(&year)
                {
                    *left = less(*left, *amount);
                }
            }
            Event::CommitmentClosed { commitment } => {
                if let Some(closed) = self.step(*commitment, Step::Closed, None, stamp) {
                    closed.closed = true;
                }
            }
            _ => return false,
        }
        true
    }

    /// Notes what happened to a commitment and returns it.
    fn step(
        &mut self,
        id: ObjectId,
        step: Step,
        over: Option<Over>,
        stamp: &Stamp,
    ) -> Option<&mut Commitment> {
        let commitment = self.commitments.get_mut(&id)?;
        commitment.history.push(CommitmentStep { step, over, stamp: *stamp });
        Some(commitment)
    }

    fn take_share(&mut self, event: &Event, stamp: &Stamp) -> bool {
        let version =
            |amount: &Nok, over: &Option<Over>| AmountVersion { amount: *amount, over: *over, stamp: *stamp };
        match event {
            Event::SubAllocated { sub_allocation, share, over } => {
                let versions = vec![version(&share.amount, over)];
                let given = SubAllocation { share: share.clone(), versions };
                self.sub_allocations.entry(*sub_allocation).or_insert(given);
            }
            Event::SubAllocationChanged { sub_allocation, amount, over } => {
                if let Some(given) = self.sub_allocations.get_mut(sub_allocation) {
                    given.versions.push(version(amount, over));
                }
            }
            Event::Charged { charge, side, title, amount, over } => {
                let versions = vec![version(amount, over)];
                let given = Charge { side: *side, title: *title, versions, reports: Vec::new() };
                self.charges.entry(*charge).or_insert(given);
            }
            Event::ChargeChanged { charge, amount, over } => {
                if let Some(given) = self.charges.get_mut(charge) {
                    given.versions.push(version(amount, over));
                }
            }
            Event::ChargeReported { charge, month, used } => {
                if let Some(given) = self.charges.get_mut(charge) {
                    given.reports.push((*month, *used, *stamp));
                }
            }
            _ => return false,
        }
        true
    }

    fn take_authorisation(&mut self, event: &Event, stamp: &Stamp) -> bool {
        match event {
            Event::AuthorisationUsed { authorisation, amount, purpose, commitment } => {
                let of = self.authorisation(*authorisation);
                of.used = add(of.used, *amount);
                let purpose = Some(*purpose);
                of.uses.push(LimitUse { amount: *amount, purpose, commitment: *commitment, stamp: *stamp });
            }
            Event::AuthorisationReturned { authorisation, amount } => {
                let of = self.authorisation(*authorisation);
                of.used = less(of.used, *amount);
                let back = less(Nok::ZERO, *amount);
                of.uses.push(LimitUse { amount: back, purpose: None, commitment: None, stamp: *stamp });
            }
            Event::AuthorisationLimited { authorisation, limit, basis } => {
                let limit = Limit { limit: *limit, basis: *basis, stamp: *stamp };
                self.authorisation(*authorisation).limits.push(limit);
            }
            _ => return false,
        }
        true
    }

    fn authorisation(&mut self, id: ObjectId) -> &mut AuthorisationUse {
        self.authorisations.entry(id).or_default()
    }

    fn take_project(&mut self, event: &Event, stamp: &Stamp) -> bool {
        match event {
            Event::ProjectRegistered { project, terms, over } => {
                let first = ProjectStep { amounts: terms.amounts.clone(), over: *over, stamp: *stamp };
                let registered = Project {
                    terms: terms.clone(),
                    amounts: terms.amounts.clone(),
                    history: vec![first],
                    delivered: Vec::new(),
                    published: Vec::new(),
                    cancelled: None,
                };
                self.projects.entry(*project).or_insert(registered);
            }
            Event::ProjectChanged { project, amounts, over } => {
                if let Some(changed) = self.projects.get_mut(project) {
                    changed.amounts.clone_from(amounts);
                    let step = ProjectStep { amounts: amounts.clone(), over: *over, stamp: *stamp };
                    changed.history.push(step);
                }
            }
            Event::ProjectDelivered { project, reference } => {
                if let Some(delivering) = self.projects.get_mut(project) {
                    delivering.delivered.push((*reference, *stamp));
                }
            }
            Event::ProjectPublished { project, reference } => {
                if let Some(published) = self.projects.get_mut(project) {
                    published.published.push((*reference, *stamp));
                }
            }
            Event::ProjectCancelled { project } => {
                if let Some(cancelled) = self.projects.get_mut(project) {
                    cancelled.cancelled = Some(*stamp);
                }
            }
            _ => return false,
        }
        true
    }

    fn take_figures(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::Forecasted { post, amount, explanation } => {
                let forecast = Forecast { amount: *amount, explanation: *explanation, stamp: *stamp };
                self.forecasts.entry(*post).or_default().push(forecast);
            }
            Event::VarianceExplained { post, month, text } => {
                let explanation = Explanation { month: *month, text: *text, stamp: *stamp };
                self.explanations.entry(*post).or_default().push(explanation);
            }
            Event::ActualsImported { import, source, file, months, lines, left_out } => {
                let taken = Import {
                    source: *source,
                    file: file.clone(),
                    months: months.clone(),
                    lines: *lines,
                    left_out: left_out.clone(),
                    stamp: *stamp,
                };
                self.imports.entry(*import).or_insert(taken);
            }
            Event::ActualsBooked { import, source, post, month, accounts, .. } => {
                let amount = accounts.iter().map(|account| account.amount).sum();
                let booking = Booking { import: *import, amount, accounts: accounts.clone(), stamp: *stamp };
                let of_post = self.actuals.entry(*source).or_default().entry(*post).or_default();
                of_post.entry(*month).or_default().push(booking);
            }
            _ => {}
        }
    }
}
