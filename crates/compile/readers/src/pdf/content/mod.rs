//! The content of a page: operators, carried out as far as glyphs and ruled lines need it.
#![expect(clippy::float_arithmetic, reason = "places on a page are lengths")]

mod image;
mod marks;
mod operands;
mod path;
mod properties;
mod state;
mod text;

use super::file::{File, as_dictionary};
use super::font::{Font, Fonts};
use super::layers::Layers;
use super::lexer::{Lexer, Token};
use super::matrix::Matrix;
use super::page::{Glyph, Page};
use super::tags::Structure;
use crate::ReadError;
use crate::limits::{DEPTH_MAX, GLYPHS_MAX};
use lopdf::{Dictionary, Object, ObjectId, Stream};
use marks::{Mark, Marks};
use operands::Operands;
use path::Path;
use state::{Colour, Space, State};
use std::rc::Rc;
use text::Pen;

/// The most states that are saved inside each other.
const SAVED_MAX: usize = 4096;

/// What it costs to begin a form, in steps.
const FORM_STEPS: usize = 1000;

/// The width of outlines from which text is bold, for each point of its size.
const THICKENED_MIN: f64 = 0.01;

/// What all pages share.
pub(super) struct Shared<'a> {
    /// The file.
    pub file: &'a File,
    /// The fonts so far.
    pub fonts: Fonts,
    /// The layers.
    pub layers: Layers,
    /// The structure, when the document says that it has one.
    pub structure: Option<Structure>,
    /// How many glyphs and rules the document may still have.
    pub marks_left: usize,
}

/// Carries out the content of one page.
pub(super) struct Painter<'a, 's> {
    shared: &'s mut Shared<'a>,
    page: &'s mut Page,
    state: State,
    saved: Vec<State>,
    saved_too_many: usize,
    pen: Pen,
    path: Path,
    marks: Marks,
    /// The forms inside each other; one that is no object of its own has no number.
    forms: Vec<Option<ObjectId>>,
}

impl<'a, 's> Painter<'a, 's> {
    /// Begins a page whose places are brought to those as shown by a map.
    pub fn new(shared: &'s mut Shared<'a>, page: &'s mut Page, base: Matrix) -> Self {
        Painter {
            shared,
            page,
            state: State::new(base),
            saved: Vec::new(),
            saved_too_many: 0,
            pen: Pen::START,
            path: Path::default(),
            marks: Marks::default(),
            forms: Vec::new(),
        }
    }

    /// Carries out content.
    pub fn run(&mut self, content: &[u8], resources: Option<&'a Dictionary>) -> Result<(), ReadError> {
        let mut lexer = Lexer::new(content);
        let mut operands = Operands::default();
        while let Some(token) = lexer.token() {
            let Token::Word(word) = token else {
                operands.push(token);
                continue;
            };
            self.shared.file.step(1)?;
            if word == b"BI" {
                image::skip(&mut lexer);
                self.page.pictures = self.page.pictures.saturating_add(1);
            } else {
                self.operator(word, &operands, &lexer, resources)?;
            }
            operands.clear();
            lexer.forget();
        }
        Ok(())
    }

    fn operator(
        &mut self,
        word: &[u8],
        operands: &Operands<'_>,
        lexer: &Lexer<'_>,
        resources: Option<&'a Dictionary>,
    ) -> Result<(), ReadError> {
        match word {
            b"Tj" | b"TJ" | b"'" | b"\"" => self.show(word, operands, lexer)?,
            b"Tf" => self.set_font(operands, lexer, resources)?,
            b"gs" => self.set_graphics(operands, lexer, resources)?,
            b"Do" => self.paint(operands, lexer, resources)?,
            b"BMC" | b"BDC" => {
                let mark = properties::mark(self.shared, operands, lexer, resources, self.page.glyphs.len());
                let mark = self.in_structure(mark);
                self.marks.open(mark);
            }
            b"EMC" => self.close_mark(),
            b"q" => self.save(),
            b"Q" => self.restore(0),
            b"cm" => {
                if let Some(numbers) = operands.numbers() {
                    let matrix = Matrix::new(numbers).then(self.state.matrix);
                    self.state.matrix = if matrix.is_sane() { matrix } else { self.state.matrix };
                }
            }
            b"w" => self.state.line_width = operands.number().unwrap_or(1.0).abs(),
            _ => {
                let _done = self.text_operator(word, operands)
                    || self.path_operator(word, operands)
                    || self.colour_operator(word, operands, lexer, resources);
            }
        }
        Ok(())
    }

