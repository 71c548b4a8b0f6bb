//! What others read in the same files: words and tables by independent programs.

use crate::convert::output;
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// Returns the words of a PDF as Poppler's `pdftotext` reads them.
pub fn pdftotext(file: &Path) -> Result<String> {
    output(Command::new("pdftotext").arg("-layout").arg(file).arg("-"))
}

/// Returns the text of a Word document as `python-docx` reads it: paragraphs and cells, one a line.
pub fn python_docx(file: &Path) -> Result<String> {
    let script = "import sys, docx\n\
        from docx.table import Table\n\
        for block in docx.Document(sys.argv[1]).iter_inner_content():\n  \
          if isinstance(block, Table):\n    \
            seen = set()\n    \
            for row in block.rows:\n      \
              for cell in row.cells:\n        \
                if cell._tc not in seen: print(cell.text)\n        \
                seen.add(cell._tc)\n  \
          else: print(block.text)\n";
    output(Command::new("python3").args(["-c", script]).arg(file))
}

/// Returns the cells of a PDF's ruled tables as `pdfplumber` finds them, one a line, without heads that a page repeats.
pub fn pdfplumber(file: &Path) -> Result<String> {
    let script = "import sys, pdfplumber\n\
        head = None\n\
        for page in pdfplumber.open(sys.argv[1]).pages:\n  \
          for number, table in enumerate(page.extract_tables()):\n    \
            again = number == 0 and table[0] == head\n    \
            head = table[0]\n    \
            for row in table[1:] if again else table:\n      \
              for cell in row: print(' '.join((cell or '').split()))\n";
    output(Command::new("python3").args(["-c", script]).arg(file))
}
