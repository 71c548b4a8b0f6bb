//! The words of the front page.

styrbord_app::texts! {
    TITLE = "Årene", "Åra", "The years";
    FIRST_TITLE = "Begynn med tildelingsbrevet", "Byrja med tildelingsbrevet", "Begin with the allocation letter";
    FIRST_LEAD = "Last opp brevet. Du får se hva det holder og hva som ikke stemmer i det, før noe begynner.", "Last opp brevet. Du får sjå kva det held og kva som ikkje stemmer i det, før noko byrjar.", "Upload the letter. You see what it holds and what is wrong in it before anything begins.";
    NOTHING_LEAD = "Ingen år vises for deg ennå. Spør en administrator om en rolle.", "Ingen år blir viste for deg enno. Spør ein administrator om ei rolle.", "No years are shown to you yet. Ask an administrator for a role.";
    NEW = "Les et brev", "Les eit brev", "Read a letter";
    FILE = "Brevet", "Brevet", "The letter";
    FILE_HINT = "PDF, Word (.docx), nettside (.html), Markdown eller ren tekst. Opptil 20 MB.", "PDF, Word (.docx), nettside (.html), Markdown eller rein tekst. Opptil 20 MB.", "PDF, Word (.docx), web page (.html), Markdown or plain text. Up to 20 MB.";
    READ = "Les brevet", "Les brevet", "Read the letter";
    WAIT = "Lesingen tar som regel under ett sekund, og noen sekunder for en lang PDF. Neste side viser resultatet.", "Lesinga tek som regel under eitt sekund, og nokre sekund for ein lang PDF. Neste side viser resultatet.", "Reading takes less than a second as a rule, and some seconds for a long PDF. The next page shows the result.";
    SIMULATED = "simulert", "simulert", "simulated";
    SHOWN = "År som vises for dere", "År som blir viste for dykk", "Years that are shown to you";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
