//! Checking an activity off, wherever it is shown.

use domain::commands::{Command, EditRecords};
use domain::ids::Id;
use domain::records::Field;
use domain::values::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, MouseEvent};

use crate::clock;
use crate::i18n::story as words;
use crate::views::shell::actions::Actions;
use crate::views::shell::toasts::Toast;

/// Marks it done now, or open again; `then` follows when it is stored.
pub fn set_done(actions: Actions, id: Id, done: bool, then: impl FnOnce() + 'static) {
    let value = done.then(|| Value::Time(clock::now()));
    let command = Command::EditRecords(EditRecords::one(id, Field::DoneAt, value));
    spawn_local(async move {
        match actions.dispatch.run(command).await {
            Ok(receipt) => {
                let name = actions.name(id);
                let said = if done { words::did_check_off(name) } else { words::did_reopen_step(name) };
                actions.toasts.remember(&receipt);
                actions.toasts.show(Toast::new(said).undo(receipt));
                then();
            }
            Err(failure) => actions.toasts.error(actions.explain(&failure)),
        }
    });
}

/// Where the focus goes when the row of the pressed button leaves its list: the same button of the next row, else of
/// the one before, else the element with the id `otherwise`.
pub fn step_focus(event: &MouseEvent, class: &'static str, otherwise: &'static str) -> impl FnOnce() + 'static {
    let row = event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|target| target.closest("li").ok()?);
    let button = |row: Option<Element>| row.and_then(|row| row.query_selector(&format!(".{class}")).ok()?);
    let next = row.as_ref().and_then(|row| button(row.next_element_sibling()).or_else(|| button(row.previous_element_sibling())));
    move || {
        let page = web_sys::window().and_then(|window| window.document());
        let fallback = || page.and_then(|page| page.get_element_by_id(otherwise));
        let target = next.filter(|next| next.is_connected()).or_else(fallback);
        if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
            // What is in the page can take the focus.
            let _ = target.focus();
        }
    }
}
