//! One opened dialog: what it looks at, what was chosen, what would happen, and the sending.

use domain::commands::{Command, ConvertLead, Receipt, Undo};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::rejection::Rejection;
use domain::rights::{Right, Rights};
use domain::stamp::Stamp;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::choices::{Around, Choices, Contact, Pick, Proposal};
use super::preview::Preview;
use super::propose::propose;
use super::required;
use crate::clock;
use crate::dispatch::Failure;
use crate::i18n::{convert as words, fields};
use crate::store::live_query::Live;
use crate::views::parts::custom::{defined, label_of};
use crate::views::parts::entry::currency_of;
use crate::views::parts::my_rights::my_rights;
use crate::views::parts::profile_select::profile_of;
use crate::views::parts::value::plain;
use crate::views::shell::actions::Actions;

/// What a conversion reads.
pub const KINDS: &[Kind] = &[
    Kind::Lead,
    Kind::Person,
    Kind::Organization,
    Kind::Deal,
    Kind::Activity,
    Kind::Note,
    Kind::Member,
    Kind::Status,
    Kind::Pipeline,
    Kind::Stage,
    Kind::Role,
    Kind::CustomField,
    Kind::Separation,
];

#[derive(Clone, Copy)]
pub struct Conversion {
    pub live: Live,
    pub actions: Actions,
    /// The lead as it is stored, also after somebody removed it.
    pub stored: Memo<Record>,
    /// With the corrections of the dialog.
    pub lead: Memo<Record>,
    pub choices: RwSignal<Choices>,
    /// What a dialog opened afresh would say.
    pub fresh: StoredValue<Choices>,
    pub proposal: Memo<Proposal>,
    pub open_deals: Memo<Vec<Id>>,
    pub command: Memo<ConvertLead>,
    pub preview: Memo<Preview>,
    /// R42: fields that records must have and the lead could not give; each stays once it was asked for.
    pub asked: Memo<Vec<(Kind, Field)>>,
    /// The button was pressed in vain: errors are shown from now on.
    pub attempted: RwSignal<bool>,
    /// Counts vain attempts, so that each moves the focus.
    pub attempts: RwSignal<u32>,
    /// Sent, and not answered yet. No signal: a frame drawn now would keep the disk waiting.
    sent: StoredValue<bool>,
    /// The answer is not there at once: the button says so.
    pub slow: RwSignal<bool>,
    /// It was refused: what rested while it was sent is worked out again.
    refusal: Trigger,
    /// Why it was refused although nothing spoke against it here.
    pub refused: RwSignal<Option<Failure>>,
    pub done: RwSignal<Option<Receipt>>,
    pub details_open: RwSignal<bool>,
    /// Custom fields that were made or widened here, in words: they go again with the choices.
    pub set_up: RwSignal<Vec<(String, Receipt)>>,
    /// R43: what the user may do.
    pub rights: Memo<Rights>,
    stamp: StoredValue<Stamp>,
}

/// An answer that takes longer is waited for visibly.
const SLOW_MS: u32 = 150;

