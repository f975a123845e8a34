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
            let looks = progress.is_over || now > next_look;
            self.show(kind, progress, looks);
            if looks {
                next_look = clock::elapsed() + FIRST_LOOK_MS.max((clock::elapsed() - now) * REST);
            }
            next_task().await;
            pace = Pace::start();
        }
        let _ = self.at_work.try_set(false);
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

    fn show(self, kind: Kind, progress: Progress, looks: bool) {
        let least = if self.with_possible.get_untracked() { Band::Possible } else { Band::Likely };
        let found = looks.then(|| Arc::new(self.live.read(|set| set.groups(kind, least))));
        self.of.update(|of| {
            let of = &mut of[place(kind)];
            of.progress = progress;
            of.known |= progress.is_over;
            if let Some(found) = found {
                of.groups = found;
            }
        });
    }

    /// After a commit: some may have to be compared again.
    fn look_again(self) {
        let known = KINDS.map(|(kind, ..)| (kind, untrack(|| (self.progress(kind), self.is_known(kind)))));
        for (kind, (progress, is_known)) in known {
            let looks = is_known && self.stopped.get_untracked();
            self.show(kind, Progress { is_over: false, ..progress }, looks);
        }
    }
}
