//! The second step: how the file is read, and which column goes where.

mod column_row;
mod effect;
mod every_row;
mod format_selects;
mod preview;
mod summary;
mod targets;

use domain::import::{MappingProblem, mapping_problems};
use leptos::html;
use leptos::prelude::*;

use self::column_row::ColumnRow;
use self::every_row::EveryRow;
use self::format_selects::FormatSelects;
use self::preview::RowPreview;
use self::summary::{ColumnSummary, ErrorSummary};
use super::StepHeading;
use super::file_step::ChooseFile;
use super::session::{Session, Stage};
use crate::components::{Icon, IconName};
use crate::i18n::{basics, import as words};

#[component]
pub fn MatchStep() -> impl IntoView {
    let session = expect_context::<Session>();
    let problems = Memo::new(move |_| mapping_problems(&session.mapping()));
    let summary = NodeRef::<html::Div>::new();
    let check = move |_| {
        if problems.with_untracked(Vec::is_empty) {
            session.go(Stage::Check);
        } else if let Some(summary) = summary.get_untracked() {
            // It is in the page, and has a tabindex.
            let _ = summary.focus();
        }
    };
    view! {
        <div class="wizard__cols">
            <div class="wizard__main">
                <FileHead/>
                <FormatSelects/>
                <ErrorSummary problems node=summary/>
                <ColumnTable problems/>
            </div>
            <aside class="wizard__side" aria-label=words::side>
                <RowPreview/>
                <EveryRow/>
                <ColumnSummary/>
            </aside>
        </div>
        <footer class="view__footer">
            <button class="btn" type="button" on:click=move |_| session.go(Stage::File)>{basics::back}</button>
            <span class="spacer"></span>
            <button class="btn btn--primary" type="button" on:click=check>
                {move || match session.scan.with(|scan| (scan.done, scan.tally.read)) {
                    (true, rows) => words::check_n(rows),
                    _ => words::check_rows().to_owned(),
                }}
            </button>
        </footer>
    }
}

/// Name and size of the file, and the way to another one.
#[component]
fn FileHead() -> impl IntoView {
    let session = expect_context::<Session>();
    let name = move || session.file.get().map(|file| file.name.clone()).unwrap_or_default();
    let columns = move || session.choices.with(|choices| choices.columns.len());
    let size = move || match session.scan.with(|scan| (scan.done, scan.tally.read)) {
        (true, rows) => words::rows_and_columns(words::n_rows(rows), words::n_columns(columns())),
        _ => words::counting().to_owned(),
    };
    view! {
        <div class="wizard__file">
            <span class="avatar avatar--lg avatar--org" aria-hidden="true"><Icon name=IconName::File large=true/></span>
            <div>
                <StepHeading class="truncate">{name}</StepHeading>
                <p class="small muted" role="status">{size} " " {words::no_lead_saved}</p>
            </div>
            <ChooseFile label=words::choose_another/>
        </div>
    }
}

#[component]
fn ColumnTable(problems: Memo<Vec<MappingProblem>>) -> impl IntoView {
    let session = expect_context::<Session>();
    // Another name or other cells make another row; another choice does not.
    let columns = Memo::new(move |_| {
        let Some(file) = session.file.get() else { return Vec::new() };
        let count = session.choices.with(|choices| choices.columns.len());
        (0..count)
            .map(|at| {
                let samples: Vec<String> = distinct(file.values(at), 3).map(str::to_owned).collect();
                (at, file.column(at), samples)
            })
            .collect()
    });
    view! {
        <table class="map" id="map">
            <caption class="visually-hidden">{words::map_caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::column_in_file}</th>
                    <th scope="col"><span class="visually-hidden">{words::goes_to}</span></th>
                    <th scope="col">{words::lead_field}</th>
                    <th scope="col">{words::how_matched}</th>
                </tr>
            </thead>
            <tbody>
                <For each=move || columns.get() key=Clone::clone let((at, name, samples))>
                    <ColumnRow at name samples problems/>
                </For>
            </tbody>
        </table>
    }
}

/// The first different values.
fn distinct<'a>(values: impl Iterator<Item = &'a str>, count: usize) -> impl Iterator<Item = &'a str> {
    let mut seen: Vec<&str> = Vec::new();
    values
        .filter(move |value| {
            let new = !seen.contains(value);
            seen.push(value);
            new
        })
        .take(count)
}
