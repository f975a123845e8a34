//! The rows that are not imported, as a file to mend and to import again.

use std::sync::Arc;

use domain::import::{Problem, RowOutcome, RowReader};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

use super::open_file::OpenFile;
use super::session::Session;
use super::workspace::context;
use crate::i18n::import::{self as words, reasons};
use crate::import::{RefusedRow, Row, write_csv};
use crate::pace::Pace;

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
    save(&bytes, &words::download_name(stem));
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

/// Gives the browser a file to keep.
fn save(bytes: &[u8], name: &str) {
    let options = BlobPropertyBag::new();
    options.set_type("text/csv;charset=utf-8");
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    let Some(url) = blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else { return };
    let link = window().and_then(|window| window.document()).and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // Not at once: the browser fetches it after the click.
    set_timeout(move || drop(Url::revoke_object_url(&url)), std::time::Duration::from_secs(60));
}
