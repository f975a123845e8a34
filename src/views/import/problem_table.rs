//! Every value that does not fit: row, column, value, reason, and what becomes of it.

use domain::import::Problem;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::download::download;
use super::scan::{LISTED, Scan};
use super::session::Session;
use crate::components::{Icon, IconName};
use crate::i18n::format;
use crate::i18n::import::{self as words, reasons};

/// Longer values are cut in the table; the file to download has them whole.
const SHOWN: usize = 120;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    All,
    Refused,
    Kept,
}

impl Sort {
    const ALL: [Self; 3] = [Self::All, Self::Refused, Self::Kept];

    fn name(self) -> &'static str {
        match self {
            Self::All => words::filter_all(),
            Self::Refused => words::filter_refused(),
            Self::Kept => words::filter_kept(),
        }
    }

    fn count(self, scan: &Scan) -> usize {
        match self {
            Self::All => scan.refused.count + scan.kept.count,
            Self::Refused => scan.refused.count,
            Self::Kept => scan.kept.count,
        }
    }

    fn first(self, scan: &Scan) -> Vec<Problem> {
        match self {
            Self::All => scan.first(),
            Self::Refused => scan.refused.first.clone(),
            Self::Kept => scan.kept.first.clone(),
        }
    }
}

#[component]
pub fn ProblemTable() -> impl IntoView {
    let session = expect_context::<Session>();
    let scan = session.scan;
    let sort = RwSignal::new(Sort::All);
    let problems = Memo::new(move |_| scan.with(|scan| sort.get().first(scan)));
    let more = move || scan.with(|scan| sort.get().count(scan)).saturating_sub(LISTED);
    view! {
        <div class="problems">
            <div class="problems__head">
                <h3 class="section__title" id="problems-title">{words::problems}</h3>
                <div class="segmented" role="group" aria-label=words::show>
                    {Sort::ALL
                        .map(|one| {
                            view! {
                                <button
                                    type="button"
                                    aria-pressed=move || (sort.get() == one).to_string()
                                    on:click=move |_| sort.set(one)
                                >
                                    {move || one.name()}
                                    <span class="tnum quiet">{move || format::count(scan.with(|scan| one.count(scan)))}</span>
                                </button>
                            }
                        })
                        .collect_view()}
                </div>
                <DownloadRefused/>
            </div>
            <div class="table__scroll" tabindex="0" role="region" aria-labelledby="problems-title">
                <table class="table problems__table">
                    <caption class="visually-hidden">{words::problems_caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col" class="num">{words::row}</th>
                            <th scope="col">{words::column}</th>
                            <th scope="col">{words::value}</th>
                            <th scope="col">{words::reason}</th>
                            <th scope="col">{words::consequence}</th>
                        </tr>
                    </thead>
                    <tbody>{move || problems.get().into_iter().map(problem_row).collect_view()}</tbody>
                </table>
            </div>
            <Show when=move || { more() > 0 }><p class="small muted">{move || words::and_more(more())}</p></Show>
        </div>
    }
}

fn problem_row(problem: Problem) -> impl IntoView {
    let Problem { row, column, value, reason, kept, .. } = problem;
    let whole = column.is_empty();
    let short: String = if value.chars().count() > SHOWN { value.chars().take(SHOWN).chain(['…']).collect() } else { value };
    view! {
        <tr>
            <th scope="row" class="num">{move || format::count(row)}</th>
            <td>
                {if whole { view! { <span class="quiet">{words::whole_row}</span> }.into_any() } else { column.into_any() }}
            </td>
            <td class="problems__value">{short}</td>
            <td>{move || reasons::reason(&reason)}</td>
            <td>
                {if kept {
                    view! { <span class="badge"><Icon name=IconName::Note/>{words::badge_kept}</span> }.into_any()
                } else {
                    view! { <span class="badge badge--warning"><Icon name=IconName::Alert/>{words::badge_refused}</span> }.into_any()
                }}
            </td>
        </tr>
    }
}

/// A file of the rows that were not or will not be imported; nothing where there are none.
#[component]
fn DownloadRefused() -> impl IntoView {
    let session = expect_context::<Session>();
    let refused = Memo::new(move |_| session.scan.with(|scan| scan.tally.refused));
    let busy = RwSignal::new(false);
    let start = move |_| {
        if !busy.get_untracked() {
            busy.set(true);
            spawn_local(async move {
                download(session).await;
                // The step may have been left meanwhile.
                let _ = busy.try_set(false);
            });
        }
    };
    view! {
        <Show when=move || { refused.get() > 0 }>
            <button class="btn btn--sm" type="button" aria-disabled=move || busy.get().then_some("true") on:click=start>
                <Icon name=IconName::File/>
                {move || words::download_n(refused.get())}
            </button>
        </Show>
    }
}
