//! One lead: path, details, timeline.

use leptos::prelude::*;

#[component]
pub fn LeadPage() -> impl IntoView {}
