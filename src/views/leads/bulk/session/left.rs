//! A run that was left in the middle, by a reload or a crash: its leads are written down while it is at work, and the next
//! start offers to go on with those that are not converted.

use std::sync::Arc;

use domain::bulk::{Choices, Settings};
use domain::ids::Id;
use domain::records::Kind;
use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;

use super::Session;
use crate::clock;
use crate::i18n::{basics, bulk as words, format};
use crate::views::parts::kept::Kept;
use crate::views::shell::toasts::Toast;

const RUN: Kept = Kept::of("convert-many-run");
/// When the run was last known to be at work, in this tab or in another one.
const BEAT: Kept = Kept::of("convert-many-beat");
/// A run that was silent this long is not at work any more.
const SILENT_MS: u32 = 8_000;

type Left = (Vec<Id>, Settings, Choices);

pub fn keep(leads: Vec<Id>, settings: Settings, choices: Choices) {
    RUN.keep::<Left>(&(leads, settings, choices));
}

pub fn beat() {
    BEAT.keep(&clock::now());
}

/// It is not at work, and not over.
pub fn rest() {
    BEAT.forget();
}

pub fn forget() {
    RUN.forget();
    BEAT.forget();
}

/// Asks before the page is left while a run is at work, and says at a start that one was left in the middle.
pub fn watch(session: Session) {
    Effect::new(move |before: Option<Option<[WindowListenerHandle; 2]>>| {
        before.into_iter().flatten().flatten().for_each(WindowListenerHandle::remove);
        session.flows.run_at_work.get().then(|| {
            let ask = |event: web_sys::BeforeUnloadEvent| {
                event.prevent_default();
                // Older browsers ask only for a text, which none of them shows.
                event.set_return_value(" ");
            };
            [window_event_listener(ev::beforeunload, ask), window_event_listener(ev::pagehide, |_| rest())]
        })
    });
    look(session);
}

/// Another tab may still be at it: then it is looked for again.
fn look(session: Session) {
    let Some((leads, settings, choices)) = RUN.load::<Left>() else { return };
    if BEAT.load::<i64>().is_some_and(|at| clock::now() - at < i64::from(SILENT_MS)) {
        Timeout::new(SILENT_MS, move || look(session)).forget();
        return;
    }
    // Others may convert some of them while this is offered.
    let (count, leads) = (leads.len(), Arc::new(leads));
    let left = move || leads.iter().copied().filter(|lead| session.is_open(*lead)).collect::<Vec<_>>();
    let say = move |left: usize| (words::left_in_the_middle(basics::n_leads(count), format::count(left)), words::go_on_with(left));
    let open = left().len();
    if open == 0 {
        return forget();
    }
    // By now this tab may be at work itself.
    if session.flows.run_at_work.get_untracked() {
        return;
    }
    let (text, label) = say(open);
    let now = {
        let left = left.clone();
        move || {
            session.live.track(&[Kind::Lead]);
            let open = left().len();
            (open > 0).then(|| say(open))
        }
    };
    let go_on = move || {
        forget();
        session.next.set_value(Some((settings.clone(), choices.clone())));
        session.flows.convert_together(left());
    };
    session.actions.toasts.show(Toast::new(text).action(label, go_on).following(now).lasting(forget));
}
