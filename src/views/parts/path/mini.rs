//! A path where there is no room: bars, the step in words, what to do, and a menu of all steps.

use leptos::prelude::*;

use super::{StepState, Walk};
use crate::components::{Icon, IconName, Menu, MenuItem};
use crate::i18n::path as words;

/// `go` sets a step; `complete` is the button of the current one.
#[component]
pub fn PathMini(
    walk: Walk,
    #[prop(into)] since: Signal<String>,
    choose: fn() -> &'static str,
    #[prop(into)] locked: Signal<bool>,
    go: Callback<domain::ids::Id>,
    children: ChildrenFn,
) -> impl IntoView {
    let at = move || {
        let current = walk.current.get();
        walk.steps.with(|steps| {
            let at = steps.iter().position(|step| Some(step.id) == current).unwrap_or_default();
            (at + 1, steps.len(), steps.get(at).map(|step| step.name.clone()).unwrap_or_default())
        })
    };
    let place = move || {
        let (at, count, _) = at();
        [words::step_of(at, count), since.get()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let bars = move || {
        let class = |state| match state {
            StepState::Done | StepState::Won => "done",
            StepState::Current | StepState::Lost => "cur",
            StepState::Ahead => "",
        };
        walk.steps.with(|steps| steps.iter().map(|step| view! { <i class=class(step.state)></i> }).collect_view())
    };
    let items = move || {
        let current = walk.current.get_untracked();
        let item = |step: &super::PathStep| {
            let id = step.id;
            MenuItem::new(step.name.clone(), move || go.run(id)).checked(Some(id) == current)
        };
        walk.steps.with_untracked(|steps| steps.iter().map(item).collect())
    };
    let children = StoredValue::new(children);
    view! {
        <div class="path__mini pathbar" role="group" aria-label=walk.label>
            <div class="pathbar__bars" aria-hidden="true">{bars}</div>
            <div class="pathbar__text">
                <span><b class="strong">{move || at().2}</b> " " <span class="quiet">{place}</span></span>
                <Show when=move || !locked.get()>
                    <span class="inline">
                        {children.with_value(|children| children())}
                        <Menu label=Signal::derive(move || choose().to_owned()) class="btn btn--icon btn--sm" items>
                            <Icon name=IconName::Down/>
                        </Menu>
                    </span>
                </Show>
            </div>
        </div>
    }
}
