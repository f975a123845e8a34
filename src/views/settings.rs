//! Settings of this browser and of the workspace.

use leptos::prelude::*;

#[component]
pub fn SettingsPage() -> impl IntoView {}
