//! What every row gets besides its own cells: source, tag, owner.

use domain::records::Kind;
use domain::workspace;
use leptos::prelude::*;

use crate::i18n::{basics, fields, import as words};
use crate::views::import::choices::Owner;
use crate::views::import::choose::Choose;
use crate::views::import::session::Session;

#[component]
pub fn EveryRow() -> impl IntoView {
    let session = expect_context::<Session>();
    let live = session.actions.live;
    let members = live.query(&[Kind::Member], |set| {
        let members = set.all(Kind::Member);
        members.into_iter().map(|member| (member.id, fields::record_name(&member))).collect::<Vec<_>>()
    });
    let owners = Signal::derive(move || {
        let mut owners: Vec<Owner> = members.with(|members| members.iter().map(|(id, _)| Owner::One(*id)).collect());
        if owners.len() > 1 {
            owners.push(Owner::InTurn);
        }
        owners
    });
    let owner_name = move |owner| match owner {
        Owner::InTurn => words::in_turn().to_owned(),
        Owner::One(id) => {
            let named = members.with(|members| members.iter().find(|(member, _)| *member == id).map(|(_, name)| name.clone()));
            named.unwrap_or_else(|| if id == workspace::ME { basics::me() } else { basics::unnamed() }.to_owned())
        }
    };
    view! {
        <section class="wizard__section" aria-labelledby="every-row">
            <h3 class="section__title" id="every-row">{words::for_every_row}</h3>
            <div class="stack stack--3">
                <div>
                    <label class="label" for="every-source">{words::every_source}</label>
                    <input
                        class="input"
                        id="every-source"
                        autocomplete="off"
                        maxlength="200"
                        prop:value=move || session.choices.with(|choices| choices.source.clone())
                        on:change:target=move |event| session.choose(|choices| choices.source = event.target().value())
                    />
                </div>
                <div>
                    <label class="label" for="every-tag">{words::every_tag}</label>
                    <input
                        class="input"
                        id="every-tag"
                        autocomplete="off"
                        maxlength="200"
                        prop:value=move || session.choices.with(|choices| choices.tag.clone())
                        on:change:target=move |event| session.choose(|choices| choices.tag = event.target().value())
                    />
                </div>
                <Choose
                    id="every-owner"
                    label=words::every_owner
                    options=owners
                    name=owner_name
                    value=Signal::derive(move || session.choices.with(|choices| choices.owner))
                    on_choose=move |owner| session.choose(|choices| choices.owner = owner)
                />
            </div>
        </section>
    }
}
