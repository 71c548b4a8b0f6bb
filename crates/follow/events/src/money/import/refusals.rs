//! Why a file of actuals, or a line of it, is refused, and what to do.

use super::Preview;
use crate::refusal::Refusal;
use std::collections::BTreeSet;
use styrbord_diagnostics::Message;

type Told = (Message, Message);

fn told(nb: &str, nn: &str, en: &str, help: [&str; 3]) -> Told {
    (Message::new(nb, nn, en), Message::new(help[0], help[1], help[2]))
}

pub(super) fn too_large(found: usize, max: usize) -> Refusal {
    let (found, max) = (found / 1_000_000, max / 1_000_000);
    Refusal::new(
        "file-too-large",
        Message::new(
            format!("Filen er på {found} MB; grensen er {max} MB"),
            format!("Fila er på {found} MB; grensa er {max} MB"),
            format!("The file has {found} MB; the limit is {max} MB"),
        ),
        Message::new(
            "Ta ut ett år eller én virksomhet, og prøv igjen",
            "Ta ut eitt år eller éi verksemd, og prøv igjen",
            "Take out one year or one agency, then try again",
        ),
    )
}

pub(super) fn too_many_figures(max: usize) -> Refusal {
    Refusal::new(
        "too-many-figures",
        Message::new(
            format!("Filen har mer enn {max} summer av kapittel, post, periode og konto"),
            format!("Fila har meir enn {max} summar av kapittel, post, periode og konto"),
            format!("The file has more than {max} sums of chapter, post, period and account"),
        ),
        Message::new(
            "Velg virksomheten, eller ta ut færre perioder",
            "Vel verksemda, eller ta ut færre periodar",
            "Choose the agency, or take out fewer periods",
        ),
    )
}

pub(super) fn not_csv() -> Refusal {
    Refusal::new(
        "not-csv",
        Message::new(
            "Filen er ikke CSV i UTF-8 eller Windows-1252",
            "Fila er ikkje CSV i UTF-8 eller Windows-1252",
            "The file is no CSV in UTF-8 or Windows-1252",
        ),
        Message::new(
            "Pakk ut en zip-fil; lagre et regneark som CSV (semikolondelt)",
            "Pakk ut ei zip-fil; lagre eit rekneark som CSV (semikolondelt)",
            "Unpack a zip file; save a spreadsheet as CSV (separated by semicolons)",
        ),
    )
}

pub(super) fn empty() -> Refusal {
    Refusal::new(
        "empty-file",
        Message::new("Filen er tom", "Fila er tom", "The file is empty"),
        Message::new(
            "Navnene på kolonnene står i første linje, tallene i linjene under",
            "Namna på kolonnane står i første linje, tala i linjene under",
            "The names of the columns stand in the first line, the figures in the lines below",
        ),
    )
}

pub(super) fn unsplittable(line: u64) -> Refusal {
    Refusal::new(
        "line-not-split",
        Message::new(
            format!(
                "Linje {line} kan ikke deles i verdier: et anførselstegn mangler, eller linjen er for lang"
            ),
            format!(
                "Linje {line} kan ikkje delast i verdiar: eit hermeteikn manglar, eller linja er for lang"
            ),
            format!("Line {line} cannot be split into values: a quote is missing, or the line is too long"),
        ),
        Message::new(
            "Rett linjen, eller hent filen på nytt",
            "Rett linja, eller hent fila på nytt",
            "Mend the line, or fetch the file anew",
        ),
    )
}

pub(super) fn column_twice(name: &str) -> Refusal {
    Refusal::new(
        "column-twice",
        Message::new(
            format!("Kolonnen «{name}» står to ganger"),
            format!("Kolonnen «{name}» står to gonger"),
            format!("The column “{name}” stands there twice"),
        ),
        Message::new("Ta bort den ene", "Ta bort den eine", "Take one away"),
    )
}

