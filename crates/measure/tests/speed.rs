//! `cargo xtask duplicates --browser`: what building and asking cost in a browser, compiled as the app is.
#![cfg(target_arch = "wasm32")]

#[allow(dead_code)]
#[path = "../src/many.rs"]
mod many;
#[allow(dead_code)]
#[path = "../src/table.rs"]
mod table;

use domain::duplicates::{Building, Clustering, Index, Loading, PairSearch, Population, Saving, Scratch, Subject};
use domain::ids::Id;
use table::Line;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const LEADS: &[u8] = include_bytes!(env!("DUPLICATES_LEADS"));
const CONTACTS: &[u8] = include_bytes!(env!("DUPLICATES_CONTACTS"));
const RECORDS: usize = 100_000;
/// Records between two looks at the clock, and milliseconds after which the app lets others have their turn.
const TOGETHER: usize = 16;
const TURN: f64 = 8.0;
/// Bytes of a snapshot that are written at once.
const BLOCK: usize = 256 * 1024;
const LEADS_COMPARED: usize = 71_000;

fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Milliseconds of each piece of work.
#[derive(Default)]
struct Tasks(Vec<f64>);

impl Tasks {
    fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let start = now();
        let done = work();
        self.0.push(now() - start);
        done
    }

    /// Small steps, as many as fit into a turn.
    fn in_turns(&mut self, mut step: impl FnMut() -> bool) {
        let mut more = true;
        while more {
            let start = now();
            while more && now() - start < TURN {
                more = step();
            }
            self.0.push(now() - start);
        }
    }

    fn sum(&self) -> f64 {
        self.0.iter().sum()
    }

    fn at(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted[((sorted.len() - 1) as f64 * share) as usize]
    }
}

fn subject(line: &Line) -> Subject {
    if line.population == Some(Population::Organizations) { line.organization() } else { line.subject.clone() }
}

fn built(contacts: &[Line], population: Population) -> Index {
    let chosen: Vec<(usize, &Line)> = contacts.iter().enumerate().filter(|(_, line)| line.population == Some(population)).collect();
    let (mut building, mut tasks) = (Building::new(population), Tasks::default());
    let mut rest = chosen.chunks(TOGETHER);
    tasks.in_turns(|| {
        let some = rest.next().unwrap_or_default();
        some.iter().for_each(|(at, line)| building.add(Id::from_u128(*at as u128), &subject(line)));
        !some.is_empty()
    });
    let reading = tasks.sum();
    tasks.in_turns(|| building.step());
    let index = tasks.time(|| building.finish());
    console_log!(
        "{population:?}: {} built in {:.0} ms (reading {reading:.0} ms), longest task {:.0} ms, {} bytes a record",
        index.len(),
        tasks.sum(),
        tasks.at(1.0),
        index.bytes() / index.len()
    );
    index
}

fn loaded(index: &Index) {
    let mut tasks = Tasks::default();
    let mut saving = tasks.time(|| Saving::new(index));
    let blocks: Vec<Vec<u8>> = std::iter::from_fn(|| tasks.time(|| saving.block(index, BLOCK))).collect();
    let (written, longest) = (tasks.sum(), tasks.at(1.0));
    let mut tasks = Tasks::default();
    let mut loading = Loading::start(&blocks[0]).expect("a snapshot of this version");
    for block in &blocks {
        tasks.in_turns(|| loading.step(block, TOGETHER).expect("a whole snapshot"));
    }
    tasks.in_turns(|| loading.settle());
    let again = tasks.time(|| loading.finish().expect("a whole snapshot"));
    console_log!(
        "snapshot: {} blocks, {} kB, written in {written:.0} ms (longest task {longest:.1} ms), read in {:.0} ms (longest task {:.1} ms)",
        blocks.len(),
        blocks.iter().map(Vec::len).sum::<usize>() / 1000,
        tasks.sum(),
        tasks.at(1.0)
    );
    assert_eq!(again.len(), index.len());
}

/// As the screen of possible duplicates does it; then edits, while a search has the index too.
fn all_against_all(contacts: &[Line]) {
    let leads = many::leads(contacts, LEADS_COMPARED);
    let mut building = Building::new(Population::Persons);
    leads.iter().enumerate().for_each(|(at, lead)| building.add(Id::from_u128(at as u128), &lead.subject));
    let mut index = building.finish();
    let mut tasks = Tasks::default();
    let mut search = tasks.time(|| PairSearch::new(&index));
    tasks.in_turns(|| search.step(&index, 4));
    let mut ending = tasks.time(|| search.ending(&index, &Default::default()));
    tasks.in_turns(|| ending.step(&index, 200));
    let pairs = tasks.time(|| ending.pairs());
    let (all, longest) = (tasks.sum(), tasks.at(1.0));
    let (mut clustering, mut tasks) = (Clustering::default(), Tasks::default());
    for some in pairs.chunks(500) {
        tasks.time(|| some.iter().for_each(|pair| clustering.add(*pair)));
    }
    tasks.in_turns(|| clustering.step());
    let groups = tasks.time(|| clustering.groups().count());
    console_log!(
        "{} leads against each other: {all:.0} ms, longest task {longest:.1} ms; {} pairs in {groups} groups: {:.0} ms, longest task {:.1} ms",
        leads.len(),
        pairs.len(),
        tasks.sum(),
        tasks.at(1.0)
    );
    let mut tasks = Tasks::default();
    let copy = tasks.time(|| index.clone());
    for (at, lead) in leads.iter().enumerate().skip(1).take(5_000) {
        tasks.time(|| index.insert(Id::from_u128(at as u128 - 1), &lead.subject));
    }
    drop(copy);
    console_log!("changes: mean {:.3} ms, longest {:.1} ms", tasks.sum() / tasks.0.len() as f64, tasks.at(1.0));
}

#[wasm_bindgen_test]
fn speed() {
    let contacts = many::multiplied(&table::read_from(CONTACTS).expect("contacts"), RECORDS);
    let mut asked = many::leads(&contacts, 2_000);
    asked.extend(table::read_from(LEADS).expect("leads").into_iter().take(2_000));
    let indexes = [Population::Persons, Population::Organizations].map(|population| built(&contacts, population));
    loaded(&indexes[0]);
    for round in ["first", "again"] {
        let (mut tasks, mut scratch) = (Tasks::default(), Scratch::default());
        for lead in &asked {
            let organization = lead.organization();
            tasks.time(|| (indexes[0].find_with(&lead.subject, &mut scratch), indexes[1].find_with(&organization, &mut scratch)));
        }
        console_log!(
            "person + firm, {round}: {} queries, mean {:.3} ms, p50 {:.1} ms, p99 {:.1} ms, longest {:.1} ms",
            asked.len(),
            tasks.sum() / asked.len() as f64,
            tasks.at(0.5),
            tasks.at(0.99),
            tasks.at(1.0)
        );
    }
    drop(indexes);
    all_against_all(&contacts);
}
