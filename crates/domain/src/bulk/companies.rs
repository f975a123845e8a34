//! Which leads of a plan are of one company, by what they call it.

use std::collections::{BTreeMap, BTreeSet};

use crate::duplicates::CompanyKey;
use crate::pause::{Cancelled, Pause};

/// For each lead, by what its company is known by, the text that names it on every device; none for a lead that is gone or names none.
pub async fn companies<'a>(
    keys: impl ExactSizeIterator<Item = &'a CompanyKey>,
    pause: &impl Pause,
) -> Result<Vec<Option<String>>, Cancelled> {
    let mut groups = vec![None; keys.len()];
    let mut by_name: BTreeMap<&str, Vec<(usize, &CompanyKey)>> = BTreeMap::new();
    for (at, key) in keys.enumerate() {
        if !key.name.is_empty() {
            by_name.entry(&key.name).or_default().push((at, key));
        }
        pause.after(1).await?;
    }
    for (name, members) in by_name {
        for (marks, cluster) in clusters(&members) {
            let text = format!("{name}/{marks}");
            cluster.into_iter().for_each(|at| groups[at] = Some(text.clone()));
        }
        pause.after(members.len()).await?;
    }
    Ok(groups)
}

/// Among leads of one name: those connected by a shared web domain. One without goes with the only other company of its name; if
/// there are several, with none of them.
fn clusters(members: &[(usize, &CompanyKey)]) -> Vec<(String, Vec<usize>)> {
    let mut clusters: Vec<(BTreeSet<&str>, Vec<usize>)> = Vec::new();
    let mut unmarked = Vec::new();
    for (at, key) in members {
        let marks: BTreeSet<&str> = key.domains.iter().map(String::as_str).collect();
        if marks.is_empty() {
            unmarked.push(*at);
            continue;
        }
        let (touching, apart): (Vec<_>, Vec<_>) = clusters.into_iter().partition(|(have, _)| !have.is_disjoint(&marks));
        clusters = apart;
        let mut joined = (marks, vec![*at]);
        for (marks, members) in touching {
            joined.0.extend(marks);
            joined.1.extend(members);
        }
        clusters.push(joined);
    }
    let named = |(marks, members): (BTreeSet<&str>, Vec<usize>)| (marks.first().copied().unwrap_or_default().to_owned(), members);
    let mut all: Vec<(String, Vec<usize>)> = clusters.into_iter().map(named).collect();
    match all.as_mut_slice() {
        [(_, only)] => only.append(&mut unmarked),
        _ if !unmarked.is_empty() => all.push((String::new(), unmarked)),
        _ => {}
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Id;
    use crate::pause::NoPause;
    use crate::records::{Field, Kind, Record};
    use crate::stamp::Touch;
    use crate::testing::at_once;
    use crate::values::{ContactPoint, Value};

    fn lead(name: &str, company: &str, email: &str) -> Record {
        let touch = Touch { command: Id::default(), by: Id::default(), at: 0 };
        Record::new(Kind::Lead, Id::default(), touch)
            .with(Field::LastName, Value::text(name))
            .with(Field::OrganizationName, Value::text(company))
            .with(
                Field::Emails,
                Value::Points([email].iter().filter(|text| !text.is_empty()).map(|text| ContactPoint::work(*text)).collect()),
            )
    }

    /// Leads as `(name, company, e-mail)`; each letter stands for a group, `-` for none.
    #[track_caller]
    fn check(leads: &[(&str, &str, &str)], expected: &str) {
        let leads: Vec<Record> = leads.iter().map(|(name, company, email)| lead(name, company, email)).collect();
        let keys: Vec<CompanyKey> = leads.iter().map(CompanyKey::of).collect();
        let found = at_once(companies(keys.iter(), &NoPause)).expect("no pause");
        let mut seen: Vec<&String> = Vec::new();
        let letters: String = found
            .iter()
            .map(|group| match group {
                None => '-',
                Some(key) => {
                    let at = seen.iter().position(|have| *have == key).unwrap_or_else(|| {
                        seen.push(key);
                        seen.len() - 1
                    });
                    (b'a' + at as u8) as char
                }
            })
            .collect();
        assert_eq!(letters, expected);
    }

    #[test]
    fn companies_by_normalized_name() {
        let leads = [("A", "Molino Bassani", ""), ("B", "MOLINO BASSANI S.r.l.", ""), ("C", "", ""), ("D", "Corsini", "")];
        check(&leads, "aa-b");
    }

    #[test]
    fn one_name_at_two_domains_is_two_companies() {
        let leads = [
            ("A", "Müller", "a@mueller-bau.example"),
            ("B", "Mueller GmbH", "b@mueller-it.example"),
            ("C", "Müller", ""),
            ("D", "Müller", "d@gmail.com"),
            ("E", "Müller", "e@mueller-bau.example"),
        ];
        check(&leads, "abcca");
        check(&leads[2..], "aaa");
    }
}
