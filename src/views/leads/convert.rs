//! Convert lead to deal: decisions on the left, what will happen on the right.

use leptos::prelude::*;

#[component]
pub fn ConvertHost() -> impl IntoView {}
