//! What the palette offers: commands for the record in view, places, records, settings.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::text::{search_matches, search_terms, search_text};
use leptos::prelude::Set;

use crate::components::IconName;
use crate::i18n::{Lang, common, fields, format, palette as words, shell};
use crate::routes;
use crate::views::leads::inbox_href;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;
use crate::views::shell::preferences::{Preferences, Theme};

const PER_KIND: usize = 5;

/// One line of the list.
#[derive(Clone, PartialEq)]
pub enum Entry {
    Convert(Id, String),
    AddLead,
    Undo,
    Go(&'static str, IconName, &'static str),
    Record(Record),
    Language(Lang),
    Theme(Theme),
}

/// Everything that fits the words typed, in the order of its sections. Without words: commands and places.
pub fn entries(query: &str, path: &str, actions: Actions) -> Vec<Entry> {
    let terms = search_terms(query);
    let fits = |entry: &Entry| search_matches(&search_text([entry.label().as_str()]), &terms);
    let mut all: Vec<Entry> = here(path, actions).into_iter().filter(fits).collect();
    all.extend(places().into_iter().filter(fits));
    if !terms.is_empty() {
        all.extend(actions.live.read(|set| set.search(query, PER_KIND)).into_iter().map(|hit| Entry::Record(hit.record)));
    }
    if !terms.is_empty() {
        all.extend(settings().into_iter().filter(fits));
    }
    all
}

fn here(path: &str, actions: Actions) -> Vec<Entry> {
    let lead = path.strip_prefix("/leads/").and_then(|id| id.parse().ok());
    let lead = lead.and_then(|id: Id| actions.live.read(|set| set.get(id))).filter(Record::is_open_lead);
    let convert = lead.map(|lead| Entry::Convert(lead.id, fields::record_name(&lead)));
    convert.into_iter().chain([Entry::AddLead, Entry::Undo]).collect()
}

fn places() -> [Entry; 8] {
    [
        Entry::Go(routes::LEADS, IconName::Inbox, shell::inbox()),
        Entry::Go(routes::DEALS, IconName::Board, shell::pipeline()),
        Entry::Go(routes::ACTIVITIES, IconName::CheckSquare, common::activities()),
        Entry::Go(routes::PEOPLE, IconName::Person, common::people()),
        Entry::Go(routes::ORGANIZATIONS, IconName::Building, common::organizations()),
        Entry::Go(routes::IMPORT, IconName::Upload, shell::import()),
        Entry::Go(routes::CHANGES, IconName::Clock, shell::changes()),
        Entry::Go(routes::SETTINGS, IconName::Gear, shell::settings()),
    ]
}

fn settings() -> Vec<Entry> {
    Lang::ALL.into_iter().map(Entry::Language).chain(Theme::ALL.into_iter().map(Entry::Theme)).collect()
}

impl Entry {
    pub fn section(&self) -> &'static str {
        match self {
            Self::Convert(..) | Self::AddLead | Self::Undo => words::do_now(),
            Self::Go(..) => words::go_to(),
            Self::Record(_) => words::records(),
            Self::Language(_) | Self::Theme(_) => shell::settings(),
        }
    }

    pub fn label(&self) -> String {
        match self {
            Self::Convert(_, name) => words::convert(name),
            Self::AddLead => words::add_lead().to_owned(),
            Self::Undo => words::undo_last().to_owned(),
            Self::Go(_, _, label) => (*label).to_owned(),
            Self::Record(record) => fields::record_name(record),
            Self::Language(lang) => words::language(words::own_name(*lang)),
            Self::Theme(theme) => words::theme(theme.name()),
        }
    }

    /// What kind of record it is, and its value or organization.
    pub fn note(&self) -> Option<String> {
        let Self::Record(record) = self else { return None };
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
            Self::Convert(..) => IconName::Convert,
            Self::AddLead => IconName::Plus,
            Self::Undo => IconName::Undo,
            Self::Go(_, icon, _) => *icon,
            Self::Record(record) => match record.kind {
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
            Self::AddLead => flows.new_lead.set(true),
            Self::Undo => actions.undo_last(),
            Self::Language(lang) => preferences.set_language(lang),
            Self::Theme(theme) => preferences.set_theme(theme),
            Self::Go(routes::LEADS, ..) => return Some(inbox_href()),
            Self::Go(href, ..) => return Some(href.to_owned()),
            Self::Record(record) => return routes::of(&record),
        }
        None
    }
}
