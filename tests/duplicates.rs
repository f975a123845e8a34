//! The duplicate engine here and in a browser: each type of pair that must not be taken for one, and a corpus whose scores are
//! the same, point for point, on every machine. `KONTOR_BLESS=1 cargo test --test duplicates` writes the scores anew.

use std::collections::BTreeSet;

use domain::duplicates::{Band, Building, Comparison, Index, PairSearch, Population, Probability, Subject, clusters, compare};
use domain::ids::Id;

#[path = "duplicates/agreements.rs"]
mod agreements;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const CORPUS: &str = include_str!("duplicates/corpus.txt");
const SCORES: &str = include_str!("duplicates/scores.txt");

/// A line of the corpus.
fn subject(line: &str) -> Subject {
    let mut parts = line.split('|').map(str::to_owned);
    let mut next = || parts.next().unwrap_or_default();
    let list = |text: String| text.split(';').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    Subject {
        first_name: next(),
        last_name: next(),
        company: next(),
        emails: list(next()),
        phones: list(next()),
        website: next(),
        street: next(),
        postal_code: next(),
        city: next(),
        birth_date: next(),
        tax_id: next(),
        ..Subject::default()
    }
}

fn corpus() -> Vec<Subject> {
    CORPUS.lines().filter(|line| !line.starts_with('#')).map(subject).collect()
}

fn index(population: Population) -> Index {
    let mut building = Building::new(population);
    for (at, subject) in (1..).zip(corpus()) {
        building.add(Id::from_u128(at), &subject);
    }
    building.finish()
}

/// Every comparison with its points and millionths, and what is found for each subject.
fn scores() -> String {
    let all = corpus();
    let mut text = String::new();
    for population in [Population::Persons, Population::Organizations] {
        let index = index(population);
        for (at, one) in all.iter().enumerate() {
            let compared = all.iter().map(|other| compare(one, other, population, &index));
            let sums: Vec<String> = compared.map(|found| format!("{}/{}", found.points, found.probability.0)).collect();
            let found: Vec<String> =
                index.find(one).iter().map(|found| format!("{}:{}", found.id.as_u128(), found.score.probability.0)).collect();
            text.push_str(&format!("{population:?} {} found {}\n  {}\n", at + 1, found.join(" "), sums.join(" ")));
        }
    }
    text
}

fn person(a: &str, b: &str) -> Comparison {
    compare(&subject(a), &subject(b), Population::Persons, &index(Population::Persons))
}

fn organization(a: &str, b: &str) -> Comparison {
    compare(&subject(a), &subject(b), Population::Organizations, &index(Population::Organizations))
}

macro_rules! cases {
    ($($name:ident $body:block)*) => {
        $(
            #[cfg_attr(not(target_arch = "wasm32"), test)]
            #[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
            fn $name() $body
        )*
    };
}

