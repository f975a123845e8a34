//! The file that is open: where its bytes are, its rows, and what was guessed about its columns.

use domain::import::{Guess, guess_columns};
use js_sys::Uint8Array;
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::i18n::format;
use crate::i18n::import as words;
use crate::import::{self, FileFormat, FileProblem, FileRows};
use crate::pace::next_task;

/// Larger files would need more memory than a phone gives a page.
const LIMIT_MB: f64 = 100.0;
const MB: f64 = 1e6;

pub struct OpenFile {
    pub name: String,
    pub rows: FileRows,
    pub guesses: Vec<Guess>,
    /// Stays with the browser, to be read again in another encoding: here it would be a second copy.
    blob: SendWrapper<Blob>,
}

/// A file that was not opened, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub name: String,
    pub reason: Reason,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    Format(FileProblem),
    NoRows,
    TooLarge { megabytes: f64 },
    Unreadable,
}

impl Reason {
    pub fn text(self) -> String {
        match self {
            Self::Format(FileProblem::Empty) => words::refused_empty().to_owned(),
            Self::Format(FileProblem::Excel | FileProblem::OldExcel) => words::refused_excel().to_owned(),
            Self::Format(FileProblem::Binary) => words::refused_binary().to_owned(),
            Self::NoRows => words::refused_no_rows().to_owned(),
            Self::TooLarge { megabytes } => words::refused_large(format::number(megabytes.ceil()), format::number(LIMIT_MB)),
            Self::Unreadable => words::refused_unreadable().to_owned(),
        }
    }
}

impl OpenFile {
    pub async fn open(blob: Blob, name: String) -> Result<Self, Reason> {
        let blob = SendWrapper::new(blob);
        let rows = import::open(&bytes(&blob).await?).map_err(Reason::Format)?;
        Self::of(name, rows, blob).await
    }

    /// The same file, read in another way.
    pub async fn read_again(&self, format: FileFormat) -> Result<Self, Reason> {
        let rows = import::read(&bytes(&self.blob).await?, format).map_err(Reason::Format)?;
        Self::of(self.name.clone(), rows, self.blob.clone()).await
    }

    async fn of(name: String, rows: FileRows, blob: SendWrapper<Blob>) -> Result<Self, Reason> {
        next_task().await;
        if rows.samples.is_empty() {
            return Err(Reason::NoRows);
        }
        let guesses = guess_columns(&rows.header, &rows.sample_cells());
        Ok(Self { name, rows, guesses, blob })
    }

    /// The column's name in the file, or its number.
    pub fn column(&self, at: usize) -> String {
        match self.rows.header.get(at).map(|name| name.trim()) {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => words::unnamed_column(at + 1),
        }
    }

    /// The filled cells of a column among the first rows.
    pub fn values(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows.samples.iter().filter_map(move |row| row.cells.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }
}

async fn bytes(blob: &Blob) -> Result<Vec<u8>, Reason> {
    let megabytes = blob.size() / MB;
    if megabytes > LIMIT_MB {
        return Err(Reason::TooLarge { megabytes });
    }
    let buffer = JsFuture::from(blob.array_buffer()).await.map_err(|_| Reason::Unreadable)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    // Reading them takes as long as a piece of work may.
    next_task().await;
    Ok(bytes)
}
