//! The search at work: a little at a time, what is looked at first. What it found stays with the records.

use std::sync::Arc;
use std::time::Duration;

use domain::duplicates::Band;
use domain::records::Kind;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::KINDS;
use crate::clock;
use crate::pace::{Pace, next_task};
use crate::store::live_query::Live;
use crate::store::working_set::{Group, Progress, Task};

/// What takes longer than this shows how far it is.
const LATE: Duration = Duration::from_millis(600);
/// Groups are formed anew on the way, but not for more than this share of the time.
const REST: f64 = 20.0;
const FIRST_LOOK_MS: f64 = 300.0;

#[derive(Clone, Copy)]
pub struct Search {
    live: Live,
    pub kind: Memo<Kind>,
    pub with_possible: RwSignal<bool>,
    pub stopped: RwSignal<bool>,
    at_work: RwSignal<bool>,
    /// Counts what groups depend on: those that were begun before are given up.
    changes: StoredValue<u32>,
    late: RwSignal<bool>,
    of: RwSignal<[OfKind; KINDS.len()]>,
}

/// What is known of a kind.
#[derive(Clone, Debug, Default)]
struct OfKind {
    progress: Progress,
    /// All were compared at least once.
    known: bool,
    groups: Arc<Vec<Group>>,
}

fn place(kind: Kind) -> usize {
    KINDS.iter().position(|(of, ..)| *of == kind).unwrap_or_default()
}

impl Search {
    /// Goes on where it was left, and after every commit.
    pub fn begin(kind: Memo<Kind>) -> Self {
        let search = Self {
            live: expect_context(),
            kind,
            with_possible: RwSignal::new(false),
            stopped: RwSignal::new(false),
            at_work: RwSignal::new(false),
            changes: StoredValue::new(0),
            late: RwSignal::new(false),
            of: RwSignal::new(Default::default()),
        };
        let late = move || {
            // Whoever left by then needs no word.
            let _ = search.late.try_set(true);
        };
        set_timeout(late, LATE);
        Effect::new(move || {
            search.live.track(&[Kind::Person, Kind::Organization, Kind::Lead, Kind::Separation, Kind::Workspace]);
            let can = search.live.finds() && !search.stopped.get();
            search.with_possible.track();
            search.look_again();
            if can && !search.at_work.get_untracked() {
                search.at_work.set(true);
                spawn_local(async move { search.work().await });
            }
        });
        search
    }

    pub fn stop(self) {
        self.stopped.set(true);
    }

    pub fn go_on(self) {
        self.stopped.set(false);
    }

    pub fn progress(self, kind: Kind) -> Progress {
        self.of.with(|of| of[place(kind)].progress)
    }

    pub fn is_known(self, kind: Kind) -> bool {
        self.of.with(|of| of[place(kind)].known)
    }

    pub fn groups(self, kind: Kind) -> Arc<Vec<Group>> {
        self.of.with(|of| of[place(kind)].groups.clone())
    }

    pub fn count(self, kind: Kind) -> usize {
        self.groups(kind).len()
    }

    /// What is looked at is not known after more than a moment.
    pub fn is_late(self) -> bool {
        self.late.get() && !self.is_known(self.kind.get()) && !self.stopped.get()
    }

    /// Until all is compared, or somebody stops it or leaves.
    async fn work(self) {
        let mut pace = Pace::start();
        let mut next_look = clock::elapsed() + FIRST_LOOK_MS;
        while let Some((kind, progress)) = self.step() {
            if !pace.is_over() && !progress.is_over {
                continue;
            }
            let now = clock::elapsed();
            if progress.is_over || now > next_look {
                self.show(kind, Progress { is_over: false, ..progress });
                if !self.look(kind, progress.is_over).await {
                    break;
                }
                next_look = clock::elapsed() + FIRST_LOOK_MS.max((clock::elapsed() - now) * REST);
            } else {
                self.show(kind, progress);
            }
            next_task().await;
            pace = Pace::start();
        }
        let _ = self.at_work.try_set(false);
    }

    /// Forms the groups of what was found. With `all` that is all there is, unless something changes meanwhile. False when nobody
    /// wants it any more.
    async fn look(self, kind: Kind, all: bool) -> bool {
        let (changes, possible) = (self.changes.try_get_value(), self.with_possible.try_get_untracked());
        let least = if possible == Some(true) { Band::Possible } else { Band::Likely };
        let mut pace = Pace::start();
        let groups = loop {
            if let Some(groups) = self.live.group(kind, least) {
                break groups;
            }
            if pace.is_over() {
                next_task().await;
                pace = Pace::start();
            }
            if self.changes.try_get_value() != changes {
                return changes.is_some();
            }
        };
        let shown = self.of.try_update(|of| {
            let of = &mut of[place(kind)];
            of.progress.is_over = all;
            of.known |= all;
            of.groups = Arc::new(groups);
        });
        shown.is_some()
    }

    /// A little more of the first kind that is not all compared; none when nothing is left, or nobody wants it.
    fn step(self) -> Option<(Kind, Progress)> {
        if self.stopped.try_get_untracked() != Some(false) {
            return None;
        }
        let shown = self.kind.try_get_untracked()?;
        let left = self.of.try_with_untracked(|of| of.clone().map(|of| !of.progress.is_over))?;
        let kind = std::iter::once(shown).chain(KINDS.map(|(kind, ..)| kind)).find(|kind| left[place(*kind)])?;
        Some((kind, self.live.go_on(Task::CompareAll(kind))?))
    }

    fn show(self, kind: Kind, progress: Progress) {
        self.of.update(|of| of[place(kind)].progress = progress);
    }

    /// After a commit: some may have to be compared again.
    fn look_again(self) {
        self.changes.update_value(|changes| *changes += 1);
        for (kind, ..) in KINDS {
            self.of.update(|of| of[place(kind)].progress.is_over = false);
            if self.stopped.get_untracked() && untrack(|| self.is_known(kind)) {
                spawn_local(async move {
                    // Whoever left by then needs no groups.
                    let _ = self.look(kind, false).await;
                });
            }
        }
    }
}