impl Conversion {
    /// To be made in the dialog's component. `draft` are choices kept from before.
    pub fn open(live: Live, record: Record, draft: Option<Choices>) -> Self {
        let actions = Actions::use_actions();
        let id = record.id;
        let (sent, refusal, done) = (StoredValue::new(false), Trigger::new(), RwSignal::new(None::<Receipt>));
        // While it is sent and afterwards nothing of the dialog is worked out or drawn anew.
        let rests = move || {
            refusal.track();
            sent.get_value() || done.with_untracked(Option::is_some)
        };
        let stored = Memo::new(move |before: Option<&Record>| {
            if let Some(before) = before.filter(|_| rests()) {
                return before.clone();
            }
            live.track(&[Kind::Lead]);
            live.read(|set| set.get(id)).unwrap_or_else(|| before.unwrap_or(&record).clone())
        });
        let status = live.read(|set| set.statuses()).iter().find(|status| status.flag(Field::Converted)).map(|status| status.id);
        let status = status.unwrap_or(domain::workspace::STATUS_CONVERTED);
        let fresh = Choices::of(&stored.get_untracked(), profile_of(live), currency_of(live), clock::today(), status);
        let choices = RwSignal::new(draft.unwrap_or_else(|| fresh.clone()));
        let lead = Memo::new(move |_| stored.with(|stored| choices.with(|choices| correct(stored, choices))));
        // Not followed by what others write: nobody is linked under the user's hands.
        let proposal = Memo::new(move |_| {
            live.finds();
            let profile = choices.with(|choices| choices.profile);
            lead.with(|lead| live.read(|set| propose(set, lead, profile)))
        });
        let open_deals = Memo::new(move |before: Option<&Vec<Id>>| {
            if let Some(before) = before.filter(|_| rests()) {
                return before.clone();
            }
            live.track(&[Kind::Deal]);
            let ids: Vec<Id> = choices
                .with(|choices| [Kind::Organization, Kind::Person].map(|kind| choices.pick(kind, proposal.get())))
                .into_iter()
                .filter_map(|pick| if let Pick::Use(id) = pick { Some(id) } else { None })
                .collect();
            live.read(|set| set.open_deals_of(&ids)).iter().map(|deal| deal.id).collect::<Vec<_>>()
        });
        let command = Memo::new(move |_| {
            stored.with(|stored| {
                choices.with(|choices| {
                    let note = kept_note(live, &correct(stored, choices), &choices.noted);
                    live.track(&[Kind::CustomField]);
                    let around = Around { open_deals: open_deals.get(), customs: defined(live) };
                    choices.command(stored, proposal.get(), &around, note)
                })
            })
        });
        let stamp = StoredValue::new(actions.dispatch.stamp());
        let seen = StoredValue::new(Vec::new());
        let preview = Memo::new(move |before: Option<&Preview>| {
            if let Some(before) = before.filter(|_| rests()) {
                return before.clone();
            }
            live.track(KINDS);
            let mut first = seen.get_value();
            let preview = live.read(|set| command.with(|command| Preview::of(set, command, &stamp.get_value(), &mut first)));
            seen.set_value(first);
            preview
        });
        Self {
            live,
            actions,
            stored,
            lead,
            choices,
            fresh: StoredValue::new(fresh),
            proposal,
            open_deals,
            command,
            preview,
            asked: required::asked(choices, preview),
            attempted: RwSignal::new(false),
            attempts: RwSignal::new(0),
            sent,
            slow: RwSignal::new(false),
            refusal,
            refused: RwSignal::new(None),
            done,
            details_open: RwSignal::new(false),
            set_up: RwSignal::new(Vec::new()),
            rights: my_rights(actions),
            stamp,
        }
    }

    pub fn of_dialog() -> Self {
        expect_context()
    }

    pub fn pick(self, kind: Kind) -> Pick {
        self.choices.with(|choices| choices.pick(kind, self.proposal.get()))
    }

    /// An organization or a person is still to be chosen, tracked.
    pub fn is_undecided(self) -> bool {
        [Kind::Organization, Kind::Person].into_iter().any(|kind| self.pick(kind).is_open())
    }

    pub fn set_pick(self, kind: Kind, pick: Pick) {
        self.choices.update(|choices| choices.contact_mut(kind).pick = Some(pick));
    }

    /// R43: the right that choosing this takes and that is not there.
    pub fn lacks(self, kind: Kind, pick: Pick) -> Option<Right> {
        let right = match pick {
            Pick::Create => Right::to_create(kind),
            Pick::Use(_) => Right::to_edit(kind),
            _ => None,
        };
        right.filter(|right| self.rights.with(|rights| !rights.may(*right)))
    }

    /// What was typed and is no value, tracked: the id of the input and the words.
    pub fn problems(self) -> Vec<(String, Field, String)> {
        let makes = |kind| self.preview.with(|preview| preview.result(kind).is_some_and(|id| preview.is_new(id)));
        self.choices.with(|choices| choices.problems(self.live, &makes))
    }

