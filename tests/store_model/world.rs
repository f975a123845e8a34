//! Several tabs on one disk, and the model that says what they must agree on.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use domain::change_set::ChangeSet;
use domain::commands::{Command, Receipt};
use domain::decide::{Decision, decide};
use domain::duplicates::settings_of;
use domain::facts::Stop;
use domain::ids::Id;
use domain::records::{Kind, Record};
use domain::rejection::Rejection;
use domain::stamp::Stamp;
use domain::testing::MemoryStore;
use domain::workspace;
use kontor::store::StoreError;
use kontor::store::engine::{Answer, Engine, Failure};
use kontor::store::finder::Indexes;
use kontor::store::kept_index;
use kontor::store::log::LogEntry;
use kontor::store::schema::Sizes;
use kontor::store::working_set::{Task, Words, WorkingSet};
use proptest::sample::Index;

use super::checks;
use super::simulated_disk::{Platter, SimulatedDisk, now};
use super::steps::{Act, Step, command};

/// Nobody reads here.
const NO_WORDS: Words = Words { because: |_| String::new(), who: |_, ids| vec![String::new(); ids.len()] };

pub struct World {
    pub platter: Rc<RefCell<Platter>>,
    sizes: Sizes,
    pub tabs: Vec<RefCell<Tab>>,
    /// What all entries so far mean.
    model: RefCell<MemoryStore>,
    sent: RefCell<BTreeMap<Id, (Command, Stamp)>>,
    stamps: Cell<u64>,
}

pub struct Tab {
    pub engine: Engine<SimulatedDisk>,
    pub set: Rc<RefCell<WorkingSet>>,
    /// The entry after which it was last looked at.
    checked: Cell<Option<u64>>,
}

impl World {
    pub fn new(tabs: usize, sizes: Sizes) -> Rc<Self> {
        let platter = Rc::new(RefCell::new(Platter::default()));
        let tab = || RefCell::new(Tab::open(&platter, sizes, false).expect("an empty disk opens"));
        let tabs = (0..tabs).map(|_| tab()).collect();
        Rc::new(Self { platter, sizes, tabs, model: RefCell::default(), sent: RefCell::default(), stamps: Cell::new(0) })
    }

    /// Does the step and looks at the result.
    pub fn run(self: &Rc<Self>, tab: &Index, step: &Step) {
        self.step(tab.index(self.tabs.len()), step);
    }

    /// A tab sends this command.
    pub fn send(self: &Rc<Self>, tab: usize, command: Command) -> Result<Receipt, Failure> {
        let (stamp, mut result) = (self.stamp(), Err(Failure::Store(StoreError::Busy)));
        self.watched(tab, |tab| result = self.carry_out(tab, command, stamp, false));
        self.check(&self.tabs[tab].borrow());
        result
    }

    pub fn step(self: &Rc<Self>, tab: usize, step: &Step) {
        match step {
            Step::Commit(act) => self.watched(tab, |tab| self.commit(tab, act)),
            Step::Together(acts) => self.watched(tab, |tab| self.commit_all(tab, acts)),
            Step::CatchUp => self.watched(tab, |tab| {
                if self.lenient(now(tab.engine.catch_up())).is_some() {
                    assert!(self.in_step(tab), "a tab that caught up has seen everything");
                }
            }),
            Step::Checkpoint => self.watched(tab, |tab| {
                tab.checked.set(None);
                self.lenient(now(tab.engine.checkpoint_slice()))
            }),
            Step::Reopen => {
                let opened = Tab::load(&self.platter, self.sizes, false);
                if let Some(opened) = self.lenient(opened) {
                    assert!(self.in_step(&opened), "a tab that opened has seen everything");
                    opened.take_up(&SimulatedDisk::open(&self.platter));
                    opened.find();
                    self.tabs[tab].replace(opened);
                }
            }
            Step::Keep => {
                let tab = self.tabs[tab].borrow();
                tab.find();
                let disk = SimulatedDisk::open(&self.platter);
                self.lenient(now(kept_index::keep(&disk, &tab.set, &async || ())));
            }
            Step::Spoil(block, byte) => {
                let mut platter = self.platter.borrow_mut();
                let mut blocks: Vec<&mut Vec<u8>> = platter.derived.values_mut().collect();
                if !blocks.is_empty() {
                    let block = block.index(blocks.len());
                    let byte = byte.index(blocks[block].len());
                    blocks[block][byte] ^= 1 << (byte % 8);
                }
            }
            Step::Fail(calls, fault) => self.platter.borrow_mut().fault = Some((*calls, *fault)),
            Step::During { calls, first, other, second } => {
                let other = other.index(self.tabs.len());
                if other != tab {
                    let (world, second) = (self.clone(), second.clone());
                    let intrude = move || second.iter().for_each(|step| world.step(other, step));
                    self.platter.borrow_mut().intrusion = Some((*calls, Box::new(intrude)));
                }
                self.step(tab, first);
                self.platter.borrow_mut().intrusion = None;
            }
        }
        self.settle();
        if let Ok(tab) = self.tabs[tab].try_borrow() {
            self.check(&tab);
        }
    }

