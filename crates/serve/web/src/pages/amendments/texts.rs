//! The words of amendments.

styrbord_app::texts! {
    TITLE = "Endringer gjennom året", "Endringar gjennom året", "Amendments of the year";
    LEAD = "Brevene i den rekkefølgen de ble tatt inn, med det hvert av dem endret.", "Breva i den rekkjefølgja dei vart tekne inn, med det kvart av dei endra.", "The letters in the order in which they were taken in, with what each of them changed.";
    IN_FORCE = "Gjelder fra", "Gjeld frå", "Holds from";
    LETTER = "Brev", "Brev", "Letter";
    NUMBER = "Nummer", "Nummer", "Number";
    WHAT = "Hva det endret", "Kva det endra", "What it changed";
    BY_MONEY = "Utgifter", "Utgifter", "Expenditure";
    SEE = "Bare endringene", "Berre endringane", "Only the changes";
    READ = "Les brevet", "Les brevet", "Read the letter";
    PLAN = "Planen slik den gjelder", "Planen slik han gjeld", "The plan as it holds";
    BEGINS = "gir året planen", "gjev året planen", "gives the year its plan";
    NEW_LETTER = "Ta inn et brev", "Ta inn eit brev", "Take a letter in";
    NEW_LEAD = "Supplerende tildelingsbrev, rundskriv, oppdragsbrev, eller tildelingsbrevet på nytt, rettet. Du ser hva det endrer før noe lagres.", "Supplerande tildelingsbrev, rundskriv, oppdragsbrev, eller tildelingsbrevet på nytt, retta. Du ser kva det endrar før noko blir lagra.", "A supplementary letter, circular, order, or the allocation letter again, corrected. You see what it changes before anything is kept.";
    FILE = "Brevet", "Brevet", "The letter";
    FILE_HINT = "PDF, Word (.docx), nettside (.html), Markdown eller ren tekst. Opptil 20 MB.", "PDF, Word (.docx), nettside (.html), Markdown eller rein tekst. Opptil 20 MB.", "PDF, Word (.docx), web page (.html), Markdown or plain text. Up to 20 MB.";
    KIND = "Slag", "Slag", "Kind";
    AS_SAID = "Som brevet selv sier", "Som brevet sjølv seier", "As the letter itself says";
    OWN_NUMBER = "Brevets eget nummer", "Brevets eige nummer", "The letter's own number";
    ON = "Gjelder fra", "Gjeld frå", "Holds from";
    ON_HINT = "Brevets egen dato når feltet er tomt.", "Brevets eigen dato når feltet er tomt.", "The letter's own date when the field is empty.";
    ON_WRONG = "Skriv en dato, som 27.06.2025", "Skriv ein dato, som 27.06.2025", "Write a date, such as 27.06.2025";
    NO_FILE = "Velg en fil", "Vel ei fil", "Choose a file";
    SHOW_WHAT = "Vis hva det endrer", "Vis kva det endrar", "Show what it changes";
    WAIT = "Lesingen tar som regel under ett sekund.", "Lesinga tek som regel under eitt sekund.", "Reading takes less than a second as a rule.";
    BETWEEN = "Hva er endret mellom to dager?", "Kva er endra mellom to dagar?", "What changed between two days?";
    FROM = "Fra", "Frå", "From";
    TO = "Til", "Til", "To";
    COMPARE = "Sammenlign", "Samanlikn", "Compare";
    BETWEEN_TITLE = "Endringer fra {} til {}", "Endringar frå {} til {}", "Changes from {} to {}";
    ORDER_WRONG = "Den første dagen må komme før den siste", "Den første dagen må kome før den siste", "The first day has to come before the last";
    PREVIEW = "Dette endrer brevet", "Dette endrar brevet", "What the letter changes";
    NOT_KEPT = "Ingenting er lagret ennå.", "Ingenting er lagra enno.", "Nothing is kept yet.";
    ONLY = "Bare endringene", "Berre endringane", "Only the changes";
    NOTHING = "endrer ingenting som er forstått", "endrar ingenting som er forstått", "changes nothing that was understood";
    NO_CHANGES = "Ingenting er endret.", "Ingenting er endra.", "Nothing has changed.";
    COUNT_NEW = "ny|nye", "ny|nye", "new|new";
    COUNT_CHANGED = "endret|endret", "endra|endra", "changed|changed";
    COUNT_GONE = "falt bort|falt bort", "fall bort|fall bort", "gone|gone";
    MONEY = "Hva det gjør med pengene", "Kva det gjer med pengane", "What it does to the money";
    POST = "Post", "Post", "Post";
    NAME = "Betegnelse", "Nemning", "Title";
    BEFORE = "Før", "Før", "Before";
    CHANGE = "Endring", "Endring", "Change";
    AFTER = "Nå", "No", "Now";
    SPENDING = "Sum utgifter", "Sum utgifter", "Total expenditure";
    INCOME = "Sum inntekter", "Sum inntekter", "Total income";
    MET = "Dette var varslet, og kom", "Dette var varsla, og kom", "This was announced, and came";
    MEETS = "Kommer noe som er varslet, med dette brevet?", "Kjem noko som er varsla, med dette brevet?", "Does anything that was announced come with this letter?";
    CONFIRM = "Ta brevet inn i året", "Ta brevet inn i året", "Take the letter into the year";
    CONFIRM_LEAD = "Endringene gjelder fra den dagen brevet gjelder. Det som gjaldt før, blir stående i historikken.", "Endringane gjeld frå den dagen brevet gjeld. Det som galdt før, blir ståande i historikken.", "The changes hold from the day from which the letter holds. What held before stays in the history.";
    BACK = "Tilbake uten å ta det inn", "Tilbake utan å ta det inn", "Back without taking it in";
    QUESTIONS = "Brevet lar noe stå åpent", "Brevet lèt noko stå ope", "The letter leaves something open";
    QUESTIONS_LEAD = "Styrbord gjetter ikke. Svar på spørsmålene, så ser du endringene etterpå.", "Styrbord gissar ikkje. Svar på spørsmåla, så ser du endringane etterpå.", "Styrbord does not guess. Answer the questions, then you see the changes.";
    ANSWER = "Svar på spørsmål {}", "Svar på spørsmål {}", "Answer question {}";
    QUESTION = "Spørsmål {}", "Spørsmål {}", "Question {}";
    GO_ON = "Fortsett", "Hald fram", "Go on";
    NEW_PART = "Noe nytt, som året ikke har", "Noko nytt, som året ikkje har", "Something new that the year does not have";
    LEFT_OUT = "Ingen av dem: la det stå som det er", "Ingen av dei: lat det stå som det er", "None of them: leave it as it is";
    WHY_AMBIGUOUS = "Det kan være flere deler like gjerne. Hvilken er det?", "Det kan vere fleire delar like gjerne. Kva for ein er det?", "It could be several parts equally well. Which one is it?";
    WHY_SPLIT = "En del ser ut til å være delt i flere. Er dette fortsettelsen, eller noe nytt?", "Ein del ser ut til å vere delt i fleire. Er dette framhaldet, eller noko nytt?", "A part seems to be divided. Does this one continue it, or is it new?";
    WHY_MERGED = "Flere deler ser ut til å være slått sammen. Hvilken fortsetter?", "Fleire delar ser ut til å vere slått saman. Kva for ein held fram?", "Several parts seem to be joined. Which one continues?";
    WHY_LEFT_OVER = "Det rettede brevet har denne og mangler andre. Er den en av dem, eller ny?", "Det retta brevet har denne og manglar andre. Er ho ein av dei, eller ny?", "The corrected letter has this one and lacks others. Is it one of them, or new?";
    WHY_CHANGED_SINCE = "Rettingen endrer det et senere brev har endret. Skal rettingen gjelde?", "Rettinga endrar det eit seinare brev har endra. Skal rettinga gjelde?", "The correction changes what a later letter has changed. Is the correction to hold?";
    WHY_GONE = "Det rettede brevet mangler det et senere brev har endret. Skal det bort?", "Det retta brevet manglar det eit seinare brev har endra. Skal det bort?", "The corrected letter lacks what a later letter has changed. Is it to go?";
    WHY_WORKED_ON = "Det rettede brevet mangler det noen har arbeidet med. Skal det bort?", "Det retta brevet manglar det nokon har arbeidd med. Skal det bort?", "The corrected letter lacks what people have worked on. Is it to go?";
    WHY_UNCLEAR_REPEAL = "Noe faller bort. Hvilken del er det?", "Noko fell bort. Kva for ein del er det?", "Something falls away. Which part is it?";
    WHY_UNKNOWN_REPEAL = "Noe faller bort som året ikke har.", "Noko fell bort som året ikkje har.", "Something falls away that the year does not have.";
    FOLLOW = "Ja: {}", "Ja: {}", "Yes: {}";
    TAKEN_IN = "Tatt inn. Dette ble endret i året.", "Teke inn. Dette vart endra i året.", "Taken in. This changed in the year.";
    LINE = "linje {}", "linje {}", "line {}";
    PAGE_LINE = "side {}, linje {}", "side {}, linje {}", "page {}, line {}";
    LETTER_LINE = "brev {}, {}", "brev {}, {}", "letter {}, {}";
    PLAN_TITLE = "Planen slik den gjelder", "Planen slik han gjeld", "The plan as it holds";
    PLAN_LEAD = "Alle brevene lagt sammen. Det som er endret siden tildelingsbrevet, er merket.", "Alle breva lagde saman. Det som er endra sidan tildelingsbrevet, er merkt.", "All letters put together. What has changed since the allocation letter is marked.";
    KINDS = "Hva planen holder", "Kva planen held", "What the plan holds";
    ALL_CHANGES = "Endringer gjennom året", "Endringar gjennom året", "Amendments of the year";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