pub(super) fn column_missing(name: &str, found: &[String]) -> Refusal {
    let found: Vec<String> = found.iter().take(40).map(|name| name.chars().take(40).collect()).collect();
    let found = found.join(", ");
    Refusal::new(
        "column-missing",
        Message::new(
            format!("Kolonnen «{name}» mangler; filen har {found}"),
            format!("Kolonnen «{name}» manglar; fila har {found}"),
            format!("The column “{name}” is missing; the file has {found}"),
        ),
        Message::new(
            "Gi kolonnen dette navnet, eller velg den andre typen fil",
            "Gi kolonnen dette namnet, eller vel den andre typen fil",
            "Give the column this name, or choose the other kind of file",
        ),
    )
}

pub(super) fn several_agencies(agencies: &BTreeSet<String>) -> Refusal {
    let list = agencies.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    Refusal::new(
        "several-agencies",
        Message::new(
            format!("Filen har flere virksomheter: {list}"),
            format!("Fila har fleire verksemder: {list}"),
            format!("The file has several agencies: {list}"),
        ),
        Message::new(
            "Velg virksomheten med organisasjonsnummer eller navn",
            "Vel verksemda med organisasjonsnummer eller namn",
            "Choose the agency by organisation number or name",
        ),
    )
}

pub(super) fn agency_not_found(asked: &str, agencies: &BTreeSet<String>) -> Refusal {
    let list = agencies.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    Refusal::new(
        "agency-not-found",
        Message::new(
            format!("Filen har ingen linjer for virksomheten {asked}; den har {list}"),
            format!("Fila har ingen linjer for verksemda {asked}; ho har {list}"),
            format!("The file has no lines of the agency {asked}; it has {list}"),
        ),
        Message::new(
            "Bruk organisasjonsnummeret eller navnet slik det står i filen",
            "Bruk organisasjonsnummeret eller namnet slik det står i fila",
            "Use the organisation number or the name as it stands in the file",
        ),
    )
}

pub(super) fn width(expected: usize, found: usize) -> Told {
    (
        Message::new(
            format!("ventet {expected} verdier, fant {found}"),
            format!("venta {expected} verdiar, fann {found}"),
            format!("expected {expected} values, found {found}"),
        ),
        Message::new(
            "Sett verdier med skilletegn i anførselstegn",
            "Set verdiar med skiljeteikn i hermeteikn",
            "Put values that hold the mark into quotes",
        ),
    )
}

pub(super) fn no_month(date: bool) -> Told {
    if date {
        return told(
            "ventet en dato",
            "venta ein dato",
            "expected a date",
            [
                "Skriv datoen som 2025-03-31 eller 31.03.2025",
                "Skriv datoen som 2025-03-31 eller 31.03.2025",
                "Write the date as 2025-03-31 or 31.03.2025",
            ],
        );
    }
    told(
        "ventet en periode",
        "venta ein periode",
        "expected a period",
        ["Skriv år og måned som 202503", "Skriv år og månad som 202503", "Write year and month as 202503"],
    )
}

pub(super) fn no_chapter() -> Told {
    told(
        "ventet et kapittel",
        "venta eit kapittel",
        "expected a chapter",
        ["Skriv kapittelet som 671", "Skriv kapittelet som 671", "Write the chapter as 671"],
    )
}

pub(super) fn no_post(chapter: u32) -> Told {
    (
        Message::new(
            format!("ventet en post på kapittel {chapter}"),
            format!("venta ein post på kapittel {chapter}"),
            format!("expected a post of chapter {chapter}"),
        ),
        Message::new(
            format!("Skriv posten som 60, eller med kapittelet foran som {chapter:04}60"),
            format!("Skriv posten som 60, eller med kapittelet framfor som {chapter:04}60"),
            format!("Write the post as 60, or with the chapter before it as {chapter:04}60"),
        ),
    )
}

