//! Everything that is being written, and the record it becomes.

use domain::commands::Draft;
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::values::{Coded, Date, NoteSubject, Value};
use leptos::prelude::*;

use super::Entering;
use super::draft::Kept;
use crate::clock;
use crate::i18n::{fields, when};

/// Everything that is being written.
#[derive(Clone, Copy)]
pub struct Writing {
    pub tab: RwSignal<Entering>,
    pub text: RwSignal<String>,
    pub subject: RwSignal<String>,
    pub date: RwSignal<String>,
    pub time: RwSignal<String>,
    pub owner: RwSignal<Id>,
    pub company: RwSignal<bool>,
    pub subject_error: RwSignal<Option<String>>,
    pub error: RwSignal<Option<String>>,
}

impl Writing {
    pub fn new(kept: Kept, company: bool) -> Self {
        Self {
            tab: RwSignal::new(kept.tab),
            text: RwSignal::new(kept.text),
            subject: RwSignal::new(kept.subject),
            date: RwSignal::new(kept.date),
            time: RwSignal::new(kept.time),
            owner: RwSignal::new(domain::workspace::ME),
            company: RwSignal::new(kept.company.unwrap_or(company)),
            subject_error: RwSignal::new(None),
            error: RwSignal::new(None),
        }
    }

    pub fn kept(self) -> Kept {
        Kept {
            tab: self.tab.get(),
            text: self.text.get(),
            subject: self.subject.get(),
            date: self.date.get(),
            time: self.time.get(),
            company: Some(self.company.get()),
        }
    }

    pub fn clear(self) {
        for text in [self.text, self.subject, self.date, self.time] {
            text.set(String::new());
        }
        self.forget_errors();
    }

    pub fn forget_errors(self) {
        self.subject_error.set(None);
        self.error.set(None);
    }

    fn minutes(self) -> Option<i64> {
        let time = self.time.get_untracked();
        let (hours, minutes) = time.split_once(':')?;
        Some(hours.parse::<i64>().ok()? * 60 + minutes.get(..2)?.parse::<i64>().ok()?)
    }

    pub fn draft(self, id: Id, about: Vec<Id>) -> Draft {
        let tab = self.tab.get_untracked();
        let text = self.text.get_untracked().trim().to_owned();
        let Some(kind) = tab.activity() else {
            let subject = if self.company.get_untracked() { NoteSubject::Company } else { NoteSubject::Person };
            return Draft::new(Kind::Note, id)
                .with(Field::Text, Value::text(text))
                .with(Field::NoteSubject, Value::Code(subject.code()))
                .with(Field::About, Value::Links(about));
        };
        let typed = self.subject.get_untracked().trim().to_owned();
        let subject = if typed.is_empty() && tab.is_log() { fields::activity_kind(kind).to_owned() } else { typed };
        let draft = Draft::new(Kind::Activity, id)
            .with(Field::ActivityKind, Value::Code(kind.code()))
            .with(Field::Subject, Value::text(subject))
            .with(Field::Text, Value::text(text))
            .with(Field::Owner, Value::Link(self.owner.get_untracked()))
            .with(Field::About, Value::Links(about));
        self.dated(draft, tab)
    }

    fn dated(self, draft: Draft, tab: Entering) -> Draft {
        let date: Option<Date> = self.date.get_untracked().parse().ok();
        if tab.is_log() {
            let (today, now) = when::local(clock::now());
            let at = match (date, self.minutes()) {
                (None, None) => clock::now(),
                (date, minutes) => when::moment_of(date.unwrap_or(today), minutes.unwrap_or(now)),
            };
            return draft.with(Field::HappenedAt, Value::Time(at)).with(Field::DoneAt, Value::Time(at));
        }
        let draft = if let Some(date) = date { draft.with(Field::DueDate, Value::Date(date)) } else { draft };
        match self.minutes() {
            Some(minutes) if date.is_some() => draft.with(Field::DueTime, Value::Number(minutes)),
            _ => draft,
        }
    }
}
