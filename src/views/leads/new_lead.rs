//! A new lead by hand.

use leptos::prelude::*;

#[component]
pub fn NewLeadHost() -> impl IntoView {}
