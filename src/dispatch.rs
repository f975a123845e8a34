//! The only way the app writes: commands go to one long-lived task, which decides, stores and tells views and tabs.

mod following;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::commands::{Command, Receipt};
use domain::ids::Id;
use domain::stamp::Stamp;
use futures::StreamExt;
use futures::channel::{mpsc, oneshot};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

pub use self::following::follow;
use crate::clock;
use crate::pace::{Pace, next_task};
use crate::store::StoreError;
pub use crate::store::engine::Failure;
use crate::store::engine::{Answer, Engine};
use crate::store::indexed_db::IndexedDb;
use crate::store::live_query::{Live, LoadState};
use crate::store::tabs::Tabs;
use crate::store::working_set::WorkingSet;

/// Quiet time after a commit before pages are written.
const IDLE_MS: u32 = 4_000;
/// Entries that are worth a checkpoint.
const WORTH_A_CHECKPOINT: u64 = 24;
/// Entries that don't wait for a quiet time, as of an import: the next start would have to carry them all out again.
const PRESSING: u64 = 96;
/// The same for entries of a few records each, as of many conversions: pages that the next of them changes again are not
/// worth writing yet.
const PRESSING_SMALL: u64 = 2_000;
/// After somebody did something, pages wait this long: what is done next would wait for them.
const QUIET_MS: u32 = 250;
const REOPEN_TRIES: usize = 3;
/// Less than this many commands at once are shown at once.
const FEW: usize = 20;
/// While more is sent at once, the views look again this often: drawing after every write would take longer than the work.
const TOLD_MS: u32 = 700;
/// And rest this many times as long as drawing took.
const REST_FACTOR: u32 = 8;

type Reply = oneshot::Sender<Result<Receipt, Failure>>;
/// What came of each command, or that none has taken effect for sure.
type Answers = Result<Vec<Answer>, StoreError>;

enum Job {
    Run(Box<Command>, Stamp, Reply),
    RunAll(Vec<(Command, Stamp)>, oneshot::Sender<Answers>),
    CatchUp,
    Checkpoint,
    /// Says what the views have not been told yet.
    Tell,
    /// The same now, whether they had their rest or not.
    TellNow,
    Close,
}

/// Sends commands. Copies all lead to the same task.
#[derive(Clone, Copy)]
pub struct Dispatch {
    jobs: StoredValue<mpsc::UnboundedSender<Job>, LocalStorage>,
    device: StoredValue<Id>,
}

impl Dispatch {
    /// Carries the command out; durable when this returns. It is carried out even if the caller is gone by then.
    pub async fn run(self, command: Command) -> Result<Receipt, Failure> {
        self.run_as(command, self.stamp()).await
    }

    /// A stamp for a command that derives ids from it before it is sent.
    pub fn stamp(self) -> Stamp {
        clock::stamp(self.device.get_value())
    }

    /// With a stamp taken before, so that sending twice has effect once. It is sent at once, the future only waits.
    pub fn run_as(self, command: Command, stamp: Stamp) -> impl Future<Output = Result<Receipt, Failure>> + use<> {
        let (reply, answer) = oneshot::channel();
        let sent = self.jobs.with_value(|jobs| jobs.unbounded_send(Job::Run(Box::new(command), stamp, reply)).is_ok());
        let lost = Failure::Store(StoreError::ConnectionLost);
        async move { if !sent { Err(lost) } else { answer.await.unwrap_or(Err(lost)) } }
    }

    /// Several commands in one transaction, each with its own answer. To be sent again, under the same stamps, after an error.
    pub async fn run_all(self, work: Vec<(Command, Stamp)>) -> Answers {
        let (reply, answers) = oneshot::channel();
        let sent = self.jobs.with_value(|jobs| jobs.unbounded_send(Job::RunAll(work, reply)).is_ok());
        if !sent {
            return Err(StoreError::ConnectionLost);
        }
        answers.await.unwrap_or(Err(StoreError::ConnectionLost))
    }

    /// After the last of what was sent in portions: the views need not wait any longer.
    pub fn tell(self) {
        // Nobody is told by a writer that has gone.
        self.jobs.with_value(|jobs| drop(jobs.unbounded_send(Job::TellNow)));
    }
}

