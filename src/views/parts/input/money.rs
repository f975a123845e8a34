//! An amount with its currency. The reading is echoed, because `48k` and `48.000` are welcome.

use leptos::html;
use leptos::prelude::*;

use super::{InputMark, take_focus};
use crate::components::mounted::when_mounted;
use crate::i18n::{amounts, format, record as words};
use crate::views::parts::entry::Entry;

/// Currencies that are offered first; the record's own is always among them.
const OFFERED: &[&str] = &["EUR", "CHF", "USD", "GBP", "DKK", "NOK", "SEK", "PLN", "CZK", "HUF", "JPY"];

#[component]
pub fn MoneyInput(entry: RwSignal<Entry>, mark: InputMark) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    when_mounted(node, move |input| take_focus(&input, mark.autofocus));
    let (_, own) = untrack(|| parts(entry));
    let codes = OFFERED.iter().map(|code| (*code).to_owned()).chain((!OFFERED.contains(&own.as_str())).then_some(own));
    let options = codes.map(|code| {
        let value = code.clone();
        let chosen = move || parts(entry).1 == value;
        view! { <option value=code.clone() prop:selected=chosen>{code.clone()}</option> }
    });
    let reading = move || {
        let (amount, currency) = parts(entry);
        let money = amounts::parse(&amount, currency.parse().ok()?)?;
        let said = format::money(money);
        (said != amount).then_some(said)
    };
    view! {
        <div class="input-group">
            <select
                class="select"
                aria-label=words::currency
                on:change=move |event| change(entry, |_, currency| *currency = event_target_value(&event))
            >
                {options.collect_view()}
            </select>
            <input
                node_ref=node
                class="input tnum"
                id=mark.id
                inputmode="decimal"
                autocomplete="off"
                autofocus=mark.autofocus
                prop:value=move || parts(entry).0
                on:input=move |event| change(entry, |amount, _| *amount = event_target_value(&event))
                aria-invalid=move || mark.invalid.get().then_some("true")
                aria-describedby=mark.error_id
            />
        </div>
        <p class="hint tnum">{reading}</p>
    }
}

fn parts(entry: RwSignal<Entry>) -> (String, String) {
    entry.with(|entry| match entry {
        Entry::Money { amount, currency } => (amount.clone(), currency.clone()),
        _ => Default::default(),
    })
}

fn change(entry: RwSignal<Entry>, write: impl FnOnce(&mut String, &mut String)) {
    entry.update(|entry| {
        if let Entry::Money { amount, currency } = entry {
            write(amount, currency);
        }
    });
}
