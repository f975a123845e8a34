//! Short news at the edge of the screen. A toast is never the only place of an action: Recent changes has them all.

use std::sync::Arc;

use domain::commands::{Action, Receipt};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos_router::components::A;
use send_wrapper::SendWrapper;

use super::actions::Actions;
use crate::components::{Icon, IconName};
use crate::i18n::{common, shell};

const SHOWN_MS: u32 = 10_000;
const AT_MOST: usize = 2;
/// Changes that Z can take back one after the other.
const REMEMBERED: usize = 50;

#[derive(Clone)]
pub struct Toast {
    text: String,
    link: Option<(String, String)>,
    undo: Option<Receipt>,
    action: Option<(String, Arc<dyn Fn() + Send + Sync>)>,
    error: bool,
}

impl Toast {
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), link: None, undo: None, action: None, error: false }
    }

    pub fn undo(mut self, receipt: Receipt) -> Self {
        self.undo = Some(receipt);
        self
    }

    /// Something else to do about it. It may outlive the screen that offers it.
    pub fn action(mut self, label: impl Into<String>, run: impl Fn() + Send + Sync + 'static) -> Self {
        self.action = Some((label.into(), Arc::new(run)));
        self
    }

    /// A place to go on to.
    pub fn link(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.link = Some((label.into(), href.into()));
        self
    }
}

#[derive(Clone, Copy, Default)]
pub struct Toasts {
    shown: RwSignal<Vec<(u32, Toast)>>,
    count: StoredValue<u32>,
    done: StoredValue<Vec<Receipt>>,
}

impl Toasts {
    pub fn show(self, toast: Toast) {
        let number = self.count.get_value() + 1;
        self.count.set_value(number);
        self.shown.update(|shown| {
            shown.push((number, toast));
            let surplus = shown.len().saturating_sub(AT_MOST);
            shown.drain(..surplus);
        });
    }

    pub fn say(self, text: impl Into<String>) {
        self.show(Toast::new(text));
    }

    pub fn error(self, text: impl Into<String>) {
        self.show(Toast { error: true, ..Toast::new(text) });
    }

    fn hide(self, number: u32) {
        self.shown.update(|shown| shown.retain(|(found, _)| *found != number));
    }

    /// Keeps a change for Z. An undo takes its change off the list.
    pub fn remember(self, receipt: &Receipt) {
        self.done.update_value(|done| match receipt.action {
            Action::Undone { command, .. } => {
                done.retain(|known| known.stamp.command != command);
                // What is undone offers no Undo any more.
                self.shown
                    .update(|shown| shown.retain(|(_, toast)| toast.undo.as_ref().is_none_or(|known| known.stamp.command != command)));
            }
            _ => {
                done.push(receipt.clone());
                let surplus = done.len().saturating_sub(REMEMBERED);
                done.drain(..surplus);
            }
        });
    }

    pub fn forget_last(self) -> Option<Receipt> {
        self.done.try_update_value(Vec::pop).flatten()
    }
}

#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let spoken = move || toasts.shown.with(|shown| shown.last().map(|(_, toast)| toast.text.clone()).unwrap_or_default());
    view! {
        <div class="toasts" role="region" aria-label=shell::notifications>
            <p class="visually-hidden" role="status">{spoken}</p>
            <For each=move || toasts.shown.get() key=|(number, _)| *number let((number, toast))>
                <ToastView number toast/>
            </For>
        </div>
    }
}

/// Goes after ten seconds, which do not count while the pointer or the focus rests on it.
#[component]
fn ToastView(number: u32, toast: Toast) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let actions = Actions::use_actions();
    let timer = StoredValue::new(None::<SendWrapper<Timeout>>);
    let start = move || timer.set_value(Some(SendWrapper::new(Timeout::new(SHOWN_MS, move || toasts.hide(number)))));
    let pause = move || timer.set_value(None);
    start();
    let Toast { text, link, undo, action, error } = toast;
    view! {
        <div
            class="toast"
            class:toast--error=error
            on:mouseenter=move |_| pause()
            on:mouseleave=move |_| start()
            on:focusin=move |_| pause()
            on:focusout=move |_| start()
        >
            <span class="toast__text">{text}</span>
            {link.map(|(label, href)| view! { <A href=href attr:class="toast__link">{label}</A> })}
            {action
                .map(|(label, run)| {
                    view! {
                        <button
                            class="btn btn--sm"
                            type="button"
                            on:click=move |_| {
                                toasts.hide(number);
                                run();
                            }
                        >
                            {label}
                        </button>
                    }
                })}
            {undo
                .map(|receipt| {
                    view! {
                        <button
                            class="btn btn--sm"
                            type="button"
                            on:click=move |_| {
                                toasts.hide(number);
                                actions.undo(receipt.clone());
                            }
                        >
                            <Icon name=IconName::Undo/>
                            {common::undo}
                        </button>
                    }
                })}
            <button class="btn btn--icon btn--sm" type="button" aria-label=common::dismiss on:click=move |_| toasts.hide(number)>
                <Icon name=IconName::X/>
            </button>
        </div>
    }
}
