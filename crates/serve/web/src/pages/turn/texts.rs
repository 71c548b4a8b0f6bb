//! The words of the pages about the year as a whole.

styrbord_app::texts! {
    YEAR = "Året", "Året", "The year";
    STAGE = "Start eller avslutt året", "Start eller avslutt året", "Let the year run, or close it";
    STAGE_LEAD = "Et planlagt år settes i gang, og et år som løper, avsluttes. Et avsluttet år kan ikke endres.", "Eit planlagt år blir sett i gang, og eit år som går, blir avslutta. Eit avslutta år kan ikkje endrast.", "A planned year begins to run, and a running year is closed. A closed year cannot be changed.";
    RUNNING = "Løper fra nå av", "Går frå no av", "Runs from now on";
    CLOSED = "Avsluttet: ingenting kan endres lenger", "Avslutta: ingenting kan endrast lenger", "Closed: nothing can be changed any longer";
    NEXT = "Åpne neste år", "Opne neste år", "Open the next year";
    NEXT_LEAD = "Neste år åpnes som planlagt ved siden av dette. Det som står åpent, følger med: oppdrag, bindinger, serier og egne frister.", "Neste år blir opna som planlagt ved sida av dette. Det som står ope, følgjer med: oppdrag, bindingar, seriar og eigne fristar.", "The next year opens as planned beside this one. What is open goes with it: assignments, commitments, series and milestones.";
    MET = "Noe varslet er kommet", "Noko varsla er kome", "Something announced has come";
    MET_LEAD = "Velg det departementet varslet, og brevet det kom med.", "Vel det departementet varsla, og brevet det kom med.", "Choose what the ministry announced, and the letter by which it came.";
    ANNOUNCED = "Hva som var varslet", "Kva som var varsla", "What was announced";
    CAME_BY = "Brevet det kom med", "Brevet det kom med", "The letter by which it came";
    REASON = "Begrunnelse", "Grunngiving", "Reason";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
