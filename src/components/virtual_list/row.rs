//! One row: its roles and states, and what is done to it by pointer.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};

use super::{RowKey, Rows};

/// How long a finger rests on a row to select it.
const LONG_PRESS_MS: u32 = 500;
/// A finger that moves further is scrolling.
const STEADY_PX: i32 = 10;

/// What a person did with a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RowAct<K> {
    /// A click beside links and controls; with Shift or Ctrl it selects.
    Click {
        key: K,
        shift: bool,
        ctrl: bool,
    },
    /// Enter.
    Open(K),
    /// Space.
    Toggle(K),
    /// Shift with an arrow key, from one row to the next.
    Extend {
        from: K,
        to: K,
    },
    LongPress(K),
    /// Up from the first row.
    Above,
}

/// How rows of this list are drawn.
pub struct RowKind<K: RowKey> {
    pub rows: Rows<K>,
    pub cells: Rc<dyn Fn(K) -> AnyView>,
    pub selected: Rc<dyn Fn(K) -> bool + Send + Sync>,
    pub shown: Signal<Option<K>>,
    pub on_act: Callback<RowAct<K>>,
}

impl<K: RowKey> Clone for RowKind<K> {
    fn clone(&self) -> Self {
        let Self { rows, cells, selected, shown, on_act } = self;
        Self { rows: *rows, cells: cells.clone(), selected: selected.clone(), shown: *shown, on_act: *on_act }
    }
}

impl<K: RowKey> RowKind<K> {
    pub fn view(&self, key: K, at: ArcRwSignal<usize>) -> impl IntoView + use<K> {
        let (rows, shown, on_act) = (self.rows, self.shown, self.on_act);
        let cells = (self.cells)(key);
        let selected = SendWrapper::new(self.selected.clone());
        let (place, index) = (at.clone(), at);
        // The first row takes the Tab key as long as no row is the current one.
        let is_tab_stop = move || match rows.current() {
            Some(current) => current == key,
            None => rows.keys().first() == Some(&key),
        };
        let press = LongPress::new(move || on_act.run(RowAct::LongPress(key)));
        view! {
            <div
                class="grid__row"
                role="row"
                aria-rowindex=move || (index.get() + 2).to_string()
                aria-selected=move || selected(key).to_string()
                aria-current=move || (shown.get() == Some(key)).then_some("true")
                tabindex=move || if is_tab_stop() { "0" } else { "-1" }
                style:--at=move || place.get().to_string()
                on:focusin=move |_| rows.choose(key)
                on:click=move |event| click(key, &event, press, on_act)
                on:pointerdown=move |event| press.down(&event)
                on:pointermove=move |event| press.moved(&event)
                on:pointerup=move |_| press.up()
                on:pointercancel=move |_| press.up()
                on:contextmenu=move |event: MouseEvent| {
                    if press.is_touch.get_value() {
                        event.prevent_default();
                    }
                }
            >
                {cells}
            </div>
        }
    }
}

fn click<K: RowKey>(key: K, event: &MouseEvent, press: LongPress, on_act: Callback<RowAct<K>>) {
    // The finger that selected by resting comes up as a click.
    if press.fired.get_value() {
        press.fired.set_value(false);
        event.prevent_default();
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_control = target.and_then(|target| target.closest("a, button, input").ok().flatten()).is_some();
    if !on_control && !event.default_prevented() {
        on_act.run(RowAct::Click { key, shift: event.shift_key(), ctrl: event.ctrl_key() || event.meta_key() });
    }
}

/// A finger that rests.
#[derive(Clone, Copy)]
struct LongPress {
    timer: StoredValue<Option<SendWrapper<Timeout>>>,
    start: StoredValue<(i32, i32)>,
    is_touch: StoredValue<bool>,
    fired: StoredValue<bool>,
    run: Callback<()>,
}

impl LongPress {
    fn new(run: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            timer: StoredValue::new(None),
            start: StoredValue::new((0, 0)),
            is_touch: StoredValue::new(false),
            fired: StoredValue::new(false),
            run: Callback::new(move |()| run()),
        }
    }

    fn down(self, event: &PointerEvent) {
        let is_touch = event.pointer_type() != "mouse";
        self.is_touch.set_value(is_touch);
        self.fired.set_value(false);
        if is_touch {
            self.start.set_value((event.client_x(), event.client_y()));
            let timer = Timeout::new(LONG_PRESS_MS, move || {
                if self.fired.try_update_value(|fired| *fired = true).is_some() {
                    self.run.run(());
                }
            });
            self.timer.set_value(Some(SendWrapper::new(timer)));
        }
    }

    fn moved(self, event: &PointerEvent) {
        let (x, y) = self.start.get_value();
        if (event.client_x() - x).abs() > STEADY_PX || (event.client_y() - y).abs() > STEADY_PX {
            self.timer.set_value(None);
        }
    }

    fn up(self) {
        self.timer.set_value(None);
    }
}
