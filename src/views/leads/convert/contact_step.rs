//! Which organization or person: the candidates, a new one, one found by search, or none.

use domain::records::{Field, Kind};
use leptos::prelude::*;

use super::blockers::{group_id, said_at};
use super::choices::Pick;
use super::contact_card::{CandidateCard, PlainCard, Suggested};
use super::conversion::Conversion;
use super::propose::{linked, new_name};
use super::required::RequiredFields;
use crate::components::choice::Choice;
use crate::components::{Combobox, FieldError};
use crate::i18n::{basics, convert as words, fields, likeness};
use crate::views::parts::picker::{choices_of, found, picked};

/// Candidates shown before more are asked for.
const SHOWN: usize = 3;
/// Results of a search.
const FOUND: usize = 8;

#[component]
pub fn ContactStep(kind: Kind) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let all = candidates(conversion, kind);
    let more = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        let chosen = conversion.pick(kind);
        let keep = |(at, candidate): &(usize, Suggested)| more.get() || *at < SHOWN || chosen == Pick::Use(candidate.id);
        all.get().into_iter().enumerate().filter(keep).map(|(_, candidate)| candidate).collect::<Vec<_>>()
    });
    let hidden = Memo::new(move |_| all.with(Vec::len) - shown.with(Vec::len));
    let error = said_at(conversion, group_id(kind));
    view! {
        <fieldset class="step" id=group_id(kind)>
            <legend class="step-head"><h3>{move || fields::kind_name(kind)}</h3></legend>
            <Show when=move || !conversion.live.finds()>
                <p class="small muted" role="status">{likeness::looking}</p>
            </Show>
            <div class="picks">
                <For each=move || shown.get() key=|candidate| *candidate let(candidate)>
                    <CandidateCard kind candidate all/>
                </For>
                <Show when=move || { hidden.get() > 0 }>
                    <div>
                        <button class="linkbtn small" type="button" on:click=move |_| more.set(true)>
                            {move || words::show_more(hidden.get())}
                        </button>
                    </div>
                </Show>
                <OtherCards kind alone=Signal::derive(move || all.with(Vec::is_empty))/>
            </div>
            <FieldError id=format!("{}-error", group_id(kind)) error/>
            <RequiredFields kind/>
        </fieldset>
    }
}

/// Create, find, none.
#[component]
fn OtherCards(kind: Kind, alone: Signal<bool>) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let new = Memo::new(move |_| conversion.lead.with(|lead| new_name(lead, kind)));
    let creates = Memo::new(move |_| new.with(|new| !new.is_empty()) || conversion.pick(kind) == Pick::Create);
    let nobody = move || if kind == Kind::Person && alone.get() { words::nobody_yet().to_owned() } else { String::new() };
    let required = move || kind == Kind::Organization && conversion.command.with(|command| command.profile.organization_required());
    let (find, none) = match kind {
        Kind::Organization => (words::find_organization as fn() -> &'static str, words::no_organization as fn() -> &'static str),
        _ => (words::find_person as fn() -> &'static str, words::no_person as fn() -> &'static str),
    };
    view! {
        <div class="picks__pair">
            <Show when=move || creates.get()>
                <PlainCard kind pick=Pick::Create name=Signal::derive(move || words::create(new.get())) sub=Signal::derive(nobody)/>
            </Show>
            <PlainCard kind pick=Pick::Find name=Signal::derive(|| words::find_another().to_owned())/>
            <Show when=move || !required()>
                <PlainCard kind pick=Pick::None name=Signal::derive(move || none().to_owned())/>
            </Show>
        </div>
        <Show when=move || conversion.pick(kind) == Pick::Find>
            <Search kind label=find/>
        </Show>
    }
}

#[component]
fn Search(kind: Kind, label: fn() -> &'static str) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let live = conversion.live;
    let find = move |typed: String| live.read(|set| choices_of(set, &found(set, kind, &typed, FOUND)));
    let pick = move |choice: Option<Choice>| {
        if let Some(id) = picked(choice.as_ref()) {
            conversion.set_found(kind, id);
            // The new card of what was found takes the focus from the search that went.
            focus_soon(card_id(kind, Pick::Use(id)));
        }
    };
    view! {
        <Combobox
            id=search_id(kind)
            label=Signal::derive(move || label().to_owned())
            text=RwSignal::new(String::new())
            find
            on_pick=pick
            nothing=Signal::derive(|| basics::nothing_found().to_owned())
        />
    }
}

/// What is about to be drawn takes the focus once it is.
pub fn focus_soon(id: String) {
    request_animation_frame(move || {
        let page = web_sys::window().and_then(|window| window.document());
        let element = page.and_then(|page| page.get_element_by_id(&id));
        if let Some(element) = element.and_then(|element| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(element).ok()) {
            // An input in the page can always take the focus.
            let _ = element.focus();
        }
    });
}

/// The id of the input to find somebody else.
pub fn search_id(kind: Kind) -> String {
    format!("{}-search", group_id(kind))
}

/// The id of a card's radio.
pub fn card_id(kind: Kind, pick: Pick) -> String {
    match pick {
        Pick::Use(id) => format!("{}-{id}", group_id(kind)),
        other => format!("{}-{other:?}", group_id(kind)).to_lowercase(),
    }
}

/// Those the records suggest, the one the lead is linked to, the employer of the chosen person, the one that was found.
fn candidates(conversion: Conversion, kind: Kind) -> Memo<Vec<Suggested>> {
    Memo::new(move |_| {
        conversion.live.track(&[Kind::Person, Kind::Organization, Kind::Separation]);
        let found = conversion.choices.with(|choices| choices.contact(kind).found);
        let person = if let Pick::Use(id) = conversion.pick(Kind::Person) { Some(id) } else { None };
        conversion.lead.with(|lead| {
            conversion.live.read(|set| {
                let mut all: Vec<Suggested> = set.candidates(lead, kind).iter().map(Suggested::of).collect();
                let employer = person.filter(|_| kind == Kind::Organization).and_then(|id| set.get(id)?.link(Field::Organization));
                for id in [linked(set, lead, kind), employer, found].into_iter().flatten() {
                    if set.get(id).is_some() && !all.iter().any(|candidate| candidate.id == id) {
                        all.push(Suggested { id, percent: None, weak: false });
                    }
                }
                all
            })
        })
    })
}
