//! What will happen: field by field, per record, as the rule plans it (B3).

use domain::commands::convert_lead::{Outcome, PlanRow};
use domain::records::{Field, Kind, person_name};
use domain::rejection::Rejection;
use domain::values::Value;
use leptos::prelude::*;

use super::conversion::Conversion;
use super::homes::{KeepInField, LeaveOnLead};
use super::preview::Preview;
use crate::components::{Icon, IconName};
use crate::i18n::{basics, convert as words, fields};
use crate::views::parts::custom::label_of;
use crate::views::parts::names::RecordLink;
use crate::views::parts::value::plain;

const TARGETS: [Kind; 4] = [Kind::Organization, Kind::Person, Kind::Deal, Kind::Activity];

#[component]
pub fn Outcomes() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let preview = conversion.preview;
    let stopped = Memo::new(move |_| preview.with(Preview::is_stopped));
    let nothing = move || !stopped.get() && preview.with(Preview::makes_nothing);
    let moved = Memo::new(move |_| preview.with(|preview| preview.moved));
    view! {
        <p class="visually-hidden" role="status">{move || if conversion.is_undecided() { words::depends().to_owned() } else { preview.with(summary) }}</p>
        <div class="step-head step-head--split">
            <h3 id="convert-preview">{words::will_happen}</h3>
            <span class="tiny quiet">{words::as_you_choose}</span>
        </div>
        <Stopped/>
        {TARGETS.map(|kind| view! { <TargetSection kind/> }).collect_view()}
        <LeftSection/>
        <Show when=move || { moved.get() > 0 }>
            <p class="outcome__moved small"><Icon name=IconName::Link/>{move || words::moved(moved.get())}</p>
        </Show>
        <Show when=move || conversion.set_up.with(|all| !all.is_empty())>
            <p class="outcome__moved small" role="status">
                <Icon name=IconName::Plus/>
                {move || words::set_up(conversion.set_up.with(|all| all.iter().map(|(said, _)| said.as_str()).collect::<Vec<_>>().join(" · ")))}
            </p>
        </Show>
        <Show when=nothing>
            <p class="small quiet">{words::nothing_happens}</p>
        </Show>
        <Show when=move || !stopped.get()>
            <div class="notice outcome__notice"><Icon name=IconName::Undo/><p>{words::becomes}</p></div>
        </Show>
    }
}

/// Why there is no plan at all: converted in another tab (into what is linked), archived, removed.
#[component]
fn Stopped() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let why =
        Memo::new(move |_| conversion.preview.with(|preview| if preview.is_stopped() { preview.blockers.clone() } else { Vec::new() }));
    let said = move |reason: Rejection| {
        // What it became is linked below the sentence.
        let (reason, results) = match reason {
            Rejection::AlreadyConverted { lead, by, at, person, organization, deal } => {
                let alone = Rejection::AlreadyConverted { lead, by, at, person: None, organization: None, deal: None };
                (alone, vec![deal, person, organization])
            }
            reason => (reason, Vec::new()),
        };
        let links = results.into_iter().flatten().map(|id| view! { <RecordLink id=Signal::stored(Some(id))/> }).collect_view();
        view! {
            <p>{conversion.actions.explain_one(&reason)}</p>
            <p class="cluster cluster--wide">{links}</p>
        }
    };
    view! {
        <Show when=move || why.with(|why| !why.is_empty())>
            <div class="notice notice--warn">
                <Icon name=IconName::Alert/>
                <div>{move || why.get().into_iter().map(said).collect_view()}</div>
            </div>
        </Show>
    }
}

fn icon(kind: Kind) -> IconName {
    match kind {
        Kind::Organization => IconName::Building,
        Kind::Person => IconName::Person,
        Kind::Activity => IconName::CheckSquare,
        Kind::Lead => IconName::Inbox,
        _ => IconName::Board,
    }
}

