//! Dragging a card by mouse, pen or finger. A finger must rest first, so that scrolling always wins.

use domain::ids::Id;
use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent, TouchEvent, window};

use super::state::BoardState;
use crate::i18n::format;

/// A press that moves less is a click.
const THRESHOLD: f64 = 4.0;
/// How long a finger rests before it lifts a card.
const PRESS_MS: u32 = 300;
/// Nearer to the edge of the board than this it scrolls along.
const EDGE: f64 = 48.0;
const SCROLL: i32 = 14;

/// What is under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    Column { column: usize, place: usize },
    Won,
    Lost,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Phase {
    Rest,
    /// Pressed, not moved yet. `ready` is false while a finger has not rested long enough.
    Pressed {
        deal: Id,
        x: f64,
        y: f64,
        ready: bool,
    },
    Carrying {
        deal: Id,
    },
}

#[derive(Clone, Copy)]
pub struct Drag {
    state: BoardState,
    phase: RwSignal<Phase>,
    over: RwSignal<Option<Over>>,
    at: RwSignal<(f64, f64)>,
    /// The click that ends a drag must not follow the link.
    swallow: StoredValue<bool>,
    press: StoredValue<Option<SendWrapper<Timeout>>>,
}

impl Drag {
    pub fn new(state: BoardState) -> Self {
        let drag = Self {
            state,
            phase: RwSignal::new(Phase::Rest),
            over: RwSignal::new(None),
            at: RwSignal::new((0.0, 0.0)),
            swallow: StoredValue::new(false),
            press: StoredValue::new(None),
        };
        let handles = [
            window_event_listener(ev::pointermove, move |event| drag.moved(&event)),
            window_event_listener(ev::pointerup, move |_| drag.up()),
            window_event_listener(ev::pointercancel, move |_| drag.stop()),
        ];
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                drag.stop();
            }
        });
        on_cleanup(move || {
            handles.into_iter().for_each(|handle| handle.remove());
            escape.remove();
        });
        drag
    }

    pub fn is_on(self) -> bool {
        matches!(self.phase.get(), Phase::Carrying { .. })
    }

    pub fn carries(self, deal: Id) -> bool {
        self.phase.get() == Phase::Carrying { deal }
    }

    pub fn over(self) -> Option<Over> {
        self.over.get()
    }

    pub fn down(self, event: &PointerEvent) {
        self.swallow.set_value(false);
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let on_menu = target.as_ref().is_some_and(|target| target.closest(".card__menu, .menu").ok().flatten().is_some());
        let Some(deal) = target.filter(|_| !on_menu && event.button() == 0).and_then(|target| deal_at(&target)) else { return };
        let mouse = event.pointer_type() == "mouse";
        self.phase.set(Phase::Pressed { deal, x: event.client_x().into(), y: event.client_y().into(), ready: mouse });
        if !mouse {
            let lift = move || {
                if let Phase::Pressed { deal, x, y, .. } = self.phase.get_untracked() {
                    self.carry(deal, x, y);
                }
            };
            self.press.set_value(Some(SendWrapper::new(Timeout::new(PRESS_MS, lift))));
        }
    }

    fn moved(self, event: &PointerEvent) {
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        match self.phase.get_untracked() {
            Phase::Rest => {}
            Phase::Pressed { x: from_x, y: from_y, .. } if (x - from_x).hypot(y - from_y) < THRESHOLD => {}
            Phase::Pressed { deal, ready: true, .. } => self.carry(deal, x, y),
            // A finger that moves before it has rested scrolls.
            Phase::Pressed { .. } => self.stop(),
            Phase::Carrying { deal } => self.hover(deal, x, y),
        }
    }

    fn carry(self, deal: Id, x: f64, y: f64) {
        self.phase.set(Phase::Carrying { deal });
        self.hover(deal, x, y);
    }

    fn hover(self, deal: Id, x: f64, y: f64) {
        self.at.set((x, y));
        let over = under(deal, x, y);
        if self.over.get_untracked() != over {
            self.over.set(over);
        }
        scroll_along(x);
    }

    fn up(self) {
        let (phase, over) = (self.phase.get_untracked(), self.over.get_untracked());
        self.stop();
        let Phase::Carrying { deal } = phase else { return };
        self.swallow.set_value(true);
        match over {
            Some(Over::Column { column, place }) => self.state.move_to(deal, column, place),
            Some(Over::Won) => self.state.win(deal),
            Some(Over::Lost) => self.state.lost.set(Some(deal)),
            None => {}
        }
    }

    fn stop(self) {
        self.press.set_value(None);
        if self.phase.get_untracked() != Phase::Rest {
            self.phase.set(Phase::Rest);
            self.over.set(None);
        }
    }

    pub fn swallow_click(self, event: &MouseEvent) {
        if self.swallow.get_value() {
            self.swallow.set_value(false);
            event.prevent_default();
            event.stop_propagation();
        }
    }

    pub fn hold_scroll(self, event: &TouchEvent) {
        if matches!(self.phase.get_untracked(), Phase::Carrying { .. }) {
            event.prevent_default();
        }
    }

    /// A long press lifts the card, it does not open the browser's menu.
    pub fn hold_menu(self, event: &MouseEvent) {
        if self.phase.get_untracked() != Phase::Rest {
            event.prevent_default();
        }
    }
}

