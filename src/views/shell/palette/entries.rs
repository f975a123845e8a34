//! What the palette offers: commands for the record in view, places, records, settings.

use domain::commands::{Action, Step};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::text::{search_matches, search_terms, search_text};
use leptos::prelude::{GetUntracked, Set};

use crate::components::IconName;
use crate::i18n::{Lang, basics, fields, format, palette as words, record, shell};
use crate::routes;
use crate::views::leads::inbox_href;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;
use crate::views::shell::preferences::{Preferences, Theme};

const PER_KIND: usize = 5;
/// Changes in which records worked on last are looked for.
const LOOKED_THROUGH: usize = 40;

/// One line of the list.
#[derive(Clone, PartialEq)]
pub enum Entry {
    Convert(Id, String),
    Edit(Record),
    AddLead,
    /// Nothing was found for these words.
    CreateLead(String),
    Undo,
    /// What became of the leads that were converted together last.
    RunResult,
    Go(&'static str, IconName, &'static str),
    Record(Record),
    Recent(Record),
    Language(Lang),
    Theme(Theme),
}

/// Everything that fits the words typed, in the order of its sections. Without words: what is at hand.
pub fn entries(query: &str, path: &str, actions: Actions, flows: Flows) -> Vec<Entry> {
    let terms = search_terms(query);
    let fits = |entry: &Entry| search_matches(&search_text([entry.label().as_str()]), &terms);
    let current = current(path).and_then(|id| actions.live.read(|set| set.get(id)));
    let run = flows.run.get_untracked().map(|_| Entry::RunResult);
    let mut all: Vec<Entry> = here(current.as_ref()).into_iter().chain(run).filter(fits).collect();
    if terms.is_empty() {
        all.extend(recent(actions, current.map(|record| record.id)).into_iter().map(Entry::Recent));
    }
    all.extend(places().into_iter().filter(fits));
    if !terms.is_empty() {
        all.extend(actions.live.read(|set| set.search(query, PER_KIND)).into_iter().map(|hit| Entry::Record(hit.record)));
        all.extend(settings().into_iter().filter(fits));
    }
    if all.is_empty() {
        all.push(Entry::CreateLead(query.trim().to_owned()));
    }
    all
}

/// The record in view: the one of the page, in the inbox the one in the preview.
fn current(path: &str) -> Option<Id> {
    if path == routes::LEADS {
        let inbox = inbox_href();
        return inbox.split_once("lead=")?.1.parse().ok();
    }
    path.trim_start_matches('/').split_once('/')?.1.parse().ok()
}

fn here(current: Option<&Record>) -> Vec<Entry> {
    let convert = current.filter(|record| record.is_open_lead()).map(|lead| Entry::Convert(lead.id, fields::record_name(lead)));
    // A converted lead stays as it is.
    let edit = current.filter(|record| routes::of(record).is_some() && !record.has(Field::ConvertedAt)).cloned().map(Entry::Edit);
    convert.into_iter().chain(edit).chain([Entry::AddLead, Entry::Undo]).collect()
}

/// The records worked on last, but for the one in view. What an import brought was not worked on.
fn recent(actions: Actions, current: Option<Id>) -> Vec<Record> {
    let receipts = actions.live.read(|set| set.recent(LOOKED_THROUGH));
    let mut found: Vec<Record> = Vec::new();
    for receipt in receipts.iter().filter(|receipt| !matches!(receipt.action, Action::Imported { .. })) {
        for id in receipt.steps.iter().map(Step::id) {
            let known = Some(id) == current || found.iter().any(|record| record.id == id);
            let record = if known { None } else { actions.live.read(|set| set.get(id)) };
            found.extend(record.filter(|record| routes::of(record).is_some()));
            if found.len() == PER_KIND {
                return found;
            }
        }
    }
    found
}

