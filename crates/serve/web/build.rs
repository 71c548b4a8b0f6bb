//! Joins the style sheets to one file, and puts its sum and that of the script in their names, so that browsers may keep
//! them for ever.
#![expect(clippy::disallowed_methods, reason = "a build script reads and writes files")]

use sha2::{Digest, Sha256};
use std::path::Path;
use std::{env, fs, io};

/// Where `cargo xtask web-assets` puts the design system, in the order in which the sheets hold.
const DESIGN_SYSTEM: [&str; 2] = ["assets/npm/designsystemet.css", "assets/npm/theme.css"];
const OWN: &str = "assets/style.css";
const SCRIPT: &str = "assets/unsaved.js";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=assets");
    let has_system = DESIGN_SYSTEM.iter().all(|path| Path::new(path).is_file());
    let mut style = String::new();
    if has_system {
        for path in DESIGN_SYSTEM {
            style.push_str(&fs::read_to_string(path)?.replace("@charset \"UTF-8\";", ""));
        }
    } else {
        println!(
            "cargo::warning=the pages are plain: `cargo xtask web-assets` fetches the design system that they wear"
        );
    }
    style.push_str(&fs::read_to_string(OWN)?);
    let script = fs::read_to_string(SCRIPT)?;
    let (sum, script_sum) = (sum(&style), sum(&script));
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let out = Path::new(&out);
    fs::write(out.join("style.css"), style)?;
    fs::write(out.join("unsaved.js"), script)?;
    let code = format!(
        "const STYLE_NAME: &str = \"style-{sum}.css\";\n\
         const STYLE: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/style.css\"));\n\
         const SCRIPT_NAME: &str = \"unsaved-{script_sum}.js\";\n\
         const SCRIPT: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/unsaved.js\"));\n"
    );
    fs::write(out.join("assets.rs"), code)
}

/// Returns the first digits of the sum of a file.
fn sum(text: &str) -> String {
    let sum = Sha256::digest(text);
    let digits = sum.iter().take(8).flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}
