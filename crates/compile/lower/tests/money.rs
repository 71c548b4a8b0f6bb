//! Forms of budget sections that ministries use, each in a small letter of our own.

#![expect(clippy::expect_used, reason = "a post that is missing fails the test")]

use styrbord_money::Nok;
use styrbord_plan::{Plan, Portion, PortionKind, Post};
use styrbord_source::{Format, Source};

const ALLOCATION: &str = "Sauetilsynet\n\nTildelingsbrev 2027 til Sauetilsynet\n\n\
Departementet viser til budsjettvedtaket i Stortinget og gjør med dette brevet kjent hva Sauetilsynet får i 2027.\n\n\
4 Budsjett\n\n";
const SUPPLEMENT: &str = "Sauetilsynet\n\nSupplerende tildelingsbrev nr. 2 for 2027 til Sauetilsynet\n\n1 Endringer i budsjettet\n\n";

fn plan_of(head: &str, body: &str, format: Format) -> Plan {
    let source = Source::new(format!("{head}{body}"), format);
    styrbord_lower::lower(&source, &styrbord_syntax::parse(&source))
}

fn kroner(amount: Option<Nok>) -> Option<i64> {
    amount.and_then(Nok::whole_kroner)
}

fn posts(plan: &Plan) -> Vec<(u32, u32, String, Option<i64>)> {
    let rows = |chapter: &styrbord_plan::Chapter| {
        let number = chapter.chapter;
        chapter
            .posts
            .clone()
            .into_iter()
            .map(move |post| (number, post.post, post.title, kroner(post.amount_nok)))
    };
    plan.budget.iter().flat_map(rows).collect()
}

fn sums(plan: &Plan) -> Vec<(u32, Option<i64>)> {
    plan.budget.iter().map(|chapter| (chapter.chapter, kroner(chapter.stated_sum_nok))).collect()
}

fn post(plan: &Plan, chapter: u32, number: u32) -> &Post {
    let found = plan.budget.iter().find(|known| known.chapter == chapter);
    found
        .and_then(|known| known.posts.iter().find(|known| known.post == number))
        .expect("the plan has the post")
}

fn parts(portions: &[Portion]) -> Vec<(&str, i64, PortionKind)> {
    portions.iter().map(|part| (part.title.as_str(), part.amount_nok.ore() / 100, part.kind)).collect()
}

fn row(chapter: u32, post: u32, title: &str, amount: i64) -> (u32, u32, String, Option<i64>) {
    (chapter, post, title.to_owned(), Some(amount))
}

#[test]
fn a_head_over_two_lines_names_the_year_that_counts() {
    let body = "                                    Tildeling 2027   Saldert 2026
Kapittel   Post   Benevnelse           (1 000 kr)      (1 000 kr)
811        01     Driftsutgifter           45 100          44 000
811        24     Driftsresultat           -2 000          -1 500
Sum 811                                    43 100          42 500
";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    assert_eq!(
        posts(&plan),
        [row(811, 1, "Driftsutgifter", 45_100_000), row(811, 24, "Driftsresultat", -2_000_000)]
    );
    assert_eq!(sums(&plan), [(811, Some(43_100_000))]);
    assert_eq!(post(&plan, 811, 1).previous_nok, None);
}

#[test]
fn accounts_and_other_years_are_not_the_allocation() {
    let body = "\
| Kap. | Post | Nemning | Rekneskap 2025 | Løyving 2026 | Løyving 2027 | Framlegg 2028 |
|---|---|---|---|---|---|---|
| 811 | 01 | Driftsutgifter | 1 000 000 | 2 000 000 | 3 000 000 | 4 000 000 |
| 811 | 21 | Prosjekt | 100 000 | 200 000 | 300 000 | 400 000 |
";
    let plan = plan_of("# Tildelingsbrev 2027 til Sauetilsynet\n\n## 4 Løyving\n\n", body, Format::Markdown);
    assert_eq!(posts(&plan), [row(811, 1, "Driftsutgifter", 3_000_000), row(811, 21, "Prosjekt", 300_000)]);
}

