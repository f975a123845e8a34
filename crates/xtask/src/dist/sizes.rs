//! What the first visit costs: every file raw, with gzip and with brotli.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::workspace;

/// What WASM, JS and CSS together may come to, with brotli.
const AIM: usize = 700_000;
/// Where the build stops. Above the aim for as long as the app is: it may only come down.
const LIMIT: usize = 900_000;

#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints a line per file and the sum; an error when the sum is over the limit.
pub fn report() -> Result<()> {
    let dist = workspace::dist();
    let mut sum = Size::default();
    println!("{:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli");
    for file in workspace::files_below(&dist)? {
        let size = measure(&fs::read(&file)?)?;
        let name = file.strip_prefix(&dist)?;
        print_line(size, &name.to_string_lossy());
        if is_code(name) {
            sum.raw += size.raw;
            sum.gzip += size.gzip;
            sum.brotli += size.brotli;
        }
    }
    print_line(sum, "WASM + JS + CSS");
    if sum.brotli > AIM {
        println!("{} bytes more than the aim of {AIM}", sum.brotli - AIM);
    }
    within(sum.brotli, LIMIT)
}

fn print_line(size: Size, name: &str) {
    println!("{:>10} {:>10} {:>10}  {name}", size.raw, size.gzip, size.brotli);
}

fn is_code(name: &Path) -> bool {
    name.extension().is_some_and(|kind| kind == "wasm" || kind == "js" || kind == "css")
}

fn measure(content: &[u8]) -> Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    brotli.write_all(content)?;
    Ok(Size { raw: content.len(), gzip: gzip.finish()?.len(), brotli: brotli.into_inner().len() })
}

fn within(bytes: usize, limit: usize) -> Result<()> {
    if bytes > limit {
        bail!("WASM, JS and CSS are {bytes} bytes with brotli, {} more than the limit of {limit}", bytes - limit);
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
