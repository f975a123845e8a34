//! Several commands in one transaction, which the browser gives up at each of its steps: all are there or none.

use domain::commands::convert_lead::{DealTarget, NewDeal};
use domain::commands::{Command, ConvertLead};
use domain::ids::Id;
use domain::records::Kind;
use domain::stamp::Stamp;
use kontor::store::StoreError;
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::tab::{self, Tab, import, new_name};

const BATCH: Id = Id::from_u128(77);
const LEADS: usize = 3;
/// The head is read, each entry added, the head written; and each of them ends.
const STEPS: usize = 2 * (LEADS + 2);

/// From now on requests and their ends are counted, and at this one the transaction is given up, or a write finds no room.
fn strike(at: usize, full: bool) {
    let script = "globalThis.kontorKept = {};
        let count = 0;
        const strike = (transaction) => ++count === AT && !FULL && transaction.abort();
        for (const name of ['get', 'add', 'put']) {
            const original = globalThis.kontorKept[name] = IDBObjectStore.prototype[name];
            IDBObjectStore.prototype[name] = function (...given) {
                if (FULL && count + 1 === AT && name !== 'get') {
                    throw new DOMException('The disk is full', 'QuotaExceededError');
                }
                const request = original.apply(this, given);
                strike(this.transaction);
                request.addEventListener('success', () => strike(this.transaction));
                return request;
            };
        }";
    js_sys::eval(&format!("{{ const AT = {at}, FULL = {full}; {script} }}")).expect("it runs");
}

fn relent() {
    js_sys::eval("Object.assign(IDBObjectStore.prototype, globalThis.kontorKept);").expect("it runs");
}

fn conversions(tab: &Tab) -> Vec<(Command, Stamp)> {
    let convert = |number: usize| {
        let mut convert = ConvertLead::new(BATCH.derive(&number.to_string()));
        convert.deal = DealTarget::Create(NewDeal::named("Bagging line"));
        Command::ConvertLead(Box::new(convert))
    };
    (0..LEADS).map(|number| (convert(number), tab.stamp())).collect()
}

async fn given_up(at: usize, full: bool) -> bool {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    tab.run(&import(BATCH, 0, LEADS)).await.expect("added");
    let before = tab.everything();
    let work = conversions(&tab);
    let work: Vec<(&Command, Stamp)> = work.iter().map(|(command, stamp)| (command, *stamp)).collect();
    strike(at, full);
    let first = tab.engine.commit_all(&work).await;
    relent();
    let reloaded = tab::open(&name).await;
    match &first {
        Ok(_) => assert_eq!(reloaded.set.borrow().count(Kind::Deal), LEADS, "step {at}"),
        Err(error) => {
            assert_eq!(*error, if full { StoreError::Full } else { StoreError::ConnectionLost }, "step {at}");
            assert_eq!(reloaded.everything(), before, "step {at}");
        }
    }
    tab.engine.catch_up().await.expect("it reads");
    assert_eq!(tab.everything(), reloaded.everything(), "the tab knows what is on disk, step {at}");

    let again = tab.engine.commit_all(&work).await.expect("nothing is in the way any more");
    assert!(again.iter().all(Result::is_ok), "{again:?}");
    assert_eq!(tab.set.borrow().count(Kind::Deal), LEADS);
    let reloaded_again = tab::open(&name).await;
    assert_eq!(tab.everything(), reloaded_again.everything());
    tab::clear(&name, [tab, reloaded, reloaded_again]).await;
    first.is_err()
}

#[test]
async fn commits_given_up_together_are_all_there_or_none() {
    for at in 1..=STEPS {
        assert!(given_up(at, false).await, "step {at} is one of the transaction");
    }
    assert!(!given_up(STEPS + 1, false).await, "it has no more steps");
}

#[test]
async fn commits_without_room_together_are_all_there_or_none() {
    // Writes are requested one after the other, before the first of them ends.
    for at in 3..3 + LEADS + 1 {
        assert!(given_up(at, true).await, "write {at}");
    }
}