#[test]
fn aligned_rows_without_head_are_posts() {
    let body = "\
Kap. 811 Sauetilsynet                                     (i 1 000 kr)
Post 01 Driftsutgifter                                         623 456
Post 22 Sporing av sau, kan overføres                            9 100
Sum                                                            632 556

Kap. 3811 Sauetilsynet
(i 1 000 kr)
Post 01   Gebyr                                                  3 200
Post 02   Salgsinntekter                                           800
Sum                                                              4 000
";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    let expected = [
        row(811, 1, "Driftsutgifter", 623_456_000),
        row(811, 22, "Sporing av sau", 9_100_000),
        row(3811, 1, "Gebyr", 3_200_000),
        row(3811, 2, "Salgsinntekter", 800_000),
    ];
    assert_eq!(posts(&plan), expected);
    assert_eq!(sums(&plan), [(811, Some(632_556_000)), (3811, Some(4_000_000))]);
    assert_eq!(plan.budget.first().map(|chapter| chapter.title.as_str()), Some("Sauetilsynet"));
    assert_eq!(plan.evidence.units.len(), 2);
}

#[test]
fn a_caption_names_the_chapter_of_its_table() {
    let body = "\
Tabell 3: Løyving på kap. 811 Sauetilsynet (i kroner)
Post  Nemning                                  Beløp
01    Driftsutgifter                      71 250 000
45    Utstyr, kan overførast               1 500 000
      Sum kap. 811                        72 750 000
";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    assert_eq!(posts(&plan), [row(811, 1, "Driftsutgifter", 71_250_000), row(811, 45, "Utstyr", 1_500_000)]);
    assert_eq!(sums(&plan), [(811, Some(72_750_000))]);
    assert_eq!(plan.budget.first().map(|chapter| chapter.title.as_str()), Some("Sauetilsynet"));
}

#[test]
fn a_supplement_has_previous_change_and_total_under_one_wide_head_cell() {
    let body = "\
(i 1000 kr)
Kap.  Post  Betegnelse              Saldert budsjett   Endring   Revidert budsjett
811   22    Sporing av sau                   140 000    +1 500             141 500
811   72    Tilskudd til gjerder              90 000    -2 500              87 500
3811  01    Gebyr                              7 000     1 000               8 000
";
    let plan = plan_of(SUPPLEMENT, body, Format::Text);
    let expected = [
        row(811, 22, "Sporing av sau", 141_500_000),
        row(811, 72, "Tilskudd til gjerder", 87_500_000),
        row(3811, 1, "Gebyr", 8_000_000),
    ];
    assert_eq!(posts(&plan), expected);
    let fences = post(&plan, 811, 72);
    assert_eq!(
        (kroner(fences.previous_nok), kroner(fences.change_nok)),
        (Some(90_000_000), Some(-2_500_000))
    );
}

#[test]
fn a_sum_names_its_chapter_before_its_amount() {
    let body = "Kap. 811 Sauetilsynet (i 1 000 kr)\n\nPost 01 Driftsutgifter 523 456\nPost 21 Prosjekt 9 100\nSum kap. 811 532 556\n";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    assert_eq!(sums(&plan), [(811, Some(532_556_000))]);
    assert_eq!(plan.budget.first().map(|chapter| chapter.title.as_str()), Some("Sauetilsynet"));
    assert_eq!(plan.evidence.units.len(), 1);
}

#[test]
fn a_lead_in_says_which_post_its_list_divides() {
    let body = "\
Kap./post    Nemning                      Beløp (i 1 000 kr)
811          Sauetilsynet
72           Tilskot til gjerde           12 000
3811         Sauetilsynet
01           Gebyr                         3 000

Løyvinga på kap. 811 post 72 er fordelt slik:
• Gjerde i fjellet: kr 9 000 000
• Gjerde ved sjøen: kr 2 000 000
• Ufordelt: kr 1 000 000
";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    let expected = [
        ("Gjerde i fjellet", 9_000_000, PortionKind::SubAllocation),
        ("Gjerde ved sjøen", 2_000_000, PortionKind::SubAllocation),
        ("Ufordelt", 1_000_000, PortionKind::Free),
    ];
    assert_eq!(parts(&post(&plan, 811, 72).breakdown), expected);
    assert!(post(&plan, 3811, 1).breakdown.is_empty());
}

#[test]
fn sentences_of_a_supplement_give_previous_change_and_total() {
    let body = "\
Kap. 811, post 01 Driftsutgifter
Bevilgningen økes med 2,5 mill. kroner, fra 30,0 mill. kroner til 32,5 mill. kroner.

Kap. 811, post 22 Sporing av sau, kan overføres
Bevilgningen reduseres med 4 mill. kroner. Ny bevilgning er 16 mill. kroner.
";
    let plan = plan_of(SUPPLEMENT, body, Format::Text);
    let (running, tracking) = (post(&plan, 811, 1), post(&plan, 811, 22));
    let amounts = |post: &Post| (kroner(post.previous_nok), kroner(post.change_nok), kroner(post.amount_nok));
    assert_eq!(
        (running.title.as_str(), amounts(running)),
        ("Driftsutgifter", (Some(30_000_000), Some(2_500_000), Some(32_500_000)))
    );
    assert_eq!(
        (tracking.title.as_str(), amounts(tracking)),
        ("Sporing av sau", (None, Some(-4_000_000), Some(16_000_000)))
    );
    assert_eq!(tracking.keywords, ["kan overføres"]);
}

