//! Takes a conversion back (R82, B2). Where its results were used since, it says what is in the way and offers to reopen
//! the lead and keep them.

use domain::commands::{Command, Receipt, Undo};
use domain::ids::Id;
use domain::records::Kind;
use domain::rejection::{Block, Rejection};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::components::{Dialog, Icon, IconName};
use crate::dispatch::Failure;
use crate::i18n::{basics, record as words};
use crate::store::live_query::Live;
use crate::views::shell::actions::Actions;

/// The conversion of a lead that is in effect: the newest, or what did it again.
fn conversion(receipts: Vec<Receipt>, lead: Id) -> Option<Receipt> {
    receipts.into_iter().find(|receipt| receipt.action.converts().is_some_and(|conversion| conversion.lead == lead))
}

#[component]
pub fn UndoConversion(id: Id) -> impl IntoView {
    let live = expect_context::<Live>();
    let actions = Actions::use_actions();
    let receipt = live.query(&[Kind::Lead], move |set| conversion(set.history(id), id));
    let blocks = RwSignal::new(Vec::<Block>::new());
    let run = move |keep_results: bool| {
        let Some(receipt) = receipt.get_untracked() else { return };
        let command = Command::Undo(Undo { keep_results, ..Undo::of(&receipt) });
        spawn_local(async move {
            match actions.submit(command).await {
                Ok(_) => drop(blocks.try_set(Vec::new())),
                Err(Failure::Rejected(reasons)) => match blocks_of(&reasons) {
                    Some(found) => drop(blocks.try_set(found)),
                    None => actions.toasts.error(actions.explain(&Failure::Rejected(reasons))),
                },
                Err(failure) => actions.toasts.error(actions.explain(&failure)),
            }
        });
    };
    view! {
        <Show when=move || receipt.with(Option::is_some)>
            <button class="btn btn--sm" type="button" on:click=move |_| run(false)>
                <Icon name=IconName::Undo/>
                {words::undo_conversion}
            </button>
        </Show>
        <Show when=move || blocks.with(|blocks| !blocks.is_empty())>
            <Blocked blocks keep=Callback::new(move |()| run(true))/>
        </Show>
    }
}

fn blocks_of(reasons: &[Rejection]) -> Option<Vec<Block>> {
    reasons.iter().find_map(|reason| if let Rejection::UndoBlocked { blocks } = reason { Some(blocks.clone()) } else { None })
}

#[component]
fn Blocked(blocks: RwSignal<Vec<Block>>, keep: Callback<()>) -> impl IntoView {
    let actions = Actions::use_actions();
    let close = move || blocks.set(Vec::new());
    let said = move || actions.explain_one(&Rejection::UndoBlocked { blocks: blocks.get() });
    view! {
        <Dialog labelled_by="blocked-title" class="dialog--sm" on_close=close>
            <div class="dialog__form">
                <div class="dialog__head"><h2 class="dialog__title" id="blocked-title">{words::undo_conversion}</h2></div>
                <div class="dialog__body">
                    <div class="notice notice--warn">
                        <Icon name=IconName::Alert/>
                        <p class="fact__text">{said}</p>
                    </div>
                    <p class="small muted">{words::keep_results_hint}</p>
                </div>
                <div class="dialog__foot">
                    <span class="spacer"></span>
                    <button class="btn" type="button" autofocus=true on:click=move |_| close()>{basics::cancel}</button>
                    <button class="btn btn--primary" type="button" on:click=move |_| keep.run(())>{words::keep_results}</button>
                </div>
            </div>
        </Dialog>
    }
}
