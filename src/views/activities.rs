//! What is to be done: overdue, today, later.

use leptos::prelude::*;

#[component]
pub fn Agenda() -> impl IntoView {}
