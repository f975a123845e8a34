//! When an element has come into the page.

use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Runs once, as soon as the element stands in the page; not again when it is drawn anew.
pub fn when_mounted<E>(node: NodeRef<E>, run: impl FnOnce(E::Output) + 'static)
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + 'static,
{
    let mut run = Some(run);
    Effect::new(move |_| {
        if let Some(element) = node.get()
            && let Some(run) = run.take()
        {
            untrack(|| run(element));
        }
    });
}