/// Opens the database and starts the writer. Views can be drawn at once: they watch [`Live::state`].
pub fn start(name: &'static str) -> (Live, Dispatch) {
    let set = Rc::new(RefCell::new(WorkingSet::default()));
    let live = Live::new(set.clone());
    let (sender, receiver) = mpsc::unbounded();
    let dispatch = Dispatch { jobs: StoredValue::new_local(sender.clone()), device: StoredValue::new(Id::default()) };
    spawn_local(async move {
        if let Err(problem) = Writer::run(name, set, live, dispatch, sender, receiver).await {
            live.set_state(LoadState::Failed(problem));
        }
    });
    (live, dispatch)
}

struct Writer {
    name: &'static str,
    engine: Engine<IndexedDb>,
    live: Live,
    jobs: mpsc::UnboundedSender<Job>,
    tabs: Option<Tabs>,
    idle: Option<Timeout>,
    /// A checkpoint was begun and goes on between other jobs.
    checkpointing: bool,
    /// When somebody last did something, in milliseconds since the page was opened.
    used: f64,
    /// The views have been told something lately, or will be soon.
    told: bool,
    untold: bool,
}

impl Writer {
    async fn run(
        name: &'static str,
        set: Rc<RefCell<WorkingSet>>,
        live: Live,
        dispatch: Dispatch,
        jobs: mpsc::UnboundedSender<Job>,
        mut inbox: mpsc::UnboundedReceiver<Job>,
    ) -> Result<(), StoreError> {
        let disk = open(name, &jobs).await?;
        dispatch.device.set_value(disk.device(clock::fresh_id()).await?);
        let mut engine = Engine::new(disk, set);
        let pace = Cell::new(Pace::start());
        engine.load(|done, total| breathe(live, &pace, LoadState::Loading { done, total })).await?;
        live.set_state(LoadState::Ready);
        let heard = jobs.clone();
        // The receiver lives as long as this task.
        let tabs = Tabs::open(name, move || drop(heard.unbounded_send(Job::CatchUp)));
        let mut writer =
            Self { name, engine, live, jobs, tabs, idle: None, checkpointing: false, used: f64::MIN, told: false, untold: false };
        writer.rest(PRESSING);
        while let Some(job) = inbox.next().await {
            if !writer.work(job).await {
                live.set_state(LoadState::Closed);
                break;
            }
        }
        Ok(())
    }

    /// False when the database must be given up.
    async fn work(&mut self, job: Job) -> bool {
        match job {
            Job::Run(command, stamp, reply) => {
                let result = self.commit(&command, &stamp).await;
                self.used = clock::elapsed();
                self.tell().await;
                // Nobody waits any more when the screen was left: the command has taken effect all the same.
                drop(reply.send(result));
                self.rest(PRESSING);
            }
            Job::RunAll(work, reply) => {
                let answers = self.commit_all(&work).await;
                // Of more it hears while the next ones are written, and before the views are told.
                if work.len() < FEW {
                    follow(self.live);
                }
                self.tell_soon(work.len() < FEW).await;
                drop(reply.send(answers));
                self.rest(PRESSING_SMALL);
            }
            // What could not be read now is read before the next commit.
            Job::CatchUp => {
                drop(self.engine.catch_up().await);
                self.tell().await;
            }
            Job::Checkpoint if self.is_in_use() => {
                let jobs = self.jobs.clone();
                Timeout::new(QUIET_MS, move || drop(jobs.unbounded_send(Job::Checkpoint))).forget();
            }
            Job::Checkpoint => {
                self.checkpoint().await;
                self.tell_soon(true).await;
            }
            Job::Tell => {
                self.told = false;
                if self.untold {
                    self.tell().await;
                    self.let_views_rest();
                }
            }
            Job::TellNow => {
                if self.untold {
                    self.tell().await;
                }
            }
            Job::Close => return false,
        }
        true
    }

    /// Somebody is at work; however much, the log stays bounded.
    fn is_in_use(&self) -> bool {
        clock::elapsed() - self.used < f64::from(QUIET_MS) && self.engine.waiting() < PRESSING_SMALL
    }

