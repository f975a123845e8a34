//! Several people, or organizations, become one record: which one stays, whose values it gets, what comes along.

mod rows;

use domain::commands::merge_records::{Moved, written_out};
use domain::commands::{Command, MergeRecords};
use domain::duplicates::Comparison;
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use leptos::prelude::*;
use web_sys::SubmitEvent;

use self::rows::Rows;
use crate::components::{Dialog, Icon, IconName};
use crate::i18n::{basics, duplicates, fields, format, merging as words};
use crate::store::live_query::Live;
use crate::views::parts::likeness::evidence;
use crate::views::parts::merging::{note_of_the_lost, plan_of, survivors};
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;

/// What the rule says, as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    rows: Vec<domain::commands::merge_records::MergeRow>,
    moved: Moved,
    /// Why it can't be done.
    blockers: Vec<String>,
    /// Who said before that they are not the same.
    separated: Vec<String>,
}

#[derive(Clone, Copy)]
struct Merging {
    live: Live,
    actions: Actions,
    /// Who stays unless somebody says otherwise comes first.
    ids: StoredValue<Vec<Id>>,
    kind: Kind,
    kept: RwSignal<Id>,
    choices: RwSignal<Vec<(Field, Id)>>,
    shown: Memo<Shown>,
    running: RwSignal<bool>,
}

/// Draws the dialog while somebody wants it.
#[component]
pub fn MergeHost() -> impl IntoView {
    let flows = Flows::use_flows();
    let live = expect_context::<Live>();
    let merging = move || {
        let ids = flows.merge.get()?;
        let ids = live.read(|set| survivors(set, &ids));
        let kind = live.read(|set| set.get(*ids.first()?))?.kind;
        Some(view! { <MergeDialog merging=Merging::open(live, ids, kind)/> })
    };
    merging.into_any()
}

impl Merging {
    fn open(live: Live, ids: Vec<Id>, kind: Kind) -> Self {
        let actions = Actions::use_actions();
        let (kept, choices) = (RwSignal::new(ids[0]), RwSignal::new(Vec::new()));
        let ids = StoredValue::new(ids);
        let shown = Memo::new(move |_| {
            live.track(&[Kind::Person, Kind::Organization, Kind::Deal, Kind::Note, Kind::Activity, Kind::Lead, Kind::CustomField]);
            let command = command(live, ordered(ids, kept.get()), choices.get());
            let stamp = actions.dispatch.stamp();
            match live.read(|set| plan_of(set, &command, &stamp)) {
                Ok(plan) => Shown {
                    blockers: plan.blockers.iter().map(|reason| actions.explain_one(reason)).collect(),
                    separated: plan
                        .separated
                        .iter()
                        .map(|said| words::said_separate(actions.name(said.by), format::moment(said.at)))
                        .collect(),
                    moved: plan.moved,
                    rows: plan.rows,
                },
                Err(reasons) => Shown { blockers: reasons.iter().map(|reason| actions.explain_one(reason)).collect(), ..Shown::default() },
            }
        });
        Self { live, actions, ids, kind, kept, choices, shown, running: RwSignal::new(false) }
    }

    /// In the order of the plan's values: the one that stays first.
    fn ids(self) -> Vec<Id> {
        ordered(self.ids, self.kept.get())
    }

    fn count(self) -> usize {
        self.ids.with_value(Vec::len)
    }

    fn choose(self, field: Field, id: Id) {
        self.choices.update(|choices| {
            choices.retain(|(of, _)| *of != field);
            choices.push((field, id));
        });
    }

    fn send(self, flows: Flows) {
        if self.running.get_untracked() || self.shown.with_untracked(|shown| !shown.blockers.is_empty()) {
            return;
        }
        self.running.set(true);
        let mut command = command(self.live, ordered(self.ids, self.kept.get_untracked()), self.choices.get_untracked());
        let stamp = self.actions.dispatch.stamp();
        if let Ok(plan) = self.live.read(|set| plan_of(set, &command, &stamp)) {
            command.note = note_of_the_lost(self.live, &command, &plan);
        }
        let running = self.running;
        leptos::task::spawn_local(async move {
            match self.actions.submit(Command::MergeRecords(command)).await {
                Ok(_) => flows.merge.set(None),
                Err(failure) => self.actions.toasts.error(self.actions.explain(&failure)),
            }
            running.try_set(false);
        });
    }
}

fn ordered(ids: StoredValue<Vec<Id>>, kept: Id) -> Vec<Id> {
    let others = ids.get_value().into_iter().filter(|id| *id != kept);
    std::iter::once(kept).chain(others).collect()
}

/// `ids` begin with the one that stays. A name written out is taken instead of an initial, unless something else was chosen.
fn command(live: Live, ids: Vec<Id>, mut choices: Vec<(Field, Id)>) -> MergeRecords {
    let records: Vec<Record> = live.read(|set| ids.iter().filter_map(|id| set.get(*id)).collect());
    choices.extend(written_out(&records));
    let seen = records.iter().map(|record| (record.id, record.version())).collect();
    MergeRecords { choices, seen, ..MergeRecords::new(ids[0], ids[1..].iter().copied()) }
}

