//! The import of this visit. It stands above the screens: a file stays open and a running import goes on while others are shown.

use std::sync::Arc;

use domain::ids::Id;
use domain::import::{Mapping, Tally};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::choices::Choices;
use super::doubles::{Doubles, State, compare_rows};
use super::open_file::{OpenFile, Refusal};
use super::running;
use super::scan::{Scan, scan};
use super::undoing::{self, Undone};
use crate::clock;
use crate::i18n::import as words;
use crate::import::FileFormat;
use crate::routes;
use crate::views::shell::actions::Actions;

/// What the screen shows. Every way from one to another is a method of [`Session`].
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    #[default]
    File,
    Reading {
        name: String,
    },
    Match,
    Check,
    Importing,
    Undoing {
        name: String,
    },
    Finished(Tally),
    /// Why it can't go on, in words.
    Failed {
        reason: String,
    },
    Undone(Undone),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    File,
    Match,
    Check,
    Import,
}

impl Step {
    pub const ALL: [Self; 4] = [Self::File, Self::Match, Self::Check, Self::Import];

    pub fn name(self) -> &'static str {
        match self {
            Self::File => words::step_file(),
            Self::Match => words::step_match(),
            Self::Check => words::step_check(),
            Self::Import => words::step_import(),
        }
    }
}

impl Stage {
    pub fn step(&self) -> Step {
        match self {
            Self::File | Self::Reading { .. } => Step::File,
            Self::Match => Step::Match,
            Self::Check => Step::Check,
            _ => Step::Import,
        }
    }

    /// True while leads are being written or removed: another file has to wait.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Reading { .. } | Self::Importing | Self::Undoing { .. })
    }
}

/// How far a run is, and since when.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
    /// See [`clock::elapsed`].
    pub since: f64,
}

#[derive(Clone, Copy)]
pub struct Session {
    pub actions: Actions,
    pub stage: RwSignal<Stage>,
    pub file: RwSignal<Option<Arc<OpenFile>>>,
    pub refusal: RwSignal<Option<Refusal>>,
    pub choices: RwSignal<Choices>,
    pub scan: RwSignal<Scan>,
    /// Who may be there already, and what is done with them.
    pub doubles: RwSignal<Doubles>,
    pub progress: RwSignal<Progress>,
    /// The last import was stopped and taken back.
    pub stopped: RwSignal<bool>,
    /// Asks a running import to stop.
    pub stop: StoredValue<bool>,
    /// Leads derive their ids from it: trying again after a failure adds nothing twice.
    pub batch: StoredValue<Id>,
    /// Rises when a newer scan begins: older ones end.
    turn: StoredValue<u32>,
}

impl Session {
    /// To be made in the app's own scope, so that it outlives every screen.
    pub fn new(actions: Actions) -> Self {
        Self {
            actions,
            stage: RwSignal::default(),
            file: RwSignal::new(None),
            refusal: RwSignal::new(None),
            choices: RwSignal::default(),
            scan: RwSignal::default(),
            doubles: RwSignal::default(),
            progress: RwSignal::default(),
            stopped: RwSignal::new(false),
            stop: StoredValue::new(false),
            batch: StoredValue::new(Id::default()),
            turn: StoredValue::new(0),
        }
    }

    /// Opens a file, unless an import is running. One that can't be opened leaves the other as it was.
    pub fn open(self, blob: Blob, name: String) {
        if self.stage.with_untracked(Stage::is_busy) {
            return;
        }
        self.refusal.set(None);
        self.stage.set(Stage::Reading { name: name.clone() });
        spawn_local(async move {
            match OpenFile::open(blob, name.clone()).await {
                Ok(file) => {
                    self.stopped.set(false);
                    self.batch.set_value(clock::fresh_id());
                    self.choices.set(Choices::guess(&file, self.actions.live));
                    self.file.set(Some(Arc::new(file)));
                    self.stage.set(Stage::Match);
                    self.scan_anew();
                }
                Err(reason) => {
                    self.refusal.set(Some(Refusal { name, reason }));
                    self.stage.set(Stage::File);
                }
            }
        });
    }

