//! Who several records are, a line each, such that no two of one name read alike (B4): one way of saying it for every list.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};

use super::likeness::reasons;
use crate::clock;
use crate::i18n::{convert, duplicates, fields, format, when};
use crate::store::working_set::{Words, WorkingSet};

/// These words come with the finder: until it is there nobody is a candidate.
pub const WORDS: Words = Words { because: reasons, who: who_are };

/// What tells two apart who agree in all that is said of everybody, tried one after the other.
const APART: [fn(&Record) -> Vec<String>; 8] = [
    |record| points(record, Field::Emails),
    |record| points(record, Field::Phones),
    |record| record.address(Field::Address).map(|address| vec![address.street.clone(), address.postal_code.clone()]).unwrap_or_default(),
    |record| text(record, Field::Website),
    |record| text(record, Field::TaxId),
    |record| text(record, Field::JobTitle),
    |record| vec![duplicates::added(when::day(when::local(record.created.at).0, clock::today()))],
    |record| vec![format::moment(record.created.at)],
];

/// Job, employer, city, people, deals, last activity; where two of one name read alike, also what they do not share.
pub fn who_are(set: &WorkingSet, ids: &[Id]) -> Vec<String> {
    let records: Vec<Option<Record>> = ids.iter().map(|id| set.get(*id)).collect();
    let names: Vec<String> = records.iter().map(|record| record.as_ref().map(fields::record_name).unwrap_or_default()).collect();
    let mut lines: Vec<Vec<String>> =
        records.iter().map(|record| record.as_ref().map(|record| known(set, record)).unwrap_or_default()).collect();
    for of in APART {
        let before: Vec<(&String, String)> = names.iter().zip(&lines).map(|(name, line)| (name, line.join(" · "))).collect();
        let values: Vec<Vec<String>> = records.iter().map(|record| record.as_ref().map(of).unwrap_or_default()).collect();
        let mut more = vec![None; lines.len()];
        for at in 0..lines.len() {
            let alike: Vec<usize> = (0..before.len()).filter(|other| before[*other] == before[at] && ids[*other] != ids[at]).collect();
            let own = |value: &&String| !value.is_empty() && alike.iter().any(|other| !values[*other].contains(value));
            more[at] = values[at].iter().find(own).filter(|_| !alike.is_empty()).cloned();
        }
        for (line, more) in lines.iter_mut().zip(more) {
            line.extend(more);
        }
    }
    lines.into_iter().map(|line| line.join(" · ")).collect()
}

fn known(set: &WorkingSet, record: &Record) -> Vec<String> {
    let to_us = if record.kind == Kind::Lead { Default::default() } else { set.acquaintance(record.id) };
    let employer = record.link(Field::Organization).and_then(|id| set.get(id)).map(|record| fields::record_name(&record));
    let parts = [
        Some(record.text(Field::JobTitle).to_owned()),
        employer.or_else(|| Some(record.text(Field::OrganizationName).to_owned())),
        record.address(Field::Address).map(|address| address.city.clone()),
        (to_us.people > 0).then(|| convert::people(to_us.people)),
        (to_us.open_deals > 0).then(|| convert::open_deals(to_us.open_deals)),
        (to_us.won_deals > 0).then(|| convert::won_deals(to_us.won_deals)),
        to_us.last.map(|at| convert::last_activity(when::day(when::local(at).0, clock::today()))),
    ];
    let name = fields::record_name(record);
    // A lead of an organization alone is called like it.
    let mut said: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty() && *part != name).collect();
    if said.is_empty() {
        let reached = [points(record, Field::Emails), points(record, Field::Phones), text(record, Field::Website)];
        said.extend(reached.into_iter().flatten().find(|value| !value.is_empty()));
    }
    said
}

fn points(record: &Record, field: Field) -> Vec<String> {
    record.points(field).iter().map(|point| point.value.clone()).collect()
}

fn text(record: &Record, field: Field) -> Vec<String> {
    vec![record.text(field).to_owned()]
}
