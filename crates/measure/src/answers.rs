//! The engine's answers as files that `score.py` reads.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use domain::duplicates::{Band, Building, Index, PairSearch, Population, Scratch, with_employers};
use domain::ids::Id;

use crate::clock::{Timings, cpu};
use crate::table::{Line, read};

/// Records of a kind in an index; ids are places in the table.
pub fn index<'a>(lines: impl Iterator<Item = (usize, &'a Line)>, population: Population) -> Index {
    let mut building = Building::new(population);
    for (at, line) in lines {
        let id = Id::from_u128(at as u128);
        match (population, line.population) {
            (Population::Organizations, None) => building.add(id, &line.organization()),
            _ => building.add(id, &line.subject),
        }
    }
    building.finish()
}

fn word(population: Population) -> &'static str {
    match population {
        Population::Persons => "person",
        Population::Organizations => "company",
    }
}

const BOTH: [Population; 2] = [Population::Persons, Population::Organizations];

/// Every lead against every contact: `lead_id,contact_id,score,kind`.
pub fn leads(leads: &Path, contacts: &Path, out: &Path) -> Result<()> {
    let start = cpu();
    let (leads, contacts) = (read(leads)?, read(contacts)?);
    let reading = cpu() - start;
    let build = |population| index(contacts.iter().enumerate().filter(|(_, line)| line.population == Some(population)), population);
    let indexes = BOTH.map(build);
    let by_id: HashMap<&str, usize> = contacts.iter().enumerate().map(|(at, line)| (line.id.as_str(), at)).collect();
    let building = cpu() - start - reading;
    let mut timings = Timings::default();
    let mut scratch = Scratch::default();
    let mut file = csv::Writer::from_path(out).with_context(|| format!("{} can't be written", out.display()))?;
    file.write_record(["lead_id", "contact_id", "score", "kind"])?;
    for lead in &leads {
        let organization = lead.organization();
        let found = timings.time(|| {
            let persons = indexes[0].find_with(&lead.subject, &mut scratch);
            let mut organizations = indexes[1].find_with(&organization, &mut scratch);
            let certain = persons.iter().filter(|found| found.band() == Band::Certain);
            let employers = certain.filter_map(|found| by_id.get(contacts[found.id.as_u128() as usize].employer.as_str()));
            with_employers(&mut organizations, &employers.map(|at| Id::from_u128(*at as u128)).collect::<Vec<_>>());
            [persons, organizations]
        });
        for (matches, population) in found.iter().zip(BOTH) {
            for found in matches {
                let score = format!("{:.6}", found.score.probability.as_f64());
                file.write_record([lead.id.as_str(), &contacts[found.id.as_u128() as usize].id, &score, word(population)])?;
            }
        }
    }
    file.flush()?;
    let bytes: usize = indexes.iter().map(Index::bytes).sum();
    let mut to = std::io::stdout().lock();
    writeln!(to, "contacts      {} ({} persons, {} organizations)", contacts.len(), indexes[0].len(), indexes[1].len())?;
    writeln!(to, "CPU           {:.2} s (reading {reading:.2} s, building {building:.2} s)", cpu() - start)?;
    writeln!(to, "per query     {}", timings.summary())?;
    writeln!(to, "memory        {} bytes a record", bytes / contacts.len().max(1))?;
    Ok(())
}

/// Leads among themselves: `lead_id_a,lead_id_b,score`. A pair counts as the better of the two ways to look at it.
pub fn pairs(leads: &Path, out: &Path) -> Result<()> {
    let start = cpu();
    let leads = read(leads)?;
    let mut timings = Timings::default();
    let mut file = csv::Writer::from_path(out).with_context(|| format!("{} can't be written", out.display()))?;
    file.write_record(["lead_id_a", "lead_id_b", "score"])?;
    let mut bytes = 0;
    for population in BOTH {
        // A lead is the person it names, or else its company.
        let of_firm = |line: &Line| line.subject.full_name().is_empty() && !line.subject.company.is_empty();
        let chosen = leads.iter().enumerate().filter(|(_, line)| of_firm(line) == (population == Population::Organizations));
        let index = index(chosen, population);
        bytes += index.bytes();
        let mut search = PairSearch::new(&index);
        while timings.time(|| search.step(&index, 1)) {}
        for pair in search.finish(&index, &Default::default()) {
            let score = format!("{:.6}", pair.other.score.probability.as_f64());
            file.write_record([&leads[pair.id.as_u128() as usize].id, &leads[pair.other.id.as_u128() as usize].id, &score])?;
        }
    }
    file.flush()?;
    let mut to = std::io::stdout().lock();
    writeln!(to, "leads         {}", leads.len())?;
    writeln!(to, "CPU           {:.2} s", cpu() - start)?;
    writeln!(to, "per query     {}", timings.summary())?;
    writeln!(to, "memory        {} bytes a record", bytes / leads.len().max(1))?;
    Ok(())
}