    /// A tab's work, after which its views must have been told what changed.
    fn watched<T>(&self, tab: usize, work: impl FnOnce(&mut Tab) -> T) {
        let mut tab = self.tabs[tab].borrow_mut();
        let before = tab.everything();
        work(&mut tab);
        let touched: Vec<Kind> = tab.engine.take_touched().kinds().collect();
        for (kind, records) in tab.everything() {
            assert!(before.get(&kind) == Some(&records) || touched.contains(&kind), "views of {kind:?} were not told");
        }
    }

    /// Background work may fail: it is tried again later.
    fn lenient<T>(&self, result: Result<T, StoreError>) -> Option<T> {
        let expected = |error: &StoreError| matches!(error, StoreError::ConnectionLost | StoreError::Full);
        assert!(result.as_ref().err().is_none_or(expected), "{:?}", result.err());
        result.ok()
    }

    pub fn stamp(&self) -> Stamp {
        self.stamps.set(self.stamps.get() + 1);
        let number = self.stamps.get();
        let command = Id::from_u128(u128::from(number) << 64);
        Stamp { command, device: Id::from_u128(1), by: workspace::ME, at: number as i64 * 60_000 }
    }

    fn commit(&self, tab: &mut Tab, act: &Act) {
        let fresh = self.stamp();
        let (sent, again) = match act {
            Act::Again(at) => {
                let sent: Vec<_> = self.sent.borrow().values().cloned().collect();
                ((!sent.is_empty()).then(|| at.get(&sent).clone()), true)
            }
            act => (command(act, &tab.set.borrow(), fresh.command.derive("new")).map(|command| (command, fresh)), false),
        };
        if let Some((command, stamp)) = sent {
            // The answer was judged; views show it or the reason.
            let _ = self.carry_out(tab, command, stamp, again);
        }
    }

    /// What a person chose while looking at one state, sent together.
    fn commit_all(&self, tab: &mut Tab, acts: &[Act]) {
        let work = |act| {
            let stamp = self.stamp();
            Some((command(act, &tab.set.borrow(), stamp.command.derive("new"))?, stamp))
        };
        let work: Vec<(Command, Stamp)> = acts.iter().filter_map(work).collect();
        // Each answer was judged.
        drop(self.carry_out_together(tab, &work));
    }

    /// A tab sends these commands together; to be sent again, under the same stamps, after an error.
    pub fn send_together(&self, tab: usize, work: &[(Command, Stamp)]) -> Result<Vec<Answer>, StoreError> {
        let mut result = Err(StoreError::Busy);
        self.watched(tab, |tab| result = self.carry_out_together(tab, work));
        self.check(&self.tabs[tab].borrow());
        result
    }

    fn carry_out_together(&self, tab: &mut Tab, work: &[(Command, Stamp)]) -> Result<Vec<Answer>, StoreError> {
        self.sent.borrow_mut().extend(work.iter().map(|(command, stamp)| (stamp.command, (command.clone(), *stamp))));
        let work: Vec<(&Command, Stamp)> = work.iter().map(|(command, stamp)| (command, *stamp)).collect();
        let (mut answers, mut again) = (now(tab.engine.commit_all(&work)), false);
        for _ in 0..3 {
            if answers == Err(StoreError::ConnectionLost) {
                again = true;
                tab.engine.replace_disk(SimulatedDisk::open(&self.platter));
                answers = now(tab.engine.commit_all(&work));
            }
        }
        let Ok(answers) = answers else {
            let expected = matches!(answers, Err(StoreError::Full | StoreError::ConnectionLost));
            assert!(expected, "{answers:?}");
            return answers;
        };
        let result = Ok(answers.clone());
        assert_eq!(answers.len(), work.len());
        // Each answer is judged in the state that those before it have made.
        for (at, ((command, stamp), answer)) in work.iter().zip(answers.clone()).enumerate() {
            let wrote = |answer: &Answer| answer.as_ref().is_ok_and(|receipt| !receipt.steps.is_empty());
            let known = |command| self.model.borrow().receipts.iter().any(|receipt| receipt.stamp.command == command);
            if known(stamp.command) {
                // A first try wrote it, and only the answer was lost.
            } else if again && !wrote(&answer) {
                // It may have been decided once more, after others that a first try wrote.
                continue;
            } else if wrote(&answer) {
                self.settle_to(|next| next != stamp.command);
                self.settle_one();
            } else if let Some(next) = (at + 1..work.len()).find(|at| wrote(&answers[*at])).map(|at| work[at].1.command) {
                if known(next) {
                    // Another tab looked in between: the state of this answer has gone by.
                    continue;
                }
                self.settle_to(|entry| entry != next);
            } else {
                self.settle();
            }
            self.judge(command, stamp, answer.map_err(Failure::Rejected), false);
        }
        self.settle();
        assert!(self.in_step(tab), "answers are given in the newest state only");
        result
    }

