//! The access matrix: each use case with how far it reaches for each role.

use styrbord_events::directory::Role;

/// How far a use case reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// The person alone.
    Oneself,
    /// What was shared with or submitted to the organisation of the role as the ministry, and the plan that it gave.
    Shared,
    /// What the organisation of the role takes part in, as the letters have it and as it was shown.
    Joint,
    /// What belongs to the organisation of the role; when the role is for a unit, what that unit or one below it, or
    /// the person, answers for.
    Remit,
    /// What belongs to the organisation of the role, also when the role is for a unit.
    Organisation,
    /// All that is in the database.
    Everywhere,
}

/// The ways in which one role reaches; none when it does not.
pub type Reaches = &'static [Reach];

/// One use case of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What is done.
    pub use_case: UseCase,
    /// For the controller of the agency.
    pub controller: Reaches,
    /// For who reports for a unit.
    pub unit: Reaches,
    /// For who leads the organisation or a unit.
    pub leader: Reaches,
    /// For who steers from the ministry.
    pub steward: Reaches,
    /// For who takes part on behalf of another agency.
    pub partner: Reaches,
    /// For who reads.
    pub reader: Reaches,
    /// For who gives and takes roles.
    pub administrator: Reaches,
    /// For who runs the installation, whatever roles the person has.
    pub operator: Reaches,
    /// For everybody with an account.
    pub everybody: Reaches,
}

impl Row {
    /// Returns how far the use case reaches for a role.
    pub fn of(&self, role: Role) -> Reaches {
        match role {
            Role::Controller => self.controller,
            Role::Unit => self.unit,
            Role::Leader => self.leader,
            Role::Steward => self.steward,
            Role::Partner => self.partner,
            Role::Reader => self.reader,
            Role::Administrator => self.administrator,
        }
    }
}

