//! Splink over the same data, where Python has it: what the field's linkage tool needs for what the engine does.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use domain::duplicates::Population;

use crate::table::Line;

/// A line about its time; none where Python or Splink is missing.
pub fn beside(asked: &[Line], contacts: &[Line]) -> Result<Option<String>> {
    if !Command::new("python3").args(["-c", "import splink"]).output().is_ok_and(|tried| tried.status.success()) {
        return Ok(None);
    }
    let (leads, people) = (named("leads"), named("contacts"));
    write(&leads, asked.iter())?;
    write(&people, contacts.iter().filter(|line| line.population == Some(Population::Persons)))?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("beside_splink.py");
    let done = Command::new("python3").arg(script).args([&leads, &people]).output().context("Splink can't be started")?;
    let said = String::from_utf8_lossy(&done.stdout).lines().last().map(str::to_owned);
    said.map(Some).with_context(|| format!("Splink failed: {}", String::from_utf8_lossy(&done.stderr)))
}

fn named(table: &str) -> PathBuf {
    env::temp_dir().join(format!("kontor-beside-splink-{table}.csv"))
}

/// In the form in which the engine has them, too: lower case, digits alone.
fn write<'a>(path: &Path, lines: impl Iterator<Item = &'a Line>) -> Result<()> {
    let mut table = csv::Writer::from_path(path)?;
    table.write_record(["unique_id", "first_name", "last_name", "email", "phone", "company", "city"])?;
    for (at, line) in lines.enumerate() {
        let of = &line.subject;
        let first = |list: &[String]| list.first().map(|text| text.to_lowercase()).unwrap_or_default();
        let digits: String = first(&of.phones).chars().filter(char::is_ascii_digit).collect();
        let words = [&of.first_name, &of.last_name].map(|text| text.to_lowercase());
        let rest = [first(&of.emails), digits, of.company.to_lowercase(), of.city.to_lowercase()];
        table.write_record([at.to_string()].into_iter().chain(words).chain(rest))?;
    }
    Ok(table.flush()?)
}
