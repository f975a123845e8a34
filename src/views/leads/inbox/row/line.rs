//! What a row says of its lead.

use domain::ids::Id;
use domain::records::{Field, Record};
use domain::values::{Date, Money};

use crate::clock;
use crate::components::IconName;
use crate::i18n::{fields, inbox as words, record, when};
use crate::store::working_set::{NextStep, WorkingSet};
use crate::views::parts::names::by_words;
use crate::views::parts::next_step::activity_icon;
use crate::views::parts::related::standing;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    pub id: Id,
    pub name: String,
    /// Organization and city, whatever is known and not the name already.
    pub place: String,
    pub unseen: bool,
    pub status: Option<Id>,
    pub tag: Option<String>,
    pub more_tags: usize,
    pub value: Option<Money>,
    pub owner: Option<Id>,
    pub next: Next,
}

/// The next step, or what stands in its place when there is none any more.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    pub class: &'static str,
    pub icon: IconName,
    pub words: String,
    /// A line below, where there is one.
    pub more: String,
}

impl Default for Next {
    fn default() -> Self {
        Self { class: "next", icon: IconName::Clock, words: String::new(), more: String::new() }
    }
}

impl Line {
    pub fn of(set: &WorkingSet, slot: u32) -> Option<Self> {
        let lead = set.lead_at(slot)?;
        let name = fields::record_name(&lead);
        let tags = lead.texts(Field::Tags);
        let next = set.lead_row(slot).map(|row| row.next).unwrap_or_default();
        Some(Self {
            id: lead.id,
            place: place(&lead, &name),
            unseen: lead.is_open_lead() && !lead.flag(Field::Seen),
            status: lead.link(Field::Status),
            tag: tags.first().cloned(),
            more_tags: tags.len().saturating_sub(1),
            value: lead.money(Field::Value),
            owner: lead.link(Field::Owner),
            next: ended(set, &lead).unwrap_or_else(|| Next::of(set, next, clock::today())),
            name,
        })
    }
}

fn place(lead: &Record, name: &str) -> String {
    let organization = lead.text(Field::OrganizationName);
    let city = lead.address(Field::Address).map_or("", |address| &address.city);
    let title = lead.text(Field::Title);
    let parts = [organization, city].into_iter().filter(|part| !part.is_empty() && *part != name);
    let place = parts.collect::<Vec<_>>().join(" · ");
    if place.is_empty() && title != name { title.to_owned() } else { place }
}

/// B9: what became of the deal, and into what the lead was converted.
fn became(set: &WorkingSet, lead: &Record) -> String {
    let result = |field| lead.link(field).and_then(|id| set.get(id));
    let deal = result(Field::ConvertedDeal);
    let state = deal.as_ref().map(|deal| standing(deal, name_in(set, deal.link(Field::Stage))));
    let made = deal.or_else(|| result(Field::ConvertedPerson)).or_else(|| result(Field::ConvertedOrganization));
    let parts = [state, made.map(|made| fields::record_name(&made))];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn name_in(set: &WorkingSet, id: Option<Id>) -> String {
    id.and_then(|id| set.get(id)).map(|record| fields::record_name(&record)).unwrap_or_default()
}

/// A converted or archived lead has no next step.
fn ended(set: &WorkingSet, lead: &Record) -> Option<Next> {
    if let Some(at) = lead.time(Field::ConvertedAt) {
        let on = words::converted_on(when::day(clock::day_of(at), clock::today()));
        let by = lead.link(Field::ConvertedBy).map(|by| by_words(by, name_in(set, Some(by)))).unwrap_or_default();
        let words = [on, by].join(" ").trim().to_owned();
        return Some(Next { icon: IconName::Convert, words, more: became(set, lead), ..Next::default() });
    }
    lead.has(Field::ArchivedAt).then(|| {
        let words = match lead.text(Field::ArchiveReason) {
            "" => words::archived().to_owned(),
            reason => words::archived_because(reason),
        };
        Next { icon: IconName::Archive, words, ..Next::default() }
    })
}

impl Next {
    /// All of it in one line.
    pub fn full(&self) -> String {
        if self.more.is_empty() { self.words.clone() } else { format!("{} · {}", self.words, self.more) }
    }

    fn of(set: &WorkingSet, next: NextStep, today: Date) -> Self {
        let (activity, date, minutes) = match next {
            NextStep::None => {
                return Self { class: "next next--none", icon: IconName::Alert, words: record::next_none().to_owned(), ..Self::default() };
            }
            NextStep::Someday { activity } => (activity, None, None),
            NextStep::Due { activity, date, minutes } => (activity, Some(date), (minutes != u16::MAX).then_some(i64::from(minutes))),
        };
        let kind = set.activity_kind(activity);
        let when = date.map_or_else(|| when::no_date().to_owned(), |date| when::due(date, minutes, today));
        let class = match date {
            Some(date) if date < today => "next next--over",
            Some(date) if date == today => "next next--today",
            _ => "next next--plan",
        };
        Self { class, icon: activity_icon(kind), words: record::next_when(fields::activity_kind(kind), when), ..Self::default() }
    }
}
