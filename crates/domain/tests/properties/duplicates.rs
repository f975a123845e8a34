//! What holds of the duplicate engine whatever people write.

use domain::duplicates::{
    Band, Building, Comparison, Index, Loading, Match, PairSearch, Population, Saving, Settings, Statistics, Subject, compare, probability,
};
use domain::ids::Id;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const FIRST: &[&str] =
    &["Anna", "Anja", "Hans-Peter", "Giuseppe", "Sepp", "Wolfgang", "A.", "Dott.ssa Maria", "Müller", "Tore", "", "Jörg", "Xaver K."];
const LAST: &[&str] =
    &["Rossi", "Rosi", "Müller", "Bianchi-Rossi", "De Luca", "Hofer jun.", "Hofer sen.", "Weiß", "", "Rossi, Anna", "Köhler"];
const COMPANY: &[&str] =
    &["Rossi S.r.l.", "Rossi & Söhne GmbH", "Köhler Bau", "Köhler Bau Holding", "acme.it", "", "Log. Müller KG", "Logistik Müller"];
const EMAIL: &[&str] =
    &["anna.rossi@acme.it", "a.rossi@acme.it", "info@acme.it", "anna77@gmail.com", "anja.rossi@acme.it", "rossi@gmx.de", "no mail"];
const PHONE: &[&str] = &["+39 0471 555010", "+39 0471 555010-12", "0471 555013", "+49 171 2345678", "000000", "+49 171 2345687"];
const STREET: &[&str] = &["Dorfstraße 12", "Dorfstr. 14", "Via Roma, 3", "12 High Street", "", "Hauptplatz"];
const CITY: &[&str] = &["Bozen", "Bolzano", "München", "London", ""];

prop_compose! {
    fn subject()(
        names in (select(FIRST), select(LAST), select(COMPANY)),
        emails in vec(select(EMAIL), 0..3),
        phones in vec(select(PHONE), 0..3),
        place in (select(STREET), select(&["39100", "80331", ""][..]), select(CITY)),
        more in (select(&["", "1980-05-17", "1980-05-18", "17.5.1980", "1980-01-01"][..]), select(&["", "IT01234567890", "01234567890", "99887766"][..])),
        website in select(&["", "www.acme.it", "https://koehler-bau.de/kontakt"][..]),
    ) -> Subject {
        let owned = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect();
        Subject {
            first_name: names.0.into(),
            last_name: names.1.into(),
            company: names.2.into(),
            emails: owned(emails),
            phones: owned(phones),
            website: website.into(),
            street: place.0.into(),
            postal_code: place.1.into(),
            city: place.2.into(),
            birth_date: more.0.into(),
            tax_id: more.1.into(),
            ..Subject::default()
        }
    }
}

fn population() -> impl Strategy<Value = Population> {
    select(&[Population::Persons, Population::Organizations][..])
}

fn built(subjects: &[(u128, Subject)], population: Population) -> Index {
    let mut building = Building::new(population);
    subjects.iter().for_each(|(id, subject)| building.add(Id::from_u128(*id), subject));
    building.finish()
}

fn numbered(subjects: Vec<Subject>) -> Vec<(u128, Subject)> {
    (1..).zip(subjects).collect()
}

/// How people write the same otherwise.
fn rewritten(subject: &Subject) -> Subject {
    let shout = |text: &String| text.to_uppercase().replace('Ä', "AE").replace('Ö', "OE").replace('Ü', "Ue").replace("STRASSE", "STR.");
    let mut other = Subject {
        first_name: format!(" {} ", shout(&subject.first_name)),
        last_name: subject.last_name.to_lowercase(),
        company: shout(&subject.company),
        street: subject.street.to_lowercase(),
        city: shout(&subject.city),
        emails: subject.emails.iter().map(shout).rev().collect(),
        website: subject.website.to_uppercase(),
        ..subject.clone()
    };
    let phone = |text: &String| text.replace("+", "00").replace(' ', "/").replace('-', " ");
    other.phones = subject.phones.iter().map(phone).rev().collect();
    other
}

