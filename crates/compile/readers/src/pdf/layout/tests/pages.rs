//! Running text: paragraphs, items, headings, notes, columns, what repeats.

use super::drawing::blocks;

fn check(pages: &[&str], expected: &[&str]) {
    assert_eq!(blocks(pages), expected, "{}", pages.join("\n=====\n"));
}

#[test]
fn lines_that_the_margin_ended_are_one_paragraph() {
    check(
        &["\
Departementet ber om at etaten legger fram en plan for arbeidet med
ferdsel i fjellet. Planen skal vise hva tiltakene koster, og hvem som
har ansvaret.

Med hilsen
Kari Bø
avdelingsdirektør"],
        &[
            "p: Departementet ber om at etaten legger fram en plan for arbeidet med ferdsel i fjellet. Planen skal vise \
             hva tiltakene koster, og hvem som har ansvaret.",
            "p: Med hilsen/Kari Bø/avdelingsdirektør",
        ],
    );
}

#[test]
fn items_hang_and_nest() {
    check(
        &["\
Etaten skal følge med på disse forholdene og melde fra når de endrer
seg:
•   Vær og føre i de nasjonale turområdene og langs rutene mellom
    dem
    –   skred
    –   flom
•   Bruken av hytter

1.  Trygg ferdsel
2.  Gode vaner"],
        &[
            "p: Etaten skal følge med på disse forholdene og melde fra når de endrer seg:",
            "i0 •: Vær og føre i de nasjonale turområdene og langs rutene mellom dem",
            "i1 –: skred",
            "i1 –: flom",
            "i0 •: Bruken av hytter",
            "i0 1.: Trygg ferdsel",
            "i0 2.: Gode vaner",
        ],
    );
}

#[test]
fn headings_have_the_level_of_their_number_and_their_size() {
    check(
        &["\
^3 Mål for året

~3.1 Trygg ferdsel

Departementet ber om at etaten legger fram en plan for arbeidet med
ferdsel i fjellet.

~Styringsparametere
Andel turer uten uhell skal øke fra år til år i alle turområdene som
er med."],
        &[
            "h1: 3 Mål for året",
            "h2: 3.1 Trygg ferdsel",
            "p: Departementet ber om at etaten legger fram en plan for arbeidet med ferdsel i fjellet.",
            "h7: Styringsparametere",
            "p: Andel turer uten uhell skal øke fra år til år i alle turområdene som er med.",
        ],
    );
}

#[test]
fn a_note_stands_behind_the_block_that_points_at_it() {
    check(
        &["\
Rammen for året er 12 000 kroner¹ og gjelder for alle tiltakene som
er nevnt i brevet.

Neste avsnitt har ingen merknad, og det er langt nok til en linje til
under den første. Arealet er 40 m² i alt.

------------
'¹ Beløpet er rundet av."],
        &[
            "p: Rammen for året er 12 000 kroner og gjelder for alle tiltakene som er nevnt i brevet.",
            "note: Beløpet er rundet av.",
            "p: Neste avsnitt har ingen merknad, og det er langt nok til en linje til under den første. Arealet er \
             40 m2 i alt.",
        ],
    );
}

#[test]
fn what_repeats_from_page_to_page_is_furniture() {
    let foot = |number: u32| format!("{}Side {number} av 3", "\n".repeat(54));
    let page = |text: &str, number: u32| format!("Fjelldepartementet\n\n\n{text}{}", foot(number));
    let pages = [
        page("Departementet ber om at etaten legger fram en plan for arbeidet, som", 1),
        page("skal vise hva tiltakene koster.", 2),
        page("Vedlegg", 3),
    ];
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    check(
        &pages,
        &[
            "furniture: Fjelldepartementet",
            "p: Departementet ber om at etaten legger fram en plan for arbeidet, som skal vise hva tiltakene koster.",
            "furniture: Side 1 av 3",
            "furniture: Fjelldepartementet",
            "furniture: Side 2 av 3",
            "furniture: Fjelldepartementet",
            "p: Vedlegg",
            "furniture: Side 3 av 3",
        ],
    );
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    check(
        &["\
Departementet ber om at etaten        bruker fjellet om vinteren.
legger fram en plan for dette         Etaten kan be om hjelp fra de
arbeidet. Planen skal vise hva        frivillige, men har selv hele
tiltakene koster og hvem som          ansvaret for at planen blir
har ansvaret for hvert av dem         fulgt og for at tallene som er
i alle de fylkene der mange           oppgitt der, er riktige."],
        &[
            "p: Departementet ber om at etaten legger fram en plan for dette arbeidet. Planen skal vise hva tiltakene \
           koster og hvem som har ansvaret for hvert av dem i alle de fylkene der mange bruker fjellet om vinteren. \
           Etaten kan be om hjelp fra de frivillige, men har selv hele ansvaret for at planen blir fulgt og for at \
           tallene som er oppgitt der, er riktige.",
        ],
    );
}

#[test]
fn a_table_of_contents_has_leaders_or_numbers_that_grow() {
    check(
        &["1 Innledning ............ 2\n2 Mål ................... 11"],
        &["c: 1 Innledning ............ 2", "c: 2 Mål ................... 11"],
    );
    check(
        &["Innledning              2\nMål og krav             3\nBudsjettet             11"],
        &["c: Innledning 2", "c: Mål og krav 3", "c: Budsjettet 11"],
    );
}