#[component]
fn MergeDialog(merging: Merging) -> impl IntoView {
    let flows = Flows::use_flows();
    let close = move || flows.merge.set(None);
    let count = merging.count();
    let title = move || if merging.kind == Kind::Person { words::title_people(count) } else { words::title_organizations(count) };
    let hint = move || if count > 2 { words::hint_many() } else { words::hint() };
    let cards = merging.ids.get_value().into_iter().map(|id| card(merging, id)).collect_view();
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        merging.send(flows);
    };
    let keep_separate = move |_| {
        merging.actions.keep_separate(&merging.ids.get_value());
        close();
    };
    let blocked = move || merging.running.get() || merging.shown.with(|shown| !shown.blockers.is_empty());
    view! {
        <Dialog labelled_by="merge-title" on_close=close>
            <form class="dialog__form" novalidate=true on:submit=send>
                <header class="dialog__head">
                    <div class="grow">
                        <h2 class="dialog__title" id="merge-title">{title}</h2>
                        <p class="small muted">{hint}</p>
                    </div>
                    <button class="btn btn--ghost btn--icon" type="button" aria-label=basics::close on:click=move |_| close()>
                        <Icon name=IconName::X/>
                    </button>
                </header>
                <div class="dialog__cols">
                    <div class="dialog__col">
                        <fieldset class="step">
                            <legend class="step-head"><h3>{words::which_stays}</h3></legend>
                            <div class="picks">{cards}</div>
                        </fieldset>
                        {why(merging)}
                        {notices(merging)}
                    </div>
                    <section class="dialog__col" aria-labelledby="merge-values" tabindex="0">
                        <h3 class="step-head" id="merge-values">{words::values}</h3>
                        <Rows merging/>
                    </section>
                </div>
                <footer class="dialog__foot">
                    <button class="btn" type="button" on:click=keep_separate>{words::not_the_same}</button>
                    <span class="spacer"></span>
                    <button class="btn" type="button" on:click=move |_| close()>{basics::cancel}</button>
                    <button class="btn btn--primary" type="submit" aria-disabled=move || blocked().then_some("true")>{words::merge}</button>
                </footer>
            </form>
        </Dialog>
    }
}

/// One of them, to be the one that stays.
fn card(merging: Merging, id: Id) -> AnyView {
    let (live, actions) = (merging.live, merging.actions);
    let element = format!("merge-{id}");
    let place = merging.ids.with_value(|ids| ids.iter().position(|other| *other == id)).unwrap_or_default();
    let sub = live.query(&[Kind::Person, Kind::Organization, Kind::Deal], move |set| {
        set.who_are(&merging.ids.get_value()).into_iter().nth(place).unwrap_or_default()
    });
    let stays = move || merging.kept.get() == id;
    view! {
        <div class="pick">
            <input
                class="check"
                type="radio"
                name="merge-kept"
                id=element.clone()
                autofocus=place == 0
                prop:checked=stays
                on:change=move |_| merging.kept.set(id)
            />
            <label for=element>
                <span class="pick__name">{move || actions.name(id)}</span>
                <span class="pick__sub">{sub}</span>
            </label>
            <span class="badge" class:badge--accent=stays>{move || if stays() { words::stays() } else { words::goes() }}</span>
        </div>
    }
    .into_any()
}

/// The sums of the one that stays with each of the others.
fn why(merging: Merging) -> AnyView {
    let live = merging.live;
    let name = move |id: Id| merging.actions.name(id);
    let sums = move || {
        live.track(&[Kind::Person, Kind::Organization]);
        let ids = merging.ids();
        let (kept, others) = (ids[0], ids.into_iter().skip(1));
        let comparison = |other: Id| live.read(|set| set.comparison_of(kept, other)).map(|found| (other, found));
        let sums: Vec<_> = others.filter_map(comparison).collect();
        let many = sums.len() > 1;
        let sum = move |(other, found): (Id, Comparison)| {
            let heading = many.then(|| view! { <h4 class="tiny quiet">{duplicates::against(name(kept), name(other))}</h4> });
            view! { {heading} {evidence(found)} }
        };
        (!sums.is_empty()).then(|| {
            view! {
                <section class="step" aria-labelledby="merge-why">
                    <h3 class="step-head" id="merge-why">{words::why}</h3>
                    {sums.into_iter().map(sum).collect_view()}
                </section>
            }
        })
    };
    sums.into_any()
}

/// What comes along, what is kept elsewhere, what stands in the way.
fn notices(merging: Merging) -> AnyView {
    let shown = merging.shown;
    let moved = move || {
        let moved = shown.with(|shown| shown.moved);
        let parts = [
            (moved.deals, words::moved_deals as fn(usize) -> String),
            (moved.people, words::moved_people),
            (moved.leads, words::moved_leads),
            (moved.stories, words::moved_stories),
        ];
        let said: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| word(count)).collect();
        (!said.is_empty())
            .then(|| view! { <p class="outcome__moved small"><Icon name=IconName::Link/>{words::come_along(said.join(", "))}</p> })
    };
    let loses = move || shown.with(|shown| shown.rows.iter().any(|row| row.is_a_choice()));
    let said = move |all: Vec<String>, class: &'static str| {
        let lines = all.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
        view! { <div class=class role="note"><Icon name=IconName::Alert/><div>{lines}</div></div> }
    };
    let blockers = move || shown.with(|shown| (!shown.blockers.is_empty()).then(|| said(shown.blockers.clone(), "notice notice--warn")));
    let separated = move || shown.with(|shown| (!shown.separated.is_empty()).then(|| said(shown.separated.clone(), "notice notice--warn")));
    view! {
        {moved}
        <Show when=loses><p class="small quiet">{words::lost_kept}</p></Show>
        {separated}
        <div aria-live="polite">{blockers}</div>
    }
    .into_any()
}

/// As the records name it.
fn said(merging: Merging, field: Field, value: &domain::values::Value) -> String {
    crate::views::parts::value::plain(field, value, &|id| {
        merging.live.read(|set| set.get(id)).map(|record| fields::record_name(&record)).unwrap_or_default()
    })
}
