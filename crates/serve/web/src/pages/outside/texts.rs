//! The words of a year for those outside the agency.

styrbord_app::texts! {
    LEAD_MINISTRY = "Du ser departementets egne brev og plan, og det {} har delt eller sendt inn, slik det var da.", "Du ser dei eigne breva og planen til departementet, og det {} har delt eller sendt inn, slik det var då.", "You see the ministry's own letters and plan, and what {} has shared or submitted, as it was then.";
    LEAD_PARTNER = "Du ser det dere deltar i sammen med {}, og det som er delt eller sendt inn av det, slik det var da.", "Du ser det de deltek i saman med {}, og det som er delt eller sendt inn av det, slik det var då.", "You see what you take part in together with {}, and what of it was shared or submitted, as it was then.";
    SHOWN = "Delt og sendt inn", "Delt og sendt inn", "Shared and submitted";
    NOTHING_SHOWN = "Ingenting er delt eller sendt inn ennå.", "Ingenting er delt eller sendt inn enno.", "Nothing has been shared or submitted yet.";
    SHARED = "Delt", "Delt", "Shared";
    SUBMITTED = "Sendt inn", "Sendt inn", "Submitted";
    DAY = "Dag", "Dag", "Day";
    NUMBER = "Nr.", "Nr.", "No.";
    TITLE = "Tittel", "Tittel", "Title";
    STATUS = "Status", "Status", "Status";
    GOALS = "Mål", "Mål", "Goals";
    GOAL = "Mål", "Mål", "Goal";
    ASSIGNMENTS = "Oppdrag", "Oppdrag", "Assignments";
    ASSIGNMENTS_COUNTED = "oppdrag|oppdrag", "oppdrag|oppdrag", "assignment|assignments";
    SEE_ASSIGNMENTS = "Se alle:", "Sjå alle:", "See all:";
    NO_ASSIGNMENTS = "Det er ingen oppdrag å vise.", "Det er ingen oppdrag å vise.", "There are no assignments to show.";
    MONEY = "Penger i brevet", "Pengar i brevet", "Money of the letter";
    POST = "Post", "Post", "Post";
    AMOUNT = "Beløp", "Beløp", "Amount";
    LETTERS = "Brev", "Brev", "Letters";
    LETTER = "Brevet", "Brevet", "The letter";
    DUES = "Frister i brevet", "Fristar i brevet", "Deadlines of the letter";
    LATEST = "Sist vist", "Sist vist", "Shown last";
    DELIVERABLE = "Leveranse", "Leveranse", "Deliverable";
    SERIES = "Måleserie", "Måleserie", "Series";
    IN_LETTER = "Slik det står i brevet", "Slik det står i brevet", "As the letter has it";
    NOT_SHOWN = "Virksomheten har ikke delt noe om dette.", "Verksemda har ikkje delt noko om dette.", "The agency has shared nothing of this.";
    GONE = "Et senere brev har tatt dette bort.", "Eit seinare brev har teke dette bort.", "A later letter took this away.";
    LINE = "linje {}", "linje {}", "line {}";
    NO_TEXT = "Teksten i brevet er ikke lagret her.", "Teksten i brevet er ikkje lagra her.", "The text of the letter is not kept here.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
