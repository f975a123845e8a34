//! A long list of rows of equal height (role=grid): only the rows in sight are in the page, and always the one with the focus.

mod keys;
mod row;
mod window;

use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

pub use self::row::RowAct;

use self::row::RowKind;
use self::window::Window;

/// Rows that are remembered when they leave.
const REMEMBERED: usize = 32;
/// Time from the rows in sight to those beyond: enough for the browser to paint.
const REST_MS: u32 = 40;

/// What tells a row from another, as long as the list lives.
pub trait RowKey: Copy + PartialEq + Send + Sync + 'static {}

impl<K: Copy + PartialEq + Send + Sync + 'static> RowKey for K {}

/// Where to go from the current row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    By(isize),
    Pages(isize),
    First,
    Last,
}

/// The rows and the current one among them: where Tab goes and arrow keys start. Shared by the list and its screen.
pub struct Rows<K: RowKey> {
    keys: Signal<Arc<Vec<K>>>,
    current: RwSignal<Option<K>>,
    /// Where the current row stood last: its place when it leaves the list.
    place: StoredValue<usize>,
    /// Rows that left while they were the current one, the oldest first: one becomes so again when it comes back, as by an undo.
    gone: StoredValue<Vec<K>>,
    window: StoredValue<Option<Rc<Window<K>>>, LocalStorage>,
    /// First and last row that can be seen, counted from one.
    sight: RwSignal<(usize, usize)>,
    offset: StoredValue<f64>,
}

impl<K: RowKey> Clone for Rows<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: RowKey> Copy for Rows<K> {}

impl<K: RowKey> Rows<K> {
    pub fn new(keys: impl Into<Signal<Arc<Vec<K>>>>, current: Option<K>) -> Self {
        let rows = Self {
            keys: keys.into(),
            current: RwSignal::new(current),
            place: StoredValue::new(0),
            gone: StoredValue::new(Vec::new()),
            window: StoredValue::new_local(None),
            sight: RwSignal::new((0, 0)),
            offset: StoredValue::new(0.0),
        };
        Effect::new(move |_| rows.follow());
        rows
    }

    /// Keeps the current row in the list: when it goes, the next one takes its place.
    fn follow(self) {
        let (keys, current) = (self.keys.get(), self.current.get());
        if let Some((at, back)) = self.gone.with_value(|gone| gone.iter().copied().enumerate().find(|(_, key)| keys.contains(key))) {
            // Those after it only stood in for it.
            self.gone.update_value(|gone| gone.truncate(at));
            self.with_window(Window::owe_focus);
            return self.current.set(Some(back));
        }
        let Some(current) = current else { return };
        match keys.iter().position(|key| *key == current) {
            Some(place) => self.place.set_value(place),
            None => {
                self.gone.update_value(|gone| {
                    gone.push(current);
                    let surplus = gone.len().saturating_sub(REMEMBERED);
                    gone.drain(..surplus);
                });
                let last = keys.len().saturating_sub(1);
                self.current.set(keys.get(self.place.get_value().min(last)).copied());
            }
        }
    }

    /// The current row, tracked.
    pub fn current(self) -> Option<K> {
        self.current.get()
    }

    pub fn current_untracked(self) -> Option<K> {
        self.current.get_untracked()
    }

    /// First and last row that can be seen, counted from one; tracked.
    pub fn in_sight(self) -> (usize, usize) {
        self.sight.get()
    }

    pub fn keys(self) -> Arc<Vec<K>> {
        self.keys.get()
    }

    pub fn keys_untracked(self) -> Arc<Vec<K>> {
        self.keys.get_untracked()
    }

    /// Makes a row the current one because a person chose it.
    pub fn choose(self, key: K) {
        if self.current.get_untracked() != Some(key) {
            self.gone.update_value(Vec::clear);
            self.current.set(Some(key));
        }
    }

    /// Moves the current row, shows it, and gives it the focus. Gives the row it came to.
    pub fn go(self, to: Go) -> Option<K> {
        let keys = self.keys.get_untracked();
        let last = keys.len().checked_sub(1)?;
        let from = self.current.get_untracked().and_then(|current| keys.iter().position(|key| *key == current));
        let page = self.window.with_value(|window| window.as_ref().map_or(10, |window| window.rows_in_sight()));
        let moved = |by: isize| from.map_or(0, |from| from.saturating_add_signed(by).min(last));
        let at = match to {
            Go::By(by) => moved(by),
            Go::Pages(pages) => moved(pages * page as isize),
            Go::First => 0,
            Go::Last => last,
        };
        let key = keys[at];
        self.choose(key);
        self.place.set_value(at);
        self.with_window(|window| window.show(at, true));
        Some(key)
    }

    /// Gives the current row the focus, the first one if there is none.
    pub fn focus(self) {
        // The screen may be gone by now.
        if self.current.try_get_untracked().is_none() {
            return;
        }
        match self.current_place() {
            Some(at) => self.with_window(|window| window.show(at, true)),
            None => drop(self.go(Go::First)),
        }
    }