    pub fn carry_out(&self, tab: &mut Tab, command: Command, stamp: Stamp, again: bool) -> Result<Receipt, Failure> {
        self.sent.borrow_mut().insert(stamp.command, (command.clone(), stamp));
        let result = self.insist(tab, &command, &stamp);
        self.settle();
        // A receipt never changes, so an old one is no wrong answer.
        let free = again || matches!(result, Err(Failure::Store(_)));
        assert!(free || self.in_step(tab), "an answer is given in the newest state only");
        self.judge(&command, &stamp, result.clone(), again);
        result
    }

    /// The way the app does it: a lost connection is opened again, and the command sent again.
    fn insist(&self, tab: &mut Tab, command: &Command, stamp: &Stamp) -> Result<Receipt, Failure> {
        let mut result = now(tab.engine.commit(command, stamp));
        for _ in 0..3 {
            if result == Err(Failure::Store(StoreError::ConnectionLost)) {
                tab.engine.replace_disk(SimulatedDisk::open(&self.platter));
                result = now(tab.engine.commit(command, stamp));
            }
        }
        result
    }

    /// The answer must be the one the model gives to the same command after the same entries.
    fn judge(&self, command: &Command, stamp: &Stamp, result: Result<Receipt, Failure>, again: bool) {
        let model = self.model.borrow();
        let stored = model.receipts.iter().find(|receipt| receipt.stamp.command == stamp.command);
        match (result, stored) {
            (Ok(receipt), Some(stored)) => assert_eq!(&receipt, stored),
            (Ok(receipt), None) => {
                assert!(receipt.steps.is_empty(), "{receipt:?} is not in the log");
                assert_eq!(decided(&model, command, stamp), Ok(ChangeSet::default()));
            }
            (Err(Failure::Rejected(reasons)), None) => assert_eq!(decided(&model, command, stamp), Err(reasons)),
            // Nothing was written now; a command sent again may have been before.
            (Err(Failure::Store(StoreError::Full)), stored) => assert!(stored.is_none() || again),
            (result, stored) => panic!("{result:?}, but stored is {stored:?}"),
        }
    }

    /// The model follows the log to its end.
    fn settle(&self) {
        self.settle_to(|_| true);
    }

    /// Follows the log while the command of the next entry is one that `goes_on` likes.
    fn settle_to(&self, goes_on: impl Fn(Id) -> bool) {
        while self.next_entry().is_some_and(|entry| goes_on(entry.stamp.command)) {
            self.settle_one();
        }
    }

    fn next_entry(&self) -> Option<LogEntry> {
        let known = self.model.borrow().receipts.len();
        self.platter.borrow().written.get(known).map(|bytes| LogEntry::decode(bytes).expect("an entry"))
    }

    /// Every entry must be what the rules make of the state before it.
    fn settle_one(&self) {
        if let Some(entry) = self.next_entry() {
            let mut model = self.model.borrow_mut();
            let (command, stamp) = self.sent.borrow()[&entry.stamp.command].clone();
            assert!(!model.receipts.iter().any(|receipt| receipt.stamp.command == stamp.command), "carried out twice: {command:?}");
            let changes = decided(&model, &command, &stamp).expect("a stored command is one the rules allow");
            assert_eq!(changes, entry.changes, "an entry rests on the state before it");
            for change in changes.changes() {
                let current = model.records.remove(&change.id());
                model.records.extend(change.apply(current).map(|record| (record.id, record)));
            }
            model.receipts.push(Receipt::new(&command, &stamp, &changes));
            assert_eq!(entry.receipt(), *model.receipts.last().expect("just pushed"));
        }
    }

    fn in_step(&self, tab: &Tab) -> bool {
        let last = self.platter.borrow().head.last_seq();
        last == tab.set.borrow().recent(usize::MAX).len() as u64
    }

