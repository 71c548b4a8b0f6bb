//! The words of the feeds.

styrbord_app::texts! {
    PAGE = "Abonner på kalenderen", "Abonner på kalenderen", "Subscribe to the calendar";
    LEAD = "Outlook, Google Kalender og andre kalendere kan hente fristene selv. Lag en hemmelig adresse og lim den inn der. Kalenderen viser det du selv har tilgang til, til enhver tid.", "Outlook, Google Kalender og andre kalendrar kan hente fristane sjølve. Lag ei hemmeleg adresse og lim ho inn der. Kalenderen viser det du sjølv har tilgang til, til kvar tid.", "Outlook, Google Calendar and other calendars can fetch the deadlines by themselves. Make a secret address and paste it there. The calendar shows what you have access to yourself, at any time.";
    NEW = "Lag en ny adresse", "Lag ei ny adresse", "Make a new address";
    LABEL = "Navn på adressen", "Namn på adressa", "Name of the address";
    LABEL_HINT = "Så du kjenner den igjen, for eksempel «Outlook på jobb».", "Så du kjenner ho att, til dømes «Outlook på jobb».", "So that you know it again, for example “Outlook at work”.";
    SCOPE = "Hva kalenderen viser", "Kva kalenderen viser", "What the calendar shows";
    OWN = "Det du selv er ansvarlig for", "Det du sjølv er ansvarleg for", "What you answer for yourself";
    OWN_NAME = "mine frister", "fristane mine", "my deadlines";
    OF_UNIT = "Enheten {}", "Eininga {}", "The unit {}";
    OF_AGENCY = "Alt du ser i {}", "Alt du ser i {}", "All that you see in {}";
    GONE = "Noe som ikke finnes lenger", "Noko som ikkje finst lenger", "Something that is no more";
    MAKE = "Lag adresse", "Lag adresse", "Make the address";
    MADE = "Adressen er laget. Kopier den nå: den vises bare denne ene gangen.", "Adressa er laga. Kopier ho no: ho blir vist berre denne eine gongen.", "The address is made. Copy it now: it is shown this once only.";
    KEEP = "Den som har adressen, kan lese kalenderen. Trekk den tilbake hvis den kommer på avveie.", "Den som har adressa, kan lese kalenderen. Trekk ho tilbake om ho kjem på avvegar.", "Whoever has the address can read the calendar. Revoke it if it goes astray.";
    OPEN = "Åpne i kalenderprogrammet", "Opne i kalenderprogrammet", "Open in the calendar program";
    YOURS = "Dine adresser", "Adressene dine", "Your addresses";
    NONE = "Du har ingen adresser ennå.", "Du har ingen adresser enno.", "You have no addresses yet.";
    WHEN_MADE = "Laget", "Laga", "Made";
    SEEN = "Sist hentet", "Sist henta", "Last fetched";
    NEVER = "aldri", "aldri", "never";
    REVOKE = "Trekk tilbake", "Trekk tilbake", "Revoke";
    REVOKED = "Adressen er trukket tilbake.", "Adressa er trekt tilbake.", "The address is revoked.";
    NAME = "Styrbord: {}", "Styrbord: {}", "Styrbord: {}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_feeds_are_complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
