//! Which of several records stays unless somebody says otherwise, and which of their names.

use std::cmp::Reverse;

use crate::ids::Id;
use crate::order::sort_by_key;
use crate::records::{Field, Record};

/// The best known first: to whom most belongs, then who says most, then who was there first. The order they come in plays no part.
pub fn survivor_first(mut records: Vec<Record>, belongings: impl Fn(Id) -> usize) -> Vec<Record> {
    let filled = |record: &Record| record.fields().iter().filter(|(field, _)| record.kind.editable().contains(field)).count();
    sort_by_key(&mut records, |record| (Reverse(belongings(record.id)), Reverse(filled(record)), record.created.at, record.id));
    records
}

/// Whose first name is taken although the kept record has one: it has an initial, another one the name. The kept one comes first.
pub fn written_out(records: &[Record]) -> Option<(Field, Id)> {
    let (kept, others) = records.split_first()?;
    let initial = kept.text(Field::FirstName);
    let begins = |name: &str| name.chars().next().into_iter().flat_map(char::to_lowercase).next();
    let names = |other: &&Record| {
        let name = other.text(Field::FirstName);
        !name.is_empty() && !is_initials(name) && begins(name) == begins(initial)
    };
    let found = others.iter().find(names).filter(|_| !initial.is_empty() && is_initials(initial))?;
    Some((Field::FirstName, found.id))
}

/// `A.`, `A`, `J.-P.`
fn is_initials(name: &str) -> bool {
    name.split([' ', '.', '-']).all(|part| part.chars().count() <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::Kind;
    use crate::stamp::Touch;
    use crate::values::Value;
    use crate::workspace::ME;

    fn person(id: u128, at: i64, fields: &[(Field, &str)]) -> Record {
        let made = Touch { at, by: ME, command: Id::from_u128(id) };
        fields
            .iter()
            .fold(Record::new(Kind::Person, Id::from_u128(id), made), |person, (field, text)| person.with(*field, Value::text(*text)))
    }

    fn order(records: Vec<Record>, belongings: impl Fn(Id) -> usize) -> Vec<u128> {
        survivor_first(records, belongings).iter().map(|record| record.id.as_u128()).collect()
    }

    #[test]
    fn the_same_one_stays_in_whatever_order_they_come() {
        let all = [
            person(1, 30, &[(Field::FirstName, "Ada")]),
            person(2, 20, &[(Field::FirstName, "Ada"), (Field::JobTitle, "Analyst")]),
            person(3, 10, &[(Field::FirstName, "Ada")]),
            person(4, 10, &[(Field::FirstName, "Ada")]),
        ];
        let mut turned = all.to_vec();
        turned.reverse();
        for records in [all.to_vec(), turned] {
            assert_eq!(order(records.clone(), |_| 0), [2, 3, 4, 1]);
            assert_eq!(order(records, |id| usize::from(id == Id::from_u128(1))), [1, 2, 3, 4]);
        }
    }

    #[test]
    fn a_name_written_out_is_taken_instead_of_an_initial() {
        let named = |first: &str, second: &str| {
            written_out(&[person(1, 0, &[(Field::FirstName, first)]), person(2, 0, &[(Field::FirstName, second)])]).is_some()
        };
        assert!(named("A.", "Anna") && named("a", "Anna") && named("J.-P.", "Jean-Paul"));
        assert!(!named("A.", "Maria") && !named("Anna", "A.") && !named("", "Anna") && !named("Ann", "Anna") && !named("A.", "A"));
    }
}
