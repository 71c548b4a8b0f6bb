//! Every kind of command. One that is missing here does not compile.

use crate::{Command, directory, letters, measure, money, sharing, work};

macro_rules! kinds {
    ($($area:ident($module:ident) { $($variant:ident = $name:literal,)* })*) => {
        impl Command {
            /// The name of every kind of command, as `work.report_status`: its area and its name in JSON.
            pub const KINDS: &[&'static str] = &[$($($name,)*)*];

            /// Returns the name of its kind.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Command::$area(command) => match command {
                        $($module::Command::$variant { .. } => $name,)*
                    },)*
                }
            }
        }
    };
}

kinds! {
    Directory(directory) {
        RegisterOrganisation = "directory.register_organisation",
        RenameOrganisation = "directory.rename_organisation",
        NumberOrganisation = "directory.number_organisation",
        AddUnit = "directory.add_unit",
        ChangeUnit = "directory.change_unit",
        CloseUnit = "directory.close_unit",
        RegisterPerson = "directory.register_person",
        RenamePerson = "directory.rename_person",
        SetContact = "directory.set_contact",
        MovePerson = "directory.move_person",
        DeactivatePerson = "directory.deactivate_person",
        ReactivatePerson = "directory.reactivate_person",
        GiveRole = "directory.give_role",
        TakeRole = "directory.take_role",
        ErasePerson = "directory.erase_person",
        EraseText = "directory.erase_text",
    }
    Letters(letters) {
        Start = "letters.start",
        OpenNext = "letters.open_next",
        SetStage = "letters.set_stage",
        Receive = "letters.receive",
        MeetAnnouncement = "letters.meet_announcement",
        AcceptFinding = "letters.accept_finding",
        TakeBackAcceptance = "letters.take_back_acceptance",
        ListFinding = "letters.list_finding",
        UnlistFinding = "letters.unlist_finding",
    }
    Work(work) {
        Assign = "work.assign",
        ReportStatus = "work.report_status",
        TakeBackStatus = "work.take_back_status",
        SetMilestone = "work.set_milestone",
        MoveDeadline = "work.move_deadline",
        SetSchedule = "work.set_schedule",
        TieToReport = "work.tie_to_report",
        AddDependency = "work.add_dependency",
        RemoveDependency = "work.remove_dependency",
        RegisterDeliverable = "work.register_deliverable",
        AddEvidence = "work.add_evidence",
        JudgeDeliverable = "work.judge_deliverable",
        JudgeDuty = "work.judge_duty",
        MarkMateriality = "work.mark_materiality",
        RecordMeeting = "work.record_meeting",
    }
    Measure(measure) {
        DefineSeries = "measure.define_series",
        ReviseCard = "measure.revise_card",
        MarkBreak = "measure.mark_break",
        CloseSeries = "measure.close_series",
        SetTarget = "measure.set_target",
        ReviseTarget = "measure.revise_target",
        DropTarget = "measure.drop_target",
        RecordMeasurement = "measure.record_measurement",
        ReviseMeasurement = "measure.revise_measurement",
        WithdrawMeasurement = "measure.withdraw_measurement",
        WriteEntry = "measure.write_entry",
        CompleteEntry = "measure.complete_entry",
        ReopenEntry = "measure.reopen_entry",
    }
    Money(money) {
        Commit = "money.commit",
        Carry = "money.carry",
        ChangeCommitment = "money.change_commitment",
        Draw = "money.draw",
        Release = "money.release",
        Close = "money.close",
        SubAllocate = "money.sub_allocate",
        ChangeSubAllocation = "money.change_sub_allocation",
        UseAuthorisation = "money.use_authorisation",
        ReturnAuthorisation = "money.return_authorisation",
        LimitAuthorisation = "money.limit_authorisation",
        Charge = "money.charge",
        ChangeCharge = "money.change_charge",
        ReportCharge = "money.report_charge",
        RegisterProject = "money.register_project",
        ChangeProject = "money.change_project",
        DeliverProject = "money.deliver_project",
        PublishProject = "money.publish_project",
        CancelProject = "money.cancel_project",
        Forecast = "money.forecast",
        ExplainVariance = "money.explain_variance",
        ImportActuals = "money.import_actuals",
    }
    Sharing(sharing) {
        Share = "sharing.share",
        TakeBack = "sharing.take_back",
        Submit = "sharing.submit",
    }
}
