//! Letters of any size: an invented agency, all numbers, titles and sums different, every sum right.

const YEAR: u32 = 2025;
const ASSIGNMENTS_PER_GOAL: usize = 10;
const POSTS: [u32; 8] = [1, 21, 22, 45, 60, 61, 70, 71];

const VERBS: [&str; 10] = [
    "Utarbeide",
    "Videreutvikle",
    "Evaluere",
    "Etablere",
    "Kartlegge",
    "Samordne",
    "Revidere",
    "Kvalitetssikre",
    "Gjennomføre",
    "Tilrettelegge",
];
const THINGS: [&str; 12] = [
    "veileder",
    "nasjonal plan",
    "digital løsning",
    "kunnskapsgrunnlag",
    "opplæringstilbud",
    "indikatorsett",
    "tilskuddsordning",
    "fagnettverk",
    "rapporteringsrutine",
    "beredskapsplan",
    "informasjonsside",
    "samarbeidsavtale",
];
const AUDIENCES: [&str; 11] = [
    "kommuner",
    "fylkeskommuner",
    "statsforvaltere",
    "frivillige organisasjoner",
    "arbeidsgivere",
    "skoler",
    "barnehager",
    "bibliotek",
    "helsestasjoner",
    "idrettslag",
    "utdanningsinstitusjoner",
];
const MEASURES: [&str; 3] = ["Andel", "Antall", "Resultater av arbeidet med"];
const SENTENCES: [&str; 7] = [
    "Erfaringene fra de siste årene viser at behovet varierer mellom landsdelene, og at små kommuner trenger mer\n\
     støtte enn store.",
    "Direktoratet må selv vurdere hvilke aktører som bør involveres, og skal legge vekt på brukernes\n\
     erfaringer.",
    "Arbeidet bygger på anbefalingene fra tidligere utredninger og ses i sammenheng med øvrige tiltak på\n\
     feltet.",
    "Det er viktig at kunnskapen tas i bruk, og at resultatene gjøres lett tilgjengelige for dem som skal\n\
     bruke dem.",
    "Departementet legger til grunn at oppgaven løses innenfor de gjeldende budsjettrammene.",
    "Kostnader og gevinster skal beskrives slik at ulike løsninger kan sammenlignes.",
    "Tiltakene skal være treffsikre, enkle å forvalte og mulige å avslutte når behovet er dekket.",
];

/// Returns a letter with `size` assignments, each in a list and in the annex, and `size` posts in chapters of eight.
pub(super) fn letter(size: usize) -> String {
    let mut lines = vec![
        format!("Tildelingsbrev {YEAR} – Direktoratet for prøvebrev (DPB)"),
        "1. Innledning".to_owned(),
        "Det vises til Prop. 1 S (2024–2025) fra Prøvedepartementet (PRD). PRD gir de økonomiske rammene for"
            .to_owned(),
        format!("virksomheten i {YEAR}. Brevet er laget for å måle et program; ingen etat har fått det."),
        "2. Mål, styringsparametere og oppdrag".to_owned(),
    ];
    for goal in 0..size.div_ceil(ASSIGNMENTS_PER_GOAL) {
        push_goal(&mut lines, goal, size);
    }
    lines.extend([
        "3. Styringsdialog og andre møter".to_owned(),
        format!("Det avholdes to etatsstyringsmøter i {YEAR}."),
        "4. Rapportering".to_owned(),
        "Type rapportering Telletidspunkt Rapporteringsfrist".to_owned(),
        format!("Halvårsrapportering for {YEAR} 30. juni {YEAR} Innen 18. august {YEAR}"),
        format!(
            "Årsrapport og regnskap for budsjettåret {YEAR} 31. desember {YEAR} Innen 15. mars {}",
            YEAR + 1
        ),
        "5. Tildeling av midler".to_owned(),
        "5.1. Budsjettrammen".to_owned(),
        format!("Følgende midler stilles til disposisjon for DPB i {YEAR}:"),
    ]);
    for chapter in 0..size.div_ceil(POSTS.len()) {
        push_chapter(&mut lines, chapter, size);
    }
    lines.extend(["Vedlegg".to_owned(), "Vedlegg nr. 1 Oppdrag".to_owned()]);
    for assignment in 0..size {
        push_description(&mut lines, assignment);
    }
    lines.join("\n") + "\n"
}

