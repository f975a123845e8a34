//! A postal address, part by part.

use domain::values::Address;
use leptos::html;
use leptos::prelude::*;

use super::{InputMark, take_focus};
use crate::components::mounted::when_mounted;
use crate::i18n::{Message, fields};
use crate::views::parts::entry::Entry;

type Part = fn(&mut Address) -> &mut String;

#[component]
pub fn AddressInput(entry: RwSignal<Entry>, mark: InputMark) -> impl IntoView {
    let parts: [(Part, Message, &'static str); 5] = [
        (|address| &mut address.street, fields::street, "col-6"),
        (|address| &mut address.postal_code, fields::postal_code, "col-2"),
        (|address| &mut address.city, fields::city, "col-4"),
        (|address| &mut address.region, fields::region, "col-3"),
        (|address| &mut address.country, fields::country, "col-3"),
    ];
    let inputs = parts.into_iter().enumerate().map(|(at, (part, label, class))| {
        // The field's own label leads to the first part.
        let id = if at == 0 { mark.id.clone() } else { format!("{}-{at}", mark.id) };
        let first = mark.autofocus && at == 0;
        let node = NodeRef::<html::Input>::new();
        when_mounted(node, move |input| take_focus(&input, first));
        let invalid = mark.invalid;
        view! {
            <div class=class>
                <label class="label" for=id.clone()>{label}</label>
                <input
                    node_ref=node
                    class="input"
                    id=id
                    autocomplete="off"
                    autofocus=first
                    prop:value=move || read(entry, part)
                    on:input=move |event| write(entry, part, event_target_value(&event))
                    aria-invalid=move || invalid.get().then_some("true")
                    aria-describedby=mark.error_id.clone()
                />
            </div>
        }
    });
    view! { <div class="form-grid">{inputs.collect_view()}</div> }
}

fn read(entry: RwSignal<Entry>, part: Part) -> String {
    entry.with(|entry| if let Entry::Address(address) = entry { part(&mut address.clone()).clone() } else { String::new() })
}

fn write(entry: RwSignal<Entry>, part: Part, text: String) {
    entry.update(|entry| {
        if let Entry::Address(address) = entry {
            *part(address) = text;
        }
    });
}
