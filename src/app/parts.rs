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

/// The pages of single records.
#[derive(Clone, Copy, Debug)]
pub enum RecordPage {
    Lead,
    Deal,
    Person,
    Organization,
}

#[derive(Clone, Copy, Debug)]
pub enum List {
    Deals,
    People,
    Organizations,
    Activities,
    Changes,
}

/// What is used now and then.
#[derive(Clone, Copy, Debug)]
pub enum SetUp {
    Import,
    Settings,
}

/// The dialogs that any screen opens: convert, new lead, palette.
#[derive(Clone, Copy, Debug)]
pub struct Dialogs;

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
    records,
    fetch_records,
    fn draw_record(which: RecordPage) {
        match which {
            RecordPage::Lead => view! { <LeadPage/> }.into_any(),
            RecordPage::Deal => view! { <DealPage/> }.into_any(),
            RecordPage::Person => view! { <PersonPage/> }.into_any(),
            RecordPage::Organization => view! { <OrganizationPage/> }.into_any(),
        }
    }
);

in_part!(
    lists,
    fetch_lists,
    fn draw_list(which: List) {
        match which {
            List::Deals => view! { <Pipeline/> }.into_any(),
            List::People => view! { <People/> }.into_any(),
            List::Organizations => view! { <Organizations/> }.into_any(),
            List::Activities => view! { <Agenda/> }.into_any(),
            List::Changes => view! { <Changes/> }.into_any(),
        }
    }
);

in_part!(
    dialogs,
    fetch_dialogs,
    fn draw_dialogs(_which: Dialogs) {
        view! { <ConvertHost/><NewLeadHost/><PaletteHost/> }.into_any()
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
    records: RwSignal<State>,
    lists: RwSignal<State>,
    dialogs: RwSignal<State>,
    set_up: RwSignal<State>,
}

impl Parts {
    /// Fetches the parts: the one of the screen that is asked for at once, the others when it has its rows.
    pub fn fetch() -> Self {
        let state = || RwSignal::new(State::Coming);
        let parts = Self { records: state(), lists: state(), dialogs: state(), set_up: state() };
        let live = expect_context::<Live>();
        let path = use_location().pathname;
        let when = move |is_asked: fn(&str) -> bool| {
            Memo::new(move |was: Option<&bool>| was == Some(&true) || live.state() == LoadState::Ready || path.with(|path| is_asked(path)))
        };
        let is_record = |path: &str| path.matches('/').count() > 1;
        fetch_when(when(is_record), parts.records, || fetch_records().map(|result| result.is_ok()));
        let is_list = |path: &str| path.matches('/').count() == 1 && ![routes::LEADS, routes::IMPORT, routes::SETTINGS].contains(&path);
        fetch_when(when(is_list), parts.lists, || fetch_lists().map(|result| result.is_ok()));
        fetch_when(when(|_| false), parts.dialogs, || fetch_dialogs().map(|result| result.is_ok()));
        let is_set_up = |path: &str| [routes::IMPORT, routes::SETTINGS].contains(&path);
        fetch_when(when(is_set_up), parts.set_up, || fetch_set_up().map(|result| result.is_ok()));
        parts
    }

    pub fn record(self, which: RecordPage) -> AnyView {
        shown(self.records, move || draw_record(which).now_or_never()?.ok())
    }

    pub fn list(self, which: List) -> AnyView {
        shown(self.lists, move || draw_list(which).now_or_never()?.ok())
    }

    pub fn set_up(self, which: SetUp) -> AnyView {
        shown(self.set_up, move || draw_set_up(which).now_or_never()?.ok())
    }

    /// The dialogs that any screen opens: nothing until one is asked for.
    pub fn dialogs(self) -> AnyView {
        let (flows, toasts) = (Flows::use_flows(), expect_context::<Toasts>());
        Effect::new(move || {
            if self.dialogs.get() == State::Missing && flows.waits_for_dialog() {
                flows.close_dialogs();
                toasts.error(crate::i18n::shell::part_missing().to_owned());
            }
        });
        (move || (self.dialogs.get() == State::Here).then(|| draw_dialogs(Dialogs).now_or_never()?.ok())).into_any()
    }
}

fn fetch_when<F: Future<Output = bool> + 'static>(wanted: Memo<bool>, state: RwSignal<State>, fetch: impl Fn() -> F + Clone + 'static) {
    Effect::new(move || {
        if wanted.get() {
            spawn_local(until_here(state, fetch.clone()));
        }
    });
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
