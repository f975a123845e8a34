//! One group: who each of them is, why they may be one, and what can be done about it.

use domain::commands::{ArchiveLeads, Command};
use domain::duplicates::Band;
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use leptos::prelude::*;

use super::search::Search;
use crate::clock;
use crate::i18n::{duplicates as words, inbox, merging, record, when};
use crate::store::live_query::Live;
use crate::store::working_set::Group;
use crate::views::parts::likeness::evidence;
use crate::views::parts::merging::survivors;
use crate::views::parts::names::RecordLink;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;

/// What a card needs of its group.
#[derive(Clone, Copy)]
struct Card {
    actions: Actions,
    kind: Kind,
    /// Who stays when they are merged comes first.
    ids: StoredValue<Vec<Id>>,
    first: Id,
}

impl Card {
    fn of(search: Search, group: &Group) -> Option<Self> {
        let actions = Actions::use_actions();
        let ids = actions.live.read(|set| survivors(set, &group.ids));
        let first = *ids.first()?;
        Some(Self { actions, kind: search.kind.get_untracked(), ids: StoredValue::new(ids), first })
    }

    fn count(self) -> usize {
        self.ids.with_value(Vec::len)
    }

    fn name(self) -> String {
        self.actions.name(self.first)
    }
}

pub fn group_card(search: Search, group: Group) -> AnyView {
    let Some(card) = Card::of(search, &group) else { return ().into_any() };
    let percent = group.probability.percent();
    let band = group.band;
    let word = move || match band {
        Band::Certain => words::certain(),
        Band::Likely => words::likely(),
        _ => words::possible(),
    };
    let members = card.ids.get_value().into_iter().map(|id| member(card, id)).collect_view();
    view! {
        <li class="panel" aria-label=move || words::group_of(card.name())>
            <div class="panel__head dups__head">
                <h2 class="panel__title">{move || card.name()}</h2>
                <span class="match" class:match--weak=band < Band::Likely>
                    <span class="match__bar" aria-hidden="true"><i style:--v=percent.to_string()></i></span>
                    <b>{move || record::percent(percent)}</b>
                    <span class="quiet">{word}</span>
                </span>
                <span class="spacer"></span>
                {decide(card)}
            </div>
            <ul class="dups__members">{members}</ul>
            {why(card)}
        </li>
    }
    .into_any()
}

/// What can be done with all of them.
fn decide(card: Card) -> AnyView {
    let (flows, actions) = (Flows::use_flows(), card.actions);
    let keep = move |_| actions.keep_separate(&card.ids.get_value());
    let merge = move || match card.count() {
        2 => merging::merge().to_owned(),
        count => words::merge_n(count),
    };
    let main = if card.kind == Kind::Lead {
        view! {
            <button
                class="btn btn--sm"
                type="button"
                aria-label=move || words::of(words::convert_n(card.count()), card.name())
                on:click=move |_| flows.convert_as_one(card.ids.get_value())
            >
                {move || words::convert_n(card.count())}
            </button>
        }
        .into_any()
    } else {
        view! {
            <button class="btn btn--sm btn--soft" type="button" aria-label=move || words::of(merge(), card.name()) on:click=move |_| flows.merge.set(Some(card.ids.get_value()))>
                {merge}
            </button>
        }
        .into_any()
    };
    view! {
        <button class="btn btn--sm btn--ghost" type="button" aria-label=move || words::of(merging::not_the_same(), card.name()) on:click=keep>
            {merging::not_the_same}
        </button>
        {main}
    }
    .into_any()
}

fn member(card: Card, id: Id) -> AnyView {
    let live = card.actions.live;
    let kinds = &[Kind::Person, Kind::Organization, Kind::Lead, Kind::Deal, Kind::Note, Kind::Activity];
    let who = live.query(kinds, move |set| {
        let ids = card.ids.get_value();
        ids.iter().position(|other| *other == id).and_then(|at| set.who_are(&ids).into_iter().nth(at)).unwrap_or_default()
    });
    let reach = live.query(kinds, move |set| set.get(id).map(|record| reached_by(&record)).unwrap_or_default());
    let added = live.query(kinds, move |set| set.get(id).map(|record| record.created.at));
    let since = move || added.get().map(|at| words::added(when::day(when::local(at).0, clock::today())));
    view! {
        <li class="dups__member">
            <p class="medium"><RecordLink id=Signal::stored(Some(id))/></p>
            <p class="tiny quiet">{who}</p>
            <p class="tiny">{move || reach.get().into_iter().map(|line| view! { <span>{line}</span> }).collect_view()}</p>
            <p class="tiny quiet">{since}</p>
            {of_one(card, id)}
        </li>
    }
    .into_any()
}

/// A lead can be archived; who stays of people and organizations is chosen when they are merged.
fn of_one(card: Card, id: Id) -> AnyView {
    let actions = card.actions;
    if card.kind != Kind::Lead {
        return ().into_any();
    }
    let archive = move |_| {
        let reason = inbox::reason_duplicate().to_owned();
        actions.run(Command::ArchiveLeads(ArchiveLeads { leads: vec![id], reason, restore: false }));
    };
    let which = move || {
        let added = actions.live.read(|set| set.get(id)).map(|lead| when::day(when::local(lead.created.at).0, clock::today()));
        words::of(words::archive(), format!("{}, {}", actions.name(id), words::added(added.unwrap_or_default())))
    };
    view! {
        <button class="linkbtn tiny" type="button" aria-label=which on:click=archive>{words::archive}</button>
    }
    .into_any()
}

/// The sums, when they are asked for: of the one that stays with each of the others.
fn why(card: Card) -> AnyView {
    let open = RwSignal::new(false);
    let sums = move || {
        let others = card.ids.get_value().into_iter().skip(1);
        others.map(|other| sum(card.actions, card.first, other)).collect_view()
    };
    view! {
        <details class="dups__why" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary class="small">{words::why}</summary>
            <Show when=move || open.get()>{sums}</Show>
        </details>
    }
    .into_any()
}

fn sum(actions: Actions, one: Id, other: Id) -> AnyView {
    let live: Live = actions.live;
    let comparison = live.query(&[Kind::Person, Kind::Organization, Kind::Lead], move |set| set.comparison_of(one, other));
    view! {
        <h3 class="tiny quiet">{move || words::against(actions.name(one), actions.name(other))}</h3>
        {move || comparison.get().map(evidence)}
    }
    .into_any()
}

/// E-mails and phones, then the address: what tells two of one name apart.
fn reached_by(record: &Record) -> Vec<String> {
    let points = [Field::Emails, Field::Phones].into_iter().flat_map(|field| record.points(field));
    let website = Some(record.text(Field::Website).to_owned());
    let street = record.address(Field::Address).map(|address| address.street.clone());
    points.map(|point| point.value.clone()).chain(website).chain(street).filter(|text| !text.is_empty()).collect()
}
