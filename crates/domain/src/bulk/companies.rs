//! Which leads of a plan are of one company, or one person.

use std::collections::{BTreeMap, BTreeSet};

use crate::duplicates::{MatchKey, Reason};
use crate::pause::{Cancelled, Pause};
use crate::records::Kind;

/// For each lead, by its keys, the text that names its group on every device; none for a lead that is gone or names nobody.
pub async fn groups(keys: &[&[MatchKey]], kind: Kind, pause: &impl Pause) -> Result<Vec<Option<String>>, Cancelled> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, keys) in keys.iter().enumerate() {
        if let Some(name) = keys.iter().find(|key| key.reason == Reason::Name) {
            by_name.entry(&name.text).or_default().push(at);
        }
        pause.after(1).await?;
    }
    let mut groups = vec![None; keys.len()];
    for (name, members) in by_name {
        for (marks, cluster) in clusters(&members, keys, kind) {
            let key = format!("{name}/{marks}");
            cluster.into_iter().for_each(|at| groups[at] = Some(key.clone()));
        }
        pause.after(members.len()).await?;
    }
    Ok(groups)
}

/// Among leads of one name: those connected by a shared mark (a company's web domain; a person's e-mail or phone).
/// A company without a mark goes with the only other one of its name; if there are several, with none of them.
/// A person without a shared mark is somebody else: a name alone is never certain (R80).
fn clusters(members: &[usize], keys: &[&[MatchKey]], kind: Kind) -> Vec<(String, Vec<usize>)> {
    let mut clusters: Vec<(BTreeSet<&str>, Vec<usize>)> = Vec::new();
    let mut unmarked = Vec::new();
    for at in members {
        let marks: BTreeSet<&str> = keys[*at].iter().filter(|key| is_mark(key, kind)).map(|key| key.text.as_str()).collect();
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
    match (kind, all.as_mut_slice()) {
        (Kind::Organization, [(_, only)]) => only.append(&mut unmarked),
        (Kind::Organization, _) if !unmarked.is_empty() => all.push((String::new(), unmarked)),
        (Kind::Organization, _) => {}
        _ => all.extend(unmarked.into_iter().map(|at| (format!("#{at}"), vec![at]))),
    }
    all
}

fn is_mark(key: &MatchKey, kind: Kind) -> bool {
    match kind {
        Kind::Organization => key.reason == Reason::Domain,
        _ => matches!(key.reason, Reason::Email | Reason::Phone),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::duplicates::match_keys;
    use crate::ids::Id;
    use crate::pause::NoPause;
    use crate::records::{Field, Record};
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
    fn check(kind: Kind, leads: &[(&str, &str, &str)], expected: &str) {
        let leads: Vec<Record> = leads.iter().map(|(name, company, email)| lead(name, company, email)).collect();
        let keys: Vec<Vec<MatchKey>> = leads.iter().map(|lead| match_keys(lead, kind)).collect();
        let keys: Vec<&[MatchKey]> = keys.iter().map(Vec::as_slice).collect();
        let found = at_once(groups(&keys, kind, &NoPause)).expect("no pause");
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
        check(Kind::Organization, &leads, "aa-b");
    }

    #[test]
    fn one_name_at_two_domains_is_two_companies() {
        let leads = [
            ("A", "Müller", "a@mueller-bau.example"),
            ("B", "Muller GmbH", "b@mueller-it.example"),
            ("C", "Müller", ""),
            ("D", "Müller", "d@gmail.com"),
            ("E", "Müller", "e@mueller-bau.example"),
        ];
        check(Kind::Organization, &leads, "abcca");
        check(Kind::Organization, &leads[2..], "aaa");
    }

    #[test]
    fn a_person_needs_more_than_a_name() {
        let leads = [
            ("Rossi", "", "r@a.example"),
            ("Rossi", "", ""),
            ("Rossi", "", "R@a.example"),
            ("Bianchi", "", "r@a.example"),
            ("Rossi", "", ""),
        ];
        check(Kind::Person, &leads, "abacd");
    }
}
