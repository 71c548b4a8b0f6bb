//! The words of who sees what.

styrbord_app::texts! {
    TITLE = "Deling med departementet", "Deling med departementet", "Sharing with the ministry";
    LEAD = "Alt er bare synlig i virksomheten til det blir delt eller sendt inn. De andre ser det slik det var da. Det som er sendt inn, kan ikke trekkes tilbake.", "Alt er berre synleg i verksemda til det blir delt eller sendt inn. Dei andre ser det slik det var då. Det som er sendt inn, kan ikkje trekkjast tilbake.", "Everything is visible in the agency alone until it is shared or submitted. The others see it as it was then. What is submitted cannot be taken back.";
    INTERNAL = "Bare i virksomheten", "Berre i verksemda", "In the agency only";
    SHARED = "Delt", "Delt", "Shared";
    SUBMITTED = "Sendt inn", "Sendt inn", "Submitted";
    CHANGED = "Endret siden", "Endra sidan", "Changed since";
    CHANGED_SINCE = "Det er endret siden de andre fikk se det.", "Det er endra sidan dei andre fekk sjå det.", "It has changed since the others were shown it.";
    STATE = "Hvem ser det", "Kven ser det", "Who sees it";
    KIND = "Hva", "Kva", "What";
    ANY = "Alle", "Alle", "All";
    DELIVERABLE = "Leveranse", "Leveranse", "Deliverable";
    SERIES = "Måleserie", "Måleserie", "Series";
    OBJECT = "Tittel", "Tittel", "Title";
    CHOOSE_ONE = "Velg {}", "Vel {}", "Choose {}";
    CHOSEN = "Valgt", "Vald", "Chosen";
    SINCE_WHEN = "Når og av hvem", "Når og av kven", "When and by whom";
    WOULD = "Det de ville se nå", "Det dei ville sjå no", "What they would see now";
    WOULD_SEE = "Det departementet ville se nå", "Det departementet ville sjå no", "What the ministry would see now";
    WHO_SEES = "Hvem ser dette", "Kven ser dette", "Who sees this";
    SHARE = "Del", "Del", "Share";
    SHARE_AGAIN = "Del på nytt", "Del på nytt", "Share again";
    SUBMIT = "Send inn", "Send inn", "Submit";
    TAKE_BACK = "Trekk tilbake", "Trekk tilbake", "Take back";
    CHOOSE = "Velg minst ett objekt", "Vel minst eitt objekt", "Choose at least one object";
    FILTER = "Velg hva som vises", "Vel kva som blir vist", "Choose what is shown";
    SHOW = "Vis", "Vis", "Show";
    FOUND = "objekt|objekter", "objekt|objekt", "object|objects";
    NONE = "Ingenting passer. Velg noe annet ovenfor.", "Ingenting passar. Vel noko anna ovanfor.", "Nothing fits. Choose something else above.";
    OPERATOR = "driftsansvarlig", "driftsansvarleg", "the operator";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
