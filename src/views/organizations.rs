//! Organizations: list and record.

use leptos::prelude::*;

#[component]
pub fn Organizations() -> impl IntoView {}

#[component]
pub fn OrganizationPage() -> impl IntoView {}
