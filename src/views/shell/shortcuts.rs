//! Keys that work on every screen.

use leptos::prelude::*;

#[component]
pub fn Shortcuts() -> impl IntoView {}
