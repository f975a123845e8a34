//! What the first visit costs: every file raw, with gzip and with brotli.

use std::fs;
use std::io::Write;
use std::ops::AddAssign;

use anyhow::{Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::code;
use crate::workspace;

/// What WASM, JS and CSS of a first load may come to together, with brotli, whatever screen it is: where the build stops.
const LIMIT: usize = 700_000;
/// Parts that no screen begins with: they are fetched when one is in use, before somebody asks for what is in them.
const LATER: &[&str] = &["dialogs", "finder", "import_steps", "input", "sample"];

#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl AddAssign for Size {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// Prints a line per file and the sums; an error when a first load is over the limit.
pub fn report() -> Result<()> {
    let dist = workspace::dist();
    let (mut every, mut all) = (Size::default(), Size::default());
    let mut parts: Vec<(String, Vec<String>, Size)> =
        code::parts()?.into_iter().map(|(part, files)| (part, files, Size::default())).collect();
    println!("{:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli");
    for file in workspace::files_below(&dist)? {
        let size = measure(&fs::read(&file)?)?;
        let name = file.strip_prefix(&dist)?.to_string_lossy();
        print_line(size, &name);
        if !is_code(&name) {
            continue;
        }
        all += size;
        if code::is_in_every_load(&name) {
            every += size;
        }
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        parts.iter_mut().filter(|(_, files, _)| files.iter().any(|file| *file == stem)).for_each(|(_, _, sum)| *sum += size);
    }
    print_line(every, "every screen: WASM + JS + CSS");
    let mut largest = every.brotli;
    for (part, _, mut sum) in parts {
        if LATER.contains(&part.as_str()) {
            print_line(sum, &format!("`{part}`, fetched once a screen is in use"));
            continue;
        }
        sum += every;
        print_line(sum, &format!("first load of a screen in `{part}`"));
        largest = largest.max(sum.brotli);
    }
    print_line(all, "everything, fetched once the first screen is in use");
    within(largest, LIMIT)
}

fn print_line(size: Size, name: &str) {
    println!("{:>10} {:>10} {:>10}  {name}", size.raw, size.gzip, size.brotli);
}

fn is_code(name: &str) -> bool {
    [".wasm", ".js", ".css"].iter().any(|end| name.ends_with(end))
}

/// Bytes that remain with gzip.
pub fn gzipped(content: &[u8]) -> Result<usize> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    Ok(gzip.finish()?.len())
}

fn measure(content: &[u8]) -> Result<Size> {
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    brotli.write_all(content)?;
    Ok(Size { raw: content.len(), gzip: gzipped(content)?, brotli: brotli.into_inner().len() })
}

fn within(bytes: usize, limit: usize) -> Result<()> {
    if bytes > limit {
        bail!("WASM, JS and CSS of the largest first load are {bytes} bytes with brotli, {} more than the limit of {limit}", bytes - limit);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_much_is_an_error_that_says_how_much() {
        assert!(within(LIMIT, LIMIT).is_ok());
        assert!(within(LIMIT + 1, LIMIT).unwrap_err().to_string().contains("1 more than"));
    }

    #[test]
    fn repetitive_content_gets_small() {
        let size = measure(&vec![b'a'; 10_000]).unwrap();
        assert!(size.raw == 10_000 && size.gzip < 100 && size.brotli < 100);
    }
}
