//! Why pairs score as they do: every piece of evidence, for whoever wants to know.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use domain::duplicates::{Comparison, Population, compare};

use crate::answers::index;
use crate::table::{Line, read};

/// `pairs` has two columns with ids of the tables (of one table, when both are the same file).
pub fn explain(leads: &Path, contacts: &Path, pairs: &Path) -> Result<()> {
    let (leads, contacts) = (read(leads)?, read(contacts)?);
    let find = |lines: &[Line]| lines.iter().enumerate().map(|(at, line)| (line.id.clone(), at)).collect::<HashMap<_, _>>();
    let (by_lead, by_contact) = (find(&leads), find(&contacts));
    let build = |population| {
        index(contacts.iter().enumerate().filter(|(_, line)| line.population.unwrap_or(Population::Persons) == population), population)
    };
    let indexes = [build(Population::Persons), build(Population::Organizations)];
    let mut to = std::io::stdout().lock();
    for row in csv::Reader::from_path(pairs)?.records() {
        let row = row?;
        let lead = by_lead.get(&row[0]).map(|at| &leads[*at]).with_context(|| format!("no lead {}", &row[0]))?;
        let contact = by_contact.get(&row[1]).map(|at| &contacts[*at]).with_context(|| format!("no contact {}", &row[1]))?;
        let population = contact.population.unwrap_or(Population::Persons);
        let subject = if population == Population::Persons { lead.subject.clone() } else { lead.organization() };
        let statistics = &indexes[population as usize];
        writeln!(to, "{} {} {}", lead.id, contact.id, row.iter().skip(2).collect::<Vec<_>>().join(" "))?;
        for line in [lead, contact] {
            let said = &line.subject;
            let parts = [
                &said.full_name(),
                &said.company,
                &said.emails.join(";"),
                &said.phones.join(";"),
                &said.website,
                &said.address(),
                &said.birth_date,
                &said.tax_id,
            ];
            writeln!(to, "   {}", parts.map(String::as_str).join(" | "))?;
        }
        let found = compare(&subject, &contact.subject, population, statistics);
        writeln!(to, "   {}", sum(&found))?;
    }
    Ok(())
}

fn sum(found: &Comparison) -> String {
    let evidence: Vec<String> = found.evidence.iter().map(|one| format!("{:?} {}", one.line.label, one.line.points)).collect();
    let limits: Vec<String> = found.limits.iter().map(|limit| format!("{:?} <= {:.2}", limit.limit, limit.most.as_f64())).collect();
    format!("{:.3} = {} [{}] {}", found.probability.as_f64(), found.points, evidence.join(", "), limits.join(", "))
}