    fn save(&mut self) {
        if self.saved.len() < SAVED_MAX {
            self.saved.push(self.state.clone());
        } else {
            self.saved_too_many += 1;
        }
    }

    /// Restores the state that was saved last, unless no more than some are saved.
    fn restore(&mut self, keep: usize) {
        if self.saved_too_many > 0 {
            self.saved_too_many -= 1;
        } else if self.saved.len() > keep
            && let Some(state) = self.saved.pop()
        {
            self.state = state;
        }
    }

    fn text_operator(&mut self, word: &[u8], operands: &Operands<'_>) -> bool {
        let text = &mut self.state.text;
        let number = operands.number();
        match word {
            b"BT" => self.pen = Pen::START,
            b"Tc" => text.char_space = number.unwrap_or(0.0),
            b"Tw" => text.word_space = number.unwrap_or(0.0),
            b"Tz" => text.stretch = number.unwrap_or(100.0) / 100.0,
            b"TL" => text.leading = number.unwrap_or(0.0),
            b"Ts" => text.rise = number.unwrap_or(0.0),
            b"Tr" => text.is_outlined = matches!(number, Some(2.0 | 6.0)),
            b"Td" | b"TD" => {
                if let Some([x, y]) = operands.numbers() {
                    text.leading = if word == b"TD" { -y } else { text.leading };
                    self.pen.next_line(x, y);
                }
            }
            b"T*" => self.pen.next_line(0.0, -text.leading),
            b"Tm" => {
                if let Some(numbers) = operands.numbers() {
                    self.pen.set(Matrix::new(numbers));
                }
            }
            _ => return false,
        }
        true
    }

    fn set_font(
        &mut self,
        operands: &Operands<'_>,
        lexer: &Lexer<'_>,
        resources: Option<&'a Dictionary>,
    ) -> Result<(), ReadError> {
        self.state.text.size = operands.number().unwrap_or(0.0);
        let file = self.shared.file;
        let font = operands
            .name()
            .and_then(|name| file.dictionary(resources?, b"Font")?.get(lexer.stored(&name)).ok());
        self.state.text.font = match font {
            Some(object) => self.shared.fonts.font(file, object)?,
            None => None,
        };
        Ok(())
    }

    fn set_graphics(
        &mut self,
        operands: &Operands<'_>,
        lexer: &Lexer<'_>,
        resources: Option<&'a Dictionary>,
    ) -> Result<(), ReadError> {
        let file = self.shared.file;
        let Some(graphics) = operands.name().and_then(|name| {
            file.dictionary(file.dictionary(resources?, b"ExtGState")?, lexer.stored(&name))
        }) else {
            return Ok(());
        };
        if let Some(width) = file.number(graphics, b"LW") {
            self.state.line_width = width.abs();
        }
        if let Some([font, size]) = file.array(graphics, b"Font") {
            self.state.text.size = file.as_number(size).unwrap_or(0.0);
            self.state.text.font = self.shared.fonts.font(file, font)?;
        }
        Ok(())
    }

    fn show(&mut self, word: &[u8], operands: &Operands<'_>, lexer: &Lexer<'_>) -> Result<(), ReadError> {
        if word == b"\""
            && let [Token::Number(word_space), Token::Number(char_space), _] = operands.all()
        {
            self.state.text.word_space = *word_space;
            self.state.text.char_space = *char_space;
        }
        if matches!(word, b"'" | b"\"") {
            self.pen.next_line(0.0, -self.state.text.leading);
        }
        let Some(font) = self.state.text.font.clone() else { return Ok(()) };
        for token in operands.all() {
            match token {
                Token::Text(range) => self.show_string(&font, lexer.stored(range))?,
                Token::Number(number) if word == b"TJ" => self.pen.adjust(&self.state.text, *number),
                _ => {}
            }
        }
        Ok(())
    }

