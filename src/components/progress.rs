//! How far a countable job is.

use leptos::prelude::*;

/// A bar with its figures in words below. Quarters are announced, not every step.
#[component]
pub fn ProgressBar(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] done: Signal<usize>,
    #[prop(into)] total: Signal<usize>,
    /// "17 of 24 done"
    #[prop(into)]
    text: Signal<String>,
    /// "about 2 s left"
    #[prop(optional, into)]
    left: Signal<Option<String>>,
) -> impl IntoView {
    let percent = Memo::new(move |_| (done.get() * 100).checked_div(total.get()).unwrap_or(0).min(100));
    let quarter = Memo::new(move |_| percent.get() / 25);
    let announced = Memo::new(move |_| {
        quarter.track();
        text.get_untracked()
    });
    view! {
        <div
            class="progress"
            role="progressbar"
            aria-label=label
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || percent.get().to_string()
            aria-valuetext=text
        >
            <i style:--v=move || percent.get().to_string()></i>
        </div>
        <p class="progress__text"><span>{text}</span><span class="quiet">{left}</span></p>
        <p class="visually-hidden" role="status">{announced}</p>
    }
}
