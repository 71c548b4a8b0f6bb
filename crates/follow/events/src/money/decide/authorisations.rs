//! Authorisations: used, given back, limited.

use super::{Decided, checks, elsewhere};
use crate::book::{Context, Outcome};
use crate::ids::{ObjectId, ObjectKind};
use crate::letters::PartValue;
use crate::money::{Command, Event, add, less, refusals, view};
use crate::year::Year;
use styrbord_diagnostics::Message;
use styrbord_money::Nok;

pub(super) fn decide(context: Context<'_>, command: &Command, out: &mut Outcome) -> Decided {
    let year = context.open_year()?;
    match command {
        Command::UseAuthorisation { authorisation, amount, purpose, commitment } => {
            checks::part(year, *authorisation, ObjectKind::Authorisation)?;
            checks::amount(*amount)?;
            crate::checks::text(&Message::new("formålet", "formålet", "the purpose"), purpose)?;
            if let Some(commitment) = commitment.filter(|id| !year.money.commitments.contains_key(id)) {
                return Err(crate::refusals::no_such_object(commitment));
            }
            let used = used(year, *authorisation);
            if let Some(limit) = view::limit(year, *authorisation)
                && add(used, *amount) > limit
            {
                return Err(refusals::over_limit(*authorisation, limit, less(limit, used)));
            }
            let purpose = out.scribe.write(purpose);
            let (authorisation, amount, commitment) = (*authorisation, *amount, *commitment);
            Ok(Event::AuthorisationUsed { authorisation, amount, purpose, commitment })
        }
        Command::ReturnAuthorisation { authorisation, amount } => {
            checks::part(year, *authorisation, ObjectKind::Authorisation)?;
            checks::amount(*amount)?;
            let used = used(year, *authorisation);
            if *amount > used {
                return Err(refusals::more_than_left(*authorisation, used));
            }
            Ok(Event::AuthorisationReturned { authorisation: *authorisation, amount: *amount })
        }
        Command::LimitAuthorisation { authorisation, limit, basis } => {
            checks::part(year, *authorisation, ObjectKind::Authorisation)?;
            checks::amount(*limit)?;
            crate::checks::text(&Message::new("grunnlaget", "grunnlaget", "the basis"), basis)?;
            if let Some(stated) = stated(year, *authorisation) {
                return Err(refusals::limit_stated(*authorisation, stated));
            }
            if *limit < used(year, *authorisation) {
                return Err(refusals::less_than_drawn(*authorisation, used(year, *authorisation)));
            }
            let basis = out.scribe.write(basis);
            Ok(Event::AuthorisationLimited { authorisation: *authorisation, limit: *limit, basis })
        }
        _ => Err(elsewhere()),
    }
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
