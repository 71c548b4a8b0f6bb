//! Authorisations: used, given back, limited.

use super::{Decided, checks};
use crate::book::{Context, Outcome};
use crate::ids::{ObjectId, ObjectKind};
use crate::letters::PartValue;
use crate::money::{Event, add, less, refusals, view};
use crate::year::Year;
use styrbord_diagnostics::Message;
use styrbord_money::Nok;

/// Uses an authorisation, not above its limit.
pub(super) fn spend(
    context: Context<'_>,
    (authorisation, amount): (ObjectId, Nok),
    purpose: &str,
    commitment: Option<ObjectId>,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    checks::part(year, authorisation, ObjectKind::Authorisation)?;
    checks::amount(amount)?;
    crate::checks::text(&Message::new("formålet", "formålet", "the purpose"), purpose)?;
    if let Some(commitment) = commitment.filter(|id| !year.money.commitments.contains_key(id)) {
        return Err(crate::refusals::no_such_object(commitment));
    }
    let used = used(year, authorisation);
    if let Some(limit) = view::limit(year, authorisation)
        && add(used, amount) > limit
    {
        return Err(refusals::over_limit(authorisation, limit, less(limit, used)));
    }
    Ok(Event::AuthorisationUsed { authorisation, amount, purpose: out.scribe.write(purpose), commitment })
}

/// Gives back a part of what was used.
pub(super) fn give_back(context: Context<'_>, authorisation: ObjectId, amount: Nok) -> Decided {
    let year = context.open_year()?;
    checks::part(year, authorisation, ObjectKind::Authorisation)?;
    checks::amount(amount)?;
    let used = used(year, authorisation);
    if amount > used {
        return Err(refusals::more_than_left(authorisation, used));
    }
    Ok(Event::AuthorisationReturned { authorisation, amount })
}

/// Sets the limit where the letter states none.
pub(super) fn set_limit(
    context: Context<'_>,
    (authorisation, limit): (ObjectId, Nok),
    basis: &str,
    out: &mut Outcome,
) -> Decided {
    let year = context.open_year()?;
    checks::part(year, authorisation, ObjectKind::Authorisation)?;
    checks::amount(limit)?;
    crate::checks::text(&Message::new("grunnlaget", "grunnlaget", "the basis"), basis)?;
    if let Some(stated) = stated(year, authorisation) {
        return Err(refusals::limit_stated(authorisation, stated));
    }
    let used = used(year, authorisation);
    if limit < used {
        return Err(refusals::less_than_drawn(authorisation, used));
    }
    Ok(Event::AuthorisationLimited { authorisation, limit, basis: out.scribe.write(basis) })
}

fn used(year: &Year, authorisation: ObjectId) -> Nok {
    year.money.authorisations.get(&authorisation).map_or(Nok::ZERO, |of| of.used)
}

/// Returns the limit that the letter itself states.
fn stated(year: &Year, authorisation: ObjectId) -> Option<Nok> {
    match &year.letters.parts.get(&authorisation)?.value {
        PartValue::Authorisation(authorisation) => authorisation.limit_nok,
        _ => None,
    }
}
