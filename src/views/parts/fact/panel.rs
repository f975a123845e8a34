//! A panel of facts: the usual fields always, the others when they are filled or asked for.

use domain::records::{Field, Kind, Record};
use leptos::prelude::*;

use super::{Editing, Fact};
use crate::i18n::{format, record as words, when};
use crate::store::live_query::Live;
use crate::views::parts::custom::{left_on, shown_on};
use crate::views::parts::names::{by_words, name_of};

#[component]
pub fn FactPanel(
    /// Unique on the page.
    id: &'static str,
    title: fn() -> &'static str,
    #[prop(into)] record: Signal<Option<Record>>,
    main: &'static [Field],
    #[prop(default = &[])] more: &'static [Field],
    /// The kind of record whose custom fields stand here too.
    #[prop(optional)]
    custom: Option<Kind>,
    /// Facts that are not edited here.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let all = RwSignal::new(false);
    let own = Memo::new(move |_| custom.map(|kind| own_fields(live, kind, record)).unwrap_or_default());
    let editing = use_context::<Editing>().unwrap_or_default();
    let this =
        Memo::new(move |_| record.with(|record| record.as_ref().filter(|record| !record.has(Field::ConvertedAt)).map(|record| record.id)));
    Effect::new(move |_| {
        if let Some(id) = this.get() {
            editing.resume(id, &[main, more, &own.get_untracked()].concat());
        }
    });
    // A field that was asked for from elsewhere stays, so that the focus can come back to it.
    let asked = Memo::new(move |before: Option<&Vec<Field>>| {
        let mut asked = before.cloned().unwrap_or_default();
        let this = record.with(|record| record.as_ref().map(|record| record.id));
        asked.extend(editing.open.get().filter(|(id, field)| Some(*id) == this && !asked.contains(field)).map(|(_, field)| field));
        asked
    });
    let shown = Memo::new(move |_| {
        let filled = |field: &&Field| record.with(|record| record.as_ref().is_some_and(|record| record.has(**field)));
        let wanted = |field: &&Field| all.get() || filled(field) || asked.with(|asked| asked.contains(field));
        let more = more.iter().filter(wanted).copied();
        main.iter().copied().chain(own.get()).chain(more).collect::<Vec<_>>()
    });
    let hidden = Memo::new(move |_| main.len() + own.with(Vec::len) + more.len() - shown.with(Vec::len));
    view! {
        <section class="panel" aria-labelledby=id>
            <div class="panel__head"><h2 class="panel__title" id=id>{title}</h2></div>
            <div class="panel__body">
                <dl class="facts">
                    <For each=move || shown.get() key=|field| *field let(field)>
                        <Fact record field/>
                    </For>
                    {children.map(|children| children())}
                </dl>
                <Show when=move || all.get() || { hidden.get() > 0 }>
                    <button
                        class="linkbtn small"
                        type="button"
                        aria-expanded=move || all.get().to_string()
                        on:click=move |_| all.update(|all| *all = !*all)
                    >
                        {move || if all.get() { words::fewer_fields().to_owned() } else { words::more_fields(hidden.get()) }}
                    </button>
                </Show>
            </div>
        </section>
    }
}

/// The custom fields of this kind, then what else of the kind the record has.
fn own_fields(live: Live, kind: Kind, record: Signal<Option<Record>>) -> Vec<Field> {
    live.track(&[Kind::CustomField]);
    let mut own: Vec<Field> = shown_on(live, kind).into_iter().map(|(field, _)| field).collect();
    let left = record.with(|record| record.as_ref().map(|record| left_on(record, &own)).unwrap_or_default());
    own.extend(left);
    own
}

/// A fact that is only read.
#[component]
pub fn StaticFact(#[prop(into)] label: Signal<String>, children: Children) -> impl IntoView {
    view! {
        <div class="fact">
            <dt>{label}</dt>
            <dd><span class="fact__value">{children()}</span></dd>
        </div>
    }
}

/// When the record was added, and by whom.
#[component]
pub fn CreatedFact(#[prop(into)] record: Signal<Option<Record>>) -> impl IntoView {
    let created = Memo::new(move |_| record.with(|record| record.as_ref().map(|record| record.created)));
    // What came from another system was created there.
    let elsewhere = move || record.with(|record| record.as_ref().and_then(|record| record.time(Field::HappenedAt)));
    let name = name_of(move || created.get().map(|touch| touch.by));
    let imported = move || record.with(|record| record.as_ref().is_some_and(|record| record.has(Field::Import)));
    let said = move || {
        let at = elsewhere().or(created.get().map(|touch| touch.at)).filter(|at| *at > 0);
        let day = at.map(|at| format::date(when::local(at).0)).unwrap_or_default();
        let by = created.get().map(|touch| by_words(touch.by, name.get())).unwrap_or_default();
        if imported() { words::created_imported(day, by) } else { words::created_by(day, by) }
    };
    view! { <StaticFact label=Signal::derive(|| words::created_label().to_owned())>{said}</StaticFact> }
}
