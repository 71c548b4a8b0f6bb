//! Pages that no printer makes.

use super::super::super::page::{Page, Paper, Rule, Turn};
use super::super::read;
use super::drawing::{blocks, glyph, paper};
use proptest::prelude::*;

#[test]
fn a_page_of_pictures_says_so() {
    let page = |number, pictures| Page { number, pictures, width: 600.0, height: 842.0, ..Page::default() };
    let paper = Paper { pages: vec![page(1, 0), page(2, 1)], ..Paper::default() };
    assert_eq!(read(paper).len(), 1);
}

#[test]
fn a_page_that_lies_on_its_side_reads_as_it_is_held() {
    let upright = "Etaten skal legge fram en plan for\narbeidet innen 1. mai 2025.";
    let mut turned = paper(&[upright]);
    for page in &mut turned.pages {
        for glyph in &mut page.glyphs {
            (glyph.x, glyph.y, glyph.turn) = (glyph.y, 600.0 - glyph.x, Turn::Up);
        }
        (page.width, page.height) = (842.0, 600.0);
    }
    let shown: Vec<String> = read(turned).iter().map(super::drawing::shown).collect();
    assert_eq!(shown, blocks(&[upright]));
}

#[test]
fn text_that_is_painted_twice_is_read_once() {
    let mut twice = paper(&["Tildelingsbrev 2025"]);
    for page in &mut twice.pages {
        let again = page.glyphs.clone();
        page.glyphs.extend(again.into_iter().map(|mut glyph| {
            glyph.x += 0.3;
            glyph
        }));
    }
    let shown: Vec<String> = read(twice).iter().map(super::drawing::shown).collect();
    assert_eq!(shown.len(), 1);
    assert!(shown[0].ends_with(": Tildelingsbrev 2025"), "{shown:?}");
}

fn number() -> impl Strategy<Value = f32> {
    prop_oneof![
        8 => -50.0_f32..900.0,
        1 => Just(f32::NAN),
        1 => Just(f32::INFINITY),
        1 => Just(f32::MIN),
        1 => Just(0.0),
        1 => Just(1e30),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_is_read(
        glyphs in prop::collection::vec((number(), number(), number(), number(), "[a-zA-Z0-9.•¹ -]", 0..5_u8), 0..120),
        rules in prop::collection::vec((number(), number(), number(), number()), 0..40),
        size in (number(), number()),
    ) {
        let turns = [Turn::Right, Turn::Down, Turn::Left, Turn::Up, Turn::Slanted];
        let glyphs: Vec<_> = glyphs
            .into_iter()
            .map(|(x, y, advance, size, text, turn)| {
                let mut glyph = glyph(&text, x, y, size, 7);
                (glyph.advance, glyph.turn) = (advance, turns[usize::from(turn)]);
                glyph
            })
            .collect();
        let rules: Vec<Rule> = rules.into_iter().map(|(x0, y0, x1, y1)| Rule { x0, y0, x1, y1 }).collect();
        let page = |number| Page {
            number, width: size.0, height: size.1, glyphs: glyphs.clone(), rules: rules.clone(), pictures: 0,
        };
        read(Paper { pages: vec![page(1), page(2), page(3)], ..Paper::default() });
    }
}
