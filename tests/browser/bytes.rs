//! The same bytes as natively; and how long a large database takes to load, for whoever reads the log.

use domain::ids::Id;
use domain::records::Kind;
use kontor::clock;
use wasm_bindgen_test::{console_log, wasm_bindgen_test as test};

use super::corpus;
use super::tab::{self, import, new_name};

/// The native test of the same name has the same constant.
#[test]
fn bytes_are_the_same_everywhere() {
    assert_eq!(corpus::fingerprint(), corpus::FINGERPRINT);
    let (_, entries) = corpus::run();
    assert!(corpus::covers_every_change(&entries));
}

#[test]
async fn twenty_thousand_leads_load() {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    let mut times = vec![clock::elapsed()];
    let mut lap = || times.push(clock::elapsed());
    for chunk in 0..10 {
        tab.run(&import(Id::from_u128(chunk), 0, 2_000)).await.expect("imported");
    }
    lap();
    let from_log = tab::open(&name).await;
    lap();
    while !tab.engine.checkpoint_slice().await.expect("it writes") {}
    lap();
    let from_pages = tab::open(&name).await;
    lap();
    assert_eq!((from_log.set.borrow().count(Kind::Lead), from_pages.set.borrow().count(Kind::Lead)), (20_000, 20_000));
    let [import, log, checkpoint, pages] = [1, 2, 3, 4].map(|at| times[at] - times[at - 1]);
    console_log!("20,000 leads in ms: import {import:.0}, load from log {log:.0}, checkpoint {checkpoint:.0}, load from pages {pages:.0}");
    tab::clear(&name, [tab, from_log, from_pages]).await;
}
