//! The kinds of parts, as the comparison and as the year name them.

use styrbord_compare::PartKind;
use styrbord_events::ObjectKind;

/// Returns the kind of a part that has an id of its own; deadlines and portions lie in others.
pub(super) fn object_kind(kind: PartKind) -> Option<ObjectKind> {
    Some(match kind {
        PartKind::Goal => ObjectKind::Goal,
        PartKind::SteeringParameter => ObjectKind::Parameter,
        PartKind::Requirement => ObjectKind::Requirement,
        PartKind::Assignment => ObjectKind::Assignment,
        PartKind::Chapter => ObjectKind::Chapter,
        PartKind::Post => ObjectKind::Post,
        PartKind::Report => ObjectKind::Report,
        PartKind::Meeting => ObjectKind::Meeting,
        PartKind::Duty => ObjectKind::Duty,
        PartKind::Announcement => ObjectKind::Announcement,
        PartKind::Authorisation => ObjectKind::Authorisation,
        PartKind::CommonDirection => ObjectKind::Direction,
        PartKind::Attachment => ObjectKind::Attachment,
        PartKind::Letter | PartKind::Deadline | PartKind::Portion | PartKind::Other => return None,
    })
}

/// Returns the comparison's kind of an object; none for what no letter holds.
pub(super) fn part_kind(kind: ObjectKind) -> Option<PartKind> {
    Some(match kind {
        ObjectKind::Goal => PartKind::Goal,
        ObjectKind::Parameter => PartKind::SteeringParameter,
        ObjectKind::Requirement => PartKind::Requirement,
        ObjectKind::Assignment => PartKind::Assignment,
        ObjectKind::Chapter => PartKind::Chapter,
        ObjectKind::Post => PartKind::Post,
        ObjectKind::Report => PartKind::Report,
        ObjectKind::Meeting => PartKind::Meeting,
        ObjectKind::Duty => PartKind::Duty,
        ObjectKind::Announcement => PartKind::Announcement,
        ObjectKind::Authorisation => PartKind::Authorisation,
        ObjectKind::Direction => PartKind::CommonDirection,
        ObjectKind::Attachment => PartKind::Attachment,
        _ => return None,
    })
}
