//! A subject in the form it is compared in: normalized, in one run of bytes, read without allocation.

use super::few::Few;
use super::lexica::lexica;
use super::normal::company::Company;
use super::normal::email::{self, Email, Mailbox};
use super::normal::name::{Generation, Name};
use super::normal::place::Place;
use super::normal::{birth, phone, tax};
use super::subject::Subject;
use crate::order::sort_by;

/// Addresses and numbers of a record that are compared.
pub const POINTS: usize = 6;
/// Domains of an organization's people that are compared.
pub const PEOPLE: usize = 2;

/// A part of a given name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given<'a> {
    pub text: &'a [u8],
    /// A name that is known as one.
    pub established: bool,
    /// As [`Lexica::gender`](super::lexica::Lexica::gender).
    pub gender: u8,
    /// Classes of nicknames.
    pub classes: Few<u16, 6>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word<'a> {
    pub text: &'a [u8],
    /// Words of one class mean the same; 0 for a word of its own.
    pub class: u16,
    pub weak: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Address<'a> {
    pub local: &'a [u8],
    pub domain: &'a [u8],
    pub mailbox: Mailbox,
    /// At a provider of mail for everybody.
    pub free: bool,
}

impl<'a> Address<'a> {
    /// The name in the domain.
    pub fn label(&self) -> &'a [u8] {
        label(self.domain)
    }

    pub fn is_role(&self) -> bool {
        self.mailbox == Mailbox::Role
    }
}

impl<'a> Word<'a> {
    /// What is counted and looked up: one for all words of a class.
    pub fn key(&self) -> ([u8; 2], &'a [u8]) {
        if self.class == 0 { ([0; 2], self.text) } else { (self.class.to_le_bytes(), &[]) }
    }
}

/// The name in a domain: what stands before its suffix.
pub fn label(domain: &[u8]) -> &[u8] {
    domain.split(|byte| *byte == b'.').next().unwrap_or_default()
}

/// A packed subject, read.
#[derive(Clone, Copy, Debug, Default)]
pub struct View<'a> {
    pub first: Few<Given<'a>, 4>,
    pub last: Few<&'a [u8], 4>,
    pub generation: Generation,
    pub company: Few<Word<'a>, 7>,
    /// Classes of the legal form, from 1; 0 when none is said.
    pub legal: [u8; 2],
    pub emails: Few<Address<'a>, POINTS>,
    pub phones: Few<&'a [u8], POINTS>,
    /// One bit for each phone that surely is a mobile one.
    pub mobiles: u8,
    /// Of the website and of mail at a firm.
    pub domains: Few<&'a [u8], 7>,
    /// Of mail that an organization's people have, where it does not say so itself.
    pub people: Few<&'a [u8], PEOPLE>,
    pub street: Few<&'a [u8], 6>,
    pub number: &'a [u8],
    pub postal_code: &'a [u8],
    pub city: &'a [u8],
    pub region: &'a [u8],
    pub country: &'a [u8],
    pub birth: &'a [u8],
    pub tax: &'a [u8],
}

struct Writer(Vec<u8>);

impl Writer {
    fn count(&mut self, count: usize) {
        self.0.push(u8::try_from(count).unwrap_or(u8::MAX));
    }

    /// Up to 60 bytes of a word.
    fn text(&mut self, text: &str) {
        let mut end = text.len().min(60);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        self.count(end);
        self.0.extend_from_slice(&text.as_bytes()[..end]);
    }

    fn texts(&mut self, texts: &[String]) {
        self.count(texts.len());
        texts.iter().for_each(|text| self.text(text));
    }

    fn name(&mut self, name: &Name) {
        self.count(name.first.len());
        for part in &name.first {
            let classes = nicknames(part);
            let established = lexica().is_given_name(part.as_bytes());
            self.0.push(u8::try_from(classes.len()).unwrap_or(0) | lexica().gender(part.as_bytes()) << 4 | u8::from(established) << 7);
            classes.iter().for_each(|class| self.0.extend_from_slice(&class.to_le_bytes()));
            self.text(part);
        }
        self.texts(&name.last);
        self.0.push(name.generation);
    }

    fn company(&mut self, company: &Company) {
        self.count(company.words.len());
        for word in &company.words {
            self.0.extend_from_slice(&(word.class << 1 | u16::from(word.weak)).to_le_bytes());
            self.text(&word.text);
        }
        self.0.extend_from_slice(&company.legal);
    }

    fn emails(&mut self, emails: &[Email]) {
        self.count(emails.len());
        for email in emails {
            self.0.push(email.mailbox as u8 | u8::from(email::is_free(&email.domain)) << 4);
            self.text(&email.local);
            self.text(&email.domain);
        }
    }
}

/// Classes of a name, or of what it is a pet name of: `mikey` is a `mike`.
fn nicknames(part: &str) -> Few<u16, 6> {
    let classes = lexica().nicknames.of(part.as_bytes());
    if !classes.is_empty() || lexica().is_given_name(part.as_bytes()) {
        return classes;
    }
    let root = ["ie", "y", "i"].into_iter().find_map(|ending| part.strip_suffix(ending).filter(|root| root.len() >= 3));
    root.map_or(classes, |root| lexica().nicknames.of(root.as_bytes()))
}

/// The numbers of a subject that can be compared, each once, and which of them are mobile ones.
fn phones(subject: &Subject) -> (Vec<String>, u8) {
    let read = |text: &String| Some((phone::read(text)?, !phone::is_mobile(text)));
    let mut found: Vec<(String, bool)> = subject.phones.iter().filter_map(read).collect();
    sort_by(&mut found, Ord::cmp);
    found.dedup_by(|after, before| after.0 == before.0);
    found.truncate(POINTS);
    let mobiles = (0..).zip(&found).filter(|(_, (_, home))| !home).fold(0, |bits, (at, _)| bits | 1_u8 << at);
    (found.into_iter().map(|(number, _)| number).collect(), mobiles)
}

