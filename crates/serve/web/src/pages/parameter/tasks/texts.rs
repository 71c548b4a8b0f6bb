//! The words of the forms of a steering parameter.

styrbord_app::texts! {
    OWN = "Egen indikator", "Eigen indikator", "Indicator of our own";
    DEFINE = "Definer en serie", "Definer ein serie", "Define a series";
    DEFINE_LEAD = "Metodekortet sier hva som telles, slik at ethvert tall kan forstås og etterprøves.", "Metodekortet seier kva som blir talt, slik at eitkvart tal kan forståast og etterprøvast.", "The method card says what is counted, so that every figure can be understood and checked.";
    REVISE_CARD = "Endre metodekortet", "Endre metodekortet", "Revise the method card";
    CARD_LEAD = "Den gamle utgaven blir stående i historikken. En ny definisjon er en ny serie.", "Den gamle utgåva blir ståande i historikken. Ein ny definisjon er ein ny serie.", "The old version stays in the history. A new definition is a new series.";
    MARK_BREAK = "Merk et brudd", "Merk eit brot", "Mark a break";
    BREAK_LEAD = "Tall fra og med denne dagen kan ikke sammenlignes med dem før.", "Tal frå og med denne dagen kan ikkje samanliknast med dei før.", "Figures from this day on cannot be compared with those before.";
    CLOSE = "Avslutt serien", "Avslutt serien", "End the series";
    CLOSE_LEAD = "Tallene blir stående. Ingen flere kan registreres.", "Tala blir ståande. Ingen fleire kan registrerast.", "The figures stay. No more can be recorded.";
    SET_TARGET = "Sett et mål", "Set eit mål", "Set a target";
    TARGET_LEAD = "Et mål overskrives aldri: det gamle blir stående i historikken med grunnen til endringen.", "Eit mål blir aldri skrive over: det gamle blir ståande i historikken med grunnen til endringa.", "A target is never overwritten: the old one stays in the history with the reason for the change.";
    DROP_TARGET = "Gi opp et mål", "Gi opp eit mål", "Give up a target";
    DROP_LEAD = "Målet blir stående i historikken.", "Målet blir ståande i historikken.", "The target stays in the history.";
    RECORD = "Registrer et tall", "Registrer eit tal", "Record a figure";
    RECORD_LEAD = "Et tall overskrives aldri: en retting er en ny registrering med en grunn.", "Eit tal blir aldri skrive over: ei retting er ei ny registrering med ein grunn.", "A figure is never overwritten: a correction is a new record with a reason.";
    WITHDRAW = "Trekk et tall tilbake", "Trekk eit tal tilbake", "Withdraw a figure";
    WITHDRAW_LEAD = "Tallet blir stående i historikken.", "Talet blir ståande i historikken.", "The figure stays in the history.";
    WRITE = "Skriv om en periode", "Skriv om ein periode", "Write about a period";
    WRITE_LEAD = "Du kan skrive litt om gangen. Det som står tomt, blir som det er.", "Du kan skrive litt om gongen. Det som står tomt, blir som det er.", "You can write a little at a time. What is left empty stays as it is.";
    COMPLETE = "Merk som ferdig", "Merk som ferdig", "Mark as complete";
    COMPLETE_LEAD = "Data, analyse og vurdering skal være skrevet. Teksten kan ikke endres før den åpnes igjen.", "Data, analyse og vurdering skal vere skrivne. Teksten kan ikkje endrast før han blir opna igjen.", "Data, analysis and assessment are to be written. The text cannot be changed until it is opened again.";
    REOPEN = "Åpne igjen", "Opne igjen", "Open again";
    REOPEN_LEAD = "Teksten kan endres igjen.", "Teksten kan endrast igjen.", "The text can be changed again.";
    PERIOD = "Periode", "Periode", "Period";
    PERIOD_HINT = "For eksempel 2025, T1 2025, 03.2025 eller 1.7.2025–31.12.2025", "Til dømes 2025, T1 2025, 03.2025 eller 1.7.2025–31.12.2025", "For example 2025, T1 2025, 03.2025 or 1.7.2025–31.12.2025";
    NO_PERIOD = "Skriv perioden som 2025, T1 2025, 03.2025 eller 1.7.2025–31.12.2025; du skrev {}", "Skriv perioden som 2025, T1 2025, 03.2025 eller 1.7.2025–31.12.2025; du skreiv {}", "Write the period as 2025, T1 2025, 03.2025 or 1.7.2025–31.12.2025; you wrote {}";
    NO_DAY = "Skriv dagen som 31.12.2025; du skrev {}", "Skriv dagen som 31.12.2025; du skreiv {}", "Write the day as 31.12.2025; you wrote {}";
    NO_VALUE = "Skriv verdien i seriens enhet, for eksempel 46,3; du skrev {}", "Skriv verdien i eininga til serien, til dømes 46,3; du skreiv {}", "Write the value in the unit of the series, for example 46.3; you wrote {}";
    NO_NUMBER = "Skriv et helt tall; du skrev {}", "Skriv eit heilt tal; du skreiv {}", "Write a whole number; you wrote {}";
    NO_CHOICE = "Velg en av mulighetene; du sendte «{}»", "Vel ei av moglegheitene; du sende «{}»", "Choose one of those given; you sent \"{}\"";
    NO_LETTER = "Velg hvem som satte målet", "Vel kven som sette målet", "Choose who set the target";
    REASON = "Begrunnelse", "Grunngiving", "Reason";
    REASON_HINT = "Skal alltid med når noe endres.", "Skal alltid med når noko blir endra.", "Always needed when something is changed.";
    AIM = "Skal være", "Skal vere", "Is to be";
    VALUE = "Verdi", "Verdi", "Value";
    VALUE_HINT = "Enhet: {}", "Eining: {}", "Unit: {}";
    SHARE_HINT = "Enhet: {}. Skriv gjerne teller og nevner, for eksempel 120/400. Et tall som kilden skjermer, skrives :", "Eining: {}. Skriv gjerne teljar og nemnar, til dømes 120/400. Eit tal som kjelda skjermar, skriv du :", "Unit: {}. Preferably numerator and denominator, as 120/400. A figure that the source suppresses is written :";
    FIGURE_HINT = "Enhet: {}. Et tall som kilden skjermer, skrives :", "Eining: {}. Eit tal som kjelda skjermar, skriv du :", "Unit: {}. A figure that the source suppresses is written :";
    GRADE = "Grad", "Grad", "Grade";
    SET_BY = "Satt av", "Sett av", "Set by";
    BY_US = "Meg", "Meg", "Me";
    FINALITY = "Tallet er", "Talet er", "The figure is";
    FINAL = "Endelig", "Endeleg", "Final";
    PRELIMINARY = "Foreløpig", "Førebels", "Preliminary";
    COUNTED = "Telt (telletidspunkt)", "Talt (teljetidspunkt)", "Counted (count date)";
    COUNTED_HINT = "Dag, for eksempel 31.12.2025. Tomt betyr siste dag i perioden.", "Dag, til dømes 31.12.2025. Tomt tyder siste dag i perioden.", "Day, for example 31.12.2025. Empty means the last day of the period.";
    SOURCE = "Kilde", "Kjelde", "Source";
    SOURCE_HINT = "Register, tabell eller rapport", "Register, tabell eller rapport", "Register, table or report";
    EVIDENCE = "Grunnlag", "Grunnlag", "Evidence";
    EVIDENCE_HINT = "Hva vurderingen bygger på. En grad uten grunnlag kan ikke registreres.", "Kva vurderinga byggjer på. Ein grad utan grunnlag kan ikkje registrerast.", "What it rests on. A grade without evidence cannot be recorded.";
    DATA = "Data", "Data", "Data";
    DATA_HINT = "Hva tallene er", "Kva tala er", "What the figures are";
    ANALYSIS = "Analyse", "Analyse", "Analysis";
    ANALYSIS_HINT = "Hva de kommer av", "Kva dei kjem av", "What they come from";
    ASSESSMENT = "Vurdering", "Vurdering", "Assessment";
    ASSESSMENT_HINT = "Hva de betyr for målet", "Kva dei tyder for målet", "What they mean for the goal";
    NAME = "Navn på serien", "Namn på serien", "Name of the series";
    DEFINITION = "Definisjon", "Definisjon", "Definition";
    DEFINITION_HINT = "Hva som måles, så presist at to personer teller likt", "Kva som blir målt, så presist at to personar tel likt", "What is measured, so exactly that two people count alike";
    POPULATION = "Populasjon", "Populasjon", "Population";
    POPULATION_HINT = "Hvem eller hva det måles blant", "Kven eller kva det blir målt blant", "Among whom or what it is measured";
    UNIT = "Enhet", "Eining", "Unit";
    UNIT_PERCENT = "Prosent", "Prosent", "Percent";
    UNIT_NUMBER = "Antall", "Tal på noko", "Number of something";
    UNIT_KRONER = "Kroner", "Kroner", "Kroner";
    UNIT_GRADE = "Grad på en skala (kvalitativ)", "Grad på ein skala (kvalitativ)", "Grade on a scale (qualitative)";
    NUMBER_OF = "Antall av hva", "Tal på kva", "Number of what";
    NUMBER_HINT = "Bare når enheten er antall, for eksempel saker", "Berre når eininga er tal på noko, til dømes saker", "Only for a number, for example cases";
    NUMERATOR = "Teller", "Teljar", "Numerator";
    DENOMINATOR = "Nevner", "Nemnar", "Denominator";
    SHARE_OF_HINT = "Bare når enheten er prosent: hva andelen regnes av", "Berre når eininga er prosent: kva delen blir rekna av", "Only for percent: what the share is counted from";
    GRADES = "Skala", "Skala", "Scale";
    GRADES_HINT = "Bare for kvalitative parametere: én grad på hver linje, den laveste først", "Berre for kvalitative parametrar: éin grad på kvar linje, den lågaste først", "Only for qualitative parameters: one grade on each line, the lowest first";
    STAGE = "Ledd i resultatkjeden", "Ledd i resultatkjeda", "Stage in the result chain";
    BETTER = "Retning", "Retning", "Direction";
    FREQUENCY = "Hvor ofte", "Kor ofte", "How often";
    NO_RHYTHM = "Ingen fast rytme", "Ingen fast rytme", "No fixed rhythm";
    FIRST = "Første dag i første periode", "Første dag i første periode", "First day of the first period";
    DAY_HINT = "For eksempel 1.1.2025", "Til dømes 1.1.2025", "For example 1.1.2025";
    LAG = "Dager fra periodens slutt til tallet foreligger", "Dagar frå slutten på perioden til talet ligg føre", "Days from the end of the period until the figure is there";
    LAG_HINT = "Helt tall", "Heilt tal", "A whole number";
    OWNER = "Ansvarlig for tallene", "Ansvarleg for tala", "Answers for the figures";
    NOBODY = "Ingen", "Ingen", "Nobody";
    BASELINE = "Utgangspunkt", "Utgangspunkt", "Baseline";
    BASELINE_HINT = "Verdien som endring regnes fra. Kan stå tomt.", "Verdien som endring blir rekna frå. Kan stå tomt.", "The value from which change is counted. May be empty.";
    BASELINE_PERIOD = "Utgangspunktets periode", "Perioden til utgangspunktet", "Period of the baseline";
    BASELINE_SOURCE = "Utgangspunktets kilde", "Kjelda til utgangspunktet", "Source of the baseline";
    UNCERTAINTY = "Usikkerhet", "Uvisse", "Uncertainty";
    UNCERTAINTY_HINT = "Hva som gjør tallene usikre, og hvor mye", "Kva som gjer tala uvisse, og kor mykje", "What makes the figures uncertain, and how much";
    FOLLOWS = "Tar over for", "Tek over for", "Takes over from";
    FOLLOWS_NONE = "Ingen annen serie", "Ingen annan serie", "No other series";
    SAME = "Hvorfor definisjonen er den samme", "Kvifor definisjonen er den same", "Why the definition is the same";
    SAME_HINT = "Bare når ordene i definisjon, populasjon, enhet eller kilde endres uten at det som måles er endret", "Berre når orda i definisjon, populasjon, eining eller kjelde blir endra utan at det som blir målt er endra", "Only when the words of definition, population, unit or source change while what is measured does not";
    BREAK_FROM = "Fra og med", "Frå og med", "From";
    BREAK_WHY = "Hva som er endret", "Kva som er endra", "What has changed";
}

#[cfg(test)]
mod tests {
    #[test]
    fn complete_in_every_language() {
        assert_eq!(styrbord_app::texts::uneven(super::TEXTS), [""; 0]);
    }
}
