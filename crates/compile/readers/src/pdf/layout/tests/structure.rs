//! Tagged pages: the structure tells the blocks, geometry the lines.

use super::super::super::page::{Kid, Paper, Tag};
use super::super::read;
use super::drawing::{blocks, paper, shown};

fn tag(role: &str, kids: Vec<Kid>) -> Kid {
    Kid::Tag(Tag { role: role.to_owned(), columns: 1, rows: 1, kids })
}

/// Gives the glyphs of each line of a drawing a mark of its own, counted from 0, and the document a structure.
fn tagged(pages: &[&str], tags: Vec<Kid>) -> Paper {
    let mut paper = paper(pages);
    for page in &mut paper.pages {
        for glyph in &mut page.glyphs {
            glyph.mark = Some(((glyph.y - 60.0) / super::drawing::HIGH) as u32);
        }
    }
    let tags = tags.into_iter().filter_map(|kid| match kid {
        Kid::Tag(tag) => Some(tag),
        Kid::Mark(..) => None,
    });
    paper.tags = Some(tags.collect());
    paper
}

fn lines(page: u32, marks: std::ops::Range<u32>) -> Vec<Kid> {
    marks.map(|mark| Kid::Mark(page, mark)).collect()
}

#[test]
fn both_roads_give_the_same_blocks() {
    let drawing = "\
^1 Innledning

Departementet ber om at etaten legger fram en plan for arbeidet med
ferdsel i fjellet.

•   Vær og føre i de nasjonale turområdene og langs rutene mellom
    dem

------------------------------
| Post         | Beløp       |
------------------------------
| Drift        | 12 000      |
------------------------------";
    let paper = tagged(
        &[drawing],
        vec![tag(
            "Document",
            vec![
                tag("H1", lines(1, 0..1)),
                tag("P", lines(1, 2..4)),
                tag("P", lines(1, 5..7)),
                tag(
                    "Table",
                    vec![
                        tag("TR", vec![tag("TD", lines(1, 9..10))]),
                        tag("TR", vec![tag("TD", lines(1, 11..12))]),
                    ],
                ),
            ],
        )],
    );
    let told: Vec<String> = read(paper).iter().map(shown).collect();
    let seen = blocks(&[drawing]);
    assert_eq!(told[..3], seen[..3]);
    assert_eq!(told[3], "table: Post Beløp & Drift 12 000");
}

#[test]
fn a_structure_that_says_nothing_is_left_alone() {
    let line = "Departementet ber om at etaten legger fram en plan for arbeidet med ferdsel.\n\n";
    let drawing = line.repeat(30);
    let all = tagged(&[&drawing], vec![tag("P", lines(1, 0..60))]);
    let part = tagged(&[&drawing], vec![tag("P", lines(1, 0..4))]);
    for paper in [all, part] {
        assert_eq!(read(paper).len(), 30);
    }
}

#[test]
fn notes_and_labels_stand_apart() {
    let drawing = "Rammen er 12 000 kroner\n\n1\n\nBeløpet er rundet av.";
    let note = tag("Note", vec![tag("Lbl", lines(1, 2..3)), Kid::Mark(1, 4)]);
    let paper = tagged(&[drawing], vec![tag("P", vec![Kid::Mark(1, 0), note])]);
    let told: Vec<String> = read(paper).iter().map(shown).collect();
    assert_eq!(told, ["p: Rammen er 12 000 kroner", "note: Beløpet er rundet av."]);
}