/// Domains that most of an organization's people have mail at, without its own ones.
fn of_people(emails: &[String], own: impl Fn(&String) -> bool) -> Vec<String> {
    let mut counted: Vec<(i32, String)> = Vec::new();
    for email in emails.iter().filter_map(|text| Email::read(text)).filter(|email| !email::is_free(&email.domain) && !own(&email.domain)) {
        match counted.iter_mut().find(|(_, domain)| *domain == email.domain) {
            Some((count, _)) => *count -= 1,
            None => counted.push((-1, email.domain)),
        }
    }
    sort_by(&mut counted, Ord::cmp);
    counted.truncate(PEOPLE);
    counted.into_iter().map(|(_, domain)| domain).collect()
}

/// In an order of their own: how a record lists them makes no difference.
fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut found: Vec<T> = items.collect();
    sort_by(&mut found, T::cmp);
    found.dedup();
    found.truncate(POINTS);
    found
}

/// The same subject always gives the same bytes.
pub fn pack(subject: &Subject) -> Vec<u8> {
    let name = Name::read(&subject.first_name, &subject.last_name);
    let company = Company::read(&subject.company);
    let emails = distinct(subject.emails.iter().filter_map(|text| Email::read(text)));
    let place = Place::read(&subject.street, &subject.postal_code, &subject.city, &subject.region, &subject.country);
    let company_site = company.domain.clone().filter(|domain| !emails.iter().any(|email| email.domain == *domain));
    let website = email::domain(&subject.website).or(company_site).filter(|domain| !email::is_free(domain));
    let website = website.filter(|domain| !emails.iter().any(|email| email.domain == *domain));
    let mut out = Writer(Vec::with_capacity(128));
    out.name(&name);
    out.company(&company);
    out.emails(&emails);
    let (numbers, mobiles) = phones(subject);
    out.texts(&numbers);
    out.0.push(mobiles);
    out.text(website.as_deref().unwrap_or_default());
    let own = |domain: &String| website.as_ref() == Some(domain) || emails.iter().any(|email| email.domain == *domain);
    out.texts(&of_people(&subject.people_emails, own));
    out.texts(&place.street);
    for text in [&place.number, &place.postal_code, &place.city, &place.region, &place.country] {
        out.text(text);
    }
    out.text(&birth::read(&subject.birth_date).unwrap_or_default());
    out.text(&tax::read(&subject.tax_id).unwrap_or_default());
    out.0
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    fn text(&mut self) -> &'a [u8] {
        let len = usize::from(self.byte());
        let Some((text, rest)) = self.0.split_at_checked(len) else {
            return &[];
        };
        self.0 = rest;
        text
    }

    fn given(&mut self) -> Given<'a> {
        let flags = self.byte();
        let mut classes = Few::default();
        for _ in 0..flags & 7 {
            let low = self.byte();
            classes.push(u16::from_le_bytes([low, self.byte()]));
        }
        Given { text: self.text(), established: flags & 0x80 != 0, gender: flags >> 4 & 3, classes }
    }

    fn address(&mut self) -> Address<'a> {
        let flags = self.byte();
        let mailbox = match flags & 3 {
            0 => Mailbox::Personal,
            1 => Mailbox::Free,
            _ => Mailbox::Role,
        };
        Address { mailbox, free: flags & 0x10 != 0, local: self.text(), domain: self.text() }
    }
}

impl<'a> View<'a> {
    /// Bytes that [`pack`] made; of others something without meaning, never a panic.
    pub fn read(bytes: &'a [u8]) -> Self {
        let mut from = Reader(bytes);
        let mut view = Self::default();
        (0..from.byte()).for_each(|_| view.first.push(from.given()));
        (0..from.byte()).for_each(|_| view.last.push(from.text()));
        view.generation = from.byte();
        for _ in 0..from.byte() {
            let flags = u16::from_le_bytes([from.byte(), from.byte()]);
            view.company.push(Word { weak: flags & 1 != 0, class: flags >> 1, text: from.text() });
        }
        view.legal = [from.byte(), from.byte()];
        (0..from.byte()).for_each(|_| view.emails.push(from.address()));
        (0..from.byte()).for_each(|_| view.phones.push(from.text()));
        view.mobiles = from.byte();
        let website = from.text();
        (0..from.byte()).for_each(|_| view.people.push(from.text()));
        (0..from.byte()).for_each(|_| view.street.push(from.text()));
        view.number = from.text();
        view.postal_code = from.text();
        view.city = from.text();
        view.region = from.text();
        view.country = from.text();
        view.birth = from.text();
        view.tax = from.text();
        view.read_domains(website);
        view
    }

    fn read_domains(&mut self, website: &'a [u8]) {
        if !website.is_empty() {
            self.domains.push(website);
        }
        let emails = self.emails;
        for email in emails.iter().filter(|email| !email.free) {
            if !self.domains.contains(&email.domain) {
                self.domains.push(email.domain);
            }
        }
    }

    /// Its own domains, then those of its people.
    pub fn all_domains(&self) -> Few<&'a [u8], 9> {
        self.domains.iter().chain(self.people.iter()).copied().collect()
    }

    pub fn has_name(&self) -> bool {
        !self.first.is_empty() || !self.last.is_empty()
    }
}
