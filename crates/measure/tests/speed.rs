//! `cargo xtask duplicates --browser`: what building and asking cost in a browser, compiled as the app is.
#![cfg(target_arch = "wasm32")]

#[allow(dead_code)]
#[path = "../src/many.rs"]
mod many;
#[allow(dead_code)]
#[path = "../src/table.rs"]
mod table;

use domain::duplicates::{Building, Index, Loading, Population, Scratch, Subject};
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
    let snapshot = tasks.time(|| index.snapshot());
    let written = tasks.sum();
    let mut tasks = Tasks::default();
    let mut loading = Loading::start(&snapshot).expect("a snapshot of this version");
    tasks.in_turns(|| loading.step(&snapshot, TOGETHER).expect("a whole snapshot"));
    let again = tasks.time(|| loading.finish());
    console_log!(
        "snapshot: {} kB, written in {written:.0} ms, read in {:.0} ms, longest task {:.0} ms",
        snapshot.len() / 1000,
        tasks.sum(),
        tasks.at(1.0)
    );
    assert_eq!(again.len(), index.len());
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
}
