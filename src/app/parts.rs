//! Screens whose code is fetched while the inbox is already in use. In the release build each part is a file of its own,
//! which `cargo xtask dist` splits off; in other builds a part is always there.

use futures::FutureExt;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
#[cfg(feature = "parts")]
use leptos::wasm_split::wasm_split;
use leptos_router::hooks::use_location;
use wasm_bindgen_futures::spawn_local;

use crate::routes;
use crate::store::live_query::{Live, LoadState};
use crate::views::activities::Agenda;
use crate::views::deals::{DealPage, Pipeline};
use crate::views::import::ImportPage;
use crate::views::leads::{ConvertHost, LeadPage, NewLeadHost};
use crate::views::organizations::{OrganizationPage, Organizations};
use crate::views::people::{People, PersonPage};
use crate::views::settings::SettingsPage;
use crate::views::shell::changes::Changes;
use crate::views::shell::flows::Flows;
use crate::views::shell::palette::PaletteHost;
use crate::views::shell::states::{Loading, PartMissing};
use crate::views::shell::toasts::Toasts;

/// How long after a failed attempt the next one is made.
const RETRY_MS: u32 = 3_000;

/// What is drawn by the part that holds the daily work.
#[derive(Clone, Copy, Debug)]
pub enum Work {
    Lead,
    Deals,
    Deal,
    People,
    Person,
    Organizations,
    Organization,
    Activities,
    Changes,
    Dialogs,
}

/// What is drawn by the part for setting things up.
#[derive(Clone, Copy, Debug)]
pub enum SetUp {
    Import,
    Settings,
}

/// A function in a part: calling it fetches the part first, where that is needed.
macro_rules! in_part {
    ($part:ident, $fetch:ident, fn $name:ident($which:ident: $kind:ty) $body:block) => {
        #[cfg(feature = "parts")]
        #[wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible, preload($fetch))]
        fn $name($which: $kind) -> Result<AnyView, leptos::wasm_split::SplitLoaderError> {
            Ok($body)
        }
        #[cfg(not(feature = "parts"))]
        async fn $fetch() -> Result<(), ()> {
            Ok(())
        }
        #[cfg(not(feature = "parts"))]
        async fn $name($which: $kind) -> Result<AnyView, ()> {
            Ok($body)
        }
    };
}

in_part!(
    work,
    fetch_work,
    fn draw_work(which: Work) {
        match which {
            Work::Lead => view! { <LeadPage/> }.into_any(),
            Work::Deals => view! { <Pipeline/> }.into_any(),
            Work::Deal => view! { <DealPage/> }.into_any(),
            Work::People => view! { <People/> }.into_any(),
            Work::Person => view! { <PersonPage/> }.into_any(),
            Work::Organizations => view! { <Organizations/> }.into_any(),
            Work::Organization => view! { <OrganizationPage/> }.into_any(),
            Work::Activities => view! { <Agenda/> }.into_any(),
            Work::Changes => view! { <Changes/> }.into_any(),
            Work::Dialogs => view! { <ConvertHost/><NewLeadHost/><PaletteHost/> }.into_any(),
        }
    }
);

in_part!(
    set_up,
    fetch_set_up,
    fn draw_set_up(which: SetUp) {
        match which {
            SetUp::Import => view! { <ImportPage/> }.into_any(),
            SetUp::Settings => view! { <SettingsPage/> }.into_any(),
        }
    }
);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Coming,
    Here,
    /// It could not be fetched; it is tried again and again.
    Missing,
}

#[derive(Clone, Copy)]
pub struct Parts {
    work: RwSignal<State>,
    set_up: RwSignal<State>,
}

impl Parts {
    /// Fetches the parts: after the inbox has its rows, or at once where another screen is asked for.
    pub fn fetch() -> Self {
        let parts = Self { work: RwSignal::new(State::Coming), set_up: RwSignal::new(State::Coming) };
        let live = expect_context::<Live>();
        let path = use_location().pathname;
        let wanted =
            Memo::new(move |was: Option<&bool>| was == Some(&true) || live.state() == LoadState::Ready || path.get() != routes::LEADS);
        Effect::new(move || {
            if wanted.get() {
                spawn_local(until_here(parts.work, || fetch_work().map(|result| result.is_ok())));
                spawn_local(until_here(parts.set_up, || fetch_set_up().map(|result| result.is_ok())));
            }
        });
        parts
    }

    pub fn work(self, which: Work) -> AnyView {
        shown(self.work, move || draw_work(which).now_or_never()?.ok())
    }

    pub fn set_up(self, which: SetUp) -> AnyView {
        shown(self.set_up, move || draw_set_up(which).now_or_never()?.ok())
    }

    /// The dialogs that any screen opens: nothing until one is asked for.
    pub fn dialogs(self) -> AnyView {
        let (flows, toasts) = (Flows::use_flows(), expect_context::<Toasts>());
        Effect::new(move || {
            if self.work.get() == State::Missing && flows.waits_for_dialog() {
                flows.close_dialogs();
                toasts.error(crate::i18n::shell::part_missing().to_owned());
            }
        });
        (move || (self.work.get() == State::Here).then(|| draw_work(Work::Dialogs).now_or_never()?.ok())).into_any()
    }
}

async fn until_here<F: Future<Output = bool>>(state: RwSignal<State>, fetch: impl Fn() -> F) {
    while !fetch().await {
        state.set(State::Missing);
        TimeoutFuture::new(RETRY_MS).await;
    }
    state.set(State::Here);
}

fn shown(state: RwSignal<State>, draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let drawn = move || match state.get() {
        State::Here => draw().unwrap_or_else(|| view! { <Loading/> }.into_any()),
        State::Coming => view! { <Loading/> }.into_any(),
        State::Missing => view! { <PartMissing/> }.into_any(),
    };
    drawn.into_any()
}
