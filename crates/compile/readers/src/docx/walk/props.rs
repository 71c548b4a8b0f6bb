//! Properties of paragraphs, runs, tables and sections.

use super::{Frame, Furniture, Section, Walker};
use crate::docx::scope::{Scope, Story};
use crate::docx::table;
use crate::docx::xml::Element;

impl Walker<'_> {
    pub(super) fn paragraph_property(&mut self, element: &Element<'_>) -> Frame {
        let Some(Scope::Paragraph(paragraph)) = self.scopes.last_mut() else { return Frame::Skip };
        let props = &mut paragraph.props;
        match element.name() {
            "pStyle" => props.style = element.value(),
            "outlineLvl" => props.outline = element.number(),
            "numPr" => return Frame::ParagraphProps,
            "numId" => props.list = element.number(),
            "ilvl" => props.list_level = element.number(),
            "rPr" => return Frame::MarkProps,
            "sectPr" => {
                self.walked.sections.push(Section::default());
                return Frame::SectionProps;
            }
            _ => {}
        }
        Frame::Skip
    }

    pub(super) fn mark_property(&mut self, element: &Element<'_>) -> Frame {
        if let ("del" | "moveFrom", Some(Scope::Paragraph(paragraph))) =
            (element.name(), self.scopes.last_mut())
        {
            paragraph.props.mark_deleted = true;
        }
        Frame::Skip
    }

    pub(super) fn run_property(&mut self, element: &Element<'_>) -> Frame {
        if let Some(run) = self.runs.last_mut() {
            match element.name() {
                "rStyle" => run.style = element.value(),
                "b" => run.bold = Some(element.is_on()),
                "vanish" => run.hidden = Some(element.is_on()),
                _ => {}
            }
        }
        Frame::Skip
    }

    pub(super) fn table_property(&mut self, element: &Element<'_>) -> Frame {
        if let Some(Scope::Table(table)) = self.scopes.last_mut() {
            match element.name() {
                "tblStyle" => table.style = element.value(),
                "tblLook" => table.first_row = asks_for_first_row(element),
                _ => {}
            }
        }
        Frame::Skip
    }

    pub(super) fn row_property(&mut self, element: &Element<'_>) -> Frame {
        if let Some(Scope::Row(row)) = self.scopes.last_mut() {
            match element.name() {
                "tblHeader" => row.is_head = element.is_on(),
                "gridBefore" => row.next_column = span(element),
                "ins" if !row.inserted => {
                    row.inserted = true;
                    self.inserted += 1;
                }
                "del" if !row.deleted => {
                    row.deleted = true;
                    self.deleted += 1;
                }
                _ => {}
            }
        }
        Frame::Skip
    }

    pub(super) fn cell_property(&mut self, element: &Element<'_>) -> Frame {
        if let Some(Scope::Story(Story { cell: Some(cell), .. })) = self.scopes.last_mut() {
            match element.name() {
                "gridSpan" => cell.span = span(element).max(1),
                "shd" => {
                    let fill = element.attribute("fill").unwrap_or_default().to_ascii_lowercase();
                    cell.is_shaded = !matches!(fill.as_str(), "" | "auto" | "ffffff");
                }
                "cellDel" => cell.deleted = true,
                _ => {}
            }
        }
        Frame::Skip
    }

    pub(super) fn control_property(&mut self, element: &Element<'_>) -> Frame {
        let control = self.frames.iter_mut().nth_back(1);
        if let ("showingPlcHdr", Some(Frame::Control(asks))) = (element.name(), control) {
            *asks = element.is_on();
        }
        Frame::Skip
    }

    pub(super) fn section_property(&mut self, element: &Element<'_>) -> Frame {
        if let Some(section) = self.walked.sections.last_mut() {
            match element.name() {
                "headerReference" | "footerReference" => section.furniture.push(Furniture {
                    is_footer: element.name() == "footerReference",
                    pages: element.attribute("type").unwrap_or_default(),
                    id: element.attribute("id").unwrap_or_default(),
                }),
                "titlePg" => section.title_page = element.is_on(),
                _ => {}
            }
        }
        Frame::Skip
    }
}

fn span(element: &Element<'_>) -> usize {
    element.number().and_then(|count| usize::try_from(count).ok()).unwrap_or(0).min(table::SPAN_MAX)
}

/// Tells whether a table's first row is to look as its style has it for heads.
fn asks_for_first_row(element: &Element<'_>) -> bool {
    if let Some(value) = element.attribute("firstRow") {
        return value != "0" && value != "false";
    }
    let bits = element.value().and_then(|value| u32::from_str_radix(&value, 16).ok());
    bits.is_some_and(|bits| bits & 0x20 != 0)
}