    /// Reads the open file in another way.
    pub fn read_as(self, change: impl FnOnce(&mut FileFormat)) {
        let Some(file) = self.file.get_untracked() else { return };
        let mut format = file.rows.format;
        change(&mut format);
        spawn_local(async move {
            match file.read_again(format).await {
                Ok(file) => {
                    self.choices.update(|choices| choices.guess_again(&file));
                    self.file.set(Some(Arc::new(file)));
                    self.scan_anew();
                }
                Err(reason) => {
                    self.refusal.set(Some(Refusal { name: file.name.clone(), reason }));
                    self.stage.set(Stage::File);
                }
            }
        });
    }

    /// Changes a choice that decides how rows are read.
    pub fn choose(self, change: impl FnOnce(&mut Choices)) {
        let Some(file) = self.file.get_untracked() else { return };
        self.choices.update(|choices| {
            change(choices);
            choices.guess_formats(&file);
        });
        self.scan_anew();
    }

    pub fn mapping(self) -> Mapping {
        let file = self.file.get();
        self.choices.with(|choices| file.map(|file| choices.mapping(&file)).unwrap_or_default())
    }

    /// Looks through all rows with the choices as they are now.
    pub fn scan_anew(self) {
        let turn = self.turn.get_value() + 1;
        self.turn.set_value(turn);
        self.scan.set(Scan::default());
        self.doubles.set(Doubles::default());
        spawn_local(scan(self, turn));
    }

    /// Compares all rows with the records and with each other, as they are read now.
    pub fn compare_rows(self) {
        let turn = self.turn.get_value();
        self.doubles.update(|doubles| doubles.state = State::AtWork);
        let wanted = move || self.is_turn(turn) && self.doubles.with_untracked(|doubles| doubles.state == State::AtWork);
        spawn_local(compare_rows(self, wanted));
    }

    pub fn stop_comparing(self) {
        self.doubles.set(Doubles::stopped());
    }

    pub fn is_turn(self, turn: u32) -> bool {
        self.turn.get_value() == turn
    }

    /// Ends a scan before its end.
    pub fn stop_scan(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.scan.update(|scan| scan.stopped = true);
    }

    pub fn go(self, stage: Stage) {
        self.stage.set(stage);
    }

    /// Imports all rows; after a failure the rest of them.
    pub fn import(self) {
        self.stop.set_value(false);
        self.stopped.set(false);
        if self.doubles.with_untracked(|doubles| doubles.state == State::AtWork) {
            self.stop_comparing();
        }
        let total = self.scan.with_untracked(|scan| scan.tally.read);
        self.progress.set(Progress { done: 0, total, since: clock::elapsed() });
        self.stage.set(Stage::Importing);
        spawn_local(running::run(self));
    }

    /// Takes the import of the open file back: finished, or failed on the way.
    pub fn undo(self) {
        if let Some(file) = self.file.get_untracked() {
            self.undo_batch(self.batch.get_value(), file.name.clone());
        }
    }

    /// Takes any import back.
    pub fn undo_batch(self, batch: Id, name: String) {
        if self.stage.with_untracked(Stage::is_busy) {
            return self.actions.toasts.error(words::busy());
        }
        self.stage.set(Stage::Undoing { name });
        spawn_local(async move {
            let undone = undoing::undo(self, batch).await;
            if !routes::is_at(routes::IMPORT) {
                self.actions.toasts.say(undone.in_words());
            }
            // The ids of what was taken back are used up.
            self.batch.set_value(clock::fresh_id());
            self.stage.set(Stage::Undone(undone));
        });
    }

    /// Closes the file.
    pub fn start_over(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.file.set(None);
        self.refusal.set(None);
        self.scan.set(Scan::default());
        self.doubles.set(Doubles::default());
        self.stage.set(Stage::File);
    }
}
