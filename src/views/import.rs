//! Import leads from a file, in four steps.

use leptos::prelude::*;

#[component]
pub fn ImportPage() -> impl IntoView {}
