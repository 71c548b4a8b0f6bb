//! Which use case a command is, and what it is done to.

use super::{Target, UseCase};
use styrbord_events::directory::RoleKey;
use styrbord_events::work::DeliverableVerdict;
use styrbord_events::{Command, ObjectId, Stream, directory, letters, measure, money, sharing, work};

/// Returns the use case of a command and everything that it is done to; all of it must be allowed.
pub fn asked_by(stream: Stream, command: &Command) -> (UseCase, Vec<Target>) {
    match command {
        Command::Directory(command) => of_directory(command),
        Command::Letters(command) => (of_letters(command), vec![Target::Year(stream)]),
        Command::Work(command) => {
            let (use_case, object) = of_work(command);
            (use_case, vec![Target::Object(stream, object)])
        }
        Command::Measure(command) => of_measure(stream, command),
        Command::Money(command) => (of_money(command), vec![Target::Year(stream)]),
        Command::Sharing(command) => of_sharing(stream, command),
    }
}

fn of_directory(command: &directory::Command) -> (UseCase, Vec<Target>) {
    use directory::Command as D;
    match command {
        D::RegisterOrganisation { .. } => (UseCase::RegisterOrganisation, vec![Target::Installation]),
        D::RenameOrganisation { organisation, .. } | D::NumberOrganisation { organisation, .. } => {
            (UseCase::ManageOrganisation, vec![Target::Organisation(*organisation)])
        }
        D::AddUnit { organisation, parent, .. } => {
            let target = parent.map_or(Target::Organisation(*organisation), Target::Unit);
            (UseCase::ManageUnits, vec![target])
        }
        D::ChangeUnit { unit, parent, .. } => {
            let above = parent.map(Target::Unit);
            (UseCase::ManageUnits, std::iter::once(Target::Unit(*unit)).chain(above).collect())
        }
        D::CloseUnit { unit } => (UseCase::ManageUnits, vec![Target::Unit(*unit)]),
        D::RegisterPerson { organisation, .. } => {
            (UseCase::ManagePeople, vec![Target::Organisation(*organisation)])
        }
        D::RenamePerson { person, .. }
        | D::SetContact { person, .. }
        | D::DeactivatePerson { person }
        | D::ReactivatePerson { person } => (UseCase::ManagePeople, vec![Target::Person(*person)]),
        // Who is to have somebody must agree, as whoever lets the person go.
        D::MovePerson { person, organisation, unit } => {
            let to = unit.map_or(Target::Organisation(*organisation), Target::Unit);
            (UseCase::ManagePeople, vec![Target::Person(*person), to])
        }
        // A role may go to a guest: it is the organisation that gives it.
        D::GiveRole { role, .. } | D::TakeRole { role, .. } => (UseCase::GiveRoles, vec![of_role(role)]),
        D::ErasePerson { person } => (UseCase::ErasePerson, vec![Target::Person(*person)]),
        D::EraseText { .. } => (UseCase::EraseText, vec![Target::Installation]),
    }
}

fn of_role(role: &RoleKey) -> Target {
    role.unit.map_or(Target::Organisation(role.organisation), Target::Unit)
}

fn of_letters(command: &letters::Command) -> UseCase {
    use letters::Command as L;
    match command {
        L::Start { .. } | L::OpenNext | L::SetStage { .. } => UseCase::RunYear,
        L::Receive { .. } | L::MeetAnnouncement { .. } => UseCase::TakeInLetter,
        L::AcceptFinding { .. }
        | L::TakeBackAcceptance { .. }
        | L::ListFinding { .. }
        | L::UnlistFinding { .. } => UseCase::AcceptFinding,
    }
}

fn of_work(command: &work::Command) -> (UseCase, ObjectId) {
    use work::Command as W;
    match command {
        W::Assign { object, .. } => (UseCase::AssignWork, *object),
        W::ReportStatus { object, .. } | W::TakeBackStatus { object, .. } => (UseCase::ReportStatus, *object),
        W::MoveDeadline { object, .. }
        | W::SetMilestone { object, .. }
        | W::SetSchedule { object, .. }
        | W::TieToReport { object, .. }
        | W::AddDependency { object, .. }
        | W::RemoveDependency { object, .. }
        | W::JudgeDuty { object, .. }
        | W::MarkMateriality { object, .. }
        | W::RecordMeeting { object, .. } => (UseCase::PlanWork, *object),
        W::RegisterDeliverable { object, .. } => (UseCase::Deliver, *object),
        W::AddEvidence { deliverable, .. } => (UseCase::Deliver, *deliverable),
        W::JudgeDeliverable { deliverable, verdict: DeliverableVerdict::Withdrawn, .. } => {
            (UseCase::Deliver, *deliverable)
        }
        W::JudgeDeliverable { deliverable, .. } => (UseCase::RecordVerdict, *deliverable),
    }
}

fn of_measure(stream: Stream, command: &measure::Command) -> (UseCase, Vec<Target>) {
    use measure::Command as M;
    let at = |object: &ObjectId| vec![Target::Object(stream, *object)];
    match command {
        M::DefineSeries { .. } => (UseCase::DefineSeries, vec![Target::Year(stream)]),
        M::ReviseCard { series, .. }
        | M::MarkBreak { series, .. }
        | M::CloseSeries { series }
        | M::SetTarget { series, .. }
        | M::ReviseTarget { series, .. }
        | M::DropTarget { series, .. } => (UseCase::DefineSeries, at(series)),
        M::RecordMeasurement { series, .. }
        | M::ReviseMeasurement { series, .. }
        | M::WithdrawMeasurement { series, .. } => (UseCase::RecordFigures, at(series)),
        M::WriteEntry { object, .. } | M::CompleteEntry { object, .. } | M::ReopenEntry { object, .. } => {
            (UseCase::RecordFigures, at(object))
        }
    }
}

fn of_money(command: &money::Command) -> UseCase {
    use money::Command as M;
    match command {
        M::Forecast { .. } | M::ExplainVariance { .. } => UseCase::Forecast,
        _ => UseCase::ManageMoney,
    }
}

fn of_sharing(stream: Stream, command: &sharing::Command) -> (UseCase, Vec<Target>) {
    use sharing::Command as S;
    let each = |objects: &[ObjectId]| objects.iter().map(|object| Target::Object(stream, *object)).collect();
    match command {
        S::Share { objects } => (UseCase::Share, each(objects)),
        S::TakeBack { object } => (UseCase::Share, vec![Target::Object(stream, *object)]),
        S::Submit { objects } => (UseCase::Submit, each(objects)),
    }
}
