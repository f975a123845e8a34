//! What stands in the way of a conversion: all of it at once, each with a link to where it is put right (B11).

use domain::commands::convert_lead::Target;
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::rejection::{Rejection, Why};
use domain::rights::Right;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

use super::choices::Pick;
use super::conversion::Conversion;
use super::required::deal_input;
use super::{DEAL_ON, STATUS, TASK_DUE, TASK_SUBJECT, fill_input, lead_input};
use crate::components::{Icon, IconName};
use crate::dispatch::Failure;
use crate::i18n::{convert as words, profiles};
use crate::views::parts::custom::label_of;
use crate::views::parts::my_rights::{explain_with_help, whom_to_ask};

/// One reason in words, and the id of the input it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Blocker {
    pub at: Option<String>,
    /// The field's name, where the words don't say it.
    pub field: Option<String>,
    pub said: String,
}

/// Shown after the button was pressed in vain, and true from then on.
#[component]
pub fn Blockers() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let node = NodeRef::<html::Div>::new();
    let found = Memo::new(move |_| if shown(conversion) { blockers(conversion) } else { Vec::new() });
    Effect::watch(
        move || conversion.attempts.get(),
        move |_, _, _| {
            let all = found.get_untracked();
            match &all[..] {
                [Blocker { at: Some(id), .. }] => go_to(conversion, id),
                _ => drop(node.get_untracked().map(|node| node.focus())),
            }
        },
        false,
    );
    view! {
        <div node_ref=node class="errsum errsum--form" role="alert" tabindex="-1" hidden=move || found.with(Vec::is_empty)>
            <h3><Icon name=IconName::Alert/>{move || words::cannot_yet(found.with(Vec::len))}</h3>
            <ul>{move || found.get().into_iter().map(|blocker| blocker_line(conversion, blocker)).collect_view()}</ul>
        </div>
    }
}

/// After the button was pressed in vain; what a role may not do is said from the start (R43).
fn shown(conversion: Conversion) -> bool {
    let banned = |reason: &Rejection| matches!(reason, Rejection::NotAllowed { .. });
    conversion.attempted.get() || conversion.preview.with(|preview| preview.blockers.iter().any(banned))
}

fn blocker_line(conversion: Conversion, blocker: Blocker) -> impl IntoView {
    let Blocker { at, field, said } = blocker;
    let said = field.map_or_else(|| said.clone(), |field| words::note_line(field, &said));
    let Some(id) = at else { return view! { <li>{said}</li> }.into_any() };
    let href = format!("#{id}");
    let go = move |event: MouseEvent| {
        event.prevent_default();
        go_to(conversion, &id);
    };
    view! { <li><a href=href on:click=go>{said}</a></li> }.into_any()
}

/// The error beside the input with this id.
pub fn said_at(conversion: Conversion, id: impl Into<String>) -> Signal<Option<String>> {
    let id = id.into();
    Signal::derive(move || {
        let shown = conversion.attempted.get();
        shown
            .then(|| blockers(conversion).into_iter().find(|blocker| blocker.at.as_deref() == Some(id.as_str())))
            .flatten()
            .map(|found| found.said)
    })
}

pub fn group_id(kind: Kind) -> &'static str {
    if kind == Kind::Organization { "convert-organization" } else { "convert-person" }
}

fn blockers(conversion: Conversion) -> Vec<Blocker> {
    let typed = conversion.problems().into_iter().map(|(id, field, said)| {
        let name = label_of(conversion.live, field);
        Blocker { at: Some(id), field: (!said.contains(&name)).then_some(name), said }
    });
    let open = [Kind::Organization, Kind::Person].into_iter().filter_map(|kind| {
        let said = match conversion.pick(kind) {
            Pick::Find => words::choose_found(),
            Pick::Ask if kind == Kind::Organization => words::which_organization(),
            Pick::Ask => words::which_person(),
            _ => return None,
        };
        Some(Blocker { at: Some(group_id(kind).to_owned()), field: None, said: said.to_owned() })
    });
    let planned = conversion.preview.with(|preview| preview.blockers.clone());
    let refused = conversion.refused.get();
    let late = match &refused {
        Some(Failure::Rejected(reasons)) => reasons.clone(),
        _ => Vec::new(),
    };
    let broken = refused.filter(|failure| matches!(failure, Failure::Store(_)));
    let broken = broken.map(|failure| Blocker { at: None, field: None, said: conversion.actions.explain(&failure) });
    // Who is still to be chosen is said once.
    let undecided = conversion.is_undecided();
    let follows = |reason: &Rejection| {
        matches!(reason, Rejection::NothingToCreate | Rejection::Target { kind: Kind::Deal, field: Field::Person, why: Why::Missing })
    };
    let planned = planned.into_iter().filter(|reason| !(undecided && follows(reason)));
    let all: Vec<Rejection> = planned.chain(late).collect();
    let told = all.iter().map(|reason| Blocker { at: place(conversion, reason), field: None, said: words_for(conversion, reason) });
    let mut found: Vec<Blocker> = Vec::new();
    for blocker in typed.chain(open).chain(told).chain(broken) {
        if !found.iter().any(|known| is_said(known, &blocker)) {
            found.push(blocker);
        }
    }
    found
}