    /// As [`Self::focus`], if nothing else has the focus: what had it may have left the page.
    pub fn focus_if_idle(self) {
        if window::active().is_none() {
            self.focus();
        }
    }

    /// Scrolls to the current row.
    pub fn reveal(self) {
        if let Some(at) = self.current_place() {
            self.with_window(|window| window.show(at, false));
        }
    }

    /// How far the list is scrolled, in pixels; still known when the list has left the page.
    pub fn offset(self) -> f64 {
        self.offset.get_value()
    }

    /// Scrolls the list to where it was, once it is drawn.
    pub fn scroll_to(self, offset: f64) {
        self.with_window(|window| window.scroll_to(offset));
    }

    fn saw(self, first: usize, last: usize, offset: f64) {
        self.offset.try_set_value(offset);
        let sight = ((first + 1).min(last), last);
        if self.sight.try_get_untracked().is_some_and(|known| known != sight) {
            self.sight.set(sight);
        }
    }

    fn current_place(self) -> Option<usize> {
        let current = self.current.get_untracked()?;
        self.keys.get_untracked().iter().position(|key| *key == current)
    }

    fn is_drawn(self) -> bool {
        self.window.with_value(|window| window.as_ref().is_some_and(|window| window.has_rows()))
    }

    fn with_window(self, act: impl FnOnce(&Window<K>)) {
        if let Some(window) = self.window.try_with_value(Clone::clone).flatten() {
            act(&window);
        }
    }
}

/// The body of the grid. `cells` draws the inside of a row once; what changes in it, it must follow by signals.
/// The grid around it says `aria-rowcount`; its first row is the head.
#[component]
pub fn VirtualRows<K: RowKey>(
    rows: Rows<K>,
    cells: impl Fn(K) -> AnyView + 'static,
    /// Whether a row is selected, tracked.
    selected: impl Fn(K) -> bool + Copy + Send + Sync + 'static,
    /// The row that is open beside the list.
    #[prop(into)]
    shown: Signal<Option<K>>,
    #[prop(into)] on_act: Callback<RowAct<K>>,
) -> impl IntoView {
    let body = NodeRef::<html::Div>::new();
    let spacer = NodeRef::<html::Div>::new();
    let kind = RowKind { rows, cells: Rc::new(cells), selected: Rc::new(selected), shown, on_act };
    let kind = StoredValue::new_local(kind);
    let owner = Owner::current().expect("a component has an owner");
    let ready = RwSignal::new(false);
    Effect::new(move |_| {
        let (Some(body), Some(spacer)) = (body.get(), spacer.get()) else { return };
        let window = Rc::new(Window::new(body.unchecked_into(), spacer.unchecked_into(), rows, kind.get_value(), owner.clone()));
        watch_size(&window);
        rows.window.set_value(Some(window));
        ready.set(true);
    });
    let (soon, rest) = (StoredValue::new(None::<SendWrapper<Timeout>>), StoredValue::new(None::<SendWrapper<Timeout>>));
    Effect::new(move |_| {
        ready.track();
        rows.keys.track();
        rows.current.track();
        let draw = move || {
            rows.with_window(Window::draw_sight);
            let draw = move || rows.with_window(Window::draw);
            rest.try_set_value(Some(SendWrapper::new(Timeout::new(REST_MS, draw))));
        };
        // Which rows there are was worked out in this task. Others than before are drawn in one of their own: both together may
        // keep the page waiting.
        if rows.is_drawn() {
            soon.set_value(Some(SendWrapper::new(Timeout::new(0, draw))));
        } else {
            draw();
        }
    });
    // Where the sheet lets the list grow, the page scrolls.
    let scroll = window_event_listener(leptos::ev::scroll, move |_| rows.with_window(Window::draw));
    on_cleanup(move || {
        scroll.remove();
        soon.try_set_value(None);
        rest.try_set_value(None);
        rows.window.try_set_value(None);
    });
    view! {
        <div
            node_ref=body
            class="grid__body"
            role="rowgroup"
            on:scroll=move |_| rows.with_window(Window::draw)
            on:keydown=move |event| keys::press(rows, on_act, &event)
        >
            <div node_ref=spacer class="grid__spacer" role="presentation"></div>
        </div>
    }
}

/// Draws again when the list gets taller or its rows do: in a task of its own, the browser has just laid out the page in this one.
fn watch_size<K: RowKey>(window: &Rc<Window<K>>) {
    let weak = Rc::downgrade(window);
    let on_change = Closure::<dyn FnMut()>::new(move || {
        let weak = weak.clone();
        let draw = move || weak.upgrade().iter().for_each(|window| window.draw());
        Timeout::new(0, draw).forget();
    });
    let Ok(observer) = ResizeObserver::new(on_change.as_ref().unchecked_ref()) else { return };
    observer.observe(&window.body);
    let watch = SendWrapper::new((observer, on_change));
    on_cleanup(move || watch.0.disconnect());
}
