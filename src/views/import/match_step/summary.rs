//! What stands in the way of the next step, and how many columns go where.

use domain::import::{MappingProblem, Target};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};

use super::column_row::select_id;
use super::targets::target_name;
use crate::components::{Icon, IconName};
use crate::i18n::format;
use crate::i18n::import as words;
use crate::views::import::session::Session;

/// The errors of the table once more, as links to their fields.
#[component]
pub fn ErrorSummary(problems: Memo<Vec<MappingProblem>>, node: NodeRef<html::Div>) -> impl IntoView {
    let heading = move || {
        problems.with(|problems| match problems.as_slice() {
            [MappingProblem::NoNameOrOrganization] => words::nobody_heading().to_owned(),
            [_] => words::one_decision().to_owned(),
            several => words::n_decisions(format::count(several.len())),
        })
    };
    let session = expect_context::<Session>();
    let links = move || {
        let link = |problem| {
            let (at, text) = link_of(session, problem);
            let id = select_id(at);
            let href = format!("#{id}");
            view! {
                <li>
                    <a
                        href=href
                        on:click=move |event| {
                            event.prevent_default();
                            focus(&id);
                        }
                    >
                        {text}
                    </a>
                </li>
            }
        };
        problems.get().into_iter().map(link).collect_view()
    };
    view! {
        <div class="wizard__errors" role="alert">
            <Show when=move || problems.with(|problems| !problems.is_empty())>
                <div node_ref=node class="errsum" tabindex="-1">
                    <h3><Icon name=IconName::Alert/>{heading}</h3>
                    <ul>{links}</ul>
                </div>
            </Show>
        </div>
    }
}

fn link_of(session: Session, problem: MappingProblem) -> (usize, String) {
    match problem {
        MappingProblem::UsedTwice { target, first, second } => {
            (second.0, words::both_go_to(second.1, first.1, target_name(session, target)))
        }
        MappingProblem::NoNameOrOrganization => (0, words::nobody().to_owned()),
    }
}

fn focus(id: &str) {
    let element = window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A select in the page can always take the focus.
        let _ = element.focus();
    }
}

#[component]
pub fn ColumnSummary() -> impl IntoView {
    let session = expect_context::<Session>();
    let count =
        move |fits: fn(Target) -> bool| session.choices.with(|choices| choices.columns.iter().filter(|column| fits(column.target)).count());
    let matched = move || count(|target| !matches!(target, Target::KeepAsNote | Target::LeaveOut));
    let all = move || count(|_| true);
    let scan = session.scan;
    view! {
        <div class="tally">
            <div>
                <span>{words::columns_matched}</span>
                <b class="tnum">{move || words::of(format::count(matched()), format::count(all()))}</b>
            </div>
            <div>
                <span class="muted">{words::columns_noted}</span>
                <span class="tnum">{move || format::count(count(|target| target == Target::KeepAsNote))}</span>
            </div>
            <div>
                <span class="muted">{words::columns_left_out}</span>
                <span class="tnum">{move || format::count(count(|target| target == Target::LeaveOut))}</span>
            </div>
            <div>
                <span class="muted">{words::names_present}</span>
                {move || match scan.with(|scan| (scan.done, scan.nameless)) {
                    (false, _) => view! { <span class="quiet">"…"</span> }.into_any(),
                    (true, 0) => {
                        view! { <span class="badge badge--success"><Icon name=IconName::Check/>{words::all_rows}</span> }.into_any()
                    }
                    (true, without) => {
                        view! { <span class="badge badge--warning"><Icon name=IconName::Alert/>{move || words::n_without(without)}</span> }
                            .into_any()
                    }
                }}
            </div>
        </div>
    }
}
