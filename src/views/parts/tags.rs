//! Tags: a coloured dot and the word. The colour follows from the word, so a tag looks the same everywhere.

use domain::text::fold;
use leptos::prelude::*;

const CLASSES: [&str; 5] = ["tag tag--green", "tag tag--violet", "tag tag--amber", "tag tag--red", "tag tag--blue"];

/// The classes of a tag. Case and accents make no other colour.
pub fn tag_class(tag: &str) -> &'static str {
    // FNV-1a: the same on every device and in every version.
    let hash = fold(tag).bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    CLASSES[hash as usize % CLASSES.len()]
}

#[component]
pub fn TagChip(tag: String) -> impl IntoView {
    let (class, title) = (tag_class(&tag), tag.clone());
    view! { <span class=class title=title><span>{tag}</span></span> }
}

/// Tags beside each other.
#[component]
pub fn TagList(#[prop(into)] tags: Signal<Vec<String>>) -> impl IntoView {
    view! { <For each=move || tags.get() key=Clone::clone let(tag)><TagChip tag/></For> }
}