#[test]
fn a_sentence_lists_posts_and_another_gives_authorisations() {
    let body = "\
Stortinget har bevilget følgende på kap. 811 Sauetilsynet: 92,4 mill. kroner på post 01 Driftsutgifter, 24 mill.
kroner på post 21 Prosjekt, kan overføres, og 1 610 000 kroner på post 45 Utstyr. Inntektskravet på kap. 3811 post 02
Salgsinntekter er 2 mill. kroner.

Sauetilsynet gis fullmakt til å overskride post 21 mot tilsvarende merinntekter under kap. 3811 post 02, og fullmakt til
å pådra staten forpliktelser på inntil 5 mill. kroner ut over bevilgningen på kap. 811 post 45.
";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    let expected = [
        row(811, 1, "Driftsutgifter", 92_400_000),
        row(811, 21, "Prosjekt", 24_000_000),
        row(811, 45, "Utstyr", 1_610_000),
        row(3811, 2, "Salgsinntekter", 2_000_000),
    ];
    assert_eq!(posts(&plan), expected);
    let given: Vec<_> = plan
        .authorisations
        .iter()
        .map(|given| (given.chapter, given.post, kroner(given.limit_nok)))
        .collect();
    assert_eq!(given, [(Some(811), Some(21), None), (Some(811), Some(45), Some(5_000_000))]);
}

#[test]
fn a_title_may_run_into_the_column_of_amounts() {
    let body = "\
Kap.   Post   Nemning                          Løyving 2027 (i 1 000 kr)
811           Sauetilsynet
       01     Driftsutgifter                   98 760
       45     Større utstyr til gjerde og bu, kan overførast, kan nyttast under post 01      1 500
       Sum    kap. 811                         100 260
";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    assert_eq!(
        posts(&plan),
        [
            row(811, 1, "Driftsutgifter", 98_760_000),
            row(811, 45, "Større utstyr til gjerde og bu", 1_500_000)
        ]
    );
    assert_eq!(post(&plan, 811, 45).keywords, ["kan overførast", "kan nyttast under post 01"]);
    assert!(plan.not_understood.is_empty(), "{:?}", plan.not_understood);
}

#[test]
fn rows_of_authorisations_may_name_chapter_and_post_with_a_stroke() {
    let body = "\
| Fullmakt | Kap./post | Beløp |
|---|---|---|
| Merinntektsfullmakt | 811/01 mot 3811/02 | – |
| Tilsagnsfullmakt | 811/72 | 4 mill. kroner |
";
    let plan =
        plan_of("# Tildelingsbrev 2027 til Sauetilsynet\n\n## 4.3 Fullmakter\n\n", body, Format::Markdown);
    let given: Vec<_> = plan
        .authorisations
        .iter()
        .map(|given| (given.chapter, given.post, kroner(given.limit_nok)))
        .collect();
    assert_eq!(given, [(Some(811), Some(1), None), (Some(811), Some(72), Some(4_000_000))]);
}

#[test]
fn a_sentence_gives_recipients_and_shares_of_a_post() {
    let body = "\
| Kapittel | Post | Benevnelse | Tildeling (i kroner) |
|---|---|---|---|
| 811 | 01 | Driftsutgifter | 90 345 000 |
| 811 | 72 | Tilskudd | 16 500 000 |
| 3811 | 01 | Gebyr | 100 000 |

Av bevilgningen på post 01 er 5 mill. kroner øremerket sporing, og 3,5 mill. kroner opplæring.

Post 72 lyses ut samlet.

### 4.2 Kap. 811 post 72

Tilskuddet fordeles med 10 mill. kroner til Stiftelsen Fjellsau og 6,5 mill. kroner til Norsk Gjerdelag.
";
    let plan = plan_of("# Tildelingsbrev 2027 til Sauetilsynet\n\n## 4 Budsjett\n\n", body, Format::Markdown);
    let running = parts(&post(&plan, 811, 1).breakdown);
    assert_eq!(
        running,
        [
            ("sporing", 5_000_000, PortionKind::SubAllocation),
            ("opplæring", 3_500_000, PortionKind::SubAllocation)
        ]
    );
    let grants = parts(&post(&plan, 811, 72).breakdown);
    assert_eq!(
        grants,
        [
            ("Stiftelsen Fjellsau", 10_000_000, PortionKind::Recipient),
            ("Norsk Gjerdelag", 6_500_000, PortionKind::Recipient)
        ]
    );
    assert_eq!(post(&plan, 811, 72).title, "Tilskudd");
    assert!(plan.evidence.titles.iter().all(|title| title.title != "lyses ut samlet."));
}

