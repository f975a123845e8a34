//! What the rule said to given facts, as bytes: one file, held against the rule natively and in a browser. The facts are those
//! that the scenarios came upon when they converted a lead, merged records, kept some separate or took something back.
//!
//! A difference natively is a rule that changed: `KONTOR_WRITE_DECISIONS=1 cargo test --test decisions` writes the file anew, and the
//! change of the file is to be read. A difference in a browser alone is an error, always.

use domain::change_set::ChangeSet;
use domain::commands::Command;
use domain::decide::{Decision, decide};
use domain::facts::{Answer, Facts, Query};
use domain::rejection::Rejection;
use domain::stamp::Stamp;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
#[path = "scenarios/files.rs"]
mod files;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Case {
    scenario: String,
    command: Command,
    stamp: Stamp,
    facts: Vec<(Query, Answer)>,
    /// The bytes of the change set, or of the reasons.
    said: Result<Vec<u8>, Vec<u8>>,
}

const CORPUS: &[u8] = include_bytes!("fixtures/decisions.postcard");

fn bytes<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_stdvec(value).expect("it encodes")
}

fn said(case: &Case) -> Result<Vec<u8>, Vec<u8>> {
    let mut facts = Facts::default();
    for (query, answer) in &case.facts {
        facts.insert(*query, answer.clone());
    }
    match decide(&case.command, &case.stamp, &facts) {
        Decision::Commit(changes) => Ok(bytes::<ChangeSet>(&changes)),
        Decision::Reject(reasons) => Err(bytes::<Vec<Rejection>>(&reasons)),
        Decision::Needs(queries) => panic!("{}: the rule asks more than it did: {queries:?}", case.scenario),
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn the_same_facts_give_the_same_bytes() {
    #[cfg(not(target_arch = "wasm32"))]
    record::write_if_asked();
    let cases: Vec<Case> = postcard::from_bytes(CORPUS).expect("the corpus is read");
    assert!(cases.len() > 200, "{} cases", cases.len());
    let differing: Vec<&str> = cases.iter().filter(|case| said(case) != case.said).map(|case| case.scenario.as_str()).collect();
    assert!(differing.is_empty(), "the rule says something else in {differing:?}");
    let refused = cases.iter().filter(|case| case.said.is_err()).count();
    assert!(refused > 20 && refused < cases.len() / 2, "{refused} of {} are refused", cases.len());
}

/// Everything that the scenarios convert or take back.
#[cfg(not(target_arch = "wasm32"))]
mod record {
    use std::path::Path;

    use domain::commands::Receipt;
    use domain::decide::decide_with;
    use domain::testing::{Answers, MemoryStore, Store, scenario};

    use super::*;

    #[derive(Default)]
    struct Recorder {
        store: MemoryStore,
        scenario: String,
        cases: Vec<Case>,
    }

    impl Answers for Recorder {
        fn answer(&self, query: &Query) -> Answer {
            Answers::answer(&self.store, query)
        }
    }

    impl Store for Recorder {
        fn run(&mut self, command: &Command) -> Result<Receipt, Vec<Rejection>> {
            if matches!(command, Command::ConvertLead(_) | Command::Undo(_) | Command::MergeRecords(_) | Command::KeepSeparate(_)) {
                let (stamp, mut facts) = (self.store.stamp(), Vec::new());
                let decided = decide_with(command, &stamp, |query| {
                    facts.push((*query, self.answer(query)));
                    self.answer(query)
                });
                let said = decided.map(|changes| bytes(&changes)).map_err(|reasons| bytes(&reasons));
                self.cases.push(Case { scenario: self.scenario.clone(), command: command.clone(), stamp, facts, said });
            }
            self.store.run(command)
        }
    }

    pub fn write_if_asked() {
        if std::env::var_os("KONTOR_WRITE_DECISIONS").is_none() {
            return;
        }
        let mut cases = Vec::new();
        for (file, text) in files::FILES {
            for scenario in scenario::scenarios(file, text).unwrap_or_else(|failure| panic!("{failure}")) {
                let mut recorder = Recorder { scenario: scenario.name.into(), ..Recorder::default() };
                scenario::play(&scenario, &mut recorder).unwrap_or_else(|failure| panic!("{failure}"));
                cases.extend(recorder.cases);
            }
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/decisions.postcard");
        std::fs::write(path, bytes(&cases)).expect("the folder can be written");
        panic!("{} decisions are written: read what changed, then run this again", cases.len());
    }
}
