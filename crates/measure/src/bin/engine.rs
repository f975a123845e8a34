//! All that the app asks of the duplicate engine: `cargo xtask duplicates --size` says what it weighs as WASM.

use std::hint::black_box;

use domain::duplicates::{
    Building, Clustering, Index, Loading, PairSearch, Population, Saving, Scratch, Settings, Subject, compare, with_employers,
};
use domain::ids::Id;

fn main() {
    let subject: Subject = black_box(Subject::default());
    let population = if black_box(true) { Population::Persons } else { Population::Organizations };
    let mut building = Building::new(population);
    building.add(Id::from_u128(black_box(1)), &subject);
    let mut index: Index = black_box(building.finish());
    index.insert(Id::from_u128(black_box(2)), &subject);
    index.remove(Id::from_u128(black_box(3)));
    black_box(index.suggest((Id::default(), &subject), &Settings::default(), 5, &[], |_| Some(subject.clone())));
    let mut found = index.find_with(&subject, &mut Scratch::default());
    with_employers(&mut found, &[]);
    black_box(found);
    black_box(compare(&subject, &subject, population, &index));
    let mut search = PairSearch::new(&index);
    while search.step(&index, black_box(100)) {}
    let mut ending = search.ending(&index, &Default::default());
    while ending.step(&index, black_box(100)) {}
    let mut clustering = Clustering::default();
    ending.pairs().into_iter().for_each(|pair| clustering.add(pair));
    while clustering.step() {}
    black_box(clustering.groups().collect::<Vec<_>>());
    let block = Saving::new(&index).block(&index, black_box(100)).unwrap_or_default();
    if let Ok(mut loading) = Loading::start(&block) {
        while loading.step(&block, black_box(100)) == Ok(true) {}
        black_box(loading.finish().is_ok());
    }
}
