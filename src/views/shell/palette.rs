//! Search over everything, and commands by name.

use leptos::prelude::*;

#[component]
pub fn PaletteHost() -> impl IntoView {}
