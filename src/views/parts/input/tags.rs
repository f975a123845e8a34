//! Tags: those there are, and a line for more. Enter or a comma adds what was typed.

use domain::text::fold;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::{InputMark, take_focus};
use crate::components::mounted::when_mounted;
use crate::components::{Icon, IconName};
use crate::i18n::record as words;
use crate::store::live_query::Live;
use crate::views::parts::entry::Entry;
use crate::views::parts::tags::tag_class;

/// Suggestions at most.
const OFFERED: usize = 100;

#[component]
pub fn TagInput(entry: RwSignal<Entry>, mark: InputMark) -> impl IntoView {
    let live = expect_context::<Live>();
    let node = NodeRef::<html::Input>::new();
    when_mounted(node, move |input| take_focus(&input, mark.autofocus));
    let list_id = format!("{}-known", mark.id);
    let known: Vec<String> = live.read(|set| set.known_tags()).into_iter().take(OFFERED).collect();
    let keys = move |event: KeyboardEvent| {
        let (tags, typed) = parts(entry);
        match event.key().as_str() {
            "Enter" | "," if !typed.trim().is_empty() && !event.is_composing() && !event.ctrl_key() && !event.meta_key() => {
                event.prevent_default();
                event.stop_propagation();
                add(entry);
            }
            "Backspace" if typed.is_empty() && !tags.is_empty() => change(entry, |tags, _| drop(tags.pop())),
            _ => {}
        }
    };
    view! {
        <div class="stack stack--2">
            <div class="cluster" role="list" hidden=move || parts(entry).0.is_empty()>
                <For each=move || parts(entry).0 key=Clone::clone let(tag)>
                    <ChosenTag entry tag/>
                </For>
            </div>
            <input
                node_ref=node
                class="input"
                id=mark.id
                list=list_id.clone()
                autocomplete="off"
                autofocus=mark.autofocus
                placeholder=words::add_tag_hint
                prop:value=move || parts(entry).1
                on:input=move |event| change(entry, |_, typed| *typed = event_target_value(&event))
                on:keydown=keys
                aria-invalid=move || mark.invalid.get().then_some("true")
                aria-describedby=mark.error_id
            />
            <datalist id=list_id>{known.into_iter().map(|tag| view! { <option value=tag></option> }).collect_view()}</datalist>
        </div>
    }
}

#[component]
fn ChosenTag(entry: RwSignal<Entry>, tag: String) -> impl IntoView {
    let (name, gone, class) = (tag.clone(), tag.clone(), tag_class(&tag));
    view! {
        <span role="listitem" class=class>
            <span>{tag}</span>
            <button
                class="tag__remove"
                type="button"
                aria-label=move || words::remove_tag(&name)
                on:click=move |_| change(entry, |tags, _| tags.retain(|tag| *tag != gone))
            >
                <Icon name=IconName::X small=true/>
            </button>
        </span>
    }
}

/// What was typed becomes a tag, unless it is there in another spelling.
fn add(entry: RwSignal<Entry>) {
    change(entry, |tags, typed| {
        let tag = std::mem::take(typed).trim().to_owned();
        if !tag.is_empty() && !tags.iter().any(|have| fold(have) == fold(&tag)) {
            tags.push(tag);
        }
    });
}

fn parts(entry: RwSignal<Entry>) -> (Vec<String>, String) {
    entry.with(|entry| match entry {
        Entry::Tags { tags, typed } => (tags.clone(), typed.clone()),
        _ => Default::default(),
    })
}

fn change(entry: RwSignal<Entry>, write: impl FnOnce(&mut Vec<String>, &mut String)) {
    entry.update(|entry| {
        if let Entry::Tags { tags, typed } = entry {
            write(tags, typed);
        }
    });
}
