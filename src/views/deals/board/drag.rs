//! Dragging a card by mouse, pen or finger. A finger must rest first, so that scrolling always wins.

use domain::ids::Id;
use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent, TouchEvent, window};

use super::state::BoardState;

/// A press that moves less is a click.
const THRESHOLD: f64 = 4.0;
/// How long a finger rests before it lifts a card.
const PRESS_MS: u32 = 300;
/// Nearer to an edge than this, the board scrolls along.
const EDGE: f64 = 48.0;
const SCROLL: f64 = 14.0;

/// What can be done to a card beside moving it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Won,
    Lost,
    /// To the lead it was made from.
    Back,
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
    Carrying,
}

/// The copy of the card under the pointer.
#[derive(Clone, Debug, Default, PartialEq)]
struct Copied {
    html: String,
    width: f64,
    /// From the card's corner to the pointer.
    grip: (f64, f64),
}

#[derive(Clone, Copy)]
pub struct Drag {
    state: BoardState,
    phase: RwSignal<Phase>,
    over: RwSignal<Option<Ending>>,
    at: RwSignal<(f64, f64)>,
    copied: StoredValue<Copied>,
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
            copied: StoredValue::new(Copied::default()),
            swallow: StoredValue::new(false),
            press: StoredValue::new(None),
        };
        let handles = [
            window_event_listener(ev::pointermove, move |event| drag.moved(&event)),
            window_event_listener(ev::pointerup, move |_| drag.up()),
            window_event_listener(ev::pointercancel, move |_| drag.give_up()),
        ];
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                drag.give_up();
            }
        });
        on_cleanup(move || {
            handles.into_iter().for_each(|handle| handle.remove());
            escape.remove();
        });
        drag
    }

    pub fn is_on(self) -> bool {
        self.phase.get() == Phase::Carrying
    }

    pub fn over(self) -> Option<Ending> {
        self.over.get()
    }

    pub fn down(self, event: &PointerEvent) {
        self.swallow.set_value(false);
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let on_menu = target.as_ref().is_some_and(|target| target.closest(".card__menu, .menu").ok().flatten().is_some());
        let card = target.and_then(|target| target.closest("[data-deal]").ok().flatten());
        let free = !on_menu && event.button() == 0 && self.state.lift.get_untracked().is_none();
        let Some((deal, card)) = card.filter(|_| free).and_then(|card| Some((deal_at(&card)?, card))) else { return };
        let area = card.get_bounding_client_rect();
        let grip = (f64::from(event.client_x()) - area.left(), f64::from(event.client_y()) - area.top());
        self.copied.set_value(Copied { html: card.inner_html(), width: area.width(), grip });
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
            Phase::Carrying => self.hover(x, y),
        }
    }

    fn carry(self, deal: Id, x: f64, y: f64) {
        self.state.pick_up(deal, true);
        self.phase.set(Phase::Carrying);
        self.hover(x, y);
        self.scroll_on();
    }

    fn hover(self, x: f64, y: f64) {
        self.at.set((x, y));
        let Some(lift) = self.state.in_air() else { return };
        let under = under(x, y);
        let ending = under.as_ref().and_then(ending_at);
        if self.over.get_untracked() != ending {
            self.over.set(ending);
        }
        // Beside every column it would go back.
        let (column, place) = under.and_then(|under| place_at(&under, lift.deal, y)).unwrap_or(lift.from);
        self.state.carry_to(column, place);
    }

    fn up(self) {
        let (phase, over) = (self.phase.get_untracked(), self.over.get_untracked());
        self.stop();
        let Some(lift) = self.state.in_air().filter(|_| phase == Phase::Carrying) else { return };
        self.swallow.set_value(true);
        match over {
            Some(Ending::Won) => self.state.win(lift.deal),
            Some(Ending::Lost) => self.state.lose(lift.deal),
            Some(Ending::Back) => self.state.take_back(lift.deal),
            None => self.state.put_down(),
        }
    }

    /// Esc, or the browser took the pointer away.
    fn give_up(self) {
        if self.phase.get_untracked() == Phase::Carrying {
            self.swallow.set_value(true);
            self.state.put_back();
        }
        self.stop();
    }

    fn stop(self) {
        self.press.set_value(None);
        if self.phase.get_untracked() != Phase::Rest {
            self.phase.set(Phase::Rest);
            self.over.set(None);
        }
    }

    /// Scrolls frame by frame while the card hangs at an edge.
    fn scroll_on(self) {
        request_animation_frame(move || {
            if self.phase.try_get_untracked() == Some(Phase::Carrying) {
                let (x, y) = self.at.get_untracked();
                if scroll_along(x, y) {
                    self.hover(x, y);
                }
                self.scroll_on();
            }
        });
    }

    pub fn swallow_click(self, event: &MouseEvent) {
        if self.swallow.get_value() {
            self.swallow.set_value(false);
            event.prevent_default();
            event.stop_propagation();
        }
    }

    pub fn hold_scroll(self, event: &TouchEvent) {
        if self.phase.get_untracked() == Phase::Carrying {
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

fn under(x: f64, y: f64) -> Option<Element> {
    window()?.document()?.element_from_point(x as f32, y as f32)
}

fn ending_at(under: &Element) -> Option<Ending> {
    let target = under.closest("[data-drop]").ok()??;
    match target.get_attribute("data-drop")?.as_str() {
        "won" => Some(Ending::Won),
        "lost" => Some(Ending::Lost),
        _ => Some(Ending::Back),
    }
}

/// Column, and how many of its other cards have their middle above the pointer.
fn place_at(under: &Element, deal: Id, y: f64) -> Option<(usize, usize)> {
    let column = under.closest("[data-column]").ok()??;
    let number = column.get_attribute("data-column")?.parse().ok()?;
    let cards = column.query_selector_all("[data-deal]").ok()?;
    let cards = (0..cards.length()).filter_map(|at| cards.get(at)?.dyn_into::<Element>().ok());
    let above = cards.filter(|card| deal_at(card) != Some(deal)).filter(|card| {
        let area = card.get_bounding_client_rect();
        area.top() + area.height() / 2.0 < y
    });
    Some((number, above.count()))
}

/// True when something scrolled: the board sideways, the column or, on phones, the page up and down.
fn scroll_along(x: f64, y: f64) -> bool {
    let page = window().and_then(|window| window.document());
    let board = page.and_then(|page| page.query_selector(".board").ok().flatten());
    let mut scrolled = false;
    if let Some(board) = board {
        let area = board.get_bounding_client_rect();
        let by = pull(x, area.left(), area.right());
        board.set_scroll_left(board.scroll_left() + by as i32);
        scrolled = by != 0.0;
    }
    let column = under(x, y).and_then(|under| under.closest(".column__list").ok().flatten());
    match column.filter(|column| column.scroll_height() > column.client_height()) {
        Some(column) => {
            let area = column.get_bounding_client_rect();
            let by = pull(y, area.top(), area.bottom());
            column.set_scroll_top(column.scroll_top() + by as i32);
            scrolled || by != 0.0
        }
        None => scrolled || scroll_page(y),
    }
}

fn scroll_page(y: f64) -> bool {
    let Some(window) = window() else { return false };
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let by = pull(y, 0.0, height);
    window.scroll_by_with_x_and_y(0.0, by);
    by != 0.0
}

fn pull(at: f64, start: f64, end: f64) -> f64 {
    match at {
        at if at < start + EDGE => -SCROLL,
        at if at > end - EDGE => SCROLL,
        _ => 0.0,
    }
}

/// The copy of the card under the pointer.
#[component]
pub fn Carried(drag: Drag) -> impl IntoView {
    let left = move || format!("{}px", drag.at.get().0 - drag.copied.with_value(|copied| copied.grip.0));
    let top = move || format!("{}px", drag.at.get().1 - drag.copied.with_value(|copied| copied.grip.1));
    move || {
        drag.is_on().then(|| {
            let Copied { html, width, .. } = drag.copied.get_value();
            view! {
                <div
                    class="card card--carried"
                    aria-hidden="true"
                    style:left=left
                    style:top=top
                    style:width=format!("{width}px")
                    inner_html=html
                ></div>
            }
        })
    }
}
