//! Organizations: list and record.

mod record;

use leptos::prelude::*;

pub use record::OrganizationPage;

#[component]
pub fn Organizations() -> impl IntoView {}
