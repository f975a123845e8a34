//! Archiving with a reason: one of a few, or the user's own words (R6).

use domain::text::fold;
use leptos::prelude::*;

use crate::components::{Choice, Icon, IconName, Picker};
use crate::i18n::{inbox as words, record};

/// A button that asks for the reason and hands it on. For any screen with a lead.
#[component]
pub fn ArchivePicker(
    #[prop(into)] id: String,
    #[prop(into)] on_reason: Callback<String>,
    #[prop(default = "btn btn--sm")] class: &'static str,
    /// For opening it by a key.
    #[prop(default = RwSignal::new(false))]
    open: RwSignal<bool>,
    #[prop(default = "e")] keyshortcuts: &'static str,
) -> impl IntoView {
    view! {
        <Picker
            id
            class
            label=Signal::derive(|| words::archive().to_owned())
            hint=Signal::derive(|| words::archive_reason().to_owned())
            nothing=Signal::derive(String::new)
            find=Callback::new(|text: String| choices(&text))
            on_pick=Callback::new(move |choice: Choice| on_reason.run(choice.text().to_owned()))
            open
            keyshortcuts
        >
            <Icon name=IconName::Archive/>
            <span class="txt">{words::archive}</span>
        </Picker>
    }
}

/// The reasons offered for parking a lead, in the user's language.
pub fn reasons() -> [&'static str; 8] {
    [
        words::reason_no_interest(),
        words::reason_no_answer(),
        words::reason_no_fit(),
        words::reason_budget(),
        words::reason_later(),
        record::reason_competitor(),
        words::reason_duplicate(),
        words::reason_wrong_data(),
    ]
}

fn choices(text: &str) -> Vec<Choice> {
    let wanted = fold(text);
    let known = reasons().into_iter().filter(|reason| fold(reason).contains(&wanted)).map(|reason| Choice::new(reason, reason));
    let mut found: Vec<Choice> = known.collect();
    let text = text.trim();
    if !text.is_empty() && found.iter().all(|choice| fold(&choice.label) != wanted) {
        found.push(Choice::create(text, words::own_reason(text)));
    }
    found
}
