//! Writes the leads of a file, a few hundred rows in one commit, so that a crash leaves whole ones only. While one commit is on
//! its way to the disk, the rows of the next are read.

use std::pin::Pin;

use domain::commands::{AddRecords, Command, Draft, Receipt};
use domain::import::{RowOutcome, RowReader, Tally};
use domain::records::Kind;
use domain::stamp::Stamp;
use leptos::prelude::*;

use super::last_import::LastImport;
use super::session::{Session, Stage};
use super::undoing::{commit_id, undo};
use super::workspace::context;
use crate::clock;
use crate::dispatch::Failure;
use crate::pace::Pace;
use crate::views::settings::storage::request_persistence;

/// Rows of one commit. Always the same ones for a file: what is written already is passed over when it is tried again.
const ROWS: usize = 500;

enum End {
    Done(Tally),
    Stopped,
    Failed(Failure),
}

/// Imports the open file. It goes on when the screen is left.
pub async fn run(session: Session) {
    let first = LastImport::load().is_none();
    match write_all(session).await {
        End::Done(tally) => {
            session.stage.set(Stage::Finished(tally));
            if first {
                request_persistence().await;
            }
        }
        End::Stopped => stop(session).await,
        End::Failed(failure) => session.stage.set(Stage::Failed { reason: session.actions.explain(&failure) }),
    }
}

async fn write_all(session: Session) -> End {
    let Some(file) = session.file.get_untracked() else { return End::Stopped };
    let mapping = session.choices.with_untracked(|choices| choices.mapping(&file));
    let formats = session.choices.with_untracked(|choices| choices.formats.formats);
    let mut reader = RowReader::new(mapping, formats, context(session));
    let doubles = session.doubles.get_untracked();
    let total = session.progress.with_untracked(|progress| progress.total);
    let last = LastImport::begin(session.batch.get_value(), &file.name, total);
    let mut writer = Writer { session, drafts: Vec::new(), last, sent: None };
    let mut pace = Pace::start();
    for row in file.rows.rows() {
        if let RowOutcome::Lead { drafts, .. } = reader.read(row.number, &row.cells) {
            writer.drafts.extend(doubles.apply(session, row.number, drafts));
        }
        let read = reader.tally().read;
        if read.is_multiple_of(ROWS)
            && let Err(failure) = writer.write(read).await
        {
            return End::Failed(failure);
        }
        if pace.breathe().await && session.stop.get_value() {
            break;
        }
    }
    match writer.finish(reader.tally().read).await {
        Ok(()) if session.stop.get_value() => End::Stopped,
        Ok(()) => {
            writer.last.finish();
            End::Done(reader.tally())
        }
        Err(failure) => End::Failed(failure),
    }
}

struct Writer {
    session: Session,
    drafts: Vec<Draft>,
    last: LastImport,
    sent: Option<Sent>,
}

/// A commit on its way: its rows end at `read`.
struct Sent {
    answer: Pin<Box<dyn Future<Output = Result<Receipt, Failure>>>>,
    read: usize,
    leads: usize,
}

impl Writer {
    /// Sends the rows up to `read`, after the commit before has arrived.
    async fn write(&mut self, read: usize) -> Result<(), Failure> {
        self.arrive().await?;
        let drafts = std::mem::take(&mut self.drafts);
        if drafts.is_empty() {
            self.wrote(read, 0);
            return Ok(());
        }
        let leads = drafts.iter().filter(|draft| draft.kind == Kind::Lead).count();
        let (batch, dispatch) = (self.last.batch, self.session.actions.dispatch);
        let stamp = Stamp { command: commit_id(batch, self.last.commits), ..dispatch.stamp() };
        let answer = dispatch.run_as(Command::AddRecords(AddRecords { drafts, import: Some(batch) }), stamp);
        self.sent = Some(Sent { answer: Box::pin(answer), read, leads });
        Ok(())
    }

    async fn arrive(&mut self) -> Result<(), Failure> {
        if let Some(Sent { answer, read, leads }) = self.sent.take() {
            answer.await?;
            self.last.commits += 1;
            self.wrote(read, leads);
        }
        Ok(())
    }

    fn wrote(&mut self, read: usize, leads: usize) {
        self.last.wrote(read, leads, clock::now());
        self.session.progress.update(|progress| progress.done = read);
    }

    /// What was sent before a stop arrives all the same: it is taken back with the rest.
    async fn finish(&mut self, read: usize) -> Result<(), Failure> {
        if !self.session.stop.get_value() {
            self.write(read).await?;
        }
        self.arrive().await
    }
}

/// Takes back what is in already, and goes back to the step before.
async fn stop(session: Session) {
    let Some(file) = session.file.get_untracked() else { return };
    session.stage.set(Stage::Undoing { name: file.name.clone() });
    let undone = undo(session, session.batch.get_value()).await;
    session.batch.set_value(clock::fresh_id());
    if undone.left == 0 && undone.reason.is_none() {
        session.stopped.set(true);
        session.stage.set(Stage::Check);
    } else {
        session.stage.set(Stage::Undone(undone));
    }
}
