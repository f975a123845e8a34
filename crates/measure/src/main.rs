//! `duplicates`: what the engine says of leads against contacts, or of leads among themselves, and what that costs.
//! `cargo xtask duplicates` builds it optimized for speed and passes its words on.

mod answers;
mod bench;
mod clock;
mod explain;
mod many;
mod splink;
mod table;

use std::env;
use std::path::Path;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["--leads", leads, "--contacts", contacts, "--out", out] => answers::leads(Path::new(leads), Path::new(contacts), Path::new(out)),
        ["--pairs", leads, "--out", out] => answers::pairs(Path::new(leads), Path::new(out)),
        ["--explain", leads, contacts, pairs] => explain::explain(Path::new(leads), Path::new(contacts), Path::new(pairs)),
        ["--bench", leads, contacts, records] => bench::bench(Path::new(leads), Path::new(contacts), records.parse()?),
        _ => bail!("wanted: --leads L.csv --contacts C.csv --out P.csv, or --pairs L.csv --out P.csv, or --bench L.csv C.csv RECORDS"),
    }
}