    /// A tab that has seen all entries agrees with the model, and answers like one that was just opened.
    fn check(&self, tab: &Tab) {
        let last = self.platter.borrow().head.last_seq();
        tab.find();
        if tab.engine.is_sure() && self.in_step(tab) && tab.checked.replace(Some(last)) != Some(last) {
            let fresh = Tab::open(&self.platter, self.sizes, true).expect("the disk opens");
            checks::equals_model(&fresh.set.borrow(), &self.model.borrow());
            // Now and then it comes to its end; what it found holds on the way too.
            tab.find_all(if last.is_multiple_of(4) { &TASKS } else { &[Task::KnowLeads] });
            fresh.find_all(&[Task::KnowLeads]);
            let mut set = tab.set.borrow_mut();
            checks::groups_hold(&mut set);
            checks::answers_alike(&set, &fresh.set.borrow());
        }
    }

    /// In the end all tabs agree.
    pub fn rest(&self) {
        self.platter.borrow_mut().fault = None;
        for tab in &self.tabs {
            let mut tab = tab.borrow_mut();
            tab.engine.replace_disk(SimulatedDisk::open(&self.platter));
            now(tab.engine.catch_up()).expect("nothing fails any more");
            tab.checked.set(None);
            self.check(&tab);
            while !now(tab.engine.checkpoint_slice()).expect("nothing fails any more") {}
            tab.checked.set(None);
            self.check(&tab);
        }
    }
}

/// All that the finder does bit by bit.
const TASKS: [Task; 4] =
    [Task::CompareAll(Kind::Person), Task::CompareAll(Kind::Organization), Task::KnowLeads, Task::CompareAll(Kind::Lead)];

impl Tab {
    /// Its finder is built from the records.
    pub fn open(platter: &Rc<RefCell<Platter>>, sizes: Sizes, quiet: bool) -> Result<Self, StoreError> {
        let tab = Self::load(platter, sizes, quiet)?;
        tab.find();
        Ok(tab)
    }

    fn load(platter: &Rc<RefCell<Platter>>, sizes: Sizes, quiet: bool) -> Result<Self, StoreError> {
        let set = Rc::new(RefCell::new(WorkingSet::with_sizes(sizes)));
        let disk = if quiet { SimulatedDisk::quiet(platter) } else { SimulatedDisk::open(platter) };
        let mut engine = Engine::new(disk, set.clone());
        now(engine.load(|_, _| std::future::ready(())))?;
        Ok(Self { engine, set, checked: Cell::new(None) })
    }

    /// As the app does after the start: what was kept of a finder, if it is of these records.
    fn take_up(&self, disk: &SimulatedDisk) {
        self.set.borrow_mut().watch_for_finder();
        if let Some(kept) = now(kept_index::read(disk, &self.set, &async || ())) {
            let mut set = self.set.borrow_mut();
            let settings = settings_of(|id| set.get(id));
            set.tell_finder_of(&kept.changed);
            assert!(set.set_finder(Box::new(Indexes::new(kept.people, kept.organizations, settings)), NO_WORDS));
        }
    }

    /// As the app does after the start, and after all was read anew; else the finder learns what changed.
    fn find(&self) {
        let mut set = self.set.borrow_mut();
        set.tell_finder();
        // Other fields to compare make what it has read worthless.
        if !set.has_finder() {
            set.watch_for_finder();
            let finder = Indexes::read(&set);
            assert!(set.set_finder(Box::new(finder), NO_WORDS));
            // It is in the middle of it when the next commit comes.
            TASKS.iter().for_each(|task| assert!(set.go_on(*task).is_some()));
        }
    }

    /// All that is done bit by bit comes to its end.
    fn find_all(&self, tasks: &[Task]) {
        let mut set = self.set.borrow_mut();
        for task in tasks {
            while set.go_on(*task).is_some_and(|progress| !progress.is_over) {}
        }
    }

    fn everything(&self) -> BTreeMap<Kind, Vec<Record>> {
        let set = self.set.borrow();
        Kind::ALL.iter().map(|kind| (*kind, set.all(*kind))).collect()
    }
}

/// What the rules say to a command in the model's state.
fn decided(model: &MemoryStore, command: &Command, stamp: &Stamp) -> Result<ChangeSet, Vec<Rejection>> {
    model.ask(|facts| match decide(command, stamp, facts) {
        Decision::Needs(query) => Err(Stop::Needs(query)),
        Decision::Reject(reasons) => Err(Stop::Reject(reasons)),
        Decision::Commit(changes) => Ok(changes),
    })
}
