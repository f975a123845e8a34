//! What the pages of all records share: the id in the address, the head with name and tags, the button for tags.

use domain::commands::{Command, Edit, EditRecords, Receipt, Step};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::text::fold;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_params_map;

use super::fact::Editing;
use super::names::{by_words, name_of};
use super::tags::TagList;
use crate::components::avatar::initials_of;
use crate::components::media::media;
use crate::components::{Choice, Icon, IconName, MenuItem, Picker};
use crate::i18n::{Message, basics, fields, format, record as words, shell};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;
use crate::views::leads::inbox_href;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;
use crate::views::shell::page::{PageHeading, page_title};
use crate::views::shell::states::NotFound;

/// Draws `page` for the record in the address, anew for every record; a page that says so when there is none.
#[component]
pub fn RecordRoute<V: IntoView + 'static>(kind: Kind, page: fn(Id) -> V) -> impl IntoView {
    let live = expect_context::<Live>();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).and_then(|id| id.parse::<Id>().ok()));
    let record = live.record(kind, move || id.get());
    let there = Memo::new(move |_| id.get().filter(|_| record.with(Option::is_some)));
    move || {
        if let Some(id) = there.get() {
            return page(id).into_any();
        }
        // Merged, perhaps long ago: whoever has the old link finds the record that was kept.
        if let Some(path) = id.get().and_then(|id| routes::record(kind, live.read(|set| set.survivor(id))?)) {
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            return view! { <Redirect path options/> }.into_any();
        }
        let gone = id.get().and_then(|id| Some((id, live.read(|set| removal(set, id))?)));
        gone.map_or_else(|| view! { <NotFound/> }.into_any(), |(id, receipt)| removed(id, receipt))
    }
}

/// Changes that are looked through for a removal.
const RECENT: usize = 200;

/// What removed a record that is gone, unless it is long ago.
fn removal(set: &WorkingSet, id: Id) -> Option<Receipt> {
    let removes = |receipt: &Receipt| receipt.steps.iter().any(|step| matches!(step, Step::Removed(record) if record.id == id));
    set.recent(RECENT).into_iter().find(removes)
}

/// In place of a record that was removed, perhaps in another tab while it was open: who did it, and the way back.
fn removed(id: Id, receipt: Receipt) -> AnyView {
    let actions = Actions::use_actions();
    let gone = receipt.steps.iter().find_map(|step| match step {
        Step::Removed(record) if record.id == id => Some((fields::record_name(record), list_of(record.kind))),
        _ => None,
    });
    let (name, (list, to_list)) = gone.unwrap_or_else(|| (String::new(), list_of(Kind::Lead)));
    let name = StoredValue::new(name);
    let title = move || words::was_removed(name.get_value());
    page_title(title);
    let by = receipt.stamp.by;
    let by = by_words(by, actions.name(by));
    let when = format::moment(receipt.stamp.at);
    view! {
        <main class="view" id="main" aria-labelledby="page-title">
            <div class="empty">
                <Icon name=IconName::X large=true/>
                <PageHeading class="empty__title">{title}</PageHeading>
                <p class="empty__text">{move || words::removed_when(&when, &by)}</p>
                <p class="empty__actions">
                    <button class="btn btn--primary" type="button" on:click=move |_| actions.undo(receipt.clone())>
                        <Icon name=IconName::Undo/>
                        {words::restore}
                    </button>
                    <a class="btn" href=list>{to_list}</a>
                </p>
            </div>
        </main>
    }
    .into_any()
}

/// Where the records of a kind are, and the words to go there; the inbox as it was left.
fn list_of(kind: Kind) -> (String, Message) {
    match kind {
        Kind::Deal => (routes::DEALS.to_owned(), shell::to_pipeline),
        Kind::Person => (routes::PEOPLE.to_owned(), shell::to_people),
        Kind::Organization => (routes::ORGANIZATIONS.to_owned(), shell::to_organizations),
        _ => (inbox_href(), shell::to_inbox),
    }
}

/// Initials, name, what the record is, tags.
#[component]
pub fn RecordWho(
    id: Id,
    #[prop(into)] record: Signal<Option<Record>>,
    #[prop(optional)] square: bool,
    /// The line below the name.
    children: Children,
) -> impl IntoView {
    let name = name_of(move || Some(id));
    page_title(move || name.get());
    let tags =
        Signal::derive(move || record.with(|record| record.as_ref().map(|record| record.texts(Field::Tags).to_vec()).unwrap_or_default()));
    view! {
        <div class="record__who">
            <span class="avatar avatar--lg" class:avatar--org=square aria-hidden="true">{move || initials_of(&name.get())}</span>
            <div class="grow">
                <PageHeading class="record__name">{name}</PageHeading>
                <p class="small muted record__line">{children()}</p>
            </div>
            <div class="record__tags only-wide"><TagList tags/></div>
        </div>
    }
}

