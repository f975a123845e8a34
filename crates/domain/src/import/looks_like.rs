//! What a column is, seen from its values.

use super::parse_date::{DateOrder, parse_date};
use super::parse_money::{Decimal, parse_money};
use super::{Target, full_name, points};
use crate::text::fold;
use crate::values::{Currency, phone, web_domain};

/// Of the filled cells, how many must look alike: in per cent.
const MOST: usize = 80;
const HALF: usize = 50;
/// Firms often go without their legal form.
const SOME: usize = 30;

const LEGAL_FORMS: &str = "gmbh g.m.b.h. gesmbh ges.m.b.h. ag kg k.g. ohg og ug e.k. ek gbr e.u. srl s.r.l. srls spa s.p.a. \
    snc s.n.c. sas s.a.s. scarl ltd ltd. limited llc inc inc. plc llp corp corp. company";

type Looks = fn(&str) -> bool;

const CONTENTS: &[(Target, usize, Looks)] = &[
    (Target::EmailWork, MOST, is_email),
    (Target::CreatedAt, MOST, is_date),
    (Target::ValueAmount, MOST, is_money),
    (Target::PhoneWork, MOST, is_phone),
    (Target::Website, MOST, is_url),
    (Target::PostalCode, MOST, is_postal_code),
    (Target::OrganizationName, SOME, has_legal_form),
];

/// Where a column with these values probably goes; none when they could be anything.
pub(super) fn by_values<'a>(values: impl Iterator<Item = &'a str> + Clone) -> Option<Target> {
    CONTENTS.iter().find(|(_, share, looks)| at_least(*share, values.clone(), looks)).map(|(target, ..)| *target)
}

/// False when a column is called like `target` but holds something else.
pub(super) fn fit<'a>(target: Target, values: impl Iterator<Item = &'a str> + Clone) -> bool {
    use Target as T;
    let looks: Looks = match target {
        T::EmailWork | T::EmailHome | T::EmailOther => is_email,
        T::PhoneWork | T::PhoneMobile | T::PhoneHome | T::PhoneFax | T::PhoneOther => |text| !points::phones(text).is_empty(),
        T::Website => |text| web_domain::key(text).is_some(),
        T::ValueAmount => |text| parse_money(text, Decimal::Comma, Currency::EUR).is_some() || is_money(text),
        T::CloseDate | T::BirthDate | T::CreatedAt => is_day,
        _ => return true,
    };
    values.clone().next().is_none() || at_least(HALF, values, &looks)
}

/// "Dr.", "Frau": most of the values.
pub(super) fn are_titles<'a>(values: impl Iterator<Item = &'a str> + Clone) -> bool {
    at_least(HALF, values, &|text: &str| text.split_whitespace().all(full_name::is_title))
}

/// True for a cell that is data and no column name: an e-mail address, a number, a date.
pub fn is_data(cell: &str) -> bool {
    let cell = cell.trim();
    let number = !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit() || " .,+-/()".contains(c));
    number || is_email(cell) || is_date(cell) || cell.contains("://")
}

fn at_least<'a>(per_cent: usize, values: impl Iterator<Item = &'a str>, looks: &impl Fn(&str) -> bool) -> bool {
    let (all, alike) = values.fold((0, 0), |(all, alike), value| (all + 1, alike + usize::from(looks(value))));
    alike > 0 && alike * 100 >= all * per_cent
}

fn is_email(text: &str) -> bool {
    !points::emails(text).is_empty()
}

fn is_day(text: &str) -> bool {
    [DateOrder::DayFirst, DateOrder::MonthFirst].iter().any(|order| parse_date(text, *order).is_some())
}

/// "20261105" is a day only where one is expected.
fn is_date(text: &str) -> bool {
    is_day(text) && !text.bytes().all(|b| b.is_ascii_digit())
}

