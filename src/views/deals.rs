//! Deals: the pipeline and the record.

use leptos::prelude::*;

#[component]
pub fn Pipeline() -> impl IntoView {}

#[component]
pub fn DealPage() -> impl IntoView {}
