//! Every scenario once more, over the store of the browser: each in a database of its own, which is reloaded in the end.

use domain::facts::{Answer, Query};
use domain::records::Record;
use domain::testing::scenario::{Play, scenarios};
use domain::testing::{Answers, everything};
use kontor::store::engine::Failure;
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::tab::{self, Tab, new_name};

#[path = "../scenarios/files.rs"]
mod files;

impl Answers for Tab {
    fn answer(&self, query: &Query) -> Answer {
        self.set.borrow().answer(query)
    }
}

async fn play(file: &str) {
    let (_, text) = files::FILES.iter().find(|(name, _)| *name == file).expect("a file of files.rs");
    for scenario in scenarios(file, text).unwrap_or_else(|failure| panic!("{failure}")) {
        let name = new_name();
        let (mut tab, mut play) = (tab::open(&name).await, Play::new(&scenario));
        while let Some(command) = play.next(&tab).unwrap_or_else(|failure| panic!("{failure}")) {
            let outcome = match tab.run(&command).await {
                Ok(receipt) => Ok(receipt),
                Err(Failure::Rejected(reasons)) => Err(reasons),
                Err(Failure::Store(error)) => panic!("{error}"),
            };
            play.done(&tab, outcome).unwrap_or_else(|failure| panic!("{failure}"));
        }
        let reloaded = tab::open(&name).await;
        let (before, after): (Vec<Record>, Vec<Record>) = (everything(&tab), everything(&reloaded));
        assert_eq!(before, after, "{}", scenario.name);
        tab::clear(&name, [tab, reloaded]).await;
    }
}

macro_rules! files {
    ($($file:ident)+) => {
        $(
            #[test]
            async fn $file() {
                play(stringify!($file)).await;
            }
        )+

        #[test]
        fn no_file_is_forgotten() {
            let listed = [$(stringify!($file)),+];
            assert_eq!(files::FILES.iter().map(|(name, _)| *name).collect::<Vec<_>>(), listed);
        }
    };
}

files! { combinations convert custom_fields deals existing inbox many merge notes_and_tags once path profiles record rights undo }