    fn show_string(&mut self, font: &Rc<Font>, bytes: &[u8]) -> Result<(), ReadError> {
        self.shared.file.step(bytes.len())?;
        let mark = self.marks.innermost();
        let is_hidden = mark.is_some_and(|mark| mark.is_hidden);
        let number = mark.and_then(|mark| mark.number);
        let artifact = mark.is_some_and(|mark| mark.is_artifact);
        // Programs without a bold font at hand draw the outlines of the regular one.
        let text = &self.state.text;
        let is_thickened = text.is_outlined && self.state.line_width >= text.size.abs() * THICKENED_MIN;
        let face = if is_thickened { self.shared.fonts.bolder(font.face) } else { font.face };
        let page = &mut *self.page;
        let before = page.glyphs.len();
        self.pen.show(&self.state.text, font, self.state.matrix, bytes, |glyph| {
            if !is_hidden && is_on(page.width, page.height, &glyph) {
                page.glyphs.push(Glyph { font: face, mark: number, artifact, ..glyph });
            }
        });
        let added = self.page.glyphs.len() - before;
        self.spend(added)
    }

    fn spend(&mut self, added: usize) -> Result<(), ReadError> {
        let left = self.shared.marks_left.checked_sub(added).ok_or(ReadError::TooMuchInside("PDF"))?;
        self.shared.marks_left = left;
        Ok(())
    }

    /// Gives marked content the number by which the structure knows it, and the text of the structure.
    fn in_structure(&self, mark: Mark) -> Mark {
        let (Some(structure), Some(number)) = (&self.shared.structure, mark.number) else {
            return Mark { number: None, ..mark };
        };
        let number = match self.forms.last() {
            Some(form) => form.and_then(|form| structure.in_form(form, number)),
            None => Some(number),
        };
        let actual = number.and_then(|number| structure.actual(self.page.number, number));
        let actual = mark.actual.or_else(|| Some((actual?.into(), self.page.glyphs.len())));
        Mark { number, actual, ..mark }
    }

    fn close_mark(&mut self) {
        let Some(mark) = self.marks.close() else { return };
        if let Some((text, first)) = mark.actual
            && !mark.is_hidden
        {
            properties::replace(&mut self.page.glyphs, first, &text);
        }
    }
}

/// Tells whether a glyph lies on the page, at least in part.
fn is_on(width: f32, height: f32, glyph: &Glyph) -> bool {
    let reach = glyph.advance.abs() + glyph.size;
    (-reach..=width + reach).contains(&glyph.x) && (-reach..=height + reach).contains(&glyph.y)
}

/// Paths and colours.
impl<'a> Painter<'a, '_> {
    fn path_operator(&mut self, word: &[u8], operands: &Operands<'_>) -> bool {
        let matrix = self.state.matrix;
        match word {
            b"m" => {
                if let Some([x, y]) = operands.numbers() {
                    self.path.move_to(matrix, x, y);
                }
            }
            b"l" => {
                if let Some([x, y]) = operands.numbers() {
                    self.path.line_to(matrix, x, y);
                }
            }
            b"c" | b"v" | b"y" => {
                if let Some([x, y]) = operands.numbers() {
                    self.path.curve_to(matrix, x, y);
                }
            }
            b"re" => {
                if let Some(numbers) = operands.numbers() {
                    self.path.rectangle(matrix, numbers);
                }
            }
            b"h" => self.path.close(),
            b"s" => self.finish(true, true, false),
            b"S" => self.finish(false, true, false),
            b"f" | b"F" | b"f*" => self.finish(false, false, true),
            b"B" | b"B*" => self.finish(false, true, true),
            b"b" | b"b*" => self.finish(true, true, true),
            b"n" => self.path.clear(),
            _ => return false,
        }
        true
    }

    fn finish(&mut self, close: bool, stroke: bool, fill: bool) {
        if close {
            self.path.close();
        }
        let is_hidden = self.marks.innermost().is_some_and(|mark| mark.is_hidden);
        let before = self.page.rules.len();
        if fill && !self.state.fill.is_white && !is_hidden {
            self.path.filled(&mut self.page.rules);
        }
        // A bar that is filled is a line already; its edges are not lines of their own.
        if stroke && !self.state.stroke.is_white && !is_hidden && self.page.rules.len() == before {
            let matrix = self.state.matrix;
            let scale = matrix.a.hypot(matrix.b).max(matrix.c.hypot(matrix.d));
            self.path.stroked(self.state.line_width * scale, &mut self.page.rules);
        }
        let added = self.page.rules.len() - before;
        match self.shared.marks_left.checked_sub(added) {
            Some(left) => self.shared.marks_left = left,
            None => self.page.rules.truncate(before),
        }
        self.path.clear();
    }

    fn colour_operator(
        &mut self,
        word: &[u8],
        operands: &Operands<'_>,
        lexer: &Lexer<'_>,
        resources: Option<&'a Dictionary>,
    ) -> bool {
        let numbers = operands.all_numbers();
        let (is_stroke, colour) = match word {
            b"G" | b"RG" => (true, Colour::new(Space::Light, &numbers)),
            b"g" | b"rg" => (false, Colour::new(Space::Light, &numbers)),
            b"K" => (true, Colour::new(Space::Ink, &numbers)),
            b"k" => (false, Colour::new(Space::Ink, &numbers)),
            b"SC" | b"SCN" => (true, self.state.stroke.with(&numbers)),
            b"sc" | b"scn" => (false, self.state.fill.with(&numbers)),
            b"CS" | b"cs" => {
                let name = operands.name().map(|name| lexer.stored(&name)).unwrap_or_default();
                (word == b"CS", Colour::of(properties::colour_space(self.shared.file, name, resources)))
            }
            _ => return false,
        };
        *(if is_stroke { &mut self.state.stroke } else { &mut self.state.fill }) = colour;
        true
    }
}

