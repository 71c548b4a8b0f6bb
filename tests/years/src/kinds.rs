//! Every kind of command. One that is missing here does not compile.

use styrbord_events::{Command, directory, letters, measure, money, sharing, work};

macro_rules! kinds {
    ($($area:ident($module:ident): $($variant:ident)*;)*) => {
        /// The name of every kind of command, by area.
        pub const KINDS: &[&str] =
            &[$($(concat!(stringify!($module), ".", stringify!($variant)),)*)*];

        /// Returns the name of a command's kind, as `work.ReportStatus`.
        pub fn kind(command: &Command) -> &'static str {
            match command {
                $(Command::$area(command) => match command {
                    $($module::Command::$variant { .. } =>
                        concat!(stringify!($module), ".", stringify!($variant)),)*
                },)*
            }
        }
    };
}

kinds! {
    Directory(directory): RegisterOrganisation RenameOrganisation NumberOrganisation AddUnit ChangeUnit CloseUnit
        RegisterPerson RenamePerson SetContact MovePerson DeactivatePerson ReactivatePerson GiveRole TakeRole
        ErasePerson EraseText;
    Letters(letters): Start OpenNext SetStage Receive MeetAnnouncement AcceptFinding TakeBackAcceptance ListFinding
        UnlistFinding;
    Work(work): Assign ReportStatus MoveDeadline SetSchedule TieToReport AddDependency RemoveDependency
        RegisterDeliverable AddEvidence JudgeDeliverable JudgeDuty MarkMateriality RecordMeeting;
    Measure(measure): DefineSeries ReviseCard MarkBreak CloseSeries SetTarget ReviseTarget DropTarget
        RecordMeasurement ReviseMeasurement WithdrawMeasurement WriteEntry CompleteEntry ReopenEntry;
    Money(money): Commit Carry ChangeCommitment Draw Release Close SubAllocate ChangeSubAllocation UseAuthorisation
        ReturnAuthorisation LimitAuthorisation Charge ChangeCharge ReportCharge RegisterProject ChangeProject
        DeliverProject PublishProject CancelProject Forecast ExplainVariance ImportActuals;
    Sharing(sharing): Share TakeBack Submit;
}
