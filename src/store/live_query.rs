//! Questions to the working set that views can watch: asked again when a commit touched what they look at.

use std::cell::RefCell;
use std::rc::Rc;

use domain::duplicates::Band;
use domain::ids::Id;
use domain::records::{Kind, Record};
use leptos::prelude::*;

use super::StoreError;
use super::kept_index::Records;
use super::working_set::{Finder, Group, Progress, RowMatch, Task, Touched, Words, WorkingSet};

/// How far the start has come.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadState {
    Loading {
        done: usize,
        total: usize,
    },
    Ready,
    Failed(StoreError),
    /// A newer version of the app took the database over.
    Closed,
}

/// Handle to the records for views: reads only.
#[derive(Clone, Copy)]
pub struct Live {
    set: StoredValue<Rc<RefCell<WorkingSet>>, LocalStorage>,
    revisions: StoredValue<Vec<(Kind, RwSignal<u64>)>>,
    state: RwSignal<LoadState>,
    finder: RwSignal<FinderState>,
    /// Somebody tells the finder what changed.
    following: StoredValue<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FinderState {
    Missing,
    /// It has not heard of all that changed.
    Behind,
    Ready,
}

impl Live {
    /// To be made in the app's own scope, so that it outlives every screen.
    pub fn new(set: Rc<RefCell<WorkingSet>>) -> Self {
        Self {
            set: StoredValue::new_local(set),
            revisions: StoredValue::new(Kind::ALL.iter().map(|kind| (*kind, RwSignal::new(0))).collect()),
            state: RwSignal::new(LoadState::Loading { done: 0, total: 0 }),
            finder: RwSignal::new(FinderState::Missing),
            following: StoredValue::new(false),
        }
    }

    /// From now on what changes is noted, for a finder that is being built.
    pub fn expect_finder(self) {
        self.set.with_value(|set| set.borrow_mut().watch_for_finder());
    }

    /// To be told of what changed before it is asked ([`Self::tell_finder`]). False if the records were read anew meanwhile.
    pub fn set_finder(self, finder: Box<dyn Finder>, changed: &[Id], words: Words) -> bool {
        self.set.with_value(|set| {
            let mut set = set.borrow_mut();
            set.tell_finder_of(changed);
            set.set_finder(finder, words)
        })
    }

    /// Tells the finder of a few records that changed. True while there are more.
    pub fn tell_finder(self) -> bool {
        self.set.with_value(|set| set.borrow_mut().tell_finder_some())
    }

    /// Who may be the same can't be asked while there is no finder, or it has not heard of all that changed. Queries that wanted to
    /// know are asked again when it can be.
    pub fn look_for_finder(self) {
        let state = self.read(|set| match () {
            () if !set.has_finder() => FinderState::Missing,
            () if set.is_following() => FinderState::Behind,
            () => FinderState::Ready,
        });
        if state != self.finder.get_untracked() {
            self.finder.set(state);
            if state == FinderState::Ready {
                self.touch(&Touched::contacts());
            }
        }
    }

    /// False if somebody does so already.
    pub fn begin_following(self) -> bool {
        !self.following.try_update_value(|following| std::mem::replace(following, true)).unwrap_or(true)
    }

    pub fn end_following(self) {
        self.following.set_value(false);
    }

    /// There is one, whether it has heard of everything or not.
    pub fn has_finder(self) -> bool {
        self.read(WorkingSet::has_finder)
    }

    /// A finder has to be built.
    pub fn lacks_finder(self) -> bool {
        self.finder.get() == FinderState::Missing
    }

    /// A little more of what takes long; none while who may be the same can't be asked.
    pub fn go_on(self, task: Task) -> Option<Progress> {
        self.set.with_value(|set| set.borrow_mut().go_on(task))
    }

    /// A little more of who may be the same among all records of a kind, as far as they were compared; all of it when it is done.
    pub fn group(self, kind: Kind, least: Band) -> Option<Vec<Group>> {
        self.set.with_value(|set| set.borrow_mut().group(kind, least))
    }

    /// Rows of a file are compared with each other too from now on.
    pub fn begin_rows(self) {
        self.set.with_value(|set| set.borrow_mut().with_finder(|finder, _| finder.begin_rows()));
    }

    pub fn end_rows(self) {
        self.set.with_value(|set| set.borrow_mut().with_finder(|finder, _| finder.end_rows()));
    }

    /// Who a row of a file most probably is.
    pub fn check_row(self, row: &Record) -> Option<RowMatch> {
        self.set.with_value(|set| {
            let mut set = set.borrow_mut();
            set.tell_finder();
            set.with_finder(|finder, set| finder.check_row(set, row)).flatten()
        })
    }

    /// False while it is not known yet who may be the same as somebody.
    pub fn finds(self) -> bool {
        self.finder.get() == FinderState::Ready
    }

    pub fn finds_untracked(self) -> bool {
        self.finder.get_untracked() == FinderState::Ready
    }

    pub fn state(self) -> LoadState {
        self.state.get()
    }

    /// Queries that were asked before all was loaded are asked again.
    pub fn set_state(self, state: LoadState) {
        let ready = state == LoadState::Ready;
        self.state.set(state);
        if ready {
            self.touch(&Touched::everything());
        }
    }

    /// Tells the views which kinds to look at again.
    pub fn touch(self, touched: &Touched) {
        self.look_for_finder();
        self.revisions.with_value(|revisions| {
            for kind in touched.kinds() {
                if let Some((_, revision)) = revisions.iter().find(|(found, _)| *found == kind) {
                    revision.update(|revision| *revision += 1);
                }
            }
        });
    }

    /// Follows commits that touch one of `kinds`, inside a tracking scope.
    pub fn track(self, kinds: &[Kind]) {
        self.revisions.with_value(|revisions| {
            for (_, revision) in revisions.iter().filter(|(kind, _)| kinds.contains(kind)) {
                revision.track();
            }
        });
    }

    /// An answer that stays true: asked again when records of `kinds` change, or signals read in `ask`.
    pub fn query<T>(self, kinds: &'static [Kind], ask: impl Fn(&WorkingSet) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            self.track(kinds);
            self.read(&ask)
        })
    }

    /// One record as it is now and after every change; none while it does not exist.
    pub fn record(self, kind: Kind, id: impl Fn() -> Option<Id> + Send + Sync + 'static) -> Memo<Option<Record>> {
        Memo::new(move |_| {
            self.track(&[kind]);
            let id = id()?;
            self.read(|set| set.get(id)).filter(|record| record.kind == kind)
        })
    }

    /// Asks once.
    pub fn read<T>(self, ask: impl FnOnce(&WorkingSet) -> T) -> T {
        self.set.with_value(|set| ask(&set.borrow()))
    }
}

impl Records for Live {
    fn ask<T>(&self, ask: impl FnOnce(&WorkingSet) -> T) -> T {
        self.read(ask)
    }
}