    /// Found by search, and chosen.
    pub fn set_found(self, kind: Kind, id: Id) {
        self.choices.update(|choices| *choices.contact_mut(kind) = Contact { pick: Some(Pick::Use(id)), found: Some(id) });
    }

    /// What was set up for this conversion alone is taken back, the last first.
    pub fn take_back_set_up(self) {
        for (_, receipt) in self.set_up.try_update(std::mem::take).unwrap_or_default().iter().rev() {
            self.actions.run_quietly(Command::Undo(Undo::of(receipt)));
        }
    }

    /// Choices worth keeping when the dialog closes, tracked.
    pub fn draft(self) -> Option<Choices> {
        if self.done.with(Option::is_some) {
            return None;
        }
        let choices = self.choices.get();
        self.fresh.with_value(|fresh| (*fresh != choices).then_some(choices))
    }

    /// Sends the command, at most once at a time. The same stamp goes with every try, so that a second one has no effect.
    pub fn send(self) {
        let unknown = !self.live.finds_untracked();
        if unknown || self.is_sent() || self.done.with_untracked(Option::is_some) {
            return;
        }
        self.refused.set(None);
        let problems = untrack(|| self.problems());
        let open = untrack(|| self.is_undecided());
        if open || !problems.is_empty() || !self.preview.with_untracked(|preview| preview.blockers.is_empty()) {
            return self.fail(None);
        }
        self.sent.set_value(true);
        let slow = Timeout::new(SLOW_MS, move || {
            let _ = self.slow.try_set(true);
        });
        let command = Command::ConvertLead(Box::new(self.command.get_untracked()));
        let stamp = Stamp { at: clock::now(), ..self.stamp.get_value() };
        spawn_local(async move {
            let result = self.actions.dispatch.run_as(command, stamp).await;
            drop(slow);
            match result {
                Ok(receipt) => self.succeed(receipt),
                Err(failure) => match self.earlier(&failure, stamp.command) {
                    Some(receipt) => self.succeed(receipt),
                    None => self.fail(Some(failure)),
                },
            }
        });
    }

    /// On its way to the disk.
    pub fn is_sent(self) -> bool {
        self.sent.try_get_value() == Some(true)
    }

    /// The receipt of this very dialog's conversion, where the answer to it was lost.
    fn earlier(self, failure: &Failure, command: Id) -> Option<Receipt> {
        let refused = matches!(failure, Failure::Rejected(reasons) if matches!(reasons[..], [Rejection::AlreadyConverted { .. }]));
        refused.then(|| self.live.read(|set| set.receipt(command))).flatten()
    }

    fn succeed(self, receipt: Receipt) {
        self.actions.toasts.remember(&receipt);
        drop(self.done.try_set(Some(receipt)));
        self.sent.try_set_value(false);
    }

    fn fail(self, failure: Option<Failure>) {
        if self.is_sent() {
            self.sent.set_value(false);
            self.slow.try_set(false);
            self.refusal.notify();
        }
        drop(self.refused.try_set(failure));
        let _ = self.attempted.try_set(true);
        let _ = self.attempts.try_update(|attempts| *attempts += 1);
    }
}

fn correct(stored: &Record, choices: &Choices) -> Record {
    ConvertLead { edits: choices.corrections(stored), ..ConvertLead::new(stored.id) }.corrected(stored)
}

/// B3: these values of a lead, a line each; none if it has none of them.
pub fn kept_note(live: Live, lead: &Record, noted: &[Field]) -> Option<String> {
    let name = |id| live.read(|set| set.get(id)).map(|record| fields::record_name(&record)).unwrap_or_default();
    let line = |field: &Field| Some(words::note_line(label_of(live, *field), plain(*field, lead.get(*field)?, &name)));
    let lines: Vec<String> = noted.iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
