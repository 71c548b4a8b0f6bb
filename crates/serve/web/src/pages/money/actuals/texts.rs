//! The words of the import of actuals.

styrbord_app::texts! {
    PAGE = "Regnskapstall fra fil", "Rekneskapstal frå fil", "Actuals from a file";
    LEAD = "Filen vises først, og ingenting lagres før du bokfører. Bare kapittel, post, måned, konto og beløp leses; tekster og navn blir i filen.", "Fila blir vist først, og ingenting blir lagra før du bokfører. Berre kapittel, post, månad, konto og beløp blir lesne; tekstar og namn blir i fila.", "The file is shown first, and nothing is kept before you book it. Only chapter, post, month, account and amount are read; texts and names stay in the file.";
    SEND = "Send inn en fil", "Send inn ei fil", "Send in a file";
    KIND = "Hva filen er", "Kva fila er", "What the file is";
    STATE_ACCOUNTS = "Statsregnskapet fra DFØ", "Statsrekneskapen frå DFØ", "The state accounts from DFØ";
    LEDGER = "Virksomhetens hovedbok", "Hovudboka til verksemda", "The agency's ledger";
    OF = "Virksomhet", "Verksemd", "Agency";
    OF_HINT = "Nummer eller navn, når statsregnskapet har flere virksomheter.", "Nummer eller namn, når statsrekneskapen har fleire verksemder.", "Number or name, when the state accounts have several agencies.";
    FILE = "Fil (CSV)", "Fil (CSV)", "File (CSV)";
    PREVIEW = "Se hva filen endrer", "Sjå kva fila endrar", "See what the file changes";
    SHOWN = "Slik leses {}", "Slik blir {} lesen", "How {} is read";
    LINES = "Linjer lest", "Linjer lesne", "Lines read";
    OTHERS = "Linjer for andre virksomheter", "Linjer for andre verksemder", "Lines of other agencies";
    RESULT = "Summer", "Summar", "Sums";
    BY_MONTH = "Sum for hver måned", "Sum for kvar månad", "Sum of each month";
    BY_POST = "Post og måned", "Post og månad", "Post and month";
    MONTH = "Måned", "Månad", "Month";
    POST = "Post", "Post", "Post";
    BOOKED = "Bokført", "Bokført", "Booked";
    IN_FILE = "I filen", "I fila", "In the file";
    STANDING = "Hva som skjer", "Kva som skjer", "What happens";
    NEW = "ny", "ny", "new";
    CHANGED = "rettelse", "retting", "correction";
    SAME = "er der fra før", "er der frå før", "is there already";
    ABSENT = "Bokført før, og ikke i filen", "Bokført før, og ikkje i fila", "Booked before, and not in the file";
    LEFT_OUT_TITLE = "Utelatt", "Utelate", "Left out";
    REFUSED = "Linjer som ikke kan bokføres", "Linjer som ikkje kan bokførast", "Lines that cannot be booked";
    REFUSED_LEAD = "Ingenting av filen bokføres så lenge disse står.", "Ingenting av fila blir bokført så lenge desse står.", "Nothing of the file is booked as long as these stand.";
    MORE_REFUSED = "Og {} til.", "Og {} til.", "And {} more.";
    LINE = "Linje", "Linje", "Line";
    CHAPTER = "kapittel", "kapittel", "chapter";
    COLUMN = "Kolonne", "Kolonne", "Column";
    VALUE = "Verdi", "Verdi", "Value";
    WRONG = "Hva som er galt, og hva du kan gjøre", "Kva som er gale, og kva du kan gjere", "What is wrong, and what to do";
    CHOOSE = "Velg hva som bokføres", "Vel kva som blir bokført", "Choose what is booked";
    LEAVE_OUT = "Kapitler og poster som holdes utenfor", "Kapittel og postar som blir haldne utanfor", "Chapters and posts that are left out";
    LEAVE_OUT_HINT = "For eksempel 1932.46, 1940", "Til dømes 1932.46, 1940", "For example 1932.46, 1940";
    WHOLE = "Filen har alt for sine måneder: en post som ikke er nevnt, brukte ingenting", "Fila har alt for månadene sine: ein post som ikkje er nemnd, brukte ingenting", "The file has all of its months: a post that is not named used nothing";
    AGAIN = "Vis på nytt", "Vis på nytt", "Show again";
    BOOK = "Bokfør", "Bokfør", "Book it";
    NO_NEWS = "Alt i filen er bokført fra før.", "Alt i fila er bokført frå før.", "All of the file is booked already.";
    DONE = "Filen er bokført.", "Fila er bokført.", "The file is booked.";
    SEND_AGAIN = "Filen er ikke her lenger. Send den inn på nytt.", "Fila er ikkje her lenger. Send ho inn på nytt.", "The file is no longer here. Send it in again.";
    NO_NUMBERS = "«{}» er ikke et kapittel eller en post. Skriv for eksempel 1932.46", "«{}» er ikkje eit kapittel eller ein post. Skriv til dømes 1932.46", "“{}” is no chapter or post. Write for example 1932.46";
    EARLIER = "Bokførte filer", "Bokførte filer", "Files that were booked";
    NO_EARLIER = "Ingen fil er bokført ennå.", "Inga fil er bokført enno.", "No file has been booked yet.";
    DAY = "Dag", "Dag", "Day";
    MONTHS = "Måneder", "Månader", "Months";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
