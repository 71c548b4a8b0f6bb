//! Other programs that make files of files: LibreOffice, Typst, WeasyPrint, Chromium.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program that makes PDFs or reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tool {
    /// LibreOffice Writer.
    LibreOffice,
    /// Typst, as the Python module.
    Typst,
    /// WeasyPrint, as the Python module.
    WeasyPrint,
    /// Chromium.
    Chromium,
    /// Poppler's `pdftotext`.
    Poppler,
    /// The Python module `pdfplumber`.
    Pdfplumber,
    /// The Python module `python-docx`.
    PythonDocx,
}

impl Tool {
    /// Returns the tool's name.
    pub fn name(self) -> &'static str {
        match self {
            Tool::LibreOffice => "libreoffice",
            Tool::Typst => "typst",
            Tool::WeasyPrint => "weasyprint",
            Tool::Chromium => "chromium",
            Tool::Poppler => "pdftotext",
            Tool::Pdfplumber => "pdfplumber",
            Tool::PythonDocx => "python-docx",
        }
    }

    /// Tells whether the tool is installed.
    pub fn is_there(self) -> bool {
        let (program, args): (&str, &[&str]) = match self {
            Tool::LibreOffice => ("soffice", &["--version"]),
            Tool::Typst => ("python3", &["-c", "import typst"]),
            Tool::WeasyPrint => ("python3", &["-c", "import weasyprint"]),
            Tool::Chromium => ("chromium", &["--version"]),
            Tool::Poppler => ("pdftotext", &["-v"]),
            Tool::Pdfplumber => ("python3", &["-c", "import pdfplumber"]),
            Tool::PythonDocx => ("python3", &["-c", "import docx"]),
        };
        Command::new(program).args(args).output().is_ok_and(|out| out.status.success())
    }

    /// Tells whether the tool is there; when it is not, says that `what` is skipped, also to the file that
    /// `STYRBORD_SKIPPED` names.
    pub fn or_skip(self, what: &str) -> bool {
        self.is_there() || {
            styrbord_truth::skip(&format!("{what}: {} is not installed", self.name()));
            false
        }
    }
}

/// A folder for files that are made, gone when it is dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// Makes a folder whose name begins so.
    pub fn new(name: &str) -> Result<Self> {
        let path = std::env::temp_dir().join(format!("styrbord-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).with_context(|| format!("making {}", path.display()))?;
        Ok(Folder(path))
    }

    /// Returns the path of a file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes a file and returns its path.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let path = self.path(name);
        std::fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
        Ok(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if std::env::var_os("STYRBORD_KEEP").is_none() {
            // What is left behind lies in the folder for temporary files: no reason to fail.
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }
}

/// Lets LibreOffice save files in another format, in one run; `to` as `--convert-to` takes it.
pub fn libreoffice(folder: &Folder, to: &str, files: &[PathBuf]) -> Result<()> {
    let profile = format!("-env:UserInstallation=file://{}", folder.path("profile").display());
    let mut command = Command::new("soffice");
    command.args([profile.as_str(), "--headless", "--convert-to", to, "--outdir"]).arg(&folder.0).args(files);
    run(&mut command)
}

/// Lets Typst make a PDF beside each of the files.
pub fn typst(files: &[PathBuf], tagged: bool) -> Result<()> {
    let script = "import sys, typst\n\
        for f in sys.argv[2:]: typst.compile(f, output=f[:-4] + '.pdf', pdf_tags=sys.argv[1] == 'tagged')\n";
    run(Command::new("python3").args(["-c", script, if tagged { "tagged" } else { "plain" }]).args(files))
}

/// Lets WeasyPrint make a PDF beside each of the web pages.
pub fn weasyprint(files: &[PathBuf]) -> Result<()> {
    let script =
        "import sys, weasyprint\nfor f in sys.argv[1:]: weasyprint.HTML(f).write_pdf(f[:-5] + '.pdf')\n";
    run(Command::new("python3").args(["-c", script]).args(files))
}

/// Lets Chromium print a web page to a PDF beside it.
pub fn chromium(file: &Path) -> Result<()> {
    let out = format!("--print-to-pdf={}", file.with_extension("pdf").display());
    let page = format!("file://{}", file.display());
    run(Command::new("chromium").args(["--headless", "--no-sandbox", "--disable-gpu", &out, &page]))
}

/// Returns what a program prints, as text.
pub fn output(command: &mut Command) -> Result<String> {
    let out = command.output().with_context(|| format!("starting {command:?}"))?;
    if !out.status.success() {
        bail!("{command:?} ended with {}: {}", out.status, String::from_utf8_lossy(&out.stderr));
    }
    Ok(String::from_utf8_lossy(&out.stdout).into_owned())
}

fn run(command: &mut Command) -> Result<()> {
    output(command).map(|_| ())
}
