//! One column of the file: its samples, where it goes, how that came about.

use domain::import::{MappingProblem, Target};
use leptos::html;
use leptos::prelude::*;

use super::effect::{Effect as ColumnEffect, effect};
use super::targets::{NEW_FIELD, make_field, own_targets, target_name};
use crate::components::{FieldError, Icon, IconName};
use crate::i18n::import::{self as words, targets};
use crate::views::import::session::Session;

pub fn select_id(at: usize) -> String {
    format!("column-{at}")
}

#[component]
pub fn ColumnRow(at: usize, name: String, samples: Vec<String>, problems: Memo<Vec<MappingProblem>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let target = Memo::new(move |_| session.choices.with(|choices| choices.target(at)));
    let twice = Memo::new(move |_| {
        problems.with(|problems| {
            problems.iter().find_map(|problem| match problem {
                MappingProblem::UsedTwice { first, second, .. } if second.0 == at => Some(first.1.clone()),
                _ => None,
            })
        })
    });
    let error = Signal::derive(move || twice.get().map(|first| words::twice(first, target_name(session, target.get()))));
    let error_id = format!("{}-error", select_id(at));
    let label = name.clone();
    let (sample, title) = (samples.join(" · "), samples.join(" · "));
    let empty = samples.is_empty();
    view! {
        <tr class:is-skip=move || target.get() == Target::LeaveOut>
            <th scope="row">
                <span class="map__name">{name}</span>
                <span class="map__sample" title=title>
                    {if empty { view! { <i>{words::no_samples}</i> }.into_any() } else { sample.into_any() }}
                </span>
            </th>
            <td class="map__arrow"><Icon name=IconName::Flow/></td>
            <td class="map__field">
                <TargetSelect at target label error_id=error_id.clone() invalid=Signal::derive(move || twice.get().is_some())/>
                <FieldError id=error_id error/>
            </td>
            <td class="map__state">{move || effect_view(effect(session, at, twice.get().is_some()))}</td>
        </tr>
    }
}

fn effect_view(effect: ColumnEffect) -> impl IntoView {
    let class = format!("badge {}", effect.tone.class());
    view! {
        <span class=class><Icon name=effect.tone.icon()/>{effect.badge}</span>
        {(!effect.text.is_empty()).then(|| view! { <p>{effect.text}</p> })}
    }
}

#[component]
fn TargetSelect(at: usize, target: Memo<Target>, label: String, error_id: String, invalid: Signal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let node = NodeRef::<html::Select>::new();
    let own = own_targets(session.actions.live);
    let show = move || {
        if let (Some(select), Some(target)) = (node.try_get_untracked().flatten(), target.try_get_untracked()) {
            select.set_value(&target.word());
        }
    };
    // One effect for the select instead of one for each of its fifty options.
    Effect::new(move |_| {
        target.track();
        node.track();
        show();
        // A field that came just now is drawn first.
        own.track();
        request_animation_frame(show);
    });
    let option = |target: Target| view! { <option value=target.key()>{move || targets::name(target)}</option> };
    let groups = targets::GROUPS.iter().map(move |(name, targets)| {
        view! { <optgroup label=*name>{targets.iter().copied().map(option).collect_view()}</optgroup> }
    });
    let name = StoredValue::new(label.clone());
    let own_options = move || {
        let options = own.get().into_iter().map(|(target, name)| view! { <option value=target.word()>{name}</option> }).collect_view();
        view! {
            {options}
            <option value=NEW_FIELD>{targets::new_field(name.get_value())}</option>
        }
    };
    view! {
        <select
            node_ref=node
            class="select"
            id=select_id(at)
            aria-label=move || words::field_for(&label)
            aria-invalid=move || invalid.get().then_some("true")
            aria-describedby=error_id
            on:change:target=move |event| {
                match Target::from_key(&event.target().value()) {
                    Some(target) => session.choose(|choices| choices.set_target(at, target)),
                    None => make_field(session, at, show),
                }
            }
        >
            {groups.collect_view()}
            <optgroup label=targets::group_custom>{own_options}</optgroup>
        </select>
    }
}
