//! People: list and record.

mod record;

use leptos::prelude::*;

pub use record::{PersonPage, contact_kind};

#[component]
pub fn People() -> impl IntoView {}