/// An input is named once, with the first thing that is wrong with it; several may be wrong with a choice.
fn is_said(known: &Blocker, new: &Blocker) -> bool {
    let choice = |at: &str| at == DEAL_ON || [Kind::Organization, Kind::Person].map(group_id).contains(&at);
    known.said == new.said || new.at.as_deref().is_some_and(|at| !choice(at) && known.at == new.at)
}

fn words_for(conversion: Conversion, reason: &Rejection) -> String {
    let profile = || conversion.choices.with(|choices| choices.profile);
    let none = || conversion.command.with(|command| command.organization == Target::None);
    match reason {
        Rejection::Target { kind: Kind::Organization, field: Field::Name, why: Why::Missing } if none() => {
            words::organization_needed(profiles::name(profile()))
        }
        Rejection::Target { kind: Kind::Deal, field: Field::Stage, why: Why::BadLink { id } } if *id == Id::default() => {
            words::choose_stage().to_owned()
        }
        Rejection::Target { kind: Kind::Deal, field: Field::Person, .. } => words::deal_needs_contact().to_owned(),
        Rejection::Target { kind: Kind::Deal, field: Field::Name, why: Why::Missing } => words::deal_needs_name().to_owned(),
        Rejection::Target { kind: Kind::Activity, field: Field::Subject, why: Why::Missing } => words::task_needs_name().to_owned(),
        // Leaving the deal out is no way out where the profile always makes one.
        Rejection::NotAllowed { right: Right::CreateDeal } if profile().deal_required() => {
            let said = conversion.actions.explain_one(reason);
            [&said, words::other_profile(), &whom_to_ask(conversion.actions)].join(" ")
        }
        reason => explain_with_help(conversion.actions, reason),
    }
}

/// Where the reason is put right.
fn place(conversion: Conversion, reason: &Rejection) -> Option<String> {
    let id = match reason {
        Rejection::Field { field: Field::Status, .. } => STATUS.to_owned(),
        Rejection::Field { field, .. } => lead_input(*field),
        Rejection::Target { kind, field: field @ Field::Custom(_), .. } => {
            let asked = conversion.asked.with(|asked| asked.contains(&(*kind, *field)));
            return asked.then(|| fill_input(*kind, *field));
        }
        Rejection::Required { kind: Kind::Lead, field, .. } => lead_input(*field),
        Rejection::Required { kind, field, .. } => deal_input(*field).map_or_else(|| fill_input(*kind, *field), str::to_owned),
        Rejection::Target { kind: Kind::Deal, field, .. } => deal_input(*field).unwrap_or(group_id(Kind::Organization)).to_owned(),
        Rejection::Target { kind: Kind::Activity, field, .. } => if *field == Field::DueDate { TASK_DUE } else { TASK_SUBJECT }.to_owned(),
        Rejection::Target { kind: kind @ (Kind::Organization | Kind::Person), field, why } => {
            let creates =
                conversion.command.with(|command| if *kind == Kind::Organization { command.organization } else { command.person });
            match (field, why) {
                (Field::Name, Why::Missing) if creates == Target::Create => lead_input(Field::OrganizationName),
                (Field::Name, _) if creates == Target::Create => lead_input(Field::OrganizationName),
                (field, _) if creates == Target::Create => lead_input(*field),
                _ => group_id(*kind).to_owned(),
            }
        }
        Rejection::Gone { id } => {
            let organization = conversion.command.with(|command| command.organization == Target::Use(*id));
            group_id(if organization { Kind::Organization } else { Kind::Person }).to_owned()
        }
        Rejection::NotAllowed { right: Right::CreateDeal | Right::EditDeal } => DEAL_ON.to_owned(),
        Rejection::NotAllowed { right: Right::CreatePerson | Right::EditPerson } => group_id(Kind::Person).to_owned(),
        Rejection::NotAllowed { right: Right::CreateOrganization | Right::EditOrganization } => group_id(Kind::Organization).to_owned(),
        Rejection::NothingToCreate => group_id(Kind::Organization).to_owned(),
        _ => return None,
    };
    Some(id)
}

/// Moves the focus to an input, or to the chosen option of a group; opens what hides it.
fn go_to(conversion: Conversion, id: &str) {
    if id.starts_with("convert-lead-") {
        conversion.details_open.set(true);
    }
    let id = id.to_owned();
    request_animation_frame(move || {
        let found = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(&id));
        let inside = |selector: &str| found.as_ref().and_then(|group| group.query_selector(selector).ok().flatten());
        let target = inside("input:checked").or_else(|| inside("input")).or(found.clone());
        if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
            // An input in the page can always take the focus.
            let _ = target.focus();
        }
    });
}
