//! The keys a record is found by: two that share a rare one, or two others, are worth a comparison.

use super::Population;
use super::hash::hash;
use super::normal::email::Mailbox;
use super::normal::sound::skeleton;
use super::packed::{Given, View};

/// What a key is made of. Part of its hash, so the numbers stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum KeyKind {
    Email,
    Local,
    Phone,
    PhoneTrunk,
    SoundInitial,
    FirstLast2,
    Sounds,
    DomainLast,
    DomainFirst,
    CompanyLast,
    CompanyFirst,
    PostalSound,
    StreetLast,
    Address,
    Birth,
    Tax,
    Domain,
    CompanyName,
    CompanyToken,
    FirstPlace,
    StreetNumber,
    CitySound,
    StreetPostal,
    NumberPostal,
}

impl KeyKind {
    fn of(self, parts: &[&[u8]]) -> u32 {
        let (tag, mut all) = ([self as u8], [&[][..]; 5]);
        all[0] = &tag;
        all[1..=parts.len()].copy_from_slice(parts);
        hash(&all[..=parts.len()])
    }
}

/// The key of an address that is equal.
pub fn email(local: &[u8], domain: &[u8]) -> u32 {
    KeyKind::Email.of(&[local, domain])
}

/// The key of a number that is equal, whatever its calling code.
pub fn phone(digits: &[u8]) -> u32 {
    KeyKind::Phone.of(&[&digits[digits.len().saturating_sub(8)..]])
}

/// The key of an address; none without a street and a number.
pub fn address(view: &View) -> Option<u32> {
    let street = view.street.first()?;
    let place: &[u8] = if view.postal_code.is_empty() { view.city } else { view.postal_code };
    (!view.number.is_empty()).then(|| KeyKind::Address.of(&[street, digits(view.number), place]))
}

fn digits(number: &[u8]) -> &[u8] {
    let end = number.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(number.len());
    &number[..end]
}

pub fn domain(domain: &[u8]) -> u32 {
    KeyKind::Domain.of(&[super::packed::label(domain)])
}

/// A person's home: street, number and the surname's first letter; none when one is missing.
pub fn home(view: &View) -> Option<u32> {
    let (street, surname) = (view.street.first()?, view.last.first()?);
    (!view.number.is_empty()).then(|| KeyKind::StreetLast.of(&[street, digits(view.number), initial(surname)]))
}

/// All keys of a subject, ascending, each once. `out` is emptied first.
pub fn keys(view: &View, population: Population, out: &mut Vec<u32>) {
    out.clear();
    shared(view, out);
    match population {
        Population::Persons => person(view, out),
        Population::Organizations => organization(view, out),
    }
    sort_few(out);
}

/// Ascending, each once. A plain insertion: there are a few dozens at most, and every sort of its own is code to fetch.
pub fn sort_few(keys: &mut Vec<u32>) {
    for at in 1..keys.len() {
        let mut place = at;
        while place > 0 && keys[place - 1] > keys[place] {
            keys.swap(place - 1, place);
            place -= 1;
        }
    }
    keys.dedup();
}

fn shared(view: &View, out: &mut Vec<u32>) {
    for number in view.phones.iter() {
        out.push(phone(number));
        if number.len() >= 9 {
            out.push(KeyKind::PhoneTrunk.of(&[&number[..number.len() - 2]]));
        } else if number.len() >= 7 {
            out.push(KeyKind::PhoneTrunk.of(&[number]));
        }
    }
    out.extend(address(view));
    if !view.number.is_empty() {
        out.extend(view.street.iter().take(2).map(|word| KeyKind::StreetNumber.of(&[word, digits(view.number)])));
    }
    if !view.tax.is_empty() {
        out.push(KeyKind::Tax.of(&[view.tax]));
    }
}

fn initial(text: &[u8]) -> &[u8] {
    &text[..text.len().min(1)]
}

fn person(view: &View, out: &mut Vec<u32>) {
    if !view.postal_code.is_empty() {
        out.extend(view.street.first().map(|word| KeyKind::StreetPostal.of(&[word, view.postal_code])));
        if !view.number.is_empty() {
            out.push(KeyKind::NumberPostal.of(&[digits(view.number), view.postal_code]));
        }
    }
    for email in view.emails.iter() {
        out.push(self::email(email.local, email.domain));
        if email.mailbox != Mailbox::Role && email.local.len() >= 5 {
            out.push(KeyKind::Local.of(&[email.local]));
        }
    }
    if !view.birth.is_empty() {
        out.push(KeyKind::Birth.of(&[view.birth]));
    }
    names(view, out);
    let (first, last) = (view.first.first().map_or(&[][..], |part| part.text), view.last.first().copied().unwrap_or_default());
    for domain in view.domains.iter() {
        let label = super::packed::label(domain);
        out.push(KeyKind::DomainLast.of(&[label, initial(last)]));
        out.push(KeyKind::DomainFirst.of(&[label, initial(first)]));
    }
    for word in view.company.iter().filter(|word| word.class == 0 && word.text.len() >= 3).take(2) {
        let head = &word.text[..word.text.len().min(5)];
        out.push(KeyKind::CompanyLast.of(&[head, initial(last)]));
        out.push(KeyKind::CompanyFirst.of(&[head, initial(first)]));
    }
}

fn names(view: &View, out: &mut Vec<u32>) {
    let first: &[Given] = &view.first;
    for surname in view.last.iter() {
        let sound = skeleton(surname);
        for given in first.iter().take(2) {
            out.push(KeyKind::SoundInitial.of(&[&sound, initial(given.text)]));
            let other = skeleton(given.text);
            let (low, high) = if sound < other { (sound, other) } else { (other, sound) };
            out.push(KeyKind::Sounds.of(&[&low, &high]));
        }
        if !view.city.is_empty() {
            out.push(KeyKind::CitySound.of(&[&skeleton(view.city), &sound]));
        }
        if !view.postal_code.is_empty() {
            out.push(KeyKind::PostalSound.of(&[view.postal_code, &sound]));
        }
        if let (Some(street), false) = (view.street.first(), view.number.is_empty()) {
            out.push(KeyKind::StreetLast.of(&[street, digits(view.number), initial(surname)]));
        }
    }
    if let (Some(given), Some(surname)) = (first.first(), view.last.first()) {
        out.push(KeyKind::FirstLast2.of(&[given.text, &surname[..surname.len().min(2)]]));
        out.push(KeyKind::FirstLast2.of(&[surname, &given.text[..given.text.len().min(2)]]));
    }
    if let (Some(given), false) = (first.first(), view.postal_code.is_empty()) {
        out.push(KeyKind::FirstPlace.of(&[given.text, view.postal_code]));
    }
}

fn organization(view: &View, out: &mut Vec<u32>) {
    out.extend(view.all_domains().iter().map(|name| domain(name)));
    let mut all = [0; 48];
    let mut len = 0;
    for word in view.company.iter() {
        let end = (len + word.text.len()).min(all.len());
        all[len..end].copy_from_slice(&word.text[..end - len]);
        len = end;
        let (class, text) = word.key();
        out.push(KeyKind::CompanyToken.of(&[&class, text]));
        if word.class == 0 && word.text.len() >= 4 {
            out.push(KeyKind::CompanyToken.of(&[&skeleton(word.text), b"~"]));
        }
    }
    if len > 0 {
        out.push(KeyKind::CompanyName.of(&[&all[..len]]));
        out.push(KeyKind::CompanyName.of(&[&all[..len.min(6)], b"~"]));
    }
}
