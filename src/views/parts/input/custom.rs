//! Inputs that only custom fields have: one of some options, several of them, yes or no.

use domain::records::{CustomField, Field};
use domain::values::FieldType;
use leptos::html;
use leptos::prelude::*;

use super::select::Choice;
use super::{InputMark, line, take_focus};
use crate::components::mounted::when_mounted;
use crate::i18n::basics;
use crate::store::live_query::Live;
use crate::views::parts::custom::label_of;
use crate::views::parts::entry::{Entry, NO, YES};

/// None for types whose input a standard field has as well.
pub fn own_input(custom: &CustomField, entry: RwSignal<Entry>, mark: InputMark) -> Option<AnyView> {
    Some(match custom.holds {
        FieldType::Choice => {
            let options = with_chosen(&custom.options, &[untrack(|| line(entry))]);
            let options = Signal::stored(options.into_iter().map(|option| (option.clone(), option)).collect::<Vec<_>>());
            view! { <Choice entry mark options clearable=true/> }.into_any()
        }
        FieldType::YesNo => {
            let options = || vec![(YES.to_owned(), basics::yes().to_owned()), (NO.to_owned(), basics::no().to_owned())];
            view! { <Choice entry mark options=Signal::derive(options) clearable=true/> }.into_any()
        }
        FieldType::MultipleChoice => {
            let options = with_chosen(&custom.options, &untrack(|| chosen(entry)));
            view! { <Checks field=custom.field() options entry mark/> }.into_any()
        }
        _ => return None,
    })
}

/// What was chosen once stays to be seen, also where it is offered no more.
fn with_chosen(options: &[String], chosen: &[String]) -> Vec<String> {
    let old = chosen.iter().filter(|text| !text.is_empty() && !options.contains(text));
    options.iter().chain(old).cloned().collect()
}

fn chosen(entry: RwSignal<Entry>) -> Vec<String> {
    entry.with(|entry| if let Entry::Tags { tags, .. } = entry { tags.clone() } else { Vec::new() })
}

#[component]
fn Checks(field: Field, options: Vec<String>, entry: RwSignal<Entry>, mark: InputMark) -> impl IntoView {
    let live = expect_context::<Live>();
    let first = NodeRef::<html::Input>::new();
    when_mounted(first, move |input| take_focus(&input, mark.autofocus));
    let order = StoredValue::new(options.clone());
    let set = move |option: &str, on: bool| {
        let mut all = chosen(entry);
        all.retain(|text| text != option);
        all.extend(on.then(|| option.to_owned()));
        let tags = order.with_value(|order| order.iter().filter(|option| all.contains(option)).cloned().collect());
        entry.set(Entry::Tags { tags, typed: String::new() });
    };
    let (invalid, error_id) = (mark.invalid, mark.error_id);
    let check = |(at, option): (usize, String)| {
        let (this, name) = (option.clone(), option.clone());
        let node = if at == 0 { first } else { NodeRef::new() };
        view! {
            <label class="switch">
                <input
                    node_ref=node
                    class="check"
                    type="checkbox"
                    prop:checked=move || chosen(entry).contains(&this)
                    on:change=move |event| set(&option, event_target_checked(&event))
                    aria-invalid=move || invalid.get().then_some("true")
                    aria-describedby=error_id.clone()
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <div class="checks" role="group" id=mark.id tabindex="-1" aria-label=move || label_of(live, field)>
            {options.into_iter().enumerate().map(check).collect_view()}
        </div>
    }
}
