//! Deals: the pipeline and the record.

mod record;

use leptos::prelude::*;

pub use record::DealPage;

#[component]
pub fn Pipeline() -> impl IntoView {}
