//! The lead inbox: list, filters, preview.

use leptos::prelude::*;

#[component]
pub fn Inbox() -> impl IntoView {}
