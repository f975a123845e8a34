//! Recent changes: what was done here, each with its way back.

use leptos::prelude::*;

#[component]
pub fn Changes() -> impl IntoView {}
