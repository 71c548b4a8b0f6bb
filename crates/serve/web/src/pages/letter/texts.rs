//! The words of the letter.

styrbord_app::texts! {
    TITLE = "Brevet", "Brevet", "The letter";
    LETTERS = "Årets brev", "Breva i året", "The letters of the year";
    SINCE = "gjelder fra {}", "gjeld frå {}", "holds from {}";
    NO_TEXT = "Teksten til dette brevet er ikke lagret her.", "Teksten til dette brevet er ikkje lagra her.", "The text of this letter is not kept here.";
    LEGEND = "Ved linjene står hva som er forstått, og hva som ikke stemmer.", "Ved linjene står kva som er forstått, og kva som ikkje stemmer.", "Beside the lines stands what was understood and what is wrong.";
    GONE = "falt bort siden", "fall bort sidan", "fell away since";
    CHANGED_LATER = "endret av et senere brev", "endra av eit seinare brev", "changed by a later letter";
    FINDINGS = "funn å ta stilling til|funn å ta stilling til", "funn å ta stilling til|funn å ta stilling til", "finding to decide on|findings to decide on";
    ALL_FINDINGS = "Alle funn", "Alle funn", "All findings";
    CLARIFY = "Punkter å avklare", "Punkt å avklare", "Points to clarify";
    LINE = "linje {}", "linje {}", "line {}";
    TEXT = "Teksten i brevet", "Teksten i brevet", "The text of the letter";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
