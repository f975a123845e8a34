//! Speed and size with many records, beside a plain loop over all names, and Splink.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use domain::duplicates::{Clustering, Index, PairSearch, Population, Scratch};
use domain::ids::Id;
use rapidfuzz::distance::jaro_winkler;

use crate::answers::index;
use crate::clock::{Timings, cpu};
use crate::many::{leads, multiplied};
use crate::splink;
use crate::table::{Line, read};

/// Names that the plain loop is asked for.
const LOOPED: usize = 100;

pub fn bench(lead_table: &Path, contact_table: &Path, records: usize) -> Result<()> {
    let contacts = multiplied(&read(contact_table)?, records);
    let mut asked = leads(&contacts, 2_000);
    asked.extend(read(lead_table)?.into_iter().take(2_000));
    let start = cpu();
    let build = |population| index(contacts.iter().enumerate().filter(|(_, line)| line.population == Some(population)), population);
    let indexes = [build(Population::Persons), build(Population::Organizations)];
    let building = cpu() - start;
    let bytes: usize = indexes.iter().map(Index::bytes).sum();
    let mut to = std::io::stdout().lock();
    writeln!(to, "records          {} ({} persons, {} organizations)", contacts.len(), indexes[0].len(), indexes[1].len())?;
    writeln!(to, "building         {building:.2} s CPU")?;
    writeln!(to, "memory           {} bytes a record", bytes / contacts.len())?;
    writeln!(to, "person + firm    {}", queries(&asked, &indexes).summary())?;
    writeln!(to, "Jaro-Winkler     {}", plain_loop(&asked, &contacts).summary())?;
    let beside = splink::beside(&asked, &contacts)?;
    writeln!(to, "Splink           {}", beside.as_deref().unwrap_or("not at hand: python3 has no module splink"))?;
    let start = cpu();
    let snapshot = indexes[0].snapshot();
    let written = cpu() - start;
    let loaded = Index::load(&snapshot)?;
    writeln!(
        to,
        "snapshot         {} bytes a record, written in {written:.2} s, read in {:.2} s",
        snapshot.len() / loaded.len(),
        cpu() - start - written
    )?;
    drop((indexes, loaded));
    let all = leads(&contacts, contacts.len());
    let start = cpu();
    let index = index(all.iter().enumerate(), Population::Persons);
    let mut tasks = Timings::default();
    let mut search = tasks.time(|| PairSearch::new(&index));
    while tasks.time(|| search.step(&index, 4)) {}
    let mut ending = tasks.time(|| search.ending(&index, &Default::default()));
    while tasks.time(|| ending.step(&index, 200)) {}
    let pairs = ending.pairs();
    writeln!(to, "all against all  {:.2} s CPU for {} leads, {} pairs, index included", cpu() - start, all.len(), pairs.len())?;
    writeln!(to, "                 in pieces: {}", tasks.summary())?;
    let mut tasks = Timings::default();
    let mut clustering = Clustering::default();
    for some in pairs.chunks(500) {
        tasks.time(|| some.iter().for_each(|pair| clustering.add(*pair)));
    }
    while tasks.time(|| clustering.step()) {}
    let groups = tasks.time(|| clustering.groups().count());
    writeln!(to, "groups           {groups}, in pieces: {}", tasks.summary())?;
    // As while a search holds it.
    let mut tasks = Timings::default();
    let copy = tasks.time(|| index.clone());
    writeln!(to, "copy             {}", tasks.summary())?;
    writeln!(to, "changes          {}", changes(&all, index).summary())?;
    drop(copy);
    Ok(())
}

/// Each record in the place of the one before it.
fn changes(all: &[Line], mut index: Index) -> Timings {
    let mut tasks = Timings::default();
    for (at, line) in all.iter().enumerate().skip(1) {
        tasks.time(|| index.insert(Id::from_u128(at as u128 - 1), &line.subject));
    }
    tasks
}

fn queries(asked: &[Line], indexes: &[Index; 2]) -> Timings {
    let mut timings = Timings::default();
    let mut scratch = Scratch::default();
    for lead in asked {
        let organization = lead.organization();
        timings.time(|| (indexes[0].find_with(&lead.subject, &mut scratch), indexes[1].find_with(&organization, &mut scratch)));
    }
    timings
}

/// The best of all names by Jaro-Winkler: what a loop without an index costs.
fn plain_loop(asked: &[Line], contacts: &[Line]) -> Timings {
    let names: Vec<String> = contacts.iter().map(|line| line.subject.full_name().to_lowercase()).collect();
    let mut timings = Timings::default();
    for lead in asked.iter().step_by(asked.len() / LOOPED) {
        let name = lead.subject.full_name().to_lowercase();
        let best = timings.time(|| {
            let comparator = jaro_winkler::BatchComparator::new(name.chars());
            names.iter().map(|other| comparator.similarity(other.chars())).fold(0.0, f64::max)
        });
        debug_assert!(best <= 1.0);
    }
    timings
}