#[component]
fn TargetSection(kind: Kind) -> impl IntoView {
    let preview = Conversion::of_dialog().preview;
    let id = Memo::new(move |_| preview.with(|preview| preview.result(kind)));
    let name = move || preview.with(|preview| id.get().map(|id| preview.name(id)).unwrap_or_default());
    let new = Memo::new(move |_| preview.with(|preview| id.get().is_some_and(|id| preview.is_new(id))));
    // A new record shows two columns, an existing one three: its rows are others.
    let rows = Memo::new(move |_| preview.with(|preview| preview.rows_of(kind).map(|row| (row.field, new.get())).collect::<Vec<_>>()));
    view! {
        <Show when=move || id.get().is_some()>
            <section class="outcome">
                <div class="outcome__head">
                    <Icon name=icon(kind)/>
                    <h4>{name}</h4>
                    <span class="badge" class:badge--success=new class:badge--accent=move || !new.get()>
                        {move || if new.get() { words::new() } else { words::existing() }}
                    </span>
                </div>
                <Show when=move || rows.with(|rows| !rows.is_empty())>
                    <table aria-label=name>
                        <thead>
                            <tr>
                                <th scope="col">{words::field}</th>
                                <Show
                                    when=move || new.get()
                                    fallback=|| view! { <th scope="col">{words::lead_says}</th> <th scope="col">{words::record_will_say}</th> }
                                >
                                    <th scope="col" colspan="2">{words::record_will_say}</th>
                                </Show>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || rows.get() key=|row| *row let((field, new))>
                                <Row kind field new/>
                            </For>
                        </tbody>
                    </table>
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn Row(kind: Kind, field: Field, new: bool) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let row = Memo::new(move |before: Option<&PlanRow>| {
        // The last look of a row that is about to go.
        conversion
            .preview
            .with(|preview| preview.row(kind, field).cloned())
            .or_else(|| before.cloned())
            .unwrap_or_else(|| empty(kind, field))
    });
    let said = move |value: Option<Value>| {
        conversion.preview.with(|preview| value.map(|value| plain(field, &value, &|id| preview.name(id))).unwrap_or_default())
    };
    // What comes from the choices is nothing that the lead says.
    let lead_says = move || match row.with(|row| (row.from.is_some(), row.field)) {
        (true, _) => said(row.with(|row| row.lead.clone())),
        (_, Field::Organization) => conversion.lead.with(|lead| lead.text(Field::OrganizationName).to_owned()),
        (_, Field::Person) => conversion.lead.with(person_name),
        _ => String::new(),
    };
    let outcome = Memo::new(move |_| row.with(|row| row.outcome));
    // R68: sent here by the user, not by a rule.
    let sent_from = Memo::new(move |_| {
        let from = row.with(|row| row.from)?;
        let sent = conversion.choices.with(|choices| choices.carried(from).is_some_and(|to| to.contains(&(kind, field))));
        (sent && from != field).then_some(from)
    });
    let sent_from = move || sent_from.get();
    let was = move || {
        matches!(outcome.get(), Outcome::Replaced | Outcome::Promoted)
            .then(|| view! { <s>{said(row.with(|row| row.before.clone()))}</s> " " })
    };
    view! {
        <tr>
            <th scope="row">{move || label_of(conversion.live, field)}</th>
            {(!new).then(|| view! { <td>{lead_says}</td> })}
            <td colspan=new.then_some("2")>
                <div class="res">
                    <span>
                        {was} {move || said(row.with(|row| row.after.clone()))} " "
                        <Show when=move || matches!(outcome.get(), Outcome::Kept | Outcome::Replaced)>
                            <UseLeads kind field/>
                        </Show>
                        {move || sent_from().map(|from| view! { <LeaveOnLead kind to=field from/> })}
                    </span>
                    <ChangedNow kind field/>
                    <OutcomeBadge outcome/>
                </div>
            </td>
        </tr>
    }
}

fn empty(target: Kind, field: Field) -> PlanRow {
    PlanRow { target, field, from: None, lead: None, before: None, after: None, outcome: Outcome::Same }
}

/// B4: the lead's value takes the place of the record's, or gives it back.
#[component]
fn UseLeads(kind: Kind, field: Field) -> impl IntoView {
    let Conversion { live, choices, .. } = Conversion::of_dialog();
    let on = Memo::new(move |_| choices.with(|choices| choices.replaces(kind, field)));
    let toggle = move |_| {
        choices.update(|choices| match choices.replaces(kind, field) {
            true => choices.replace.retain(|chosen| *chosen != (kind, field)),
            false => choices.replace.push((kind, field)),
        });
    };
    let label = move || if on.get() { words::keep_own() } else { words::use_leads() };
    let name = move || if on.get() { words::keep_own_for(label_of(live, field)) } else { words::use_leads_for(label_of(live, field)) };
    view! { <button class="linkbtn" type="button" aria-label=name on:click=toggle>{label}</button> }
}

#[component]
fn ChangedNow(kind: Kind, field: Field) -> impl IntoView {
    let preview = Conversion::of_dialog().preview;
    let changed = Memo::new(move |_| preview.with(|preview| preview.changed.contains(&(kind, field))));
    view! {
        <Show when=move || changed.get()>
            <span class="badge badge--warning"><Icon name=IconName::Sync/>{words::changed_now}</span>
        </Show>
    }
}

#[component]
fn OutcomeBadge(outcome: Memo<Outcome>) -> impl IntoView {
    let word = move || match outcome.get() {
        Outcome::Set => words::set(),
        Outcome::Same => words::unchanged(),
        Outcome::Kept => words::kept(),
        Outcome::Filled => words::filled(),
        Outcome::Added => words::added(),
        Outcome::Replaced => words::replaced(),
        Outcome::Promoted => words::promoted(),
        Outcome::StaysOnLead => words::stays(),
    };
    view! {
        <span
            class="badge"
            class:badge--success=move || matches!(outcome.get(), Outcome::Set | Outcome::Filled | Outcome::Added)
            class:badge--accent=move || matches!(outcome.get(), Outcome::Replaced | Outcome::Promoted)
        >
            {word}
        </span>
    }
}

/// B3: what has no home, each with one click to keep it.
#[component]
fn LeftSection() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let fields = Memo::new(move |_| {
        conversion
            .preview
            .with(|preview| preview.rows_of(Kind::Lead).filter(|_| !preview.makes_nothing()).map(|row| row.field).collect::<Vec<_>>())
    });
    let state = move || if conversion.is_undecided() { words::undecided() } else { words::stays() };
    view! {
        <Show when=move || fields.with(|fields| !fields.is_empty())>
            <section class="outcome">
                <div class="outcome__head">
                    <Icon name=IconName::Inbox/>
                    <h4>{move || conversion.lead.with(fields::record_name)}</h4>
                    <span class="badge badge--warning">{state}</span>
                </div>
                <table aria-label=state>
                    <thead>
                        <tr>
                            <th scope="col">{words::field}</th>
                            <th scope="col">{words::lead_says}</th>
                            <th scope="col">{words::where_it_goes}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || fields.get() key=|field| *field let(field)>
                            <LeftRow field/>
                        </For>
                    </tbody>
                </table>
            </section>
        </Show>
    }
}

