//! The words of the forms about money that are pages of their own.

styrbord_app::texts! {
    OF_YEAR = "Pengene for året", "Pengane for året", "The money of the year";
    CHANGE = "Endre", "Endre", "Change";
    CHANGE_COMMITMENT_LEAD = "Skriv alt som er bundet fra nå av, en linje for hvert år. Det som er betalt, kan ikke løses.", "Skriv alt som er bunde frå no av, ei linje for kvart år. Det som er betalt, kan ikkje løysast.", "Write all that is bound from now on, a line for each year. What was paid cannot be unbound.";
    DRAW = "Før en betaling", "Før ei betaling", "Record a payment";
    DRAW_LEAD = "Et beløp under null er betalt tilbake.", "Eit beløp under null er betalt tilbake.", "An amount below zero was paid back.";
    RELEASE = "Gi tilbake", "Gje tilbake", "Give back";
    RELEASE_LEAD = "Det som ikke trengs i år, blir fritt på posten igjen.", "Det som ikkje trengst i år, blir fritt på posten att.", "What is not needed this year is free on the post again.";
    CLOSE = "Avslutt", "Avslutt", "End";
    CLOSE_LEAD = "Bindingen avsluttes. Det som ikke er betalt, blir fritt igjen, også i senere år.", "Bindinga blir avslutta. Det som ikkje er betalt, blir fritt att, også i seinare år.", "The commitment ends. What was not paid is free again, of later years too.";
    ZERO_TAKES_BACK = "Skriv beløpet som gjelder fra nå av. Null tar det tilbake.", "Skriv beløpet som gjeld frå no av. Null tek det tilbake.", "Write the amount from now on. Zero takes it back.";
    RETURN = "Gi tilbake", "Gje tilbake", "Give back";
    RETURN_LEAD = "Det som likevel ikke ble brukt av fullmakten, kan brukes på nytt.", "Det som likevel ikkje vart brukt av fullmakta, kan brukast på nytt.", "What was not used of the authorisation after all can be used again.";
    GIVE_CHARGE = "Gi belastningsfullmakt", "Gje belastningsfullmakt", "Give a charge authorisation";
    GIVE_CHARGE_LEAD = "En annen virksomhet får belaste denne posten.", "Ei anna verksemd får belaste denne posten.", "Another agency may charge this post.";
    RECEIVE_CHARGE = "Før en mottatt belastningsfullmakt", "Før ei motteken belastningsfullmakt", "Record a charge authorisation received";
    RECEIVE_CHARGE_LEAD = "Virksomheten får belaste en post hos en annen. Beløpet er ikke en del av egen tildeling.", "Verksemda får belaste ein post hos ei anna. Beløpet er ikkje ein del av eiga tildeling.", "The agency may charge a post of another one. The amount is no part of its own allocation.";
    REPORT_CHARGE = "Meld forbruk", "Meld forbruk", "Report the use";
    REPORT_CHARGE_LEAD = "Hvor mye som er brukt fra årets begynnelse til utgangen av måneden.", "Kor mykje som er brukt frå byrjinga av året til utgangen av månaden.", "How much was used from the start of the year to the end of the month.";
    REGISTER = "Registrer forskningsprosjekt", "Registrer forskingsprosjekt", "Register a research project";
    REGISTER_LEAD = "Et prosjekt som posten betaler, med det som er bundet og det som er satt av i hvert år.", "Eit prosjekt som posten betaler, med det som er bunde og det som er sett av i kvart år.", "A project that the post pays, with what is bound and what is set aside in each year.";
    CHANGE_PROJECT_LEAD = "Skriv alt prosjektet koster fra nå av, en linje for hvert år.", "Skriv alt prosjektet kostar frå no av, ei linje for kvart år.", "Write all that the project costs from now on, a line for each year.";
    DELIVER = "Før leveranse", "Før leveranse", "Record a delivery";
    DELIVER_LEAD = "Hva prosjektet har levert, og hvor det ligger.", "Kva prosjektet har levert, og kvar det ligg.", "What the project delivered, and where it lies.";
    PUBLISH = "Før publisering", "Før publisering", "Record a publication";
    PUBLISH_LEAD = "Hvor resultatet er publisert.", "Kvar resultatet er publisert.", "Where the result is published.";
    CANCEL = "Avlys prosjektet", "Avlys prosjektet", "Cancel the project";
    CANCEL_LEAD = "Det som var satt av til prosjektet, blir fritt igjen.", "Det som var sett av til prosjektet, blir fritt att.", "What was set aside for the project is free again.";
    AMOUNTS = "Bundet i hvert år", "Bunde i kvart år", "Bound in each year";
    COMMITTED = "Bundet i hvert år", "Bunde i kvart år", "Bound in each year";
    NEW = "Satt av og ikke bundet ennå", "Sett av og ikkje bunde enno", "Set aside and not yet bound";
    YEARS_HINT = "Én linje for hvert år: 2026: 1 500 000", "Éi linje for kvart år: 2026: 1 500 000", "A line for each year: 2026: 1 500 000";
    NO_YEAR = "«{}» er ikke et år med et beløp. Skriv for eksempel 2026: 1 500 000", "«{}» er ikkje eit år med eit beløp. Skriv til dømes 2026: 1 500 000", "“{}” is no year with an amount. Write for example 2026: 1 500 000";
    AMOUNT = "Beløp", "Beløp", "Amount";
    NEW_AMOUNT = "Nytt beløp", "Nytt beløp", "New amount";
    AMOUNT_PAID = "Betalt", "Betalt", "Paid";
    USED_SO_FAR = "Brukt hittil i år", "Brukt hittil i år", "Used so far this year";
    AMOUNT_HINT = "Skriv for eksempel 1 500 000 eller 1,5 mill.", "Skriv til dømes 1 500 000 eller 1,5 mill.", "Write for example 1 500 000 or 1,5 mill.";
    OVER = "Grunn til at det er mer enn posten har", "Grunn til at det er meir enn posten har", "Why it is more than the post has";
    OVER_HINT = "Trengs bare når det er mer.", "Trengst berre når det er meir.", "Needed only when it is more.";
    REASON = "Begrunnelse", "Grunngiving", "Reason";
    MONTH = "Måned", "Månad", "Month";
    CLOSING = "årsavslutning (13)", "årsavslutning (13)", "closing period (13)";
    TO = "Til hvem", "Til kven", "To whom";
    FROM = "Fra hvem", "Frå kven", "From whom";
    FOR_WHAT = "Hva det gjelder", "Kva det gjeld", "For what";
    THEIR_POST = "Kapittel og post der", "Kapittel og post der", "Chapter and post there";
    THEIR_POST_HINT = "Som 671.60", "Som 671.60", "As 671.60";
    NO_POST_NUMBER = "«{}» er ingen post. Skriv kapittel og post, som 671.60", "«{}» er ingen post. Skriv kapittel og post, som 671.60", "“{}” is no post. Write chapter and post, as 671.60";
    TITLE = "Tittel", "Tittel", "Title";
    PERFORMER = "Hvem som gjør det", "Kven som gjer det", "Who does it";
    ASSIGNMENT = "Oppdrag som ber om det", "Oppdrag som ber om det", "Assignment that asks for it";
    PORTION = "Del av posten i brevet", "Del av posten i brevet", "Portion of the post in the letter";
    NONE = "Ingen", "Ingen", "None";
    DELIVERED_WHAT = "Hva som er levert, og hvor det ligger", "Kva som er levert, og kvar det ligg", "What was delivered, and where it lies";
    PUBLISHED_WHERE = "Hvor det er publisert", "Kvar det er publisert", "Where it is published";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
