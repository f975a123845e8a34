//! What a run that converted many leads made of each, found again from what is stored: also after a new start.

use domain::commands::Receipt;
use domain::ids::Id;
use leptos::prelude::*;

use crate::i18n::{bulk, changes as words};
use crate::views::parts::names::RecordLink;
use crate::views::shell::actions::Actions;

/// So many leads are listed; all of them are in the list of converted leads.
const LISTED: usize = 200;

/// A button, and what it shows.
pub fn outcomes(actions: Actions, run: Id) -> AnyView {
    let open = RwSignal::new(false);
    let id = format!("outcomes-{run}");
    let controls = id.clone();
    let list = move || {
        let all = actions.live.read(|set| set.run_conversions(run));
        let more = all.len().saturating_sub(LISTED);
        let lines = all.into_iter().take(LISTED).map(line).collect_view();
        view! {
            <ul class="outcomes" id=id.clone()>
                {lines}
                {(more > 0).then(|| view! { <li class="quiet">{words::and_more(more)}</li> })}
            </ul>
        }
    };
    view! {
        " · "
        <button
            class="linkbtn"
            type="button"
            aria-expanded=move || open.get().to_string()
            aria-controls=controls
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {bulk::show_result}
        </button>
        {move || open.get().then(list.clone())}
    }
    .into_any()
}

/// The lead, and what it became.
fn line(receipt: Receipt) -> AnyView {
    let Some(conversion) = receipt.action.converts() else { return ().into_any() };
    let link = |id: Id| view! { <RecordLink id=Signal::stored(Some(id))/> };
    let made = [conversion.deal, conversion.person, conversion.organization].into_iter().flatten();
    let made = made.enumerate().map(|(at, id)| view! { {if at == 0 { " → " } else { ", " }} {link(id)} }).collect_view();
    view! { <li>{link(conversion.lead)} {made}</li> }.into_any()
}
