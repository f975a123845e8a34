//! Commits: durable, whole or nothing, one after the other however many tabs there are.

use std::pin::Pin;
use std::task::{Context, Poll};

use domain::commands::convert_lead::{DealTarget, NewDeal};
use domain::commands::{Command, ConvertLead};
use domain::ids::Id;
use domain::records::{Field, Kind};
use futures::join;
use kontor::store::StoreError;
use kontor::store::disk::Disk;
use kontor::store::engine::Failure;
use kontor::store::indexed_db::IndexedDb;
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::tab::{self, Tab, add, import, lead, new_name, rename};

const LEAD: Id = Id::from_u128(77);

async fn entries(name: &str) -> Vec<u64> {
    let disk = IndexedDb::open(name).await.expect("it opens");
    disk.tail(0).await.expect("it reads").entries.into_iter().map(|(seq, _)| seq).collect()
}

#[test]
async fn what_was_committed_is_there_after_reload() {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    tab.run(&add(lead(LEAD, "Ferrandi"))).await.expect("added");
    let mut convert = ConvertLead::new(LEAD);
    convert.deal = DealTarget::Create(NewDeal::named("Bagging line"));
    tab.run(&Command::ConvertLead(Box::new(convert))).await.expect("converted");
    let reloaded = tab::open(&name).await;
    assert_eq!(reloaded.everything(), tab.everything());
    assert_eq!(reloaded.set.borrow().count(Kind::Deal), 1);
    tab::clear(&name, [tab, reloaded]).await;
}

/// Both write without a pause; neither may starve.
#[test]
async fn two_tabs_lose_nothing_and_number_without_gaps() {
    const EACH: usize = 60;
    let name = new_name();
    let (mut one, mut two) = (tab::open(&name).await, tab::open(&name).await);
    one.run(&add(lead(LEAD, "0"))).await.expect("added");
    let write = async |tab: &mut Tab, base: u128| {
        for number in 1..=EACH {
            tab.run(&rename(LEAD, &format!("{base} {number}"))).await.expect("edited");
            tab.run(&add(lead(Id::from_u128(base + number as u128), "Lang"))).await.expect("added");
        }
    };
    join!(write(&mut one, 1000), write(&mut two, 2000));
    one.engine.catch_up().await.expect("it reads");
    two.engine.catch_up().await.expect("it reads");
    assert_eq!(entries(&name).await, (1..=1 + 4 * EACH as u64).collect::<Vec<_>>());
    assert_eq!(one.everything(), two.everything());
    assert_eq!(one.set.borrow().count(Kind::Lead), 1 + 2 * EACH);
    assert_eq!(one.set.borrow().history(LEAD).len(), 2 * EACH);
    let reloaded = tab::open(&name).await;
    assert_eq!(reloaded.everything(), one.everything());
    tab::clear(&name, [one, two, reloaded]).await;
}

#[test]
async fn a_tab_sees_the_others_work_before_it_decides() {
    let name = new_name();
    let (mut one, mut two) = (tab::open(&name).await, tab::open(&name).await);
    one.run(&add(lead(LEAD, "Lang"))).await.expect("added");
    two.engine.catch_up().await.expect("it reads");
    one.run(&Command::ConvertLead(Box::new(ConvertLead::new(LEAD)))).await.expect("converted");
    let late = two.run(&Command::ConvertLead(Box::new(ConvertLead::new(LEAD)))).await;
    assert!(matches!(late, Err(Failure::Rejected(_))), "{late:?}");
    assert_eq!(one.everything(), two.everything());
    tab::clear(&name, [one, two]).await;
}

/// A second click, or a second sending after a lost connection.
#[test]
async fn a_command_sent_twice_takes_effect_once() {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    for command in [add(lead(LEAD, "Lang")), import(LEAD, 0, 9), Command::ConvertLead(Box::new(ConvertLead::new(LEAD)))] {
        let stamp = tab.stamp();
        let first = tab.engine.commit(&command, &stamp).await.expect("carried out");
        let before = tab.everything();
        assert_eq!(tab.engine.commit(&command, &stamp).await, Ok(first));
        let refused = tab.run(&command).await;
        assert!(matches!(refused, Err(Failure::Rejected(_))), "{refused:?}");
        assert_eq!(tab.everything(), before);
    }
    assert_eq!(entries(&name).await, [1, 2, 3]);
    tab::clear(&name, [tab]).await;
}

