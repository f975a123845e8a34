//! Whose way one conversion, or one plan for many, goes: a quiet choice beside its title.

use domain::commands::convert_lead::Profile;
use domain::workspace;
use leptos::prelude::*;

use crate::i18n::profiles as words;
use crate::store::live_query::Live;

/// What conversions of this workspace begin with.
pub fn profile_of(live: Live) -> Profile {
    live.read(|set| set.get(workspace::WORKSPACE)).map(|record| Profile::of(&record)).unwrap_or_default()
}

pub fn profile_select(id: &'static str, chosen: Signal<Profile>, choose: Callback<Profile>) -> AnyView {
    let change = move |event| {
        if let Some(profile) = Profile::from_name(&event_target_value(&event)) {
            choose.run(profile);
        }
    };
    let option = move |profile: &Profile| {
        let profile = *profile;
        view! { <option value=profile.name() prop:selected=move || chosen.get() == profile>{words::name(profile)}</option> }
    };
    let hint = format!("{id}-hint");
    view! {
        <div class="profile">
            <label class="small muted" for=id>{words::label}</label>
            <select class="select select--quiet" id=id on:change=change aria-describedby=hint.clone()>
                {Profile::ALL.iter().map(option).collect_view()}
            </select>
            <span class="visually-hidden" id=hint>{move || words::what(chosen.get())}</span>
        </div>
    }
    .into_any()
}