cases! {
    what_may_be_certain_stands_in_a_table {
        agreements::check();
    }

    scores_are_the_same_on_every_machine {
        let found = scores();
        #[cfg(not(target_arch = "wasm32"))]
        if std::env::var_os("KONTOR_BLESS").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/duplicates/scores.txt");
            return std::fs::write(path, found).expect("the file of scores");
        }
        for (found, stored) in found.lines().zip(SCORES.lines()) {
            assert_eq!(found, stored);
        }
        assert_eq!(found.lines().count(), SCORES.lines().count());
    }

    the_same_person_in_another_hand_is_certain {
        let found = person(
            "Jürgen|Müller|Müller & Söhne GmbH|j.mueller@mueller-soehne.de|+49 711 5550142-17",
            "MUELLER|Juergen|Mueller und Soehne G.m.b.H.|j.mueller@mueller-soehne.de|0711/5550142-17",
        );
        assert_eq!(found.band, Band::Certain, "{found:#?}");
    }

    groups_are_no_chains {
        // The second knows both, but the first and the third have another first name each.
        let people = [
            subject("Anna|Rossi||rossi@gmx.de|+39 348 5550142|||||1977-04-12"),
            subject("A.|Rossi||rossi@gmx.de|+39 348 5550142"),
            subject("Aldo|Rossi||rossi@gmx.de|+39 348 5550142|||||1975-01-30"),
            subject("Anna|Rossi|Rossi KG|rossi@gmx.de"),
        ];
        let mut building = Building::new(Population::Persons);
        (1..).zip(&people).for_each(|(id, subject)| building.add(Id::from_u128(id), subject));
        let index = building.finish();
        let pairs = |separate: &BTreeSet<(Id, Id)>| {
            let mut search = PairSearch::new(&index);
            while search.step(&index, 1) {}
            clusters(&search.finish(&index, separate), Probability(500_000))
        };
        for group in pairs(&BTreeSet::new()) {
            assert!(!(group.contains(&Id::from_u128(1)) && group.contains(&Id::from_u128(3))), "{group:?}");
        }
        let separate = BTreeSet::from([(Id::from_u128(1), Id::from_u128(4))]);
        assert!(pairs(&separate).iter().all(|group| !(group.contains(&Id::from_u128(1)) && group.contains(&Id::from_u128(4)))));
    }

    r80_a_name_alone_is_no_proof {
        let found = person("Xaver|Tschurtschenthaler", "Xaver|Tschurtschenthaler");
        assert!(found.band < Band::Likely, "{found:#?}");
    }

    same_name_diff_company {
        let found = person("Xaver|Hainzl|Hainzl Bau KG|xaver@hainzlbau.it", "Xaver|Hainzl|Reisen Weiss GmbH|x.hainzl@reisenweiss.de");
        assert!(found.band < Band::Likely, "{found:#?}");
    }

    homonym_other_city {
        let found = organization("||Kirasys Reisen GmbH|||||80331|München", "||Kirasys Reisen GmbH||||||Wien");
        assert!(found.band < Band::Likely, "{found:#?}");
    }

    same_company_diff_person {
        let found = person("Luis|Wood|Arctibit Inc.|luis.wood@arctibit.com|+1 917 256 3048", "Chloe|Granger|Arctibit Inc.|chloe@arctibit.com");
        assert!(found.band < Band::Possible, "{found:#?}");
    }

    similar_name_same_company {
        let found = person("Anna|Hofer|Alpenbit GmbH|anna.hofer@alpenbit.it", "Anja|Hofer|Alpenbit GmbH|anja.hofer@alpenbit.it");
        assert!(found.band < Band::Likely && !found.limits.is_empty(), "{found:#?}");
    }

    couple_shared_email {
        let found = person("Marcella|Bajardi||m.bajardi@yahoo.it|+39 011 8201750", "Mario|Bajardi||m.bajardi@yahoo.it|+39 011 8201750");
        assert!(found.band < Band::Likely, "{found:#?}");
    }

    father_and_son {
        let found = person("Roland|Gruber jun.|Gruber KG|r.gruber@gruber.it", "Roland|Gruber sen.|Gruber KG|r.gruber@gruber.it");
        assert!(found.band < Band::Likely, "{found:#?}");
    }

    junior_senior {
        let found = person("Roland|Gruber sen.||roland@gruber.it", "Roland|Gruber jun.||rolandjr@gruber.it");
        assert!(found.band < Band::Likely && !found.limits.is_empty(), "{found:#?}");
    }

    old_employer {
        // Who has left a firm and the colleague who has the phone on that desk now.
        let found = person(
            "Erika|Bauer|Weber Bau GmbH|erika.bauer@weber-bau.de|+49 30 5550177-12",
            "Sabine|Lang|Weber Bau GmbH|sabine.lang@weber-bau.de|+49 30 5550177-12",
        );
        assert!(found.band < Band::Likely, "{found:#?}");
    }

    same_surname_trade {
        let found = organization(
            "||Hofer Metallbau KG||+39 0472 5550111|hofer-metallbau.it||39042|Brixen",
            "||Hofer Malerbetrieb KG||+39 0471 5550122|maler-hofer.it||39100|Bozen",
        );
        assert!(found.band < Band::Possible, "{found:#?}");
    }

    sibling_same_firm {
        let found = person("Georg|Wiesmayr|Hofmann KG||+49 931 5550101", "Julia|Wiesmayr|Hofmann KG||+49 931 5550101");
        assert!(found.band < Band::Likely, "{found:#?}");
    }

    shared_mailbox {
        let found = person("Penelope|Willis||accounts@mistry.com", "Leah|Bruce||accounts@mistry.com");
        assert!(found.band < Band::Possible, "{found:#?}");
    }

    recycled_phone {
        let found = person("Penelope|Willis|||+44 7911 123456", "Leah|Bruce|||+44 7911 123456");
        assert!(found.band < Band::Likely, "{found:#?}");
    }

    company_only_vs_person {
        let found = person("||Rizzo S.p.A.|ufficio@rizzo.it", "Arsenio|Filzi|Rizzo S.p.A.|a.filzi@rizzo.it");
        assert!(found.band < Band::Possible, "{found:#?}");
    }

    sister_company {
        let found = organization(
            "||Tecnofori Immobiliare S.r.l.||+39 035 5550101|tecnoforiimmobiliare.it|Corso Italia 58|24108|Bergamo",
            "||Tecnofori Impianti S.r.l.||+39 035 5550101|tecnoforiimpianti.it|Corso Italia 58|24108|Bergamo",
        );
        assert!(found.band < Band::Likely, "{found:#?}");
    }

    firms_with_other_numbers {
        for (one, other) in [("Engines 1", "Engines 2"), ("Filiale 3", "Filiale 4"), ("24 Hour Gym", "48 Hour Gym"), ("Tri Holding II", "Tri Holding III")] {
            let same = "|info@same.it|+39 0471 5550111|same.it|Via Roma 1|39100|Bozen";
            let found = organization(&format!("||{one} GmbH{same}"), &format!("||{other} GmbH{same}"));
            assert!(found.band < Band::Likely && !found.limits.is_empty(), "{one}: {found:#?}");
            let found = organization(&format!("||{one} GmbH{same}"), &format!("||{one} GmbH{same}"));
            assert_eq!(found.band, Band::Certain, "{one}: {found:#?}");
        }
    }

    people_with_other_numbers {
        for (one, other) in [("Lead|Test 1", "Lead|Test 2"), ("Demo 1|Muster", "Demo 2|Muster"), ("Demo|Muster17", "Demo|Muster18")] {
            let found = person(&format!("{one}||sales@demo.it|+39 0471 5550111"), &format!("{other}||sales@demo.it|+39 0471 5550111"));
            assert!(found.band < Band::Likely, "{one}: {found:#?}");
        }
    }

    two_who_are_both_certain_are_in_doubt {
        let asked = subject("Julian|Böttcher||julian@boettcher.at|+43 512 5550111||Industriestraße 42|6040|Innsbruck");
        let known = ["Julian|Böttcher||julian@boettcher.at|||||", "Julian|Böttcher|||+43 512 5550111||Industriestraße 42|6040|Innsbruck"];
        let find = |known: &[&str]| {
            let mut building = Building::new(Population::Persons);
            (1..).zip(known).for_each(|(id, line)| building.add(Id::from_u128(id), &subject(line)));
            building.finish().find(&asked)
        };
        assert!(known.iter().all(|line| find(&[*line])[0].band() == Band::Certain));
        assert!(find(&known).iter().all(|found| found.band() == Band::Likely), "{:?}", find(&known));
        // The same one twice is no rival.
        assert!(find(&[known[0], known[0]]).iter().all(|found| found.band() == Band::Certain));
    }

    mail_of_its_people_speaks_for_an_organization {
        let employer = Subject { people_emails: vec!["anna.rossi@molino-bianco.it".into()], ..subject("||Bianco Molino S.r.l.") };
        let asked = subject("||Molino Bianco|luca@molino-bianco.it");
        let mut building = Building::new(Population::Organizations);
        building.add(Id::from_u128(1), &employer);
        building.add(Id::from_u128(2), &subject("||Molino Bianchi|info@molinobianchi.it"));
        let found = building.finish().find(&asked);
        assert!(found.first().is_some_and(|found| found.id == Id::from_u128(1) && found.band() == Band::Certain), "{found:?}");
    }
}