fn deal_at(element: &Element) -> Option<Id> {
    element.closest("[data-deal]").ok()??.get_attribute("data-deal")?.parse().ok()
}

fn under(deal: Id, x: f64, y: f64) -> Option<Over> {
    let element = window()?.document()?.element_from_point(x as f32, y as f32)?;
    if let Some(target) = element.closest("[data-drop]").ok()? {
        return if target.get_attribute("data-drop").as_deref() == Some("won") { Some(Over::Won) } else { Some(Over::Lost) };
    }
    let column = element.closest("[data-column]").ok()??;
    let number = column.get_attribute("data-column")?.parse().ok()?;
    let cards = column.query_selector_all("[data-deal]").ok()?;
    let cards = (0..cards.length()).filter_map(|at| cards.get(at)?.dyn_into::<Element>().ok());
    let above = cards.filter(|card| deal_at(card) != Some(deal)).filter(|card| {
        let area = card.get_bounding_client_rect();
        area.top() + area.height() / 2.0 < y
    });
    Some(Over::Column { column: number, place: above.count() })
}

fn scroll_along(x: f64) {
    let Some(board) = window().and_then(|window| window.document()).and_then(|document| document.query_selector(".board").ok().flatten())
    else {
        return;
    };
    let area = board.get_bounding_client_rect();
    if x < area.left() + EDGE {
        board.set_scroll_left(board.scroll_left() - SCROLL);
    } else if x > area.right() - EDGE {
        board.set_scroll_left(board.scroll_left() + SCROLL);
    }
}

/// The copy of the card under the pointer.
#[component]
pub fn Carried(state: BoardState, drag: Drag) -> impl IntoView {
    let carried = Memo::new(move |_| if let Phase::Carrying { deal } = drag.phase.get() { Some(deal) } else { None });
    move || {
        carried.get().map(|deal| {
            let record = state.actions.live.read(|set| set.get(deal));
            let value = record.and_then(|record| record.money(domain::records::Field::Value)).map(format::money);
            view! {
                <div
                    class="card card--carried"
                    aria-hidden="true"
                    style:left=move || format!("{}px", drag.at.get().0 + 8.0)
                    style:top=move || format!("{}px", drag.at.get().1 + 8.0)
                >
                    <p class="card__title">{state.actions.name(deal)}</p>
                    <div class="card__row"><span class="card__value">{value}</span></div>
                </div>
            }
        })
    }
}