/// Polls a future at most so many times, then gives it up.
struct GivenUp<F> {
    future: Pin<Box<F>>,
    polls: usize,
}

impl<F: Future> Future for GivenUp<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if self.polls == 0 {
            return Poll::Ready(None);
        }
        self.polls -= 1;
        match self.future.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if self.polls == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    }
}

#[test]
async fn a_commit_given_up_in_the_middle_is_whole_or_nothing() {
    let mut outcomes = Vec::new();
    for polls in 1..6 {
        let name = new_name();
        let mut tab = tab::open(&name).await;
        tab.run(&add(lead(LEAD, "Lang"))).await.expect("added");
        let stamp = tab.stamp();
        let command = import(LEAD, 0, 50);
        let done = GivenUp { future: Box::pin(tab.engine.commit(&command, &stamp)), polls }.await;
        let reloaded = tab::open(&name).await;
        let leads = reloaded.set.borrow().count(Kind::Lead);
        let stored = entries(&name).await.len();
        assert!((leads, stored) == (1, 1) || (leads, stored) == (51, 2), "{polls}: {leads} leads, {stored} entries");
        assert!(done.is_none() || leads == 51, "what was told to be done is there");
        outcomes.push(done.is_some());
        // The tab goes on as if nothing had been.
        tab.engine.catch_up().await.expect("it reads");
        assert_eq!(reloaded.everything(), tab.everything());
        tab.run(&rename(LEAD, "Long")).await.expect("edited");
        tab::clear(&name, [tab, reloaded]).await;
    }
    assert!(outcomes.contains(&false) && outcomes.contains(&true), "{outcomes:?}");
}

#[test]
async fn an_empty_answer_writes_nothing() {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    tab.run(&add(lead(LEAD, "Lang"))).await.expect("added");
    let receipt = tab.run(&rename(LEAD, "Lang")).await.expect("nothing to do");
    assert!(receipt.steps.is_empty());
    assert_eq!(tab.get(LEAD).expect("the lead").text(Field::LastName), "Lang");
    assert_eq!(entries(&name).await, [1]);
    tab::clear(&name, [tab]).await;
}

#[test]
async fn leads_imported_in_chunks_are_there_after_reload_and_checkpoint() {
    let name = new_name();
    let (mut tab, mut other) = (tab::open(&name).await, tab::open(&name).await);
    for chunk in 0..5 {
        tab.run(&import(LEAD.derive(&chunk.to_string()), 0, 400)).await.expect("imported");
    }
    let reloaded = tab::open(&name).await;
    assert_eq!(reloaded.everything(), tab.everything());
    while !tab.engine.checkpoint_slice().await.expect("it writes") {}
    for number in 1..=70 {
        tab.run(&rename(LEAD.derive("0").derive("0"), &format!("Row {number}"))).await.expect("edited");
    }
    while !tab.engine.checkpoint_slice().await.expect("it writes") {}
    assert_eq!(tab.engine.waiting(), 0);
    let again = tab::open(&name).await;
    assert_eq!(again.everything(), tab.everything());
    assert_eq!(again.set.borrow().count(Kind::Lead), 2000);
    // The first entries are gone from the log: this tab must read the pages.
    assert_eq!(entries(&name).await, (12..=75).collect::<Vec<_>>());
    other.engine.catch_up().await.expect("it reads");
    assert_eq!(other.everything(), tab.everything());
    tab::clear(&name, [tab, other, reloaded, again]).await;
}

#[test]
async fn a_lost_connection_is_told_and_nothing_is_written() {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    tab.run(&add(lead(LEAD, "Lang"))).await.expect("added");
    let disk = IndexedDb::open(&name).await.expect("it opens");
    super::connection::cut(&mut tab, &name).await;
    assert_eq!(tab.run(&rename(LEAD, "Long")).await, Err(Failure::Store(StoreError::ConnectionLost)));
    tab.engine.replace_disk(disk);
    tab.run(&rename(LEAD, "Long")).await.expect("edited");
    assert_eq!(entries(&name).await, [1, 2]);
    tab::clear(&name, [tab]).await;
}
