//! Other tabs of this browser: each tells the others that the log has grown. What is in it they read themselves.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// Kept for as long as the page lives.
pub struct Tabs {
    channel: BroadcastChannel,
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// `heard` runs when another tab wrote. None where the browser has no such channel: then a tab sees the others' work
    /// with its own next commit.
    pub fn open(name: &str, mut heard: impl FnMut() + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let closure = Closure::<dyn FnMut(MessageEvent)>::new(move |_| heard());
        channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
        Some(Self { channel, _heard: closure })
    }

    pub fn tell(&self) {
        // A closed channel has nobody to tell.
        let _ = self.channel.post_message(&"written".into());
    }
}