/// Chooses tags for a record; what is typed can become a new one.
#[component]
pub fn TagsButton(id: Id, #[prop(into)] record: Signal<Option<Record>>, #[prop(optional)] open: RwSignal<bool>) -> impl IntoView {
    let live = expect_context::<Live>();
    let actions = Actions::use_actions();
    let tags = move || record.with(|record| record.as_ref().map(|record| record.texts(Field::Tags).to_vec()).unwrap_or_default());
    let find = move |typed: String| {
        let own = tags();
        let has = |list: &[String], tag: &str| list.iter().any(|have| fold(have) == fold(tag));
        let mut known = live.read(|set| set.known_tags());
        let missing: Vec<String> = own.iter().filter(|tag| !has(&known, tag)).cloned().collect();
        known.splice(0..0, missing);
        let wanted = fold(typed.trim());
        let fitting = known.iter().filter(|tag| fold(tag).contains(&wanted));
        let mut choices: Vec<Choice> = fitting.map(|tag| Choice::new(tag, tag).checked(has(&own, tag))).collect();
        if !wanted.is_empty() && !has(&known, &wanted) {
            choices.push(Choice::create(typed.trim(), words::create_tag(typed.trim())));
        }
        choices
    };
    let toggle = move |choice: Choice| {
        let edit = if choice.checked { Edit::RemoveTag(choice.key) } else { Edit::AddTag(choice.key) };
        actions.run_quietly(Command::EditRecords(EditRecords { ids: vec![id], edits: vec![edit] }));
    };
    view! {
        <Picker
            id="record-tags"
            label=Signal::derive(|| fields::label(Field::Tags).to_owned())
            find
            on_pick=toggle
            hint=Signal::derive(|| words::find_tag().to_owned())
            nothing=Signal::derive(|| basics::nothing_found().to_owned())
            multiple=true
            open
            keyshortcuts="l"
        >
            <Icon name=IconName::Tag/>
            {move || fields::label(Field::Tags)}
        </Picker>
    }
}

/// Tags and Edit, where there is room for them. On phones they are in the menu, see [`small_items`].
#[component]
pub fn EditButtons(
    id: Id,
    #[prop(into)] record: Signal<Option<Record>>,
    form: RwSignal<bool>,
    tags: RwSignal<bool>,
    /// Stands between the two.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let wanted = Flows::use_flows().edit;
    Effect::new(move |_| {
        if wanted.get() == Some(id) {
            wanted.set(None);
            form.set(true);
        }
    });
    view! {
        <span class="inline only-wide">
            <TagsButton id record open=tags/>
            {children.map(|children| children())}
            <button class="btn btn--sm" type="button" on:click=move |_| form.set(true)>
                <Icon name=IconName::Pencil/>
                {basics::edit}
            </button>
        </span>
    }
}

/// What a phone's menu has beside the rest.
pub fn small_items(id: Id, form: RwSignal<bool>) -> impl Fn() -> Vec<MenuItem> + Copy + Send + Sync + 'static {
    let narrow = media("(max-width: 47.5em)");
    let editing = use_context::<Editing>().unwrap_or_default();
    move || {
        if !narrow.get_untracked() {
            return Vec::new();
        }
        let tags = MenuItem::new(words::edit_tags(), move || editing.open(id, Field::Tags));
        vec![MenuItem::new(basics::edit(), move || form.set(true)).icon(IconName::Pencil), tags.icon(IconName::Tag)]
    }
}

/// Who and where: parts with dots between them.
pub fn dotted(parts: impl IntoIterator<Item = AnyView>) -> AnyView {
    let parts = parts
        .into_iter()
        .enumerate()
        .map(|(at, part)| view! { {(at > 0).then(|| view! { <span class="dot" aria-hidden="true">"·"</span> })} {part} });
    parts.collect_view().into_any()
}

/// A field's text as a part of such a line; nothing when it is empty.
pub fn text_part(record: &Record, field: Field) -> Option<AnyView> {
    let text = record.text(field).to_owned();
    (!text.is_empty()).then(|| view! { <span>{text}</span> }.into_any())
}

pub fn city_part(record: &Record) -> Option<AnyView> {
    let city = record.address(Field::Address).map(|address| address.city.clone()).filter(|city| !city.is_empty());
    city.map(|city| view! { <span>{city}</span> }.into_any())
}
