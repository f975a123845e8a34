//! The app as a whole: storage, contexts, frame and routes.

mod parts;

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use leptos_router::components::{Redirect, Route, Router, Routes};
use leptos_router::path;

use self::parts::{List, Parts, RecordPage};
use crate::components::dialog::watch_back;
use crate::dispatch;
use crate::routes;
use crate::store::live_query::LoadState;
use crate::store::schema::DATABASE;
use crate::views::import;
use crate::views::leads::Inbox;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;
use crate::views::shell::focus::keep_focus;
use crate::views::shell::nav::{Nav, TabBar};
use crate::views::shell::once::press_once;
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
    press_once();
    watch_back();
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
    provide_context(Parts::fetch());
    keep_focus(live, expect_context());
    view! {
        <a class="skip" href="#main">{crate::i18n::shell::skip}</a>
        <Nav/>
        {move || if ready.get() { view! { <Screens/> }.into_any() } else { view! { <Loading/> }.into_any() }}
        <TabBar/>
    }
}

#[component]
fn Screens() -> impl IntoView {
    let parts = expect_context::<Parts>();
    view! {
        <Routes fallback=NotFound>
            <Route path=path!("/") view=|| view! { <Redirect path=routes::LEADS/> }/>
            <Route path=path!("/leads") view=Inbox/>
            <Route path=path!("/leads/:id") view=move || parts.record(RecordPage::Lead)/>
            <Route path=path!("/deals") view=move || parts.board()/>
            <Route path=path!("/deals/:id") view=move || parts.record(RecordPage::Deal)/>
            <Route path=path!("/people") view=move || parts.list(List::People)/>
            <Route path=path!("/people/:id") view=move || parts.record(RecordPage::Person)/>
            <Route path=path!("/organizations") view=move || parts.list(List::Organizations)/>
            <Route path=path!("/organizations/:id") view=move || parts.record(RecordPage::Organization)/>
            <Route path=path!("/activities") view=move || parts.list(List::Activities)/>
            <Route path=path!("/import") view=move || parts.import()/>
            <Route path=path!("/settings") view=move || parts.settings()/>
            <Route path=path!("/duplicates") view=move || parts.duplicates()/>
            <Route path=path!("/changes") view=move || parts.list(List::Changes)/>
        </Routes>
        {parts.dialogs()}
        <Shortcuts/>
        <UpdateNotice/>
    }
}
