//! The sheet of all keys that work now, and the hint while a pair of keys is half typed.

use leptos::prelude::*;

use super::{Scope, Scopes, Shortcut, caps};
use crate::components::{Dialog, Icon, IconName};
use crate::i18n::{basics, shortcuts as words};
use crate::views::shell::flows::Flows;
use crate::views::shell::preferences::Preferences;

#[component]
pub fn Sheet() -> impl IntoView {
    let flows = Flows::use_flows();
    let close = move || flows.shortcut_sheet.set(false);
    // The screen's own keys first.
    let groups = expect_context::<Scopes>().list.get_value().into_iter().rev().map(group).collect_view();
    view! {
        <Dialog labelled_by="shortcuts-title" class="dialog--sm" on_close=close>
            <div class="dialog__head">
                <h2 class="dialog__title" id="shortcuts-title">{words::title}</h2>
                <span class="spacer"></span>
                <button class="btn btn--ghost btn--icon btn--sm" type="button" autofocus=true aria-label=basics::close on:click=move |_| close()>
                    <Icon name=IconName::X/>
                </button>
            </div>
            <div class="dialog__body">
                {groups}
                <SingleKeys/>
            </div>
        </Dialog>
    }
}

fn group(scope: Scope) -> impl IntoView {
    let rows = scope.table.iter().map(row).collect_view();
    view! {
        <section>
            <h3 class="shortcuts__head">{scope.title}</h3>
            <div class="shortcuts">{rows}</div>
        </section>
    }
}

fn row(shortcut: &'static Shortcut) -> impl IntoView {
    let ways = shortcut.keys.iter().map(|keys| {
        let caps = caps(keys).into_iter().map(|cap| view! { <kbd>{cap}</kbd> }).collect_view();
        view! { <span class="shortcuts__keys">{caps}</span> }
    });
    let ways: Vec<_> = ways.collect();
    view! {
        <div class="shortcuts__row">
            <span>{shortcut.label}</span>
            <span class="shortcuts__ways">{ways}</span>
        </div>
    }
}

/// WCAG 2.1.4: keys that are one letter can be turned off.
#[component]
fn SingleKeys() -> impl IntoView {
    let preferences = expect_context::<Preferences>();
    view! {
        <div>
            <label class="switch">
                <input
                    class="check"
                    type="checkbox"
                    prop:checked=move || preferences.single_keys.get()
                    on:change=move |event| preferences.set_single_keys(event_target_checked(&event))
                />
                <span>{words::single_keys}</span>
            </label>
            <p class="hint">{words::single_keys_hint}</p>
        </div>
    }
}

/// What the second key may be, as long as it is awaited.
#[component]
pub fn KeyHint(first: RwSignal<Option<String>>) -> impl IntoView {
    let scopes = expect_context::<Scopes>();
    let ways = move || {
        let first = first.get()?;
        let tables = scopes.list.get_value().into_iter().flat_map(|scope| scope.table);
        let found = tables.flat_map(|shortcut| shortcut.keys.iter().map(move |keys| (keys, shortcut.label)));
        let seconds = found.filter_map(|(keys, label)| keys.split_once(' ').filter(|(one, _)| *one == first).map(|(_, two)| (two, label)));
        Some(seconds.map(|(key, label)| view! { <span class="inline"><kbd>{key.to_uppercase()}</kbd> {label}</span> }).collect_view())
    };
    view! {
        <div class="keyhint" role="status" hidden=move || first.get().is_none()>
            {ways}
        </div>
    }
}