#[component]
fn LeftRow(field: Field) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let Conversion { live, choices, .. } = conversion;
    let noted = Memo::new(move |_| choices.with(|choices| choices.noted.contains(&field)));
    // Who is still to be chosen may take it.
    let waits = Memo::new(move |_| conversion.is_undecided() && !noted.get());
    let value = move || {
        let value = conversion.lead.with(|lead| lead.get(field).cloned());
        conversion.preview.with(|preview| value.map(|value| plain(field, &value, &|id| preview.name(id))).unwrap_or_default())
    };
    let toggle = move |_| {
        choices.update(|choices| match choices.noted.contains(&field) {
            true => choices.noted.retain(|kept| *kept != field),
            false => choices.noted.push(field),
        });
    };
    let label = move || if noted.get() { words::leave_it() } else { words::keep_note() };
    let name = move || if noted.get() { words::leave_it_for(label_of(live, field)) } else { words::keep_note_for(label_of(live, field)) };
    view! {
        <tr>
            <th scope="row">{move || label_of(live, field)}</th>
            <td>{value}</td>
            <td>
                <div class="res">
                    <Show when=move || !waits.get() fallback=|| view! { <span class="quiet">{words::depends}</span> }>
                        <span>
                            {move || (!noted.get()).then_some(words::no_field())} " "
                            <button class="linkbtn" type="button" aria-label=name on:click=toggle>{label}</button>
                            <Show when=move || !noted.get()>" " <KeepInField field/></Show>
                        </span>
                        <span class="badge" class:badge--warning=move || !noted.get() class:badge--success=noted>
                            {move || if noted.get() { words::noted() } else { words::stays() }}
                        </span>
                    </Show>
                </div>
            </td>
        </tr>
    }
}

/// The change in one sentence a record, for those who hear it.
fn summary(preview: &Preview) -> String {
    if preview.makes_nothing() {
        return if preview.is_stopped() { String::new() } else { words::nothing_happens().to_owned() };
    }
    let mut said = Vec::new();
    for kind in TARGETS {
        let Some(id) = preview.result(kind) else { continue };
        if preview.is_new(id) {
            said.push(words::sum_new(if kind == Kind::Activity { basics::task() } else { fields::kind_name(kind) }));
            continue;
        }
        type Count = fn(usize) -> String;
        let counts: [(Outcome, Count); 6] = [
            (Outcome::Filled, words::n_filled),
            (Outcome::Added, words::n_added),
            (Outcome::Replaced, words::n_replaced),
            (Outcome::Promoted, words::n_promoted),
            (Outcome::Kept, words::n_kept),
            (Outcome::Same, words::n_same),
        ];
        let counts = counts.into_iter().map(|(outcome, word)| (preview.count(kind, outcome), word)).filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, word)| word(count)).collect();
        said.push(words::sum_existing(preview.name(id), counts.join(", ")));
    }
    let stay = preview.count(Kind::Lead, Outcome::StaysOnLead);
    if stay > 0 {
        said.push(words::n_stay(stay));
    }
    said.join(" ")
}
