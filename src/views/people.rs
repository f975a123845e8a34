//! People: list and record.

use leptos::prelude::*;

#[component]
pub fn People() -> impl IntoView {}

#[component]
pub fn PersonPage() -> impl IntoView {}
