//! Organizations and people.

use domain::commands::Draft;
use domain::records::{Field, Kind};
use domain::text::fold;
use domain::values::{Coded, ContactKind, PointKind, Value};

use super::{Maker, ORGANIZATIONS, PEOPLE, Tongue, names, places, points, team, text};

pub struct Firm {
    pub draft: Draft,
    pub tongue: Tongue,
    pub name: String,
    pub domain: String,
    pub industry: &'static str,
    pub town: usize,
}

pub struct Someone {
    pub draft: Draft,
    pub first: &'static str,
    pub family: &'static str,
    pub email: String,
    pub phone: String,
    /// Its place among the firms.
    pub firm: usize,
}

/// A firm nobody has met yet; its draft has a name and a website only.
pub fn new_firm(maker: &mut Maker, draft: Draft, tongue: Tongue) -> Firm {
    let number = maker.firms[tongue as usize];
    maker.firms[tongue as usize] += 1;
    let (name, _, industry) = names::firm(tongue, number);
    let domain = format!("{}.example", slug(&name));
    Firm { draft, tongue, name, domain, industry, town: number }
}

/// `Mühle Brüggenau GmbH` is `muehle-brueggenau`: two words are enough for a domain.
fn slug(name: &str) -> String {
    let folded = fold(&plain(name));
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 2);
    words.take(2).collect::<Vec<_>>().join("-")
}

pub fn firms(maker: &mut Maker) -> Vec<Firm> {
    (0..ORGANIZATIONS).map(|number| firm(maker, number)).collect()
}

fn firm(maker: &mut Maker, number: usize) -> Firm {
    let tongue = Tongue::of(number);
    let form = names::firm(tongue, maker.firms[tongue as usize]).1;
    let mut firm = new_firm(maker, maker.draft(Kind::Organization, number), tongue);
    let line = maker.line();
    firm.draft.fields.extend([
        text(Field::Name, &firm.name),
        text(Field::Website, &firm.domain),
        text(Field::Industry, firm.industry),
        (Field::Address, Value::Address(places::address(tongue, firm.town))),
        points(Field::Phones, [(PointKind::Work, places::phone(tongue, firm.town, line))]),
        points(Field::Emails, [(PointKind::Work, format!("info@{}", firm.domain))]),
        (Field::Owner, Value::Link(team::owner(maker.batch, number))),
        (Field::ContactKind, Value::Code(contact_kind(number).code())),
    ]);
    if !form.is_empty() {
        firm.draft.fields.push(text(Field::LegalForm, form));
    }
    if maker.chance.one_in(4) {
        firm.draft.fields.push((Field::Tags, Value::Texts(vec!["Partner referral".into()])));
    }
    firm
}

/// The first ones have deals, see [`super::deals`].
fn contact_kind(firm: usize) -> ContactKind {
    match firm {
        0..50 => ContactKind::Prospect,
        50..60 => ContactKind::Customer,
        _ => ContactKind::Contact,
    }
}

pub fn people(maker: &mut Maker, firms: &[Firm]) -> Vec<Someone> {
    (0..PEOPLE).map(|number| someone(maker, number, firms)).collect()
}

fn someone(maker: &mut Maker, number: usize, firms: &[Firm]) -> Someone {
    let at = number % firms.len();
    let firm = &firms[at];
    let (first, family) = new_name(maker, firm.tongue);
    let line = maker.line();
    let (email, phone) = (address_of(first, family, &firm.domain), places::phone(firm.tongue, firm.town, line));
    let mut draft = maker.draft(Kind::Person, number);
    let mobile = (line < 100 || firm.tongue != Tongue::German).then(|| (PointKind::Mobile, places::mobile(firm.tongue, line)));
    draft.fields.extend([
        text(Field::FirstName, first),
        text(Field::LastName, family),
        text(Field::JobTitle, names::job(firm.tongue, number)),
        (Field::Organization, Value::Link(firm.draft.id)),
        points(Field::Emails, [(PointKind::Work, email.clone())]),
        points(Field::Phones, [(PointKind::Work, phone.clone())].into_iter().chain(mobile)),
        (Field::Owner, Value::Link(team::owner(maker.batch, at))),
        (Field::ContactKind, Value::Code(contact_kind(at).code())),
    ]);
    Someone { draft, first, family, email, phone, firm: at }
}

/// A name that nobody has yet.
pub fn new_name(maker: &mut Maker, tongue: Tongue) -> (&'static str, &'static str) {
    let number = &mut maker.people[tongue as usize];
    *number += 1;
    names::person(tongue, *number)
}

pub fn address_of(first: &str, family: &str, domain: &str) -> String {
    let written = |name: &str| fold(&plain(name)).replace(['\'', ' '], "");
    format!("{}.{}@{domain}", written(first).chars().next().unwrap_or('x'), written(family))
}

/// As Germans write without umlauts.
pub fn plain(text: &str) -> String {
    let pairs = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ö", "Oe"), ("ß", "ss")];
    pairs.iter().fold(text.to_owned(), |text, (umlaut, letters)| text.replace(umlaut, letters))
}
