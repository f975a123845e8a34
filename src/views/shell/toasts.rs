//! Short news at the edge of the screen. A toast is never the only place of an action: Recent changes has them all.

use std::collections::HashSet;
use std::sync::Arc;

use domain::commands::Receipt;
use domain::ids::Id;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos_router::components::A;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::actions::Actions;
use super::work::{WorkEntries, Works};
use crate::components::{Icon, IconName};
use crate::i18n::{basics, shell};

const SHOWN_MS: u32 = 10_000;
const AT_MOST: usize = 2;
/// Changes that Z can take back one after the other.
const REMEMBERED: usize = 50;

/// A text and the label of the action beside it; none when the toast is out of date.
type Said = Option<(String, String)>;

#[derive(Clone)]
pub struct Toast {
    text: String,
    link: Option<(String, String)>,
    undo: Option<Receipt>,
    action: Option<(String, Arc<dyn Fn() + Send + Sync>)>,
    error: bool,
    /// Stays until somebody answers it; runs when that is the cross.
    lasting: Option<Arc<dyn Fn() + Send + Sync>>,
    now: Option<Arc<dyn Fn() -> Said + Send + Sync>>,
}

impl Toast {
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), link: None, undo: None, action: None, error: false, lasting: None, now: None }
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

    /// It does not go by itself; `dismissed` runs when nobody wants it.
    pub fn lasting(mut self, dismissed: impl Fn() + Send + Sync + 'static) -> Self {
        self.lasting = Some(Arc::new(dismissed));
        self
    }

    /// What it says is followed as long as it stands; it is read out once. It goes when there is nothing to say.
    pub fn following(mut self, now: impl Fn() -> Said + Send + Sync + 'static) -> Self {
        self.now = Some(Arc::new(now));
        self
    }

    /// Something went wrong.
    pub fn failed(mut self) -> Self {
        self.error = true;
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
    /// Lets a new version in that waits.
    pub update: RwSignal<Option<Callback<()>>>,
    pub works: Works,
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
        self.show(Toast::new(text).failed());
    }

    /// Makes what runs run again when a toast comes or goes.
    pub fn track(self) {
        self.shown.track();
    }

    fn hide(self, number: u32) {
        self.shown.update(|shown| shown.retain(|(found, _)| *found != number));
    }

    /// Keeps a change for Z. An undo takes its change off the list. Of a run that converts many, one receipt stands for all.
    pub fn remember(self, receipt: &Receipt) {
        if let Some(command) = receipt.undoes() {
            self.done.update_value(|done| done.retain(|known| known.stamp.command != command));
            // What is undone offers no Undo any more.
            self.shown.update(|shown| shown.retain(|(_, toast)| toast.undo.as_ref().is_none_or(|known| known.stamp.command != command)));
        }
        // An undo is taken back where it is offered, by Redo; Z goes on to what was done before.
        if !receipt.action.takes_back() {
            let run = run_of(receipt);
            self.done.update_value(|done| {
                done.retain(|known| run.is_none() || run_of(known) != run);
                done.push(receipt.clone());
                let surplus = done.len().saturating_sub(REMEMBERED);
                done.drain(..surplus);
            });
        }
    }

    /// Changes that were taken back, or done again, as one.
    pub fn remember_many(self, receipts: &[Receipt]) {
        let undone: HashSet<Id> = receipts.iter().filter_map(Receipt::undoes).collect();
        self.done.update_value(|done| done.retain(|known| !undone.contains(&known.stamp.command)));
        if let Some(last) = receipts.last() {
            self.remember(last);
        }
    }

    pub fn forget_last(self) -> Option<Receipt> {
        self.done.try_update_value(Vec::pop).flatten()
    }
}

/// The run of many conversions that a change belongs to.
pub fn run_of(receipt: &Receipt) -> Option<Id> {
    receipt.action.converts()?.run
}

#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let spoken = move || toasts.shown.with(|shown| shown.last().map(|(_, toast)| toast.text.clone()).unwrap_or_default());
    let hidden = hidden_tab();
    view! {
        <div class="toasts" role="region" aria-label=shell::notifications>
            <p class="visually-hidden" role="status">{spoken}</p>
            <p class="visually-hidden" role="status">{move || toasts.update.get().map(|_| shell::update_ready())}</p>
            {move || toasts.update.get().map(|let_in| update_entry(toasts, let_in))}
            <WorkEntries works=toasts.works/>
            <For each=move || toasts.shown.get() key=|(number, _)| *number let((number, toast))>
                <ToastView number toast hidden/>
            </For>
        </div>
    }
}

/// Stays until somebody answers it.
fn update_entry(toasts: Toasts, let_in: Callback<()>) -> AnyView {
    view! {
        <div class="toast">
            <Icon name=IconName::Sync/>
            <span class="toast__text">{shell::update_ready}</span>
            <button class="btn btn--sm" type="button" on:click=move |_| let_in.run(())>{shell::update_now}</button>
            <button class="btn btn--icon btn--sm" type="button" aria-label=basics::dismiss on:click=move |_| toasts.update.set(None)>
                <Icon name=IconName::X/>
            </button>
        </div>
    }
    .into_any()
}

/// Whether the tab is out of sight.
fn hidden_tab() -> RwSignal<bool> {
    let hidden = RwSignal::new(document().hidden());
    // The region stands as long as the page.
    let on_change = Closure::<dyn FnMut()>::new(move || hidden.set(document().hidden()));
    document().set_onvisibilitychange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
    hidden
}

/// Goes after ten seconds, which do not count while the pointer or the focus rests on it, or the tab is out of sight.
#[component]
fn ToastView(number: u32, toast: Toast, hidden: RwSignal<bool>) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let actions = Actions::use_actions();
    let (pointed, focused) = (RwSignal::new(false), RwSignal::new(false));
    let timer = StoredValue::new(None::<SendWrapper<Timeout>>);
    let lasts = toast.lasting.is_some();
    Effect::new(move |_| {
        let rests = lasts || pointed.get() || focused.get() || hidden.get();
        timer.set_value((!rests).then(|| SendWrapper::new(Timeout::new(SHOWN_MS, move || toasts.hide(number)))));
    });
    let Toast { text, link, undo, action, error, lasting, now } = toast;
    let now = now.map(|now| Memo::new(move |_| now()));
    Effect::new(move |_| {
        if now.is_some_and(|now| now.with(Option::is_none)) {
            toasts.hide(number);
        }
    });
    let text = move || now.and_then(|now| now.get()).map_or_else(|| text.clone(), |(text, _)| text);
    let dismiss = move |_| {
        toasts.hide(number);
        lasting.iter().for_each(|dismissed| dismissed());
    };
    view! {
        <div
            class="toast"
            class:toast--error=error
            on:mouseenter=move |_| pointed.set(true)
            on:mouseleave=move |_| pointed.set(false)
            on:focusin=move |_| focused.set(true)
            on:focusout=move |_| focused.set(false)
        >
            <span class="toast__text">{text}</span>
            {link.map(|(label, href)| view! { <A href=href attr:class="toast__link">{label}</A> })}
            {action
                .map(|(label, run)| {
                    let label = move || now.and_then(|now| now.get()).map_or_else(|| label.clone(), |(_, label)| label);
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
                    let redoes = receipt.action.takes_back();
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
                            {if redoes { basics::redo } else { basics::undo }}
                        </button>
                    }
                })}
            <button class="btn btn--icon btn--sm" type="button" aria-label=basics::dismiss on:click=dismiss>
                <Icon name=IconName::X/>
            </button>
        </div>
    }
}