#[test]
fn rows_that_begin_with_hvorav_lie_within_the_row_above() {
    let body = "\
Tabell 1: Tildeling på kap. 811 Sauetilsynet (i kroner)
Post  Benevnelse                               Beløp
21    Spesielle driftsutgifter             9 000 000
60    Tilskudd                             3 000 000

Fordeling av post 21:
Tiltak                        Tildeling (kr)
Sporing                            5 000 000
- hvorav sendere                   1 000 000
Gjerder                            4 000 000
Sum                                9 000 000

Kap. 811 post 60: Tilskudd går til følgende mottakere:
- Fjellsau, 1 mill. kroner
- Strandsau, 2 mill. kroner
";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    let divided = &post(&plan, 811, 21).breakdown;
    assert_eq!(
        parts(divided),
        [
            ("Sporing", 5_000_000, PortionKind::SubAllocation),
            ("Gjerder", 4_000_000, PortionKind::SubAllocation)
        ]
    );
    assert_eq!(
        divided.first().map(|part| parts(&part.breakdown)),
        Some(vec![("sendere", 1_000_000, PortionKind::SubAllocation)])
    );
    let grants = parts(&post(&plan, 811, 60).breakdown);
    assert_eq!(
        grants,
        [("Fjellsau", 1_000_000, PortionKind::Recipient), ("Strandsau", 2_000_000, PortionKind::Recipient)]
    );
}

#[test]
fn a_cell_or_a_line_may_hold_key_and_title_together() {
    let table = "\
| Kapittel og post | 2027 (i 1000 kr) |
|---|---|
| Kap. 811 Sauetilsynet | |
| Post 01 Driftsutgifter | 12 000 |
| 21 Spesielle driftsutgifter | 3 000 |
| Sum kap. 811 | 15 000 |
";
    let plan =
        plan_of("# Tildelingsbrev 2027 til Sauetilsynet\n\n## 4 Budsjett\n\n", table, Format::Markdown);
    let expected =
        [row(811, 1, "Driftsutgifter", 12_000_000), row(811, 21, "Spesielle driftsutgifter", 3_000_000)];
    assert_eq!(posts(&plan), expected);
    let lines = "Kap. 811 post 01 Driftsutgifter: 12 345 000 kroner\nKap. 811 post 21 Prosjekt, kan overføres: 2 000 000 kroner\n";
    let plan = plan_of(ALLOCATION, lines, Format::Text);
    assert_eq!(
        posts(&plan),
        [row(811, 1, "Driftsutgifter", 12_345_000), row(811, 21, "Prosjekt", 2_000_000)]
    );
}

#[test]
fn a_post_named_alone_belongs_to_the_chapter_that_has_it() {
    let body = "\
(i 1 000 kr)
Kap. 811 Sauetilsynet
01      Driftsutgifter                              12 345
21      Spesielle driftsutgifter                     2 655
Sum kap. 811                                        15 000

Kap. 3811 Sauetilsynet
02      Gebyr                                          400

Post 21 er fordelt slik:
a) Sporing: 2 000 000 kroner
b) Gjerder: 655 000 kroner

Bevilgningen på kap. 811 post 01 skal dekke drift. Av dette er 2 mill. kroner øremerket sporing.
";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    assert_eq!(kroner(post(&plan, 3811, 2).amount_nok), Some(400_000));
    let divided = parts(&post(&plan, 811, 21).breakdown);
    assert_eq!(
        divided,
        [
            ("Sporing", 2_000_000, PortionKind::SubAllocation),
            ("Gjerder", 655_000, PortionKind::SubAllocation)
        ]
    );
    assert_eq!(parts(&post(&plan, 811, 1).breakdown), [("sporing", 2_000_000, PortionKind::SubAllocation)]);
}