    /// Tells the views what has changed; of much, in a task of their own.
    async fn tell(&mut self) {
        self.untold = false;
        if follow(self.live) {
            next_task().await;
        }
        self.live.touch(&self.engine.take_touched());
    }

    /// At once or soon, but not before the views have had their rest since the last time.
    async fn tell_soon(&mut self, at_once: bool) {
        self.untold = true;
        if self.told {
            return;
        }
        if at_once {
            self.tell().await;
            self.let_views_rest();
        } else {
            self.told = true;
            tell_in(TOLD_MS, self.jobs.clone());
        }
    }

    /// As long as they drew, and some times that.
    fn let_views_rest(&mut self) {
        self.told = true;
        let (jobs, told) = (self.jobs.clone(), clock::elapsed());
        // The views draw before this.
        let rest = move || tell_in(TOLD_MS.max(REST_FACTOR * (clock::elapsed() - told) as u32), jobs);
        Timeout::new(0, rest).forget();
    }

    async fn commit(&mut self, command: &Command, stamp: &Stamp) -> Result<Receipt, Failure> {
        let answer = self.commit_all(&[(command.clone(), *stamp)]).await?.pop();
        answer.ok_or(StoreError::Busy)?.map_err(Failure::Rejected)
    }

    async fn commit_all(&mut self, work: &[(Command, Stamp)]) -> Answers {
        let work: Vec<(&Command, Stamp)> = work.iter().map(|(command, stamp)| (command, *stamp)).collect();
        let mut answers = self.engine.commit_all(&work).await;
        for _ in 0..REOPEN_TRIES {
            if answers != Err(StoreError::ConnectionLost) {
                break;
            }
            answers = self.reopen_and_commit(&work).await;
        }
        if let (Ok(_), Some(tabs)) = (&answers, &self.tabs) {
            tabs.tell();
        }
        answers
    }

    /// A lost connection does not tell whether entries were written: the log does. What is in it already has its receipt.
    async fn reopen_and_commit(&mut self, work: &[(&Command, Stamp)]) -> Answers {
        self.engine.replace_disk(open(self.name, &self.jobs).await?);
        self.engine.commit_all(work).await
    }

    async fn checkpoint(&mut self) {
        let slice = self.engine.checkpoint_slice().await;
        self.checkpointing = matches!(slice, Ok(false));
        match slice {
            Ok(true) => {}
            Ok(false) => drop(self.jobs.unbounded_send(Job::Checkpoint)),
            // The log has everything; the next quiet time tries again.
            Err(_) => self.wait(),
        }
    }

    /// After a commit: plans a checkpoint if one is due.
    fn rest(&mut self, pressing: u64) {
        self.idle = None;
        match self.engine.waiting() {
            _ if self.checkpointing => {}
            waiting if waiting >= pressing => {
                self.checkpointing = true;
                drop(self.jobs.unbounded_send(Job::Checkpoint));
            }
            WORTH_A_CHECKPOINT.. => self.wait(),
            _ => {}
        }
    }

    /// Starts the wait for a quiet moment.
    fn wait(&mut self) {
        let jobs = self.jobs.clone();
        self.idle = Some(Timeout::new(IDLE_MS, move || drop(jobs.unbounded_send(Job::Checkpoint))));
    }
}

fn tell_in(ms: u32, jobs: mpsc::UnboundedSender<Job>) {
    Timeout::new(ms, move || drop(jobs.unbounded_send(Job::Tell))).forget();
}

/// Says how far the start is, and lets the page draw, as often as it is time for that.
async fn breathe(live: Live, pace: &Cell<Pace>, state: LoadState) {
    if pace.get().is_over() {
        live.set_state(state);
        next_task().await;
        pace.set(Pace::start());
    }
}

async fn open(name: &str, jobs: &mpsc::UnboundedSender<Job>) -> Result<IndexedDb, StoreError> {
    let disk = IndexedDb::open(name).await?;
    let (closing, jobs) = (disk.closing(), jobs.clone());
    spawn_local(async move {
        closing.await;
        drop(jobs.unbounded_send(Job::Close));
    });
    Ok(disk)
}