pub(super) fn no_account() -> Told {
    told(
        "ventet en konto",
        "venta ein konto",
        "expected an account",
        [
            "Skriv kontoen med siffer alene",
            "Skriv kontoen med siffer åleine",
            "Write the account in digits alone",
        ],
    )
}

pub(super) fn finer_than_ore() -> Told {
    told(
        "beløpet har deler av et øre",
        "beløpet har delar av eit øre",
        "the amount has parts of an øre",
        ["Bruk hele øre", "Bruk heile øre", "Use whole øre"],
    )
}

pub(super) fn amount_too_large() -> Told {
    told(
        "beløpet er større enn noe beløp kan være",
        "beløpet er større enn noko beløp kan vere",
        "the amount is larger than any can be",
        [
            "Se etter om siffer har flyttet seg",
            "Sjå etter om siffer har flytta seg",
            "See whether digits have moved",
        ],
    )
}

pub(super) fn no_amount(comma: bool) -> Told {
    let form = if comma { "1234,50" } else { "1234.50" };
    (
        Message::new("ventet et beløp", "venta eit beløp", "expected an amount"),
        Message::new(
            format!("Skriv beløpet som {form}"),
            format!("Skriv beløpet som {form}"),
            format!("Write the amount as {form}"),
        ),
    )
}

pub(super) fn unknown_post(chapter: u32, post: u32, lines: u64) -> Told {
    (
        Message::new(
            format!("kapittel {chapter} post {post:02} er ikke i årets brev (linjer: {lines})"),
            format!("kapittel {chapter} post {post:02} er ikkje i breva for året (linjer: {lines})"),
            format!("chapter {chapter} post {post:02} is in no letter of the year (lines: {lines})"),
        ),
        Message::new(
            "Ta inn dokumentet som gir posten, eller velg å holde den utenfor",
            "Ta inn dokumentet som gir posten, eller vel å halde han utanfor",
            "Take in the document that gives the post, or choose to leave it out",
        ),
    )
}

pub(super) fn unknown_chapter(chapter: u32, lines: u64) -> Told {
    (
        Message::new(
            format!("kapittel {chapter} er ikke i årets brev (linjer: {lines})"),
            format!("kapittel {chapter} er ikkje i breva for året (linjer: {lines})"),
            format!("chapter {chapter} is in no letter of the year (lines: {lines})"),
        ),
        Message::new(
            "Ta inn dokumentet som gir kapittelet, eller velg å holde det utenfor",
            "Ta inn dokumentet som gir kapittelet, eller vel å halde det utanfor",
            "Take in the document that gives the chapter, or choose to leave it out",
        ),
    )
}

pub(super) fn other_year(year: i16) -> Told {
    (
        Message::new(
            format!("perioden er ikke i {year}"),
            format!("perioden er ikkje i {year}"),
            format!("the period is not in {year}"),
        ),
        Message::new(
            "Ta ut det ene året, eller ta filen inn i sitt eget år",
            "Ta ut det eine året, eller ta fila inn i sitt eige år",
            "Take out the one year, or take the file into its own year",
        ),
    )
}

/// The import as a whole, with its first refused line.
pub(in crate::money) fn refused(preview: &Preview) -> Refusal {
    let (first, count) = (preview.refused.first(), preview.refused_count);
    let say = |told: fn(&Message) -> &str, line: &str, more: &str| match first {
        Some(first) => {
            let value = if first.value.is_empty() { String::new() } else { format!(" «{}»", first.value) };
            format!("{line} {}{value}: {} ({count} {more})", first.line, told(&first.message))
        }
        None => format!("{count} {more}"),
    };
    let help = first.map_or_else(|| Message::same(""), |first| first.help.clone());
    Refusal::new(
        "import-refused",
        Message::new(
            say(|told| &told.nb, "Ingenting er bokført. Linje", "avvist i alt"),
            say(|told| &told.nn, "Ingenting er bokført. Linje", "avviste i alt"),
            say(|told| &told.en, "Nothing was booked. Line", "refused in all"),
        ),
        help,
    )
}
