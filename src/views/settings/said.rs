//! Changes of the set-up, said in words of their own.

use domain::commands::{Command, Receipt};
use wasm_bindgen_futures::spawn_local;

use crate::views::shell::actions::Actions;
use crate::views::shell::toasts::Toast;

/// Carries a change out and says it in these words, with Undo. `refused` follows where it is refused.
pub fn run_said(actions: Actions, command: Command, said: String, then: impl FnOnce(&Receipt) + 'static, refused: impl FnOnce() + 'static) {
    spawn_local(async move {
        match actions.dispatch.run(command).await {
            Ok(receipt) => {
                actions.toasts.remember(&receipt);
                actions.toasts.show(Toast::new(said).undo(receipt.clone()));
                then(&receipt);
            }
            Err(failure) => {
                actions.toasts.error(actions.explain(&failure));
                refused();
            }
        }
    });
}
