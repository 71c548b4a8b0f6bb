//! The words of the letter.

styrbord_app::texts! {
    TITLE = "Brevet", "Brevet", "The letter";
    LETTERS = "Årets brev", "Breva i året", "The letters of the year";
    SINCE = "gjelder fra {}", "gjeld frå {}", "holds from {}";
    NO_TEXT = "Teksten til dette brevet er ikke lagret her.", "Teksten til dette brevet er ikkje lagra her.", "The text of this letter is not kept here.";
    LEGEND = "Ved linjene står hva som er forstått, og hva som ikke stemmer.", "Ved linjene står kva som er forstått, og kva som ikkje stemmer.", "Beside the lines stands what was understood and what is wrong.";
    SEE = "(se også linje {})", "(sjå òg linje {})", "(see also line {})";
    LINE = "Linje {}", "Linje {}", "Line {}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
