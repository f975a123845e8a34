//! E-mail addresses, phone numbers or handles: one row each, with its kind.

use domain::records::{Field, Shape};
use domain::values::ContactPoint;
use leptos::html;
use leptos::prelude::*;

use super::{InputMark, take_focus};
use crate::components::mounted::when_mounted;
use crate::components::{Icon, IconName};
use crate::i18n::{fields, record as words};
use crate::views::parts::entry::{Entry, kinds};

#[component]
pub fn PointsInput(field: Field, entry: RwSignal<Entry>, mark: InputMark) -> impl IntoView {
    let count = Memo::new(move |_| points(entry).len());
    // The row that takes the focus when it appears.
    let focused = StoredValue::new(mark.autofocus.then_some(0));
    let add = move |_| {
        focused.set_value(Some(count.get_untracked()));
        change(entry, |list| list.push(ContactPoint::new(kinds(field)[0], "")));
    };
    view! {
        <div class="stack stack--2" role="group" aria-label=move || fields::label(field)>
            <For each=move || 0..count.get() key=|at| *at let(at)>
                <PointRow field entry at mark=mark.clone() focused/>
            </For>
            <div>
                <button class="btn btn--ghost btn--sm" type="button" on:click=add>
                    <Icon name=IconName::Plus/>
                    {words::add_another}
                </button>
            </div>
        </div>
    }
}

#[component]
fn PointRow(field: Field, entry: RwSignal<Entry>, at: usize, mark: InputMark, focused: StoredValue<Option<usize>>) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    when_mounted(node, move |input| take_focus(&input, focused.get_value() == Some(at)));
    let options = kinds(field).iter().enumerate().map(|(position, kind)| {
        let kind = *kind;
        let chosen = move || kind_at(field, entry, at) == position;
        view! { <option value=position.to_string() prop:selected=chosen>{move || fields::point_kind(kind)}</option> }
    });
    let set_kind = move |event| {
        let chosen = event_target_value(&event).parse::<usize>().ok().and_then(|position| kinds(field).get(position).copied());
        change(entry, |list| {
            if let (Some(point), Some(kind)) = (list.get_mut(at), chosen) {
                point.kind = kind;
            }
        });
    };
    let set_value = move |event| {
        change(entry, |list| {
            if let Some(point) = list.get_mut(at) {
                point.value = event_target_value(&event);
            }
        });
    };
    let mode = match field.shape() {
        Shape::Emails => "email",
        Shape::Phones => "tel",
        _ => "text",
    };
    let id = if at == 0 { mark.id.clone() } else { format!("{}-{at}", mark.id) };
    view! {
        <div class="input-group">
            <select class="select" aria-label=move || words::kind_of(fields::label(field)) on:change=set_kind>
                {options.collect_view()}
            </select>
            <input
                node_ref=node
                class="input"
                id=id
                inputmode=mode
                autocomplete="off"
                autofocus=mark.autofocus && at == 0
                aria-label=move || words::nth(fields::label(field), at + 1)
                prop:value=move || points(entry).get(at).map(|point| point.value.clone()).unwrap_or_default()
                on:input=set_value
                aria-invalid=move || mark.invalid.get().then_some("true")
                aria-describedby=mark.error_id
            />
            <button
                class="btn btn--icon"
                type="button"
                aria-label=move || words::remove_nth(fields::label(field), at + 1)
                on:click=move |_| change(entry, |list| drop((at < list.len()).then(|| list.remove(at))))
            >
                <Icon name=IconName::X/>
            </button>
        </div>
    }
}

fn kind_at(field: Field, entry: RwSignal<Entry>, at: usize) -> usize {
    let kind = points(entry).get(at).map(|point| point.kind);
    kinds(field).iter().position(|offered| Some(*offered) == kind).unwrap_or_default()
}

fn points(entry: RwSignal<Entry>) -> Vec<ContactPoint> {
    entry.with(|entry| if let Entry::Points(list) = entry { list.clone() } else { Vec::new() })
}

fn change(entry: RwSignal<Entry>, write: impl FnOnce(&mut Vec<ContactPoint>)) {
    entry.update(|entry| {
        if let Entry::Points(list) = entry {
            write(list);
        }
    });
}
