//! What no letter exceeds; beyond it a file is refused with its reason.

/// The largest file that is read, in bytes. A letter of 100 pages is some 300 kB.
pub const SIZE_MAX: u64 = 32 * 1024 * 1024;

/// The most bytes that the compressed parts of one file may unpack to, all together.
pub const UNPACKED_MAX: usize = 256 * 1024 * 1024;

/// The most pages of a PDF.
pub const PAGES_MAX: usize = 5_000;

/// The deepest nesting of elements, tables in tables, forms in forms.
pub const DEPTH_MAX: usize = 64;

/// The most steps (glyphs, operators, elements) that one file may take.
pub const STEPS_MAX: usize = 100_000_000;

/// The deepest nesting of the elements of a web page; browsers stop there too.
pub const ELEMENT_DEPTH_MAX: usize = 512;

/// The most elements and texts of a web page.
pub const ELEMENTS_MAX: usize = 1_000_000;

/// The most attributes of one tag of a web page.
pub const ATTRIBUTES_MAX: usize = 2_000;

/// The most files in one package.
pub const ENTRIES_MAX: usize = 10_000;

/// The most elements of one package.
pub const PACKAGE_ELEMENTS_MAX: usize = 4_000_000;

/// The most cells of all tables of one file, with those that are empty because of merging.
pub const CELLS_MAX: usize = 2_000_000;

/// The most glyphs and ruled lines of a PDF.
pub const GLYPHS_MAX: usize = 8_000_000;
