//! Dialogs that any screen can open.

use std::sync::Arc;

use domain::ids::Id;
use leptos::prelude::*;

/// Which dialog is open. The hosts that draw them stand once, in the frame.
#[derive(Clone, Copy, Default)]
pub struct Flows {
    /// The lead to convert.
    pub convert: RwSignal<Option<Id>>,
    /// The leads to convert together, while that is planned.
    pub convert_many: RwSignal<Option<Arc<Vec<Id>>>>,
    /// They are known to be one person, or one organization.
    pub as_one: StoredValue<bool>,
    /// The run that converts them, or did so last: its result can be looked at until another one begins.
    pub run: RwSignal<Option<Id>>,
    pub run_at_work: RwSignal<bool>,
    /// Its dialog is in view: the run goes on without it.
    pub run_shown: RwSignal<bool>,
    /// People, or organizations, that may be one.
    pub merge: RwSignal<Option<Vec<Id>>>,
    pub new_lead: RwSignal<bool>,
    /// What the new lead is called, when that is known before the dialog opens.
    pub new_lead_name: RwSignal<Option<String>>,
    /// The record whose page is to open its form.
    pub edit: RwSignal<Option<Id>>,
    /// The lead that was written down last: the list goes to it.
    pub added_lead: RwSignal<Option<Id>>,
    pub palette: RwSignal<bool>,
    pub shortcut_sheet: RwSignal<bool>,
}

impl Flows {
    pub fn use_flows() -> Self {
        expect_context()
    }

    /// Opens the dialog for several leads; where a run is still going on, that one is shown.
    pub fn convert_together(self, leads: Vec<Id>) {
        if self.run_at_work.get_untracked() {
            self.run_shown.set(true);
        } else {
            self.convert_many.set(Some(Arc::new(leads)));
        }
    }

    /// The same for leads that somebody knows to be one.
    pub fn convert_as_one(self, leads: Vec<Id>) {
        self.as_one.set_value(!self.run_at_work.get_untracked());
        self.convert_together(leads);
    }

    /// True when a dialog should be open.
    pub fn waits_for_dialog(self) -> bool {
        self.convert.get().is_some()
            || self.convert_many.get().is_some()
            || self.merge.with(Option::is_some)
            || self.new_lead.get()
            || self.palette.get()
    }

    pub fn close_dialogs(self) {
        self.convert.set(None);
        self.convert_many.set(None);
        self.merge.set(None);
        self.new_lead.set(false);
        self.palette.set(false);
    }
}