/// Forms and pictures.
impl<'a> Painter<'a, '_> {
    fn paint(
        &mut self,
        operands: &Operands<'_>,
        lexer: &Lexer<'_>,
        resources: Option<&'a Dictionary>,
    ) -> Result<(), ReadError> {
        let file = self.shared.file;
        let object = operands
            .name()
            .and_then(|name| file.dictionary(resources?, b"XObject")?.get(lexer.stored(&name)).ok());
        let id = object.and_then(|object| object.as_reference().ok());
        let Some(Object::Stream(stream)) = object.and_then(|object| file.follow(object)) else {
            return Ok(());
        };
        let is_hidden = self.marks.innermost().is_some_and(|mark| mark.is_hidden)
            || stream.dict.get(b"OC").is_ok_and(|layer| !self.shared.layers.shows(file, layer));
        if is_hidden {
            return Ok(());
        }
        match file.name(&stream.dict, b"Subtype") {
            Some(b"Form") => self.form(id, stream, resources),
            Some(b"Image") => {
                self.page.pictures = self.page.pictures.saturating_add(1);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn form(
        &mut self,
        id: Option<ObjectId>,
        stream: &'a Stream,
        outer: Option<&'a Dictionary>,
    ) -> Result<(), ReadError> {
        if self.forms.len() >= DEPTH_MAX || id.is_some() && self.forms.contains(&id) {
            return Ok(());
        }
        let file = self.shared.file;
        let content = file.unpack(stream)?;
        file.step(FORM_STEPS)?;
        let own = file.array(&stream.dict, b"Matrix").and_then(|array| file.numbers::<6>(array));
        let matrix = Matrix::new(own.unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0])).then(self.state.matrix);
        if !matrix.is_sane() {
            return Ok(());
        }
        let resources = stream.dict.get(b"Resources").ok().and_then(|object| file.follow(object));
        let resources = resources.and_then(as_dictionary).or(outer);
        let (state, pen, marks) = (self.state.clone(), self.pen, self.marks.depth());
        let saved = std::mem::take(&mut self.saved);
        let saved_too_many = std::mem::take(&mut self.saved_too_many);
        self.state.matrix = matrix;
        self.forms.push(id);
        let done = self.run(&content, resources);
        self.forms.pop();
        while self.marks.depth() > marks {
            self.close_mark();
        }
        (self.saved, self.saved_too_many) = (saved, saved_too_many);
        (self.state, self.pen) = (state, pen);
        done
    }
}

/// The limit on glyphs and rules with which a document begins.
pub(super) const MARKS_MAX: usize = GLYPHS_MAX;
