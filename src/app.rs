//! The app as a whole: storage, contexts, frame and routes.

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use leptos_router::components::{Redirect, Route, Router, Routes};
use leptos_router::path;

use crate::dispatch;
use crate::routes;
use crate::store::live_query::LoadState;
use crate::store::schema::DATABASE;
use crate::views::activities::Agenda;
use crate::views::deals::{DealPage, Pipeline};
use crate::views::import::{self, ImportPage};
use crate::views::leads::{ConvertHost, Inbox, LeadPage, NewLeadHost};
use crate::views::organizations::{OrganizationPage, Organizations};
use crate::views::people::{People, PersonPage};
use crate::views::settings::SettingsPage;
use crate::views::shell::actions::Actions;
use crate::views::shell::changes::Changes;
use crate::views::shell::flows::Flows;
use crate::views::shell::nav::{Nav, TabBar};
use crate::views::shell::palette::PaletteHost;
use crate::views::shell::preferences::Preferences;
use crate::views::shell::shortcuts::{Scopes, Shortcuts};
use crate::views::shell::states::{LoadFailed, Loading, NotFound, TakenOver};
use crate::views::shell::toasts::{ToastRegion, Toasts};
use crate::views::shell::update::UpdateNotice;

/// Starts the app in the page's body.
pub fn mount() {
    console_error_panic_hook::set_once();
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let preferences = Preferences::load();
    let (live, dispatch) = dispatch::start(DATABASE);
    let toasts = Toasts::default();
    provide_context(preferences);
    provide_context(live);
    provide_context(dispatch);
    provide_context(toasts);
    provide_context(Flows::default());
    provide_context(Scopes::default());
    let actions = Actions { live, dispatch, toasts };
    provide_context(actions);
    provide_context(import::Session::new(actions));
    view! {
        <Router>
            <div class="app">
                {move || match live.state() {
                    LoadState::Failed(problem) => view! { <LoadFailed problem/> }.into_any(),
                    LoadState::Closed => view! { <TakenOver/> }.into_any(),
                    _ => view! { <Frame/> }.into_any(),
                }}
            </div>
            <ToastRegion/>
        </Router>
    }
}

#[component]
fn Frame() -> impl IntoView {
    let live = expect_context::<crate::store::live_query::Live>();
    let ready = Memo::new(move |_| live.state() == LoadState::Ready);
    view! {
        <a class="skip" href="#main">{crate::i18n::shell::skip}</a>
        <Nav/>
        {move || if ready.get() { view! { <Screens/> }.into_any() } else { view! { <Loading/> }.into_any() }}
        <TabBar/>
    }
}

#[component]
fn Screens() -> impl IntoView {
    view! {
        <Routes fallback=NotFound>
            <Route path=path!("/") view=|| view! { <Redirect path=routes::LEADS/> }/>
            <Route path=path!("/leads") view=Inbox/>
            <Route path=path!("/leads/:id") view=LeadPage/>
            <Route path=path!("/deals") view=Pipeline/>
            <Route path=path!("/deals/:id") view=DealPage/>
            <Route path=path!("/people") view=People/>
            <Route path=path!("/people/:id") view=PersonPage/>
            <Route path=path!("/organizations") view=Organizations/>
            <Route path=path!("/organizations/:id") view=OrganizationPage/>
            <Route path=path!("/activities") view=Agenda/>
            <Route path=path!("/import") view=ImportPage/>
            <Route path=path!("/settings") view=SettingsPage/>
            <Route path=path!("/changes") view=Changes/>
        </Routes>
        <ConvertHost/>
        <NewLeadHost/>
        <PaletteHost/>
        <Shortcuts/>
        <UpdateNotice/>
    }
}
