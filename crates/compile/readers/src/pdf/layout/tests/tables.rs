//! Tables: ruled, with level rules alone, by alignment, over pages.

use super::super::read;
use super::drawing::{WIDE, blocks, glyph, paper, shown};

fn check(pages: &[&str], expected: &[&str]) {
    assert_eq!(blocks(pages), expected, "{}", pages.join("\n=====\n"));
}

#[test]
fn a_grid_gives_rows_and_cells() {
    check(
        &["\
--------------------------------------
| Oppdrag    | Beskrivelse  | Frist  |
--------------------------------------
| 2025-01    | Kartlegge    | 1. mai |
|            | behovet for  |        |
|            | råd          |        |
--------------------------------------
| 2025-02    | Lage plan    |        |
--------------------------------------"],
        &["table: Oppdrag|Beskrivelse|Frist & 2025-01|Kartlegge behovet for råd|1. mai & 2025-02|Lage plan|"],
    );
}

#[test]
fn a_word_wider_than_its_cell_stands_where_it_begins() {
    let mut wide = paper(&["\
-------------------------
| Styrings   |          |
-------------------------
| Andel      | 90 %     |
-------------------------"]);
    let glyphs = &mut wide.pages[0].glyphs;
    let end = glyphs[7].clone();
    let rest = "parameter".chars().zip(1_u8..);
    let rest: Vec<_> =
        rest.map(|(c, at)| glyph(&c.to_string(), end.x + f32::from(at) * WIDE, end.y, end.size, 0)).collect();
    glyphs.splice(8..8, rest);
    let shown: Vec<String> = read(wide).iter().map(shown).collect();
    assert_eq!(shown, ["table: Styringsparameter| & Andel|90 %"]);
}

#[test]
fn a_cell_that_spans_others_stands_in_the_first() {
    check(
        &["\
------------------------------------
| Mål 1      | SP 1         | 90 %  |
|            -----------------------
|            | SP 2         | 80 %  |
------------------------------------
| Sum for alle målene       | 85 %  |
------------------------------------"],
        &["table: Mål 1|SP 1|90 % & |SP 2|80 % & Sum for alle målene||85 %"],
    );
}

#[test]
fn a_word_that_a_cell_cuts_is_one_word() {
    check(
        &["\
----------------------------
| Arbeidsmarkeds|  1. mai  |
| integreringen |          |
| skal fram     |          |
----------------------------
| Plan          |  2. mai  |
----------------------------"],
        &["table: Arbeidsmarkedsintegreringen skal fram|1. mai & Plan|2. mai"],
    );
}

#[test]
fn money_without_rules_is_a_table() {
    check(
        &["\
Rammen fordeles slik på postene som etaten rår over i året som kommer
og i det neste:

Post                                      2025       2026
Driftsutgifter                          12 000     13 000
Tilskudd til drift av lokale tiltak
i hele landet                            1 200      1 300
Sum                                     13 200     14 300"],
        &[
            "p: Rammen fordeles slik på postene som etaten rår over i året som kommer og i det neste:",
            "table: Post|2025|2026 & Driftsutgifter|12 000|13 000 & Tilskudd til drift av lokale tiltak i hele \
             landet|1 200|1 300 & Sum|13 200|14 300",
        ],
    );
}

#[test]
fn chapters_and_posts_without_rules_are_rows() {
    check(
        &["\
Kap.    Post    Betegnelse                                  Tildeling

2390            Lyngtilsynet
        01      Driftsutgifter                                 84 350
        45      Større utstyrsanskaffelser og vedlikehold,
                kan overføres                                   6 200
                Sum kap. 2390                                  90 550

Tildelingen kan endres gjennom året når Stortinget vedtar det, og da blir det
gitt et tillegg til brevet.

Oppgave                      Frist for hver del av oppgaven

Samlet oversikt over heia    Del 1: 15. mai 2025
                             Del 2: 1. juni 2025
Utslipp fra brenning         30. juni 2027"],
        &[
            "table: Kap.|Post|Betegnelse|Tildeling & 2390||Lyngtilsynet| & |01|Driftsutgifter|84 350 & |45|Større \
             utstyrsanskaffelser og vedlikehold, kan overføres|6 200 & ||Sum kap. 2390|90 550",
            "p: Tildelingen kan endres gjennom året når Stortinget vedtar det, og da blir det gitt et tillegg til brevet.",
            "table: Oppgave|Frist for hver del av oppgaven & Samlet oversikt over heia|Del 1: 15. mai 2025/Del 2: 1. juni 2025 & Utslipp fra \
             brenning|30. juni 2027",
        ],
    );
}

#[test]
fn a_table_goes_on_over_pages_and_a_cut_row_is_one() {
    let first = "\
----------------------------------------
| Oppdrag    | Beskrivelse              |
----------------------------------------
| 2025-01    | Etaten skal kartlegge    |
|            | behovet for råd i de     |
----------------------------------------";
    let second = "\
----------------------------------------
| Oppdrag    | Beskrivelse              |
----------------------------------------
|            | største kommunene        |
----------------------------------------
| 2025-02    | Etaten skal lage en plan |
----------------------------------------";
    check(
        &[first, second],
        &[
            "headed: Oppdrag|Beskrivelse & 2025-01|Etaten skal kartlegge behovet for råd i de største kommunene & \
           2025-02|Etaten skal lage en plan",
        ],
    );
}
