//! The way around: a column at the side, a rail when it gets narrow, a bar at the bottom of a phone.

use domain::records::Kind;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::flows::Flows;
use super::shortcuts::cap_line;
use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{basics, format, shell};
use crate::routes;
use crate::store::live_query::Live;
use crate::views::leads::inbox_href;

#[component]
pub fn Nav() -> impl IntoView {
    let flows = Flows::use_flows();
    let live = expect_context::<Live>();
    let open_leads = live.query(&[Kind::Lead], |set| set.lead_counts().open);
    let due = live.query(&[Kind::Activity], |set| set.due_count(clock::today()));
    view! {
        <nav class="nav" aria-label=shell::main_nav>
            <div class="nav__brand">
                <span class="nav__mark"><Icon name=IconName::Flow/></span>
                <span>{shell::app}</span>
            </div>
            <button
                class="nav__search"
                type="button"
                aria-keyshortcuts="Control+K Meta+K"
                title=shell::search_hint
                on:click=move |_| flows.palette.set(true)
            >
                <Icon name=IconName::Search/>
                <span>{shell::search_or_run}</span>
                <kbd aria-hidden="true">{move || cap_line("Mod+k")}</kbd>
            </button>
            <NavItem href=routes::LEADS icon=IconName::Inbox label=shell::inbox>
                <span class="nav__badge">{move || format::count(open_leads.get())}</span>
            </NavItem>
            <NavItem href=routes::DEALS icon=IconName::Board label=shell::pipeline/>
            <NavItem href=routes::ACTIVITIES icon=IconName::CheckSquare label=basics::activities>
                <Show when=move || { due.get() > 0 }>
                    <span class="nav__badge nav__badge--due">{move || shell::due(due.get())}</span>
                </Show>
            </NavItem>
            <NavItem href=routes::PEOPLE icon=IconName::Person label=basics::people/>
            <NavItem href=routes::ORGANIZATIONS icon=IconName::Building label=basics::organizations/>
            <div class="nav__foot">
                <NavItem href=routes::IMPORT icon=IconName::Upload label=shell::import/>
                <NavItem href=routes::SETTINGS icon=IconName::Gear label=shell::settings/>
                <SyncLine/>
            </div>
        </nav>
    }
}

/// The address to go to, tracked: the inbox is gone back to as it was left.
fn address(href: &'static str) -> impl Fn() -> String + Copy {
    let location = use_location();
    move || {
        location.pathname.track();
        location.search.track();
        if href == routes::LEADS { inbox_href() } else { href.to_owned() }
    }
}

/// True at the address and below it.
fn is_here(path: &str, href: &str) -> bool {
    path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[component]
fn NavItem(href: &'static str, icon: IconName, label: fn() -> &'static str, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let path = use_location().pathname;
    view! {
        <a class="nav__item" href=address(href) title=label aria-current=move || is_here(&path.get(), href).then_some("page")>
            <Icon name=icon/>
            <span>{label}</span>
            {children.map(|children| children())}
        </a>
    }
}

/// One quiet line: where the data is.
#[component]
fn SyncLine() -> impl IntoView {
    let online = online();
    let said = move || if online.get() { shell::saved_here() } else { shell::offline() };
    view! {
        <a class="sync" class:sync--ok=online class:sync--offline=move || !online.get() href=routes::CHANGES title=said>
            {move || view! { <Icon name=if online.get() { IconName::CloudOk } else { IconName::CloudOff }/> }}
            <span>
                <strong>{said}</strong>
                {shell::saved_here_hint}
            </span>
        </a>
    }
}

/// Whether the browser believes it has a network.
fn online() -> RwSignal<bool> {
    let now = || web_sys::window().is_none_or(|window| window.navigator().on_line());
    let online = RwSignal::new(now());
    let handles = [
        window_event_listener(leptos::ev::online, move |_| online.set(now())),
        window_event_listener(leptos::ev::offline, move |_| online.set(now())),
    ];
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    online
}

#[component]
pub fn TabBar() -> impl IntoView {
    let flows = Flows::use_flows();
    view! {
        <nav class="tabbar" aria-label=shell::main_nav>
            <TabItem href=routes::LEADS icon=IconName::Inbox label=shell::inbox_short/>
            <TabItem href=routes::DEALS icon=IconName::Board label=shell::pipeline/>
            <TabItem href=routes::ACTIVITIES icon=IconName::CheckSquare label=basics::activities/>
            <button type="button" on:click=move |_| flows.palette.set(true)>
                <Icon name=IconName::Search large=true/>
                <span>{shell::search}</span>
            </button>
            <TabItem href=routes::SETTINGS icon=IconName::Menu label=shell::more/>
        </nav>
    }
}

#[component]
fn TabItem(href: &'static str, icon: IconName, label: fn() -> &'static str) -> impl IntoView {
    let path = use_location().pathname;
    view! {
        <a href=address(href) aria-current=move || is_here(&path.get(), href).then_some("page")>
            <Icon name=icon large=true/>
            <span>{label}</span>
        </a>
    }
}