fn push_goal(lines: &mut Vec<String>, goal: usize, size: usize) {
    let number = goal + 1;
    lines.push(format!(
        "Mål {number}: {} har god tilgang til {} nr. {number}",
        capital(nth(&AUDIENCES, goal)),
        nth(&THINGS, goal)
    ));
    lines.push(sentences(goal));
    for (index, measure) in MEASURES.iter().enumerate() {
        let sp = goal * MEASURES.len() + index;
        let (audience, thing) = (nth(&AUDIENCES, sp), nth(&THINGS, sp / AUDIENCES.len()));
        lines.push(format!("SP {}: {measure} {audience} som bruker {thing} i område {number}", sp + 1));
    }
    lines.push(format!("Oppdrag som skal bidra til å oppnå mål nr. {number}:"));
    let first = goal * ASSIGNMENTS_PER_GOAL;
    for assignment in first..size.min(first + ASSIGNMENTS_PER_GOAL) {
        lines.push(format!("{} {}", assignment_number(assignment), assignment_title(assignment)));
        lines.push(deadline(assignment));
    }
}

fn push_chapter(lines: &mut Vec<String>, chapter: usize, size: usize) {
    let first = chapter * POSTS.len();
    let posts: Vec<usize> = (first..size.min(first + POSTS.len())).collect();
    lines.push(format!(
        "Kap. {} {} for {}",
        600 + chapter,
        capital(nth(&THINGS, chapter)),
        nth(&AUDIENCES, chapter)
    ));
    lines.push("(i kroner)".to_owned());
    lines.push(format!("Post Betegnelse Tildeling {YEAR}"));
    for (number, post) in POSTS.iter().zip(&posts) {
        lines.push(format!("Post {number:02} {} {}", post_title(*post), grouped(amount(*post))));
    }
    lines.push(format!("Sum {}", grouped(posts.iter().map(|post| amount(*post)).sum())));
}

fn push_description(lines: &mut Vec<String>, assignment: usize) {
    lines.push(format!("Oppdrag nr. {} {}", assignment_number(assignment), assignment_title(assignment)));
    lines.push("Bakgrunn".to_owned());
    lines.push(sentences(assignment));
    lines.push("Beskrivelse av oppdraget".to_owned());
    lines.push(sentences(assignment + 3));
    lines.push("DPB har hovedansvar for oppdraget.".to_owned());
    lines.push(format!("Frist: {}", deadline(assignment)));
}

fn assignment_number(assignment: usize) -> String {
    format!("{YEAR}-{:02}", assignment + 1)
}

/// Returns one of 1 320 titles; from there on they come again.
fn assignment_title(assignment: usize) -> String {
    let pairs = VERBS.len() * THINGS.len();
    let (verb, thing) = (nth(&VERBS, assignment), nth(&THINGS, assignment / VERBS.len()));
    format!("{verb} {thing} for {}", nth(&AUDIENCES, assignment / pairs + assignment % pairs))
}

fn post_title(post: usize) -> String {
    format!("Tilskudd til {} for {}", nth(&THINGS, post), nth(&AUDIENCES, post / THINGS.len()))
}

fn deadline(assignment: usize) -> String {
    format!("{:02}.{:02}.{YEAR}", assignment % 28 + 1, assignment / 28 % 10 + 3)
}

fn amount(post: usize) -> u64 {
    1_250_000 + 137_000 * post as u64
}

/// Returns three sentences, beginning with another one each time.
fn sentences(first: usize) -> String {
    (first..first + 3).map(|index| nth(&SENTENCES, index)).collect::<Vec<_>>().join("\n")
}

fn nth(list: &[&'static str], index: usize) -> &'static str {
    list[index % list.len()]
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Returns kroner with a space between each group of three digits.
fn grouped(amount: u64) -> String {
    let digits = amount.to_string();
    let head = digits.len() % 3;
    let groups = digits.as_bytes()[head..].chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    std::iter::once(digits[..head].to_owned())
        .filter(|head| !head.is_empty())
        .chain(groups)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn numbers_titles_and_amounts_differ() {
        let titles: BTreeSet<String> = (0..1000).map(assignment_title).collect();
        let amounts: BTreeSet<u64> = (0..1000).map(amount).collect();
        assert_eq!((titles.len(), amounts.len()), (1000, 1000));
    }

    #[test]
    fn a_letter_grows_with_its_size_and_is_the_same_each_time() {
        let (small, large) = (letter(10), letter(1000));
        assert_eq!(small, letter(10));
        assert!((95..105).contains(&(large.len() / small.len())), "{} and {}", small.len(), large.len());
        assert_eq!(large.matches("Frist: ").count(), 1000);
        assert_eq!(large.matches("\nPost ").count(), 1000 + 125);
    }

    #[test]
    fn a_chapter_ends_with_its_sum() {
        let mut lines = Vec::new();
        push_chapter(&mut lines, 1, 10);
        assert_eq!(
            lines[3..],
            [
                "Post 01 Tilskudd til rapporteringsrutine for kommuner 2 346 000",
                "Post 21 Tilskudd til beredskapsplan for kommuner 2 483 000",
                "Sum 4 829 000"
            ]
        );
    }
}