#[test]
fn a_nynorsk_supplement_is_read_like_the_others() {
    let body = "\
Kap. 811 Sauetilsynet
Post 01 Driftsutgifter
Løyvinga blir auka med 2 mill. kroner, frå 10 mill. kroner til 12 mill. kroner.

Kap./post   Nemning        Vedteke budsjett   Tillegg   Ny løyving
                                 (1 000 kr)  (1 000 kr)  (1 000 kr)
811.45      Utstyr                    4 000       500       4 500
3811.01     Gebyr                     1 000      -200         800
";
    let plan = plan_of(SUPPLEMENT, body, Format::Text);
    let amounts = |post: &Post| (kroner(post.previous_nok), kroner(post.change_nok), kroner(post.amount_nok));
    assert_eq!(amounts(post(&plan, 811, 1)), (Some(10_000_000), Some(2_000_000), Some(12_000_000)));
    assert_eq!(amounts(post(&plan, 811, 45)), (Some(4_000_000), Some(500_000), Some(4_500_000)));
    assert_eq!(amounts(post(&plan, 3811, 1)), (Some(1_000_000), Some(-200_000), Some(800_000)));
}

#[test]
fn a_title_that_ends_in_a_post_leaves_the_amount_to_the_next_line() {
    let aligned = "                                   (i 1 000 kroner)
Kap. 813 Sauetilsynet
Post    Benevning                                Tildeling 2027
01      Driftsutgifter                                   20 500
62      Lokale gjerder, kan nyttes under post 73
                                                          8 400
73      Tilskot                                           9 100
Sum kap. 813                                             38 000
";
    let plan = plan_of(ALLOCATION, aligned, Format::Text);
    assert_eq!(kroner(post(&plan, 813, 62).amount_nok), Some(8_400_000));
    let lines = "Kap. 813 Sauetilsynet (i 1 000 kroner)\n\nPost 62 Lokale gjerder,\nkan nyttes under post 73\n8 400\n";
    let plan = plan_of(ALLOCATION, lines, Format::Text);
    assert_eq!(kroner(post(&plan, 813, 62).amount_nok), Some(8_400_000));
}

#[test]
fn dots_lead_to_the_amount() {
    let body = "Kap. 77 Sauetilsynet\n  post 01 Driftsutgifter .............. 22 345 000\n  post 21 Spesielle driftsutgifter .... 3 655 000\n  Sum kap. 77 ......................... 26 000 000\n";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    let expected =
        [row(77, 1, "Driftsutgifter", 22_345_000), row(77, 21, "Spesielle driftsutgifter", 3_655_000)];
    assert_eq!(posts(&plan), expected);
    assert_eq!(sums(&plan), [(77, Some(26_000_000))]);
}

#[test]
fn a_sentence_lists_posts_with_their_amounts() {
    let body = "Sauetilsynet disponerer i 2027 kap. 512 post 01 med 48,3 mill. kroner og kap. 512 post 45 med 2,7 mill. kroner.\n";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    let amounts: Vec<_> = posts(&plan).into_iter().map(|(_, post, _, amount)| (post, amount)).collect();
    assert_eq!(amounts, [(1, Some(48_300_000)), (45, Some(2_700_000))]);
}

#[test]
fn a_post_with_two_rows_counts_twice_in_the_sum() {
    let body = "Kap. 813 Sauetilsynet\n\nPost 01 Driftsutgifter 20 500 000\nPost 73 Tilskudd 9 100 000\nPost 73 Tilskudd 1 900 000\nSum 29 600 000\n";
    let plan = plan_of(ALLOCATION, body, Format::Text);
    let parts: Vec<i64> = plan.evidence.sums[0].parts.iter().map(|part| part.amount.ore() / 100).collect();
    assert_eq!(parts, [20_500_000, 9_100_000, 1_900_000]);
}

#[test]
fn an_overview_of_chapters_is_understood() {
    let overview = "| Kapittel | Betegnelse | Tildeling |\n|---|---|---|\n| Kap. 950 | Beite | 12 000 000 |\n\
                    | Kap. 999 | Annet | 7 000 000 |\n| Samlet | | 19 000 000 |\n\n";
    let chapter = "## 4.2 Kap. 950 Beite\n\n| Post | Betegnelse | Beløp |\n|---|---|---|\n| 01 | Drift | 12 000 000 |\n";
    let head = "# Tildelingsbrev 2027 til Sauetilsynet\n\n## 4 Budsjett\n\n(i kroner)\n\n";
    let plan = plan_of(head, &format!("{overview}{chapter}"), Format::Markdown);
    let unread: Vec<&str> = plan.not_understood.iter().map(|one| one.text.as_str()).collect();
    assert!(unread.iter().all(|text| !text.contains("950")), "{unread:?}");
}
