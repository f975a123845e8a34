//! Screens whose code is fetched while the inbox is already in use. In the release build each part is a file of its own,
//! which `cargo xtask dist` splits off; in other builds a part is always there.

use futures::FutureExt;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
#[cfg(feature = "parts")]
use leptos::wasm_split::wasm_split;
use leptos_router::hooks::use_location;
use wasm_bindgen_futures::spawn_local;

use crate::finder::{build_finder, fetch_finder};
use crate::routes;
use crate::store::live_query::{Live, LoadState};
use crate::views::activities::Agenda;
use crate::views::deals::{DealPage, Pipeline};
use crate::views::duplicates::DuplicatesPage;
use crate::views::import::{ImportPage, Step, later_step};
use crate::views::leads::{BulkHost, ConvertHost, LeadPage, NewLeadHost};
use crate::views::merge::MergeHost;
use crate::views::organizations::{OrganizationPage, Organizations};
use crate::views::parts::input::fetch_input;
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
    People,
    Organizations,
    Activities,
    Changes,
}

#[derive(Clone, Copy, Debug)]
pub struct Settings;

/// The deals of a pipeline, as a board or as a list.
#[derive(Clone, Copy, Debug)]
pub struct Board;

/// What comes once a screen is in use.
#[derive(Clone, Copy, Debug)]
pub enum Later {
    /// The dialogs that any screen opens: convert one or many, new lead, palette, merge.
    Dialogs,
    /// Everybody compared with everybody: it waits for the finder anyway, and what it does is done in these dialogs.
    Duplicates,
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
            List::People => view! { <People/> }.into_any(),
            List::Organizations => view! { <Organizations/> }.into_any(),
            List::Activities => view! { <Agenda/> }.into_any(),
            List::Changes => view! { <Changes/> }.into_any(),
        }
    }
);

in_part!(
    settings,
    fetch_settings,
    fn draw_settings(_which: Settings) {
        view! { <SettingsPage/> }.into_any()
    }
);

in_part!(
    board,
    fetch_board,
    fn draw_board(_which: Board) {
        view! { <Pipeline/> }.into_any()
    }
);

in_part!(
    dialogs,
    fetch_dialogs,
    fn draw_later(which: Later) {
        match which {
            Later::Dialogs => view! { <ConvertHost/><NewLeadHost/><PaletteHost/><BulkHost/><MergeHost/> }.into_any(),
            Later::Duplicates => view! { <DuplicatesPage/> }.into_any(),
        }
    }
);

in_part!(
    import,
    fetch_import,
    fn draw_import(later: Callback<Step, AnyView>) {
        view! { <ImportPage later/> }.into_any()
    }
);

in_part!(
    import_steps,
    fetch_import_steps,
    fn draw_import_step(step: Step) {
        later_step(step)
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
    settings: RwSignal<State>,
    board: RwSignal<State>,
    import: RwSignal<State>,
    /// What follows once a file is chosen.
    import_steps: RwSignal<State>,
    dialogs: RwSignal<State>,
}

impl Parts {
    /// Fetches the parts: the one of the screen that is asked for at once, the others when it has its rows.
    pub fn fetch() -> Self {
        let state = || RwSignal::new(State::Coming);
        let parts = Self {
            records: state(),
            lists: state(),
            settings: state(),
            board: state(),
            import: state(),
            import_steps: state(),
            dialogs: state(),
        };
        fetch_when(|path| path.matches('/').count() > 1, parts.records, || fetch_records().map(|result| result.is_ok()));
        fetch_when(|path| LISTS.contains(&path), parts.lists, || fetch_lists().map(|result| result.is_ok()));
        fetch_when(|path| path == routes::SETTINGS, parts.settings, || fetch_settings().map(|result| result.is_ok()));
        fetch_when(|path| path == routes::DEALS, parts.board, || fetch_board().map(|result| result.is_ok()));
        fetch_when(|path| path == routes::IMPORT, parts.import, || fetch_import().map(|result| result.is_ok()));
        fetch_when(|_| false, state(), || fetch_input().map(|result| result.is_ok()));
        fetch_when(|_| false, parts.import_steps, || fetch_import_steps().map(|result| result.is_ok()));
        fetch_when(|path| path == routes::DUPLICATES, parts.dialogs, || fetch_dialogs().map(|result| result.is_ok()));
        let finder = state();
        fetch_when(|_| false, finder, || fetch_finder().map(|result| result.is_ok()));
        build_when_here(finder);
        parts
    }

    pub fn record(self, which: RecordPage) -> AnyView {
        shown(self.records, move || draw_record(which).now_or_never()?.ok())
    }

    pub fn list(self, which: List) -> AnyView {
        shown(self.lists, move || draw_list(which).now_or_never()?.ok())
    }

    pub fn settings(self) -> AnyView {
        shown(self.settings, move || draw_settings(Settings).now_or_never()?.ok())
    }

    pub fn board(self) -> AnyView {
        shown(self.board, move || draw_board(Board).now_or_never()?.ok())
    }

    pub fn duplicates(self) -> AnyView {
        shown(self.dialogs, move || draw_later(Later::Duplicates).now_or_never()?.ok())
    }

    pub fn import(self) -> AnyView {
        let later = Callback::new(move |step| shown(self.import_steps, move || draw_import_step(step).now_or_never()?.ok()));
        shown(self.import, move || draw_import(later).now_or_never()?.ok())
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
        let dialogs = move || (self.dialogs.get() == State::Here).then(|| draw_later(Later::Dialogs).now_or_never()?.ok());
        dialogs.into_any()
    }
}

const LISTS: [&str; 4] = [routes::PEOPLE, routes::ORGANIZATIONS, routes::ACTIVITIES, routes::CHANGES];

/// At once where the address is a screen of the part, else when the screen that is shown has what it needs.
fn fetch_when<F: Future<Output = bool> + 'static>(
    is_asked: fn(&str) -> bool,
    state: RwSignal<State>,
    fetch: impl Fn() -> F + Clone + 'static,
) {
    let live = expect_context::<Live>();
    let path = use_location().pathname;
    let wanted =
        Memo::new(move |was: Option<&bool>| was == Some(&true) || live.state() == LoadState::Ready || path.with(|path| is_asked(path)));
    Effect::new(move || {
        if wanted.get() {
            spawn_local(until_here(state, fetch.clone()));
        }
    });
}

/// Whenever there is no finder: after the start, and after all was read anew.
fn build_when_here(finder: RwSignal<State>) {
    let live = expect_context::<Live>();
    Effect::new(move || {
        if finder.get() == State::Here && live.lacks_finder() {
            spawn_local(async move {
                if let Ok(work) = build_finder(live).await {
                    work.await;
                }
            });
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