fn places() -> [Entry; 9] {
    [
        Entry::Go(routes::LEADS, IconName::Inbox, shell::inbox()),
        Entry::Go(routes::DEALS, IconName::Board, shell::pipeline()),
        Entry::Go(routes::ACTIVITIES, IconName::CheckSquare, basics::activities()),
        Entry::Go(routes::PEOPLE, IconName::Person, basics::people()),
        Entry::Go(routes::ORGANIZATIONS, IconName::Building, basics::organizations()),
        Entry::Go(routes::DUPLICATES, IconName::Copy, record::possible_duplicates()),
        Entry::Go(routes::IMPORT, IconName::Upload, shell::import()),
        Entry::Go(routes::CHANGES, IconName::Clock, shell::changes()),
        Entry::Go(routes::SETTINGS, IconName::Gear, shell::settings()),
    ]
}

fn settings() -> Vec<Entry> {
    Lang::ALL.into_iter().map(Entry::Language).chain(Theme::ALL.into_iter().map(Entry::Theme)).collect()
}

impl Entry {
    pub fn section(&self) -> String {
        let section = match self {
            Self::Convert(_, name) => return words::on(name),
            Self::Edit(record) => return words::on(fields::record_name(record)),
            Self::AddLead | Self::CreateLead(_) | Self::Undo | Self::RunResult => words::do_now(),
            Self::Go(..) => words::go_to(),
            Self::Record(_) => words::records(),
            Self::Recent(_) => words::recent(),
            Self::Language(_) | Self::Theme(_) => shell::settings(),
        };
        section.to_owned()
    }

    pub fn label(&self) -> String {
        match self {
            Self::Convert(_, name) => words::convert(name),
            Self::Edit(record) => words::edit(fields::record_name(record)),
            Self::AddLead => words::add_lead().to_owned(),
            Self::CreateLead(text) => words::create_lead(text),
            Self::Undo => words::undo_last().to_owned(),
            Self::RunResult => words::run_result().to_owned(),
            Self::Go(_, _, label) => (*label).to_owned(),
            Self::Record(record) | Self::Recent(record) => fields::record_name(record),
            Self::Language(lang) => words::language(words::own_name(*lang)),
            Self::Theme(theme) => words::theme(theme.name()),
        }
    }

    /// What kind of record it is, and its value or organization.
    pub fn note(&self) -> Option<String> {
        let (Self::Record(record) | Self::Recent(record)) = self else { return None };
        let more = match record.kind {
            Kind::Deal => record.money(Field::Value).map(format::money),
            Kind::Lead => Some(record.text(Field::OrganizationName).to_owned()),
            _ => record.address(Field::Address).map(|address| address.city.clone()),
        };
        let kind = fields::kind_name(record.kind);
        Some(match more.filter(|more| !more.is_empty()) {
            Some(more) => format!("{kind}, {more}"),
            None => kind.to_owned(),
        })
    }

    pub fn icon(&self) -> IconName {
        match self {
            Self::Convert(..) | Self::RunResult => IconName::Convert,
            Self::Edit(_) => IconName::Pencil,
            Self::AddLead | Self::CreateLead(_) => IconName::Plus,
            Self::Undo => IconName::Undo,
            Self::Go(_, icon, _) => *icon,
            Self::Record(record) | Self::Recent(record) => match record.kind {
                Kind::Person => IconName::Person,
                Kind::Organization => IconName::Building,
                Kind::Deal => IconName::Board,
                _ => IconName::Inbox,
            },
            Self::Language(_) => IconName::Globe,
            Self::Theme(_) => IconName::Moon,
        }
    }

    /// Does it, or says where to go.
    pub fn run(self, flows: Flows, preferences: Preferences, actions: Actions) -> Option<String> {
        match self {
            Self::Convert(lead, _) => flows.convert.set(Some(lead)),
            Self::Edit(record) => {
                flows.edit.set(Some(record.id));
                return routes::of(&record).filter(|page| !routes::is_at(page));
            }
            Self::AddLead => flows.new_lead.set(true),
            Self::CreateLead(text) => {
                flows.new_lead_name.set(Some(text));
                flows.new_lead.set(true);
            }
            Self::Undo => actions.undo_last(),
            Self::RunResult => flows.run_shown.set(true),
            Self::Language(lang) => preferences.set_language(lang),
            Self::Theme(theme) => preferences.set_theme(theme),
            Self::Go(routes::LEADS, ..) => return Some(inbox_href()),
            Self::Go(href, ..) => return Some(href.to_owned()),
            Self::Record(record) | Self::Recent(record) => return routes::of(&record),
        }
        None
    }
}
