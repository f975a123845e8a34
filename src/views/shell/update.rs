//! The service worker: keeps the app for offline use, and asks before a new version takes over.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use super::states::reload;
use super::toasts::Toasts;

/// Says that a new version is ready; nothing happens until the user wants it.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    spawn_local(async move {
        // Without a worker (private window, development build) the app runs all the same.
        if !cfg!(debug_assertions) {
            register(toasts).await;
        }
    });
}

fn say_ready(toasts: Toasts, worker: ServiceWorker) {
    let worker = SendWrapper::new(worker);
    toasts.update.set(Some(Callback::new(move |()| let_in(&worker))));
}

/// Another tab may have let it in already: then only this page is still the old one.
fn let_in(worker: &ServiceWorker) {
    reload_when_taken_over();
    if worker.state() == ServiceWorkerState::Installed {
        let _ = worker.post_message(&"SKIP_WAITING".into());
    } else {
        reload();
    }
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let known = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    known.then(|| navigator.service_worker())
}

async fn register(toasts: Toasts) {
    let Some(container) = container() else { return };
    let Ok(registered) = JsFuture::from(container.register("/sw.js")).await else { return };
    let Ok(registration) = registered.dyn_into::<ServiceWorkerRegistration>() else { return };
    if let (Some(worker), true) = (registration.waiting(), container.controller().is_some()) {
        say_ready(toasts, worker);
    }
    let found = registration.clone();
    let on_found = Closure::<dyn FnMut()>::new(move || {
        if let Some(worker) = found.installing() {
            watch(worker, toasts);
        }
    });
    registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
    // It listens as long as the page lives.
    on_found.forget();
}

/// A worker that finished installing beside an older one waits for the user's word.
fn watch(worker: ServiceWorker, toasts: Toasts) {
    let installing = worker.clone();
    let on_change = Closure::<dyn FnMut()>::new(move || {
        let older = container().and_then(|container| container.controller()).is_some();
        if installing.state() == ServiceWorkerState::Installed && older {
            say_ready(toasts, installing.clone());
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