fn sum(found: &Comparison) -> i32 {
    found.evidence.iter().map(|one| one.line.points).sum()
}

proptest! {
    #[test]
    fn the_order_of_two_makes_no_difference(a in subject(), b in subject(), others in vec(subject(), 0..6), population in population()) {
        let index = built(&numbered(others), population);
        let (ab, ba) = (compare(&a, &b, population, &index), compare(&b, &a, population, &index));
        prop_assert_eq!((ab.points, ab.probability, ab.band), (ba.points, ba.probability, ba.band));
        let lines = |found: &Comparison| found.evidence.iter().map(|one| one.line).collect::<Vec<_>>();
        prop_assert_eq!(lines(&ab), lines(&ba));
    }

    #[test]
    fn shown_points_add_up(a in subject(), b in subject(), population in population()) {
        let index = built(&[(1, a.clone())], population);
        let found = compare(&a, &b, population, &index);
        prop_assert_eq!(sum(&found), found.points);
    }

    #[test]
    fn what_is_found_has_the_score_that_is_explained(asked in subject(), known in vec(subject(), 1..8)) {
        let known = numbered(known);
        let index = built(&known, Population::Persons);
        for found in index.find(&asked) {
            let (_, subject) = &known[found.id.as_u128() as usize - 1];
            let explained = compare(&asked, subject, Population::Persons, &index);
            prop_assert_eq!(found.score.points, explained.points);
            // Another one who is certain too leaves both in doubt.
            let doubted = found.score.probability < explained.probability && explained.band == Band::Certain && index.len() > 1;
            prop_assert!(found.score.probability == explained.probability || doubted);
        }
    }

    /// Also where rivals, others who are certain, or somebody who works there change what the two alone come to.
    #[test]
    fn what_is_shown_adds_up_for_whoever_is_suggested(
        asked in subject(),
        known in vec(subject(), 1..8),
        employers in vec(1..8_u128, 0..3),
        population in population(),
    ) {
        let known = numbered(known);
        let index = built(&known, population);
        let employers: Vec<Id> = employers.into_iter().map(Id::from_u128).filter(|_| population == Population::Organizations).collect();
        let subject = |id: Id| known[id.as_u128() as usize - 1].1.clone();
        for candidate in index.suggest((Id::default(), &asked), &Settings::default(), 8, &employers, |id| Some(subject(id))) {
            let shown = index.explain((Id::default(), &asked), (candidate.id, &subject(candidate.id)), &employers);
            prop_assert_eq!(sum(&shown), shown.points);
            prop_assert_eq!(shown.percent(), candidate.percent());
            let most = shown.limits.iter().map(|limit| limit.most).min();
            let unlimited = probability(shown.points, population);
            prop_assert_eq!(most.map_or(unlimited, |most| most.min(unlimited)).percent(), candidate.percent(), "{:#?}", shown);
        }
    }

    #[test]
    fn case_umlauts_formats_and_order_change_nothing(a in subject(), b in subject(), population in population()) {
        let index = built(&[(1, a.clone()), (2, b.clone())], population);
        let again = built(&[(1, rewritten(&a)), (2, rewritten(&b))], population);
        let (one, other) = (compare(&a, &b, population, &index), compare(&rewritten(&a), &b, population, &again));
        prop_assert_eq!((one.points, one.probability), (other.points, other.probability));
    }

    #[test]
    fn one_more_agreeing_identifier_never_lowers(a in subject(), b in subject(), which in 0..4_u8) {
        let index = built(&[(1, a.clone()), (2, b.clone())], Population::Persons);
        let before = compare(&a, &b, Population::Persons, &index);
        let (mut x, mut y) = (a, b);
        for side in [&mut x, &mut y] {
            match which {
                0 => side.emails.insert(0, "sunny.flower@example.org".into()),
                1 => side.phones.insert(0, "+43 660 7654321".into()),
                2 => side.birth_date = "1971-03-09".into(),
                _ => side.tax_id = "RSSNNA71C49A952X".into(),
            }
        }
        let after = compare(&x, &y, Population::Persons, &index);
        prop_assert!(after.probability >= before.probability, "{before:#?} {after:#?}");
    }

    #[test]
    fn a_conflicting_first_name_never_raises(a in subject(), b in subject()) {
        let (mut x, mut y, mut z) = (a, b.clone(), b);
        x.first_name = "Beatrice".into();
        y.first_name = "Beatrice".into();
        z.first_name = "Wolfgang".into();
        let index = built(&[(1, x.clone()), (2, y.clone())], Population::Persons);
        let (same, other) = (compare(&x, &y, Population::Persons, &index), compare(&x, &z, Population::Persons, &index));
        prop_assert!(other.probability <= same.probability && other.points <= same.points, "{same:#?} {other:#?}");
    }

    /// More are certain than are all compared with each other.
    #[test]
    fn of_many_who_are_certain_it_does_not_count_who_came_first(
        some in vec((select(FIRST), select(COMPANY), vec(select(EMAIL), 0..2), select(&["", "1980-05-17", "1982-03-01"][..])), 7..24),
        asked in select(FIRST),
    ) {
        let rossi = |first: &str| Subject { first_name: first.into(), last_name: "Rossi".into(), emails: vec![EMAIL[0].into()], ..Subject::default() };
        let known = some.into_iter().map(|(first, company, emails, born)| Subject {
            company: company.into(),
            birth_date: born.into(),
            emails: emails.into_iter().chain([EMAIL[0]]).map(str::to_owned).collect(),
            ..rossi(first)
        });
        let mut known = numbered(known.collect());
        let forwards = built(&known, Population::Persons);
        known.reverse();
        let backwards = built(&known, Population::Persons);
        prop_assert_eq!(forwards.find(&rossi(asked)), backwards.find(&rossi(asked)));
        prop_assert_eq!(forwards.find_others(Id::from_u128(1)), backwards.find_others(Id::from_u128(1)));
    }

    #[test]
    fn an_index_depends_on_what_it_has_not_on_how_it_came(
        steps in vec((0..8_u128, proptest::option::weighted(0.75, subject())), 1..40),
        asked in subject(),
        population in population(),
    ) {
        let mut index = Index::new(population);
        let mut known: std::collections::BTreeMap<u128, Subject> = Default::default();
        for (id, subject) in steps {
            match subject {
                Some(subject) => {
                    index.insert(Id::from_u128(id), &subject);
                    known.insert(id, subject);
                }
                None => {
                    index.remove(Id::from_u128(id));
                    known.remove(&id);
                }
            }
        }
        let known: Vec<(u128, Subject)> = known.into_iter().collect();
        let rebuilt = built(&known, population);
        prop_assert_eq!(index.snapshot(), rebuilt.snapshot());
        let loaded = in_blocks(&index);
        prop_assert_eq!(&index.find(&asked), &rebuilt.find(&asked));
        prop_assert_eq!(&index.find(&asked), &loaded.find(&asked));
        prop_assert_eq!(index.records(), known.len() as u32);
        prop_assert_eq!(pairs(&index), pairs(&loaded));
        // What an index counts is right when the next change finds it so.
        for (id, _) in &known {
            index.remove(Id::from_u128(*id));
        }
        prop_assert_eq!(index.snapshot(), Index::new(population).snapshot());
    }
}

/// Written and read a few records at a time.
fn in_blocks(index: &Index) -> Index {
    let mut saving = Saving::new(index);
    let first = saving.block(index, 300).expect("the first block");
    let mut loading = Loading::start(&first).expect("it was written by this version");
    let rest: Vec<Vec<u8>> = std::iter::from_fn(|| saving.block(index, 300)).collect();
    assert_eq!([std::slice::from_ref(&first), &rest[..]].concat().concat(), index.snapshot());
    for block in std::iter::once(&first).chain(&rest) {
        while loading.step(block, 2).expect("a whole block") {}
    }
    loading.finish().expect("all records")
}

fn pairs(index: &Index) -> Vec<(Id, Match)> {
    let mut search = PairSearch::new(index);
    while search.step(index, 3) {}
    search.finish(index, &Default::default()).into_iter().map(|pair| (pair.id, pair.other)).collect()
}