/// Names the use cases and their rows, once: controller, unit, leader, steward, partner, reader, administrator,
/// operator, everybody.
macro_rules! matrix {
    ($($(#[$doc:meta])* $case:ident: [$($reaches:expr),*],)*) => {
        /// Something that a person does here.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum UseCase {
            $($(#[$doc])* $case,)*
        }

        impl UseCase {
            /// Every use case, in the order of the matrix.
            pub const ALL: &[Self] = &[$(Self::$case,)*];
        }

        /// Who may do what, how far. What is not here nobody may.
        pub const MATRIX: &[Row] = &[$(row(UseCase::$case, [$($reaches),*]),)*];
    };
}

const fn row(use_case: UseCase, reaches: [Reaches; 9]) -> Row {
    let [controller, unit, leader, steward, partner, reader, administrator, operator, everybody] = reaches;
    Row { use_case, controller, unit, leader, steward, partner, reader, administrator, operator, everybody }
}

const NO: Reaches = &[];
const ME: Reaches = &[Reach::Oneself];
const MINE: Reaches = &[Reach::Remit];
const ORG: Reaches = &[Reach::Organisation];
const SHOWN: Reaches = &[Reach::Shared];
const JOINT: Reaches = &[Reach::Joint];
/// Roles that agency and ministry both have: of the own organisation all, of a steered one what is shown.
const BOTH: Reaches = &[Reach::Organisation, Reach::Shared];
const MINE_OR_SHOWN: Reaches = &[Reach::Remit, Reach::Shared];
const EVERY: Reaches = &[Reach::Everywhere];

matrix! {
    // columns:          controller unit leader steward partner reader administrator operator everybody
    /// Sees that there is a year, and its state in brief.
    SeeYear: [ORG, ORG, BOTH, SHOWN, JOINT, BOTH, NO, NO, NO],
    /// Reads the letters and what they hold, with the deadlines that hold now.
    ReadPlan: [ORG, ORG, BOTH, SHOWN, JOINT, BOTH, NO, NO, NO],
    /// Reads what is wrong in a letter; the agency's own affair until it says so.
    ReadFindings: [ORG, ORG, ORG, NO, NO, ORG, NO, NO, NO],
    /// Reads how far an object is: status, who answers for it, deliverables, figures, money of it.
    ReadWork: [MINE, MINE, MINE_OR_SHOWN, SHOWN, JOINT, MINE_OR_SHOWN, NO, NO, NO],
    /// Reads the money of the year as a whole.
    ReadMoney: [MINE, NO, MINE, NO, NO, MINE, NO, NO, NO],
    /// Reads who did what, when and why.
    ReadHistory: [MINE, MINE, MINE, NO, NO, MINE, NO, NO, NO],
    /// Starts a year, opens the next, takes it on and closes it.
    RunYear: [MINE, NO, NO, NO, NO, NO, NO, NO, NO],
    /// Takes in a letter, a supplement, an order.
    TakeInLetter: [MINE, NO, NO, NO, NO, NO, NO, NO, NO],
    /// Accepts a finding with a reason.
    AcceptFinding: [MINE, NO, NO, NO, NO, NO, NO, NO, NO],
    /// Says who does something.
    AssignWork: [MINE, NO, MINE, NO, NO, NO, NO, NO, NO],
    /// Plans work: moves deadlines, own days, ties, meetings, duties, materiality.
    PlanWork: [MINE, NO, MINE, NO, NO, NO, NO, NO, NO],
    /// Reports how far something is, and takes that back.
    ReportStatus: [MINE, MINE, MINE, NO, NO, NO, NO, NO, NO],
    /// Registers what was delivered, and what shows it.
    Deliver: [MINE, MINE, MINE, NO, NO, NO, NO, NO, NO],
    /// Records what the ministry said of a deliverable.
    RecordVerdict: [MINE, NO, MINE, NO, NO, NO, NO, NO, NO],
    /// Defines series, cards and targets.
    DefineSeries: [MINE, NO, NO, NO, NO, NO, NO, NO, NO],
    /// Records figures, and writes data, analysis and assessment.
    RecordFigures: [MINE, MINE, MINE, NO, NO, NO, NO, NO, NO],
    /// Binds, allots and pays money, and books actuals.
    ManageMoney: [MINE, NO, NO, NO, NO, NO, NO, NO, NO],
    /// Forecasts, and explains variance.
    Forecast: [MINE, NO, MINE, NO, NO, NO, NO, NO, NO],
    /// Shares objects with the ministry and with those who take part, and takes that back.
    Share: [MINE, NO, MINE, NO, NO, NO, NO, NO, NO],
    /// Submits objects to the ministry.
    Submit: [MINE, NO, MINE, NO, NO, NO, NO, NO, NO],
    /// Reads who works where, and which roles they have.
    ReadPeople: [ORG, ORG, ORG, ORG, ORG, ORG, ORG, EVERY, ME],
    /// Registers and changes people.
    ManagePeople: [NO, NO, NO, NO, NO, NO, MINE, EVERY, NO],
    /// Adds, changes and closes units.
    ManageUnits: [NO, NO, NO, NO, NO, NO, MINE, EVERY, NO],
    /// Gives and takes roles.
    GiveRoles: [NO, NO, NO, NO, NO, NO, MINE, EVERY, NO],
    /// Registers an organisation that a letter names.
    RegisterOrganisation: [EVERY, NO, NO, NO, NO, NO, EVERY, EVERY, NO],
    /// Renames an organisation, or gives it its number.
    ManageOrganisation: [NO, NO, NO, NO, NO, NO, MINE, EVERY, NO],
    /// Erases name and contacts of a person.
    ErasePerson: [NO, NO, NO, NO, NO, NO, MINE, EVERY, NO],
    /// Erases a single text, wherever it stands.
    EraseText: [NO, NO, NO, NO, NO, NO, NO, EVERY, NO],
    /// Makes and closes accounts, gives codes for a new password, ends sessions of others.
    ManageAccounts: [NO, NO, NO, NO, NO, NO, MINE, EVERY, NO],
    /// Reads who changed people, units and roles, when and why.
    ReadAudit: [NO, NO, NO, NO, NO, NO, MINE, EVERY, NO],
    /// Backs the database up and verifies it.
    KeepInstallation: [NO, NO, NO, NO, NO, NO, NO, EVERY, NO],
    /// Changes the own password and language, ends own sessions, makes tokens and feeds.
    OwnAccount: [NO, NO, NO, NO, NO, NO, NO, NO, ME],
}

impl UseCase {
    /// Tells whether it is about what is in the years, not about people and the installation.
    pub fn is_of_years(self) -> bool {
        self <= UseCase::Submit
    }

    /// Tells whether it changes nothing.
    pub fn reads(self) -> bool {
        matches!(
            self,
            UseCase::SeeYear
                | UseCase::ReadPlan
                | UseCase::ReadFindings
                | UseCase::ReadWork
                | UseCase::ReadMoney
                | UseCase::ReadHistory
                | UseCase::ReadPeople
                | UseCase::ReadAudit
        )
    }
}

/// What an agency's year holds besides the plan of its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Content {
    /// How far something is, who answers for it, and what was said of that.
    Work,
    /// What was delivered, and what shows it.
    Delivered,
    /// Figures and targets of a series, with its method.
    Figures,
    /// What is reported on a series or a part of the plan.
    Entries,
    /// What was shown to others, as it was then.
    Shown,
    /// What a unit was given of a post.
    Given,
    /// Everything that was done to an object.
    History,
    /// What is bound, used and expected of the whole year.
    Money,
    /// What was decided about what is wrong in the letters.
    Decisions,
}

/// By which use case what is in a year is opened: of a whole year, else object by object. What is not opened is not
/// there for whoever looks at the year.
pub const CONTENTS: &[(Content, UseCase)] = &[
    (Content::Work, UseCase::ReadWork),
    (Content::Delivered, UseCase::ReadWork),
    (Content::Figures, UseCase::ReadWork),
    (Content::Entries, UseCase::ReadWork),
    (Content::Shown, UseCase::ReadWork),
    (Content::Given, UseCase::ReadWork),
    (Content::History, UseCase::ReadHistory),
    (Content::Money, UseCase::ReadMoney),
    (Content::Decisions, UseCase::ReadFindings),
];
