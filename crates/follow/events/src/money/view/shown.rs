//! What others may see of an object's money.

use super::position::{self, Actual, Sums};
use crate::ids::{ObjectId, ObjectKind};
use crate::money::{Recipient, import::Source};
use crate::text::TextRef;
use crate::year::Year;
use serde::Serialize;
use std::collections::BTreeMap;
use styrbord_money::Nok;

/// The money of an object as others see it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Shown {
    Post {
        sums: Sums,
        actual: Actual,
        explanation: Option<TextRef>,
        forecast_explanation: Option<TextRef>,
    },
    Authorisation {
        limit: Option<Nok>,
        used: Nok,
    },
    Commitment {
        post: ObjectId,
        title: TextRef,
        recipient: Option<Recipient<TextRef>>,
        amounts: BTreeMap<i16, Nok>,
        drawn: Nok,
        closed: bool,
    },
    SubAllocation {
        post: ObjectId,
        title: TextRef,
        amount: Nok,
    },
    Charge {
        title: TextRef,
        amount: Nok,
        used: Nok,
    },
    Project {
        title: TextRef,
        amounts: BTreeMap<i16, crate::money::ProjectYear>,
        delivered: Option<TextRef>,
        published: Option<TextRef>,
        cancelled: bool,
    },
    Import {
        source: Source,
        file: String,
    },
}

/// Returns what holds now of an object, for those to whom it is shown: no history, no reasons, no actors.
pub fn object_view(year: &Year, object: ObjectId) -> Option<impl Serialize> {
    let money = &year.money;
    match object.kind {
        ObjectKind::Post => post(year, object),
        ObjectKind::Authorisation => {
            let used = money.authorisations.get(&object)?.used;
            Some(Shown::Authorisation { limit: super::limit(year, object), used })
        }
        ObjectKind::Commitment => money.commitments.get(&object).map(|bound| Shown::Commitment {
            post: bound.terms.post,
            title: bound.terms.title,
            recipient: bound.terms.recipient.clone(),
            amounts: bound.amounts.clone(),
            drawn: bound.drawn,
            closed: bound.closed,
        }),
        ObjectKind::SubAllocation => money.sub_allocations.get(&object).map(|given| Shown::SubAllocation {
            post: given.share.post,
            title: given.share.title,
            amount: given.amount(),
        }),
        ObjectKind::Charge => money.charges.get(&object).map(|charge| Shown::Charge {
            title: charge.title,
            amount: charge.amount(),
            used: charge.used(),
        }),
        ObjectKind::Project => money.projects.get(&object).map(|project| Shown::Project {
            title: project.terms.title,
            amounts: project.amounts.clone(),
            delivered: project.delivered.last().map(|(text, _)| *text),
            published: project.published.last().map(|(text, _)| *text),
            cancelled: project.cancelled.is_some(),
        }),
        ObjectKind::Import => money
            .imports
            .get(&object)
            .map(|import| Shown::Import { source: import.source, file: import.file.name.clone() }),
        _ => None,
    }
}

fn post(year: &Year, object: ObjectId) -> Option<Shown> {
    position::post_part(year, object)?;
    let last = |of: &BTreeMap<ObjectId, Vec<crate::money::Explanation>>| Some(of.get(&object)?.last()?.text);
    let forecasts = year.money.forecasts.get(&object);
    Some(Shown::Post {
        sums: position::sums(year, object),
        actual: position::actual(year, object),
        explanation: last(&year.money.explanations),
        forecast_explanation: forecasts.and_then(|forecasts| forecasts.last()?.explanation),
    })
}
