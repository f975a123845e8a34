//! Work in small pieces, so that typing and scrolling never wait for it.

use std::cell::Cell;
use std::rc::Rc;

use futures::channel::oneshot;
use gloo_timers::callback::Timeout;
use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageChannel, MessageEvent};

use crate::clock;

/// Work between two pauses: with what the browser does besides it stays below a frame or two.
const SLICE_MS: f64 = 12.0;
/// Rows between two looks at the clock: asking it costs as much as some cells.
const UNHEEDED: usize = 8;
/// No frame takes longer, unless the page is out of sight.
const FRAME_MS: u32 = 60;
/// A write to the disk that takes less may be twice as large.
const WRITE_MS: f64 = 30.0;
/// One that takes more was too large: deciding is most of it, and one task.
const LONG_WRITE_MS: f64 = 55.0;
/// Changes of a write: at first and at least, and at most.
const FEWEST: usize = 20;
const MOST: usize = 320;

#[derive(Clone, Copy)]
pub struct Pace {
    since: f64,
    steps: usize,
}

impl Pace {
    pub fn start() -> Self {
        Self { since: clock::elapsed(), steps: 0 }
    }

    /// Lets the page do what waits when it is time for that. To be called after every row, or a few of something.
    /// True after a pause, in which much may have changed.
    pub async fn breathe(&mut self) -> bool {
        self.breathe_after(1).await
    }

    /// The same after so many rows.
    pub async fn breathe_after(&mut self, rows: usize) -> bool {
        self.steps += rows;
        if self.steps < UNHEEDED {
            return false;
        }
        self.steps = 0;
        let over = self.is_over();
        if over {
            next_task().await;
            self.since = clock::elapsed();
        }
        over
    }

    /// It is time for a pause.
    pub fn is_over(&self) -> bool {
        clock::elapsed() - self.since > SLICE_MS
    }
}

/// How many changes of one kind go to the disk together: a write costs about the same for one as for many, but what is pressed
/// meanwhile is heard after it.
#[derive(Clone, Copy)]
pub struct Portion {
    size: usize,
    since: f64,
}

impl Portion {
    pub fn first() -> Self {
        Self { size: FEWEST, since: clock::elapsed() }
    }

    /// A write begins, of at most this many.
    pub fn begin(&mut self) -> usize {
        self.since = clock::elapsed();
        self.size
    }

    /// The next one is larger, however long this one took.
    pub fn grow(&mut self) {
        self.size = (2 * self.size).min(MOST);
    }

    /// It ended: the next one is larger if there is time for that, smaller if this one took too long.
    pub fn end(&mut self) {
        match clock::elapsed() - self.since {
            ..WRITE_MS => self.grow(),
            LONG_WRITE_MS.. => self.size = (self.size / 2).max(FEWEST),
            _ => {}
        }
    }
}

/// The page has drawn, and what was pressed meanwhile has had its turn. Out of sight, where nothing is drawn, only the latter.
pub async fn next_frame() {
    let (sender, woken) = oneshot::channel();
    let sender = Rc::new(Cell::new(Some(sender)));
    // Whoever comes second finds nothing to wake.
    let wake = |sender: &Cell<Option<oneshot::Sender<()>>>| sender.take().map_or(Ok(()), |sender| sender.send(())).unwrap_or_default();
    if !document().hidden() {
        let framed = sender.clone();
        request_animation_frame(move || wake(&framed));
        let late = Timeout::new(FRAME_MS, move || wake(&sender));
        // The sender is dropped only after it was used.
        let _ = woken.await;
        drop(late);
    }
    next_task().await;
}

/// A message to oneself: unlike timers, it isn't slowed down while the tab is in the background.
pub async fn next_task() {
    let Ok(channel) = MessageChannel::new() else { return };
    let (sender, woken) = oneshot::channel();
    // The one who waits can't be gone: this function waits.
    let wake = Closure::once(move |_: MessageEvent| sender.send(()).unwrap_or_default());
    channel.port1().set_onmessage(Some(wake.as_ref().unchecked_ref()));
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        // The sender is dropped only after it was used.
        let _ = woken.await;
    }
    channel.port1().close();
}
