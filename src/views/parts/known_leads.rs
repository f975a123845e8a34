//! Leads as candidates: read bit by bit as soon as somebody wants to know who among them may be the same.

use domain::records::Kind;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::pace::{Pace, next_task};
use crate::store::live_query::Live;
use crate::store::working_set::{Task, Touched};

/// For the screen that asks: when the leads are known, its queries about leads are asked again.
pub fn know_leads(live: Live) {
    let at_work = StoredValue::new(false);
    Effect::new(move || {
        live.track(&[Kind::Lead]);
        if live.finds() && !at_work.get_value() {
            at_work.set_value(true);
            spawn_local(read(live, at_work));
        }
    });
}

async fn read(live: Live, at_work: StoredValue<bool>) {
    let (mut pace, mut news) = (Pace::start(), false);
    while live.go_on(Task::KnowLeads).is_some_and(|progress| !progress.is_over) {
        news = true;
        if pace.is_over() {
            next_task().await;
            if at_work.try_get_value().is_none() {
                return;
            }
            pace = Pace::start();
        }
    }
    at_work.try_set_value(false);
    if news {
        live.touch(&Touched::leads());
    }
}
