//! The service worker: keeps the app for offline use, and asks before a new version takes over.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use super::states::reload;
use crate::components::{Icon, IconName};
use crate::i18n::{common, shell};

type Waiting = RwSignal<Option<SendWrapper<ServiceWorker>>>;

/// Says that a new version is ready; nothing happens until the user wants it.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let waiting: Waiting = RwSignal::new(None);
    spawn_local(async move {
        // Without a worker (private window, development build) the app runs all the same.
        if !cfg!(debug_assertions) {
            register(waiting).await;
        }
    });
    let take_over = move |_| {
        if let Some(worker) = waiting.get_untracked() {
            reload_when_taken_over();
            let _ = worker.post_message(&"SKIP_WAITING".into());
        }
    };
    view! {
        <Show when=move || waiting.get().is_some()>
            <div class="toasts" role="region" aria-label=shell::update_ready>
                <div class="toast" role="status">
                    <Icon name=IconName::Sync/>
                    <span class="toast__text">{shell::update_ready}</span>
                    <button class="btn btn--sm" type="button" on:click=take_over>{shell::update_now}</button>
                    <button class="btn btn--icon btn--sm" type="button" aria-label=common::dismiss on:click=move |_| waiting.set(None)>
                        <Icon name=IconName::X/>
                    </button>
                </div>
            </div>
        </Show>
    }
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let known = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    known.then(|| navigator.service_worker())
}

async fn register(waiting: Waiting) {
    let Some(container) = container() else { return };
    let Ok(registered) = JsFuture::from(container.register("/sw.js")).await else { return };
    let Ok(registration) = registered.dyn_into::<ServiceWorkerRegistration>() else { return };
    if let (Some(worker), true) = (registration.waiting(), container.controller().is_some()) {
        waiting.set(Some(SendWrapper::new(worker)));
    }
    let found = registration.clone();
    let on_found = Closure::<dyn FnMut()>::new(move || {
        if let Some(worker) = found.installing() {
            watch(worker, waiting);
        }
    });
    registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
    // It listens as long as the page lives.
    on_found.forget();
}

/// A worker that finished installing beside an older one waits for the user's word.
fn watch(worker: ServiceWorker, waiting: Waiting) {
    let installing = worker.clone();
    let on_change = Closure::<dyn FnMut()>::new(move || {
        let older = container().and_then(|container| container.controller()).is_some();
        if installing.state() == ServiceWorkerState::Installed && older {
            waiting.set(Some(SendWrapper::new(installing.clone())));
        }
    });
    worker.set_onstatechange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
}

fn reload_when_taken_over() {
    let Some(container) = container() else { return };
    let taken = Closure::<dyn FnMut()>::new(reload);
    container.set_oncontrollerchange(Some(taken.as_ref().unchecked_ref()));
    taken.forget();
}