/// A bare number could be anything: money has a currency, cents or groups.
fn is_money(text: &str) -> bool {
    let money = [Decimal::Comma, Decimal::Point].iter().any(|decimal| parse_money(text, *decimal, Currency::EUR).is_some());
    let currency = text.chars().any(|c| c.is_alphabetic() || "€$£¥".contains(c));
    let tail = text.rsplit(['.', ',', '\'', ' ']).next().map_or(0, str::len);
    let cents_or_groups = tail < text.len() && (2..=3).contains(&tail) && !text.starts_with(['+', '0']);
    money && (currency || cents_or_groups) || matches!(text, "0,00" | "0.00")
}

/// A bare number only with the length and the beginning of a phone number.
fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let bare = digits == text.len();
    let starts = text.starts_with(['+', '0', '(']);
    match points::phones(text).as_slice() {
        [] => false,
        _ if bare => starts && digits >= 8,
        _ => digits >= 7 && phone::key(text).is_some(),
    }
}

fn is_url(text: &str) -> bool {
    let host = web_domain::key(text);
    let named = text.contains("://") || text.to_lowercase().starts_with("www.");
    let ending = host.as_deref().and_then(|host| host.rsplit_once('.')).map(|(_, ending)| ending);
    named || ending.is_some_and(|ending| ending.len() >= 2 && ending.bytes().all(|b| b.is_ascii_lowercase()))
}

/// Five digits ("39100", "D-80331", "I-39100"), or British ("CF14 4JG").
fn is_postal_code(text: &str) -> bool {
    let code = text.split_once('-').map_or(text, |(country, code)| if country.len() <= 2 { code } else { text });
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let british = code.split_once(' ').is_some_and(|(area, rest)| {
        (2..=4).contains(&area.len())
            && area.starts_with(|c: char| c.is_ascii_uppercase())
            && rest.len() == 3
            && rest.starts_with(|c: char| c.is_ascii_digit())
            && rest.ends_with(|c: char| c.is_ascii_uppercase())
    });
    british || digits(code) && (code.len() == 5 || code.len() == 4 && code != text)
}

fn has_legal_form(text: &str) -> bool {
    let is_form = |word: &str| LEGAL_FORMS.split(' ').any(|form| form == fold(word));
    text.split_whitespace().skip(1).any(is_form)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[&str], expected: Option<Target>) {
        assert_eq!(by_values(values.iter().copied()), expected, "{values:?}");
    }

    #[test]
    fn columns_tell_what_they_are() {
        check(&["a@b.it", "c@d.de, e@f.it", "x@y.at"], Some(Target::EmailWork));
        check(&["12/09/2026", "14.10.2026"], Some(Target::CreatedAt));
        check(&["2026-07-20T09:30:00.000Z"], Some(Target::CreatedAt));
        check(&["1.250,50", "€ 48k", "0,00"], Some(Target::ValueAmount));
        check(&["126000.00", "8900.00"], Some(Target::ValueAmount));
        check(&["857.479.8340", "+39 045 5550142", "0171/32287655"], Some(Target::PhoneWork));
        check(&["3458919449", "0171234567", "045 123 4567", "+39 1234567", "+391234567"], Some(Target::PhoneWork));
        check(&["https://a.it", "www.b.de", "omniport.it"], Some(Target::Website));
        check(&["39100", "80331", "CF14 4JG", "A-6020"], Some(Target::PostalCode));
        check(&["Alpen GmbH", "Rossi S.r.l.", "Meccanica Bologna"], Some(Target::OrganizationName));
    }

    #[test]
    fn what_could_be_anything_is_nothing() {
        check(&[], None);
        check(&["1", "2", "3"], None);
        check(&["Rossi", "Huber"], None);
        check(&["yes", "no"], None);
        check(&["120", "4500", "20000"], None);
        check(&["1.2", "2.5"], None);
        check(&["00Q183941945423253"], None);
        check(&["20817", "x", "y"], None);
    }
}
