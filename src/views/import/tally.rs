//! The sums of an import. They always add up to the rows of the file.

use leptos::prelude::*;

use super::doubles::Doubles;
use super::session::Session;
use crate::i18n::{format, import as words};

/// `done`: it is said of the past.
#[component]
pub fn TallyList(#[prop(optional)] done: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let scan = session.scan;
    let skipped = Memo::new(move |_| session.doubles.with(Doubles::skipped));
    let count = move |of: fn(&super::scan::Scan) -> usize| move || format::count(scan.with(of));
    let imported = move || format::count(scan.with(|scan| scan.tally.imported).saturating_sub(skipped.get()));
    let refused = move || format::count(scan.with(|scan| scan.tally.refused) + skipped.get());
    let leads = if done { words::leads_imported } else { words::new_leads };
    view! {
        <div class="tally">
            <Line label=leads value=Signal::derive(imported) strong=true/>
            <Line label=words::with_note value=Signal::derive(count(|scan| scan.tally.kept)) part=true/>
            <Line label=words::not_imported value=Signal::derive(refused) strong=true/>
            <Line label=words::repeated value=Signal::derive(count(|scan| scan.repeated)) part=true/>
            <Show when=move || { skipped.get() > 0 }>
                <Line label=words::skipped value=Signal::derive(move || format::count(skipped.get())) part=true/>
            </Show>
            <div class="tally__sum">
                <span>{words::rows_in_file}</span>
                <b class="tnum">{count(|scan| scan.tally.read)}</b>
            </div>
        </div>
    }
}

#[component]
fn Line(label: fn() -> &'static str, value: Signal<String>, #[prop(optional)] strong: bool, #[prop(optional)] part: bool) -> impl IntoView {
    view! {
        <div class:tally__part=part>
            <span class:muted=part>{label}</span>
            <span class="tnum" class:strong=strong>{value}</span>
        </div>
    }
}
