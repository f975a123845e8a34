//! Every scenario once more, in two tabs that take turns; each command is sent in the tab that has not seen the one before.

use domain::commands::{Command, Receipt};
use domain::facts::{Answer, Query};
use domain::rejection::Rejection;
use domain::testing::scenario::{play, scenarios};
use domain::testing::{Answers, Store};
use kontor::store::engine::Failure;
use kontor::store::schema::Sizes;
use std::rc::Rc;

use super::steps::Step;
use super::world::World;

#[path = "../scenarios/files.rs"]
mod files;

struct Turns {
    world: Rc<World>,
    turn: usize,
}

impl Answers for Turns {
    fn answer(&self, query: &Query) -> Answer {
        self.world.tabs[self.turn].borrow().set.borrow().answer(query)
    }
}

impl Store for Turns {
    fn run(&mut self, command: &Command) -> Result<Receipt, Vec<Rejection>> {
        self.turn = 1 - self.turn;
        let result = self.world.send(self.turn, command.clone());
        self.world.step(self.turn, &Step::Checkpoint);
        result.map_err(|failure| match failure {
            Failure::Rejected(reasons) => reasons,
            Failure::Store(error) => panic!("{error}"),
        })
    }
}

#[test]
fn scenarios_hold_in_two_tabs() {
    for (file, text) in files::FILES {
        for scenario in scenarios(file, text).unwrap_or_else(|failure| panic!("{failure}")) {
            let sizes = Sizes { page_records: 2, keep_entries: 1, ..Sizes::default() };
            let mut store = Turns { world: World::new(2, sizes), turn: 0 };
            play(&scenario, &mut store).unwrap_or_else(|failure| panic!("{failure}"));
            store.world.rest();
        }
    }
}
