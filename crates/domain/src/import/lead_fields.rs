//! Fills the fields of a lead from the cells of its row. What doesn't fit is kept in the note and reported.

use super::cell_words::{StatusMeaning, visibility, yes_or_no};
use super::full_name::{FullName, split_family_name_first, split_full_name};
use super::parse_date::{parse_date, parse_time};
use super::parse_money::parse_money;
use super::problem::Reason;
use super::row::{Cell, Row};
use super::{Target, custom_cells, parse_currency, points};
use crate::records::Field;
use crate::values::{Address, Coded, ContactPoint, Value, web_domain};

/// Targets whose text goes into a field as it is, on one line.
const PLAIN: &[Target] =
    &[Target::Title, Target::JobTitle, Target::OrganizationName, Target::Industry, Target::SourceDetail, Target::TaxId, Target::ExternalId];

pub(super) fn fill(row: &mut Row) {
    names(row);
    for target in PLAIN {
        if let (Some(cell), Some(field)) = (row.one(*target), target.field()) {
            row.set(field, Value::Text(one_line(cell.text)));
        }
    }
    contact_points(row);
    website(row);
    address(row);
    amount(row);
    dates(row);
    status(row);
    owner(row);
    origin(row);
    tags(row);
    texts(row);
    custom_cells::fill(row);
}

