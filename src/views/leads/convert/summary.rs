//! After the conversion: the records made from the lead, and where to go from here (R45).

use domain::commands::{Conversion as Made, Receipt, Step};
use domain::ids::Id;
use domain::records::{Field, Kind};
use leptos::html;
use leptos::prelude::*;

use super::conversion::Conversion;
use super::dialog::Leave;
use crate::components::mounted::when_mounted;
use crate::components::{Icon, IconName};
use crate::i18n::{basics, convert as words, explain, fields, shell};
use crate::routes;
use crate::views::leads::inbox_href;
use crate::views::parts::names::name_of;
use crate::views::shell::toasts::Toast;

/// The records in the receipt's action, and the task, which only the lead knows.
fn results(conversion: Conversion, receipt: &Receipt) -> Vec<(Kind, Id)> {
    let Some(Made { lead, deal, person, organization, .. }) = receipt.action.conversion() else { return Vec::new() };
    let task = conversion.live.read(|set| set.get(lead)).and_then(|lead| lead.link(Field::ConvertedTask));
    [(Kind::Deal, deal), (Kind::Person, person), (Kind::Organization, organization), (Kind::Activity, task)]
        .into_iter()
        .filter_map(|(kind, id)| Some((kind, id?)))
        .collect()
}

fn said(conversion: Conversion, receipt: &Receipt) -> String {
    explain::action(&receipt.action, &|id| conversion.actions.name(id))
}

/// The way to the most telling result: the deal, else the person, else the organization.
fn way_on(conversion: Conversion, receipt: &Receipt) -> Option<(&'static str, String)> {
    let (kind, id) = results(conversion, receipt).into_iter().next()?;
    let label = match kind {
        Kind::Deal => words::open_deal(),
        Kind::Person => words::open_person(),
        Kind::Organization => words::open_organization(),
        _ => return None,
    };
    Some((label, routes::record(kind, id)?))
}

/// The toast that stays when the summary is closed.
pub fn say_converted(conversion: Conversion, receipt: &Receipt) {
    let toast = Toast::new(said(conversion, receipt)).undo(receipt.clone());
    conversion.actions.toasts.show(match way_on(conversion, receipt) {
        Some((label, href)) => toast.link(label, href),
        None => toast,
    });
}

#[component]
pub fn Summary(receipt: Receipt, leave: Leave) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let heading = NodeRef::<html::H2>::new();
    // What had the focus is gone.
    when_mounted(heading, |heading| drop(heading.focus()));
    let title = {
        let receipt = receipt.clone();
        move || said(conversion, &receipt)
    };
    let made: Vec<(Kind, Id, bool)> = results(conversion, &receipt)
        .into_iter()
        .map(|(kind, id)| (kind, id, receipt.steps.iter().any(|step| matches!(step, Step::Created { id: made, .. } if *made == id))))
        .collect();
    let on = {
        let receipt = receipt.clone();
        move || way_on(conversion, &receipt)
    };
    let undo = move |_| {
        conversion.actions.undo(receipt.clone());
        leave.cancel();
    };
    view! {
        <div class="dialog__form">
            <header class="dialog__head">
                <h2 node_ref=heading class="dialog__title grow" id="convert-title" tabindex="-1">{title}</h2>
                <button class="btn btn--ghost btn--icon" type="button" aria-label=words::close_esc on:click=move |_| leave.keep_draft()>
                    <Icon name=IconName::X/>
                </button>
            </header>
            <div class="dialog__body">
                <p class="dialog__lead">{words::did}</p>
                <ul class="made">{made.into_iter().map(|(kind, id, new)| view! { <MadeRow kind id new leave/> }).collect_view()}</ul>
            </div>
            <footer class="dialog__foot">
                <button class="btn" type="button" on:click=undo><Icon name=IconName::Undo/>{basics::undo}</button>
                <span class="spacer"></span>
                <a class="btn" href=inbox_href() on:click=move |_| leave.keep_draft()>{shell::to_inbox}</a>
                {on()
                    .map(|(label, href)| {
                        view! { <a class="btn btn--primary" href=href on:click=move |_| leave.keep_draft()>{label}</a> }
                    })}
            </footer>
        </div>
    }
}

/// One record with a link to its page.
#[component]
fn MadeRow(kind: Kind, id: Id, new: bool, leave: Leave) -> impl IntoView {
    let live = Conversion::of_dialog().live;
    let name = name_of(move || Some(id));
    let subject = move || live.read(|set| set.get(id)).map(|record| fields::record_name(&record)).unwrap_or_default();
    let icon = match kind {
        Kind::Organization => IconName::Building,
        Kind::Person => IconName::Person,
        Kind::Activity => IconName::CheckSquare,
        _ => IconName::Board,
    };
    let link = match routes::record(kind, id) {
        Some(href) => view! { <a href=href on:click=move |_| leave.keep_draft()>{name}</a> }.into_any(),
        None => view! { <span>{subject}</span> }.into_any(),
    };
    view! {
        <li class="made__row">
            <Icon name=icon/>
            <span class="made__kind">{move || if kind == Kind::Activity { basics::task() } else { fields::kind_name(kind) }}</span>
            <span class="made__name">{link}</span>
            <span class="badge" class:badge--success=new class:badge--accent=!new>
                {words::became(kind, new)}
            </span>
        </li>
    }
}
