//! What speaks for and against a candidate, with both values (B4).

use domain::duplicates::{Candidate, MatchKey, Reason, match_keys};
use domain::records::{Field, Kind, Record, person_name};
use domain::text::fold;
use domain::values::{ContactPoint, email, phone, web_domain};

use crate::i18n::{convert as words, fields};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Same,
    Similar,
    Different,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    pub sign: Sign,
    pub about: &'static str,
    pub text: String,
    pub points: Option<u32>,
}

/// Line by line; the points of the lines are the candidate's score.
pub fn evidence(lead: &Record, other: &Record, kind: Kind, candidate: &Candidate) -> Vec<Evidence> {
    let has = |reason: Reason| candidate.reasons.contains(&reason);
    let person = kind == Kind::Person;
    let emails = points(lead, other, Field::Emails, has(Reason::Email).then_some(Reason::Email), |text| Some(email::key(text)));
    let phones = points(lead, other, Field::Phones, has(Reason::Phone).then_some(Reason::Phone), phone::key);
    let (ours, theirs) = (match_keys(lead, kind), match_keys(other, kind));
    // A company writes from many addresses and phones: only what is equal says something.
    let lines = [
        emails.filter(|line| person || line.sign == Sign::Same),
        phones.filter(|line| person || line.sign == Sign::Same),
        (!person).then(|| domains(lead, other, &ours, &theirs)).flatten(),
        names(lead, other, kind, has(Reason::Name)),
        cities(lead, other),
    ];
    lines.into_iter().flatten().collect()
}

fn line(sign: Sign, about: &'static str, text: String, reason: Option<Reason>) -> Evidence {
    Evidence { sign, about, text, points: reason.map(Reason::points) }
}

fn points(lead: &Record, other: &Record, field: Field, reason: Option<Reason>, key: impl Fn(&str) -> Option<String>) -> Option<Evidence> {
    let (ours, theirs) = (lead.points(field), other.points(field));
    let about = fields::label(field);
    if reason.is_some() {
        let shared = |point: &&ContactPoint| ours.iter().any(|own| key(&own.value).is_some_and(|own| Some(own) == key(&point.value)));
        let text = theirs.iter().find(shared).map(|point| point.value.clone()).unwrap_or_default();
        return Some(line(Sign::Same, about, text, reason));
    }
    let (own, their) = (ours.first()?, theirs.first()?);
    Some(line(Sign::Different, about, words::both(&their.value, &own.value), None))
}

fn domains(lead: &Record, other: &Record, ours: &[MatchKey], theirs: &[MatchKey]) -> Option<Evidence> {
    let of = |keys: &[MatchKey]| keys.iter().filter(|key| key.reason == Reason::Domain).map(|key| key.text.clone()).collect::<Vec<_>>();
    let (own, their) = (of(ours), of(theirs));
    if let Some(shared) = own.iter().find(|domain| their.contains(domain)) {
        return Some(line(Sign::Same, words::web_domain(), shared.clone(), Some(Reason::Domain)));
    }
    let website = |record: &Record| web_domain::key(record.text(Field::Website));
    let (own, their) = (website(lead)?, website(other)?);
    Some(line(Sign::Different, words::web_domain(), words::both(their, own), None))
}

fn names(lead: &Record, other: &Record, kind: Kind, equal: bool) -> Option<Evidence> {
    let name = |record: &Record| match kind {
        Kind::Person => person_name(record),
        _ if record.kind == Kind::Lead => record.text(Field::OrganizationName).to_owned(),
        _ => record.text(Field::Name).to_owned(),
    };
    let (own, their) = (name(lead), name(other));
    match equal {
        _ if own.is_empty() || their.is_empty() => None,
        true if fold(&own) == fold(&their) => Some(line(Sign::Same, fields::name(), their, Some(Reason::Name))),
        true => Some(line(Sign::Similar, fields::name(), words::both(their, own), Some(Reason::Name))),
        false => Some(line(Sign::Different, fields::name(), words::both(their, own), None)),
    }
}

fn cities(lead: &Record, other: &Record) -> Option<Evidence> {
    let city = |record: &Record| record.address(Field::Address).map(|address| address.city.clone()).filter(|city| !city.is_empty());
    let (own, their) = (city(lead)?, city(other)?);
    let same = fold(&own) == fold(&their);
    let (sign, text) = if same { (Sign::Same, their) } else { (Sign::Different, words::both(their, own)) };
    Some(line(sign, fields::city(), text, None))
}
