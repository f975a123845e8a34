//! The rows that are not imported, as a file to mend and to import again.

use std::sync::Arc;

use domain::import::{Problem, RowOutcome, RowReader};
use leptos::prelude::*;

use super::open_file::OpenFile;
use super::session::Session;
use super::workspace::context;
use crate::i18n::import::{self as words, reasons};
use crate::import::{RefusedRow, Row, write_csv};
use crate::pace::Pace;
use crate::views::parts::save_file::save_file;

/// Reads the file once more: keeping the rows from the start would keep most of it twice.
pub async fn download(session: Session) {
    let Some(file) = session.file.get_untracked() else { return };
    let refused = refused_rows(session, &file).await;
    let explained: Vec<(Row, String, String)> = refused.into_iter().map(|(row, problems)| explain(row, &problems)).collect();
    let rows: Vec<RefusedRow> =
        explained.iter().map(|(row, columns, reason)| RefusedRow { number: row.number, cells: &row.cells, columns, reason }).collect();
    let titles = [words::row(), words::column(), words::reason()];
    let bytes = write_csv(file.rows.format.delimiter, &file.rows.header, titles, &rows);
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    save_file(&bytes, &words::download_name(stem));
}

async fn refused_rows(session: Session, file: &Arc<OpenFile>) -> Vec<(Row, Vec<Problem>)> {
    let mapping = session.choices.with_untracked(|choices| choices.mapping(file));
    let formats = session.choices.with_untracked(|choices| choices.formats.formats);
    let mut reader = RowReader::new(mapping, formats, context(session));
    let (mut refused, mut pace) = (Vec::new(), Pace::start());
    for row in file.rows.rows() {
        if let RowOutcome::Refused { problems } = reader.read(row.number, &row.cells) {
            refused.push((row, problems));
        }
        pace.breathe().await;
    }
    refused
}

fn explain(row: Row, problems: &[Problem]) -> (Row, String, String) {
    let columns: Vec<&str> = problems.iter().map(|problem| problem.column.as_str()).filter(|column| !column.is_empty()).collect();
    let reasons: Vec<String> = problems.iter().map(|problem| reasons::reason(&problem.reason)).collect();
    (row, columns.join(", "), reasons.join("; "))
}