/// White space, also line breaks, as single spaces between lines.
fn one_line(text: &str) -> String {
    if !text.contains(['\n', '\r']) {
        return text.to_owned();
    }
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

fn names(row: &mut Row) {
    let mut salutation = one_line(&row.texts(&[Target::Salutation, Target::NameTitle]).join(" "));
    let mut first = one_line(&row.texts(&[Target::FirstName, Target::MiddleName]).join(" "));
    let mut last = one_line(&row.texts(&[Target::LastName]).join(" "));
    for (target, split) in [(Target::FullName, split_full_name as fn(&str) -> FullName), (Target::FamilyNameFirst, split_family_name_first)]
    {
        let Some(cell) = row.one(target) else { continue };
        let name = split(cell.text);
        if first.is_empty() && last.is_empty() {
            (first, last) = (name.first, name.last);
            salutation = joined(&salutation, &name.salutation);
        } else if (&first, &last) != (&name.first, &name.last) || !salutation.contains(&name.salutation) {
            row.keep(cell, Reason::AlreadyFilled);
        }
    }
    row.set(Field::Salutation, Value::Text(salutation));
    row.set(Field::FirstName, Value::Text(first));
    row.set(Field::LastName, Value::Text(last));
}

/// "Frau" and "Dr." give "Frau Dr.", "Frau" and "Frau" give "Frau".
fn joined(before: &str, after: &str) -> String {
    match (before, after) {
        (before, after) if before == after => before.to_owned(),
        ("", one) | (one, "") => one.to_owned(),
        _ => format!("{before} {after}"),
    }
}

fn contact_points(row: &mut Row) {
    let (mut emails, mut phones, mut social) = (Vec::new(), Vec::new(), Vec::new());
    let mut at = 0;
    while let Some((target, cell)) = row.cell(at) {
        at += 1;
        let Some((field, kind)) = target.point() else { continue };
        let (list, values, reason) = match field {
            Field::Emails => (&mut emails, points::emails(cell.text), Reason::NotAnEmail),
            Field::Phones => (&mut phones, points::phones(cell.text), Reason::NotAPhone),
            _ => (&mut social, vec![cell.text], Reason::NotAWebsite),
        };
        if values.is_empty() {
            row.keep(cell, reason);
        }
        for value in values {
            let point = ContactPoint::new(kind, value);
            if !list.iter().any(|known: &ContactPoint| known.value == point.value) {
                list.push(point);
            }
        }
    }
    row.set(Field::Emails, Value::Points(emails));
    row.set(Field::Phones, Value::Points(phones));
    row.set(Field::Social, Value::Points(social));
}

fn website(row: &mut Row) {
    let Some(cell) = row.one(Target::Website) else { return };
    match web_domain::key(cell.text) {
        Some(_) => row.set(Field::Website, Value::text(cell.text)),
        None => row.keep(cell, Reason::NotAWebsite),
    }
}

fn address(row: &mut Row) {
    let part = |targets: &[Target], between| {
        let lines = row.texts(targets).into_iter().flat_map(|text| text.split(['\n', '\r']));
        lines.map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(between)
    };
    let street = [part(&[Target::Street], ", "), part(&[Target::HouseNumber], " ")].join(" ");
    let more = part(&[Target::StreetMore], ", ");
    let address = Address {
        street: [street.trim(), &more].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        postal_code: part(&[Target::PostalCode], " "),
        city: part(&[Target::City], " "),
        region: part(&[Target::Region], " "),
        country: part(&[Target::Country], " "),
    };
    row.set(Field::Address, Value::Address(address));
}

/// A currency without an amount stays empty.
fn amount(row: &mut Row) {
    let cell = row.one(Target::ValueCurrency);
    let currency = cell.and_then(|cell| parse_currency(cell.text));
    if let (Some(cell), None) = (cell, currency) {
        row.keep(cell, Reason::NotACurrency);
    }
    let Some(amount) = row.one(Target::ValueAmount) else { return };
    match parse_money(amount.text, row.formats.decimal, currency.unwrap_or(row.context.currency)) {
        Some(money) if money.minor < 0 => {
            row.keep(amount, Reason::NegativeAmount);
            cell.filter(|_| currency.is_some()).into_iter().for_each(|cell| row.note_line(cell));
        }
        Some(money) => {
            row.set(Field::Value, Value::Money(money));
            if let Some(cell) = cell.filter(|_| currency.is_some_and(|currency| currency != money.currency)) {
                row.keep(cell, Reason::AlreadyFilled);
            }
        }
        None => {
            row.keep(amount, Reason::NotAnAmount);
            cell.filter(|_| currency.is_some()).into_iter().for_each(|cell| row.note_line(cell));
        }
    }
}

fn dates(row: &mut Row) {
    let order = row.formats.dates;
    for (target, field) in [(Target::CloseDate, Field::CloseDate), (Target::BirthDate, Field::BirthDate)] {
        let Some(cell) = row.one(target) else { continue };
        match parse_date(cell.text, order) {
            Some(date) => row.set(field, Value::Date(date)),
            None => row.keep(cell, Reason::NotADate),
        }
    }
    let Some(cell) = row.one(Target::CreatedAt) else { return };
    match parse_time(cell.text, order) {
        Some(at) => row.set(Field::HappenedAt, Value::Time(at)),
        None => row.keep(cell, Reason::NotADate),
    }
}

fn status(row: &mut Row) {
    let mut converted: Vec<Cell> = Vec::new();
    if let Some(cell) = row.one(Target::Status) {
        let meaning = StatusMeaning::of(cell.text);
        match row.context.status(cell.text, meaning) {
            _ if meaning == Some(StatusMeaning::Converted) => converted.push(cell),
            Some(status) => row.set(Field::Status, Value::Link(status)),
            None => row.keep(cell, Reason::UnknownStatus),
        }
    }
    if let Some(cell) = row.one(Target::WasConverted) {
        match yes_or_no(cell.text) {
            Some(true) => converted.push(cell),
            Some(false) => {}
            None => row.keep(cell, Reason::NotYesOrNo),
        }
    }
    // Said twice, reported once.
    for (at, cell) in converted.into_iter().enumerate() {
        if at == 0 { row.keep(cell, Reason::WasConverted) } else { row.note_line(cell) }
    }
}

fn owner(row: &mut Row) {
    let mut owner = row.context.owner(row.number);
    if let Some(cell) = row.one(Target::Owner) {
        match row.context.members.find(cell.text) {
            Some(member) => owner = Some(member),
            None => row.keep(cell, Reason::UnknownOwner),
        }
    }
    if let Some(owner) = owner {
        row.set(Field::Owner, Value::Link(owner));
    }
    let Some(cell) = row.one(Target::Visibility) else { return };
    match visibility(cell.text) {
        Some(visibility) => row.set(Field::Visibility, Value::Code(visibility.code())),
        None => row.keep(cell, Reason::UnknownVisibility),
    }
}

fn origin(row: &mut Row) {
    let source = row.one(Target::Source).map_or_else(|| row.context.source.clone(), |cell| one_line(cell.text));
    row.set(Field::Source, Value::Text(source));
}

fn tags(row: &mut Row) {
    let mut tags: Vec<String> = Vec::new();
    let cells = row.texts(&[Target::Tags]);
    let words = cells.iter().flat_map(|text| text.split([',', ';', '\n', '\r']));
    for tag in words.chain([row.context.tag.as_str()]).map(str::trim) {
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    row.set(Field::Tags, Value::Texts(tags));
}

fn texts(row: &mut Row) {
    if let Some(cell) = row.one(Target::Description) {
        row.set(Field::Description, Value::text(cell.text));
    }
    let mut at = 0;
    while let Some((target, cell)) = row.cell(at) {
        at += 1;
        match target {
            Target::Note => row.note_text(cell),
            Target::KeepAsNote => row.note_line(cell),
            _ => {}
        }
    }
}
