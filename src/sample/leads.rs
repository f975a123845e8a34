//! Leads: new people at new firms, some at known firms, and some that are known already in another spelling.

use domain::commands::Draft;
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::stamp::Millis;
use domain::values::{Currency, Money, PointKind, Value};
use domain::workspace as w;

use super::contacts::{Firm, Someone, address_of, new_firm, new_name, plain};
use super::{DAY, LEADS, Maker, Tongue, names, places, points, team, text};

pub struct Lead {
    pub draft: Draft,
    pub tongue: Tongue,
    pub archived: bool,
}

const SOURCES: [(&str, &str); 6] = [
    ("Trade fair Verona", "Stand B14"),
    ("Website", "Contact form"),
    ("Referral", ""),
    ("Phone", ""),
    ("Trade fair Verona", "Business card"),
    ("Newsletter", "Autumn issue"),
];

const TAGS: [&[&str]; 8] =
    [&["Hot"], &["Warm"], &[], &["Trade fair"], &["Warm", "Partner referral"], &[], &["Reactivated"], &["Hot", "Trade fair"]];

const REASONS: [&str; 5] = ["Budget frozen until next year", "Chose another supplier", "No answer", "Wrong contact", "Too small for us"];

/// Four of ten are new, one is qualified.
const STATUSES: [Id; 10] = [
    w::STATUS_NEW,
    w::STATUS_CONTACTED,
    w::STATUS_NEW,
    w::STATUS_WORKING,
    w::STATUS_CONTACTED,
    w::STATUS_NEW,
    w::STATUS_QUALIFIED,
    w::STATUS_CONTACTED,
    w::STATUS_NEW,
    w::STATUS_WORKING,
];

/// Who stands behind a lead.
struct Who {
    tongue: Tongue,
    first: String,
    family: String,
    company: String,
    website: String,
    email: String,
    phone: String,
    town: usize,
    industry: &'static str,
}

pub fn leads(maker: &mut Maker, people: &[Someone], firms: &[Firm]) -> Vec<Lead> {
    let mut known: Option<Who> = None;
    let mut all = Vec::new();
    for number in 0..LEADS {
        let who = match (number % 12, known.take()) {
            (0, _) => known_person(&people[number / 12 * 7 % people.len()], firms, number / 12),
            (4, _) => at_known_firm(maker, &firms[number / 12 * 11 % firms.len()]),
            (8, Some(before)) => twice(before, number / 12),
            _ => stranger(maker, number),
        };
        all.push(lead(maker, number, &who));
        known = Some(who);
    }
    all
}

fn stranger(maker: &mut Maker, number: usize) -> Who {
    let tongue = Tongue::of(number / 2);
    let firm = new_firm(maker, maker.draft(Kind::Organization, usize::MAX), tongue);
    at_known_firm(maker, &firm)
}

fn at_known_firm(maker: &mut Maker, firm: &Firm) -> Who {
    let (first, family) = new_name(maker, firm.tongue);
    let line = maker.line();
    Who {
        tongue: firm.tongue,
        first: first.to_owned(),
        family: family.to_owned(),
        company: firm.name.clone(),
        website: firm.domain.clone(),
        email: address_of(first, family, &firm.domain),
        phone: places::phone(firm.tongue, firm.town, line),
        town: firm.town,
        industry: firm.industry,
    }
}

/// Somebody from the people, as a form on the web would have them.
fn known_person(someone: &Someone, firms: &[Firm], variant: usize) -> Who {
    let firm = &firms[someone.firm];
    let who = Who {
        tongue: firm.tongue,
        first: someone.first.to_owned(),
        family: someone.family.to_owned(),
        company: firm.name.clone(),
        website: String::new(),
        email: someone.email.clone(),
        phone: someone.phone.clone(),
        town: firm.town,
        industry: firm.industry,
    };
    twice(who, variant)
}

/// The same person in another spelling, every variant in its own way.
fn twice(who: Who, variant: usize) -> Who {
    let spelled = |text: &str| match variant % 3 {
        0 => text.to_uppercase(),
        1 => plain(text),
        _ => text.to_lowercase(),
    };
    let first = if variant % 4 == 3 { format!("{}.", who.first.chars().next().unwrap_or('A')) } else { spelled(&who.first) };
    let email = if variant.is_multiple_of(2) { who.email.to_uppercase() } else { String::new() };
    Who { first, family: spelled(&who.family), company: spelled(&who.company), email, phone: places::other_spelling(&who.phone), ..who }
}

fn lead(maker: &mut Maker, number: usize, who: &Who) -> Lead {
    let archived = number % 15 == 14;
    let mut draft = maker.draft(Kind::Lead, number);
    let (source, detail) = SOURCES[maker.chance.below(SOURCES.len())];
    let status = STATUSES[number % STATUSES.len()];
    draft.fields.extend([
        text(Field::FirstName, &who.first),
        text(Field::LastName, &who.family),
        text(Field::JobTitle, names::job(who.tongue, number)),
        text(Field::OrganizationName, &who.company),
        text(Field::Website, &who.website),
        text(Field::Industry, who.industry),
        text(Field::Source, source),
        text(Field::SourceDetail, detail),
        points(Field::Phones, [(PointKind::Work, who.phone.clone())]),
        (Field::Status, Value::Link(status)),
        (Field::Owner, Value::Link(team::owner(maker.batch, number))),
        (Field::Tags, Value::Texts(maker.chance.of(&TAGS).iter().map(|tag| (*tag).to_owned()).collect())),
    ]);
    if !who.email.is_empty() {
        draft.fields.push(points(Field::Emails, [(PointKind::Work, who.email.clone())]));
    }
    let unseen = status == w::STATUS_NEW && maker.chance.one_in(3);
    draft.fields.extend((!unseen).then_some((Field::Seen, Value::Flag(true))));
    history(maker, &mut draft, number, archived);
    prospects(maker, &mut draft, who);
    Lead { draft, tongue: who.tongue, archived }
}

/// When it came in, and since when it stands where it stands.
fn history(maker: &mut Maker, draft: &mut Draft, number: usize, archived: bool) {
    let days = 1 + maker.chance.below(40) as i32;
    let since = maker.moment(-days);
    // Before anything that happened with it, see `Stories::past`.
    let came = since - DAY * (21 + (number % 12) as Millis);
    draft.fields.extend([(Field::HappenedAt, Value::Time(came)), (Field::StatusSince, Value::Time(since))]);
    if archived {
        let reason = *maker.chance.of(&REASONS);
        draft.fields.extend([(Field::ArchivedAt, Value::Time(maker.moment(-(days + 1) / 2))), text(Field::ArchiveReason, reason)]);
    }
}

/// What it may be worth, and where it is; not everybody says so.
fn prospects(maker: &mut Maker, draft: &mut Draft, who: &Who) {
    if !maker.chance.one_in(4) {
        let minor = 50_000 * (4 + maker.chance.below(200) as i64);
        draft.fields.push((Field::Value, Value::Money(Money { minor, currency: Currency::EUR })));
    }
    if maker.chance.one_in(3) {
        draft.fields.push((Field::CloseDate, Value::Date(maker.day_within(14, 120))));
    }
    if !maker.chance.one_in(3) {
        draft.fields.push((Field::Address, Value::Address(places::address(who.tongue, who.town))));
    }
}
